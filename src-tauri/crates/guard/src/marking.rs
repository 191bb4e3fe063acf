//! Goes through an answer block by block and marks what no source says.

use std::ops::{AddAssign, Range};

use sanad_text::{Block, Cell, Mark, Missing, Span, SpanKind};

use crate::drugs::Drugs;
use crate::sources::{Line, Sources};

/// Stands for code, which is never read.
const CODE: &str = "\u{FFFC}";

/// How many figures there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// All of them.
    pub figures: usize,
    /// Those that no source says.
    pub unsupported: usize,
}

impl AddAssign for Counted {
    fn add_assign(&mut self, other: Self) {
        self.figures += other.figures;
        self.unsupported += other.unsupported;
    }
}

/// What the text above a block speaks of; one for each answer, from its first block to its last.
#[derive(Clone, Debug, Default)]
pub struct Around(Drugs);

impl Sources {
    /// Marks the figures of blocks that no source says, and returns how many there are.
    ///
    /// The blocks of an answer may be given all at once or as they are finished, always with the same `around`.
    /// Text, order and isolates of the spans stay as they are; a span may become several with one isolate.
    pub fn mark(&self, blocks: &mut [Block], around: &mut Around) -> Counted {
        self.blocks(blocks, &mut around.0)
    }

    fn blocks(&self, blocks: &mut [Block], around: &mut Drugs) -> Counted {
        let mut count = Counted::default();
        for block in blocks {
            count += match block {
                Block::Paragraph { spans, .. } => self.paragraph(spans, around),
                Block::Heading { spans, .. } => {
                    let (found, named) = self.line(spans, around);
                    *around = named.drugs;
                    found
                }
                Block::List { items, .. } => {
                    let mut all = Counted::default();
                    for item in items {
                        // What one item speaks of says nothing of the next.
                        all += self.blocks(&mut item.blocks, &mut around.clone());
                    }
                    all
                }
                Block::Quote { blocks, .. } => self.blocks(blocks, &mut around.clone()),
                Block::Table { head, rows, .. } => self.table(head, rows, around),
                Block::Code { .. } | Block::Rule => Counted::default(),
            };
        }
        count
    }

    /// A paragraph that names a medicine without a figure speaks of it for what follows, as a heading does.
    fn paragraph(&self, spans: &mut Vec<Span>, around: &mut Drugs) -> Counted {
        let (count, named) = self.line(spans, around);
        if !named.drugs.is_empty() && !named.has_figures {
            *around = named.drugs;
        }
        count
    }

    /// A figure in a table belongs to the medicine of its row, else of its column.
    fn table(&self, head: &mut [Cell], rows: &mut [Vec<Cell>], around: &Drugs) -> Counted {
        let columns: Vec<Drugs> = head.iter().map(|cell| named(&cell.spans)).collect();
        let mut count = Counted::default();
        for cell in head {
            count += self.line(&mut cell.spans, around).0;
        }
        for row in rows {
            let of_row: Drugs = row.iter().flat_map(|cell| named(&cell.spans)).collect();
            for (column, cell) in row.iter_mut().enumerate() {
                let of_column = columns.get(column).filter(|drugs| !drugs.is_empty());
                let around = if of_row.is_empty() {
                    of_column.unwrap_or(around)
                } else {
                    &of_row
                };
                count += self.line(&mut cell.spans, around).0;
            }
        }
        count
    }

    fn line(&self, spans: &mut Vec<Span>, around: &Drugs) -> (Counted, Named) {
        let text = visible(spans);
        let line = Line::read(&text, around);
        let unsupported: Vec<(Range<usize>, Missing)> = line
            .figures
            .iter()
            .filter_map(|figure| {
                let missing = self.missing(figure)?;
                let tokens = line.tokens.get(figure.tokens.clone())?;
                let range = tokens.first()?.range.start..tokens.last()?.range.end;
                Some((range, missing))
            })
            .collect();
        let named = Named {
            drugs: line
                .mentions
                .into_iter()
                .flat_map(|mention| mention.drugs)
                .collect(),
            has_figures: line.figures.iter().any(|figure| figure.is_stated),
        };
        mark(spans, &unsupported);
        let count = Counted {
            figures: line.figures.len(),
            unsupported: unsupported.len(),
        };
        (count, named)
    }
}

/// What a line speaks of.
struct Named {
    drugs: Drugs,
    has_figures: bool,
}

fn named(spans: &[Span]) -> Drugs {
    let line = Line::read(&visible(spans), &Drugs::new());
    line.mentions
        .into_iter()
        .flat_map(|mention| mention.drugs)
        .collect()
}

/// What is seen of the spans, with a placeholder for code.
fn visible(spans: &[Span]) -> String {
    spans.iter().map(seen).collect()
}

fn seen(span: &Span) -> &str {
    match span.kind {
        SpanKind::Hidden => "",
        SpanKind::Code => CODE,
        _ => &span.text,
    }
}

/// Puts marks at places of what is seen, cutting spans where they begin and end.
fn mark(spans: &mut Vec<Span>, unsupported: &[(Range<usize>, Missing)]) {
    if unsupported.is_empty() {
        return;
    }
    let mut marked = Vec::with_capacity(spans.len() + 2 * unsupported.len());
    let mut at = 0;
    for span in spans.drain(..) {
        let place = at..at + seen(&span).len();
        at = place.end;
        let here: Vec<&(Range<usize>, Missing)> = unsupported
            .iter()
            .filter(|(range, _)| range.start < place.end && place.start < range.end)
            .collect();
        if here.is_empty() || matches!(span.kind, SpanKind::Code | SpanKind::LineBreak) {
            marked.push(span);
            continue;
        }
        marked.extend(pieces(&span, &place, &here));
    }
    *spans = marked;
}

/// The parts of a span, those of a figure with its mark. A link, and a span that has a mark already, stays whole.
fn pieces(span: &Span, place: &Range<usize>, figures: &[&(Range<usize>, Missing)]) -> Vec<Span> {
    let is_divisible = span.marks.is_empty() && !matches!(span.kind, SpanKind::Link { .. });
    let mut parts = Vec::new();
    let mut at = place.start;
    for (range, missing) in figures {
        let (start, end) = if is_divisible {
            (range.start.max(place.start), range.end.min(place.end))
        } else {
            (place.start, place.end)
        };
        if start < at {
            continue;
        }
        parts.extend(part(span, place, at..start));
        let mut figure = part(span, place, start..end);
        if let Some(figure) = &mut figure {
            let ends = range.end <= place.end;
            figure.marks.push(Mark::Unsupported {
                missing: *missing,
                ends,
            });
        }
        parts.extend(figure);
        at = end;
    }
    parts.extend(part(span, place, at..place.end));
    parts
}

/// A part of a span; nothing of an empty one.
fn part(span: &Span, place: &Range<usize>, range: Range<usize>) -> Option<Span> {
    if range.is_empty() {
        return None;
    }
    let inner = range.start - place.start..range.end - place.start;
    let text = span.text.get(inner.clone())?.to_owned();
    let source = if span.source.len() == span.text.len() {
        span.source.start + inner.start..span.source.start + inner.end
    } else {
        span.source.clone()
    };
    Some(Span {
        text,
        source,
        ..span.clone()
    })
}
