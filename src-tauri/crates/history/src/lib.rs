//! The only user of SQLite: what was said, encrypted, and never lost.
//!
//! Owns the data folder's `store.lock`, `key.json` and `sanad.db`: who may open them, in which shape
//! they are, and what is in them.
//! A method that writes returns only after the words are on the disk.
//!
//! It must never write clinical text outside the encrypted database, log anything, call a passing
//! fault damage, or make a new key where a store already exists.

mod answers;
mod conversations;
mod database;
mod derivation;
mod drafts;
mod error;
mod folder;
mod key_file;
mod migrations;
mod passphrase;
mod settings;
mod store;
mod title;
mod turns;

pub use derivation::KeyDerivation;
pub use error::{HistoryError, Operation};
pub use folder::{StoreFolder, StoreLock};
pub use passphrase::Passphrase;
pub use store::Store;
