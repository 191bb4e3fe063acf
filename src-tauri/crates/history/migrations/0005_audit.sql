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
