//! What a search box asks of the index.

use rusqlite::Connection;
use sanad_text::{Term, Token, search_terms};

use crate::error::Failure;

use super::words;

/// A query with at least one word.
pub(crate) struct Query {
    /// In the language of FTS5.
    pub(crate) expression: String,
    words: Vec<Wanted>,
}

/// One word that is asked for.
struct Wanted {
    term: Term,
    /// What a key may begin with, of the word that is still being typed.
    beginning: Option<String>,
}

/// One letter begins too many words to be of use; it is looked for as a word of its own.
const SHORTEST_BEGINNING: usize = 2;

/// As in the table's definition.
const LONGEST_INDEXED_BEGINNING: usize = 4;

impl Query {
    /// `None` for a text without words.
    pub(crate) fn of(connection: &Connection, text: &str) -> Result<Option<Self>, Failure> {
        let terms = search_terms(text);
        let still_typing = text.chars().next_back().is_some_and(char::is_alphanumeric);
        let last = terms.len().saturating_sub(1);
        let words: Vec<Wanted> = terms
            .into_iter()
            .enumerate()
            .map(|(index, term)| Wanted {
                beginning: (still_typing && index == last)
                    .then(|| term.keys.first().cloned())
                    .flatten()
                    .filter(|word| word.chars().count() >= SHORTEST_BEGINNING),
                term,
            })
            .collect();
        if words.is_empty() {
            return Ok(None);
        }
        let mut expression = String::new();
        for word in &words {
            if !expression.is_empty() {
                expression.push_str(" AND ");
            }
            expression.push('(');
            expression.push_str(&word.alternatives(connection)?.join(" OR "));
            expression.push(')');
        }
        Ok(Some(Self { expression, words }))
    }

    /// Whether a word of a text is one of those that are asked for.
    pub(crate) fn wants(&self, token: &Token) -> bool {
        self.words.iter().any(|word| word.is(token))
    }
}

impl Wanted {
    fn alternatives(&self, connection: &Connection) -> Result<Vec<String>, Failure> {
        let mut alternatives: Vec<String> = self.term.keys.iter().map(|key| quoted(key)).collect();
        // FTS5 gathers every text of a beginning before it hands out the first, unless the beginning has an
        // index: a hundred times slower for a common word. Longer ones come from the list of words.
        let indexed = |beginning: &&String| beginning.chars().count() <= LONGEST_INDEXED_BEGINNING;
        let beginning = self.beginning.as_ref();
        let listed = self.term.part.as_ref();
        let beginning = beginning.filter(|beginning| listed.is_none() || indexed(beginning));
        alternatives.extend(beginning.map(|beginning| format!("{} *", quoted(beginning))));
        if let Some(part) = listed {
            for word in words::holding(connection, part)? {
                let found = beginning.is_some_and(|beginning| word.starts_with(beginning.as_str()));
                if !found {
                    alternatives.push(quoted(&word));
                }
            }
        }
        Ok(alternatives)
    }

    fn is(&self, token: &Token) -> bool {
        let Some(word) = token.keys.first() else {
            return false;
        };
        let holds = |part: &String| word.contains(part.as_str());
        let begins = |beginning: &String| {
            token
                .keys
                .iter()
                .any(|key| key.starts_with(beginning.as_str()))
        };
        token.keys.iter().any(|key| self.term.keys.contains(key))
            || self.term.part.as_ref().is_some_and(holds)
            || self.beginning.as_ref().is_some_and(begins)
    }
}

/// A word as FTS5 takes it, whatever is in it.
pub(crate) fn quoted(key: &str) -> String {
    format!("\"{}\"", key.replace('"', "\"\""))
}
