//! Blocks as HTML for the clipboard and for exports: every island in an element with its own direction, and between
//! direction marks, since word processors read no `dir` inside a paragraph (LibreOffice 7.4 shows `1-0-0` as `0-0-1`).
//!
//! It must escape every character that came from the text; the window never gets any of this.

use crate::blocks::{Alignment, Block, Cell, Isolate, ListItem, Span, SpanKind};
use crate::direction::Direction;
use crate::record::{Edge, mark};

/// The blocks as an HTML fragment, without scripts, styles or links that open by themselves.
///
/// An element with `dir` is an isolate in HTML, so that each run keeps its order wherever the fragment is pasted.
#[must_use]
pub fn to_html(blocks: &[Block]) -> String {
    let mut html = String::new();
    for block in blocks {
        write_block(block, &mut html);
    }
    html
}

fn write_block(block: &Block, html: &mut String) {
    match block {
        Block::Paragraph { direction, spans } => element("p", *direction, "", html, |html| {
            write_spans(spans, *direction, html);
        }),
        Block::Heading {
            level,
            direction,
            spans,
        } => {
            element(&format!("h{level}"), *direction, "", html, |html| {
                write_spans(spans, *direction, html);
            });
        }
        Block::List {
            direction,
            start,
            items,
            ..
        } => {
            let (tag, extra) = match start {
                Some(start) => ("ol", format!(" start=\"{start}\"")),
                None => ("ul", String::new()),
            };
            element(tag, *direction, &extra, html, |html| {
                items.iter().for_each(|item| write_item(item, html))
            });
        }
        Block::Quote { direction, blocks } => {
            element("blockquote", *direction, "", html, |html| {
                blocks.iter().for_each(|block| write_block(block, html));
            });
        }
        Block::Code { text, .. } => {
            html.push_str("<pre dir=\"ltr\"><code>");
            escape(text, html);
            html.push_str("</code></pre>");
        }
        Block::Table {
            direction,
            columns,
            head,
            rows,
            ..
        } => {
            element("table", *direction, "", html, |html| {
                write_row("th", head, columns, html);
                rows.iter()
                    .for_each(|row| write_row("td", row, columns, html));
            });
        }
        Block::Rule => html.push_str("<hr>"),
    }
}

fn write_item(item: &ListItem, html: &mut String) {
    element("li", item.direction, "", html, |html| {
        match item.blocks.as_slice() {
            [Block::Paragraph { spans, .. }] => write_spans(spans, item.direction, html),
            blocks => blocks.iter().for_each(|block| write_block(block, html)),
        }
    });
}

fn write_row(tag: &str, cells: &[Cell], columns: &[Alignment], html: &mut String) {
    if cells.is_empty() {
        return;
    }
    html.push_str("<tr>");
    for (at, cell) in cells.iter().enumerate() {
        let align = match columns.get(at) {
            Some(Alignment::Left) => " style=\"text-align:left\"",
            Some(Alignment::Center) => " style=\"text-align:center\"",
            Some(Alignment::Right) => " style=\"text-align:right\"",
            Some(Alignment::Natural) | None => "",
        };
        element(tag, cell.direction, align, html, |html| {
            write_spans(&cell.spans, cell.direction, html);
        });
    }
    html.push_str("</tr>");
}

/// Spans of one isolate go into one element, whatever their styles.
fn write_spans(spans: &[Span], base: Direction, html: &mut String) {
    for run in spans.chunk_by(|one, next| isolate_of(one) == isolate_of(next)) {
        let isolate = run.first().and_then(isolate_of);
        let Some(Isolate { direction, .. }) = isolate else {
            run.iter().for_each(|span| write_span(span, html));
            continue;
        };
        html.extend(["<span dir=\"", direction.code(), "\">"]);
        let text: String = run.iter().map(|span| span.text.as_str()).collect();
        let mut edge = Edge::of(&text, direction);
        html.push(edge.open);
        for span in run {
            write_span_with(span, html, |text, html| {
                let mut marked = String::with_capacity(text.len());
                edge.separate(text, &mut marked);
                escape(&marked, html);
            });
        }
        html.push(edge.close);
        html.push_str("</span>");
        html.push(mark(base));
    }
}

/// Code is an isolate of its own.
fn isolate_of(span: &Span) -> Option<Isolate> {
    span.isolate.filter(|_| span.kind != SpanKind::Code)
}

fn write_span(span: &Span, html: &mut String) {
    write_span_with(span, html, escape);
}

fn write_span_with(span: &Span, html: &mut String, write_text: impl FnOnce(&str, &mut String)) {
    let tags = [
        ("strong", span.strong),
        ("em", span.emphasis),
        ("del", span.strikethrough),
    ];
    let tags = tags.iter().filter(|(_, on)| *on).map(|(tag, _)| *tag);
    tags.clone().for_each(|tag| html.extend(["<", tag, ">"]));
    match &span.kind {
        SpanKind::LineBreak => html.push_str("<br>"),
        SpanKind::Code => {
            html.push_str("<code dir=\"ltr\">");
            escape(&span.text, html);
            html.push_str("</code>");
        }
        SpanKind::Hidden => {}
        SpanKind::Text | SpanKind::Island(_) | SpanKind::Link { .. } => {
            write_text(&span.text, html);
        }
    }
    tags.rev().for_each(|tag| html.extend(["</", tag, ">"]));
}

fn element(
    tag: &str,
    direction: Direction,
    extra: &str,
    html: &mut String,
    content: impl FnOnce(&mut String),
) {
    html.extend(["<", tag, " dir=\"", direction.code(), "\"", extra, ">"]);
    content(html);
    html.extend(["</", tag, ">"]);
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, render};

    #[test]
    fn an_island_in_two_styles_is_one_element() {
        let html = super::to_html(&render("الجرعة 5-**10** mg اليوم", Language::Arabic));
        assert_eq!(
            html,
            "<p dir=\"rtl\">الجرعة <span dir=\"ltr\">\u{200E}5-<strong>10</strong> mg\u{200E}</span>\u{200F} اليوم</p>"
        );
    }

    #[test]
    fn nothing_of_the_text_becomes_markup() {
        let html = super::to_html(&render(
            "<script>alert(1)</script> & `<b>` [x](javascript:alert(1))",
            Language::English,
        ));
        assert!(
            !html.contains("<script") && !html.contains("<b>") && !html.contains("href"),
            "{html}"
        );
    }
}
