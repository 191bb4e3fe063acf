//! A conversation's title, improved by its model once nobody waits for an answer.

use sanad_domain::{ConversationId, Language, Sampling, Turn};
use sanad_engine_client::{ChatMessage, ChatRole};
use sanad_models::ModelNotice;
use tokio::sync::watch;

use crate::generation::{AnswerLimits, Heard, generate};
use crate::{Chat, ChatError};

/// A title is a handful of words.
const MOST_TOKENS: u32 = 24;
const MOST_WORDS: usize = 10;

/// So much of a question or an answer tells what it is about.
const EXCERPT_CHARACTERS: usize = 600;

impl Chat {
    /// Asks the model for a better title than the first question is, and says whether it has one now.
    ///
    /// Does nothing while an answer is being written, for a conversation that somebody has named, and with a
    /// model that is known to be weak. `stopped` breaks it off.
    ///
    /// # Errors
    /// [`ChatError::History`], [`ChatError::Model`]. A failing engine is no error here: the title stays.
    pub async fn improve_title(
        &self,
        conversation: ConversationId,
        stopped: watch::Receiver<bool>,
    ) -> Result<bool, ChatError> {
        let model = self.model().await?;
        if self.is_answering() || model.notices.contains(&ModelNotice::NotForClinicalUse) {
            return Ok(false);
        }
        let Some(first) = self
            .read(|store| store.turns_in(conversation, 0..1))?
            .into_iter()
            .next()
            .filter(|turn| turn.shown_answer().is_some())
        else {
            return Ok(false);
        };
        let limits = AnswerLimits {
            sampling: Sampling::GREEDY,
            max_tokens: MOST_TOKENS,
        };
        let mut written = String::new();
        let generated = generate(
            &self.engine,
            &model.facts.path,
            request(&first),
            limits,
            stopped,
            &mut |heard| {
                if let Heard::Wrote { piece, .. } = heard {
                    written.push_str(piece);
                }
                !written.contains('\n')
            },
        )
        .await;
        match title_in(&written, language_of(&first.question)) {
            Some(title) if generated.fault.is_none() => {
                self.write(|store, _| store.improve_title(conversation, &title))
            }
            _ => Ok(false),
        }
    }
}

fn request(turn: &Turn) -> Vec<ChatMessage> {
    let answer = turn.shown_answer().map_or("", |answer| &answer.text);
    let wish = match language_of(&turn.question) {
        Some(Language::Arabic) => "اكتب عنوانًا من ست كلمات على الأكثر لهذه المحادثة. العنوان فقط.",
        _ => {
            "Write a title of at most six words for this conversation, in its language. The title only."
        }
    };
    let content = format!(
        "{wish}\n\n{}\n\n{}",
        beginning(&turn.question),
        beginning(answer)
    );
    vec![ChatMessage {
        role: ChatRole::User,
        content,
    }]
}

fn beginning(text: &str) -> String {
    text.chars().take(EXCERPT_CHARACTERS).collect()
}

/// The title in what a model wrote; `None` where that is no title in the language of the question.
fn title_in(written: &str, language: Option<Language>) -> Option<String> {
    let line = written.lines().find(|line| !line.trim().is_empty())?;
    let said = line
        .trim()
        .trim_start_matches(['#', '*', '-', ' '])
        .trim_start_matches("Title:")
        .trim_start_matches("العنوان:");
    let title = said.trim_matches(|c: char| c.is_whitespace() || "\"'“”«»*_.`:".contains(c));
    let words = title.split_whitespace().count();
    let has_figures = title.chars().any(char::is_numeric);
    // A figure in a title would stand there without what it was said of.
    let fits = (1..=MOST_WORDS).contains(&words) && !has_figures && language_of(title) == language;
    fits.then(|| title.to_owned())
}

fn language_of(text: &str) -> Option<Language> {
    Language::from_tag(sanad_text::detect(text).language?.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_short_line_in_the_language_of_the_question_becomes_a_title() {
        let (english, arabic) = (Some(Language::English), Some(Language::Arabic));
        for (written, language, expected) in [
            (
                "\"Fever in a young child\"\nThis title",
                english,
                Some("Fever in a young child"),
            ),
            (
                "**Title: Choice of antibiotic**",
                english,
                Some("Choice of antibiotic"),
            ),
            ("«الحمى عند الأطفال»", arabic, Some("الحمى عند الأطفال")),
            ("Fever in children", arabic, None),
            ("الحمى عند الأطفال", english, None),
            ("Paracetamol 15 mg/kg for the child", english, None),
            ("جرعة ٥ ملغ للطفل المريض", arabic, None),
            ("", english, None),
            (&"word ".repeat(20), english, None),
        ] {
            assert_eq!(
                title_in(written, language).as_deref(),
                expected,
                "{written}"
            );
        }
    }
}
