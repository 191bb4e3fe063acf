//! What patients call their complaints, with the standard Arabic and the clinical English.
//!
//! Owns a list of everyday words, kept in `data/lexicon.tsv`.
//! A hint («did you mean…») and nothing else: it must never replace a word that somebody wrote.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::detect::Dialect;
use crate::search::search_tokens;

const DATA: &str = include_str!("../data/lexicon.tsv");

/// A phrase of one dialect or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As it is commonly written, without vowel marks.
    pub phrase: &'static str,
    /// Where it is said.
    pub dialects: Vec<Dialect>,
    /// The standard Arabic term.
    pub standard: &'static str,
    /// The clinical English term.
    pub english: &'static str,
}

/// A phrase of the lexicon in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where it stands, in UTF-8 bytes.
    pub range: Range<usize>,
    /// What it may mean.
    pub entry: &'static Entry,
}

/// All entries, in the order of the file.
pub fn lexicon() -> &'static [Entry] {
    &tables().entries
}

/// The phrases of the lexicon that a text holds, longest first at each place, without overlaps.
///
/// Spelling variants count as the same, and so do words with «and» or the article in front.
#[must_use]
pub fn dialect_hints(text: &str) -> Vec<Hint> {
    let tables = tables();
    let tokens = search_tokens(text);
    let words: Vec<&str> = tokens
        .iter()
        .map(|token| token.keys.first().map_or("", String::as_str))
        .collect();
    let mut hints = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let found = first_forms(word)
            .filter_map(|form| tables.by_first_word.get(form))
            .flatten()
            .filter(|phrase| {
                words.get(at + 1..at + phrase.words.len())
                    == phrase.words.get(1..).map(borrowed).as_deref()
            })
            .max_by_key(|phrase| phrase.words.len());
        let Some(phrase) = found else {
            at += 1;
            continue;
        };
        let last = at + phrase.words.len() - 1;
        if let (Some(first), Some(last), Some(entry)) = (
            tokens.get(at),
            tokens.get(last),
            tables.entries.get(phrase.entry),
        ) {
            hints.push(Hint {
                range: first.source.start..last.source.end,
                entry,
            });
        }
        at = last + 1;
    }
    hints
}

/// A word as it is, and without what may be joined in front of it.
fn first_forms(word: &str) -> impl Iterator<Item = &str> {
    let inner = |prefix: &str| {
        word.strip_prefix(prefix)
            .filter(|rest| rest.chars().count() >= 3)
    };
    [
        Some(word),
        inner("و"),
        inner("ال"),
        inner("وال"),
        inner("بال"),
    ]
    .into_iter()
    .flatten()
}

fn borrowed(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

struct Tables {
    entries: Vec<Entry>,
    by_first_word: HashMap<String, Vec<Phrase>>,
}

struct Phrase {
    words: Vec<String>,
    entry: usize,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut tables = Tables {
            entries: Vec::new(),
            by_first_word: HashMap::new(),
        };
        for line in DATA
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let mut fields = line.split('\t');
            let (Some(phrase), Some(dialects), Some(standard), Some(english), None) = (
                fields.next(),
                fields.next(),
                fields.next(),
                fields.next(),
                fields.next(),
            ) else {
                continue;
            };
            let dialects = Dialect::ALL
                .into_iter()
                .filter(|dialect| dialects.split(',').any(|code| code == dialect.code()));
            let words: Vec<String> = search_tokens(phrase)
                .into_iter()
                .filter_map(|token| token.keys.into_iter().next())
                .collect();
            let Some(first) = words.first().cloned() else {
                continue;
            };
            let entry = tables.entries.len();
            tables.entries.push(Entry {
                phrase,
                dialects: dialects.collect(),
                standard,
                english,
            });
            tables
                .by_first_word
                .entry(first)
                .or_default()
                .push(Phrase { words, entry });
        }
        tables
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_whole_and_each_phrase_stands_once() {
        let lines = DATA
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .count();
        assert_eq!(
            lexicon().len(),
            lines,
            "a line has too few or too many fields"
        );
        assert!(lines >= 200, "{lines}");
        let mut phrases: Vec<&str> = lexicon().iter().map(|entry| entry.phrase).collect();
        phrases.sort_unstable();
        for pair in phrases.windows(2) {
            assert_ne!(pair.first(), pair.last());
        }
        for entry in lexicon() {
            assert!(
                !entry.dialects.is_empty()
                    && !entry.standard.is_empty()
                    && !entry.english.is_empty(),
                "{entry:?}"
            );
        }
    }

    #[test]
    fn every_dialect_has_its_share() {
        for dialect in Dialect::ALL {
            let words = lexicon()
                .iter()
                .filter(|entry| entry.dialects.contains(&dialect))
                .count();
            assert!(words >= 40, "{dialect:?}: {words}");
        }
    }

    #[test]
    fn a_complaint_is_found_whatever_its_spelling_and_the_longest_phrase_wins() {
        for (text, english) in [
            ("عندي كحه من يومين", "cough"),
            ("وبكح دم", "haemoptysis"),
            ("ابني عنده السخانة", "fever"),
            ("اغمي عليا امبارح", "syncope"),
            ("راسي كيضرني بزاف", "headache"),
        ] {
            let hints = dialect_hints(text);
            assert_eq!(
                hints.first().map(|hint| hint.entry.english),
                Some(english),
                "{text}: {hints:?}"
            );
        }
        assert_eq!(dialect_hints("يعاني المريض من ألم في الصدر"), []);
    }
}
