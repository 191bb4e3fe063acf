//! What a conversation's persona asks of one answer, and what the app sees to itself.

use sanad_domain::{
    Answer, AnswerState, Bilingual, ChosenPersona, CutReason, Interview, Language, Turn,
};
use sanad_engine_client::ChatMessage;
use sanad_templates::{OneQuestion, asks};

use crate::generation::Generated;
use crate::prompt::{answered, messages};

/// What holds for one answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Guidance {
    /// What the model is told to be.
    system: Option<String>,
    /// Said to the model behind the question, and kept nowhere.
    behind_question: String,
    /// What the answer begins with.
    opening: Option<String>,
    /// Whether the answer ends behind its first question.
    asks_once: bool,
}

impl Guidance {
    /// What `persona` and the user's own words make of the answer that comes behind `earlier` turns to a question
    /// in a language.
    pub(crate) fn of(
        persona: Option<&ChosenPersona>,
        own_words: Option<&str>,
        earlier: &[Turn],
        language: Option<Language>,
    ) -> Self {
        let Some(persona) = persona else {
            return Self {
                system: own_words.map(str::to_owned),
                ..Self::default()
            };
        };
        let spoken = language.unwrap_or(Language::English);
        let interview = persona.rules.interview.as_ref();
        let concluded = interview.filter(|interview| is_due(interview, earlier));
        let follows = persona.rules.follows_language.then(|| answer_in(spoken));
        let lines = concluded.map(|interview| interview.conclusion.of(spoken));
        Self {
            system: Some(joined([Some(persona.words.of(spoken)), own_words], "\n\n")),
            behind_question: joined([lines, follows], "\n"),
            opening: concluded.map(|interview| format!("{}\n\n", interview.heading.of(spoken))),
            asks_once: interview.is_some() && concluded.is_none(),
        }
    }

    /// What is put to the engine; `begun` is an answer to go on with.
    pub(crate) fn messages(
        &self,
        earlier: &[Turn],
        question: &str,
        begun: Option<&str>,
    ) -> Vec<ChatMessage> {
        let question = match self.behind_question.as_str() {
            "" => question.to_owned(),
            behind => format!("{question}\n\n{behind}"),
        };
        let begun = begun.or(self.opening.as_deref());
        messages(self.system.as_deref(), earlier, &question, begun)
    }

    /// Cuts the answer that goes on behind `begun`, or begins.
    pub(crate) fn cut(&self, begun: Option<&str>) -> Cut {
        let mut question = self.asks_once.then(OneQuestion::default);
        if let (Some(question), Some(begun)) = (&mut question, begun) {
            question.push(begun);
        }
        Cut {
            opening: self.opening.clone().filter(|_| begun.is_none()),
            question,
        }
    }
}

/// An answer while it streams, as far as it is wanted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cut {
    /// Stands before the first piece.
    opening: Option<String>,
    question: Option<OneQuestion>,
}

impl Cut {
    /// The part of a piece that belongs to the answer.
    pub(crate) fn push(&mut self, piece: &str) -> String {
        let piece = match &mut self.question {
            Some(question) => question.push(piece),
            None => piece.to_owned(),
        };
        match self.opening.take() {
            Some(opening) => opening + &piece,
            None => piece,
        }
    }

    /// What was held back when nothing more came.
    pub(crate) fn finish(&mut self) -> String {
        self.question
            .as_mut()
            .map(OneQuestion::finish)
            .unwrap_or_default()
    }

    /// Whether the engine need not go on.
    pub(crate) fn is_over(&self) -> bool {
        self.question.as_ref().is_some_and(OneQuestion::is_over)
    }

    /// How an answer ended: one that was ended here is whole.
    pub(crate) fn state(&self, generated: &Generated) -> AnswerState {
        let stopped = AnswerState::Incomplete {
            reason: CutReason::Stopped,
        };
        if self.is_over() && generated.state == stopped {
            AnswerState::Complete
        } else {
            generated.state
        }
    }
}

/// Whether enough was asked and nothing has been concluded from it yet.
fn is_due(interview: &Interview, earlier: &[Turn]) -> bool {
    let Bilingual { en, ar } = &interview.heading;
    let asking = |answer: &Answer| {
        let is_conclusion = answer.text.starts_with(en) || answer.text.starts_with(ar);
        !is_conclusion && asks(&answer.text)
    };
    let mut answers = answered(earlier).map(|(_, answer)| asking(answer));
    let last_asked = answers.next_back().unwrap_or_default();
    let asked = answers.filter(|asked| *asked).count() + usize::from(last_asked);
    last_asked && asked >= interview.questions as usize
}

fn joined<const N: usize>(parts: [Option<&str>; N], between: &str) -> String {
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(between)
}

/// Read by the model, not by people.
fn answer_in(language: Language) -> &'static str {
    match language {
        Language::English => "Answer in English.",
        Language::Arabic => "أجب باللغة العربية.",
        Language::Persian => "به زبان فارسی پاسخ بده.",
        Language::Urdu => "اردو میں جواب دیں۔",
        Language::Hebrew => "ענה בעברית.",
        Language::French => "Réponds en français.",
    }
}

#[cfg(test)]
mod tests {
    use sanad_domain::PersonaRules;

    use super::*;
    use crate::prompt::tests::turn;

    fn both(en: &str, ar: &str) -> Bilingual {
        Bilingual {
            en: en.to_owned(),
            ar: ar.to_owned(),
        }
    }

