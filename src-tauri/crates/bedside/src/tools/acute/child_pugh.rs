//! Severity of cirrhosis: Child–Pugh.

use crate::kit::*;

const BILIRUBIN_TABLE: &[Cuts] = &[
    Cuts {
        unit: "mg/dL",
        edges: &[Edge::AtLeast(2.0), Edge::Above(3.0)],
    },
    Cuts {
        unit: "µmol/L",
        edges: &[Edge::AtLeast(34.0), Edge::Above(51.0)],
    },
];

pub(crate) const TOOL: Tool = Tool {
    key: "child-pugh",
    group: Group::Acute,
    version: 1,
    names: &[
        "Child-Pugh",
        "Child-Turcotte-Pugh",
        "cirrhosis",
        "تشايلد بيو",
        "تشايلد",
        "تشمع الكبد",
        "تليف الكبد",
    ],
    fields: &[
        BILIRUBIN,
        ALBUMIN,
        INR,
        Field::choice(
            "ascites",
            &[
                Choice::new("ascites-1", 1.0),
                Choice::new("ascites-2", 2.0),
                Choice::new("ascites-3", 3.0),
            ],
        ),
        Field::choice(
            "encephalopathy",
            &[
                Choice::new("encephalopathy-1", 1.0),
                Choice::new("encephalopathy-2", 2.0),
                Choice::new("encephalopathy-3", 3.0),
            ],
        ),
    ],
    figures: &[Figure::score(
        "child-pugh",
        &[
            Band::lowest("child-pugh-a"),
            Band::at_least(7.0, "child-pugh-b"),
            Band::at_least(10.0, "child-pugh-c"),
        ],
    )],
    sources: &[
        Source::new(
            "Pugh RNH, Murray-Lyon IM, Dawson JL, Pietroni MC, Williams R. Transection of the oesophagus for bleeding oesophageal varices. Br J Surg 60:646–649",
            1973,
            "doi:10.1002/bjs.1800600817",
        ),
        // Pugh counted seconds of prothrombin time; the limits in INR came later.
        Source::new(
            "Lucey MR, Brown KA, Everson GT, et al. Minimal criteria for placement of adults on the liver transplant waiting list. Liver Transpl Surg 3:628–637",
            1997,
            "doi:10.1002/lt.500030613",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let answer = Answer::new()
            .points(
                "bilirubin",
                1.0 + inputs.grade("bilirubin", BILIRUBIN_TABLE) as f64,
            )
            .points("albumin", albumin(inputs.number("albumin")))
            .points("inr", inr(inputs.number("inr")))
            .points("ascites", inputs.points("ascites"))
            .points("encephalopathy", inputs.points("encephalopathy"));
        let total = answer.total();
        Ok(answer
            .give("child-pugh", total)
            .note("child-pugh-cholestasis"))
    },
};

/// Points of g/dL: above 3.5, 2.8 to 3.5, below 2.8.
fn albumin(value: f64) -> f64 {
    if exceeds(value, 3.5) {
        1.0
    } else if reaches(value, 2.8) {
        2.0
    } else {
        3.0
    }
}

/// Points: below 1.7, 1.7 to 2.3, above 2.3.
fn inr(value: f64) -> f64 {
    if exceeds(value, 2.3) {
        3.0
    } else if reaches(value, 1.7) {
        2.0
    } else {
        1.0
    }
}
