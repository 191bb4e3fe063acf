//! Values that invite error, and what an ambiguous run of digits reads as in stored order.
//!
//! Owns the finding, never the words: a reading is data, and its sentence comes from Fluent.
//! It must never change a character of what it marks.

mod numbers;
mod runs;

use std::ops::Range;

use serde::Serialize;

use crate::inspect::WarningKind;
use crate::language::Language;

/// What a reader has to be warned of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mark {
    /// Digits and signs that some readers take from the right and some from the left (`٥-١٠`).
    AmbiguousRun {
        /// What the run says in stored order, which is the order in which it was typed.
        reading: Reading,
    },
    /// A comma as decimal sign (`2,5 mg`), which can be taken for a thousand or overlooked.
    DecimalComma {
        /// The number with a point, in ASCII digits: `2.5`.
        value: String,
    },
    /// A decimal without its leading zero (`.5`), read as 5 when the point is overlooked.
    NakedDecimal {
        /// The number with its zero, in ASCII digits: `0.5`.
        value: String,
    },
    /// A zero behind the point (`5.0`), read as 50 when the point is overlooked.
    TrailingZero {
        /// The number without it, in ASCII digits: `5`.
        value: String,
    },
    /// `U` for units, read as a zero or a four.
    UnitU,
    /// `µg`, read as `mg`.
    MicroSign,
    /// A figure of a generated text that no source gave. Found by the crate `guard`, never by [`marks`].
    Unsupported {
        /// What of it is in no source.
        missing: Missing,
        /// Whether the figure ends here; one that is partly bold is several pieces.
        ends: bool,
    },
    /// What a reader sees here may not be what is stored.
    Suspicious {
        /// Why.
        warning: WarningKind,
    },
}

/// What of a figure no source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// The value, or that it is a limit.
    Value,
    /// The unit: the number was told of something else.
    Unit,
    /// The medicine: the amount was told of another one.
    Drug,
}

/// What an ambiguous run says, its numbers as they are stored and in stored order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Reading {
    /// From one value to another.
    Range {
        /// The number stored first.
        from: String,
        /// The number stored last.
        to: String,
    },
    /// Doses through the day: morning, noon, evening, and bedtime where there are four.
    Schedule {
        /// Three or four small numbers.
        parts: Vec<String>,
    },
    /// A date; numbers as values.
    Date {
        /// Four digits.
        year: u32,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// A number below zero.
    Negative {
        /// The number without its sign.
        value: String,
    },
    /// One value to or over another (`١٢٠ / ٨٠`, `١ : ١٠٠٠`).
    Ratio {
        /// The numbers in stored order.
        parts: Vec<String>,
    },
    /// Numbers to be multiplied.
    Product {
        /// The numbers in stored order.
        parts: Vec<String>,
    },
    /// A change from one value to another.
    Change {
        /// The value before.
        from: String,
        /// The value after.
        to: String,
    },
    /// A value with its spread (`٥ ± ٢`).
    Spread {
        /// The value.
        value: String,
        /// How far it may lie off.
        by: String,
    },
    /// One number grouped with blanks (`١٠ ٠٠٠`).
    Grouped {
        /// The number in ASCII digits without blanks.
        value: String,
    },
    /// Numbers whose meaning is not known, in stored order.
    Sequence {
        /// The numbers in stored order.
        parts: Vec<String>,
    },
}

/// A mark with its place in the text, in UTF-8 bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// Exactly the characters to mark.
    pub range: Range<usize>,
    /// What is wrong with them.
    pub mark: Mark,
}

/// All values of a text that invite error, in order of their place.
///
/// A decimal comma is the rule in French and is not marked there.
#[must_use]
pub fn marks(text: &str, language: Language) -> Vec<Marked> {
    if !text
        .chars()
        .any(|c| crate::chars::is_digit(c) || matches!(c, 'µ' | 'μ'))
    {
        return Vec::new();
    }
    let numbers = numbers::find(text);
    let mut found = runs::ambiguous(text, &numbers);
    for number in &numbers {
        found.extend(number.marks(text, language));
    }
    found.extend(numbers::micro_signs(text));
    found.sort_by_key(|marked| (marked.range.start, marked.range.end));
    found
}
