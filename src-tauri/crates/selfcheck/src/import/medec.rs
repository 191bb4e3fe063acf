//! MEDEC: clinical notes of which some hold one error.

use serde::{Deserialize, Serialize};

use super::columns::{Fields, needed};
use super::{Imported, Reason, collect, rows};

/// A note in numbered sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The note's id.
    pub id: String,
    /// The sentences in their order; their place is their number.
    pub sentences: Vec<String>,
    /// The error, if there is one.
    pub error: Option<MedicalError>,
}

/// The error in a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MedicalError {
    /// The number of the wrong sentence.
    pub sentence: usize,
    /// The sentence as it should be.
    pub corrected: String,
    /// The kind of error as the file calls it.
    pub kind: Option<String>,
}

/// Reads a CSV with the columns of MEDEC.
#[must_use]
pub fn medec(file: &[u8]) -> Imported<Note> {
    let rows = rows::csv(file, |_, row| note(row));
    collect(rows.into_iter(), |note: &Note| &note.id)
}

fn note(row: &impl Fields) -> Result<Note, Reason> {
    let sentences = sentences(&needed(row, "Sentences")?)?;
    let error = match needed(row, "Error Flag")?.trim() {
        "0" => None,
        "1" => Some(error(row, sentences.len())?),
        _ => return Err(Reason::FieldMissing("Error Flag".to_owned())),
    };
    Ok(Note {
        id: needed(row, "Text ID")?,
        sentences,
        error,
    })
}

fn error(row: &impl Fields, sentences: usize) -> Result<MedicalError, Reason> {
    let number: usize = needed(row, "Error Sentence ID")?
        .trim()
        .parse()
        .map_err(|_| Reason::FieldMissing("Error Sentence ID".to_owned()))?;
    if number >= sentences {
        return Err(Reason::AnswerUnknown);
    }
    let corrected = needed(row, "Corrected Sentence")?;
    if corrected.trim().is_empty() {
        return Err(Reason::FieldEmpty("Corrected Sentence".to_owned()));
    }
    Ok(MedicalError {
        sentence: number,
        corrected,
        kind: row
            .text("Error Type")
            .filter(|kind| !kind.trim().is_empty()),
    })
}

/// Each line is a number and a sentence. A line without the next number goes on with the sentence before it.
fn sentences(text: &str) -> Result<Vec<String>, Reason> {
    let mut sentences: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let numbered = line.trim_start().split_once(' ');
        let next = numbered.filter(|(number, _)| number.parse() == Ok(sentences.len()));
        match (next, sentences.last_mut()) {
            (Some((_, sentence)), _) => sentences.push(sentence.trim().to_owned()),
            (None, Some(last)) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            (None, None) => return Err(Reason::FieldMissing("Sentences".to_owned())),
        }
    }
    if sentences.is_empty() {
        return Err(Reason::FieldEmpty("Sentences".to_owned()));
    }
    Ok(sentences)
}

#[cfg(test)]
mod tests {
    use super::super::Rejected;
    use super::*;

    const HEADER: &str = "Text ID,Text,Sentences,Error Flag,Error Type,Error Sentence ID,Error Sentence,\
        Corrected Sentence,Corrected Text\n";

    #[test]
    fn notes_with_and_without_an_error_are_read_and_bad_ones_reported() {
        let file = format!(
            "{HEADER}n0,t,\"0 Fever.\n1 Give 5 mg,\n2 daily.\n\",1,treatment,1,w,\"Give 10 mg,\",c\n\
             n1,t,\"0 لا حمى.\n\",0,NA,-1,NA,NA,NA\n\
             n2,t,0 One.,1,x,7,w,c,c\n\
             n3,t,No number.,0,NA,-1,NA,NA,NA\n\
             n4,t,0 One.,maybe,NA,-1,NA,NA,NA\n\
             n1,t,0 One.,0,NA,-1,NA,NA,NA\n"
        );
        let imported = medec(file.as_bytes());
        assert_eq!(imported.rows.len(), 2);
        assert_eq!(
            imported.rows[0].sentences,
            ["Fever.", "Give 5 mg,", "daily."]
        );
        let error = imported.rows[0].error.as_ref().expect("an error");
        assert_eq!(
            (error.sentence, error.corrected.as_str()),
            (1, "Give 10 mg,")
        );
        assert_eq!(imported.rows[1].error, None);
        let reject = |line, reason| Rejected { line, reason };
        assert_eq!(
            imported.rejected,
            [
                reject(8, Reason::AnswerUnknown),
                reject(9, Reason::FieldMissing("Sentences".to_owned())),
                reject(10, Reason::FieldMissing("Error Flag".to_owned())),
                reject(11, Reason::IdRepeated),
            ]
        );
    }
}
