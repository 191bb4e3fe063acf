//! How likely the model takes continuations of prompts to be: what exams are scored with.
//!
//! What all prompts begin with is read once, into the first sequence. Each prompt goes on from there in a sequence of
//! its own, each continuation of more than one token in a further one, and as many as fit are read in one batch.
//! What is computed together follows from the request alone, so that the same request gives the same bits.

mod plan;
mod softmax;

use std::time::Instant;

use sanad_protocol::{
    ContinuationScore, EngineEvent, FailureCode, PromptScore, PromptText, ScorePrompt,
    ScoreRequest, StopReason,
};

use self::plan::{Encoded, Unit, common_beginning, groups, units};
use self::softmax::Softmax;
use crate::Generator;
use crate::answer::{Answer, as_count};
use crate::conversations::WRITING;
use crate::failure::RequestFailure;
use crate::native::{DecodeError, Entry, Sequence, Token};
use crate::progress::{Progress, PromptMeter};

/// Where the shared beginning lies.
const BASE: Sequence = WRITING;

/// What lies in the first sequence while continuations are compared.
#[derive(Default, PartialEq, Eq)]
pub(crate) struct Base {
    /// What it was read with.
    adapter: Option<u32>,
    tokens: Vec<Token>,
}

/// What became of a request.
enum Outcome {
    Scored {
        scores: Vec<PromptScore>,
        read: usize,
    },
    Stopped,
}

/// What a row of logits is asked for.
struct Wanted {
    prompt: usize,
    /// Continuations, each with the place of the token that is to follow.
    next: Vec<(usize, usize)>,
}

impl Generator {
    /// The tokens of a text as it is; empty for more than 2 GB.
    #[must_use]
    pub fn split(&self, text: &str) -> Vec<i32> {
        self.model.split(text).unwrap_or_default()
    }

    /// Compares continuations and gives the last event: `Scored`, `Done` if it was stopped, or `RequestFailed`.
    ///
    /// Conversations are parked. `stop` is asked after every node of the graph.
    pub fn score(
        &mut self,
        request: &ScoreRequest,
        stop: impl Fn() -> bool,
        mut emit: impl FnMut(EngineEvent),
    ) -> EngineEvent {
        let started = Instant::now();
        match self.compare(request, &stop, &mut emit) {
            Ok(Outcome::Scored { scores, read }) => EngineEvent::Scored {
                id: request.id,
                scores,
                read_tokens: as_count(read),
                seconds: started.elapsed().as_secs_f64(),
            },
            Ok(Outcome::Stopped) => Answer::new(request.id).done(StopReason::Cancelled),
            Err(failure) => EngineEvent::RequestFailed {
                id: request.id,
                code: failure.code,
                detail: failure.detail,
            },
        }
    }

