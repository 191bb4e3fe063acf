//! The file system shrinks to the files that may be read.

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreatedAttr, RulesetStatus, Scope,
};

use super::ContainError;

/// The newest set of rules asked for; an older kernel takes what it knows.
const NEWEST: ABI = ABI::V6;

/// Nothing may be opened but these files, the second for writing too; no TCP; no signal to and no abstract socket of others.
pub(super) fn only_these(readable: &[&Path], writable: &[&Path]) -> Result<(), ContainError> {
    let read = AccessFs::ReadFile.into();
    let write = AccessFs::ReadFile | AccessFs::WriteFile | AccessFs::Truncate;
    let readable = readable.iter().map(|path| (path, read));
    let writable = writable.iter().map(|path| (path, write));
    let mut rules = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?;
    for (path, access) in readable.chain(writable) {
        // A missing file is the loader's to report; behind this wall it stays missing.
        if path.exists() {
            rules = rules.add_rule(PathBeneath::new(PathFd::new(path)?, access))?;
        }
    }
    match rules.restrict_self()?.ruleset {
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
        RulesetStatus::NotEnforced => Err(ContainError::Unsupported),
    }
}
