//! Pregnancy and the newborn.

mod dated;

pub(super) mod apgar;
pub(super) mod bishop;
pub(super) mod dates_lmp;
pub(super) mod dates_scan;
