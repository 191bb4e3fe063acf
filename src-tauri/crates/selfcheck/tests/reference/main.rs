//! The crate against the field's own programs, over the vectors that `tests/selfcheck` makes.

mod figures;
mod prompts;
mod stance;
