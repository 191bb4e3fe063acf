//! Finding a tool by what people call it.
//!
//! Names and queries go through the folding of `text`, so that غلاسكو with and without its vowels is one word;
//! spellings that differ in letters (غلاسكو, جلاسكو) stand among the names.

use sanad_text::{fold, search_tokens};

use crate::tool::Tool;
use crate::tools::catalogue;

/// The tools that a query finds, the best first; all of them in their order for a blank query.
#[must_use]
pub fn find(query: &str) -> Vec<&'static Tool> {
    let query = words(query);
    if query.is_empty() {
        return catalogue().iter().collect();
    }
    let mut found: Vec<(Rank, &'static Tool)> = catalogue()
        .iter()
        .filter_map(|tool| Some((rank(tool, &query)?, tool)))
        .collect();
    // The sort is stable: tools of one rank stay in the order of the catalogue.
    found.sort_by_key(|&(rank, _)| rank);
    found.into_iter().map(|(_, tool)| tool).collect()
}

/// How well a name fits; the lesser the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The name is the query.
    Whole,
    /// The name begins with the query.
    Beginning,
    /// Each word of the query begins a word of one name.
    Words,
    /// Each word of the query begins a word of some name.
    Scattered,
}

fn rank(tool: &Tool, query: &[String]) -> Option<Rank> {
    let names: Vec<Vec<String>> = std::iter::once(tool.key)
        .chain(tool.names.iter().copied())
        .map(words)
        .collect();
    let joined = query.concat();
    let best = names
        .iter()
        .filter_map(|name| {
            let whole = name.concat();
            if whole == joined {
                Some(Rank::Whole)
            } else if whole.starts_with(&joined) {
                Some(Rank::Beginning)
            } else if query.iter().all(|word| begins_one_of(name, word)) {
                Some(Rank::Words)
            } else {
                None
            }
        })
        .min();
    let all: Vec<String> = names.concat();
    best.or_else(|| {
        query
            .iter()
            .all(|word| begins_one_of(&all, word))
            .then_some(Rank::Scattered)
    })
}

fn begins_one_of(words: &[String], beginning: &str) -> bool {
    words.iter().any(|word| word.starts_with(beginning))
}

/// The folded words of a text, without the article and other prefixes of Arabic where the stemmer knows them.
fn words(text: &str) -> Vec<String> {
    // Subscripts fold to digits: CHA₂DS₂-VASc is found as cha2ds2vasc.
    search_tokens(&fold(text).text)
        .into_iter()
        .filter_map(|token| token.keys.into_iter().next())
        .map(without_article)
        .collect()
}

fn without_article(word: String) -> String {
    match word.strip_prefix("ال") {
        Some(rest) if rest.chars().count() >= 3 => rest.to_owned(),
        _ => word,
    }
}
