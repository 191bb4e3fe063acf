//! Times as terminals and scripts read them.

use sanad_domain::Timestamp;

/// `2026-11-21 16:30 (UTC+03:00)`: what a clock on the wall shows that is so many minutes ahead of UTC.
pub(crate) fn on_the_wall(time: Timestamp, minutes_ahead: i32) -> String {
    let shown = utc(Timestamp(time.0 + i64::from(minutes_ahead) * 60_000));
    let minute: String = shown.chars().take("2026-11-21 16:30".len()).collect();
    let sign = if minutes_ahead < 0 { '-' } else { '+' };
    let ahead = minutes_ahead.unsigned_abs();
    format!("{minute} (UTC{sign}{:02}:{:02})", ahead / 60, ahead % 60)
}

/// `2026-11-21 13:30:43Z`: UTC, in Latin digits, sortable.
pub(crate) fn utc(time: Timestamp) -> String {
    let seconds = time.0.div_euclid(1000);
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}Z")
}

/// Year, month and day of a count of days since 1970, after Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    // Years begin on 1 March here, so that the leap day is the last.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 {
        march_month + 3
    } else {
        march_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_clock_is_ahead_of_utc_or_behind_it() {
        let time = Timestamp(1_709_251_199_000);
        assert_eq!(on_the_wall(time, 0), "2024-02-29 23:59 (UTC+00:00)");
        assert_eq!(on_the_wall(time, 210), "2024-03-01 03:29 (UTC+03:30)");
        assert_eq!(on_the_wall(time, -570), "2024-02-29 14:29 (UTC-09:30)");
    }

    #[test]
    fn times_are_those_of_the_calendar() {
        for (milliseconds, said) in [
            (0, "1970-01-01 00:00:00Z"),
            (-1, "1969-12-31 23:59:59Z"),
            (951_782_399_999, "2000-02-28 23:59:59Z"),
            (951_782_400_000, "2000-02-29 00:00:00Z"),
            (1_709_251_199_000, "2024-02-29 23:59:59Z"),
            (4_107_542_400_000, "2100-03-01 00:00:00Z"),
        ] {
            assert_eq!(utc(Timestamp(milliseconds)), said);
        }
    }
}
