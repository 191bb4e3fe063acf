//! Total calcium as it would be with a normal albumin.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "corrected-calcium",
    group: Group::Kidney,
    version: 1,
    names: &[
        "corrected calcium",
        "adjusted calcium",
        "albumin calcium",
        "hypercalcaemia",
        "hypocalcaemia",
        "الكالسيوم المصحح",
        "تصحيح الكالسيوم",
    ],
    fields: &[CALCIUM, ALBUMIN],
    figures: &[
        Figure::result("calcium-corrected", "mg/dL", Decimals(2))
            .by("{calcium:mg/dL} + 0.8 × (4 − {albumin:g/dL})"),
        Figure::result("calcium-corrected-molar", "mmol/L", Decimals(2))
            .by("{calcium-corrected} × 10 / 40.078"),
    ],
    sources: &[
        Source::new("Correcting the calcium. Br Med J 1:598", 1977, ""),
        Source::new(
            "Payne RB, Little AJ, Williams RB, Milner JR. Interpretation of serum calcium in patients with abnormal serum proteins. Br Med J 4:643–646",
            1973,
            "doi:10.1136/bmj.4.5893.643",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let corrected = inputs.number("calcium") + 0.8 * (4.0 - inputs.number("albumin"));
        Ok(Answer::new()
            .give("calcium-corrected", corrected)
            .give("calcium-corrected-molar", corrected * 10.0 / 40.078)
            .note("ionised-is-better"))
    },
};
