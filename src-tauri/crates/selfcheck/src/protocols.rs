//! Prompts as the field writes them, so that a figure can stand beside a published one.
//!
//! Each prompt is equal to the byte to that of lm-evaluation-harness 0.4.13, which `tests/reference` holds.
//! The wording is therefore not ours to mend: the Arabic one has its missing hamza and its space before the line end.

mod reading;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::Question;
use crate::python_text::strip;

pub use reading::{Reading, read};

/// The Latin letters of options.
pub const LATIN_LETTERS: [&str; 5] = ["A", "B", "C", "D", "E"];
/// The Arabic letters of options; the fifth carries a tatweel, so that it is not read as a pronoun.
pub const ARABIC_LETTERS: [&str; 5] = ["أ", "ب", "ج", "د", "هـ"];

/// The place that a letter stands for, from 0: Latin ones in either case, Arabic ones however they are written.
pub(crate) fn place_of(letter: char) -> Option<usize> {
    match letter {
        'A'..='Z' => Some(letter as usize - 'A' as usize),
        'a'..='z' => Some(letter as usize - 'a' as usize),
        'أ' | 'ا' | 'إ' | 'آ' => Some(0),
        'ب' => Some(1),
        'ج' => Some(2),
        'د' => Some(3),
        'ه' | 'ھ' => Some(4),
        _ => None,
    }
}

const PUBMEDQA_ANSWERS: [&str; 3] = ["yes", "no", "maybe"];

/// How a question is put and which continuations are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "task", content = "subject")]
pub enum Protocol {
    /// `medqa_4options`.
    MedQa,
    /// `medmcqa`.
    MedMcQa,
    /// `pubmedqa`: yes, no or maybe after an abstract; the options of the question are these three words.
    PubMedQa,
    /// `headqa_en` and `headqa_es`: the options' own words are compared and not shown.
    HeadQa,
    /// `mmlu_*`.
    Mmlu(Subject),
    /// `arabic_leaderboard_arabic_mmlu_*`, with أ ب ج د.
    ArabicMmlu(Subject),
}

/// The six medical subjects of MMLU.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Clinical knowledge.
    ClinicalKnowledge,
    /// Anatomy.
    Anatomy,
    /// College biology.
    CollegeBiology,
    /// College medicine.
    CollegeMedicine,
    /// Medical genetics.
    MedicalGenetics,
    /// Professional medicine.
    ProfessionalMedicine,
}

/// A prompt for a model's log-likelihoods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What all questions with the same examples share: instruction and examples. It need be decoded once only.
    pub shared: String,
    /// The question itself.
    pub own: String,
    /// What is compared after it, each with its leading space.
    pub continuations: Vec<String>,
}

impl Prompt {
    /// The whole text before the continuations.
    #[must_use]
    pub fn context(&self) -> String {
        format!("{}{}", self.shared, self.own)
    }
}

/// Who says a message of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The instruction.
    System,
    /// Whoever asks.
    User,
    /// The model.
    Assistant,
}

/// One message of a chat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Who says it.
    pub role: Role,
    /// What is said.
    pub content: String,
}

/// A prompt for a model's chat template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chat {
    /// The messages before the answer.
    pub messages: Vec<Message>,
    /// What is compared at the beginning of the answer, without a leading space.
    pub continuations: Vec<String>,
}

/// Where the examples of a chat stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Examples {
    /// Each as a question and an answer of its own; what lm-evaluation-harness 0.4.13 does by default with a chat template.
    Turns,
    /// All in one message with the question.
    OneMessage,
}

impl Subject {
    /// All six, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::ClinicalKnowledge,
        Self::Anatomy,
        Self::CollegeBiology,
        Self::CollegeMedicine,
        Self::MedicalGenetics,
        Self::ProfessionalMedicine,
    ];

    /// The name within the prompts, which are English in this place for Arabic too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ClinicalKnowledge => "clinical knowledge",
            Self::Anatomy => "anatomy",
            Self::CollegeBiology => "college biology",
            Self::CollegeMedicine => "college medicine",
            Self::MedicalGenetics => "medical genetics",
            Self::ProfessionalMedicine => "professional medicine",
        }
    }
}

