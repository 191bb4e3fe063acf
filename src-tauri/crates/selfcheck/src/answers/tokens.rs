//! Words and signs of an answer.

use sanad_text::{fold, sanitise};
use unicode_normalization::char::is_combining_mark;

use crate::protocols::{ARABIC_LETTERS, place_of};

/// A word, or one sign.
pub(super) struct Token<'a> {
    text: &'a str,
    /// The word after folding; a sign as it is.
    pub(super) folded: String,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// A line begins with it.
    pub(super) new_line: bool,
}

/// A letter that can stand for an option.
pub(super) struct Letter {
    pub(super) place: usize,
    pub(super) arabic: bool,
    pub(super) capital: bool,
}

/// Without marks of emphasis, invisible characters and tatweel.
pub(super) fn clean(answer: &str) -> String {
    let text = sanitise(answer).text;
    text.chars()
        .filter(|c| !matches!(c, '*' | '`' | '\u{640}' | '\u{200c}' | '\u{200d}'))
        .collect()
}

/// The words and signs in their order.
pub(super) fn split(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut spaced, mut new_line) = (false, false);
    let mut left = text;
    while let Some(first) = left.chars().next() {
        if first.is_whitespace() {
            spaced = true;
            new_line |= first == '\n';
            left = left.strip_prefix(first).unwrap_or_default();
            continue;
        }
        let length = if in_word(first) {
            left.find(|c| !in_word(c)).unwrap_or(left.len())
        } else {
            first.len_utf8()
        };
        let (token, rest) = left.split_at(length);
        tokens.push(Token {
            text: token,
            folded: fold(token).text,
            spaced,
            new_line,
        });
        (spaced, new_line, left) = (false, false, rest);
    }
    tokens
}

/// The text up to the end of the line.
pub(super) fn line(tokens: &[Token<'_>]) -> String {
    let mut line = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && token.new_line {
            break;
        }
        if at > 0 && token.spaced {
            line.push(' ');
        }
        line.push_str(token.text);
    }
    line
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

impl Token<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(in_word)
    }

    pub(super) fn is_one_of(&self, signs: &str) -> bool {
        !self.is_word() && signs.contains(self.text)
    }

    pub(super) fn letter(&self) -> Option<Letter> {
        let mut characters = self.text.chars();
        let (Some(letter), None) = (characters.next(), characters.next()) else {
            return None;
        };
        // A bare F is a word or a unit and no answer.
        let place = place_of(letter).filter(|place| *place < ARABIC_LETTERS.len())?;
        Some(Letter {
            place,
            arabic: !letter.is_ascii(),
            capital: letter.is_ascii_uppercase(),
        })
    }
}
