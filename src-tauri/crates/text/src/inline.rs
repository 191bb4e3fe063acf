//! From the pieces of a line, each with its style, to directed spans.
//!
//! Islands and marks are found in the line as a whole, since `5-**10** mg` is one run whatever its styles,
//! and are then cut at the borders of the styles.

use std::ops::Range;

use crate::blocks::{Isolate, Span, SpanKind};
use crate::chars;
use crate::direction::Direction;
use crate::inspect::{Warning, inspect};
use crate::islands::{self, Island};
use crate::language::Language;
use crate::marks::{self, Mark, Marked};
use crate::sanitise;

/// The styles that a piece of text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub(crate) strong: bool,
    pub(crate) emphasis: bool,
    pub(crate) strikethrough: bool,
}

/// What a piece of a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    Text,
    Code,
    Link(String),
    Break,
    /// Stored characters that no reader sees, and that must not move what a reader sees.
    Hidden,
}

#[derive(Clone, Debug)]
struct Piece {
    kind: PieceKind,
    text: String,
    style: Style,
    source: Range<usize>,
}

/// The visible content of one paragraph, heading or cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline {
    pieces: Vec<Piece>,
}

impl Inline {
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub(crate) fn push(&mut self, kind: PieceKind, text: &str, style: Style, source: Range<usize>) {
        if !matches!(kind, PieceKind::Text | PieceKind::Link(_))
            || !text.contains(sanitise::is_removed)
        {
            self.push_piece(kind, text, style, source);
            return;
        }
        let as_stored = source.len() == text.len();
        let mut at = 0;
        for part in text.split_inclusive(sanitise::is_removed) {
            let seen = part.trim_end_matches(sanitise::is_removed);
            for (kind, part) in [
                (kind.clone(), seen),
                (PieceKind::Hidden, chars::cut(part, seen.len(), part.len())),
            ] {
                let place = if as_stored {
                    source.start + at..source.start + at + part.len()
                } else {
                    source.clone()
                };
                at += part.len();
                self.push_piece(kind, part, style, place);
            }
        }
    }

    fn push_piece(&mut self, kind: PieceKind, text: &str, style: Style, source: Range<usize>) {
        if text.is_empty() {
            return;
        }
        if let Some(last) = self.pieces.last_mut()
            && last.kind == kind
            && last.style == style
            && matches!(
                kind,
                PieceKind::Text | PieceKind::Link(_) | PieceKind::Hidden
            )
            && last.source.end == source.start
            && last.source.len() == last.text.len()
            && source.len() == text.len()
        {
            last.text.push_str(text);
            last.source.end = source.end;
            return;
        }
        self.pieces.push(Piece {
            kind,
            text: text.to_owned(),
            style,
            source,
        });
    }

    /// What a reader sees, with a placeholder for each piece of code.
    pub(crate) fn visible(&self) -> String {
        let mut visible = String::new();
        for piece in &self.pieces {
            match piece.kind {
                PieceKind::Code => visible.push(chars::OBJECT),
                PieceKind::Hidden => {}
                _ => visible.push_str(&piece.text),
            }
        }
        visible
    }

    /// What the stored characters warn of, by place in the visible text; hidden characters alone have an empty place.
    fn warnings(&self) -> Vec<Marked> {
        let mut stored = String::new();
        let mut hidden: Vec<Hidden> = Vec::new();
        let mut hidden_bytes = 0;
        for piece in &self.pieces {
            match piece.kind {
                PieceKind::Code => stored.push(chars::OBJECT),
                PieceKind::Hidden => {
                    hidden.push(Hidden {
                        start: stored.len(),
                        length: piece.text.len(),
                        before: hidden_bytes,
                    });
                    hidden_bytes += piece.text.len();
                    stored.push_str(&piece.text);
                }
                _ => stored.push_str(&piece.text),
            }
        }
        let seen = |at: usize| {
            let upto = hidden.partition_point(|run| run.start < at);
            let last = upto.checked_sub(1).and_then(|last| hidden.get(last));
            last.map_or(at, |run| at - run.before - run.length.min(at - run.start))
        };
        inspect(&stored)
            .into_iter()
            .map(|Warning { range, kind }| Marked {
                range: seen(range.start)..seen(range.end),
                mark: Mark::Suspicious { warning: kind },
            })
            .collect()
    }

