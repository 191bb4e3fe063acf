//! Reads a process's end.

use std::process::ExitStatus;

use sanad_protocol::FailureCode;

use crate::EngineFault;

/// How often the kernel has run out of memory and killed something; counted since it started.
#[derive(Clone, Copy)]
pub(super) struct MemoryKills(Option<u64>);

impl MemoryKills {
    /// As of now; nothing on systems that do not count.
    pub(super) fn counted() -> Self {
        let counters = if cfg!(target_os = "linux") {
            "/proc/vmstat"
        } else {
            ""
        };
        Self(
            std::fs::read_to_string(counters)
                .ok()
                .and_then(|text| memory_kills(&text)),
        )
    }

    fn rose_since(self, before: Self) -> bool {
        matches!((before.0, self.0), (Some(before), Some(now)) if now > before)
    }
}

fn memory_kills(vmstat: &str) -> Option<u64> {
    vmstat
        .lines()
        .find_map(|line| line.strip_prefix("oom_kill "))?
        .trim()
        .parse()
        .ok()
}

/// Why a process that nobody told to end has ended.
pub(super) fn fault_of(
    status: ExitStatus,
    before: MemoryKills,
    was_loading: bool,
    last_words: String,
) -> EngineFault {
    if signal(status) != Some(KILL) {
        return EngineFault::Crashed {
            status: status.to_string(),
            last_words,
        };
    }
    // The kernel's last resort and a user's task manager send the same signal.
    if !MemoryKills::counted().rose_since(before) {
        return EngineFault::Killed;
    }
    let (code, detail) = (
        FailureCode::OutOfMemory,
        "the system ended the engine".to_owned(),
    );
    if was_loading {
        EngineFault::LoadFailed { code, detail }
    } else {
        EngineFault::RequestFailed { code, detail }
    }
}

const KILL: i32 = 9;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_: ExitStatus) -> Option<i32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    fn ended(raw: i32, kills_before: Option<u64>) -> EngineFault {
        fault_of(
            ExitStatus::from_raw(raw),
            MemoryKills(kills_before),
            false,
            "words".to_owned(),
        )
    }

    #[test]
    fn the_ways_to_end_are_told_apart() {
        assert_eq!(ended(9, None), EngineFault::Killed);
        for (raw, said) in [
            (6, "signal: 6"),
            (11, "signal: 11"),
            (3 << 8, "exit status: 3"),
            (0, "exit status: 0"),
        ] {
            match ended(raw, None) {
                EngineFault::Crashed { status, last_words } => {
                    assert!(
                        status.starts_with(said) && last_words == "words",
                        "{raw}: {status}"
                    );
                }
                other => panic!("{raw}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_kill_while_the_kernel_ran_out_of_memory_is_told_as_that() {
        assert_eq!(
            memory_kills("pgfault 7\noom_kill 12\nnuma_hit 3\n"),
            Some(12)
        );
        assert_eq!(memory_kills("oom_killer 12\n"), None);
        assert!(MemoryKills(Some(13)).rose_since(MemoryKills(Some(12))));
        assert!(!MemoryKills(Some(12)).rose_since(MemoryKills(Some(12))));
        assert!(!MemoryKills(Some(12)).rose_since(MemoryKills(None)));
    }
}
