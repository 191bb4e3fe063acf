//! A time as it stands in the names of files: `20261120T192205Z`, in UTC.

use sanad_domain::Timestamp;

/// Year, month and day of the proleptic Gregorian calendar, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

impl Day {
    /// The day that a time falls on.
    pub(crate) fn of(time: Timestamp) -> Self {
        let mut days = time.0.div_euclid(86_400_000);
        // By eras of 400 years, which all have 146,097 days.
        let mut year = 1970 + days.div_euclid(146_097) * 400;
        days = days.rem_euclid(146_097);
        loop {
            let length = if is_leap(year) { 366 } else { 365 };
            if days < length {
                break;
            }
            days -= length;
            year += 1;
        }
        let mut month = 1;
        for length in [
            31,
            if is_leap(year) { 29 } else { 28 },
            31,
            30,
            31,
            30,
            31,
            31,
            30,
            31,
            30,
        ] {
            if days < length {
                break;
            }
            days -= length;
            month += 1;
        }
        Self {
            year,
            month,
            day: days + 1,
        }
    }
}

/// The time to the second, fit for the name of a file on any system.
pub(crate) fn stamp(time: Timestamp) -> String {
    let Day { year, month, day } = Day::of(time);
    let seconds = time.0.rem_euclid(86_400_000) / 1000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

fn is_leap(year: i64) -> bool {
    year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_named_as_date_names_it() {
        // date -u -d @N +%Y%m%dT%H%M%SZ
        for (seconds, name) in [
            (0, "19700101T000000Z"),
            (-1, "19691231T235959Z"),
            (951_782_400, "20000229T000000Z"),
            (951_868_800, "20000301T000000Z"),
            (1_790_000_000, "20260921T141320Z"),
            (4_107_542_400, "21000301T000000Z"),
            (1_735_689_599, "20241231T235959Z"),
        ] {
            assert_eq!(stamp(Timestamp(seconds * 1000)), name);
        }
    }
}
