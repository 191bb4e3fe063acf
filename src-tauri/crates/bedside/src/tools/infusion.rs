//! Rates and dilutions: arithmetic that follows from the units, with no constant of medicine in it.

use crate::kit::*;

pub(super) mod dilution;
pub(super) mod dose_volume;
pub(super) mod drip_rate;
pub(super) mod infusion_dose;
pub(super) mod infusion_flat;
pub(super) mod infusion_rate;
pub(super) mod strength;

const DRUG_IN_BAG: Field = Field::number(
    "drug-in-bag",
    &q::DRUG_AMOUNT,
    (0.000_1, 100_000.0),
    (0.01, 20_000.0),
);
const BAG_VOLUME: Field = Field::number("bag-volume", &q::VOLUME, (0.1, 20_000.0), (1.0, 3000.0));

/// mL; one mark of a syringe of 1 mL, which is marked in hundredths, is a tenth of it.
const LEAST_VOLUME: f64 = 0.1;

/// Whether a volume in mL is less than a syringe measures well.
pub(super) fn is_hard_to_draw_up(volume: f64) -> bool {
    !reaches(volume, LEAST_VOLUME)
}

/// What follows from the definition of the units has no other source.
const ARITHMETIC: &[Source] = &[Source::new(
    "Bureau international des poids et mesures. The International System of Units (SI), 9th edition",
    2019,
    "https://www.bipm.org/en/publications/si-brochure",
)];
