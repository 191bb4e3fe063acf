//! What stands between generated text and a patient: that its limits were read, and that somebody signs for a copy.

use sanad_domain::Timestamp;
use sanad_history::{AuditKind, HistoryError, Store};

/// Counts up whenever what is said of intended use and limits changes its meaning: it is then shown once more.
pub(crate) const INTENDED_USE_VERSION: u32 = 1;

const ACKNOWLEDGED_NAME: &str = "intended_use.acknowledged";
const SIGNS_NAME: &str = "records.signed";

/// Whether the present text was acknowledged in this store.
pub(crate) fn is_acknowledged(store: &Store) -> Result<bool, HistoryError> {
    let kept = store.setting(ACKNOWLEDGED_NAME)?;
    let version: Option<u32> = kept.and_then(|kept| kept.parse().ok());
    Ok(version.is_some_and(|version| version >= INTENDED_USE_VERSION))
}

/// Keeps that it was, and says so in the audit chain, once for each version.
pub(crate) fn acknowledge(store: &mut Store, now: Timestamp) -> Result<(), HistoryError> {
    if is_acknowledged(store)? {
        return Ok(());
    }
    let version = INTENDED_USE_VERSION.to_string();
    store.record(AuditKind::IntendedUse, &format!("version:{version}"), now)?;
    store.put_setting(ACKNOWLEDGED_NAME, &version)
}

/// Whether a copy for a record is shown and signed first.
///
/// Off until somebody says otherwise: each such copy already names the model and counts the figures without a source,
/// and a question that is asked every time is soon answered without being read. A department that wants a name under
/// each copy turns it on.
pub(crate) fn signs_records(store: &Store) -> Result<bool, HistoryError> {
    Ok(store.setting(SIGNS_NAME)?.as_deref() == Some("yes"))
}

/// Sets [`signs_records`].
pub(crate) fn set_signs_records(store: &mut Store, on: bool) -> Result<(), HistoryError> {
    store.put_setting(SIGNS_NAME, if on { "yes" } else { "no" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::tests::store;

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    #[test]
    fn the_limits_are_acknowledged_once_for_each_version_of_their_text() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        assert!(!is_acknowledged(&store).expect("readable"));
        for _ in 0..3 {
            acknowledge(&mut store, NOW).expect("room");
        }
        assert!(is_acknowledged(&store).expect("readable"));
        let entries = store.audit(0, 10).expect("readable");
        let said: Vec<_> = entries
            .iter()
            .map(|entry| (entry.kind.as_str(), entry.subject.as_str()))
            .collect();
        assert_eq!(said, [("intended_use", "version:1")]);
        for earlier in ["0", "", "yes"] {
            store.put_setting(ACKNOWLEDGED_NAME, earlier).expect("room");
            assert!(!is_acknowledged(&store).expect("readable"), "{earlier}");
        }
    }

    #[test]
    fn nobody_has_to_sign_until_somebody_says_so() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        assert!(!signs_records(&store).expect("readable"));
        for on in [true, false] {
            set_signs_records(&mut store, on).expect("room");
            assert_eq!(signs_records(&store).expect("readable"), on);
        }
    }
}
