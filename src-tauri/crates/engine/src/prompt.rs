//! From messages to the tokens that the context is asked to hold.

use sanad_protocol::{ChatMessage, ChatRole, FailureCode};

use crate::failure::{EngineError, RequestFailure};
use crate::fitting::{Parts, Room, TurnCost, turns_left_out};
use crate::native::{Model, Token};

/// Tokens that a template puts around a message, where it cannot be asked.
const USUAL_FRAME: usize = 16;

/// A prompt that leaves room for its answer.
pub(crate) struct Fitted {
    /// Its tokens; at least one.
    pub(crate) tokens: Vec<Token>,
    /// Messages that are not in it, counted from the first behind the system text.
    pub(crate) left_out: usize,
}

type Render<'model> = &'model dyn Fn(&[ChatMessage]) -> Result<String, EngineError>;

/// One conversation on its way into one context.
pub(crate) struct Fitting<'request> {
    model: &'request Model,
    render: Render<'request>,
    messages: &'request [ChatMessage],
    parts: Parts,
    room: Room,
}

impl<'request> Fitting<'request> {
    pub(crate) fn new(
        model: &'request Model,
        render: Render<'request>,
        messages: &'request [ChatMessage],
        room: Room,
    ) -> Self {
        Self {
            model,
            render,
            messages,
            parts: Parts::of(messages),
            room,
        }
    }

    /// All of the conversation, or as many of its last turns as fit.
    ///
    /// `Err` if the template fails, or with [`FailureCode::PromptTooLong`] if the question alone is too long.
    pub(crate) fn fit(&self) -> Result<Fitted, RequestFailure> {
        let mut left_out = 0;
        let mut prompt = self.without_turns(left_out)?;
        if prompt.is_err() && !self.parts.turns.is_empty() {
            left_out = self.turns_to_leave_out().max(1);
            prompt = self.without_turns(left_out)?;
        }
        // Costs are estimated by the message, and a template may do what it likes.
        while prompt.is_err() && left_out < self.parts.turns.len() {
            left_out += 1;
            prompt = self.without_turns(left_out)?;
        }
        let tokens = prompt.map_err(|tokens| self.too_long(tokens))?;
        if tokens.is_empty() {
            return Err(RequestFailure::bad("the prompt is empty"));
        }
        let left_out = self.parts.messages_of_first(left_out);
        Ok(Fitted { tokens, left_out })
    }

    /// The prompt without the first turns; the inner `Err` is its length, or less, where it is too long.
    fn without_turns(&self, turns: usize) -> Result<Result<Vec<Token>, usize>, EngineError> {
        let longest = if turns == self.parts.turns.len() {
            self.room.for_question()
        } else {
            self.room.for_conversation()
        };
        let (system, rest) = self.messages.split_at(self.parts.system);
        let (_, kept) = rest.split_at(self.parts.messages_of_first(turns));
        let held: usize = system
            .iter()
            .chain(kept)
            .map(|said| said.content.len())
            .sum();
        let fewest = self.model.fewest_tokens(held);
        if fewest > longest {
            return Ok(Err(fewest));
        }
        let prompt = (self.render)(&[system, kept].concat())?;
        let tokens = self.model.tokenize(&prompt).ok_or(prompt.len());
        Ok(tokens.and_then(|tokens| {
            if tokens.len() > longest {
                Err(tokens.len())
            } else {
                Ok(tokens)
            }
        }))
    }

    fn turns_to_leave_out(&self) -> usize {
        let frame = self.frame();
        let cost = |messages: &[ChatMessage]| -> usize {
            let costs = messages.iter().map(|message| self.length(&message.content));
            costs.map(|tokens| tokens + frame).sum()
        };
        let (before, question) = self.messages.split_at(self.parts.question);
        let mut ends = self.parts.turns.iter().skip(1).copied();
        let turns: Vec<TurnCost> = self
            .parts
            .turns
            .iter()
            .map(|begin| {
                let end = ends.next().unwrap_or(self.parts.question);
                let turn = before.get(*begin..end).unwrap_or_default();
                let asked = turn.get(..1).unwrap_or_default();
                TurnCost {
                    question: cost(asked),
                    whole: cost(turn),
                }
            })
            .collect();
        let (system, _) = self.messages.split_at(self.parts.system);
        let always = cost(system) + self.opening();
        let limit = self.room.for_conversation();
        turns_left_out(always, &turns, cost(question), limit)
    }

    /// Tokens of a text; fewer where it is longer than any context.
    fn length(&self, text: &str) -> usize {
        let fewest = self.model.fewest_tokens(text.len());
        if fewest > self.room.for_question() {
            return fewest;
        }
        self.model
            .tokenize(text)
            .map_or(text.len(), |tokens| tokens.len())
    }

    /// Tokens that the template puts around each message.
    fn frame(&self) -> usize {
        let roles = [ChatRole::User, ChatRole::Assistant, ChatRole::User];
        let (Some(one), Some(three)) = (self.sample(&roles[..1]), self.sample(&roles)) else {
            return USUAL_FRAME;
        };
        let words = 2 * self.length(SAMPLE);
        three.saturating_sub(one + words).div_ceil(2)
    }

    /// Tokens that the template puts before and behind all messages.
    fn opening(&self) -> usize {
        self.sample(&[ChatRole::User]).unwrap_or(USUAL_FRAME)
    }

    fn sample(&self, roles: &[ChatRole]) -> Option<usize> {
        let messages: Vec<ChatMessage> = roles
            .iter()
            .map(|role| ChatMessage {
                role: *role,
                content: SAMPLE.to_owned(),
            })
            .collect();
        let prompt = (self.render)(&messages).ok()?;
        Some(self.length(&prompt))
    }

    fn too_long(&self, tokens: usize) -> RequestFailure {
        RequestFailure {
            code: FailureCode::PromptTooLong,
            detail: format!(
                "{tokens} tokens or more where {} are the most",
                self.room.for_question()
            ),
        }
    }
}

const SAMPLE: &str = "a";
