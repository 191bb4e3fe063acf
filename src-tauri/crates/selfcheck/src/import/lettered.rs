//! Letters of options, and options that stand within a question.

use crate::protocols::{ARABIC_LETTERS, place_of};

/// The place of an option's letter: A to Z, or أ ب ج د ه in their spellings; signs around it are left out.
pub(super) fn letter_place(letter: &str) -> Option<usize> {
    let is_sign =
        |c: char| c.is_whitespace() || matches!(c, '.' | ')' | '(' | ':' | '-' | '\u{640}');
    let mut characters = letter.trim_matches(is_sign).chars();
    let (Some(letter), None) = (characters.next(), characters.next()) else {
        return None;
    };
    place_of(letter)
}

/// The letter that opens a gold answer such as "ب. النص".
pub(super) fn opening_letter(answer: &str) -> Option<usize> {
    let word = answer.split_whitespace().next()?;
    letter_place(word).or_else(|| {
        let (letter, _) = word.split_once(['.', ')', '-', ':'])?;
        letter_place(letter)
    })
}

/// Cuts the options out of a question in which they stand as "أ. ... ب. ..." or "A. ... B. ...".
///
/// The letters have to come in their order, each after white space and before a sign; the last such row counts, since a
/// question may speak of its own options.
pub(super) fn cut_options(text: &str) -> Option<(String, Vec<String>)> {
    let starts = marks(text);
    let first = starts.iter().rposition(|mark| mark.place == 0)?;
    let mut row: Vec<&Mark> = Vec::new();
    for mark in starts.get(first..)? {
        if mark.place == row.len() && row.len() < ARABIC_LETTERS.len() {
            row.push(mark);
        }
    }
    if row.len() < 2 {
        return None;
    }
    let question = text.get(..row[0].start)?.trim().to_owned();
    let ends = row
        .iter()
        .skip(1)
        .map(|mark| mark.start)
        .chain([text.len()]);
    let options = row.iter().zip(ends);
    let options = options.map(|(mark, end)| Some(text.get(mark.end..end)?.trim().to_owned()));
    Some((question, options.collect::<Option<_>>()?))
}

struct Mark {
    place: usize,
    start: usize,
    end: usize,
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before = None;
    for (start, c) in text.char_indices() {
        let opens = before.is_none_or(|before: char| before.is_whitespace() || before == '(');
        before = Some(c);
        if !opens {
            continue;
        }
        let Some(place) = letter_place(c.encode_utf8(&mut [0; 4])) else {
            continue;
        };
        let after = text.get(start + c.len_utf8()..).unwrap_or_default();
        let sign = after.strip_prefix('\u{640}').unwrap_or(after);
        if let Some(rest) = sign.strip_prefix(['.', ')', '-', ':']) {
            marks.push(Mark {
                place,
                start,
                end: text.len() - rest.len(),
            });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_cut_out_of_a_question_on_lines_and_in_one_line() {
        for text in [
            "ما الدواء؟\nأ. أسبرين\nب. هيبارين\nج) وارفارين\nد- لا شيء",
            "ما الدواء؟ أ. أسبرين ب. هيبارين ج. وارفارين د. لا شيء",
        ] {
            let (question, options) = cut_options(text).expect("options");
            assert_eq!(question, "ما الدواء؟");
            assert_eq!(options, ["أسبرين", "هيبارين", "وارفارين", "لا شيء"]);
        }
        assert_eq!(cut_options("ما الدواء؟"), None);
        let (_, five) = cut_options("س\nأ. 1\nب. 2\nج. 3\nد. 4\nهـ. 5").expect("options");
        assert_eq!(five.len(), 5);
    }

    #[test]
    fn gold_letters_are_read_in_every_spelling() {
        for (answer, place) in [
            ("ب", Some(1)),
            ("ب. النص", Some(1)),
            ("ا)", Some(0)),
            ("هـ", Some(4)),
            ("ه. نص", Some(4)),
            ("C", Some(2)),
            ("باردة", None),
            ("", None),
        ] {
            assert_eq!(opening_letter(answer), place, "{answer}");
        }
    }
}
