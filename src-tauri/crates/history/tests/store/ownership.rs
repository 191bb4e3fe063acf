//! One process owns the store.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::process::Child;

use sanad_history::{HistoryError, KeyDerivation, Store, StoreLock};

use crate::support::{
    TestFolder, another_process, create, folder_of_this_process, open, passphrase, rounds, tell,
};

#[test]
fn a_second_opening_is_told_that_the_store_is_in_use() {
    let (folder, store) = TestFolder::with_store();
    let outcome = open(&folder.folder);
    assert!(
        matches!(&outcome, Err(HistoryError::InUse { path }) if *path == folder.folder.lock()),
        "{outcome:?}"
    );
    assert!(matches!(
        create(&folder.folder),
        Err(HistoryError::InUse { .. })
    ));
    drop(store);
    folder.open();
    assert!(
        folder.folder.lock().exists(),
        "the lock file is never deleted"
    );
}

#[test]
fn a_lock_that_the_app_keeps_outlives_the_store() {
    let folder = TestFolder::new();
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    assert!(matches!(
        Store::open_under(&lock, &passphrase()),
        Err(HistoryError::NoStore { .. })
    ));
    assert!(
        !Store::exists(&folder.folder).expect("readable"),
        "a lock is no store"
    );
    let store = Store::create_under(&lock, &passphrase(), KeyDerivation::WEAK_FOR_TESTS);
    store.expect("room").close().expect("room");

    assert!(
        matches!(open(&folder.folder), Err(HistoryError::InUse { .. })),
        "while locked"
    );
    let store = Store::open_under(&lock, &passphrase()).expect("the lock is ours");
    let outcome = Store::open_under(&lock, &passphrase());
    assert!(
        matches!(outcome, Err(HistoryError::InUse { .. })),
        "one store at a time"
    );
    drop((store, lock));
    folder.open();
}

#[test]
fn deleting_the_lock_file_by_hand_lets_nobody_in() {
    let (folder, created) = TestFolder::with_store();
    assert_guarded_without_the_lock_file(&folder);
    drop(created);
    let _reopened = folder.open();
    assert_guarded_without_the_lock_file(&folder);
}

fn assert_guarded_without_the_lock_file(folder: &TestFolder) {
    fs::remove_file(folder.folder.lock()).expect("it is there");
    let outcome = open(&folder.folder);
    assert!(
        matches!(&outcome, Err(HistoryError::InUse { path }) if *path == folder.folder.database()),
        "{outcome:?}"
    );
    let shared_memory = folder.folder.root().join("sanad.db-shm");
    assert!(
        !shared_memory.exists(),
        "the log's index is in our own memory"
    );
}

#[test]
fn of_two_processes_that_open_at_once_one_owns_the_store() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    for round in 0..rounds(20) {
        let told = race("ownership::opener", &folder);
        assert_eq!(told, ["in use", "owner"], "round {round}");
    }
    folder.open();
}

#[test]
fn of_two_processes_that_create_at_once_one_owns_the_store() {
    for round in 0..rounds(20) {
        let folder = TestFolder::new();
        let told = race("ownership::creator", &folder);
        // The second may come before the first has finished, or after it has.
        assert!(
            ["exists", "in use"].contains(&told[0].as_str()),
            "round {round}: {told:?}"
        );
        assert_eq!(told[1], "owner", "round {round}");
        folder.open();
    }
}

/// Starts two processes, waits until each has said what became of it, and ends them.
fn race(test: &str, folder: &TestFolder) -> Vec<String> {
    let start = |_| {
        another_process(test, &folder.folder)
            .spawn()
            .expect("we can start ourselves")
    };
    let mut racers: Vec<Child> = (0..2).map(start).collect();
    let mut told: Vec<String> = racers.iter_mut().map(first_words).collect();
    for mut racer in racers {
        // The owner keeps the store until its input ends.
        drop(racer.stdin.take());
        racer.wait().expect("it is our child");
    }
    told.sort();
    told
}

fn first_words(racer: &mut Child) -> String {
    let output = racer.stdout.take().expect("it is a pipe");
    let lines = BufReader::new(output).lines();
    lines
        .map(|line| line.expect("it is text"))
        .find_map(|line| line.strip_prefix('@').map(str::to_owned))
        .expect("it tells what became of it")
}

fn tell_and_hold(outcome: Result<Store, HistoryError>) {
    tell(match &outcome {
        Ok(_) => "owner",
        Err(HistoryError::InUse { .. }) => "in use",
        Err(HistoryError::AlreadyExists { .. }) => "exists",
        Err(_) => "another error",
    });
    if let Ok(store) = outcome {
        std::io::stdin()
            .read_to_end(&mut Vec::new())
            .expect("the parent closes our input");
        drop(store);
    }
}

#[test]
#[ignore = "run by of_two_processes_that_open_at_once_one_owns_the_store"]
fn opener() {
    let Some(folder) = folder_of_this_process() else {
        return;
    };
    tell_and_hold(Store::open(&folder, &passphrase()));
}

#[test]
#[ignore = "run by of_two_processes_that_create_at_once_one_owns_the_store"]
fn creator() {
    let Some(folder) = folder_of_this_process() else {
        return;
    };
    tell_and_hold(create(&folder));
}
