//! A child's weight guessed from the age: for the minutes in which nobody can weigh the child.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "child-weight",
    group: Group::Weight,
    version: 1,
    names: &[
        "child weight",
        "weight by age",
        "estimated weight",
        "APLS weight",
        "paediatric weight",
        "pediatric weight",
        "وزن الطفل",
        "تقدير الوزن",
        "وزن الطفل حسب العمر",
    ],
    fields: &[Field::number(
        "child-age",
        &q::CHILD_AGE,
        (1.0, 155.0),
        (1.0, 155.0),
    )],
    figures: &[Figure::step("whole-years", "year"), ESTIMATE],
    sources: &[
        Source::new(
            "Advanced Life Support Group. Advanced Paediatric Life Support: the practical approach, 5th edition. Wiley-Blackwell",
            2011,
            "",
        ),
        Source::new(
            "Wells M, Goldstein LN, Bentley A. The accuracy of emergency weight estimation systems in children: a systematic review and meta-analysis. Int J Emerg Med 10:29",
            2017,
            "doi:10.1186/s12245-017-0156-5",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let months = inputs.number("child-age");
        if !reaches(months, 12.0) {
            let answer = Answer::new().derive(
                ESTIMATE,
                "0.5 × {child-age:month} + 4".to_owned(),
                0.5 * months + 4.0,
            );
            return Ok(answer.note("child-weight-error"));
        }
        let years = (months / 12.0 + 1e-9).floor();
        let (slope, constant) = if reaches(years, 6.0) {
            (3.0, 7.0)
        } else {
            (2.0, 8.0)
        };
        Ok(Answer::new()
            .give("whole-years", years)
            .derive(
                ESTIMATE,
                format!("{slope} × {{whole-years}} + {constant}"),
                slope * years + constant,
            )
            .note("child-weight-error"))
    },
};

const ESTIMATE: Figure = Figure::result("weight-estimate", "kg", Decimals(1));
