//! Locking, looked at from outside: what is gone, what is kept, and who has the store.

#![expect(missing_docs, reason = "zbus makes methods without words of their own")]
#![allow(
    clippy::print_stdout,
    reason = "a figure that the documentation states"
)]

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_tests::{
    Bus, PASSPHRASE, Refusal, ShippedApp, Window, acknowledge, assert_nowhere_in, count_in_memory,
    fixture_model, folder, has_ended, run, sanad, seed, starter_model, wait_until, with_passphrase,
};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(120);
/// Latin letters only: xdotool has no Arabic keyboard to press.
const TYPED_PASSPHRASE: &str = "correct horse battery";
const QUESTION: &str = "canary of a patient named zyx";
const DRAFT: &str = "draft canary quvw";

fn open_store(data: &Path) -> Store {
    let passphrase = Passphrase::new(TYPED_PASSPHRASE.to_owned()).expect("it is not empty");
    Store::open(&StoreFolder::at(data), &passphrase).expect("the app has ended")
}

/// A store whose app locks itself after a minute.
fn make_store(data: &Path) {
    std::fs::create_dir_all(data).expect("the folder is ours");
    let passphrase = Passphrase::new(TYPED_PASSPHRASE.to_owned()).expect("it is not empty");
    let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
    let mut store = Store::create(&StoreFolder::at(data), &passphrase, derivation)
        .expect("the folder is empty");
    store.put_setting("lock.after_minutes", "1").expect("room");
    acknowledge(&mut store);
    store.close().expect("room");
}

/// An app in which something was asked and something else is being typed.
fn app_in_use(home: &Path, environment: &[(&str, &str)]) -> ShippedApp {
    make_store(&home.join("data"));
    let app = ShippedApp::open(home, environment);
    app.unlock(TYPED_PASSPHRASE);
    type_until_there(&app, QUESTION);
    app.press_return();
    std::thread::sleep(Duration::from_secs(3));
    type_until_there(&app, DRAFT);
    // The composer keeps a draft some tenths of a second after the last key.
    std::thread::sleep(Duration::from_secs(2));
    app
}

/// Types a text anew until the window has it: a field that is not there yet, or busy, takes no keys.
fn type_until_there(app: &ShippedApp, text: &str) {
    let mut tries = 0;
    wait_until("what was typed is in the window", PATIENCE, || {
        tries += 1;
        if tries % 10 == 1 {
            app.select_all();
            app.type_keys(text);
        }
        std::thread::sleep(Duration::from_millis(300));
        found_in(&app.processes(), text) > 0
    });
}

fn found_in(processes: &[u32], text: &str) -> usize {
    processes
        .iter()
        .filter_map(|pid| count_in_memory(*pid, text))
        .sum()
}

/// Nothing is left of what was read and written, and what was written is kept.
fn assert_locked_and_whole(app: ShippedApp, home: &Path, before: &[u32], because: &str) {
    assert_eq!(app.locked_because().as_deref(), Some(because));
    for pid in before.iter().filter(|pid| **pid != app.pid()) {
        assert!(has_ended(*pid), "process {pid} outlived the lock");
    }
    app.wait_for_window();
    // The page of the unlock screen is there too before anything is looked for.
    wait_until("the new web view runs", PATIENCE, || {
        app.processes().len() > 2
    });
    std::thread::sleep(Duration::from_secs(3));
    let after = app.processes();
    for text in [QUESTION, DRAFT, TYPED_PASSPHRASE] {
        assert_eq!(found_in(&after, text), 0, "{text:?} is in memory");
        assert_nowhere_in(home, text);
    }
    assert!(!app.has_engine(), "the engine ended");

    app.focus();
    app.unlock(TYPED_PASSPHRASE);
    let data = app.data();
    drop(app);
    let store = open_store(&data);
    let newest = store
        .conversations()
        .expect("it can be read")
        .swap_remove(0);
    let turns = store.turns(newest.id).expect("it can be read");
    assert_eq!(turns[0].question, QUESTION);
    assert_eq!(
        store
            .draft(Some(newest.id))
            .expect("it can be read")
            .as_deref(),
        Some(DRAFT)
    );
}

#[test]
fn an_idle_app_locks_itself_and_nothing_of_what_was_read_stays_in_files_or_memory() {
    let home = folder();
    let app = app_in_use(home.path(), &[]);
    let before = app.processes();
    assert!(
        found_in(&before, QUESTION) > 0,
        "the search finds what is there"
    );
    assert!(
        found_in(&before, DRAFT) > 0,
        "the search finds what is there"
    );
    wait_until("a minute without anybody locks", PATIENCE, || {
        app.locked_because().is_some()
    });
    assert_locked_and_whole(app, home.path(), &before, "idle");
}

