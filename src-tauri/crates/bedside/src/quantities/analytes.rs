//! What laboratories measure, in the units that they report it in.
//!
//! A conversion between mass and amount of substance follows from the molar mass (sum of the abridged standard
//! atomic weights, IUPAC 2021), which stands beside each; 1 mmol/L is then M/10 mg/dL. Where a substance has no one molar mass, only units of one
//! kind are offered.

use super::quantity;
use crate::quantity::{Quantity, Unit};

/// mg/dL with mmol/L and µmol/L, for a molar mass in g/mol.
macro_rules! per_decilitre {
    ($name:ident, $key:literal, $molar_mass:literal) => {
        quantity!(
            $name,
            $key,
            [
                Unit::base("mg/dL"),
                Unit::ratio("mmol/L", $molar_mass, 10.0),
                Unit::ratio("µmol/L", $molar_mass, 10_000.0),
                Unit::ratio("mg/L", 1.0, 10.0),
            ]
        );
    };
}

/// The base unit first, then the unit of amount, of which one is `$multiply / $divide` of the first.
macro_rules! two_units {
    ($name:ident, $key:literal, $base:literal, $other:literal, $multiply:expr, $divide:expr) => {
        quantity!(
            $name,
            $key,
            [Unit::base($base), Unit::ratio($other, $multiply, $divide),]
        );
    };
}

/// An ion of valence 1: mEq/L and mmol/L are the same number.
macro_rules! monovalent {
    ($name:ident, $key:literal) => {
        quantity!(
            $name,
            $key,
            [Unit::base("mmol/L"), Unit::ratio("mEq/L", 1.0, 1.0),]
        );
    };
}

/// A divalent ion: 1 mmol/L is 2 mEq/L and M/10 mg/dL.
macro_rules! divalent {
    ($name:ident, $key:literal, $molar_mass:literal) => {
        quantity!(
            $name,
            $key,
            [
                Unit::base("mg/dL"),
                Unit::ratio("mmol/L", $molar_mass, 10.0),
                Unit::ratio("mEq/L", $molar_mass, 20.0),
            ]
        );
    };
}

monovalent!(SODIUM, "sodium");
monovalent!(POTASSIUM, "potassium");
monovalent!(CHLORIDE, "chloride");
monovalent!(BICARBONATE, "bicarbonate");
monovalent!(LITHIUM, "lithium");
divalent!(CALCIUM, "calcium", 40.078);
divalent!(MAGNESIUM, "magnesium", 24.305);
two_units!(PHOSPHATE, "phosphate", "mg/dL", "mmol/L", 30.974, 10.0);
two_units!(GLUCOSE, "glucose", "mg/dL", "mmol/L", 180.156, 10.0);
// Urea is reported as itself or as the nitrogen in it: 28.014 of 60.056 g/mol.
quantity!(
    UREA,
    "urea",
    [
        Unit::base("mmol/L"),
        Unit::ratio("mg/dL BUN", 10.0, 28.014),
        Unit::ratio("mg/dL urea", 10.0, 60.056),
    ]
);
two_units!(
    CREATININE,
    "creatinine",
    "mg/dL",
    "µmol/L",
    113.12,
    10_000.0
);
quantity!(
    URINE_CREATININE,
    "urine-creatinine",
    [
        Unit::base("mg/dL"),
        Unit::ratio("mmol/L", 113.12, 10.0),
        Unit::ratio("µmol/L", 113.12, 10_000.0),
    ]
);
two_units!(BILIRUBIN, "bilirubin", "mg/dL", "µmol/L", 584.673, 10_000.0);
two_units!(URATE, "urate", "mg/dL", "µmol/L", 168.112, 10_000.0);
two_units!(ALBUMIN, "albumin", "g/dL", "g/L", 1.0, 10.0);
two_units!(TOTAL_PROTEIN, "total-protein", "g/dL", "g/L", 1.0, 10.0);
// One haem with its chain: 16114.5 g/mol.
quantity!(
    HAEMOGLOBIN,
    "haemoglobin",
    [
        Unit::base("g/dL"),
        Unit::ratio("g/L", 1.0, 10.0),
        Unit::ratio("mmol/L", 1.611_45, 1.0),
    ]
);
two_units!(CHOLESTEROL, "cholesterol", "mg/dL", "mmol/L", 386.664, 10.0);
// As glyceryl trioleate, which laboratories agreed on.
two_units!(
    TRIGLYCERIDES,
    "triglycerides",
    "mg/dL",
    "mmol/L",
    885.453,
    10.0
);
quantity!(
    LACTATE,
    "lactate",
    [Unit::base("mmol/L"), Unit::ratio("mg/dL", 10.0, 90.078),]
);
two_units!(AMMONIA, "ammonia", "µmol/L", "mcg/dL", 10.0, 17.031);
two_units!(IRON, "iron", "mcg/dL", "µmol/L", 55.845, 10.0);
two_units!(FERRITIN, "ferritin", "mcg/L", "ng/mL", 1.0, 1.0);
two_units!(B12, "b12", "pg/mL", "pmol/L", 1355.388, 1000.0);
two_units!(FOLATE, "folate", "ng/mL", "nmol/L", 441.404, 1000.0);
two_units!(VITAMIN_D, "vitamin-d", "ng/mL", "nmol/L", 400.647, 1000.0);
two_units!(CORTISOL, "cortisol", "mcg/dL", "nmol/L", 362.466, 10_000.0);
two_units!(FREE_T4, "free-t4", "ng/dL", "pmol/L", 776.856, 10_000.0);
two_units!(
    TESTOSTERONE,
    "testosterone",
    "ng/dL",
    "nmol/L",
    288.431,
    10.0
);
two_units!(OESTRADIOL, "oestradiol", "pg/mL", "pmol/L", 272.388, 1000.0);
per_decilitre!(ETHANOL, "ethanol", 46.069);
two_units!(
    PARACETAMOL,
    "paracetamol",
    "mg/L",
    "µmol/L",
    151.165,
    1000.0
);
quantity!(
    SALICYLATE,
    "salicylate",
    [
        Unit::base("mg/dL"),
        Unit::ratio("mmol/L", 138.122, 10.0),
        Unit::ratio("mg/L", 1.0, 10.0),
    ]
);
two_units!(DIGOXIN, "digoxin", "ng/mL", "nmol/L", 780.949, 1000.0);
two_units!(PHENYTOIN, "phenytoin", "mg/L", "µmol/L", 252.273, 1000.0);
two_units!(LEAD, "lead", "mcg/dL", "µmol/L", 207.2, 10.0);
// NGSP per cent and IFCC mmol/mol: NGSP = 0.09148 × IFCC + 2.152 (the two networks' master equation).
quantity!(
    HBA1C,
    "hba1c",
    [
        Unit::base("mmol/mol"),
        Unit::shifted("%", -2.152, 1.0, 0.091_48),
    ]
);
quantity!(PLATELETS, "platelets", [Unit::base("10⁹/L")]);
quantity!(ENZYME, "enzyme", [Unit::base("U/L")]);
quantity!(OSMOLALITY, "osmolality", [Unit::base("mOsm/kg")]);
