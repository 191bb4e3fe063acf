//! Markdown to typed blocks.
//!
//! A text is first cut into segments by its lines, then each segment is parsed by itself with pulldown-cmark.
//! That makes an answer that streams in come out exactly as the same answer read back from the store.
//!
//! It must never lose a character that carries a value: `>= 5` at the start of a line is no quotation, `2*3*4` holds
//! no emphasis, `5~10` strikes nothing through, and a list keeps the numbers that it was written with.

pub(crate) mod assemble;
mod build;
mod lines;
mod mask;
pub(crate) mod segments;
mod signs;

use crate::blocks::{Block, Span, join};
use crate::direction::{self, Direction};
use crate::inline::{Inline, PieceKind, Style};
use crate::language::Language;
use assemble::Assembler;
use segments::Segmenter;

pub use signs::markup_signs;

/// The blocks of a Markdown text.
///
/// `language` is the conversation's and settles the direction of what does not tell its own.
#[must_use]
pub fn render(text: &str, language: Language) -> Vec<Block> {
    let mut segmenter = Segmenter::default();
    let mut assembler = Assembler::new(language);
    let mut segments = Vec::new();
    let mut pieces = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        segmenter.line(at, line.trim_end_matches(['\n', '\r']), &mut segments);
        at += line.len();
        for segment in segments.drain(..) {
            pieces.extend(assembler.close(text, 0, &segment));
        }
    }
    segmenter.finish(&mut segments);
    for segment in segments {
        pieces.extend(assembler.close(text, 0, &segment));
    }
    join(pieces)
}

/// The blocks of a text without Markdown, as a person typed it: one paragraph for each line, empty ones included.
#[must_use]
pub fn plain(text: &str, language: Language) -> Vec<Block> {
    let mut fallback = language.direction();
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split('\n') {
        let direction = direction::majority(line, fallback);
        fallback = direction;
        let mut inline = Inline::default();
        inline.push(PieceKind::Text, line, Style::default(), at..at + line.len());
        blocks.push(Block::Paragraph {
            direction,
            spans: inline.spans(direction, language),
        });
        at += line.len() + 1;
    }
    blocks
}

/// One line or title as spans, without Markdown and without paragraphs; line ends become blanks in effect, not in text.
#[must_use]
pub fn line(text: &str, direction: Direction, language: Language) -> Vec<Span> {
    let mut inline = Inline::default();
    inline.push(PieceKind::Text, text, Style::default(), 0..text.len());
    inline.spans(direction, language)
}
