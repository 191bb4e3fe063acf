//! What follows from the age of a pregnancy in days, however that was found.

use crate::day::Day;
use crate::kit::*;

/// From the first day of the last period to the expected date: 40 weeks.
const TERM: i64 = 280;
/// Beyond 45 weeks the dates are wrong.
const LONGEST: i64 = 315;

const BANDS: Bands = &[
    Band::lowest("before-term"),
    Band::at_least(259.0, "at-term"),
    Band::at_least(294.0, "after-term"),
];

pub(crate) const FIGURES: &[Figure] = &[
    Figure::result("expected-delivery", "", Decimals(0)),
    Figure::result("gestation-total", "day", Decimals(0)).bands(BANDS),
    Figure::result("gestation-weeks", "week", Decimals(0)),
    Figure::result("gestation-days", "day", Decimals(0)),
];

pub(crate) const SOURCES: &[Source] = &[
    Source::new(
        "American College of Obstetricians and Gynecologists. Methods for estimating the due date. Committee Opinion 700. Obstet Gynecol 129:e150–e154",
        2017,
        "doi:10.1097/AOG.0000000000002046",
    ),
    Source::new(
        "World Health Organization. International statistical classification of diseases, 10th revision, volume 2: preterm, term and post-term",
        2016,
        "https://icd.who.int/browse10",
    ),
];

/// The answer for a pregnancy that is so many days old on a day; `first` is the field that a wrong order is blamed on.
pub(crate) fn answer(day: Day, days: i64, first: &'static str) -> Answered {
    if !(0..=LONGEST).contains(&days) {
        return Err(Conflict {
            field: first,
            key: "not-in-pregnancy",
        });
    }
    Ok(Answer::new()
        .day("expected-delivery", day.plus(TERM - days))
        .give("gestation-total", days as f64)
        .give("gestation-weeks", (days / 7) as f64)
        .give("gestation-days", (days % 7) as f64)
        .note("dates-first-scan"))
}
