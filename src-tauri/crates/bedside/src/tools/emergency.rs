//! Doses by weight for the first minutes.
//!
//! Each dose is one that two named guidelines give alike; where they part (the smallest infants, as a rule) the tool
//! refuses and says so. `dose-checks.json` records what each source says, and who compared it.

use crate::kit::*;

pub(super) mod adrenaline_anaphylaxis;
pub(super) mod adrenaline_arrest;
pub(super) mod amiodarone;
pub(super) mod cardioversion;
pub(super) mod defibrillation;
pub(super) mod lorazepam;

/// A single dose of a drug.
struct Dose {
    /// mg for each kilogram.
    per_kg: f64,
    /// mg, whatever the weight.
    at_most: f64,
}

const WEIGHT_IN_EMERGENCY: Field = WEIGHT.within((0.4, 700.0), (2.5, 150.0));

/// For tools whose sources are about children: whoever weighs more is likelier to need an adult's dose.
const WEIGHT_OF_CHILD: Field = WEIGHT.within((0.4, 700.0), (2.5, 50.0));

const DOSE: Figure = Figure::result("dose", "mg", Significant(3));
const DOSE_IN_MICROGRAMS: Figure =
    Figure::result("dose-micrograms", "mcg", Significant(3)).by("{dose} × 1000");
const VOLUME: Figure =
    Figure::result("draw-up-volume", "mL", Significant(3)).by("{dose} / {strength:mg/mL}");

/// The dose by weight, cut at the most that is given, and the volume that holds it.
fn drug(inputs: &Inputs, dose: &Dose) -> Answer {
    let by_weight = inputs.number("weight") * dose.per_kg;
    let given = by_weight.min(dose.at_most);
    Answer::new()
        .give("dose-by-weight", by_weight)
        .give("dose", given)
        .give("draw-up-volume", volume(inputs, given))
        .note_if(exceeds(by_weight, dose.at_most), "dose-capped")
}

/// mL that hold a dose in mg.
fn volume(inputs: &Inputs, given: f64) -> f64 {
    given / inputs.number("strength")
}

/// The same, with the dose in micrograms too, for drugs that are spoken of in both.
fn small_dose(inputs: &Inputs, dose: &Dose) -> Answer {
    let given = (inputs.number("weight") * dose.per_kg).min(dose.at_most);
    drug(inputs, dose).give("dose-micrograms", given * 1000.0)
}

/// Whether the dose fills too little of a syringe.
fn is_hard_to_draw_up(inputs: &Inputs, dose: &Dose) -> bool {
    let given = (inputs.number("weight") * dose.per_kg).min(dose.at_most);
    super::infusion::is_hard_to_draw_up(volume(inputs, given))
}

/// Refuses a weight below which the two sources do not give the same.
fn from_weight(inputs: &Inputs, least: f64) -> Result<(), Conflict> {
    if reaches(inputs.number("weight"), least) {
        Ok(())
    } else {
        Err(Conflict {
            field: "weight",
            key: "sources-differ-for-small",
        })
    }
}

const AHA_2010: Source = Source::new(
    "Kleinman ME, Chameides L, Schexnayder SM, et al. Part 14: pediatric advanced life support: 2010 American Heart Association guidelines for cardiopulmonary resuscitation and emergency cardiovascular care. Circulation 122(18 Suppl 3):S876–S908",
    2010,
    "doi:10.1161/CIRCULATIONAHA.110.971101",
);
const AHA_2020: Source = Source::new(
    "Topjian AA, Raymond TT, Atkins D, et al. Part 4: pediatric basic and advanced life support: 2020 American Heart Association guidelines for cardiopulmonary resuscitation and emergency cardiovascular care. Circulation 142(16 Suppl 2):S469–S523",
    2020,
    "doi:10.1161/CIR.0000000000000901",
);
const ERC_2021: Source = Source::new(
    "Van de Voorde P, Turner NM, Djakow J, et al. European Resuscitation Council guidelines 2021: paediatric life support. Resuscitation 161:327–387",
    2021,
    "doi:10.1016/j.resuscitation.2021.02.015",
);
const AES_2016: Source = Source::new(
    "Glauser T, Shinnar S, Gloss D, et al. Evidence-based guideline: treatment of convulsive status epilepticus in children and adults: report of the Guideline Committee of the American Epilepsy Society. Epilepsy Curr 16:48–61",
    2016,
    "doi:10.5698/1535-7597-16.1.48",
);
const BC_CHILDRENS: Source = Source::new(
    "BC Children's Hospital. Drug dosage guidelines, pages on amiodarone and lorazepam",
    2022,
    "https://pedmed.org",
);
