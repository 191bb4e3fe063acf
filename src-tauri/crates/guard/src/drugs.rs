//! The names of medicines, in Latin and Arabic letters.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::tokens::{Token, forms, split};

const DATA: &str = include_str!("../data/drugs.txt");

/// Medicines by the numbers of their lines; more than one where a spelling fits several, or where they are joined
/// (`amoxicillin/clavulanate`).
pub(crate) type Drugs = BTreeSet<usize>;

/// Where a medicine is named.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    /// Which.
    pub(crate) drugs: Drugs,
    /// The parts of the line that name it.
    pub(crate) tokens: Range<usize>,
}

/// Fewer consonants would fit ordinary words as well.
const FEWEST_CONSONANTS: usize = 4;

#[derive(Default)]
struct Names {
    /// The first words of names of two.
    beginnings: HashSet<String>,
    exact: HashMap<String, Drugs>,
    consonants: HashMap<String, Drugs>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::default();
    let lines = DATA.lines().filter_map(|line| line.split_once(" = "));
    for (number, (latin, arabic)) in lines.enumerate() {
        for name in latin.split(", ") {
            names.exact.entry(plain(name)).or_default().insert(number);
        }
        for name in arabic.split(", ") {
            if let [first, _] = split(name).as_slice() {
                names.beginnings.extend(first.word().map(str::to_owned));
            }
            let name = plain(name);
            let consonants = consonants(&name);
            if consonants.chars().count() >= FEWEST_CONSONANTS {
                names
                    .consonants
                    .entry(consonants)
                    .or_default()
                    .insert(number);
            }
            names.exact.entry(name).or_default().insert(number);
        }
    }
    names
});

/// The words of a name, folded, with nothing between them.
fn plain(name: &str) -> String {
    let tokens = split(name);
    tokens.iter().filter_map(Token::word).collect()
}

/// A folded Arabic spelling without long vowels, and with one letter for those that stand for each other in foreign words.
fn consonants(word: &str) -> String {
    let letters = word.chars().filter_map(|c| match c {
        'ا' | 'و' | 'ي' | 'ء' => None,
        'غ' | 'ق' | 'گ' | 'ج' => Some('ج'),
        'پ' => Some('ب'),
        'ڤ' => Some('ف'),
        'ط' | 'ث' => Some('ت'),
        'ص' => Some('س'),
        'ژ' | 'ذ' => Some('ز'),
        other => Some(other),
    });
    let mut spelled = String::new();
    for letter in letters {
        if !spelled.ends_with(letter) {
            spelled.push(letter);
        }
    }
    spelled
}

/// All medicines that a line names; those joined by a sign are one mention.
pub(crate) fn mentions(tokens: &[Token]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((drugs, next)) = named_at(tokens, at) else {
            at += 1;
            continue;
        };
        let joined = found.last().is_some_and(|last| {
            at == last.tokens.end + 1
                && tokens
                    .get(last.tokens.end)
                    .is_some_and(|sign| ['/', '-', '+'].iter().any(|joining| sign.is(*joining)))
        });
        match found.last_mut() {
            Some(last) if joined => {
                last.drugs.extend(drugs);
                last.tokens.end = next;
            }
            _ => found.push(Mention {
                drugs,
                tokens: at..next,
            }),
        }
        at = next;
    }
    found
}

fn named_at(tokens: &[Token], at: usize) -> Option<(Drugs, usize)> {
    let first = tokens.get(at)?.word()?;
    let of_two = || {
        let is_beginning = forms(first)
            .iter()
            .any(|form| NAMES.beginnings.contains(*form));
        let second = tokens.get(at + 1).filter(|_| is_beginning)?.word()?;
        drugs_of(&format!("{first}{second}")).map(|drugs| (drugs, at + 2))
    };
    of_two().or_else(|| drugs_of(first).map(|drugs| (drugs, at + 1)))
}

fn drugs_of(name: &str) -> Option<Drugs> {
    if let Some(drugs) = NAMES.exact.get(name) {
        return Some(drugs.clone());
    }
    if !name.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c)) {
        let singular = name.strip_suffix("'s").or_else(|| name.strip_suffix('s'))?;
        return NAMES.exact.get(singular).cloned();
    }
    let forms = forms(name);
    let exact = forms.iter().find_map(|form| NAMES.exact.get(*form));
    let spelled = || {
        let mut long = forms
            .iter()
            .filter(|form| form.chars().count() > FEWEST_CONSONANTS);
        long.find_map(|form| NAMES.consonants.get(&consonants(form)))
    };
    exact.or_else(spelled).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<Drugs> {
        mentions(&split(text))
            .into_iter()
            .map(|mention| mention.drugs)
            .collect()
    }

    #[test]
    fn a_medicine_is_known_by_its_names_in_both_scripts() {
        for names in [
            [
                "paracetamol",
                "Acetaminophen",
                "الباراسيتامول",
                "پاراستامول",
            ],
            ["amoxicillin", "Amoxicillin", "والأموكسيسيلين", "آموکسی‌سیلین"],
            ["adrenaline", "epinephrine", "بالأدرينالين", "ادرنالين"],
            ["digoxin", "Digoxin", "ديغوكسين", "للديجوكسين"],
        ] {
            let first = named(names[0]);
            assert_eq!(first.len(), 1, "{}", names[0]);
            for name in names {
                assert_eq!(named(name), first, "{name}");
            }
        }
    }

    #[test]
    fn different_medicines_are_kept_apart() {
        assert_ne!(named("prednisolone"), named("prednisone"));
        assert_ne!(named("بريدنيزولون"), named("بريدنيزون"));
        assert_ne!(named("أدرينالين"), named("نورأدرينالين"));
    }

    #[test]
    fn joined_names_are_one_mention_and_ordinary_words_are_none() {
        assert_eq!(named("amoxicillin/clavulanate 875 mg").len(), 1);
        assert_eq!(named("aspirin and clopidogrel").len(), 2);
        assert_eq!(
            named(
                "المريض يشكو من ألم في الصدر منذ يومين مع غثيان وتعرق وضيق نفس وكان قد أجرى عملية"
            ),
            Vec::<Drugs>::new()
        );
    }
}
