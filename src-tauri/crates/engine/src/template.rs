//! A conversation becomes the prompt that its model was trained on, by the Jinja template in the model file.
//!
//! llama.cpp's own call knows a fixed list of formats, so the template is rendered here.
//! A template is untrusted code: its steps and its output are bounded, and it reaches nothing but the messages.

mod date;

use std::io::{self, Write};
use std::time::SystemTime;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, ErrorKind, Value, context};
use sanad_protocol::{ChatMessage, ChatRole};

/// Steps of one rendering. A template takes some fifty for a message, so this is a conversation of 100,000.
const FUEL: u64 = 5_000_000;

/// Bytes of output beyond what the messages hold.
const OVERHEAD_BYTES: usize = 1 << 20;

/// Why no prompt came out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TemplateError {
    /// The model file has none.
    #[error("the model has no chat template")]
    Missing,
    /// It does not parse or does not render. Holds the kind and the place, never the text: that may be clinical.
    #[error("the chat template failed: {kind:?} in line {line}")]
    Failed {
        /// minijinja's kind.
        kind: ErrorKind,
        /// Line of the template, 0 where unknown.
        line: usize,
    },
}

/// A parsed template with the two tokens it may name.
pub(crate) struct ChatTemplate {
    environment: Environment<'static>,
    opening: String,
    closing: String,
}

impl ChatTemplate {
    /// Parses Jinja source; `opening` and `closing` are the texts of the tokens that begin and end a text.
    pub(crate) fn parse(
        source: &str,
        opening: String,
        closing: String,
    ) -> Result<Self, TemplateError> {
        let mut environment = Environment::new();
        // As Hugging Face's tokenisers set Jinja up, which is what templates are written for.
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build();
        environment.set_syntax(syntax.map_err(failure)?);
        environment
            .set_unknown_method_callback(minijinja_contrib::pycompat::unknown_method_callback);
        environment.add_function("raise_exception", raise_exception);
        environment.add_function("strftime_now", |format: &str| {
            date::format(SystemTime::now(), format)
        });
        environment.set_fuel(Some(FUEL));
        environment
            .add_template_owned(TEMPLATE, source.to_owned())
            .map_err(failure)?;
        Ok(Self {
            environment,
            opening,
            closing,
        })
    }

    /// The prompt, up to where the model begins to answer, or goes on with the answer that stands last.
    ///
    /// A template that refuses a system message gets it as the beginning of the first question instead.
    pub(crate) fn render(&self, messages: &[ChatMessage]) -> Result<String, TemplateError> {
        if let [asked @ .., begun] = messages
            && begun.role == ChatRole::Assistant
        {
            // Templates close an answer they are given, so they are not given this one.
            return Ok(self.render_asked(asked)? + &begun.content);
        }
        self.render_asked(messages)
    }

    fn render_asked(&self, messages: &[ChatMessage]) -> Result<String, TemplateError> {
        let refused = match self.render_as_is(messages) {
            Ok(prompt) => return Ok(prompt),
            Err(refused) => refused,
        };
        match without_system_message(messages) {
            Some(merged) => self.render_as_is(&merged).map_err(|_| refused),
            None => Err(refused),
        }
    }

    fn render_as_is(&self, messages: &[ChatMessage]) -> Result<String, TemplateError> {
        let conversation: Vec<Value> = messages.iter().map(seen).collect();
        let held: usize = messages.iter().map(|message| message.content.len()).sum();
        let mut prompt = Bounded {
            bytes: Vec::new(),
            limit: held.saturating_mul(2) + OVERHEAD_BYTES,
        };
        let template = self.environment.get_template(TEMPLATE).map_err(failure)?;
        let variables = context! {
            messages => conversation,
            add_generation_prompt => true,
            bos_token => self.opening.as_str(),
            eos_token => self.closing.as_str(),
        };
        template
            .render_captured_to(variables, &mut prompt)
            .map_err(failure)?;
        // The parts written are all `str`, so this loses nothing.
        Ok(String::from_utf8_lossy(&prompt.bytes).into_owned())
    }
}

const TEMPLATE: &str = "chat";

/// As templates see it: `message.role`, `message['content']`.
fn seen(message: &ChatMessage) -> Value {
    let role = match message.role {
        ChatRole::System => "system",
        ChatRole::User => "user",
        ChatRole::Assistant => "assistant",
    };
    context! { role => role, content => message.content.as_str() }
}

fn without_system_message(messages: &[ChatMessage]) -> Option<Vec<ChatMessage>> {
    let [system, question, rest @ ..] = messages else {
        return None;
    };
    if system.role != ChatRole::System || question.role != ChatRole::User {
        return None;
    }
    let content = format!("{}\n\n{}", system.content, question.content);
    let mut merged = vec![ChatMessage {
        role: ChatRole::User,
        content,
    }];
    merged.extend_from_slice(rest);
    Some(merged)
}

fn raise_exception(reason: String) -> Result<String, Error> {
    Err(Error::new(ErrorKind::InvalidOperation, reason))
}

#[expect(clippy::needless_pass_by_value, reason = "the signature of `map_err`")]
fn failure(error: Error) -> TemplateError {
    TemplateError::Failed {
        kind: error.kind(),
        line: error.line().unwrap_or(0),
    }
}

/// A template can double its output in a loop much faster than it burns fuel.
struct Bounded {
    bytes: Vec<u8>,
    limit: usize,
}

impl Write for Bounded {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + part.len() > self.limit {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
