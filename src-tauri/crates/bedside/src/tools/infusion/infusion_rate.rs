//! From a dose by weight and a syringe or bag to the rate of the pump.

use super::{ARITHMETIC, BAG_VOLUME, DRUG_IN_BAG};
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "infusion-rate",
    group: Group::Infusion,
    version: 1,
    names: &[
        "infusion rate",
        "mcg/kg/min to mL/h",
        "pump rate",
        "syringe driver",
        "vasopressor",
        "noradrenaline rate",
        "dopamine",
        "معدل التسريب",
        "سرعة المضخة",
        "التسريب الوريدي",
        "ميكروغرام لكل كيلو في الدقيقة",
    ],
    fields: &[
        Field::number(
            "dose-rate-by-weight",
            &q::DOSE_RATE_BY_WEIGHT,
            (0.000_001, 10_000.0),
            (0.000_1, 500.0),
        ),
        WEIGHT_ANY,
        DRUG_IN_BAG,
        BAG_VOLUME,
    ],
    figures: &[
        Figure::result("concentration", "mg/mL", Significant(4))
            .by("{drug-in-bag:mg} / {bag-volume:mL}"),
        Figure::result("drug-per-hour", "mg/h", Significant(4))
            .by("{dose-rate-by-weight:mcg/kg/min} × {weight:kg} × 60 / 1000"),
        Figure::result("pump-rate", "mL/h", Significant(4)).by("{drug-per-hour} / {concentration}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let concentration = inputs.number("drug-in-bag") / inputs.number("bag-volume");
        let per_hour =
            inputs.number("dose-rate-by-weight") * inputs.number("weight") * 60.0 / 1000.0;
        Ok(Answer::new()
            .give("concentration", concentration)
            .give("drug-per-hour", per_hour)
            .give("pump-rate", per_hour / concentration))
    },
};
