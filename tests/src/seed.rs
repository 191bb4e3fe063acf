//! A store with a conversation in it, written as the app writes it.

use std::path::Path;

use sanad_domain::{AnswerState, ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};

use crate::PASSPHRASE;

/// Makes a store in an empty data folder, with one conversation of these questions and answers.
pub fn seed(data: &Path, turns: &[(&str, &str)]) {
    seed_all(data, &[turns]);
}

/// Makes a store in an empty data folder, with these conversations, a day between one and the next.
pub fn seed_all(data: &Path, conversations: &[&[(&str, &str)]]) {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
    let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
    let folder = StoreFolder::at(data);
    let mut store = Store::create(&folder, &passphrase, derivation).expect("the folder is empty");
    acknowledge(&mut store);
    let mut now = Timestamp(1_790_000_000_000);
    for turns in conversations {
        add(&mut store, turns, now);
        now.0 += 24 * 60 * 60 * 1000;
    }
    store.close().expect("room");
}

/// Notes in a store that somebody has read what the app is for, so that its window goes to the conversations.
pub fn acknowledge(store: &mut Store) {
    store
        .put_setting("intended_use.acknowledged", "1")
        .expect("room");
}

fn add(store: &mut Store, turns: &[(&str, &str)], now: Timestamp) {
    let model = ModelStamp {
        name: "seeded".to_owned(),
        sha256: Sha256Hex("0".repeat(64)),
    };
    let mut conversation = None;
    for (question, answer) in turns {
        let (begun, turn) = store.begin_turn(conversation, question, now).expect("room");
        conversation = Some(begun.id);
        let written = store.begin_answer(turn.id, &model, now).expect("room");
        store.extend_answer(written.id, answer).expect("room");
        store
            .finish_answer(written.id, AnswerState::Complete, None)
            .expect("room");
    }
}
