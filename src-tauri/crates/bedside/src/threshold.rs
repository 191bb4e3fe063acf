//! Comparing a calculated value with a published limit.
//!
//! 64 kg / (1.6 m)² is 25, and 24.999999999999996 in binary fractions: a plain `>=` would put it into the wrong band.
//! Every limit in this crate is compared here, within a billionth.

use serde::Serialize;

/// How far a value may lie from a limit and still count as the limit, relative to it or, below 1, absolute.
const CLOSE: f64 = 1e-9;

/// Whether `value` is `limit` or more.
pub(crate) fn reaches(value: f64, limit: f64) -> bool {
    value >= limit - slack(limit)
}

/// Whether `value` is more than `limit`.
pub(crate) fn exceeds(value: f64, limit: f64) -> bool {
    value > limit + slack(limit)
}

fn slack(limit: f64) -> f64 {
    CLOSE * limit.abs().max(1.0)
}

/// Where a band begins.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// Below everything.
    Lowest,
    /// This value and what lies above it.
    AtLeast(f64),
    /// What lies above this value, itself not counted.
    Above(f64),
}

impl Edge {
    /// Whether a value lies on the far side of the edge.
    #[must_use]
    pub fn is_passed_by(self, value: f64) -> bool {
        match self {
            Self::Lowest => true,
            Self::AtLeast(limit) => reaches(value, limit),
            Self::Above(limit) => exceeds(value, limit),
        }
    }
}

/// One interpretation of a result.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Band {
    /// `bedside-band-<key>` says it.
    pub key: &'static str,
    /// The band ends where the next one begins.
    pub from: Edge,
}

/// The bands of a result, the lowest first; empty when a result has no published interpretation.
pub type Bands = &'static [Band];

impl Band {
    /// The band that everything below the others falls into.
    pub(crate) const fn lowest(key: &'static str) -> Self {
        Self {
            key,
            from: Edge::Lowest,
        }
    }

    /// A band that begins with `limit`.
    pub(crate) const fn at_least(limit: f64, key: &'static str) -> Self {
        Self {
            key,
            from: Edge::AtLeast(limit),
        }
    }

    /// A band that begins just above `limit`.
    pub(crate) const fn above(limit: f64, key: &'static str) -> Self {
        Self {
            key,
            from: Edge::Above(limit),
        }
    }
}

/// The band that a value, unrounded, falls into.
pub(crate) fn band_of(value: f64, bands: Bands) -> Option<&'static str> {
    bands
        .iter()
        .rev()
        .find(|band| band.from.is_passed_by(value))
        .map(|band| band.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BANDS: Bands = &[
        Band::lowest("low"),
        Band::at_least(25.0, "middle"),
        Band::above(30.0, "high"),
    ];

    #[test]
    fn a_limit_that_binary_fractions_miss_is_still_reached() {
        let bmi = 64.0 / (1.6 * 1.6);
        assert!(bmi < 25.0, "the case that this is about");
        assert_eq!(band_of(bmi, BANDS), Some("middle"));
    }

    #[test]
    fn edges_hold_from_both_sides() {
        for (value, band) in [
            (24.999_999, "low"),
            (25.0, "middle"),
            (30.0, "middle"),
            (30.000_001, "high"),
            (-1e12, "low"),
        ] {
            assert_eq!(band_of(value, BANDS), Some(band), "{value}");
        }
        assert_eq!(band_of(1.0, &[]), None);
    }
}
