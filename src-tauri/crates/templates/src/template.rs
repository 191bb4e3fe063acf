//! A template as it is once its file has been read.

use sanad_domain::Bilingual;

/// A form and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Names it in the store and to other copies of the app: letters, digits, dots, hyphens.
    pub id: String,
    /// Of its content; grows with each change.
    pub version: u32,
    /// What it is for.
    pub kind: Kind,
    /// As it stands in the list.
    pub name: Bilingual,
    /// What it is good for, in a sentence.
    pub about: Bilingual,
    /// In the order in which they are asked for.
    pub fields: Vec<Field>,
    /// What the model is told to be; of a persona only, and every persona has it.
    pub system: Option<Bilingual>,
    /// What the app sees to; of a persona only.
    pub rules: Rules,
    /// What goes into the composer; every template has it, and a persona has none.
    pub body: Option<Bilingual>,
}

/// What a template is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Holds for a whole conversation.
    Persona,
    /// Makes one question.
    Template,
}

/// One thing that a form asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// As the body names it: small letters, digits, underscores.
    pub key: String,
    /// What stands beside it.
    pub label: Bilingual,
    /// What may be entered.
    pub kind: FieldKind,
    /// Whether it has to be filled in.
    pub required: bool,
    /// What stands in it to begin with; empty for nothing.
    pub offered: String,
}

/// What may be entered into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// One line of at most so many characters.
    Text {
        /// Characters.
        longest: u32,
    },
    /// Several lines of at most so many characters together.
    LongText {
        /// Characters.
        longest: u32,
    },
    /// A number, with one of these units where there are any.
    Number {
        /// The usual one first.
        units: Vec<Named>,
        /// The smallest that is taken.
        least: Option<f64>,
        /// The largest that is taken.
        most: Option<f64>,
    },
    /// One of these.
    Choice {
        /// In their order.
        choices: Vec<Named>,
    },
    /// A day of the calendar.
    Date,
    /// Years, months, weeks or days since birth.
    Age,
}

/// A unit or a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As the form gives it back.
    pub key: String,
    /// As it is shown and written.
    pub name: Bilingual,
}

/// What the app sees to, since a small model does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// Each answer is asked for in the language of the question before it.
    pub follows_language: bool,
    /// One question in each answer, and a conclusion after enough of them.
    pub interview: Option<InterviewRule>,
}

/// One question in each answer, and a conclusion after enough of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterviewRule {
    /// After how many questions it concludes.
    pub questions: QuestionCount,
    /// What the model is told then.
    pub conclusion: Bilingual,
    /// The line that the conclusion begins with.
    pub heading: Bilingual,
}

/// How many questions are asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionCount {
    /// Always so many, at least 1.
    Always(u32),
    /// What stands in this field.
    Field(String),
}

impl Template {
    /// The field that is called so.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

impl Field {
    /// The longest text of one line, in characters, where a file says nothing.
    pub const USUAL_LINE: u32 = 300;
    /// The longest text of several lines, in characters, where a file says nothing.
    pub const USUAL_TEXT: u32 = 20_000;
}
