//! From a dose that does not depend on weight to the rate of the pump.

use super::{ARITHMETIC, BAG_VOLUME, DRUG_IN_BAG};
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "infusion-rate-flat",
    group: Group::Infusion,
    version: 1,
    names: &[
        "mg/h to mL/h",
        "mcg/min to mL/h",
        "infusion rate without weight",
        "معدل التسريب بلا وزن",
        "ملغ في الساعة",
    ],
    fields: &[
        Field::number(
            "dose-rate",
            &q::DOSE_RATE,
            (0.000_001, 100_000.0),
            (0.001, 10_000.0),
        ),
        DRUG_IN_BAG,
        BAG_VOLUME,
    ],
    figures: &[
        Figure::result("concentration", "mg/mL", Significant(4))
            .by("{drug-in-bag:mg} / {bag-volume:mL}"),
        Figure::result("pump-rate", "mL/h", Significant(4))
            .by("{dose-rate:mg/h} / {concentration}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let concentration = inputs.number("drug-in-bag") / inputs.number("bag-volume");
        Ok(Answer::new()
            .give("concentration", concentration)
            .give("pump-rate", inputs.number("dose-rate") / concentration))
    },
};
