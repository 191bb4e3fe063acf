//! From the events of pulldown-cmark to blocks.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{
    Alignment as Align, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag,
};

use super::mask::{is_masked, mask, unmask};
use crate::blocks::{Alignment, Block, Cell, ListItem};
use crate::chars;
use crate::direction::{self, Direction};
use crate::inline::{Inline, PieceKind, Style};
use crate::language::Language;

/// Quotations and lists nested deeper are taken as part of what holds them.
const DEEPEST: usize = 12;

/// Where a piece of source stands in the whole text.
pub(super) type Place<'a> = &'a dyn Fn(Range<usize>) -> Range<usize>;

/// Parses one segment.
///
/// `own` is the direction of the first paragraph or heading, `fallback` that of everything that tells nothing.
pub(super) fn build(
    source: &str,
    place: Place,
    own: Option<Direction>,
    fallback: Direction,
    language: Language,
) -> Vec<Block> {
    let masked = mask(source);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events = Parser::new_ext(&masked, options)
        .into_offset_iter()
        .collect();
    let masked = is_masked(source, &masked);
    let mut builder = Builder {
        events,
        next: 0,
        source,
        masked,
        place,
        language,
    };
    builder.blocks(own, fallback, 0)
}

struct Builder<'a> {
    events: Vec<(Event<'a>, Range<usize>)>,
    next: usize,
    source: &'a str,
    /// Whether the parser saw some characters hidden.
    masked: bool,
    place: Place<'a>,
    language: Language,
}

