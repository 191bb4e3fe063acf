//! Glasgow Coma Scale of adults.

use crate::kit::*;

pub(crate) const BANDS: Bands = &[
    Band::lowest("gcs-severe"),
    Band::at_least(9.0, "gcs-moderate"),
    Band::at_least(13.0, "gcs-mild"),
];

/// An eye swollen shut, a tube in the trachea, a paralysed patient: no points, and no total.
const NOT_TESTABLE: &[&str] = &["nt", "t", "c"];

pub(crate) const EYE: Field = Field::choice(
    "gcs-eye",
    &[
        Choice::new("gcs-eye-4", 4.0).or(&["4"]),
        Choice::new("gcs-eye-3", 3.0).or(&["3"]),
        Choice::new("gcs-eye-2", 2.0).or(&["2"]),
        Choice::new("gcs-eye-1", 1.0).or(&["1"]),
        Choice::new("gcs-eye-nt", 0.0).or(NOT_TESTABLE),
    ],
);

pub(crate) const TOOL: Tool = Tool {
    key: "gcs",
    group: Group::Acute,
    version: 1,
    names: &[
        "GCS",
        "Glasgow Coma Scale",
        "Glasgow",
        "consciousness",
        "coma",
        "مقياس غلاسكو للغيبوبة",
        "غلاسكو",
        "جلاسكو",
        "جلاسجو",
        "غلاسغو",
        "قلاسقو",
        "الوعي",
        "الغيبوبة",
    ],
    fields: &[
        EYE,
        Field::choice(
            "gcs-verbal",
            &[
                Choice::new("gcs-verbal-5", 5.0).or(&["5"]),
                Choice::new("gcs-verbal-4", 4.0).or(&["4"]),
                Choice::new("gcs-verbal-3", 3.0).or(&["3"]),
                Choice::new("gcs-verbal-2", 2.0).or(&["2"]),
                Choice::new("gcs-verbal-1", 1.0).or(&["1"]),
                Choice::new("gcs-verbal-nt", 0.0).or(NOT_TESTABLE),
            ],
        ),
        Field::choice(
            "gcs-motor",
            &[
                Choice::new("gcs-motor-6", 6.0).or(&["6"]),
                Choice::new("gcs-motor-5", 5.0).or(&["5"]),
                Choice::new("gcs-motor-4", 4.0).or(&["4"]),
                Choice::new("gcs-motor-3", 3.0).or(&["3"]),
                Choice::new("gcs-motor-2", 2.0).or(&["2"]),
                Choice::new("gcs-motor-1", 1.0).or(&["1"]),
                Choice::new("gcs-motor-nt", 0.0).or(NOT_TESTABLE),
            ],
        ),
    ],
    figures: &[Figure::score("gcs-total", BANDS)],
    sources: &[
        Source::new(
            "Teasdale G, Jennett B. Assessment of coma and impaired consciousness: a practical scale. Lancet 304:81–84",
            1974,
            "doi:10.1016/S0140-6736(74)91639-0",
        ),
        Source::new(
            "Teasdale G, Maas A, Lecky F, et al. The Glasgow Coma Scale at 40 years: standing the test of time. Lancet Neurol 13:844–854",
            2014,
            "doi:10.1016/S1474-4422(14)70120-6",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| total(inputs, ["gcs-eye", "gcs-verbal", "gcs-motor"]),
};

/// The three points and their sum, or no sum when one of them could not be tested.
pub(crate) fn total(inputs: &Inputs, parts: [&'static str; 3]) -> Answered {
    let untested = |part: &&'static str| inputs.chosen(part).ends_with("-nt");
    let answer = parts
        .iter()
        .filter(|part| !untested(part))
        .fold(Answer::new(), |answer, part| {
            answer.points(part, inputs.points(part))
        });
    if parts.iter().any(untested) {
        return Ok(answer.note("gcs-not-testable"));
    }
    let total = answer.total();
    Ok(answer.give("gcs-total", total))
}
