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
