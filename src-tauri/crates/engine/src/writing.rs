//! Behind a prompt that is read: token after token, guessed ones checked several at a time.

use std::time::Instant;

use sanad_protocol::{EngineEvent, GenerateRequest, StopReason};

use crate::Generator;
use crate::answer::Answer;
use crate::failure::RequestFailure;
use crate::lookup::Lookup;
use crate::native::{DecodeError, Rows, Token};
use crate::sampler::Sampler;
use crate::speculation::Odds;

/// Tokens that were read before anybody knew whether the sampler would draw them.
#[derive(Default)]
struct Draft {
    tokens: Vec<Token>,
    /// How many of them the sampler has drawn, which is also the row of logits to draw from next.
    confirmed: usize,
}

impl Draft {
    fn confirms(&mut self, drawn: Token) -> bool {
        let confirmed = self.tokens.get(self.confirmed) == Some(&drawn);
        self.confirmed += usize::from(confirmed);
        confirmed
    }

    fn is_used_up(&self) -> bool {
        self.confirmed >= self.tokens.len()
    }
}

impl Generator {
    /// Writes the answer behind `prompt`, which has just been read.
    ///
    /// Every token is drawn by the sampler from the model's numbers for exactly what stands before it.
    pub(crate) fn write(
        &mut self,
        request: &GenerateRequest,
        prompt: &[Token],
        sampler: &mut Sampler,
        answer: &mut Answer,
        stop: &impl Fn() -> bool,
        emit: &mut impl FnMut(EngineEvent),
    ) -> Result<StopReason, RequestFailure> {
        let limit = usize::try_from(request.max_tokens).unwrap_or(usize::MAX);
        let capacity = self.context.capacity();
        let mut lookup = Lookup::new(prompt);
        let mut odds = Odds::new();
        let mut draft = Draft::default();
        self.costs.doubt();
        loop {
            let logits = self.context.logits(draft.confirmed).unwrap_or_default();
            let Some(drawn) = sampler.draw(logits) else {
                return Err(self.fail("the logits are no numbers".to_owned()));
            };
            let read = prompt.len() + answer.tokens.len();
            if self.model.ends_answer(drawn) {
                self.take_back(&draft, read);
                answer.end(emit);
                return Ok(StopReason::EndOfTurn);
            }
            answer.push(drawn, &self.model.piece(drawn, false), emit);
            odds.learn(lookup.push(drawn));
            let confirmed = draft.confirms(drawn);
            self.speculated.kept_tokens += u64::from(confirmed);
            let room = limit
                .saturating_sub(answer.tokens.len())
                .min(capacity.saturating_sub(read));
            if confirmed && room > 0 {
                continue;
            }
            self.take_back(&draft, read + usize::from(confirmed));
            if answer.tokens.len() >= limit {
                return Ok(StopReason::MaxTokens);
            }
            if room == 0 {
                return Ok(StopReason::ContextFull);
            }
            let length = self.draft_length(&lookup, &odds, room - 1);
            draft = Draft {
                tokens: lookup.draft(length).to_vec(),
                confirmed: 0,
            };
            match self.read_drawn(drawn, &draft, stop) {
                Ok(()) => {}
                Err(DecodeError::Stopped) => return Ok(StopReason::Cancelled),
                Err(DecodeError::Full) => return Ok(StopReason::ContextFull),
                Err(error) => return Err(self.fail(error.to_string())),
            }
        }
    }

    fn draft_length(&self, lookup: &Lookup, odds: &Odds, most: usize) -> usize {
        let most = most.min(self.context.batch() - 1);
        let available = lookup.draft(most).len();
        self.speculation
            .draft_length(&self.costs, odds, lookup.right_so_far(), available)
    }

    /// Reads a drawn token with the draft behind it.
    fn read_drawn(
        &mut self,
        drawn: Token,
        draft: &Draft,
        stop: &impl Fn() -> bool,
    ) -> Result<(), DecodeError> {
        let mut batch = vec![drawn];
        batch.extend(&draft.tokens);
        let began = Instant::now();
        self.decode(&batch, Rows::All, || !stop())?;
        self.costs.took(batch.len(), began.elapsed().as_secs_f64());
        if !draft.tokens.is_empty() {
            self.speculated.drafts += 1;
            self.speculated.drafted_tokens += draft.tokens.len() as u64;
        }
        Ok(())
    }

    /// Takes the tokens of a draft that were not drawn out of the context, which has `read` others.
    fn take_back(&mut self, draft: &Draft, read: usize) {
        if !draft.is_used_up() {
            self.conversations.shorten(read, &mut self.context);
        }
    }
}
