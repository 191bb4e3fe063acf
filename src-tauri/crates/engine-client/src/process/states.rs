//! What the engine has in memory of a conversation, out of it and back into the next process.

use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use sanad_protocol::{EngineRequest, RequestId};
use tokio::sync::oneshot;

use super::{Answered, Life, Outgoing, ReadyEngine, Shared};

impl ReadyEngine {
    /// What is in memory of a conversation, read with this adapter or none; `None` if nothing is, or the process has
    /// ended.
    ///
    /// These bytes are as confidential as the conversation, and must come back unchanged.
    pub async fn save_state(&self, conversation: &str, adapter: Option<&Path>) -> Option<Vec<u8>> {
        let adapter = self.shared.adapter_number(adapter)?;
        let save = |id| EngineRequest::SaveState {
            id,
            conversation: conversation.to_owned(),
            adapter,
        };
        match self.shared.ask(save, Vec::new())?.answer.await.ok()? {
            Answered::State(bytes) => Some(bytes).filter(|bytes| !bytes.is_empty()),
            _ => None,
        }
    }

    /// Gives a conversation back what [`Self::save_state`] took, and says how many tokens need not be read again.
    ///
    /// 0 if it is of no use, or the process has ended. The engine does not check these bytes: they must be
    /// authenticated, and of an engine with the same build, model and [`Self::state_format`].
    pub async fn restore_state(
        &self,
        conversation: &str,
        adapter: Option<&Path>,
        state: Vec<u8>,
    ) -> u32 {
        let Some(adapter) = self.shared.adapter_number(adapter) else {
            return 0;
        };
        let restore = |id| EngineRequest::RestoreState {
            id,
            conversation: conversation.to_owned(),
            adapter,
        };
        self.shared.remember(conversation);
        let Some(asked) = self.shared.ask(restore, state) else {
            return 0;
        };
        match asked.answer.await {
            Ok(Answered::Restored(tokens)) => tokens,
            _ => 0,
        }
    }

    /// Whether this process has had a conversation in memory already.
    #[must_use]
    pub fn knows(&self, conversation: &str) -> bool {
        let known = self.shared.known.lock();
        known
            .unwrap_or_else(PoisonError::into_inner)
            .contains(conversation)
    }

    /// What a saved state depends on beside the model: the engine's version, the processor it was made for, and the
    /// layout of its memory. `None` before it is ready or after its end.
    #[must_use]
    pub fn state_format(&self) -> Option<String> {
        match &*self.shared.life.borrow() {
            Life::Ready { hello, model } => Some(format!(
                "{};{};{};{};{}",
                hello.protocol,
                hello.version,
                hello.system_info,
                model.description,
                model.state_format
            )),
            Life::Starting | Life::Ended { .. } => None,
        }
    }
}

impl Shared {
    pub(super) fn remember(&self, conversation: &str) {
        let known = self.known.lock();
        known
            .unwrap_or_else(PoisonError::into_inner)
            .insert(conversation.to_owned());
    }

    pub(super) fn answer(&self, id: RequestId, answer: Answered) {
        if let Some(asked) = self.pending().asked.remove(&id) {
            // Whoever asked may have stopped waiting.
            let _ = asked.send(answer);
        }
    }

    /// `None` if the process has ended.
    pub(super) fn ask(
        &self,
        request: impl FnOnce(RequestId) -> EngineRequest,
        raw: Vec<u8>,
    ) -> Option<Asked> {
        let id = self.next_id.fetch_add(1, Ordering::Relaxed);
        let to_engine = self.to_engine().clone()?;
        let mut pending = self.pending();
        if matches!(&*self.life.borrow(), Life::Ended { .. }) {
            return None;
        }
        pending.begin();
        let (sender, answer) = oneshot::channel();
        pending.asked.insert(id, sender);
        let request = request(id);
        // If the writer is gone the process is ending, and the driver drops the sender.
        let _ = to_engine.send(Outgoing { request, raw });
        self.poked.notify_one();
        Some(Asked { id, answer })
    }
}

/// A request that is answered once.
pub(super) struct Asked {
    pub(super) id: RequestId,
    /// An error if the process ended, or the request was cancelled.
    pub(super) answer: oneshot::Receiver<Answered>,
}