/// logind, as far as the app knows it.
struct Logind(std::sync::Mutex<Option<std::io::PipeWriter>>);

#[zbus::interface(name = "org.freedesktop.login1.Manager")]
impl Logind {
    fn inhibit(&self, what: &str, _who: &str, _why: &str, mode: &str) -> zbus::zvariant::OwnedFd {
        assert_eq!((what, mode), ("sleep", "delay"));
        let held = self.0.lock().expect("nobody panicked").take();
        let held = held.unwrap_or_else(|| std::io::pipe().expect("a pipe").1);
        std::os::fd::OwnedFd::from(held).into()
    }

    #[zbus(signal)]
    async fn prepare_for_sleep(
        emitter: &zbus::object_server::SignalEmitter<'_>,
        begins: bool,
    ) -> zbus::Result<()>;
}

#[test]
fn an_app_is_locked_before_the_machine_sleeps() {
    let home = folder();
    let bus = Bus::start();
    let (mut released, held) = std::io::pipe().expect("the system has pipes");
    let logind = Logind(std::sync::Mutex::new(Some(held)));
    let connection = zbus::blocking::connection::Builder::address(bus.address())
        .and_then(|bus| bus.name("org.freedesktop.login1"))
        .and_then(|bus| bus.serve_at("/org/freedesktop/login1", logind))
        .and_then(zbus::blocking::connection::Builder::build)
        .expect("the bus takes us");
    let app = app_in_use(home.path(), &[("DBUS_SYSTEM_BUS_ADDRESS", bus.address())]);
    let before = app.processes();

    let manager = connection
        .object_server()
        .interface::<_, Logind>("/org/freedesktop/login1")
        .expect("it is served");
    // Our own end must not keep the pipe open.
    drop(manager.get().0.lock().expect("nobody panicked").take());
    zbus::block_on(Logind::prepare_for_sleep(manager.signal_emitter(), true))
        .expect("the bus carries it");
    std::io::Read::read_to_end(&mut released, &mut Vec::new()).expect("a pipe can be read");
    assert!(
        app.locked_because().is_some(),
        "sleep was let go on before the lock"
    );
    assert_locked_and_whole(app, home.path(), &before, "suspend");
}

