//! The average glucose that a haemoglobin A1c stands for.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "average-glucose",
    group: Group::Conversion,
    version: 1,
    names: &[
        "estimated average glucose",
        "eAG",
        "average glucose",
        "متوسط السكر",
        "متوسط الغلوكوز",
        "متوسط سكر الدم",
    ],
    fields: &[Field::number(
        "hba1c",
        &lab::HBA1C,
        (10.0, 250.0),
        (20.0, 150.0),
    )],
    figures: &[
        Figure::result("average-glucose", "mg/dL", Decimals(0)).by("28.7 × {hba1c:%} − 46.7"),
        Figure::result("average-glucose-molar", "mmol/L", Decimals(1))
            .by("{average-glucose} × 10 / 180.156"),
    ],
    sources: &[Source::new(
        "Nathan DM, Kuenen J, Borg R, Zheng H, Schoenfeld D, Heine RJ. Translating the A1C assay into estimated average glucose values. Diabetes Care 31:1473–1478",
        2008,
        "doi:10.2337/dc08-0545",
    )],
    reviewed_by: None,
    calculate: |inputs| {
        let average = 28.7 * inputs.number_in("hba1c", "%") - 46.7;
        Ok(Answer::new()
            .give("average-glucose", average)
            .give("average-glucose-molar", average * 10.0 / 180.156))
    },
};
