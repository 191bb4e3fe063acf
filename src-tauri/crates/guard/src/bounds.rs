//! Words and signs that make a limit of a number.

use std::ops::Range;

use crate::tokens::{Kind, Token};

/// Which side a limit is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// It is none.
    None,
    /// What is meant lies below, or there at most.
    Upper,
    /// What is meant lies above, or there at least.
    Lower,
}

const UPPER_BEFORE: &[&str] = &[
    "less than",
    "lower than",
    "fewer than",
    "below",
    "under",
    "no more than",
    "not more than",
    "at most",
    "maximum",
    "maximum of",
    "max",
    "max of",
    "smaller than",
    "not exceed",
    "not exceeding",
    "not to exceed",
    "never exceed",
    "without exceeding",
    "don't exceed",
    "falls below",
    "fall below",
    "اقل من",
    "دون",
    "تحت",
    "ادني من",
    "اصغر من",
    "اقصاه",
    "اقصاها",
    "اقصي",
    "الاقصي",
    "لا يتجاوز",
    "لا تتجاوز",
    "الا يتجاوز",
    "الا تتجاوز",
    "عدم تجاوز",
    "دون تجاوز",
    "لا يزيد عن",
    "لا تزيد عن",
    "لا يزيد علي",
    "لا تزيد علي",
    "كمتر از",
    "قلت عن",
    "يقل عن",
    "تقل عن",
];

const LOWER_BEFORE: &[&str] = &[
    "more than",
    "greater than",
    "higher than",
    "above",
    "at least",
    "exceed",
    "exceeds",
    "exceeding",
    "تتجاوز",
    "يتجاوز",
    "تجاوز",
    "تجاوزت",
    "minimum",
    "minimum of",
    "no less than",
    "not less than",
    "over the age of",
    "older than",
    "اكثر من",
    "اعلي من",
    "اكبر من",
    "فوق",
    "لا يقل عن",
    "لا تقل عن",
    "يزيد عن",
    "يزيد علي",
    "تزيد عن",
    "تزيد علي",
    "زاد عن",
    "زاد علي",
    "زادت عن",
    "زادت علي",
    "بيشتر از",
];

const UPPER_BEHIND: &[&str] = &[
    "or less",
    "or below",
    "or lower",
    "at most",
    "علي الاكثر",
    "فما دون",
    "او اقل",
    "كحد اقصي",
];

const LOWER_BEHIND: &[&str] = &[
    "or more",
    "or above",
    "or higher",
    "and above",
    "at least",
    "علي الاقل",
    "فما فوق",
    "او اكثر",
    "فاكثر",
];

/// The longest phrase has so many words.
const MOST_WORDS: usize = 4;

/// A limit of doses, and of anything else only its height: `fever up to 39 °C`.
const UP_TO: &[&str] = &["up to", "حتي", "تصل الي", "يصل الي"];

/// What the signs and words around a figure say. The longer phrase counts: `no more than` before `more than`.
pub(crate) fn of(tokens: &[Token], figure: &Range<usize>, is_of_treatment: bool) -> Bound {
    let signs = tokens.get(..figure.start).unwrap_or_default();
    match signs.last().map(|token| &token.kind) {
        Some(Kind::Sign('<' | '≤')) => return Bound::Upper,
        Some(Kind::Sign('>' | '≥')) => return Bound::Lower,
        Some(Kind::Sign('=')) => match signs.iter().rev().nth(1).map(|token| &token.kind) {
            Some(Kind::Sign('<')) => return Bound::Upper,
            Some(Kind::Sign('>')) => return Bound::Lower,
            _ => {}
        },
        _ => {}
    }
    let before = phrase(signs.iter().rev());
    let behind = phrase(tokens.get(figure.end..).unwrap_or_default().iter());
    let before: Vec<&str> = before.into_iter().rev().collect();
    for count in (1..=MOST_WORDS).rev() {
        let last = before
            .len()
            .checked_sub(count)
            .and_then(|from| before.get(from..));
        if let Some(bound) = last.and_then(|words| known(words, UPPER_BEFORE, LOWER_BEFORE)) {
            return bound;
        }
        if let Some(bound) = behind
            .get(..count)
            .and_then(|words| known(words, UPPER_BEHIND, LOWER_BEHIND))
        {
            return bound;
        }
    }
    if is_of_treatment && (1..=2).any(|count| ends_with(&before, count, UP_TO)) {
        return Bound::Upper;
    }
    parted(&before).unwrap_or(Bound::None)
}

fn ends_with(words: &[&str], count: usize, phrases: &[&str]) -> bool {
    let last = words
        .len()
        .checked_sub(count)
        .and_then(|from| words.get(from..));
    last.is_some_and(|last| phrases.contains(&last.join(" ").as_str()))
}

/// Verbs of more and less may have their subject before the number: زاد البوتاسيوم على 6, لا يتجاوز البالغ 4 غ.
fn parted(before: &[&str]) -> Option<Bound> {
    let exceeds = |word: &&str| {
        let bare = word.trim_start_matches(['و', 'ف']);
        matches!(
            bare,
            "يتجاوز" | "تتجاوز" | "يتجاوزوا" | "exceed" | "exceeds"
        )
    };
    if let Some(at) = before.iter().position(exceeds) {
        let negation = at
            .checked_sub(1)
            .and_then(|at| before.get(at))
            .map(|word| word.trim_start_matches('و'));
        let is_negated = matches!(negation, Some("لا" | "الا" | "not" | "never" | "don't"));
        return Some(if is_negated {
            Bound::Upper
        } else {
            Bound::Lower
        });
    }
    let (last, rest) = before.split_last()?;
    if !matches!(*last, "علي" | "عن") {
        return None;
    }
    let verb = |stems: &[&str]| {
        rest.iter().any(|word| {
            let bare = word.trim_start_matches(['و', 'ف']);
            stems
                .iter()
                .any(|stem| bare == *stem || bare.strip_suffix('ت') == Some(stem))
        })
    };
    if verb(&["زاد", "يزيد", "تزيد", "ارتفع", "يرتفع", "ترتفع"]) {
        Some(Bound::Lower)
    } else if verb(&["قل", "يقل", "تقل", "نقص", "ينقص", "انخفض", "ينخفض", "تنخفض"])
    {
        Some(Bound::Upper)
    } else {
        None
    }
}

/// The words next to a figure, the nearest first; an equals sign or an article in between counts for nothing.
fn phrase<'t>(tokens: impl Iterator<Item = &'t Token>) -> Vec<&'t str> {
    tokens.map_while(Token::word).take(MOST_WORDS).collect()
}

fn known(words: &[&str], upper: &[&str], lower: &[&str]) -> Option<Bound> {
    let phrase = words.join(" ");
    let without_and = phrase.strip_prefix('و').unwrap_or(&phrase);
    let is_in = |list: &[&str]| list.contains(&phrase.as_str()) || list.contains(&without_and);
    if is_in(upper) {
        Some(Bound::Upper)
    } else if is_in(lower) {
        Some(Bound::Lower)
    } else {
        None
    }
}
