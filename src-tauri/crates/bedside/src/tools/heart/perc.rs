//! Ruling out a pulmonary embolism without a test, where the suspicion is low: PERC.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "perc",
    group: Group::Heart,
    version: 1,
    names: &[
        "PERC",
        "PERC rule",
        "rule out pulmonary embolism",
        "قاعدة بيرك",
        "بيرك",
        "نفي الصمة الرئوية",
    ],
    fields: &[
        ADULT_AGE,
        PULSE.whole(),
        Field::yes_no("oxygen", &YES_1),
        SATURATION.named("saturation-room-air").whole().optional(),
        Field::yes_no("haemoptysis", &YES_1),
        Field::yes_no("oestrogen", &YES_1),
        Field::yes_no("previous-vte", &YES_1),
        Field::yes_no("one-leg-swollen", &YES_1),
        Field::yes_no("recent-surgery-trauma", &YES_1),
    ],
    figures: &[Figure::score(
        "perc",
        &[
            Band::lowest("perc-negative"),
            Band::at_least(1.0, "perc-positive"),
        ],
    )],
    sources: &[Source::new(
        "Kline JA, Mitchell AM, Kabrhel C, Richman PB, Courtney DM. Clinical criteria to prevent unnecessary diagnostic testing in emergency department patients with suspected pulmonary embolism. J Thromb Haemost 2:1247–1255",
        2004,
        "doi:10.1111/j.1538-7836.2004.00790.x",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let one_if = |positive: bool| if positive { 1.0 } else { 0.0 };
        // The criterion is a saturation of at least 95 % on room air: on oxygen nobody can say that it is met.
        let on_oxygen = inputs.yes("oxygen");
        let saturation = match inputs.optional("saturation-room-air") {
            _ if on_oxygen => ("oxygen", inputs.points("oxygen")),
            Some(saturation) => ("saturation-room-air", one_if(!reaches(saturation, 95.0))),
            None => {
                return Err(Conflict {
                    field: "saturation-room-air",
                    key: "room-air-saturation-needed",
                });
            }
        };
        let measured = Answer::new()
            .points("age", one_if(reaches(inputs.number("age"), 50.0)))
            .points("pulse", one_if(reaches(inputs.number("pulse"), 100.0)))
            .points(saturation.0, saturation.1);
        let answer = [
            "haemoptysis",
            "oestrogen",
            "previous-vte",
            "one-leg-swollen",
            "recent-surgery-trauma",
        ]
        .into_iter()
        .fold(measured, |answer, field| {
            answer.points(field, inputs.points(field))
        });
        let total = answer.total();
        Ok(answer
            .give("perc", total)
            .note_if(on_oxygen, "perc-on-oxygen")
            .note("perc-only-low"))
    },
};
