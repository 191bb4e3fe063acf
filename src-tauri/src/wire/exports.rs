//! What the window hears of exports and imports.

use serde::Serialize;
use specta::Type;

use crate::exports::{Exported, Imported};

/// A file that was written.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ExportedView {
    /// Where it is.
    pub path: String,
    /// Its length.
    pub bytes: f64,
}

impl From<Exported> for ExportedView {
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact up to eight thousand terabytes"
    )]
    fn from(exported: Exported) -> Self {
        Self {
            path: exported.path.display().to_string(),
            bytes: exported.bytes as f64,
        }
    }
}

/// What came of a file that was taken in.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct ImportedView {
    /// Conversations that were not there before.
    pub conversations: u32,
    /// Their turns.
    pub turns: u32,
    /// Conversations that were there already, and were left as they are.
    pub already_there: u32,
}

impl From<Imported> for ImportedView {
    fn from(imported: Imported) -> Self {
        Self {
            conversations: imported.conversations,
            turns: imported.turns,
            already_there: imported.already_there,
        }
    }
}
