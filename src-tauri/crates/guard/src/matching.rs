//! When a figure of a source and one of an answer are the same, their medicines aside.

use crate::bounds::Bound;
use crate::figures::{Amount, Daily, Figure};
use crate::frequency::as_interval;
use crate::units::Unit;

/// Two values are one if they differ by no more than this share; conversions of units are not exact in binary.
const TOLERANCE: f64 = 1e-9;

/// Whether a source says a figure, its medicine aside.
pub(crate) fn says(said: &Figure, asked: &Figure) -> bool {
    // `Twice` alone and `twice a day` may mean the same.
    if said.unit.key != asked.unit.key {
        if let Some(often) = as_interval(said).filter(|_| asked.unit.key == "interval") {
            return says(&often, asked);
        }
        if let Some(often) = as_interval(asked).filter(|_| said.unit.key == "interval") {
            return says(said, &often);
        }
    }
    let Some(scales) = scales(said, asked) else {
        return false;
    };
    has_bound(said, asked, scales) && has_day(said, asked) && has_amount(said, asked, scales)
}

/// The factors that make the numbers of both comparable; `None` for units that are not the same quantity.
fn scales(said: &Figure, asked: &Figure) -> Option<(f64, f64)> {
    let (of_said, of_asked) = (&said.unit, &asked.unit);
    let is_timed = |unit: &Unit| matches!(unit.key.as_str(), "interval" | "clock" | "times");
    if of_said.key == of_asked.key {
        return Some((of_said.factor, of_asked.factor));
    }
    // A bare number says less than the source does.
    if of_asked.key.is_empty() {
        return (!is_timed(of_said)).then_some((1.0, 1.0));
    }
    // `Hb 8` and `a man of 60` are understood; a dose without a unit is not.
    if of_said.key.is_empty() {
        return (!of_asked.is_of_treatment() || asked.is_labelled).then_some((1.0, 1.0));
    }
    // Laboratories give the salts of the blood in either.
    if said.is_labelled && of_said.key == "mole/volume" && of_asked.key == "equivalent/volume" {
        return Some((of_said.factor, of_asked.factor));
    }
    None
}

/// Whether the values are the same. One end of a range and one of two values count as told.
fn has_amount(said: &Figure, asked: &Figure, (of_said, of_asked): (f64, f64)) -> bool {
    let same = |said: f64, asked: f64| is_same(said * of_said, asked * of_asked);
    match (&said.amount, &asked.amount) {
        (Amount::One(said), Amount::One(asked)) => same(*said, *asked),
        (Amount::Range(low, high) | Amount::Pair(low, high), Amount::One(asked)) => {
            same(*low, *asked) || same(*high, *asked)
        }
        (Amount::Range(low, high), Amount::Range(from, to))
        | (Amount::Pair(low, high), Amount::Pair(from, to)) => {
            same(*low, *from) && same(*high, *to)
        }
        (Amount::Sequence(said), Amount::Sequence(asked)) => said == asked,
        _ => false,
    }
}

/// A limit has to be told as one; a plain number need not be told without one.
fn has_bound(said: &Figure, asked: &Figure, scales: (f64, f64)) -> bool {
    let value = asked.amount.values().first().map(|value| value * scales.1);
    let ends_at = |end: f64| value.is_some_and(|value| is_same(end * scales.0, value));
    match (asked.bound, &said.amount) {
        (Bound::None, _) => true,
        (Bound::Upper, Amount::Range(_, high)) if ends_at(*high) => true,
        (Bound::Lower, Amount::Range(low, _)) if ends_at(*low) => true,
        (bound, _) => said.bound == bound,
    }
}

/// A day's sum is no single dose, and the other way round.
fn has_day(said: &Figure, asked: &Figure) -> bool {
    match (said.daily, asked.daily) {
        (Daily::No, Daily::Sum) => false,
        (Daily::Sum, Daily::No | Daily::Once) => !asked.unit.is_of_treatment(),
        _ => true,
    }
}

/// Whether both have the same numbers, whatever they measure.
pub(crate) fn has_same_numbers(said: &Figure, asked: &Figure) -> bool {
    let said = said.amount.values();
    let mut asked = asked.amount.values().into_iter();
    asked.all(|asked| said.iter().any(|said| is_same(*said, asked)))
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.abs().max(other.abs())
}
