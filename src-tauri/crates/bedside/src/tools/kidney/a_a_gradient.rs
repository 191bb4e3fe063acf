//! The difference of oxygen pressure between the alveoli and the arteries.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "a-a-gradient",
    group: Group::Kidney,
    version: 1,
    names: &[
        "A-a gradient",
        "alveolar arterial gradient",
        "alveolar gas equation",
        "blood gas",
        "ABG",
        "الفرق السنخي الشرياني",
        "غازات الدم",
        "ممال الأكسجين",
    ],
    fields: &[
        ADULT_AGE.optional(),
        PAO2,
        PACO2,
        FIO2,
        Field::number(
            "barometric-pressure",
            &q::PRESSURE,
            (200.0, 850.0),
            (450.0, 800.0),
        )
        .offering(760.0),
    ],
    figures: &[
        Figure::result("alveolar-oxygen", "mmHg", Decimals(1))
            .by("{fio2:%} / 100 × ({barometric-pressure:mmHg} − 47) − {paco2:mmHg} / 0.8"),
        Figure::result("a-a-gradient", "mmHg", Decimals(1)).by("{alveolar-oxygen} − {pao2:mmHg}"),
        Figure::result("a-a-expected", "mmHg", Decimals(1)).by("2.5 + 0.21 × {age:year}"),
    ],
    sources: &[
        Source::new(
            "Fenn WO, Rahn H, Otis AB. A theoretical study of the composition of the alveolar air at altitude. Am J Physiol 146:637–653",
            1946,
            "",
        ),
        Source::new(
            "Mellemgaard K. The alveolar-arterial oxygen difference: its size and components in normal man. Acta Physiol Scand 67:10–20",
            1966,
            "",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let alveolar = inputs.number("fio2") / 100.0
            * (inputs.number("barometric-pressure") - 47.0)
            - inputs.number("paco2") / 0.8;
        let gradient = alveolar - inputs.number("pao2");
        let answer = Answer::new()
            .give("alveolar-oxygen", alveolar)
            .give("a-a-gradient", gradient);
        let answer = match inputs.optional("age") {
            Some(age) => answer.give("a-a-expected", 2.5 + 0.21 * age),
            None => answer,
        };
        Ok(answer
            .note_if(!reaches(gradient, 0.0), "a-a-negative")
            .note("a-a-room-air"))
    },
};
