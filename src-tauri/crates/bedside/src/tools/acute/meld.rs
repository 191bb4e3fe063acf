//! Risk of death from end-stage liver disease: MELD 3.0.

use crate::kit::*;

/// More is not counted when livers are allocated.
const MOST: f64 = 40.0;

pub(crate) const TOOL: Tool = Tool {
    key: "meld",
    group: Group::Acute,
    version: 1,
    names: &[
        "MELD 3.0",
        "MELD",
        "MELD-Na",
        "liver transplant",
        "ميلد",
        "زراعة الكبد",
        "فشل الكبد",
    ],
    fields: &[
        SEX,
        BILIRUBIN,
        SODIUM,
        INR,
        CREATININE,
        ALBUMIN,
        Field::yes_no("dialysis-week", &YES_0),
    ],
    figures: &[
        Figure::step("bilirubin-counted", "mg/dL").by("max({bilirubin:mg/dL}, 1)"),
        Figure::step("sodium-counted", "mmol/L").by("min(max({sodium:mmol/L}, 125), 137)"),
        Figure::step("inr-counted", "").by("max({inr}, 1)"),
        Figure::step("creatinine-counted", "mg/dL"),
        Figure::step("albumin-counted", "g/dL").by("min(max({albumin:g/dL}, 1.5), 3.5)"),
        Figure::step("female-points", ""),
        Figure::step("meld-unrounded", "").by(
            "{female-points} + 4.56 × ln({bilirubin-counted}) + 0.82 × (137 − {sodium-counted}) − 0.24 × (137 − {sodium-counted}) × ln({bilirubin-counted}) + 9.09 × ln({inr-counted}) + 11.14 × ln({creatinine-counted}) + 1.85 × (3.5 − {albumin-counted}) − 1.83 × (3.5 − {albumin-counted}) × ln({creatinine-counted}) + 6",
        ),
        Figure::result("meld", "", Decimals(0)),
    ],
    sources: &[
        Source::new(
            "Kim WR, Mannalithara A, Heimbach JK, et al. MELD 3.0: the Model for End-Stage Liver Disease updated for the modern era. Gastroenterology 161:1887–1895",
            2021,
            "doi:10.1053/j.gastro.2021.08.050",
        ),
        Source::new(
            "Organ Procurement and Transplantation Network. OPTN Policies, Policy 9: Allocation of livers and liver-intestines (the limits of 6 and 40)",
            2023,
            "https://optn.transplant.hrsa.gov/policies-bylaws/policies/",
        ),
    ],
    reviewed_by: None,
    calculate,
};

fn calculate(inputs: &Inputs) -> Answered {
    let bilirubin = inputs.number("bilirubin").max(1.0);
    let sodium = inputs.number("sodium").clamp(125.0, 137.0);
    let inr = inputs.number("inr").max(1.0);
    let creatinine = if inputs.yes("dialysis-week") {
        3.0
    } else {
        inputs.number("creatinine").clamp(1.0, 3.0)
    };
    let albumin = inputs.number("albumin").clamp(1.5, 3.5);
    let female = if inputs.female() { 1.33 } else { 0.0 };
    let unrounded = female + 4.56 * bilirubin.ln() + 0.82 * (137.0 - sodium)
        - 0.24 * (137.0 - sodium) * bilirubin.ln()
        + 9.09 * inr.ln()
        + 11.14 * creatinine.ln()
        + 1.85 * (3.5 - albumin)
        - 1.83 * (3.5 - albumin) * creatinine.ln()
        + 6.0;
    // The score itself is a whole number, and by the policy from 6 to 40; the line above it keeps the fraction.
    let whole = (unrounded + 1e-9).round();
    let score = whole.clamp(6.0, MOST);
    Ok(Answer::new()
        .give("bilirubin-counted", bilirubin)
        .give("sodium-counted", sodium)
        .give("inr-counted", inr)
        .give("creatinine-counted", creatinine)
        .give("albumin-counted", albumin)
        .give("female-points", female)
        .give("meld-unrounded", unrounded)
        .give("meld", score)
        .note_if(exceeds(whole, MOST), "meld-capped")
        .note("meld-counted"))
}
