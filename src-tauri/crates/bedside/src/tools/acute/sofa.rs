//! Failure of organs in the critically ill: SOFA.

use crate::kit::*;

const BILIRUBIN_TABLE: &[Cuts] = &[
    Cuts {
        unit: "mg/dL",
        edges: &[
            Edge::AtLeast(1.2),
            Edge::AtLeast(2.0),
            Edge::AtLeast(6.0),
            Edge::AtLeast(12.0),
        ],
    },
    // The table's own column: 20–32, 33–101, 102–204, above 204.
    Cuts {
        unit: "µmol/L",
        edges: &[
            Edge::AtLeast(20.0),
            Edge::AtLeast(33.0),
            Edge::AtLeast(102.0),
            Edge::Above(204.0),
        ],
    },
];
const CREATININE_TABLE: &[Cuts] = &[
    Cuts {
        unit: "mg/dL",
        edges: &[
            Edge::AtLeast(1.2),
            Edge::AtLeast(2.0),
            Edge::AtLeast(3.5),
            Edge::AtLeast(5.0),
        ],
    },
    // The table's own column: 110–170, 171–299, 300–440, above 440.
    Cuts {
        unit: "µmol/L",
        edges: &[
            Edge::AtLeast(110.0),
            Edge::AtLeast(171.0),
            Edge::AtLeast(300.0),
            Edge::Above(440.0),
        ],
    },
];

pub(crate) const TOOL: Tool = Tool {
    key: "sofa",
    group: Group::Acute,
    version: 1,
    names: &[
        "SOFA",
        "organ failure",
        "sepsis",
        "intensive care score",
        "سوفا",
        "فشل الأعضاء",
        "العناية المركزة",
    ],
    fields: &[
        PAO2,
        FIO2,
        Field::yes_no("ventilated", &YES_0),
        PLATELETS,
        BILIRUBIN,
        Field::number(
            "mean-pressure",
            &q::BLOOD_PRESSURE,
            (0.0, 300.0),
            (30.0, 180.0),
        ),
        Field::choice(
            "vasopressor",
            &[
                Choice::new("vasopressor-0", 0.0),
                Choice::new("vasopressor-2", 2.0),
                Choice::new("vasopressor-3", 3.0),
                Choice::new("vasopressor-4", 4.0),
            ],
        ),
        GCS,
        CREATININE,
        Field::number("urine-day", &q::VOLUME, (0.0, 30_000.0), (0.0, 10_000.0)).optional(),
    ],
    figures: &[
        Figure::step("oxygen-ratio", "mmHg").by("{pao2:mmHg} / ({fio2:%} / 100)"),
        Figure::score("sofa", &[]),
    ],
    sources: &[
        Source::new(
            "Vincent JL, Moreno R, Takala J, et al. The SOFA (Sepsis-related Organ Failure Assessment) score to describe organ dysfunction/failure. Intensive Care Med 22:707–710",
            1996,
            "doi:10.1007/BF01709751",
        ),
        Source::new(
            "Singer M, Deutschman CS, Seymour CW, et al. The third international consensus definitions for sepsis and septic shock (Sepsis-3). JAMA 315:801–810",
            2016,
            "doi:10.1001/jama.2016.0287",
        ),
    ],
    reviewed_by: None,
    calculate,
};

fn calculate(inputs: &Inputs) -> Answered {
    let ratio = inputs.number("pao2") / (inputs.number("fio2") / 100.0);
    let circulation =
        inputs
            .points("vasopressor")
            .max(if reaches(inputs.number("mean-pressure"), 70.0) {
                0.0
            } else {
                1.0
            });
    let urine = inputs.optional("urine-day");
    let kidney = (inputs.grade("creatinine", CREATININE_TABLE) as f64).max(match urine {
        Some(volume) if !reaches(volume, 200.0) => 4.0,
        Some(volume) if !reaches(volume, 500.0) => 3.0,
        _ => 0.0,
    });
    let answer = Answer::new()
        .give("oxygen-ratio", ratio)
        .points("pao2", lung(ratio, inputs.yes("ventilated")))
        .points(
            "platelets",
            falls_below(inputs.number("platelets"), &[150.0, 100.0, 50.0, 20.0]),
        )
        .points(
            "bilirubin",
            inputs.grade("bilirubin", BILIRUBIN_TABLE) as f64,
        )
        .points("mean-pressure", circulation)
        .points(
            "gcs-total",
            falls_below(inputs.number("gcs-total"), &[15.0, 13.0, 10.0, 6.0]),
        )
        .points("creatinine", kidney);
    let total = answer.total();
    Ok(answer
        .give("sofa", total)
        .note_if(urine.is_none(), "sofa-no-urine")
        .note("sofa-change"))
}

/// Beyond 2 points only with respiratory support.
fn lung(ratio: f64, ventilated: bool) -> f64 {
    let points = falls_below(ratio, &[400.0, 300.0, 200.0, 100.0]);
    if ventilated { points } else { points.min(2.0) }
}

/// How many of the limits, the highest first, a value lies below.
fn falls_below(value: f64, limits: &[f64]) -> f64 {
    limits
        .iter()
        .filter(|&&limit| !reaches(value, limit))
        .count() as f64
}
