//! Warns of what pasted or imported text may hide.
//!
//! Imported text keeps its bytes; the warnings say where a reader may see something else than what is stored.
//! It must never change the text, and never warn of the marks that our own exports write.

use std::ops::Range;

use serde::Serialize;

use crate::chars::{self, Kind};
use crate::sanitise;
use crate::units;

/// A place of a text that needs a second look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// UTF-8 bytes.
    pub range: Range<usize>,
    /// What is the matter.
    pub kind: WarningKind,
}

/// What is the matter with a place of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum WarningKind {
    /// An override or embedding lays out what follows in another order (`U+202A` to `U+202E`).
    Override,
    /// An isolate or embedding without its end, or an end without its beginning.
    Unbalanced,
    /// Tag characters, which spell text that nobody sees.
    InvisibleTag {
        /// What they spell.
        spells: String,
    },
    /// An invisible character beside or between digits.
    ControlTouchesDigit,
    /// Letters or digits of another alphabet inside a dose or unit, or a letter in place of a digit.
    LookAlike {
        /// What it looks like, in ASCII.
        looks_like: String,
    },
}

/// Everything in a text that needs a second look, in order.
#[must_use]
pub fn inspect(text: &str) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if text.contains(|c| sanitise::is_removed(c) || sanitise::is_joiner(c)) {
        controls(text, &mut warnings);
        balance(text, &mut warnings);
    }
    if text.contains(|c| look_alike(c).is_some())
        || text.contains(|c: char| c.is_ascii_digit()) && text.contains(['O', 'o', 'l', 'I'])
    {
        look_alikes(text, &mut warnings);
    }
    warnings.sort_by_key(|warning| (warning.range.start, warning.range.end));
    warnings
}

fn controls(text: &str, warnings: &mut Vec<Warning>) {
    let mut before: Option<char> = None;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        if sanitise::is_tag(c) {
            let mut spells = String::new();
            let mut last = end;
            let mut tag = Some(c);
            while let Some(c) = tag {
                spells.extend(char::from_u32(u32::from(c) - 0xE0000).filter(|c| !c.is_control()));
                tag =
                    characters
                        .next_if(|&(_, next)| sanitise::is_tag(next))
                        .map(|(place, next)| {
                            last = place + next.len_utf8();
                            next
                        });
            }
            warnings.push(Warning {
                range: at..last,
                kind: WarningKind::InvisibleTag { spells },
            });
        } else if matches!(c, '\u{202A}'..='\u{202E}') {
            if c != '\u{202C}' {
                warnings.push(Warning {
                    range: at..end,
                    kind: WarningKind::Override,
                });
            }
        } else if sanitise::is_removed(c) || sanitise::is_joiner(c) {
            let behind = characters.peek().map(|&(_, next)| next);
            let digit = |c: Option<char>| c.is_some_and(|c| chars::kind(c) == Kind::Digit);
            let touches = match c {
                // Our own exports write these two at the edges of a run.
                '\u{200E}' | '\u{2066}'..='\u{2069}' => {
                    digit(before) && digit(behind)
                        || digit(before) && behind.is_some_and(is_operator)
                        || before.is_some_and(is_operator) && digit(behind)
                }
                _ => digit(before) || digit(behind),
            };
            if touches && !matches!(c, '\t') {
                warnings.push(Warning {
                    range: at..end,
                    kind: WarningKind::ControlTouchesDigit,
                });
            }
        }
        before = Some(c);
    }
}

fn is_operator(c: char) -> bool {
    matches!(
        c,
        '-' | '–' | '−' | '.' | ',' | ':' | '/' | '×' | '±' | '٫' | '٬'
    )
}

/// Isolates and embeddings without partner, by paragraph.
fn balance(text: &str, warnings: &mut Vec<Warning>) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let unbalanced = |at: usize| Warning {
        range: at..at + 3,
        kind: WarningKind::Unbalanced,
    };
    for (at, c) in text.char_indices() {
        match c {
            '\u{2066}'..='\u{2068}' | '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => {
                open.push((at, c))
            }
            '\u{2069}' => match open
                .iter()
                .rposition(|(_, c)| matches!(c, '\u{2066}'..='\u{2068}'))
            {
                Some(partner) => {
                    warnings.extend(open.drain(partner..).skip(1).map(|(at, _)| unbalanced(at)));
                }
                None => warnings.push(unbalanced(at)),
            },
            '\u{202C}' => match open.last() {
                Some((_, '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}')) => {
                    open.pop();
                }
                _ => warnings.push(unbalanced(at)),
            },
            '\n' | '\r' | '\u{2029}' => {
                warnings.extend(open.drain(..).map(|(at, _)| unbalanced(at)))
            }
            _ => {}
        }
    }
    warnings.extend(open.into_iter().map(|(at, _)| unbalanced(at)));
}

