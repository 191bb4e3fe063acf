//! SIGKILL while the store as a whole is worked on: branches, erasure, passphrases, keys, backups, restores.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::Duration;

use sanad_domain::{AnswerState, ConversationId, CutReason, TurnId};
use sanad_history::{
    HistoryError, KeyDerivation, Passphrase, Store, StoreFolder, StoreLock, backups,
};

use crate::kills::kill;
use crate::support::{
    Dice, NOW, TestFolder, another_process, folder_of_this_process, model, rounds, tell, told,
};

const WEAK: KeyDerivation = KeyDerivation::WEAK_FOR_TESTS;

/// Tells a keeper which passphrase was the last that is known to open the store.
const PASSPHRASE_VARIABLE: &str = "SANAD_TEST_PASSPHRASE";

fn passphrase(number: u32) -> Passphrase {
    Passphrase::new(format!("عبارة {number}")).expect("not empty")
}

fn question(number: u64) -> String {
    format!("{number}: 5-10 mg كل ٨ ساعات ")
        .repeat(1 + usize::try_from(number % 30).expect("small"))
}

/// Opens with the last passphrase that was told, or with the next one, which may be in force and not told.
fn open_with_one_of_two(lock: &StoreLock, number: &mut u32) -> Store {
    match Store::open_under(lock, &passphrase(*number)) {
        Err(HistoryError::WrongPassphrase) => {
            *number += 1;
            Store::open_under(lock, &passphrase(*number))
                .expect("one of the two opens a whole store")
        }
        outcome => outcome.expect("whole"),
    }
}

#[test]
fn no_acknowledged_word_is_lost_when_a_keeper_of_the_store_is_killed() {
    let folder = TestFolder::new();
    Store::create(&folder.folder, &passphrase(0), WEAK).expect("room");
    fs::create_dir(folder.folder.backups()).expect("room");
    let mut acknowledged = Acknowledged::default();
    let mut dice = Dice(0x5eed_0006);
    for round in 0..rounds(100) {
        let (words, more) = if round % 2 == 0 {
            (
                1 + dice.below(40),
                Duration::from_micros(dice.below(20_000)),
            )
        } else {
            (0, Duration::from_micros(2_000 + dice.below(250_000)))
        };
        let mut keeper = another_process("kills_of_keepers::keeper", &folder.folder);
        keeper.env(PASSPHRASE_VARIABLE, acknowledged.passphrase.to_string());
        acknowledged.hear(&kill(&mut keeper, words, more));
        let lock = StoreLock::take(&folder.folder).expect("the keeper is dead");
        let store = open_with_one_of_two(&lock, &mut acknowledged.passphrase);
        acknowledged.check(&store, round);
        let listed = backups(&folder.folder.backups()).expect("readable");
        // Each opening takes its time, and the newest is the one that a kill may have met.
        for backup in listed.into_iter().take(2) {
            let keys = [
                acknowledged.passphrase,
                acknowledged.passphrase.saturating_sub(1),
            ];
            let opened =
                keys.map(|number| Store::open(&StoreFolder::at(&backup.path), &passphrase(number)));
            let foreign = opened
                .iter()
                .all(|one| matches!(one, Err(HistoryError::WrongPassphrase)));
            assert!(
                foreign || opened.iter().any(Result::is_ok),
                "round {round}: {opened:?}"
            );
        }
    }
    let lock = StoreLock::take(&folder.folder).expect("the keeper is dead");
    let store = open_with_one_of_two(&lock, &mut acknowledged.passphrase);
    store.verify().expect("whole after every kill");
    let done = &acknowledged.done;
    assert!(
        rounds(100) < 100
            || [
                "backup",
                "restored",
                "passphrase",
                "rekeyed",
                "erased",
                "edited"
            ]
            .iter()
            .all(|what| done.contains(*what)),
        "every kind of work was acknowledged: {done:?}"
    );
}

/// What the keepers have said was on the disk.
#[derive(Default)]
struct Acknowledged {
    turns: BTreeMap<TurnId, (u64, ConversationId)>,
    /// Told that they will be erased: they may be gone.
    erasing: BTreeSet<ConversationId>,
    erased: BTreeSet<ConversationId>,
    passphrase: u32,
    done: BTreeSet<String>,
}

impl Acknowledged {
    fn hear(&mut self, output: &str) {
        for line in told(output) {
            let words: Vec<&str> = line.split(' ').collect();
            self.done.insert(words[0].to_owned());
            match words[..] {
                ["turn" | "edited", number, conversation, turn] => {
                    let number = number.parse().expect("a number");
                    let conversation = conversation.parse().expect("an id");
                    self.turns
                        .insert(turn.parse().expect("an id"), (number, conversation));
                }
                ["erasing", conversation] => {
                    self.erasing.insert(conversation.parse().expect("an id"));
                }
                ["erased", conversation] => {
                    self.erased.insert(conversation.parse().expect("an id"));
                }
                ["passphrase", number] => self.passphrase = number.parse().expect("a number"),
                ["backup" | "restored" | "rekeyed" | "answered"] => {}
                _ => panic!("the keeper said {line}"),
            }
        }
    }

