//! Typed blocks and spans, as the window draws them.

use sanad_text as text;
use serde::Serialize;
use specta::Type;

use super::ErrorArgument;

/// A block of text. The window builds one element for each; no HTML string ever crosses.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum BlockView {
    /// Running text.
    Paragraph {
        /// `ltr` or `rtl`.
        direction: String,
        /// Its text.
        spans: Vec<SpanView>,
    },
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u32,
        /// `ltr` or `rtl`.
        direction: String,
        /// Its text.
        spans: Vec<SpanView>,
    },
    /// A list.
    List {
        /// `ltr` or `rtl`; set on the list, since WebKitGTK puts bullets on the wrong side otherwise.
        direction: String,
        /// Numbered, or with bullets.
        ordered: bool,
        /// The first number of a numbered list.
        start: u32,
        /// While streaming: whether these items belong to the list before.
        continued: bool,
        /// Its items.
        items: Vec<ItemView>,
    },
    /// A quotation.
    Quote {
        /// `ltr` or `rtl`.
        direction: String,
        /// What is quoted.
        blocks: Vec<BlockView>,
    },
    /// Code; always left to right.
    Code {
        /// The language named on the fence; often empty.
        language: String,
        /// The code.
        text: String,
    },
    /// A table.
    Table {
        /// `ltr` or `rtl`: the order of the columns.
        direction: String,
        /// While streaming: whether these rows belong to the table before; `head` is empty then.
        continued: bool,
        /// One for each column.
        columns: Vec<AlignmentView>,
        /// The heading row.
        head: Vec<CellView>,
        /// The rows below it.
        rows: Vec<Vec<CellView>>,
    },
    /// A line across.
    Rule,
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ItemView {
    /// `ltr` or `rtl`.
    pub direction: String,
    /// What it holds.
    pub blocks: Vec<BlockView>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct CellView {
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Its text.
    pub spans: Vec<SpanView>,
}

/// How a table's column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AlignmentView {
    /// As the cell's direction says.
    Natural,
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A run of characters with one look.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct SpanView {
    /// What it is.
    pub kind: SpanKindView,
    /// Its characters as stored.
    pub text: String,
    /// Where it begins in the whole stored text, in UTF-16 units; of no meaning while streaming.
    pub start: u32,
    /// Spans that follow each other with the same number share one isolate: draw them in one `bdi`.
    /// -1 for text outside any. Counts from 0 in each paragraph, heading or cell.
    pub isolate: i32,
    /// `ltr` or `rtl`, the direction of the isolate; empty outside any.
    pub direction: String,
    /// The address behind a link, shown and copied, never opened; else empty.
    pub target: String,
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
    /// Struck through.
    pub strikethrough: bool,
    /// What a reader should be warned of; mostly empty.
    pub marks: Vec<MarkView>,
}

/// What a span is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SpanKindView {
    /// Text in the block's direction.
    Text,
    /// A run kept in its own direction.
    Island,
    /// Code inside a line; always left to right and isolated.
    Code,
    /// A link, shown as text.
    Link,
    /// A line break; `text` is a line feed.
    LineBreak,
    /// Stored characters that move or hide others: for copying only, they must never reach a text node.
    Hidden,
}

/// Why a value needs a second look.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct MarkView {
    /// Name of the Fluent message that explains it, without its prefix `mark-`.
    pub code: String,
    /// The reading spelled out, as arguments of the Fluent message.
    pub arguments: Vec<ErrorArgument>,
}

/// The block that is still being written.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct OpenBlockView {
    /// Counts the open blocks of this answer: another number begins another text node. -1 when no block is open.
    pub index: i32,
    /// What it will be.
    pub kind: OpenBlockKind,
    /// The level of a heading or the number of a list item; 0 for none.
    pub number: u32,
    /// `ltr` or `rtl`, frozen while it grows.
    pub direction: String,
    /// Characters to append to its one text node. Invisible isolates keep numbers in order.
    pub append: String,
}

/// What an open block will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OpenBlockKind {
    /// Running text.
    Paragraph,
    /// A heading.
    Heading,
    /// An item of a list.
    ListItem,
    /// A quotation.
    Quote,
    /// Code.
    Code,
    /// A table, shown as its Markdown until it is whole.
    Table,
}

impl BlockView {
    /// Blocks as the text crate makes them.
    pub(crate) fn all(blocks: Vec<text::Block>) -> Vec<Self> {
        blocks.into_iter().map(Self::from).collect()
    }

    /// The blocks of a stored text, with each span's place in it.
    pub(crate) fn all_of(mut blocks: Vec<text::Block>, stored: &str) -> Vec<Self> {
        let mut ruler = Utf16Ruler::over(stored);
        text::each_span(&mut blocks, &mut |span| {
            span.source = ruler.at(span.source.start)..ruler.at(span.source.end);
        });
        Self::all(blocks)
    }
}

