//! One engine process: its pipes, its clock, its requests, its end.

mod driver;
mod exit;
mod pipes;
mod scores;
mod states;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use sanad_protocol::{EngineHello, EngineRequest, FailureCode, LoadedModel, RequestId};
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::time::Instant;

use crate::EngineFault;
use crate::board::{Board, EngineState};
use crate::generation::{GenerateOptions, Generation, GenerationOutcome, is_last};
use crate::program::{ModelFile, start_engine};

pub(crate) use pipes::Outgoing;
pub use scores::Scored;

/// After how long a silence an engine counts as stuck.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// From the start to its hello. A virus scanner may look at the executable first.
    pub handshake: Duration,
    /// Between two signs of progress while it loads. The computation that ends the loading
    /// reads every weight once, which a slow disk and a big model make long.
    pub loading: Duration,
    /// Between two events of a request. One token of a big model on a swapping laptop takes seconds.
    pub answering: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(30),
            loading: Duration::from_secs(600),
            answering: Duration::from_secs(120),
        }
    }
}

/// The owner of a process; the process ends with it.
pub(crate) struct EngineProcess {
    shared: Arc<Shared>,
}

/// An engine with its model loaded. Clones talk to the same process and do not keep it alive.
#[derive(Clone)]
pub struct ReadyEngine {
    shared: Arc<Shared>,
}

/// What the process's tasks and its handles both see.
struct Shared {
    pid: u32,
    /// What it was told of, in this order.
    adapters: Vec<PathBuf>,
    life: watch::Sender<Life>,
    /// `None` once the engine's stdin is to be closed.
    to_engine: Mutex<Option<mpsc::UnboundedSender<Outgoing>>>,
    /// The same for those who cancel; does not keep it open.
    cancels: mpsc::WeakUnboundedSender<Outgoing>,
    pending: Mutex<Pending>,
    next_id: AtomicU64,
    /// Names of the conversations that this process has had in memory.
    known: Mutex<HashSet<String>>,
    /// Wakes the driver: a request came, or the end was ordered.
    poked: Notify,
}

#[derive(Clone)]
enum Life {
    Starting,
    Ready {
        hello: EngineHello,
        model: LoadedModel,
    },
    Ended {
        fault: EngineFault,
    },
}

/// What a request that is answered once was answered with.
enum Answered {
    /// What is in memory of a conversation; empty if nothing is.
    State(Vec<u8>),
    /// Tokens taken back.
    Restored(u32),
    /// How likely continuations are.
    Scored(Scored),
    /// The tokens of texts.
    Tokens(Vec<Vec<i32>>),
    /// It failed.
    Failed(EngineFault),
}

#[derive(Default)]
struct Pending {
    requests: HashMap<RequestId, mpsc::UnboundedSender<GenerationOutcome>>,
    /// Those that are answered once.
    asked: HashMap<RequestId, oneshot::Sender<Answered>>,
    /// When there last were none.
    since: Option<Instant>,
}

impl EngineProcess {
    /// Starts the executable and the tasks that serve its pipes. Must be called within a tokio runtime.
    pub(crate) fn start(
        executable: &Path,
        model: &ModelFile,
        patience: Patience,
        board: &Arc<Board>,
    ) -> Result<Self, EngineFault> {
        let writer = board.hand_over(EngineState::Loading { percent: 0 });
        let child = start_engine(executable, model).inspect_err(|fault| {
            board.post(writer, EngineState::Failed(fault.clone()));
        })?;
        let (to_engine, requests) = mpsc::unbounded_channel();
        let shared = Arc::new(Shared {
            pid: child.id().unwrap_or_default(),
            adapters: model.adapters.clone(),
            life: watch::Sender::new(Life::Starting),
            cancels: to_engine.downgrade(),
            to_engine: Mutex::new(Some(to_engine)),
            pending: Mutex::default(),
            next_id: AtomicU64::new(1),
            known: Mutex::default(),
            poked: Notify::new(),
        });
        let post = Post {
            board: Arc::clone(board),
            writer,
        };
        tokio::spawn(driver::drive(
            child,
            requests,
            Arc::clone(&shared),
            post,
            patience,
        ));
        Ok(Self { shared })
    }

    pub(crate) fn handle(&self) -> ReadyEngine {
        ReadyEngine {
            shared: Arc::clone(&self.shared),
        }
    }

    pub(crate) fn pid(&self) -> u32 {
        self.shared.pid
    }

    /// False once the process has ended, or its end was ordered.
    pub(crate) fn is_alive(&self) -> bool {
        !self.shared.end_ordered() && !matches!(*self.shared.life.borrow(), Life::Ended { .. })
    }

    /// Orders the end, waits for it, and says why it came: by this order, or before it.
    pub(crate) async fn end(&self) -> EngineFault {
        self.shared.order_end();
        let mut life = self.shared.life.subscribe();
        let ended = life
            .wait_for(|life| matches!(life, Life::Ended { .. }))
            .await;
        match ended.as_deref() {
            Ok(Life::Ended { fault }) => fault.clone(),
            // The runtime is shutting down, and the process with it.
            _ => EngineFault::Killed,
        }
    }
}

