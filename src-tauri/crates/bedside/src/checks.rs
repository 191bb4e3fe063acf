//! The record of the second check of every emergency dose.
//!
//! A dose is written by one person and checked against both of its sources by another, who signs `dose-checks.json`.
//! Until then `checked_by` is null, and the card says so. A test holds the tools to the figures of this record.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// Who has signed so far: nobody of medicine, which a card has to say.
const SECOND_READER: &str = "independent second reader of this project, not a clinician";

/// One dose, as its two sources give it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoseCheck {
    /// The tool that calculates it.
    pub tool: String,
    /// The figure that it comes out as.
    pub figure: String,
    /// Per kilogram of body weight, in `unit`.
    pub per_kg: f64,
    /// The most that is given at once, in `unit`; none where the sources give none.
    pub at_most: Option<f64>,
    /// The unit of the dose.
    pub unit: String,
    /// By which way it is given.
    pub route: String,
    /// What the first source says, in our own words, and where.
    pub first_source: String,
    /// What the second source says, in our own words, and where.
    pub second_source: String,
    /// How whoever compared them reached the two sources: read, second hand, or from memory only.
    pub reached: String,
    /// Who wrote the dose down.
    pub written_by: String,
    /// Who compared it with both sources, somebody else; null while nobody has.
    pub checked_by: Option<String>,
    /// When, year first.
    pub checked_on: Option<String>,
}

impl DoseCheck {
    /// Whether the one who compared it is a reader of this project and no clinician.
    #[must_use]
    pub fn is_by_a_reader(&self) -> bool {
        self.checked_by.as_deref() == Some(SECOND_READER)
    }
}

/// Every record, in the order of the file.
#[must_use]
pub fn dose_checks() -> &'static [DoseCheck] {
    static RECORD: OnceLock<Vec<DoseCheck>> = OnceLock::new();
    RECORD.get_or_init(|| {
        serde_json::from_str(include_str!("../dose-checks.json"))
            .expect("the record was parsed by a test before it was compiled in")
    })
}

/// The records of one tool.
pub(crate) fn of(tool: &str) -> Vec<&'static DoseCheck> {
    dose_checks()
        .iter()
        .filter(|check| check.tool == tool)
        .collect()
}
