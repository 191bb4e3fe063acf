//! Chest pain in the emergency department: the HEART score.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "heart-score",
    group: Group::Heart,
    version: 1,
    names: &[
        "HEART",
        "HEART score",
        "chest pain",
        "ACS",
        "مقياس القلب هارت",
        "هارت",
        "ألم الصدر",
        "المتلازمة الإكليلية",
    ],
    fields: &[
        Field::choice(
            "heart-history",
            &[
                Choice::new("heart-history-0", 0.0),
                Choice::new("heart-history-1", 1.0),
                Choice::new("heart-history-2", 2.0),
            ],
        ),
        Field::choice(
            "heart-ecg",
            &[
                Choice::new("heart-ecg-0", 0.0),
                Choice::new("heart-ecg-1", 1.0),
                Choice::new("heart-ecg-2", 2.0),
            ],
        ),
        ADULT_AGE,
        Field::choice(
            "heart-risk",
            &[
                Choice::new("heart-risk-0", 0.0),
                Choice::new("heart-risk-1", 1.0),
                Choice::new("heart-risk-2", 2.0),
            ],
        ),
        Field::choice(
            "heart-troponin",
            &[
                Choice::new("heart-troponin-0", 0.0),
                Choice::new("heart-troponin-1", 1.0),
                Choice::new("heart-troponin-2", 2.0),
            ],
        ),
    ],
    figures: &[Figure::score(
        "heart-score",
        &[
            Band::lowest("heart-low"),
            Band::at_least(4.0, "heart-moderate"),
            Band::at_least(7.0, "heart-high"),
        ],
    )],
    sources: &[
        Source::new(
            "Six AJ, Backus BE, Kelder JC. Chest pain in the emergency room: value of the HEART score. Neth Heart J 16:191–196",
            2008,
            "doi:10.1007/BF03086144",
        ),
        Source::new(
            "Backus BE, Six AJ, Kelder JC, et al. A prospective validation of the HEART score for chest pain patients at the emergency department. Int J Cardiol 168:2153–2158",
            2013,
            "doi:10.1016/j.ijcard.2013.01.255",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let age = inputs.number("age");
        let for_age = if reaches(age, 65.0) {
            2.0
        } else if reaches(age, 45.0) {
            1.0
        } else {
            0.0
        };
        let answer = Answer::new()
            .points("heart-history", inputs.points("heart-history"))
            .points("heart-ecg", inputs.points("heart-ecg"))
            .points("age", for_age)
            .points("heart-risk", inputs.points("heart-risk"))
            .points("heart-troponin", inputs.points("heart-troponin"));
        let total = answer.total();
        Ok(answer.give("heart-score", total))
    },
};
