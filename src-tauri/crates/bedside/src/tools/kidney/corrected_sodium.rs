//! Sodium as it would be without the water that a high glucose draws out of the cells.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "corrected-sodium",
    group: Group::Kidney,
    version: 1,
    names: &[
        "corrected sodium",
        "hyperglycaemia sodium",
        "hyperglycemia",
        "DKA sodium",
        "Katz",
        "Hillier",
        "الصوديوم المصحح",
        "تصحيح الصوديوم",
    ],
    fields: &[SODIUM, GLUCOSE],
    figures: &[
        Figure::result("sodium-katz", "mmol/L", Decimals(1))
            .by("{sodium:mmol/L} + 1.6 × max({glucose:mg/dL} − 100, 0) / 100"),
        Figure::result("sodium-hillier", "mmol/L", Decimals(1))
            .by("{sodium:mmol/L} + 2.4 × max({glucose:mg/dL} − 100, 0) / 100"),
    ],
    sources: &[
        Source::new(
            "Katz MA. Hyperglycemia-induced hyponatremia: calculation of expected serum sodium depression. N Engl J Med 289:843–844",
            1973,
            "doi:10.1056/NEJM197310182891607",
        ),
        Source::new(
            "Hillier TA, Abbott RD, Barrett EJ. Hyponatremia: evaluating the correction factor for hyperglycemia. Am J Med 106:399–403",
            1999,
            "doi:10.1016/S0002-9343(99)00055-8",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let (sodium, glucose) = (inputs.number("sodium"), inputs.number("glucose"));
        Ok(Answer::new()
            .give("sodium-katz", corrected(sodium, glucose, 1.6))
            .give("sodium-hillier", corrected(sodium, glucose, 2.4))
            .note_if(!exceeds(glucose, 100.0), "glucose-not-high"))
    },
};

/// mmol/L, from mmol/L, mg/dL and the fall in mmol/L for each 100 mg/dL above 100.
fn corrected(sodium: f64, glucose: f64, fall: f64) -> f64 {
    sodium + fall * (glucose - 100.0).max(0.0) / 100.0
}
