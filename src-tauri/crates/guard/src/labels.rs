//! Names before a number that say what it is measured in: `pulse 90`, `INR 2.5`, وزنها 70.

use crate::figures::{Amount, Figure};
use crate::tokens::{Token, forms};
use crate::units::Unit;

/// The unit of each name: the quantity, the factor to its first unit, and the names.
const LABELS: &[(&str, f64, &[&str])] = &[
    (
        "pressure",
        1.0,
        &[
            "bp",
            "systolic",
            "diastolic",
            "pressure",
            "ضغط",
            "انقباضي",
            "انبساطي",
        ],
    ),
    (
        "count/time",
        60.0,
        &["hr", "pulse", "rr", "breathing", "rate", "نبض", "تنفس"],
    ),
    ("celsius", 1.0, &["temp", "temperature", "حراره", "حرارت"]),
    (
        "percent",
        1.0,
        &["spo", "sat", "sats", "saturation", "تشبع", "ef"],
    ),
    ("month", 12.0, &["age", "aged", "عمر", "سن"]),
    ("mass", 1000.0, &["weight", "weighs", "weighing", "وزن"]),
    (
        "mole/volume",
        1.0,
        &[
            "na",
            "k",
            "cl",
            "sodium",
            "potassium",
            "chloride",
            "صوديوم",
            "بوتاسيوم",
            "كلوريد",
        ],
    ),
    ("time", 168.0, &["week", "weeks", "اسبوع", "هفته"]),
    ("time", 24.0, &["day", "days"]),
    ("inr", 1.0, &["inr"]),
    ("ph", 1.0, &["ph"]),
    ("gcs", 1.0, &["gcs", "glasgow", "غلاسكو"]),
    ("apgar", 1.0, &["apgar", "ابغار"]),
    ("mass/area", 1000.0, &["bmi"]),
];

/// Small words between a name and its number.
const JOINING: &[&str] = &[
    "is",
    "was",
    "of",
    "at",
    "are",
    "now",
    "about",
    "reading",
    "the",
    "a",
    "an",
    "around",
    "score",
    "هو",
    "هي",
    "كان",
    "كانت",
    "حوالي",
    "نحو",
    "بلغ",
    "تبلغ",
    "يبلغ",
    "عند",
    "لديها",
    "لديه",
    "عنده",
    "عندها",
    "اليوم",
    "حاليا",
];

/// So many parts of the line before a number may lead to its name.
const REACH: usize = 8;

/// Gives a bare figure the unit of the name before it.
pub(crate) fn name_unit(tokens: &[Token], figure: &mut Figure) {
    let start = figure.tokens.start;
    let mut left = tokens
        .get(start.saturating_sub(REACH)..start)
        .unwrap_or_default();
    while let Some((last, rest)) = left.split_last() {
        let joins = last.is(':')
            || last.is('=')
            || last.number() == Some(2.0) && last.glued
            || last.word().is_some_and(|word| JOINING.contains(&word));
        if !joins {
            break;
        }
        left = rest;
    }
    let Some(name) = left.last().and_then(Token::word) else {
        return;
    };
    let Some((key, factor)) = unit_of(name) else {
        return;
    };
    let (key, factor) = match (key, &figure.amount) {
        ("celsius", Amount::One(value)) if *value > 50.0 => ("fahrenheit", 1.0),
        other => (other.0, factor),
    };
    figure.unit = Unit::of(key, factor);
    figure.unit.is_of_a_body = key == "mass";
    figure.is_labelled = true;
}

fn unit_of(name: &str) -> Option<(&'static str, f64)> {
    let endings = ["", "ه", "ها", "هم"];
    let forms = forms(name);
    let mut bare = forms
        .iter()
        .flat_map(|form| endings.iter().filter_map(|end| form.strip_suffix(end)));
    let of = |form: &str| {
        let found = LABELS.iter().find(|(_, _, names)| names.contains(&form));
        found.map(|(key, factor, _)| (*key, *factor))
    };
    bare.find_map(of)
}
