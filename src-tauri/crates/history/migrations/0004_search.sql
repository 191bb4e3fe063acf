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
