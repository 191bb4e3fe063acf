//! `sanad diagnostics`: a store full of canaries in every place that takes words, and none of them in the file.

use std::fs;
use std::path::Path;

use sanad_domain::{
    AnswerState, Bilingual, ChosenPersona, ModelStamp, PersonaRules, Sha256Hex, Timestamp,
};
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_tests::{PASSPHRASE, folder, run, with_passphrase};
use serde_json::{Value, json};

const NOW: Timestamp = Timestamp(1_790_000_000_000);

/// Stands in every text below; whatever is written of one of them holds it.
const CANARY: &str = "zaatar";
const ARABIC_CANARY: &str = "زعتر";

fn canary(place: &str) -> String {
    format!("{CANARY}-{place} {ARABIC_CANARY}")
}

fn both(place: &str) -> Bilingual {
    Bilingual {
        en: canary(place),
        ar: canary(place),
    }
}

/// A store with words in every table that takes them.
fn store_of_canaries(data: &Path) {
    fs::create_dir_all(data).expect("the folder is ours");
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
    let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
    let mut store =
        Store::create(&StoreFolder::at(data), &passphrase, derivation).expect("it is new");
    let model = ModelStamp {
        name: canary("model"),
        sha256: Sha256Hex("0".repeat(64)),
    };
    let (row, turn) = store
        .begin_turn(None, &canary("question"), NOW)
        .expect("room");
    let answer = store.begin_answer(turn.id, &model, NOW).expect("room");
    store
        .extend_answer(answer.id, &canary("answer"))
        .expect("room");
    store
        .finish_answer(answer.id, AnswerState::Complete, None)
        .expect("room");
    store.rename(row.id, &canary("title")).expect("room");
    store
        .set_conversation_persona(row.id, Some(&canary("words")))
        .expect("room");
    let made = store.make_folder(&canary("folder"), NOW).expect("room");
    store.move_to_folder(row.id, Some(made.id)).expect("room");
    store
        .save_draft(Some(row.id), &canary("draft"), NOW)
        .expect("room");
    store.save_draft(None, &canary("next"), NOW).expect("room");
    store
        .keep_template("own", 1, &canary("template"), NOW)
        .expect("room");
    let persona = ChosenPersona {
        template: canary("persona-id"),
        version: 1,
        name: both("persona"),
        words: both("persona-words"),
        rules: PersonaRules {
            follows_language: true,
            interview: None,
        },
    };
    store.choose_persona(None, Some(&persona)).expect("room");
    let check = store
        .begin_self_check(&model, &canary("plan"), NOW)
        .expect("room");
    store
        .keep_self_check_result(check, &canary("item"), &canary("result"))
        .expect("room");
    store
        .put_setting("bedside.ranges", &canary("ranges"))
        .expect("room");
    store.close().expect("room");
}

/// Runs the command and gives the file's text.
fn diagnostics(data: &Path, out: &Path, more: &[&str]) -> String {
    let out_name = out.to_str().expect("temporary folders have plain names");
    let arguments = [&["diagnostics", "--out", out_name], more].concat();
    let run = run(data, &arguments, "").ok();
    assert!(run.stdout.contains(out_name), "{run:?}");
    fs::read_to_string(out).expect("it was written")
}

#[test]
fn a_store_full_of_canaries_leaves_none_of_them_in_the_diagnostics() {
    let home = folder();
    // The folder's own name is a person's as well.
    let data = home.path().join(canary("data"));
    store_of_canaries(&data);
    let preferences = json!({"language": "ar", "backup_folder": home.path().join(CANARY)});
    fs::write(data.join("preferences.json"), preferences.to_string()).expect("room");
    let passphrase = with_passphrase(home.path());
    let file = passphrase.to_str().expect("a plain name");

    let out = home.path().join("diagnostics.json");
    let text = diagnostics(&data, &out, &["--passphrase-file", file]);
    for canary in [CANARY, ARABIC_CANARY, PASSPHRASE] {
        assert!(!text.contains(canary), "{text}");
    }
    let home_folder = std::env::var("HOME").unwrap_or_default();
    assert!(
        home_folder.is_empty() || !text.contains(&format!("{home_folder}/")),
        "{text}"
    );

    let report: Value = serde_json::from_str(&text).expect("it is JSON");
    let store = &report["store"];
    assert_eq!(store["state"], "open", "{text}");
    for (name, count) in [
        ("conversations", 1),
        ("turns", 1),
        ("answers", 1),
        ("templates", 1),
        ("self_checks", 1),
    ] {
        assert_eq!(store[name], json!(count), "{name}: {text}");
    }
    assert_eq!(store["database"], "whole");
    assert_eq!(store["audit_chain"], "whole");
    assert!(
        store["schema_version"]
            .as_u64()
            .is_some_and(|version| version >= 8)
    );
    assert!(
        store["database_bytes"]
            .as_u64()
            .is_some_and(|bytes| bytes > 0)
    );
    assert_eq!(report["folders"]["data"], "chosen");
    assert_eq!(report["folders"]["backups"], "chosen");
    assert_eq!(report["preferences"]["language"], "ar");
    assert!(
        !report["engine"]["version"]
            .as_str()
            .unwrap_or_default()
            .is_empty(),
        "{text}"
    );
}

#[test]
fn without_a_passphrase_the_store_stays_locked_and_a_file_that_is_there_is_not_replaced() {
    let home = folder();
    let data = home.path().join("data");
    store_of_canaries(&data);
    let out = home.path().join("diagnostics.json");
    let report: Value = serde_json::from_str(&diagnostics(&data, &out, &[])).expect("JSON");
    assert_eq!(report["store"], json!({"state": "locked"}));

    let before = fs::read(&out).expect("it is there");
    let name = out.to_str().expect("a plain name");
    let refused = run(&data, &["diagnostics", "--out", name], "");
    assert_eq!(refused.status, 1, "{refused:?}");
    assert_eq!(fs::read(&out).expect("it is there"), before);
}

#[test]
fn a_computer_without_a_store_has_diagnostics_too() {
    let home = folder();
    let data = home.path().join("data");
    let out = home.path().join("diagnostics.json");
    let report: Value = serde_json::from_str(&diagnostics(&data, &out, &[])).expect("JSON");
    assert_eq!(report["store"], json!({"state": "none"}));
    assert!(!data.exists(), "nothing is made for it");
}