#[tokio::test]
async fn wrong_passphrases_are_delayed_and_the_right_one_with_them() {
    let home = folder();
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    let window = Window::open(
        &data,
        &["--model", fixture_model().to_str().expect("UTF-8")],
    )
    .await;
    window.find("unlock-passphrase").await;
    let unlock = async |passphrase: &str| {
        window
            .invoke("unlock", json!({"passphrase": passphrase}))
            .await
    };
    for _ in 0..3 {
        assert_eq!(
            unlock("a guess").await,
            Err(Refusal::with("passphrase-wrong"))
        );
    }
    let mut guesses = 0;
    // A derivation takes some tenths of a second, and the delays double.
    while unlock("a guess").await != Err(Refusal::with("unlock-delayed")) {
        guesses += 1;
        assert!(guesses < 10, "guessing goes on without a delay");
    }
    assert_eq!(
        unlock(PASSPHRASE).await,
        Err(Refusal::with("unlock-delayed"))
    );
    let mut opened = false;
    for _ in 0..60 {
        opened = unlock(PASSPHRASE).await.is_ok();
        if opened {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert!(opened, "who knows the passphrase gets in");
    let page = window
        .invoke("audit", json!({"before": 0}))
        .await
        .expect("it is open");
    let kinds: Vec<&str> = page["entries"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|entry| entry["kind"].as_str())
        .collect();
    assert_eq!(kinds[0], "unlock");
    let failed = kinds
        .iter()
        .filter(|kind| **kind == "failed_unlock")
        .count();
    assert_eq!(failed, 3 + guesses, "{kinds:?}");
    window.quit().await;
}

#[tokio::test]
async fn a_locked_window_keeps_a_second_copy_out() {
    let home = folder();
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    let first = Window::open(&data, &[]).await;
    first.find("unlock-passphrase").await;

    let passphrase = with_passphrase(home.path());
    let passphrase = passphrase.to_str().expect("a plain name");
    let refused = run(
        &data,
        &["history", "audit", "--passphrase-file", passphrase],
        "",
    );
    assert_eq!(refused.status, 75, "{refused:?}");
    let second = Window::open(&data, &[]).await;
    assert_eq!(
        second.invoke("start_state", json!({})).await,
        Err(Refusal::with("store-in-use"))
    );
    first.quit().await;
    let state = second
        .invoke("start_state", json!({}))
        .await
        .expect("the store is free");
    assert_eq!(state["screen"], "locked");
    assert_eq!(state["notice"], "");
    second.quit().await;
}

#[test]
fn of_two_copies_that_start_at_once_one_has_the_store() {
    let home = folder();
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    let passphrase = with_passphrase(home.path());
    let start = || -> Child {
        // A conversation holds the store until its input ends.
        Command::new(sanad())
            .arg("--data-dir")
            .arg(&data)
            .arg("--model")
            .arg(fixture_model())
            .args(["chat", "--passphrase-file"])
            .arg(&passphrase)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program was built")
    };
    for round in 0..100 {
        let mut copies = [start(), start()];
        let mut refused = None;
        wait_until("one of them is refused", PATIENCE, || {
            refused = (0..2).find_map(|number| {
                let status = copies[number].try_wait().expect("it is our child")?;
                Some((number, status.code()))
            });
            refused.is_some()
        });
        let (number, status) = refused.expect("it was just found");
        assert_eq!(status, Some(75), "round {round}");
        let owner = &mut copies[1 - number];
        drop(owner.stdin.take());
        let status = owner.wait().expect("it is our child");
        assert!(status.success(), "round {round}: {status:?}");
    }
}

/// Prints how long somebody who comes back waits for the model, its file being in the page cache.
#[tokio::test]
async fn the_model_is_loaded_again_after_unlocking() {
    let home = folder();
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    for model in [Some(fixture_model()), starter_model()]
        .into_iter()
        .flatten()
    {
        let arguments = ["--model", model.to_str().expect("the path is UTF-8")];
        for time in ["first", "again"] {
            let window = Window::open(&data, &arguments).await;
            window.type_into("unlock-passphrase", PASSPHRASE).await;
            let begun = Instant::now();
            window.click("unlock-submit").await;
            window.find("composer").await;
            let usable = begun.elapsed();
            window
                .find_css("[data-testid=engine-state][data-kind=ready]")
                .await;
            let name = model.file_name().unwrap_or_default().to_string_lossy();
            println!(
                "{name}, {time}: composer after {:.1} s, model after {:.1} s",
                usable.as_secs_f32(),
                begun.elapsed().as_secs_f32()
            );
            window.quit().await;
        }
    }
}

#[tokio::test]
async fn settings_stay_in_their_ranges_and_outlive_the_app() {
    let home = folder();
    let data = home.path().join("data");
    std::fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    let window = Window::open(&data, &[]).await;
    window.find("unlock-passphrase").await;
    assert_eq!(
        window.invoke("settings", json!({})).await,
        Err(Refusal::with("store-locked"))
    );
    assert_eq!(
        window.invoke("unlock_from_keychain", json!({})).await,
        Err(Refusal::with("keychain-empty")),
        "nobody asked for it"
    );
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    for (command, arguments, field, value) in [
        (
            "set_lock_after",
            json!({"minutes": 99}),
            "lock_after_minutes",
            json!(15),
        ),
        (
            "set_lock_after",
            json!({"minutes": 2}),
            "lock_after_minutes",
            json!(2),
        ),
        (
            "set_retention",
            json!({"days": 30}),
            "retention_days",
            json!(30),
        ),
        (
            "set_backup_folder",
            json!({"path": "/nowhere"}),
            "backup_folder",
            json!("/nowhere"),
        ),
        (
            "set_improves_titles",
            json!({"on": false}),
            "improves_titles",
            json!(false),
        ),
        (
            "set_keeps_states",
            json!({"on": false}),
            "keeps_states",
            json!(false),
        ),
    ] {
        let set = window
            .invoke(command, arguments)
            .await
            .expect("it can be set");
        assert_eq!(set[field], value, "{command}");
    }
    let refused = window
        .invoke("set_keychain", json!({"on": true, "passphrase": "a guess"}))
        .await;
    assert_eq!(refused, Err(Refusal::with("passphrase-wrong")));
    let before = window
        .invoke("settings", json!({}))
        .await
        .expect("it is open");
    let backups = window
        .invoke("backups", json!({}))
        .await
        .expect("they can be listed");
    assert_eq!(
        backups["folder_is_missing"],
        json!(true),
        "a reminder and no error"
    );
    window.quit().await;

    let window = Window::open(&data, &[]).await;
    window.find("unlock-passphrase").await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    let after: Value = window
        .invoke("settings", json!({}))
        .await
        .expect("it is open");
    assert_eq!(after, before);
    window.quit().await;
}
