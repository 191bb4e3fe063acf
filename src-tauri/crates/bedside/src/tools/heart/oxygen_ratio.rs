//! Arterial oxygen over what is breathed: P/F.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "oxygen-ratio",
    group: Group::Heart,
    version: 1,
    names: &[
        "P/F ratio",
        "PaO2/FiO2",
        "ARDS",
        "Berlin",
        "Horowitz index",
        "نسبة الأكسجة",
        "متلازمة الضائقة التنفسية",
        "برلين",
    ],
    fields: &[PAO2, FIO2],
    figures: &[Figure::result("oxygen-ratio", "mmHg", Decimals(0))
        .by("{pao2:mmHg} / ({fio2:%} / 100)")
        .bands(&[
            Band::lowest("ards-severe"),
            Band::above(100.0, "ards-moderate"),
            Band::above(200.0, "ards-mild"),
            Band::above(300.0, "ards-none"),
        ])],
    sources: &[Source::new(
        "ARDS Definition Task Force. Acute respiratory distress syndrome: the Berlin definition. JAMA 307:2526–2533",
        2012,
        "doi:10.1001/jama.2012.5669",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let ratio = inputs.number("pao2") / (inputs.number("fio2") / 100.0);
        Ok(Answer::new()
            .give("oxygen-ratio", ratio)
            .note("ards-other-criteria"))
    },
};
