//! Energy of a synchronised shock for a child whose fast heart has a pulse.

use super::defibrillation::{ADULT_ENERGY, energy};
use super::{AHA_2020, WEIGHT_OF_CHILD};
use crate::kit::*;

/// J for each kilogram, the first time.
const PER_KG: f64 = 1.0;

pub(crate) const TOOL: Tool = Tool {
    key: "cardioversion",
    group: Group::Emergency,
    version: 1,
    names: &[
        "cardioversion",
        "synchronised shock",
        "SVT shock",
        "tachycardia shock",
        "قلب النظم",
        "تقويم نظم القلب",
        "صدمة متزامنة",
        "تسرع القلب",
    ],
    fields: &[WEIGHT_OF_CHILD, ADULT_ENERGY],
    figures: &[
        Figure::step("energy-by-weight", "J").by("{weight:kg} × 1"),
        Figure::result("shock-energy", "J", Significant(3))
            .by("min({energy-by-weight}, {adult-energy:J})"),
    ],
    sources: &[
        AHA_2020,
        Source::new(
            "Resuscitation Council (UK). Paediatric advanced life support: guidelines 2015, section 2",
            2015,
            "https://www.resus.org.uk",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        Ok(energy(inputs, PER_KG)
            .note("cardioversion-how")
            .note("children-only"))
    },
};
