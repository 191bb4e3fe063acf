//! Fibrosis of the liver from four figures: FIB-4.

use crate::kit::*;

/// Found and confirmed in hepatitis C, with HIV and without; other diseases of the liver have other limits.
const BANDS: Bands = &[
    Band::lowest("fibrosis-unlikely"),
    Band::at_least(1.45, "fibrosis-open"),
    Band::above(3.25, "fibrosis-likely"),
];

pub(crate) const TOOL: Tool = Tool {
    key: "fib-4",
    group: Group::Acute,
    version: 1,
    names: &[
        "FIB-4",
        "liver fibrosis",
        "hepatitis fibrosis",
        "فيب 4",
        "تليف الكبد فيب",
        "تليف كبدي",
    ],
    fields: &[
        ADULT_AGE,
        Field::number("ast", &lab::ENZYME, (1.0, 50_000.0), (5.0, 5000.0)),
        Field::number("alt", &lab::ENZYME, (1.0, 50_000.0), (5.0, 5000.0)),
        PLATELETS.within((1.0, 5000.0), (10.0, 1000.0)),
        Field::choice(
            "liver-disease-cause",
            &[
                Choice::new("hepatitis-c", 0.0),
                Choice::new("other-liver-disease", 0.0),
            ],
        ),
    ],
    figures: &[Figure::result("fib-4", "", Decimals(2))
        .by("{age:year} × {ast:U/L} / ({platelets:10⁹/L} × √({alt:U/L}))")
        .bands(BANDS)],
    sources: &[
        Source::new(
            "Sterling RK, Lissen E, Clumeck N, et al. Development of a simple noninvasive index to predict significant fibrosis in patients with HIV/HCV coinfection. Hepatology 43:1317–1325",
            2006,
            "doi:10.1002/hep.21178",
        ),
        Source::new(
            "Vallet-Pichard A, Mallet V, Nalpas B, et al. FIB-4: an inexpensive and accurate marker of fibrosis in HCV infection. Hepatology 46:32–36",
            2007,
            "doi:10.1002/hep.21669",
        ),
    ],
    reviewed_by: None,
    calculate: |inputs| {
        let index = inputs.number("age") * inputs.number("ast")
            / (inputs.number("platelets") * inputs.number("alt").sqrt());
        let graded = inputs.chosen("liver-disease-cause") == "hepatitis-c";
        Ok(Answer::new()
            .banded("fib-4", index, if graded { BANDS } else { &[] })
            .note_if(graded, "fib-4-hepatitis-c")
            .note_if(!graded, "fib-4-other-limits")
            .note("fib-4-ages"))
    },
};
