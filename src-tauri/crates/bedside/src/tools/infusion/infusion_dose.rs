//! From the rate of a pump to the dose by weight: what is running in now.

use super::{ARITHMETIC, BAG_VOLUME, DRUG_IN_BAG};
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "infusion-dose",
    group: Group::Infusion,
    version: 1,
    names: &[
        "infusion dose",
        "mL/h to mcg/kg/min",
        "dose from rate",
        "what dose is running",
        "جرعة التسريب",
        "الجرعة من معدل المضخة",
        "ميلي لتر في الساعة",
    ],
    fields: &[
        Field::number("pump-rate", &q::FLOW, (0.01, 5000.0), (0.1, 999.0)),
        WEIGHT_ANY,
        DRUG_IN_BAG,
        BAG_VOLUME,
    ],
    figures: &[
        Figure::result("concentration", "mg/mL", Significant(4))
            .by("{drug-in-bag:mg} / {bag-volume:mL}"),
        Figure::result("drug-per-hour", "mg/h", Significant(4))
            .by("{pump-rate:mL/h} × {concentration}"),
        Figure::result("drug-per-kg-minute", "mcg/kg/min", Significant(4))
            .by("{drug-per-hour} × 1000 / 60 / {weight:kg}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let concentration = inputs.number("drug-in-bag") / inputs.number("bag-volume");
        let per_hour = inputs.number("pump-rate") * concentration;
        Ok(Answer::new()
            .give("concentration", concentration)
            .give("drug-per-hour", per_hour)
            .give(
                "drug-per-kg-minute",
                per_hour * 1000.0 / 60.0 / inputs.number("weight"),
            ))
    },
};
