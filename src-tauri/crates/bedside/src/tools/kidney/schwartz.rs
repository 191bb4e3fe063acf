//! Glomerular filtration rate of children: the bedside Schwartz equation.

use super::ckd_epi::GFR_BANDS;
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "schwartz",
    group: Group::Kidney,
    version: 1,
    names: &[
        "Schwartz",
        "bedside Schwartz",
        "child eGFR",
        "paediatric GFR",
        "شوارتز",
        "ترشيح الكلية عند الأطفال",
        "وظيفة الكلية للطفل",
    ],
    fields: &[
        // The children whom the equation was made from were 1 to 16 years old.
        Field::number("child-age", &q::CHILD_AGE, (12.0, 216.0), (12.0, 204.0)),
        HEIGHT.within((30.0, 230.0), (75.0, 190.0)),
        CREATININE.within((0.05, 60.0), (0.15, 12.0)),
    ],
    figures: &[Figure::result("egfr", "mL/min/1.73 m²", Decimals(0))
        .by("0.413 × {height:cm} / {creatinine:mg/dL}")
        .bands(GFR_BANDS)],
    sources: &[
        Source::new(
            "Schwartz GJ, Muñoz A, Schneider MF, et al. New equations to estimate GFR in children with CKD. J Am Soc Nephrol 20:629–637",
            2009,
            "doi:10.1681/ASN.2008030287",
        ),
        Source::new(
            "KDIGO 2024 clinical practice guideline for the evaluation and management of chronic kidney disease. Kidney Int 105(4S):S117–S314",
            2024,
            "doi:10.1016/j.kint.2023.10.018",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let egfr = 0.413 * inputs.number("height") / inputs.number("creatinine");
        // Below two years the kidney is still growing into its work, and the categories of KDIGO say nothing.
        let graded = reaches(inputs.number("child-age"), 24.0);
        Ok(Answer::new()
            .banded("egfr", egfr, if graded { GFR_BANDS } else { &[] })
            .note_if(!graded, "schwartz-no-category")
            .note("schwartz-ages"))
    },
};
