//! Ideal body weight after Devine, and the adjusted weight for dosing in obesity.

use crate::kit::*;

/// Devine's formula begins at 5 feet; below, it was never meant to be used.
const FIVE_FEET: f64 = 152.4;

pub(crate) const TOOL: Tool = Tool {
    key: "ideal-weight",
    group: Group::Weight,
    version: 1,
    names: &[
        "IBW",
        "ideal body weight",
        "adjusted body weight",
        "AdjBW",
        "Devine",
        "الوزن المثالي",
        "الوزن المعدل",
        "ديفاين",
    ],
    fields: &[
        SEX,
        HEIGHT.within((FIVE_FEET, 280.0), (FIVE_FEET, 215.0)),
        WEIGHT,
    ],
    figures: &[
        Figure::step("ideal-weight-base", "kg"),
        Figure::result("ideal-weight", "kg", Decimals(1))
            .by("{ideal-weight-base} + 2.3 × ({height:in} − 60)"),
        Figure::result("adjusted-weight", "kg", Decimals(1))
            .by("{ideal-weight} + 0.4 × ({weight:kg} − {ideal-weight})"),
    ],
    sources: &[
        Source::new(
            "Devine BJ. Gentamicin therapy. Drug Intell Clin Pharm 8:650–655",
            1974,
            "",
        ),
        Source::new(
            "Bauer LA, Edwards WA, Dellinger EP, Simonowitz DA. Influence of weight on aminoglycoside pharmacokinetics in normal weight and morbidly obese patients. Eur J Clin Pharmacol 24:643–647",
            1983,
            "doi:10.1007/BF00542215",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let base = if inputs.female() { 45.5 } else { 50.0 };
        let ideal = devine(base, inputs.number_in("height", "in"));
        let actual = inputs.number("weight");
        let answer = Answer::new()
            .give("ideal-weight-base", base)
            .give("ideal-weight", ideal);
        if exceeds(actual, ideal) {
            Ok(answer.give("adjusted-weight", adjusted(ideal, actual)))
        } else {
            Ok(answer.note("not-above-ideal"))
        }
    },
};

/// kg, from the constant of the sex in kg and the height in inches.
fn devine(base: f64, height: f64) -> f64 {
    base + 2.3 * (height - 60.0)
}

/// kg, from kg.
fn adjusted(ideal: f64, actual: f64) -> f64 {
    ideal + 0.4 * (actual - ideal)
}
