//! Sentences with one blank and four options: questions in another form, answered and scored like them.

use std::collections::BTreeMap;

use super::defects::question_defects;
use super::proof::{Defect, Flaw, of_item};
use super::{Item, ItemsError, load};

/// What stands where a word is missing.
pub const BLANK: &str = "____";

/// All bundled sentences with a blank.
///
/// # Errors
/// A file that does not have the form of [`Item`]s, which the tests exclude.
pub fn bundled() -> Result<Vec<Item>, ItemsError> {
    load("fill_in", include_str!("../../items/fill_in.json"))
}

/// Everything that is wrong with a set of sentences; empty for a set that may be used.
///
/// The letters are balanced over the whole set, since the sentences are never looked at by subject.
#[must_use]
pub fn defects(items: &[Item]) -> Vec<Defect> {
    let mut found = question_defects(items);
    let mut letters: BTreeMap<usize, usize> = (0..4).map(|place| (place, 0)).collect();
    for item in items {
        *letters.entry(item.correct).or_default() += 1;
        let single = [&item.en, &item.ar]
            .iter()
            .all(|wording| wording.question.matches(BLANK).count() == 1);
        found.extend(of_item(&item.id, [(!single, Flaw::NoSingleBlank)]));
    }
    let least = letters.values().min().copied().unwrap_or_default();
    let most = letters.values().max().copied().unwrap_or_default();
    let unbalanced = most - least > 1;
    found.extend(of_item("fill_in", [(unbalanced, Flaw::LettersUnbalanced)]));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::chosen_option;
    use crate::items::ItemLanguage;
    use crate::protocols::{ARABIC_LETTERS, LATIN_LETTERS};

    #[test]
    fn the_bundled_sentences_have_no_defect() {
        let items = bundled().expect("the file has the form of items");
        assert_eq!(defects(&items), []);
        assert_eq!(items.len(), 39);
    }

    #[test]
    fn a_second_blank_and_a_missing_one_are_found() {
        let sound = bundled().expect("the file has the form of items");
        for (from, to) in [(BLANK, "…"), (" ", " ____ ")] {
            let mut items = sound.clone();
            items[3].ar.question = items[3].ar.question.replacen(from, to, 1);
            let wanted = Defect {
                of: items[3].id.clone(),
                flaw: Flaw::NoSingleBlank,
            };
            assert_eq!(defects(&items), [wanted], "{from} to {to}");
        }
    }

    #[test]
    fn every_option_is_read_by_letter_and_by_its_words_in_both_languages() {
        for item in bundled().expect("the file has the form of items") {
            for (language, letters) in [
                (ItemLanguage::En, LATIN_LETTERS),
                (ItemLanguage::Ar, ARABIC_LETTERS),
            ] {
                let question = item.question(language);
                for (place, option) in question.options.iter().enumerate() {
                    let letter = letters[place];
                    let filled = question.question.replace(BLANK, option);
                    let cue = if language == ItemLanguage::En {
                        "Answer"
                    } else {
                        "الإجابة"
                    };
                    for answer in [
                        letter.to_owned(),
                        option.clone(),
                        format!("{letter}. {option}"),
                        format!("{cue}: {letter}"),
                        format!("**{cue}: {option}**"),
                        format!("{letter})\n\n{filled}"),
                    ] {
                        assert_eq!(
                            chosen_option(&answer, &question.options),
                            Some(place),
                            "{}: {answer}",
                            item.id
                        );
                    }
                }
            }
        }
    }
}
