//! `sanad-webdriver`: the same app, reachable by the end-to-end tests. Never packaged.

use std::process::ExitCode;

fn main() -> ExitCode {
    sanad_shell::start_for_webdriver(std::env::args_os())
}
