//! Laboratory results from one unit into the others: one tool for each analyte, found by its name.

use super::every_unit;
use crate::kit::*;
use crate::quantity::Quantity;

const WEIGHTS: &[Source] = &[Source::new(
    "Prohaska T, Irrgeher J, Benefield J, et al. Standard atomic weights of the elements 2021 (IUPAC Technical Report). Pure Appl Chem 94:573–600",
    2022,
    "doi:10.1515/pac-2019-0603",
)];

/// For units that differ by powers of ten alone, or by the charge of an ion, no atomic weight is used.
const UNITS_ALONE: &[Source] = &[Source::new(
    "Bureau international des poids et mesures. The International System of Units (SI), 9th edition",
    2019,
    "https://www.bipm.org/en/publications/si-brochure",
)];

/// An analyte whose units need no atomic weight.
const fn without_weights(mut tool: Tool) -> Tool {
    tool.sources = UNITS_ALONE;
    tool
}

const fn analyte(
    key: &'static str,
    names: &'static [&'static str],
    fields: &'static [Field; 1],
) -> Tool {
    Tool {
        key,
        group: Group::Conversion,
        version: 1,
        names,
        fields,
        figures: &[],
        sources: WEIGHTS,
        reviewed_by: None,
        calculate: every_unit,
    }
}

/// A result of the laboratory, with limits in base units.
const fn of(
    key: &'static str,
    quantity: &'static Quantity,
    possible: (f64, f64),
    plausible: (f64, f64),
) -> Field {
    Field::number(key, quantity, possible, plausible)
}

