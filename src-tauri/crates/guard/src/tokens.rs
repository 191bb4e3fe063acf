//! Numbers, words and signs of a line, each with its place.

use std::ops::Range;

use sanad_text::fold;

use crate::units::{self, Atom};
use crate::words;

/// What a part of a line is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A number in digits, by its value.
    Number(f64),
    /// A word, folded.
    Word(String),
    /// Any other character that is seen.
    Sign(char),
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: Kind,
    /// UTF-8 bytes of the line.
    pub(crate) range: Range<usize>,
    /// Whether nothing stands between it and the part before it.
    pub(crate) glued: bool,
    /// What a word means to figures; looked up once, since it is asked for often.
    pub(crate) sense: Sense,
}

/// What a word can be of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sense {
    /// A unit or a thing that is counted.
    pub(crate) unit: Option<Atom>,
    /// Two of a unit: قرصين.
    pub(crate) dual: Option<Atom>,
    /// A number.
    pub(crate) value: Option<f64>,
}

impl Sense {
    fn of(kind: &Kind) -> Self {
        let Kind::Word(word) = kind else {
            return Self::default();
        };
        Self {
            unit: units::atom(word),
            dual: units::dual(word),
            value: words::value(word),
        }
    }
}

impl Token {
    /// The value of a number in digits.
    pub(crate) fn number(&self) -> Option<f64> {
        match self.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// A word, folded.
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Whether it is this sign.
    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The parts of a line in order; letters and digits that touch are two parts, as in `5mg`.
pub(crate) fn split(line: &str) -> Vec<Token> {
    let characters: Vec<(usize, char)> = line.char_indices().collect();
    let end_of = |index: usize| {
        characters
            .get(index)
            .map_or(line.len(), |(place, _)| *place)
    };
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(&(start, first)) = characters.get(at) {
        let rest = &characters[at..];
        let length = if is_digit(first) {
            number_length(rest)
        } else if first.is_alphabetic() {
            rest.iter().take_while(|(_, c)| is_in_word(*c)).count()
        } else {
            1
        };
        let range = start..end_of(at + length);
        at += length;
        let text = line.get(range.clone()).unwrap_or_default();
        let kind = if is_digit(first) {
            Kind::Number(value(text))
        } else if let Some(value) = fraction(first) {
            Kind::Number(value)
        } else if first.is_alphabetic() {
            Kind::Word(fold(text).text)
        } else if first == '\n' || !first.is_whitespace() {
            Kind::Sign(plain_sign(first))
        } else {
            continue;
        };
        let glued = tokens.last().is_some_and(|last| last.range.end == start);
        let token = Token {
            sense: Sense::of(&kind),
            kind,
            range,
            glued,
        };
        push(&mut tokens, token, line);
    }
    tokens
}

/// Adds a part. A fraction that follows a number belongs to it (`1½`), and so do three zeros behind a blank (`10 000`);
/// behind a blank that holds a line together, whole hundreds do.
fn push(tokens: &mut Vec<Token>, token: Token, line: &str) {
    if let (Some(last), Kind::Number(value)) = (tokens.last_mut(), &token.kind)
        && let Kind::Number(before) = &mut last.kind
    {
        let gap = line.get(last.range.end..token.range.start);
        let text = line.get(token.range.clone()).unwrap_or_default();
        let whole = before.fract() == 0.0;
        if token.glued && whole && value.fract() > 0.0 {
            *before += value;
            last.range.end = token.range.end;
            return;
        }
        let is_group = match gap {
            Some(" ") => *value == 0.0,
            Some("\u{A0}" | "\u{202F}" | "\u{2009}") => *value % 100.0 == 0.0,
            _ => false,
        } && text.chars().count() == 3
            && whole
            && (1.0..1000.0).contains(before);
        if is_group {
            *before = *before * 1000.0 + value;
            last.range.end = token.range.end;
            return;
        }
    }
    tokens.push(token);
}

fn is_in_word(c: char) -> bool {
    c.is_alphabetic()
        || matches!(
            c,
            '\'' | '’' | '\u{0640}' | '\u{200C}' | '\u{200D}' | '\u{0670}'
        )
        || ('\u{064B}'..='\u{065F}').contains(&c)
        || ('\u{0300}'..='\u{036F}').contains(&c)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// The forms of a sign that mean the same.
fn plain_sign(c: char) -> char {
    match c {
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '٪' => '%',
        '×' | '✕' => '×',
        '⁄' | '∕' => '/',
        '≤' | '⩽' => '≤',
        '≥' | '⩾' => '≥',
        'º' | '˚' => '°',
        other => other,
    }
}

fn fraction(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        _ => return None,
    })
}

/// How many characters a number has, with a point or comma only between digits.
fn number_length(characters: &[(usize, char)]) -> usize {
    let is_digit_at = |at: usize| characters.get(at).is_some_and(|(_, c)| is_digit(*c));
    let is_separator = |at: usize| {
        let separators = ['.', ',', '\u{066B}', '\u{066C}', '\u{060C}'];
        characters
            .get(at)
            .is_some_and(|(_, c)| separators.contains(c))
    };
    let mut length = 0;
    while is_digit_at(length) || (is_separator(length) && is_digit_at(length + 1)) {
        length += 1;
    }
    length
}

/// The value of digits with their separators.
///
/// A comma before exactly three digits groups them, unless the number begins with 0; any other comma is a decimal sign.
fn value(digits: &str) -> f64 {
    let grouping_sign = digits.contains('\u{066C}');
    let digits = sanad_text::ascii_digits(digits).replace('\u{060C}', ",");
    let parts: Vec<&str> = digits.split(['.', ',']).collect();
    let text = match parts.as_slice() {
        [whole, group] if digits.contains(',') && (grouping_sign || is_group(whole, group)) => {
            format!("{whole}{group}")
        }
        [whole, fraction] => format!("{whole}.{fraction}"),
        // 1,234.5: the last sign differs from the one that groups.
        [groups @ .., fraction] if digits.contains('.') && digits.contains(',') => {
            format!("{}.{fraction}", groups.concat())
        }
        all => all.concat(),
    };
    text.parse().unwrap_or(f64::INFINITY)
}

fn is_group(whole: &str, group: &str) -> bool {
    group.len() == 3 && whole.len() <= 3 && !whole.starts_with('0')
}

/// A word and what is left of it without the small words that Arabic writes on to it, and without its endings.
pub(crate) fn forms(word: &str) -> Vec<&str> {
    let mut forms = vec![word];
    if word.is_ascii() {
        return forms;
    }
    for prefixes in [
        &["و", "ف"][..],
        &["بال", "كال", "لل", "ال", "ب", "ل", "ك"][..],
    ] {
        for form in forms.clone() {
            let bare = prefixes
                .iter()
                .filter_map(|prefix| form.strip_prefix(prefix));
            forms.extend(bare.filter(|rest| rest.chars().count() > 1));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_value_however_it_is_written() {
        for (text, wanted) in [
            ("٧٫٥", 7.5),
            ("۷٫۵", 7.5),
            ("7,5", 7.5),
            ("12,000", 12000.0),
            ("1,234.5", 1234.5),
            ("10 000", 10000.0),
            ("0,125", 0.125),
            ("1½", 1.5),
            ("½", 0.5),
            ("٢٬٥٠٠", 2500.0),
        ] {
            let tokens = split(text);
            assert_eq!(tokens.len(), 1, "{text}");
            assert_eq!(tokens[0].number(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn two_numbers_stay_two() {
        for text in ["5 100", "5-10", "120/80", "5 10", "500 mg 250"] {
            let numbers = split(text)
                .iter()
                .filter(|token| token.number().is_some())
                .count();
            assert_eq!(numbers, 2, "{text}");
        }
    }
}
