//! A persona as a conversation has it: words for the model, and rules that the app keeps for it.

use serde::{Deserialize, Serialize};

use crate::Language;

/// One text in the two languages that templates are written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
}

impl Bilingual {
    /// The Arabic text for Arabic, the English one for every other language.
    #[must_use]
    pub fn of(&self, language: Language) -> &str {
        match language {
            Language::Arabic => &self.ar,
            _ => &self.en,
        }
    }
}

/// A persona as it was chosen: a later change of its template does not reach it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenPersona {
    /// The id of the template that it was made from.
    pub template: String,
    /// The version of that template.
    pub version: u32,
    /// As it is shown beside the conversation.
    pub name: Bilingual,
    /// What the model is told to be, its form filled in.
    pub words: Bilingual,
    /// What the app sees to, since a small model does not.
    #[serde(default)]
    pub rules: PersonaRules,
}

/// What is not left to the model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonaRules {
    /// Each answer is asked for in the language of the question before it.
    #[serde(default)]
    pub follows_language: bool,
    /// One question in each answer, until there were enough.
    #[serde(default)]
    pub interview: Option<Interview>,
}

/// Questions one at a time, and then a conclusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interview {
    /// After so many answers that asked something it concludes; at least 1.
    pub questions: u32,
    /// What the model is told when it has to conclude.
    pub conclusion: Bilingual,
    /// The line that the conclusion begins with, so that it cannot be another question.
    pub heading: Bilingual,
}
