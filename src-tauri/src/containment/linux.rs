//! Linux: a seccomp filter, inherited by every process that the app starts.

use std::collections::BTreeMap;

use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{
    SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    apply_filter_all_threads,
};

use crate::error::ShellError;

/// Denies every socket but AF_UNIX ones, and io_uring, which could make sockets unseen.
///
/// A core file would hold what was read, and none is written either.
///
/// # Errors
/// [`ShellError::Internal`] where the kernel has no seccomp: the window does not open without it.
pub(crate) fn close_window_process() -> Result<(), ShellError> {
    // Either would open the web view to other programs.
    for name in [
        "TAURI_WEBVIEW_AUTOMATION",
        "WEBKIT_INSPECTOR_SERVER",
        "WEBKIT_INSPECTOR_HTTP_SERVER",
    ] {
        remove_variable(name);
    }
    setrlimit(
        Resource::Core,
        Rlimit {
            current: Some(0),
            maximum: Some(0),
        },
    )
    .map_err(|_| ShellError::Internal("core files could not be switched off"))?;
    if is_closed() {
        // Filters outlast starting afresh, and the kernel lets a process have some hundreds of them only.
        return Ok(());
    }
    install().map_err(|_| ShellError::Internal("the network could not be closed off (seccomp)"))
}

/// Names what the window's process will be kept from on this machine.
pub(crate) fn planned() -> Vec<String> {
    // The kernel lists what a filter may answer; without the file it has no seccomp filters at all.
    let actions = std::fs::read_to_string("/proc/sys/kernel/seccomp/actions_avail");
    let denies =
        actions.is_ok_and(|actions| actions.split_whitespace().any(|action| action == "errno"));
    if denies {
        vec!["seccomp: no sockets but AF_UNIX, no io_uring".to_owned()]
    } else {
        Vec::new()
    }
}

/// Whether this very filter is in force: no kernel answers io_uring's calls like this by itself.
#[expect(unsafe_code, reason = "a system call that is expected to fail")]
fn is_closed() -> bool {
    // SAFETY: without a place for its parameters the call makes nothing, whatever it answers.
    let answer = unsafe { libc::syscall(libc::SYS_io_uring_setup, 0, std::ptr::null::<u8>()) };
    let error = std::io::Error::last_os_error();
    answer == -1 && error.raw_os_error() == Some(libc::EAFNOSUPPORT)
}

fn install() -> Result<(), seccompiler::Error> {
    let not_local = SeccompRule::new(vec![SeccompCondition::new(
        0,
        SeccompCmpArgLen::Dword,
        SeccompCmpOp::Ne,
        libc::AF_UNIX as u64,
    )?])?;
    // A rule list that is empty matches always.
    let rules = BTreeMap::from([
        (libc::SYS_socket, vec![not_local]),
        (libc::SYS_io_uring_setup, vec![]),
    ]);
    // EAFNOSUPPORT is what a machine without network says, and every library knows it.
    let filter = SeccompFilter::new(
        rules,
        SeccompAction::Allow,
        SeccompAction::Errno(libc::EAFNOSUPPORT as u32),
        std::env::consts::ARCH.try_into()?,
    )?;
    let program: seccompiler::BpfProgram = filter.try_into()?;
    apply_filter_all_threads(&program)
}

#[expect(
    unsafe_code,
    reason = "std marks this unsafe because of other threads, and there are none yet"
)]
fn remove_variable(name: &str) {
    // SAFETY: called first thing in `main`'s thread, before any other thread is started.
    unsafe { std::env::remove_var(name) }
}
