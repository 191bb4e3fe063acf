//! Characters that nobody sees, and what they would do to what everybody sees.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use common::isolated;
use sanad_text::{Block, Language, Mark, Span, SpanKind, WarningKind, line, plain, to_html};

fn spans(text: &str) -> Vec<Span> {
    match plain(text, Language::Arabic).as_slice() {
        [Block::Paragraph { spans, .. }] => spans.clone(),
        other => panic!("one paragraph, not {other:?}"),
    }
}

fn stored(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[test]
fn a_control_that_would_turn_a_dose_round_never_reaches_the_layout() {
    for text in [
        "Give \u{202E}50\u{202C} mg",
        "أعط \u{202E}50 mg\u{202C} يوميًا",
        "أعط 5\u{200F}-10 mg يوميًا",
        "أعط 5-\u{2067}10\u{2069} mg",
        "dose\u{E0035}\u{E0030} 5 mg",
        "\u{202D}5 mg",
    ] {
        let spans = spans(text);
        assert_eq!(stored(&spans), text, "nothing of the stored text is lost");
        let bare: String = isolated(&spans)
            .chars()
            .filter(|c| !matches!(c, '\u{2066}' | '\u{2067}' | '\u{2069}'))
            .collect();
        assert_eq!(bare, sanad_text::sanitise(text).text, "{text:?}");
        let html = to_html(&plain(text, Language::Arabic));
        let stray = |c| common::is_control(c) && !matches!(c, '\u{200E}' | '\u{200F}');
        assert!(!html.contains(stray), "{html:?}");
    }
}

#[test]
fn a_hidden_character_inside_an_island_does_not_cut_it_in_two() {
    let spans = spans("الجرعة 5-\u{200B}10 mg يوميًا");
    let numbers: Vec<_> = spans
        .iter()
        .filter_map(|span| span.isolate)
        .map(|isolate| isolate.number)
        .collect();
    assert_eq!(numbers, [0, 0, 0], "{spans:?}");
}

#[test]
fn what_a_reader_must_be_told_of_is_marked_where_it_stands() {
    for (text, at, warning) in [
        (
            "Give \u{202E}50\u{202C} mg",
            "\u{202E}",
            WarningKind::Override,
        ),
        (
            "5\u{200B}0 mg",
            "\u{200B}",
            WarningKind::ControlTouchesDigit,
        ),
        (
            "dose\u{E0035}\u{E0030} today",
            "\u{E0035}\u{E0030}",
            WarningKind::InvisibleTag {
                spells: "50".to_owned(),
            },
        ),
        (
            "أعط 5 мg يوميًا",
            "мg",
            WarningKind::LookAlike {
                looks_like: "mg".to_owned(),
            },
        ),
    ] {
        let spans = spans(text);
        let marked: Vec<_> = spans
            .iter()
            .filter(|span| {
                span.marks
                    .iter()
                    .any(|mark| matches!(mark, Mark::Suspicious { .. }))
            })
            .collect();
        assert!(
            matches!(marked.as_slice(), [span] if span.text == at
                && span.marks == [Mark::Suspicious { warning: warning.clone() }]),
            "{text:?}: {marked:?}"
        );
    }
}

#[test]
fn marks_of_our_own_exports_are_hidden_without_a_warning() {
    let spans = line(
        "\u{200E}5-10 mg\u{200E}\u{200F} يوميًا",
        sanad_text::Direction::Rtl,
        Language::Arabic,
    );
    assert!(spans.iter().any(|span| span.kind == SpanKind::Hidden));
    assert!(spans.iter().all(|span| span.marks.is_empty()), "{spans:?}");
}
