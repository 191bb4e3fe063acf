//! Fluent messages for everything Rust says to a person: errors, the command line, exports.
//!
//! The `.ftl` files in `ui/locales` are compiled in, and are the same that the window uses.
//! No prose for users may stand in any other Rust file.

use std::borrow::Cow;

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use sanad_domain::Language;

mod sources;

/// The messages of one language, with English behind them for what a language lacks.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    english: Option<Box<Messages>>,
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument<'value> {
    /// Put in as it is, isolated from the text around it.
    Text(Cow<'value, str>),
    /// Written in Latin digits, and chooses the plural form.
    Number(f64),
}

impl Messages {
    /// The messages of `language`; where one is missing, English speaks.
    #[must_use]
    pub fn of(language: Language) -> Self {
        Self::from_files(language, sources::of)
    }

    /// The names and meanings of the bedside tools, apart from all other messages: they are many, and most runs of
    /// the program need none of them.
    #[must_use]
    pub fn of_bedside(language: Language) -> Self {
        Self::from_files(language, sources::bedside)
    }

    fn from_files(language: Language, files: fn(Language) -> &'static [&'static str]) -> Self {
        let english = (language != Language::English)
            .then(|| Box::new(Self::from_files(Language::English, files)));
        Self {
            language,
            bundle: bundle(language, files(language)),
            english,
        }
    }

    /// The language asked for.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `id`, or the id itself when no language has it, so that nothing is ever silent.
    #[must_use]
    pub fn text(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.find(id, None, arguments)
            .unwrap_or_else(|| id.to_owned())
    }

    /// The attribute `name` of the message `id`, such as the `hint` of an error; `None` when it has none.
    #[must_use]
    pub fn attribute(
        &self,
        id: &str,
        name: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        self.find(id, Some(name), arguments)
    }

    fn find(
        &self,
        id: &str,
        attribute: Option<&str>,
        arguments: &[(&str, Argument<'_>)],
    ) -> Option<String> {
        let own = self
            .bundle
            .get_message(id)
            .and_then(|message| match attribute {
                None => message.value(),
                Some(name) => message
                    .get_attribute(name)
                    .map(|attribute| attribute.value()),
            });
        let Some(pattern) = own else {
            return self.english.as_ref()?.find(id, attribute, arguments);
        };
        let mut values = FluentArgs::new();
        for (name, argument) in arguments {
            values.set(*name, argument.isolated());
        }
        // A missing variable shows as {$name}; a test formats every message with all its variables.
        let mut problems = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&values), &mut problems)
                .into_owned(),
        )
    }
}

impl<'value> Argument<'value> {
    fn isolated(&self) -> FluentValue<'value> {
        match self {
            // FSI and PDI, as the JavaScript implementation puts them; this one isolates only what it is told to.
            Self::Text(text) => FluentValue::from(format!("\u{2068}{text}\u{2069}")),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

fn bundle(language: Language, files: &[&str]) -> FluentBundle<FluentResource> {
    let locale = language
        .code()
        .parse()
        .expect("our codes are valid language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle
        .add_builtins()
        .expect("a new bundle has no functions yet");
    for source in files {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(resource, _problems)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_without_a_fault() {
        for language in Language::ALL {
            for source in sources::of(language)
                .iter()
                .chain(sources::bedside(language))
            {
                let outcome = FluentResource::try_new((*source).to_owned());
                assert!(
                    outcome.is_ok(),
                    "{}: {:?}",
                    language.code(),
                    outcome.err().map(|e| e.1)
                );
            }
        }
    }

    #[test]
    fn a_path_inside_an_arabic_sentence_is_isolated() {
        let messages = Messages::of(Language::Arabic);
        let path = Argument::Text("/home/a/model.gguf".into());
        let text = messages.text("error-model-not-found", &[("path", path)]);
        assert!(
            text.contains("\u{2068}/home/a/model.gguf\u{2069}"),
            "{text}"
        );
        assert!(!text.contains("error-model"), "{text}");
    }

    #[test]
    fn the_bedside_tools_are_named_in_arabic_and_otherwise_in_english() {
        let name = |language| Messages::of_bedside(language).text("bedside-tool-bmi", &[]);
        assert_eq!(name(Language::Arabic), "مؤشر كتلة الجسم");
        assert_eq!(name(Language::Persian), "Body mass index");
        assert_eq!(name(Language::French), "Body mass index");
    }

    #[test]
    fn an_unknown_message_is_never_silent() {
        assert_eq!(
            Messages::of(Language::Arabic).text("no-such-id", &[]),
            "no-such-id"
        );
    }
}
