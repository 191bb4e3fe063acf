//! Damage is found and named; what is not damage is never called so.

use std::fs;
use std::path::Path;

use sanad_domain::{AnswerState, Turn};
use sanad_history::{HistoryError, Store, StoreFolder};

use crate::support::{self, Dice, NOW, TestFolder, create, files_under, model, open, rounds};

#[test]
fn a_missing_key_is_an_error_and_never_a_new_key() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    let kept = fs::read(folder.folder.key()).expect("it is there");
    fs::remove_file(folder.folder.key()).expect("it is there");
    assert!(Store::exists(&folder.folder).expect("readable"));
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::KeyMissing { .. })
    ));
    assert!(matches!(
        create(&folder.folder),
        Err(HistoryError::AlreadyExists { .. })
    ));
    assert!(!folder.folder.key().exists());

    fs::write(folder.folder.key(), kept).expect("room");
    folder.open();
}

#[test]
fn a_missing_database_is_an_error_and_never_a_new_one() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    fs::remove_file(folder.folder.database()).expect("it is there");
    assert!(Store::exists(&folder.folder).expect("readable"));
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::DatabaseMissing { .. })
    ));
    assert!(matches!(
        create(&folder.folder),
        Err(HistoryError::AlreadyExists { .. })
    ));
    assert!(!folder.folder.database().exists());
}

#[test]
fn an_empty_folder_and_no_folder_hold_no_store() {
    let folder = TestFolder::new();
    assert!(!Store::exists(&folder.folder).expect("readable"));
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::NoStore { .. })
    ));
    assert!(!folder.folder.root().exists(), "looking makes no folder");
    fs::create_dir(folder.folder.root()).expect("room");
    assert!(matches!(
        open(&folder.folder),
        Err(HistoryError::NoStore { .. })
    ));
}

#[test]
fn a_second_store_is_not_made_over_the_first() {
    let (folder, mut store) = TestFolder::with_store();
    store.begin_turn(None, "q", NOW).expect("room");
    store.close().expect("room");
    let before = files_under(folder.folder.root());
    assert!(matches!(
        create(&folder.folder),
        Err(HistoryError::AlreadyExists { .. })
    ));
    assert_eq!(files_under(folder.folder.root()), before);
}

#[test]
fn a_file_that_was_cut_short_or_overwritten_is_damaged() {
    let (folder, _) = store_with_long_texts();
    let whole = fs::read(folder.folder.database()).expect("it is there");
    let plain = b"SQLite format 3\0"
        .iter()
        .copied()
        .chain([0; 8192])
        .collect::<Vec<u8>>();
    let cuts = [0, 1, 4095, 4096, whole.len() / 2, whole.len() - 1].map(|n| whole[..n].to_vec());
    for contents in cuts.into_iter().chain([plain, vec![0; whole.len()]]) {
        fs::write(folder.folder.database(), &contents).expect("room");
        let outcome = open(&folder.folder).and_then(|store| store.verify());
        let length = contents.len();
        assert!(
            matches!(outcome, Err(HistoryError::Damaged { .. })),
            "{length}: {outcome:?}"
        );
        assert_eq!(
            fs::read(folder.folder.database())
                .expect("it is there")
                .len(),
            length
        );
    }
    fs::write(folder.folder.database(), &whole).expect("room");
    folder.open().verify().expect("the whole file is back");
}

#[test]
fn a_flipped_bit_in_the_database_is_found_and_never_silently_wrong() {
    let (folder, before) = store_with_long_texts();
    let path = folder.folder.database();
    let whole = fs::read(&path).expect("it is there");
    let mut dice = Dice(0x5eed_0001);
    for round in 0..rounds(300) {
        let mut flipped = whole.clone();
        // Every fourth flip hits the first page, where damage looks most like a wrong key.
        let span = if round % 4 == 0 {
            4096
        } else {
            whole.len() as u64
        };
        let at = usize::try_from(dice.below(span)).expect("a small file");
        flipped[at] ^= 1 << dice.below(8);
        fs::write(&path, &flipped).expect("room");

        let found = match open(&folder.folder) {
            Ok(store) => {
                match read_everything(&store) {
                    Ok(read) => assert_eq!(read, before, "silently wrong at byte {at}"),
                    Err(HistoryError::Damaged { .. }) => {}
                    Err(other) => panic!("byte {at}: {other:?}"),
                }
                store.verify().err()
            }
            Err(error) => Some(error),
        };
        assert!(
            matches!(&found, Some(HistoryError::Damaged { path: named }) if *named == path),
            "byte {at}: {found:?}"
        );
    }
    fs::write(&path, &whole).expect("room");
    assert_eq!(read_everything(&folder.open()).expect("whole"), before);
}

#[test]
fn no_page_can_be_damaged_so_that_a_text_ends_in_zeros() {
    // SQLCipher hands out zeros for a page that fails its check. Where more pages are read after it,
    // SQLite stumbles over that; a draft's last page is the last that is read. The text is ASCII, since
    // half an Arabic letter before the zeros would give them away.
    let (folder, mut store) = TestFolder::with_store();
    let draft = "draft 5-10 mg ".repeat(1500);
    store.save_draft(None, &draft, NOW).expect("room");
    store.close().expect("room");
    let path = folder.folder.database();
    let whole = fs::read(&path).expect("it is there");
    let (mut met, mut not_met) = (0, 0);
    for page in 0..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096 + 2000] ^= 1;
        fs::write(&path, &damaged).expect("room");
        match open(&folder.folder).and_then(|store| store.draft(None)) {
            Ok(read) => {
                assert!(
                    read.as_ref() == Some(&draft),
                    "silently wrong on page {page}"
                );
                not_met += 1;
            }
            Err(HistoryError::Damaged { .. }) => met += 1,
            Err(other) => panic!("page {page}: {other:?}"),
        }
    }
    assert!(met >= 5 && not_met >= 5, "{met} met, {not_met} not met");
}

