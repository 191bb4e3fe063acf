//! Amiodarone in a child's cardiac arrest with a rhythm that shocks do not end.

use super::{
    AHA_2010, BC_CHILDRENS, DOSE, Dose, VOLUME, WEIGHT_OF_CHILD, drug, is_hard_to_draw_up,
};
use crate::kit::*;

const AMIODARONE: Dose = Dose {
    per_kg: 5.0,
    at_most: 300.0,
};

pub(crate) const TOOL: Tool = Tool {
    key: "amiodarone-arrest",
    group: Group::Emergency,
    version: 1,
    names: &[
        "amiodarone",
        "ventricular fibrillation drug",
        "VF amiodarone",
        "أميودارون",
        "رجفان بطيني",
    ],
    fields: &[WEIGHT_OF_CHILD, STRENGTH.within((0.5, 100.0), (1.0, 50.0))],
    figures: &[
        Figure::step("dose-by-weight", "mg").by("{weight:kg} × 5"),
        DOSE.by("min({dose-by-weight}, 300)"),
        VOLUME,
    ],
    sources: &[AHA_2010, BC_CHILDRENS],
    reviewed_by: None,
    calculate: |inputs| {
        Ok(drug(inputs, &AMIODARONE)
            .note("amiodarone-how")
            .note("children-only")
            .note_if(is_hard_to_draw_up(inputs, &AMIODARONE), "dilute-first"))
    },
};
