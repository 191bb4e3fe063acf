//! What a tool is: its fields, figures, sources, and the pure function that leads from one to the other.
//!
//! A tool holds no prose: what a person reads stands in `ui/locales/*/bedside.ftl`, under ids made of these keys.

use serde::Serialize;

use crate::answer::Answer;
use crate::inputs::Inputs;
use crate::quantity::Quantity;
use crate::rounding::Rounding;
use crate::threshold::Bands;

/// One calculator, score, conversion or dose.
#[derive(Clone, Copy, Serialize)]
pub struct Tool {
    /// `bedside-tool-<key>` is its name; its attribute `.about` says what it is for and where it ends.
    pub key: &'static str,
    /// Where it stands in the catalogue.
    pub group: Group,
    /// Raised whenever the same entries may give another result.
    pub version: u32,
    /// What people type to find it, in any language, abbreviated or as they say it.
    pub names: &'static [&'static str],
    /// In the order in which they are asked for.
    pub fields: &'static [Field],
    /// Results and steps on the way, in the order of calculation.
    pub figures: &'static [Figure],
    /// Where the formula, the points or the doses come from.
    pub sources: &'static [Source],
    /// The clinician who looked at the tool; nobody has yet where it is `None`.
    pub reviewed_by: Option<&'static str>,
    #[serde(skip)]
    pub(crate) calculate: fn(&Inputs) -> Result<Answer, Conflict>,
}

/// A part of the catalogue; `bedside-group-<name>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Doses by weight for the first minutes.
    Emergency,
    /// Scores of the acutely ill.
    Acute,
    /// Rates and dilutions.
    Infusion,
    /// Body size and fluids by weight.
    Weight,
    /// Kidney function and blood chemistry.
    Kidney,
    /// Heart, lung, clots.
    Heart,
    /// Pregnancy and the newborn.
    Pregnancy,
    /// One unit into another.
    Conversion,
}

/// One thing that a tool asks for.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Field {
    /// `bedside-value-<key>` is its label.
    pub key: &'static str,
    /// What may be entered.
    pub kind: Kind,
    /// Left out, it takes away the figures that need it, and nothing is put in its place.
    pub optional: bool,
}

/// What a field accepts.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A number with a unit.
    Number(Measure),
    /// One of several.
    Choice(&'static [Choice]),
    /// A day, year first.
    Day,
}

/// What a number may be.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Measure {
    /// The units to choose from.
    pub quantity: &'static Quantity,
    /// Refused outside of it; in base units.
    pub possible: Span,
    /// Asked about outside of it; in base units.
    pub plausible: Span,
    /// Whether only whole numbers count.
    pub whole: bool,
    /// What can be offered at the press of a key, in base units; never entered by itself.
    pub offered: Option<f64>,
}

/// From the first to the last value, both counted, in base units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The least value.
    pub least: f64,
    /// The greatest value.
    pub most: f64,
}

/// One of the answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Choice {
    /// `bedside-option-<key>` says it.
    pub key: &'static str,
    /// What else may be typed for it.
    pub names: &'static [&'static str],
    /// What it counts in a score.
    pub points: f64,
}

/// A result, or a step on the way to one.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Figure {
    /// `bedside-value-<key>` is its label.
    pub key: &'static str,
    /// The unit that the value is given in; empty for a pure number.
    pub unit: &'static str,
    /// How it is shown.
    pub rounding: Rounding,
    /// Its interpretation, where one is published.
    pub bands: Bands,
    /// Its formula, with names in braces and the unit that each is put in with: `{weight:kg} / {height:m}²`.
    pub formula: Option<&'static str>,
    /// Whether it is only a step, shown in the working and not among the results.
    pub step: bool,
}

/// Where something was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Author, title and place, in the language of publication.
    pub citation: &'static str,
    /// Year of publication.
    pub year: u16,
    /// A DOI or address; empty where the citation is all there is.
    pub at: &'static str,
}

/// Entries that do not go together; `bedside-conflict-<key>` says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// The field to look at first.
    pub(crate) field: &'static str,
    /// Which rule is broken.
    pub(crate) key: &'static str,
}

