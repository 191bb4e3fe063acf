//! What only the inside can see: the pages of an erased conversation, and an index of older folding.

use aes::Aes256;
use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, KeyIvInit};
use sanad_domain::{AnswerState, ModelStamp, Sha256Hex, Timestamp};
use tempfile::TempDir;

use super::*;
use crate::key_file::KeyFile;
use crate::key_slot::Opener;
use crate::{KeyDerivation, Passphrase, StoreFolder};

const NOW: Timestamp = Timestamp(1_790_000_000_000);

/// Two words that stand nowhere else.
const CANARY: &str = "Zylophant كناريسري";
/// Typed as another wording and never asked, so that it is in no index.
const EDIT_CANARY: &str = "Quagmirex";

fn passphrase() -> Passphrase {
    Passphrase::new("searched".to_owned()).expect("not empty")
}

fn new_store() -> (TempDir, StoreFolder, Store) {
    let owner = TempDir::new().expect("the system's temporary folder is writable");
    let folder = StoreFolder::at(owner.path());
    let store = Store::create(&folder, &passphrase(), KeyDerivation::WEAK_FOR_TESTS).expect("room");
    (owner, folder, store)
}

fn tell(store: &mut Store, question: &str, answer: &str) -> ConversationId {
    let model = ModelStamp {
        name: "Fixture 1".to_owned(),
        sha256: Sha256Hex("0f".repeat(32)),
    };
    let (conversation, turn) = store.begin_turn(None, question, NOW).expect("room");
    let begun = store.begin_answer(turn.id, &model, NOW).expect("room");
    store.extend_answer(begun.id, answer).expect("open");
    store
        .finish_answer(begun.id, AnswerState::Complete, None)
        .expect("open");
    conversation.id
}

/// Every byte that the file of a closed store holds, decrypted as SQLCipher 4 lays it out: pages of 4,096
/// bytes that end in an initialisation vector of 16 and a code of 64; the first begins with 16 of salt.
fn decrypted(folder: &StoreFolder) -> Vec<u8> {
    let key_file = KeyFile::read(folder)
        .expect("readable")
        .expect("it is there");
    let key = key_file
        .unwrap(Opener::Passphrase(&passphrase()), &folder.key())
        .expect("it is the passphrase")
        .key;
    let file = std::fs::read(folder.database()).expect("it is there");
    let mut plain = Vec::new();
    for (number, page) in file.chunks_exact(4096).enumerate() {
        let salt = if number == 0 { 16 } else { 0 };
        let (data, iv) = (&page[salt..4016], &page[4016..4032]);
        let iv: [u8; 16] = iv.try_into().expect("16 bytes");
        let key: [u8; 32] = *key;
        let mut data = data.to_vec();
        cbc::Decryptor::<Aes256>::new(&key.into(), &iv.into())
            .decrypt_padded::<NoPadding>(&mut data)
            .expect("whole blocks");
        plain.extend(data);
    }
    plain
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes
        .windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn no_decrypted_page_holds_a_word_of_an_erased_conversation() {
    let (_owner, folder, mut store) = new_store();
    let question = format!("{CANARY} 5-10 mg ").repeat(120);
    for number in 0..30 {
        tell(
            &mut store,
            &format!("other {number}"),
            "unrelated words amoxicillin",
        );
    }
    let erased = tell(&mut store, &question, &format!("answer of {question}"));
    store.save_draft(Some(erased), CANARY, NOW).expect("room");
    let edited = store.turns(erased).expect("it exists")[0].id;
    let wording = format!("{EDIT_CANARY} 5-10 mg ").repeat(300);
    store.save_edit(edited, &wording, NOW).expect("room");
    store.save_edit(edited, EDIT_CANARY, NOW).expect("room");
    for number in 0..30 {
        tell(
            &mut store,
            &format!("later {number}"),
            "unrelated words amoxicillin",
        );
    }
    store.close().expect("room");
    // Keys are folded, and share their beginnings with their neighbours in the index.
    let traces = [
        "Zylophant",
        "zylophant",
        EDIT_CANARY,
        "ylophant",
        "كناريسري",
        "ناريسري",
        "lophan",
    ];
    let before = decrypted(&folder);
    for trace in &traces[..6] {
        assert!(
            holds(&before, trace),
            "{trace} can be seen while it is there"
        );
    }
    assert!(holds(&before, "unrelated"));

    let mut store = Store::open(&folder, &passphrase()).expect("whole");
    store.bin_conversation(erased, NOW).expect("it exists");
    let later = Timestamp(NOW.0 + crate::UNDO_MILLISECONDS);
    assert_eq!(store.erase_binned(later).expect("room"), 1);
    // The log is empty and the file is clean while the store is open, and after it was closed.
    let log = folder.root().join("sanad.db-wal");
    assert_eq!(log.metadata().map_or(0, |log| log.len()), 0);
    let open = decrypted(&folder);
    store.verify().expect("whole");
    store.close().expect("room");
    for after in [open, decrypted(&folder)] {
        assert!(holds(&after, "unrelated"));
        for trace in traces {
            assert!(!holds(&after, trace), "{trace} is left");
        }
    }
}

#[test]
fn an_index_of_older_folding_is_made_anew_in_steps() {
    let (_owner, folder, mut store) = new_store();
    for number in 0..450 {
        store
            .begin_turn(None, &format!("dose{number} مسئول"), NOW)
            .expect("room");
    }
    let old = store.begin_turn(None, "metformin", NOW).expect("room").1;
    store
        .write(|transaction| {
            // As an older version might have left it: other keys, and its own number.
            transaction.execute_batch(
                "INSERT INTO search_index (search_index) VALUES ('delete-all');
                 INSERT INTO search_index (rowid, keys) VALUES (1, 'stale');
                 UPDATE search_state SET fold_version = 0;",
            )?;
            Ok(())
        })
        .expect("room");
    drop(store);

    let mut store = Store::open(&folder, &passphrase()).expect("whole");
    let hits = |store: &Store, text: &str| {
        let text = text.to_owned();
        let request = SearchRequest {
            text,
            ..SearchRequest::default()
        };
        store.search(&request).expect("readable")
    };
    assert!(hits(&store, "dose0 ").index_incomplete);
    assert_eq!(hits(&store, "dose0 ").hits.len(), 2, "title and question");
    assert!(hits(&store, "metformin").hits.is_empty());
    // Words that come meanwhile are indexed at once, and not once more later.
    let model = ModelStamp {
        name: "Fixture 1".to_owned(),
        sha256: Sha256Hex("0f".repeat(32)),
    };
    let begun = store.begin_answer(old.id, &model, NOW).expect("room");
    store.extend_answer(begun.id, "Zylophant").expect("open");
    store
        .finish_answer(begun.id, AnswerState::Complete, None)
        .expect("open");
    assert_eq!(hits(&store, "zylophant").hits.len(), 1);
    let mut left = u32::MAX;
    while left > 0 {
        let now_left = store.index_more(100).expect("room");
        assert!(now_left < left, "it goes on");
        left = now_left;
    }
    assert!(!hits(&store, "dose0 ").index_incomplete);
    assert_eq!(hits(&store, "metformin").hits.len(), 2);
    assert_eq!(hits(&store, "zylophant").hits.len(), 1);
    assert!(hits(&store, "stale").hits.is_empty());
    store
        .delete_conversation(old.conversation, NOW)
        .expect("it exists");
    assert!(hits(&store, "zylophant").hits.is_empty());
    store.verify().expect("whole");
}