impl<'a> Builder<'a> {
    /// Text from the parser as it stands in the source.
    fn shown<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.masked {
            unmask(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    fn peek(&self) -> Option<&(Event<'a>, Range<usize>)> {
        self.events.get(self.next)
    }

    fn take(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let event = self.events.get(self.next).cloned();
        self.next += 1;
        event
    }

    /// The blocks up to the end of what holds them.
    fn blocks(&mut self, own: Option<Direction>, fallback: Direction, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut own = own;
        let mut flattened = 0_usize;
        while let Some((event, range)) = self.peek().cloned() {
            match event {
                Event::End(_) => {
                    self.next += 1;
                    if flattened == 0 {
                        break;
                    }
                    flattened -= 1;
                }
                Event::Start(Tag::Paragraph) => {
                    self.next += 1;
                    let inline = self.inline();
                    self.next += 1;
                    self.paragraph(&mut blocks, inline, own.take(), fallback);
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    self.next += 1;
                    let inline = self.inline();
                    self.next += 1;
                    let direction = own
                        .take()
                        .unwrap_or_else(|| direction::settle(&inline.visible(), fallback).0);
                    blocks.push(Block::Heading {
                        level: heading_level(level),
                        direction,
                        spans: inline.spans(direction, self.language),
                    });
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    self.next += 1;
                    blocks.push(self.code(&kind));
                }
                Event::Start(Tag::HtmlBlock) => {
                    self.next += 1;
                    let inline = self.inline();
                    self.next += 1;
                    self.paragraph(&mut blocks, inline, own.take(), fallback);
                }
                Event::Start(Tag::BlockQuote(_) | Tag::List(_)) if depth >= DEEPEST => {
                    self.next += 1;
                    flattened += 1;
                }
                Event::Start(Tag::Item) => {
                    // Only inside a flattened list.
                    self.next += 1;
                    flattened += 1;
                }
                Event::Start(Tag::BlockQuote(_)) => {
                    self.next += 1;
                    let direction = own
                        .take()
                        .unwrap_or_else(|| self.raw_direction(&range, fallback));
                    let inner = self.blocks(None, direction, depth + 1);
                    blocks.push(Block::Quote {
                        direction,
                        blocks: inner,
                    });
                }
                Event::Start(Tag::List(start)) => {
                    self.next += 1;
                    self.list(&mut blocks, start, own.take(), fallback, depth);
                }
                Event::Start(Tag::Table(alignments)) => {
                    self.next += 1;
                    let direction = own
                        .take()
                        .unwrap_or_else(|| self.raw_direction(&range, fallback));
                    blocks.push(self.table(&alignments, direction));
                }
                Event::Rule => {
                    self.next += 1;
                    blocks.push(Block::Rule);
                }
                _ => {
                    let before = self.next;
                    let inline = self.inline();
                    if self.next == before {
                        self.next += 1;
                    }
                    self.paragraph(&mut blocks, inline, own.take(), fallback);
                }
            }
        }
        blocks
    }

    fn paragraph(
        &self,
        blocks: &mut Vec<Block>,
        inline: Inline,
        own: Option<Direction>,
        fallback: Direction,
    ) {
        if inline.is_empty() {
            return;
        }
        let direction = own.unwrap_or_else(|| direction::settle(&inline.visible(), fallback).0);
        blocks.push(Block::Paragraph {
            direction,
            spans: inline.spans(direction, self.language),
        });
    }

    fn raw_direction(&self, range: &Range<usize>, fallback: Direction) -> Direction {
        direction::settle(chars::cut(self.source, range.start, range.end), fallback).0
    }

    fn code(&mut self, kind: &CodeBlockKind) -> Block {
        let mut text = String::new();
        while let Some((event, _)) = self.take() {
            match event {
                Event::Text(part) => text.push_str(&self.shown(&part)),
                Event::End(_) => break,
                _ => {}
            }
        }
        if text.ends_with('\n') {
            text.pop();
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned(),
            CodeBlockKind::Indented => String::new(),
        };
        Block::Code { language, text }
    }

    /// A list, cut in two where its written numbers do not follow each other.
    fn list(
        &mut self,
        blocks: &mut Vec<Block>,
        start: Option<u64>,
        own: Option<Direction>,
        fallback: Direction,
        depth: usize,
    ) {
        let direction = own.unwrap_or(fallback);
        let mut first = start;
        let mut expected = start;
        let mut items = Vec::new();
        while let Some((event, range)) = self.take() {
            match event {
                Event::Start(Tag::Item) => {
                    let number = start.and_then(|_| {
                        written_number(self.source.get(range.clone()).unwrap_or_default())
                    });
                    if number != expected && number != first && !items.is_empty() {
                        let done = std::mem::take(&mut items);
                        blocks.push(Block::List {
                            direction,
                            start: first,
                            continued: false,
                            items: done,
                        });
                        first = number;
                    }
                    expected = number.map(|number| number.saturating_add(1));
                    let item = match own {
                        Some(own) if items.is_empty() => own,
                        _ => self.raw_direction(&range, direction),
                    };
                    let inner = self.blocks(Some(item), item, depth + 1);
                    items.push(ListItem {
                        direction: item,
                        blocks: inner,
                    });
                }
                _ => break,
            }
        }
        blocks.push(Block::List {
            direction,
            start: first,
            continued: false,
            items,
        });
    }

    fn table(&mut self, alignments: &[Align], direction: Direction) -> Block {
        let columns = alignments
            .iter()
            .map(|alignment| match alignment {
                Align::None => Alignment::Natural,
                Align::Left => Alignment::Left,
                Align::Center => Alignment::Center,
                Align::Right => Alignment::Right,
            })
            .collect();
        let mut head = Vec::new();
        let mut rows = Vec::new();
        let mut row = Vec::new();
        while let Some((event, _)) = self.take() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let inline = self.inline();
                    self.next += 1;
                    let cell = direction::settle(&inline.visible(), direction).0;
                    row.push(Cell {
                        direction: cell,
                        spans: inline.spans(cell, self.language),
                    });
                }
                Event::End(pulldown_cmark::TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(pulldown_cmark::TagEnd::TableRow) => rows.push(std::mem::take(&mut row)),
                Event::End(pulldown_cmark::TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table {
            direction,
            continued: false,
            columns,
            head,
            rows,
        }
    }

    /// The content of a line, up to the next event that belongs to blocks.
    fn inline(&mut self) -> Inline {
        let mut inline = Inline::default();
        let (mut strong, mut emphasis, mut strikethrough) = (0_usize, 0_usize, 0_usize);
        let mut links: Vec<String> = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        while let Some((event, range)) = self.peek().cloned() {
            let style = Style {
                strong: strong > 0,
                emphasis: emphasis > 0,
                strikethrough: strikethrough > 0,
            };
            let source = (self.place)(range);
            let kind = || {
                links
                    .last()
                    .map_or(PieceKind::Text, |target| PieceKind::Link(target.clone()))
            };
            match event {
                Event::Text(text) => inline.push(kind(), &self.shown(&text), style, source),
                Event::Code(text) => {
                    inline.push(PieceKind::Code, &self.shown(&text), style, source)
                }
                Event::InlineHtml(html) if is_line_break(&html) => {
                    inline.push(PieceKind::Break, "\n", style, source)
                }
                Event::InlineHtml(html) | Event::Html(html) => {
                    inline.push(kind(), &self.shown(&html), style, source)
                }
                Event::SoftBreak | Event::HardBreak => {
                    inline.push(PieceKind::Break, "\n", style, source)
                }
                Event::Start(Tag::Strong) => {
                    strong += 1;
                    open.push(Open::Strong);
                }
                Event::Start(Tag::Emphasis) => {
                    emphasis += 1;
                    open.push(Open::Emphasis);
                }
                Event::Start(Tag::Strikethrough) => {
                    strikethrough += 1;
                    open.push(Open::Strikethrough);
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    links.push(self.shown(&dest_url).into_owned());
                    open.push(Open::Link);
                }
                Event::End(_) => match open.pop() {
                    Some(Open::Strong) => strong -= 1,
                    Some(Open::Emphasis) => emphasis -= 1,
                    Some(Open::Strikethrough) => strikethrough -= 1,
                    Some(Open::Link) => {
                        links.pop();
                    }
                    None => return inline,
                },
                _ => return inline,
            }
            self.next += 1;
        }
        inline
    }
}

/// An inline element that is open.
enum Open {
    Strong,
    Emphasis,
    Strikethrough,
    Link,
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn is_line_break(html: &str) -> bool {
    let bare: String = html.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(bare.to_lowercase().as_str(), "<br>" | "<br/>")
}

fn written_number(item: &str) -> Option<u64> {
    let digits: String = item
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}
