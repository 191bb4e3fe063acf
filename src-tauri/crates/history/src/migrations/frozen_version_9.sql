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

-- Version 3: how conversations are kept (folders, pins, archive, bin), and branches.

CREATE TABLE folder (
    -- Stays the same through VACUUM, and orders folders by age.
    row_number INTEGER PRIMARY KEY,
    -- What the rest of the app calls it.
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    -- Given by the user; one line.
    name TEXT NOT NULL,
    -- When it was made.
    created_at INTEGER NOT NULL
) STRICT;

-- Who gave the title: 'question' (its first words), 'model' or 'user'.
-- Of version 1 nobody knows, and a title that a user gave must not be replaced.
ALTER TABLE conversation ADD COLUMN title_origin TEXT NOT NULL DEFAULT 'user';
-- The folder it lies in; NULL for none.
ALTER TABLE conversation ADD COLUMN folder BLOB REFERENCES folder (id) ON DELETE SET NULL;
-- 1 if it stands before all others in its list.
ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1));
-- 1 if it was put out of the daily list.
ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
-- The SHA-256 of the model file that its questions go to; NULL for the app's own choice.
ALTER TABLE conversation ADD COLUMN model TEXT;
-- What the model is told to be, in the words of the user; NULL for the app's own.
ALTER TABLE conversation ADD COLUMN persona TEXT;
-- When it was put in the bin, from which it is erased some minutes later; NULL if it was not.
ALTER TABLE conversation ADD COLUMN deleted_at INTEGER;

CREATE INDEX conversation_in_list ON conversation (archived, pinned, recency) WHERE deleted_at IS NULL;
CREATE INDEX conversation_in_folder ON conversation (folder) WHERE folder IS NOT NULL;
CREATE INDEX conversation_in_bin ON conversation (deleted_at) WHERE deleted_at IS NOT NULL;

-- 1 for the answer that is shown of its turn.
ALTER TABLE answer ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1));
UPDATE answer SET chosen = 1
    WHERE position = (SELECT max(position) FROM answer AS other WHERE other.turn = answer.turn);
CREATE UNIQUE INDEX answer_chosen ON answer (turn) WHERE chosen = 1;

-- The turn before it; NULL for the first. No cascade: a conversation of 5,000 turns goes as a whole,
-- and SQLite cascades no deeper than 1,000 rows.
ALTER TABLE turn ADD COLUMN parent BLOB REFERENCES turn (id);
-- The answer of its parent that was shown when it was asked; NULL if there was none.
ALTER TABLE turn ADD COLUMN after_answer BLOB REFERENCES answer (id);
-- 1 for one of each group of siblings (same parent, same answer before): the one to walk down to.
ALTER TABLE turn ADD COLUMN chosen INTEGER NOT NULL DEFAULT 1 CHECK (chosen IN (0, 1));
-- 1 if it is on the path that the window shows: chosen, and behind chosen turns and answers only.
-- It could be worked out; it is kept so that a window into a long conversation is read at once.
ALTER TABLE turn ADD COLUMN shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1));
UPDATE turn SET
    parent = (
        SELECT before.id FROM turn AS before
        WHERE before.conversation = turn.conversation AND before.position = turn.position - 1
    ),
    after_answer = (
        SELECT answer.id FROM turn AS before JOIN answer ON answer.turn = before.id
        WHERE before.conversation = turn.conversation AND before.position = turn.position - 1
            AND answer.chosen = 1
    );

DROP INDEX turn_in_order;
-- One turn is shown at each position.
CREATE UNIQUE INDEX turn_shown ON turn (conversation, position) WHERE shown = 1;
-- One turn is chosen of each group of siblings.
CREATE UNIQUE INDEX turn_chosen ON turn (conversation, ifnull(parent, x''), ifnull(after_answer, x''))
    WHERE chosen = 1;
CREATE INDEX turn_beside ON turn (conversation, parent, after_answer);
-- For the foreign keys, which are looked up whenever a turn or an answer is deleted.
CREATE INDEX turn_after_turn ON turn (parent);
CREATE INDEX turn_after_answer ON turn (after_answer);

