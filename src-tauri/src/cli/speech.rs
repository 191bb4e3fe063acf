//! What the command line says, in the reader's language.

use std::io::{self, Write};

use sanad_domain::Language;
use sanad_l10n::{Argument, Messages};
use serde_json::json;

use crate::error::ShellError;
use crate::wire::ErrorView;

/// Says things on the terminal.
pub(super) struct Speech {
    messages: Messages,
}

impl Speech {
    pub(super) fn new(language: Language) -> Self {
        Self {
            messages: Messages::of(language),
        }
    }

    /// The messages of the reader's language.
    pub(super) fn messages(&self) -> &Messages {
        &self.messages
    }

    /// The language that is spoken.
    pub(super) fn language(&self) -> Language {
        self.messages.language()
    }

    /// The message `id`.
    pub(super) fn text(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.messages.text(id, arguments)
    }

    /// Says that a model wrote a text, which one, and what has to be said of it.
    pub(super) fn label(&self, model: &str, notices: &[String]) -> String {
        let mut parts = vec![self.text(
            "answer-generated-by",
            &[("model", Argument::Text(model.into()))],
        )];
        parts.extend(notices.iter().map(|notice| self.text(notice, &[])));
        parts.join(" · ")
    }

    /// Why a model was not asked, and what to do next: in the language of the question, if we speak it.
    pub(super) fn declined(&self, language: Language, model: &str) -> String {
        let messages = Messages::of(language);
        let name = messages.text(&format!("language-name-{}", language.code()), &[]);
        let arguments = [
            ("model", Argument::Text(model.into())),
            ("language", Argument::Text(name.into())),
        ];
        let hint = messages
            .attribute("declined-language-unsupported", "hint", &arguments)
            .unwrap_or_default();
        format!(
            "{} {hint}",
            messages.text("declined-language-unsupported", &arguments)
        )
    }

    /// Says an error and what to do next: as a sentence on stderr, or as JSON on stdout.
    pub(super) fn complain(&self, error: ShellError, json: bool) {
        let view = ErrorView::from(error);
        let arguments: Vec<(&str, Argument<'_>)> = view
            .arguments
            .iter()
            .map(|argument| {
                (
                    argument.name.as_str(),
                    Argument::Text(argument.value.as_str().into()),
                )
            })
            .collect();
        let id = format!("error-{}", view.code);
        let message = self.messages.text(&id, &arguments);
        let hint = self
            .messages
            .attribute(&id, "hint", &arguments)
            .unwrap_or_default();
        // Nobody is left to tell when these streams are closed.
        let _ = if json {
            let object = json!({"error": {"code": view.code, "message": message, "hint": hint}});
            writeln!(io::stdout(), "{object}")
        } else {
            writeln!(io::stderr(), "{message} {hint}")
        };
    }
}
