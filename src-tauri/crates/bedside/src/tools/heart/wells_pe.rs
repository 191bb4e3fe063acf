//! Probability of a pulmonary embolism before any test: the Wells score.

use crate::kit::*;

const THREE: [Choice; 2] = yes_counts(3.0);
const ONE_AND_A_HALF: [Choice; 2] = yes_counts(1.5);

pub(crate) const TOOL: Tool = Tool {
    key: "wells-pe",
    group: Group::Heart,
    version: 1,
    names: &[
        "Wells PE",
        "pulmonary embolism",
        "PE",
        "ويلز للصمة الرئوية",
        "الصمة الرئوية",
        "الانصمام الرئوي",
        "جلطة الرئة",
    ],
    fields: &[
        Field::yes_no("dvt-signs", &THREE),
        Field::yes_no("pe-likeliest", &THREE),
        Field::yes_no("pulse-above-100", &ONE_AND_A_HALF),
        Field::yes_no("immobile-surgery", &ONE_AND_A_HALF),
        Field::yes_no("previous-vte", &ONE_AND_A_HALF),
        Field::yes_no("haemoptysis", &YES_1),
        Field::yes_no("malignancy", &YES_1),
    ],
    figures: &[Figure::score(
        "wells-pe",
        &[Band::lowest("pe-unlikely"), Band::above(4.0, "pe-likely")],
    )],
    sources: &[Source::new(
        "Wells PS, Anderson DR, Rodger M, et al. Derivation of a simple clinical model to categorize patients probability of pulmonary embolism: increasing the models utility with the SimpliRED D-dimer. Thromb Haemost 83:416–420",
        2000,
        "",
    )],
    reviewed_by: None,
    calculate: sum_of_points,
};
