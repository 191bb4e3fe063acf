//! From what a model wrote to the option that it meant.
//!
//! A fixed rule, and a strict one: what is not plainly an answer is unparsed, counts as wrong and is counted.
//! "C-reactive protein" names no option C, and "not amoxicillin" does not choose amoxicillin.

mod tokens;

use crate::metrics::bare;
use tokens::Token;

/// Words after which the answer stands, folded.
const CUES: [&str; 10] = [
    "answer",
    "ans",
    "الاجابه",
    "الجواب",
    "اجابه",
    "جواب",
    "اجابتي",
    "جوابي",
    "والاجابه",
    "فالجواب",
];
/// Words between a cue and the answer, folded.
const FILLERS: [&str; 16] = [
    "is",
    "the",
    "correct",
    "right",
    "best",
    "final",
    "option",
    "choice",
    "letter",
    "هي",
    "هو",
    "الصحيحه",
    "الصحيح",
    "الخيار",
    "الحرف",
    "النهائيه",
];
/// Words between two letters of which neither is chosen, folded.
const EITHER: [&str; 4] = ["or", "and", "او", "و"];

/// The place of the option that an answer names, by its letter (A–E, أ–هـ) or by its words; `None` if it names none.
///
/// In this order: the whole answer or its first line is an option's text; the last letter or text after "answer" or
/// الإجابة; a letter that opens the answer; one letter in brackets.
#[must_use]
pub fn chosen_option(answer: &str, options: &[String]) -> Option<usize> {
    let clean = tokens::clean(answer);
    let named = option_named(&clean, options)
        .or_else(|| option_named(clean.trim_start().lines().next()?, options));
    if named.is_some() {
        return named;
    }
    let tokens = tokens::split(&clean);
    let chosen = after_cue(&tokens, options)
        .or_else(|| opening(&tokens, options))
        .or_else(|| in_brackets(&tokens))?;
    (chosen < options.len()).then_some(chosen)
}

/// The first of some words that opens an answer or follows its cue, such as yes, no and maybe; letter case aside.
#[must_use]
pub fn chosen_word<'w>(answer: &str, words: &[&'w str]) -> Option<&'w str> {
    let clean = tokens::clean(answer);
    let tokens = tokens::split(&clean);
    let named = |token: &Token<'_>| {
        words
            .iter()
            .copied()
            .find(|word| bare(word) == token.folded)
    };
    let cued = places_after_cues(&tokens).filter_map(|at| tokens.get(at).and_then(named));
    cued.last()
        .or_else(|| tokens.iter().find(|token| token.is_word()).and_then(named))
}

fn option_named(text: &str, options: &[String]) -> Option<usize> {
    let wanted = bare(text);
    if wanted.is_empty() {
        return None;
    }
    let mut same = (0..options.len()).filter(|&at| bare(&options[at]) == wanted);
    let first = same.next();
    // Two options with the same words cannot be told apart by them.
    if same.next().is_some() { None } else { first }
}

