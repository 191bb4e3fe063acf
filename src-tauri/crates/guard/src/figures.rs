//! The clinical figures of a line: doses, values, limits, ranges, frequencies and durations, in digits or words.

use std::ops::Range;

use crate::bounds::{self, Bound};
use crate::drugs::Drugs;
use crate::tokens::{Kind, Token};
use crate::units::{self, Unit};
use crate::{counted, frequency, labels, names, words};

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Amount {
    /// One value.
    One(f64),
    /// From one value to another.
    Range(f64, f64),
    /// Two values with a stroke or colon between them, as of blood pressure.
    Pair(f64, f64),
    /// Doses through the day: `1-0-1`.
    Sequence(Vec<f64>),
}

impl Amount {
    /// The values in order.
    pub(crate) fn values(&self) -> Vec<f64> {
        match self {
            Self::One(value) => vec![*value],
            Self::Range(low, high) | Self::Pair(low, high) => vec![*low, *high],
            Self::Sequence(values) => values.clone(),
        }
    }
}

/// A figure with its place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// Its parts of the line, from the number to the end of the unit.
    pub(crate) tokens: Range<usize>,
    /// What it says, as written.
    pub(crate) amount: Amount,
    /// What it is measured in.
    pub(crate) unit: Unit,
    /// Whether it says that something is more or less.
    pub(crate) bound: Bound,
    /// Whether the name before it says the unit: `pulse 90`.
    pub(crate) is_labelled: bool,
    /// Whether a number stands there at all; `daily` has none, and still says how often.
    pub(crate) is_stated: bool,
    /// How it is said to be for a day.
    pub(crate) daily: Daily,
    /// The medicines that it belongs to.
    pub(crate) drugs: Drugs,
}

/// How an amount is said to be for a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Daily {
    /// It is not.
    No,
    /// Given once a day: `5 mg daily`.
    Once,
    /// The sum of a day: `5 mg per day`.
    Sum,
}

impl Figure {
    /// A figure of these parts that says only this.
    pub(crate) fn new(tokens: Range<usize>, amount: Amount, unit: Unit) -> Self {
        let daily = if unit.is_per_day {
            Daily::Sum
        } else {
            Daily::No
        };
        Self {
            tokens,
            amount,
            unit,
            bound: Bound::None,
            is_labelled: false,
            is_stated: true,
            daily,
            drugs: Drugs::new(),
        }
    }
}

/// Every figure of a line in order.
pub(crate) fn find(tokens: &[Token], line: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(next) = names::skipped(tokens, at, line) {
            at = next;
            continue;
        }
        let Some(mut figure) = frequency::at(tokens, at).or_else(|| quantity(tokens, at)) else {
            at += 1;
            continue;
        };
        at = figure.tokens.end.max(at + 1);
        figure.bound = bounds::of(tokens, &figure.tokens, figure.unit.is_of_treatment());
        if figure.unit.key.is_empty() {
            labels::name_unit(tokens, &mut figure);
        }
        if figure.daily == Daily::No {
            figure.daily = daily_behind(tokens, figure.tokens.end);
        }
        found.push(figure);
    }
    share_units(tokens, &mut found);
    found
}

/// What follows an amount about a day; the name of what is given may stand between: `3 g of paracetamol per day`.
fn daily_behind(tokens: &[Token], at: usize) -> Daily {
    if frequency::is_once_a_day(tokens, at) {
        return Daily::Once;
    }
    let is_of = matches!(tokens.get(at).and_then(Token::word), Some("of" | "من"));
    let is_sum = |place: usize| {
        let is_alone = matches!(
            tokens.get(place).and_then(Token::word),
            Some("daily" | "يوميا")
        );
        frequency::is_for_a_day(tokens, place) && !is_alone
    };
    if is_of && is_sum(at + 2) {
        return Daily::Sum;
    }
    Daily::No
}

/// In `250 or 500 mg` the unit belongs to both.
fn share_units(tokens: &[Token], figures: &mut [Figure]) {
    for index in (1..figures.len()).rev() {
        let (before, behind) = figures.split_at_mut(index);
        let (Some(left), Some(right)) = (before.last_mut(), behind.first()) else {
            continue;
        };
        let between = tokens.get(left.tokens.end..right.tokens.start);
        let joined = match between {
            Some([word]) => matches!(word.word(), Some("or" | "and" | "او" | "و" | "ثم")),
            _ => false,
        };
        if joined && left.unit.key.is_empty() && !right.is_labelled {
            left.unit = right.unit.clone();
        }
    }
}

