//! Numbers with the units that belong to them.

use super::tokens::{Token, forms};
use super::units::{self, Unit};

/// A number, with the unit that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    /// Its value.
    pub(super) value: String,
    /// The unit directly after it.
    pub(super) unit: Option<Unit>,
    /// Written as a word, which may stand for digits in the other text and is asked for in none.
    pub(super) in_words: bool,
}

/// Words for small numbers, folded; one is not among them, since "once" and "واحدة" say something else.
const WORDS: [(&str, &[&str]); 11] = [
    ("0.25", &["quarter", "ربع"]),
    ("0.5", &["half", "نصف"]),
    ("2", &["two", "اثنان", "اثنين", "اثنتان", "اثنتين"]),
    ("3", &["three", "ثلاث", "ثلاثه"]),
    ("4", &["four", "اربع", "اربعه"]),
    ("5", &["five", "خمس", "خمسه"]),
    ("6", &["six", "ست", "سته"]),
    ("7", &["seven", "سبع", "سبعه"]),
    ("8", &["eight", "ثماني", "ثمان", "ثمانيه"]),
    ("9", &["nine", "تسع", "تسعه"]),
    ("10", &["ten", "عشر", "عشره"]),
];

/// All numbers of a text in order.
pub(super) fn quantities(tokens: &[Token]) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Number(value) => found.push(Quantity {
                value: value.clone(),
                unit: units::after(tokens, at),
                in_words: false,
            }),
            Token::Word(word) => {
                if let Some(unit) = units::dual(word) {
                    found.push(two(unit));
                } else if let Some(value) = in_words(word) {
                    found.push(Quantity {
                        value: value.to_owned(),
                        unit: units::after(tokens, at),
                        in_words: true,
                    });
                }
            }
            Token::Sign(_) => (),
        }
    }
    found
}

fn two(unit: Unit) -> Quantity {
    Quantity {
        value: "2".to_owned(),
        unit: Some(unit),
        in_words: true,
    }
}

fn in_words(word: &str) -> Option<&'static str> {
    let of = |(_, words): &&(&str, &[&str])| forms(word).any(|form| words.contains(&form));
    WORDS.iter().find(of).map(|(value, _)| *value)
}
