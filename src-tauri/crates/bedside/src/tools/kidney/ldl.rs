//! LDL cholesterol after Friedewald.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "ldl",
    group: Group::Kidney,
    version: 1,
    names: &[
        "LDL",
        "Friedewald",
        "cholesterol",
        "lipids",
        "الكوليسترول الضار",
        "فريدوالد",
        "الدهون",
    ],
    fields: &[
        Field::number(
            "cholesterol",
            &lab::CHOLESTEROL,
            (10.0, 2000.0),
            (60.0, 600.0),
        ),
        Field::number("hdl", &lab::CHOLESTEROL, (1.0, 300.0), (10.0, 150.0)),
        // Above 400 mg/dL the authors themselves did not use the formula.
        Field::number(
            "triglycerides",
            &lab::TRIGLYCERIDES,
            (5.0, 400.0),
            (20.0, 400.0),
        ),
    ],
    figures: &[
        Figure::result("ldl", "mg/dL", Decimals(0))
            .by("{cholesterol:mg/dL} − {hdl:mg/dL} − {triglycerides:mg/dL} / 5"),
        Figure::result("ldl-molar", "mmol/L", Decimals(2)).by("{ldl} × 10 / 386.664"),
    ],
    sources: &[Source::new(
        "Friedewald WT, Levy RI, Fredrickson DS. Estimation of the concentration of low-density lipoprotein cholesterol in plasma, without use of the preparative ultracentrifuge. Clin Chem 18:499–502",
        1972,
        "doi:10.1093/clinchem/18.6.499",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let ldl = inputs.number("cholesterol")
            - inputs.number("hdl")
            - inputs.number("triglycerides") / 5.0;
        if !exceeds(ldl, 0.0) {
            return Err(Conflict {
                field: "cholesterol",
                key: "ldl-not-positive",
            });
        }
        Ok(Answer::new()
            .give("ldl", ldl)
            .give("ldl-molar", ldl * 10.0 / 386.664))
    },
};
