//! What Markdown must not do to a value, and what it becomes.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

use sanad_text::{Block, Direction, Language, SpanKind, render};

/// The visible text of all blocks, each in its own line with its kind.
fn outline(text: &str) -> Vec<String> {
    fn line(spans: &[sanad_text::Span]) -> String {
        spans.iter().map(|span| span.text.as_str()).collect()
    }
    fn walk(blocks: &[Block], lines: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Paragraph { spans, .. } => lines.push(format!("p {}", line(spans))),
                Block::Heading { level, spans, .. } => {
                    lines.push(format!("h{level} {}", line(spans)))
                }
                Block::List { start, items, .. } => {
                    lines.push(start.map_or("ul".to_owned(), |start| format!("ol {start}")));
                    items.iter().for_each(|item| walk(&item.blocks, lines));
                }
                Block::Quote { blocks, .. } => {
                    lines.push("quote".to_owned());
                    walk(blocks, lines);
                }
                Block::Code { language, text } => lines.push(format!("code {language} {text}")),
                Block::Table { head, rows, .. } => {
                    for row in std::iter::once(head).chain(rows) {
                        let cells: Vec<String> = row.iter().map(|cell| line(&cell.spans)).collect();
                        lines.push(format!("row {}", cells.join(" | ")));
                    }
                }
                Block::Rule => lines.push("rule".to_owned()),
            }
        }
    }
    let mut lines = Vec::new();
    walk(&render(text, Language::English), &mut lines);
    lines
}

#[test]
fn a_value_is_never_taken_for_markup() {
    for (text, expected) in [
        (">= 5 mg", vec!["p >= 5 mg"]),
        ("> 5 mg", vec!["p > 5 mg"]),
        (">5", vec!["p >5"]),
        ("- > 5 mg: stop", vec!["ul", "p > 5 mg: stop"]),
        ("dose 2*3*4 mg", vec!["p dose 2*3*4 mg"]),
        ("dose 2**3**4 mg", vec!["p dose 2**3**4 mg"]),
        ("5~10 mg and 20~30 mg", vec!["p 5~10 mg and 20~30 mg"]),
        ("~5 mg or ~10 mg", vec!["p ~5 mg or ~10 mg"]),
        ("[1]: Smith 2020", vec!["p [1]: Smith 2020"]),
        (
            "see [1]\n\n[1]: Smith 2020",
            vec!["p see [1]", "p [1]: Smith 2020"],
        ),
        ("dose\n===", vec!["p dose\n==="]),
        ("dose\n---", vec!["p dose", "rule"]),
        ("    نص مزاح", vec!["p نص مزاح"]),
        ("dose in\n2020. It was", vec!["p dose in\n2020. It was"]),
        ("#3 of 5", vec!["p #3 of 5"]),
        ("a < 5 and b > 3", vec!["p a < 5 and b > 3"]),
        ("< 3.5 mmol/L", vec!["p < 3.5 mmol/L"]),
        ("<3.5", vec!["p <3.5"]),
        (
            "$x_1 * y_2$ and 5_000_000",
            vec!["p $x_1 * y_2$ and 5_000_000"],
        ),
        ("1.5 mg", vec!["p 1.5 mg"]),
        (
            "3. a\n5. b\n6. c",
            vec!["ol 3", "p a", "ol 5", "p b", "p c"],
        ),
        ("1. a\n1. b", vec!["ol 1", "p a", "p b"]),
    ] {
        assert_eq!(outline(text), expected, "{text:?}");
    }
}

#[test]
fn what_models_write_becomes_blocks() {
    let text = "## Plan\n\nTake **5 mg**.\nThen *rest*.\n\n1. first\n   - inner\n2. second\n\n> quoted\n\n```python\nx = 1\n```\n\nText:\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\n---\nend ~~no~~ [label](https://x.org) `code`";
    assert_eq!(
        outline(text),
        [
            "h2 Plan",
            "p Take 5 mg.\nThen rest.",
            "ol 1",
            "p first",
            "ul",
            "p inner",
            "p second",
            "quote",
            "p quoted",
            "code python x = 1",
            "p Text:",
            "row a | b",
            "row 1 | 2",
            "rule",
            "p end no label code"
        ]
    );
    let Some(Block::Paragraph { spans, .. }) = render(text, Language::English).pop() else {
        panic!("the last is text")
    };
    assert!(
        spans
            .iter()
            .any(|span| span.strikethrough && span.text == "no")
    );
    assert!(spans.iter().any(|span| span.kind
        == SpanKind::Link {
            target: "https://x.org".to_owned()
        }));
    assert!(
        spans
            .iter()
            .any(|span| span.kind == SpanKind::Code && span.text == "code")
    );
}

#[test]
fn blocks_that_tell_nothing_follow_what_stands_before_them() {
    let directions = |text: &str, language| {
        render(text, language)
            .iter()
            .map(Block::direction)
            .collect::<Vec<_>>()
    };
    use Direction::{Ltr, Rtl};
    assert_eq!(
        directions(
            "الأدوية المتاحة الآن:\n\n- Amoxicillin 500 mg\n- Panadol",
            Language::English
        ),
        [Rtl, Rtl]
    );
    assert_eq!(
        directions(
            "The drugs are:\n\n- Amoxicillin 500 mg\n\n5-10 mg",
            Language::Arabic
        ),
        [Ltr, Ltr, Ltr]
    );
    assert_eq!(
        directions("5-10 mg\n\n# Amoxicillin", Language::Arabic),
        [Rtl, Rtl]
    );
}

#[test]
fn a_mark_covers_exactly_its_characters() {
    let blocks = render("الجرعة ٥-١٠ ملغ أو 2,5 mg", Language::Arabic);
    let [Block::Paragraph { spans, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    let marked: Vec<&str> = spans
        .iter()
        .filter(|span| !span.marks.is_empty())
        .map(|span| span.text.as_str())
        .collect();
    assert_eq!(marked, ["٥-١٠", "2,5"]);
}
