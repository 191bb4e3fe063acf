//! How often: `q8h`, `three times a day`, كل 8 ساعات, ثلاث مرات يوميًا, as hours between two doses.

use crate::figures::{Amount, Figure};
use crate::tokens::{Kind, Token};
use crate::units::{self, Unit};
use crate::words;

/// Hours of a day.
const DAY: f64 = 24.0;

/// A frequency, if what begins here is one.
pub(crate) fn at(tokens: &[Token], at: usize) -> Option<Figure> {
    abbreviated(tokens, at)
        .or_else(|| every(tokens, at))
        .or_else(|| times(tokens, at))
        .or_else(|| multiplied(tokens, at))
        .or_else(|| hourly(tokens, at))
        .or_else(|| unstated(tokens, at))
}

fn interval(from: usize, to: usize, amount: Amount) -> Figure {
    Figure::new(from..to, amount, Unit::of("interval", 1.0))
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at)?.word()
}

/// `tds`, `q8h`, `q4-6h`.
fn abbreviated(tokens: &[Token], at: usize) -> Option<Figure> {
    let first = word(tokens, at)?;
    let hours = match first {
        "od" | "qd" => DAY,
        "bd" | "bid" | "bds" => DAY / 2.0,
        "tds" | "tid" => DAY / 3.0,
        "qid" | "qds" => DAY / 4.0,
        "q" => return counted_interval(tokens, at, at + 1),
        _ => return None,
    };
    Some(interval(at, at + 1, Amount::One(hours)))
}

/// `every 8 hours`, كل 8 ساعات, كل ساعتين, `every other day`.
fn every(tokens: &[Token], at: usize) -> Option<Figure> {
    if !matches!(word(tokens, at)?, "every" | "كل" | "وكل" | "each" | "هر") {
        return None;
    }
    let next = word(tokens, at + 1);
    if next == Some("other") && word(tokens, at + 2) == Some("day") {
        return Some(interval(at, at + 3, Amount::One(2.0 * DAY)));
    }
    let sense = tokens
        .get(at + 1)
        .map(|token| token.sense)
        .unwrap_or_default();
    if let Some(dual) = sense.dual.filter(|dual| dual.key == "time") {
        return Some(interval(at, at + 2, Amount::One(2.0 * dual.factor)));
    }
    let single = sense.unit.filter(|unit| unit.key == "time");
    if let Some(period) = single {
        let mut figure = interval(at, at + 2, Amount::One(period.factor));
        // «Every day» holds no number, «every hour» is an order.
        figure.is_stated = period.factor < DAY;
        return Some(figure);
    }
    counted_interval(tokens, at, at + 1)
}

/// A number, or two with a dash, of hours, days or weeks.
fn counted_interval(tokens: &[Token], from: usize, at: usize) -> Option<Figure> {
    let number = |at: usize| {
        let digits = tokens.get(at)?.number().map(|value| (value, at + 1));
        digits.or_else(|| words::at(tokens, at))
    };
    let (low, next) = number(at)?;
    let joint = tokens.get(next)?;
    let is_joint = joint.is('-') || matches!(joint.word(), Some("to" | "الي" | "or" | "او"));
    let (amount, next) = match number(next + 1).filter(|_| is_joint) {
        Some((high, next)) => (Amount::Range(low, high), next),
        None => (Amount::One(low), next),
    };
    let (unit, end) = units::at(tokens, next, true)?;
    if unit.key != "time" {
        return None;
    }
    let factor = unit.factor;
    Some(interval(
        from,
        end,
        match amount {
            Amount::Range(low, high) => Amount::Range(low * factor, high * factor),
            other => Amount::One(other.values().first().map_or(0.0, |value| value * factor)),
        },
    ))
}

/// `3 times a day`, `twice weekly`, ثلاث مرات يوميًا, مرة واحدة في الأسبوع, `3x/day`.
fn times(tokens: &[Token], at: usize) -> Option<Figure> {
    let (count, next) = count(tokens, at)?;
    match period(tokens, next) {
        Some((hours, end)) => {
            let amount = match count {
                Amount::Range(low, high) => Amount::Range(hours / high, hours / low),
                other => Amount::One(hours / other.values().first().copied().unwrap_or(1.0)),
            };
            Some(interval(at, end, amount))
        }
        None if count == Amount::One(1.0) => None,
        None if compares(tokens, next) => {
            Some(Figure::new(at..next, count, Unit::of("multiple", 1.0)))
        }
        None => Some(Figure::new(at..next, count, Unit::of("times", 1.0))),
    }
}

/// `6 times the upper limit`, `4 times as frequent`.
fn compares(tokens: &[Token], at: usize) -> bool {
    let comparing = [
        "the", "as", "more", "higher", "greater", "larger", "less", "than",
    ];
    word(tokens, at).is_some_and(|word| comparing.contains(&word))
}

/// `100 mg × 2`: the sign behind an amount, and a number without a unit.
fn multiplied(tokens: &[Token], at: usize) -> Option<Figure> {
    let sign = tokens.get(at)?;
    let is_sign = sign.is('×') || sign.word() == Some("x");
    let is_behind_unit = at
        .checked_sub(1)
        .is_some_and(|before| tokens[before].sense.unit.is_some());
    let count = tokens.get(at + 1)?.number()?;
    let is_bare = units::at(tokens, at + 2, true).is_none();
    (is_sign && is_behind_unit && is_bare && count < 10.0).then(|| {
        let unit = Unit::of("times", 1.0);
        Figure::new(at..at + 2, Amount::One(count), unit)
    })
}

