//! Short consultations in three languages, from which 13 symptoms are to be read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::proof::{Defect, Flaw, Proof, common_defects, of_item};
use super::{Check, Difficulty, ItemsError, load};

/// A consultation, turn by turn the same in three languages, with its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transcript {
    /// `ts-001` and so on; it stays with the transcript for ever.
    pub id: String,
    /// How hard its author thinks it is.
    pub difficulty: Difficulty,
    /// For each symptom whether the patient has or had it in this illness.
    pub symptoms: BTreeMap<Symptom, bool>,
    /// In English.
    pub en: Consultation,
    /// In Arabic.
    pub ar: Consultation,
    /// In Persian.
    pub fa: Consultation,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the transcript is changed.
    pub version: u32,
    /// What a second reader found without the key.
    pub checks: Vec<Check<BTreeMap<Symptom, bool>>>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// The symptoms that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Symptom {
    /// Fever.
    Fever,
    /// Cough.
    Cough,
    /// Shortness of breath.
    ShortnessOfBreath,
    /// Pain in the chest.
    ChestPain,
    /// Pain in the belly.
    AbdominalPain,
    /// Vomiting.
    Vomiting,
    /// Diarrhoea.
    Diarrhoea,
    /// Headache.
    Headache,
    /// Dizziness.
    Dizziness,
    /// Fatigue.
    Fatigue,
    /// Loss of weight.
    WeightLoss,
    /// A rash.
    Rash,
    /// Burning on passing urine.
    UrinaryBurning,
}

/// The language of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TranscriptLanguage {
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Persian.
    Fa,
}

/// One language of a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consultation {
    /// What was said, in order.
    pub turns: Vec<Turn>,
}

/// What one of the two said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Who.
    pub by: Speaker,
    /// What.
    pub text: String,
}

/// Who speaks in a consultation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The clinician.
    Clinician,
    /// The patient, or whoever brings a child.
    Patient,
}

impl Symptom {
    /// All 13, in the order in which they are asked for.
    pub const ALL: [Self; 13] = [
        Self::Fever,
        Self::Cough,
        Self::ShortnessOfBreath,
        Self::ChestPain,
        Self::AbdominalPain,
        Self::Vomiting,
        Self::Diarrhoea,
        Self::Headache,
        Self::Dizziness,
        Self::Fatigue,
        Self::WeightLoss,
        Self::Rash,
        Self::UrinaryBurning,
    ];
}

impl Transcript {
    /// One language of the transcript.
    #[must_use]
    pub fn consultation(&self, language: TranscriptLanguage) -> &Consultation {
        match language {
            TranscriptLanguage::En => &self.en,
            TranscriptLanguage::Ar => &self.ar,
            TranscriptLanguage::Fa => &self.fa,
        }
    }

    /// Whether the patient has a symptom; one that is not named is not there.
    #[must_use]
    pub fn has(&self, symptom: Symptom) -> bool {
        self.symptoms.get(&symptom).copied().unwrap_or_default()
    }
}

/// All bundled transcripts.
///
/// # Errors
/// A file that does not have the form of [`Transcript`]s, which the tests exclude.
pub fn bundled() -> Result<Vec<Transcript>, ItemsError> {
    load("transcripts", include_str!("../../items/transcripts.json"))
}

/// Everything that is wrong with a set of transcripts; empty for a set that may be used.
///
/// A symptom that is nearly always or nearly never there could be answered without reading.
#[must_use]
pub fn defects(transcripts: &[Transcript]) -> Vec<Defect> {
    let mut found = common_defects(transcripts);
    for transcript in transcripts {
        let speakers = |c: &Consultation| c.turns.iter().map(|turn| turn.by).collect::<Vec<_>>();
        let [en, ar, fa] = [&transcript.en, &transcript.ar, &transcript.fa].map(speakers);
        let flaws = [
            (en != ar || en != fa, Flaw::PartsDiffer),
            (transcript.symptoms.len() != Symptom::ALL.len(), Flaw::Empty),
        ];
        found.extend(of_item(&transcript.id, flaws));
    }
    for symptom in Symptom::ALL {
        let there = transcripts.iter().filter(|t| t.has(symptom)).count();
        let share_is_fair = there * 4 >= transcripts.len() && there * 2 <= transcripts.len() + 1;
        found.extend(of_item(
            &format!("{symptom:?}"),
            [(!share_is_fair, Flaw::Unbalanced)],
        ));
    }
    found
}

impl Proof for Transcript {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        let languages = self.en.turns.iter().zip(&self.ar.turns).zip(&self.fa.turns);
        languages
            .map(|((en, ar), fa)| vec![en.text.as_str(), &ar.text, &fa.text])
            .collect()
    }

    fn is_checked(&self) -> bool {
        self.checks
            .iter()
            .any(|check| check.confirms(&self.symptoms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_transcripts_have_no_defect() {
        let transcripts = bundled().expect("the file has the form of transcripts");
        assert_eq!(defects(&transcripts), []);
        assert_eq!(transcripts.len(), 30);
    }

    #[test]
    fn each_defect_is_found() {
        type Change = fn(&mut Vec<Transcript>);
        let rows: [(Flaw, Change); 8] = [
            (Flaw::IdRepeated, |all| all[1].id = all[0].id.clone()),
            (Flaw::Empty, |all| {
                all[0].symptoms.remove(&Symptom::Rash);
            }),
            (Flaw::Empty, |all| all[0].fa.turns[0].text.clear()),
            (Flaw::NumbersDiffer, |all| {
                all[0].fa.turns[0].text.push_str(" ۷")
            }),
            (Flaw::PartsDiffer, |all| {
                all[0].ar.turns[0].by = Speaker::Patient
            }),
            (Flaw::PartsDiffer, |all| {
                all[0].fa.turns.pop();
            }),
            (Flaw::NotCheckedTwice, |all| {
                let rash = all[0].has(Symptom::Rash);
                all[0].symptoms.insert(Symptom::Rash, !rash);
            }),
            (Flaw::Unbalanced, |all| {
                all.retain(|t| t.has(Symptom::Cough))
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let mut transcripts = bundled().expect("the file has the form of transcripts");
            change(&mut transcripts);
            let found = defects(&transcripts);
            assert!(
                found.iter().any(|found| found.flaw == flaw),
                "{at}: {flaw:?} is not in {found:?}"
            );
        }
    }
}
