//! Adrenaline into the muscle for anaphylaxis.

use super::{
    DOSE, DOSE_IN_MICROGRAMS, Dose, VOLUME, WEIGHT_IN_EMERGENCY, from_weight, is_hard_to_draw_up,
    small_dose,
};
use crate::kit::*;

const ADRENALINE: Dose = Dose {
    per_kg: 0.01,
    at_most: 0.5,
};

/// Below, one of the sources gives the smallest infants a fixed dose.
const LEAST_WEIGHT: f64 = 7.5;

pub(crate) const TOOL: Tool = Tool {
    key: "adrenaline-anaphylaxis",
    group: Group::Emergency,
    version: 1,
    names: &[
        "adrenaline anaphylaxis",
        "epinephrine anaphylaxis",
        "anaphylaxis",
        "allergic shock",
        "IM adrenaline",
        "أدرينالين للتأق",
        "التأق",
        "صدمة تحسسية",
        "الأدرينالين العضلي",
        "إبينفرين",
        "حساسية مفرطة",
    ],
    fields: &[
        WEIGHT_IN_EMERGENCY,
        // Into the muscle goes 1 mg/mL and nothing else: both sources count in it alone.
        STRENGTH.within((1.0, 1.0), (1.0, 1.0)).offering(1.0),
    ],
    figures: &[
        Figure::step("dose-by-weight", "mg").by("{weight:kg} × 0.01"),
        DOSE.by("min({dose-by-weight}, 0.5)"),
        VOLUME,
        DOSE_IN_MICROGRAMS,
    ],
    sources: &[
        Source::new(
            "World Allergy Organization. Risk and safety requirements for diagnostic and therapeutic procedures in allergology: World Allergy Organization statement, table 4. World Allergy Organ J",
            2016,
            "doi:10.1186/s40413-016-0122-3",
        ),
        Source::new(
            "Australasian Society of Clinical Immunology and Allergy. ASCIA guidelines: acute management of anaphylaxis",
            2024,
            "https://www.allergy.org.au/images/ASCIA_HP_Guidelines_Acute_Management_Anaphylaxis_2024.pdf",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        from_weight(inputs, LEAST_WEIGHT)?;
        // Diluting would make another strength than the one that goes into the muscle.
        Ok(small_dose(inputs, &ADRENALINE)
            .note("anaphylaxis-how")
            .note_if(
                is_hard_to_draw_up(inputs, &ADRENALINE),
                "small-volume-undiluted",
            ))
    },
};
