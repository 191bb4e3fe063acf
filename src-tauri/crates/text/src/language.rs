//! The languages whose text this crate knows something about.

use crate::direction::Direction;

/// A language of the conversation or of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English
    English,
    /// Arabic
    Arabic,
    /// Persian
    Persian,
    /// Urdu
    Urdu,
    /// Hebrew
    Hebrew,
    /// French
    French,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::Arabic,
        Self::Persian,
        Self::Urdu,
        Self::Hebrew,
        Self::French,
    ];

    /// The BCP 47 primary subtag.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
            Self::Persian => "fa",
            Self::Urdu => "ur",
            Self::Hebrew => "he",
            Self::French => "fr",
        }
    }

    /// The language of a BCP 47 primary subtag, if it is one of ours.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The direction its script runs in.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            Self::Arabic | Self::Persian | Self::Urdu | Self::Hebrew => Direction::Rtl,
            Self::English | Self::French => Direction::Ltr,
        }
    }
}
