//! Fifty ways out of a contained process and more, each tried from inside one, each denied.
//!
//! The test starts this program again, as a child that contains itself and tries.
//! A call that the containment lets through would fail with another error, or do nothing that matters.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]
#![expect(unsafe_code, reason = "escape attempts are system calls")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::ptr::null;

use libc::{AT_FDCWD, c_char, c_long, syscall};
use sanad_engine::contain::contain;

const MODEL: &str = "SANAD_TEST_MODEL";
const PASSWORDS: *const c_char = c"/etc/passwd".as_ptr();
const PROGRAM: *const c_char = c"/bin/true".as_ptr();
const HERE: *const c_char = c"/tmp".as_ptr();
const NEW: *const c_char = c"/tmp/sanad-escape".as_ptr();

/// An attempt: its name, and the call with the process id of the parent.
type Attempt = (&'static str, unsafe fn(c_long) -> c_long);

/// What the filter of system calls keeps shut.
const CALLS: &[Attempt] = &[
    ("IPv4 socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_INET, libc::SOCK_STREAM, 0)
    }),
    ("IPv6 socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_INET6, libc::SOCK_DGRAM, 0)
    }),
    ("local socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_UNIX, libc::SOCK_STREAM, 0)
    }),
    ("packet socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_PACKET, libc::SOCK_RAW, 0)
    }),
    ("netlink socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_NETLINK, libc::SOCK_RAW, 0)
    }),
    ("vsock socket", |_| unsafe {
        syscall(libc::SYS_socket, libc::AF_VSOCK, libc::SOCK_STREAM, 0)
    }),
    ("socket pair", |_| unsafe {
        syscall(
            libc::SYS_socketpair,
            libc::AF_UNIX,
            libc::SOCK_STREAM,
            0,
            null::<u8>(),
        )
    }),
    ("connect", |_| unsafe {
        syscall(libc::SYS_connect, 0, null::<u8>(), 0)
    }),
    ("bind", |_| unsafe {
        syscall(libc::SYS_bind, 0, null::<u8>(), 0)
    }),
    ("listen", |_| unsafe { syscall(libc::SYS_listen, 0, 1) }),
    ("accept", |_| unsafe {
        syscall(libc::SYS_accept4, 0, null::<u8>(), null::<u8>(), 0)
    }),
    ("exec", |_| unsafe {
        syscall(libc::SYS_execve, PROGRAM, null::<u8>(), null::<u8>())
    }),
    ("exec at", |_| unsafe {
        syscall(
            libc::SYS_execveat,
            AT_FDCWD,
            PROGRAM,
            null::<u8>(),
            null::<u8>(),
            0,
        )
    }),
    ("fork", |_| unsafe { forked(syscall(libc::SYS_fork)) }),
    ("clone", |_| unsafe {
        forked(syscall(libc::SYS_clone, libc::SIGCHLD, 0, 0, 0, 0))
    }),
    ("ptrace attach", |parent| unsafe {
        syscall(libc::SYS_ptrace, libc::PTRACE_ATTACH, parent, 0, 0)
    }),
    ("ptrace seize", |parent| unsafe {
        syscall(libc::SYS_ptrace, libc::PTRACE_SEIZE, parent, 0, 0)
    }),
    ("read parent's memory", |parent| unsafe {
        syscall(
            libc::SYS_process_vm_readv,
            parent,
            null::<u8>(),
            0,
            null::<u8>(),
            0,
            0,
        )
    }),
    ("write parent's memory", |parent| unsafe {
        syscall(
            libc::SYS_process_vm_writev,
            parent,
            null::<u8>(),
            0,
            null::<u8>(),
            0,
            0,
        )
    }),
    ("advise parent's memory", |parent| unsafe {
        syscall(libc::SYS_process_madvise, parent, null::<u8>(), 0, 0, 0)
    }),
    ("compare with parent", |parent| unsafe {
        syscall(libc::SYS_kcmp, parent, parent, 0, 0, 0)
    }),
    ("kill parent", |parent| unsafe {
        syscall(libc::SYS_kill, parent, 0)
    }),
    ("kill everybody", |_| unsafe {
        syscall(libc::SYS_kill, -1, 0)
    }),
    ("kill own group", |_| unsafe {
        syscall(libc::SYS_kill, 0, 0)
    }),
    ("signal parent's thread", |parent| unsafe {
        syscall(libc::SYS_tgkill, parent, parent, 0)
    }),
    ("signal any thread", |parent| unsafe {
        syscall(libc::SYS_tkill, parent, 0)
    }),
    ("queue a signal", |parent| unsafe {
        syscall(libc::SYS_rt_sigqueueinfo, parent, 0, null::<u8>())
    }),
    ("handle of parent", |parent| unsafe {
        syscall(libc::SYS_pidfd_open, parent, 0)
    }),
    ("signal by handle", |_| unsafe {
        syscall(libc::SYS_pidfd_send_signal, 0, 0, null::<u8>(), 0)
    }),
    ("file of parent", |_| unsafe {
        syscall(libc::SYS_pidfd_getfd, 0, 0, 0)
    }),
    ("limits of parent", |parent| unsafe {
        syscall(
            libc::SYS_prlimit64,
            parent,
            libc::RLIMIT_CORE,
            null::<u8>(),
            null::<u8>(),
        )
    }),
    ("dumpable again", |_| unsafe {
        syscall(libc::SYS_prctl, libc::PR_SET_DUMPABLE, 1, 0, 0, 0)
    }),
    ("io_uring", |_| unsafe {
        syscall(libc::SYS_io_uring_setup, 1, null::<u8>())
    }),
    ("io_uring enter", |_| unsafe {
        syscall(libc::SYS_io_uring_enter, 0, 0, 0, 0, null::<u8>(), 0)
    }),
    ("bpf", |_| unsafe {
        syscall(libc::SYS_bpf, 0, null::<u8>(), 0)
    }),
    ("performance counters", |_| unsafe {
        syscall(libc::SYS_perf_event_open, null::<u8>(), 0, -1, -1, 0)
    }),
    ("page faults by hand", |_| unsafe {
        syscall(libc::SYS_userfaultfd, 0)
    }),
    ("keyring", |_| unsafe {
        syscall(libc::SYS_keyctl, 0, -3, 0)
    }),
    ("new key", |_| unsafe {
        syscall(
            libc::SYS_add_key,
            null::<u8>(),
            null::<u8>(),
            null::<u8>(),
            0,
            -3,
        )
    }),
    ("user namespace", |_| unsafe {
        syscall(libc::SYS_unshare, libc::CLONE_NEWUSER)
    }),
    ("enter a namespace", |_| unsafe {
        syscall(libc::SYS_setns, 0, 0)
    }),
    ("mount", |_| unsafe {
        syscall(
            libc::SYS_mount,
            HERE,
            HERE,
            null::<u8>(),
            libc::MS_BIND,
            null::<u8>(),
        )
    }),
    ("open a tree", |_| unsafe {
        syscall(libc::SYS_open_tree, AT_FDCWD, HERE, 0)
    }),
    ("open a file system", |_| unsafe {
        syscall(libc::SYS_fsopen, c"tmpfs".as_ptr(), 0)
    }),
    ("change root", |_| unsafe {
        syscall(libc::SYS_chroot, HERE)
    }),
    ("file by handle", |_| unsafe {
        syscall(libc::SYS_open_by_handle_at, AT_FDCWD, null::<u8>(), 0)
    }),
    ("load a kernel module", |_| unsafe {
        syscall(libc::SYS_finit_module, -1, c"".as_ptr(), 0)
    }),
    ("another kernel", |_| unsafe {
        syscall(libc::SYS_kexec_load, 0, 0, null::<u8>(), 0)
    }),
    ("shared memory", |_| unsafe {
        syscall(libc::SYS_shmget, libc::IPC_PRIVATE, 4096, 0)
    }),
    ("message queue", |_| unsafe {
        syscall(libc::SYS_msgget, libc::IPC_PRIVATE, 0)
    }),
    ("nameless file", |_| unsafe {
        syscall(libc::SYS_memfd_create, c"x".as_ptr(), 0)
    }),
    ("watch files", |_| unsafe {
        syscall(libc::SYS_inotify_init1, 0)
    }),
    ("change who may read", |_| unsafe {
        syscall(libc::SYS_fchmodat, AT_FDCWD, NEW, 0o777)
    }),
    ("change who owns", |_| unsafe {
        syscall(libc::SYS_fchownat, AT_FDCWD, NEW, 0, 0, 0)
    }),
    ("input and output ports", |_| unsafe {
        syscall(libc::SYS_iopl, 0)
    }),
    ("other numbers of calls", |_| unsafe {
        syscall(
            0x4000_0000 | libc::SYS_socket,
            libc::AF_INET,
            libc::SOCK_DGRAM,
            0,
        )
    }),
];

