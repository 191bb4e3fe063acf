//! Days of the calendar, counted without a clock: today comes in as a field like any other.

use sanad_text::ascii_digits;
use serde::{Serialize, Serializer};

/// A day of the Gregorian calendar, as the number of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

impl Day {
    /// The day of a year, month and day; `None` when there is no such day.
    #[must_use]
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(1800..=2200).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        if !(1..=days_in(year, month)).contains(&day) {
            return None;
        }
        let before: i64 = (1..month).map(|month| days_in(year, month)).sum();
        let leap_days = (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400;
        let since_year_one = (year - 1) * 365 + leap_days + before + day - 1;
        Some(Self(since_year_one - DAYS_TO_1970))
    }

    /// Reads `2026-11-20`, in any digits, with `-`, `/` or `.` between the parts.
    ///
    /// The year comes first and has four digits: 3/4/2026 is read in two ways in two countries and is not read here.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = ascii_digits(text.trim());
        let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
        let parts: Vec<&str> = text.split(separator).collect();
        let [year, month, day] = parts.as_slice() else {
            return None;
        };
        let number = |part: &str, longest: usize| -> Option<i64> {
            (part.len() <= longest && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        if year.len() != 4 {
            return None;
        }
        Self::new(number(year, 4)?, number(month, 2)?, number(day, 2)?)
    }

    /// Year, month and day.
    #[must_use]
    pub fn civil(self) -> (i64, i64, i64) {
        let start = |year: i64| Self::new(year, 1, 1).expect("1 January is in every year");
        // The average year puts the guess at most one year off.
        let mut year = (self.0 * 400).div_euclid(146_097) + 1970;
        if start(year) > self {
            year -= 1;
        } else if start(year + 1) <= self {
            year += 1;
        }
        let mut rest = self.0 - start(year).0;
        let mut month = 1;
        while rest >= days_in(year, month) {
            rest -= days_in(year, month);
            month += 1;
        }
        (year, month, rest + 1)
    }

    /// The day so many days later, or earlier when negative.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }
}

/// Days from 1 January of year 1 to 1 January 1970.
const DAYS_TO_1970: i64 = 719_162;

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.civil();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_three_centuries_comes_back() {
        let first = Day::new(1900, 1, 1).expect("a day");
        let last = Day::new(2199, 12, 31).expect("a day");
        let mut expected = first;
        for number in first.0..=last.0 {
            let (year, month, day) = Day(number).civil();
            assert_eq!(Day::new(year, month, day), Some(expected), "{number}");
            expected = expected.plus(1);
        }
    }

    #[test]
    fn known_days_have_their_numbers() {
        for (text, number) in [
            ("1970-01-01", 0),
            ("2000-02-29", 11_016),
            ("2026-11-20", 20_777),
            ("٢٠٢٦-١١-٢٠", 20_777),
            ("2026/11/20", 20_777),
            ("1969-12-31", -1),
        ] {
            assert_eq!(Day::read(text), Some(Day(number)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_or_has_two_readings_is_refused() {
        for text in [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "3/4/2026",
            "26-11-20",
            "2026-11",
            "2026-11-20-1",
            "",
            "yesterday",
            "2026-+1-20",
        ] {
            assert_eq!(Day::read(text), None, "{text}");
        }
    }
}
