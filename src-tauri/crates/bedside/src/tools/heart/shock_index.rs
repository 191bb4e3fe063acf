//! Shock index: the pulse over the systolic pressure.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "shock-index",
    group: Group::Heart,
    version: 1,
    names: &[
        "shock index",
        "bleeding",
        "haemorrhage",
        "مؤشر الصدمة",
        "النزف",
        "الصدمة",
    ],
    fields: &[PULSE, SYSTOLIC.within((20.0, 370.0), (50.0, 250.0))],
    figures: &[Figure::result("shock-index", "", Decimals(2))
        .by("{pulse:/min} / {systolic:mmHg}")
        .bands(&[
            Band::lowest("shock-index-usual"),
            Band::above(0.9, "shock-index-raised"),
        ])],
    sources: &[
        Source::new(
            "Allgöwer M, Burri C. Schockindex. Dtsch Med Wochenschr 92:1947–1950",
            1967,
            "",
        ),
        Source::new(
            "Rady MY, Smithline HA, Blake H, Nowak R, Rivers E. A comparison of the shock index and conventional vital signs to identify acute, critical illness in the emergency department. Ann Emerg Med 24:685–690",
            1994,
            "",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let index = inputs.number("pulse") / inputs.number("systolic");
        Ok(Answer::new()
            .give("shock-index", index)
            .note("shock-index-adults"))
    },
};
