//! What was entered into one field, and whether it can be taken.

use sanad_domain::{Bilingual, Language};

use crate::template::{Field, FieldKind, Named};

/// What stands in a field of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The field's key.
    pub field: String,
    /// As it was typed, or the key of a choice.
    pub text: String,
    /// The key of the unit; empty without one.
    pub unit: String,
}

/// Why an entry cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryProblem {
    /// The field's key.
    pub field: String,
    /// What is wrong.
    pub reason: EntryReason,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EntryReason {
    /// Nothing stands in a field that has to be filled in.
    Missing,
    /// The text has more characters than this.
    TooLong(u32),
    /// This is no plain number.
    NotANumber,
    /// The number is smaller than this.
    Below(f64),
    /// The number is larger than this.
    Above(f64),
    /// It is not said in which unit.
    NoUnit,
    /// None of the choices is called so.
    NoChoice,
    /// This is no day of the calendar, written year-month-day.
    NotADay,
}

impl EntryReason {
    /// As messages are called by it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong(_) => "too-long",
            Self::NotANumber => "not-a-number",
            Self::Below(_) => "below",
            Self::Above(_) => "above",
            Self::NoUnit => "no-unit",
            Self::NoChoice => "no-choice",
            Self::NotADay => "not-a-day",
        }
    }

    /// What it is measured by, in Latin digits; empty where there is nothing to measure by.
    #[must_use]
    pub fn limit(self) -> String {
        match self {
            Self::TooLong(limit) => limit.to_string(),
            Self::Below(limit) | Self::Above(limit) => limit.to_string(),
            _ => String::new(),
        }
    }
}

