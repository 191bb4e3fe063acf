//! The fraction of filtered sodium that reaches the urine.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "fena",
    group: Group::Kidney,
    version: 1,
    names: &[
        "FENa",
        "fractional excretion of sodium",
        "acute kidney injury",
        "AKI",
        "الإفراغ الجزئي للصوديوم",
        "طرح الصوديوم",
        "الأذية الكلوية الحادة",
    ],
    fields: &[
        SODIUM,
        Field::number("urine-sodium", &lab::SODIUM, (0.5, 400.0), (3.0, 300.0)),
        CREATININE,
        Field::number("urine-creatinine", &lab::URINE_CREATININE, (1.0, 1500.0), (5.0, 500.0)),
    ],
    figures: &[Figure::result("fena", "%", Decimals(2))
        .by("100 × {urine-sodium:mmol/L} × {creatinine:mg/dL} / ({sodium:mmol/L} × {urine-creatinine:mg/dL})")
        .bands(&[
            Band::lowest("fena-low"),
            Band::at_least(1.0, "fena-middle"),
            Band::above(2.0, "fena-high"),
        ])],
    sources: &[
        Source::new(
            "Espinel CH. The FENa test: use in the differential diagnosis of acute renal failure. JAMA 236:579–581",
            1976,
            "doi:10.1001/jama.1976.03270060029022",
        ),
        Source::new(
            "Steiner RW. Interpreting the fractional excretion of sodium. Am J Med 77:699–702",
            1984,
            "",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let fena = 100.0 * inputs.number("urine-sodium") * inputs.number("creatinine")
            / (inputs.number("sodium") * inputs.number("urine-creatinine"));
        Ok(Answer::new().give("fena", fena).note("fena-diuretics"))
    },
};
