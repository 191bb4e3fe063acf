//! Anion gap, and what it would be with a normal albumin.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "anion-gap",
    group: Group::Kidney,
    version: 1,
    names: &[
        "anion gap",
        "AG",
        "acidosis",
        "albumin corrected anion gap",
        "فجوة الأنيونات",
        "الفجوة الأنيونية",
        "الحماض",
    ],
    fields: &[SODIUM, CHLORIDE, BICARBONATE, ALBUMIN.optional()],
    figures: &[
        Figure::result("anion-gap", "mmol/L", Decimals(1))
            .by("{sodium:mmol/L} − ({chloride:mmol/L} + {bicarbonate:mmol/L})"),
        Figure::result("anion-gap-corrected", "mmol/L", Decimals(1))
            .by("{anion-gap} + 2.5 × (4 − {albumin:g/dL})"),
    ],
    sources: &[
        Source::new(
            "Emmett M, Narins RG. Clinical use of the anion gap. Medicine (Baltimore) 56:38–54",
            1977,
            "",
        ),
        Source::new(
            "Figge J, Jabor A, Kazda A, Fencl V. Anion gap and hypoalbuminemia. Crit Care Med 26:1807–1810",
            1998,
            "doi:10.1097/00003246-199811000-00019",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let gap =
            inputs.number("sodium") - (inputs.number("chloride") + inputs.number("bicarbonate"));
        let answer = Answer::new().give("anion-gap", gap);
        let answer = match inputs.optional("albumin") {
            Some(albumin) => answer.give("anion-gap-corrected", gap + 2.5 * (4.0 - albumin)),
            None => answer.note("no-albumin"),
        };
        Ok(answer.note("anion-gap-own-range"))
    },
};
