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
