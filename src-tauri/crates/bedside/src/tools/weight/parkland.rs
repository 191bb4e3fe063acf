//! Fluid in the first day after a burn, after Baxter's Parkland formula.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "parkland",
    group: Group::Weight,
    version: 1,
    names: &[
        "Parkland",
        "burns",
        "burn fluid",
        "Baxter",
        "TBSA",
        "باركلاند",
        "الحروق",
        "سوائل الحروق",
        "حرق",
    ],
    fields: &[
        WEIGHT_ANY,
        Field::number("burned-area", &q::AREA_PERCENT, (0.5, 100.0), (5.0, 90.0)),
        Field::number("hours-since-burn", &q::HOURS, (0.0, 24.0), (0.0, 24.0)),
        Field::number("fluid-given", &q::VOLUME, (0.0, 40_000.0), (0.0, 10_000.0)),
    ],
    figures: &[
        Figure::result("parkland-day", "mL", Decimals(0)).by("4 × {weight:kg} × {burned-area:%}"),
        Figure::result("parkland-first", "mL", Decimals(0)).by("{parkland-day} / 2"),
        Figure::result("parkland-first-rate", "mL/h", Decimals(0))
            .by("max({parkland-first} − {fluid-given:mL}, 0) / (8 − {hours-since-burn:h})"),
        Figure::result("parkland-second-rate", "mL/h", Decimals(0))
            .by("({parkland-day} − {parkland-first}) / 16"),
    ],
    sources: &[Source::new(
        "Baxter CR. Fluid volume and electrolyte changes of the early postburn period. Clin Plast Surg 1:693–703",
        1974,
        "",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let day = parkland(inputs.number("weight"), inputs.number("burned-area"));
        let first = day / 2.0;
        let (given, hours) = (
            inputs.number("fluid-given"),
            inputs.number("hours-since-burn"),
        );
        let mut answer = Answer::new()
            .give("parkland-day", day)
            .give("parkland-first", first);
        // Seven and a half hours after the burn the formula asks for a flood: what is left goes in by the patient's state.
        if exceeds(8.0 - hours, 0.5) {
            let rate = (first - given).max(0.0) / (8.0 - hours);
            answer = answer.give("parkland-first-rate", rate);
        } else {
            answer = answer.note("parkland-late");
        }
        Ok(answer
            .give("parkland-second-rate", (day - first) / 16.0)
            .note("parkland-titrate"))
    },
};

/// mL in 24 hours from the burn, from kg and per cent of the body surface.
fn parkland(weight: f64, area: f64) -> f64 {
    4.0 * weight * area
}
