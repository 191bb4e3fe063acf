//! What opens a store: passphrase, recovery code, another key, and how often one may be wrong.

use std::fs;

use sanad_domain::Timestamp;
use sanad_history::{HistoryError, KeyDerivation, Passphrase, RecoveryCode, Store, StoreLock};

use crate::support::{NOW, TestFolder, files_under, open, passphrase};

const WEAK: KeyDerivation = KeyDerivation::WEAK_FOR_TESTS;

fn other() -> Passphrase {
    Passphrase::new("another عبارة".to_owned()).expect("not empty")
}

fn new_code() -> RecoveryCode {
    RecoveryCode::new().expect("the system gives random numbers")
}

fn kinds(store: &Store) -> Vec<String> {
    store.verify_audit(None).expect("the chain is whole");
    let entries = store.audit(0, 1000).expect("readable");
    entries.into_iter().map(|entry| entry.kind).collect()
}

#[test]
fn a_changed_passphrase_opens_the_store_and_the_old_one_does_not() {
    let (folder, mut store) = TestFolder::with_store();
    store.begin_turn(None, "kept", NOW).expect("room");
    let outcome = store.change_passphrase(&other(), &other(), WEAK, NOW);
    assert!(
        matches!(outcome, Err(HistoryError::WrongPassphrase)),
        "{outcome:?}"
    );
    let pages = fs::read(folder.folder.database()).expect("it is there");
    store
        .change_passphrase(&passphrase(), &other(), WEAK, NOW)
        .expect("it is the passphrase");
    assert_eq!(
        fs::read(folder.folder.database()).expect("it is there"),
        pages,
        "nothing is encrypted anew"
    );
    store.begin_turn(None, "goes on", NOW).expect("room");
    drop(store);
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::WrongPassphrase)
    ));
    let store = Store::open(&folder.folder, &other()).expect("it is the new passphrase");
    assert_eq!(store.conversations().expect("readable").len(), 2);
    assert_eq!(kinds(&store), ["passphrase_change"]);
}

#[test]
fn a_recovery_code_counts_only_once_it_was_typed_back() {
    let (folder, mut store) = TestFolder::with_store();
    let code = new_code();
    let mut slip = code.shown().to_string();
    slip.replace_range(0..1, if slip.starts_with('7') { "8" } else { "7" });
    let try_with = |store: &mut Store, typed: &str| {
        store.set_recovery_code(&passphrase(), &code, typed, WEAK, NOW)
    };
    let outcome = try_with(&mut store, &slip);
    assert!(
        matches!(outcome, Err(HistoryError::RecoveryCodeMistyped)),
        "{outcome:?}"
    );
    let outcome = try_with(&mut store, &new_code().shown());
    assert!(
        matches!(outcome, Err(HistoryError::RecoveryCodeDiffers)),
        "{outcome:?}"
    );
    assert!(!Store::has_recovery_code(&folder.folder).expect("readable"));
    try_with(&mut store, &code.shown().to_lowercase().replace('-', " ")).expect("it is the code");
    assert!(Store::has_recovery_code(&folder.folder).expect("readable"));
    assert_eq!(kinds(&store), ["recovery_code"]);
    for (path, bytes) in files_under(folder.folder.root()) {
        let held = bytes
            .windows(34)
            .any(|window| window == code.shown().as_bytes());
        assert!(!held, "{} holds the code", path.display());
    }
}

#[test]
fn a_recovery_code_opens_the_store_and_gives_it_a_new_passphrase() {
    let (folder, mut store) = TestFolder::with_store();
    store.begin_turn(None, "kept", NOW).expect("room");
    let code = new_code();
    store
        .set_recovery_code(&passphrase(), &code, &code.shown(), WEAK, NOW)
        .expect("it is the code");
    // The code outlives a change of the passphrase.
    store
        .change_passphrase(&passphrase(), &other(), WEAK, NOW)
        .expect("it is the passphrase");
    drop(store);

    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let outcome = Store::recover(&lock, &new_code(), &passphrase(), WEAK, NOW);
    assert!(
        matches!(outcome, Err(HistoryError::WrongRecoveryCode)),
        "{outcome:?}"
    );
    let code = RecoveryCode::typed(&code.shown()).expect("it is written rightly");
    let store = Store::recover(&lock, &code, &passphrase(), WEAK, NOW).expect("it is the code");
    assert_eq!(store.conversations().expect("readable").len(), 1);
    assert_eq!(
        kinds(&store),
        ["recovery_code", "passphrase_change", "recovery"]
    );
    drop((store, lock));
    assert!(Store::open(&folder.folder, &other()).is_err());
    folder.open();

    // A second code takes the place of the first.
    let mut store = folder.open();
    let second = new_code();
    store
        .set_recovery_code(&passphrase(), &second, &second.shown(), WEAK, NOW)
        .expect("it is the code");
    drop(store);
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    assert!(Store::recover(&lock, &code, &other(), WEAK, NOW).is_err());
    Store::recover(&lock, &second, &other(), WEAK, NOW).expect("it is the code");
}

