//! The audit chain in pages, from its end.

use sanad_history::{AuditEntry, HistoryError, Store};

/// Entries in a page.
const PAGE: u32 = 100;

/// The entries before a number, newest first, and whether there are older ones. 0 begins with the newest.
pub(crate) fn page(store: &Store, before: u32) -> Result<(Vec<AuditEntry>, bool), HistoryError> {
    let end = if before == 0 {
        newest_number(store)?.saturating_add(1)
    } else {
        before
    };
    let after = end.saturating_sub(PAGE + 1);
    let mut entries = store.audit(after, end.saturating_sub(after + 1))?;
    entries.reverse();
    Ok((entries, after > 0))
}

/// The number of the last entry; 0 without any.
fn newest_number(store: &Store) -> Result<u32, HistoryError> {
    // Numbers have no gaps, so the last is found by halving; most stores need three looks.
    let is_there = |number: u32| Ok(!store.audit(number - 1, 1)?.is_empty());
    let mut missing = 1;
    while is_there(missing)? {
        missing = missing.saturating_mul(16);
    }
    let mut there = missing / 16;
    while missing - there > 1 {
        let middle = there + (missing - there) / 2;
        if is_there(middle)? {
            there = middle;
        } else {
            missing = middle;
        }
    }
    Ok(there)
}
