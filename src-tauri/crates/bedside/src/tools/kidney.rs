//! Kidney function and blood chemistry.

pub(super) mod a_a_gradient;
pub(super) mod anion_gap;
pub(super) mod ckd_epi;
pub(super) mod cockcroft_gault;
pub(super) mod corrected_calcium;
pub(super) mod corrected_sodium;
pub(super) mod fena;
pub(super) mod ldl;
pub(super) mod osmolality;
pub(super) mod schwartz;
pub(super) mod water_deficit;
pub(super) mod winter;