/// A unit of age, with the forms that a number wants behind it.
#[derive(Debug)]
pub struct AgeUnit {
    /// As the form gives it back.
    pub key: &'static str,
    /// As the form shows it.
    pub name: fn() -> Bilingual,
    english: [&'static str; 2],
    /// Behind 1, behind 2, behind 3 to 10, and behind all others.
    arabic: [&'static str; 4],
}

/// The units of an age, the usual one first.
pub const AGE_UNITS: [AgeUnit; 4] = [
    AgeUnit {
        key: "years",
        name: || both("years", "سنة"),
        english: ["year", "years"],
        arabic: ["سنة واحدة", "سنتان", "سنوات", "سنة"],
    },
    AgeUnit {
        key: "months",
        name: || both("months", "شهر"),
        english: ["month", "months"],
        arabic: ["شهر واحد", "شهران", "أشهر", "شهرًا"],
    },
    AgeUnit {
        key: "weeks",
        name: || both("weeks", "أسبوع"),
        english: ["week", "weeks"],
        arabic: ["أسبوع واحد", "أسبوعان", "أسابيع", "أسبوعًا"],
    },
    AgeUnit {
        key: "days",
        name: || both("days", "يوم"),
        english: ["day", "days"],
        arabic: ["يوم واحد", "يومان", "أيام", "يومًا"],
    },
];

/// No one has lived so long, in years.
const OLDEST: f64 = 130.0;

fn both(en: &str, ar: &str) -> Bilingual {
    Bilingual {
        en: en.to_owned(),
        ar: ar.to_owned(),
    }
}

/// What an entry says in a language; `None` for a field that is blank and may be.
///
/// # Errors
/// Why it cannot be taken.
pub(crate) fn said(
    field: &Field,
    entry: Option<&Entry>,
    language: Language,
) -> Result<Option<String>, EntryReason> {
    let text = entry.map_or("", |entry| entry.text.trim());
    let unit = entry.map_or("", |entry| entry.unit.as_str());
    if text.is_empty() {
        return match field.required {
            true => Err(EntryReason::Missing),
            false => Ok(None),
        };
    }
    match &field.kind {
        FieldKind::Text { longest } => line(text, *longest),
        FieldKind::LongText { longest } => short_enough(text, *longest),
        FieldKind::Number { units, least, most } => {
            let number = number(text, *least, *most)?;
            quantity(&number, unit, units, language)
        }
        FieldKind::Choice { choices } => {
            let chosen = choices.iter().find(|choice| choice.key == text);
            chosen
                .map(|choice| choice.name.of(language).to_owned())
                .ok_or(EntryReason::NoChoice)
        }
        FieldKind::Date => day(text),
        FieldKind::Age => age(text, unit, language),
    }
    .map(Some)
}

fn line(text: &str, longest: u32) -> Result<String, EntryReason> {
    let line: Vec<&str> = text.split_whitespace().collect();
    short_enough(&line.join(" "), longest)
}

fn short_enough(text: &str, longest: u32) -> Result<String, EntryReason> {
    match text.chars().nth(longest as usize) {
        None => Ok(text.to_owned()),
        Some(_) => Err(EntryReason::TooLong(longest)),
    }
}

/// The number in Latin digits with a point, and otherwise as it was typed: `5.0` stays `5.0`.
///
/// A comma is refused, since nobody can tell a thousand from a fraction by it.
pub(crate) fn number(
    text: &str,
    least: Option<f64>,
    most: Option<f64>,
) -> Result<String, EntryReason> {
    let plain: String = text.chars().map(latin).collect();
    let digits = plain.strip_prefix(['-', '\u{2212}']).unwrap_or(&plain);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_of_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    if !is_of_digits(whole) || !is_of_digits(fraction) {
        return Err(EntryReason::NotANumber);
    }
    let plain = plain.replace('\u{2212}', "-");
    let value: f64 = plain.parse().map_err(|_| EntryReason::NotANumber)?;
    match (least, most) {
        (Some(least), _) if value < least => Err(EntryReason::Below(least)),
        (_, Some(most)) if value > most => Err(EntryReason::Above(most)),
        _ => Ok(plain),
    }
}

fn latin(character: char) -> char {
    match character {
        '\u{660}'..='\u{669}' => digit(character, '\u{660}'),
        '\u{6F0}'..='\u{6F9}' => digit(character, '\u{6F0}'),
        '\u{66B}' => '.',
        other => other,
    }
}

fn digit(character: char, zero: char) -> char {
    char::from_digit(u32::from(character) - u32::from(zero), 10).unwrap_or(character)
}

/// Number and unit with a space between that does not break.
fn quantity(
    number: &str,
    unit: &str,
    units: &[Named],
    language: Language,
) -> Result<String, EntryReason> {
    if units.is_empty() {
        return Ok(number.to_owned());
    }
    let unit = units.iter().find(|known| known.key == unit);
    let unit = unit.ok_or(EntryReason::NoUnit)?;
    Ok(format!("{number}\u{a0}{}", unit.name.of(language)))
}

fn age(text: &str, unit: &str, language: Language) -> Result<String, EntryReason> {
    let unit = AGE_UNITS.iter().find(|known| known.key == unit);
    let unit = unit.ok_or(EntryReason::NoUnit)?;
    let per_year = match unit.key {
        "months" => 12.0,
        "weeks" => 53.0,
        "days" => 366.0,
        _ => 1.0,
    };
    let number = number(text, Some(0.0), Some(OLDEST * per_year))?;
    Ok(match language {
        Language::Arabic => arabic_age(&number, unit),
        _ => {
            let [one, other] = unit.english;
            let form = if number == "1" { one } else { other };
            format!("{number}\u{a0}{form}")
        }
    })
}

/// One and two are words; 3 to 10 and those that end in 03 to 10 want the plural, a fraction the singular.
fn arabic_age(number: &str, unit: &AgeUnit) -> String {
    let [one, two, few, other] = unit.arabic;
    let whole: Option<u32> = number.parse().ok();
    match whole.map(|whole| (whole, whole % 100)) {
        Some((1, _)) => one.to_owned(),
        Some((2, _)) => two.to_owned(),
        Some((_, 3..=10)) => format!("{number}\u{a0}{few}"),
        _ => format!("{number}\u{a0}{other}"),
    }
}

/// A day as it is written in files: year, month, day.
fn day(text: &str) -> Result<String, EntryReason> {
    let plain: String = text.chars().map(latin).collect();
    let parts: Vec<&str> = plain.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(EntryReason::NotADay);
    };
    let number = |part: &str, length: usize| -> Result<u32, EntryReason> {
        let is_plain = part.len() == length && part.chars().all(|c| c.is_ascii_digit());
        let number = part.parse().ok().filter(|_| is_plain);
        number.ok_or(EntryReason::NotADay)
    };
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    match (1..=days_of(year, month)).contains(&day) && year > 0 {
        true => Ok(plain),
        false => Err(EntryReason::NotADay),
    }
}

/// 0 for a month that is none.
fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind) -> Field {
        Field {
            key: "a".to_owned(),
            label: both("a", "a"),
            kind,
            required: true,
            offered: String::new(),
        }
    }

    fn entered(
        kind: FieldKind,
        text: &str,
        unit: &str,
        language: Language,
    ) -> Result<String, EntryReason> {
        let entry = Entry {
            field: "a".to_owned(),
            text: text.to_owned(),
            unit: unit.to_owned(),
        };
        said(&field(kind), Some(&entry), language).map(Option::unwrap_or_default)
    }

    fn weight() -> FieldKind {
        FieldKind::Number {
            units: vec![Named {
                key: "kg".to_owned(),
                name: both("kg", "كغ"),
            }],
            least: Some(0.3),
            most: Some(400.0),
        }
    }

    #[test]
    fn a_number_keeps_what_was_typed_and_stands_before_its_unit() {
        for (text, unit, language, expected) in [
            ("70", "kg", Language::English, Ok("70\u{a0}kg".to_owned())),
            (
                "٧٠٫٥",
                "kg",
                Language::Arabic,
                Ok("70.5\u{a0}كغ".to_owned()),
            ),
            ("5.0", "kg", Language::French, Ok("5.0\u{a0}kg".to_owned())),
            ("70", "", Language::English, Err(EntryReason::NoUnit)),
            ("70", "lb", Language::English, Err(EntryReason::NoUnit)),
            ("1,5", "kg", Language::English, Err(EntryReason::NotANumber)),
            (
                "5-10",
                "kg",
                Language::English,
                Err(EntryReason::NotANumber),
            ),
            ("1e3", "kg", Language::English, Err(EntryReason::NotANumber)),
            ("inf", "kg", Language::English, Err(EntryReason::NotANumber)),
            (".5", "kg", Language::English, Err(EntryReason::NotANumber)),
            ("0.2", "kg", Language::English, Err(EntryReason::Below(0.3))),
            (
                "401",
                "kg",
                Language::English,
                Err(EntryReason::Above(400.0)),
            ),
            (" ", "kg", Language::English, Err(EntryReason::Missing)),
        ] {
            assert_eq!(entered(weight(), text, unit, language), expected, "{text}");
        }
    }

    #[test]
    fn an_age_is_said_as_the_language_counts() {
        for (text, unit, english, arabic) in [
            ("1", "years", "1\u{a0}year", "سنة واحدة"),
            ("2", "months", "2\u{a0}months", "شهران"),
            ("٧", "years", "7\u{a0}years", "7\u{a0}سنوات"),
            ("10", "days", "10\u{a0}days", "10\u{a0}أيام"),
            ("11", "days", "11\u{a0}days", "11\u{a0}يومًا"),
            ("103", "years", "103\u{a0}years", "103\u{a0}سنوات"),
            ("2.5", "years", "2.5\u{a0}years", "2.5\u{a0}سنة"),
        ] {
            let said = |language| entered(FieldKind::Age, text, unit, language);
            assert_eq!(said(Language::English).as_deref(), Ok(english), "{text}");
            assert_eq!(said(Language::Arabic).as_deref(), Ok(arabic), "{text}");
        }
        let old = entered(FieldKind::Age, "131", "years", Language::English);
        assert_eq!(old, Err(EntryReason::Above(130.0)));
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for (text, is_a_day) in [
            ("2026-02-28", true),
            ("2024-02-29", true),
            ("٢٠٢٤-٠٢-٢٩", true),
            ("2026-02-29", false),
            ("2026-13-01", false),
            ("2026-00-01", false),
            ("2026-1-1", false),
            ("01-02-2026", false),
            ("2026-02", false),
        ] {
            let said = entered(FieldKind::Date, text, "", Language::Arabic);
            assert_eq!(said.is_ok(), is_a_day, "{text}: {said:?}");
        }
    }
}