/// Every analyte, in the order in which they are listed.
pub(crate) const TOOLS: [Tool; 34] = [
    analyte(
        "convert-glucose",
        &["glucose", "blood sugar", "سكر الدم", "الغلوكوز", "الجلوكوز"],
        &[GLUCOSE],
    ),
    analyte(
        "convert-creatinine",
        &["creatinine", "الكرياتينين"],
        &[CREATININE],
    ),
    analyte(
        "convert-urea",
        &["urea", "BUN", "اليوريا", "البولة"],
        &[UREA],
    ),
    analyte(
        "convert-bilirubin",
        &["bilirubin", "البيليروبين"],
        &[BILIRUBIN],
    ),
    analyte("convert-calcium", &["calcium", "الكالسيوم"], &[CALCIUM]),
    analyte(
        "convert-magnesium",
        &["magnesium", "المغنيزيوم", "المغنيسيوم"],
        &[of("magnesium", &lab::MAGNESIUM, (0.1, 40.0), (0.7, 8.0))],
    ),
    analyte(
        "convert-phosphate",
        &["phosphate", "phosphorus", "الفوسفات", "الفسفور"],
        &[of("phosphate", &lab::PHOSPHATE, (0.1, 60.0), (0.8, 15.0))],
    ),
    without_weights(analyte(
        "convert-sodium",
        &["sodium", "الصوديوم"],
        &[SODIUM],
    )),
    without_weights(analyte(
        "convert-potassium",
        &["potassium", "البوتاسيوم"],
        &[of("potassium", &lab::POTASSIUM, (0.5, 20.0), (1.5, 9.0))],
    )),
    without_weights(analyte(
        "convert-bicarbonate",
        &["bicarbonate", "HCO3", "البيكربونات"],
        &[BICARBONATE],
    )),
    without_weights(analyte(
        "convert-lithium",
        &["lithium", "الليثيوم"],
        &[of("lithium", &lab::LITHIUM, (0.01, 20.0), (0.1, 6.0))],
    )),
    without_weights(analyte(
        "convert-albumin",
        &["albumin", "الألبومين"],
        &[ALBUMIN],
    )),
    without_weights(analyte(
        "convert-protein",
        &["total protein", "البروتين الكلي"],
        &[of(
            "total-protein",
            &lab::TOTAL_PROTEIN,
            (1.0, 20.0),
            (3.0, 13.0),
        )],
    )),
    analyte(
        "convert-haemoglobin",
        &[
            "haemoglobin",
            "hemoglobin",
            "Hb",
            "الهيموغلوبين",
            "الخضاب",
            "خضاب الدم",
        ],
        &[HAEMOGLOBIN],
    ),
    analyte(
        "convert-cholesterol",
        &["cholesterol", "HDL", "LDL", "الكوليسترول"],
        &[of(
            "cholesterol",
            &lab::CHOLESTEROL,
            (1.0, 2000.0),
            (15.0, 600.0),
        )],
    ),
    analyte(
        "convert-triglycerides",
        &["triglycerides", "الدهون الثلاثية", "ثلاثي الغليسريد"],
        &[of(
            "triglycerides",
            &lab::TRIGLYCERIDES,
            (5.0, 30_000.0),
            (20.0, 5000.0),
        )],
    ),
    analyte(
        "convert-urate",
        &["urate", "uric acid", "حمض البول", "حمض اليوريك"],
        &[of("urate", &lab::URATE, (0.1, 60.0), (0.8, 20.0))],
    ),
    analyte(
        "convert-lactate",
        &["lactate", "اللاكتات", "حمض اللبن"],
        &[of("lactate", &lab::LACTATE, (0.05, 60.0), (0.2, 25.0))],
    ),
    analyte(
        "convert-ammonia",
        &["ammonia", "الأمونيا", "النشادر"],
        &[of("ammonia", &lab::AMMONIA, (1.0, 5000.0), (5.0, 1500.0))],
    ),
    analyte(
        "convert-iron",
        &["iron", "TIBC", "الحديد"],
        &[of("iron", &lab::IRON, (1.0, 5000.0), (5.0, 600.0))],
    ),
    without_weights(analyte(
        "convert-ferritin",
        &["ferritin", "الفيريتين"],
        &[of(
            "ferritin",
            &lab::FERRITIN,
            (0.5, 200_000.0),
            (2.0, 20_000.0),
        )],
    )),
    analyte(
        "convert-b12",
        &["vitamin B12", "cobalamin", "فيتامين ب12"],
        &[of("b12", &lab::B12, (10.0, 50_000.0), (50.0, 5000.0))],
    ),
    analyte(
        "convert-folate",
        &["folate", "folic acid", "الفولات", "حمض الفوليك"],
        &[of("folate", &lab::FOLATE, (0.2, 500.0), (0.5, 60.0))],
    ),
    analyte(
        "convert-vitamin-d",
        &["vitamin D", "25-OH vitamin D", "فيتامين د"],
        &[of(
            "vitamin-d",
            &lab::VITAMIN_D,
            (0.5, 1000.0),
            (2.0, 250.0),
        )],
    ),
    analyte(
        "convert-cortisol",
        &["cortisol", "الكورتيزول"],
        &[of("cortisol", &lab::CORTISOL, (0.05, 1000.0), (0.5, 150.0))],
    ),
    analyte(
        "convert-free-t4",
        &[
            "free T4",
            "FT4",
            "thyroxine",
            "هرمون الغدة الدرقية",
            "الثيروكسين",
        ],
        &[of("free-t4", &lab::FREE_T4, (0.01, 50.0), (0.1, 8.0))],
    ),
    analyte(
        "convert-testosterone",
        &["testosterone", "التستوستيرون"],
        &[of(
            "testosterone",
            &lab::TESTOSTERONE,
            (0.5, 10_000.0),
            (3.0, 2500.0),
        )],
    ),
    analyte(
        "convert-oestradiol",
        &["oestradiol", "estradiol", "الإستراديول"],
        &[of(
            "oestradiol",
            &lab::OESTRADIOL,
            (0.5, 50_000.0),
            (3.0, 8000.0),
        )],
    ),
    analyte(
        "convert-ethanol",
        &["ethanol", "alcohol level", "الإيثانول", "الكحول"],
        &[of("ethanol", &lab::ETHANOL, (0.1, 1500.0), (1.0, 600.0))],
    ),
    analyte(
        "convert-paracetamol",
        &["paracetamol", "acetaminophen", "الباراسيتامول"],
        &[of(
            "paracetamol",
            &lab::PARACETAMOL,
            (0.1, 3000.0),
            (1.0, 1000.0),
        )],
    ),
    analyte(
        "convert-salicylate",
        &["salicylate", "aspirin level", "الساليسيلات"],
        &[of(
            "salicylate",
            &lab::SALICYLATE,
            (0.1, 300.0),
            (1.0, 150.0),
        )],
    ),
    analyte(
        "convert-digoxin",
        &["digoxin", "الديجوكسين"],
        &[of("digoxin", &lab::DIGOXIN, (0.01, 100.0), (0.1, 15.0))],
    ),
    analyte(
        "convert-phenytoin",
        &["phenytoin", "الفينيتوين"],
        &[of("phenytoin", &lab::PHENYTOIN, (0.1, 300.0), (1.0, 100.0))],
    ),
    analyte(
        "convert-lead",
        &["lead", "الرصاص"],
        &[of("lead", &lab::LEAD, (0.1, 1000.0), (0.5, 200.0))],
    ),
];
