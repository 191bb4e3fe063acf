//! The only user of SQLite: what was said, encrypted, and never lost.
//!
//! Owns the data folder's `store.lock`, `key.json`, `sanad.db`, `attempts.json`, `states/` and `backups/`: who may
//! open them, in which shape they are, and what is in them.
//! A method that writes returns only after the words are on the disk.
//!
//! It must never write clinical text outside the encrypted database, log anything, call a passing
//! fault damage, or make a new key where a store already exists.

mod answers;
mod attempts;
mod audit;
mod backup;
mod branches;
mod care;
mod conversation_folders;
mod conversations;
mod database;
mod derivation;
mod drafts;
mod edits;
mod erasure;
mod error;
mod folder;
mod handover;
mod key_file;
mod key_slot;
mod keys;
mod migrations;
mod passphrase;
mod personas;
mod recovery_code;
mod rekey;
mod restore;
mod retention;
mod samplings;
mod saved_states;
mod search;
mod self_checks;
mod settings;
mod stamp;
mod standing_still;
mod store;
mod summary;
mod templates;
mod title;
mod transcript;
mod turns;

pub use audit::{AuditEntry, AuditHead, AuditKind};
pub use backup::{BackupInfo, BackupJob, backups};
pub use conversations::{ListRequest, Shelf};
pub use derivation::KeyDerivation;
pub use edits::KeptEdit;
pub use erasure::UNDO_MILLISECONDS;
pub use error::{HistoryError, Operation};
pub use folder::{StoreFolder, StoreLock};
pub use handover::Taken;
pub use passphrase::Passphrase;
pub use recovery_code::RecoveryCode;
pub use restore::RestoreOffer;
pub use retention::Retention;
pub use samplings::KeptSampling;
pub use saved_states::SavedStates;
pub use search::{SearchHit, SearchPage, SearchPlace, SearchRequest, TextPlace, TextRange};
pub use self_checks::{SelfCheck, SelfCheckId};
pub use store::Store;
pub use summary::StoreSummary;
pub use templates::KeptTemplate;
