//! Mean arterial pressure.

use crate::kit::*;

pub(crate) const TOOL: Tool = Tool {
    key: "map",
    group: Group::Heart,
    version: 1,
    names: &[
        "MAP",
        "mean arterial pressure",
        "pulse pressure",
        "الضغط الشرياني الوسطي",
        "متوسط الضغط الشرياني",
    ],
    fields: &[SYSTOLIC, DIASTOLIC],
    figures: &[
        Figure::result("map", "mmHg", Decimals(0))
            .by("({systolic:mmHg} + 2 × {diastolic:mmHg}) / 3")
            .bands(&[Band::lowest("map-low"), Band::at_least(65.0, "map-enough")]),
        Figure::result("pulse-pressure", "mmHg", Decimals(0))
            .by("{systolic:mmHg} − {diastolic:mmHg}"),
    ],
    sources: &[
        Source::new(
            "Betts JG, Young KA, Wise JA, et al. Anatomy and Physiology, 2nd edition, section 20.2: Blood flow, blood pressure, and resistance. OpenStax",
            2022,
            "https://openstax.org/books/anatomy-and-physiology-2e/pages/20-2-blood-flow-blood-pressure-and-resistance",
        ),
        Source::new(
            "Evans L, Rhodes A, Alhazzani W, et al. Surviving Sepsis Campaign: international guidelines for management of sepsis and septic shock 2021. Intensive Care Med 47:1181–1247",
            2021,
            "doi:10.1007/s00134-021-06506-y",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let (systolic, diastolic) = (inputs.number("systolic"), inputs.number("diastolic"));
        if exceeds(diastolic, systolic) {
            return Err(Conflict {
                field: "diastolic",
                key: "diastolic-above-systolic",
            });
        }
        Ok(Answer::new()
            .give("map", (systolic + 2.0 * diastolic) / 3.0)
            .give("pulse-pressure", systolic - diastolic))
    },
};
