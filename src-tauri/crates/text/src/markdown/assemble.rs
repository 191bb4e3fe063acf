//! From segments to blocks, in order, with the direction that each takes from what stands before it.

use std::ops::Range;

use super::build::build;
use super::segments::{Marker, Segment, SegmentKind};
use crate::blocks::Block;
use crate::chars;
use crate::direction::{self, Direction};
use crate::language::Language;

/// What the next segment needs to know of the ones before.
#[derive(Clone, Debug)]
pub(crate) struct Assembler {
    language: Language,
    fallback: Direction,
    list: Option<ListSoFar>,
    table: Option<TableSoFar>,
}

#[derive(Clone, Debug)]
struct ListSoFar {
    first: Marker,
    last: Marker,
    direction: Direction,
}

#[derive(Clone, Debug)]
struct TableSoFar {
    /// The first row and the row of dashes, which each further row is parsed with.
    head: String,
    direction: Direction,
}

impl Assembler {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            fallback: language.direction(),
            list: None,
            table: None,
        }
    }

    /// The direction that a segment of this kind takes if its words tell none.
    pub(crate) fn fallback(&self, kind: SegmentKind) -> Direction {
        match (kind, &self.list) {
            (SegmentKind::Item(marker), Some(list)) if list.goes_on_with(marker) => list.direction,
            _ => self.fallback,
        }
    }

    /// The blocks of the next segment; `source` holds the text from byte `offset` on.
    pub(crate) fn close(&mut self, source: &str, offset: usize, segment: &Segment) -> Vec<Block> {
        let part = chars::cut(
            source,
            segment.range.start - offset,
            segment.range.end - offset,
        );
        if segment.kind == SegmentKind::TableRow {
            return self.row(part, segment.range.start);
        }
        self.table = None;
        let content = part.get(segment.prefix..).unwrap_or_default();
        let fallback = self.fallback(segment.kind);
        let place = |range: Range<usize>| {
            segment.range.start + range.start..segment.range.start + range.end
        };
        let blocks = match segment.kind {
            SegmentKind::Code | SegmentKind::Rule => {
                build(part, &place, None, fallback, self.language)
            }
            _ => {
                let (direction, told) = direction::settle(content, fallback);
                if told {
                    self.fallback = direction;
                }
                if let SegmentKind::Item(marker) = segment.kind {
                    return self.item(part, &place, marker, direction);
                }
                if segment.kind == SegmentKind::TableHead {
                    self.table = Some(TableSoFar {
                        head: part.to_owned(),
                        direction,
                    });
                }
                build(part, &place, Some(direction), direction, self.language)
            }
        };
        self.list = None;
        blocks
    }

    fn item(
        &mut self,
        part: &str,
        place: &dyn Fn(Range<usize>) -> Range<usize>,
        marker: Marker,
        direction: Direction,
    ) -> Vec<Block> {
        let mut blocks = build(part, place, Some(direction), direction, self.language);
        let list = match self.list.take() {
            Some(list) if list.goes_on_with(marker) => {
                if let Some(Block::List {
                    direction,
                    continued,
                    ..
                }) = blocks.first_mut()
                {
                    *continued = true;
                    *direction = list.direction;
                }
                ListSoFar {
                    last: marker,
                    ..list
                }
            }
            _ => ListSoFar {
                first: marker,
                last: marker,
                direction,
            },
        };
        self.list = (blocks.len() == 1).then_some(list);
        blocks
    }

    fn row(&mut self, row: &str, at: usize) -> Vec<Block> {
        let Some(table) = &self.table else {
            return Vec::new();
        };
        let source = format!("{}\n{row}\n", table.head);
        let shift = table.head.len() + 1;
        let place = |range: Range<usize>| {
            at + range.start.saturating_sub(shift)
                ..at + range.end.saturating_sub(shift).min(row.len())
        };
        let mut blocks = build(
            &source,
            &place,
            Some(table.direction),
            table.direction,
            self.language,
        );
        if let Some(Block::Table {
            continued, head, ..
        }) = blocks.first_mut()
        {
            *continued = true;
            head.clear();
        }
        blocks.truncate(1);
        blocks
    }
}

impl ListSoFar {
    /// Whether an item belongs to this list: the same bullet, or the next number, or the first one repeated.
    fn goes_on_with(&self, marker: Marker) -> bool {
        marker.sign == self.last.sign
            && match (self.last.number, marker.number) {
                (None, None) => true,
                (Some(last), Some(number)) => {
                    Some(number) == last.checked_add(1)
                        || (last == number && self.first.number == Some(number))
                }
                _ => false,
            }
    }
}
