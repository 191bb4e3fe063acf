//! What this computer is, as far as a fault may come from it. Names no user and no file of theirs.

use serde::Serialize;

/// The computer and its system.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Machine {
    os: &'static str,
    /// As the system calls itself; empty where it does not say.
    system: String,
    kernel: String,
    arch: &'static str,
    processor: String,
    threads: usize,
    cpu_features: Vec<&'static str>,
    memory_bytes: Option<u64>,
    memory_available_bytes: Option<u64>,
}

impl Machine {
    /// This one.
    pub(crate) fn look() -> Self {
        Self {
            os: std::env::consts::OS,
            system: value_in("/etc/os-release", "PRETTY_NAME", '='),
            kernel: text_of("/proc/sys/kernel/osrelease").trim().to_owned(),
            arch: std::env::consts::ARCH,
            processor: value_in("/proc/cpuinfo", "model name", ':'),
            threads: std::thread::available_parallelism().map_or(0, usize::from),
            cpu_features: cpu_features(),
            memory_bytes: memory_bytes(),
            memory_available_bytes: sanad_models::available_memory(),
        }
    }
}

/// All the memory there is; `None` where the system does not say it in a file.
fn memory_bytes() -> Option<u64> {
    let total = value_in("/proc/meminfo", "MemTotal", ':');
    let kilobytes: u64 = total.strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes.saturating_mul(1024))
}

/// The first value of a name in a file of lines; empty without one.
fn value_in(path: &str, name: &str, between: char) -> String {
    let text = text_of(path);
    let value = text.lines().find_map(|line| {
        let (found, value) = line.split_once(between)?;
        (found.trim() == name).then_some(value)
    });
    value
        .unwrap_or_default()
        .trim()
        .trim_matches('"')
        .to_owned()
}

/// Files of Linux; other systems have none of them.
fn text_of(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

/// Instruction sets that decide how fast a model runs here.
pub(crate) fn cpu_features() -> Vec<&'static str> {
    let mut found = Vec::new();
    #[cfg(target_arch = "x86_64")]
    {
        macro_rules! look_for {
            ($($name:tt),*) => { $(if std::arch::is_x86_feature_detected!($name) { found.push($name); })* };
        }
        look_for!(
            "sse4.2",
            "avx",
            "f16c",
            "fma",
            "avx2",
            "avxvnni",
            "avx512f",
            "avx512bw",
            "avx512vnni",
            "avx512bf16"
        );
    }
    #[cfg(target_arch = "aarch64")]
    {
        macro_rules! look_for {
            ($($name:tt),*) => { $(if std::arch::is_aarch64_feature_detected!($name) { found.push($name); })* };
        }
        look_for!("neon", "dotprod", "i8mm", "fp16", "sve");
    }
    found
}
