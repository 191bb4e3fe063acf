//! A text as one block of directed spans, for scripts and tests (`sanad text spans`).

use serde::Serialize;

use crate::chars;
use crate::direction::{self, Direction};
use crate::islands;
use crate::language::Language;

/// How the direction of a text is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// By the majority of its words, then by the language.
    Auto,
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// A text with its direction and its islands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DirectedText {
    /// Which way it runs.
    pub base: Direction,
    /// All of it, in stored order and without gaps.
    pub spans: Vec<DirectedSpan>,
}

/// One piece of a [`DirectedText`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DirectedSpan {
    /// Whether it runs with the text or is isolated.
    pub kind: DirectedKind,
    /// Which way it runs.
    pub dir: Direction,
    /// UTF-8 bytes.
    pub start: usize,
    /// UTF-8 bytes, exclusive.
    pub end: usize,
    /// The stored characters.
    pub text: String,
}

/// Whether a span runs with its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DirectedKind {
    /// Runs with the text around it.
    Text,
    /// Isolated, against the direction of the text around it.
    Island,
}

/// The directed spans of a text, line ends included.
#[must_use]
pub fn spans(text: &str, base: Base, language: Language) -> DirectedText {
    let base = match base {
        Base::Auto => direction::majority(text, language.direction()),
        Base::Ltr => Direction::Ltr,
        Base::Rtl => Direction::Rtl,
    };
    let mut spans = Vec::new();
    let mut push = |kind, dir, start: usize, end: usize| {
        if start < end {
            spans.push(DirectedSpan {
                kind,
                dir,
                start,
                end,
                text: chars::cut(text, start, end).to_owned(),
            });
        }
    };
    let mut at = 0;
    for island in islands::find(text, base) {
        push(DirectedKind::Text, base, at, island.range.start);
        push(
            DirectedKind::Island,
            island.direction,
            island.range.start,
            island.range.end,
        );
        at = island.range.end;
    }
    push(DirectedKind::Text, base, at, text.len());
    DirectedText { base, spans }
}
