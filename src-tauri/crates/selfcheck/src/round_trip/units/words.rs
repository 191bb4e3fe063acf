//! The words for units in both languages.

use std::collections::HashMap;
use std::sync::OnceLock;

use sanad_text::fold;

use super::Unit;
use crate::round_trip::tokens::{Token, forms};

/// What a word can be a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Atom {
    /// A whole unit.
    Unit(Unit),
    /// A unit only if a number or a slash stands before it: `g`, ل, unit.
    Bound(Unit),
    Millimole,
    Decilitre,
    Millimetre,
    Mercury,
    Degree,
    /// Stands after a degree.
    CelsiusMark,
    Fahrenheit,
    /// Between two units.
    Per,
}

/// Words that are written with the Arabic endings of number and case.
const ARABIC_WORDS: [(&[&str], Atom); 15] = [
    (
        &[
            "ميكروغرام",
            "ميكروجرام",
            "مايكروغرام",
            "مايكروجرام",
            "مكروغرام",
        ],
        Atom::Unit(Unit::Microgram),
    ),
    (
        &[
            "ملغرام",
            "ملجرام",
            "مليغرام",
            "مليجرام",
            "ملليغرام",
            "ملليجرام",
            "ميليغرام",
            "ميليجرام",
            "ميلغرام",
            "ميلجرام",
            "ميلليغرام",
            "ميلليجرام",
        ],
        Atom::Unit(Unit::Milligram),
    ),
    (&["غرام", "جرام"], Atom::Unit(Unit::Gram)),
    (
        &["كيلوغرام", "كيلوجرام", "كيلو", "كلغرام"],
        Atom::Unit(Unit::Kilogram),
    ),
    (
        &[
            "مليلتر",
            "ملليلتر",
            "ميليلتر",
            "مليليتر",
            "ملليتر",
            "ميلليلتر",
            "ميليليتر",
        ],
        Atom::Unit(Unit::Millilitre),
    ),
    (&["لتر", "ليتر"], Atom::Unit(Unit::Litre)),
    (&["مليمول", "ملليمول", "ميليمول", "ملمول"], Atom::Millimole),
    (&["ديسيلتر", "ديسيليتر", "دسيلتر"], Atom::Decilitre),
    (&["مليمتر", "ملليمتر", "ميليمتر"], Atom::Millimetre),
    (&["وحده"], Atom::Bound(Unit::Activity)),
    (&["دقيقه"], Atom::Unit(Unit::Minute)),
    (&["ساعه"], Atom::Unit(Unit::Hour)),
    (&["يوم"], Atom::Unit(Unit::Day)),
    (&["اسبوع"], Atom::Unit(Unit::Week)),
    (&["شهر"], Atom::Unit(Unit::Month)),
];

