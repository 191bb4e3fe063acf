//! The app as it is shipped, driven by real key presses, which is all that it hears.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::{Process, children_of, descendants_of, fixture_model, sanad, wait_until};

/// Starting, unlocking and painting on two busy cores.
const PATIENCE: Duration = Duration::from_secs(90);

/// The shipped app with its window, ended when it is dropped.
pub struct ShippedApp {
    child: Child,
    /// A home of its own, temporary folder included.
    home: PathBuf,
}

impl ShippedApp {
    /// Opens it on `home/data` and waits for its window.
    #[must_use]
    pub fn open(home: &Path, environment: &[(&str, &str)]) -> Self {
        Self::start(Command::new(sanad()), home, environment)
    }

    /// As [`Self::open`], while strace writes down every socket that it or a process of its makes, the engine included.
    #[must_use]
    pub fn open_recorded(home: &Path, record: &Path) -> Self {
        let mut command = Command::new("strace");
        // -D: the app stays our child, and strace looks on. A call that a filter denies is not seen, and makes none.
        command.args(["-D", "-f", "-qq", "--seccomp-bpf"]);
        command.args(["-e", "trace=socket,socketpair,io_uring_setup", "-o"]);
        command.arg(record).arg(sanad());
        Self::start(command, home, &[])
    }

    fn start(mut command: Command, home: &Path, environment: &[(&str, &str)]) -> Self {
        let temporary = home.join("tmp");
        std::fs::create_dir_all(&temporary).expect("the folder is ours");
        let child = command
            .arg("--model")
            .arg(fixture_model())
            .arg("--data-dir")
            .arg(home.join("data"))
            .env("LC_ALL", "en_US.UTF-8")
            .env("HOME", home)
            .env("TMPDIR", temporary)
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program was built");
        let app = Self {
            child,
            home: home.to_owned(),
        };
        app.wait_for_window();
        app
    }

    /// Its process, which stays the same when it starts afresh.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its folder of data.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    /// It and all that it started.
    #[must_use]
    pub fn processes(&self) -> Vec<u32> {
        let others = descendants_of(self.pid());
        let others = others.into_iter().map(|process: Process| process.pid);
        std::iter::once(self.pid()).chain(others).collect()
    }

    /// Types the passphrase until the engine starts: keys that come before the page are lost.
    pub fn unlock(&self, passphrase: &str) {
        let mut tries = 0;
        wait_until("the passphrase opens the store", PATIENCE, || {
            tries += 1;
            if tries % 200 == 50 {
                self.select_all();
                self.type_keys(passphrase);
                press(&["key", "Return"]);
            }
            self.has_engine()
        });
        std::thread::sleep(Duration::from_secs(2));
    }

    /// Gives its window the keyboard, which an app that locked itself does not take.
    pub fn focus(&self) {
        press(&[
            "search",
            "--onlyvisible",
            "--name",
            "^Sanad$",
            "windowfocus",
        ]);
    }

    /// Types Latin letters.
    pub fn type_keys(&self, text: &str) {
        press(&["type", "--delay", "20", text]);
    }

    /// Selects what stands in the field, so that the next keys replace it.
    pub fn select_all(&self) {
        press(&["key", "ctrl+a"]);
    }

    /// Presses one key, or some together, as `ctrl+f`.
    pub fn press_key(&self, keys: &str) {
        press(&["key", keys]);
    }

    /// Sends what was typed.
    pub fn press_return(&self) {
        press(&["key", "Return"]);
    }

    /// Whether an engine runs, which is only so while the store is open.
    #[must_use]
    pub fn has_engine(&self) -> bool {
        children_of(self.pid())
            .iter()
            .any(|process| process.name == "sanad-engine")
    }

    /// Why it started afresh, if it did.
    #[must_use]
    pub fn locked_because(&self) -> Option<String> {
        let line = std::fs::read_to_string(format!("/proc/{}/cmdline", self.pid())).ok()?;
        line.split('\0')
            .find_map(|argument| argument.strip_prefix("--locked-because="))
            .map(str::to_owned)
    }

    /// Waits until its window is there.
    pub fn wait_for_window(&self) {
        wait_until("the window is there", PATIENCE, || {
            !press(&["search", "--onlyvisible", "--name", "^Sanad$"]).is_empty()
        });
    }
}

impl Drop for ShippedApp {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn press(arguments: &[&str]) -> String {
    let output = Command::new("xdotool").args(arguments).output();
    let output = output.expect("xdotool is installed by `make test-packages`");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
