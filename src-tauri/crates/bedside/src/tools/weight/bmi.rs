//! Body mass index of adults.

use crate::kit::*;

const BANDS: Bands = &[
    Band::lowest("bmi-under"),
    Band::at_least(18.5, "bmi-normal"),
    Band::at_least(25.0, "bmi-over"),
    Band::at_least(30.0, "bmi-obese-one"),
    Band::at_least(35.0, "bmi-obese-two"),
    Band::at_least(40.0, "bmi-obese-three"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "bmi",
    group: Group::Weight,
    version: 1,
    names: &[
        "BMI",
        "body mass index",
        "obesity",
        "مؤشر كتلة الجسم",
        "كتلة الجسم",
        "السمنة",
        "بي إم آي",
    ],
    fields: &[WEIGHT, HEIGHT],
    figures: &[Figure::result("bmi", "kg/m²", Decimals(1))
        .by("{weight:kg} / {height:m}²")
        .bands(BANDS)],
    sources: &[Source::new(
        "World Health Organization. Obesity: preventing and managing the global epidemic. WHO Technical Report Series 894",
        2000,
        "https://iris.who.int/handle/10665/42330",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let value = bmi(inputs.number("weight"), inputs.number_in("height", "m"));
        Ok(Answer::new().give("bmi", value))
    },
};

/// kg/m², from kg and m.
fn bmi(weight: f64, height: f64) -> f64 {
    weight / (height * height)
}