/// Hours between two doses of so many a day, where nothing but the number is said.
pub(crate) fn as_interval(figure: &Figure) -> Option<Figure> {
    let Amount::One(count) = figure.amount else {
        return None;
    };
    (figure.unit.key == "times" && count > 0.0).then(|| Figure {
        amount: Amount::One(DAY / count),
        unit: Unit::of("interval", 1.0),
        ..figure.clone()
    })
}

/// How many times, and the place behind.
fn count(tokens: &[Token], at: usize) -> Option<(Amount, usize)> {
    let first = tokens.get(at)?;
    match first.word() {
        Some("once") => return Some((Amount::One(1.0), at + 1)),
        Some("twice") => return Some((Amount::One(2.0), at + 1)),
        Some("thrice") => return Some((Amount::One(3.0), at + 1)),
        Some("مره" | "ومره") => {
            let one = word(tokens, at + 1).is_some_and(words::is_one);
            return Some((Amount::One(1.0), at + 1 + usize::from(one)));
        }
        Some("مرتين" | "مرتان" | "ومرتين") => {
            return Some((Amount::One(2.0), at + 1));
        }
        _ => {}
    }
    let number = |at: usize| {
        let digits = tokens.get(at)?.number().map(|value| (value, at + 1));
        digits.or_else(|| words::at(tokens, at))
    };
    let (low, next) = number(at)?;
    let is_joint = tokens.get(next).is_some_and(|token| {
        token.is('-') || matches!(token.word(), Some("to" | "or" | "الي" | "او"))
    });
    let (amount, next) = match number(next + 1).filter(|_| is_joint) {
        Some((high, next)) => (Amount::Range(low, high), next),
        None => (Amount::One(low), next),
    };
    match &tokens.get(next)?.kind {
        Kind::Word(word) if matches!(word.as_str(), "times" | "time" | "مرات" | "مره" | "بار") => {
            Some((amount, next + 1))
        }
        // `3x/day`, and nothing else that is multiplied.
        Kind::Word(word) if word == "x" => period(tokens, next + 1).map(|_| (amount, next + 1)),
        Kind::Sign('×') => period(tokens, next + 1).map(|_| (amount, next + 1)),
        _ => None,
    }
}

/// The hours of `a day`, `daily`, `per week`, يوميًا, في الأسبوع, and the place behind.
fn period(tokens: &[Token], at: usize) -> Option<(f64, usize)> {
    let token = tokens.get(at)?;
    let joins = token.is('/')
        || matches!(
            token.word(),
            Some("a" | "per" | "each" | "every" | "in" | "the" | "في" | "كل" | "در")
        );
    let place = at + usize::from(joins);
    let name = word(tokens, place)?;
    // `5 times today` and خمس مرات اليوم count what happened.
    if !joins && matches!(name, "اليوم" | "الاسبوع" | "الشهر" | "الساعه") {
        return None;
    }
    let hours = match name {
        "day" | "daily" | "يوم" | "اليوم" | "يوميا" | "باليوم" | "روز" | "روزانه" => {
            DAY
        }
        "week" | "weekly" | "اسبوع" | "الاسبوع" | "اسبوعيا" | "هفته" => {
            7.0 * DAY
        }
        "month" | "monthly" | "شهر" | "الشهر" | "شهريا" => 30.0 * DAY,
        "hour" | "hourly" | "ساعه" | "الساعه" => 1.0,
        _ => return None,
    };
    Some((hours, place + 1))
}

/// `4 hourly`, `4-hourly`.
fn hourly(tokens: &[Token], at: usize) -> Option<Figure> {
    let hours = tokens.get(at)?.number()?;
    let hyphen = usize::from(tokens.get(at + 1)?.is('-'));
    let is_hourly = word(tokens, at + 1 + hyphen) == Some("hourly");
    is_hourly.then(|| interval(at, at + 2 + hyphen, Amount::One(hours)))
}

/// `daily` and يوميًا by themselves: no figure of an answer, but a source for one.
fn unstated(tokens: &[Token], at: usize) -> Option<Figure> {
    let hours = match word(tokens, at)? {
        "daily" | "يوميا" | "nightly" => DAY,
        "weekly" | "اسبوعيا" => 7.0 * DAY,
        _ => return None,
    };
    let mut figure = interval(at, at + 1, Amount::One(hours));
    figure.is_stated = false;
    Some(figure)
}

/// Whether what follows an amount says that it is given once a day.
pub(crate) fn is_once_a_day(tokens: &[Token], at: usize) -> bool {
    let figure = self::at(tokens, at);
    figure.is_some_and(|figure| figure.unit.key == "interval" && figure.amount == Amount::One(DAY))
}

/// Whether what follows a thing says that it is for a day.
pub(crate) fn is_for_a_day(tokens: &[Token], at: usize) -> bool {
    period(tokens, at).is_some_and(|(hours, _)| (hours - DAY).abs() < f64::EPSILON)
}
