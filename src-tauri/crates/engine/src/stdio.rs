//! Keeps the real stdout for frames.
//!
//! After [`reserve_stdout`] whatever prints to file descriptor 1, in C or in Rust, lands on stderr.

use std::fs::File;
use std::io;

/// The real stdout; from now on descriptor 1 is stderr.
///
/// # Errors
/// The operating system has no descriptor left.
#[cfg(unix)]
#[expect(unsafe_code, reason = "duplicates file descriptors")]
pub(crate) fn reserve_stdout() -> io::Result<File> {
    use std::os::fd::AsFd;

    let private = io::stdout().as_fd().try_clone_to_owned()?;
    // SAFETY: both descriptors are the process's standard ones; `dup2` closes 1 and reopens it as 2.
    if unsafe { libc::dup2(libc::STDERR_FILENO, libc::STDOUT_FILENO) } < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(File::from(private))
}

/// As on Unix, with the C runtime's descriptors. Compiled, not yet run on Windows.
#[cfg(windows)]
#[expect(unsafe_code, reason = "duplicates file descriptors")]
pub(crate) fn reserve_stdout() -> io::Result<File> {
    use std::os::windows::io::AsHandle;

    let private = io::stdout().as_handle().try_clone_to_owned()?;
    // SAFETY: both descriptors are the process's standard ones.
    if unsafe { libc::dup2(2, 1) } < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(File::from(private))
}

/// Ends the process without running C++ destructors, which would race the compute threads that still run.
#[expect(unsafe_code, reason = "`std::process::exit` runs exit handlers")]
pub(crate) fn leave(code: i32) -> ! {
    // SAFETY: frames are flushed as they are written, and nothing else is kept.
    unsafe { libc::_exit(code) }
}
