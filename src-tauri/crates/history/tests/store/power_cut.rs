//! The power goes: whatever the disk may legally hold then, everything that was told is there.

use std::fs;
use std::process::Stdio;

use crate::disk::{Told, shim, work};
use crate::replay::{Recording, Remains};
use crate::support::{Dice, TestFolder, another_process, folder_of_this_process, memory, rounds};
use sanad_history::StoreFolder;

#[test]
fn nothing_that_was_told_is_lost_when_the_power_goes() {
    let Some(shim) = shim() else { return };
    let folder = TestFolder::in_memory();
    fs::create_dir_all(folder.folder.root()).expect("room");
    let log = folder.folder.root().with_extension("log");
    let status = another_process("power_cut::worker", &folder.folder)
        .env("LD_PRELOAD", shim)
        .env("SANAD_DISK_ROOT", folder.folder.root())
        .env("SANAD_DISK_LOG", &log)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .expect("we can start ourselves");
    assert!(status.success());
    let recording = Recording::read(&log, folder.folder.root());
    let whole = Told::of(&recording.told_before(recording.len()));
    assert!(whole.closed && whole.refused.is_none(), "{whole:?}");
    assert!(
        recording.len() > 500,
        "{} calls were recorded",
        recording.len()
    );

    let mut dice = Dice(0x5eed_0007);
    for round in 0..rounds(200) {
        let cut = usize::try_from(dice.below(recording.len() as u64 + 1)).expect("small");
        let remains = match round % 4 {
            0 => Remains::OnlyWhatWasSynced,
            1 => Remains::All,
            _ => Remains::Some(&mut dice),
        };
        let owner = memory();
        let root = owner.path().join("sanad");
        recording.disk_after(cut, remains, &root);
        let told = Told::of(&recording.told_before(cut));
        told.check(
            &StoreFolder::at(&root),
            &format!("round {round}, cut at {cut}"),
        );
    }
}

#[test]
#[ignore = "run by nothing_that_was_told_is_lost_when_the_power_goes"]
fn worker() {
    let Some(folder) = folder_of_this_process() else {
        return;
    };
    work(&folder);
}