-- Version 4: the search index. It holds nothing that could not be made anew from the texts.

CREATE TABLE search_document (
    -- The text's number in search_index: -1 for the first, then downwards. FTS5 hands out its rows in
    -- ascending order six times as fast as in descending order, and the newest text is to come first.
    number INTEGER PRIMARY KEY,
    -- 0 for a conversation's title, 1 for a question, 2 for an answer.
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    -- The row number of that conversation, turn or answer.
    target INTEGER NOT NULL,
    -- The row number of the conversation that it belongs to.
    conversation INTEGER NOT NULL,
    -- When it was asked, answered, or (a title) when its conversation was made.
    said_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX search_document_of ON search_document (kind, target);
CREATE INDEX search_document_in ON search_document (conversation);

-- Which texts hold which search keys. No text of its own, and no places within texts: hits are marked
-- by looking at the texts found. Keys are folded already and parted by blanks.
CREATE VIRTUAL TABLE search_index USING fts5 (
    keys, content = '', detail = 'none', columnsize = 0, prefix = '2 3 4',
    tokenize = "ascii tokenchars '.,'"
);
-- Entries of an erased text are overwritten, and not only marked as gone.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

-- Every longer word of all texts once, to find a part of it by.
CREATE TABLE search_word (
    -- The word's number in search_part.
    number INTEGER PRIMARY KEY,
    -- Folded.
    word TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search_part USING fts5 (
    word, content = '', columnsize = 0, tokenize = 'trigram'
);
INSERT INTO search_part (search_part, rank) VALUES ('secure-delete', 1);

CREATE TABLE search_state (
    -- There is one row.
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    -- The version of folding that all keys were made with; another one makes the index anew.
    fold_version INTEGER NOT NULL,
    -- Turns up to this row number are indexed, and so are those behind `until`.
    done INTEGER NOT NULL,
    -- The last turn that was there when the index was begun.
    until INTEGER NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, 0, 0, 0);

-- Version 5: the audit chain.

CREATE TABLE audit_key (
    -- There is one row.
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    -- What the codes of the chain are made with; it stays when the store gets another key.
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO audit_key VALUES (1, randomblob(32));

CREATE TABLE audit (
    -- 1 for the first entry, without gaps.
    number INTEGER PRIMARY KEY,
    -- When it happened, as the clock said.
    at INTEGER NOT NULL,
    -- What happened, as a code.
    kind TEXT NOT NULL,
    -- To what: an id, a hash or a format; never words that somebody wrote; '' for nothing.
    subject TEXT NOT NULL,
    -- HMAC-SHA-256 over the entry and the code of the one before.
    code BLOB NOT NULL CHECK (length(code) = 32)
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT raise(ABORT, 'the audit chain is append-only'); END;
CREATE TRIGGER audit_is_not_shortened BEFORE DELETE ON audit
    BEGIN SELECT raise(ABORT, 'the audit chain is append-only'); END;

-- Version 6: the question of a conversation that is being worded anew and was not asked yet.

CREATE TABLE edit (
    -- Where it is being typed: a conversation has one composer, and so one edit.
    conversation BLOB PRIMARY KEY NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    -- The turn whose question it is. Unique also because the foreign key is looked up for each turn
    -- that is deleted, and a conversation may have thousands.
    turn BLOB NOT NULL UNIQUE REFERENCES turn (id) ON DELETE CASCADE,
    -- Byte for byte as it stands in the composer.
    text TEXT NOT NULL,
    -- When it was last kept.
    updated_at INTEGER NOT NULL
) STRICT;

-- Version 7: self-checks of models, item by item, so that one that was interrupted goes on where it was.

CREATE TABLE self_check (
    id INTEGER PRIMARY KEY,
    -- The model that was asked.
    model_name TEXT NOT NULL,
    model_sha256 TEXT NOT NULL,
    -- What is asked and how, as JSON of the self-check; read by nothing in here.
    plan TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    -- When its last item was kept; null until then.
    ended_at INTEGER
) STRICT;

CREATE TABLE self_check_result (
    self_check INTEGER NOT NULL REFERENCES self_check (id) ON DELETE CASCADE,
    -- In the order in which they were kept.
    number INTEGER NOT NULL,
    -- Which item in which language; asked again, it takes the place of what was there.
    item TEXT NOT NULL,
    -- What came of it, as JSON of the self-check.
    result TEXT NOT NULL,
    PRIMARY KEY (self_check, number),
    UNIQUE (self_check, item)
) STRICT;

-- Version 8: templates of the user's own, and the persona that was chosen for a conversation.

CREATE TABLE template (
    -- As it stands in the file; that of a bundled one where it was changed by the user.
    id TEXT PRIMARY KEY NOT NULL,
    -- Of its content.
    version INTEGER NOT NULL CHECK (version > 0),
    -- The whole file; read by nothing in here.
    source TEXT NOT NULL,
    -- When it was last kept.
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The persona with its form filled in, as JSON of `ChosenPersona`; NULL for none.
ALTER TABLE conversation ADD COLUMN chosen_persona TEXT;

CREATE TABLE next_persona (
    -- One row at most: the persona that was chosen for the conversation that does not exist yet.
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- As JSON of `ChosenPersona`.
    persona TEXT NOT NULL
) STRICT;

-- Version 9: how answers are drawn in one conversation, where that is not as everywhere.

-- As JSON of `Sampling`; NULL where the usual figures hold.
ALTER TABLE conversation ADD COLUMN sampling TEXT;

-- Everything above is what version 9 was when it was released, and must never change.
-- Below is a store as that version wrote it.

PRAGMA defer_foreign_keys = ON;

INSERT INTO folder
    (row_number, id, name, created_at)
VALUES
    (1, x'01980000000070008000000000000031', 'قسم الأطفال', 1790000000000);

INSERT INTO conversation
    (row_number, id, title, language, recency, created_at, updated_at, title_origin, folder, pinned, archived, model, persona, deleted_at)
VALUES
    (1, x'01980000000070008000000000000001', 'ما جرعة الباراسيتامول؟', 'ar', 3, 1790000000000, 1790000300000, 'question', x'01980000000070008000000000000031', 1, 0, '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', 'Answer in one sentence.', NULL),
    (2, x'01980000000070008000000000000002', 'Dose of amoxicillin', NULL, 2, 1790000100000, 1790000100000, 'model', NULL, 0, 0, NULL, NULL, NULL);

INSERT INTO turn
    (row_number, id, conversation, position, question, declined, asked_at, language, parent, after_answer, chosen, shown)
VALUES
    (1, x'01980000000070008000000000000011', x'01980000000070008000000000000001', 0, 'ما جرعة الباراسيتامول؟ 5-10 mg/kg', NULL, 1790000000000, 'ar', NULL, NULL, 1, 1),
    (3, x'01980000000070008000000000000013', x'01980000000070008000000000000002', 0, 'Dose of amoxicillin', NULL, 1790000100000, 'en', NULL, NULL, 1, 1),
    (2, x'01980000000070008000000000000012', x'01980000000070008000000000000001', 1, 'وللطفل؟', '{"kind":"language_unsupported","language":"ar"}', 1790000300000, '', x'01980000000070008000000000000011', x'01980000000070008000000000000022', 1, 1),
    (4, x'01980000000070008000000000000014', x'01980000000070008000000000000001', 1, 'وللرضيع؟', NULL, 1790000290000, 'ar', x'01980000000070008000000000000011', x'01980000000070008000000000000022', 0, 0);

INSERT INTO answer
    (row_number, id, turn, position, text, state, cut_reason, model_name, model_sha256, prompt_tokens, answer_tokens, first_token_seconds, tokens_per_second, created_at, chosen)
VALUES
    (1, x'01980000000070008000000000000021', x'01980000000070008000000000000011', 0, 'نصف جو', 'incomplete', 'stopped', 'Fixture 1', '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', NULL, NULL, NULL, NULL, 1790000001000, 0),
    (2, x'01980000000070008000000000000022', x'01980000000070008000000000000011', 1, '**5-10 mg/kg** كل ٨ ساعات 👍', 'complete', NULL, 'Fixture 1', '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', 31, 17, 0.25, 41.5, 1790000002000, 1),
    (3, x'01980000000070008000000000000023', x'01980000000070008000000000000013', 0, '500', 'writing', NULL, 'Fixture 1', '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f', NULL, NULL, NULL, NULL, 1790000101000, 1);

INSERT INTO draft
    (conversation, text, updated_at)
VALUES
    (NULL, 'a new thought', 1790000400000),
    (x'01980000000070008000000000000001', 'وماذا عن', 1790000400000);

INSERT INTO setting
    (key, value)
VALUES
    ('interface_language', 'ar');

UPDATE search_state SET fold_version = 1;
INSERT INTO search_document (number, kind, target, conversation, said_at) VALUES
    (-1, 0, 1, 1, 1790000000000),
    (-2, 1, 1, 1, 1790000000000),
    (-3, 2, 2, 1, 1790000002000),
    (-4, 1, 3, 2, 1790000100000);
INSERT INTO search_index (rowid, keys) VALUES
    (-1, 'الباراسيتامول باراسيتامول جرعه ما'),
    (-2, '10 5 kg mg الباراسيتامول باراسيتامول جرعه ما'),
    (-3, '10 5 8 kg mg ساعات ساع كل'),
    (-4, 'amoxicillin dose of');
INSERT INTO search_word (number, word) VALUES (1, 'الباراسيتامول'), (2, 'ساعات'), (3, 'amoxicillin');
INSERT INTO search_part (rowid, word) VALUES (1, 'الباراسيتامول'), (2, 'ساعات'), (3, 'amoxicillin');

UPDATE audit_key SET key = x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
INSERT INTO audit (number, at, kind, subject, code) VALUES
    (1, 1790000000000, 'failed_unlock', '', x'b82796ecc0e3e519dcf0e0abe65f541fc01fe7e070faa827815a2dc9dc055ad7'),
    (2, 1790000001000, 'unlock', '', x'aaa3c831328d240d1d3463b81e7a21207d3764668e27b55347e150d132c3310a'),
    (3, 1790000500000, 'backup', 'backup-1', x'df80604a6a5cd6a946d447e92a4ae73ea128f1b7b0a07fe6e2ea7655b73439b2');

INSERT INTO edit (conversation, turn, text, updated_at) VALUES
    (x'01980000000070008000000000000001', x'01980000000070008000000000000014', 'وللرضيع دون 5 kg؟', 1790000600000);

INSERT INTO self_check (id, model_name, model_sha256, plan, started_at, ended_at) VALUES
    (1, 'fixture', '0000000000000000000000000000000000000000000000000000000000000000', '{"items_version":1}', 1790000700000, NULL);
INSERT INTO self_check_result (self_check, number, item, result) VALUES
    (1, 0, 'ck-001.en', '{"item":"ck-001"}');

INSERT INTO template (id, version, source, updated_at) VALUES
    ('own.note', 3, 'format = 1', 1790000800000);
UPDATE conversation SET chosen_persona = '{"template":"sanad.history-taking","version":1,"name":{"en":"History taking","ar":"أخذ القصة المرضية"},"words":{"en":"Ask.","ar":"اسأل."},"rules":{"follows_language":true,"interview":{"questions":5,"conclusion":{"en":"Sum up.","ar":"لخّص."},"heading":{"en":"Summary","ar":"الملخص"}}}}'
    WHERE row_number = 1;
INSERT INTO next_persona (id, persona) VALUES
    (1, '{"template":"sanad.bedside-answer","version":1,"name":{"en":"Bedside","ar":"السرير"},"words":{"en":"Be brief.","ar":"أوجز."},"rules":{"follows_language":true,"interview":null}}');

UPDATE conversation SET sampling = '{"temperature":0.7,"top_k":40,"top_p":0.95,"min_p":0.05,"repetition":1.1,"seed":42}'
    WHERE row_number = 1;

PRAGMA user_version = 9;
