//! Units of measurement, of time, and the things that medicines are counted in.

use std::collections::HashMap;
use std::sync::LazyLock;

use sanad_text::fold;

use crate::tokens::{Kind, Token, forms};

const DATA: &str = include_str!("../data/units.txt");

/// What a number measures, with the factor that leads to the first unit of that quantity.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unit {
    /// The quantity, such as `mass` or `mass/volume`; empty for a number without any.
    pub(crate) key: String,
    /// So many of the quantity's first unit.
    pub(crate) factor: f64,
    /// Whether it was said in kilograms, which are bodies' and not doses'.
    pub(crate) is_of_a_body: bool,
    /// Said per day.
    pub(crate) is_per_day: bool,
}

impl Unit {
    /// The unit of a quantity that is written by name in the code.
    pub(crate) fn of(key: &str, factor: f64) -> Self {
        Self {
            key: key.to_owned(),
            factor,
            is_of_a_body: false,
            is_per_day: false,
        }
    }

    /// No unit.
    pub(crate) fn none() -> Self {
        Self::of("", 1.0)
    }

    /// Whether medicines are given in it or by it: amounts, things, and how often.
    ///
    /// Kilograms are a body's, and what is per volume is a laboratory's; volumes, times and percentages are of both.
    pub(crate) fn is_of_treatment(&self) -> bool {
        let (first, rest) = self.key.split_once('/').unwrap_or((&self.key, ""));
        let amount =
            matches!(first, "mass" | "unit" | "mole" | "equivalent") || first.starts_with("form-");
        let often = matches!(first, "interval" | "times" | "through the day" | "multiple");
        often || (amount && !self.is_of_a_body && !rest.starts_with("volume"))
    }
}

/// One unit without any other behind a stroke.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Atom {
    pub(crate) key: &'static str,
    pub(crate) factor: f64,
}

static ATOMS: LazyLock<HashMap<String, Atom>> = LazyLock::new(|| {
    let lines = DATA.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.filter_map(|line| line.split_once(" = "));
    entries
        .filter_map(|(unit, spellings)| {
            let (key, factor) = unit.split_once(' ')?;
            let factor = factor.parse().ok()?;
            Some((Atom { key, factor }, spellings))
        })
        .flat_map(|(atom, spellings)| spellings.split(", ").map(move |word| (plain(word), atom)))
        .collect()
});

fn plain(spelling: &str) -> String {
    fold(spelling).text
}

/// The unit of a word, with Arabic's endings of number and case.
pub(crate) fn atom(word: &str) -> Option<Atom> {
    let known = |form: &str| ATOMS.get(form).copied();
    known(word).or_else(|| {
        if word.is_ascii() {
            return None;
        }
        let forms = forms(word);
        let mut long = forms.iter().filter(|form| form.chars().count() > 2);
        long.find_map(|form| known(form).or_else(|| known(form.strip_suffix('ا')?)))
    })
}

/// The unit of a word in the dual, such as قرصين: two of it.
pub(crate) fn dual(word: &str) -> Option<Atom> {
    if !word.ends_with("ين") && !word.ends_with("ان") {
        return None;
    }
    forms(word).into_iter().find_map(|form| {
        let stem = form
            .strip_suffix("ين")
            .or_else(|| form.strip_suffix("ان"))?;
        if stem.chars().count() < 2 {
            return None;
        }
        let feminine = stem.strip_suffix('ت').map(|stem| format!("{stem}ه"));
        let found = feminine
            .and_then(|stem| ATOMS.get(&stem))
            .or_else(|| ATOMS.get(stem));
        found.copied()
    })
}

