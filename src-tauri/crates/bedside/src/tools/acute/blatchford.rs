//! Who with an upper gastrointestinal bleed needs hospital: the Glasgow–Blatchford score.

use crate::kit::*;

const UREA_TABLE: &[Cuts] = &[
    Cuts {
        unit: "mmol/L",
        edges: &[
            Edge::AtLeast(6.5),
            Edge::AtLeast(8.0),
            Edge::AtLeast(10.0),
            Edge::AtLeast(25.0),
        ],
    },
    // The same limits as they are printed for blood urea nitrogen.
    Cuts {
        unit: "mg/dL BUN",
        edges: &[
            Edge::AtLeast(18.2),
            Edge::AtLeast(22.4),
            Edge::AtLeast(28.0),
            Edge::AtLeast(70.0),
        ],
    },
];

pub(crate) const TOOL: Tool = Tool {
    key: "glasgow-blatchford",
    group: Group::Acute,
    version: 1,
    names: &[
        "Glasgow-Blatchford",
        "GBS",
        "upper GI bleeding",
        "haematemesis",
        "melaena",
        "غلاسكو بلاتشفورد",
        "جلاسكو بلاتشفورد",
        "نزف هضمي علوي",
        "بلاتشفورد",
    ],
    fields: &[
        SEX,
        UREA,
        HAEMOGLOBIN,
        SYSTOLIC.whole(),
        PULSE.whole(),
        Field::yes_no("melaena", &YES_1),
        Field::yes_no("syncope", &YES_2),
        Field::yes_no("liver-disease-any", &YES_2),
        Field::yes_no("cardiac-failure", &YES_2),
    ],
    figures: &[Figure::score(
        "glasgow-blatchford",
        &[
            Band::lowest("blatchford-very-low"),
            Band::at_least(2.0, "blatchford-hospital"),
        ],
    )],
    sources: &[
        Source::new(
            "Blatchford O, Murray WR, Blatchford M. A risk score to predict need for treatment for upper-gastrointestinal haemorrhage. Lancet 356:1318–1321",
            2000,
            "doi:10.1016/S0140-6736(00)02816-6",
        ),
        Source::new(
            "Laine L, Barkun AN, Saltzman JR, Martel M, Leontiadis GI. ACG clinical guideline: upper gastrointestinal and ulcer bleeding. Am J Gastroenterol 116:899–917",
            2021,
            "doi:10.14309/ajg.0000000000001245",
        ),
    ],
    reviewed_by: None,
    calculate,
};

fn calculate(inputs: &Inputs) -> Answered {
    let urea = match inputs.grade("urea", UREA_TABLE) {
        0 => 0.0,
        1 => 2.0,
        2 => 3.0,
        3 => 4.0,
        _ => 6.0,
    };
    let pulse = if reaches(inputs.number("pulse"), 100.0) {
        1.0
    } else {
        0.0
    };
    let answer = Answer::new()
        .points("urea", urea)
        .points(
            "haemoglobin",
            haemoglobin(inputs.number("haemoglobin"), inputs.female()),
        )
        .points("systolic", systolic(inputs.number("systolic")))
        .points("pulse", pulse)
        .points("melaena", inputs.points("melaena"))
        .points("syncope", inputs.points("syncope"))
        .points("liver-disease-any", inputs.points("liver-disease-any"))
        .points("cardiac-failure", inputs.points("cardiac-failure"));
    let total = answer.total();
    Ok(answer.give("glasgow-blatchford", total))
}

/// Points of g/dL: men lose them from 13 down, women from 12 down.
fn haemoglobin(value: f64, female: bool) -> f64 {
    if !reaches(value, 10.0) {
        6.0
    } else if !reaches(value, 12.0) {
        if female { 1.0 } else { 3.0 }
    } else if !reaches(value, 13.0) && !female {
        1.0
    } else {
        0.0
    }
}

fn systolic(value: f64) -> f64 {
    if !reaches(value, 90.0) {
        3.0
    } else if !reaches(value, 100.0) {
        2.0
    } else if !reaches(value, 110.0) {
        1.0
    } else {
        0.0
    }
}
