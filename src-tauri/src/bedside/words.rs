//! Keys become words. What comes out holds no isolates: whoever shows it puts them where they belong.

use std::sync::LazyLock;

use sanad_bedside::{Problem, Remark, read_number};
use sanad_domain::Language;
use sanad_l10n::{Argument, Messages};

/// The words of the bedside tools in one language.
pub(crate) struct Words {
    messages: Messages,
    /// The language that is really spoken: English where there are no words of the language asked for.
    pub(crate) spoken: sanad_text::Language,
}

/// A figure that takes the plain form of a unit.
const MANY: f64 = 100.0;

static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words {
    messages: Messages::of_bedside(Language::English),
    spoken: sanad_text::Language::English,
});

static ARABIC: LazyLock<Words> = LazyLock::new(|| Words {
    messages: Messages::of_bedside(Language::Arabic),
    spoken: sanad_text::Language::Arabic,
});

impl Words {
    /// Read once and kept: a card has some fifty of them, and is made anew at each key.
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &ARABIC,
            Language::English
            | Language::Persian
            | Language::Urdu
            | Language::Hebrew
            | Language::French => &ENGLISH,
        }
    }

    /// The message `bedside-<kind>-<key>`.
    pub(crate) fn say(&self, kind: &str, key: &str) -> String {
        self.say_with(kind, key, &[])
    }

    /// The same, with variables.
    pub(crate) fn say_with(&self, kind: &str, key: &str, variables: &[(&str, &str)]) -> String {
        let arguments: Vec<(&str, Argument<'_>)> = variables
            .iter()
            .map(|&(name, value)| (name, Argument::Text(value.into())))
            .collect();
        let text = self
            .messages
            .text(&format!("bedside-{kind}-{key}"), &arguments);
        sanad_text::sanitise(&text).text
    }

    /// What a tool is for and where it ends.
    pub(crate) fn about(&self, tool: &str) -> String {
        let text = self
            .messages
            .attribute(&format!("bedside-tool-{tool}"), "about", &[]);
        sanad_text::sanitise(&text.unwrap_or_default()).text
    }

    /// A unit by itself, as in a list to choose from.
    pub(crate) fn unit(&self, symbol: &str) -> String {
        self.unit_of(MANY, symbol)
    }

    /// A unit behind a figure; a word takes the form that the figure asks for.
    fn unit_of(&self, figure: f64, symbol: &str) -> String {
        let id = format!("bedside-unit-{symbol}");
        let said = self
            .messages
            .text(&id, &[("count", Argument::Number(figure))]);
        if said == id { symbol.to_owned() } else { said }
    }

    /// A figure with its unit; a ratio is written as one.
    pub(crate) fn value(&self, shown: &str, unit: &str) -> String {
        match unit {
            "" => shown.to_owned(),
            "1:N" => format!("1:{shown}"),
            unit => format!("{shown} {}", self.unit_behind(shown, unit)),
        }
    }

    /// The same behind a figure that is shown, in whatever digits.
    fn unit_behind(&self, shown: &str, symbol: &str) -> String {
        let figure = read_number(shown).map_or(MANY, |number| number.value);
        self.unit_of(figure, symbol)
    }

    /// What is wrong with an entry.
    pub(crate) fn problem(&self, problem: &Problem) -> String {
        let mut variables = Vec::new();
        let said_unit;
        match problem {
            Problem::Ambiguous { grouped, decimal } => {
                variables.extend([("grouped", grouped.as_str()), ("decimal", decimal)]);
            }
            Problem::Impossible { least, most, unit } if least == most => {
                let only = self.value(least, unit);
                return self.say_with("problem", "only", &[("value", &only)]);
            }
            Problem::Impossible { least, most, unit } => {
                said_unit = self.unit_behind(most, unit);
                variables.extend([
                    ("least", least.as_str()),
                    ("most", most),
                    ("unit", &said_unit),
                ]);
            }
            Problem::Implausible {
                value,
                least,
                most,
                unit,
            } => {
                said_unit = self.unit_behind(value, unit);
                variables.extend([
                    ("value", value.as_str()),
                    ("least", least),
                    ("most", most),
                    ("unit", &said_unit),
                ]);
            }
            Problem::Conflict { rule } => return self.say("conflict", rule),
            Problem::Missing
            | Problem::NotANumber
            | Problem::NotWhole
            | Problem::UnitMissing
            | Problem::UnknownUnit
            | Problem::UnknownOption
            | Problem::NotADay
            | Problem::UnknownField
            | Problem::Twice => {}
        }
        // A unit that is nothing leaves a blank behind.
        let said = self.say_with("problem", problem.code(), &variables);
        said.replace(" .", ".")
            .replace(" ?", "?")
            .replace(" ؟", "؟")
    }

    /// How a number was read that is not plainly written.
    pub(crate) fn remark(&self, remark: Remark, value: &str) -> String {
        let key = match remark {
            Remark::DecimalComma => "decimal-comma",
            Remark::Grouping => "grouping",
        };
        self.say_with("remark", key, &[("value", value)])
    }
}
