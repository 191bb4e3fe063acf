//! Runs of several numbers, or of a sign and a number, in Arabic-Indic or Persian digits.
//!
//! A neutral between two Arabic-Indic numbers is laid out right to left, even inside a left-to-right isolate, while
//! Persian digits are laid out left to right: readers of either may take the run from the other side.

use super::numbers::Number;
use super::{Mark, Marked, Reading};
use crate::chars::{self, Kind};

pub(super) fn ambiguous(text: &str, numbers: &[Number]) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut first = 0;
    while let Some(number) = numbers.get(first) {
        let mut signs = Vec::new();
        let mut last = first;
        while let (Some(left), Some(right)) = (numbers.get(last), numbers.get(last + 1)) {
            let Some(sign) = joining_sign(
                chars::cut(text, left.range.end, right.range.start),
                left,
                right,
                text,
            ) else {
                break;
            };
            signs.push(sign);
            last += 1;
        }
        let run = numbers.get(first..=last).unwrap_or_default();
        let eastern = run.iter().any(|number| number.eastern);
        let mixed = eastern && run.iter().any(|number| number.western);
        let unsafe_sign = mixed || signs.iter().any(|sign| !sign.keeps_order);
        if eastern && !signs.is_empty() && unsafe_sign {
            let parts: Vec<String> = run
                .iter()
                .map(|number| number.text(text).to_owned())
                .collect();
            let end = run
                .last()
                .map_or(number.range.end, |number| number.range.end);
            let reading = reading(parts, &signs.iter().map(|sign| sign.c).collect::<Vec<_>>());
            found.push(Marked {
                range: number.range.start..end,
                mark: Mark::AmbiguousRun { reading },
            });
        } else if number.eastern
            && signs.is_empty()
            && let Some(start) = minus_before(text, number)
        {
            let reading = Reading::Negative {
                value: number.text(text).to_owned(),
            };
            found.push(Marked {
                range: start..number.range.end,
                mark: Mark::AmbiguousRun { reading },
            });
        }
        first = last + 1;
    }
    found
}

/// What stands between two numbers of a run.
struct Sign {
    c: char,
    /// A single slash, colon or the like between digits of one kind keeps its order everywhere.
    keeps_order: bool,
}

fn joining_sign(between: &str, left: &Number, right: &Number, text: &str) -> Option<Sign> {
    let bare = between
        .trim_start_matches(['%', '٪', '°'])
        .trim_matches([' ', '\u{A0}', '\u{202F}']);
    let mut chars = bare.chars();
    let sign = match (chars.next(), chars.next()) {
        (Some(c), None) => c,
        (None, _) if between == " " && is_grouped(left.text(text), right.text(text)) => ' ',
        _ => return None,
    };
    let known = matches!(
        sign,
        '-' | '–' | '−' | '‐' | '‑' | '/' | ':' | '×' | '*' | 'x' | '+' | '±' | '→' | '~' | ' '
    );
    // In `5 -٢` the sign belongs to the second number.
    let sides = between.starts_with(' ') == between.ends_with(' ');
    (known && sides).then_some(Sign {
        c: sign,
        keeps_order: matches!(sign, '/' | ':') && between.chars().count() == 1,
    })
}

fn is_grouped(left: &str, right: &str) -> bool {
    (1..=3).contains(&left.chars().count())
        && right.chars().count() == 3
        && left
            .chars()
            .chain(right.chars())
            .all(chars::is_eastern_digit)
}

/// Where a minus stands that touches the number and no letter.
fn minus_before(text: &str, number: &Number) -> Option<usize> {
    let mut before = chars::cut(text, 0, number.range.start).char_indices().rev();
    let (at, _) = before
        .next()
        .filter(|&(_, c)| matches!(c, '-' | '−' | '–'))?;
    let free = before.next().is_none_or(|(_, c)| {
        !matches!(
            chars::kind(c),
            Kind::Ltr | Kind::Rtl | Kind::Digit | Kind::Mark
        ) && !matches!(c, '-' | '−' | '–')
    });
    free.then_some(at)
}

fn reading(parts: Vec<String>, signs: &[char]) -> Reading {
    let dash = |c: &char| matches!(c, '-' | '–' | '−' | '‐' | '‑' | '~');
    let small =
        parts.len() >= 3 && parts.len() <= 4 && parts.iter().all(|part| part.chars().count() == 1);
    if signs.iter().all(|c| *c == ' ') {
        return Reading::Grouped {
            value: parts.iter().map(|part| chars::ascii_digits(part)).collect(),
        };
    }
    if let Some(date) = date(&parts, signs) {
        return date;
    }
    if small && (signs.iter().all(dash) || signs.iter().all(|c| matches!(c, '+' | '/'))) {
        return Reading::Schedule { parts };
    }
    match (signs, parts.as_slice()) {
        ([c], [from, to]) if dash(c) => Reading::Range {
            from: from.clone(),
            to: to.clone(),
        },
        (['→'], [from, to]) => Reading::Change {
            from: from.clone(),
            to: to.clone(),
        },
        (['±'], [value, by]) => Reading::Spread {
            value: value.clone(),
            by: by.clone(),
        },
        (['/' | ':'], _) => Reading::Ratio { parts },
        (['×' | '*' | 'x'], _) => Reading::Product { parts },
        _ => Reading::Sequence { parts },
    }
}

fn date(parts: &[String], signs: &[char]) -> Option<Reading> {
    let [first, second, third] = parts else {
        return None;
    };
    if signs
        .iter()
        .any(|c| !matches!(c, '-' | '–' | '−' | '‐' | '‑' | '/'))
    {
        return None;
    }
    let value = |part: &String| chars::ascii_digits(part).parse::<u32>().ok();
    let (year, day) = match (first.chars().count(), third.chars().count()) {
        (4, 1..=2) => (value(first)?, value(third)?),
        (1..=2, 4) => (value(third)?, value(first)?),
        _ => return None,
    };
    let month = value(second)?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Reading::Date {
        year,
        month,
        day,
    })
}