/// What Landlock keeps shut, where the kernel has it.
const FILES: &[Attempt] = &[
    ("read passwords", |_| unsafe {
        open(PASSWORDS, libc::O_RDONLY)
    }),
    ("read own memory map", |_| unsafe {
        open(c"/proc/self/maps".as_ptr(), libc::O_RDONLY)
    }),
    ("list the root", |_| unsafe {
        open(c"/".as_ptr(), libc::O_RDONLY | libc::O_DIRECTORY)
    }),
    ("make a file", |_| unsafe {
        open(NEW, libc::O_WRONLY | libc::O_CREAT)
    }),
    ("write to a device", |_| unsafe {
        open(c"/dev/null".as_ptr(), libc::O_WRONLY)
    }),
    ("open the terminal", |_| unsafe {
        open(c"/dev/ptmx".as_ptr(), libc::O_RDWR)
    }),
    ("make a folder", |_| unsafe {
        syscall(libc::SYS_mkdirat, AT_FDCWD, NEW, 0o700)
    }),
    ("make a link", |_| unsafe {
        syscall(libc::SYS_symlinkat, PASSWORDS, AT_FDCWD, NEW)
    }),
    ("make a pipe", |_| unsafe {
        syscall(libc::SYS_mknodat, AT_FDCWD, NEW, libc::S_IFIFO | 0o600, 0)
    }),
];

