//! The typed blocks and spans that the window, the exports and the clipboard are built from.
//!
//! Owns the shapes only.
//! A block must never hold HTML, nor a bidi control that the stored text does not hold.

use std::ops::Range;

use crate::direction::Direction;
use crate::marks::Mark;

/// One block of a text, in the order in which it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph {
        /// Which way its lines run.
        direction: Direction,
        /// Its text in stored order.
        spans: Vec<Span>,
    },
    /// A title inside the text.
    Heading {
        /// 1 (widest) to 6.
        level: u8,
        /// Which way it runs.
        direction: Direction,
        /// Its text in stored order.
        spans: Vec<Span>,
    },
    /// A list of items.
    List {
        /// The side on which bullets and numbers stand.
        direction: Direction,
        /// The number of the first item as it is stored, or `None` for bullets.
        start: Option<u64>,
        /// Whether these items belong to the list that ended the step before.
        ///
        /// Always false in what [`crate::render`] returns; see [`crate::Streaming`] and [`crate::join`].
        continued: bool,
        /// The items in order.
        items: Vec<ListItem>,
    },
    /// A quotation.
    Quote {
        /// The side on which its bar stands.
        direction: Direction,
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// Code, which always runs left to right and is never searched for islands.
    Code {
        /// The first word of the fence's info string; empty where none was given.
        language: String,
        /// The code without its fences.
        text: String,
    },
    /// A table.
    Table {
        /// The side on which the first column stands.
        direction: Direction,
        /// Whether these rows belong to the table that ended the step before (then `head` is empty).
        continued: bool,
        /// One alignment for each column.
        columns: Vec<Alignment>,
        /// The cells of the first row.
        head: Vec<Cell>,
        /// The other rows.
        rows: Vec<Vec<Cell>>,
    },
    /// A line across the text.
    Rule,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// Which way its text runs.
    pub direction: Direction,
    /// What it holds; a paragraph in the simplest case.
    pub blocks: Vec<Block>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Which way its text runs.
    pub direction: Direction,
    /// Its text in stored order.
    pub spans: Vec<Span>,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// By the direction of each cell.
    Natural,
    /// To the left.
    Left,
    /// To the middle.
    Center,
    /// To the right.
    Right,
}

/// A piece of text with one style, at most one isolate around it, and at most one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: SpanKind,
    /// The characters to show: no markup, no added controls.
    pub text: String,
    /// Whether it is set in bold.
    pub strong: bool,
    /// Whether it is emphasised.
    pub emphasis: bool,
    /// Whether it is struck through.
    pub strikethrough: bool,
    /// What a reader has to be warned of in exactly these characters.
    pub marks: Vec<Mark>,
    /// The isolate that it belongs to.
    ///
    /// Neighbouring spans with the same number share **one** isolate:
    /// `5-**10** mg` is three spans, and three isolates would be laid out in the paragraph's order.
    pub isolate: Option<Isolate>,
    /// Where it stands in the original text, in UTF-8 bytes.
    /// For text that Markdown rewrites (`&lt;`, `\*`) the range covers the source form.
    pub source: Range<usize>,
}

/// An isolate: a stretch laid out by itself, in its own direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Isolate {
    /// Counts from 0 within one paragraph, heading or cell.
    pub number: u32,
    /// Which way the stretch runs.
    pub direction: Direction,
}

/// What a span is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// Text that runs with its block.
    Text,
    /// A run against the block's direction, which must be isolated.
    Island(Direction),
    /// Code within a line: its own left-to-right isolate.
    Code,
    /// The visible text of a link; nothing opens it, the target is for copying.
    Link {
        /// The target as it is written.
        target: String,
    },
    /// The end of a line within the block; its text is `"\n"`.
    LineBreak,
    /// Stored characters that must not be shown, since they move or hide others; here only so that a copy has them.
    Hidden,
}

impl Block {
    /// The block's own direction; code and rules run left to right.
    #[must_use]
    pub fn direction(&self) -> Direction {
        match self {
            Self::Paragraph { direction, .. }
            | Self::Heading { direction, .. }
            | Self::List { direction, .. }
            | Self::Quote { direction, .. }
            | Self::Table { direction, .. } => *direction,
            Self::Code { .. } | Self::Rule => Direction::Ltr,
        }
    }
}

/// Joins pieces that [`crate::Streaming`] closed one by one (`continued`) into whole lists and tables.
///
/// What it returns for all steps of an answer equals what [`crate::render`] returns for the answer.
#[must_use]
pub fn join(pieces: Vec<Block>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (blocks.last_mut(), piece) {
            (
                Some(Block::List { items, .. }),
                Block::List {
                    continued: true,
                    items: more,
                    ..
                },
            ) => items.extend(more),
            (
                Some(Block::Table { rows, .. }),
                Block::Table {
                    continued: true,
                    rows: more,
                    ..
                },
            ) => rows.extend(more),
            (_, piece) => blocks.push(piece),
        }
    }
    blocks
}

/// Hands every span of the blocks to `visit`, in the order of the text.
pub fn each_span(blocks: &mut [Block], visit: &mut impl FnMut(&mut Span)) {
    for block in blocks {
        match block {
            Block::Paragraph { spans, .. } | Block::Heading { spans, .. } => {
                spans.iter_mut().for_each(&mut *visit);
            }
            Block::List { items, .. } => {
                for item in items {
                    each_span(&mut item.blocks, visit);
                }
            }
            Block::Quote { blocks, .. } => each_span(blocks, visit),
            Block::Table { head, rows, .. } => {
                let cells = head.iter_mut().chain(rows.iter_mut().flatten());
                cells.flat_map(|cell| &mut cell.spans).for_each(&mut *visit);
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}
