//! Short texts for translation, and sentences that have to survive the way to English and back.

use serde::{Deserialize, Serialize};

use super::proof::{Defect, Flaw, Proof, common_defects, of_item, unbalanced};
use super::{Check, Difficulty, FAITHFUL, ItemsError, load};
use crate::round_trip::{Unit, read};

/// A text in English and standard Arabic, and for some in a dialect too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Translation {
    /// `tr-001` and so on; it stays with the text for ever.
    pub id: String,
    /// How hard its author thinks it is.
    pub difficulty: Difficulty,
    /// The dialect of `spoken`.
    pub dialect: Option<SpokenDialect>,
    /// The English text.
    pub en: String,
    /// The same in standard Arabic.
    pub ar: String,
    /// The same in the dialect.
    pub spoken: Option<String>,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the text is changed.
    pub version: u32,
    /// Who compared the languages again.
    pub checks: Vec<Check<Comparison>>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// The dialects of Arabic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpokenDialect {
    /// Egypt.
    Egyptian,
    /// Syria, Lebanon, Jordan, Palestine.
    Levantine,
    /// The Gulf.
    Gulf,
    /// Iraq.
    Iraqi,
    /// Morocco, Algeria, Tunisia, Libya.
    Maghrebi,
    /// Sudan.
    Sudanese,
    /// Yemen.
    Yemeni,
}

/// What a reader says of two languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// They say the same.
    Same,
    /// They do not.
    Differs,
}

/// An Arabic sentence with what must come back from a translation into English and from there into Arabic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundTripSentence {
    /// `rt-001` and so on; it stays with the sentence for ever.
    pub id: String,
    /// The sentence.
    pub ar: String,
    /// A translation by its author.
    pub en: String,
    /// Its numbers in order, in Latin digits with a point; those in words are not among them.
    pub numbers: Vec<String>,
    /// Its units in order, each once.
    pub units: Vec<Unit>,
    /// Whether the main statement is negated.
    pub negated: bool,
    /// The drugs in it.
    pub drugs: Vec<DrugName>,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the sentence is changed.
    pub version: u32,
    /// Who compared the languages again.
    pub checks: Vec<Check<Comparison>>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// A drug as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrugName {
    /// Its English names and spellings.
    pub en: Vec<String>,
    /// Its Arabic names and spellings.
    pub ar: Vec<String>,
}

/// All bundled texts for translation.
///
/// # Errors
/// A file that does not have the form of [`Translation`]s, which the tests exclude.
pub fn translations() -> Result<Vec<Translation>, ItemsError> {
    load(
        "translations",
        include_str!("../../items/translations.json"),
    )
}

/// All bundled sentences for the round trip.
///
/// # Errors
/// A file that does not have the form of [`RoundTripSentence`]s, which the tests exclude.
pub fn round_trip() -> Result<Vec<RoundTripSentence>, ItemsError> {
    load("round_trip", include_str!("../../items/round_trip.json"))
}

/// Everything that is wrong with a set of texts; empty for a set that may be used.
#[must_use]
pub fn translation_defects(texts: &[Translation]) -> Vec<Defect> {
    let mut found = common_defects(texts);
    for text in texts {
        let missing = text.dialect.is_some() != text.spoken.is_some();
        found.extend(of_item(&text.id, [(missing, Flaw::SpokenMissing)]));
    }
    let spoken = texts.iter().filter(|text| text.dialect.is_some()).count();
    let flaw = (unbalanced(spoken, texts.len() - spoken), Flaw::Unbalanced);
    found.extend(of_item("translations", [flaw]));
    found
}

