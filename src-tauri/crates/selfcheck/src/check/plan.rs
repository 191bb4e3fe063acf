//! What is asked, in which order.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::Question;
use crate::items::{ITEMS_VERSION, Item, ItemLanguage, ItemSubject};
use crate::protocols::{Examples, Message, Protocol, Subject};
use crate::statistics::Random;

/// How thorough a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "depth", content = "items")]
pub enum Depth {
    /// So many items of all subjects alike, each in one order of its options.
    Quick(usize),
    /// All items, each with its options in every order of a rotation.
    Full,
}

/// How a question reaches the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// As one text, as published figures were made.
    Plain,
    /// Through the model's chat template, as it is asked in the window.
    Template,
}

/// Where the questions come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckSet {
    /// The bundled items.
    Sanad {
        /// The version of the set.
        version: u32,
    },
    /// A file that somebody brought. A public set may have been among what the model was trained on.
    Own {
        /// The file's name.
        name: String,
        /// Its hash, 64 hexadecimal digits.
        sha256: String,
        /// The field's wording for it.
        protocol: Protocol,
        /// Which language its questions are in.
        language: ItemLanguage,
        /// How many of its first questions stand before each question as examples, and are not asked.
        shots: usize,
    },
}

/// Which questions are asked, and how. Kept with the results, so that a check can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPlan {
    /// Where the questions come from.
    pub set: CheckSet,
    /// How thorough.
    pub depth: Depth,
    /// How a question reaches the model.
    pub wording: Wording,
    /// The ids of the items in the order in which they are asked.
    pub items: Vec<String>,
}

/// One item in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The item's id.
    pub item: String,
    /// In which language it is asked.
    pub language: ItemLanguage,
    /// Its subject.
    pub subject: String,
    /// The question with its options in their own order.
    pub question: Question,
    /// Each order of its options that is asked.
    pub forms: Vec<Form>,
}

/// A question with its options in one order.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// By how many places the options are moved on.
    pub rotation: usize,
    /// What the model is asked.
    pub asked: Asked,
}

/// What a model is asked, and which continuations are compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What stands before a plain prompt, and is read once for all questions that have the same.
    pub shared: String,
    /// The prompt.
    pub prompt: PromptForm,
    /// One for each option, in the order of the form.
    pub continuations: Vec<String>,
}

/// How a prompt comes to its tokens.
#[derive(Clone, Debug, PartialEq)]
pub enum PromptForm {
    /// As it is.
    Plain(String),
    /// Through the model's chat template.
    Chat(Vec<Message>),
}

impl CheckPlan {
    /// A plan over the bundled items. The order is the same each time, and each subject comes as often as the others
    /// among the first so many.
    #[must_use]
    pub fn of(items: &[Item], depth: Depth, wording: Wording) -> Self {
        let mut random = Random::new(u64::from(ITEMS_VERSION));
        let mut subjects: Vec<Vec<&Item>> = ItemSubject::ALL
            .iter()
            .map(|subject| {
                let own = items.iter().filter(|item| item.subject == *subject);
                let mut own: Vec<&Item> = own.collect();
                random.shuffle(&mut own);
                own
            })
            .collect();
        let longest = subjects.iter().map(Vec::len).max().unwrap_or(0);
        let mut ordered = Vec::new();
        for place in 0..longest {
            for subject in &mut subjects {
                ordered.extend(subject.get(place).map(|item| item.id.clone()));
            }
        }
        if let Depth::Quick(wanted) = depth {
            ordered.truncate(wanted);
        }
        Self {
            set: CheckSet::Sanad {
                version: ITEMS_VERSION,
            },
            depth,
            wording,
            items: ordered,
        }
    }

