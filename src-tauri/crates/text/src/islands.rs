//! Islands: runs against the direction of their block, each to be wrapped in one isolate.
//!
//! In a right-to-left block a *stretch* is what stands between two right-to-left words, line ends or pieces of Arabic
//! punctuation. Everything in it is laid out left to right as one island, after its edges are trimmed: blanks,
//! punctuation, brackets whose partner lies elsewhere, and numbers that belong to the words around.
//! In a left-to-right block the same is done for stretches of right-to-left words.
//!
//! The scanner must see each character once, and must come to the same result for a text that arrives in pieces,
//! so that nothing changes its place while an answer streams.

mod brackets;
mod scan;
mod trim;

use std::ops::Range;

use crate::direction::Direction;

pub(crate) use scan::{Ch, Reader, Scanner, Settled};

/// A run of a text that needs an isolate of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Island {
    /// UTF-8 bytes.
    pub range: Range<usize>,
    /// The direction inside: always against the block's.
    pub direction: Direction,
}

/// The islands of a text in a block that runs in direction `base`, in order, without overlaps.
#[must_use]
pub fn find(text: &str, base: Direction) -> Vec<Island> {
    let mut scanner = Scanner::new(base);
    let chars = scan::characters(text, base);
    let settled = scanner.scan(&chars, true);
    let at = |index: usize| chars.get(index).map_or(text.len(), |ch| ch.at);
    settled
        .islands
        .into_iter()
        .map(|range| Island {
            range: at(range.start)..at(range.end),
            direction: base.opposite(),
        })
        .collect()
}
