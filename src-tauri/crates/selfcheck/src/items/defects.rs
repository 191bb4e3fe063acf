//! What an item must not be.

use std::collections::{BTreeMap, HashSet};

use super::{Check, Item, ItemSubject, Wording};
use crate::metrics::bare;

/// Something wrong with an item, or with the items of a subject together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The item's id, or the subject's name.
    pub of: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Another item has the same id.
    IdRepeated,
    /// There is no such option.
    CorrectOutOfRange,
    /// A question, an option, an explanation or a part of the source is empty.
    Empty,
    /// Two options are the same after folding.
    OptionsAlike,
    /// The languages do not have the same numbers, or one has them in other digits than Latin ones.
    NumbersDiffer,
    /// No second reader chose the same option and found it to be the only right one.
    NotCheckedTwice,
    /// In the subject one letter is right in at least two items more than another.
    LettersUnbalanced,
}

/// Everything that is wrong with a set of items; empty for a set that may be used.
#[must_use]
pub fn defects(items: &[Item]) -> Vec<Defect> {
    let mut found = Vec::new();
    let mut ids = HashSet::new();
    for item in items {
        let flaws = [
            (!ids.insert(&item.id), Flaw::IdRepeated),
            (item.correct > 3, Flaw::CorrectOutOfRange),
            (is_empty(item), Flaw::Empty),
            (alike(&item.en) || alike(&item.ar), Flaw::OptionsAlike),
            (numbers_differ(&item.en, &item.ar), Flaw::NumbersDiffer),
            (!is_checked(item), Flaw::NotCheckedTwice),
        ];
        let flaws = flaws.into_iter().filter(|(holds, _)| *holds);
        found.extend(flaws.map(|(_, flaw)| Defect {
            of: item.id.clone(),
            flaw,
        }));
    }
    found.extend(unbalanced(items).map(|subject| Defect {
        of: subject.name().to_owned(),
        flaw: Flaw::LettersUnbalanced,
    }));
    found
}

fn unbalanced(items: &[Item]) -> impl Iterator<Item = ItemSubject> {
    let mut letters: BTreeMap<ItemSubject, [usize; 4]> = BTreeMap::new();
    for item in items.iter().filter(|item| item.correct < 4) {
        letters.entry(item.subject).or_default()[item.correct] += 1;
    }
    letters.into_iter().filter_map(|(subject, counts)| {
        let (least, most) = (counts.iter().min()?, counts.iter().max()?);
        (most - least > 1).then_some(subject)
    })
}

fn is_empty(item: &Item) -> bool {
    let wording = |w: &Wording| {
        let options = w.options.iter().any(|option| option.trim().is_empty());
        options || w.question.trim().is_empty() || w.explanation.trim().is_empty()
    };
    let source = [&item.source.title, &item.source.edition, &item.source.place];
    wording(&item.en) || wording(&item.ar) || source.iter().any(|part| part.trim().is_empty())
}

fn alike(wording: &Wording) -> bool {
    let mut seen = HashSet::new();
    !wording
        .options
        .iter()
        .all(|option| seen.insert(bare(option)))
}

fn is_checked(item: &Item) -> bool {
    item.checks.iter().any(|check| {
        check.answered.place() == item.correct && check.verdict == Check::ONE_RIGHT_ANSWER
    })
}

/// Question by question and option by option; the order within one may follow the language.
fn numbers_differ(en: &Wording, ar: &Wording) -> bool {
    let texts = |w: &Wording| {
        let mut texts = vec![numbers(&w.question), numbers(&w.explanation)];
        texts.extend(w.options.iter().map(|option| numbers(option)));
        texts
    };
    texts(en) != texts(ar)
}

/// The numbers of a text, sorted. Digits of another script are kept as they are, so that they never equal Latin ones.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = text
        .split(|c: char| !c.is_numeric() && c != '.' && c != ',')
        .map(|number| number.trim_matches(['.', ',']).to_owned())
        .filter(|number| !number.is_empty())
        .collect();
    numbers.sort_unstable();
    numbers
}

/// Two items, without a defect of their own.
#[cfg(test)]
pub(super) fn samples() -> Vec<Item> {
    let samples = include_str!("samples.json");
    super::load("samples", samples).expect("the samples have the form of items")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::Letter;

    fn flaws(change: impl Fn(&mut Vec<Item>)) -> Vec<Flaw> {
        let mut items = samples();
        change(&mut items);
        defects(&items)
            .into_iter()
            .map(|found| found.flaw)
            .collect()
    }

    #[test]
    fn sound_items_have_no_defect() {
        assert_eq!(flaws(|_| ()), []);
    }

    #[test]
    fn each_defect_is_found() {
        type Change = fn(&mut Vec<Item>);
        let rows: [(Flaw, Change); 9] = [
            (Flaw::IdRepeated, |items| items[1].id = items[0].id.clone()),
            (Flaw::CorrectOutOfRange, |items| {
                items[0].correct = 4;
                items[0].checks[0].verdict.clear();
            }),
            (Flaw::Empty, |items| items[0].source.place = " ".to_owned()),
            (Flaw::OptionsAlike, |items| {
                items[0].ar.options[1] = format!("{}.", items[0].ar.options[0]);
            }),
            (Flaw::NumbersDiffer, |items| {
                items[1].ar.question = items[1].ar.question.replace("38.5", "٣٨٫٥");
            }),
            (Flaw::NumbersDiffer, |items| {
                items[1].en.options[2].push_str(" 5")
            }),
            (Flaw::NumbersDiffer, |items| items[1].ar.question.push('٥')),
            (Flaw::NotCheckedTwice, |items| items[0].checks.clear()),
            (Flaw::NotCheckedTwice, |items| {
                items[0].checks[0].answered = Letter::D;
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let found = flaws(change);
            assert!(found.contains(&flaw), "{at}: {flaw:?} is not in {found:?}");
        }
    }

    #[test]
    fn letters_may_differ_by_one_in_a_subject_and_not_by_two() {
        let same_letter = |items: &mut Vec<Item>| {
            let mut again = items[0].clone();
            again.id = "again".to_owned();
            items.push(again);
        };
        assert_eq!(flaws(same_letter), [Flaw::LettersUnbalanced]);
    }

    #[test]
    fn numbers_are_whole_and_sorted() {
        assert_eq!(
            numbers("From 38.5 °C to 7, 1,000 and HbA1c."),
            ["1", "1,000", "38.5", "7"]
        );
        assert_ne!(numbers("5"), numbers("٥"));
    }
}
