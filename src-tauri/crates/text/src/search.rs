//! Keys for searching: what an index holds of a text, and what a query asks for.
//!
//! Both sides go through [`search_tokens`]. A term of a query is found where one of its keys is found, or, from four
//! letters on, where its folded letters stand inside a longer word, which a trigram index over [`fold`] finds.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::chars;
use crate::fold::{Folded, fold};
use crate::stem;

/// One word of a text with the keys that it is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word, then its stem and further forms, without repetitions.
    pub keys: Vec<String>,
    /// Where the word stands in the original text, in UTF-8 bytes.
    pub source: Range<usize>,
}

/// One word that a query asks for; a text matches a query that it matches in every term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// A text matches that holds one of these among the keys of its tokens.
    pub keys: Vec<String>,
    /// A text matches as well whose folded form holds this; set from four letters on.
    pub part: Option<String>,
}

/// A word has to have so many letters before a part of a longer word counts as a hit.
const SHORTEST_PART: usize = 4;

/// The tokens of a text, in order: words and numbers, decimals whole (`7.5` is one token, and so is `1,000`).
#[must_use]
pub fn search_tokens(text: &str) -> Vec<Token> {
    let folded = fold(text);
    words(&folded.text)
        .into_iter()
        .map(|range| {
            let word = joined_word(chars::cut(&folded.text, range.start, range.end));
            let mut keys = vec![word.clone()];
            for form in std::iter::once(stem::stem(&word)).chain(stem::inner_forms(&word)) {
                if !keys.contains(&form) {
                    keys.push(form);
                }
            }
            Token {
                keys,
                source: folded.original(range),
            }
        })
        .collect()
}

/// What a query asks for.
#[must_use]
pub fn search_terms(query: &str) -> Vec<Term> {
    search_tokens(query)
        .into_iter()
        .map(|token| {
            let word = token.keys.first().cloned().unwrap_or_default();
            let mut keys = token.keys;
            keys.extend(stem::broken_plurals(&word));
            let mut seen = BTreeSet::new();
            keys.retain(|key| seen.insert(key.clone()));
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let part = (letters >= SHORTEST_PART).then_some(word);
            Term { keys, part }
        })
        .collect()
}

/// Whether a folded text with these tokens matches all terms; the plain form of what an index does.
#[must_use]
pub fn matches(folded: &Folded, tokens: &[Token], terms: &[Term]) -> bool {
    !terms.is_empty()
        && terms.iter().all(|term| {
            tokens
                .iter()
                .any(|token| token.keys.iter().any(|key| term.keys.contains(key)))
                || term.part.as_ref().is_some_and(|part| {
                    without_blanks_in_words(&folded.text).contains(part.as_str())
                })
        })
}

/// The folded text with apostrophes and quotes inside words left out, as tokens have them.
fn without_blanks_in_words(folded: &str) -> String {
    folded
        .chars()
        .filter(|c| !matches!(c, '\'' | '"'))
        .collect()
}

/// The words of a folded text: letters and digits, with single signs inside that belong to them.
fn words(folded: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut before: Option<char> = None;
    let mut characters = folded.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let inside = c.is_alphanumeric()
            || unicode_normalization::char::is_combining_mark(c)
            || match c {
                '.' | ',' => {
                    before.is_some_and(|c| c.is_ascii_digit())
                        && next.is_some_and(|c| c.is_ascii_digit())
                }
                '\'' | '"' => {
                    before.is_some_and(char::is_alphabetic) && next.is_some_and(char::is_alphabetic)
                }
                _ => false,
            };
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(begun)) => {
                words.push(begun..at);
                start = None;
            }
            _ => {}
        }
        before = Some(c);
    }
    if let Some(begun) = start {
        words.push(begun..folded.len());
    }
    join_particles(folded, words)
}

/// Joins what Persian writes together, apart or with a joiner: مي‌توانند, مي توانند, ميتوانند.
fn join_particles(folded: &str, words: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(words.len());
    let mut open = false;
    for word in words {
        let text = chars::cut(folded, word.start, word.end);
        let beside = joined
            .last()
            .is_some_and(|last| chars::cut(folded, last.end, word.start) == " ");
        let suffix = matches!(text, "ها" | "هاي" | "هايي");
        match joined.last_mut() {
            Some(last) if beside && (open || suffix) => last.end = word.end,
            _ => joined.push(word.clone()),
        }
        open = matches!(text, "مي" | "نمي");
    }
    joined
}

/// A word without the signs inside it: grouping commas, apostrophes, quotes and the blank of a joined particle.
fn joined_word(word: &str) -> String {
    if word
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    {
        return number(word);
    }
    word.chars()
        .filter(|c| !matches!(c, '\'' | '"' | ' '))
        .collect()
}

/// `1,000` is a thousand, `7,5` is seven and a half.
fn number(word: &str) -> String {
    let groups: Vec<&str> = word.split(',').collect();
    match groups.as_slice() {
        [whole, part] if part.len() != 3 && !part.contains('.') && !whole.contains('.') => {
            format!("{whole}.{part}")
        }
        _ => groups.concat(),
    }
}
