//! Doses of glucocorticoids that act alike against inflammation.
//!
//! Betamethasone is left out: the tables give it as 0.6 mg and as 0.75 mg.

use crate::kit::*;

/// Each drug with the milligrams that equal 20 mg of hydrocortisone.
const EQUAL: [(&str, f64); 7] = [
    ("hydrocortisone", 20.0),
    ("cortisone-acetate", 25.0),
    ("prednisolone", 5.0),
    ("prednisone", 5.0),
    ("methylprednisolone", 4.0),
    ("triamcinolone", 4.0),
    ("dexamethasone", 0.75),
];

pub(crate) const TOOL: Tool = Tool {
    key: "steroid-equivalence",
    group: Group::Conversion,
    version: 1,
    names: &[
        "steroid equivalence",
        "steroid conversion",
        "prednisolone to dexamethasone",
        "hydrocortisone",
        "corticosteroids",
        "dexamethasone",
        "مكافئ الكورتيزون",
        "تحويل الستيرويدات",
        "بريدنيزولون",
        "ديكساميثازون",
    ],
    fields: &[
        Field::choice(
            "steroid",
            &[
                Choice::new("hydrocortisone", 0.0),
                Choice::new("cortisone-acetate", 0.0),
                Choice::new("prednisolone", 0.0),
                Choice::new("prednisone", 0.0),
                Choice::new("methylprednisolone", 0.0),
                Choice::new("triamcinolone", 0.0),
                Choice::new("dexamethasone", 0.0),
            ],
        ),
        Field::number("dose", &q::DRUG_AMOUNT, (0.01, 10_000.0), (0.1, 1000.0)),
    ],
    figures: &[],
    sources: &[
        Source::new(
            "Joint Formulary Committee. British National Formulary: glucocorticoid therapy, equivalent anti-inflammatory doses. BMJ Group and Pharmaceutical Press",
            2023,
            "https://bnf.nice.org.uk/treatment-summaries/glucocorticoid-therapy/",
        ),
        Source::new(
            "Brunton LL, Knollmann BC (editors). Goodman and Gilman's The Pharmacological Basis of Therapeutics, 14th edition. McGraw Hill",
            2023,
            "",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let chosen = inputs.chosen("steroid");
        let dose = inputs.number("dose");
        let (_, from) = EQUAL
            .into_iter()
            .find(|&(drug, _)| drug == chosen)
            .expect("the field offers the drugs of this table");
        let answer = EQUAL.into_iter().filter(|&(drug, _)| drug != chosen).fold(
            Answer::new(),
            |answer, (drug, to)| {
                answer.derive(
                    Figure::result(drug, "mg", Significant(3)),
                    format!("{{dose:mg}} × {to} / {from}"),
                    dose * to / from,
                )
            },
        );
        Ok(answer.note("steroid-glucocorticoid-only"))
    },
};
