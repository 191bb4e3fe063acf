//! Calculated serum osmolality, and the gap to the measured one.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "osmolality",
    group: Group::Kidney,
    version: 1,
    names: &[
        "osmolality",
        "osmolarity",
        "osmolal gap",
        "osmolar gap",
        "toxic alcohol",
        "الأسمولية",
        "الاسمولالية",
        "الفجوة الأسمولية",
    ],
    fields: &[
        SODIUM,
        GLUCOSE,
        UREA,
        Field::number("ethanol", &lab::ETHANOL, (0.0, 1500.0), (0.0, 600.0)).optional(),
        Field::number(
            "osmolality-measured",
            &lab::OSMOLALITY,
            (150.0, 600.0),
            (240.0, 420.0),
        )
        .optional(),
    ],
    figures: &[CALCULATED, GAP],
    sources: &[
        Source::new(
            "Smithline N, Gardner KD. Gaps: anionic and osmolal. JAMA 236:1594–1597",
            1976,
            "",
        ),
        Source::new(
            "Hoffman RS, Smilkstein MJ, Howland MA, Goldfrank LR. Osmol gaps revisited: normal values and limitations. J Toxicol Clin Toxicol 31:81–93",
            1993,
            "",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let solutes = 2.0 * inputs.number("sodium")
            + inputs.number_in("glucose", "mmol/L")
            + inputs.number("urea");
        let ethanol = inputs.optional_in("ethanol", "mmol/L");
        let (formula, calculated) = match ethanol {
            Some(ethanol) => (WITH_ETHANOL, solutes + ethanol),
            None => (WITHOUT_ETHANOL, solutes),
        };
        let mut answer = Answer::new().derive(CALCULATED, formula.to_owned(), calculated);
        if let Some(measured) = inputs.optional("osmolality-measured") {
            answer = answer.derive(
                GAP,
                "{osmolality-measured:mOsm/kg} − {osmolality-calculated}".to_owned(),
                measured - calculated,
            );
        }
        Ok(answer
            .note_if(ethanol.is_none(), "no-ethanol")
            .note("osmolal-gap-limits"))
    },
};

const CALCULATED: Figure = Figure::result("osmolality-calculated", "mOsm/kg", Decimals(1));
const GAP: Figure = Figure::result("osmolal-gap", "mOsm/kg", Decimals(1)).bands(&[
    Band::lowest("osmolal-gap-usual"),
    Band::above(10.0, "osmolal-gap-raised"),
]);
const WITHOUT_ETHANOL: &str = "2 × {sodium:mmol/L} + {glucose:mmol/L} + {urea:mmol/L}";
const WITH_ETHANOL: &str =
    "2 × {sodium:mmol/L} + {glucose:mmol/L} + {urea:mmol/L} + {ethanol:mmol/L}";
