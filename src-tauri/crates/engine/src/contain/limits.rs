//! No memory image on disk, no looking in from outside, no way to gain rights.

use std::io;

use super::ContainError;

/// A core dump would write the conversation to the disk in the clear.
#[expect(unsafe_code, reason = "a system call without a safe wrapper here")]
pub(super) fn no_core_dump() -> Result<(), ContainError> {
    let none = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: the kernel reads the structure during the call.
    checked(unsafe { libc::setrlimit(libc::RLIMIT_CORE, &raw const none) })
}

/// Keeps other processes of the same user from attaching and reading the memory,
/// and keeps core handlers that ignore the limit from being called.
pub(super) fn not_dumpable() -> Result<(), ContainError> {
    set(libc::PR_SET_DUMPABLE, 0)
}

/// No program started from here could gain rights; also what an unprivileged filter requires.
pub(super) fn no_new_privileges() -> Result<(), ContainError> {
    set(libc::PR_SET_NO_NEW_PRIVS, 1)
}

#[expect(unsafe_code, reason = "a system call without a safe wrapper here")]
fn set(option: libc::c_int, value: libc::c_ulong) -> Result<(), ContainError> {
    let unused: libc::c_ulong = 0;
    // SAFETY: both options take numbers only.
    checked(unsafe { libc::prctl(option, value, unused, unused, unused) })
}

fn checked(outcome: libc::c_int) -> Result<(), ContainError> {
    if outcome == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error().into())
    }
}
