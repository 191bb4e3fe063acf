//! What was entered, after it was read and checked: the only thing that a tool's function sees.

use std::collections::BTreeMap;

use crate::day::Day;
use crate::quantity::Unit;
use crate::threshold::Edge;
use crate::tool::{Choice, Tool};

/// The checked entries of a tool; each required field is there.
pub(crate) struct Inputs {
    pub(crate) tool: &'static Tool,
    pub(crate) given: BTreeMap<&'static str, Given>,
}

/// One checked entry.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given {
    /// As entered, and the same in the base unit.
    Number {
        entered: f64,
        unit: &'static Unit,
        base: f64,
    },
    Choice(&'static Choice),
    Day(Day),
}

/// The limits of a published table in one of the units that it was published in.
pub(crate) struct Cuts {
    pub(crate) unit: &'static str,
    pub(crate) edges: &'static [Edge],
}

impl Inputs {
    /// A required number, in its base unit.
    pub(crate) fn number(&self, key: &str) -> f64 {
        self.optional(key)
            .expect("evaluate fills every required number before a tool runs")
    }

    /// An optional number, in its base unit.
    pub(crate) fn optional(&self, key: &str) -> Option<f64> {
        match self.given.get(key)? {
            Given::Number { base, .. } => Some(*base),
            Given::Choice(_) | Given::Day(_) => None,
        }
    }

    /// A required number, in the named unit of its quantity.
    pub(crate) fn number_in(&self, key: &str, unit: &str) -> f64 {
        self.optional_in(key, unit)
            .expect("evaluate fills every required number before a tool runs")
    }

    /// An optional number, in the named unit of its quantity.
    ///
    /// What was entered in that unit comes back as it was entered.
    pub(crate) fn optional_in(&self, key: &str, name: &str) -> Option<f64> {
        let Given::Number {
            entered,
            unit,
            base,
        } = self.given.get(key)?
        else {
            return None;
        };
        if unit.symbol == name {
            return Some(*entered);
        }
        let field = self.tool.field(key)?;
        let crate::tool::Kind::Number(measure) = field.kind else {
            return None;
        };
        let unit = measure
            .quantity
            .unit(name)
            .expect("tools name units that their quantities have");
        Some(unit.from_base(*base))
    }

    /// The unit that a number was entered in.
    pub(crate) fn entered_unit(&self, key: &str) -> &'static Unit {
        match self.given.get(key) {
            Some(Given::Number { unit, .. }) => unit,
            _ => unreachable!("evaluate fills every required number before a tool runs"),
        }
    }

    /// The key of the answer chosen.
    pub(crate) fn chosen(&self, key: &str) -> &'static str {
        self.choice(key).key
    }

    /// What the answer chosen counts.
    pub(crate) fn points(&self, key: &str) -> f64 {
        self.choice(key).points
    }

    /// Whether the answer is yes.
    pub(crate) fn yes(&self, key: &str) -> bool {
        self.chosen(key) == "yes"
    }

    /// Whether the patient is a woman.
    pub(crate) fn female(&self) -> bool {
        self.chosen("sex") == "female"
    }

    /// A required day.
    pub(crate) fn day(&self, key: &str) -> Day {
        match self.given.get(key) {
            Some(Given::Day(day)) => *day,
            _ => unreachable!("evaluate fills every required day before a tool runs"),
        }
    }

    /// How many edges of a published table a number passes, in the column of the unit that it was entered in.
    ///
    /// Tables that were published in two units round each column for itself: 20 µmol/L of bilirubin is 1.17 mg/dL, and
    /// one column of SOFA gives it a point while the other does not. A unit without a column is put into the first.
    pub(crate) fn grade(&self, key: &str, table: &[Cuts]) -> usize {
        let entered = self.entered_unit(key).symbol;
        let column = table
            .iter()
            .find(|cuts| cuts.unit == entered)
            .or(table.first())
            .expect("a table has a column");
        let value = self.number_in(key, column.unit);
        column
            .edges
            .iter()
            .filter(|edge| edge.is_passed_by(value))
            .count()
    }

    fn choice(&self, key: &str) -> &'static Choice {
        match self.given.get(key) {
            Some(Given::Choice(choice)) => choice,
            _ => unreachable!("evaluate fills every required choice before a tool runs"),
        }
    }
}