    fn compare(
        &mut self,
        request: &ScoreRequest,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<Outcome, RequestFailure> {
        let prompts = request
            .prompts
            .iter()
            .map(|prompt| self.encode(&request.shared, prompt))
            .collect::<Result<Vec<Encoded>, RequestFailure>>()?;
        if prompts.is_empty() {
            return Err(RequestFailure::bad("no prompts"));
        }
        if !self.context.apply(request.adapter) {
            return Err(RequestFailure::bad("no such adapter"));
        }
        let base = self.base(&request.shared, &prompts);
        let places = self.places();
        let units = units(&prompts, base.len(), places.len());
        let longest = units.iter().map(Unit::tokens).max().unwrap_or(0);
        if base.len() + longest > self.context.capacity() {
            return Err(RequestFailure {
                code: FailureCode::PromptTooLong,
                detail: format!("{} tokens", base.len() + longest),
            });
        }
        let total = units.iter().map(Unit::tokens).sum::<usize>() + base.len();
        let mut reading = Reading {
            scores: prompts.iter().map(Encoded::unscored).collect(),
            read: 0,
            meter: PromptMeter::new(total, 0, self.nodes_of_a_batch, Instant::now()),
            id: request.id,
            total,
        };
        let room = self
            .context
            .batch()
            .min(self.context.capacity() - base.len());
        let base = Base {
            adapter: request.adapter,
            tokens: base,
        };
        let read = self
            .read_base(base, &mut reading, stop, emit)
            .and_then(|()| {
                groups(&units, room, places.len()).try_for_each(|group| {
                    self.read_group(&prompts, group, &mut reading, stop, emit)
                })
            });
        match read {
            Ok(()) => Ok(Outcome::Scored {
                scores: reading.scores,
                read: reading.read,
            }),
            Err(DecodeError::Stopped) => {
                self.end_scoring();
                Ok(Outcome::Stopped)
            }
            Err(error) => Err(self.fail(error.to_string())),
        }
    }

    /// As lm-evaluation-harness does: the continuation's tokens are those of the whole text behind as many as the
    /// prompt has by itself.
    fn encode(&self, shared: &str, prompt: &ScorePrompt) -> Result<Encoded, RequestFailure> {
        let text = match &prompt.text {
            PromptText::Plain(text) => format!("{shared}{text}"),
            PromptText::Chat(messages) => self.render(messages)?,
        };
        let bad = || RequestFailure::bad("a prompt or a continuation without a token");
        let context = self.tokenize(&text).ok_or_else(bad)?;
        let continuations = prompt.continuations.iter().map(|continuation| {
            let whole = self.tokenize(&format!("{text}{continuation}"))?;
            let own = whole.get(context.len()..)?;
            (!own.is_empty()).then(|| own.to_vec())
        });
        let continuations: Option<Vec<_>> = continuations.collect();
        let continuations = continuations.filter(|all| !all.is_empty() && !context.is_empty());
        Ok(Encoded {
            context,
            continuations: continuations.ok_or_else(bad)?,
        })
    }

    /// The tokens that are read once for all prompts.
    fn base(&self, shared: &str, prompts: &[Encoded]) -> Vec<Token> {
        if self.context.sequences() < 2 {
            return Vec::new();
        }
        if shared.is_empty() {
            return common_beginning(prompts);
        }
        let mut base = self.tokenize(shared).unwrap_or_default();
        // Its last token may become another one with what follows.
        base.pop();
        let begins = |prompt: &Encoded| {
            prompt.context.starts_with(&base) && prompt.context.len() > base.len()
        };
        if prompts.iter().all(begins) {
            base
        } else {
            Vec::new()
        }
    }

    /// The sequences in which prompts go on.
    fn places(&self) -> Vec<Sequence> {
        match self.context.sequences() {
            ..=1 => vec![BASE],
            count => (BASE + 1..count).collect(),
        }
    }

    /// Conversations have their place in memory again.
    pub(crate) fn end_scoring(&mut self) {
        if self.scoring.take().is_some() {
            self.context.clear();
        }
    }

    fn read_base(
        &mut self,
        base: Base,
        reading: &mut Reading,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<(), DecodeError> {
        if self.scoring.as_ref() == Some(&base) {
            reading.meter.skip(base.tokens.len());
            return Ok(());
        }
        self.conversations.leave(&mut self.context);
        self.context.clear();
        self.scoring = Some(Base::default());
        let own = [BASE];
        let entries: Vec<Entry<'_>> = base
            .tokens
            .iter()
            .map(|token| Entry {
                token: *token,
                sequences: &own,
                with_logits: false,
            })
            .collect();
        for batch in entries.chunks(self.context.batch()) {
            self.read_batch(batch, reading, stop, emit)?;
        }
        self.scoring = Some(base);
        Ok(())
    }

    fn read_group(
        &mut self,
        prompts: &[Encoded],
        group: &[Unit],
        reading: &mut Reading,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<(), DecodeError> {
        let places = self.places();
        let mut free = places.as_slice();
        let base = self.scoring.as_ref().map_or(0, |base| base.tokens.len());
        let mut entries = Vec::new();
        let mut wanted = Vec::new();
        for unit in group {
            let (own, rest) = free.split_at(unit.sequences().min(free.len()));
            free = rest;
            for place in own.iter().filter(|place| **place != BASE && base > 0) {
                self.context.share_first(BASE, *place, base);
            }
            unit.lay_out(prompts, base, own, &mut entries, &mut wanted);
        }
        let mut wanted = wanted.into_iter();
        for batch in entries.chunks(self.context.batch()) {
            self.read_batch(batch, reading, stop, emit)?;
            let rows = batch.iter().filter(|entry| entry.with_logits).count();
            for (row, asked) in wanted.by_ref().take(rows).enumerate() {
                let logits = self.context.logits(row).ok_or(DecodeError::Failed(0))?;
                reading.take(&asked, prompts, &Softmax::of(logits));
            }
        }
        for place in places {
            self.context.keep_first(place, 0);
        }
        Ok(())
    }

    fn read_batch(
        &mut self,
        batch: &[Entry<'_>],
        reading: &mut Reading,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<(), DecodeError> {
        let (id, total) = (reading.id, reading.total);
        let mut report = |progress: Progress| {
            emit(EngineEvent::PromptProgress {
                id,
                read_tokens: as_count(progress.read),
                total_tokens: as_count(total),
                seconds_left: progress.seconds_left,
            });
        };
        reading.meter.begin_batch(batch.len());
        self.context.decode_entries(batch, || {
            if let Some(progress) = reading.meter.count_node(Instant::now()) {
                report(progress);
            }
            !stop()
        })?;
        let (progress, nodes) = reading.meter.end_batch(Instant::now());
        self.nodes_of_a_batch = nodes;
        report(progress);
        reading.read += batch.len();
        Ok(())
    }
}

/// A request on its way.
struct Reading {
    scores: Vec<PromptScore>,
    read: usize,
    meter: PromptMeter,
    id: u64,
    total: usize,
}

impl Reading {
    fn take(&mut self, asked: &Wanted, prompts: &[Encoded], softmax: &Softmax<'_>) {
        let (Some(score), Some(prompt)) =
            (self.scores.get_mut(asked.prompt), prompts.get(asked.prompt))
        else {
            return;
        };
        for (continuation, place) in &asked.next {
            let token = prompt
                .continuations
                .get(*continuation)
                .and_then(|tokens| tokens.get(*place));
            if let (Some(token), Some(found)) = (token, score.continuations.get_mut(*continuation))
            {
                found.log_likelihood += softmax.log_probability(*token);
                found.greedy &= softmax.is_likeliest(*token);
            }
        }
    }
}

impl Encoded {
    fn unscored(&self) -> PromptScore {
        let continuations = self.continuations.iter().map(|tokens| ContinuationScore {
            tokens: tokens.clone(),
            log_likelihood: 0.0,
            greedy: true,
        });
        PromptScore {
            prompt_tokens: as_count(self.context.len()),
            continuations: continuations.collect(),
        }
    }
}
