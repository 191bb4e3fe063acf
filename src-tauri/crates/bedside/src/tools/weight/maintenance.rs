//! Maintenance fluid after Holliday and Segar.

use crate::kit::*;

/// mL a day; grown patients are hardly ever given more, whatever their weight.
const USUAL_CEILING: f64 = 2500.0;

pub(crate) const TOOL: Tool = Tool {
    key: "maintenance-fluid",
    group: Group::Weight,
    version: 1,
    names: &[
        "maintenance fluid",
        "Holliday-Segar",
        "4-2-1",
        "daily fluid",
        "سوائل الصيانة",
        "سوائل المداومة",
        "احتياج السوائل",
        "هوليداي سيغار",
        "هوليداي سيجار",
    ],
    // Newborns need less in their first days: the rule begins beyond them.
    fields: &[WEIGHT.within((2.5, 120.0), (3.0, 70.0))],
    figures: &[
        Figure::result("maintenance-day", "mL/day", Decimals(0)).by(
            "100 × min({weight:kg}, 10) + 50 × min(max({weight:kg} − 10, 0), 10) + 20 × max({weight:kg} − 20, 0)",
        ),
        Figure::result("maintenance-hour", "mL/h", Decimals(1)).by("{maintenance-day} / 24"),
    ],
    sources: &[Source::new(
        "Holliday MA, Segar WE. The maintenance need for water in parenteral fluid therapy. Pediatrics 19:823–832",
        1957,
        "",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let day = holliday_segar(inputs.number("weight"));
        Ok(Answer::new()
            .give("maintenance-day", day)
            .give("maintenance-hour", day / 24.0)
            .note_if(exceeds(day, USUAL_CEILING), "maintenance-above-ceiling")
            .note("maintenance-isotonic")
            .note("maintenance-not-newborn"))
    },
};

/// mL a day, from kg: 100 for each of the first ten kilograms, 50 for each of the second, 20 for each further one.
fn holliday_segar(weight: f64) -> f64 {
    100.0 * weight.min(10.0)
        + 50.0 * (weight - 10.0).clamp(0.0, 10.0)
        + 20.0 * (weight - 20.0).max(0.0)
}
