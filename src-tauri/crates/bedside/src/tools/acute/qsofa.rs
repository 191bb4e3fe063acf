//! qSOFA: who with an infection is likely to do badly.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "qsofa",
    group: Group::Acute,
    version: 1,
    names: &[
        "qSOFA",
        "quick SOFA",
        "sepsis screening",
        "كيو سوفا",
        "الإنتان",
        "تعفن الدم",
    ],
    fields: &[RESPIRATORY_RATE.whole(), SYSTOLIC.whole(), GCS],
    figures: &[Figure::score(
        "qsofa",
        &[Band::lowest("qsofa-low"), Band::at_least(2.0, "qsofa-high")],
    )],
    sources: &[Source::new(
        "Singer M, Deutschman CS, Seymour CW, et al. The third international consensus definitions for sepsis and septic shock (Sepsis-3). JAMA 315:801–810",
        2016,
        "doi:10.1001/jama.2016.0287",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let one_if = |positive: bool| if positive { 1.0 } else { 0.0 };
        let answer = Answer::new()
            .points(
                "respiratory-rate",
                one_if(reaches(inputs.number("respiratory-rate"), 22.0)),
            )
            .points(
                "systolic",
                one_if(!exceeds(inputs.number("systolic"), 100.0)),
            )
            .points(
                "gcs-total",
                one_if(!reaches(inputs.number("gcs-total"), 15.0)),
            );
        let total = answer.total();
        Ok(answer.give("qsofa", total).note("qsofa-not-alone"))
    },
};
