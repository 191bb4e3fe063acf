//! The shell: a window and a command line over the crates that do the work.
//!
//! It must stay thin: unwrap, call one crate, wrap. Only this crate sees `tauri`.

mod answering;
mod app;
mod auditing;
mod backing_up;
mod bedside;
mod check_files;
mod checking;
mod cli;
mod commands;
mod containment;
mod diagnosing;
mod dialogs;
mod engine;
mod error;
mod exports;
mod folders;
mod guarding;
mod help;
mod idle;
mod installing;
mod keeping;
mod keychain;
mod locking;
mod machine;
mod opening;
mod place;
mod preferences;
mod preparing;
mod restart;
mod safeguards;
mod settings;
mod state;
mod stream;
mod suspend;
mod templates;
mod titles;
mod wire;

pub use app::Containment;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs `sanad` with its arguments, the first being the program's own name.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    cli::run(arguments, Containment::Closed)
}

/// Runs the window so that WebDriver can reach it. For the end-to-end tests' own binary, which is never packaged.
pub fn start_for_webdriver(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    cli::run(arguments, Containment::OpenToWebDriver)
}

#[cfg(test)]
mod tests {
    use specta_typescript::Typescript;

    #[test]
    fn the_committed_bindings_are_current() {
        let path = sanad_testing::workspace_root().join("ui/src/lib/backend/bindings.ts");
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let written = folder.path().join("bindings.ts");
        crate::commands::builder()
            .export(Typescript::default(), &written)
            .expect("every type that crosses can be said in TypeScript");
        let current = std::fs::read_to_string(&written).expect("it was just written");
        if std::env::var_os("SANAD_WRITE_BINDINGS").is_some() {
            std::fs::write(&path, &current).expect("the checkout can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            committed == current,
            "bindings.ts is stale: run `make bindings`"
        );
    }
}