/// A number with its unit, if what begins here is one.
fn quantity(tokens: &[Token], at: usize) -> Option<Figure> {
    let digits = number(tokens, at);
    if let Some((first, next)) = digits {
        if tokens
            .get(next)
            .is_some_and(|token| token.glued && token.word().is_some_and(names::is_ordinal))
        {
            let mut ordinal = Figure::new(at..next + 1, Amount::One(first), Unit::none());
            ordinal.is_stated = false;
            return Some(ordinal);
        }
        return Some(
            sequence(tokens, at)
                .or_else(|| pair(tokens, at, first, next))
                .or_else(|| range(tokens, at, first, next, true))
                .unwrap_or_else(|| single(tokens, at, first, next)),
        );
    }
    counted::at(tokens, at)
}

/// A number in digits, with the thousands or millions behind it.
pub(crate) fn number(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let value = tokens.get(at)?.number()?;
    Some(match words::multiplier(tokens, at + 1) {
        Some(times) => (value * times, at + 2),
        None => (value, at + 1),
    })
}

fn single(tokens: &[Token], at: usize, value: f64, next: usize) -> Figure {
    match unit_behind(tokens, next, true) {
        Some((unit, next)) => half_more(tokens, at, value, unit, next),
        None => Figure::new(at..next, Amount::One(value), Unit::none()),
    }
}

/// `2 and a half tablets` is read as words; in Arabic the half follows the thing: قرصان ونصف.
pub(crate) fn half_more(
    tokens: &[Token],
    at: usize,
    value: f64,
    unit: Unit,
    next: usize,
) -> Figure {
    let word = tokens.get(next).and_then(Token::word);
    if word.is_some_and(words::adds_half) {
        let same = tokens.get(next + 1).and_then(|token| token.sense.unit);
        let again = usize::from(same.is_some_and(|same| same.key == unit.key));
        return Figure::new(at..next + 1 + again, Amount::One(value + 0.5), unit);
    }
    Figure::new(at..next, Amount::One(value), unit)
}

/// The unit behind a number; a hyphen may stand between (`5-day`), and behind a part small words (`half of the dose`).
pub(crate) fn unit_behind(
    tokens: &[Token],
    from: usize,
    behind_digits: bool,
) -> Option<(Unit, usize)> {
    let hyphen = tokens
        .get(from)
        .is_some_and(|token| token.is('-') && token.glued);
    if !hyphen {
        return units::at(tokens, from, behind_digits);
    }
    let word = tokens.get(from + 1).filter(|token| token.glued)?.word()?;
    let is_whole = word.chars().count() > 1;
    is_whole.then(|| units::at(tokens, from + 1, behind_digits))?
}

/// From one number to another, each with or without its unit.
pub(crate) fn range(
    tokens: &[Token],
    at: usize,
    first: f64,
    next: usize,
    in_digits: bool,
) -> Option<Figure> {
    let own = unit_behind(tokens, next, in_digits);
    let after_own = own.as_ref().map_or(next, |(_, next)| *next);
    [next, after_own].into_iter().find_map(|joint| {
        let second_at = behind_joint(tokens, at, joint)?;
        let digits = number(tokens, second_at);
        let behind_digits = digits.is_some();
        let (second, end) = digits.or_else(|| {
            let attached = words::at(tokens, second_at)?;
            (attached.0 >= 1.0).then_some(attached)
        })?;
        let shared = unit_behind(tokens, end, behind_digits);
        if !behind_digits && shared.is_none() {
            return None;
        }
        // From 63 to 55 is a change, and no range.
        if first >= second && own.is_none() == shared.is_none() {
            return None;
        }
        let low_unit = own.as_ref().map(|(unit, _)| unit);
        let fits = match (low_unit, &shared) {
            (Some(low), Some((high, _))) => low.key == high.key,
            _ => true,
        };
        if !fits {
            return None;
        }
        let same_factor = low_unit
            .zip(shared.as_ref())
            .is_none_or(|(low, (high, _))| (low.factor - high.factor).abs() < f64::EPSILON);
        let end = shared.as_ref().map_or(end, |(_, next)| *next);
        let unit = shared.map(|(unit, _)| unit).or_else(|| low_unit.cloned());
        let unit = unit.unwrap_or_else(Unit::none);
        let first = if same_factor {
            first
        } else {
            first * low_unit.map_or(1.0, |low| low.factor) / unit.factor
        };
        Some(Figure::new(at..end, Amount::Range(first, second), unit))
    })
}

