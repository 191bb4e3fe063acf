//! The conversation service: one store, one engine, one model at a time.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sanad_domain::{Clock, Conversation, ConversationId, DeclineReason, Timestamp, Turn, TurnId};
use sanad_engine_client::{EngineSupervisor, ModelFile};
use sanad_history::{HistoryError, Store};
use sanad_models::{InstalledModel, ModelIndex, ModelPlaces};
use tokio::sync::watch;

use crate::generation::{AnswerLimits, generate};
use crate::prompt::{Question, check_question, language_to_decline, messages};
use crate::recorder::Recorder;
use crate::{ChatError, StepSink, TurnStep};

/// Asks a model on behalf of conversations that are kept.
///
/// Methods that only read or write the store block for some milliseconds; call them where that is allowed.
pub struct Chat {
    pub(crate) store: Mutex<Option<Store>>,
    engine: EngineSupervisor,
    places: ModelPlaces,
    named_model: Option<PathBuf>,
    model: tokio::sync::Mutex<Option<Arc<InstalledModel>>>,
    clock: Arc<dyn Clock>,
    pub(crate) running: Mutex<HashMap<TurnId, Running>>,
}

pub(crate) struct Running {
    conversation: ConversationId,
    pub(crate) stop: watch::Sender<bool>,
}