fn after_cue(tokens: &[Token<'_>], options: &[String]) -> Option<usize> {
    let chosen = places_after_cues(tokens).filter_map(|at| {
        let left = &tokens[at..];
        let by_text = option_named(&tokens::line(left), options);
        by_text.or_else(|| lone_letter(left, true, options))
    });
    chosen.last()
}

/// Where an answer could stand: after each cue and the fillers and signs that follow it.
fn places_after_cues<'a>(tokens: &'a [Token<'_>]) -> impl Iterator<Item = usize> + 'a {
    let cues = tokens.iter().enumerate();
    cues.filter(|(_, token)| CUES.contains(&token.folded.as_str()))
        .map(|(at, _)| {
            let skipped = tokens[at + 1..].iter().take_while(|token| {
                FILLERS.contains(&token.folded.as_str()) || token.is_one_of(":=-–([\"«،,")
            });
            at + 1 + skipped.count()
        })
        .filter(|at| *at < tokens.len())
}

fn opening(tokens: &[Token<'_>], options: &[String]) -> Option<usize> {
    let skipped = tokens.iter().take_while(|t| t.is_one_of("\"«-"));
    lone_letter(&tokens[skipped.count()..], false, options)
}

/// A letter that stands for an option and is no part of a name such as "C-peptide" or "B cells".
fn lone_letter(tokens: &[Token<'_>], after_cue: bool, options: &[String]) -> Option<usize> {
    let (first, left) = tokens.split_first()?;
    let letter = first.letter()?;
    let Some(next) = left.first() else {
        return Some(letter.place);
    };
    if next.new_line {
        return Some(letter.place);
    }
    let two = EITHER.contains(&next.folded.as_str());
    if two && left.get(1).is_some_and(|other| other.letter().is_some()) {
        return None;
    }
    if next.is_word() {
        let rest = option_named(&tokens::line(left), options);
        let stands_alone = letter.arabic || (after_cue && letter.capital);
        return match rest {
            Some(rest) => (rest == letter.place).then_some(rest),
            None => (next.spaced && stands_alone).then_some(letter.place),
        };
    }
    let after = left.get(1);
    if next.is_one_of("-–'’/+") && after.is_some_and(|after| !after.spaced && after.is_word()) {
        return None;
    }
    // "A. text" with the text of another option contradicts itself.
    let rest = option_named(&tokens::line(left.get(1..)?), options);
    rest.is_none_or(|rest| rest == letter.place)
        .then_some(letter.place)
}

fn in_brackets(tokens: &[Token<'_>]) -> Option<usize> {
    let mut places = tokens.windows(3).filter_map(|run| {
        let enclosed = run[0].is_one_of("([") && run[2].is_one_of(")]");
        enclosed
            .then(|| run[1].letter())?
            .map(|letter| letter.place)
    });
    let first = places.next()?;
    places.all(|place| place == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(options: [&str; 4], rows: &[(&str, Option<usize>)]) {
        let options = options.map(str::to_owned);
        for (answer, wanted) in rows {
            assert_eq!(chosen_option(answer, &options), *wanted, "{answer:?}");
        }
    }

    #[test]
    fn letters_of_both_scripts_are_read_in_every_common_form() {
        check(
            ["Amoxicillin", "Gentamicin", "Doxycycline", "Aspirin 100 mg"],
            &[
                ("B", Some(1)),
                ("b", Some(1)),
                (" B. ", Some(1)),
                ("(B)", Some(1)),
                ("**B**", Some(1)),
                ("B) Gentamicin", Some(1)),
                ("B Gentamicin", Some(1)),
                ("B\n\nBecause it is so.", Some(1)),
                ("Answer: B", Some(1)),
                ("The answer is B because of the kidney.", Some(1)),
                ("The correct answer is: (C) Doxycycline", Some(2)),
                ("First answer: A. Final answer: D", Some(3)),
                ("ب", Some(1)),
                ("ب.", Some(1)),
                ("ب) جنتاميسين", Some(1)),
                ("الإجابة: ب", Some(1)),
                ("الاجابة الصحيحة هي (ج)", Some(2)),
                ("الجواب هو الخيار د لأن الكلية", Some(3)),
                ("\u{200f}الإجابة: \u{2067}ب\u{2069}", Some(1)),
                ("أ", Some(0)),
                ("ا- أموكسيسيلين", Some(0)),
                ("I think it is (D).", Some(3)),
            ],
        );
    }

    #[test]
    fn the_fifth_letter_is_read_with_and_without_its_tatweel() {
        let options = ["1", "2", "3", "4", "5"].map(str::to_owned);
        for answer in ["ه", "هـ", "الإجابة: هـ", "ه.", "ھ", "E", "(هـ)"] {
            assert_eq!(chosen_option(answer, &options), Some(4), "{answer}");
        }
        // Of four options there is no fifth.
        assert_eq!(chosen_option("هـ", &options[..4]), None);
    }

    #[test]
    fn bare_option_text_is_read_and_a_mention_is_not() {
        check(
            [
                "Amoxicillin",
                "Gentamicin",
                "التهاب الرئة",
                "Aspirin 100 mg",
            ],
            &[
                ("gentamicin.", Some(1)),
                ("التهابُ الرئه", Some(2)),
                ("الإجابة: التهاب الرئة", Some(2)),
                ("The answer is Aspirin 100 mg.", Some(3)),
                ("Aspirin 10 mg", None),
                ("Not amoxicillin", None),
                ("Amoxicillin or gentamicin", None),
            ],
        );
    }

    #[test]
    fn what_names_no_option_is_unparsed() {
        check(
            ["Amoxicillin", "Gentamicin", "Doxycycline", "Aspirin"],
            &[
                ("", None),
                ("A patient with fever needs rest.", None),
                ("C-reactive protein is raised.", None),
                ("B cells make antibodies.", None),
                ("D-dimer", None),
                ("The answer is a beta blocker.", None),
                ("The answer is not B.", None),
                ("بسبب الحمى", None),
                ("(A) or (B)", None),
                ("Answer: A or B", None),
                ("أ أو ب", None),
                ("A. Doxycycline", None),
                ("E", None),
                ("لا أعرف", None),
                ("🙂", None),
            ],
        );
    }

    #[test]
    fn yes_no_and_maybe_are_read_at_the_beginning_or_after_the_cue() {
        let words = ["yes", "no", "maybe"];
        for (answer, wanted) in [
            ("Yes, it is.", Some("yes")),
            ("no", Some("no")),
            ("The answer is maybe.", Some("maybe")),
            ("Not sure", None),
            ("It depends: no", None),
            ("", None),
        ] {
            assert_eq!(chosen_word(answer, &words), wanted, "{answer:?}");
        }
        assert_eq!(chosen_word("نعم، يفيد.", &["نعم", "لا"]), Some("نعم"));
    }
}
