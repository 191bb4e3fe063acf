//! The app as it is shipped, closed to WebDriver: driven by real key presses, and looked at from outside.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use sanad_history::{Passphrase, Store, StoreFolder};
use sanad_tests::{
    Process, acknowledge, assert_nowhere_in, children_of, descendants_of, fixture_model,
    listening_sockets, run, sanad, wait_until,
};

const PATIENCE: Duration = Duration::from_secs(60);
/// Latin letters only: xdotool has no Arabic keyboard to press.
const PASSPHRASE: &str = "correct horse battery";
const CANARY: &str = "canary typed with real keys";

/// The shipped app, ended when the test ends.
struct App(Child);

impl App {
    fn engine(&self) -> Option<Process> {
        children_of(self.0.id())
            .into_iter()
            .find(|process| process.name == "sanad-engine")
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_shipped_window_unlocks_and_answers_without_a_single_socket_of_an_ip_family() {
    let home = tempfile::tempdir().expect("the system has a folder for temporary files");
    let data = home.path().join("data");
    let passphrase = home.path().join("passphrase");
    std::fs::write(&passphrase, PASSPHRASE).expect("the folder is ours");
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let passphrase = passphrase
        .to_str()
        .expect("temporary folders have plain names");
    let made = [
        "ask",
        "Hello",
        "--model",
        model,
        "--passphrase-file",
        passphrase,
    ];
    let _ = run(&data, &made, "").ok();
    let mut store = opened(&data);
    acknowledge(&mut store);
    store.close().expect("it is whole");

    let child = Command::new(sanad())
        .args(["--model", model, "--data-dir"])
        .arg(&data)
        .env("LC_ALL", "en_US.UTF-8")
        // The app takes these out of its environment; with them it would open a port.
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_INSPECTOR_SERVER", "127.0.0.1:9")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program was built");
    let app = App(child);
    wait_until("the window is there", PATIENCE, || {
        !xdotool(&["search", "--onlyvisible", "--name", "^Sanad$"]).is_empty()
    });
    // The window is there before its page is; keys typed too early are lost, so they are typed until they work.
    let mut tries = 0;
    wait_until(
        "the passphrase opens the store and the engine starts",
        PATIENCE,
        || {
            tries += 1;
            if tries % 100 == 20 {
                press(&["key", "ctrl+a"]);
                press(&["type", "--delay", "20", PASSPHRASE]);
                press(&["key", "Return"]);
            }
            app.engine().is_some()
        },
    );
    std::thread::sleep(Duration::from_secs(2));
    press(&["type", "--delay", "20", CANARY]);
    press(&["key", "Return"]);
    std::thread::sleep(Duration::from_secs(3));

    let all = descendants_of(app.0.id());
    assert!(
        all.iter()
            .any(|process| process.name.starts_with("WebKitWeb")),
        "{all:?}"
    );
    let pids: Vec<u32> = all
        .iter()
        .map(|process| process.pid)
        .chain([app.0.id()])
        .collect();
    assert_eq!(listening_sockets(&pids), Vec::<String>::new());
    for pid in &pids {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let filtered = status
            .lines()
            .any(|line| line.split_whitespace().eq(["Seccomp:", "2"]));
        // A process that has just ended has no status.
        assert!(
            filtered || status.is_empty(),
            "process {pid} has no socket filter"
        );
    }
    assert_nowhere_in(&data, CANARY);
    drop(app);
    let store = opened(&data);
    let newest = store
        .conversations()
        .expect("it can be read")
        .swap_remove(0);
    let turns = store.turns(newest.id).expect("it can be read");
    assert_eq!(turns[0].question, CANARY, "the keys reached the composer");
}

fn opened(data: &Path) -> Store {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is not empty");
    Store::open(&StoreFolder::at(data), &passphrase)
        .expect("it is whole, also after the app was killed")
}

fn xdotool(arguments: &[&str]) -> String {
    let output = Command::new("xdotool").args(arguments).output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default()
}

fn press(arguments: &[&str]) {
    xdotool(arguments);
}
