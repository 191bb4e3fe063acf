//! The conversation service: one store, one engine, one model at a time.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sanad_domain::{
    Answer, AnswerId, Clock, ConversationId, DeclineReason, Language, Sha256Hex, Timestamp, Turn,
    TurnId,
};
use sanad_engine_client::{EngineFault, EngineSupervisor, ReadyEngine};
use sanad_history::{HistoryError, Store};
use sanad_models::{EngineWish, InstalledModel, ModelPlaces};
use tokio::sync::{OnceCell, watch};

use crate::choice::{ModelChoice, NamedModel, model_file};
use crate::generation::{AnswerLimits, Asked, Generated, Heard, generate_with};
use crate::guidance::Guidance;
use crate::prompt::{Question, check_question, first_seen, language_to_decline};
use crate::recorder::Recorder;
use crate::resume::Resuming;
use crate::temporary::Temporary;
use crate::{ChatError, StepSink, TurnStep};

/// Asks a model on behalf of conversations that are kept.
///
/// Methods that only read or write the store block for some milliseconds; call them where that is allowed.
pub struct Chat {
    pub(crate) store: Mutex<Option<Store>>,
    pub(crate) engine: EngineSupervisor,
    models: ModelChoice,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) temporary: Mutex<Temporary>,
    pub(crate) running: Mutex<HashMap<TurnId, Running>>,
    pub(crate) resuming: Mutex<Resuming>,
    /// The hash of the engine's executable.
    pub(crate) engine_build: OnceCell<Option<Arc<str>>>,
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
        named_model: impl Into<NamedModel>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            store: Mutex::new(Some(store)),
            engine,
            models: ModelChoice::new(places, named_model.into()),
            clock,
            temporary: Mutex::default(),
            running: Mutex::new(HashMap::new()),
            resuming: Mutex::default(),
            engine_build: OnceCell::new(),
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

    /// The service that has models run as somebody wishes.
    #[must_use]
    pub fn wishing(self, wish: EngineWish) -> Self {
        let models = self.models.wishing(wish);
        Self { models, ..self }
    }

    /// As models are run since the service was made or the engine was last restarted.
    #[must_use]
    pub fn engine_wish(&self) -> EngineWish {
        self.models.wish()
    }

    /// Ends the engine; the next one runs its model as is wished. What it has in memory is kept first, where it may be.
    ///
    /// # Errors
    /// [`ChatError::Busy`] while an answer is being written.
    pub async fn restart_engine(&self, wish: EngineWish) -> Result<(), ChatError> {
        if let Some(turn) = lock(&self.running).keys().next() {
            return Err(ChatError::Busy(*turn));
        }
        self.keep_states_at_once().await;
        self.models.run_as(wish).await;
        self.engine.unload().await;
        Ok(())
    }

    /// The model that questions go to where a conversation has none of its own.
    ///
    /// # Errors
    /// [`ChatError::Model`].
    pub async fn model(&self) -> Result<Arc<InstalledModel>, ChatError> {
        self.models.usual().await
    }

    /// The installed model with this hash.
    ///
    /// # Errors
    /// [`ChatError::ModelGone`] if no file has it any more, or why it cannot be used.
    pub async fn model_with_hash(
        &self,
        sha256: &Sha256Hex,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        self.models.with_hash(sha256).await
    }

    /// The model that questions in a language go to where a conversation has none of its own.
    ///
    /// # Errors
    /// [`ChatError::Model`].
    pub async fn model_in(
        &self,
        language: Option<Language>,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        self.models.usual_in(language).await
    }

    /// Looks at the models anew when they are asked next: one was imported, removed, confirmed or made the default.
    pub async fn forget_models(&self) {
        self.models.forget().await;
    }

    /// Loads the model ahead of the first question, so that the question does not wait for it.
    ///
    /// A failure shows in the engine's state and is reported by the question that needs it.
    pub async fn warm_up(&self) {
        if let Ok(model) = self.model().await {
            let _ = self.engine.ensure_ready(model_file(&model)).await;
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
        let (conversation, turn) = self.write(|store, now| {
            let language = match question.treated_as() {
                // Figures alone are in no language; the conversation they stand in is.
                None => conversation.map_or(Ok(None), |id| store.conversation_language(id))?,
                known => known,
            };
            store.begin_turn_as(conversation, question.text, language, question.persona, now)
        })?;
        sink(TurnStep::Asked {
            conversation,
            turn: turn.clone(),
        });
        self.answer(turn, limits, sink).await
    }

    /// Keeps another wording of a turn's question as a branch beside it, and has it answered.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub async fn edit(
        &self,
        edited: TurnId,
        question: impl Into<Question<'_>>,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let question = question.into();
        check_question(question.text)?;
        let earlier = self.turn(edited)?;
        self.refuse_while_answering(Some(earlier.conversation))?;
        let language = question.treated_as().or(earlier.language);
        let (conversation, turn) =
            self.write(|store, now| store.begin_edited_turn(edited, question.text, language, now))?;
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

    /// Goes on with a turn's shown answer, which was cut.
    ///
    /// # Errors
    /// As [`Self::ask`], and [`HistoryError::AnswerNotCut`], [`HistoryError::AnotherModel`] or
    /// [`HistoryError::NoSuchAnswer`] where there is nothing that this model could go on with.
    pub async fn go_on(
        &self,
        id: TurnId,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let turn = self.turn(id)?;
        self.refuse_while_answering(Some(turn.conversation))?;
        let Some(begun) = turn.chosen_answer else {
            return self.answer(turn, limits, sink).await;
        };
        let (stop, stopped) = watch::channel(false);
        let _running = self.begin_running(&turn, stop);
        let model = self.model_for(turn.conversation, turn.language).await?;
        let begun = self.write(|store, _| store.continue_answer(begun, &model.stamp))?;
        self.write_answer(turn, &model, Some(begun), limits, stopped, sink)
            .await
    }

    /// Shows another wording of a question, with what was last shown behind it.
    ///
    /// # Errors
    /// [`ChatError::Busy`] while an answer is written in the conversation, [`ChatError::History`].
    pub fn choose_turn(&self, id: TurnId) -> Result<Turn, ChatError> {
        let turn = self.turn(id)?;
        self.refuse_while_answering(Some(turn.conversation))?;
        self.write(|store, _| {
            store.choose_turn(id)?;
            store.turn(id)
        })
    }

    /// Shows another answer of a turn, with what was last shown behind it.
    ///
    /// # Errors
    /// As [`Self::choose_turn`].
    pub fn choose_answer(&self, answer: AnswerId) -> Result<Turn, ChatError> {
        let turn = self.read(|store| store.turn_of_answer(answer))?;
        self.refuse_while_answering(Some(turn.conversation))?;
        self.write(|store, _| {
            store.choose_answer(answer)?;
            store.turn(turn.id)
        })
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
        let model = self.model_for(turn.conversation, turn.language).await?;
        let question = Question {
            text: &turn.question,
            language: turn.language,
            persona: None,
        };
        if let Some(language) = language_to_decline(&model, question) {
            let reason = DeclineReason::LanguageUnsupported { language };
            self.write(|store, _| store.decline_turn(turn.id, reason))?;
            return self.finished(turn.id, sink);
        }
        self.write_answer(turn, &model, None, limits, stopped, sink)
            .await
    }

    /// Has an answer written, from its first word or behind what was `begun`.
    async fn write_answer(
        &self,
        turn: Turn,
        model: &InstalledModel,
        begun: Option<Answer>,
        limits: AnswerLimits,
        stopped: watch::Receiver<bool>,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let (held, mut earlier, own) = self.read(|store| {
            let held = store.conversation(turn.conversation)?;
            let own = store.conversation_sampling(turn.conversation)?;
            Ok((held, store.turns(turn.conversation)?, own))
        })?;
        let limits = limits.for_answer(own.map(|own| own.sampling), &turn, begun.as_ref());
        earlier.retain(|other| other.position < turn.position);
        let guidance = Guidance::of(
            held.chosen_persona.as_ref(),
            held.persona.as_deref(),
            &earlier,
            turn.language.or(held.language),
        );
        let begun_text = begun.as_ref().map(|answer| answer.text.as_str());
        let messages = guidance.messages(&earlier, &turn.question, begun_text);
        let cut = guidance.cut(begun_text);

        let begun = begun.map(|answer| answer.id);
        let mut recorder = Recorder::new(self, &turn, &model.stamp, begun, cut, sink);
        let engine = self.engine_for(turn.conversation, model).await;
        let asked = Asked {
            messages,
            limits,
            conversation: Some(turn.conversation.to_string()),
            adapter: ModelChoice::adapter(model).map(Path::to_owned),
        };
        let generated = generate_with(engine, asked, stopped, &mut |heard| match heard {
            Heard::LeftOut { messages } => sink(TurnStep::LeftOut {
                messages,
                first_seen: first_seen(&earlier, turn.id, messages),
            }),
            Heard::Wrote {
                piece,
                answer_tokens,
            } => recorder.take(piece, answer_tokens),
        })
        .await;
        self.note_answered(turn.conversation);
        recorder.finish(&generated)?;
        let turn = self.finished(turn.id, sink)?;
        fault_of(generated).map_or(Ok(turn), Err)
    }

    /// An engine with the model, and with what was kept of the conversation.
    async fn engine_for(
        &self,
        conversation: ConversationId,
        model: &InstalledModel,
    ) -> Result<ReadyEngine, EngineFault> {
        let file = model_file(model);
        if self.engine.running(&file).await.is_none() {
            // The process of another model ends now, and its memory with it.
            self.keep_states_at_once().await;
        }
        let engine = self.engine.ensure_ready(file).await?;
        self.resume(conversation, model, &engine).await;
        Ok(engine)
    }

    fn finished(&self, id: TurnId, sink: &StepSink) -> Result<Turn, ChatError> {
        let turn = self.turn(id)?;
        sink(TurnStep::Finished { turn: turn.clone() });
        Ok(turn)
    }

    fn turn(&self, id: TurnId) -> Result<Turn, ChatError> {
        self.read(|store| store.turn(id))
    }

    /// The model that a conversation has of its own, else the one that its questions go to in their language.
    pub(crate) async fn model_for(
        &self,
        conversation: ConversationId,
        language: Option<Language>,
    ) -> Result<Arc<InstalledModel>, ChatError> {
        match self.read(|store| store.conversation(conversation))?.model {
            Some(sha256) => self.models.with_hash(&sha256).await,
            None => self.models.usual_in(language).await,
        }
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

    pub(crate) fn begin_running(&self, turn: &Turn, stop: watch::Sender<bool>) -> EndRunning<'_> {
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
}

/// Takes a turn off the list of running ones however its answer ends, by an early return too.
pub(crate) struct EndRunning<'chat> {
    chat: &'chat Chat,
    turn: TurnId,
}

impl Drop for EndRunning<'_> {
    fn drop(&mut self) {
        lock(&self.chat.running).remove(&self.turn);
    }
}

pub(crate) fn fault_of(generated: Generated) -> Option<ChatError> {
    generated.fault.map(ChatError::from)
}

/// A panic while a lock was held leaves plain data behind, which stays usable.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
