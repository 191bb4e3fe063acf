//! Energy of a shock for a child in ventricular fibrillation.

use super::{AHA_2020, ERC_2021, WEIGHT_OF_CHILD};
use crate::kit::*;

/// J for each kilogram.
const PER_KG: f64 = 4.0;

/// What this machine gives an adult: no child gets more.
pub(super) const ADULT_ENERGY: Field =
    Field::number("adult-energy", &q::ENERGY, (50.0, 360.0), (100.0, 360.0));

pub(crate) const TOOL: Tool = Tool {
    key: "defibrillation",
    group: Group::Emergency,
    version: 1,
    names: &[
        "defibrillation",
        "shock energy",
        "joules",
        "VF",
        "pulseless VT",
        "إزالة الرجفان",
        "صدمة كهربائية",
        "طاقة الصدمة",
        "جول",
    ],
    fields: &[WEIGHT_OF_CHILD, ADULT_ENERGY],
    figures: &[
        Figure::step("energy-by-weight", "J").by("{weight:kg} × 4"),
        Figure::result("shock-energy", "J", Significant(3))
            .by("min({energy-by-weight}, {adult-energy:J})"),
    ],
    sources: &[AHA_2020, ERC_2021],
    reviewed_by: None,
    calculate: |inputs| {
        Ok(energy(inputs, PER_KG)
            .note("defibrillation-how")
            .note("children-only"))
    },
};

/// The energy by weight, cut at the adult one.
pub(super) fn energy(inputs: &Inputs, per_kg: f64) -> Answer {
    let by_weight = inputs.number("weight") * per_kg;
    let adult = inputs.number("adult-energy");
    Answer::new()
        .give("energy-by-weight", by_weight)
        .give("shock-energy", by_weight.min(adult))
        .note_if(exceeds(by_weight, adult), "energy-capped")
}
