//! Holds which model is wanted, and sees to it that a process serves it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::{Mutex, watch};

use crate::board::{Board, EngineState};
use crate::process::{EngineProcess, Patience, ReadyEngine};
use crate::{EngineFault, ModelFile};

/// The one owner of engine processes. Clones share it; the process ends with the last of them.
#[derive(Clone)]
pub struct EngineSupervisor {
    shared: Arc<Shared>,
}

struct Shared {
    executable: PathBuf,
    patience: Patience,
    board: Arc<Board>,
    /// Locked while a process is replaced, so that two models are never in memory at once.
    current: Mutex<Option<Current>>,
}

struct Current {
    model: ModelFile,
    process: EngineProcess,
}

impl EngineSupervisor {
    /// A supervisor without a process; the executable is not looked for before it is needed.
    #[must_use]
    pub fn new(executable: impl Into<PathBuf>) -> Self {
        Self::with_patience(executable, Patience::default())
    }

    /// As [`Self::new`], with other times after which an engine counts as stuck.
    #[must_use]
    pub fn with_patience(executable: impl Into<PathBuf>, patience: Patience) -> Self {
        let board = Arc::new(Board::new());
        let executable = executable.into();
        Self {
            shared: Arc::new(Shared {
                executable,
                patience,
                board,
                current: Mutex::new(None),
            }),
        }
    }

    /// What the engine is doing, now and from now on.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<EngineState> {
        self.shared.board.subscribe()
    }

    /// An engine with this model loaded: the one that runs, or a new one.
    ///
    /// A process for another model is ended first.
    /// Cancel-safe: the process goes on loading if this is dropped while it waits.
    ///
    /// # Errors
    /// The executable is missing or of another version, the model is refused, or the process ended while loading.
    /// The next call starts a new process.
    pub async fn ensure_ready(
        &self,
        model: impl Into<ModelFile>,
    ) -> Result<ReadyEngine, EngineFault> {
        self.process_for(model.into()).await?.ready().await
    }

    /// Starts the engine again if the one that was asked for last ended by itself, and waits until it is ready.
    ///
    /// Does nothing if it lives, or was unloaded.
    ///
    /// # Errors
    /// As [`Self::ensure_ready`].
    pub async fn bring_back(&self) -> Result<(), EngineFault> {
        // Decided and done under one lock: a question may ask for another model at any moment.
        let engine = {
            let mut current = self.shared.current.lock().await;
            let ended = current.as_ref().filter(|held| !held.process.is_alive());
            let Some(model) = ended.map(|held| held.model.clone()) else {
                return Ok(());
            };
            self.replace(&mut current, model).await?
        };
        engine.ready().await.map(drop)
    }

    /// Ends the process, if there is one, and waits until it is gone.
    pub async fn unload(&self) {
        let mut current = self.shared.current.lock().await;
        if let Some(Current { process, .. }) = current.take() {
            process.end().await;
        }
    }

    /// The engine with this model, if one runs; none is started, and none is waited for.
    pub async fn running(&self, model: &ModelFile) -> Option<ReadyEngine> {
        let current = self.shared.current.lock().await;
        let current = current.as_ref().filter(|current| current.model == *model)?;
        let engine = current.process.handle();
        (current.process.is_alive() && engine.model().is_some()).then_some(engine)
    }

    /// What the process has loaded, while it lives and waits for a question or answers one.
    pub async fn loaded(&self) -> Option<ModelFile> {
        let current = self.shared.current.lock().await;
        let current = current.as_ref()?;
        let ready = current.process.is_alive() && current.process.handle().model().is_some();
        ready.then(|| current.model.clone())
    }

    /// The program that is started.
    #[must_use]
    pub fn executable(&self) -> &Path {
        &self.shared.executable
    }

    /// The process's number in the operating system, while there is one.
    pub async fn pid(&self) -> Option<u32> {
        let current = self.shared.current.lock().await;
        current
            .as_ref()
            .filter(|current| current.process.is_alive())
            .map(|current| current.process.pid())
    }

    async fn process_for(&self, model: ModelFile) -> Result<ReadyEngine, EngineFault> {
        let mut current = self.shared.current.lock().await;
        if let Some(held) = current.as_ref()
            && held.process.is_alive()
            && held.model == model
        {
            return Ok(held.process.handle());
        }
        self.replace(&mut current, model).await
    }

    /// Ends the process that is held, if there is one, and starts another.
    async fn replace(
        &self,
        current: &mut Option<Current>,
        model: ModelFile,
    ) -> Result<ReadyEngine, EngineFault> {
        if let Some(Current { process, .. }) = current.as_ref() {
            process.end().await;
        }
        let Shared {
            executable,
            patience,
            board,
            ..
        } = self.shared.as_ref();
        let process = EngineProcess::start(executable, &model, *patience, board)?;
        let handle = process.handle();
        *current = Some(Current { model, process });
        Ok(handle)
    }
}