impl Protocol {
    /// The prompt of a question after examples in the order given; no examples is zero-shot.
    #[must_use]
    pub fn prompt(self, question: &Question, examples: &[Question]) -> Prompt {
        let mut shared = self.description();
        for example in examples {
            let answer = self.answer(example);
            shared.push_str(&format!("{} {answer}\n\n", self.block(example)));
        }
        let continuations = self.choices(question);
        Prompt {
            shared,
            own: self.block(question),
            continuations: continuations.iter().map(|c| format!(" {c}")).collect(),
        }
    }

    /// The messages of a question after examples, for the model's own chat template.
    #[must_use]
    pub fn chat(self, question: &Question, examples: &[Question], stand: Examples) -> Chat {
        let mut messages = Vec::new();
        let description = self.description();
        if !description.is_empty() {
            messages.push(Message {
                role: Role::System,
                content: description,
            });
        }
        match stand {
            Examples::Turns => {
                for example in examples {
                    messages.push(user(self.block(example)));
                    messages.push(Message {
                        role: Role::Assistant,
                        content: self.answer(example).into_owned(),
                    });
                }
                messages.push(user(self.block(question)));
            }
            Examples::OneMessage => {
                let mut content = String::new();
                for example in examples {
                    let answer = self.answer(example);
                    content.push_str(&format!("{} {answer}\n\n", self.block(example)));
                }
                content.push_str(&self.block(question));
                messages.push(user(content));
            }
        }
        let continuations = self.choices(question);
        Chat {
            messages,
            continuations: continuations.into_iter().map(Cow::into_owned).collect(),
        }
    }

    /// What is compared for a question, without a leading space; its length divides `acc_norm` and `acc_bytes`.
    #[must_use]
    pub fn choices(self, question: &Question) -> Vec<Cow<'_, str>> {
        let letters = |letters: &[&'static str]| {
            let wanted = letters.iter().take(question.options.len());
            wanted.map(|letter| Cow::Borrowed(*letter)).collect()
        };
        match self {
            Self::MedQa | Self::MedMcQa | Self::Mmlu(_) => letters(&LATIN_LETTERS),
            Self::ArabicMmlu(_) => letters(&ARABIC_LETTERS),
            Self::PubMedQa => PUBMEDQA_ANSWERS.into_iter().map(Cow::Borrowed).collect(),
            Self::HeadQa => {
                let options = question.options.iter();
                options.map(|o| Cow::Borrowed(o.as_str())).collect()
            }
        }
    }

    fn description(self) -> String {
        match self {
            Self::Mmlu(subject) => format!(
                "The following are multiple choice questions (with answers) about {}.\n\n",
                subject.name()
            ),
            _ => String::new(),
        }
    }

    fn block(self, question: &Question) -> String {
        let text = &question.question;
        let lettered = |letters: &[&str]| {
            let pairs = letters.iter().zip(&question.options);
            pairs
                .map(|(letter, option)| format!("{letter}. {option}\n"))
                .collect::<String>()
        };
        match self {
            Self::MedQa => format!("Question: {text}\n{}Answer:", lettered(&LATIN_LETTERS)),
            Self::MedMcQa => format!(
                "Question: {text}\nChoices:\n{}Answer:",
                lettered(&LATIN_LETTERS)
            ),
            Self::PubMedQa => {
                let abstracts = question.contexts.join("\n");
                format!("Abstract: {abstracts}\nQuestion: {text}\nAnswer:")
            }
            Self::HeadQa => format!("Question: {text}\nAnswer:"),
            Self::Mmlu(_) => format!("{}\n{}Answer:", strip(text), lettered(&LATIN_LETTERS)),
            // Each question carries the instruction, examples included.
            Self::ArabicMmlu(subject) => format!(
                "الأسئلة التالية هي أسئلة متعددة الإختيارات مع الجواب الصحيح حول {}. \n\n{text}\n{}الإجابة:",
                subject.name(),
                lettered(&ARABIC_LETTERS)
            ),
        }
    }

    fn answer(self, question: &Question) -> Cow<'_, str> {
        let mut choices = self.choices(question);
        if question.correct < choices.len() {
            choices.swap_remove(question.correct)
        } else {
            Cow::Borrowed("")
        }
    }
}

fn user(content: String) -> Message {
    Message {
        role: Role::User,
        content,
    }
}
