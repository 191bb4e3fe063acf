//! Reference ranges of adults, and a laboratory's own, which come first.
//!
//! A range is no diagnosis and no target: it says where most healthy adults lie with common methods.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::quantities::analytes as lab;
use crate::quantity::{Quantity, Unit};
use crate::tool::Source;

/// Whom a range holds for; `bedside-who-<name>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Adults of both sexes.
    Adult,
    /// Men.
    Man,
    /// Women who are not pregnant.
    Woman,
}

/// Where most healthy people lie.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ReferenceRange {
    /// `bedside-value-<key>` names what is measured.
    pub analyte: &'static str,
    /// The units that it can be shown in.
    pub quantity: &'static Quantity,
    /// Whom it holds for.
    pub who: Who,
    /// The lower end in `unit`; none where only much matters.
    pub low: Option<f64>,
    /// The upper end in `unit`; none where only little matters.
    pub high: Option<f64>,
    /// The unit that the range was published in.
    pub unit: &'static str,
    /// Where it was published; `None` for a laboratory's own.
    pub source: Option<&'static Source>,
}

/// A range that a laboratory states for itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnRange {
    /// The analyte's key.
    pub analyte: String,
    /// Whom it holds for.
    pub who: Who,
    /// The lower end in `unit`.
    pub low: Option<f64>,
    /// The upper end in `unit`.
    pub high: Option<f64>,
    /// One of the units of the analyte.
    pub unit: String,
}

/// Why a laboratory's own range was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RangeError {
    /// No range is known for this analyte, so that nothing could show it.
    #[error("the analyte is not known")]
    UnknownAnalyte,
    /// The analyte does not have this unit.
    #[error("the analyte does not have this unit")]
    UnknownUnit,
    /// Both ends are missing, one is not a positive number, or the lower lies above the upper.
    #[error("the ends of the range do not go together")]
    BadEnds,
}

const HARMONY: Source = Source::new(
    "Berg J, Lane V. Pathology Harmony; a pragmatic and scientific approach to unfounded variation in the clinical laboratory. Ann Clin Biochem 48:195–197",
    2011,
    "doi:10.1258/acb.2011.011078",
);
const WHO_ANAEMIA: Source = Source::new(
    "World Health Organization. Haemoglobin concentrations for the diagnosis of anaemia and assessment of severity. WHO/NMH/NHD/MNM/11.1",
    2011,
    "https://iris.who.int/handle/10665/85839",
);
const SEPSIS_3: Source = Source::new(
    "Singer M, Deutschman CS, Seymour CW, et al. The third international consensus definitions for sepsis and septic shock (Sepsis-3). JAMA 315:801–810",
    2016,
    "doi:10.1001/jama.2016.0287",
);

const fn range(
    analyte: &'static str,
    quantity: &'static Quantity,
    who: Who,
    (low, high): (Option<f64>, Option<f64>),
    unit: &'static str,
    source: &'static Source,
) -> ReferenceRange {
    ReferenceRange {
        analyte,
        quantity,
        who,
        low,
        high,
        unit,
        source: Some(source),
    }
}

const fn between(low: f64, high: f64) -> (Option<f64>, Option<f64>) {
    (Some(low), Some(high))
}

const fn from(low: f64) -> (Option<f64>, Option<f64>) {
    (Some(low), None)
}

const fn up_to(high: f64) -> (Option<f64>, Option<f64>) {
    (None, Some(high))
}

