//! The list of longer words of all texts, by which a part of a word finds the whole.
//!
//! A trigram index over the texts themselves would be as large as they are; over their words it is small.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use sanad_text::Token;

use crate::error::Failure;

use super::query::quoted;

/// A part has four letters at least, and a word that equals it is found by its key.
const SHORTEST_WORD: usize = 5;

/// Longer "words" are addresses and accidents, and each would be a page of trigrams.
const LONGEST_WORD: usize = 64;

/// As many words as one part may stand for; those that begin with it come first, then the shortest.
const MOST_WORDS: u32 = 64;

/// The words of a text that belong into the list.
pub(crate) fn of(tokens: &[Token]) -> BTreeSet<&str> {
    tokens
        .iter()
        .filter_map(|token| token.keys.first())
        .map(String::as_str)
        .filter(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            letters >= SHORTEST_WORD && word.chars().count() <= LONGEST_WORD
        })
        .collect()
}

/// Adds words that are not in the list yet.
pub(crate) fn add(connection: &Connection, words: &BTreeSet<&str>) -> Result<(), Failure> {
    let mut known = connection.prepare_cached("SELECT 1 FROM search_word WHERE word = ?1")?;
    let mut add = connection.prepare_cached("INSERT INTO search_word (word) VALUES (?1)")?;
    let mut index =
        connection.prepare_cached("INSERT INTO search_part (rowid, word) VALUES (?1, ?2)")?;
    for word in words {
        if !known.exists([word])? {
            let number = add.insert([word])?;
            index.execute((number, word))?;
        }
    }
    Ok(())
}

/// Takes those words out of the list that no text holds any more.
pub(crate) fn forget_unused(
    connection: &Connection,
    words: &BTreeSet<String>,
) -> Result<(), Failure> {
    let mut used = connection
        .prepare_cached("SELECT 1 FROM search_index WHERE search_index MATCH ?1 LIMIT 1")?;
    let mut number = connection.prepare_cached("SELECT number FROM search_word WHERE word = ?1")?;
    let mut forget = connection.prepare_cached(
        "INSERT INTO search_part (search_part, rowid, word) VALUES ('delete', ?1, ?2)",
    )?;
    let mut remove = connection.prepare_cached("DELETE FROM search_word WHERE number = ?1")?;
    for word in words {
        if used.exists([quoted(word)])? {
            continue;
        }
        let listed: Option<i64> = number.query_row([word], |row| row.get(0)).optional()?;
        if let Some(number) = listed {
            forget.execute((number, word))?;
            remove.execute([number])?;
        }
    }
    Ok(())
}

/// The words of all texts that hold a part.
pub(crate) fn holding(connection: &Connection, part: &str) -> Result<Vec<String>, Failure> {
    let mut statement = connection.prepare_cached(
        "SELECT search_word.word FROM search_part CROSS JOIN search_word ON number = search_part.rowid
         WHERE search_part MATCH ?1
         ORDER BY instr(search_word.word, ?3) <> 1, length(search_word.word), search_word.word
         LIMIT ?2",
    )?;
    let words = statement.query_map((quoted(part), MOST_WORDS, part), |row| row.get(0))?;
    Ok(words.collect::<Result<_, _>>()?)
}
