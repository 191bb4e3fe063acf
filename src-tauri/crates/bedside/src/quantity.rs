//! Quantities and the units that they are written in.
//!
//! Every quantity has one base unit, its first; tools calculate in base units and in nothing else.
//! A factor that comes from a molar mass stands here once, in g/mol.

use sanad_text::fold;

use crate::mentions::symbol_of;
use serde::Serialize;

/// A unit of measurement, with its way to the base unit of its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// As it is written beside a figure, in Latin letters, such as `mg/dL`.
    pub symbol: &'static str,
    /// Whether the symbol is a word that readers of other languages know otherwise: `bedside-unit-<symbol>` says it.
    pub word: bool,
    #[serde(skip)]
    scale: Scale,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Scale {
    /// base = (value + add) × multiply / divide
    Linear {
        add: f64,
        multiply: f64,
        divide: f64,
    },
    /// base = numerator / value, as in 1:1000
    Reciprocal { numerator: f64 },
}

/// A kind of measurement with the units that it may be entered in, its base unit first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// A name for machines.
    pub key: &'static str,
    /// Never empty; the first is the base unit.
    pub units: &'static [Unit],
}

impl Unit {
    /// The base unit of a quantity.
    pub(crate) const fn base(symbol: &'static str) -> Self {
        Self::ratio(symbol, 1.0, 1.0)
    }

    /// A unit of which one is `multiply / divide` base units.
    ///
    /// Two numbers instead of one quotient keep 100 cm = 1 m and 9 °F = 5 °C free of rounding.
    pub(crate) const fn ratio(symbol: &'static str, multiply: f64, divide: f64) -> Self {
        Self::shifted(symbol, 0.0, multiply, divide)
    }

    /// A unit with another zero: base = (value + add) × multiply / divide.
    pub(crate) const fn shifted(
        symbol: &'static str,
        add: f64,
        multiply: f64,
        divide: f64,
    ) -> Self {
        Self {
            symbol,
            word: false,
            scale: Scale::Linear {
                add,
                multiply,
                divide,
            },
        }
    }

    /// A unit that counts the other way round: base = numerator / value.
    pub(crate) const fn reciprocal(symbol: &'static str, numerator: f64) -> Self {
        Self {
            symbol,
            word: false,
            scale: Scale::Reciprocal { numerator },
        }
    }

    /// The same unit, whose symbol is a word.
    pub(crate) const fn word(mut self) -> Self {
        self.word = true;
        self
    }

    /// A value in this unit, in the base unit.
    #[must_use]
    pub fn to_base(&self, value: f64) -> f64 {
        match self.scale {
            Scale::Linear {
                add,
                multiply,
                divide,
            } => (value + add) * multiply / divide,
            Scale::Reciprocal { numerator } => numerator / value,
        }
    }

    /// A value in the base unit, in this unit.
    #[must_use]
    pub fn from_base(&self, base: f64) -> f64 {
        match self.scale {
            Scale::Linear {
                add,
                multiply,
                divide,
            } => base * divide / multiply - add,
            Scale::Reciprocal { numerator } => numerator / base,
        }
    }
}

impl Unit {
    /// The formula that leads from this unit into another of the same quantity; `value` stands for the number.
    pub(crate) fn formula_into(&self, other: &Self, value: &str) -> String {
        let base = match self.scale {
            Scale::Linear {
                add,
                multiply,
                divide,
            } => {
                let shifted = plus(value, add);
                let whole = if add == 0.0 || (multiply == 1.0 && divide == 1.0) {
                    shifted
                } else {
                    format!("({shifted})")
                };
                scaled(&whole, multiply, divide)
            }
            Scale::Reciprocal { numerator } => format!("{numerator} / {value}"),
        };
        match other.scale {
            Scale::Linear {
                add,
                multiply,
                divide,
            } => {
                let whole = if base.contains(['+', '−']) && (multiply != 1.0 || divide != 1.0) {
                    format!("({base})")
                } else {
                    base
                };
                plus(&scaled(&whole, divide, multiply), -add)
            }
            Scale::Reciprocal { numerator } if base == value => format!("{numerator} / {value}"),
            Scale::Reciprocal { numerator } => format!("{numerator} / ({base})"),
        }
    }
}

fn plus(value: &str, add: f64) -> String {
    if add == 0.0 {
        value.to_owned()
    } else if add < 0.0 {
        format!("{value} − {}", -add)
    } else {
        format!("{value} + {add}")
    }
}

fn scaled(value: &str, multiply: f64, divide: f64) -> String {
    let mut scaled = value.to_owned();
    if multiply != 1.0 {
        scaled += &format!(" × {multiply}");
    }
    if divide != 1.0 {
        scaled += &format!(" / {divide}");
    }
    scaled
}

impl Quantity {
    /// The unit that tools calculate in.
    #[must_use]
    pub fn base(&self) -> &'static Unit {
        self.units.first().expect("a quantity has a base unit")
    }

    /// The unit of this symbol, or as people write it (كغ, mgs); letter case and the two characters for micro make no
    /// difference.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&'static Unit> {
        let folded = fold(name.trim()).text;
        let mut units = self.units.iter();
        let by_symbol = units.find(|unit| fold(unit.symbol).text == folded);
        by_symbol.or_else(|| {
            let symbol = symbol_of(name)?;
            self.units.iter().find(|unit| unit.symbol == symbol)
        })
    }
}
