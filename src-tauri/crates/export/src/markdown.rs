//! Markdown that reads right in any editor: direction marks at the edges of islands, as in copied text.
//!
//! It is written anew from the blocks, so that a fence that was never closed or a heading in an answer cannot swallow
//! what stands below: answers and questions stand in quotations, and every character that could be markup is escaped.

use std::io::Write;

use sanad_text::{Alignment, Block, Cell, Direction, Edge, Span, SpanKind, direction_mark};
use unicode_bidi::BidiClass;

use crate::document::Paper;
use crate::error::ExportError;
use crate::isolates::{runs, shown_text};
use crate::sections::{Role, Section};

/// Writes sections as they come.
pub(crate) struct Writer<'out> {
    out: &'out mut dyn Write,
}

impl<'out> Writer<'out> {
    pub(crate) fn new(out: &'out mut dyn Write) -> Self {
        Self { out }
    }
}

impl Paper for Writer<'_> {
    fn section(&mut self, section: &Section) -> Result<(), ExportError> {
        let mut lines = Vec::new();
        match section.role {
            Role::Title | Role::Label => {
                let marker = if section.role == Role::Title {
                    "# "
                } else {
                    "## "
                };
                for line in blocks(&section.blocks) {
                    lines.push(format!("{marker}{line}"));
                }
            }
            Role::Notice | Role::Remark => lines = blocks(&section.blocks),
            Role::Question | Role::Answer => {
                lines = blocks(&section.blocks)
                    .into_iter()
                    .map(|line| format!("> {line}"))
                    .collect();
            }
        }
        for line in lines {
            writeln!(self.out, "{}", line.trim_end_matches(' '))?;
        }
        writeln!(self.out)?;
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        self.out.flush()?;
        Ok(())
    }
}

/// The lines of some blocks, with an empty line between two of them.
fn blocks(blocks: &[Block]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in blocks {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(lines_of(block));
    }
    lines
}

fn lines_of(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { direction, spans } => paragraph(spans, *direction),
        Block::Heading {
            level,
            direction,
            spans,
        } => {
            // Two levels are the document's own.
            let marker = "#".repeat(usize::from(*level).saturating_add(2).min(6));
            let text = paragraph(spans, *direction).join(" ");
            vec![format!("{marker} {text}")]
        }
        Block::List { start, items, .. } => {
            let mut number = *start;
            let mut lines = Vec::new();
            for item in items {
                let marker = match number {
                    Some(number) => format!("{number}. "),
                    None => "- ".to_owned(),
                };
                lines.extend(indented(&marker, blocks(&item.blocks)));
                number = number.map(|number| number.saturating_add(1));
            }
            lines
        }
        Block::Quote { blocks: inner, .. } => blocks(inner)
            .into_iter()
            .map(|line| format!("> {line}"))
            .collect(),
        Block::Code { language, text } => {
            let fence = fence_for(text);
            let mut lines = vec![format!("{fence}{language}")];
            lines.extend(text.lines().map(str::to_owned));
            lines.push(fence);
            lines
        }
        Block::Table {
            columns,
            head,
            rows,
            ..
        } => table(columns, head, rows),
        Block::Rule => vec!["---".to_owned()],
    }
}

fn indented(marker: &str, lines: Vec<String>) -> Vec<String> {
    let rest = " ".repeat(marker.len());
    if lines.is_empty() {
        return vec![marker.to_owned()];
    }
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(number, line)| match number {
            0 => format!("{marker}{line}"),
            _ if line.is_empty() => line,
            _ => format!("{rest}{line}"),
        })
        .collect()
}

/// Longer than any row of back quotes inside.
fn fence_for(text: &str) -> String {
    let mut longest = 0;
    let mut row = 0;
    for c in text.chars() {
        row = if c == '`' { row + 1 } else { 0 };
        longest = longest.max(row);
    }
    "`".repeat((longest + 1).max(3))
}

fn table(columns: &[Alignment], head: &[Cell], rows: &[Vec<Cell>]) -> Vec<String> {
    let row = |cells: &[Cell]| {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| paragraph(&cell.spans, cell.direction).join(" "))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule: Vec<&str> = columns
        .iter()
        .map(|column| match column {
            Alignment::Natural => "---",
            Alignment::Left => ":--",
            Alignment::Center => ":-:",
            Alignment::Right => "--:",
        })
        .collect();
    let mut lines = vec![row(head), format!("| {} |", rule.join(" | "))];
    lines.extend(rows.iter().map(|cells| row(cells)));
    lines
}

/// The lines of a paragraph, with marks; a line end within it is kept by a backslash.
fn paragraph(spans: &[Span], base: Direction) -> Vec<String> {
    let mut text = String::new();
    for (isolate, run) in runs(spans) {
        match isolate {
            Some(isolate) => {
                let mut edge = Edge::of(&shown_text(run), isolate.direction);
                text.push(edge.open);
                for span in run {
                    write_span(span, &mut text, |part, text| edge.separate(part, text));
                }
                text.push(edge.close);
                text.push(direction_mark(base));
            }
            None => {
                for span in run {
                    write_span(span, &mut text, |part, text| text.push_str(part));
                }
            }
        }
    }
    if first_strong(&text).is_some_and(|first| first != base) {
        text.insert(0, direction_mark(base));
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let last = lines.len().saturating_sub(1);
    lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let line = safe_beginning(line);
            if number == last {
                line
            } else {
                format!("{line}\\")
            }
        })
        .collect()
}

fn write_span(span: &Span, text: &mut String, mut write: impl FnMut(&str, &mut String)) {
    match &span.kind {
        SpanKind::Hidden => return,
        SpanKind::LineBreak => {
            text.push('\n');
            return;
        }
        SpanKind::Code => {
            let fence = "`".repeat(fence_for(&span.text).len() - 2);
            text.extend([fence.as_str(), span.text.as_str(), fence.as_str()]);
            return;
        }
        SpanKind::Text | SpanKind::Island(_) | SpanKind::Link { .. } => {}
    }
    let style = [
        ("**", span.strong),
        ("*", span.emphasis),
        ("~~", span.strikethrough),
    ];
    let style = style.iter().filter(|(_, on)| *on).map(|(mark, _)| *mark);
    style.clone().for_each(|mark| text.push_str(mark));
    write(&escaped(&span.text), text);
    style.rev().for_each(|mark| text.push_str(mark));
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '&'
        ) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// A line that would begin a list, a heading or a quotation by chance (`- 5`, `1. 5`, `> 5`) is told not to.
fn safe_beginning(line: &str) -> String {
    let bare = line.trim_start_matches([' ', '\u{200E}', '\u{200F}', '\u{2066}']);
    let indent = line
        .strip_suffix(bare)
        .unwrap_or_default()
        .trim_start_matches(' ');
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = bare.strip_suffix(digits).unwrap_or_default();
    match digits.chars().next() {
        Some(c @ ('.' | ')')) if !number.is_empty() => {
            let rest = digits.strip_prefix(c).unwrap_or_default();
            format!("{indent}{number}\\{c}{rest}")
        }
        Some('-' | '+' | '#' | '>' | '=') if number.is_empty() => format!("{indent}\\{bare}"),
        _ => format!("{indent}{bare}"),
    }
}

fn first_strong(text: &str) -> Option<Direction> {
    text.chars()
        .find_map(|c| match unicode_bidi::bidi_class(c) {
            BidiClass::L => Some(Direction::Ltr),
            BidiClass::R | BidiClass::AL => Some(Direction::Rtl),
            _ => None,
        })
}
