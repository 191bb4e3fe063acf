//! Backups: whole before older ones go, and the way back.

use std::fs;
use std::path::PathBuf;
use std::thread;

use sanad_domain::Timestamp;
use sanad_history::{
    BackupInfo, HistoryError, KeyDerivation, Passphrase, Store, StoreFolder, StoreLock, backups,
};

use crate::support::{NOW, TestFolder, files_under, open, passphrase};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn backup_folder(folder: &TestFolder) -> PathBuf {
    let path = folder.folder.backups();
    fs::create_dir_all(&path).expect("room");
    path
}

fn back_up(store: &mut Store, into: &std::path::Path, now: Timestamp) -> BackupInfo {
    let job = store.begin_backup(into, now).expect("the folder is there");
    job.run().expect("there is room")
}

fn titles(store: &Store) -> Vec<String> {
    let listed = store.conversations().expect("readable");
    listed.into_iter().map(|one| one.title).collect()
}

#[test]
fn a_backup_is_a_whole_store_of_the_moment_it_was_begun() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store.begin_turn(None, "before كلمة", NOW).expect("room");
    let job = store.begin_backup(&into, NOW).expect("the folder is there");
    // The store goes on meanwhile, and even fills its log.
    let (deleted, _) = store.begin_turn(None, "deleted", NOW).expect("room");
    for number in 0..60 {
        store
            .begin_turn(None, &format!("during {number} ").repeat(400), NOW)
            .expect("room");
    }
    store
        .delete_conversation(deleted.id, NOW)
        .expect("it exists");
    let made = job.run().expect("there is room");
    assert_eq!((made.number, made.conversations, made.turns), (1, 1, 1));
    assert_eq!((made.made_at, made.newest_turn_at), (NOW, Some(NOW)));
    store.record_backup(&made, NOW).expect("room");

    let copy = Store::open(&StoreFolder::at(&made.path), &passphrase()).expect("it is a store");
    assert_eq!(titles(&copy), ["before كلمة"]);
    drop(copy);
    // What waited in the log has gone into the file, and what was deleted is in neither.
    let log = folder.folder.root().join("sanad.db-wal");
    assert!(log.metadata().expect("it is there").len() < 4 * 1024 * 1024);
    assert_eq!(store.conversations().expect("readable").len(), 61);
    store.verify().expect("whole");
    assert_eq!(backups(&into).expect("readable"), [made]);
    for (path, bytes) in files_under(&into) {
        let plain = bytes.windows(6).any(|window| window == b"before");
        assert!(!plain, "{} is readable", path.display());
    }
}

#[test]
fn a_backup_runs_on_a_thread_of_its_own_while_words_are_written() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    for number in 0..200 {
        store
            .begin_turn(None, &format!("{number} كلمة ").repeat(300), NOW)
            .expect("room");
    }
    for round in 0..5 {
        let job = store.begin_backup(&into, NOW).expect("the folder is there");
        let running = thread::spawn(move || job.run());
        let mut written = 0;
        while !running.is_finished() || written < 3 {
            store.begin_turn(None, "meanwhile", NOW).expect("room");
            written += 1;
        }
        let made = running
            .join()
            .expect("it does not panic")
            .expect("there is room");
        let copy = Store::open(&StoreFolder::at(&made.path), &passphrase()).expect("it is a store");
        assert_eq!(
            copy.conversations().expect("readable").len() as u32,
            made.conversations,
            "{round}"
        );
        copy.verify().expect("whole");
    }
    store.verify().expect("whole");
}

#[test]
fn closing_the_store_breaks_a_backup_off_and_leaves_the_earlier_ones() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store.begin_turn(None, "q", NOW).expect("room");
    let first = back_up(&mut store, &into, NOW);
    for close in [true, false] {
        let job = store.begin_backup(&into, NOW).expect("the folder is there");
        store.begin_turn(None, "meanwhile", NOW).expect("room");
        if close {
            store.close().expect("room");
        } else {
            drop(store);
        }
        let outcome = job.run();
        assert!(
            matches!(outcome, Err(HistoryError::BackupBrokenOff { .. })),
            "{outcome:?}"
        );
        store = folder.open();
    }
    let job = store.begin_backup(&into, NOW).expect("the folder is there");
    store.verify().expect("whole");
    assert!(job.run().is_err(), "a check moves the log into the file");
    // A job that nobody runs leaves nothing, and the next one is made as always.
    drop(store.begin_backup(&into, NOW).expect("the folder is there"));
    let second = back_up(&mut store, &into, NOW);
    assert_eq!(backups(&into).expect("readable"), [second, first]);
    assert_eq!(fs::read_dir(&into).expect("it is there").count(), 2);
}

