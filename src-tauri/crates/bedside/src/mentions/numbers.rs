//! Single numbers of a text, each with what stands before and behind it.

use std::ops::Range;

use sanad_text::fold;

use super::labels::{self, Forms};
use super::units::{self, Behind};

/// Which of two numbers joined by a stroke it is, as in 120/80.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    First,
    Second,
}

/// A number that stands by itself, or in a pair.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// As written.
    pub(super) text: String,
    range: Range<usize>,
    /// The unit; of a pair the one behind both.
    pub(super) behind: Behind,
    /// The words before it in its clause, without those that only join: in `weight is 82` the word `weight`.
    pub(super) before: Vec<Forms>,
    /// The fields that the name before it stands for; none where it names something else, `None` without a name.
    pub(super) named: Option<&'static [&'static str]>,
    /// Whether it is said to be somebody's age: `65 years old`, `65-year-old`.
    pub(super) is_old: bool,
    pub(super) pair: Option<Pair>,
}

/// Bytes of text on either side of a number in which its name and its unit are looked for.
const REACH: usize = 80;

/// Characters of text around a number that are shown with it, on either side.
const SHOWN_AROUND: usize = 24;

/// Every number that is one exact value. A line that begins with `>` is a quotation, not what the person wrote.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim_start().starts_with('>') {
            let ranges = ranges(line);
            found.extend((0..ranges.len()).filter_map(|index| of(line, at, &ranges, index)));
        }
        at += line.len();
    }
    found
}

impl Found {
    /// The words around the number on its line, cut between words.
    pub(super) fn context(&self, text: &str) -> String {
        let (before, rest) = text
            .split_at_checked(self.range.start)
            .unwrap_or(("", text));
        let line_before = before.rsplit('\n').next().unwrap_or_default();
        let line_behind = rest.split('\n').next().unwrap_or_default();
        let skipped = line_before.chars().count().saturating_sub(SHOWN_AROUND);
        let head: String = line_before.chars().skip(skipped).collect();
        let shown = self.range.len() + SHOWN_AROUND;
        let tail: String = line_behind.chars().take(shown).collect();
        let is_cut = tail.len() < line_behind.len();
        let head = match head.split_once(' ') {
            Some((_, whole)) if skipped > 0 => format!("… {whole}"),
            _ => head,
        };
        let tail = match tail.rsplit_once(' ') {
            Some((whole, _)) if is_cut => format!("{whole} …"),
            _ => tail,
        };
        format!("{head}{tail}").trim().to_owned()
    }
}

/// Runs of digits with single separators between them.
fn ranges(line: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut characters = line.char_indices().peekable();
    let mut open: Option<Range<usize>> = None;
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let next_is_digit = characters.peek().is_some_and(|&(_, next)| is_digit(next));
        match &mut open {
            Some(range) if is_digit(c) || (is_separator(c) && next_is_digit) => range.end = end,
            None if is_digit(c) => open = Some(at..end),
            _ => ranges.extend(open.take()),
        }
    }
    ranges.extend(open);
    ranges
}

fn of(line: &str, offset: usize, ranges: &[Range<usize>], index: usize) -> Option<Found> {
    let range = ranges.get(index)?.clone();
    let (before, rest) = line.split_at_checked(range.start)?;
    let (text, behind) = rest.split_at_checked(range.len())?;
    let (before, behind) = (last_of(before), first_of(behind));
    if before.ends_with(|c: char| c.is_alphabetic() || matches!(c, '^' | '_' | '-' | '−' | '–'))
        || is_limit(before)
        || joins(before, behind)
    {
        return None;
    }
    let (pair, name_before, unit_behind) = match pair_of(line, ranges, index) {
        PairOf::None => (None, before, behind),
        PairOf::Some(pair, before, behind) => (Some(pair), before, behind),
        PairOf::Broken => return None,
    };
    let (unit, length) = units::at_beginning(unit_behind);
    let words = words_before(name_before);
    Some(Found {
        text: text.to_owned(),
        range: offset + range.start..offset + range.end,
        behind: unit,
        named: labels::named_at_end(&words),
        before: words,
        is_old: is_old(unit_behind, length),
        pair,
    })
}

/// The end of a text, from a character within [`REACH`] on.
fn last_of(text: &str) -> &str {
    let least = text.len().saturating_sub(REACH);
    let start = (least..=text.len()).find(|at| text.is_char_boundary(*at));
    start
        .and_then(|start| text.get(start..))
        .unwrap_or_default()
}

