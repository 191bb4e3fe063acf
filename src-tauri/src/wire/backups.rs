//! Backups, as the window shows them.

use sanad_domain::Timestamp;
use sanad_history::{BackupInfo, RestoreOffer};
use serde::Serialize;
use specta::Type;

use super::ErrorView;

/// One backup.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct BackupView {
    /// Its folder.
    pub path: String,
    /// Counts up from 1.
    pub number: u32,
    /// Milliseconds since 1970, UTC.
    pub made_at: f64,
    /// How many conversations it holds.
    pub conversations: u32,
    /// How many turns it holds.
    pub turns: u32,
    /// When the last of them was asked, in milliseconds since 1970; null without turns.
    pub newest_turn_at: Option<f64>,
    /// Bytes of its database.
    pub bytes: f64,
}

/// All backups, and how the making of them goes.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct BackupsView {
    /// Where they go.
    pub folder: String,
    /// Whether the folder that was chosen is not there.
    pub folder_is_missing: bool,
    /// Newest first.
    pub backups: Vec<BackupView>,
    /// Whether one is being made.
    pub is_running: bool,
    /// When the newest was made; null without one.
    pub last_made_at: Option<f64>,
    /// Why the last one failed: one error or none.
    pub failure: Vec<ErrorView>,
}

/// What restoring the newest backup would mean.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct RestoreOfferView {
    /// The newest backup.
    pub backup: BackupView,
    /// When the store was last written, in milliseconds since 1970; null where it has no file.
    pub last_written: Option<f64>,
}

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct RestoredView {
    /// The folder that holds the store's files of before.
    pub aside: String,
}

impl From<BackupInfo> for BackupView {
    fn from(backup: BackupInfo) -> Self {
        Self {
            path: backup.path.to_string_lossy().into_owned(),
            number: backup.number,
            made_at: milliseconds(backup.made_at),
            conversations: backup.conversations,
            turns: backup.turns,
            newest_turn_at: backup.newest_turn_at.map(milliseconds),
            bytes: backup.bytes as f64,
        }
    }
}

impl From<RestoreOffer> for RestoreOfferView {
    fn from(offer: RestoreOffer) -> Self {
        Self {
            backup: offer.backup.into(),
            last_written: offer.last_written.map(milliseconds),
        }
    }
}

/// As JavaScript counts time; exact for the next quarter of a million years.
pub(super) fn milliseconds(time: Timestamp) -> f64 {
    time.0 as f64
}