impl Tool {
    /// What the tool asks for, in order.
    #[must_use]
    pub fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// The field of this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The figure of this key.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&'static Figure> {
        self.figures.iter().find(|figure| figure.key == key)
    }
}

impl std::fmt::Debug for Tool {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Tool").field(&self.key).finish()
    }
}

impl Field {
    /// A number; the spans are in base units.
    pub(crate) const fn number(
        key: &'static str,
        quantity: &'static Quantity,
        possible: (f64, f64),
        plausible: (f64, f64),
    ) -> Self {
        Self {
            key,
            kind: Kind::Number(Measure {
                quantity,
                possible: Span::of(possible),
                plausible: Span::of(plausible),
                whole: false,
                offered: None,
            }),
            optional: false,
        }
    }

    /// One of several answers.
    pub(crate) const fn choice(key: &'static str, choices: &'static [Choice]) -> Self {
        Self {
            key,
            kind: Kind::Choice(choices),
            optional: false,
        }
    }

    /// Yes or no, where yes counts so many points.
    pub(crate) const fn yes_no(key: &'static str, choices: &'static [Choice; 2]) -> Self {
        Self::choice(key, choices)
    }

    /// A day of the calendar.
    pub(crate) const fn day(key: &'static str) -> Self {
        Self {
            key,
            kind: Kind::Day,
            optional: false,
        }
    }

    /// The same field, which may be left out.
    pub(crate) const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// The same field under another name.
    pub(crate) const fn named(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// The same field for whole numbers.
    pub(crate) const fn whole(mut self) -> Self {
        if let Kind::Number(ref mut measure) = self.kind {
            measure.whole = true;
        }
        self
    }

    /// The same field with other limits, in base units.
    pub(crate) const fn within(mut self, possible: (f64, f64), plausible: (f64, f64)) -> Self {
        if let Kind::Number(ref mut measure) = self.kind {
            measure.possible = Span::of(possible);
            measure.plausible = Span::of(plausible);
        }
        self
    }

    /// The same field with a value that can be taken at the press of a key, in base units.
    pub(crate) const fn offering(mut self, value: f64) -> Self {
        if let Kind::Number(ref mut measure) = self.kind {
            measure.offered = Some(value);
        }
        self
    }
}

impl Span {
    pub(crate) const fn of((least, most): (f64, f64)) -> Self {
        Self { least, most }
    }

    /// Whether a value in base units lies inside, ends included.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        crate::threshold::reaches(value, self.least) && !crate::threshold::exceeds(value, self.most)
    }
}

impl Choice {
    /// An answer that counts so many points.
    pub(crate) const fn new(key: &'static str, points: f64) -> Self {
        Self {
            key,
            names: &[],
            points,
        }
    }

    /// The same answer with other words for it.
    pub(crate) const fn or(mut self, names: &'static [&'static str]) -> Self {
        self.names = names;
        self
    }
}

impl Figure {
    /// A result.
    pub(crate) const fn result(key: &'static str, unit: &'static str, rounding: Rounding) -> Self {
        Self {
            key,
            unit,
            rounding,
            bands: &[],
            formula: None,
            step: false,
        }
    }

    /// A step on the way, shown in the working with six digits.
    pub(crate) const fn step(key: &'static str, unit: &'static str) -> Self {
        let mut figure = Self::result(key, unit, Rounding::Significant(6));
        figure.step = true;
        figure
    }

    /// The total of a score.
    pub(crate) const fn score(key: &'static str, bands: Bands) -> Self {
        Self::result(key, "", Rounding::Decimals(1)).bands(bands)
    }

    /// The same figure with its formula.
    pub(crate) const fn by(mut self, formula: &'static str) -> Self {
        self.formula = Some(formula);
        self
    }

    /// The same figure with its interpretation.
    pub(crate) const fn bands(mut self, bands: Bands) -> Self {
        self.bands = bands;
        self
    }
}

impl Source {
    /// Something with an address of its own.
    pub(crate) const fn new(citation: &'static str, year: u16, at: &'static str) -> Self {
        Self { citation, year, at }
    }
}