fn look_alikes(text: &str, warnings: &mut Vec<Warning>) {
    let mut after_number = false;
    let mut letter_for_digit: Option<(Range<usize>, String)> = None;
    let mut at = 0;
    for token in text
        .split_inclusive(|c: char| c.is_whitespace() || matches!(c, '،' | '؛' | ';' | '(' | ')'))
    {
        let bare = token.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '.' | ',' | ':' | ';' | '(' | ')' | '،' | '؛' | '*' | '!' | '?' | '؟'
                )
        });
        let start = at + token.find(bare).unwrap_or(0);
        at += token.len();
        if bare.is_empty() {
            continue;
        }
        let range = start..start + bare.len();
        let looks_like = skeleton(bare);
        let dose = after_number || looks_like.chars().any(|c| c.is_ascii_digit());
        if looks_like != bare {
            let reads_as_value = looks_like.is_ascii()
                && (units::is_unit(&looks_like)
                    || units::is_joined_quantity(&looks_like)
                    || is_number(&looks_like));
            let mixed = bare.split(['-', '/', '–', '(', ')']).any(mixes_alphabets);
            if (dose && reads_as_value) || mixed {
                warnings.push(Warning {
                    range: range.clone(),
                    kind: WarningKind::LookAlike {
                        looks_like: looks_like.clone(),
                    },
                });
            }
        }
        if let Some((range, looks_like)) = letter_for_digit.take()
            && units::is_unit(bare)
        {
            warnings.push(Warning {
                range,
                kind: WarningKind::LookAlike { looks_like },
            });
        }
        letter_for_digit = digits_for_letters(bare).map(|looks_like| (range, looks_like));
        after_number = is_number(&looks_like);
    }
}

fn is_number(token: &str) -> bool {
    token.chars().any(|c| c.is_ascii_digit())
        && token.chars().all(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '/' | ':' | '%' | '<' | '>' | '=')
        })
}

/// A text with every character that cannot be seen, or that moves others, spelled as `⟨U+202E⟩`.
#[must_use]
pub fn spelled_out(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for c in text.chars() {
        if sanitise::is_removed(c) || sanitise::is_joiner(c) {
            spelled.push_str(&format!("⟨U+{:04X}⟩", u32::from(c)));
        } else {
            spelled.push(c);
        }
    }
    spelled
}

/// A word with letters of the Latin and of another alphabet that look alike.
fn mixes_alphabets(word: &str) -> bool {
    word.chars().any(|c| c.is_ascii_alphanumeric()) && word.chars().any(|c| look_alike(c).is_some())
}

/// A number in which letters stand for digits (`1O`, `l0`), as the number that it looks like.
fn digits_for_letters(token: &str) -> Option<String> {
    let likely = token
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, 'O' | 'o' | 'l' | 'I' | '.' | ','));
    let digits = token.chars().filter(char::is_ascii_digit).count();
    let letters = token.chars().filter(char::is_ascii_alphabetic).count();
    (likely && digits > 0 && letters > 0 && !units::is_joined_quantity(token)).then(|| {
        token
            .chars()
            .map(|c| match c {
                'O' | 'o' => '0',
                'l' | 'I' => '1',
                _ => c,
            })
            .collect()
    })
}

/// A token with every look-alike replaced by what it looks like.
fn skeleton(token: &str) -> String {
    token.chars().map(|c| look_alike(c).unwrap_or(c)).collect()
}