/// The beginning of a text, up to a character within [`REACH`].
fn first_of(text: &str) -> &str {
    let most = text.len().min(REACH);
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

enum PairOf<'line> {
    None,
    Some(Pair, &'line str, &'line str),
    /// One of three or more, as in a date.
    Broken,
}

fn pair_of<'line>(line: &'line str, ranges: &[Range<usize>], index: usize) -> PairOf<'line> {
    let stroke = |one: usize, other: usize| {
        ranges
            .get(one)
            .zip(ranges.get(other))
            .and_then(|(one, other)| line.get(one.end..other.start))
            .is_some_and(|gap| matches!(gap.trim(), "/" | "over" | "على"))
    };
    let after = stroke(index, index + 1);
    let before = index > 0 && stroke(index - 1, index);
    let edges = |first: usize| {
        let (one, other) = ranges.get(first).zip(ranges.get(first + 1))?;
        Some((
            last_of(line.get(..one.start)?),
            first_of(line.get(other.end..)?),
        ))
    };
    match (before, after) {
        (false, false) => PairOf::None,
        (false, true) if !stroke(index + 1, index + 2) => edges(index)
            .map_or(PairOf::Broken, |(before, behind)| {
                PairOf::Some(Pair::First, before, behind)
            }),
        (true, false) if index < 2 || !stroke(index - 2, index - 1) => edges(index - 1)
            .map_or(PairOf::Broken, |(before, behind)| {
                PairOf::Some(Pair::Second, before, behind)
            }),
        _ => PairOf::Broken,
    }
}

/// Whether the number only says that something is more or less.
fn is_limit(before: &str) -> bool {
    before
        .trim_end()
        .ends_with(['<', '>', '≤', '≥', '±', '×', '*'])
        || labels::words(before).last().is_some_and(|last| {
            ["than", "under", "above", "below", "من", "فوق", "تحت", "دون"]
                .iter()
                .any(|word| last.contains(*word))
        })
}

/// Whether it is one end of a range: `5-10`, `5 to 10`, `5 إلى 10`.
fn joins(before: &str, behind: &str) -> bool {
    let joined = |text: &str, from_end: bool| {
        let text = fold(text.trim()).text;
        let is_digit_there = |rest: &str| {
            let rest = rest.trim();
            let next = if from_end {
                rest.chars().next_back()
            } else {
                rest.chars().next()
            };
            next.is_some_and(is_digit)
        };
        ["-", "–", "−", "to", "الي", "حتي", "±", "x", "×", "*", ":"]
            .iter()
            .filter_map(|sign| {
                if from_end {
                    text.strip_suffix(sign)
                } else {
                    text.strip_prefix(sign)
                }
            })
            .any(is_digit_there)
    };
    joined(behind, false) || joined(before, true)
}

/// The words of the clause that a number ends, the joining ones at its end left out.
fn words_before(before: &str) -> Vec<Forms> {
    let start = before
        .char_indices()
        .rev()
        .find(|&(_, c)| matches!(c, '.' | ';' | '؛' | ',' | '،' | '!' | '?' | '؟' | ')'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let mut words = labels::words(before.get(start..).unwrap_or_default());
    while words.last().is_some_and(|last| {
        JOINING
            .iter()
            .any(|word| last.contains(fold(word).text.as_str()))
    }) {
        words.pop();
    }
    words
}

/// Words between a name and its number.
const JOINING: &[&str] = &[
    "is",
    "was",
    "of",
    "at",
    "are",
    "now",
    "today",
    "about",
    "around",
    "approximately",
    "currently",
    "level",
    "value",
    "the",
    "a",
    "هو",
    "هي",
    "كان",
    "كانت",
    "الآن",
    "اليوم",
    "حوالي",
    "نحو",
    "تقريبا",
    "حاليا",
    "يساوي",
    "بلغ",
    "تبلغ",
    "يبلغ",
    "مستوى",
    "قيمته",
];

/// Whether what follows the unit says that a number of years is an age.
fn is_old(behind: &str, unit: usize) -> bool {
    let with_unit = behind.get(..unit).unwrap_or_default();
    let folded = fold(with_unit).text;
    folded.ends_with("old") || folded.contains("yo") || folded.contains("y/o")
}

fn is_digit(c: char) -> bool {
    c.is_numeric()
        && sanad_text::ascii_digits(&c.to_string())
            .chars()
            .all(|c| c.is_ascii_digit())
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\u{066B}' | '\u{066C}' | '\u{060C}')
}
