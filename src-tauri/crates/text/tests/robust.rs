//! Any text at all: nothing panics, nothing is lost, and the time is linear.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use std::time::{Duration, Instant};

use common::{is_control, isolated, reads_as_stored, with_islands};
use proptest::prelude::*;
use sanad_text::{
    Base, Block, Direction, Language, Sanitiser, Span, Streaming, fold, hide_cut_tail, inspect,
    islands, marks, paragraphs, plain, render, sanitise, search_terms, search_tokens, spans,
    to_html, with_marks,
};

/// How many cases each property is tried with; `SANAD_SOAK=1000000` soaks.
fn cases() -> ProptestConfig {
    let cases = std::env::var("SANAD_SOAK")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(3000);
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Characters of all scripts, with those that our text is made of more often.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        6 => prop::sample::select("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىءأإؤئ ".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("אבגדהוזחטיכלמנסעפצקרשת ".chars().collect::<Vec<_>>()),
        6 => prop::sample::select("abcdefgmlkxtoqUIOµ ".chars().collect::<Vec<_>>()),
        5 => prop::sample::select("0123456789٠١٢٣٥٩۰۱۵۹½²".chars().collect::<Vec<_>>()),
        5 => prop::sample::select("-–−+±/:×*^=<>≤≥~≈.,;!?%‰٪°'\"()[]{}«»“”#$€@&|\\`_→،؛؟٫٬…".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("\n\r\t \u{A0}\u{202F}\u{2028}\u{2029}\u{85}\u{0}\u{1}\u{3}\u{1C}".chars().collect::<Vec<_>>()),
        1 => prop::sample::select(
            "\u{200C}\u{200D}\u{200E}\u{200F}\u{061C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{AD}\u{E0041}\u{2060}\u{064B}\u{0301}\u{05B0}\u{FE0F}"
                .chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..60)
        .prop_map(|characters| characters.into_iter().collect())
}

fn all_spans(blocks: &[Block], visit: &mut impl FnMut(Direction, &[Span])) {
    for block in blocks {
        match block {
            Block::Paragraph { direction, spans }
            | Block::Heading {
                direction, spans, ..
            } => visit(*direction, spans),
            Block::List { items, .. } => {
                items.iter().for_each(|item| all_spans(&item.blocks, visit))
            }
            Block::Quote { blocks, .. } => all_spans(blocks, visit),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    visit(cell.direction, &cell.spans);
                }
            }
            Block::Code { .. } | Block::Rule => {}
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn sanitising_loses_only_what_it_reports(text in text(), cuts in prop::collection::vec(0_usize..60, 0..5)) {
        let clean = sanitise(&text);
        let mut removed = clean.removed.iter().peekable();
        let mut kept = String::new();
        for (at, c) in text.char_indices() {
            match removed.next_if(|removed| removed.offset == at) {
                Some(reported) => prop_assert_eq!(reported.character, c),
                None => kept.push(c),
            }
        }
        prop_assert!(removed.next().is_none());
        prop_assert_eq!(&kept, &clean.text);
        prop_assert_eq!(sanitise(&clean.text).removed.len(), 0, "what is clean stays clean");

        let mut sanitiser = Sanitiser::default();
        let mut pieces = String::new();
        let mut piece = String::new();
        for (at, c) in text.chars().enumerate() {
            if cuts.contains(&at) {
                pieces.push_str(&sanitiser.push(&piece));
                piece.clear();
            }
            piece.push(c);
        }
        pieces.push_str(&sanitiser.push(&piece));
        sanitiser.finish();
        prop_assert_eq!(pieces, clean.text);
        prop_assert_eq!(sanitiser.removed(), clean.removed.as_slice());
    }

    #[test]
    fn plain_blocks_hold_every_character_in_its_place(text in text(), language in prop::sample::select(Language::ALL.to_vec())) {
        let mut shown = Vec::new();
        for block in plain(&text, language) {
            let Block::Paragraph { spans, .. } = block else { panic!("plain text has only paragraphs") };
            let mut line = String::new();
            for span in spans {
                prop_assert_eq!(&text[span.source.clone()], &span.text);
                line.push_str(&span.text);
            }
            shown.push(line);
        }
        prop_assert_eq!(shown.join("\n"), text.clone());
        for base in [Base::Auto, Base::Ltr, Base::Rtl] {
            let directed = spans(&text, base, language);
            let whole: String = directed.spans.iter().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(&whole, &text);
            prop_assert!(directed.spans.iter().all(|span| text[span.start..span.end] == span.text));
        }
    }

    #[test]
    fn with_marks_adds_marks_only(text in text(), language in prop::sample::select(Language::ALL.to_vec())) {
        let bare = |text: &str| text.chars().filter(|&c| !is_control(c)).collect::<String>();
        prop_assert_eq!(bare(&with_marks(&text, language)), bare(&text));
    }

    #[test]
    fn rendered_spans_point_at_their_source(text in text(), language in prop::sample::select(Language::ALL.to_vec())) {
        let blocks = render(&text, language);
        let mut wrong = None;
        all_spans(&blocks, &mut |_, spans| {
            for span in spans {
                match text.get(span.source.clone()) {
                    None => wrong = Some(span.clone()),
                    Some(source) if source.len() == span.text.len() && !span.text.contains('\n') && source != span.text
                        && !source.contains(['&', '\\', '\0', '\r', '`']) => wrong = Some(span.clone()),
                    Some(_) => {}
                }
            }
        });
        prop_assert!(wrong.is_none(), "{:?} in {:?}", wrong, text);
        prop_assert!(blocks.is_empty() || !to_html(&blocks).is_empty());
    }

    #[test]
    fn every_island_reads_as_stored(text in text()) {
        // Line ends make paragraphs, which the oracle takes one by one.
        let text: String = sanitise(&text).text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
        for base in [Direction::Rtl, Direction::Ltr] {
            let line = with_islands(&text, base);
            let mut shift = 0;
            for island in islands(&text, base) {
                let start = island.range.start + shift + 3;
                let end = island.range.end + shift + 3;
                shift += 6;
                let run = &text[island.range.clone()];
                let rtl = run.chars().any(|c| matches!(unicode_bidi::bidi_class(c),
                    unicode_bidi::BidiClass::AN | unicode_bidi::BidiClass::R | unicode_bidi::BidiClass::AL));
                if island.direction == Direction::Ltr && !rtl {
                    prop_assert!(reads_as_stored(&line, base, start..end), "{:?} in {:?}", run, line);
                }
            }
        }
    }

    #[test]
    fn no_letter_stays_outside_the_islands_of_the_other_direction(text in text()) {
        let text = sanitise(&text).text;
        for base in [Direction::Rtl, Direction::Ltr] {
            let inside = islands(&text, base);
            for (at, c) in text.char_indices().filter(|&(_, c)| c.is_alphabetic()) {
                let other = match unicode_bidi::bidi_class(c) {
                    unicode_bidi::BidiClass::L => base == Direction::Rtl,
                    unicode_bidi::BidiClass::R | unicode_bidi::BidiClass::AL => base == Direction::Ltr,
                    _ => false,
                };
                prop_assert!(!other || inside.iter().any(|island| island.range.contains(&at)), "{:?} of {:?} in {:?}", c, text, base);
            }
        }
    }

    #[test]
    fn nothing_panics_and_folding_finds_its_way_back(text in text()) {
        for warning in inspect(&text) {
            prop_assert!(text.get(warning.range.clone()).is_some());
        }
        for marked in marks(&text, Language::Arabic) {
            prop_assert!(text.get(marked.range.clone()).is_some_and(|part| !part.is_empty()));
        }
        let folded = fold(&text);
        for (at, c) in folded.text.char_indices() {
            prop_assert!(text.get(folded.original(at..at + c.len_utf8())).is_some());
        }
        for token in search_tokens(&text) {
            prop_assert!(text.get(token.source.clone()).is_some_and(|word| !word.is_empty()));
        }
        prop_assert!(search_terms(&text).len() == search_tokens(&text).len());
        prop_assert!((0.0..=1.0).contains(&sanad_text::detect(&text).confidence));
        prop_assert!(text.starts_with(hide_cut_tail(&text)));
        prop_assert!(paragraphs(&text).iter().all(|paragraph| text.get(paragraph.range.clone()).is_some()));
        let mut streaming = Streaming::new(Language::Arabic);
        for c in text.chars() {
            streaming.push(&c.to_string());
        }
        streaming.finish();
    }
}

/// Texts that quadratic algorithms stumble over, repeated to about `size` bytes.
fn hard_texts(size: usize) -> Vec<(&'static str, String)> {
    [
        ("latin", "a"),
        ("words", "word "),
        ("arabic", "ع"),
        ("arabic words", "كلمة "),
        ("digits", "5"),
        ("numbers", "5 "),
        ("opening", "("),
        ("closing", ")"),
        ("pairs", "()"),
        ("quotes", "\""),
        ("nested", "([{«"),
        ("mixed", "عa"),
        ("doses", "5-10 mg "),
        ("arabic doses", "الجرعة 5-10 mg "),
        ("eastern", "٥-١٠ "),
        ("stars", "*"),
        ("pairs of stars", "**a "),
        ("ticks", "`"),
        ("tick words", "`a "),
        ("quoted", ">"),
        ("quoted words", "> a"),
        ("bullets", "- "),
        ("brackets", "["),
        ("links", "[a]("),
        ("bars", "|"),
        ("cells", "| a "),
        ("tildes", "~"),
        ("underscores", "_a"),
        ("lines", "\n"),
        ("short lines", "a\n"),
        ("items", "- a\n"),
        ("rows", "| a |\n"),
        ("addresses", "http://a"),
        ("slashes", "/"),
        ("hyphens", "-"),
        ("dots", "."),
        ("spaces", " "),
        ("marks", "\u{064B}"),
        ("joiners", "\u{200C}"),
        ("isolates", "\u{2067}"),
        ("overrides", "\u{202E}"),
        ("angle", "<a "),
        ("entities", "&amp;"),
        ("escapes", "\\*"),
        ("headings", "# a\n"),
        ("quotes in quotes", "> > > a\n"),
        ("deep items", "  - a\n"),
        ("emoji", "👩\u{200D}⚕️"),
        ("html", "<!-- "),
    ]
    .into_iter()
    .map(|(name, part)| (name, part.repeat(size / part.len())))
    .collect()
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

#[test]
fn a_line_of_a_megabyte_takes_linear_time() {
    type Work = fn(&str);
    let works: [(&str, Work); 12] = [
        ("render", |text| drop(render(text, Language::Arabic))),
        ("plain", |text| drop(plain(text, Language::Arabic))),
        ("islands rtl", |text| drop(islands(text, Direction::Rtl))),
        ("islands ltr", |text| drop(islands(text, Direction::Ltr))),
        ("sanitise", |text| drop(sanitise(text))),
        ("inspect", |text| drop(inspect(text))),
        ("marks", |text| drop(marks(text, Language::Arabic))),
        ("with marks", |text| {
            drop(with_marks(text, Language::Arabic))
        }),
        ("search tokens", |text| drop(search_tokens(text))),
        ("detect", |text| {
            assert!(sanad_text::detect(text).confidence <= 1.0)
        }),
        ("paragraphs", |text| drop(paragraphs(text))),
        ("cut tail", |text| {
            assert!(text.starts_with(hide_cut_tail(text)))
        }),
    ];
    // Linear work takes at most a quarter of a second for the smaller size on a laptop; quadratic work takes a minute.
    let (size, limit) = match std::env::var_os("SANAD_SOAK") {
        Some(_) => (1 << 20, Duration::from_secs(16)),
        None => (1 << 17, Duration::from_secs(2)),
    };
    let mut slow = Vec::new();
    let mut slowest = (Duration::ZERO, String::new());
    for (name, text) in hard_texts(size) {
        for (what, work) in works {
            // A machine with other work to do may stumble once, but not three times.
            let time = (0..3)
                .map(|_| timed(|| work(&text)))
                .find(|time| *time < limit);
            match time {
                Some(time) if time > slowest.0 => slowest = (time, format!("{what} of {name}")),
                Some(_) => {}
                None => slow.push(format!("{what} of {name}")),
            }
        }
    }
    println!("slowest for {size} bytes: {} in {:?}", slowest.1, slowest.0);
    assert!(
        slow.is_empty(),
        "more than {limit:?} for {size} bytes: {slow:?}"
    );
}

#[test]
fn the_work_for_a_piece_does_not_grow_with_the_answer() {
    for (name, text) in hard_texts(1 << 18) {
        let characters: Vec<char> = text.chars().collect();
        let quarters = || {
            let mut streaming = Streaming::new(Language::Arabic);
            let mut times = Vec::new();
            for piece in characters.chunks(16) {
                let piece: String = piece.iter().collect();
                times.push(timed(|| drop(streaming.push(&piece))));
            }
            let quarter = times.len() / 4;
            let first: Duration = times[..quarter].iter().sum();
            let last: Duration = times[times.len() - quarter..].iter().sum();
            (first, last)
        };
        let steady = (0..3).any(|_| {
            let (first, last) = quarters();
            last < Duration::from_millis(60) || last < first * 4
        });
        assert!(steady, "{name}: {:?}", quarters());
    }
}

#[test]
fn a_rendered_answer_reads_as_stored_in_every_block() {
    let answer = "## الجرعة\n\nأعط **5-10 mg** كل 8 ساعات، أو `5 -> 10`.\n\n- السرير 5 Amoxicillin 500 mg\n- >= 5 mg/kg\n\n| الدواء | الجرعة |\n|---|---|\n| Panadol | 1-0-0 |\n";
    let blocks = render(answer, Language::Arabic);
    let mut lines = Vec::new();
    all_spans(&blocks, &mut |direction, spans| {
        lines.push((direction, isolated(spans)))
    });
    let seen = lines.iter().map(|(direction, line)| {
        for run in [
            "5-10 mg",
            "5 -> 10",
            "Amoxicillin 500 mg",
            ">= 5 mg/kg",
            "1-0-0",
        ] {
            common::every_occurrence_reads(line, *direction, run)
                .unwrap_or_else(|seen| panic!("{seen}"));
        }
    });
    assert_eq!(seen.count(), 8);
}
