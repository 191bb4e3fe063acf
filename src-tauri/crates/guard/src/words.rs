//! Numbers that are written in words, in English and Arabic.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::tokens::{Token, forms};

/// Words that stand for a value. Ordinals are not among them: they count no dose.
const VALUES: &[(f64, &[&str])] = &[
    (1.0, &["one", "واحد", "واحده"]),
    (
        2.0,
        &[
            "two",
            "اثنان",
            "اثنين",
            "اثنتان",
            "اثنتين",
            "اثنا",
            "اثني",
            "اثنتا",
            "اثنتي",
            "دو",
        ],
    ),
    (3.0, &["three", "ثلاث", "ثلاثه"]),
    (4.0, &["four", "اربع", "اربعه", "چهار"]),
    (5.0, &["five", "خمس", "خمسه", "پنج"]),
    (6.0, &["six", "ست", "سته", "شش"]),
    (7.0, &["seven", "سبع", "سبعه", "هفت"]),
    (8.0, &["eight", "ثمان", "ثماني", "ثمانيه", "هشت"]),
    (9.0, &["nine", "تسع", "تسعه"]),
    (10.0, &["ten", "عشر", "عشره", "ده"]),
    (11.0, &["eleven"]),
    (12.0, &["twelve", "dozen"]),
    (13.0, &["thirteen"]),
    (14.0, &["fourteen"]),
    (15.0, &["fifteen"]),
    (16.0, &["sixteen"]),
    (17.0, &["seventeen"]),
    (18.0, &["eighteen"]),
    (19.0, &["nineteen"]),
    (20.0, &["twenty", "عشرون", "عشرين"]),
    (30.0, &["thirty", "ثلاثون", "ثلاثين"]),
    (40.0, &["forty", "اربعون", "اربعين"]),
    (50.0, &["fifty", "خمسون", "خمسين"]),
    (60.0, &["sixty", "ستون", "ستين"]),
    (70.0, &["seventy", "سبعون", "سبعين"]),
    (80.0, &["eighty", "ثمانون", "ثمانين"]),
    (90.0, &["ninety", "تسعون", "تسعين"]),
    (100.0, &["hundred", "مءه", "ماءه", "ميه"]),
    (200.0, &["مءتان", "مءتين", "ماءتان", "ماءتين"]),
    (300.0, &["ثلاثمءه", "ثلاثماءه"]),
    (400.0, &["اربعمءه", "اربعماءه"]),
    (500.0, &["خمسمءه", "خمسماءه"]),
    (600.0, &["ستمءه", "ستماءه"]),
    (700.0, &["سبعمءه", "سبعماءه"]),
    (800.0, &["ثمانمءه", "ثمانماءه", "ثمانيماءه"]),
    (900.0, &["تسعمءه", "تسعماءه"]),
    (1000.0, &["thousand", "الف", "الاف", "الفا"]),
    (2000.0, &["الفان", "الفين"]),
    (1_000_000.0, &["million", "مليون", "ملايين"]),
    (0.5, &["half", "نصف", "نيم"]),
    (0.25, &["quarter", "ربع"]),
    (1.0 / 3.0, &["ثلث"]),
];

static BY_WORD: LazyLock<HashMap<&str, f64>> = LazyLock::new(|| {
    let each = VALUES
        .iter()
        .flat_map(|(value, words)| words.iter().map(|word| (*word, *value)));
    each.collect()
});

/// The value of a single word.
pub(crate) fn value(word: &str) -> Option<f64> {
    let of = |word: &str| BY_WORD.get(word).copied();
    of(word).or_else(|| {
        if word.is_ascii() {
            return None;
        }
        let bare = ["و", "ب", "ل", "ال", "وال"]
            .iter()
            .filter_map(|prefix| word.strip_prefix(prefix));
        bare.filter(|rest| rest.chars().count() > 1).find_map(of)
    })
}

