//! What the window hears of exports and imports.

use sanad_export::Format;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::exports::{ExportFormat, Exported, Imported};

/// What a conversation is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ExportFormatView {
    /// Text with Markdown's signs.
    Markdown,
    /// A page for a browser.
    Html,
    /// A document for a word processor.
    Docx,
    /// Pages to print.
    Pdf,
    /// Complete, to be imported again.
    Json,
}

impl From<ExportFormatView> for ExportFormat {
    fn from(format: ExportFormatView) -> Self {
        match format {
            ExportFormatView::Markdown => Self::Document(Format::Markdown),
            ExportFormatView::Html => Self::Document(Format::Html),
            ExportFormatView::Docx => Self::Document(Format::Docx),
            ExportFormatView::Pdf => Self::Document(Format::Pdf),
            ExportFormatView::Json => Self::Json,
        }
    }
}

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