#[test]
fn old_backups_go_only_when_a_new_one_is_whole() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store.begin_turn(None, "q", NOW).expect("room");
    for day in 0..12 {
        back_up(&mut store, &into, Timestamp(NOW.0 + day * DAY));
    }
    // 21 September to 2 October: seven, and the last of September is among them.
    let numbers = |into: &std::path::Path| -> Vec<u32> {
        let listed = backups(into).expect("readable");
        listed.iter().map(|one| one.number).collect()
    };
    assert_eq!(numbers(&into), [12, 11, 10, 9, 8, 7, 6]);

    // A damaged page: the copy is found bad, and nothing goes.
    drop(store);
    let mut store = folder.open();
    let job = store.begin_backup(&into, NOW).expect("the folder is there");
    let path = folder.folder.database();
    let mut bytes = fs::read(&path).expect("it is there");
    let end = bytes.len();
    bytes[end - 2000] ^= 1;
    fs::write(&path, bytes).expect("room");
    let outcome = job.run();
    assert!(
        matches!(outcome, Err(HistoryError::Damaged { .. })),
        "{outcome:?}"
    );
    assert_eq!(numbers(&into), [12, 11, 10, 9, 8, 7, 6]);
}

#[test]
fn a_folder_that_is_not_there_asks_for_a_reminder_and_nothing_more() {
    let (folder, mut store) = TestFolder::with_store();
    let absent = folder.folder.root().join("stick");
    let outcome = store.begin_backup(&absent, NOW);
    assert!(
        matches!(outcome, Err(HistoryError::BackupFolderMissing { .. })),
        "{outcome:?}"
    );
    let outcome = backups(&absent);
    assert!(
        matches!(outcome, Err(HistoryError::BackupFolderMissing { .. })),
        "{outcome:?}"
    );
    // Pulled out in the middle.
    fs::create_dir(&absent).expect("room");
    let job = store.begin_backup(&absent, NOW).expect("it is there");
    fs::remove_dir(&absent).expect("it is empty");
    let outcome = job.run();
    assert!(
        matches!(outcome, Err(HistoryError::BackupFolderMissing { .. })),
        "{outcome:?}"
    );
    store.begin_turn(None, "q", NOW).expect("the store goes on");
    // A name in any script.
    let named = folder.folder.root().join("نسخ احتياطية 👍");
    fs::create_dir(&named).expect("room");
    back_up(&mut store, &named, NOW);
}

#[test]
fn a_restored_store_is_that_of_the_backup_and_the_old_files_are_kept() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store.begin_turn(None, "then", NOW).expect("room");
    let backup = back_up(&mut store, &into, NOW);
    let other = Passphrase::new("later".to_owned()).expect("not empty");
    store
        .change_passphrase(&passphrase(), &other, KeyDerivation::WEAK_FOR_TESTS, NOW)
        .expect("it is the passphrase");
    store.begin_turn(None, "now", NOW).expect("room");
    drop(store);

    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    // A wrong passphrase is counted, and nothing else is touched.
    let files = || {
        let mut files = files_under(folder.folder.root());
        files.retain(|(path, _)| !path.ends_with("attempts.json"));
        files
    };
    let before = files();
    let refused = Store::restore(&lock, &backup.path, &other, NOW).map(|_| ());
    assert!(
        matches!(refused, Err(HistoryError::WrongPassphrase)),
        "{refused:?}"
    );
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    let refused = Store::restore(&lock, elsewhere.path(), &passphrase(), NOW).map(|_| ());
    assert!(
        matches!(refused, Err(HistoryError::NoBackup { .. })),
        "{refused:?}"
    );
    assert!(files() == before, "a refused restore changed a file");

    let (store, aside) = Store::restore(&lock, &backup.path, &passphrase(), NOW).expect("whole");
    assert_eq!(titles(&store), ["then"]);
    let last = store
        .audit(0, 100)
        .expect("readable")
        .pop()
        .expect("it is recorded");
    assert_eq!(
        (last.kind.as_str(), last.subject.as_str()),
        ("restore", "backup-1")
    );
    drop((store, lock));
    assert_eq!(titles(&folder.open()), ["then"]);
    let old = Store::open(&StoreFolder::at(&aside), &other).expect("nothing is lost");
    assert_eq!(titles(&old), ["now", "then"]);
}

