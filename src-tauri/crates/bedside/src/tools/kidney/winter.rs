//! The carbon dioxide that answers a metabolic acidosis: Winter's formula.

use crate::kit::*;

/// mmol/L: from here on nothing is left for breathing to answer, and the formula would call it a second disorder.
const NOT_LOW: f64 = 22.0;

pub(crate) const TOOL: Tool = Tool {
    key: "winter",
    group: Group::Kidney,
    version: 1,
    names: &[
        "Winter's formula",
        "Winters",
        "expected pCO2",
        "respiratory compensation",
        "metabolic acidosis",
        "معادلة وينتر",
        "وينترز",
        "المعاوضة التنفسية",
        "الحماض الاستقلابي",
    ],
    fields: &[BICARBONATE, PACO2.optional()],
    figures: &[
        Figure::result("paco2-expected", "mmHg", Decimals(1)).by("1.5 × {bicarbonate:mmol/L} + 8"),
        Figure::result("paco2-expected-low", "mmHg", Decimals(1)).by("{paco2-expected} − 2"),
        Figure::result("paco2-expected-high", "mmHg", Decimals(1)).by("{paco2-expected} + 2"),
        Figure::result("paco2-difference", "mmHg", Decimals(1))
            .by("{paco2:mmHg} − {paco2-expected}")
            .bands(&[
                Band::lowest("paco2-below-expected"),
                Band::at_least(-2.0, "paco2-as-expected"),
                Band::above(2.0, "paco2-above-expected"),
            ]),
    ],
    sources: &[Source::new(
        "Albert MS, Dell RB, Winters RW. Quantitative displacement of acid-base equilibrium in metabolic acidosis. Ann Intern Med 66:312–322",
        1967,
        "doi:10.7326/0003-4819-66-2-312",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let bicarbonate = inputs.number("bicarbonate");
        if reaches(bicarbonate, NOT_LOW) {
            return Err(Conflict {
                field: "bicarbonate",
                key: "no-metabolic-acidosis",
            });
        }
        let expected = 1.5 * bicarbonate + 8.0;
        let answer = Answer::new()
            .give("paco2-expected", expected)
            .give("paco2-expected-low", expected - 2.0)
            .give("paco2-expected-high", expected + 2.0);
        let answer = match inputs.optional("paco2") {
            Some(measured) => answer.give("paco2-difference", measured - expected),
            None => answer,
        };
        Ok(answer.note("winter-only-acidosis"))
    },
};