/// The unit that begins at a place, and the place behind it; single letters count only `behind_digits`.
pub(crate) fn at(tokens: &[Token], from: usize, behind_digits: bool) -> Option<(Unit, usize)> {
    let (first, mut next) = simple(tokens, from, behind_digits)?;
    let mut unit = Unit::of(first.key, first.factor);
    unit.is_of_a_body = first.key == "mass" && first.factor > 1.0;
    while let Some((under, after)) = denominator(tokens, next, &unit) {
        next = after;
        if under.key == "time" && (under.factor - 24.0).abs() < f64::EPSILON {
            unit.is_per_day = true;
            continue;
        }
        unit.key = format!("{}/{}", unit.key, under.key);
        unit.factor /= under.factor;
        unit.is_of_a_body = false;
    }
    Some((unit, next))
}

/// A unit without a stroke, some of which are written as several parts: `°C`, `mm Hg`, `درجة مئوية`, `× 10⁹/L`.
fn simple(tokens: &[Token], from: usize, behind_digits: bool) -> Option<(Atom, usize)> {
    let token = tokens.get(from)?;
    let word = |ahead: usize| {
        tokens
            .get(from + ahead)
            .and_then(Token::word)
            .unwrap_or_default()
    };
    let of = |key, factor, length| Some((Atom { key, factor }, from + length));
    match &token.kind {
        Kind::Sign('%') => return of("percent", 1.0, 1),
        Kind::Sign('°') => {
            return match word(1) {
                "f" | "ف" => of("fahrenheit", 1.0, 2),
                "c" | "م" | "س" => of("celsius", 1.0, 2),
                _ => of("celsius", 1.0, 1),
            };
        }
        Kind::Sign('/') if behind_digits => {
            // `/min` behind a number counts beats or breaths.
            let time = atom(word(1)).filter(|atom| atom.key == "time")?;
            return of("count/time", 1.0 / time.factor, 2);
        }
        Kind::Word(_) if matches!((word(0), word(1)), ("per", "cent")) => {
            return of("percent", 1.0, 2);
        }
        Kind::Word(_) if word(0) == "في" && matches!(word(1), "المءه" | "الماءه" | "الميه") =>
        {
            return of("percent", 1.0, 2);
        }
        Kind::Word(per) if behind_digits && matches!(per.as_str(), "per" | "في") => {
            let minutes = atom(word(1)).filter(|atom| atom.key == "time" && atom.factor < 1.0)?;
            return of("count/time", 1.0 / minutes.factor, 2);
        }
        Kind::Sign('×') => return power_of_ten(tokens, from),
        Kind::Word(word) if word == "x" => return power_of_ten(tokens, from),
        Kind::Word(_) => {}
        Kind::Number(_) | Kind::Sign(_) => return None,
    }
    let first = word(0);
    let second_token = tokens.get(from + 1);
    let over = usize::from(second_token.is_some_and(|token| token.is('/')));
    match (first, word(1 + over)) {
        ("mm" | "ملم" | "مم" | "مليمتر" | "ملليمتر", "hg" | "زءبق" | "زءبقي" | "زءبقيا") =>
        {
            return of("pressure", 1.0, 2 + over);
        }
        ("cm", "h") if tokens.get(from + 2).and_then(Token::number) == Some(2.0) => {
            return of("watercolumn", 1.0, 4);
        }
        ("درجه" | "درجات" | "degree" | "degrees", second) => {
            return match atom(second).map(|atom| atom.key) {
                Some(key @ ("celsius" | "fahrenheit")) => of(key, 1.0, 2),
                _ if second == "f" => of("fahrenheit", 1.0, 2),
                _ if second == "c" => of("celsius", 1.0, 2),
                _ => of("celsius", 1.0, 1),
            };
        }
        ("c" | "f", _) if behind_digits && token.glued => {
            return of(
                if first == "c" {
                    "celsius"
                } else {
                    "fahrenheit"
                },
                1.0,
                1,
            );
        }
        ("bpm", _) => return of("count/time", 60.0, 1),
        ("m", _) | ("م", _) if is_square(tokens, from + 1) => {
            return of(
                "area",
                1.0,
                if tokens.get(from + 1)?.is('^') { 3 } else { 2 },
            );
        }
        ("international", "units" | "unit") => return of("unit", 1.0, 2),
        ("ميلي" | "ملي" | "مللي" | "ميكرو" | "كيلو" | "میلی", second) => {
            if let Some(found) = ATOMS.get(&format!("{first}{second}")) {
                return Some((*found, from + 2));
            }
        }
        _ => {}
    }
    let found = token.sense.unit?;
    let is_letter = first.chars().count() == 1;
    if is_letter && !behind_digits {
        return None;
    }
    let international = usize::from(found.key == "unit" && word(1) == "دوليه");
    Some((found, from + 1 + international))
}

