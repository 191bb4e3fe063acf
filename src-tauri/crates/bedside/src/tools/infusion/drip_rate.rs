//! Drops a minute through a giving set.

use super::ARITHMETIC;
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "drip-rate",
    group: Group::Infusion,
    version: 1,
    names: &[
        "drip rate",
        "drops per minute",
        "gtt/min",
        "giving set",
        "gravity infusion",
        "عدد القطرات",
        "قطرة في الدقيقة",
        "سرعة التنقيط",
        "المحلول الوريدي",
    ],
    fields: &[
        Field::number("volume", &q::VOLUME, (1.0, 20_000.0), (10.0, 4000.0)),
        Field::number("infusion-time", &q::HOURS, (1.0 / 60.0, 96.0), (0.1, 24.0)),
        Field::number("drop-factor", &q::DROP_FACTOR, (5.0, 100.0), (10.0, 60.0)),
    ],
    figures: &[
        Figure::result("flow", "mL/h", Significant(3)).by("{volume:mL} / {infusion-time:h}"),
        // By whole drops alone, a slow rate would be shown as none.
        Figure::result("drop-rate", "gtt/min", Significant(2))
            .by("{volume:mL} × {drop-factor:gtt/mL} / {infusion-time:min}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let volume = inputs.number("volume");
        let drops =
            volume * inputs.number("drop-factor") / inputs.number_in("infusion-time", "min");
        Ok(Answer::new()
            .give("flow", volume / inputs.number("infusion-time"))
            .give("drop-rate", drops))
    },
};
