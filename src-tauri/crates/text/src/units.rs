//! The words that numbers are measured or counted in, and the words that join two numbers.
//!
//! A number before a unit belongs to it; before any other word it may belong to what stands before it.
//! The words themselves are kept in `data/units.txt`.

use std::collections::HashSet;
use std::sync::OnceLock;

const DATA: &str = include_str!("../data/units.txt");

struct Words {
    latin: HashSet<&'static str>,
    right_to_left: HashSet<&'static str>,
    numbered: HashSet<&'static str>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut words = Words {
            latin: HashSet::new(),
            right_to_left: HashSet::new(),
            numbered: HashSet::new(),
        };
        let mut section = &mut words.latin;
        for line in DATA.lines().filter(|line| !line.starts_with('#')) {
            match line {
                "[latin]" => section = &mut words.latin,
                "[right-to-left]" => section = &mut words.right_to_left,
                "[numbered]" => section = &mut words.numbered,
                _ => section.extend(line.split_whitespace()),
            }
        }
        words
    })
}

/// Whether a Latin word, alone or with slashes (`mg/kg/day`), is a unit or a counted noun.
pub(crate) fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')']);
    !word.is_empty()
        && !word.starts_with(|c: char| c.is_numeric())
        && word.split(['/', '·', '.']).all(|part| {
            if !part.is_empty() && part.chars().all(char::is_numeric) {
                return true;
            }
            let part = part
                .trim_end_matches(|c: char| c.is_numeric() || matches!(c, '^' | '-' | '−' | '⁻'));
            let lower = part.to_lowercase();
            !lower.is_empty() && words().latin.contains(lower.as_str())
        })
}

/// Whether a word is a unit or the beginning of one, in any of our scripts.
pub(crate) fn begins_unit(word: &str) -> bool {
    let lower = word.to_lowercase();
    let folded = plain_letters(&lower);
    !lower.is_empty()
        && (words().latin.iter().any(|unit| unit.starts_with(&lower))
            || (!folded.is_empty()
                && words()
                    .right_to_left
                    .iter()
                    .any(|unit| unit.starts_with(&folded))))
}

/// Whether a token is a number with a unit written onto it: `500mg`, `8h`, `7.5%`.
pub(crate) fn is_joined_quantity(token: &str) -> bool {
    let rest = token.trim_start_matches(|c: char| {
        c.is_numeric() || matches!(c, '.' | ',' | '\u{066B}' | '-' | '–')
    });
    rest.len() < token.len() && (matches!(rest, "%" | "‰" | "٪") || is_unit(rest))
}

/// Whether a Latin word joins two values: `5 to 10 mg`, `3 x 500 mg`.
pub(crate) fn is_joining_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "to" | "vs"
            | "and"
            | "or"
            | "x"
            | "per"
            | "by"
            | "of"
            | "over"
            | "then"
            | "à"
            | "et"
            | "ou"
    )
}

/// Whether the number before a right-to-left word counts it (`500 mg 2 مرات`) or is measured in it (`625 مجم`).
///
/// Beside the list two rules of Arabic grammar help: three to ten take a plural, eleven to ninety-nine an
/// accusative that is often written with its tanwin.
pub(crate) fn counts(number: &str, word: &str) -> bool {
    let folded = plain_letters(word);
    if words().right_to_left.contains(folded.as_str()) {
        return true;
    }
    if folded.starts_with("ال") {
        return false;
    }
    let letters = folded.chars().count();
    match crate::chars::ascii_digits(number).parse::<u32>() {
        Ok(3..=10) => folded.ends_with("ات") && letters >= 5,
        Ok(11..=99) => word.contains('\u{064B}'),
        _ => false,
    }
}

/// Whether a right-to-left word takes the number after it: `السرير 5`.
pub(crate) fn is_numbered(word: &str) -> bool {
    let folded = plain_letters(word);
    let bare = ["وال", "بال", "ال", "لل", "ה", "ב", "ו"]
        .iter()
        .find_map(|prefix| folded.strip_prefix(prefix))
        .unwrap_or(&folded);
    words().numbered.contains(folded.as_str()) || words().numbered.contains(bare)
}

/// A word without its marks and joiners, with alef, ya, kaf and ta marbuta in their plain forms.
fn plain_letters(word: &str) -> String {
    word.chars()
        .filter_map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' | 'ی' => Some('ي'),
            'ة' => Some('ه'),
            'ک' => Some('ك'),
            'ؤ' => Some('و'),
            '\u{0591}'..='\u{05C7}'
            | '\u{064B}'..='\u{065F}'
            | '\u{0670}'
            | '\u{0640}'
            | '\u{200C}'
            | '\u{200D}' => None,
            '׳' | '\'' => None,
            _ => Some(c),
        })
        .collect()
}
