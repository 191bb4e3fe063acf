//! National Early Warning Score 2 of the Royal College of Physicians.

use crate::kit::*;

const BANDS: Bands = &[
    Band::lowest("news-none"),
    Band::at_least(1.0, "news-low"),
    Band::at_least(5.0, "news-medium"),
    Band::at_least(7.0, "news-high"),
];
/// Where one parameter alone has three points, no total is a low risk.
const RED_BANDS: Bands = &[
    Band::lowest("news-low-medium"),
    Band::at_least(5.0, "news-medium"),
    Band::at_least(7.0, "news-high"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "news2",
    group: Group::Acute,
    version: 1,
    names: &[
        "NEWS2",
        "NEWS",
        "early warning score",
        "deterioration",
        "نيوز",
        "مقياس الإنذار المبكر",
        "الإنذار المبكر",
        "تدهور المريض",
    ],
    fields: &[
        RESPIRATORY_RATE.whole(),
        Field::choice(
            "saturation-scale",
            &[
                Choice::new("saturation-scale-1", 0.0).or(&["1"]),
                Choice::new("saturation-scale-2", 0.0).or(&["2"]),
            ],
        ),
        SATURATION.whole(),
        Field::yes_no("oxygen", &YES_2),
        SYSTOLIC.whole(),
        PULSE.whole(),
        Field::choice(
            "consciousness",
            &[
                Choice::new("alert", 0.0).or(&["a"]),
                Choice::new("new-confusion", 3.0).or(&["c"]),
                Choice::new("responds-to-voice", 3.0).or(&["v"]),
                Choice::new("responds-to-pain", 3.0).or(&["p"]),
                Choice::new("unresponsive", 3.0).or(&["u"]),
            ],
        ),
        TEMPERATURE,
    ],
    figures: &[
        Figure::step("temperature-tenths", "°C"),
        Figure::score("news2", BANDS),
    ],
    sources: &[Source::new(
        "Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS. Updated report of a working party. London: RCP",
        2017,
        "https://www.rcp.ac.uk/resources/national-early-warning-score-news-2/",
    )],
    reviewed_by: None,
    calculate,
};

fn calculate(inputs: &Inputs) -> Answered {
    let number = |key| inputs.number(key);
    let tenths = (number("temperature") * 10.0 + 1e-9).round() / 10.0;
    let saturation = if inputs.chosen("saturation-scale") == "saturation-scale-2" {
        saturation_on_scale_2(number("saturation"), inputs.yes("oxygen"))
    } else {
        points(
            number("saturation"),
            &[(92.0, 3.0, 2.0), (94.0, 2.0, 1.0), (96.0, 1.0, 0.0)],
        )
    };
    let parts = [
        (
            "respiratory-rate",
            points(
                number("respiratory-rate"),
                &[
                    (9.0, 3.0, 1.0),
                    (12.0, 1.0, 0.0),
                    (21.0, 0.0, 2.0),
                    (25.0, 2.0, 3.0),
                ],
            ),
        ),
        ("saturation", saturation),
        ("oxygen", inputs.points("oxygen")),
        (
            "systolic",
            points(
                number("systolic"),
                &[
                    (91.0, 3.0, 2.0),
                    (101.0, 2.0, 1.0),
                    (111.0, 1.0, 0.0),
                    (220.0, 0.0, 3.0),
                ],
            ),
        ),
        (
            "pulse",
            points(
                number("pulse"),
                &[
                    (41.0, 3.0, 1.0),
                    (51.0, 1.0, 0.0),
                    (91.0, 0.0, 1.0),
                    (111.0, 1.0, 2.0),
                    (131.0, 2.0, 3.0),
                ],
            ),
        ),
        ("consciousness", inputs.points("consciousness")),
        (
            "temperature",
            points(
                tenths,
                &[
                    (35.1, 3.0, 1.0),
                    (36.1, 1.0, 0.0),
                    (38.1, 0.0, 1.0),
                    (39.1, 1.0, 2.0),
                ],
            ),
        ),
    ];
    // The air or oxygen that is breathed is no measurement of the body, yet its 2 points never make a red score anyway.
    let red = parts.iter().any(|&(_, points)| points == 3.0);
    let answer = parts.iter().fold(
        Answer::new().give("temperature-tenths", tenths),
        |answer, &(field, points)| answer.points(field, points),
    );
    let total = answer.total();
    Ok(answer
        .banded("news2", total, if red { RED_BANDS } else { BANDS })
        .note_if(red && !reaches(total, 5.0), "news-red-score")
        .note("news-adults"))
}

/// The points of a value: each row is a value from which the points change, what holds below it and what from it on.
fn points(value: f64, rows: &[(f64, f64, f64)]) -> f64 {
    rows.iter()
        .rev()
        .find(|&&(from, _, _)| reaches(value, from))
        .map(|&(_, _, above)| above)
        .or(rows.first().map(|&(_, below, _)| below))
        .expect("a table has rows")
}

/// For patients with a target of 88 to 92 %: above it, oxygen costs points and air does not.
fn saturation_on_scale_2(saturation: f64, on_oxygen: bool) -> f64 {
    if on_oxygen && reaches(saturation, 93.0) {
        return points(saturation, &[(95.0, 1.0, 2.0), (97.0, 2.0, 3.0)]);
    }
    points(
        saturation,
        &[(84.0, 3.0, 2.0), (86.0, 2.0, 1.0), (88.0, 1.0, 0.0)],
    )
}