/// Words as they are.
const WORDS: [(&[&str], Atom); 30] = [
    (
        &[
            "mcg",
            "µg",
            "ug",
            "microgram",
            "micrograms",
            "مكغ",
            "مكجم",
            "مكغم",
            "ميكغ",
        ],
        Atom::Unit(Unit::Microgram),
    ),
    (
        &[
            "mg",
            "mgs",
            "milligram",
            "milligrams",
            "ملغ",
            "ملغم",
            "ملجم",
            "مجم",
            "مغ",
            "مغم",
            "ملج",
        ],
        Atom::Unit(Unit::Milligram),
    ),
    (&["gram", "grams", "gm", "غم", "جم"], Atom::Unit(Unit::Gram)),
    (&["g", "غ"], Atom::Bound(Unit::Gram)),
    (
        &[
            "kg",
            "kgs",
            "kilogram",
            "kilograms",
            "kilo",
            "kilos",
            "كغ",
            "كغم",
            "كلغ",
            "كجم",
            "كلغم",
        ],
        Atom::Unit(Unit::Kilogram),
    ),
    (
        &[
            "ml",
            "mls",
            "millilitre",
            "millilitres",
            "milliliter",
            "milliliters",
            "cc",
            "مل",
        ],
        Atom::Unit(Unit::Millilitre),
    ),
    (
        &["litre", "litres", "liter", "liters"],
        Atom::Unit(Unit::Litre),
    ),
    (&["l", "ل"], Atom::Bound(Unit::Litre)),
    (
        &["mmol", "millimole", "millimoles", "mmols"],
        Atom::Millimole,
    ),
    (&["مول"], Atom::Millimole),
    (
        &[
            "dl",
            "decilitre",
            "deciliter",
            "decilitres",
            "deciliters",
            "دل",
            "دسل",
        ],
        Atom::Decilitre,
    ),
    (
        &[
            "mm",
            "millimetre",
            "millimetres",
            "millimeter",
            "millimeters",
            "ملم",
            "مم",
        ],
        Atom::Millimetre,
    ),
    (&["hg", "mercury", "زئبق", "زئبقي", "زئبقيا"], Atom::Mercury),
    (&["mmhg"], Atom::Unit(Unit::MillimetreOfMercury)),
    (
        &["degree", "degrees", "درجة", "درجات", "درجتين"],
        Atom::Degree,
    ),
    (&["c", "م", "س"], Atom::CelsiusMark),
    (
        &[
            "celsius",
            "centigrade",
            "مئوية",
            "سلسيوس",
            "سيلسيوس",
            "مئوي",
        ],
        Atom::Unit(Unit::Celsius),
    ),
    (&["fahrenheit", "f", "فهرنهايت", "ف"], Atom::Fahrenheit),
    (
        &["percent", "cent", "بالمئة", "بالمائة", "المئة", "المائة"],
        Atom::Unit(Unit::Percent),
    ),
    (
        &["unit", "units", "iu", "وحدات"],
        Atom::Bound(Unit::Activity),
    ),
    (
        &["min", "mins", "minute", "minutes", "دقائق"],
        Atom::Unit(Unit::Minute),
    ),
    (
        &["hour", "hours", "hr", "hrs", "hourly"],
        Atom::Unit(Unit::Hour),
    ),
    (&["h"], Atom::Bound(Unit::Hour)),
    (
        &["day", "days", "daily", "أيام", "يوميا", "يومي"],
        Atom::Unit(Unit::Day),
    ),
    (
        &["week", "weeks", "weekly", "أسابيع", "أسبوعيا", "أسبوعي"],
        Atom::Unit(Unit::Week),
    ),
    (
        &[
            "month",
            "months",
            "monthly",
            "أشهر",
            "شهور",
            "شهريا",
            "شهري",
        ],
        Atom::Unit(Unit::Month),
    ),
    (
        &[
            "year",
            "years",
            "yearly",
            "yr",
            "yrs",
            "سنة",
            "سنوات",
            "سنين",
            "سنويا",
        ],
        Atom::Unit(Unit::Year),
    ),
    (
        &["عام", "عاما", "أعوام", "عامين", "عامان", "سنتين", "سنتان"],
        Atom::Unit(Unit::Year),
    ),
    (&["per", "لكل", "في", "كل", "a", "an"], Atom::Per),
    (&["of"], Atom::Per),
];

/// What a token can be a part of.
pub(super) fn atom(token: &Token) -> Option<Atom> {
    match token {
        Token::Sign('/') => Some(Atom::Per),
        Token::Sign('%') => Some(Atom::Unit(Unit::Percent)),
        Token::Sign('°') => Some(Atom::Degree),
        Token::Word(word) => word_atom(word),
        Token::Number(_) | Token::Sign(_) => None,
    }
}

fn word_atom(word: &str) -> Option<Atom> {
    let whole = words().get(word).copied();
    // A single letter with something taken away would be any word.
    let long = |form: &&str| form.chars().count() > 2;
    whole.or_else(|| {
        forms(word)
            .filter(long)
            .find_map(|form| words().get(form).copied().or_else(|| arabic_word(form)))
    })
}

/// A word of [`ARABIC_WORDS`] in the singular, the plural, the dual or with the ending of the accusative.
pub(super) fn arabic_word(form: &str) -> Option<Atom> {
    let endings = ["", "ا", "ات", "ين", "ان"];
    let feminine = form
        .strip_suffix("ات")
        .or_else(|| form.strip_suffix("تين"))
        .or_else(|| form.strip_suffix("تان"));
    let feminine = feminine.map(|stem| format!("{stem}ه"));
    let known = |stem: &str| {
        let of = ARABIC_WORDS.iter().find(|(words, _)| words.contains(&stem));
        of.map(|(_, atom)| *atom)
    };
    let plain = endings
        .iter()
        .find_map(|ending| known(form.strip_suffix(ending)?));
    plain.or_else(|| known(&feminine?))
}

fn words() -> &'static HashMap<String, Atom> {
    static FOLDED: OnceLock<HashMap<String, Atom>> = OnceLock::new();
    FOLDED.get_or_init(|| {
        let each = WORDS
            .iter()
            .flat_map(|(words, atom)| words.iter().map(|word| (*word, *atom)));
        each.map(|(word, atom)| (fold(word).text, atom)).collect()
    })
}