    /// A plan over questions that somebody brought; `set` says which. The first of them are its examples.
    #[must_use]
    pub fn of_own(set: CheckSet, questions: &[Question], depth: Depth, wording: Wording) -> Self {
        let shots = match &set {
            CheckSet::Own { shots, .. } => *shots,
            CheckSet::Sanad { .. } => 0,
        };
        let asked = questions.iter().skip(shots);
        let mut items: Vec<String> = asked.map(|question| question.id.clone()).collect();
        if let Depth::Quick(wanted) = depth {
            items.truncate(wanted);
        }
        Self {
            set,
            depth,
            wording,
            items,
        }
    }

    /// What is asked one after the other: each item in English, then in Arabic.
    ///
    /// An id that the set does not hold any more is left out.
    #[must_use]
    pub fn steps(&self, items: &[Item]) -> Vec<Step> {
        let find = |id: &String| items.iter().find(|item| item.id == *id);
        let found = self.items.iter().filter_map(find);
        found
            .flat_map(|item| [ItemLanguage::En, ItemLanguage::Ar].map(|language| (item, language)))
            .map(|(item, language)| self.step(item, language))
            .collect()
    }

    /// The same over questions that somebody brought; none for the bundled set.
    #[must_use]
    pub fn own_steps(&self, questions: &[Question]) -> Vec<Step> {
        let CheckSet::Own {
            protocol,
            language,
            shots,
            ..
        } = &self.set
        else {
            return Vec::new();
        };
        let by_id: HashMap<&str, &Question> = questions
            .iter()
            .map(|question| (question.id.as_str(), question))
            .collect();
        let examples = questions.get(..*shots).unwrap_or_default();
        let found = self.items.iter().filter_map(|id| by_id.get(id.as_str()));
        found
            .map(|question| {
                // Yes, no and maybe have no order to be moved on.
                let rotations = match self.depth {
                    Depth::Full if *protocol != Protocol::PubMedQa => question.options.len(),
                    Depth::Full | Depth::Quick(_) => 1,
                };
                let forms = (0..rotations).map(|rotation| Form {
                    rotation,
                    asked: Asked::of(
                        &question.rotated(rotation),
                        *protocol,
                        examples,
                        self.wording,
                    ),
                });
                Step {
                    item: question.id.clone(),
                    language: *language,
                    subject: question.subject.clone().unwrap_or_default(),
                    forms: forms.collect(),
                    question: (*question).clone(),
                }
            })
            .collect()
    }

    fn step(&self, item: &Item, language: ItemLanguage) -> Step {
        let question = item.question(language);
        let protocol = protocol(item.subject, language);
        let rotations = match self.depth {
            Depth::Quick(_) => 1,
            Depth::Full => question.options.len(),
        };
        let forms = (0..rotations).map(|rotation| Form {
            rotation,
            asked: Asked::of(&question.rotated(rotation), protocol, &[], self.wording),
        });
        Step {
            item: item.id.clone(),
            language,
            subject: item.subject.name().to_owned(),
            forms: forms.collect(),
            question,
        }
    }
}

impl Asked {
    /// A question after examples.
    #[must_use]
    pub fn of(
        question: &Question,
        protocol: Protocol,
        examples: &[Question],
        wording: Wording,
    ) -> Self {
        match wording {
            Wording::Plain => {
                let prompt = protocol.prompt(question, examples);
                Self {
                    shared: prompt.shared,
                    prompt: PromptForm::Plain(prompt.own),
                    continuations: prompt.continuations,
                }
            }
            Wording::Template => {
                let chat = protocol.chat(question, examples, Examples::Turns);
                Self {
                    shared: String::new(),
                    prompt: PromptForm::Chat(chat.messages),
                    continuations: chat.continuations,
                }
            }
        }
    }

    /// What the model reads, without the signs of a chat template; for an estimate of its length.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.prompt {
            PromptForm::Plain(text) => format!("{}{text}", self.shared),
            PromptForm::Chat(messages) => {
                let contents = messages.iter().map(|message| message.content.as_str());
                contents.collect::<Vec<_>>().join("\n")
            }
        }
    }
}

