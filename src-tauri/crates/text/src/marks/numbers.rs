//! Single numbers with their signs and units.

use std::ops::Range;

use super::{Mark, Marked};
use crate::chars::{self, Kind};
use crate::language::Language;

/// A number as it stands in the text: digits with single decimal or grouping signs between them.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// UTF-8 bytes; a leading point belongs to it.
    pub(super) range: Range<usize>,
    /// Whether it holds Arabic-Indic or Persian digits.
    pub(super) eastern: bool,
    /// Whether it holds ASCII digits.
    pub(super) western: bool,
}

/// All numbers that stand by themselves, not inside a word (`B12`, `10^9` has its own).
pub(super) fn find(text: &str) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before: Option<char> = None;
    while let Some((at, c)) = chars.next() {
        let naked = matches!(c, '.' | '\u{066B}')
            && chars.peek().is_some_and(|&(_, next)| chars::is_digit(next))
            && !before.is_some_and(|before| {
                chars::kind(before) != Kind::Space && !"([{<>=~≈±+-–−/:".contains(before)
            });
        let after_letter = before.is_some_and(|before| chars::kind(before) == Kind::Ltr);
        if !naked && !chars::is_digit(c) {
            before = Some(c);
            continue;
        }
        let mut end = at + c.len_utf8();
        let mut eastern = chars::is_eastern_digit(c);
        let mut western = c.is_ascii_digit();
        let mut last = c;
        while let Some(&(place, next)) = chars.peek() {
            let digit_follows = || {
                let mut rest = chars.clone();
                rest.next();
                rest.next().is_some_and(|(_, after)| chars::is_digit(after))
            };
            let separator = matches!(next, '.' | ',' | '\u{066B}' | '\u{066C}' | '\u{060C}');
            if chars::is_digit(next) {
                eastern |= chars::is_eastern_digit(next);
                western |= next.is_ascii_digit();
            } else if !(separator && chars::is_digit(last) && digit_follows()) {
                break;
            }
            end = place + next.len_utf8();
            last = next;
            chars.next();
        }
        if !after_letter {
            numbers.push(Number {
                range: at..end,
                eastern,
                western,
            });
        }
        before = Some(last);
    }
    numbers
}

impl Number {
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        chars::cut(text, self.range.start, self.range.end)
    }

    /// What is wrong with this number and its unit.
    pub(super) fn marks(&self, text: &str, language: Language) -> Vec<Marked> {
        let mut found = Vec::new();
        let stored = self.text(text);
        let behind = chars::cut(text, self.range.end, text.len());
        let whole = stored.chars().all(chars::is_digit);
        if whole && !behind.trim_start().starts_with(['U', 'u']) {
            return found;
        }
        let number = chars::ascii_digits(stored).replace('\u{060C}', ",");
        let unit = Unit::behind(behind);
        let mark = |mark| Marked {
            range: self.range.clone(),
            mark,
        };
        if let Some(digits) = number.strip_prefix('.') {
            found.push(mark(Mark::NakedDecimal {
                value: format!("0.{digits}"),
            }));
        } else if language != Language::French && unit.any && is_decimal_comma(&number) {
            found.push(mark(Mark::DecimalComma {
                value: number.replace(',', "."),
            }));
        } else if let Some((whole, zeros)) = number.split_once('.')
            && zeros.chars().all(|c| c == '0')
            && !unit.measured
            && (unit.any || !self.follows_analyte(text))
            && !touches_word(behind, unit.any)
        {
            found.push(mark(Mark::TrailingZero {
                value: whole.to_owned(),
            }));
        }
        if let Some(place) = unit.letter_u {
            let start = self.range.end + place;
            found.push(Marked {
                range: start..start + 1,
                mark: Mark::UnitU,
            });
        }
        found
    }

    /// Whether the word before names something that laboratories report with a zero (`pH 7.0`, `INR 2.0`).
    fn follows_analyte(&self, text: &str) -> bool {
        let before = chars::cut(text, 0, self.range.start);
        let word = before.trim_end_matches([' ', ':', '=', '<', '>', '≥', '≤']);
        let start = word
            .char_indices()
            .rev()
            .take(12)
            .take_while(|(_, c)| !c.is_whitespace())
            .last()
            .map_or(word.len(), |(at, _)| at);
        ANALYTES.contains(&chars::cut(word, start, word.len()).to_lowercase().as_str())
    }
}