#[test]
fn a_damaged_store_is_put_aside_and_the_newest_backup_offered() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store.begin_turn(None, "then", NOW).expect("room");
    back_up(&mut store, &into, Timestamp(NOW.0 - DAY));
    let newest = back_up(&mut store, &into, NOW);
    store.close().expect("room");
    fs::write(folder.folder.database(), vec![7; 8192]).expect("room");
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::Damaged { .. })
    ));
    let offer = Store::restore_offer(&folder.folder, &into).expect("there are two");
    assert_eq!(offer.backup, newest);
    assert!(offer.last_written.is_some());

    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let aside = Store::put_aside(&lock, NOW).expect("room");
    assert_eq!(
        fs::read(aside.join("sanad.db")).expect("it is kept").len(),
        8192
    );
    assert!(aside.join("key.json").exists());
    assert!(!Store::exists(&folder.folder).expect("readable"));
    let again = Store::put_aside(&lock, NOW);
    assert!(
        matches!(again, Err(HistoryError::NoStore { .. })),
        "{again:?}"
    );
    let (store, _) = Store::restore(&lock, &newest.path, &passphrase(), NOW).expect("whole");
    assert_eq!(titles(&store), ["then"]);
}

#[test]
fn a_damaged_backup_is_refused_and_the_store_stays_as_it_is() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    store
        .begin_turn(None, "now ".repeat(3000).trim(), NOW)
        .expect("room");
    let backup = back_up(&mut store, &into, NOW);
    drop(store);
    let database = backup.path.join("sanad.db");
    let whole = fs::read(&database).expect("it is there");
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    for page in 0..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 1000] ^= 4;
        fs::write(&database, damaged).expect("room");
        let outcome = Store::restore(&lock, &backup.path, &passphrase(), NOW).map(|_| ());
        assert!(
            matches!(outcome, Err(HistoryError::Damaged { .. })),
            "page {page}: {outcome:?}"
        );
    }
    let store = Store::open_under(&lock, &passphrase()).expect("as it was");
    assert_eq!(store.conversations().expect("readable").len(), 1);
}

#[test]
fn of_a_folder_with_backups_the_newest_is_restored() {
    let (folder, mut store) = TestFolder::with_store();
    let into = backup_folder(&folder);
    for question in ["first", "second", "third"] {
        store.begin_turn(None, question, NOW).expect("room");
        back_up(&mut store, &into, NOW);
    }
    drop(store);
    let lock = StoreLock::take(&folder.folder).expect("nobody has it");
    let (store, _) = Store::restore(&lock, &into, &passphrase(), NOW).expect("there are three");
    assert_eq!(store.conversations().expect("readable").len(), 3);
}

#[test]
fn a_restore_that_was_broken_off_at_any_step_is_finished_by_opening() {
    // As a kill leaves it after each of the moves: which of the files are in which place.
    let moved = [["sanad.db", "key.json"], ["", "key.json"], ["", ""]];
    for (step, still_waiting) in moved.iter().enumerate() {
        let (folder, mut store) = TestFolder::with_store();
        let into = backup_folder(&folder);
        store.begin_turn(None, "then", NOW).expect("room");
        let backup = back_up(&mut store, &into, NOW);
        store.begin_turn(None, "now", NOW).expect("room");
        drop(store);
        let root = folder.folder.root();
        let ready = root.join("restore.ready");
        fs::create_dir(&ready).expect("room");
        fs::write(ready.join("aside"), "aside-test").expect("room");
        for file in ["sanad.db", "key.json"] {
            let from = backup.path.join(file);
            if still_waiting.contains(&file) {
                fs::copy(&from, ready.join(file)).expect("room");
            } else {
                fs::create_dir_all(root.join("aside-test")).expect("room");
                fs::rename(root.join(file), root.join("aside-test").join(file))
                    .expect("it is there");
                fs::copy(&from, root.join(file)).expect("room");
            }
        }
        if step == 0 {
            // The old database was moved and the new one was not yet: there seems to be no store.
            fs::create_dir(root.join("aside-test")).expect("room");
            fs::rename(root.join("sanad.db"), root.join("aside-test/sanad.db"))
                .expect("it is there");
            fs::remove_file(root.join("key.json")).expect("it is there");
        }
        assert!(Store::exists(&folder.folder).expect("readable"));
        assert_eq!(titles(&folder.open()), ["then"], "step {step}");
        assert!(!ready.exists());
    }
}
