//! Runs that readers take from either side get their reading in stored order spelled out behind them.

use sanad_text::{Block, Direction, Isolate, Mark, Reading, Span, SpanKind};

use crate::labels::About;

/// The blocks with `(from ٥ to ١٠)` behind `٥-١٠`.
pub(crate) fn spell_out(blocks: Vec<Block>, about: &About<'_>) -> Vec<Block> {
    blocks
        .into_iter()
        .map(|block| in_block(block, about))
        .collect()
}

fn in_block(block: Block, about: &About<'_>) -> Block {
    match block {
        Block::Paragraph { direction, spans } => Block::Paragraph {
            direction,
            spans: in_spans(spans, direction, about),
        },
        Block::Heading {
            level,
            direction,
            spans,
        } => Block::Heading {
            level,
            direction,
            spans: in_spans(spans, direction, about),
        },
        Block::List {
            direction,
            start,
            continued,
            mut items,
        } => {
            for item in &mut items {
                item.blocks = spell_out(std::mem::take(&mut item.blocks), about);
            }
            Block::List {
                direction,
                start,
                continued,
                items,
            }
        }
        Block::Quote { direction, blocks } => Block::Quote {
            direction,
            blocks: spell_out(blocks, about),
        },
        Block::Table {
            direction,
            continued,
            columns,
            mut head,
            mut rows,
        } => {
            for cell in head.iter_mut().chain(rows.iter_mut().flatten()) {
                cell.spans = in_spans(std::mem::take(&mut cell.spans), cell.direction, about);
            }
            Block::Table {
                direction,
                continued,
                columns,
                head,
                rows,
            }
        }
        Block::Code { .. } | Block::Rule => block,
    }
}

fn in_spans(spans: Vec<Span>, base: Direction, about: &About<'_>) -> Vec<Span> {
    let mut number = spans
        .iter()
        .filter_map(|span| span.isolate)
        .map(|isolate| isolate.number + 1)
        .max()
        .unwrap_or(0);
    let mut spelled = Vec::with_capacity(spans.len());
    let mut spans = spans.into_iter().peekable();
    let mut waiting = String::new();
    while let Some(span) = spans.next() {
        for mark in &span.marks {
            if let Mark::AmbiguousRun { reading } = mark {
                waiting.push(' ');
                waiting.push_str(&say(reading, about));
            }
        }
        let end = span.source.end;
        let isolate = span.isolate;
        spelled.push(span);
        // Not in the middle of an isolate, which must stay one.
        let goes_on = isolate.is_some() && spans.peek().map(|next| next.isolate) == Some(isolate);
        if waiting.is_empty() || goes_on {
            continue;
        }
        let direction = about.language().direction();
        let own = (direction != base).then_some(Isolate { number, direction });
        number += 1;
        let text = std::mem::take(&mut waiting);
        spelled.push(added(" ".to_owned(), None, end));
        spelled.push(added(text.trim_start().to_owned(), own, end));
    }
    spelled
}

fn added(text: String, isolate: Option<Isolate>, at: usize) -> Span {
    Span {
        kind: isolate.map_or(SpanKind::Text, |isolate| {
            SpanKind::Island(isolate.direction)
        }),
        text,
        strong: false,
        emphasis: false,
        strikethrough: false,
        marks: Vec::new(),
        isolate,
        source: at..at,
    }
}

fn say(reading: &Reading, about: &About<'_>) -> String {
    let spelled = |id: &str, values: &[(&str, &str)]| {
        about.say_attribute(&format!("mark-ambiguous-{id}"), "reading", values)
    };
    match reading {
        Reading::Range { from, to } => spelled("range", &[("from", from), ("to", to)]),
        Reading::Change { from, to } => spelled("change", &[("from", from), ("to", to)]),
        Reading::Negative { value } => spelled("negative", &[("value", value)]),
        Reading::Grouped { value } => spelled("grouped", &[("value", value)]),
        Reading::Spread { value, by } => spelled("spread", &[("value", value), ("by", by)]),
        Reading::Date { year, month, day } => {
            let (year, month, day) = (year.to_string(), month.to_string(), day.to_string());
            spelled("date", &[("year", &year), ("month", &month), ("day", &day)])
        }
        Reading::Schedule { parts } => match parts.as_slice() {
            [morning, noon, evening] => spelled(
                "schedule",
                &[("morning", morning), ("noon", noon), ("evening", evening)],
            ),
            [morning, noon, evening, bedtime] => spelled(
                "schedule-four",
                &[
                    ("morning", morning),
                    ("noon", noon),
                    ("evening", evening),
                    ("bedtime", bedtime),
                ],
            ),
            _ => spelled("sequence", &[("list", &parts.join(", "))]),
        },
        Reading::Ratio { parts } => match parts.as_slice() {
            [first, second] => spelled("ratio", &[("first", first), ("second", second)]),
            _ => spelled("sequence", &[("list", &parts.join(", "))]),
        },
        Reading::Product { parts } => spelled("product", &[("list", &parts.join(", "))]),
        Reading::Sequence { parts } => spelled("sequence", &[("list", &parts.join(", "))]),
    }
}
