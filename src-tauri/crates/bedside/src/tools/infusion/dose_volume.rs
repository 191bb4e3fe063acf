//! The volume that holds a dose, from the vial at hand.

use super::{ARITHMETIC, is_hard_to_draw_up};
use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "dose-volume",
    group: Group::Infusion,
    version: 1,
    names: &[
        "dose volume",
        "how many mL",
        "volume to draw up",
        "vial",
        "ampoule",
        "كم ميلي لتر",
        "حجم الجرعة",
        "الأمبولة",
        "القنينة",
    ],
    fields: &[
        Field::number(
            "dose",
            &q::DRUG_AMOUNT,
            (0.000_01, 100_000.0),
            (0.001, 20_000.0),
        ),
        Field::number(
            "drug-in-vial",
            &q::DRUG_AMOUNT,
            (0.000_1, 100_000.0),
            (0.005, 20_000.0),
        ),
        Field::number("vial-volume", &q::VOLUME, (0.1, 5000.0), (0.3, 1000.0)),
    ],
    figures: &[
        Figure::result("concentration", "mg/mL", Significant(4))
            .by("{drug-in-vial:mg} / {vial-volume:mL}"),
        Figure::result("draw-up-volume", "mL", Significant(3)).by("{dose:mg} / {concentration}"),
        Figure::result("vials", "", Significant(3)).by("{dose:mg} / {drug-in-vial:mg}"),
    ],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: |inputs| {
        let (dose, in_vial) = (inputs.number("dose"), inputs.number("drug-in-vial"));
        let concentration = in_vial / inputs.number("vial-volume");
        let volume = dose / concentration;
        let vials = dose / in_vial;
        Ok(Answer::new()
            .give("concentration", concentration)
            .give("draw-up-volume", volume)
            .give("vials", vials)
            .note_if(is_hard_to_draw_up(volume), "dilute-first")
            .note_if(exceeds(vials, 3.0), "many-vials"))
    },
};
