//! Nobody without the passphrase reads a word.

use sanad_domain::{AnswerState, CutReason};
use sanad_history::{HistoryError, KeyDerivation, Passphrase, Store};

use crate::support::{self, NOW, TestFolder, files_under, model};

const CANARY: &str = "كناري canary-7Q: المريض عمر يأخذ 5-10 mg";

/// The canary's bytes as any program might have written them.
fn traces() -> Vec<Vec<u8>> {
    let little: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_be_bytes).collect();
    // Two words are enough of a trace.
    vec![
        CANARY.into(),
        b"canary-7Q".to_vec(),
        "المريض عمر".into(),
        little,
        big,
    ]
}

fn assert_no_trace(folder: &TestFolder, when: &str) {
    let files = files_under(folder.folder.root());
    assert!(
        files.iter().any(|(path, _)| path.ends_with("sanad.db")),
        "the store is there {when}"
    );
    for (path, bytes) in files {
        for trace in traces() {
            let found = bytes.windows(trace.len()).any(|window| window == trace);
            assert!(!found, "{} holds clinical text {when}", path.display());
        }
        if path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("sanad.db"))
        {
            let header = bytes.windows(15).any(|window| window == b"SQLite format 3");
            assert!(!header, "{} is not encrypted {when}", path.display());
        }
    }
}

#[test]
fn no_file_of_the_folder_holds_a_sentence_that_was_typed() {
    let (folder, mut store) = TestFolder::with_store();
    let (conversation, turn) = store.begin_turn(None, CANARY, NOW).expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(answer.id, CANARY).expect("open");
    store
        .save_draft(Some(conversation.id), CANARY, NOW)
        .expect("room");
    store.save_draft(None, CANARY, NOW).expect("room");
    store.save_edit(turn.id, CANARY, NOW).expect("it exists");
    store.put_setting("canary", CANARY).expect("room");
    store.rename(conversation.id, CANARY).expect("it exists");
    let log = folder.folder.root().join("sanad.db-wal");
    let logged = log
        .metadata()
        .expect("the log is there while the store is open")
        .len();
    assert!(
        logged > 4096,
        "the log is being looked into and not an empty file"
    );
    assert_no_trace(&folder, "while open");

    let stopped = AnswerState::Incomplete {
        reason: CutReason::Stopped,
    };
    store.finish_answer(answer.id, stopped, None).expect("open");
    store.close().expect("room");
    assert_no_trace(&folder, "after closing");
    assert!(
        !log.exists() || log.metadata().expect("it exists").len() == 0,
        "the log is emptied"
    );
}

#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let (folder, mut store) = TestFolder::with_store();
    store.begin_turn(None, "q", NOW).expect("room");
    store.close().expect("room");
    let before = files_under(folder.folder.root());
    for wrong in ["قلب سليم 43", "قلب سليم 42 ", "x"] {
        let wrong = Passphrase::new(wrong.to_owned()).expect("not empty");
        let outcome = Store::open(&folder.folder, &wrong);
        assert!(
            matches!(outcome, Err(HistoryError::WrongPassphrase)),
            "{outcome:?}"
        );
    }
    assert_eq!(files_under(folder.folder.root()), before);
    assert_eq!(folder.open().conversations().expect("readable").len(), 1);
}

#[test]
fn the_key_of_one_store_opens_no_other() {
    let (one, store) = TestFolder::with_store();
    store.close().expect("room");
    let (other, store) = TestFolder::with_store();
    store.close().expect("room");
    std::fs::copy(one.folder.key(), other.folder.key()).expect("both are there");
    let outcome = support::open(&other.folder);
    assert!(
        matches!(outcome, Err(HistoryError::Damaged { .. })),
        "{outcome:?}"
    );
}

#[cfg(unix)]
#[test]
fn other_users_of_the_machine_can_read_no_file() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, mut store) = TestFolder::with_store();
    store.begin_turn(None, "q", NOW).expect("room");
    let mode =
        |path: &std::path::Path| path.metadata().expect("it exists").permissions().mode() & 0o777;
    assert_eq!(mode(folder.folder.root()), 0o700);
    for (path, _) in files_under(folder.folder.root()) {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn the_standard_derivation_opens_what_it_made() {
    let folder = TestFolder::new();
    let derivation = KeyDerivation::for_this_machine().expect("64 MiB are to be had");
    let store = Store::create(&folder.folder, &support::passphrase(), derivation).expect("room");
    drop(store);
    folder.open();
}

#[test]
fn a_deleted_conversation_takes_its_turns_answers_and_draft_with_it() {
    let (folder, mut store) = TestFolder::with_store();
    let (deleted, turn) = store
        .begin_turn(None, &CANARY.repeat(500), NOW)
        .expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    store
        .save_draft(Some(deleted.id), CANARY, NOW)
        .expect("room");
    let (kept, _) = store.begin_turn(None, "kept", NOW).expect("room");
    store
        .delete_conversation(deleted.id, NOW)
        .expect("it exists");
    drop(store);

    let mut store = folder.open();
    store.verify().expect("whole");
    assert_eq!(store.conversations().expect("readable"), [kept]);
    assert_eq!(store.draft(Some(deleted.id)).expect("readable"), None);
    assert!(matches!(
        store.turn(turn.id),
        Err(HistoryError::NoSuchTurn(_))
    ));
    let outcome = store.extend_answer(answer.id, "x");
    assert!(
        matches!(outcome, Err(HistoryError::NoSuchAnswer(_))),
        "{outcome:?}"
    );
}