/// The ASCII character that a letter or digit of another alphabet looks like.
fn look_alike(c: char) -> Option<char> {
    let ascii = match c {
        // Cyrillic
        'а' => 'a',
        'с' => 'c',
        'ԁ' => 'd',
        'е' => 'e',
        'һ' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'о' => 'o',
        'р' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' => 't',
        'у' => 'y',
        'х' => 'x',
        'ԝ' => 'w',
        'А' => 'A',
        'В' => 'B',
        'С' => 'C',
        'Е' => 'E',
        'Н' => 'H',
        'І' => 'I',
        'Ј' => 'J',
        'К' => 'K',
        'М' => 'M',
        'О' => 'O',
        'Р' => 'P',
        'Ѕ' => 'S',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'Ԍ' => 'G',
        'З' => '3',
        // Greek, without the letters that names of substances are written with
        'Α' => 'A',
        'Β' => 'B',
        'Ε' => 'E',
        'Ζ' => 'Z',
        'Η' => 'H',
        'Ι' => 'I',
        'Κ' => 'K',
        'Μ' => 'M',
        'Ν' => 'N',
        'Ο' => 'O',
        'Ρ' => 'P',
        'Τ' => 'T',
        'Υ' => 'Y',
        'Χ' => 'X',
        'ο' => 'o',
        'ν' => 'v',
        'ι' => 'i',
        'υ' => 'u',
        // Latin letters of other uses
        'ɡ' => 'g',
        'ı' => 'i',
        'ℓ' => 'l',
        'ⅼ' => 'l',
        'ⅿ' => 'm',
        'ᴍ' => 'm',
        'ǀ' => 'l',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0)?,
        '\u{1D7CE}'..='\u{1D7FF}' => char::from_digit((u32::from(c) - 0x1D7CE) % 10, 10)?,
        '\u{1D400}'..='\u{1D6A3}' => {
            let place = (u32::from(c) - 0x1D400) % 52;
            char::from_u32(if place < 26 {
                65 + place
            } else {
                97 + place - 26
            })?
        }
        _ => return None,
    };
    Some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        inspect(text)
            .iter()
            .map(|warning| match warning.kind {
                WarningKind::Override => "override",
                WarningKind::Unbalanced => "unbalanced",
                WarningKind::InvisibleTag { .. } => "tag",
                WarningKind::ControlTouchesDigit => "control",
                WarningKind::LookAlike { .. } => "look-alike",
            })
            .collect()
    }

    #[test]
    fn what_hides_a_dose_is_found() {
        for (text, expected) in [
            ("Give \u{202E}50\u{202C} mg", vec!["override"]),
            ("Give \u{202E}50 mg", vec!["override", "unbalanced"]),
            ("\u{2066}5 mg", vec!["unbalanced"]),
            ("5 mg\u{2069}", vec!["unbalanced"]),
            ("5\u{200B}0 mg", vec!["control"]),
            ("5\u{200F}-10", vec!["control"]),
            ("5\u{00AD}0 mg", vec!["control"]),
            ("dose\u{E0035}\u{E0030}", vec!["tag"]),
            ("5 мg", vec!["look-alike"]),
            ("5 ｍｇ", vec!["look-alike"]),
            ("１０ mg", vec!["look-alike"]),
            ("5Ο mg", vec!["look-alike"]),
            ("1O mg", vec!["look-alike"]),
            ("l0 mg", vec!["look-alike"]),
            ("Аmoxicillin", vec!["look-alike"]),
            ("𝟓 mg", vec!["look-alike"]),
        ] {
            assert_eq!(kinds(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_spelled() {
        assert_eq!(
            spelled_out("Give \u{202E}50\u{202C} mg\u{E0035}"),
            "Give ⟨U+202E⟩50⟨U+202C⟩ mg⟨U+E0035⟩"
        );
    }

    #[test]
    fn ordinary_clinical_text_raises_no_warning() {
        for text in [
            "أعط 5-10 mg كل 8 ساعات",
            "β-blocker 5 µg/kg, 5 μg, TNF-α, κ-light chains, 10 kΩ",
            "می\u{200C}توانند 5 میلی\u{200C}گرم بگیرند",
            "1l of saline, CO2 5 l, 10 ml",
            "\u{200E}5-10 mg\u{200E}\u{200F} يوميًا",
            "Прием 5 мг",
            "👩\u{200D}⚕️ 5 mg",
        ] {
            assert_eq!(inspect(text), [], "{text:?}");
        }
    }
}
