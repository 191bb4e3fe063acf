//! The catalogue.

use std::sync::LazyLock;

use crate::tool::Tool;

mod acute;
pub(crate) mod conversion;
mod emergency;
mod heart;
mod infusion;
mod kidney;
mod pregnancy;
mod weight;

/// Every tool but the conversions of analytes, by group, what is needed fastest first.
const TOOLS: &[Tool] = &[
    emergency::adrenaline_anaphylaxis::TOOL,
    emergency::adrenaline_arrest::TOOL,
    emergency::defibrillation::TOOL,
    emergency::amiodarone::TOOL,
    emergency::cardioversion::TOOL,
    emergency::lorazepam::TOOL,
    acute::gcs::TOOL,
    acute::gcs_child::TOOL,
    acute::news2::TOOL,
    acute::qsofa::TOOL,
    acute::sofa::TOOL,
    acute::blatchford::TOOL,
    acute::child_pugh::TOOL,
    acute::meld::TOOL,
    acute::maddrey::TOOL,
    acute::fib4::TOOL,
    infusion::infusion_rate::TOOL,
    infusion::infusion_dose::TOOL,
    infusion::infusion_flat::TOOL,
    infusion::drip_rate::TOOL,
    infusion::dilution::TOOL,
    infusion::dose_volume::TOOL,
    infusion::strength::TOOL,
    weight::bmi::TOOL,
    weight::bsa::TOOL,
    weight::ideal_weight::TOOL,
    weight::child_weight::TOOL,
    weight::maintenance::TOOL,
    weight::deficit::TOOL,
    weight::parkland::TOOL,
    kidney::ckd_epi::TOOL,
    kidney::cockcroft_gault::TOOL,
    kidney::schwartz::TOOL,
    kidney::anion_gap::TOOL,
    kidney::winter::TOOL,
    kidney::osmolality::TOOL,
    kidney::corrected_sodium::TOOL,
    kidney::corrected_calcium::TOOL,
    kidney::water_deficit::TOOL,
    kidney::fena::TOOL,
    kidney::a_a_gradient::TOOL,
    kidney::ldl::TOOL,
    heart::qtc::TOOL,
    heart::map::TOOL,
    heart::shock_index::TOOL,
    heart::oxygen_ratio::TOOL,
    heart::cha2ds2_vasc::TOOL,
    heart::has_bled::TOOL,
    heart::heart_score::TOOL,
    heart::wells_dvt::TOOL,
    heart::wells_pe::TOOL,
    heart::perc::TOOL,
    heart::curb65::TOOL,
    pregnancy::apgar::TOOL,
    pregnancy::bishop::TOOL,
    pregnancy::dates_lmp::TOOL,
    pregnancy::dates_scan::TOOL,
    conversion::units::HBA1C,
    conversion::glucose_average::TOOL,
    conversion::steroid::TOOL,
    conversion::units::TEMPERATURE,
    conversion::units::PRESSURE,
    conversion::units::WEIGHT,
    conversion::units::LENGTH,
];

static CATALOGUE: LazyLock<Vec<Tool>> =
    LazyLock::new(|| [TOOLS, &conversion::analyte::TOOLS].concat());

/// Every tool, in the order in which they are listed.
#[must_use]
pub fn catalogue() -> &'static [Tool] {
    &CATALOGUE
}

/// The tool of this key.
#[must_use]
pub fn tool(key: &str) -> Option<&'static Tool> {
    catalogue().iter().find(|tool| tool.key == key)
}
