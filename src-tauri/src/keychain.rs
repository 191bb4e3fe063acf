//! The desktop's keychain, for unlocking only: what it keeps is never the only way to the store.
//!
//! On Linux that is the Secret Service on the session bus, a local socket.

use std::path::Path;

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use crate::error::ShellError;

const SERVICE: &str = "org.sanad.Sanad";

/// Whether this desktop has one. The first call asks it, and its answer holds until the app ends.
pub(crate) fn is_available() -> bool {
    Entry::store_status().is_ok()
}

/// The passphrase of the store in this folder.
///
/// # Errors
/// [`ShellError::KeychainUnavailable`], [`ShellError::KeychainEmpty`].
pub(crate) fn passphrase(data_folder: &Path) -> Result<String, ShellError> {
    entry(data_folder)?.get_password().map_err(fault)
}

/// Keeps the passphrase of the store in this folder.
///
/// # Errors
/// [`ShellError::KeychainUnavailable`].
pub(crate) fn keep(data_folder: &Path, passphrase: &Zeroizing<String>) -> Result<(), ShellError> {
    entry(data_folder)?.set_password(passphrase).map_err(fault)
}

/// Forgets it.
///
/// # Errors
/// [`ShellError::KeychainUnavailable`].
pub(crate) fn forget(data_folder: &Path) -> Result<(), ShellError> {
    match entry(data_folder)?.delete_credential() {
        Err(Error::NoEntry) => Ok(()),
        outcome => outcome.map_err(fault),
    }
}

fn entry(data_folder: &Path) -> Result<Entry, ShellError> {
    Entry::new(SERVICE, &data_folder.to_string_lossy()).map_err(fault)
}

fn fault(error: Error) -> ShellError {
    match error {
        Error::NoEntry => ShellError::KeychainEmpty,
        _ => ShellError::KeychainUnavailable,
    }
}
