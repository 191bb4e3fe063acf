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