/// Thousands and millions behind digits: `100 ألف`, `5 million`.
pub(crate) fn multiplier(tokens: &[Token], at: usize) -> Option<f64> {
    let value = value_at(tokens, at)?;
    (value >= 1000.0).then_some(value)
}

/// A number in words that begins at a place, and the place behind it.
pub(crate) fn at(tokens: &[Token], from: usize) -> Option<(f64, usize)> {
    let first = tokens.get(from)?.word()?;
    // «a hundred», «a quarter», «half».
    let skipped = usize::from(matches!(first, "a" | "an"));
    let mut total = value_at(tokens, from + skipped)?;
    if skipped > 0 && !is_fraction(total) && total < 100.0 {
        return None;
    }
    let mut next = from + skipped + 1;
    while let Some((value, after)) = continuation(tokens, next, total) {
        total = value;
        next = after;
    }
    Some((total, next))
}

/// Whether a value is a part of one.
pub(crate) fn is_fraction(value: f64) -> bool {
    value > 0.0 && value < 1.0
}

fn value_at(tokens: &[Token], at: usize) -> Option<f64> {
    tokens.get(at)?.sense.value
}

/// What a further word makes of a number: `twenty five`, `خمسة وعشرين`, `خمس عشرة`, `two hundred`, `one and a half`.
fn continuation(tokens: &[Token], at: usize, total: f64) -> Option<(f64, usize)> {
    if is_fraction(total) {
        return None;
    }
    let token = tokens.get(at)?;
    let hyphen = usize::from(token.is('-') && token.glued);
    let is_and = token.word() == Some("and");
    let article = usize::from(is_and && tokens.get(at + 1).and_then(Token::word) == Some("a"));
    let place = at + hyphen + usize::from(is_and) + article;
    let word = tokens.get(place)?.word()?;
    let next = value_at(tokens, place)?;
    let joined = is_and || (word.starts_with('و') && !word.starts_with("واحد"));
    let after = place + 1;
    let ten = next == 10.0 && total < 10.0 && !joined;
    let combined = match next {
        _ if is_fraction(next) => joined.then_some(total + next)?,
        _ if ten => total + 10.0,
        _ if next >= 100.0 && !joined && total < next => total * next,
        _ if joined && next < total && next < 100.0 && total >= 100.0 => total + next,
        _ if joined && (20.0..100.0).contains(&next) && total < 10.0 && !is_and => total + next,
        _ if joined && next >= 100.0 && next < total => total + next,
        _ if !joined && (20.0..100.0).contains(&total) && next < 10.0 => total + next,
        _ => return None,
    };
    Some((combined, after))
}

/// Whether a word takes its number behind it, and is that number's word: قرص واحد.
pub(crate) fn is_one(word: &str) -> bool {
    forms(word)
        .iter()
        .any(|form| matches!(form.strip_suffix('ا').unwrap_or(form), "واحد" | "واحده"))
}

/// Whether a word adds a half to the thing before it: قرص ونصف.
pub(crate) fn adds_half(word: &str) -> bool {
    matches!(word, "ونصف" | "والنصف")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::split;

    #[test]
    fn numbers_in_words_have_their_value() {
        for (text, wanted) in [
            ("twenty five", 25.0),
            ("twenty-five", 25.0),
            ("one hundred and fifty", 150.0),
            ("a hundred", 100.0),
            ("two thousand", 2000.0),
            ("one and a half", 1.5),
            ("half", 0.5),
            ("a quarter", 0.25),
            ("خمسة وعشرين", 25.0),
            ("خمسة عشر", 15.0),
            ("اثنتي عشرة", 12.0),
            ("خمس مئة", 500.0),
            ("خمسمائة", 500.0),
            ("مئة وخمسين", 150.0),
            ("ثلاثة آلاف", 3000.0),
            ("بخمسة", 5.0),
        ] {
            let tokens = split(text);
            assert_eq!(at(&tokens, 0), Some((wanted, tokens.len())), "{text}");
        }
        assert_eq!(at(&split("a five"), 0), None);
    }
}
