//! Fields that several tools ask for, with the limits of what can be and of what is usual.
//!
//! Possible limits lie beyond what was ever seen in a living patient; plausible ones hold nearly everybody, and a value
//! outside of them is asked about, since a slip of the decimal point is likelier than the patient.

use crate::quantities as q;
use crate::quantities::analytes as lab;
use crate::tool::{Choice, Field};

pub(crate) const NO: Choice = Choice::new("no", 0.0).or(&["n", "لا", "false"]);

/// Yes and no, where yes counts so many points.
pub(crate) const fn yes_counts(points: f64) -> [Choice; 2] {
    [NO, Choice::new("yes", points).or(&["y", "نعم", "true"])]
}

pub(crate) const YES_0: [Choice; 2] = yes_counts(0.0);
pub(crate) const YES_1: [Choice; 2] = yes_counts(1.0);
pub(crate) const YES_2: [Choice; 2] = yes_counts(2.0);

pub(crate) const SEX: Field = Field::choice(
    "sex",
    &[
        Choice::new("male", 0.0).or(&["m", "ذكر", "رجل"]),
        Choice::new("female", 0.0).or(&["f", "أنثى", "انثى", "امرأة"]),
    ],
);

pub(crate) const WEIGHT: Field = Field::number("weight", &q::MASS, (0.2, 700.0), (30.0, 200.0));
pub(crate) const WEIGHT_ANY: Field = WEIGHT.within((0.2, 700.0), (2.0, 200.0));
pub(crate) const WEIGHT_CHILD: Field = WEIGHT.within((0.2, 700.0), (2.5, 70.0));
pub(crate) const HEIGHT: Field = Field::number("height", &q::LENGTH, (20.0, 280.0), (120.0, 215.0));
pub(crate) const HEIGHT_ANY: Field = HEIGHT.within((20.0, 280.0), (45.0, 215.0));
pub(crate) const AGE: Field = Field::number("age", &q::AGE, (0.0, 125.0), (0.0, 105.0));
pub(crate) const ADULT_AGE: Field = AGE.within((18.0, 125.0), (18.0, 105.0));

pub(crate) const SYSTOLIC: Field =
    Field::number("systolic", &q::BLOOD_PRESSURE, (0.0, 370.0), (60.0, 250.0));
pub(crate) const DIASTOLIC: Field =
    Field::number("diastolic", &q::BLOOD_PRESSURE, (0.0, 360.0), (30.0, 150.0));
pub(crate) const PULSE: Field = Field::number("pulse", &q::PER_MINUTE, (0.0, 400.0), (30.0, 220.0));
pub(crate) const RESPIRATORY_RATE: Field = Field::number(
    "respiratory-rate",
    &q::PER_MINUTE,
    (0.0, 120.0),
    (5.0, 60.0),
);
pub(crate) const SATURATION: Field =
    Field::number("saturation", &q::PERCENT, (0.0, 100.0), (60.0, 100.0));
pub(crate) const TEMPERATURE: Field =
    Field::number("temperature", &q::TEMPERATURE, (10.0, 47.0), (32.0, 42.5));
pub(crate) const GCS: Field =
    Field::number("gcs-total", &q::POINTS, (3.0, 15.0), (3.0, 15.0)).whole();

pub(crate) const PAO2: Field = Field::number("pao2", &q::GAS_PRESSURE, (5.0, 760.0), (30.0, 600.0));
pub(crate) const PACO2: Field =
    Field::number("paco2", &q::GAS_PRESSURE, (3.0, 250.0), (15.0, 120.0));
pub(crate) const FIO2: Field =
    Field::number("fio2", &q::OXYGEN_FRACTION, (5.0, 100.0), (21.0, 100.0));

pub(crate) const SODIUM: Field =
    Field::number("sodium", &lab::SODIUM, (80.0, 220.0), (110.0, 170.0));
pub(crate) const CHLORIDE: Field =
    Field::number("chloride", &lab::CHLORIDE, (40.0, 180.0), (70.0, 135.0));
pub(crate) const BICARBONATE: Field =
    Field::number("bicarbonate", &lab::BICARBONATE, (0.5, 80.0), (4.0, 50.0));
pub(crate) const GLUCOSE: Field =
    Field::number("glucose", &lab::GLUCOSE, (2.0, 3000.0), (30.0, 1200.0));
pub(crate) const UREA: Field = Field::number("urea", &lab::UREA, (0.1, 150.0), (0.7, 70.0));
pub(crate) const CREATININE: Field =
    Field::number("creatinine", &lab::CREATININE, (0.05, 60.0), (0.2, 15.0));
pub(crate) const BILIRUBIN: Field =
    Field::number("bilirubin", &lab::BILIRUBIN, (0.02, 90.0), (0.1, 40.0));
pub(crate) const ALBUMIN: Field = Field::number("albumin", &lab::ALBUMIN, (0.3, 8.0), (1.0, 6.0));
pub(crate) const CALCIUM: Field = Field::number("calcium", &lab::CALCIUM, (2.0, 30.0), (5.0, 18.0));
pub(crate) const PLATELETS: Field =
    Field::number("platelets", &lab::PLATELETS, (0.0, 5000.0), (5.0, 1200.0));
pub(crate) const INR: Field = Field::number("inr", &q::COUNT, (0.5, 30.0), (0.8, 12.0));
pub(crate) const HAEMOGLOBIN: Field =
    Field::number("haemoglobin", &lab::HAEMOGLOBIN, (0.5, 30.0), (4.0, 22.0));

/// The strength of what lies at hand.
pub(crate) const STRENGTH: Field =
    Field::number("strength", &q::STRENGTH, (0.000_01, 1000.0), (0.001, 500.0));
