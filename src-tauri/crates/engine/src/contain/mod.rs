//! What the process gives up before it reads a model file, which may come from anywhere.
//!
//! One function for every platform; what could be set up is named in the engine's hello, so that the app can show it.
//! Nothing here may be switched off by a flag or an environment variable.

use std::path::Path;

#[cfg(target_os = "linux")]
mod landlock;
#[cfg(target_os = "linux")]
mod limits;
#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
mod seccomp;

/// Gives up everything but computing and reading these files; gives the names of what was set up.
///
/// Binds the calling thread and those it starts, so it is called while there is only one.
/// A step that this system does not have is left out, and stderr says why:
/// an older kernel is no reason to refuse a clinician an answer.
#[cfg(target_os = "linux")]
#[must_use]
pub fn contain(readable: &[&Path]) -> Vec<String> {
    contain_but_for(readable, &[])
}

/// As [`contain`], but for files that are there already and may be written, too.
#[cfg(target_os = "linux")]
#[must_use]
pub fn contain_but_for(readable: &[&Path], writable: &[&Path]) -> Vec<String> {
    let mut steps: Vec<(&str, Result<(), ContainError>)> = vec![
        ("no_core_dump", limits::no_core_dump()),
        ("not_dumpable", limits::not_dumpable()),
        ("no_new_privileges", limits::no_new_privileges()),
        ("landlock", landlock::only_these(readable, writable)),
    ];
    // Last, since it takes away the calls that the others need.
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    steps.push(("seccomp", seccomp::deny()));
    let mut set_up = Vec::new();
    for (name, outcome) in steps {
        match outcome {
            Ok(()) => set_up.push(name.to_owned()),
            Err(error) => note(name, &error),
        }
    }
    set_up
}

/// Gives up nothing yet: job objects on Windows and the sandbox of macOS come behind this same function.
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn contain(_readable: &[&Path]) -> Vec<String> {
    Vec::new()
}

/// As [`contain`].
#[cfg(not(target_os = "linux"))]
#[must_use]
pub fn contain_but_for(_readable: &[&Path], _writable: &[&Path]) -> Vec<String> {
    Vec::new()
}

/// Why a step could not be set up.
#[cfg(target_os = "linux")]
#[derive(Debug, thiserror::Error)]
enum ContainError {
    #[error("{0}")]
    Refused(#[from] std::io::Error),
    #[error("{0}")]
    Landlock(#[from] ::landlock::RulesetError),
    #[error("{0}")]
    Path(#[from] ::landlock::PathFdError),
    #[error("this kernel does not have it")]
    Unsupported,
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    #[error("{0}")]
    Seccomp(#[from] seccompiler::Error),
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
    #[error("{0}")]
    Filter(#[from] seccompiler::BackendError),
}

#[cfg(target_os = "linux")]
fn note(name: &str, error: &ContainError) {
    use std::io::Write;
    // Nothing can be done about a closed stderr.
    let _ = writeln!(
        std::io::stderr(),
        "sanad-engine: containment without {name}: {error}"
    );
}
