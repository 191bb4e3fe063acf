//! What to start: the executable, and the model it is started for.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use sanad_protocol::{EngineEvent, EngineHello, PROTOCOL_VERSION, WeightLayout, parse_line};
use tokio::process::{Child, Command};

use crate::EngineFault;
use crate::process::Patience;

/// A model file and how to load it. Two that are equal are served by one process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelFile {
    /// The GGUF file; of a model in several, the first.
    pub path: PathBuf,
    /// The files behind the first, in order.
    pub further_parts: Vec<PathBuf>,
    /// LoRA adapters that answers may be asked for with.
    pub adapters: Vec<PathBuf>,
    /// Tokens the context holds; `None` leaves it to the engine.
    pub context_tokens: Option<u32>,
    /// Compute threads; `None` leaves it to the engine.
    pub threads: Option<u32>,
    /// How the weights lie in memory.
    pub layout: WeightLayout,
}

impl ModelFile {
    /// A file with the engine's own choice of context and threads.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            further_parts: Vec::new(),
            adapters: Vec::new(),
            context_tokens: None,
            threads: None,
            layout: WeightLayout::default(),
        }
    }
}

impl ModelFile {
    /// Whether a process that was started for this one can answer for `wanted` too: the same but for adapters, of
    /// which it may have more.
    pub(crate) fn serves(&self, wanted: &Self) -> bool {
        let adapters = &self.adapters;
        let has_all = wanted.adapters.iter().all(|path| adapters.contains(path));
        has_all && self.without_adapters() == wanted.without_adapters()
    }

    /// With the adapters of another beside its own, if it is the same model, so that switching between them is free.
    pub(crate) fn with_adapters_of(mut self, other: &Self) -> Self {
        if self.without_adapters() == other.without_adapters() {
            let more = other.adapters.iter();
            let more = more.filter(|path| !self.adapters.contains(path));
            let more: Vec<PathBuf> = more.cloned().collect();
            self.adapters.extend(more);
        }
        self
    }

    fn without_adapters(&self) -> Self {
        Self {
            adapters: Vec::new(),
            ..self.clone()
        }
    }
}

impl<P: AsRef<Path> + ?Sized> From<&P> for ModelFile {
    fn from(path: &P) -> Self {
        Self::new(path.as_ref())
    }
}

/// Asks an engine executable what it is, without a model.
///
/// # Errors
/// It is missing, does not start, does not answer within half a minute, or is of another version.
pub async fn about_engine(executable: &Path) -> Result<EngineHello, EngineFault> {
    let mut command = command(executable);
    let run = command.arg("about").stdin(Stdio::null()).output();
    let limit = Patience::default().handshake;
    let output = tokio::time::timeout(limit, run).await;
    let output = output.map_err(|_| EngineFault::Unresponsive {
        seconds: limit.as_secs(),
    })?;
    let output = output.map_err(|error| cannot_start(executable, &error))?;
    let line = output
        .stdout
        .split_inclusive(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    match parse_line::<EngineEvent>(line).map(|head| head.message) {
        Ok(EngineEvent::Hello(hello)) if hello.protocol == PROTOCOL_VERSION => Ok(hello),
        Ok(EngineEvent::Hello(hello)) => Err(EngineFault::VersionMismatch {
            expected: PROTOCOL_VERSION,
            found: hello.protocol,
        }),
        _ => Err(EngineFault::NoHello {
            detail: output.status.to_string(),
        }),
    }
}

/// Starts an engine for a model, with all three standard streams as pipes.
pub(crate) fn start_engine(executable: &Path, model: &ModelFile) -> Result<Child, EngineFault> {
    let mut command = command(executable);
    command.arg("serve").arg("--model").arg(&model.path);
    for part in &model.further_parts {
        command.arg("--part").arg(part);
    }
    for adapter in &model.adapters {
        command.arg("--adapter").arg(adapter);
    }
    if let Some(tokens) = model.context_tokens {
        command.arg("--context").arg(tokens.to_string());
    }
    if let Some(threads) = model.threads {
        command.arg("--threads").arg(threads.to_string());
    }
    command.arg("--layout").arg(model.layout.name());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
        .spawn()
        .map_err(|error| cannot_start(executable, &error))
}

pub(crate) fn command(executable: &Path) -> Command {
    let mut command = Command::new(executable);
    // An abort of ggml otherwise forks a debugger to print a backtrace.
    command.env("GGML_NO_BACKTRACE", "1");
    // A compute thread that is done first waits for the other by spinning, 300,000 rounds by default,
    // and on a busy machine it takes the core that the other needs: 0.8 tokens a second instead of 9.8 were seen
    // beside two compilers. Going to sleep at once gave 17.5 there, but on a quieter machine 48.6 instead of 61.8.
    // 1,000 rounds, which is what OpenMP takes itself once threads outnumber cores, gave 67.5 on that.
    command.env("GOMP_SPINCOUNT", "1000");
    // Weights in huge pages are found faster: one thread writes 8 to 12 % more (1.2 B Q4_K_M, AMD EPYC), where the
    // kernel gives huge pages to those who ask. The C library then asks for each large piece of memory; others ignore it.
    command.env("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
    // The engine ends when its stdin closes, so it cannot outlive the app, however the app ends.
    // (Linux could tie it to its parent too, but means the thread that started it, which may go before the app does.)
    // This is for a runtime that shuts down while the app lives on.
    command.kill_on_drop(true);
    // Ctrl-C in the terminal of `sanad chat` means the answer, and must not reach the engine.
    #[cfg(unix)]
    command.process_group(0);
    // No console window flashes up beside the app.
    #[cfg(windows)]
    command.creation_flags(0x0800_0000);
    command
}

pub(crate) fn cannot_start(executable: &Path, error: &io::Error) -> EngineFault {
    EngineFault::CannotStart {
        detail: format!("{}: {error}", executable.display()),
    }
}
