//! Lorazepam into the vein for a convulsion that does not end.

use super::{
    AES_2016, BC_CHILDRENS, DOSE, Dose, VOLUME, WEIGHT_IN_EMERGENCY, drug, is_hard_to_draw_up,
};
use crate::kit::*;

const LORAZEPAM: Dose = Dose {
    per_kg: 0.1,
    at_most: 4.0,
};

pub(crate) const TOOL: Tool = Tool {
    key: "seizure-lorazepam",
    group: Group::Emergency,
    version: 1,
    names: &[
        "lorazepam",
        "seizure",
        "status epilepticus",
        "convulsion",
        "fits",
        "لورازيبام",
        "اختلاج",
        "نوبة صرع",
        "تشنج",
        "الحالة الصرعية",
    ],
    fields: &[
        WEIGHT_IN_EMERGENCY,
        STRENGTH.within((0.05, 20.0), (0.4, 4.0)),
    ],
    figures: &[
        Figure::step("dose-by-weight", "mg").by("{weight:kg} × 0.1"),
        DOSE.by("min({dose-by-weight}, 4)"),
        VOLUME,
    ],
    sources: &[AES_2016, BC_CHILDRENS],
    reviewed_by: None,
    calculate: |inputs| {
        Ok(drug(inputs, &LORAZEPAM)
            .note("seizure-how")
            .note_if(is_hard_to_draw_up(inputs, &LORAZEPAM), "dilute-first"))
    },
};
