//! The bundled items, *Sanad items vN*: written for this project, paired in English and Arabic.
//!
//! Never called MMLU and never set beside its figures. The files carry their own history: who wrote what when, who
//! solved it a second time, and whether a clinician has looked at it.

pub mod claims;
mod defects;
pub mod fill_in;
pub mod notes;
mod proof;
pub mod texts;
pub mod transcripts;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::Question;

pub use defects::defects;
pub use proof::{Defect, Flaw};

/// A mark that stands beside the items wherever they are copied to.
///
/// Made once for this set. Whoever gathers text to train a model can leave out what holds it, and a model that can
/// complete it has seen the items. It stays the same through all versions.
pub const CANARY: &str = "sanad-items canary 6f2c8d1e-94b7-4f0a-8e53-1d7ab0c3e926";
/// The day the mark was made, as YYYY-MM-DD: a model with older training data cannot have seen the items.
pub const CANARY_DATE: &str = "2026-11-21";

/// The version that stands in the set's name; raised with every change to an item.
pub const ITEMS_VERSION: u32 = 1;

const FILES: [(&str, &str); 6] = [
    (
        "clinical_knowledge",
        include_str!("../items/clinical_knowledge.json"),
    ),
    ("anatomy", include_str!("../items/anatomy.json")),
    ("biology", include_str!("../items/biology.json")),
    (
        "college_medicine",
        include_str!("../items/college_medicine.json"),
    ),
    ("genetics", include_str!("../items/genetics.json")),
    (
        "professional_medicine",
        include_str!("../items/professional_medicine.json"),
    ),
];

/// A question in two languages with its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// `ck-001` and so on; it stays with the item for ever.
    pub id: String,
    /// The subject.
    pub subject: ItemSubject,
    /// How hard its author thinks it is.
    pub difficulty: Difficulty,
    /// The place of the right option, 0 to 3.
    pub correct: usize,
    /// The English wording.
    pub en: Wording,
    /// The Arabic wording; its options stand in the same order.
    pub ar: Wording,
    /// Where a clinician can look it up.
    pub source: Source,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the item is changed.
    pub version: u32,
    /// Who solved it again without the key.
    pub checks: Vec<Check>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// The subjects of the bundled items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemSubject {
    /// Clinical knowledge.
    ClinicalKnowledge,
    /// Anatomy.
    Anatomy,
    /// Biology.
    Biology,
    /// College medicine.
    CollegeMedicine,
    /// Genetics.
    Genetics,
    /// Professional medicine: case vignettes.
    ProfessionalMedicine,
}

/// How hard an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    /// Known to a student.
    Easy,
    /// Known to a physician.
    Medium,
    /// Known to most specialists.
    Hard,
}

/// One language of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The question.
    pub question: String,
    /// Four options.
    pub options: [String; 4],
    /// Why the right one is right and the nearest wrong one is not.
    pub explanation: String,
}

/// A work that a clinician can look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The work.
    pub title: String,
    /// Its edition.
    pub edition: String,
    /// The chapter or section.
    pub place: String,
    /// The year of the edition.
    pub year: u16,
}

/// What a second reader found; what the answer is depends on the kind of item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check<A = Letter> {
    /// Who, and whether a clinician.
    pub by: String,
    /// When, as YYYY-MM-DD.
    pub date: String,
    /// What the reader answered without the key.
    pub answered: A,
    /// What the reader says of the item; [`Check::ONE_RIGHT_ANSWER`] lets it be used, [`FAITHFUL`] a translation.
    pub verdict: String,
}

/// The letter of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Letter {
    /// The first option.
    A,
    /// The second option.
    B,
    /// The third option.
    C,
    /// The fourth option.
    D,
}

/// A file of items that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("items of {file}, line {line}: {source}")]
pub struct ItemsError {
    /// The file's name without its ending.
    pub file: String,
    /// The line in the file.
    pub line: usize,
    #[source]
    source: serde_json::Error,
}

/// The language in which an item is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemLanguage {
    /// English.
    En,
    /// Arabic.
    Ar,
}

/// The verdict of a reader who found that the languages say the same, and say it well.
pub const FAITHFUL: &str = "faithful";

impl ItemLanguage {
    /// `en` or `ar`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
        }
    }
}

impl Check {
    /// The verdict of a reader who found one and only one right answer.
    pub const ONE_RIGHT_ANSWER: &str = "one right answer";
}

impl<A: PartialEq> Check<A> {
    /// Whether the reader came to the same answer and found it to be the only one.
    fn confirms(&self, key: &A) -> bool {
        self.answered == *key && self.verdict == Check::ONE_RIGHT_ANSWER
    }
}

impl Letter {
    /// The place of the option.
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }
}

impl Item {
    /// The item as a question in one language; both languages have the same id, so that results can be paired.
    #[must_use]
    pub fn question(&self, language: ItemLanguage) -> Question {
        let wording = match language {
            ItemLanguage::En => &self.en,
            ItemLanguage::Ar => &self.ar,
        };
        Question {
            id: self.id.clone(),
            question: wording.question.clone(),
            contexts: Vec::new(),
            options: wording.options.to_vec(),
            correct: self.correct,
            subject: Some(self.subject.name().to_owned()),
        }
    }
}

impl ItemSubject {
    /// All six, in the order of the files.
    pub const ALL: [Self; 6] = [
        Self::ClinicalKnowledge,
        Self::Anatomy,
        Self::Biology,
        Self::CollegeMedicine,
        Self::Genetics,
        Self::ProfessionalMedicine,
    ];

    /// The name in files and results.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ClinicalKnowledge => "clinical_knowledge",
            Self::Anatomy => "anatomy",
            Self::Biology => "biology",
            Self::CollegeMedicine => "college_medicine",
            Self::Genetics => "genetics",
            Self::ProfessionalMedicine => "professional_medicine",
        }
    }
}

/// All bundled items, subject by subject.
///
/// # Errors
/// A file that does not have the form of [`Item`]s, which the tests exclude.
pub fn bundled() -> Result<Vec<Item>, ItemsError> {
    let mut items = Vec::new();
    for (file, text) in FILES {
        items.extend(load::<Item>(file, text)?);
    }
    Ok(items)
}

/// The items of one file, of whichever kind.
///
/// # Errors
/// JSON that is no list of such items; the line says where.
pub fn load<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<T>, ItemsError> {
    serde_json::from_str(text).map_err(|source| ItemsError {
        file: file.to_owned(),
        line: source.line(),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_items_have_no_defect() {
        let items = bundled().expect("the files have the form of items");
        assert_eq!(defects(&items), []);
        for (file, text) in FILES {
            let subjects: Vec<Item> = load(file, text).expect("the file has the form of items");
            assert!(
                subjects.iter().all(|item| item.subject.name() == file),
                "{file}"
            );
        }
    }

    #[test]
    fn the_canary_stands_beside_the_items() {
        let readme = include_str!("../items/README.md");
        assert!(readme.contains(&format!("`{CANARY}` ({CANARY_DATE})")));
    }

    #[test]
    fn an_unknown_field_is_reported_with_its_line() {
        let error =
            load::<Item>("own", "[\n{\"id\": \"x\",\n\"colour\": 1}]").expect_err("no such field");
        assert_eq!(error.line, 3);
    }

    #[test]
    fn both_languages_of_an_item_share_its_id_and_answer() {
        let item = &defects::samples()[0];
        let (en, ar) = (
            item.question(ItemLanguage::En),
            item.question(ItemLanguage::Ar),
        );
        assert_eq!((&en.id, en.correct), (&ar.id, ar.correct));
        assert_ne!(en.question, ar.question);
    }
}
