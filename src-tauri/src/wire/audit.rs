//! The audit chain, as the window shows it.

use sanad_history::{AuditEntry, AuditHead};
use serde::Serialize;
use specta::Type;

use super::backups::milliseconds;
use crate::error::ShellError;

/// One entry.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct AuditEntryView {
    /// 1 for the first.
    pub number: u32,
    /// Milliseconds since 1970, UTC, as the clock said.
    pub at: f64,
    /// Names the message `audit-<kind>`.
    pub kind: String,
    /// To what: an id, a hash, a code; empty for nothing.
    pub subject: String,
}

/// Some entries, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct AuditPageView {
    /// The entries.
    pub entries: Vec<AuditEntryView>,
    /// Whether there are older ones.
    pub has_more: bool,
}

impl From<AuditEntry> for AuditEntryView {
    fn from(entry: AuditEntry) -> Self {
        Self {
            number: entry.number,
            at: milliseconds(entry.at),
            kind: entry.kind,
            subject: entry.subject,
        }
    }
}

/// A head as it is kept elsewhere: `entries:code`.
pub(crate) fn head_of(head: &AuditHead) -> String {
    format!("{}:{}", head.entries, head.code)
}

/// A head that was kept elsewhere; `None` for an empty text.
///
/// # Errors
/// [`ShellError::AuditHead`] for what is none.
pub(crate) fn head_from(text: &str) -> Result<Option<AuditHead>, ShellError> {
    // Whoever copies it out of a sentence may have copied the isolates around it.
    let text: String = text.chars().filter(char::is_ascii_graphic).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let (entries, code) = text.split_once(':').ok_or(ShellError::AuditHead)?;
    let entries = entries.parse().map_err(|_| ShellError::AuditHead)?;
    let is_code = code.is_empty() || code.len() == 64;
    if !is_code || !code.chars().all(|c| c.is_ascii_hexdigit()) {
        return Err(ShellError::AuditHead);
    }
    Ok(Some(AuditHead {
        entries,
        code: code.to_ascii_lowercase(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_comes_back_from_paper() {
        let code = "0f".repeat(32);
        let head = AuditHead { entries: 12, code };
        let copied = format!(" \u{2068}{}\u{2069}\n", head_of(&head));
        assert_eq!(head_from(&copied).expect("a head"), Some(head));
        assert_eq!(head_from("  ").expect("none"), None);
        for wrong in ["12", "x:00", "12:zz", "12:0f", ":"] {
            assert!(head_from(wrong).is_err(), "{wrong}");
        }
    }
}
