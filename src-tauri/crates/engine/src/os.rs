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

/// Seconds of the processor that this process has had, over all its threads; `None` where the system does not say.
#[cfg(unix)]
#[expect(unsafe_code, reason = "reads a clock that has no safe wrapper")]
pub(crate) fn processor_seconds() -> Option<f64> {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the kernel fills the structure.
    let outcome = unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &raw mut time) };
    let whole = u64::try_from(time.tv_sec).ok()?;
    let parts = u32::try_from(time.tv_nsec).ok()?;
    (outcome == 0).then(|| std::time::Duration::new(whole, parts).as_secs_f64())
}

/// Not asked for on Windows yet.
#[cfg(not(unix))]
pub(crate) fn processor_seconds() -> Option<f64> {
    None
}

/// Ends the process when its stdin closes, which is when the app ends or gives up.
pub(crate) fn leave_with_stdin() {
    std::thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        leave(0);
    });
}

/// Ends the process without running C++ destructors, which would race the compute threads that still run.
#[expect(unsafe_code, reason = "`std::process::exit` runs exit handlers")]
pub(crate) fn leave(code: i32) -> ! {
    // SAFETY: frames are flushed as they are written, and nothing else is kept.
    unsafe { libc::_exit(code) }
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::Write;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_stray_print_does_not_land_between_the_frames() {
        let mut command = Command::new(std::env::current_exe().expect("a running test has a path"));
        command.args([
            "--exact",
            "os::tests::prints_astray",
            "--ignored",
            "--nocapture",
        ]);
        let output = command.output().expect("the test program runs");
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert!(
            stdout.contains("a frame") && !stdout.contains("astray"),
            "{stdout}"
        );
        assert!(
            stderr.contains("astray from Rust") && stderr.contains("astray from C"),
            "{stderr}"
        );
    }

    #[test]
    #[ignore = "started by the other in a process of its own"]
    #[expect(unsafe_code, reason = "prints as C does")]
    fn prints_astray() {
        let mut frames = reserve_stdout().expect("descriptors are left");
        writeln!(io::stdout(), "astray from Rust").expect("stderr is open");
        // SAFETY: the string is zero-terminated.
        unsafe { libc::puts(c"astray from C".as_ptr()) };
        // SAFETY: null flushes every stream of C.
        unsafe { libc::fflush(std::ptr::null_mut()) };
        writeln!(frames, "a frame").expect("the parent reads");
    }

    fn text(bytes: &[u8]) -> String {
        String::from_utf8_lossy(bytes).into_owned()
    }
}
