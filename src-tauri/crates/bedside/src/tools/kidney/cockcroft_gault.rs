//! Creatinine clearance after Cockcroft and Gault: what drug labels are written for.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "cockcroft-gault",
    group: Group::Kidney,
    version: 1,
    names: &[
        "Cockcroft-Gault",
        "creatinine clearance",
        "CrCl",
        "تصفية الكرياتينين",
        "كوكروفت غولت",
        "كوكروفت جولت",
        "تصفية الكرياتنين",
    ],
    fields: &[SEX, ADULT_AGE, WEIGHT, CREATININE],
    figures: &[
        Figure::step("sex-factor", ""),
        Figure::result("creatinine-clearance", "mL/min", Decimals(0))
            .by("(140 − {age:year}) × {weight:kg} × {sex-factor} / (72 × {creatinine:mg/dL})"),
    ],
    sources: &[Source::new(
        "Cockcroft DW, Gault MH. Prediction of creatinine clearance from serum creatinine. Nephron 16:31–41",
        1976,
        "doi:10.1159/000180580",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let factor = if inputs.female() { 0.85 } else { 1.0 };
        let clearance = clearance(
            inputs.number("age"),
            inputs.number("weight"),
            inputs.number("creatinine"),
        ) * factor;
        Ok(Answer::new()
            .give("sex-factor", factor)
            .give("creatinine-clearance", clearance)
            .note("egfr-steady")
            .note("weight-entered-counts"))
    },
};

/// mL/min of a man, from years, kg and mg/dL.
fn clearance(age: f64, weight: f64, creatinine: f64) -> f64 {
    (140.0 - age) * weight / (72.0 * creatinine)
}
