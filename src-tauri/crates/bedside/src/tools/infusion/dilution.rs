//! Diluting what is at hand to a wanted strength.

use super::ARITHMETIC;
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "dilution",
    group: Group::Infusion,
    version: 1,
    names: &[
        "dilution",
        "dilute",
        "C1V1",
        "make up to",
        "تخفيف",
        "تمديد المحلول",
        "تخفيف الدواء",
        "حل الدواء",
    ],
    fields: &[
        STRENGTH,
        STRENGTH.named("strength-wanted"),
        Field::number("volume-wanted", &q::VOLUME, (0.1, 20_000.0), (1.0, 3000.0)),
    ],
    figures: &[
        Figure::result("stock-volume", "mL", Significant(4))
            .by("{strength-wanted:mg/mL} × {volume-wanted:mL} / {strength:mg/mL}"),
        Figure::result("diluent-volume", "mL", Significant(4))
            .by("{volume-wanted:mL} − {stock-volume}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let (stock, wanted) = (inputs.number("strength"), inputs.number("strength-wanted"));
        if exceeds(wanted, stock) {
            return Err(Conflict {
                field: "strength-wanted",
                key: "stronger-than-stock",
            });
        }
        let volume = inputs.number("volume-wanted");
        let stock_volume = wanted * volume / stock;
        Ok(Answer::new()
            .give("stock-volume", stock_volume)
            .give("diluent-volume", volume - stock_volume))
    },
};
