//! The newborn's first minutes: Apgar.

use crate::kit::*;

macro_rules! sign {
    ($key:literal, $none:literal, $some:literal, $full:literal) => {
        Field::choice(
            $key,
            &[
                Choice::new($none, 0.0),
                Choice::new($some, 1.0),
                Choice::new($full, 2.0),
            ],
        )
    };
}

pub(crate) const TOOL: Tool = Tool {
    key: "apgar",
    group: Group::Pregnancy,
    version: 1,
    names: &[
        "Apgar",
        "newborn",
        "neonate",
        "أبغار",
        "أبجار",
        "ابقار",
        "حديث الولادة",
        "الوليد",
    ],
    fields: &[
        sign!(
            "apgar-colour",
            "apgar-colour-0",
            "apgar-colour-1",
            "apgar-colour-2"
        ),
        sign!(
            "apgar-pulse",
            "apgar-pulse-0",
            "apgar-pulse-1",
            "apgar-pulse-2"
        ),
        sign!(
            "apgar-grimace",
            "apgar-grimace-0",
            "apgar-grimace-1",
            "apgar-grimace-2"
        ),
        sign!("apgar-tone", "apgar-tone-0", "apgar-tone-1", "apgar-tone-2"),
        sign!(
            "apgar-breathing",
            "apgar-breathing-0",
            "apgar-breathing-1",
            "apgar-breathing-2"
        ),
    ],
    figures: &[Figure::score(
        "apgar",
        &[
            Band::lowest("apgar-low"),
            Band::at_least(4.0, "apgar-middle"),
            Band::at_least(7.0, "apgar-good"),
        ],
    )],
    sources: &[
        Source::new(
            "Apgar V. A proposal for a new method of evaluation of the newborn infant. Curr Res Anesth Analg 32:260–267",
            1953,
            "",
        ),
        Source::new(
            "American Academy of Pediatrics, American College of Obstetricians and Gynecologists. The Apgar score. Pediatrics 136:819–822",
            2015,
            "doi:10.1542/peds.2015-2651",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| Ok(sum_of_points(inputs)?.note("apgar-resuscitation")),
};
