-- Version 2: the language that a turn is treated as.

-- The BCP 47 primary subtag that the reader chose or the app found when the question was asked;
-- '' where nothing told, and for every turn of version 1: the question is then looked at anew.
ALTER TABLE turn ADD COLUMN language TEXT NOT NULL DEFAULT '';
