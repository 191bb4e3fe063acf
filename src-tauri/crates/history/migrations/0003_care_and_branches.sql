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
