//! A table of a TOML file, asked for its keys one by one; whatever nobody asked for is a fault.

use sanad_domain::Bilingual;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::fault::{FaultReason, TemplateFault};

/// A table, its place in the file, and what has been asked of it.
pub(crate) struct Table<'source> {
    source: &'source str,
    table: &'source DeTable<'source>,
    path: String,
    start: usize,
    asked: Vec<&'static str>,
}

/// A text and where it begins.
pub(crate) struct Text {
    pub(crate) value: String,
    /// Byte of the source at which its first character stands, as near as TOML tells.
    start: usize,
}

impl<'source> Table<'source> {
    pub(crate) fn root(source: &'source str, table: &'source Spanned<DeTable<'source>>) -> Self {
        Self {
            source,
            table: table.get_ref(),
            path: String::new(),
            start: table.span().start,
            asked: Vec::new(),
        }
    }

    /// The same table under a name that says more than its place.
    pub(crate) fn named(mut self, path: String) -> Self {
        self.path = path;
        self
    }

    pub(crate) fn place(&self, key: &str) -> String {
        match self.path.as_str() {
            "" => key.to_owned(),
            path => format!("{path}.{key}"),
        }
    }

    pub(crate) fn fault(&self, key: &str, reason: FaultReason) -> TemplateFault {
        let start = self
            .value_of(key)
            .map_or(self.start, |value| value.span().start);
        self.fault_at(key, start, reason)
    }

    /// A fault some lines below the beginning of a text.
    pub(crate) fn fault_in(
        &self,
        key: &str,
        text: &Text,
        line_breaks: usize,
        reason: FaultReason,
    ) -> TemplateFault {
        let mut fault = self.fault_at(key, text.start, reason);
        fault.line += line_breaks;
        fault
    }

    fn fault_at(&self, key: &str, start: usize, reason: FaultReason) -> TemplateFault {
        TemplateFault {
            line: line_of(self.source, start),
            place: self.place(key),
            reason,
        }
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.value_of(key).is_some()
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Result<Text, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Err(self.fault(key, FaultReason::Missing));
        };
        let Some(said) = value.get_ref().as_str() else {
            return Err(self.fault(key, FaultReason::Value));
        };
        if said.trim().is_empty() {
            return Err(self.fault(key, FaultReason::Missing));
        }
        Ok(Text {
            value: said.trim_end().to_owned(),
            start: beginning_of_text(self.source, value.span().start),
        })
    }

    /// A text, or nothing where the key is absent.
    pub(crate) fn optional_text(&mut self, key: &'static str) -> Result<String, TemplateFault> {
        match self.has(key) {
            true => Ok(self.text(key)?.value),
            false => Ok(String::new()),
        }
    }

    /// A number from `least` to `most`; `None` where the key is absent.
    pub(crate) fn integer(
        &mut self,
        key: &'static str,
        least: u32,
        most: u32,
    ) -> Result<Option<u32>, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        let number = value.get_ref().as_integer();
        let number =
            number.and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        match number {
            Some(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => Err(self.fault(key, FaultReason::Value)),
        }
    }

    /// A number with or without a point; `None` where the key is absent.
    pub(crate) fn number(&mut self, key: &'static str) -> Result<Option<f64>, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Ok(None);
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => number.to_string().parse().ok(),
            DeValue::Float(number) => number.to_string().parse().ok(),
            _ => None,
        };
        match number.filter(|number: &f64| number.is_finite()) {
            Some(number) => Ok(Some(number)),
            None => Err(self.fault(key, FaultReason::Value)),
        }
    }

    /// False where the key is absent.
    pub(crate) fn flag(&mut self, key: &'static str) -> Result<bool, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Ok(false);
        };
        let flag = value.get_ref().as_bool();
        flag.ok_or_else(|| self.fault(key, FaultReason::Value))
    }

    pub(crate) fn table(&mut self, key: &'static str) -> Result<Self, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Err(self.fault(key, FaultReason::Missing));
        };
        self.inside(value, self.place(key))
            .ok_or_else(|| self.fault(key, FaultReason::Value))
    }

    /// The tables of a list; none where the key is absent.
    pub(crate) fn tables(&mut self, key: &'static str) -> Result<Vec<Self>, TemplateFault> {
        let Some(value) = self.value(key) else {
            return Ok(Vec::new());
        };
        let Some(list) = value.get_ref().as_array() else {
            return Err(self.fault(key, FaultReason::Value));
        };
        let path = self.place(key);
        list.iter()
            .map(|one| {
                self.inside(one, path.clone())
                    .ok_or_else(|| self.fault(key, FaultReason::Value))
            })
            .collect()
    }

    /// A text in both languages.
    pub(crate) fn bilingual(&mut self, key: &'static str) -> Result<Bilingual, TemplateFault> {
        let mut table = self.table(key)?;
        let said = Bilingual {
            en: table.text("en")?.value,
            ar: table.text("ar")?.value,
        };
        table.end()?;
        Ok(said)
    }

    /// Whether a key holds a text; not to be asked of one that is absent.
    pub(crate) fn is_text(&self, key: &str) -> bool {
        self.value_of(key)
            .is_some_and(|value| value.get_ref().is_str())
    }

    /// Nothing further is known here.
    pub(crate) fn end(&self) -> Result<(), TemplateFault> {
        let unknown = self
            .table
            .iter()
            .filter(|(key, _)| !self.asked.iter().any(|asked| key.get_ref() == asked))
            .min_by_key(|(key, _)| key.span().start);
        match unknown {
            Some((key, _)) => {
                Err(self.fault_at(key.get_ref(), key.span().start, FaultReason::Unknown))
            }
            None => Ok(()),
        }
    }

    fn inside(&self, value: &'source Spanned<DeValue<'source>>, path: String) -> Option<Self> {
        Some(Self {
            source: self.source,
            table: value.get_ref().as_table()?,
            path,
            start: value.span().start,
            asked: Vec::new(),
        })
    }

    fn value(&mut self, key: &'static str) -> Option<&'source Spanned<DeValue<'source>>> {
        self.asked.push(key);
        self.value_of(key)
    }

    fn value_of(&self, key: &str) -> Option<&'source Spanned<DeValue<'source>>> {
        self.table
            .iter()
            .find(|(known, _)| known.get_ref() == key)
            .map(|(_, value)| value)
    }
}

/// The line of a byte, from 1.
pub(crate) fn line_of(source: &str, start: usize) -> usize {
    let before = source.as_bytes().iter().take(start);
    1 + before.filter(|byte| **byte == b'\n').count()
}

/// A text in three quotes begins on the line behind them.
fn beginning_of_text(source: &str, start: usize) -> usize {
    let bytes = source.as_bytes().get(start..).unwrap_or_default();
    let quotes = bytes.starts_with(b"\"\"\"") || bytes.starts_with(b"'''");
    let behind = bytes.get(3..).unwrap_or_default();
    match (quotes, behind) {
        (true, [b'\n', ..]) => start + 4,
        (true, [b'\r', b'\n', ..]) => start + 5,
        _ => start,
    }
}
