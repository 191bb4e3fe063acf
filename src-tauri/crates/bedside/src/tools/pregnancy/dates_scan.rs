//! Expected date of delivery and age of the pregnancy from an ultrasound scan.

use super::dated;
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "dates-scan",
    group: Group::Pregnancy,
    version: 1,
    names: &[
        "EDD by scan",
        "ultrasound dating",
        "dating scan",
        "gestational age by scan",
        "موعد الولادة بالسونار",
        "عمر الحمل بالإيكو",
        "التصوير بالأمواج فوق الصوتية",
        "السونار",
    ],
    fields: &[
        Field::day("scan-day"),
        Field::number("scan-weeks", &q::WEEKS, (4.0, 42.0), (5.0, 40.0)).whole(),
        Field::number("scan-days", &q::DAYS, (0.0, 6.0), (0.0, 6.0)).whole(),
        Field::day("day-of-interest"),
    ],
    figures: dated::FIGURES,
    sources: dated::SOURCES,
    reviewed_by: None,
    calculate: |inputs| {
        let day = inputs.day("day-of-interest");
        let at_scan = inputs.number("scan-weeks") * 7.0 + inputs.number("scan-days");
        let days = at_scan as i64 + day.0 - inputs.day("scan-day").0;
        dated::answer(day, days, "scan-day")
    },
};