const ANALYTES: &[&str] = &[
    "ph",
    "inr",
    "na",
    "na+",
    "k",
    "k+",
    "cl",
    "cl-",
    "ca",
    "ca2+",
    "hb",
    "hgb",
    "hba1c",
    "a1c",
    "wbc",
    "rbc",
    "tsh",
    "t3",
    "t4",
    "crp",
    "esr",
    "bmi",
    "v",
    "version",
    "score",
    "or",
    "rr",
    "hr",
    "ratio",
    "albumin",
    "creatinine",
];

/// Units that a laboratory or a device measures in: a zero behind the point is precision there, not a dose.
const MEASURED: &[&str] = &[
    "mmhg", "kpa", "cmh2o", "cm", "mm", "m", "kg", "°c", "c", "°f", "f", "%", "gy", "kg/m2",
    "kg/m²",
];

/// What stands behind a number.
#[derive(Default)]
struct Unit {
    /// Any unit at all, of any script.
    any: bool,
    /// A concentration or a measured quantity.
    measured: bool,
    /// Where a `U` for units stands, in bytes behind the number.
    letter_u: Option<usize>,
}

impl Unit {
    fn behind(behind: &str) -> Self {
        let blank = behind.len() - behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']).len();
        let rest = chars::cut(behind, blank, behind.len());
        if blank > 2 {
            return Self::default();
        }
        let word: String = rest
            .chars()
            .take(24)
            .take_while(|&c| {
                matches!(chars::kind(c), Kind::Ltr | Kind::Rtl | Kind::Mark)
                    || matches!(c, '/' | '%' | '٪' | '°' | '²')
            })
            .collect();
        let lower = word.to_lowercase();
        let latin = crate::units::is_unit(&word);
        Self {
            any: latin
                || matches!(lower.chars().next(), Some('%' | '٪' | '°'))
                || crate::units::counts("1", word.trim_end_matches('/')),
            measured: MEASURED.contains(&lower.as_str())
                || ["/l", "/dl", "/ml", "/µl", "/μl", "/mm"]
                    .iter()
                    .any(|per| lower.ends_with(per)),
            letter_u: (matches!(word.as_str(), "U" | "u")
                || [
                    "U/kg", "u/kg", "U/h", "u/h", "U/hr", "u/hr", "U/day", "u/day", "U/mL", "U/ml",
                ]
                .contains(&word.as_str()))
            .then_some(blank),
        }
    }
}

/// Whether a letter or digit goes on directly behind the number, so that it is a code (`5.0b`, `1.0.2`).
fn touches_word(behind: &str, unit: bool) -> bool {
    let mut chars = behind.chars();
    match chars.next() {
        Some(c) if matches!(chars::kind(c), Kind::Ltr) => !unit,
        Some('.') => chars.next().is_some_and(chars::is_digit),
        _ => false,
    }
}

/// One comma with one or two digits behind it, or with a zero before it: no thousands can be meant.
fn is_decimal_comma(number: &str) -> bool {
    let Some((whole, part)) = number.split_once(',') else {
        return false;
    };
    !part.contains([',', '.']) && !whole.contains('.') && (part.len() != 3 || whole == "0")
}

/// Every `µg`, with either of Unicode's two micro signs.
pub(super) fn micro_signs(text: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    if !text.contains(['µ', 'μ']) {
        return found;
    }
    for (at, c) in text
        .char_indices()
        .filter(|&(_, c)| matches!(c, '\u{B5}' | '\u{3BC}'))
    {
        let end = at + c.len_utf8() + 1;
        let after_letter = chars::cut(text, 0, at)
            .chars()
            .next_back()
            .is_some_and(char::is_alphabetic);
        let Some(rest) = text.get(end..) else {
            continue;
        };
        let is_gram = text.get(end - 1..end) == Some("g");
        if is_gram && !after_letter && !rest.chars().next().is_some_and(char::is_alphanumeric) {
            found.push(Marked {
                range: at..end,
                mark: Mark::MicroSign,
            });
        }
    }
    found
}
