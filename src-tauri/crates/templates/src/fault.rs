//! What is wrong with a template file, and where.

/// The first thing that is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {place}: {}", reason.code())]
pub struct TemplateFault {
    /// The line in the file, from 1.
    pub line: usize,
    /// The key, with those above it: `fields.weight.label.ar`; empty where the file is no TOML.
    pub place: String,
    /// What is wrong there.
    pub reason: FaultReason,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultReason {
    /// This is no TOML.
    Syntax,
    /// The file is longer than a template can be.
    TooLong,
    /// It has a format that a later version of the app wrote.
    Newer,
    /// This key is needed and not there, or nothing stands in it.
    Missing,
    /// No key is called so here.
    Unknown,
    /// The value is of another kind, or out of what is possible.
    Value,
    /// Two of them have one name.
    Twice,
    /// The text names a field that the form has not, or a brace is left over.
    Placeholder,
    /// A field that may stay blank is named outside an optional part, so that its label would stand alone.
    Alone,
    /// An optional part is not closed, is closed twice, or names no field.
    Part,
}

impl FaultReason {
    /// As messages are called by it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::TooLong => "too-long",
            Self::Newer => "newer",
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Value => "value",
            Self::Twice => "twice",
            Self::Placeholder => "placeholder",
            Self::Alone => "alone",
            Self::Part => "part",
        }
    }
}
