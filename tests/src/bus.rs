//! A message bus that only a test knows, and what desktops offer on one.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A bus of its own, ended when it is dropped.
pub struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    /// Starts it.
    #[must_use]
    pub fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed by `make test-packages`");
        let mut address = String::new();
        let stdout = daemon.stdout.as_mut().expect("it is piped");
        BufReader::new(stdout)
            .read_line(&mut address)
            .expect("it says where it listens");
        Self {
            daemon,
            address: address.trim().to_owned(),
        }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// GNOME's keychain on a bus of its own, with its files in a home of its own.
pub struct Keychain {
    daemon: Child,
    bus: Bus,
}

impl Keychain {
    /// Starts it, unlocked as it is once somebody has logged in.
    #[must_use]
    pub fn start(home: &Path) -> Self {
        let bus = Bus::start();
        let mut daemon = Command::new("gnome-keyring-daemon")
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("gnome-keyring is installed by `make test-packages`");
        let mut password = daemon.stdin.take().expect("it is piped");
        password
            .write_all(b"the password of the login")
            .expect("it reads it");
        Self { daemon, bus }
    }

    /// Where its bus listens.
    #[must_use]
    pub fn address(&self) -> &str {
        self.bus.address()
    }
}

impl Drop for Keychain {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
