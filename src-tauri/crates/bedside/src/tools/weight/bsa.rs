//! Body surface area, after Mosteller and after Du Bois and Du Bois.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "bsa",
    group: Group::Weight,
    version: 1,
    names: &[
        "BSA",
        "body surface area",
        "Mosteller",
        "Du Bois",
        "مساحة سطح الجسم",
        "سطح الجسم",
        "موستيلر",
    ],
    fields: &[WEIGHT_ANY, HEIGHT_ANY],
    figures: &[
        Figure::result("bsa-mosteller", "m²", Decimals(2))
            .by("√({height:cm} × {weight:kg} / 3600)"),
        Figure::result("bsa-du-bois", "m²", Decimals(2))
            .by("0.007184 × {weight:kg}^0.425 × {height:cm}^0.725"),
    ],
    sources: &[
        Source::new(
            "Mosteller RD. Simplified calculation of body-surface area. N Engl J Med 317:1098",
            1987,
            "doi:10.1056/NEJM198710223171717",
        ),
        Source::new(
            "Du Bois D, Du Bois EF. A formula to estimate the approximate surface area if height and weight be known. Arch Intern Med 17:863–871",
            1916,
            "doi:10.1001/archinte.1916.00080130010002",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let (weight, height) = (inputs.number("weight"), inputs.number("height"));
        Ok(Answer::new()
            .give("bsa-mosteller", mosteller(weight, height))
            .give("bsa-du-bois", du_bois(weight, height)))
    },
};

/// m², from kg and cm.
fn mosteller(weight: f64, height: f64) -> f64 {
    (height * weight / 3600.0).sqrt()
}

/// m², from kg and cm.
fn du_bois(weight: f64, height: f64) -> f64 {
    0.007_184 * weight.powf(0.425) * height.powf(0.725)
}
