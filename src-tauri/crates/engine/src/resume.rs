//! What is in memory of a conversation, handed over and taken back: a conversation goes on without being read again.
//!
//! The bytes are the number of tokens, the tokens, and llama.cpp's own state of the sequence.
//! This process keeps no file: the app seals them, and authenticates them before they come back.

use crate::Generator;
use crate::conversations::{Place, WRITING};
use crate::native::Token;

/// Bytes of a number in front of the tokens, and of each token.
const NUMBER: usize = size_of::<u32>();

impl Generator {
    /// What is in memory of a conversation, read with this adapter; `None` if nothing is.
    pub fn save(&mut self, conversation: &str, adapter: Option<u32>) -> Option<Vec<u8>> {
        let (tokens, place) = self.conversations.named(conversation, adapter)?;
        let mut saved = u32::try_from(tokens.len()).ok()?.to_le_bytes().to_vec();
        saved.extend(tokens.iter().flat_map(|token| token.to_le_bytes()));
        match place {
            Place::Context => {
                let state = self.context.state(WRITING);
                if state.is_empty() {
                    return None;
                }
                saved.extend(state);
            }
            Place::Parked(state) => saved.extend(state),
        }
        Some(saved)
    }

    /// Takes back what [`Self::save`] gave, here or in an engine before, and gives the tokens that are now in memory;
    /// 0 where it is of no use.
    pub fn restore(&mut self, conversation: String, adapter: Option<u32>, saved: &[u8]) -> usize {
        let Some((tokens, state)) = divided(saved) else {
            return 0;
        };
        if tokens.len() >= self.context.capacity() || !self.knows_adapter(adapter) {
            return 0;
        }
        self.end_scoring();
        let count = tokens.len();
        if self.conversations.finds(&tokens, adapter) == count {
            return count;
        }
        self.conversations.leave(&mut self.context);
        if !self.context.set_state(WRITING, state, count) {
            return 0;
        }
        self.conversations.take_in(tokens, adapter);
        self.conversations.name_current(Some(conversation));
        count
    }
}

fn divided(saved: &[u8]) -> Option<(Vec<Token>, &[u8])> {
    let (count, rest) = saved.split_at_checked(NUMBER)?;
    let count = usize::try_from(u32::from_le_bytes(count.try_into().ok()?)).ok()?;
    let (tokens, state) = rest.split_at_checked(count.checked_mul(NUMBER)?)?;
    let tokens = tokens
        .chunks_exact(NUMBER)
        .map(|token| Some(Token::from_le_bytes(token.try_into().ok()?)));
    Some((tokens.collect::<Option<Vec<Token>>>()?, state))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_state_come_apart_as_they_were_put_together() {
        let saved = [2, 0, 0, 0, 7, 0, 0, 0, 1, 1, 0, 0, 9, 9];
        assert_eq!(divided(&saved), Some((vec![7, 257], &[9, 9][..])));
        for cut in 0..12 {
            assert_eq!(divided(&saved[..cut]), None, "{cut}");
        }
        assert_eq!(divided(&[255; 64]), None);
    }
}
