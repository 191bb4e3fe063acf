//! Starting the app afresh in the place of itself: the only way to empty a web view's memory.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use crate::idle::LockReason;
use crate::place::WindowPlace;

/// The hidden arguments by which the new app learns why it was started, and where its window stood.
const REASON: &str = "--locked-because=";
const PLACE: &str = "--window-place=";

static EXECUTABLE: OnceLock<PathBuf> = OnceLock::new();

/// Remembers where the executable lies, while its path is still true.
pub(crate) fn remember_executable() {
    if let Ok(path) = std::env::current_exe() {
        let _ = EXECUTABLE.set(path);
    }
}

/// Ends this process with all it has in memory, and those that it started, and starts the app afresh.
///
/// Where that cannot be done the app ends: better closed than open.
pub(crate) fn start_afresh(because: LockReason, place: Option<WindowPlace>) -> ! {
    platform::end_children();
    let executable = EXECUTABLE
        .get()
        .filter(|path| path.is_file())
        .cloned()
        // The path is gone after an upgrade; the file is not, on Linux.
        .unwrap_or_else(|| PathBuf::from("/proc/self/exe"));
    let mut command = Command::new(executable);
    command.args(arguments(std::env::args_os().skip(1), because, place));
    platform::replace(command)
}

/// The arguments that this process was started with, and why and where it starts afresh.
fn arguments(
    present: impl Iterator<Item = OsString>,
    because: LockReason,
    place: Option<WindowPlace>,
) -> impl Iterator<Item = OsString> {
    let is_hidden = |argument: &OsString| {
        let argument = argument.to_string_lossy();
        argument.starts_with(REASON) || argument.starts_with(PLACE)
    };
    let place = place.map(|place| format!("{PLACE}{place}"));
    let reason = format!("{REASON}{}", because.code());
    present
        .filter(move |argument| !is_hidden(argument))
        .chain(place.map(OsString::from))
        .chain([OsString::from(reason)])
}

#[cfg(unix)]
mod platform {
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    /// The same process goes on with nothing in its memory: what held the lock on the store is closed by the kernel.
    pub(super) fn replace(mut command: Command) -> ! {
        if let Some(name) = std::env::args_os().next() {
            command.arg0(name);
        }
        // It returns only where it failed.
        let _ = command.exec();
        std::process::exit(1)
    }

    /// Ends the web view's processes and the engine, and waits until they are gone: they hold what was read.
    #[cfg(target_os = "linux")]
    pub(super) fn end_children() {
        use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

        let parents = parents();
        let mut family = vec![std::process::id()];
        let mut next = 0;
        while let Some(parent) = family.get(next).copied() {
            let children = parents.iter().filter(|(_, of)| *of == parent);
            family.extend(children.map(|(child, _)| *child));
            next += 1;
        }
        for child in family.iter().skip(1) {
            if let Some(pid) = i32::try_from(*child).ok().and_then(Pid::from_raw) {
                // One that has just ended is as good.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
        // Nobody else would wait for them once this program is replaced.
        while waitpid(None, WaitOptions::empty()).is_ok() {}
    }

    /// Untested: elsewhere the web view's processes end by themselves once the app that they belong to is gone.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn end_children() {}

    /// Every process with the one that started it.
    #[cfg(target_os = "linux")]
    fn parents() -> Vec<(u32, u32)> {
        let Ok(entries) = std::fs::read_dir("/proc") else {
            return Vec::new();
        };
        entries
            .flatten()
            .filter_map(|entry| {
                let pid = entry.file_name().to_str()?.parse().ok()?;
                let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
                // `pid (name) state parent …`, and a name may hold anything.
                let (_, after) = stat.rsplit_once(')')?;
                let parent = after.split_whitespace().nth(1)?.parse().ok()?;
                Some((pid, parent))
            })
            .collect()
    }
}

/// Untested: Windows cannot replace a process, so that another is started and this one ends.
#[cfg(not(unix))]
mod platform {
    use std::process::Command;

    pub(super) fn replace(mut command: Command) -> ! {
        let _ = command.spawn();
        std::process::exit(0)
    }

    pub(super) fn end_children() {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_stay_and_only_the_last_reason_is_said() {
        let present = [
            "--data-dir",
            "بيانات",
            "--locked-because=idle",
            "--model",
            "x",
        ];
        let place = "1,2,3,4,false,false".parse().ok();
        let passed: Vec<OsString> =
            arguments(present.iter().map(OsString::from), LockReason::User, place).collect();
        let again: Vec<OsString> =
            arguments(passed.into_iter(), LockReason::Suspend, place).collect();
        let expected = [
            "--data-dir",
            "بيانات",
            "--model",
            "x",
            "--window-place=1,2,3,4,false,false",
            "--locked-because=suspend",
        ];
        assert_eq!(again, expected.map(OsString::from));
    }
}
