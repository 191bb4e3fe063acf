//! Adrenaline into the vein or bone in a child's cardiac arrest.

use super::{
    AHA_2010, DOSE, DOSE_IN_MICROGRAMS, Dose, VOLUME, WEIGHT_OF_CHILD, is_hard_to_draw_up,
    small_dose,
};
use crate::kit::*;

const ADRENALINE: Dose = Dose {
    per_kg: 0.01,
    at_most: 1.0,
};

pub(crate) const TOOL: Tool = Tool {
    key: "adrenaline-arrest",
    group: Group::Emergency,
    version: 1,
    names: &[
        "adrenaline arrest",
        "epinephrine arrest",
        "cardiac arrest",
        "CPR adrenaline",
        "resuscitation",
        "أدرينالين في توقف القلب",
        "توقف القلب",
        "الإنعاش",
        "إبينفرين الإنعاش",
    ],
    fields: &[
        WEIGHT_OF_CHILD,
        // 1:10 000; with the 1:1000 ampoule undiluted the volume is a tenth, which is asked about.
        STRENGTH.within((0.01, 10.0), (0.1, 0.1)).offering(0.1),
    ],
    figures: &[
        Figure::step("dose-by-weight", "mg").by("{weight:kg} × 0.01"),
        DOSE.by("min({dose-by-weight}, 1)"),
        VOLUME,
        DOSE_IN_MICROGRAMS,
    ],
    sources: &[
        AHA_2010,
        Source::new(
            "Australian and New Zealand Committee on Resuscitation. ANZCOR guideline 12.4: medications and fluids in paediatric advanced life support (since then part of guideline 12.2)",
            2016,
            "https://www.anzcor.org",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        Ok(small_dose(inputs, &ADRENALINE)
            .note("adrenaline-arrest-how")
            .note("children-only")
            .note_if(is_hard_to_draw_up(inputs, &ADRENALINE), "dilute-first"))
    },
};
