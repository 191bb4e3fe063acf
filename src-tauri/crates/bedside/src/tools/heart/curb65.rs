//! Severity of pneumonia acquired outside hospital: CURB-65.

use crate::kit::*;

const UREA_TABLE: &[Cuts] = &[
    Cuts {
        unit: "mmol/L",
        edges: &[Edge::Above(7.0)],
    },
    // The same limit as it is printed for blood urea nitrogen.
    Cuts {
        unit: "mg/dL BUN",
        edges: &[Edge::Above(19.0)],
    },
];

pub(crate) const TOOL: Tool = Tool {
    key: "curb-65",
    group: Group::Heart,
    version: 1,
    names: &[
        "CURB-65",
        "CURB",
        "pneumonia",
        "كورب",
        "ذات الرئة",
        "الالتهاب الرئوي",
        "شدة الالتهاب الرئوي",
    ],
    fields: &[
        Field::yes_no("confusion-new", &YES_1),
        UREA,
        RESPIRATORY_RATE.whole(),
        SYSTOLIC.whole(),
        DIASTOLIC.whole(),
        ADULT_AGE,
    ],
    figures: &[Figure::score(
        "curb-65",
        &[
            Band::lowest("curb-low"),
            Band::at_least(2.0, "curb-moderate"),
            Band::at_least(3.0, "curb-high"),
        ],
    )],
    sources: &[Source::new(
        "Lim WS, van der Eerden MM, Laing R, et al. Defining community acquired pneumonia severity on presentation to hospital: an international derivation and validation study. Thorax 58:377–382",
        2003,
        "doi:10.1136/thorax.58.5.377",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let one_if = |positive: bool| if positive { 1.0 } else { 0.0 };
        let (systolic, diastolic) = (inputs.number("systolic"), inputs.number("diastolic"));
        if exceeds(diastolic, systolic) {
            return Err(Conflict {
                field: "diastolic",
                key: "diastolic-above-systolic",
            });
        }
        let low = !reaches(systolic, 90.0) || !exceeds(diastolic, 60.0);
        let answer = Answer::new()
            .points("confusion-new", inputs.points("confusion-new"))
            .points("urea", inputs.grade("urea", UREA_TABLE) as f64)
            .points(
                "respiratory-rate",
                one_if(reaches(inputs.number("respiratory-rate"), 30.0)),
            )
            .points("systolic", one_if(low))
            .points("age", one_if(reaches(inputs.number("age"), 65.0)));
        let total = answer.total();
        Ok(answer.give("curb-65", total))
    },
};