impl Drop for EngineProcess {
    fn drop(&mut self) {
        self.shared.order_end();
    }
}

impl ReadyEngine {
    /// Asks for an answer. Returns at once; requests are served in the order in which they come.
    ///
    /// # Errors
    /// What ended the process, after which `ensure_ready` starts another; or that it knows no such adapter.
    pub fn generate(&self, options: GenerateOptions) -> Result<Generation, EngineFault> {
        let adapter = self.shared.adapter_number(options.adapter.as_deref());
        let adapter = adapter.ok_or_else(unknown_adapter)?;
        let id = self.shared.next_id.fetch_add(1, Ordering::Relaxed);
        let to_engine = self.shared.to_engine().clone();
        let cancels = self.shared.cancels.clone();
        let mut pending = self.shared.pending();
        if let Life::Ended { fault } = &*self.shared.life.borrow() {
            return Err(fault.clone());
        }
        pending.begin();
        let (events, receiver) = mpsc::unbounded_channel();
        pending.requests.insert(id, events);
        if let Some(name) = &options.conversation {
            self.shared.remember(name);
        }
        // If it cannot be sent the process is ending, and the driver tells those who wait why it does.
        if let Some(to_engine) = to_engine {
            let _ =
                to_engine.send(EngineRequest::Generate(options.on_the_wire(id, adapter)).into());
        }
        self.shared.poked.notify_one();
        Ok(Generation::new(id, receiver, cancels))
    }

    /// What the engine says of itself; `None` before it is ready or after its end.
    #[must_use]
    pub fn hello(&self) -> Option<EngineHello> {
        match &*self.shared.life.borrow() {
            Life::Ready { hello, .. } => Some(hello.clone()),
            Life::Starting | Life::Ended { .. } => None,
        }
    }

    /// What is loaded; `None` before it is ready or after its end.
    #[must_use]
    pub fn model(&self) -> Option<LoadedModel> {
        match &*self.shared.life.borrow() {
            Life::Ready { model, .. } => Some(model.clone()),
            Life::Starting | Life::Ended { .. } => None,
        }
    }

    /// The process's number in the operating system.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.shared.pid
    }

    /// Waits until the model is loaded or the process has ended.
    pub(crate) async fn ready(self) -> Result<Self, EngineFault> {
        let mut life = self.shared.life.subscribe();
        let settled = life.wait_for(|life| !matches!(life, Life::Starting)).await;
        match settled.as_deref() {
            Ok(Life::Ended { fault }) => Err(fault.clone()),
            Ok(Life::Ready { .. }) => Ok(self.clone()),
            // The sender lives in `self`, and waiting ends with neither.
            Ok(Life::Starting) | Err(_) => Err(EngineFault::Killed),
        }
    }
}

/// Why a request cannot be put with an adapter.
fn unknown_adapter() -> EngineFault {
    EngineFault::RequestFailed {
        code: FailureCode::BadRequest,
        detail: "the engine was not told of this adapter".to_owned(),
    }
}

impl Pending {
    fn is_empty(&self) -> bool {
        self.requests.is_empty() && self.asked.is_empty()
    }

    /// A request is about to come.
    fn begin(&mut self) {
        if self.is_empty() {
            self.since = Some(Instant::now());
        }
    }
}

impl Shared {
    fn pending(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn to_engine(&self) -> MutexGuard<'_, Option<mpsc::UnboundedSender<Outgoing>>> {
        self.to_engine
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// An adapter's number on the wire; `None` if the process was not told of it, `Some(None)` for the model as it is.
    fn adapter_number(&self, adapter: Option<&Path>) -> Option<Option<u32>> {
        let Some(adapter) = adapter else {
            return Some(None);
        };
        let place = self.adapters.iter().position(|path| path == adapter)?;
        u32::try_from(place).ok().map(Some)
    }

    fn end_ordered(&self) -> bool {
        self.to_engine().is_none()
    }

    /// Closing its stdin ends the engine; the driver kills it if that does not help.
    fn order_end(&self) {
        self.to_engine().take();
        self.poked.notify_one();
    }

    fn send(&self, id: RequestId, event: GenerationOutcome) {
        let mut pending = self.pending();
        let last = is_last(&event);
        if let Some(events) = pending.requests.get(&id) {
            // Whoever asked may have stopped listening; the request is being cancelled then.
            let _ = events.send(event);
        }
        if last {
            pending.requests.remove(&id);
        }
    }

    /// Tells everybody who waits. From here on new requests get the fault at once.
    fn finish(&self, fault: &EngineFault) {
        // Under this lock, so that no request slips in between.
        let mut pending = self.pending();
        self.life.send_replace(Life::Ended {
            fault: fault.clone(),
        });
        for (_, events) in pending.requests.drain() {
            let _ = events.send(Err(fault.clone()));
        }
        // Whoever waits for another answer sees that nobody will send it.
        pending.asked.clear();
    }
}

/// A process's right to say what it does.
struct Post {
    board: Arc<Board>,
    writer: u64,
}

impl Post {
    fn show(&self, state: EngineState) {
        self.board.post(self.writer, state);
    }
}