    /// The spans of the line in a block that runs in direction `base`.
    pub(crate) fn spans(self, base: Direction, language: Language) -> Vec<Span> {
        let visible = self.visible();
        let islands = islands::find(&visible, base);
        let mut marks = marks::marks(&visible, language);
        marks.extend(self.warnings());
        marks.sort_by_key(|marked| (marked.range.start, marked.range.end));
        let mut cuts: Vec<usize> = islands
            .iter()
            .flat_map(|island| [island.range.start, island.range.end])
            .collect();
        cuts.extend(
            marks
                .iter()
                .flat_map(|marked| [marked.range.start, marked.range.end]),
        );
        cuts.sort_unstable();
        cuts.dedup();

        let mut spans = Vec::with_capacity(self.pieces.len() + cuts.len());
        let mut at = 0;
        let mut next_cut = 0;
        let mut next_island = 0;
        let mut first_mark = 0;
        for piece in self.pieces {
            let length = match piece.kind {
                PieceKind::Code => chars::OBJECT.len_utf8(),
                PieceKind::Hidden => 0,
                _ => piece.text.len(),
            };
            let piece_end = at + length;
            let piece_start = at;
            if length == 0 {
                while islands
                    .get(next_island)
                    .is_some_and(|island| island.range.end <= at)
                {
                    next_island += 1;
                }
                // Inside an island it belongs to it, else it would cut the island in two.
                let isolate = islands
                    .get(next_island)
                    .filter(|island| island.range.start < at)
                    .map(|island| Isolate::of(next_island, island));
                let from = marks.partition_point(|marked| marked.range.start < at);
                let marks_here = marks
                    .get(from..)
                    .unwrap_or_default()
                    .iter()
                    .take_while(|marked| marked.range.start == at)
                    .filter(|marked| marked.range.is_empty())
                    .map(|marked| marked.mark.clone())
                    .collect();
                spans.push(piece.span(0..piece.text.len(), isolate, marks_here));
            }
            while at < piece_end {
                while cuts.get(next_cut).is_some_and(|&cut| cut <= at) {
                    next_cut += 1;
                }
                let end = cuts
                    .get(next_cut)
                    .map_or(piece_end, |&cut| cut.min(piece_end));
                while islands
                    .get(next_island)
                    .is_some_and(|island| island.range.end <= at)
                {
                    next_island += 1;
                }
                let isolate = islands
                    .get(next_island)
                    .filter(|island| island.range.start <= at)
                    .map(|island| Isolate::of(next_island, island));
                while marks
                    .get(first_mark)
                    .is_some_and(|marked| marked.range.end <= at)
                {
                    first_mark += 1;
                }
                let marks_here = marks
                    .get(first_mark..)
                    .unwrap_or_default()
                    .iter()
                    .take_while(|marked| marked.range.start < end)
                    .filter(|marked| marked.range.start <= at && end <= marked.range.end)
                    .map(|marked| marked.mark.clone())
                    .collect();
                let inner = at - piece_start..end - piece_start;
                spans.push(piece.span(inner, isolate, marks_here));
                at = end;
            }
        }
        spans
    }
}

/// A run of hidden characters in a stored line, in bytes.
struct Hidden {
    start: usize,
    length: usize,
    /// So many hidden bytes stand before it.
    before: usize,
}

impl Isolate {
    fn of(number: usize, island: &Island) -> Self {
        Self {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            direction: island.direction,
        }
    }
}

impl Piece {
    /// The part `inner` of the piece's text as a span.
    fn span(&self, inner: Range<usize>, isolate: Option<Isolate>, marks: Vec<marks::Mark>) -> Span {
        let whole = matches!(
            self.kind,
            PieceKind::Code | PieceKind::Break | PieceKind::Hidden
        );
        let text = if whole {
            self.text.clone()
        } else {
            chars::cut(&self.text, inner.start, inner.end).to_owned()
        };
        let source = if !whole && self.source.len() == self.text.len() {
            self.source.start + inner.start..self.source.start + inner.end
        } else {
            self.source.clone()
        };
        let kind = match (&self.kind, isolate) {
            (PieceKind::Text, Some(isolate)) => SpanKind::Island(isolate.direction),
            (PieceKind::Text, None) => SpanKind::Text,
            (PieceKind::Code, _) => SpanKind::Code,
            (PieceKind::Link(target), _) => SpanKind::Link {
                target: target.clone(),
            },
            (PieceKind::Break, _) => SpanKind::LineBreak,
            (PieceKind::Hidden, _) => SpanKind::Hidden,
        };
        Span {
            kind,
            text,
            strong: self.style.strong,
            emphasis: self.style.emphasis,
            strikethrough: self.style.strikethrough,
            marks,
            isolate,
            source,
        }
    }
}
