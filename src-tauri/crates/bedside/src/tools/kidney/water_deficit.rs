//! Free water that a patient with a high sodium lacks.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "water-deficit",
    group: Group::Kidney,
    version: 1,
    names: &[
        "free water deficit",
        "water deficit",
        "hypernatraemia",
        "hypernatremia",
        "نقص الماء الحر",
        "فرط صوديوم الدم",
        "عوز الماء",
    ],
    fields: &[
        Field::choice(
            "body-water-group",
            &[
                Choice::new("child", 0.0).or(&["طفل"]),
                Choice::new("man", 0.0).or(&["رجل"]),
                Choice::new("woman", 0.0).or(&["امرأة"]),
                Choice::new("elderly-man", 0.0),
                Choice::new("elderly-woman", 0.0),
            ],
        ),
        WEIGHT_ANY,
        SODIUM.within((141.0, 220.0), (141.0, 190.0)),
    ],
    figures: &[
        Figure::step("body-water-fraction", ""),
        Figure::result("water-deficit", "L", Decimals(2))
            .by("{body-water-fraction} × {weight:kg} × ({sodium:mmol/L} / 140 − 1)"),
    ],
    sources: &[
        // The equation.
        Source::new(
            "Rose BD, Post TW. Clinical Physiology of Acid-Base and Electrolyte Disorders, 5th edition. McGraw-Hill",
            2001,
            "",
        ),
        // The fractions of body water, and how fast the sodium may fall.
        Source::new(
            "Adrogué HJ, Madias NE. Hypernatremia. N Engl J Med 342:1493–1499",
            2000,
            "doi:10.1056/NEJM200005183422006",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let fraction = match inputs.chosen("body-water-group") {
            "child" | "man" => 0.6,
            "woman" | "elderly-man" => 0.5,
            "elderly-woman" => 0.45,
            _ => unreachable!("the field has these five answers"),
        };
        let deficit = fraction * inputs.number("weight") * (inputs.number("sodium") / 140.0 - 1.0);
        Ok(Answer::new()
            .give("body-water-fraction", fraction)
            .give("water-deficit", deficit)
            .note("water-deficit-slowly"))
    },
};
