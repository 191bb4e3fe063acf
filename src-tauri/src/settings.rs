//! What the user has set, kept in the encrypted store under typed names. What is not in its range falls back.

use std::ops::RangeInclusive;

use sanad_domain::Timestamp;
use sanad_history::{AuditKind, HistoryError, Store};

/// Minutes without a sign of anybody after which the app may lock itself.
pub(crate) const LOCK_AFTER: RangeInclusive<u32> = 1..=15;
/// Until somebody says otherwise.
pub(crate) const LOCK_AFTER_DEFAULT: u32 = 5;
/// The longest retention: ten years of days.
const LONGEST_RETENTION: u32 = 3650;

const LOCK_AFTER_NAME: &str = "lock.after_minutes";
const IMPROVES_TITLES_NAME: &str = "titles.improved_by_model";
const LAST_MODEL_NAME: &str = "audit.last_model";

/// Minutes without a sign of anybody after which the app locks itself.
pub(crate) fn lock_after(store: &Store) -> Result<u32, HistoryError> {
    let kept = store.setting(LOCK_AFTER_NAME)?;
    let minutes = kept.and_then(|kept| kept.parse().ok());
    Ok(minutes
        .filter(|minutes| LOCK_AFTER.contains(minutes))
        .unwrap_or(LOCK_AFTER_DEFAULT))
}

/// Whether what was kept for [`lock_after`] may not be so, and the default holds instead.
pub(crate) fn lock_after_is_damaged(store: &Store) -> Result<bool, HistoryError> {
    let held = lock_after(store)?;
    let kept = store.setting(LOCK_AFTER_NAME)?;
    Ok(kept.is_some_and(|kept| kept.parse() != Ok(held)))
}

/// Sets [`lock_after`] to the nearest that it may be, and says which. A longer time weakens privacy.
pub(crate) fn set_lock_after(
    store: &mut Store,
    minutes: u32,
    now: Timestamp,
) -> Result<u32, HistoryError> {
    let minutes = minutes.clamp(*LOCK_AFTER.start(), *LOCK_AFTER.end());
    let longer = minutes > lock_after(store)?;
    store.put_setting(LOCK_AFTER_NAME, &minutes.to_string())?;
    if longer {
        weaken(store, &format!("lock-after:{minutes}"), now)?;
    }
    Ok(minutes)
}

/// Days after which an untouched conversation is deleted; 0 for never.
pub(crate) fn retention(store: &Store) -> Result<u32, HistoryError> {
    Ok(store.retention_days()?.unwrap_or(0))
}

/// Sets [`retention`]. Keeping longer weakens privacy.
pub(crate) fn set_retention(
    store: &mut Store,
    days: u32,
    now: Timestamp,
) -> Result<(), HistoryError> {
    let days = days.min(LONGEST_RETENTION);
    let before = retention(store)?;
    store.set_retention_days((days > 0).then_some(days))?;
    if before > 0 && (days == 0 || days > before) {
        weaken(store, &format!("retention:{days}"), now)?;
    }
    Ok(())
}

/// Whether the model may find titles.
pub(crate) fn improves_titles(store: &Store) -> Result<bool, HistoryError> {
    Ok(store.setting(IMPROVES_TITLES_NAME)?.as_deref() != Some("no"))
}

/// Sets [`improves_titles`].
pub(crate) fn set_improves_titles(store: &mut Store, on: bool) -> Result<(), HistoryError> {
    store.put_setting(IMPROVES_TITLES_NAME, if on { "yes" } else { "no" })
}

/// Writes into the audit chain that a setting makes privacy weaker.
pub(crate) fn weaken(store: &mut Store, subject: &str, now: Timestamp) -> Result<(), HistoryError> {
    store.record(AuditKind::PrivacyWeakened, subject, now)
}

/// Writes into the audit chain which model answers from now on, if that is another than before.
pub(crate) fn note_model(
    store: &mut Store,
    sha256: &str,
    now: Timestamp,
) -> Result<(), HistoryError> {
    if store.setting(LAST_MODEL_NAME)?.as_deref() == Some(sha256) {
        return Ok(());
    }
    store.record(AuditKind::ModelChange, sha256, now)?;
    store.put_setting(LAST_MODEL_NAME, sha256)
}

#[cfg(test)]
pub(crate) mod tests {
    use sanad_history::{KeyDerivation, Passphrase, StoreFolder};

    use super::*;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    /// A new one, which nothing has been set in.
    pub(crate) fn store(folder: &tempfile::TempDir) -> Store {
        let passphrase = Passphrase::new("correct horse".to_owned()).expect("not empty");
        let derivation = KeyDerivation::for_this_machine().expect("memory");
        Store::create(&StoreFolder::at(folder.path()), &passphrase, derivation).expect("room")
    }

    #[test]
    fn what_is_out_of_range_falls_back() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        assert_eq!(lock_after(&store).expect("it reads"), 5);
        for (kept, read) in [
            ("0", 5),
            ("1", 1),
            ("15", 15),
            ("16", 5),
            ("never", 5),
            ("", 5),
        ] {
            store.put_setting(LOCK_AFTER_NAME, kept).expect("room");
            assert_eq!(lock_after(&store).expect("it reads"), read, "{kept}");
        }
        for (asked, set) in [(0, 1), (7, 7), (9999, 15)] {
            assert_eq!(set_lock_after(&mut store, asked, NOW).expect("room"), set);
        }
        set_retention(&mut store, u32::MAX, NOW).expect("room");
        assert_eq!(retention(&store).expect("it reads"), LONGEST_RETENTION);
    }

    #[test]
    fn what_weakens_privacy_is_in_the_audit_chain_and_what_strengthens_it_is_not() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        for minutes in [4, 10, 10, 2] {
            set_lock_after(&mut store, minutes, NOW).expect("room");
        }
        for days in [30, 7, 90, 0, 0, 365] {
            set_retention(&mut store, days, NOW).expect("room");
        }
        for sha256 in ["aa", "aa", "bb"] {
            note_model(&mut store, sha256, NOW).expect("room");
        }
        let subjects: Vec<String> = store
            .audit(0, 100)
            .expect("it reads")
            .into_iter()
            .map(|entry| entry.subject)
            .collect();
        assert_eq!(
            subjects,
            ["lock-after:10", "retention:90", "retention:0", "aa", "bb"]
        );
    }
}
