//! A disk that can be watched and made to fail, and a piece of work that touches every way of writing.
//!
//! `disk/shim.c` stands between the process and its files; it is compiled when a test asks for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use sanad_domain::{AnswerState, ConversationId, TurnId};
use sanad_history::{HistoryError, KeyDerivation, Passphrase, Store, StoreFolder, StoreLock};

use crate::support::{NOW, model, skip, tell, told};

const WEAK: KeyDerivation = KeyDerivation::WEAK_FOR_TESTS;

/// The shim as a shared library; `None`, with a word on stderr, where it cannot be had.
pub(crate) fn shim() -> Option<&'static Path> {
    static SHIM: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = SHIM.get_or_init(|| {
        if !cfg!(target_os = "linux") {
            skip("the shim stands between a process and Linux");
            return None;
        }
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/store/disk/shim.c");
        let library = tempfile::Builder::new()
            .prefix("sanad-disk-shim")
            .suffix(".so")
            .tempfile()
            .and_then(|file| Ok(file.into_temp_path().keep()?))
            .expect("the system's temporary folder is writable");
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(&library)
            .arg(&source)
            .args(["-ldl", "-lpthread"])
            .status();
        match compiled {
            Ok(status) => {
                assert!(status.success(), "the shim is right C");
                Some(library)
            }
            Err(_) => {
                skip("there is no C compiler");
                None
            }
        }
    });
    built.as_deref()
}

fn passphrase(number: u32) -> Passphrase {
    Passphrase::new(format!("عبارة {number}")).expect("not empty")
}

fn question(number: usize) -> String {
    format!("{number}: 5-10 mg كل ٨ ساعات ").repeat(20 + number)
}

/// Does everything that writes, tells of each step that is done, and of the first that is refused.
pub(crate) fn work(folder: &StoreFolder) {
    if let Err(error) = everything(folder) {
        let kind = match error {
            HistoryError::DiskFull { .. } => "full",
            HistoryError::ReadOnly { .. } => "read-only",
            HistoryError::Io { .. } => "io",
            _ => "otherwise",
        };
        tell(&format!("refused {kind} {error:?}").replace('\n', " "));
    }
}

fn everything(folder: &StoreFolder) -> Result<(), HistoryError> {
    let lock = StoreLock::take(folder)?;
    let mut store = Store::create_under(&lock, &passphrase(0), WEAK)?;
    tell("created");
    let mut conversation = None;
    for number in 0..4 {
        let (of_turn, turn) = store.begin_turn(conversation, &question(number), NOW)?;
        tell(&format!("turn {number} {} {}", of_turn.id, turn.id));
        let answer = store.begin_answer(turn.id, &model(), NOW)?;
        store.extend_answer(answer.id, "5-10 mg ")?;
        store.finish_answer(answer.id, AnswerState::Complete, None)?;
        conversation = (number != 1).then_some(of_turn.id);
        if number == 2 {
            let (of_turn, edited) = store.begin_edited_turn(turn.id, &question(9), None, NOW)?;
            tell(&format!("turn 9 {} {}", of_turn.id, edited.id));
        }
    }
    store.change_passphrase(&passphrase(0), &passphrase(1), WEAK, NOW)?;
    tell("passphrase 1");
    let backups = folder.backups();
    if let Err(error) = std::fs::create_dir_all(&backups) {
        // This is the test's own call, so the test says what it was.
        let full = error.kind() == std::io::ErrorKind::StorageFull;
        tell(&format!(
            "refused {} {error}",
            if full { "full" } else { "io" }
        ));
        return Ok(());
    }
    store.begin_backup(&backups, NOW)?.run()?;
    tell("backup");
    let erased = store.conversations()?.pop().expect("there are two").id;
    tell(&format!("erasing {erased}"));
    store.delete_conversation(erased, NOW)?;
    tell(&format!("erased {erased}"));
    let mut store = store.change_key(&passphrase(1), None, WEAK, NOW)?;
    tell("rekeyed");
    let made = store.begin_backup(&backups, NOW)?.run()?;
    tell("backup");
    store.close()?;
    let (mut store, _) = Store::restore(&lock, &made.path, &passphrase(1), NOW)?;
    tell("restored");
    let (of_turn, turn) = store.begin_turn(None, &question(5), NOW)?;
    tell(&format!("turn 5 {} {}", of_turn.id, turn.id));
    store.close()?;
    tell("closed");
    Ok(())
}

/// What the work has told.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) refused: Option<String>,
    pub(crate) closed: bool,
    created: bool,
    passphrase: u32,
    turns: Vec<(usize, ConversationId, TurnId)>,
    erasing: Vec<ConversationId>,
    erased: Vec<ConversationId>,
    backups: usize,
}

impl Told {
    pub(crate) fn of(output: &str) -> Self {
        let mut heard = Self::default();
        for line in told(output) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["created"] => heard.created = true,
                ["turn", number, conversation, turn] => heard.turns.push((
                    number.parse().expect("a number"),
                    conversation.parse().expect("an id"),
                    turn.parse().expect("an id"),
                )),
                ["passphrase", number] => heard.passphrase = number.parse().expect("a number"),
                ["erasing", id] => heard.erasing.push(id.parse().expect("an id")),
                ["erased", id] => heard.erased.push(id.parse().expect("an id")),
                ["backup"] => heard.backups += 1,
                ["closed"] => heard.closed = true,
                ["rekeyed" | "restored"] => {}
                ["refused", ..] => heard.refused = Some(line.to_owned()),
                _ => panic!("the work said {line}"),
            }
        }
        heard
    }

    /// Everything that was told to be done is there, whatever the disk did next.
    pub(crate) fn check(&self, folder: &StoreFolder, when: &str) {
        let lock = StoreLock::take(folder).expect("nobody has it");
        let store = match Store::open_under(&lock, &passphrase(self.passphrase)) {
            Err(HistoryError::NoStore { .. }) if !self.created => {
                Store::create_under(&lock, &passphrase(0), WEAK).expect("nothing is in the way");
                return;
            }
            Err(HistoryError::WrongPassphrase) => {
                Store::open_under(&lock, &passphrase(self.passphrase + 1))
            }
            outcome => outcome,
        };
        let store = store.unwrap_or_else(|error| panic!("{when}: {error:?}"));
        store
            .verify()
            .unwrap_or_else(|error| panic!("{when}: {error:?}"));
        for (number, conversation, id) in &self.turns {
            match store.turn(*id) {
                Ok(turn) => {
                    assert_eq!(turn.question, question(*number), "{when}");
                    assert!(!self.erased.contains(conversation), "{when}: it was erased");
                }
                Err(_) => assert!(self.erasing.contains(conversation), "{when}: {id} is lost"),
            }
        }
        store
            .verify_audit(None)
            .unwrap_or_else(|error| panic!("{when}: {error:?}"));
        assert_eq!(store.index_texts_missing().expect("readable"), 0, "{when}");
        if self.backups > 0 {
            let listed = sanad_history::backups(&folder.backups()).expect("readable");
            assert!(listed.len() >= self.backups, "{when}: a backup is lost");
            for backup in listed {
                let copy = Store::open(&StoreFolder::at(&backup.path), &passphrase(1));
                copy.and_then(|copy| copy.verify())
                    .unwrap_or_else(|error| panic!("{when}, {}: {error:?}", backup.number));
            }
        }
    }
}
