//! How likely continuations are, and how texts are split.

use std::path::Path;

use sanad_protocol::{EngineRequest, PromptScore, RequestId, ScorePrompt, ScoreRequest};
use tokio::sync::mpsc;

use super::{Answered, Life, Outgoing, ReadyEngine, unknown_adapter};
use crate::EngineFault;

/// What a comparison found.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// One for each prompt, in their order.
    pub scores: Vec<PromptScore>,
    /// Tokens that were read for it.
    pub read_tokens: u32,
    /// How long it took the engine.
    pub seconds: f64,
}

impl ReadyEngine {
    /// How likely the model takes continuations to be. Dropping the future cancels the request.
    ///
    /// `adapter` is one of those that the engine was started with, or none for the model as it is.
    /// `shared` stands before every plain prompt, and is read once for all requests in a row that have the same.
    ///
    /// # Errors
    /// [`EngineFault::RequestFailed`] if a prompt does not fit the context or has nothing to compare, or
    /// the engine was not told of the adapter; or what ended the
    /// process.
    pub async fn score(
        &self,
        adapter: Option<&Path>,
        shared: String,
        prompts: Vec<ScorePrompt>,
    ) -> Result<Scored, EngineFault> {
        let adapter = self.shared.adapter_number(adapter);
        let adapter = adapter.ok_or_else(unknown_adapter)?;
        let request = |id| {
            EngineRequest::Score(ScoreRequest {
                id,
                shared,
                prompts,
                adapter,
            })
        };
        match self.answer_to(request).await? {
            Answered::Scored(scored) => Ok(scored),
            Answered::Failed(fault) => Err(fault),
            _ => Err(EngineFault::Killed),
        }
    }

    /// The tokens of texts as they are, without those that stand around a prompt.
    ///
    /// # Errors
    /// What ended the process.
    pub async fn tokenize(&self, texts: Vec<String>) -> Result<Vec<Vec<i32>>, EngineFault> {
        let request = |id| EngineRequest::Tokenize { id, texts };
        match self.answer_to(request).await? {
            Answered::Tokens(tokens) => Ok(tokens),
            Answered::Failed(fault) => Err(fault),
            _ => Err(EngineFault::Killed),
        }
    }

    async fn answer_to(
        &self,
        request: impl FnOnce(RequestId) -> EngineRequest,
    ) -> Result<Answered, EngineFault> {
        let to_engine = self
            .shared
            .to_engine()
            .as_ref()
            .map(|sender| sender.downgrade());
        let asked = self.shared.ask(request, Vec::new());
        let (Some(asked), Some(to_engine)) = (asked, to_engine) else {
            return Err(self.fault());
        };
        let mut unanswered = Unanswered {
            id: asked.id,
            to_engine: Some(to_engine),
        };
        let answered = asked.answer.await;
        unanswered.to_engine = None;
        answered.map_err(|_| self.fault())
    }

    /// What ended the process.
    fn fault(&self) -> EngineFault {
        match &*self.shared.life.borrow() {
            Life::Ended { fault } => fault.clone(),
            Life::Starting | Life::Ready { .. } => EngineFault::Killed,
        }
    }
}

/// A request whose answer is waited for; dropped before that, it is cancelled.
struct Unanswered {
    id: RequestId,
    to_engine: Option<mpsc::WeakUnboundedSender<Outgoing>>,
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        let to_engine = self.to_engine.take().and_then(|sender| sender.upgrade());
        if let Some(to_engine) = to_engine {
            // An engine that is gone computes nothing any more.
            let _ = to_engine.send(EngineRequest::Cancel { id: self.id }.into());
        }
    }
}
