//! What the model has in memory of a conversation, kept when it is left and given back when it goes on.
//!
//! None of this may hold a question up or fail it: without a state the prompt is read again, and that is all.
//! A temporary conversation has no name in the engine, so nothing of it can be saved.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use sanad_domain::{ConversationId, Timestamp};
use sanad_engine_client::ReadyEngine;
use sanad_history::SavedStates;
use sanad_models::{InstalledModel, sha256_of};
use tokio::sync::OnceCell;

use crate::Chat;
use crate::chat::lock;
use crate::choice::{ModelChoice, model_file};

/// How long keeping states may hold up somebody who locks, quits or asks another model. 100 MB take some tenths of a
/// second; what takes longer is read again some day.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What is in the engine and in no file.
#[derive(Default)]
pub(crate) struct Resuming {
    /// Conversations with an answer since their state was kept, and when that came.
    pub(crate) answered: HashMap<ConversationId, Timestamp>,
}

impl Chat {
    /// Keeps the states of conversations that nobody has asked anything for so long; those of others later.
    ///
    /// To be called now and then.
    /// What cannot be kept is read again some day.
    pub async fn keep_states(&self, untouched_for: Duration) {
        let latest = self.clock.now().0;
        let waited = i64::try_from(untouched_for.as_millis()).unwrap_or(i64::MAX);
        let due: Vec<ConversationId> = lock(&self.resuming)
            .answered
            .iter()
            .filter(|(_, answered)| answered.0.saturating_add(waited) <= latest)
            .map(|(conversation, _)| *conversation)
            .collect();
        for conversation in due {
            lock(&self.resuming).answered.remove(&conversation);
            self.keep_state(conversation).await;
        }
    }

    /// Keeps what can be kept in a moment, before the engine ends.
    pub async fn keep_states_at_once(&self) {
        let _ = tokio::time::timeout(PATIENCE, self.keep_states(Duration::ZERO)).await;
    }

    /// `None` where there is nothing to keep, or it may not be kept.
    async fn keep_state(&self, conversation: ConversationId) -> Option<()> {
        let states = self.saved_states()?;
        if !self.may_be_kept(conversation) {
            return None;
        }
        // Another model than that of its language cannot have read it, or has not read it last.
        let language = self.read(|store| store.conversation_language(conversation));
        let language = language.ok().flatten();
        let model = self.model_for(conversation, language).await.ok()?;
        let engine = self.engine.running(&model_file(&model)).await?;
        let made_for = self.made_for(&model, &engine).await?;
        let state = engine
            .save_state(&conversation.to_string(), ModelChoice::adapter(&model))
            .await?;
        let now = self.clock.now();
        let keep = move || {
            // One that could not be kept whole may lie there all the same.
            let kept = states.keep(conversation, &made_for, state, now);
            (states, kept.is_ok())
        };
        let (states, is_kept) = tokio::task::spawn_blocking(keep).await.ok()?;
        // Conversation or permission may have gone meanwhile, and what went with them before this was written.
        if !is_kept || self.saved_states().is_none() || !self.may_be_kept(conversation) {
            states.forget(conversation).ok()?;
        }
        Some(())
    }

    /// Not of a conversation that is gone or on its way there.
    fn may_be_kept(&self, conversation: ConversationId) -> bool {
        let found = self.read(|store| store.conversation(conversation));
        found.is_ok_and(|found| found.deleted_at.is_none())
    }

    /// Gives an engine that has not met this conversation yet what was kept of it.
    pub(crate) async fn resume(
        &self,
        conversation: ConversationId,
        model: &InstalledModel,
        engine: &ReadyEngine,
    ) -> Option<()> {
        let name = conversation.to_string();
        if engine.knows(&name) {
            return None;
        }
        let states = self.saved_states()?;
        let made_for = self.made_for(model, engine).await?;
        let now = self.clock.now();
        let load = move || states.load(conversation, &made_for, now);
        let state = tokio::task::spawn_blocking(load).await.ok()??;
        engine
            .restore_state(&name, ModelChoice::adapter(model), state)
            .await;
        Some(())
    }

    /// The conversation has a state that is in no file.
    pub(crate) fn note_answered(&self, conversation: ConversationId) {
        let now = self.clock.now();
        lock(&self.resuming).answered.insert(conversation, now);
    }

    fn saved_states(&self) -> Option<SavedStates> {
        let states = self.read(|store| Ok(store.keeps_states()?.then(|| store.saved_states())));
        states.ok().flatten()
    }

    /// Everything that a state depends on: the model's file, the engine's file, and how that was set up.
    async fn made_for(&self, model: &InstalledModel, engine: &ReadyEngine) -> Option<String> {
        let format = engine.state_format()?;
        let build = self.engine_build().await?;
        Some(format!("{};{build};{format}", model.stamp.sha256.0))
    }

    async fn engine_build(&self) -> Option<Arc<str>> {
        let hash = || async {
            let executable = self.engine.executable().to_owned();
            let hashed = tokio::task::spawn_blocking(move || sha256_of(&executable)).await;
            Some(Arc::from(hashed.ok()?.ok()?.0))
        };
        let build: &OnceCell<Option<Arc<str>>> = &self.engine_build;
        build.get_or_init(hash).await.clone()
    }
}
