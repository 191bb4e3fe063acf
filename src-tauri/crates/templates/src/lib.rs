//! Personas and templates: how their files are written, what a filled form says, and one question at a time.
//!
//! Owns the format of template files, the bundled ones, the text that a filled form makes, and the rule that ends
//! an answer behind its first question.
//! It must never ask a model, touch a file, or put a word into a text that stands in no template.

mod body;
mod bundled;
mod entry;
mod fault;
mod filling;
mod one_question;
mod reading;
mod table;
mod template;
mod writing;

pub use bundled::bundled;
pub use entry::{AGE_UNITS, AgeUnit, Entry, EntryProblem, EntryReason};
pub use fault::{FaultReason, TemplateFault};
pub use filling::{Filled, fill, persona};
pub use one_question::{OneQuestion, asks};
pub use reading::{FORMAT, LONGEST_FILE_BYTES, read};
pub use template::{Field, FieldKind, InterviewRule, Kind, Named, QuestionCount, Rules, Template};
pub use writing::write;
