//! What stands between generated text and a patient, as the window asks for it.

use serde::Serialize;
use specta::Type;

/// What was acknowledged in this store, and what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct SafeguardsView {
    /// Counts up whenever what is said of intended use and limits changes its meaning.
    pub intended_use_version: u32,
    /// Whether that version was acknowledged.
    pub is_acknowledged: bool,
    /// Whether a copy for a record is shown and signed first.
    pub signs_records: bool,
}
