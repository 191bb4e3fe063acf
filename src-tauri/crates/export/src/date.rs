//! Dates as they stand in documents and names: ISO 8601, in UTC, with Latin digits.

use sanad_domain::Timestamp;

const DAY: i64 = 86_400_000;

/// Year, month and day of the Gregorian calendar, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

/// The day that a time falls on, by Howard Hinnant's `civil_from_days`.
pub(crate) fn day_of(time: Timestamp) -> Day {
    let days = time.0.div_euclid(DAY) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    Day {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month,
        day: of_year - (153 * shifted + 2) / 5 + 1,
    }
}

/// `2026-11-21`.
pub(crate) fn day(time: Timestamp) -> String {
    let Day { year, month, day } = day_of(time);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2026-11-21 14:05 UTC`.
pub(crate) fn minute(time: Timestamp) -> String {
    let minutes = time.0.rem_euclid(DAY) / 60_000;
    format!("{} {:02}:{:02} UTC", day(time), minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_date_writes_it() {
        // date -u -d @N '+%F %H:%M UTC'
        for (seconds, written) in [
            (0, "1970-01-01 00:00 UTC"),
            (-1, "1969-12-31 23:59 UTC"),
            (951_782_400, "2000-02-29 00:00 UTC"),
            (1_790_000_000, "2026-09-21 14:13 UTC"),
            (4_107_542_400, "2100-03-01 00:00 UTC"),
            (1_735_689_599, "2024-12-31 23:59 UTC"),
        ] {
            assert_eq!(minute(Timestamp(seconds * 1000)), written);
        }
    }
}