const PUBLISHED: &[ReferenceRange] = &[
    range(
        "sodium",
        &lab::SODIUM,
        Who::Adult,
        between(133.0, 146.0),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "potassium",
        &lab::POTASSIUM,
        Who::Adult,
        between(3.5, 5.3),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "chloride",
        &lab::CHLORIDE,
        Who::Adult,
        between(95.0, 108.0),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "bicarbonate",
        &lab::BICARBONATE,
        Who::Adult,
        between(22.0, 29.0),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "urea",
        &lab::UREA,
        Who::Adult,
        between(2.5, 7.8),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "phosphate",
        &lab::PHOSPHATE,
        Who::Adult,
        between(0.8, 1.5),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "magnesium",
        &lab::MAGNESIUM,
        Who::Adult,
        between(0.7, 1.0),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "calcium-adjusted",
        &lab::CALCIUM,
        Who::Adult,
        between(2.2, 2.6),
        "mmol/L",
        &HARMONY,
    ),
    range(
        "albumin",
        &lab::ALBUMIN,
        Who::Adult,
        between(35.0, 50.0),
        "g/L",
        &HARMONY,
    ),
    range(
        "total-protein",
        &lab::TOTAL_PROTEIN,
        Who::Adult,
        between(60.0, 80.0),
        "g/L",
        &HARMONY,
    ),
    range(
        "bilirubin",
        &lab::BILIRUBIN,
        Who::Adult,
        up_to(21.0),
        "µmol/L",
        &HARMONY,
    ),
    range(
        "alkaline-phosphatase",
        &lab::ENZYME,
        Who::Adult,
        between(30.0, 130.0),
        "U/L",
        &HARMONY,
    ),
    range(
        "urate",
        &lab::URATE,
        Who::Man,
        between(200.0, 430.0),
        "µmol/L",
        &HARMONY,
    ),
    range(
        "urate",
        &lab::URATE,
        Who::Woman,
        between(140.0, 360.0),
        "µmol/L",
        &HARMONY,
    ),
    range(
        "osmolality",
        &lab::OSMOLALITY,
        Who::Adult,
        between(275.0, 295.0),
        "mOsm/kg",
        &HARMONY,
    ),
    range(
        "haemoglobin",
        &lab::HAEMOGLOBIN,
        Who::Man,
        from(130.0),
        "g/L",
        &WHO_ANAEMIA,
    ),
    range(
        "haemoglobin",
        &lab::HAEMOGLOBIN,
        Who::Woman,
        from(120.0),
        "g/L",
        &WHO_ANAEMIA,
    ),
    range(
        "lactate",
        &lab::LACTATE,
        Who::Adult,
        up_to(2.0),
        "mmol/L",
        &SEPSIS_3,
    ),
];

/// Every range: a laboratory's own ones first, then the published ones that it has not replaced.
///
/// # Errors
///
/// [`RangeError`] for the first of the own ranges that cannot be, with nothing taken.
pub fn reference_ranges(own: &[OwnRange]) -> Result<Vec<ReferenceRange>, RangeError> {
    let mut ranges = own.iter().map(taken).collect::<Result<Vec<_>, _>>()?;
    let published = PUBLISHED.iter().filter(|published| {
        !own.iter().any(|own| {
            own.analyte == published.analyte && (own.who == published.who || own.who == Who::Adult)
        })
    });
    ranges.extend(published.copied());
    Ok(ranges)
}

fn taken(own: &OwnRange) -> Result<ReferenceRange, RangeError> {
    let published = PUBLISHED
        .iter()
        .find(|range| range.analyte == own.analyte)
        .ok_or(RangeError::UnknownAnalyte)?;
    let unit = published
        .quantity
        .unit(&own.unit)
        .ok_or(RangeError::UnknownUnit)?;
    let fits = match (own.low, own.high) {
        (Some(low), Some(high)) => low >= 0.0 && low < high && high.is_finite(),
        (Some(end), None) | (None, Some(end)) => end > 0.0 && end.is_finite(),
        (None, None) => false,
    };
    if !fits {
        return Err(RangeError::BadEnds);
    }
    Ok(ReferenceRange {
        who: own.who,
        low: own.low,
        high: own.high,
        unit: unit.symbol,
        source: None,
        ..*published
    })
}

