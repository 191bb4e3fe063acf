//! The built programs, and how a command line is run.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A file in the folder that cargo puts programs into.
fn built(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("a running program has a path");
    let mut folder = this.parent().expect("a program lies in a folder");
    // Tests lie one folder below the programs.
    if folder.ends_with("deps") {
        folder = folder.parent().expect("`deps` lies in a folder");
    }
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is not built: run `make test`",
        program.display()
    );
    program
}

/// The app.
#[must_use]
pub fn sanad() -> PathBuf {
    built("sanad")
}

/// The app as WebDriver can reach it.
#[must_use]
pub fn sanad_webdriver() -> PathBuf {
    built("sanad-webdriver")
}

/// The engine.
#[must_use]
pub fn engine() -> PathBuf {
    built("sanad-engine")
}

/// How a command ended.
#[derive(Debug)]
pub struct Run {
    /// Its exit status; -1 after a signal.
    pub status: i32,
    /// What it printed.
    pub stdout: String,
    /// What it complained.
    pub stderr: String,
}

impl Run {
    /// Its output as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|fault| panic!("{fault}: {self:?}"))
    }

    /// Checks that it ended well.
    #[must_use]
    pub fn ok(self) -> Self {
        assert_eq!(self.status, 0, "{self:?}");
        self
    }
}

/// Runs `sanad` with these arguments on a data folder, in English, with `input` on its stdin.
#[must_use]
pub fn run(data: &Path, arguments: &[&str], input: &str) -> Run {
    run_in("en_US.UTF-8", data, arguments, input)
}

/// Runs `sanad` with the messages of a locale.
#[must_use]
pub fn run_in(locale: &str, data: &Path, arguments: &[&str], input: &str) -> Run {
    run_as(Command::new(sanad()), locale, data, arguments, input)
}

/// Runs `sanad` as the last argument of another command, or by itself.
#[must_use]
pub fn run_as(
    mut command: Command,
    locale: &str,
    data: &Path,
    arguments: &[&str],
    input: &str,
) -> Run {
    let mut child = command
        .arg("--data-dir")
        .arg(data)
        .args(arguments)
        .env("LC_ALL", locale)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built");
    let mut stdin = child.stdin.take().expect("it is piped");
    // A program that does not read its input closes it.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("it was started");
    Run {
        status: status.code().unwrap_or(-1),
        stdout: String::from_utf8(stdout).expect("it prints UTF-8"),
        stderr: String::from_utf8(stderr).expect("it prints UTF-8"),
    }
}

/// A file beside the data folder that holds the tests' passphrase.
#[must_use]
pub fn with_passphrase(folder: &Path) -> PathBuf {
    let file = folder.join("passphrase");
    std::fs::write(&file, super::PASSPHRASE).expect("the folder is ours");
    file
}
