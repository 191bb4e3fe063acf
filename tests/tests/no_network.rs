//! Nothing is ever reached over a network: shown from outside, by the kernel's own record of sockets,
//! and by doing everything where there is no network at all.
#![cfg(target_os = "linux")]

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use sanad_history::{Passphrase, Store, StoreFolder};
use sanad_testing::rounds;
use sanad_tests::{
    Run, ShippedApp, acknowledge, fixture_model, run, run_as, sanad, say, with_passphrase,
};

/// Latin letters only: xdotool has no Arabic keyboard to press.
const PASSPHRASE: &str = "correct horse battery";
const QUESTION: &str = "Which ward is next door";

/// `SANAD_SOAK` says for how many seconds the window is used; `make test` uses it for some.
#[test]
fn a_window_in_use_makes_no_socket_of_an_ip_family() {
    let home = tempfile::tempdir().expect("the system has a folder for temporary files");
    make_store(home.path());
    let record = home.path().join("sockets");
    let app = ShippedApp::open_recorded(home.path(), &record);
    app.unlock(PASSPHRASE);
    let end = Instant::now() + Duration::from_secs(rounds(12).into());
    let mut questions = 0_u32;
    while questions == 0 || Instant::now() < end {
        use_every_part(&app, questions);
        questions += 1;
    }
    let data = app.data();
    drop(app);

    let record = std::fs::read_to_string(&record).expect("strace wrote it");
    let calls = whole_calls(&record);
    let made: Vec<&String> = calls.iter().filter(|call| makes_a_socket(call)).collect();
    assert!(
        made.iter().any(|line| line.contains("AF_UNIX")),
        "the record shows how the window talks to its display"
    );
    let others: Vec<&&String> = made
        .iter()
        .filter(|call| !call.contains("AF_UNIX"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
    assert!(
        !calls
            .iter()
            .any(|call| call.contains("io_uring_setup") && succeeded(call)),
        "io_uring makes sockets that no record shows"
    );
    assert!(kept_questions(&data) >= questions, "the window was in use");
    say(&format!(
        "{questions} questions, {} local sockets",
        made.len()
    ));
}

/// Asks, searches, opens the bedside tools and the settings, and closes them again.
fn use_every_part(app: &ShippedApp, number: u32) {
    app.focus();
    app.type_keys(&format!("{QUESTION} {number}"));
    app.press_return();
    std::thread::sleep(Duration::from_secs(3));
    for opening in ["ctrl+f", "ctrl+b", "ctrl+comma"] {
        app.press_key(opening);
        std::thread::sleep(Duration::from_millis(700));
        app.type_keys("mg");
        std::thread::sleep(Duration::from_millis(700));
        app.press_key("Escape");
    }
    app.press_key("ctrl+n");
    std::thread::sleep(Duration::from_millis(700));
}

fn make_store(home: &Path) {
    let passphrase = home.join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("the folder is ours");
    let (model, passphrase) = (fixture_model(), text(&passphrase).to_owned());
    let made = [
        "ask",
        "Hello",
        "--model",
        text(&model),
        "--passphrase-file",
        &passphrase,
    ];
    let data = home.join("data");
    let _ = run(&data, &made, "").ok();
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is not empty");
    let mut store = Store::open(&StoreFolder::at(&data), &passphrase).expect("it was just made");
    acknowledge(&mut store);
    store.close().expect("room");
}

fn kept_questions(data: &Path) -> u32 {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is not empty");
    let store = Store::open(&StoreFolder::at(data), &passphrase)
        .expect("a killed app leaves a whole store");
    let kept = store.conversations().expect("it can be read");
    let turns = kept
        .iter()
        .flat_map(|each| store.turns(each.id).expect("it can be read"));
    let asked = turns
        .filter(|turn| turn.question.contains(QUESTION))
        .count();
    u32::try_from(asked).expect("a few")
}

/// Calls in strace's words, each on one line: those that another thread's interrupted are put together by their number.
fn whole_calls(record: &str) -> Vec<String> {
    let mut begun: HashMap<&str, &str> = HashMap::new();
    let mut calls = Vec::new();
    for line in record.lines() {
        let (thread, call) = line.split_once(' ').unwrap_or(("", line));
        if let Some(first) = call.strip_suffix("<unfinished ...>") {
            begun.insert(thread, first);
        } else if let Some((_, rest)) = call.split_once(" resumed>") {
            calls.push(format!(
                "{}{rest}",
                begun.remove(thread).unwrap_or_default()
            ));
        } else {
            calls.push(call.to_owned());
        }
    }
    calls
}

/// A call that gave a socket: `socket(AF_UNIX, SOCK_STREAM, 0) = 7`.
fn makes_a_socket(call: &str) -> bool {
    (call.contains("socket(") || call.contains("socketpair(")) && succeeded(call)
}

fn succeeded(call: &str) -> bool {
    let answer = call.rsplit_once(" = ").map(|(_, answer)| answer);
    answer.is_some_and(|answer| !answer.starts_with('-'))
}

#[test]
fn a_socket_whose_making_was_interrupted_is_seen() {
    let record = "7 socket(AF_INET, SOCK_STREAM, 0 <unfinished ...>\n\
                  8 socket(AF_UNIX, SOCK_STREAM, 0) = 5\n\
                  9 socket(AF_INET6, SOCK_DGRAM, 0) = -1 EACCES (Permission denied)\n\
                  7 <... socket resumed>) = 3";
    let calls = whole_calls(record);
    let made: Vec<&String> = calls.iter().filter(|call| makes_a_socket(call)).collect();
    assert_eq!(
        made,
        [
            "socket(AF_UNIX, SOCK_STREAM, 0) = 5",
            "socket(AF_INET, SOCK_STREAM, 0 ) = 3"
        ]
    );
}

#[test]
fn every_command_works_on_a_machine_without_any_network() {
    let home = tempfile::tempdir().expect("the system has a folder for temporary files");
    let isolated = Command::new("unshare").args(["-rn", "true"]).status();
    if !isolated.is_ok_and(|status| status.success()) {
        say("skipped: this system lets nobody make a network of their own");
        return;
    }
    let passphrase = with_passphrase(home.path());
    let archive_secret = home.path().join("archive-passphrase");
    std::fs::write(&archive_secret, PASSPHRASE).expect("the folder is ours");
    let model = fixture_model();
    let (passphrase, secret, model) = (text(&passphrase), text(&archive_secret), text(&model));
    let file = |name: &str| text(&home.path().join(name)).to_owned();
    let (json, archive, backups) = (file("all.json"), file("all.age"), file("backups"));
    std::fs::create_dir(&backups).expect("the folder is ours");
    let flow: &[(&[&str], &str)] = &[
        (
            &["ask", "Hello", "--model", model, "--temperature", "0"],
            "",
        ),
        (
            &["chat", "--model", model, "--temperature", "0"],
            "Hello\n\nThank you\n",
        ),
        (&["models", "list", "--json"], ""),
        (&["doctor"], ""),
        (&["calc", "--find", "bmi"], ""),
        (&["text", "spans"], "جرعة 5-10 mg"),
        (&["history", "list"], ""),
        (&["history", "search", "Hello"], ""),
        (&["history", "export", &json, "--format", "json"], ""),
        (
            &[
                "history",
                "export",
                &archive,
                "--archive-passphrase-file",
                secret,
            ],
            "",
        ),
        (
            &[
                "history",
                "import",
                &archive,
                "--archive-passphrase-file",
                secret,
            ],
            "",
        ),
        (&["history", "backup", "--to", &backups], ""),
        (&["history", "verify"], ""),
        (&["history", "audit"], ""),
    ];
    for (arguments, input) in flow {
        let mut all = arguments.to_vec();
        all.extend(["--passphrase-file", passphrase]);
        let done = without_network(&home.path().join("data"), &all, input);
        assert_eq!(done.status, 0, "{arguments:?}: {done:?}");
    }
}

/// In a network of its own, in which there is nothing, not even a way to itself.
fn without_network(data: &Path, arguments: &[&str], input: &str) -> Run {
    let mut command = Command::new("unshare");
    command.arg("-rn").arg(sanad());
    run_as(command, "en_US.UTF-8", data, arguments, input)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}
