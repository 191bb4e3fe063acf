//! A conversation's title, improved by its model once nobody waits for an answer.

use std::collections::HashSet;

use sanad_domain::{ConversationId, Language, Sampling, Turn};
use sanad_engine_client::{ChatMessage, ChatRole};
use sanad_models::ModelNotice;
use sanad_text::search_tokens;
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
            &model,
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
        match title_in(&written, &first) {
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

/// The title in what a model wrote; `None` where that is no title of this turn.
fn title_in(written: &str, turn: &Turn) -> Option<String> {
    let line = written.lines().find(|line| !line.trim().is_empty())?;
    let said = line
        .trim()
        .trim_start_matches(['#', '*', '-', ' '])
        .trim_start_matches("Title:")
        .trim_start_matches("العنوان:");
    let title = said.trim_matches(|c: char| c.is_whitespace() || "\"'“”«»*_.`:".contains(c));
    let words = title.split_whitespace().count();
    let fits = (1..=MOST_WORDS).contains(&words)
        && title
            .chars()
            .all(|c| c.is_alphabetic() || IN_TITLES.contains(c))
        && language_of(title) == language_of(&turn.question)
        && is_made_of(title, turn);
    fits.then(|| title.to_owned())
}

/// Beside letters. A figure would stand in the list without what it was said of.
const IN_TITLES: &str =
    " -–،,:؟?'’()\u{200C}\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}";

/// Whether most words of a title were said in the turn: a diagnosis that nobody spoke of is no title.
fn is_made_of(title: &str, turn: &Turn) -> bool {
    let answer = turn.shown_answer().map_or("", |answer| &answer.text);
    let said: HashSet<String> = search_tokens(&turn.question)
        .into_iter()
        .chain(search_tokens(answer))
        .flat_map(|token| token.keys)
        .collect();
    let words = search_tokens(title);
    let known = words
        .iter()
        .filter(|word| word.keys.iter().any(|key| said.contains(key)))
        .count();
    known * 3 >= words.len() * 2
}

fn language_of(text: &str) -> Option<Language> {
    Language::from_tag(sanad_text::detect(text).language?.code())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::tests::turn;

    #[test]
    fn only_a_short_line_of_words_that_were_said_becomes_a_title() {
        let english = turn(
            "My child has a high fever, which antibiotic?",
            &["Fever in a young child is often viral. 15 mg/kg of paracetamol helps."],
        );
        let arabic = turn(
            "طفلي عنده حمى، ما العلاج؟",
            &["الحمى عند الأطفال تُعالج بالباراسيتامول."],
        );
        for (written, turn, expected) in [
            (
                "\"Fever in a young child\"\nThis title",
                &english,
                Some("Fever in a young child"),
            ),
            (
                "**Title: Which antibiotic**",
                &english,
                Some("Which antibiotic"),
            ),
            (
                "«علاج الحمى عند الأطفال»",
                &arabic,
                Some("علاج الحمى عند الأطفال"),
            ),
            ("Fever in a young child", &arabic, None),
            ("الحمى عند الأطفال", &english, None),
            ("Meningitis and sepsis", &english, None),
            ("Paracetamol 15 mg/kg for the child", &english, None),
            ("| fever | child", &english, None),
            ("", &english, None),
            (&"fever ".repeat(20), &english, None),
        ] {
            assert_eq!(title_in(written, turn).as_deref(), expected, "{written}");
        }
    }
}