impl ReferenceRange {
    /// The ends in another unit of the same quantity, unrounded; `None` when the analyte does not have it.
    #[must_use]
    pub fn ends_in(&self, unit: &str) -> Option<(Option<f64>, Option<f64>)> {
        let from = self.quantity.unit(self.unit)?;
        let to: &Unit = self.quantity.unit(unit)?;
        let convert = |end: f64| to.from_base(from.to_base(end));
        Some((self.low.map(convert), self.high.map(convert)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(analyte: &str, who: Who, low: f64, high: f64, unit: &str) -> OwnRange {
        OwnRange {
            analyte: analyte.to_owned(),
            who,
            low: Some(low),
            high: Some(high),
            unit: unit.to_owned(),
        }
    }

    #[test]
    fn a_laboratorys_own_range_takes_the_place_of_the_published_one() {
        let ranges = reference_ranges(&[own("potassium", Who::Adult, 3.4, 5.0, "mEq/L")])
            .expect("the range can be");
        let potassium: Vec<_> = ranges.iter().filter(|r| r.analyte == "potassium").collect();
        assert_eq!(potassium.len(), 1);
        assert_eq!(
            potassium.first().map(|r| (r.low, r.source.is_some())),
            Some((Some(3.4), false))
        );
        assert_eq!(ranges.len(), PUBLISHED.len());
    }

    #[test]
    fn an_own_range_for_women_leaves_that_of_men() {
        let ranges = reference_ranges(&[own("urate", Who::Woman, 130.0, 340.0, "µmol/L")])
            .expect("the range can be");
        let who: Vec<_> = ranges
            .iter()
            .filter(|r| r.analyte == "urate")
            .map(|r| r.who)
            .collect();
        assert_eq!(who, [Who::Woman, Who::Man]);
    }

    #[test]
    fn an_own_range_that_cannot_be_is_refused() {
        for (range, error) in [
            (
                own("unobtainium", Who::Adult, 1.0, 2.0, "mmol/L"),
                RangeError::UnknownAnalyte,
            ),
            (
                own("sodium", Who::Adult, 133.0, 146.0, "mg/dL"),
                RangeError::UnknownUnit,
            ),
            (
                own("sodium", Who::Adult, 146.0, 133.0, "mmol/L"),
                RangeError::BadEnds,
            ),
            (
                own("sodium", Who::Adult, f64::NAN, 133.0, "mmol/L"),
                RangeError::BadEnds,
            ),
        ] {
            assert_eq!(reference_ranges(&[range]).err(), Some(error));
        }
    }

    #[test]
    fn every_range_is_there_in_every_unit_and_comes_back() {
        for range in PUBLISHED {
            for unit in range.quantity.units {
                let (low, high) = range.ends_in(unit.symbol).expect("a unit of its own");
                for (there, here) in [(low, range.low), (high, range.high)] {
                    assert_eq!(there.is_some(), here.is_some());
                    if let (Some(there), Some(here)) = (there, here) {
                        let from = range.quantity.unit(range.unit).expect("its own unit");
                        let back = from.from_base(unit.to_base(there));
                        assert!(
                            (back - here).abs() < 1e-9 * here,
                            "{} {}",
                            range.analyte,
                            unit.symbol
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn both_systems_agree_with_what_is_commonly_printed() {
        let find = |analyte| {
            PUBLISHED
                .iter()
                .find(|r| r.analyte == analyte)
                .expect("it is there")
        };
        // Bilirubin 21 µmol/L is 1.2 mg/dL, calcium 2.2 to 2.6 mmol/L is 8.8 to 10.4 mg/dL.
        let (_, high) = find("bilirubin").ends_in("mg/dL").expect("a unit of it");
        assert!((high.expect("it has an upper end") - 1.228).abs() < 0.001);
        let (low, high) = find("calcium-adjusted")
            .ends_in("mg/dL")
            .expect("a unit of it");
        assert!((low.expect("it has one") - 8.817).abs() < 0.001);
        assert!((high.expect("it has one") - 10.420).abs() < 0.001);
    }
}