#[test]
fn after_damage_was_met_nothing_more_is_written_or_called_read_only() {
    let (folder, before) = store_with_long_texts();
    let path = folder.folder.database();
    let whole = fs::read(&path).expect("it is there");
    // Not every page holds words of a transcript: the first one, from the middle on, that is met.
    let mut store = (whole.len() / 8192..whole.len() / 4096)
        .find_map(|page| {
            let mut damaged = whole.clone();
            damaged[page * 4096..(page + 1) * 4096].reverse();
            fs::write(&path, &damaged).expect("room");
            let store = open(&folder.folder).ok()?;
            let met = matches!(read_everything(&store), Err(HistoryError::Damaged { .. }));
            met.then_some(store)
        })
        .expect("a transcript lies on some page");
    let turn = before[0].id;
    for outcome in [
        store.begin_turn(None, "q", NOW).map(|_| ()),
        store.begin_answer(turn, &model(), NOW).map(|_| ()),
        store.put_setting("a", "b"),
    ] {
        assert!(
            matches!(outcome, Err(HistoryError::Damaged { .. })),
            "{outcome:?}"
        );
    }
}

#[test]
fn a_flipped_bit_in_the_key_file_is_no_wrong_passphrase() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    let whole = fs::read(folder.folder.key()).expect("it is there");
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << bit;
            fs::write(folder.folder.key(), &flipped).expect("room");
            match open(&folder.folder) {
                Ok(_) | Err(HistoryError::Damaged { .. } | HistoryError::NewerVersion { .. }) => {}
                Err(other) => panic!("byte {at}, bit {bit}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_key_file_of_a_newer_app_is_called_newer() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    for newer in [
        r#"{"version": 3}"#,
        r#"{"version": 7, "slots": {"new": "shape"}}"#,
    ] {
        fs::write(folder.folder.key(), newer).expect("room");
        let outcome = open(&folder.folder);
        assert!(
            matches!(
                outcome,
                Err(HistoryError::NewerVersion { supported: 2, .. })
            ),
            "{outcome:?}"
        );
    }
    for broken in [
        "",
        "{}",
        "[]",
        "\0\0\0\0",
        r#"{"version": 0}"#,
        r#"{"version": 1, "slots": []}"#,
    ] {
        fs::write(folder.folder.key(), broken).expect("room");
        let outcome = open(&folder.folder);
        assert!(
            matches!(outcome, Err(HistoryError::Damaged { .. })),
            "{broken}: {outcome:?}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_is_not_called_damaged() {
    type PathOf = fn(&StoreFolder) -> std::path::PathBuf;
    for path_of in [StoreFolder::key as PathOf, StoreFolder::database as PathOf] {
        let (folder, store) = TestFolder::with_store();
        store.close().expect("room");
        let path = path_of(&folder.folder);
        let aside = path.with_extension("aside");
        fs::rename(&path, &aside).expect("it is there");
        // A folder in the place of a file cannot be read by anybody, root included.
        fs::create_dir(&path).expect("room");
        let outcome = open(&folder.folder);
        assert!(
            matches!(&outcome, Err(HistoryError::Io { path: named, .. }) if *named == path),
            "{outcome:?}"
        );
        fs::remove_dir(&path).expect("it is empty");
        fs::rename(&aside, &path).expect("it is there");
        folder.open();
    }
}

#[test]
fn errors_name_the_operation_and_the_path() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    fs::remove_file(folder.folder.key()).expect("it is there");
    fs::create_dir(folder.folder.key()).expect("room");
    let said = open(&folder.folder)
        .expect_err("a folder is no key")
        .to_string();
    assert_eq!(
        said,
        format!("cannot read the key: {}", folder.folder.key().display())
    );
}

/// A closed store whose rows reach over many pages, and what is in it.
fn store_with_long_texts() -> (TestFolder, Vec<Turn>) {
    let (folder, mut store) = TestFolder::with_store();
    let mut conversation = None;
    for number in 0..12_u32 {
        let question = format!("{number} ما جرعة amoxicillin 5-10 mg؟ ").repeat(40);
        let (of_turn, turn) = store
            .begin_turn(conversation, &question, NOW)
            .expect("room");
        conversation = Some(of_turn.id);
        let answer = store
            .begin_answer(turn.id, &model(), NOW)
            .expect("the turn exists");
        // Lengths that end on every part of an overflow page.
        let text = "5-10 mg كل ٨ ساعات. ".repeat(30 + number as usize * 17);
        store.extend_answer(answer.id, &text).expect("open");
        store
            .finish_answer(answer.id, AnswerState::Complete, None)
            .expect("open");
    }
    let before = read_everything(&store).expect("whole");
    store.close().expect("room");
    (folder, before)
}

fn read_everything(store: &Store) -> Result<Vec<Turn>, HistoryError> {
    let mut everything = Vec::new();
    for conversation in store.conversations()? {
        everything.extend(store.turns(conversation.id)?);
    }
    Ok(everything)
}

#[test]
fn a_store_below_a_file_is_no_store_and_cannot_be_made() {
    let (folder, store) = TestFolder::with_store();
    store.close().expect("room");
    let below: &Path = &folder.folder.key().join("below");
    let folder = StoreFolder::at(below);
    assert!(!Store::exists(&folder).expect("readable"));
    let outcome = support::create(&folder);
    assert!(
        matches!(&outcome, Err(HistoryError::Io { path, .. }) if path == below),
        "{outcome:?}"
    );
}
