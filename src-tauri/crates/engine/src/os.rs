//! The process as the operating system sees it: its stdout, its signals, its end.

use std::fs::File;
use std::io;

/// The real stdout, for frames. From now on descriptor 1 is stderr, where whatever prints, in C or in Rust, lands.
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

/// Takes off Rust's handler for memory errors, which looks for a stack overflow and lets the first signal
/// that is none pass: a memory error ends this process at once, and the app reads it from the exit.
#[cfg(unix)]
#[expect(unsafe_code, reason = "restores the default action of two signals")]
pub(crate) fn die_of_memory_errors() {
    for signal in [libc::SIGSEGV, libc::SIGBUS] {
        // SAFETY: the default action needs no handler.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
}

/// Windows ends a process at a memory error by itself.
#[cfg(not(unix))]
pub(crate) fn die_of_memory_errors() {}

/// Ends the process without running C++ destructors, which would race the compute threads that still run.
#[expect(unsafe_code, reason = "`std::process::exit` runs exit handlers")]
pub(crate) fn leave(code: i32) -> ! {
    // SAFETY: frames are flushed as they are written, and nothing else is kept.
    unsafe { libc::_exit(code) }
}
