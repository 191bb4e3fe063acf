//! What keeps conversations: backups, going back to one, verifying, the audit chain; on the command line and by itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use sanad_domain::{AnswerState, ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{Passphrase, Store, StoreFolder, backups};
use sanad_tests::{
    PASSPHRASE, Refusal, Run, Window, assert_nowhere_in, run, sanad, seed, wait_until,
    with_passphrase,
};
use serde_json::json;

const PATIENCE: Duration = Duration::from_secs(90);
const QUESTION: &str = "canary sentence kept 5-10 mg";

/// A data folder with a conversation, and the passphrase's file beside it.
struct Home {
    folder: tempfile::TempDir,
    passphrase: PathBuf,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let passphrase = with_passphrase(folder.path());
        fs::create_dir(folder.path().join("data")).expect("room");
        seed(&folder.path().join("data"), &[(QUESTION, "twice a day")]);
        Self { folder, passphrase }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn path(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        path.to_str()
            .expect("temporary folders have plain names")
            .to_owned()
    }

    fn history(&self, arguments: &[&str]) -> Run {
        let file = self.passphrase.to_str().expect("a plain name");
        let all = [
            &["history"],
            arguments,
            &["--json", "--passphrase-file", file],
        ]
        .concat();
        run(&self.data(), &all, "")
    }

    fn store(&self) -> Store {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is not empty");
        Store::open(&StoreFolder::at(&self.data()), &passphrase).expect("nobody has it open")
    }
}

fn code(refused: &Run) -> String {
    assert_eq!(refused.status, 1, "{refused:?}");
    refused.json()["error"]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[test]
fn a_damaged_store_goes_back_to_its_backup_and_is_kept_beside() {
    let home = Home::new();
    let made = home.history(&["backup"]).ok().json();
    assert_eq!(
        (made["conversations"].as_u64(), made["turns"].as_u64()),
        (Some(1), Some(1))
    );
    assert!(Path::new(made["path"].as_str().expect("a path")).starts_with(home.data()));
    assert_eq!(home.history(&["verify"]).ok().json()["whole"], json!(true));

    let database = home.data().join("sanad.db");
    let mut bytes = fs::read(&database).expect("it is there");
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 4096] {
        *byte ^= 0x55;
    }
    fs::write(&database, &bytes).expect("room");
    assert_eq!(code(&home.history(&["verify"])), "store-damaged");

    // Unlocking has written into it once more.
    let damaged = fs::read(&database).expect("it is there");
    let restored = home.history(&["restore"]).ok().json();
    let aside = PathBuf::from(restored["aside"].as_str().expect("a path"));
    assert_eq!(
        fs::read(aside.join("sanad.db")).expect("it is kept"),
        damaged
    );
    assert_eq!(home.history(&["verify"]).ok().json()["whole"], json!(true));
    let store = home.store();
    let conversations = store.conversations().expect("it can be read");
    let turns = store.turns(conversations[0].id).expect("it can be read");
    assert_eq!(turns[0].question, QUESTION);
    drop(store);
    assert_nowhere_in(home.folder.path(), QUESTION);
}

