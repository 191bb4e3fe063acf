//! What is asked, in which order.

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

/// Which items of the bundled set are asked, and how. Kept with the results, so that a check can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPlan {
    /// The version of the set.
    pub items_version: u32,
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
            items_version: ITEMS_VERSION,
            depth,
            wording,
            items: ordered,
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
                    prompt: PromptForm::Plain(prompt.context()),
                    continuations: prompt.continuations,
                }
            }
            Wording::Template => {
                let chat = protocol.chat(question, examples, Examples::Turns);
                Self {
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
            PromptForm::Plain(text) => text.clone(),
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
