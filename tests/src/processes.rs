//! Looks at processes through /proc.

use std::collections::HashSet;
use std::fs;
use std::time::{Duration, Instant};

/// A process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its id.
    pub pid: u32,
    /// The name of its program, at most 15 characters, as the kernel keeps it.
    pub name: String,
}

/// The processes that this one started.
#[must_use]
pub fn children_of(pid: u32) -> Vec<Process> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .filter_map(|child| {
            let stat = fs::read_to_string(format!("/proc/{child}/stat")).ok()?;
            // `pid (name) state parent …`, and a name may hold anything.
            let (before, after) = stat.rsplit_once(')')?;
            let parent: u32 = after.split_whitespace().nth(1)?.parse().ok()?;
            let name = before.split_once('(')?.1.to_owned();
            (parent == pid).then_some(Process { pid: child, name })
        })
        .collect()
}

/// The processes that this one started, those that they started, and so on.
#[must_use]
pub fn descendants_of(pid: u32) -> Vec<Process> {
    let mut found = children_of(pid);
    let mut next = 0;
    while let Some(process) = found.get(next) {
        let more = children_of(process.pid);
        found.extend(more);
        next += 1;
    }
    found
}

/// Ends a process at once; fails if it is not there.
pub fn kill(pid: u32) {
    assert!(
        signal(pid, libc::SIGKILL),
        "process {pid} was there to be killed"
    );
}

/// Holds a process where it is.
pub fn pause(pid: u32) {
    assert!(
        signal(pid, libc::SIGSTOP),
        "process {pid} was there to be held"
    );
}

/// Lets a held process go on, if it is still there.
pub fn resume(pid: u32) {
    signal(pid, libc::SIGCONT);
}

/// Ends a process at once, if it is there.
pub(crate) fn end(pid: u32) {
    signal(pid, libc::SIGKILL);
}

/// Sends a process a signal; false if it is not there.
pub fn send_signal(pid: u32, number: i32) -> bool {
    // 0 and what is negative as a process id mean whole groups of processes.
    pid > 1 && signal(pid, number)
}

#[expect(unsafe_code, reason = "std can only kill its own children")]
fn signal(pid: u32, signal: i32) -> bool {
    // SAFETY: a plain system call without pointers.
    unsafe { libc::kill(pid.cast_signed(), signal) == 0 }
}

/// Tells whoever runs the tests what was measured, or why a test had nothing to do.
#[expect(clippy::print_stderr, reason = "tests report there")]
pub fn say(words: &str) {
    eprintln!("{words}");
}

/// The inet sockets of these processes that listen or can receive, as lines of /proc/net.
#[must_use]
pub fn listening_sockets(pids: &[u32]) -> Vec<String> {
    let inodes: HashSet<String> = pids
        .iter()
        .filter_map(|pid| fs::read_dir(format!("/proc/{pid}/fd")).ok())
        .flatten()
        .flatten()
        .filter_map(|entry| fs::read_link(entry.path()).ok())
        .filter_map(|link| {
            Some(
                link.to_str()?
                    .strip_prefix("socket:[")?
                    .strip_suffix(']')?
                    .to_owned(),
            )
        })
        .collect();
    ["tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"]
        .iter()
        .filter_map(|table| fs::read_to_string(format!("/proc/net/{table}")).ok())
        .flat_map(|table| table.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.split_whitespace().any(|field| inodes.contains(field)))
        .collect()
}

/// Asks again and again until it is so; fails after `limit`.
pub fn wait_until(what: &str, limit: Duration, mut so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !so() {
        assert!(start.elapsed() < limit, "waited {limit:?} for this: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Whether a process is over and has let go of its files and locks.
///
/// Its memory goes first, then its files; the last of its threads to end makes it a zombie, until somebody asks for
/// its status.
#[must_use]
pub fn has_ended(pid: u32) -> bool {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).map_or(0, Iterator::count);
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat
        .rsplit_once(") ")
        .and_then(|(_, rest)| rest.chars().next());
    match state {
        None | Some('X') => true,
        Some('Z') => threads <= 1,
        Some(_) => false,
    }
}

/// Proportional set size of a process in bytes: its own memory, and its share of what it shares.
#[must_use]
pub fn proportional_set_bytes(pid: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes =
        line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

/// Seconds since a process was started, to a hundredth.
#[must_use]
pub fn seconds_since_start(pid: u32) -> f64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let started = stat
        .rsplit_once(')')
        .and_then(|(_, after)| after.split_whitespace().nth(19)?.parse::<f64>().ok());
    let uptime = fs::read_to_string("/proc/uptime").unwrap_or_default();
    let now = uptime
        .split_whitespace()
        .next()
        .and_then(|seconds| seconds.parse::<f64>().ok());
    // The kernel counts in hundredths of a second (USER_HZ).
    now.unwrap_or(f64::NAN) - started.unwrap_or(f64::NAN) / 100.0
}
