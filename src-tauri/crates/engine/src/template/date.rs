//! `strftime_now`, which some templates call to tell the model the date.

use std::time::{SystemTime, UNIX_EPOCH};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = [
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
];
const SECONDS_OF_A_DAY: u64 = 86_400;

/// The parts of `strftime` that templates use, in UTC; other conversions are left as they stand.
pub(super) fn format(now: SystemTime, format: &str) -> String {
    let seconds = now
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| elapsed.as_secs());
    let (day_count, second) = (seconds / SECONDS_OF_A_DAY, seconds % SECONDS_OF_A_DAY);
    let (year, month, day) = civil_date(day_count);
    let month_name = named(&MONTHS, month - 1);
    let weekday_name = named(&WEEKDAYS, day_count % 7);
    let mut text = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        match characters.next() {
            Some('Y') => text += &year.to_string(),
            Some('m') => text += &format!("{month:02}"),
            Some('d') => text += &format!("{day:02}"),
            Some('B') => text += month_name,
            Some('b') => text.extend(month_name.chars().take(3)),
            Some('A') => text += weekday_name,
            Some('a') => text.extend(weekday_name.chars().take(3)),
            Some('H') => text += &format!("{:02}", second / 3600),
            Some('M') => text += &format!("{:02}", second / 60 % 60),
            Some('S') => text += &format!("{:02}", second % 60),
            Some('%') => text.push('%'),
            Some(other) => text.extend(['%', other]),
            None => text.push('%'),
        }
    }
    text
}

fn named(names: &[&'static str], index: u64) -> &'static str {
    usize::try_from(index)
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

/// Year, month and day of a count of days since 1970-01-01.
fn civil_date(mut days: u64) -> (u64, u64, u64) {
    let mut year = 1970;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if days < length {
            break;
        }
        days -= length;
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days + 1)
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn known_moments_are_written_as_strftime_writes_them() {
        // Checked against `date -u -d @… +…` of GNU coreutils.
        for (seconds, pattern, expected) in [
            (0, "%A %d %B %Y", "Thursday 01 January 1970"),
            (951_782_400, "%a %Y-%m-%d", "Tue 2000-02-29"),
            (1_709_251_199, "%d %b %Y %H:%M:%S", "29 Feb 2024 23:59:59"),
            (4_107_542_400, "%Y-%m-%d", "2100-03-01"),
            (1_735_689_600, "100 %% %q %", "100 % %q %"),
        ] {
            let moment = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!(format(moment, pattern), expected, "{seconds} {pattern}");
        }
    }
}