impl Chat {
    /// A service over an open store. `named_model` is asked in place of the default.
    #[must_use]
    pub fn new(
        store: Store,
        engine: EngineSupervisor,
        places: ModelPlaces,
        named_model: Option<PathBuf>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            store: Mutex::new(Some(store)),
            engine,
            places,
            named_model,
            model: tokio::sync::Mutex::new(None),
            clock,
            running: Mutex::new(HashMap::new()),
        }
    }

    /// Every conversation, the last touched first.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn conversations(&self) -> Result<Vec<Conversation>, ChatError> {
        self.read(Store::conversations)
    }

    /// One conversation.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn conversation(&self, id: ConversationId) -> Result<Conversation, ChatError> {
        self.read(|store| store.conversation(id))
    }

    /// The turns of a conversation, oldest first.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn turns(&self, id: ConversationId) -> Result<Vec<Turn>, ChatError> {
        self.read(|store| store.turns(id))
    }

    /// One turn with its answers.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn turn(&self, id: TurnId) -> Result<Turn, ChatError> {
        self.read(|store| store.turn(id))
    }

    /// Gives a conversation another title.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn rename(&self, id: ConversationId, title: &str) -> Result<(), ChatError> {
        self.write(|store, _| store.rename(id, title))
    }

    /// What was typed and not sent; empty if nothing was. `None` is the conversation that does not exist yet.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn draft(&self, place: Option<ConversationId>) -> Result<String, ChatError> {
        Ok(self.read(|store| store.draft(place))?.unwrap_or_default())
    }

    /// Keeps what is being typed.
    ///
    /// # Errors
    /// [`ChatError::History`].
    pub fn save_draft(&self, place: Option<ConversationId>, text: &str) -> Result<(), ChatError> {
        self.write(|store, now| store.save_draft(place, text, now))
    }

    /// The model that questions go to, checked and hashed at the first call.
    ///
    /// # Errors
    /// [`ChatError::Model`].
    pub async fn model(&self) -> Result<Arc<InstalledModel>, ChatError> {
        let mut known = self.model.lock().await;
        if let Some(model) = &*known {
            return Ok(Arc::clone(model));
        }
        let (places, named) = (self.places.clone(), self.named_model.clone());
        let read = move || {
            let path = places.choose(named.as_deref())?;
            let mut index = ModelIndex::load(&places.data);
            let model = InstalledModel::read(&path, &mut index)?;
            // A hash that cannot be remembered is computed again next time.
            let _ = index.save(&places.data);
            Ok::<_, ChatError>(Arc::new(model))
        };
        let model = tokio::task::spawn_blocking(read)
            .await
            .expect("reading a header never panics")?;
        *known = Some(Arc::clone(&model));
        Ok(model)
    }

    /// Loads the model ahead of the first question, so that the question does not wait for it.
    ///
    /// A failure shows in the engine's state and is reported by the question that needs it.
    pub async fn warm_up(&self) {
        if let Ok(model) = self.model().await {
            let _ = self
                .engine
                .ensure_ready(ModelFile::new(&model.facts.path))
                .await;
        }
    }

    /// Keeps a question and has it answered. Returns when the turn has ended; `sink` hears of each step.
    ///
    /// # Errors
    /// [`ChatError::QuestionEmpty`], [`ChatError::QuestionTooLong`] and [`ChatError::Busy`] before anything is
    /// kept. After the others the question is in the store, and so is what was written of the answer.
    pub async fn ask(
        &self,
        conversation: Option<ConversationId>,
        question: impl Into<Question<'_>>,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let question = question.into();
        check_question(question.text)?;
        self.refuse_while_answering(conversation)?;
        let language = question.treated_as();
        let (conversation, turn) = self
            .write(|store, now| store.begin_turn_in(conversation, question.text, language, now))?;
        sink(TurnStep::Asked {
            conversation,
            turn: turn.clone(),
        });
        self.answer(turn, limits, sink).await
    }

    /// Has a turn's question answered once more; the earlier answers stay.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub async fn regenerate(
        &self,
        id: TurnId,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let turn = self.turn(id)?;
        self.refuse_while_answering(Some(turn.conversation))?;
        self.answer(turn, limits, sink).await
    }

    /// Stops the answer to a turn; what was written stays. Nothing happens if none is being written.
    pub fn stop(&self, turn: TurnId) {
        if let Some(running) = lock(&self.running).get(&turn) {
            running.stop.send_replace(true);
        }
    }

    /// Closes the store; every later call fails.
    ///
    /// # Errors
    /// [`ChatError::History`]; what was acknowledged is on the disk all the same.
    pub fn close(&self) -> Result<(), ChatError> {
        let store = lock(&self.store).take();
        store.map_or(Ok(()), |store| Ok(store.close()?))
    }

    async fn answer(
        &self,
        turn: Turn,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let (stop, stopped) = watch::channel(false);
        let _running = self.begin_running(&turn, stop);
        let model = self.model().await?;
        let question = Question {
            text: &turn.question,
            language: turn.language,
        };
        if let Some(language) = language_to_decline(&model, question) {
            let reason = DeclineReason::LanguageUnsupported { language };
            self.write(|store, _| store.decline_turn(turn.id, reason))?;
            return self.finished(turn.id, sink);
        }
        let mut earlier = self.turns(turn.conversation)?;
        earlier.retain(|other| other.position < turn.position);
        let messages = messages(&earlier, &turn.question);

        let mut recorder = Recorder::new(self, &turn, &model.stamp, sink);
        let generated = generate(
            &self.engine,
            &model.facts.path,
            messages,
            limits,
            stopped,
            &mut |piece, answer_tokens| recorder.take(piece, answer_tokens),
        )
        .await;
        recorder.finish(&generated)?;
        let turn = self.finished(turn.id, sink)?;
        match generated.fault {
            Some(fault) => Err(fault.into()),
            None => Ok(turn),
        }
    }

    fn finished(&self, id: TurnId, sink: &StepSink) -> Result<Turn, ChatError> {
        let turn = self.turn(id)?;
        sink(TurnStep::Finished { turn: turn.clone() });
        Ok(turn)
    }

    fn refuse_while_answering(
        &self,
        conversation: Option<ConversationId>,
    ) -> Result<(), ChatError> {
        let running = lock(&self.running);
        let busy = running
            .iter()
            .find(|(_, running)| Some(running.conversation) == conversation);
        busy.map_or(Ok(()), |(turn, _)| Err(ChatError::Busy(*turn)))
    }

    fn begin_running(&self, turn: &Turn, stop: watch::Sender<bool>) -> EndRunning<'_> {
        let running = Running {
            conversation: turn.conversation,
            stop,
        };
        lock(&self.running).insert(turn.id, running);
        EndRunning {
            chat: self,
            turn: turn.id,
        }
    }

    /// Looks something up in the store.
    ///
    /// # Errors
    /// [`ChatError::Closed`], and what `work` fails with as [`ChatError::History`].
    pub fn read<T>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, HistoryError>,
    ) -> Result<T, ChatError> {
        match &*lock(&self.store) {
            Some(store) => Ok(work(store)?),
            None => Err(ChatError::Closed),
        }
    }

    /// Changes the store at the present time; what `work` wrote is on the disk when this returns.
    ///
    /// # Errors
    /// [`ChatError::Closed`], and what `work` fails with as [`ChatError::History`].
    pub fn write<T>(
        &self,
        work: impl FnOnce(&mut Store, Timestamp) -> Result<T, HistoryError>,
    ) -> Result<T, ChatError> {
        let now = self.clock.now();
        match &mut *lock(&self.store) {
            Some(store) => Ok(work(store, now)?),
            None => Err(ChatError::Closed),
        }
    }
}

/// Takes a turn off the list of running ones however its answer ends, by an early return too.
struct EndRunning<'chat> {
    chat: &'chat Chat,
    turn: TurnId,
}

impl Drop for EndRunning<'_> {
    fn drop(&mut self) {
        lock(&self.chat.running).remove(&self.turn);
    }
}

/// A panic while a lock was held leaves plain data behind, which stays usable.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
