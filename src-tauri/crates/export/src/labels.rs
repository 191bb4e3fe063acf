//! What a document says around the conversation, in the reader's language.

use sanad_domain::{CutReason, ModelStamp, Timestamp};
use sanad_l10n::{Argument, Messages};
use sanad_text::Language;

use crate::date;

/// Who exports, when, and in which language the document speaks.
pub struct About<'messages> {
    /// The app's version.
    pub version: &'messages str,
    /// When it is exported.
    pub exported_at: Timestamp,
    /// The reader's language.
    pub messages: &'messages Messages,
}

impl About<'_> {
    /// The reader's language.
    pub(crate) fn language(&self) -> Language {
        text_language(self.messages.language())
    }

    /// That generated text can be wrong.
    pub(crate) fn reminder(&self) -> String {
        self.say("reminder", &[])
    }

    pub(crate) fn untitled(&self) -> String {
        self.say("export-untitled", &[])
    }

    pub(crate) fn made(&self) -> String {
        let date = date::minute(self.exported_at);
        self.say("export-made", &[("date", &date), ("version", self.version)])
    }

    pub(crate) fn question(&self, asked_at: Timestamp) -> String {
        self.say("export-question", &[("date", &date::minute(asked_at))])
    }

    pub(crate) fn answer(&self, model: &ModelStamp, at: Timestamp) -> String {
        let date = date::minute(at);
        self.say("export-answer", &[("model", &model.name), ("date", &date)])
    }

    pub(crate) fn declined(&self) -> String {
        self.say("announce-declined", &[])
    }

    pub(crate) fn cut(&self, reason: CutReason) -> String {
        let id = match reason {
            CutReason::Stopped => "export-cut-stopped",
            CutReason::EngineFailed => "export-cut-engine-failed",
            CutReason::LengthLimit => "export-cut-length-limit",
            CutReason::AppEnded => "export-cut-app-ended",
        };
        self.say(id, &[])
    }

    /// How many figures of an answer no source says.
    pub(crate) fn unsupported(&self, count: usize) -> String {
        let shown = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let arguments = [("count", Argument::Number(shown))];
        without_isolates(&self.messages.text("unsupported-figures", &arguments))
    }

    pub(crate) fn models(&self) -> String {
        self.say("export-models", &[])
    }

    pub(crate) fn model(&self, model: &ModelStamp) -> String {
        let hash = format!("sha256:{}", model.sha256);
        self.say("export-model", &[("model", &model.name), ("hash", &hash)])
    }

    pub(crate) fn page(&self, page: usize, pages: usize) -> String {
        let (page, pages) = (page.to_string(), pages.to_string());
        self.say("export-page", &[("page", &page), ("pages", &pages)])
    }

    pub(crate) fn say(&self, id: &str, values: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, Argument::Text((*value).into())))
            .collect();
        without_isolates(&self.messages.text(id, &arguments))
    }

    pub(crate) fn say_attribute(&self, id: &str, name: &str, values: &[(&str, &str)]) -> String {
        let arguments: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, Argument::Text((*value).into())))
            .collect();
        let said = self.messages.attribute(id, name, &arguments);
        without_isolates(&said.unwrap_or_default())
    }
}

/// Each format isolates in its own way.
fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

pub(crate) fn text_language(language: sanad_domain::Language) -> Language {
    Language::from_code(language.code()).expect("both crates know the same languages")
}
