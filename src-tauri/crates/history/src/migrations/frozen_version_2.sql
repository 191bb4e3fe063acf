-- Version 1: conversations, their turns and answers, drafts, settings.
--
-- Ids are UUIDs of version 7 in 16 bytes.
-- Times are milliseconds since 1970-01-01T00:00:00 UTC as the clock of the machine gave them;
-- nothing is ever ordered by them, since somebody may set that clock back.
-- Codes (states, reasons) carry no CHECK of their values, since SQLite can add a value to a CHECK
-- only by writing the whole table anew.

CREATE TABLE conversation (
    -- Stays the same through VACUUM, which a hidden rowid does not: a full-text index may point at it.
    row_number INTEGER PRIMARY KEY,
    -- What the rest of the app calls it.
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Made from the first question, or given by the user; one line.
    title TEXT NOT NULL,
    -- The BCP 47 primary subtag of what it is mostly held in; NULL while nobody has said.
    language TEXT,
    -- The list is ordered by this, largest first; each new turn takes the next number.
    recency INTEGER NOT NULL UNIQUE,
    -- When it was made.
    created_at INTEGER NOT NULL,
    -- When a turn was last added.
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE turn (
    -- Stays the same through VACUUM.
    row_number INTEGER PRIMARY KEY,
    -- What the rest of the app calls it.
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Where it belongs.
    conversation BLOB NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    -- 0 for the first turn of the conversation.
    position INTEGER NOT NULL CHECK (position >= 0),
    -- Byte for byte as it was asked.
    question TEXT NOT NULL,
    -- Why the app answered instead of a model, as JSON of `DeclineReason`; NULL if it did not.
    declined TEXT,
    -- When it was asked.
    asked_at INTEGER NOT NULL
) STRICT;

-- An index rather than a constraint, so that branches can share a position one day.
CREATE UNIQUE INDEX turn_in_order ON turn (conversation, position);

CREATE TABLE answer (
    -- Stays the same through VACUUM.
    row_number INTEGER PRIMARY KEY,
    -- What the rest of the app calls it.
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    -- The turn it answers.
    turn BLOB NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    -- 0 for the first answer of the turn.
    position INTEGER NOT NULL CHECK (position >= 0),
    -- As far as it was written.
    text TEXT NOT NULL,
    -- 'writing', 'complete' or 'incomplete'.
    state TEXT NOT NULL,
    -- What cut it: 'stopped', 'engine_failed', 'length_limit' or 'app_ended'.
    cut_reason TEXT,
    -- The name shown beside the answer.
    model_name TEXT NOT NULL,
    -- The SHA-256 of the whole model file, as 64 lower-case hexadecimal digits.
    model_sha256 TEXT NOT NULL,
    -- Tokens of the rendered prompt.
    prompt_tokens INTEGER,
    -- Tokens the model wrote, the end-of-turn token excluded.
    answer_tokens INTEGER,
    -- From the request to the first token, in seconds, wall clock.
    first_token_seconds REAL,
    -- Tokens per second, wall clock, first token excluded.
    tokens_per_second REAL,
    -- When the engine was asked.
    created_at INTEGER NOT NULL,
    CHECK ((state = 'incomplete') = (cut_reason IS NOT NULL)),
    -- The four figures of an answer are known together or not at all.
    CHECK (
        (prompt_tokens IS NULL) = (answer_tokens IS NULL)
        AND (prompt_tokens IS NULL) = (first_token_seconds IS NULL)
        AND (prompt_tokens IS NULL) = (tokens_per_second IS NULL)
    )
) STRICT;

CREATE UNIQUE INDEX answer_in_order ON answer (turn, position);

-- Finds answers that a killed app left behind without reading every answer there is.
CREATE INDEX answer_being_written ON answer (state) WHERE state = 'writing';

CREATE TABLE draft (
    -- Where it is being typed; NULL for the conversation that does not exist yet.
    conversation BLOB REFERENCES conversation (id) ON DELETE CASCADE,
    -- Byte for byte as it stands in the composer.
    text TEXT NOT NULL,
    -- When it was last kept.
    updated_at INTEGER NOT NULL
) STRICT;

-- One draft for each place, the new conversation included: SQLite holds two NULLs to be different.
CREATE UNIQUE INDEX draft_of_place ON draft (ifnull(conversation, x''));

CREATE TABLE setting (
    -- Which setting.
    key TEXT PRIMARY KEY NOT NULL,
    -- Its value, in the form that its owner chose.
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Version 2: the language that a turn is treated as.

-- The BCP 47 primary subtag that the reader chose or the app found when the question was asked;
-- '' where nothing told, and for every turn of version 1: the question is then looked at anew.
ALTER TABLE turn ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- Everything above is what version 2 was when it was released, and must never change.
-- Below is a store as that version wrote it.

INSERT INTO conversation (row_number, id, title, language, recency, created_at, updated_at) VALUES
    (1, x'01980000000070008000000000000001', 'ما جرعة الباراسيتامول؟', 'ar', 3, 1790000000000, 1790000300000),
    (2, x'01980000000070008000000000000002', 'Dose of amoxicillin', NULL, 2, 1790000100000, 1790000100000);

INSERT INTO turn (row_number, id, conversation, position, question, declined, asked_at, language) VALUES
    (1, x'01980000000070008000000000000011', x'01980000000070008000000000000001', 0,
        'ما جرعة الباراسيتامول؟ 5-10 mg/kg', NULL, 1790000000000, 'ar'),
    (2, x'01980000000070008000000000000012', x'01980000000070008000000000000001', 1,
        'وللطفل؟', '{"kind":"language_unsupported","language":"ar"}', 1790000300000, ''),
    (3, x'01980000000070008000000000000013', x'01980000000070008000000000000002', 0,
        'Dose of amoxicillin', NULL, 1790000100000, 'en');

INSERT INTO answer
    (row_number, id, turn, position, text, state, cut_reason, model_name, model_sha256,
     prompt_tokens, answer_tokens, first_token_seconds, tokens_per_second, created_at)
VALUES
    (1, x'01980000000070008000000000000021', x'01980000000070008000000000000011', 0,
        'نصف جو', 'incomplete', 'stopped', 'Fixture 1',
        '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        NULL, NULL, NULL, NULL, 1790000001000),
    (2, x'01980000000070008000000000000022', x'01980000000070008000000000000011', 1,
        '**5-10 mg/kg** كل ٨ ساعات 👍', 'complete', NULL, 'Fixture 1',
        '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        31, 17, 0.25, 41.5, 1790000002000),
    (3, x'01980000000070008000000000000023', x'01980000000070008000000000000013', 0,
        '500', 'writing', NULL, 'Fixture 1',
        '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        NULL, NULL, NULL, NULL, 1790000101000);

INSERT INTO draft (conversation, text, updated_at) VALUES
    (NULL, 'a new thought', 1790000400000),
    (x'01980000000070008000000000000001', 'وماذا عن', 1790000400000);

INSERT INTO setting (key, value) VALUES ('interface_language', 'ar');

PRAGMA user_version = 2;