#[test]
fn every_way_out_is_denied() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let model = folder.path().join("model.gguf");
    std::fs::write(&model, "GGUF").expect("the folder is ours");
    let report = tried_inside(&model);
    assert!(CALLS.len() >= 50, "{} ways", CALLS.len());
    let landlock = report.contains("landlock: here\n");
    let tried = CALLS.iter().chain(FILES.iter().filter(|_| landlock));
    let open: Vec<&str> = tried
        .map(|(name, _)| *name)
        .filter(|name| !report.contains(&format!("{name}: denied\n")))
        .collect();
    assert!(open.is_empty(), "{open:?}\n{report}");
}

fn tried_inside(model: &Path) -> String {
    let mut command = Command::new(std::env::current_exe().expect("a running test has a path"));
    command.args(["--exact", "tries_every_way_out", "--ignored", "--nocapture"]);
    let output = command
        .env(MODEL, model)
        .output()
        .expect("the test program runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
#[ignore = "started by the other in a process of its own"]
fn tries_every_way_out() {
    let Some(model) = std::env::var_os(MODEL).map(PathBuf::from) else {
        return;
    };
    // SAFETY: asks for a number.
    let parent = c_long::from(unsafe { libc::getppid() });
    let set_up = contain(&[&model]);
    if set_up.iter().any(|step| step == "landlock") {
        say("landlock: here");
    }
    for (name, attempt) in CALLS.iter().chain(FILES) {
        // SAFETY: each call fails, or does nothing that this process, which ends soon, would notice.
        let outcome = unsafe { attempt(parent) };
        let error = io::Error::last_os_error();
        let denied = outcome < 0 && error.kind() == io::ErrorKind::PermissionDenied;
        say(&format!(
            "{name}: {}",
            if denied {
                "denied".to_owned()
            } else {
                format!("{outcome}, {error}")
            }
        ));
    }
}

unsafe fn open(path: *const c_char, how: libc::c_int) -> c_long {
    // SAFETY: the path is a constant.
    unsafe { syscall(libc::SYS_openat, AT_FDCWD, path, how, 0o600) }
}

/// A child of a fork that went through ends here, before it reports anything twice.
fn forked(child: c_long) -> c_long {
    if child == 0 {
        // SAFETY: nothing is left to clean up in the copy.
        unsafe { libc::_exit(0) };
    }
    child
}

fn say(line: &str) {
    // At once and past the test harness, since the process may end at the next attempt.
    writeln!(io::stdout(), "{line}").expect("the parent reads");
}