#[test]
fn what_was_done_with_the_store_is_listed_and_the_chain_goes_on_from_a_head_that_was_kept() {
    let home = Home::new();
    let head = home.history(&["verify"]).ok().json()["audit_head"].clone();
    let head = head.as_str().expect("a head").to_owned();
    let _ = home.history(&["backup"]).ok();
    let listed = home.history(&["audit"]).ok().json();
    let kinds: Vec<&str> = listed["entries"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| entry["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["unlock", "backup", "unlock", "unlock"]);
    let earlier = home.history(&["audit", "--before", "3"]).ok().json();
    assert_eq!(earlier["entries"].as_array().map(Vec::len), Some(2));
    let _ = home.history(&["verify", "--head", &head]).ok();
    let (entries, _) = head.split_once(':').expect("a number before the code");
    let another = format!("{entries}:{}", "0".repeat(64));
    assert_eq!(
        code(&home.history(&["verify", "--head", &another])),
        "audit-broken"
    );
    assert_eq!(
        code(&home.history(&["verify", "--head", "paper"])),
        "audit-head-mistyped"
    );
}

#[test]
fn a_changed_passphrase_opens_and_the_earlier_one_does_not() {
    let home = Home::new();
    let new = home.path("new-passphrase");
    for (phrase, code_of_refusal) in [("short", Some("passphrase-short")), ("كلمة سر جديدة", None)]
    {
        fs::write(&new, phrase).expect("room");
        let changed = home.history(&["passphrase", "--new-passphrase-file", &new]);
        match code_of_refusal {
            Some(expected) => assert_eq!(code(&changed), expected),
            None => drop(changed.ok()),
        }
    }
    assert_eq!(code(&home.history(&["verify"])), "passphrase-wrong");
    let opened = run(
        &home.data(),
        &["history", "verify", "--passphrase-file", &new],
        "",
    )
    .ok();
    assert!(opened.stdout.contains("whole"), "{opened:?}");
}

#[test]
fn a_folder_without_a_store_is_left_as_it_is() {
    let folder = tempfile::tempdir().expect("room");
    let passphrase = with_passphrase(folder.path());
    let data = folder.path().join("data");
    let file = passphrase.to_str().expect("a plain name");
    let refused = run(
        &data,
        &["history", "audit", "--json", "--passphrase-file", file],
        "",
    );
    assert_eq!(code(&refused), "store-none");
    assert!(!data.exists());
}

#[test]
fn a_backup_to_a_stick_that_is_not_there_or_is_pulled_out_says_so_and_costs_nothing() {
    let home = Home::new();
    let stick = home.path("stick");
    assert_eq!(
        code(&home.history(&["backup", "--to", &stick])),
        "backup-folder-missing"
    );
    // So much that there is time to pull it out.
    let mut store = home.store();
    let model = ModelStamp {
        name: "seeded".to_owned(),
        sha256: Sha256Hex("0".repeat(64)),
    };
    for number in 0..15 {
        let now = Timestamp(1_790_000_000_000 + number);
        let (_, turn) = store.begin_turn(None, "سؤال", now).expect("room");
        let answer = store.begin_answer(turn.id, &model, now).expect("room");
        store
            .extend_answer(answer.id, &"جرعة 5-10 mg ".repeat(60_000))
            .expect("room");
        store
            .finish_answer(answer.id, AnswerState::Complete, None)
            .expect("room");
    }
    store.close().expect("room");

    fs::create_dir(&stick).expect("room");
    let child = Command::new(sanad())
        .arg("--data-dir")
        .arg(home.data())
        .args([
            "history",
            "backup",
            "--json",
            "--to",
            &stick,
            "--passphrase-file",
        ])
        .arg(&home.passphrase)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program was built");
    wait_until("the backup is being written", PATIENCE, || {
        Path::new(&stick)
            .join("sanad-backup.unfinished/sanad.db")
            .exists()
    });
    fs::rename(&stick, home.path("pulled")).expect("it is there");
    let output = child.wait_with_output().expect("it is our child");
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(said["error"]["code"], "backup-folder-missing", "{said}");
    assert_eq!(home.history(&["verify"]).ok().json()["whole"], json!(true));
    let made = home.history(&["backup"]).ok().json();
    assert_eq!(made["conversations"], json!(16), "the next one is whole");
}

#[tokio::test]
async fn an_open_app_backs_itself_up_and_erases_what_was_deleted() {
    let home = Home::new();
    let mut store = home.store();
    let deleted = store
        .conversations()
        .expect("it can be read")
        .swap_remove(0);
    store
        .bin_conversation(deleted.id, Timestamp(1_790_000_000_000))
        .expect("room");
    store
        .begin_turn(None, "another question", Timestamp(1_790_000_000_000))
        .expect("room");
    store.close().expect("room");

    let window = Window::open(&home.data(), &[]).await;
    window.find("unlock-passphrase").await;
    let locked = window
        .invoke("backups", json!({}))
        .await
        .expect("it works locked");
    assert_eq!(locked["backups"], json!([]));
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    let folder = home.data().join("backups");
    wait_until("a backup is there", PATIENCE, || {
        backups(&folder).is_ok_and(|made| !made.is_empty())
    });
    let now = window
        .invoke("back_up", json!({}))
        .await
        .expect("there is room");
    assert_eq!(
        (now["number"].as_u64(), now["conversations"].as_u64()),
        (Some(2), Some(1))
    );
    let page = window
        .invoke("audit", json!({"before": 0}))
        .await
        .expect("it is open");
    let kinds: Vec<&str> = page["entries"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| entry["kind"].as_str())
        .filter(|kind| *kind != "model_change")
        .collect();
    assert_eq!(kinds, ["backup", "backup", "deletion", "unlock"]);
    let offer = window
        .invoke("restore_offer", json!({}))
        .await
        .expect("there is one");
    assert_eq!(offer["backup"]["number"], json!(2));

    // Going back while the store is open: with the wrong passphrase it stays open.
    let path = now["path"].clone();
    let wrong = json!({"path": path, "passphrase": "a guess"});
    assert_eq!(
        window.invoke("restore", wrong).await,
        Err(Refusal::with("passphrase-wrong"))
    );
    let _ = window
        .invoke("settings", json!({}))
        .await
        .expect("it is open");
    let right = json!({"path": path, "passphrase": PASSPHRASE});
    let restored = window.invoke("restore", right).await.expect("it is whole");
    assert!(
        Path::new(restored["aside"].as_str().expect("a path"))
            .join("sanad.db")
            .exists()
    );
    let _ = window
        .invoke("verify_store", json!({}))
        .await
        .expect("it is whole");
    window.quit().await;
}

#[tokio::test]
async fn a_damaged_store_is_offered_its_backup_at_the_unlock_screen() {
    let home = Home::new();
    let made = home.history(&["backup"]).ok().json();
    fs::write(home.data().join("sanad.db"), vec![7; 65_536]).expect("room");

    let window = Window::open(&home.data(), &[]).await;
    window.find("unlock-passphrase").await;
    let right = json!({"passphrase": PASSPHRASE});
    assert_eq!(
        window.invoke("unlock", right).await,
        Err(Refusal::with("store-damaged"))
    );
    let state = window
        .invoke("start_state", json!({}))
        .await
        .expect("it is ours");
    assert_eq!(state["screen"], "damaged");
    let offer = window
        .invoke("restore_offer", json!({}))
        .await
        .expect("there is one");
    assert_eq!(offer["backup"]["path"], made["path"]);
    let right = json!({"path": made["path"], "passphrase": PASSPHRASE});
    let _ = window.invoke("restore", right).await.expect("it is whole");
    let state = window
        .invoke("start_state", json!({}))
        .await
        .expect("it is ours");
    assert_eq!(state["screen"], "open");
    window.quit().await;
}

#[tokio::test]
async fn a_recovery_code_opens_a_store_whose_passphrase_is_forgotten_until_the_key_changes() {
    let home = Home::new();
    let window = Window::open(&home.data(), &[]).await;
    window.find("unlock-passphrase").await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    let code = window
        .invoke("new_recovery_code", json!({}))
        .await
        .expect("it is open");
    let code = code.as_str().expect("a text").to_owned();
    assert_eq!(code.split('-').count(), 7, "seven groups");
    let keep = |typed: &str| json!({"passphrase": PASSPHRASE, "typedBack": typed});
    assert_eq!(
        window.invoke("keep_recovery_code", keep("0000")).await,
        Err(Refusal::with("recovery-code-mistyped"))
    );
    let _ = window
        .invoke("keep_recovery_code", keep(&code.to_lowercase()))
        .await
        .expect("it is right");
    window.quit().await;

    let window = Window::open(&home.data(), &[]).await;
    window.find("unlock-passphrase").await;
    let state = window
        .invoke("start_state", json!({}))
        .await
        .expect("it is ours");
    assert_eq!(state["has_recovery_code"], json!(true));
    let recover = json!({"code": code, "newPassphrase": "a new passphrase"});
    let _ = window
        .invoke("recover", recover)
        .await
        .expect("the code opens it");
    assert_eq!(
        window
            .invoke("change_key", json!({"passphrase": PASSPHRASE}))
            .await,
        Err(Refusal::with("passphrase-wrong")),
        "and the store stays open"
    );
    let _ = window
        .invoke("change_key", json!({"passphrase": "a new passphrase"}))
        .await
        .expect("there is room");
    let settings = window
        .invoke("settings", json!({}))
        .await
        .expect("it is open again");
    assert_eq!(settings["has_recovery_code"], json!(false));
    window.quit().await;

    let window = Window::open(&home.data(), &[]).await;
    window.find("unlock-passphrase").await;
    let recover = json!({"code": code, "newPassphrase": "yet another one"});
    assert_eq!(
        window.invoke("recover", recover).await,
        Err(Refusal::with("recovery-code-wrong"))
    );
    window.unlock("a new passphrase").await;
    window.find("composer").await;
    window.quit().await;
}
