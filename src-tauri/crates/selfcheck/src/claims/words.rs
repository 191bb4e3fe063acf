//! The clauses of an answer and the words that it shares with a claim.

use sanad_text::{fold, sanitise, search_tokens};

use super::cues::{self, Cue};

/// A part of an answer that says one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// Its words, folded, in order.
    pub(super) words: Vec<String>,
    /// It begins with "but", "however", لكن.
    pub(super) contrast: bool,
    /// It ends with a question mark.
    pub(super) question: bool,
    /// It ends with a colon: a heading, or the beginning of what is offered.
    pub(super) heading: bool,
    /// The sign after its first word, if one stands there.
    pub(super) pause: bool,
}

/// The clauses of a text: sentences, cut again where a contrast begins.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let text = sanitise(text).text.replace(['*', '#', '`', '_'], " ");
    let mut clauses = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest
            .char_indices()
            .find(|(at, c)| ends_sentence(rest, *at, *c));
        let (sentence, sign, after) = match end {
            Some((at, c)) => {
                let (sentence, tail) = rest.split_at(at);
                (sentence, c, tail.strip_prefix(c).unwrap_or_default())
            }
            None => (rest, '.', ""),
        };
        push_clauses(sentence, sign, &mut clauses);
        rest = after;
    }
    clauses
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '!' | '?' | '؟' | '\n' | ';' | '؛' | '…' | ':' => true,
        // A point inside a number or an abbreviation ends nothing.
        '.' => text
            .split_at(at + 1)
            .1
            .chars()
            .next()
            .is_none_or(|next| next.is_whitespace() || next == '.'),
        _ => false,
    }
}

fn push_clauses(sentence: &str, sign: char, clauses: &mut Vec<Clause>) {
    let folded = fold(sentence).text;
    let mut clause = Clause {
        pause: pauses(&folded),
        ..Clause::default()
    };
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '\'');
    let words = words
        .map(|word| word.trim_matches('\''))
        .filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_owned).collect();
    for (at, word) in words.iter().enumerate() {
        if cues::begins(&words[at..], Cue::Contrast) {
            if !clause.words.is_empty() {
                clauses.push(std::mem::take(&mut clause));
            }
            clause.contrast = true;
        }
        clause.words.push(word.clone());
    }
    if clause.words.is_empty() {
        return;
    }
    clause.question = matches!(sign, '?' | '؟');
    clause.heading = sign == ':';
    clauses.push(clause);
}

/// Whether a sign or nothing follows the first word: "No, ..." and "لا." answer, "No fever" does not.
fn pauses(folded: &str) -> bool {
    let trimmed = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let after = trimmed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '\'');
    after
        .trim_start()
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric())
}

/// The words of a claim that carry its meaning, each once.
pub(super) fn content(claim: &str) -> Vec<String> {
    let mut content: Vec<String> = Vec::new();
    for token in search_tokens(claim) {
        let word = token.keys.first().cloned().unwrap_or_default();
        if word.chars().count() >= 3
            && !cues::is_small(&word)
            && !content.iter().any(|known| alike(known, &word))
        {
            content.push(word);
        }
    }
    content
}

/// The share of a claim's content, from 0 to 1, that stands among some words.
pub(super) fn share<'a>(
    content: &[String],
    words: impl Iterator<Item = &'a String> + Clone,
) -> f64 {
    let found = content
        .iter()
        .filter(|wanted| words.clone().any(|word| alike(wanted, word)));
    found.count() as f64 / content.len().max(1) as f64
}

/// Whether two folded words are forms of one: the same stem, or the same beginning of at least five letters.
fn alike(first: &str, second: &str) -> bool {
    if first == second {
        return true;
    }
    let (first, second) = (stem(first), stem(second));
    if first == second {
        return true;
    }
    let common = first
        .chars()
        .zip(second.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let shorter = first.chars().count().min(second.chars().count());
    common >= 5 || (common >= 4 && common == shorter && first.is_ascii())
}

/// A word without article, endings and, in Arabic, the letter of the verb's person.
fn stem(word: &str) -> String {
    let token = search_tokens(word).into_iter().next();
    let stem = token.and_then(|token| token.keys.get(1).or(token.keys.first()).cloned());
    let stem = stem.unwrap_or_default();
    let rest = stem.strip_prefix(['ي', 'ت', 'ن', 'ل', 'ب', 'و', 'ف']);
    match rest {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => stem,
    }
}