#[test]
fn another_key_encrypts_every_page_anew_and_loses_nothing() {
    let (folder, mut store) = TestFolder::with_store();
    for number in 0..40 {
        store
            .begin_turn(None, &format!("سؤال {number} ").repeat(50), NOW)
            .expect("room");
    }
    let code = new_code();
    store
        .set_recovery_code(&passphrase(), &code, &code.shown(), WEAK, NOW)
        .expect("it is the code");
    store.close().expect("room");
    let old_key_file = fs::read(folder.folder.key()).expect("it is there");
    let old_pages = fs::read(folder.folder.database()).expect("it is there");

    let store = folder.open();
    let fresh = new_code();
    let mut store = store
        .change_key(&passphrase(), Some(&fresh), WEAK, NOW)
        .expect("it is the passphrase");
    store.begin_turn(None, "goes on", NOW).expect("room");
    assert_eq!(kinds(&store), ["recovery_code", "key_change"]);
    store.close().expect("room");
    let new_pages = fs::read(folder.folder.database()).expect("it is there");
    let same = old_pages
        .chunks(4096)
        .zip(new_pages.chunks(4096))
        .filter(|(old, new)| old == new);
    assert_eq!(same.count(), 0, "pages are the same under both keys");
    let store = folder.open();
    assert_eq!(store.conversations().expect("readable").len(), 41);
    store.verify().expect("whole");
    drop(store);
    assert!(!folder.folder.root().join("sanad.db.rekey").exists());

    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let outcome = Store::recover(&lock, &code, &other(), WEAK, NOW);
    assert!(
        matches!(outcome, Err(HistoryError::WrongRecoveryCode)),
        "the old code: {outcome:?}"
    );
    drop(Store::recover(&lock, &fresh, &passphrase(), WEAK, NOW).expect("it is the new code"));
    drop(lock);
    // The old key opens the new pages no more.
    fs::write(folder.folder.key(), old_key_file).expect("room");
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::Damaged { .. })
    ));
}

#[test]
fn too_many_wrong_passphrases_have_to_wait_and_are_recorded() {
    let (folder, store) = TestFolder::with_store();
    drop(store);
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let after = |milliseconds: i64| Timestamp(NOW.0 + milliseconds);
    for number in 0..3 {
        let outcome = Store::unlock(&lock, &other(), after(number));
        assert!(
            matches!(outcome, Err(HistoryError::WrongPassphrase)),
            "{outcome:?}"
        );
    }
    let refused = |outcome: Result<Store, HistoryError>, seconds| {
        assert!(
            matches!(outcome, Err(HistoryError::TooManyAttempts { wait_seconds }) if wait_seconds == seconds),
            "{outcome:?}"
        );
    };
    // Even the right one, or the answer would tell which one is right.
    refused(Store::unlock(&lock, &passphrase(), after(500)), 1);
    assert!(Store::unlock(&lock, &other(), after(2_000)).is_err());
    refused(Store::unlock(&lock, &passphrase(), after(2_001)), 2);
    // A clock that was set back does not lock the owner out for years, and is no way round.
    refused(
        Store::unlock(&lock, &passphrase(), after(-1_000_000_000)),
        2,
    );
    refused(
        Store::unlock(&lock, &passphrase(), after(-1_000_000_000 + 1_999)),
        1,
    );
    let store =
        Store::unlock(&lock, &passphrase(), after(-1_000_000_000 + 2_000)).expect("in time");
    assert_eq!(
        kinds(&store),
        [
            "failed_unlock",
            "failed_unlock",
            "failed_unlock",
            "failed_unlock",
            "unlock"
        ]
    );
    drop(store);
    let store = Store::unlock(&lock, &passphrase(), NOW).expect("the count begins anew");
    assert_eq!(kinds(&store).len(), 6);
}

#[test]
fn a_missing_store_is_no_wrong_passphrase_and_is_not_counted() {
    let (folder, store) = TestFolder::with_store();
    drop(store);
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let kept = fs::read(folder.folder.key()).expect("it is there");
    fs::remove_file(folder.folder.key()).expect("it is there");
    for _ in 0..5 {
        let outcome = Store::unlock(&lock, &passphrase(), NOW);
        assert!(
            matches!(outcome, Err(HistoryError::KeyMissing { .. })),
            "{outcome:?}"
        );
    }
    fs::write(folder.folder.key(), kept).expect("room");
    // A torn count is no reason to keep the owner out.
    fs::write(folder.folder.root().join("attempts.json"), b"{\"tim").expect("room");
    Store::unlock(&lock, &passphrase(), NOW).expect("nothing was counted");
}
