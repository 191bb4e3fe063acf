//! Glomerular filtration rate of adults from creatinine: CKD-EPI 2021, without race.

use crate::kit::*;

/// The categories of KDIGO, which also take three months of it.
///
/// Laboratories report the rate as a whole number and grade that: 59.5 is shown as 60, and 60 is no longer G3a.
pub(crate) const GFR_BANDS: Bands = &[
    Band::lowest("gfr-five"),
    Band::at_least(14.5, "gfr-four"),
    Band::at_least(29.5, "gfr-three-b"),
    Band::at_least(44.5, "gfr-three-a"),
    Band::at_least(59.5, "gfr-two"),
    Band::at_least(89.5, "gfr-one"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "ckd-epi",
    group: Group::Kidney,
    version: 1,
    names: &[
        "CKD-EPI",
        "eGFR",
        "GFR",
        "kidney function",
        "renal function",
        "معدل الترشيح الكبيبي",
        "وظيفة الكلية",
        "وظائف الكلى",
        "الترشيح",
    ],
    fields: &[SEX, ADULT_AGE, CREATININE],
    figures: &[
        Figure::step("kappa", "mg/dL"),
        Figure::step("alpha", ""),
        Figure::step("sex-factor", ""),
        Figure::result("egfr", "mL/min/1.73 m²", Decimals(0))
            .by("142 × min({creatinine:mg/dL} / {kappa}, 1)^({alpha}) × max({creatinine:mg/dL} / {kappa}, 1)^(−1.200) × 0.9938^({age:year}) × {sex-factor}")
            .bands(GFR_BANDS),
    ],
    sources: &[
        Source::new(
            "Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based equations to estimate GFR without race. N Engl J Med 385:1737–1749",
            2021,
            "doi:10.1056/NEJMoa2102953",
        ),
        Source::new(
            "KDIGO 2024 clinical practice guideline for the evaluation and management of chronic kidney disease. Kidney Int 105(4S):S117–S314",
            2024,
            "doi:10.1016/j.kint.2023.10.018",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let (kappa, alpha, factor) = if inputs.female() {
            (0.7, -0.241, 1.012)
        } else {
            (0.9, -0.302, 1.0)
        };
        let ratio = inputs.number("creatinine") / kappa;
        let egfr = egfr(ratio, alpha, inputs.number("age"), factor);
        Ok(Answer::new()
            .give("kappa", kappa)
            .give("alpha", alpha)
            .give("sex-factor", factor)
            .give("egfr", egfr)
            .note("egfr-steady"))
    },
};

/// mL/min/1.73 m², from creatinine over κ, α, the age in years and the factor of the sex.
fn egfr(ratio: f64, alpha: f64, age: f64, factor: f64) -> f64 {
    142.0 * ratio.min(1.0).powf(alpha) * ratio.max(1.0).powf(-1.2) * 0.9938_f64.powf(age) * factor
}
