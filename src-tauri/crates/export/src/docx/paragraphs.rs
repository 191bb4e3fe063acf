//! Blocks as paragraphs, lists and tables.

use std::fmt::Write;

use sanad_text::{Alignment, Block, Cell, Direction, Isolate, Language, Span, SpanKind};

use super::ends_with_table;
use super::xml::escape;
use crate::isolates::{Wrapping, is_control, runs, shown_text};

/// Twentieths of a point: one step inward.
const INDENT: u32 = 400;

/// Levels that the numbering has.
const DEEPEST: usize = 8;

/// What was written so far that later parts depend on.
#[derive(Default)]
pub(super) struct Body {
    /// The first number of each list; `None` for bullets.
    lists: Vec<Option<u64>>,
}

/// Where a block stands.
#[derive(Clone, Copy)]
struct Place<'style> {
    style: &'style str,
    language: Language,
    /// How many steps inward.
    depth: u32,
    /// The list (from 1) and level of an item's first paragraph.
    item: Option<(usize, usize)>,
}

impl Body {
    pub(super) fn section(&mut self, blocks: &[Block], style: &str, language: Language) -> String {
        let mut xml = String::new();
        let place = Place {
            style,
            language,
            depth: 0,
            item: None,
        };
        self.blocks(blocks, place, 0, &mut xml);
        if ends_with_table(blocks) {
            xml.push_str("<w:p/>");
        }
        xml
    }

    pub(super) fn numbering(&self) -> String {
        super::parts::numbering(&self.lists)
    }

    fn blocks(&mut self, blocks: &[Block], place: Place<'_>, level: usize, xml: &mut String) {
        let mut place = place;
        for block in blocks {
            self.block(block, place, level, xml);
            // Only the first paragraph of an item has its number.
            place.item = None;
        }
    }

    fn block(&mut self, block: &Block, place: Place<'_>, level: usize, xml: &mut String) {
        match block {
            Block::Paragraph { direction, spans } => paragraph(spans, *direction, place, "", xml),
            Block::Heading {
                level: heading,
                direction,
                spans,
            } => {
                let style = format!("Heading{}", (*heading).clamp(1, 6));
                let place = Place {
                    style: &style,
                    ..place
                };
                paragraph(spans, *direction, place, "", xml);
            }
            Block::List { start, items, .. } => {
                self.lists.push(*start);
                let list = self.lists.len();
                for item in items {
                    let place = Place {
                        depth: place.depth + 1,
                        item: Some((list, level.min(DEEPEST))),
                        ..place
                    };
                    if !matches!(item.blocks.first(), Some(Block::Paragraph { .. })) {
                        // A number needs a paragraph to stand at.
                        paragraph(&[], item.direction, place, "", xml);
                        self.blocks(&item.blocks, Place { item: None, ..place }, level + 1, xml);
                    } else {
                        self.blocks(&item.blocks, place, level + 1, xml);
                    }
                    if ends_with_table(&item.blocks) {
                        xml.push_str("<w:p/>");
                    }
                }
            }
            Block::Quote { blocks, .. } => {
                let place = Place {
                    style: "Quote",
                    depth: place.depth + 1,
                    ..place
                };
                self.blocks(blocks, place, level, xml);
                if ends_with_table(blocks) {
                    xml.push_str("<w:p/>");
                }
            }
            Block::Code { text, .. } => code(text, place, xml),
            Block::Table {
                direction,
                columns,
                head,
                rows,
                ..
            } => table(*direction, columns, head, rows, place, xml),
            Block::Rule => xml.push_str(
                "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"808080\"/></w:pBdr></w:pPr></w:p>",
            ),
        }
    }
}

