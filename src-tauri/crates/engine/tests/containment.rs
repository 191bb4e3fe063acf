//! What a contained process cannot do, tried from inside one.
//!
//! Each test starts this test program again, as a child that contains itself and tries to get out.
#![cfg(target_os = "linux")]
#![expect(unsafe_code, reason = "escape attempts are system calls")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::net::UdpSocket;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Command;

use sanad_engine::contain::contain;

const MODEL: &str = "SANAD_TEST_MODEL";

/// Runs the ignored test below in a process of its own and gives what it printed.
fn probe(model: &Path) -> String {
    let mut command = Command::new(std::env::current_exe().expect("a running test has a path"));
    command.args([
        "--exact",
        "tries_to_get_out",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
    ]);
    let output = command
        .env(MODEL, model)
        .output()
        .expect("the test program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

fn model_in(folder: &Path) -> PathBuf {
    let model = folder.join("model.gguf");
    fs::write(&model, "GGUF").expect("the folder is ours");
    model
}

#[test]
fn a_contained_engine_cannot_reach_the_network_programs_or_other_processes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = probe(&model_in(folder.path()));
    for attempt in [
        "udp socket",
        "unix socket",
        "socket pair",
        "fork",
        "vfork",
        "clone3 process",
        "exec",
        "program",
        "ptrace",
        "kill parent",
        "signal thread of parent",
        "io_uring",
        "foreign number",
        "pidfd",
        "process memory",
        "bpf",
        "namespace",
        "open tree",
    ] {
        assert!(
            report.contains(&format!("{attempt}: denied\n")),
            "{attempt}\n{report}"
        );
    }
}

#[test]
fn a_contained_engine_still_computes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = probe(&model_in(folder.path()));
    for need in [
        "read model",
        "thread",
        "signal itself",
        "no core dump",
        "not dumpable",
    ] {
        assert!(
            report.contains(&format!("{need}: allowed\n")),
            "{need}\n{report}"
        );
    }
}

#[test]
fn a_contained_engine_sees_no_file_but_its_model() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = probe(&model_in(folder.path()));
    if !report.contains("landlock: allowed\n") {
        say("skipped: this kernel has no Landlock");
        return;
    }
    for attempt in [
        "read passwords",
        "list root",
        "write model",
        "write beside model",
        "remove model",
    ] {
        assert!(
            report.contains(&format!("{attempt}: denied\n")),
            "{attempt}\n{report}"
        );
    }
    assert!(folder.path().join("model.gguf").exists());
}

#[test]
#[ignore = "started by the others in a process of its own"]
fn tries_to_get_out() {
    let model = PathBuf::from(std::env::var_os(MODEL).expect("set by the starter"));
    let set_up = contain(&[&model]);
    report("landlock", set_up.iter().any(|step| step == "landlock"));

    report("udp socket", UdpSocket::bind("127.0.0.1:0").is_ok());
    report(
        "unix socket",
        UnixStream::connect("/tmp/none").is_err_and(|error| !refused(&error)),
    );
    report("socket pair", UnixStream::pair().is_ok());
    report("program", Command::new("/bin/true").status().is_ok());
    report("read model", fs::read(&model).is_ok());
    report(
        "write model",
        OpenOptions::new().write(true).open(&model).is_ok(),
    );
    report(
        "write beside model",
        File::create(model.with_extension("txt")).is_ok(),
    );
    report("remove model", fs::remove_file(&model).is_ok());
    report("read passwords", fs::read("/etc/passwd").is_ok());
    report("list root", fs::read_dir("/").is_ok());
    report(
        "thread",
        std::thread::spawn(|| 7)
            .join()
            .is_ok_and(|seven| seven == 7),
    );

    // SAFETY: each call either fails or has no effect that this process, which ends soon, would notice.
    unsafe {
        let parent = libc::getppid();
        report("fork", forked(libc::fork()));
        report(
            "vfork",
            forked(libc::syscall(libc::SYS_clone, libc::SIGCHLD, 0, 0, 0, 0) as libc::pid_t),
        );
        let clone_arguments = [0_u64, 0, 0, 0, libc::SIGCHLD as u64, 0, 0, 0];
        let cloned = libc::syscall(
            libc::SYS_clone3,
            clone_arguments.as_ptr(),
            size_of_val(&clone_arguments),
        );
        report("clone3 process", forked(cloned as libc::pid_t));
        let program = c"/bin/true".as_ptr();
        report(
            "exec",
            libc::execve(
                program,
                [program, std::ptr::null()].as_ptr(),
                std::ptr::null(),
            ) == 0,
        );
        report("kill parent", libc::kill(parent, 0) == 0);
        report("signal itself", libc::kill(libc::getpid(), 0) == 0);
        report(
            "signal thread of parent",
            libc::syscall(libc::SYS_tgkill, parent, parent, 0) == 0,
        );
        report(
            "io_uring",
            libc::syscall(libc::SYS_io_uring_setup, 1, std::ptr::null_mut::<u8>()) >= 0
                || !denied(),
        );
        // On x86-64 this is `socket` under its second number, which most kernels do not have;
        // the filter must refuse it before they say so. Elsewhere it is no call at all.
        let foreign = libc::syscall(
            0x4000_0000 | libc::SYS_socket,
            libc::AF_INET,
            libc::SOCK_DGRAM,
            0,
        );
        report(
            "foreign number",
            foreign >= 0 || cfg!(target_arch = "x86_64") && !denied(),
        );
        report("pidfd", libc::syscall(libc::SYS_pidfd_open, parent, 0) >= 0);
        report(
            "process memory",
            libc::process_vm_readv(parent, std::ptr::null(), 0, std::ptr::null(), 0, 0) >= 0,
        );
        report(
            "bpf",
            libc::syscall(libc::SYS_bpf, 0, std::ptr::null::<u8>(), 0) >= 0 || !denied(),
        );
        report("namespace", libc::unshare(libc::CLONE_NEWUSER) == 0);
        report(
            "open tree",
            libc::syscall(libc::SYS_open_tree, libc::AT_FDCWD, c"/".as_ptr(), 1) >= 0,
        );
        let mut limit = libc::rlimit {
            rlim_cur: 1,
            rlim_max: 1,
        };
        libc::getrlimit(libc::RLIMIT_CORE, &raw mut limit);
        report("no core dump", limit.rlim_max == 0);
        report("not dumpable", libc::prctl(libc::PR_GET_DUMPABLE) == 0);
        // Last: a process that is traced stops at its next signal.
        report("ptrace", libc::ptrace(libc::PTRACE_TRACEME, 0, 0, 0) == 0);
    }
}

fn report(what: &str, allowed: bool) {
    say(&format!(
        "{what}: {}",
        if allowed { "allowed" } else { "denied" }
    ));
}

fn say(line: &str) {
    // At once and past the test harness, since the process may end at the next attempt.
    writeln!(io::stdout(), "{line}").expect("the parent reads");
}

fn refused(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::PermissionDenied
}

fn denied() -> bool {
    refused(&io::Error::last_os_error())
}

/// A child of a fork that went through ends here, before it reports anything twice.
fn forked(child: libc::pid_t) -> bool {
    if child == 0 {
        // SAFETY: nothing is left to clean up in the copy.
        unsafe { libc::_exit(0) };
    }
    child > 0
}
