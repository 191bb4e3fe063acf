//! Numbers, words and signs of a folded text.

use sanad_text::{fold, sanitise};

/// The first halves of units that are sometimes written as two words.
const UNIT_BEGINNINGS: [&str; 8] = [
    "ميلي",
    "ملي",
    "مللي",
    "ميللي",
    "ميكرو",
    "مايكرو",
    "كيلو",
    "ديسي",
];
/// How their second halves begin.
const UNIT_ENDINGS: [&str; 5] = ["غرام", "جرام", "لتر", "مول", "متر"];

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number by its value, such as `0.5`.
    Number(String),
    /// A word, folded.
    Word(String),
    /// Any other character.
    Sign(char),
}

/// The parts of a text in order; letters and digits that touch are two parts, as in `5mg`.
pub(super) fn split(text: &str) -> Vec<Token> {
    let folded = fold(&sanitise(text).text).text;
    let characters: Vec<char> = folded.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&first) = characters.get(at) {
        let length = if first.is_ascii_digit() {
            let length = number_length(&characters[at..]);
            let digits: String = characters[at..at + length].iter().collect();
            let sign = if is_negative(&characters[..at], tokens.last()) {
                "-"
            } else {
                ""
            };
            if !sign.is_empty() {
                tokens.pop();
            }
            tokens.push(Token::Number(format!("{sign}{}", value(&digits))));
            length
        } else if first.is_alphabetic() {
            let in_word = |c: &char| c.is_alphabetic() || *c == '\'';
            let rest = characters[at..].iter().take_while(|c| in_word(c));
            let word: String = rest.collect();
            let length = word.chars().count();
            push_word(&mut tokens, word);
            length
        } else {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(first));
            }
            1
        };
        at += length;
    }
    tokens
}

/// Adds a word; one of the halves of a unit that is written apart, as in ميلي غرام, is joined to the other.
fn push_word(tokens: &mut Vec<Token>, word: String) {
    if let Some(Token::Word(last)) = tokens.last_mut()
        && UNIT_BEGINNINGS.contains(&last.as_str())
        && UNIT_ENDINGS.iter().any(|ending| word.starts_with(ending))
    {
        last.push_str(&word);
        return;
    }
    tokens.push(Token::Word(word));
}

/// A word and what is left of it without the small words that Arabic writes on to it.
pub(super) fn forms(word: &str) -> impl Iterator<Item = &str> {
    let without = |word: &'_ str, letters: &[char]| -> Option<usize> {
        word.starts_with(letters)
            .then(|| word.chars().next().map_or(0, char::len_utf8))
    };
    let after_and = without(word, &['و', 'ف']).and_then(|length| word.get(length..));
    let each = std::iter::once(word).chain(after_and);
    each.flat_map(move |word| {
        let attached = without(word, &['ب', 'ل', 'ك']).and_then(|length| word.get(length..));
        let article = word.strip_prefix("ال");
        let both = attached.and_then(|word| word.strip_prefix("ال"));
        let merged = word.strip_prefix("لل");
        [Some(word), attached, article, both, merged]
            .into_iter()
            .flatten()
    })
}

/// How many characters a number has, with a point or comma only between digits.
fn number_length(characters: &[char]) -> usize {
    let is_digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let mut length = 0;
    while is_digit(length)
        || (matches!(characters.get(length), Some('.' | ',')) && is_digit(length + 1))
    {
        length += 1;
    }
    length
}

/// A minus directly before the number, which is no dash of a range or of a name such as COVID-19.
fn is_negative(before: &[char], last: Option<&Token>) -> bool {
    if last != Some(&Token::Sign('-')) || before.last() != Some(&'-') {
        return false;
    }
    let mut earlier = before[..before.len() - 1].iter().rev();
    let touches = earlier
        .clone()
        .next()
        .is_some_and(|c| !c.is_whitespace() && *c != '(');
    let after_number = earlier
        .find(|c| !c.is_whitespace())
        .is_some_and(char::is_ascii_digit);
    !touches && !after_number
}

/// The value of digits in one spelling: a point for decimals, no groups, no zeros that mean nothing.
///
/// A comma before exactly three digits groups them, unless the number begins with 0; any other comma is a decimal sign.
fn value(digits: &str) -> String {
    let parts: Vec<&str> = digits.split(['.', ',']).collect();
    let grouped = parts.len() > 2 || (digits.contains(',') && is_group(&parts));
    let (whole, fraction) = match parts.as_slice() {
        [whole, fraction] if !grouped => ((*whole).to_owned(), *fraction),
        // 1,234.5: the last sign differs from the one that groups.
        [groups @ .., fraction]
            if parts.len() > 2 && digits.contains('.') && digits.contains(',') =>
        {
            (groups.concat(), *fraction)
        }
        all => (all.concat(), ""),
    };
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    }
}

fn is_group(parts: &[&str]) -> bool {
    let [whole, group] = parts else {
        return false;
    };
    group.len() == 3 && whole.len() <= 3 && !whole.starts_with('0')
}
