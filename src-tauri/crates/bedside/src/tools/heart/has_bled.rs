//! Risk of bleeding on anticoagulation: HAS-BLED.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "has-bled",
    group: Group::Heart,
    version: 1,
    names: &[
        "HAS-BLED",
        "bleeding risk",
        "anticoagulation bleeding",
        "هاز بليد",
        "خطر النزف",
        "مميعات الدم",
    ],
    fields: &[
        Field::yes_no("hypertension-uncontrolled", &YES_1),
        Field::yes_no("renal-disease", &YES_1),
        Field::yes_no("liver-disease", &YES_1),
        Field::yes_no("stroke-history", &YES_1),
        Field::yes_no("bleeding-history", &YES_1),
        Field::yes_no("labile-inr", &YES_1),
        Field::yes_no("older-than-65", &YES_1),
        Field::yes_no("bleeding-drugs", &YES_1),
        Field::yes_no("alcohol-excess", &YES_1),
    ],
    figures: &[Figure::score(
        "has-bled",
        &[
            Band::lowest("has-bled-low"),
            Band::at_least(1.0, "has-bled-moderate"),
            Band::at_least(3.0, "has-bled-high"),
        ],
    )],
    sources: &[Source::new(
        "Pisters R, Lane DA, Nieuwlaat R, de Vos CB, Crijns HJGM, Lip GYH. A novel user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in patients with atrial fibrillation. Chest 138:1093–1100",
        2010,
        "doi:10.1378/chest.10-0134",
    )],
    reviewed_by: None,
    calculate: |inputs| Ok(sum_of_points(inputs)?.note("has-bled-no-reason-to-stop")),
};
