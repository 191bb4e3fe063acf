//! Temperature, pressure, haemoglobin A1c, weight and length.

use super::every_unit;
use crate::kit::*;

const SI: &[Source] = &[Source::new(
    "Bureau international des poids et mesures. The International System of Units (SI), 9th edition",
    2019,
    "https://www.bipm.org/en/publications/si-brochure",
)];

const fn conversion(
    key: &'static str,
    names: &'static [&'static str],
    fields: &'static [Field],
    sources: &'static [Source],
) -> Tool {
    Tool {
        key,
        group: Group::Conversion,
        version: 1,
        names,
        fields,
        figures: &[],
        sources,
        reviewed_by: None,
        calculate: every_unit,
    }
}

pub(crate) const TEMPERATURE: Tool = conversion(
    "convert-temperature",
    &[
        "temperature",
        "Fahrenheit",
        "Celsius",
        "الحرارة",
        "فهرنهايت",
        "مئوية",
        "درجة الحرارة",
    ],
    &[Field::number(
        "temperature",
        &q::TEMPERATURE,
        (-273.15, 1000.0),
        (-90.0, 140.0),
    )],
    SI,
);

pub(crate) const PRESSURE: Tool = conversion(
    "convert-pressure",
    &[
        "pressure",
        "mmHg",
        "kPa",
        "cmH2O",
        "mbar",
        "الضغط",
        "كيلو باسكال",
        "مليمتر زئبق",
    ],
    &[Field::number(
        "pressure",
        &q::PRESSURE,
        (-10_000.0, 1_000_000.0),
        (-760.0, 5000.0),
    )],
    SI,
);

pub(crate) const WEIGHT: Tool = conversion(
    "convert-weight",
    &[
        "weight",
        "pounds",
        "lb",
        "kg",
        "الوزن",
        "رطل",
        "كيلوغرام",
        "باوند",
    ],
    &[Field::number(
        "weight",
        &q::MASS,
        (0.000_001, 10_000.0),
        (0.2, 700.0),
    )],
    SI,
);

pub(crate) const LENGTH: Tool = conversion(
    "convert-length",
    &[
        "length",
        "height",
        "inches",
        "cm",
        "الطول",
        "إنش",
        "بوصة",
        "سنتيمتر",
    ],
    &[Field::number(
        "height",
        &q::LENGTH,
        (0.001, 100_000.0),
        (1.0, 280.0),
    )],
    SI,
);

pub(crate) const HBA1C: Tool = conversion(
    "convert-hba1c",
    &[
        "HbA1c",
        "A1c",
        "IFCC",
        "NGSP",
        "glycated haemoglobin",
        "السكر التراكمي",
        "الهيموغلوبين السكري",
        "التراكمي",
    ],
    &[Field::number(
        "hba1c",
        &lab::HBA1C,
        (1.0, 250.0),
        (20.0, 180.0),
    )],
    &[
        // The page gives the equation with the digits that are used here; the paper rounds them.
        Source::new(
            "NGSP. IFCC standardization of HbA1c: the master equation",
            2010,
            "https://ngsp.org/ifcc.asp",
        ),
        Source::new(
            "Hoelzel W, Weykamp C, Jeppsson JO, et al. IFCC reference system for measurement of hemoglobin A1c in human blood and the national standardization schemes in the United States, Japan, and Sweden: a method-comparison study. Clin Chem 50:166–174",
            2004,
            "doi:10.1373/clinchem.2003.024802",
        ),
    ],
);