    fn check(&self, store: &Store, round: u32) {
        for (turn, (number, conversation)) in &self.turns {
            match store.turn(*turn) {
                Ok(turn) => {
                    assert_eq!(turn.question, question(*number), "round {round}");
                    assert!(
                        !self.erased.contains(conversation),
                        "round {round}: it was erased"
                    );
                }
                Err(HistoryError::NoSuchTurn(_)) => {
                    assert!(
                        self.erasing.contains(conversation),
                        "round {round}: {turn} is lost"
                    );
                }
                Err(error) => panic!("round {round}: {error:?}"),
            }
        }
        for conversation in store.conversations().expect("readable") {
            let shown = store.turns(conversation.id).expect("it exists");
            let positions: Vec<u32> = shown.iter().map(|turn| turn.position).collect();
            assert_eq!(
                positions,
                (0..).take(shown.len()).collect::<Vec<u32>>(),
                "round {round}"
            );
            assert!(!shown.is_empty(), "round {round}");
        }
        store.verify_audit(None).expect("the chain is whole");
        let texts = store.index_texts_missing().expect("readable");
        assert_eq!(texts, 0, "round {round}: the index lacks texts");
    }
}

#[test]
#[ignore = "run by no_acknowledged_word_is_lost_when_a_keeper_of_the_store_is_killed"]
fn keeper() {
    let Some(folder) = folder_of_this_process() else {
        return;
    };
    let mut number: u32 = std::env::var(PASSPHRASE_VARIABLE)
        .expect("the parent says it")
        .parse()
        .expect("a number");
    let lock = StoreLock::take(&folder).expect("the last keeper is dead");
    let mut store = open_with_one_of_two(&lock, &mut number);
    let mut dice = Dice(u64::from(std::process::id()) * 7919 + 1);
    loop {
        store = one_work(store, &lock, &mut dice, &mut number);
    }
}

/// Does one thing of many and tells of it.
fn one_work(mut store: Store, lock: &StoreLock, dice: &mut Dice, number: &mut u32) -> Store {
    let listed = store.conversations().expect("readable");
    let any = listed
        .get(usize::try_from(dice.below(listed.len().max(1) as u64)).expect("small"))
        .map(|one| one.id);
    let asked = dice.below(1_000_000);
    match (dice.below(14), any) {
        (0..4, Some(id)) => {
            let shown = store.turns(id).expect("it exists");
            let turn = &shown[usize::try_from(dice.below(shown.len() as u64)).expect("small")];
            let (_, edited) = store
                .begin_edited_turn(turn.id, &question(asked), None, NOW)
                .expect("it exists");
            tell(&format!("edited {asked} {id} {}", edited.id));
        }
        (4..7, Some(id)) => {
            let turn = store.turns(id).expect("it exists")[0].id;
            let answer = store.begin_answer(turn, &model(), NOW).expect("it exists");
            store
                .extend_answer(answer.id, "5-10 mg كل ٨ ساعات")
                .expect("open");
            let cut = AnswerState::Incomplete {
                reason: CutReason::Stopped,
            };
            store.finish_answer(answer.id, cut, None).expect("open");
            store
                .continue_answer(answer.id, &model())
                .expect("it was cut");
            store
                .finish_answer(answer.id, AnswerState::Complete, None)
                .expect("open");
            tell("answered");
        }
        (7, Some(id)) if listed.len() > 3 => {
            tell(&format!("erasing {id}"));
            store.delete_conversation(id, NOW).expect("it exists");
            tell(&format!("erased {id}"));
        }
        (8, _) => {
            let job = store
                .begin_backup(&lock.folder().backups(), NOW)
                .expect("the folder is there");
            job.run().expect("room");
            tell("backup");
        }
        (9, _) => {
            let job = store
                .begin_backup(&lock.folder().backups(), NOW)
                .expect("the folder is there");
            let made = job.run().expect("room");
            drop(store);
            let restored = Store::restore(lock, &made.path, &passphrase(*number), NOW);
            let aside;
            (store, aside) = restored.expect("it was just made");
            fs::remove_dir_all(aside).expect("it was just made");
            tell("restored");
        }
        (10, _) => {
            store
                .change_passphrase(&passphrase(*number), &passphrase(*number + 1), WEAK, NOW)
                .expect("it is the passphrase");
            *number += 1;
            tell(&format!("passphrase {number}"));
        }
        (11, _) => {
            store = store
                .change_key(&passphrase(*number), None, WEAK, NOW)
                .expect("it is the passphrase");
            tell("rekeyed");
        }
        _ => {
            let (conversation, turn) = store
                .begin_turn(any.filter(|_| dice.below(3) > 0), &question(asked), NOW)
                .expect("room");
            tell(&format!("turn {asked} {} {}", conversation.id, turn.id));
        }
    }
    store
}
