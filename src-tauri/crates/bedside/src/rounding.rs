//! How a figure is written, and nothing about how it is calculated: values keep their full precision.
//!
//! No zero stands behind a decimal (1.0 mg has been read as 10 mg) and one always stands before the point
//! (.5 mg has been read as 5 mg), as the Institute for Safe Medication Practices asks.

use serde::Serialize;

/// To what a shown figure is rounded; halves go away from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// So many digits behind the point at most.
    Decimals(u8),
    /// So many digits from the first one that is not zero.
    Significant(u8),
}

/// What is left of a difference of two equal numbers in binary fractions; no quantity here is so small.
const NOTHING: f64 = 1e-12;

impl Rounding {
    /// The value as it is shown, in Latin digits, with a point, without grouping.
    #[must_use]
    pub fn shown(self, value: f64) -> String {
        plain(&self.digits(value))
    }

    fn digits(self, value: f64) -> String {
        match self {
            Self::Decimals(decimals) => decimal(value, usize::from(decimals)),
            Self::Significant(digits) => {
                if value.abs() < NOTHING || !value.is_finite() {
                    return decimal(value, 0);
                }
                let magnitude = value.abs().log10().floor();
                let decimals = f64::from(digits) - 1.0 - magnitude;
                // Whole digits are never rounded away: 123456 to four digits stays 123456.
                decimal(value, decimals.clamp(0.0, 15.0) as usize)
            }
        }
    }

    /// Whether what is shown is the value itself and not a rounded form of it.
    #[must_use]
    pub fn is_exact(self, value: f64) -> bool {
        let shown: f64 = self.shown(value).parse().unwrap_or(f64::NAN);
        (shown - value).abs() <= 1e-11 * value.abs().max(1e-3)
    }
}

/// Rounds half away from zero, as on paper: 2.675 becomes 2.68, and so does 28.7 × 6 − 46.7 = 125.5 become 126.
///
/// In binary fractions both are a little less than a half: fourteen digits are taken first, which no error reaches.
fn decimal(value: f64, decimals: usize) -> String {
    let value: f64 = format!("{value:.13e}")
        .parse()
        .expect("what was written as a number is one");
    let shortest = format!("{value}");
    let Some((_, fraction)) = shortest.split_once('.') else {
        return shortest;
    };
    if fraction.len() <= decimals {
        return shortest;
    }
    let tie = fraction.get(decimals..).is_some_and(|rest| rest == "5");
    if tie {
        // A hair more than the half, which is less than the next digit that could stand there.
        return format!(
            "{:.decimals$}",
            value + value.signum() * value.abs() * 1e-15
        );
    }
    format!("{value:.decimals$}")
}

fn plain(digits: &str) -> String {
    let trimmed = if digits.contains('.') {
        digits.trim_end_matches('0').trim_end_matches('.')
    } else {
        digits
    };
    match trimmed {
        "-0" => "0".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_no_trailing_zero_and_always_a_leading_one() {
        for (value, rounding, shown) in [
            (1.0, Rounding::Decimals(2), "1"),
            (0.5, Rounding::Decimals(2), "0.5"),
            (100.0, Rounding::Decimals(0), "100"),
            (22.857_142, Rounding::Decimals(1), "22.9"),
            (2.25, Rounding::Decimals(1), "2.3"),
            (2.675, Rounding::Decimals(2), "2.68"),
            (1.005, Rounding::Decimals(2), "1.01"),
            (28.7 * 6.0 - 46.7, Rounding::Decimals(0), "126"),
            (-2.25, Rounding::Decimals(1), "-2.3"),
            (-0.04, Rounding::Decimals(1), "0"),
            (0.0, Rounding::Significant(4), "0"),
            (-7.1e-15, Rounding::Significant(4), "0"),
            (0.001_234_56, Rounding::Significant(3), "0.00123"),
            (88.402, Rounding::Significant(4), "88.4"),
            (123_456.7, Rounding::Significant(4), "123457"),
            (1500.0, Rounding::Significant(2), "1500"),
        ] {
            assert_eq!(rounding.shown(value), shown, "{value}");
        }
    }

    #[test]
    fn a_rounded_figure_says_so() {
        assert!(Rounding::Decimals(1).is_exact(2.5));
        assert!(!Rounding::Decimals(1).is_exact(2.54));
        assert!(Rounding::Decimals(0).is_exact(0.0));
        assert!(!Rounding::Decimals(0).is_exact(1e-9));
    }
}