fn open_paragraph(direction: Direction, place: Place<'_>, alignment: &str, xml: &mut String) {
    put(
        xml,
        format_args!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", place.style),
    );
    if let Some((list, level)) = place.item {
        put(
            xml,
            format_args!(
                "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            ),
        );
    }
    if direction == Direction::Rtl {
        xml.push_str("<w:bidi/>");
    }
    if place.depth > 0 {
        let hanging = if place.item.is_some() { INDENT } else { 0 };
        put(
            xml,
            format_args!(
                "<w:ind w:left=\"{}\" w:hanging=\"{hanging}\"/>",
                place.depth * INDENT
            ),
        );
    }
    xml.push_str(alignment);
    xml.push_str("</w:pPr>");
}

fn paragraph(
    spans: &[Span],
    direction: Direction,
    place: Place<'_>,
    alignment: &str,
    xml: &mut String,
) {
    open_paragraph(direction, place, alignment, xml);
    for (isolate, run) in runs(spans) {
        isolated(run, isolate, direction, place.language, xml);
    }
    xml.push_str("</w:p>");
}

fn isolated(
    run: &[Span],
    isolate: Option<Isolate>,
    base: Direction,
    language: Language,
    xml: &mut String,
) {
    let direction = isolate.map_or(base, |isolate| isolate.direction);
    let wrapping = isolate.map(|isolate| Wrapping::of(&shown_text(run), isolate.direction));
    if let Some(wrapping) = wrapping {
        text_run(wrapping.open, None, direction, language, xml);
    }
    for span in run {
        match span.kind {
            SpanKind::Hidden => {}
            SpanKind::LineBreak => xml.push_str("<w:r><w:br/></w:r>"),
            _ => text_run(&span.text, Some(span), direction, language, xml),
        }
    }
    if let Some(wrapping) = wrapping {
        text_run(wrapping.close, None, direction, language, xml);
    }
}

/// A run of text in one style; `span` is `None` for the controls that we put around others.
fn text_run(
    text: &str,
    span: Option<&Span>,
    direction: Direction,
    language: Language,
    xml: &mut String,
) {
    xml.push_str("<w:r><w:rPr>");
    if let Some(span) = span {
        if span.kind == SpanKind::Code {
            xml.push_str("<w:rStyle w:val=\"CodeText\"/>");
        }
        for (element, on) in [
            ("<w:b/><w:bCs/>", span.strong),
            ("<w:i/><w:iCs/>", span.emphasis),
            ("<w:strike/>", span.strikethrough),
        ] {
            if on {
                xml.push_str(element);
            }
        }
    }
    if direction == Direction::Rtl {
        xml.push_str("<w:rtl/>");
    }
    let code = language.code();
    match language.direction() {
        Direction::Rtl => put(xml, format_args!("<w:lang w:bidi=\"{code}\"/>")),
        Direction::Ltr => put(xml, format_args!("<w:lang w:val=\"{code}\"/>")),
    }
    xml.push_str("</w:rPr><w:t xml:space=\"preserve\">");
    if span.is_some() {
        let stored: String = text.chars().filter(|&c| !is_control(c)).collect();
        escape(&stored, xml);
    } else {
        xml.push_str(text);
    }
    xml.push_str("</w:t></w:r>");
}

fn code(text: &str, place: Place<'_>, xml: &mut String) {
    let place = Place {
        style: "Code",
        ..place
    };
    open_paragraph(Direction::Ltr, place, "", xml);
    for (number, line) in text.trim_end_matches('\n').split('\n').enumerate() {
        if number > 0 {
            xml.push_str("<w:r><w:br/></w:r>");
        }
        let wrapping = Wrapping::of(line, Direction::Ltr);
        xml.push_str("<w:r><w:t xml:space=\"preserve\">");
        xml.push_str(wrapping.open);
        escape(line, xml);
        xml.push_str(wrapping.close);
        xml.push_str("</w:t></w:r>");
    }
    xml.push_str("</w:p>");
}

fn table(
    direction: Direction,
    columns: &[Alignment],
    head: &[Cell],
    rows: &[Vec<Cell>],
    place: Place<'_>,
    xml: &mut String,
) {
    xml.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/>");
    if direction == Direction::Rtl {
        xml.push_str("<w:bidiVisual/>");
    }
    xml.push_str("<w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
    let count = columns.len().max(head.len()).max(1);
    for _ in 0..count {
        // The width of the text on A4 with margins of two centimetres.
        let width = 9638 / u32::try_from(count).unwrap_or(u32::MAX).max(1);
        put(xml, format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.push_str("</w:tblGrid>");
    let head_place = Place {
        style: "TableHead",
        item: None,
        depth: 0,
        ..place
    };
    let cell_place = Place {
        style: "TableCell",
        ..head_place
    };
    if !head.is_empty() {
        row(
            head,
            columns,
            "<w:trPr><w:tblHeader/></w:trPr>",
            head_place,
            xml,
        );
    }
    for cells in rows {
        row(cells, columns, "", cell_place, xml);
    }
    xml.push_str("</w:tbl>");
}

fn row(
    cells: &[Cell],
    columns: &[Alignment],
    properties: &str,
    place: Place<'_>,
    xml: &mut String,
) {
    put(xml, format_args!("<w:tr>{properties}"));
    for (at, cell) in cells.iter().enumerate() {
        let alignment = columns.get(at).copied().unwrap_or(Alignment::Natural);
        xml.push_str("<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>");
        let alignment = justified(alignment, cell.direction);
        paragraph(&cell.spans, cell.direction, place, alignment, xml);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}

/// `left` means the side where lines begin.
fn justified(alignment: Alignment, direction: Direction) -> &'static str {
    match (alignment, direction) {
        (Alignment::Natural, _) => "",
        (Alignment::Center, _) => "<w:jc w:val=\"center\"/>",
        (Alignment::Left, Direction::Ltr) | (Alignment::Right, Direction::Rtl) => {
            "<w:jc w:val=\"left\"/>"
        }
        (Alignment::Left, Direction::Rtl) | (Alignment::Right, Direction::Ltr) => {
            "<w:jc w:val=\"right\"/>"
        }
    }
}

fn put(xml: &mut String, arguments: std::fmt::Arguments<'_>) {
    xml.write_fmt(arguments)
        .expect("a string takes what is written to it");
}