/// The field's wording for letters in either language; the set is our own, so that no figure stands beside a public
/// one.
fn protocol(subject: ItemSubject, language: ItemLanguage) -> Protocol {
    let subject = match subject {
        ItemSubject::ClinicalKnowledge => Subject::ClinicalKnowledge,
        ItemSubject::Anatomy => Subject::Anatomy,
        ItemSubject::Biology => Subject::CollegeBiology,
        ItemSubject::CollegeMedicine => Subject::CollegeMedicine,
        ItemSubject::Genetics => Subject::MedicalGenetics,
        ItemSubject::ProfessionalMedicine => Subject::ProfessionalMedicine,
    };
    match language {
        ItemLanguage::En => Protocol::Mmlu(subject),
        ItemLanguage::Ar => Protocol::ArabicMmlu(subject),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::items::bundled;

    #[test]
    fn a_quick_check_asks_all_subjects_alike() {
        let items = bundled().expect("the files have the form of items");
        let plan = CheckPlan::of(&items, Depth::Quick(30), Wording::Template);
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let steps = plan.steps(&items);
        for step in steps
            .iter()
            .filter(|step| step.language == ItemLanguage::En)
        {
            *counts.entry(step.subject.as_str()).or_default() += 1;
        }
        assert_eq!(counts.into_values().collect::<Vec<_>>(), [5; 6]);
        assert_eq!(steps.len(), 60);
        assert!(steps.iter().all(|step| step.forms.len() == 1));
    }

    #[test]
    fn a_quick_check_is_the_beginning_of_a_full_one() {
        let items = bundled().expect("the files have the form of items");
        let quick = CheckPlan::of(&items, Depth::Quick(12), Wording::Plain);
        let full = CheckPlan::of(&items, Depth::Full, Wording::Plain);
        assert!(full.items.starts_with(&quick.items));
        assert_eq!(full.items.len(), items.len());
    }

    #[test]
    fn a_set_of_ones_own_is_asked_behind_its_examples_which_are_not_asked() {
        let questions: Vec<Question> = (0..5)
            .map(|n| Question {
                id: n.to_string(),
                question: format!("question {n}?"),
                options: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
                ..Question::default()
            })
            .collect();
        let set = CheckSet::Own {
            name: "mine.jsonl".to_owned(),
            sha256: "00".repeat(32),
            protocol: Protocol::MedQa,
            language: ItemLanguage::En,
            shots: 2,
        };
        let plan = CheckPlan::of_own(set, &questions, Depth::Full, Wording::Plain);
        assert_eq!(plan.items, ["2", "3", "4"]);
        let steps = plan.own_steps(&questions);
        assert_eq!(steps[0].forms.len(), 4);
        let asked = &steps[0].forms[0].asked;
        assert!(asked.shared.contains("question 0?") && asked.shared.contains("question 1?"));
        assert!(
            asked
                .text()
                .ends_with("question 2?\nA. a\nB. b\nC. c\nD. d\nAnswer:")
        );
        let bundled = bundled().expect("the files have the form of items");
        let plan = CheckPlan::of(&bundled, Depth::Full, Wording::Plain);
        assert!(plan.own_steps(&questions).is_empty());
    }

    #[test]
    fn in_a_full_check_each_option_stands_once_in_each_place() {
        let items = bundled().expect("the files have the form of items");
        let plan = CheckPlan::of(&items, Depth::Full, Wording::Plain);
        let step = plan.steps(&items).swap_remove(1);
        assert_eq!(step.language, ItemLanguage::Ar);
        let texts: Vec<String> = step.forms.iter().map(|form| form.asked.text()).collect();
        for option in &step.question.options {
            for letter in ["أ", "ب", "ج", "د"] {
                let line = format!("\n{letter}. {option}\n");
                let found = texts.iter().filter(|text| text.contains(&line)).count();
                assert_eq!(found, 1, "{line}");
            }
        }
    }
}
