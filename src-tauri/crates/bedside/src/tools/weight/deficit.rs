//! Fluid lost by dehydration, and the rate that replaces it.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "fluid-deficit",
    group: Group::Weight,
    version: 1,
    names: &[
        "dehydration",
        "deficit replacement",
        "fluid deficit",
        "rehydration",
        "الجفاف",
        "تعويض السوائل",
        "نقص السوائل",
        "الإماهة",
    ],
    fields: &[
        WEIGHT_CHILD,
        Field::number("dehydration", &q::AREA_PERCENT, (0.5, 20.0), (3.0, 12.0)),
        Field::number("replacement-time", &q::HOURS, (0.5, 96.0), (3.0, 48.0)),
    ],
    figures: &[
        Figure::result("fluid-deficit", "mL", Decimals(0)).by("{weight:kg} × {dehydration:%} × 10"),
        Figure::result("deficit-rate", "mL/h", Decimals(0))
            .by("{fluid-deficit} / {replacement-time:h}"),
    ],
    sources: &[Source::new(
        "World Health Organization. The treatment of diarrhoea: a manual for physicians and other senior health workers, 4th revision",
        2005,
        "https://iris.who.int/handle/10665/43209",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let deficit = inputs.number("weight") * inputs.number("dehydration") * 10.0;
        Ok(Answer::new()
            .give("fluid-deficit", deficit)
            .give("deficit-rate", deficit / inputs.number("replacement-time"))
            .note("deficit-plus-maintenance"))
    },
};
