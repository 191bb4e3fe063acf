//! Body size, and fluids that follow from it.

pub(super) mod bmi;
pub(super) mod bsa;
pub(super) mod child_weight;
pub(super) mod deficit;
pub(super) mod ideal_weight;
pub(super) mod maintenance;
pub(super) mod parkland;
