//! Cuts a text into top-level segments, line by line, never looking further ahead than the next line.
//!
//! Follows CommonMark except where it would hurt here: four blanks do not make code (an indented Arabic paragraph
//! would be laid out left to right), dashes under a line make a rule and no heading (the line may already be on the
//! screen), and a `>` before a value is a comparison.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::lines::{Start, start};

/// A top-level part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) kind: SegmentKind,
    /// UTF-8 bytes, without the last line end.
    pub(crate) range: Range<usize>,
    /// How many bytes of markup stand before the content of the first line.
    pub(crate) prefix: usize,
}

/// What a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SegmentKind {
    Paragraph,
    Heading(u8),
    Code,
    Rule,
    Item(Marker),
    Quote,
    /// The first row of a table and the row of dashes.
    TableHead,
    TableRow,
}

/// The bullet or number of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) number: Option<u64>,
    /// The bullet, or what stands behind the number.
    pub(crate) sign: char,
}

/// What a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Decision {
    /// It is empty.
    Blank,
    /// It goes on with the open segment behind `skip` bytes of indentation or markup.
    Continue { skip: usize },
    /// It begins a segment, whose content stands behind `skip` bytes.
    Begin { kind: SegmentKind, skip: usize },
    /// It closes the open code.
    EndCode,
    /// It may be the first row of a table, which the next line tells.
    MaybeTable,
    /// It is a row of the open table.
    Row,
}

#[derive(Clone, Debug)]
struct Open {
    segment: Segment,
    /// How the item's further lines are indented, or the fence of code.
    offset: usize,
    fence: char,
    after_blank: bool,
}

/// The state between two lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Segmenter {
    open: Option<Open>,
    /// A line that may become the first row of a table: its place and text.
    held: Option<(usize, String)>,
}

impl Segmenter {
    /// The kind of the open segment.
    pub(crate) fn open(&self) -> Option<&Segment> {
        self.open.as_ref().map(|open| &open.segment)
    }

    /// The line that may become the first row of a table, and its place.
    pub(crate) fn held(&self) -> Option<(usize, &str)> {
        self.held.as_ref().map(|(at, line)| (*at, line.as_str()))
    }

    /// Takes one whole line, without its end, and appends the segments that it closes.
    pub(crate) fn line(&mut self, at: usize, line: &str, closed: &mut Vec<Segment>) {
        if let Some((head_at, head)) = self.held.take() {
            if is_table(&head, line) {
                self.close(closed);
                closed.push(Segment {
                    kind: SegmentKind::TableHead,
                    range: head_at..at + line.len(),
                    prefix: 0,
                });
                let segment = Segment {
                    kind: SegmentKind::TableRow,
                    range: at..at,
                    prefix: 0,
                };
                self.open = Some(Open {
                    segment,
                    offset: 0,
                    fence: '|',
                    after_blank: false,
                });
                return;
            }
            self.held = Some((head_at, head));
            self.release(closed);
        }
        let Some(decision) = self.decide(line, true) else {
            return;
        };
        self.apply(at, line, decision, closed);
    }

    /// Takes the held line as plain text, after all.
    pub(crate) fn release(&mut self, closed: &mut Vec<Segment>) {
        let Some((at, line)) = self.held.take() else {
            return;
        };
        let indent = line.len() - line.trim_start().len();
        let decision = match &self.open {
            Some(open) if open.segment.kind == SegmentKind::Paragraph => {
                Decision::Continue { skip: indent }
            }
            _ => Decision::Begin {
                kind: SegmentKind::Paragraph,
                skip: indent,
            },
        };
        self.apply(at, &line, decision, closed);
    }

    /// Ends the text.
    pub(crate) fn finish(&mut self, closed: &mut Vec<Segment>) {
        self.release(closed);
        self.close(closed);
    }

    /// What the line does, or `None` while it has not arrived as far as that.
    pub(crate) fn decide(&self, line: &str, whole: bool) -> Option<Decision> {
        let Some(open) = &self.open else {
            return begin(start(line, whole)?);
        };
        let indent = line.len() - line.trim_start_matches(' ').len();
        match open.segment.kind {
            SegmentKind::Code => {
                let rest = line.trim_start_matches(' ');
                let run = rest.len() - rest.trim_start_matches(open.fence).len();
                let behind = rest.trim_start_matches(open.fence).trim_end();
                if !whole && behind.is_empty() {
                    return None;
                }
                if indent < 4 && run >= open.offset && behind.is_empty() {
                    return Some(Decision::EndCode);
                }
                Some(Decision::Continue { skip: 0 })
            }
            SegmentKind::Item(_) => {
                let offset = open.offset;
                if line.trim().is_empty() {
                    return whole.then_some(Decision::Blank);
                }
                if indent >= offset || line.starts_with('\t') {
                    return Some(Decision::Continue {
                        skip: indent.min(offset),
                    });
                }
                match start(line, whole)? {
                    Start::Text { indent } | Start::Row { indent } if !open.after_blank => {
                        Some(Decision::Continue { skip: indent })
                    }
                    other => begin(other),
                }
            }
            SegmentKind::Paragraph => match start(line, whole)? {
                Start::Text { indent } => Some(Decision::Continue { skip: indent }),
                Start::Item { marker, empty, .. }
                    if empty || marker.number.is_some_and(|n| n != 1) =>
                {
                    Some(Decision::Continue { skip: indent })
                }
                other => begin(other),
            },
            SegmentKind::Quote => match start(line, whole)? {
                Start::Quote { skip } => Some(Decision::Continue { skip }),
                Start::Comparison { quote_skip, .. } => {
                    Some(Decision::Continue { skip: quote_skip })
                }
                Start::Text { indent } | Start::Row { indent } => {
                    Some(Decision::Continue { skip: indent })
                }
                other => begin(other),
            },
            SegmentKind::TableRow => match start(line, whole)? {
                Start::Row { .. } => whole.then_some(Decision::Row),
                Start::Text { .. } if !whole => None,
                Start::Text { .. } if line.contains('|') => Some(Decision::Row),
                other => begin(other),
            },
            SegmentKind::Heading(_) | SegmentKind::Rule | SegmentKind::TableHead => {
                begin(start(line, whole)?)
            }
        }
    }

