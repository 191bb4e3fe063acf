//! Holds which model is wanted, and sees to it that a process serves it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sanad_protocol::EngineHello;
use tokio::sync::{Mutex, watch};

use crate::board::{Board, EngineState};
use crate::process::{EngineProcess, Patience, ReadyEngine};
use crate::program::about_engine;
use crate::variants::Variants;
use crate::{EngineFault, EngineVariant, ModelFile, SkippedEngine};

/// The one owner of engine processes. Clones share it; the process ends with the last of them.
#[derive(Clone)]
pub struct EngineSupervisor {
    shared: Arc<Shared>,
}

struct Shared {
    variants: Variants,
    patience: Patience,
    board: Arc<Board>,
    /// Locked while a process is replaced, so that two models are never in memory at once.
    current: Mutex<Option<Current>>,
}

struct Current {
    model: ModelFile,
    /// The number of the build that runs.
    variant: usize,
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
        let only = EngineVariant::usual(executable.into());
        Self::of(Variants::new(only, []), patience)
    }

    /// A supervisor of the first of these builds that serves here; `None` if there are none.
    ///
    /// One that cannot be started, is of another version or dies of an instruction that this processor does not know
    /// is not started again, and the next takes its place.
    #[must_use]
    pub fn of_variants(variants: Vec<EngineVariant>) -> Option<Self> {
        let mut variants = variants.into_iter();
        let first = variants.next()?;
        Some(Self::of(
            Variants::new(first, variants),
            Patience::default(),
        ))
    }

    fn of(variants: Variants, patience: Patience) -> Self {
        let board = Arc::new(Board::new());
        Self {
            shared: Arc::new(Shared {
                variants,
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
        let model = model.into();
        loop {
            let (engine, variant) = self.process_for(model.clone()).await?;
            match engine.ready().await {
                // The next turn starts the build that comes after it.
                Err(fault) if self.shared.variants.skip(variant, &fault) => {}
                outcome => return outcome,
            }
        }
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
            self.replace(&mut current, model).await?.0
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
        let current = current.as_ref();
        let current = current.filter(|current| current.model.serves(model))?;
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
        &self.shared.variants.chosen().1.program
    }

    /// The build that is started, and those before it that were of no use here.
    #[must_use]
    pub fn variant(&self) -> (&EngineVariant, Vec<SkippedEngine>) {
        let variants = &self.shared.variants;
        (variants.chosen().1, variants.passed_over())
    }

    /// What the build that serves here says of itself. Those that do not answer are passed over.
    ///
    /// # Errors
    /// As [`about_engine`], of the last build.
    pub async fn about(&self) -> Result<EngineHello, EngineFault> {
        let variants = &self.shared.variants;
        loop {
            let (number, variant) = variants.chosen();
            match about_engine(&variant.program).await {
                Err(fault) if variants.skip(number, &fault) => {}
                outcome => return outcome,
            }
        }
    }

    /// The process's number in the operating system, while there is one.
    pub async fn pid(&self) -> Option<u32> {
        let current = self.shared.current.lock().await;
        current
            .as_ref()
            .filter(|current| current.process.is_alive())
            .map(|current| current.process.pid())
    }

    async fn process_for(&self, model: ModelFile) -> Result<(ReadyEngine, usize), EngineFault> {
        let mut current = self.shared.current.lock().await;
        let mut model = model;
        if let Some(held) = current.as_ref()
            && held.process.is_alive()
        {
            if held.model.serves(&model) {
                return Ok((held.process.handle(), held.variant));
            }
            model = model.with_adapters_of(&held.model);
        }
        self.replace(&mut current, model).await
    }

    /// Ends the process that is held, if there is one, and starts another.
    async fn replace(
        &self,
        current: &mut Option<Current>,
        model: ModelFile,
    ) -> Result<(ReadyEngine, usize), EngineFault> {
        let Shared {
            variants,
            patience,
            board,
            ..
        } = self.shared.as_ref();
        if let Some(Current {
            process, variant, ..
        }) = current.as_ref()
        {
            let fault = process.end().await;
            variants.skip(*variant, &fault);
        }
        loop {
            let (number, variant) = variants.chosen();
            match EngineProcess::start(&variant.program, &model, *patience, board) {
                Ok(process) => {
                    let handle = process.handle();
                    *current = Some(Current {
                        model,
                        variant: number,
                        process,
                    });
                    return Ok((handle, number));
                }
                Err(fault) if variants.skip(number, &fault) => {}
                Err(fault) => return Err(fault),
            }
        }
    }
}
