//! Probability of a deep vein thrombosis before any test: the two-level Wells score.

use crate::kit::*;

const MINUS_2: [Choice; 2] = yes_counts(-2.0);

pub(crate) const TOOL: Tool = Tool {
    key: "wells-dvt",
    group: Group::Heart,
    version: 1,
    names: &[
        "Wells DVT",
        "deep vein thrombosis",
        "DVT",
        "leg swelling",
        "ويلز للخثار الوريدي",
        "الخثار الوريدي العميق",
        "جلطة الساق",
        "تخثر الأوردة العميقة",
    ],
    fields: &[
        Field::yes_no("cancer-active", &YES_1),
        Field::yes_no("leg-paralysis-cast", &YES_1),
        Field::yes_no("bedridden-surgery", &YES_1),
        Field::yes_no("deep-vein-tenderness", &YES_1),
        Field::yes_no("whole-leg-swollen", &YES_1),
        Field::yes_no("calf-swelling", &YES_1),
        Field::yes_no("pitting-oedema", &YES_1),
        Field::yes_no("collateral-veins", &YES_1),
        Field::yes_no("previous-dvt", &YES_1),
        Field::yes_no("alternative-as-likely", &MINUS_2),
    ],
    figures: &[Figure::score(
        "wells-dvt",
        &[
            Band::lowest("dvt-unlikely"),
            Band::at_least(2.0, "dvt-likely"),
        ],
    )],
    sources: &[Source::new(
        "Wells PS, Anderson DR, Rodger M, et al. Evaluation of D-dimer in the diagnosis of suspected deep-vein thrombosis. N Engl J Med 349:1227–1235",
        2003,
        "doi:10.1056/NEJMoa023153",
    )],
    reviewed_by: None,
    calculate: sum_of_points,
};
