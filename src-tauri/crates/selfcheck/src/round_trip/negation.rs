//! Whether a text negates or forbids something.

use sanad_text::sanitise;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::tokens::{self, Token, forms};

/// Words that negate or forbid, folded.
const CUES: [&str; 46] = [
    "not",
    "no",
    "never",
    "without",
    "none",
    "neither",
    "nor",
    "cannot",
    "cant",
    "dont",
    "non",
    "avoid",
    "avoided",
    "denies",
    "denied",
    "deny",
    "forbidden",
    "prohibited",
    "contraindicated",
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "لست",
    "ليسا",
    "ليسوا",
    "دون",
    "بدون",
    "غير",
    "عدم",
    "ممنوع",
    "ممنوعه",
    "يمنع",
    "تمنع",
    "يحظر",
    "محظور",
    "تجنب",
    "يتجنب",
    "ينفي",
    "تنفي",
    "نفي",
    "نفت",
    "بلا",
    "لايوجد",
    "لايعاني",
];
/// Words after لا that make it an affirmation or a figure of speech, folded: لا يزال, لا بد, لا سيما.
const AFTER_LA: [&str; 8] = [
    "يزال",
    "تزال",
    "يزالون",
    "ازال",
    "زال",
    "زالت",
    "بد",
    "سيما",
];
/// Words after which an unmarked الا stands for أن لا, folded.
const BEFORE_ALLA: [&str; 5] = ["يجب", "ينبغي", "يفضل", "يستحسن", "علي"];

/// Whether a text, Arabic or English, negates or forbids anything.
pub(super) fn is_negated(text: &str) -> bool {
    let tokens = tokens::split(text);
    let words: Vec<&str> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Word(word) => Some(word.as_str()),
            _ => None,
        })
        .collect();
    let cued = words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let cue = word.ends_with("n't") || forms(word).any(|form| CUES.contains(&form));
        let alla = *word == "الا" && before.is_some_and(|before| BEFORE_ALLA.contains(before));
        alla || (cue && !(forms(word).any(|form| form == "لا") && AFTER_LA.contains(&next)))
    });
    cued || has_alla(text)
}

/// Whether أَلَّا stands in a text: folded it could not be told from إلا, "except".
fn has_alla(text: &str) -> bool {
    let plain: String = sanitise(text)
        .text
        .nfc()
        .filter(|c| !is_combining_mark(*c))
        .collect();
    let mut words = plain.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "ألا" | "وألا" | "بألا" | "فألا"))
}
