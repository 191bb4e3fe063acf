//! Heart, lung, clots.

pub(super) mod cha2ds2_vasc;
pub(super) mod curb65;
pub(super) mod has_bled;
pub(super) mod heart_score;
pub(super) mod map;
pub(super) mod oxygen_ratio;
pub(super) mod perc;
pub(super) mod qtc;
pub(super) mod shock_index;
pub(super) mod wells_dvt;
pub(super) mod wells_pe;
