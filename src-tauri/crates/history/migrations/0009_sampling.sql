-- Version 9: how answers are drawn in one conversation, where that is not as everywhere.

-- As JSON of `Sampling`; NULL where the usual figures hold.
ALTER TABLE conversation ADD COLUMN sampling TEXT;