fn is_square(tokens: &[Token], at: usize) -> bool {
    let two = |at: usize| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.glued && token.number() == Some(2.0))
    };
    tokens.get(at).is_some_and(|token| token.is('²'))
        || two(at)
        || (tokens.get(at).is_some_and(|token| token.is('^')) && two(at + 1))
}

/// `× 10⁹`, `x10^9`, `*10^9`; what is counted per litre.
fn power_of_ten(tokens: &[Token], from: usize) -> Option<(Atom, usize)> {
    if tokens.get(from + 1)?.number() != Some(10.0) {
        return None;
    }
    let raised = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c);
    let (power, next) = match &tokens.get(from + 2)?.kind {
        Kind::Sign('^') => (tokens.get(from + 3)?.number()?, from + 4),
        Kind::Sign(c) => (f64::from(u32::try_from(raised(*c)?).ok()?), from + 3),
        _ => return None,
    };
    let factor = 10_f64.powf(power);
    Some((
        Atom {
            key: "count",
            factor,
        },
        next,
    ))
}

/// Whether a time is one of several, such as في اليوم الأول or `week 35`, and so measures nothing.
fn is_numbered(tokens: &[Token], behind: usize) -> bool {
    const ORDINALS: &[&str] = &[
        "الاول",
        "الاولي",
        "الثاني",
        "الثانيه",
        "الثالث",
        "الثالثه",
        "الرابع",
        "الرابعه",
        "الخامس",
        "الخامسه",
        "السادس",
        "السابع",
        "الثامن",
        "التاسع",
        "العاشر",
        "التالي",
        "التاليه",
        "نفسه",
        "نفسها",
        "ذاته",
    ];
    tokens.get(behind).is_some_and(|token| {
        token.number().is_some() || token.word().is_some_and(|word| ORDINALS.contains(&word))
    })
}

/// What stands behind a stroke or a word for it, unless a number stands between, as in `100 mg/5 mL`.
fn denominator(tokens: &[Token], from: usize, above: &Unit) -> Option<(Atom, usize)> {
    let token = tokens.get(from)?;
    let second = tokens.get(from + 1);
    match &token.kind {
        Kind::Sign('/') => {
            if second?.number() == Some(24.0) {
                let hours = simple(tokens, from + 2, true)?;
                let day = Atom {
                    key: "time",
                    factor: 24.0,
                };
                return (hours.0.key == "time").then_some((day, hours.1));
            }
            simple(tokens, from + 1, true)
        }
        Kind::Word(word) => match word.as_str() {
            "per" | "لكل" | "في" | "each" | "a" | "an" | "در" => {
                let time_only = !matches!(word.as_str(), "per" | "لكل");
                let (under, next) = simple(tokens, from + 1, false)?;
                let is_over_time =
                    under.key == "time" && !matches!(above.key.as_str(), "time" | "month");
                let fits = !time_only || (is_over_time && !is_numbered(tokens, next));
                fits.then_some((under, next))
            }
            "باليوم" => Some((
                Atom {
                    key: "time",
                    factor: 24.0,
                },
                from + 1,
            )),
            "بالساعه" => Some((
                Atom {
                    key: "time",
                    factor: 1.0,
                },
                from + 1,
            )),
            "بالدقيقه" => Some((
                Atom {
                    key: "time",
                    factor: 1.0 / 60.0,
                },
                from + 1,
            )),
            _ => None,
        },
        _ => None,
    }
}
