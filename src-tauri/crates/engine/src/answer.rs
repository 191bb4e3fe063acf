//! One answer in the making: its tokens, its text, its clock.

use std::time::Instant;

use sanad_protocol::{EngineEvent, RequestId, StopReason};

use crate::native::Token;
use crate::utf8::CharacterAssembler;

/// An answer in the making, and its clock.
pub(crate) struct Answer {
    /// The request.
    pub(crate) id: RequestId,
    /// What is written so far.
    pub(crate) tokens: Vec<Token>,
    /// Tokens of the rendered prompt.
    pub(crate) prompt_tokens: usize,
    /// Those of them that were in the context already.
    pub(crate) reused_tokens: usize,
    /// Messages of the conversation that did not fit.
    pub(crate) left_out_messages: usize,
    characters: CharacterAssembler,
    started_at: Instant,
    first_at: Option<Instant>,
    last_at: Instant,
}

impl Answer {
    pub(crate) fn new(id: RequestId) -> Self {
        let now = Instant::now();
        Self {
            id,
            tokens: Vec::new(),
            characters: CharacterAssembler::default(),
            prompt_tokens: 0,
            reused_tokens: 0,
            left_out_messages: 0,
            started_at: now,
            first_at: None,
            last_at: now,
        }
    }

    pub(crate) fn push(&mut self, token: Token, bytes: &[u8], emit: &mut impl FnMut(EngineEvent)) {
        self.tokens.push(token);
        self.last_at = Instant::now();
        self.first_at.get_or_insert(self.last_at);
        let text = self.characters.push(bytes);
        self.send(text, emit);
    }

    /// The model ended its turn: what it left unfinished is marked.
    /// An answer that is cut instead drops the half of a character that it may end with.
    pub(crate) fn end(&mut self, emit: &mut impl FnMut(EngineEvent)) {
        self.first_at.get_or_insert_with(Instant::now);
        let text = std::mem::take(&mut self.characters).finish();
        self.send(text, emit);
    }

    fn send(&self, text: String, emit: &mut impl FnMut(EngineEvent)) {
        if !text.is_empty() {
            emit(EngineEvent::Text {
                id: self.id,
                text,
                answer_tokens: as_count(self.tokens.len()),
            });
        }
    }

    pub(crate) fn done(&self, stop: StopReason) -> EngineEvent {
        let first_token_seconds = self.first_at.map_or(0.0, |first| {
            first.duration_since(self.started_at).as_secs_f64()
        });
        EngineEvent::Done {
            id: self.id,
            stop,
            prompt_tokens: as_count(self.prompt_tokens),
            reused_tokens: as_count(self.reused_tokens),
            left_out_messages: as_count(self.left_out_messages),
            answer_tokens: as_count(self.tokens.len()),
            first_token_seconds,
            tokens_per_second: self.tokens_per_second(),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a context is far below 2^52 tokens"
    )]
    fn tokens_per_second(&self) -> f64 {
        let Some(first) = self.first_at else {
            return 0.0;
        };
        let seconds = self.last_at.saturating_duration_since(first).as_secs_f64();
        let tokens = self.tokens.len().saturating_sub(1);
        if tokens == 0 || seconds <= 0.0 {
            0.0
        } else {
            tokens as f64 / seconds
        }
    }
}

/// As it goes on the wire.
pub(crate) fn as_count(tokens: usize) -> u32 {
    u32::try_from(tokens).unwrap_or(u32::MAX)
}
