//! Intervals, tests and sample sizes.
//!
//! Shares lie between 0 and 1 throughout; whoever shows them multiplies by 100.

mod bootstrap;
mod holm;
mod mcnemar;
mod proportion;
mod random;
mod sample_size;
mod standing;

pub use bootstrap::{Estimate, RESAMPLES, halves, paired_difference};
pub use holm::holm;
pub use mcnemar::{Paired, mcnemar_exact};
pub use proportion::{Interval, wilson};
pub use random::Random;
pub use sample_size::{items_needed, smallest_visible_difference};
pub use standing::{Standing, chance_of, majority_share, standing};

/// The normal quantile of a two-sided 95 % interval.
pub(crate) const Z_95: f64 = 1.959_963_984_540_054;
/// The normal quantile of a power of 80 %.
const Z_POWER_80: f64 = 0.841_621_233_572_914_3;
