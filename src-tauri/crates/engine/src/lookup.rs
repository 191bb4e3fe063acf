//! Guesses how a text goes on from how it went on before: an answer that quotes its prompt is found in it.
//!
//! Knows tokens and nothing else. Whether a guess is worth checking is for [`crate::speculation`] to say.

use std::collections::HashMap;

use crate::native::Token;

/// Tokens that must be alike before a place counts as the same. With two, common words lead astray; with four,
/// a quotation is noticed a word later.
const ALIKE: usize = 3;

/// What became of the guess that was made before a token came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guess {
    /// There was none.
    None,
    /// The token was foreseen, after so many that were foreseen in a row.
    Right(usize),
    /// Another was foreseen, after so many that were right.
    Wrong(usize),
}

/// Prompt and answer so far, and where in them the answer may be copying from.
pub(crate) struct Lookup {
    tokens: Vec<Token>,
    /// Behind each run of [`ALIKE`] tokens, the place where it last went on.
    behind: HashMap<[Token; ALIKE], usize>,
    /// The place that holds the guess for the next token.
    source: Option<usize>,
    right: usize,
}

impl Lookup {
    /// Guesses from a prompt.
    pub(crate) fn new(prompt: &[Token]) -> Self {
        let mut lookup = Self {
            tokens: Vec::with_capacity(prompt.len()),
            behind: HashMap::with_capacity(prompt.len()),
            source: None,
            right: 0,
        };
        for token in prompt {
            lookup.append(*token);
        }
        lookup
    }

    /// The answer goes on with this token.
    pub(crate) fn push(&mut self, token: Token) -> Guess {
        let foreseen = self.source.and_then(|place| self.tokens.get(place));
        let guess = match foreseen {
            None => Guess::None,
            Some(foreseen) if *foreseen == token => Guess::Right(self.right),
            Some(_) => Guess::Wrong(self.right),
        };
        let followed = self.source.map(|place| place + 1);
        let seen_before = self.append(token);
        if let Guess::Right(_) = guess {
            // What was right so far stays the source: a later copy of three tokens is no better than a long one.
            self.right += 1;
            self.source = followed;
        } else {
            self.right = 0;
            self.source = seen_before;
        }
        guess
    }

    /// The tokens foreseen next, at most so many; fewer where the source ends.
    pub(crate) fn draft(&self, most: usize) -> &[Token] {
        let from = self.source.unwrap_or(self.tokens.len());
        let to = (from + most).min(self.tokens.len());
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// How many tokens in a row were foreseen up to here.
    pub(crate) fn right_so_far(&self) -> usize {
        self.right
    }

    /// Gives where the tokens that now stand last went on earlier.
    fn append(&mut self, token: Token) -> Option<usize> {
        self.tokens.push(token);
        let last = *self.tokens.last_chunk::<ALIKE>()?;
        self.behind.insert(last, self.tokens.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_is_foreseen_from_its_fourth_token_to_its_end() {
        let mut lookup = Lookup::new(&[1, 2, 3, 4, 5, 6, 7, 90]);
        for token in [50, 2, 3] {
            assert_eq!(lookup.push(token), Guess::None);
            assert!(lookup.draft(8).is_empty());
        }
        assert_eq!(lookup.push(4), Guess::None);
        assert_eq!(lookup.draft(2), [5, 6]);
        assert_eq!(lookup.draft(8), [5, 6, 7, 90, 50, 2, 3, 4]);
        assert_eq!(lookup.push(5), Guess::Right(0));
        assert_eq!(lookup.push(6), Guess::Right(1));
        assert_eq!((lookup.right_so_far(), lookup.draft(2)), (2, &[7, 90][..]));
        assert_eq!(lookup.push(8), Guess::Wrong(2));
        assert_eq!((lookup.right_so_far(), lookup.draft(8)), (0, &[][..]));
    }

    #[test]
    fn the_later_of_two_like_places_is_the_source_until_it_is_wrong() {
        let mut lookup = Lookup::new(&[1, 2, 3, 7, 9, 1, 2, 3, 8, 9]);
        for token in [1, 2, 3] {
            lookup.push(token);
        }
        assert_eq!(lookup.draft(1), [8]);
        assert_eq!(lookup.push(7), Guess::Wrong(1));
        assert_eq!(lookup.draft(1), [9], "2, 3, 7 has a place of its own");
    }

    #[test]
    fn an_answer_that_repeats_itself_is_foreseen_too() {
        let mut lookup = Lookup::new(&[]);
        let guesses = [4, 5, 6, 4, 5, 6, 4, 5].map(|token| lookup.push(token));
        assert!(guesses.ends_with(&[Guess::Right(0), Guess::Right(1)]));
    }

    #[test]
    fn nothing_is_foreseen_in_nothing() {
        let mut lookup = Lookup::new(&[]);
        assert!(lookup.draft(4).is_empty());
        assert_eq!(lookup.push(1), Guess::None);
    }
}
