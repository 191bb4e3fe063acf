//! Clinical notes with at most one planted error: how a model is asked, what it answered, and how well it did.
//!
//! The scores are those of MEDIQA-CORR 2024 that need no neural metric: error flags, error sentences, and ROUGE-1 of the
//! correction with "no error" as an answer of its own.

use sanad_text::{ascii_digits, fold, sanitise};
use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::items::ItemLanguage;
use crate::items::notes::{Note, NoteWording};
use crate::metrics::{Detection, RougeTokenizer, detection, rouge_1};
use crate::statistics::{Interval, wilson};

/// What a model said of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteAnswer {
    /// The note is right.
    Correct,
    /// A sentence is wrong.
    Wrong {
        /// Its number, from 1.
        sentence: usize,
        /// The sentence as the model would have it; empty if it wrote none.
        correction: String,
    },
}

/// What a model did with notes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteScores {
    /// The share of notes of which it was rightly said whether they hold an error.
    pub flags: Interval,
    /// How many errors were seen, and how many notes without one were left alone.
    pub detection: Detection,
    /// The share of notes of which the wrong sentence was named, or rightly none.
    pub sentences: Interval,
    /// The mean over all notes of 1 for rightly none, 0 for one where there is none or the other way round, and
    /// otherwise ROUGE-1 F of the correction, from 0 to 1.
    pub corrections: f64,
    /// Answers that could not be read; wrong in every figure.
    pub unread: usize,
    /// The share of right flags of whoever always says that there is an error.
    pub always_error: f64,
}

/// What a model is asked about a note, with its sentences numbered from 1.
#[must_use]
pub fn ask(note: &Note, language: ItemLanguage) -> String {
    let instruction = match language {
        ItemLanguage::En => ENGLISH,
        ItemLanguage::Ar => ARABIC,
    };
    let sentences = note.wording(language).sentences.iter().enumerate();
    let lines: Vec<String> = sentences
        .map(|(at, text)| format!("{}. {text}", at + 1))
        .collect();
    format!("{instruction}\n\n{}", lines.join("\n"))
}

const ENGLISH: &str = "Below is a clinical note with numbered sentences. Either the whole note is correct, or exactly \
one sentence contains a medical error.\n\
If the note is correct, answer with the single word CORRECT.\n\
Otherwise write the number of the wrong sentence, a colon, and that sentence corrected. Write nothing else.";

const ARABIC: &str = "فيما يلي ملاحظة سريرية جملها مرقّمة. إما أن تكون الملاحظة كلها صحيحة، وإما أن يكون في جملة واحدة \
منها خطأ طبي.\n\
إذا كانت الملاحظة صحيحة فأجب بكلمة واحدة: صحيحة\n\
وإلا فاكتب رقم الجملة الخاطئة ثم نقطتين ثم الجملة نفسها بعد تصحيحها، ولا تكتب شيئاً آخر.";

/// Words that may stand before the answer, folded.
const FILLERS: [&str; 20] = [
    "the",
    "note",
    "is",
    "answer",
    "final",
    "whole",
    "all",
    "sentence",
    "number",
    "wrong",
    "error",
    "in",
    "no",
    "الملاحظه",
    "الاجابه",
    "كلها",
    "الجمله",
    "رقم",
    "الخاطءه",
    "الخطا",
];
/// Words that say that the note is right, folded.
const CORRECT: [&str; 4] = ["correct", "صحيحه", "صحيح", "سليمه"];

/// Reads an answer to a note of so many sentences; `None` where it says neither that the note is right nor which
/// sentence is wrong.
///
/// The first line that does either counts. A number counts where a sign follows it or nothing, so that "3 days" names
/// no sentence, or where the word "sentence" stands before it.
#[must_use]
pub fn read(answer: &str, sentences: usize) -> Option<NoteAnswer> {
    let clean = sanitise(answer).text.replace(['*', '`', '#'], "");
    clean.lines().find_map(|line| read_line(line, sentences))
}

