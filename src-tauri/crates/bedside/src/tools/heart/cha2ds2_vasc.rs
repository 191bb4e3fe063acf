//! Risk of stroke in atrial fibrillation: CHA₂DS₂-VASc, and CHA₂DS₂-VA without the point for the sex.

use crate::kit::*;

const MEN: Bands = &[
    Band::lowest("af-low"),
    Band::at_least(1.0, "af-consider"),
    Band::at_least(2.0, "af-recommended"),
];
const WOMEN: Bands = &[
    Band::lowest("af-low"),
    Band::at_least(2.0, "af-consider"),
    Band::at_least(3.0, "af-recommended"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "cha2ds2-vasc",
    group: Group::Heart,
    version: 1,
    names: &[
        "CHA₂DS₂-VASc",
        "CHADS VASc",
        "CHA₂DS₂-VA",
        "CHADS2",
        "atrial fibrillation stroke",
        "AF",
        "تشادس فاسك",
        "شادز فاسك",
        "الرجفان الأذيني",
        "خطر السكتة",
    ],
    fields: &[
        SEX,
        ADULT_AGE,
        Field::yes_no("heart-failure", &YES_1),
        Field::yes_no("hypertension", &YES_1),
        Field::yes_no("diabetes", &YES_1),
        Field::yes_no("stroke-tia-embolism", &YES_2),
        Field::yes_no("vascular-disease", &YES_1),
    ],
    figures: &[
        Figure::score("cha2ds2-vasc", MEN),
        Figure::score("cha2ds2-va", MEN),
    ],
    sources: &[
        Source::new(
            "Lip GYH, Nieuwlaat R, Pisters R, Lane DA, Crijns HJGM. Refining clinical risk stratification for predicting stroke and thromboembolism in atrial fibrillation. Chest 137:263–272",
            2010,
            "doi:10.1378/chest.09-1584",
        ),
        Source::new(
            "Hindricks G, Potpara T, Dagres N, et al. 2020 ESC guidelines for the diagnosis and management of atrial fibrillation. Eur Heart J 42:373–498",
            2021,
            "doi:10.1093/eurheartj/ehaa612",
        ),
        Source::new(
            "Van Gelder IC, Rienstra M, Bunting KV, et al. 2024 ESC guidelines for the management of atrial fibrillation. Eur Heart J 45:3314–3414",
            2024,
            "doi:10.1093/eurheartj/ehae176",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let age = inputs.number("age");
        let for_age = if reaches(age, 75.0) {
            2.0
        } else if reaches(age, 65.0) {
            1.0
        } else {
            0.0
        };
        let answer = [
            "heart-failure",
            "hypertension",
            "diabetes",
            "stroke-tia-embolism",
            "vascular-disease",
        ]
        .into_iter()
        .fold(Answer::new().points("age", for_age), |answer, field| {
            answer.points(field, inputs.points(field))
        });
        let without_sex = answer.total();
        let for_sex = if inputs.female() { 1.0 } else { 0.0 };
        let bands = if inputs.female() { WOMEN } else { MEN };
        Ok(answer
            .points("sex", for_sex)
            .banded("cha2ds2-vasc", without_sex + for_sex, bands)
            .give("cha2ds2-va", without_sex)
            .note("af-whatever-the-score"))
    },
};
