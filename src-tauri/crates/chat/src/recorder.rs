//! Puts an answer into the store while it is being written.

use std::time::{Duration, Instant};

use sanad_domain::{AnswerId, ModelStamp, Turn};
use sanad_text::Sanitiser;

use crate::generation::Generated;
use crate::guidance::Cut;
use crate::{Chat, ChatError, StepSink, TurnStep};

/// At most this much writing is lost when the app is killed. A commit takes some 4 ms, mostly fsync.
const COMMIT_INTERVAL: Duration = Duration::from_millis(400);

/// Commits what the model writes in steps, and tells the sink.
pub(crate) struct Recorder<'chat> {
    chat: &'chat Chat,
    turn: &'chat Turn,
    model: &'chat ModelStamp,
    sink: &'chat StepSink,
    sanitiser: Sanitiser,
    cut: Cut,
    answer: Option<AnswerId>,
    uncommitted: String,
    last_commit: Instant,
    failure: Option<ChatError>,
}

impl<'chat> Recorder<'chat> {
    /// Writes behind what was `begun`, or makes a new answer at the first piece.
    pub(crate) fn new(
        chat: &'chat Chat,
        turn: &'chat Turn,
        model: &'chat ModelStamp,
        begun: Option<AnswerId>,
        cut: Cut,
        sink: &'chat StepSink,
    ) -> Self {
        Self {
            chat,
            turn,
            model,
            sink,
            sanitiser: Sanitiser::default(),
            cut,
            answer: begun,
            uncommitted: String::new(),
            last_commit: Instant::now(),
            failure: None,
        }
    }

    /// Takes the next piece; false means that the engine need not go on.
    pub(crate) fn take(&mut self, piece: &str, answer_tokens: u32) -> bool {
        // What could turn a number around is taken out before anybody sees or keeps it.
        let piece = self.cut.push(&self.sanitiser.push(piece));
        self.uncommitted.push_str(&piece);
        if let Err(failure) = self.commit_in_time() {
            self.failure = Some(failure);
            return false;
        }
        if let Some(answer) = self.answer {
            (self.sink)(TurnStep::Wrote {
                answer,
                piece,
                answer_tokens,
            });
        }
        !self.cut.is_over()
    }

    /// Commits the rest and how it ended. A turn without a word keeps no answer.
    pub(crate) fn finish(mut self, generated: &Generated) -> Result<(), ChatError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let Some(answer) = self.answer else {
            return Ok(());
        };
        self.uncommitted.push_str(&self.cut.finish());
        self.commit(answer)?;
        let state = self.cut.state(generated);
        self.chat
            .write(|store, _| store.finish_answer(answer, state, generated.stats))
    }

    fn commit_in_time(&mut self) -> Result<(), ChatError> {
        match self.answer {
            None => {
                let answer = self
                    .chat
                    .write(|store, now| store.begin_answer(self.turn.id, self.model, now))?;
                self.answer = Some(answer.id);
                self.commit(answer.id)
            }
            Some(answer) if self.last_commit.elapsed() >= COMMIT_INTERVAL => self.commit(answer),
            Some(_) => Ok(()),
        }
    }

    fn commit(&mut self, answer: AnswerId) -> Result<(), ChatError> {
        if !self.uncommitted.is_empty() {
            self.chat
                .write(|store, _| store.extend_answer(answer, &self.uncommitted))?;
            self.uncommitted.clear();
        }
        self.last_commit = Instant::now();
        Ok(())
    }
}
