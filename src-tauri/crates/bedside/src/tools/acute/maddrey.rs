//! Severity of alcoholic hepatitis: the discriminant function after Maddrey.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "maddrey",
    group: Group::Acute,
    version: 1,
    names: &[
        "Maddrey",
        "discriminant function",
        "alcoholic hepatitis",
        "مادري",
        "التهاب الكبد الكحولي",
    ],
    fields: &[
        Field::number("prothrombin-time", &q::SECONDS, (5.0, 200.0), (9.0, 80.0)),
        Field::number("prothrombin-control", &q::SECONDS, (7.0, 20.0), (9.0, 15.0)),
        BILIRUBIN,
    ],
    figures: &[Figure::result("maddrey", "", Decimals(1))
        .by("4.6 × ({prothrombin-time:s} − {prothrombin-control:s}) + {bilirubin:mg/dL}")
        .bands(&[
            Band::lowest("maddrey-below"),
            Band::at_least(32.0, "maddrey-severe"),
        ])],
    sources: &[Source::new(
        "Carithers RL, Herlong HF, Diehl AM, et al. Methylprednisolone therapy in patients with severe alcoholic hepatitis: a randomized multicenter trial. Ann Intern Med 110:685–690",
        1989,
        "doi:10.7326/0003-4819-110-9-685",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let prolonged = inputs.number("prothrombin-time") - inputs.number("prothrombin-control");
        Ok(Answer::new().give("maddrey", 4.6 * prolonged + inputs.number("bilirubin")))
    },
};