/// Everything that is wrong with a set of sentences; empty for a set that may be used.
///
/// What is stated about a sentence must be what the reader of round trips finds in it and in its translation: a
/// sentence that it misreads would count against every translator.
#[must_use]
pub fn round_trip_defects(sentences: &[RoundTripSentence]) -> Vec<Defect> {
    let mut found = common_defects(sentences);
    for sentence in sentences {
        let differs = |text: &str| {
            let mut numbers = sentence.numbers.clone();
            numbers.sort_unstable();
            let mut units = sentence.units.clone();
            units.sort_unstable();
            let read = read(text, &sentence.drugs);
            let all_drugs: Vec<usize> = (0..sentence.drugs.len()).collect();
            read.numbers != numbers
                || read.units != units
                || read.negated != sentence.negated
                || read.drugs != all_drugs
        };
        let otherwise = differs(&sentence.ar) || differs(&sentence.en);
        found.extend(of_item(&sentence.id, [(otherwise, Flaw::ReadOtherwise)]));
    }
    let negated = sentences.iter().filter(|sentence| sentence.negated).count();
    let flaw = (
        unbalanced(negated, sentences.len() - negated),
        Flaw::Unbalanced,
    );
    found.extend(of_item("round_trip", [flaw]));
    found
}

fn is_faithful(checks: &[Check<Comparison>]) -> bool {
    checks
        .iter()
        .any(|check| check.answered == Comparison::Same && check.verdict == FAITHFUL)
}

impl Proof for Translation {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        let mut part = vec![self.en.as_str(), &self.ar];
        part.extend(self.spoken.as_deref());
        vec![part]
    }

    fn is_checked(&self) -> bool {
        is_faithful(&self.checks)
    }
}

impl Proof for RoundTripSentence {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        // Digits of both scripts are part of the task; their values are compared instead.
        let names = self
            .drugs
            .iter()
            .flat_map(|drug| drug.en.iter().chain(&drug.ar));
        let texts = [&self.ar, &self.en].into_iter().chain(names);
        texts.map(|text| vec![text.as_str()]).collect()
    }

    fn is_checked(&self) -> bool {
        is_faithful(&self.checks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_texts_have_no_defect() {
        let texts = translations().expect("the file has the form of translations");
        assert_eq!(translation_defects(&texts), []);
        assert_eq!(texts.len(), 40);
    }

    #[test]
    fn the_bundled_sentences_have_no_defect() {
        let sentences = round_trip().expect("the file has the form of sentences");
        assert_eq!(round_trip_defects(&sentences), []);
        assert_eq!(sentences.len(), 59);
    }

    #[test]
    fn each_defect_of_a_text_is_found() {
        type Change = fn(&mut Vec<Translation>);
        let rows: [(Flaw, Change); 6] = [
            (Flaw::IdRepeated, |texts| texts[1].id = texts[0].id.clone()),
            (Flaw::Empty, |texts| texts[0].en = " ".to_owned()),
            (Flaw::NumbersDiffer, |texts| texts[0].ar.push_str(" 7")),
            (Flaw::NotCheckedTwice, |texts| {
                texts[0].checks[0].answered = Comparison::Differs
            }),
            (Flaw::SpokenMissing, |texts| {
                texts[0].dialect = Some(SpokenDialect::Yemeni)
            }),
            (Flaw::Unbalanced, |texts| {
                texts.retain(|text| text.dialect.is_none())
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let mut texts = translations().expect("the file has the form of translations");
            change(&mut texts);
            let found = translation_defects(&texts);
            assert!(
                found.iter().any(|found| found.flaw == flaw),
                "{at}: {flaw:?} is not in {found:?}"
            );
        }
    }

    #[test]
    fn each_defect_of_a_sentence_is_found() {
        type Change = fn(&mut Vec<RoundTripSentence>);
        let rows: [(Flaw, Change); 6] = [
            (Flaw::ReadOtherwise, |all| {
                all[0].numbers.push("7".to_owned())
            }),
            (Flaw::ReadOtherwise, |all| all[0].units.push(Unit::Month)),
            (Flaw::ReadOtherwise, |all| all[0].negated = !all[0].negated),
            (Flaw::ReadOtherwise, |all| all[0].en.push_str(" 7 months")),
            (Flaw::NotCheckedTwice, |all| all[0].checks.clear()),
            (Flaw::Unbalanced, |all| {
                all.retain(|sentence| sentence.negated)
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let mut sentences = round_trip().expect("the file has the form of sentences");
            change(&mut sentences);
            let found = round_trip_defects(&sentences);
            assert!(
                found.iter().any(|found| found.flaw == flaw),
                "{at}: {flaw:?} is not in {found:?}"
            );
        }
    }
}
