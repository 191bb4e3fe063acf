//! The languages a person may write or read in.

use serde::{Deserialize, Serialize};

/// A language the app speaks, detects, or asks a model in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English
    #[serde(rename = "en")]
    English,
    /// Arabic
    #[serde(rename = "ar")]
    Arabic,
    /// Persian
    #[serde(rename = "fa")]
    Persian,
    /// Urdu
    #[serde(rename = "ur")]
    Urdu,
    /// Hebrew
    #[serde(rename = "he")]
    Hebrew,
    /// French
    #[serde(rename = "fr")]
    French,
}

/// Which way a line of text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Left to right.
    #[serde(rename = "ltr")]
    Ltr,
    /// Right to left.
    #[serde(rename = "rtl")]
    Rtl,
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

    /// The language of a BCP 47 tag (`ar`, `ar-EG`, `ar_EG.UTF-8`), if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_of_the_environment_names_a_language() {
        for (tag, expected) in [
            ("ar_EG.UTF-8", Some(Language::Arabic)),
            ("en-US", Some(Language::English)),
            ("HE", Some(Language::Hebrew)),
            ("C", None),
            ("", None),
            ("arz", None),
        ] {
            assert_eq!(Language::from_tag(tag), expected, "{tag}");
        }
    }
}
