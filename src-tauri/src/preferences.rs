//! `preferences.json`: what is needed before unlocking. Plain on the disk; never clinical text.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use sanad_domain::Language;
use serde::{Deserialize, Serialize};

use crate::error::ShellError;

/// How the window looks before anything is unlocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Preferences {
    pub(crate) language: Language,
    pub(crate) theme: Theme,
    pub(crate) digits: Digits,
    /// How large everything in the window is, in percent.
    pub(crate) text_size: TextSize,
    /// Where backups go; empty for the folder beside the store. Needed to restore what cannot be unlocked.
    pub(crate) backup_folder: String,
    /// Whether the desktop's keychain is asked for the passphrase.
    pub(crate) unlocks_with_keychain: bool,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Theme {
    /// As the desktop has it.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As `preferences.json` and the window write it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// The digits of dates, times and counts in the interface. What is clinical is always in Latin digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Digits {
    /// 0123456789
    #[default]
    #[serde(rename = "latn")]
    Latin,
    /// ٠١٢٣٤٥٦٧٨٩
    #[serde(rename = "arab")]
    ArabicIndic,
    /// ۰۱۲۳۴۵۶۷۸۹
    #[serde(rename = "arabext")]
    ExtendedArabicIndic,
}

impl Digits {
    const ALL: [Self; 3] = [Self::Latin, Self::ArabicIndic, Self::ExtendedArabicIndic];

    /// The name of the numbering system in CLDR, as `preferences.json` and the window write it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Latin => "latn",
            Self::ArabicIndic => "arab",
            Self::ExtendedArabicIndic => "arabext",
        }
    }

    /// The digits of a code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|digits| digits.code() == code)
    }
}

/// How large everything in the window is, in percent of what is usual: 100 to 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u32", into = "u32")]
pub(crate) struct TextSize(u32);

impl TextSize {
    const PERCENT: RangeInclusive<u32> = 100..=200;

    /// In percent.
    pub(crate) fn percent(self) -> u32 {
        self.0
    }

    /// As a factor, for the web view.
    pub(crate) fn factor(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

/// What is out of range is as usual.
impl From<u32> for TextSize {
    fn from(percent: u32) -> Self {
        if Self::PERCENT.contains(&percent) {
            Self(percent)
        } else {
            Self::default()
        }
    }
}

impl From<TextSize> for u32 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: language_of_environment(),
            theme: Theme::System,
            digits: Digits::Latin,
            text_size: TextSize::default(),
            backup_folder: String::new(),
            unlocks_with_keychain: false,
        }
    }
}

impl Preferences {
    /// What is kept in the data folder; what is missing or damaged falls back to the system's ways.
    pub(crate) fn load(data_folder: &Path) -> Self {
        let text = fs::read_to_string(path_in(data_folder)).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Keeps it, whole or not at all.
    pub(crate) fn save(&self, data_folder: &Path) -> Result<(), ShellError> {
        let path = path_in(data_folder);
        let part = path.with_extension("json.part");
        let text = serde_json::to_string_pretty(self).expect("names and texts are valid JSON");
        fs::create_dir_all(data_folder)
            .and_then(|()| fs::write(&part, text))
            .and_then(|()| fs::rename(&part, &path))
            .map_err(|source| ShellError::Preferences { path, source })
    }
}

fn path_in(data_folder: &Path) -> PathBuf {
    data_folder.join("preferences.json")
}

/// As POSIX says: the first of these that is set and not empty decides.
fn language_of_environment() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|tag| Language::from_tag(&tag))
        .unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_is_out_of_range_is_as_usual_and_one_that_is_not_is_kept() {
        let folder = tempfile::tempdir().expect("room");
        for (kept, percent) in [("150", 150), ("200", 200), ("99", 100), ("900", 100)] {
            let text = format!("{{\"theme\": \"dark\", \"text_size\": {kept}}}");
            fs::write(path_in(folder.path()), text).expect("room");
            let read = Preferences::load(folder.path());
            assert_eq!(
                (read.text_size.percent(), read.theme),
                (percent, Theme::Dark)
            );
            read.save(folder.path()).expect("room");
            assert_eq!(Preferences::load(folder.path()), read);
        }
    }
}
