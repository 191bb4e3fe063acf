//! `sanad`: with no arguments the window, otherwise the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    sanad_shell::start(std::env::args_os())
}
