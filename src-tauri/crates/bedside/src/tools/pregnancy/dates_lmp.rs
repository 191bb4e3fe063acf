//! Expected date of delivery and age of the pregnancy from the last menstrual period.

use super::dated;
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "dates-lmp",
    group: Group::Pregnancy,
    version: 1,
    names: &[
        "EDD",
        "due date",
        "LMP",
        "gestational age",
        "Naegele",
        "pregnancy dates",
        "موعد الولادة",
        "آخر دورة شهرية",
        "عمر الحمل",
        "حساب الحمل",
        "نيغل",
    ],
    fields: &[Field::day("last-period"), Field::day("day-of-interest")],
    figures: dated::FIGURES,
    sources: dated::SOURCES,
    reviewed_by: None,
    calculate: |inputs| {
        let day = inputs.day("day-of-interest");
        let days = day.0 - inputs.day("last-period").0;
        dated::answer(day, days, "last-period")
    },
};