/// The place behind what joins the ends of a range: a dash, `to`, إلى, and `and` or و where `between` stands before.
pub(crate) fn behind_joint(tokens: &[Token], at: usize, joint: usize) -> Option<usize> {
    let token = tokens.get(joint)?;
    let before = at
        .checked_sub(1)
        .and_then(|before| tokens.get(before)?.word());
    let is_between = matches!(before, Some("between" | "بين" | "وبين"));
    match &token.kind {
        Kind::Sign('-' | '~') => Some(joint + 1),
        Kind::Word(word) => match word.as_str() {
            "to" | "الي" | "حتي" | "through" | "تا" => Some(joint + 1),
            "and" | "و" if is_between => Some(joint + 1),
            attached if is_between && attached.starts_with('و') => Some(joint),
            _ => None,
        },
        _ => None,
    }
}

/// Two numbers with a stroke, a colon or `over` between them.
fn pair(tokens: &[Token], at: usize, first: f64, next: usize) -> Option<Figure> {
    let sign = tokens.get(next)?;
    let second = number(tokens, next + 1);
    match &sign.kind {
        Kind::Sign('/') => {
            let (second, next) = second?;
            let unit = unit_behind(tokens, next, true);
            let end = unit.as_ref().map_or(next, |(_, next)| *next);
            if is_part(first, second) && unit.is_some() {
                let unit = unit.map_or_else(Unit::none, |(unit, _)| unit);
                return Some(Figure::new(at..end, Amount::One(first / second), unit));
            }
            let unit = match unit {
                Some((unit, _)) => unit,
                None if is_blood_pressure(first, second) => Unit::of("pressure", 1.0),
                None => Unit::none(),
            };
            Some(Figure::new(at..end, Amount::Pair(first, second), unit))
        }
        Kind::Sign(':') if sign.glued => {
            let (second, next) = second.filter(|_| tokens[next + 1].glued)?;
            let minutes = &tokens[next - 1].range;
            let is_clock = first < 24.0 && second < 60.0 && minutes.len() == 2;
            let key = if is_clock { "clock" } else { "ratio" };
            Some(Figure::new(
                at..next,
                Amount::Pair(first, second),
                Unit::of(key, 1.0),
            ))
        }
        Kind::Word(word) if matches!(word.as_str(), "over" | "علي") => {
            let (second, next) = second.filter(|(second, _)| is_blood_pressure(first, *second))?;
            let end = match unit_behind(tokens, next, true) {
                Some((unit, end)) if unit.key == "pressure" => end,
                _ => next,
            };
            let unit = Unit::of("pressure", 1.0);
            Some(Figure::new(at..end, Amount::Pair(first, second), unit))
        }
        _ => None,
    }
}

fn is_part(above: f64, under: f64) -> bool {
    above < under && (2.0..=8.0).contains(&under) && under.fract() == 0.0
}

fn is_blood_pressure(systolic: f64, diastolic: f64) -> bool {
    (40.0..=300.0).contains(&systolic) && (20.0..systolic).contains(&diastolic)
}

/// `1-0-1`: doses through the day, each of one digit.
fn sequence(tokens: &[Token], at: usize) -> Option<Figure> {
    let mut values = vec![tokens.get(at)?.number()?];
    let mut next = at + 1;
    while tokens
        .get(next)
        .is_some_and(|token| token.is('-') && token.glued)
        && let Some(token) = tokens.get(next + 1).filter(|token| token.glued)
        && let Some(value) = token.number()
    {
        values.push(value);
        next += 2;
    }
    let are_small = values.iter().all(|value| *value < 10.0);
    if values.len() < 3 || !are_small {
        return None;
    }
    Some(Figure::new(
        at..next,
        Amount::Sequence(values),
        Unit::of("through the day", 1.0),
    ))
}