/// Turns places in UTF-8 bytes into places in UTF-16 units; asked in ascending order it reads the text once.
struct Utf16Ruler<'text> {
    text: &'text str,
    utf8: usize,
    utf16: usize,
}

impl<'text> Utf16Ruler<'text> {
    fn over(text: &'text str) -> Self {
        Self {
            text,
            utf8: 0,
            utf16: 0,
        }
    }

    fn at(&mut self, utf8: usize) -> usize {
        if utf8 < self.utf8 {
            (self.utf8, self.utf16) = (0, 0);
        }
        let between = self.text.get(self.utf8..utf8).unwrap_or_default();
        self.utf16 += between.encode_utf16().count();
        self.utf8 = utf8;
        self.utf16
    }
}

impl From<text::Block> for BlockView {
    fn from(block: text::Block) -> Self {
        match block {
            text::Block::Paragraph { direction, spans } => Self::Paragraph {
                direction: code_of(direction),
                spans: SpanView::all(spans),
            },
            text::Block::Heading {
                level,
                direction,
                spans,
            } => Self::Heading {
                level: u32::from(level),
                direction: code_of(direction),
                spans: SpanView::all(spans),
            },
            text::Block::List {
                direction,
                start,
                continued,
                items,
            } => Self::List {
                direction: code_of(direction),
                ordered: start.is_some(),
                start: u32::try_from(start.unwrap_or(1)).unwrap_or(1),
                continued,
                items: items.into_iter().map(ItemView::from).collect(),
            },
            text::Block::Quote { direction, blocks } => Self::Quote {
                direction: code_of(direction),
                blocks: Self::all(blocks),
            },
            text::Block::Code { language, text } => Self::Code { language, text },
            text::Block::Table {
                direction,
                continued,
                columns,
                head,
                rows,
            } => Self::Table {
                direction: code_of(direction),
                continued,
                columns: columns.into_iter().map(AlignmentView::from).collect(),
                head: cells(head),
                rows: rows.into_iter().map(cells).collect(),
            },
            text::Block::Rule => Self::Rule,
        }
    }
}

impl From<text::ListItem> for ItemView {
    fn from(item: text::ListItem) -> Self {
        Self {
            direction: code_of(item.direction),
            blocks: BlockView::all(item.blocks),
        }
    }
}

impl From<text::Alignment> for AlignmentView {
    fn from(alignment: text::Alignment) -> Self {
        match alignment {
            text::Alignment::Natural => Self::Natural,
            text::Alignment::Left => Self::Left,
            text::Alignment::Center => Self::Center,
            text::Alignment::Right => Self::Right,
        }
    }
}

impl SpanView {
    pub(crate) fn all(spans: Vec<text::Span>) -> Vec<Self> {
        spans.into_iter().map(Self::from).collect()
    }
}

impl From<text::Span> for SpanView {
    fn from(span: text::Span) -> Self {
        let (kind, target) = match span.kind {
            text::SpanKind::Text => (SpanKindView::Text, String::new()),
            text::SpanKind::Island(_) => (SpanKindView::Island, String::new()),
            text::SpanKind::Code => (SpanKindView::Code, String::new()),
            text::SpanKind::Link { target } => (SpanKindView::Link, target),
            text::SpanKind::LineBreak => (SpanKindView::LineBreak, String::new()),
            text::SpanKind::Hidden => (SpanKindView::Hidden, String::new()),
        };
        Self {
            kind,
            text: span.text,
            start: u32::try_from(span.source.start).unwrap_or(u32::MAX),
            isolate: span
                .isolate
                .map_or(-1, |isolate| i32::try_from(isolate.number).unwrap_or(-1)),
            direction: span
                .isolate
                .map(|isolate| code_of(isolate.direction))
                .unwrap_or_default(),
            target,
            strong: span.strong,
            emphasis: span.emphasis,
            strikethrough: span.strikethrough,
            marks: span.marks.into_iter().map(MarkView::from).collect(),
        }
    }
}

fn cells(cells: Vec<text::Cell>) -> Vec<CellView> {
    let view = |cell: text::Cell| CellView {
        direction: code_of(cell.direction),
        spans: SpanView::all(cell.spans),
    };
    cells.into_iter().map(view).collect()
}

impl From<Option<text::OpenStep>> for OpenBlockView {
    fn from(step: Option<text::OpenStep>) -> Self {
        let Some(step) = step else {
            let (kind, direction) = (OpenBlockKind::Paragraph, text::Direction::Ltr);
            return Self {
                index: -1,
                kind,
                number: 0,
                direction: code_of(direction),
                append: String::new(),
            };
        };
        let (kind, number) = match step.kind {
            text::OpenKind::Paragraph => (OpenBlockKind::Paragraph, 0),
            text::OpenKind::Heading(level) => (OpenBlockKind::Heading, u64::from(level)),
            text::OpenKind::ListItem(number) => (OpenBlockKind::ListItem, number.unwrap_or(0)),
            text::OpenKind::Code => (OpenBlockKind::Code, 0),
            text::OpenKind::Quote => (OpenBlockKind::Quote, 0),
            text::OpenKind::Table => (OpenBlockKind::Table, 0),
        };
        Self {
            index: i32::try_from(step.index).unwrap_or(i32::MAX),
            kind,
            number: u32::try_from(number).unwrap_or(0),
            direction: code_of(step.direction),
            append: step.append,
        }
    }
}

