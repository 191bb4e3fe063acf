//! Short clinical notes, half of them with one planted error.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::proof::{Defect, Flaw, Proof, common_defects, of_item, unbalanced};
use super::{Check, Difficulty, ItemLanguage, ItemsError, Source, load};

/// A note in two languages, sentence by sentence the same, with its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// `no-001` and so on; it stays with the note for ever.
    pub id: String,
    /// How hard its author thinks it is.
    pub difficulty: Difficulty,
    /// The planted error, if there is one.
    pub error: Option<PlantedError>,
    /// The English wording.
    pub en: NoteWording,
    /// The Arabic wording.
    pub ar: NoteWording,
    /// Where a clinician can look it up.
    pub source: Source,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the note is changed.
    pub version: u32,
    /// Which sentence a second reader found wrong without the key; `null` is none.
    pub checks: Vec<Check<Option<usize>>>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// Where the error is and of what kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlantedError {
    /// What is wrong.
    pub kind: ErrorKind,
    /// The number of the wrong sentence, from 1.
    pub sentence: usize,
}

/// The kinds of error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The diagnosis does not follow from the findings.
    Diagnosis,
    /// What is done next is wrong.
    Management,
    /// The treatment is wrong.
    Treatment,
    /// The drug, its dose or its way is wrong.
    Drug,
    /// The organism does not cause this.
    Organism,
}

/// One language of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteWording {
    /// Its sentences in order.
    pub sentences: Vec<String>,
    /// The wrong sentence as it should be.
    pub corrected: Option<String>,
    /// Why it is wrong, or why the conclusion holds.
    pub explanation: String,
}

impl Note {
    /// One language of the note.
    #[must_use]
    pub fn wording(&self, language: ItemLanguage) -> &NoteWording {
        match language {
            ItemLanguage::En => &self.en,
            ItemLanguage::Ar => &self.ar,
        }
    }

    /// The number of the wrong sentence, from 1, if there is one.
    #[must_use]
    pub fn wrong_sentence(&self) -> Option<usize> {
        self.error.map(|error| error.sentence)
    }
}

/// All bundled notes.
///
/// # Errors
/// A file that does not have the form of [`Note`]s, which the tests exclude.
pub fn bundled() -> Result<Vec<Note>, ItemsError> {
    load("notes", include_str!("../../items/notes.json"))
}

/// Everything that is wrong with a set of notes; empty for a set that may be used.
#[must_use]
pub fn defects(notes: &[Note]) -> Vec<Defect> {
    let mut found = common_defects(notes);
    let mut kinds: BTreeMap<ErrorKind, usize> = BTreeMap::new();
    for note in notes {
        let (en, ar) = (&note.en, &note.ar);
        let sentence = note.wrong_sentence();
        let out_of_range =
            sentence.is_some_and(|number| !(1..=en.sentences.len()).contains(&number));
        let flaws = [
            (out_of_range, Flaw::CorrectOutOfRange),
            (en.sentences.len() != ar.sentences.len(), Flaw::PartsDiffer),
            (
                !is_corrected(en, sentence) || !is_corrected(ar, sentence),
                Flaw::CorrectionMissing,
            ),
        ];
        found.extend(of_item(&note.id, flaws));
        if let Some(error) = note.error {
            *kinds.entry(error.kind).or_default() += 1;
        }
    }
    let wrong: usize = kinds.values().sum();
    let spread = kinds.values().max().zip(kinds.values().min());
    let uneven = spread.is_some_and(|(most, least)| most - least > 1);
    let flaw = (
        uneven || unbalanced(wrong, notes.len() - wrong),
        Flaw::Unbalanced,
    );
    found.extend(of_item("notes", [flaw]));
    found
}

fn is_corrected(wording: &NoteWording, sentence: Option<usize>) -> bool {
    let wrong = sentence.and_then(|number| wording.sentences.get(number.checked_sub(1)?));
    match (wrong, &wording.corrected) {
        (None, None) => sentence.is_none(),
        (Some(wrong), Some(corrected)) => wrong != corrected && !corrected.trim().is_empty(),
        _ => false,
    }
}

impl Proof for Note {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        let (en, ar) = (&self.en, &self.ar);
        let sentences = en.sentences.iter().zip(&ar.sentences);
        let mut parts: Vec<Vec<&str>> = sentences.map(|(en, ar)| vec![en.as_str(), ar]).collect();
        parts.push(vec![&en.explanation, &ar.explanation]);
        let corrected = en.corrected.as_deref().zip(ar.corrected.as_deref());
        parts.extend(corrected.map(|(en, ar)| vec![en, ar]));
        parts
    }

    fn source(&self) -> Option<&Source> {
        Some(&self.source)
    }

    fn is_checked(&self) -> bool {
        let key = self.wrong_sentence();
        self.checks.iter().any(|check| check.confirms(&key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_notes_have_no_defect() {
        let notes = bundled().expect("the file has the form of notes");
        assert_eq!(defects(&notes), []);
        assert_eq!(notes.len(), 40);
    }

    #[test]
    fn each_defect_is_found() {
        type Change = fn(&mut Vec<Note>);
        fn wrong(notes: &mut [Note]) -> &mut Note {
            let mut wrong = notes.iter_mut().filter(|note| note.error.is_some());
            wrong.next().expect("half of the notes hold an error")
        }
        let rows: [(Flaw, Change); 9] = [
            (Flaw::IdRepeated, |notes| notes[1].id = notes[0].id.clone()),
            (Flaw::CorrectOutOfRange, |notes| {
                wrong(notes)
                    .error
                    .as_mut()
                    .expect("it holds an error")
                    .sentence = 99;
            }),
            (Flaw::CorrectionMissing, |notes| {
                wrong(notes).ar.corrected = None
            }),
            (Flaw::CorrectionMissing, |notes| wrong(notes).error = None),
            (Flaw::PartsDiffer, |notes| {
                notes[0].ar.sentences.pop();
            }),
            (Flaw::NumbersDiffer, |notes| {
                notes[0].ar.sentences[0].push_str(" 7")
            }),
            (Flaw::NotCheckedTwice, |notes| {
                notes[0].checks[0].answered = Some(77)
            }),
            (Flaw::Unbalanced, |notes| {
                notes.retain(|note| note.error.is_some())
            }),
            (Flaw::Unbalanced, |notes| {
                notes.retain(|note| note.error.is_none_or(|error| error.kind != ErrorKind::Drug));
                let drug = bundled().expect("the file has the form of notes");
                notes.extend(
                    drug.into_iter()
                        .filter(|note| note.error.is_some_and(|e| e.kind == ErrorKind::Drug))
                        .take(1),
                );
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let mut notes = bundled().expect("the file has the form of notes");
            change(&mut notes);
            let found = defects(&notes);
            assert!(
                found.iter().any(|found| found.flaw == flaw),
                "{at}: {flaw:?} is not in {found:?}"
            );
        }
    }
}