fn read_line(line: &str, sentences: usize) -> Option<NoteAnswer> {
    let mut rest = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut names_sentence = false;
    loop {
        let end = rest
            .find(|c: char| !c.is_alphanumeric() && !is_mark(c))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if word.is_empty() {
            return None;
        }
        let folded = fold(word).text;
        if let Ok(sentence) = ascii_digits(word).parse::<usize>() {
            let ends = after
                .trim_start()
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
            let in_range = (1..=sentences).contains(&sentence);
            return (in_range && (ends || names_sentence)).then(|| NoteAnswer::Wrong {
                sentence,
                correction: correction(after),
            });
        }
        if CORRECT.contains(&folded.as_str()) {
            // "Correct sentence 3" asks for the opposite.
            return (!line.chars().any(char::is_numeric)).then_some(NoteAnswer::Correct);
        }
        if !FILLERS.contains(&folded.as_str()) {
            return None;
        }
        names_sentence |= matches!(folded.as_str(), "sentence" | "الجمله");
        rest = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn correction(after: &str) -> String {
    let text = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.trim_end().to_owned()
}

/// Scores answers to notes in one language; an answer that could not be read is `None`.
///
/// # Errors
/// No notes.
pub fn score(
    notes: &[(&Note, Option<NoteAnswer>)],
    language: ItemLanguage,
) -> Result<NoteScores, SelfCheckError> {
    let items = notes.len();
    let gold: Vec<bool> = notes.iter().map(|(note, _)| note.error.is_some()).collect();
    let flags: Vec<Option<bool>> = notes
        .iter()
        .map(|(_, answer)| answer.as_ref().map(says_error))
        .collect();
    let right = |of: &dyn Fn(&Note, &NoteAnswer) -> bool| {
        let right = notes
            .iter()
            .filter(|(note, answer)| answer.as_ref().is_some_and(|answer| of(note, answer)));
        wilson(right.count(), items)
    };
    let corrections: f64 = notes
        .iter()
        .map(|(note, answer)| {
            answer
                .as_ref()
                .map_or(0.0, |answer| corrected(note.wording(language), answer))
        })
        .sum();
    Ok(NoteScores {
        flags: right(&|note, answer| note.error.is_some() == says_error(answer))?,
        detection: detection(&gold, &flags)?,
        sentences: right(&|note, answer| note.wrong_sentence() == named(answer))?,
        corrections: corrections / items as f64,
        unread: flags.iter().filter(|flag| flag.is_none()).count(),
        always_error: gold.iter().filter(|error| **error).count() as f64 / items as f64,
    })
}

fn says_error(answer: &NoteAnswer) -> bool {
    named(answer).is_some()
}

fn named(answer: &NoteAnswer) -> Option<usize> {
    match answer {
        NoteAnswer::Correct => None,
        NoteAnswer::Wrong { sentence, .. } => Some(*sentence),
    }
}

fn corrected(wording: &NoteWording, answer: &NoteAnswer) -> f64 {
    match (&wording.corrected, answer) {
        (None, NoteAnswer::Correct) => 1.0,
        (Some(wanted), NoteAnswer::Wrong { correction, .. }) => {
            rouge_1(wanted, correction, RougeTokenizer::AnyScript).f1
        }
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::notes::bundled;

    fn wrong(sentence: usize, correction: &str) -> Option<NoteAnswer> {
        Some(NoteAnswer::Wrong {
            sentence,
            correction: correction.to_owned(),
        })
    }

    #[test]
    fn answers_are_read_in_both_languages() {
        let right = Some(NoteAnswer::Correct);
        for (answer, wanted) in [
            ("CORRECT", right.clone()),
            ("**Correct.**", right.clone()),
            ("The note is correct.", right.clone()),
            ("صحيحة", right.clone()),
            ("الملاحظة كلها صحيحة.", right.clone()),
            ("الإجابة: صَحيحة", right),
            ("6: He has asthma.", wrong(6, "He has asthma.")),
            ("6. He has asthma.", wrong(6, "He has asthma.")),
            ("Sentence 6: He has asthma.", wrong(6, "He has asthma.")),
            ("The wrong sentence is number 2", wrong(2, "")),
            ("Sentence 2 says 5 mg", wrong(2, "says 5 mg")),
            ("٦: لديه ربو.", wrong(6, "لديه ربو.")),
            ("الجملة 6: لديه ربو.", wrong(6, "لديه ربو.")),
            ("رقم الجملة الخاطئة: ٣", wrong(3, "")),
            ("\n\n(4) Aspirin 300 mg", wrong(4, "Aspirin 300 mg")),
            ("Let me think.\n3: No.", wrong(3, "No.")),
            ("9: too far", None),
            ("0: nothing", None),
            ("3 days of fever", None),
            ("Incorrect", None),
            ("not correct", None),
            ("غير صحيحة", None),
            ("Correct sentence 3", None),
            ("The patient is well.", None),
            ("", None),
        ] {
            assert_eq!(read(answer, 7), wanted, "{answer:?}");
        }
    }

    #[test]
    fn the_right_answers_score_everything_and_always_error_what_is_stated() {
        let notes = bundled().expect("the file has the form of notes");
        for language in [ItemLanguage::En, ItemLanguage::Ar] {
            let by = |answer: &dyn Fn(&Note) -> String| {
                let read = |note: &Note| read(&answer(note), note.en.sentences.len());
                let answers: Vec<_> = notes.iter().map(|note| (note, read(note))).collect();
                score(&answers, language).expect("there are notes")
            };
            let perfect = by(
                &|note| match (&note.error, &note.wording(language).corrected) {
                    (Some(error), Some(corrected)) => format!("{}: {corrected}", error.sentence),
                    _ if language == ItemLanguage::En => "CORRECT".to_owned(),
                    _ => "صحيحة".to_owned(),
                },
            );
            assert_eq!((perfect.flags.share, perfect.sentences.share), (1.0, 1.0));
            assert!((perfect.corrections - 1.0).abs() < 1e-12);
            let always = by(&|_| "1: wrong".to_owned());
            assert_eq!(always.flags.share, always.always_error);
            assert_eq!(
                always.detection,
                Detection {
                    sensitivity: Some(1.0),
                    specificity: Some(0.0)
                }
            );
            let silent = by(&|_| "I do not know.".to_owned());
            assert_eq!((silent.unread, silent.flags.share), (notes.len(), 0.0));
        }
    }

    #[test]
    fn a_prompt_numbers_every_sentence() {
        for note in bundled().expect("the file has the form of notes") {
            for language in [ItemLanguage::En, ItemLanguage::Ar] {
                let asked = ask(&note, language);
                let sentences = &note.wording(language).sentences;
                assert!(asked.ends_with(&format!(
                    "{}. {}",
                    sentences.len(),
                    sentences[sentences.len() - 1]
                )));
            }
        }
    }
}
