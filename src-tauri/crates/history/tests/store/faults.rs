//! Full disks and read-only folders, made for real where the test may mount a file system.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sanad_history::{HistoryError, Operation, Store, StoreFolder};
use tempfile::TempDir;

use crate::support::{NOW, create, model, open, skip};

#[test]
fn a_full_disk_is_called_full_and_costs_nothing_that_was_acknowledged() {
    let Some(disk) = SmallDisk::mount("768k") else {
        return;
    };
    let mut store = create(&disk.folder).expect("an empty disk takes a store");
    let (conversation, turn) = store.begin_turn(None, "first", NOW).expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    let piece = "5-10 mg كل ٨ ساعات ".repeat(100);
    let mut kept = 0;
    let refused = loop {
        match store.extend_answer(answer.id, &piece) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 10_000, "the disk never filled");
    };
    assert!(
        matches!(&refused, HistoryError::DiskFull { operation: Operation::WriteStore, path, .. }
            if *path == disk.folder.database()),
        "{refused:?}"
    );
    let held = |store: &Store| {
        store.turns(conversation.id).expect("it exists")[0].answers[0]
            .text
            .len()
    };
    assert_eq!(
        held(&store),
        kept * piece.len(),
        "readable while the disk is full"
    );
    drop(store);

    // Nobody made room: what is there can be read all the same, or the fault is named.
    match open(&disk.folder) {
        Ok(store) => assert_eq!(held(&store), kept * piece.len()),
        Err(error) => assert!(matches!(error, HistoryError::DiskFull { .. }), "{error:?}"),
    }

    disk.remount("size=8m");
    let mut store = open(&disk.folder).expect("there is room again");
    assert_eq!(held(&store), kept * piece.len());
    store
        .begin_turn(None, &piece.repeat(10), NOW)
        .expect("there is room again");
    store.verify().expect("whole");
}

#[test]
fn a_store_goes_on_when_room_is_made_while_it_is_open() {
    let Some(disk) = SmallDisk::mount("768k") else {
        return;
    };
    let mut store = create(&disk.folder).expect("an empty disk takes a store");
    let question = "سؤال طويل ".repeat(500);
    let mut kept = 0;
    let refused = loop {
        match store.begin_turn(None, &question, NOW) {
            Ok(_) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 10_000, "the disk never filled");
    };
    assert!(
        matches!(refused, HistoryError::DiskFull { .. }),
        "{refused:?}"
    );
    disk.remount("size=8m");
    store
        .begin_turn(None, &question, NOW)
        .expect("there is room again");
    assert_eq!(store.conversations().expect("readable").len(), kept + 1);
    store.close().expect("there is room again");
    let store = open(&disk.folder).expect("whole");
    assert_eq!(store.conversations().expect("readable").len(), kept + 1);
    store.verify().expect("whole");
}

#[test]
fn a_disk_too_small_for_a_store_leaves_no_half_of_one() {
    for size in ["4k", "8k", "16k", "32k", "64k"] {
        let Some(disk) = SmallDisk::mount(size) else {
            return;
        };
        let outcome = create(&disk.folder);
        assert!(
            matches!(outcome, Err(HistoryError::DiskFull { .. })),
            "{size}: {outcome:?}"
        );
        disk.remount("size=8m");
        let store = if Store::exists(&disk.folder).expect("readable") {
            open(&disk.folder)
        } else {
            create(&disk.folder)
        };
        store.expect("there is room now").verify().expect("whole");
    }
}

#[test]
fn a_read_only_folder_is_called_read_only_and_nothing_changes() {
    let Some(disk) = SmallDisk::mount("2m") else {
        return;
    };
    let mut store = create(&disk.folder).expect("an empty disk takes a store");
    store.begin_turn(None, "kept", NOW).expect("room");
    store.close().expect("room");
    disk.remount("ro");
    let outcome = open(&disk.folder);
    assert!(
        matches!(&outcome, Err(HistoryError::ReadOnly { operation: Operation::LockStore, path, .. })
            if *path == disk.folder.lock()),
        "{outcome:?}"
    );
    let new = StoreFolder::at(&disk.folder.root().join("new"));
    let outcome = create(&new);
    assert!(
        matches!(&outcome, Err(HistoryError::ReadOnly { operation: Operation::CreateFolder, path, .. })
            if path == new.root()),
        "{outcome:?}"
    );
    disk.remount("rw");
    let store = open(&disk.folder).expect("it can be written again");
    assert_eq!(store.conversations().expect("readable").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_is_called_read_only() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    let owner = TempDir::new().expect("the system's temporary folder is writable");
    let forbid = |mode| fs::set_permissions(owner.path(), fs::Permissions::from_mode(mode));
    forbid(0o500).expect("it is ours");
    let bound_by_permissions = fs::write(owner.path().join("probe"), "").is_err();
    let outcome = create(&StoreFolder::at(owner.path()));
    forbid(0o700).expect("it is ours");
    if !bound_by_permissions {
        return skip("permissions do not bind root");
    }
    assert!(
        matches!(outcome, Err(HistoryError::ReadOnly { .. })),
        "{outcome:?}"
    );
    create(&StoreFolder::at(owner.path())).expect("it may be written now");
}

/// A file system in memory that is ours alone, gone when dropped.
struct SmallDisk {
    mount_point: PathBuf,
    folder: StoreFolder,
    _owner: TempDir,
}

impl SmallDisk {
    /// `None`, with a word on stderr, where we may not mount.
    fn mount(size: &str) -> Option<Self> {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let mount_point = owner.path().to_owned();
        let options = format!("size={size},mode=0700");
        if !mount(&["-t", "tmpfs", "-o", &options, "sanad-test"], &mount_point) {
            skip("only root may mount a small disk");
            return None;
        }
        let folder = StoreFolder::at(&mount_point);
        Some(Self {
            mount_point,
            folder,
            _owner: owner,
        })
    }

    fn remount(&self, options: &str) {
        let done = mount(&["-o", &format!("remount,{options}")], &self.mount_point);
        assert!(done, "what we mounted we may mount again");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.mount_point).status();
    }
}

fn mount(arguments: &[&str], mount_point: &Path) -> bool {
    Command::new("mount")
        .args(arguments)
        .arg(mount_point)
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
