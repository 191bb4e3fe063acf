//! A conversation that is never written: it lives in memory until it is ended, the store locked or the app closed.

use sanad_domain::{
    Answer, AnswerId, ChosenPersona, Conversation, ConversationId, DeclineReason, ModelStamp,
    Timestamp, Turn, TurnId,
};
use sanad_text::Sanitiser;
use tokio::sync::watch;

use crate::chat::{fault_of, lock};
use crate::generation::{AnswerLimits, Heard, generate};
use crate::guidance::Guidance;
use crate::prompt::{Question, check_question, first_seen, language_to_decline};
use crate::{Chat, ChatError, StepSink, TurnStep};

/// The turns of the temporary conversation; there is one at a time.
#[derive(Default)]
pub(crate) struct Temporary {
    turns: Vec<Turn>,
    persona: Option<ChosenPersona>,
}

impl Chat {
    /// Has a question of the temporary conversation answered. Nothing of it reaches the disk.
    ///
    /// # Errors
    /// As [`Chat::ask`]; after those of the engine the question is still in memory, with what was written.
    pub async fn ask_temporarily(
        &self,
        question: impl Into<Question<'_>>,
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<Turn, ChatError> {
        let question = question.into();
        check_question(question.text)?;
        let (earlier, mut turn) = {
            let mut temporary = lock(&self.temporary);
            let earlier = temporary.turns.clone();
            let turn = turn_of(question, earlier.len(), self.clock.now());
            temporary.turns.push(turn.clone());
            (earlier, turn)
        };
        sink(TurnStep::Asked {
            conversation: row(turn.asked_at, self.temporary_persona()),
            turn: turn.clone(),
        });
        let outcome = self
            .answer_temporarily(&mut turn, question, &earlier, limits, sink)
            .await;
        self.remember(&turn);
        sink(TurnStep::Finished { turn: turn.clone() });
        outcome.map(|()| turn)
    }

    /// The turns of the temporary conversation so far, oldest first.
    #[must_use]
    pub fn temporary_turns(&self) -> Vec<Turn> {
        lock(&self.temporary).turns.clone()
    }

    /// The persona of the temporary conversation.
    #[must_use]
    pub fn temporary_persona(&self) -> Option<ChosenPersona> {
        lock(&self.temporary).persona.clone()
    }

    /// Chooses the persona of the temporary conversation; it is forgotten with it.
    pub fn set_temporary_persona(&self, persona: Option<ChosenPersona>) {
        lock(&self.temporary).persona = persona;
    }

    /// Forgets the temporary conversation, and stops what is being written in it.
    pub fn end_temporary(&self) {
        let ended = std::mem::take(&mut *lock(&self.temporary));
        for turn in ended.turns {
            self.stop(turn.id);
        }
    }

    async fn answer_temporarily(
        &self,
        turn: &mut Turn,
        question: Question<'_>,
        earlier: &[Turn],
        limits: AnswerLimits,
        sink: &StepSink,
    ) -> Result<(), ChatError> {
        let (stop, stopped) = watch::channel(false);
        let _running = self.begin_running(turn, stop);
        let model = self.model_in(turn.language).await?;
        if let Some(language) = language_to_decline(&model, question) {
            turn.declined = Some(DeclineReason::LanguageUnsupported { language });
            return Ok(());
        }
        let mut answer = empty_answer(turn.id, &model.stamp, self.clock.now());
        let mut sanitiser = Sanitiser::default();
        let persona = self.temporary_persona();
        let guidance = Guidance::of(persona.as_ref(), None, earlier, turn.language);
        let mut cut = guidance.cut(None);
        let generated = generate(
            &self.engine,
            &model,
            guidance.messages(earlier, &turn.question, None),
            limits,
            stopped,
            &mut |heard| match heard {
                Heard::LeftOut { messages } => sink(TurnStep::LeftOut {
                    messages,
                    first_seen: first_seen(earlier, turn.id, messages),
                }),
                Heard::Wrote {
                    piece,
                    answer_tokens,
                } => {
                    let piece = cut.push(&sanitiser.push(piece));
                    answer.text.push_str(&piece);
                    let is_heard = sink(TurnStep::Wrote {
                        answer: answer.id,
                        piece,
                        answer_tokens,
                    });
                    is_heard && !cut.is_over()
                }
            },
        )
        .await;
        answer.text.push_str(&cut.finish());
        if !answer.text.is_empty() {
            answer.state = cut.state(&generated);
            answer.stats = generated.stats;
            turn.chosen_answer = Some(answer.id);
            turn.answers.push(answer);
        }
        fault_of(generated).map_or(Ok(()), Err)
    }

    /// Puts the turn as it ended in the place of the one that was asked, unless all was forgotten meanwhile.
    fn remember(&self, ended: &Turn) {
        let mut temporary = lock(&self.temporary);
        if let Some(turn) = temporary.turns.iter_mut().find(|turn| turn.id == ended.id) {
            *turn = ended.clone();
        }
    }
}

fn turn_of(question: Question<'_>, earlier: usize, now: Timestamp) -> Turn {
    let id = TurnId::new();
    Turn {
        id,
        conversation: ConversationId::TEMPORARY,
        position: u32::try_from(earlier).unwrap_or(u32::MAX),
        question: question.text.to_owned(),
        language: question.treated_as(),
        asked_at: now,
        answers: Vec::new(),
        chosen_answer: None,
        siblings: vec![id],
        declined: None,
    }
}

fn row(now: Timestamp, chosen_persona: Option<ChosenPersona>) -> Conversation {
    Conversation {
        id: ConversationId::TEMPORARY,
        title: String::new(),
        created_at: now,
        updated_at: now,
        folder: None,
        pinned: false,
        archived: false,
        language: None,
        model: None,
        persona: None,
        chosen_persona,
        deleted_at: None,
    }
}

fn empty_answer(turn: TurnId, model: &ModelStamp, now: Timestamp) -> Answer {
    Answer {
        id: AnswerId::new(),
        turn,
        text: String::new(),
        state: sanad_domain::AnswerState::Writing,
        model: model.clone(),
        stats: None,
        created_at: now,
    }
}