impl From<text::Mark> for MarkView {
    fn from(mark: text::Mark) -> Self {
        let (code, arguments) = match mark {
            text::Mark::AmbiguousRun { reading } => return Self::of_reading(reading),
            text::Mark::DecimalComma { value } => ("decimal-comma", vec![("value", value)]),
            text::Mark::NakedDecimal { value } => ("naked-decimal", vec![("value", value)]),
            text::Mark::TrailingZero { value } => ("trailing-zero", vec![("value", value)]),
            text::Mark::UnitU => ("unit-u", Vec::new()),
            text::Mark::MicroSign => ("micro-sign", Vec::new()),
            text::Mark::Unsupported { missing, ends } => {
                return Self::of_unsupported(missing, ends);
            }
            text::Mark::Suspicious { warning } => return Self::of_warning(warning),
        };
        Self::new(code, arguments)
    }
}

impl MarkView {
    /// The window says why at the last piece of a figure only.
    fn of_unsupported(missing: text::Missing, ends: bool) -> Self {
        let code = match (ends, missing) {
            (false, _) => "unsupported",
            (true, text::Missing::Value) => "unsupported-value",
            (true, text::Missing::Unit) => "unsupported-unit",
            (true, text::Missing::Drug) => "unsupported-drug",
        };
        Self::new(code, Vec::new())
    }

    /// The same messages explain a warning beside a text and at its place inside.
    fn of_warning(warning: text::WarningKind) -> Self {
        let (code, arguments) = warning_of(warning);
        Self {
            code: format!("warning-{code}"),
            arguments,
        }
    }

    fn of_reading(reading: text::Reading) -> Self {
        let (code, arguments) = match reading {
            text::Reading::Range { from, to } => {
                ("ambiguous-range", vec![("from", from), ("to", to)])
            }
            text::Reading::Schedule { parts } => {
                let code = if parts.len() > 3 {
                    "ambiguous-schedule-four"
                } else {
                    "ambiguous-schedule"
                };
                (
                    code,
                    ["morning", "noon", "evening", "bedtime"]
                        .into_iter()
                        .zip(parts)
                        .collect(),
                )
            }
            text::Reading::Date { year, month, day } => (
                "ambiguous-date",
                vec![
                    ("year", year.to_string()),
                    ("month", month.to_string()),
                    ("day", day.to_string()),
                ],
            ),
            text::Reading::Negative { value } => ("ambiguous-negative", vec![("value", value)]),
            text::Reading::Ratio { parts } => (
                "ambiguous-ratio",
                ["first", "second"].into_iter().zip(parts).collect(),
            ),
            text::Reading::Product { parts } => {
                ("ambiguous-product", vec![("list", parts.join(" × "))])
            }
            text::Reading::Change { from, to } => {
                ("ambiguous-change", vec![("from", from), ("to", to)])
            }
            text::Reading::Spread { value, by } => {
                ("ambiguous-spread", vec![("value", value), ("by", by)])
            }
            text::Reading::Grouped { value } => ("ambiguous-grouped", vec![("value", value)]),
            text::Reading::Sequence { parts } => {
                ("ambiguous-sequence", vec![("list", parts.join(", "))])
            }
        };
        Self::new(code, arguments)
    }

    fn new(code: &str, arguments: Vec<(&str, String)>) -> Self {
        Self {
            code: code.to_owned(),
            arguments: arguments
                .into_iter()
                .map(|(name, value)| ErrorArgument::new(name, value))
                .collect(),
        }
    }
}

/// The name of a warning, without `warning-`, and the variables of its message.
pub(crate) fn warning_of(warning: text::WarningKind) -> (&'static str, Vec<ErrorArgument>) {
    match warning {
        text::WarningKind::Override => ("override", Vec::new()),
        text::WarningKind::Unbalanced => ("unbalanced", Vec::new()),
        text::WarningKind::InvisibleTag { spells } => {
            ("invisible-tag", vec![ErrorArgument::new("spells", spells)])
        }
        text::WarningKind::ControlTouchesDigit => ("control-touches-digit", Vec::new()),
        text::WarningKind::LookAlike { looks_like } => (
            "look-alike",
            vec![ErrorArgument::new("looks_like", looks_like)],
        ),
    }
}

/// `ltr` or `rtl`, as HTML's `dir` has it.
pub(crate) fn code_of(direction: text::Direction) -> String {
    match direction {
        text::Direction::Ltr => "ltr",
        text::Direction::Rtl => "rtl",
    }
    .to_owned()
}
