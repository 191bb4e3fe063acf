//! Symptoms in a consultation: how a model is asked, what it answered, and how well it did.

mod figures;
mod names;

use sanad_text::{ascii_digits, fold, sanitise};

use crate::items::transcripts::{Speaker, Symptom, Transcript, TranscriptLanguage};

pub use figures::{ExtractionScores, FeatureScore, Figures, score};

/// Words for yes and for no in three languages, folded.
const YES: [&str; 8] = [
    "yes",
    "true",
    "present",
    "نعم",
    "بلي",
    "بله",
    "اري",
    "موجود",
];
const NO: [&str; 7] = ["no", "false", "absent", "لا", "كلا", "نه", "خير"];

/// What a model is asked about a transcript: one line for each symptom, in the order of [`Symptom::ALL`].
#[must_use]
pub fn ask(transcript: &Transcript, language: TranscriptLanguage) -> String {
    let words = names::words(language);
    let turns = transcript.consultation(language).turns.iter().map(|turn| {
        let by = match turn.by {
            Speaker::Clinician => words.clinician,
            Speaker::Patient => words.patient,
        };
        format!("{by}: {}", turn.text)
    });
    let turns: Vec<String> = turns.collect();
    let lines = Symptom::ALL.into_iter().enumerate();
    let lines: Vec<String> = lines
        .map(|(at, symptom)| format!("{}. {}:", at + 1, names::name(symptom, language)))
        .collect();
    format!(
        "{}\n\n{}\n\n{}\n\n{}",
        words.instruction,
        turns.join("\n"),
        words.form,
        lines.join("\n")
    )
}

/// Reads an answer: for each of [`Symptom::ALL`] yes, no, or `None` where it says neither or both.
///
/// A line is about the symptom that it names, or else about the one whose number it begins with; the first yes or no
/// after that counts.
#[must_use]
pub fn read(answer: &str, language: TranscriptLanguage) -> [Option<bool>; 13] {
    let mut found = [None; 13];
    let mut contradicted = [false; 13];
    let clean = sanitise(answer).text.replace(['*', '`', '#', '|'], " ");
    for line in clean.lines() {
        let Some((at, said)) = read_line(line, language) else {
            continue;
        };
        contradicted[at] |= found[at].is_some_and(|before| before != said);
        found[at] = Some(said);
    }
    for (found, contradicted) in found.iter_mut().zip(contradicted) {
        if contradicted {
            *found = None;
        }
    }
    found
}

fn read_line(line: &str, language: TranscriptLanguage) -> Option<(usize, bool)> {
    let folded = fold(line).text;
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = words
        .first()
        .and_then(|word| ascii_digits(word).parse::<usize>().ok());
    let numbered = number
        .and_then(|number| number.checked_sub(1))
        .filter(|at| *at < Symptom::ALL.len());
    let named = Symptom::ALL
        .into_iter()
        .enumerate()
        .find_map(|(at, symptom)| {
            let end = names::ends_after(symptom, language, &words)?;
            Some((at, end))
        });
    let (at, end) = named.or_else(|| numbered.map(|at| (at, 1)))?;
    let said = words[end..].iter().find_map(|word| {
        let yes = YES.contains(word);
        (yes || NO.contains(word)).then_some(yes)
    });
    Some((at, said?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::transcripts::bundled;
    use TranscriptLanguage::{Ar, En, Fa};

    #[test]
    fn lines_are_read_in_three_languages() {
        let (fever, cough) = (0, 1);
        for (language, answer, at, wanted) in [
            (En, "1. fever: yes", fever, Some(true)),
            (En, "Fever - No.", fever, Some(false)),
            (En, "**fever**: **Yes**", fever, Some(true)),
            (En, "1. yes", fever, Some(true)),
            (En, "| 2 | cough | no |", cough, Some(false)),
            (En, "fever: perhaps", fever, None),
            (En, "fever: yes\nfever: no", fever, None),
            (En, "fever: yes\nfever: yes", fever, Some(true)),
            (En, "14. yes", cough, None),
            (Ar, "1. الحمى: نعم", fever, Some(true)),
            (Ar, "٢. السعال: لا", cough, Some(false)),
            (Ar, "حُمّى : لا", fever, Some(false)),
            (Ar, "٢) نعم", cough, Some(true)),
            (Fa, "1. تب: بله", fever, Some(true)),
            (Fa, "۲. سرفه: نه", cough, Some(false)),
            (Fa, "سرفه: خیر", cough, Some(false)),
            (Fa, "تب: آری", fever, Some(true)),
        ] {
            assert_eq!(read(answer, language)[at], wanted, "{answer}");
        }
        assert_eq!(read("", En), [None; 13]);
    }

    #[test]
    fn the_form_that_is_asked_for_is_the_form_that_is_read() {
        for transcript in bundled().expect("the file has the form of transcripts") {
            for (language, yes, no) in [(En, "yes", "no"), (Ar, "نعم", "لا"), (Fa, "بله", "خیر")]
            {
                let asked = ask(&transcript, language);
                let form = asked
                    .rsplit("\n\n")
                    .next()
                    .expect("a prompt ends with the form");
                assert_eq!(form.lines().count(), 13);
                let filled = form.lines().zip(Symptom::ALL).map(|(line, symptom)| {
                    format!(
                        "{line} {}\n",
                        if transcript.has(symptom) { yes } else { no }
                    )
                });
                let wanted = Symptom::ALL.map(|symptom| Some(transcript.has(symptom)));
                assert_eq!(
                    read(&filled.collect::<String>(), language),
                    wanted,
                    "{}",
                    transcript.id
                );
            }
        }
    }
}