    fn apply(&mut self, at: usize, line: &str, decision: Decision, closed: &mut Vec<Segment>) {
        let end = at + line.len();
        match decision {
            Decision::Blank => match &mut self.open {
                Some(open) if matches!(open.segment.kind, SegmentKind::Item(_)) => {
                    open.after_blank = true
                }
                _ => self.close(closed),
            },
            Decision::Continue { .. } => {
                if let Some(open) = &mut self.open {
                    open.segment.range.end = end;
                    open.after_blank = false;
                }
            }
            Decision::EndCode => {
                if let Some(open) = &mut self.open {
                    open.segment.range.end = end;
                }
                self.close(closed);
            }
            Decision::MaybeTable => {
                if !matches!(
                    self.open(),
                    Some(Segment {
                        kind: SegmentKind::Paragraph,
                        ..
                    })
                ) {
                    self.close(closed);
                }
                self.held = Some((at, line.to_owned()));
            }
            Decision::Row => closed.push(Segment {
                kind: SegmentKind::TableRow,
                range: at..end,
                prefix: 0,
            }),
            Decision::Begin { kind, skip } => {
                self.close(closed);
                let start = if kind == SegmentKind::Paragraph {
                    at + skip
                } else {
                    at
                };
                let segment = Segment {
                    kind,
                    range: start..end,
                    prefix: at + skip - start,
                };
                let (offset, fence) = match kind {
                    SegmentKind::Code => fence(line),
                    SegmentKind::Item(_) => (item_offset(line, skip), ' '),
                    _ => (0, ' '),
                };
                self.open = Some(Open {
                    segment,
                    offset,
                    fence,
                    after_blank: false,
                });
                if matches!(kind, SegmentKind::Heading(_) | SegmentKind::Rule) {
                    self.close(closed);
                }
            }
        }
    }

    /// Closes the open segment.
    pub(crate) fn close(&mut self, closed: &mut Vec<Segment>) {
        if let Some(open) = self.open.take()
            && open.segment.kind != SegmentKind::TableRow
        {
            closed.push(open.segment);
        }
    }
}

fn begin(start: Start) -> Option<Decision> {
    let (kind, skip) = match start {
        Start::Blank => return Some(Decision::Blank),
        Start::Row { .. } => return Some(Decision::MaybeTable),
        Start::Text { indent } | Start::Comparison { indent, .. } => {
            (SegmentKind::Paragraph, indent)
        }
        Start::Heading { level, skip } => (SegmentKind::Heading(level), skip),
        Start::Fence => (SegmentKind::Code, 0),
        Start::Rule => (SegmentKind::Rule, 0),
        Start::Item { marker, skip, .. } => (SegmentKind::Item(marker), skip),
        Start::Quote { skip } => (SegmentKind::Quote, skip),
    };
    Some(Decision::Begin { kind, skip })
}

/// How far the further lines of an item are indented.
fn item_offset(line: &str, skip: usize) -> usize {
    let marker_end = line.trim_end().len().min(skip);
    let head = line.get(..skip).unwrap_or(line);
    let marker = head.trim_end().len();
    if marker_end <= marker || skip - marker > 4 {
        marker + 1
    } else {
        skip
    }
}

/// The length and the character of a code fence.
fn fence(line: &str) -> (usize, char) {
    let rest = line.trim_start();
    let sign = rest.chars().next().unwrap_or('`');
    (rest.len() - rest.trim_start_matches(sign).len(), sign)
}

/// Whether two lines are the head of a table.
pub(crate) fn is_table(head: &str, dashes: &str) -> bool {
    let trimmed = dashes.trim();
    if !trimmed.contains('-')
        || !trimmed
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
    {
        return false;
    }
    let text = format!("{head}\n{dashes}\n");
    matches!(
        Parser::new_ext(&text, Options::ENABLE_TABLES).next(),
        Some(Event::Start(Tag::Table(_)))
    )
}
