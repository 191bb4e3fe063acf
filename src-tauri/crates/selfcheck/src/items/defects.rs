//! What a question must not be.

use std::collections::{BTreeMap, HashSet};

use super::proof::{Defect, Flaw, Proof, common_defects, of_item};
use super::{Check, Item, ItemSubject, Source, Wording};
use crate::metrics::bare;
use crate::protocols::{ARABIC_LETTERS, place_of};

/// Everything that is wrong with a set of questions; empty for a set that may be used.
#[must_use]
pub fn defects(items: &[Item]) -> Vec<Defect> {
    let mut found = question_defects(items);
    found.extend(unbalanced(items).map(|subject| Defect {
        of: subject.name().to_owned(),
        flaw: Flaw::LettersUnbalanced,
    }));
    found
}

/// What is wrong with each question by itself.
pub(super) fn question_defects(items: &[Item]) -> Vec<Defect> {
    let mut found = common_defects(items);
    for item in items {
        let flaws = [
            (item.correct > 3, Flaw::CorrectOutOfRange),
            (alike(&item.en) || alike(&item.ar), Flaw::OptionsAlike),
            (
                has_letter(&item.en) || has_letter(&item.ar),
                Flaw::OptionIsLetter,
            ),
        ];
        found.extend(of_item(&item.id, flaws));
    }
    found
}

impl Proof for Item {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        let (en, ar) = (&self.en, &self.ar);
        let mut parts = vec![
            vec![en.question.as_str(), &ar.question],
            vec![&en.explanation, &ar.explanation],
        ];
        let options = en.options.iter().zip(&ar.options);
        parts.extend(options.map(|(en, ar)| vec![en.as_str(), ar]));
        parts
    }

    fn source(&self) -> Option<&Source> {
        Some(&self.source)
    }

    fn is_checked(&self) -> bool {
        self.checks.iter().any(|check| {
            check.answered.place() == self.correct && check.verdict == Check::ONE_RIGHT_ANSWER
        })
    }
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

fn has_letter(wording: &Wording) -> bool {
    wording.options.iter().any(|option| {
        let mut characters = option.trim().chars();
        let place = characters.next().and_then(place_of);
        characters.next().is_none() && place.is_some_and(|place| place < ARABIC_LETTERS.len())
    })
}

fn alike(wording: &Wording) -> bool {
    let mut seen = HashSet::new();
    !wording
        .options
        .iter()
        .all(|option| seen.insert(bare(option)))
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
        let rows: [(Flaw, Change); 10] = [
            (Flaw::IdRepeated, |items| items[1].id = items[0].id.clone()),
            (Flaw::CorrectOutOfRange, |items| {
                items[0].correct = 4;
                items[0].checks[0].verdict.clear();
            }),
            (Flaw::Empty, |items| items[0].source.place = " ".to_owned()),
            (Flaw::OptionsAlike, |items| {
                items[0].ar.options[1] = format!("{}.", items[0].ar.options[0]);
            }),
            (Flaw::OptionIsLetter, |items| {
                items[1].en.options[0] = "C".to_owned();
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
}