    fn history_taking(questions: u32) -> ChosenPersona {
        ChosenPersona {
            template: "sanad.history-taking".to_owned(),
            version: 1,
            name: both("History taking", "أخذ القصة المرضية"),
            words: both("Take a history.", "خذ القصة المرضية."),
            rules: PersonaRules {
                follows_language: true,
                interview: Some(Interview {
                    questions,
                    conclusion: both("Sum up now.", "لخّص الآن."),
                    heading: both("**Summary**", "**الملخص**"),
                }),
            },
        }
    }

    /// What a persona makes of a model that always writes the same: what the user reads, and what the model read.
    fn played(
        persona: &ChosenPersona,
        script: &[(&str, Language, &str)],
    ) -> Vec<(String, Vec<String>)> {
        let mut turns: Vec<Turn> = Vec::new();
        let mut seen = Vec::new();
        for (question, language, written) in script {
            let guidance = Guidance::of(Some(persona), None, &turns, Some(*language));
            let read = guidance.messages(&turns, question, None);
            let mut cut = guidance.cut(None);
            let mut shown = String::new();
            for piece in written.split_inclusive(' ') {
                shown.push_str(&cut.push(piece));
                if cut.is_over() {
                    break;
                }
            }
            shown.push_str(&cut.finish());
            turns.push(turn(question, &[&shown]));
            seen.push((shown, read.into_iter().map(|one| one.content).collect()));
        }
        seen
    }

    #[test]
    fn it_asks_one_question_a_turn_and_then_concludes_whatever_the_model_writes() {
        let many = "Since when? Where? How bad?";
        let script = [
            ("Chest pain", Language::English, many),
            ("Two hours", Language::English, many),
            ("منذ ساعتين", Language::Arabic, "أين الألم؟ وهل ينتشر؟"),
            ("في الصدر", Language::Arabic, "ألم صدري. هل هناك غيره؟ لا."),
            ("And now?", Language::English, "See a doctor? Or wait? No."),
        ];
        let seen = played(&history_taking(3), &script);
        let shown: Vec<&str> = seen.iter().map(|(shown, _)| shown.as_str()).collect();
        assert_eq!(
            shown,
            [
                "Since when?",
                "Since when?",
                "أين الألم؟",
                // The conclusion begins with its heading and is not cut.
                "**الملخص**\n\nألم صدري. هل هناك غيره؟ لا.",
                "See a doctor?",
            ]
        );
    }

    #[test]
    fn it_follows_the_user_from_arabic_to_english_and_back() {
        let script = [
            ("ألم في الصدر", Language::Arabic, "منذ متى؟"),
            ("Two hours", Language::English, "Does it radiate?"),
            ("لا", Language::Arabic, "هل من حمى؟"),
        ];
        let seen = played(&history_taking(9), &script);
        let first_and_last = |turn: usize| -> (&str, &str) {
            let (_, read) = &seen[turn];
            (&read[0], read.last().expect("the question"))
        };
        assert_eq!(
            first_and_last(0),
            ("خذ القصة المرضية.", "ألم في الصدر\n\nأجب باللغة العربية.")
        );
        assert_eq!(
            first_and_last(1),
            ("Take a history.", "Two hours\n\nAnswer in English.")
        );
        assert_eq!(
            first_and_last(2),
            ("خذ القصة المرضية.", "لا\n\nأجب باللغة العربية.")
        );
        assert_eq!(
            seen[2].1[1], "ألم في الصدر",
            "what was said before is as it was"
        );
    }

    #[test]
    fn a_conclusion_is_asked_for_behind_the_question_and_begins_with_its_heading() {
        let persona = history_taking(1);
        let earlier = [turn("Cough", &["Since when?"])];
        let guidance = Guidance::of(Some(&persona), Some("Be kind."), &earlier, None);
        let read = guidance.messages(&earlier, "3 days", None);
        let read: Vec<&str> = read.iter().map(|one| one.content.as_str()).collect();
        assert_eq!(
            read,
            [
                "Take a history.\n\nBe kind.",
                "Cough",
                "Since when?",
                "3 days\n\nSum up now.\nAnswer in English.",
                "**Summary**\n\n",
            ]
        );
        let gone_on = guidance.messages(&earlier, "3 days", Some("**Summary**\n\nCough"));
        assert_eq!(gone_on[4].content, "**Summary**\n\nCough");
        assert_eq!(
            guidance.cut(Some("**Summary**\n\nCough")).push(" it is"),
            " it is"
        );
    }

    #[test]
    fn without_a_persona_everything_is_as_it_was() {
        let guidance = Guidance::of(None, Some("Be brief."), &[], Some(Language::Arabic));
        let read = guidance.messages(&[], "كم؟", None);
        let read: Vec<&str> = read.iter().map(|one| one.content.as_str()).collect();
        assert_eq!(read, ["Be brief.", "كم؟"]);
        assert_eq!(guidance.cut(None).push("A? B? C?"), "A? B? C?");
    }

    #[test]
    fn an_answer_that_was_ended_behind_its_question_is_whole() {
        let guidance = Guidance::of(Some(&history_taking(3)), None, &[], None);
        let stopped = Generated {
            state: AnswerState::Incomplete {
                reason: CutReason::Stopped,
            },
            stats: None,
            fault: None,
        };
        let mut cut = guidance.cut(None);
        cut.push("Since when");
        assert_eq!(cut.state(&stopped), stopped.state, "the user stopped it");
        cut.push("? Where");
        assert_eq!(cut.state(&stopped), AnswerState::Complete);
    }
}
