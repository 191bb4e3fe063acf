//! What every kind of item must show before it may be used.

use std::collections::HashSet;

use super::Source;

/// Something wrong with an item, or with a set of items together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The item's id, or the name of what the items have in common.
    pub of: String,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Another item has the same id.
    IdRepeated,
    /// There is no such option, or no such sentence.
    CorrectOutOfRange,
    /// A text or a part of the source is empty.
    Empty,
    /// Two options are the same after folding.
    OptionsAlike,
    /// An option is the letter of an option, as vitamin C is: a written "C" could mean either.
    OptionIsLetter,
    /// The languages do not have the same numbers, or one has them in other digits than Latin ones.
    NumbersDiffer,
    /// No second reader came to the same answer and found it to be the only right one.
    NotCheckedTwice,
    /// In the subject one letter is right in at least two items more than another.
    LettersUnbalanced,
    /// A sentence has no blank, or more than one.
    NoSingleBlank,
    /// A claim has a sign at its end or a question in it, and fits into no sentence.
    NoClause,
    /// Of two answers one is right so much more often that always giving it would look like knowing.
    Unbalanced,
    /// The languages have different numbers of sentences or turns, or another speaker at the same place.
    PartsDiffer,
    /// An error has no correction, a correction no error, or the correction is the sentence itself.
    CorrectionMissing,
    /// A dialect has no text, or a text no dialect.
    SpokenMissing,
    /// What is stated about a sentence is not what is read in it.
    ReadOtherwise,
}

/// An item as the checks that hold for every kind see it.
pub(super) trait Proof {
    /// Its id.
    fn id(&self) -> &str;
    /// Part by part the same text in each language; the parts of one list must have the same numbers.
    fn parts(&self) -> Vec<Vec<&str>>;
    /// Where it can be looked up, for the kinds that state medicine.
    fn source(&self) -> Option<&Source> {
        None
    }
    /// Whether a second reader confirmed it.
    fn is_checked(&self) -> bool;
}

/// The flaws that any kind of item can have.
pub(super) fn common_defects<T: Proof>(items: &[T]) -> Vec<Defect> {
    let mut found = Vec::new();
    let mut ids = HashSet::new();
    for item in items {
        let parts = item.parts();
        let flaws = [
            (!ids.insert(item.id()), Flaw::IdRepeated),
            (is_empty(&parts, item.source()), Flaw::Empty),
            (
                parts.iter().any(|part| numbers_differ(part)),
                Flaw::NumbersDiffer,
            ),
            (!item.is_checked(), Flaw::NotCheckedTwice),
        ];
        found.extend(of_item(item.id(), flaws));
    }
    found
}

/// The flaws that hold, as defects of one item.
pub(super) fn of_item<const N: usize>(
    id: &str,
    flaws: [(bool, Flaw); N],
) -> impl Iterator<Item = Defect> {
    let flaws = flaws.into_iter().filter(|(holds, _)| *holds);
    flaws.map(move |(_, flaw)| Defect {
        of: id.to_owned(),
        flaw,
    })
}

/// Whether two counts that should be equal differ by more than a fifth of their sum.
pub(super) fn unbalanced(first: usize, second: usize) -> bool {
    first.abs_diff(second) * 5 > first + second
}

fn is_empty(parts: &[Vec<&str>], source: Option<&Source>) -> bool {
    let texts = parts.iter().flatten().copied();
    let source = source.map(|source| [&source.title, &source.edition, &source.place]);
    let source = source.into_iter().flatten().map(String::as_str);
    texts.chain(source).any(|text| text.trim().is_empty())
}

/// The order within a part may follow the language.
fn numbers_differ(part: &[&str]) -> bool {
    let mut each = part.iter().map(|text| numbers(text));
    let first = each.next();
    each.any(|numbers| Some(&numbers) != first.as_ref())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_sorted() {
        assert_eq!(
            numbers("From 38.5 °C to 7, 1,000 and HbA1c."),
            ["1", "1,000", "38.5", "7"]
        );
        assert_ne!(numbers("5"), numbers("٥"));
    }

    #[test]
    fn halves_may_differ_by_a_fifth_and_no_more() {
        for (first, second, wanted) in [
            (30, 30, false),
            (29, 30, false),
            (12, 8, false),
            (13, 7, true),
            (0, 1, true),
        ] {
            assert_eq!(unbalanced(first, second), wanted, "{first} and {second}");
        }
    }
}
