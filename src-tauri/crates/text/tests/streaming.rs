//! Answers that arrive in pieces.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use common::{every_occurrence_reads, is_control, own, shared, strings};
use proptest::prelude::*;
use sanad_text::{Block, Direction, Language, OpenKind, Streaming, join, render};

/// What a window would hold after the steps so far.
#[derive(Default)]
struct Window {
    closed: Vec<Block>,
    node: Option<(usize, OpenKind, Direction, String)>,
    /// Every open block's whole text, in order.
    nodes: Vec<(OpenKind, String)>,
}

impl Window {
    fn take(&mut self, step: sanad_text::Step) {
        if !step.closed.is_empty() {
            self.closed.extend(step.closed);
        }
        match step.open {
            Some(open) => match &mut self.node {
                Some((index, _, direction, text)) if *index == open.index => {
                    assert!(
                        text.is_empty() || *direction == open.direction,
                        "a shown block turned round"
                    );
                    *direction = open.direction;
                    text.push_str(&open.append);
                }
                _ => {
                    self.keep_node();
                    self.node = Some((open.index, open.kind, open.direction, open.append));
                }
            },
            None => self.keep_node(),
        }
    }

    fn keep_node(&mut self) {
        if let Some((_, kind, _, text)) = self.node.take() {
            self.nodes.push((kind, text));
        }
    }
}

fn pieces<'a>(text: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let mut places: Vec<usize> = cuts
        .iter()
        .map(|cut| cut % (text.len() + 1))
        .filter(|&at| text.is_char_boundary(at))
        .collect();
    places.sort_unstable();
    places.dedup();
    let mut pieces = Vec::new();
    let mut at = 0;
    for place in places {
        pieces.push(&text[at..place]);
        at = place;
    }
    pieces.push(&text[at..]);
    pieces
}

fn streamed(pieces: &[&str], language: Language) -> Window {
    let mut streaming = Streaming::new(language);
    let mut window = Window::default();
    for piece in pieces {
        window.take(streaming.push(piece));
    }
    window.take(streaming.finish());
    window
}

fn characters(text: &str) -> String {
    text.chars().filter(|&c| !is_control(c)).collect()
}

#[test]
fn every_run_reads_as_stored_at_every_step_of_an_answer() {
    let own = own("runs.json");
    let mut runs = strings(&own, "runs");
    if let Some(shared) = shared("clinical_bidi_runs.json") {
        runs.extend(strings(&shared, "runs"));
    }
    let carriers = strings(&own, "carriers");
    let mut steps = 0;
    for (at, run) in runs.iter().enumerate() {
        for carrier in [
            &carriers[at % carriers.len()],
            &carriers[(at + 5) % carriers.len()],
        ] {
            let line = format!(
                "هذا هو السطر الأول من الجواب. {}",
                carrier.replace("{run}", run)
            );
            let mut streaming = Streaming::new(Language::Arabic);
            let mut window = Window::default();
            for (place, c) in line.char_indices() {
                window.take(streaming.push(&line[place..place + c.len_utf8()]));
                steps += 1;
                let Some((_, _, direction, text)) = &window.node else {
                    continue;
                };
                assert_eq!(*direction, Direction::Rtl);
                // Of a run that has not ended, what is shown has to read as stored as well.
                let shown = characters(text);
                let begun = longest_beginning(&shown, run);
                if !begun.is_empty() {
                    every_occurrence_reads(text, Direction::Rtl, begun)
                        .unwrap_or_else(|seen| panic!("{seen}"));
                }
            }
        }
    }
    println!(
        "{} runs read as stored at each of {steps} steps",
        runs.len()
    );
}

/// The longest beginning of the run that the text shows whole, or ends with.
fn longest_beginning<'a>(shown: &str, run: &'a str) -> &'a str {
    if shown.contains(run) {
        return run;
    }
    let mut ends: Vec<usize> = run.char_indices().map(|(at, _)| at).collect();
    ends.reverse();
    ends.into_iter()
        .map(|end| &run[..end])
        .find(|begun| !begun.is_empty() && shown.ends_with(begun))
        .unwrap_or("")
}

#[test]
fn a_long_island_is_shown_before_it_ends() {
    let english = "Take the tablets with food and water every morning for at least seven days, then stop (unless told otherwise) and call";
    let mut streaming = Streaming::new(Language::Arabic);
    let mut window = Window::default();
    window.take(streaming.push("قال الطبيب للمريض ما يلي: "));
    let mut most_held = 0;
    for word in english.split_inclusive(' ') {
        window.take(streaming.push(word));
        let (_, _, _, text) = window.node.as_ref().expect("a paragraph is open");
        let shown = characters(text);
        let island: String = shown
            .chars()
            .skip("قال الطبيب للمريض ما يلي:".chars().count())
            .collect();
        let so_far = english.find(word).expect("the word is in the text") + word.len();
        most_held = most_held.max(so_far.saturating_sub(island.len()));
    }
    println!("at most {most_held} characters of a long island were held back");
    assert!(most_held < 130, "{most_held}");
    window.take(streaming.push("ثم سكت."));
    let (_, _, direction, text) = window.node.expect("a paragraph is open");
    every_occurrence_reads(&text, direction, english).expect("the sentence reads as stored");
}

#[test]
fn nothing_is_shown_before_its_direction_is_certain_and_nothing_turns_round() {
    let mut streaming = Streaming::new(Language::Arabic);
    let step = streaming.push("Amoxicillin ");
    assert_eq!(step.open.expect("a paragraph is open").append, "");
    let step = streaming.push("يُعطى ثلاث ");
    let open = step.open.expect("a paragraph is open");
    assert_eq!(open.direction, Direction::Rtl);
    assert_eq!(open.append, "\u{2066}Amoxicillin\u{2069} يُعطى ثلاث");
}

#[test]
fn items_and_rows_come_one_by_one() {
    let mut streaming = Streaming::new(Language::Arabic);
    let mut window = Window::default();
    window.take(streaming.push("الخطة العلاجية:\n\n1. أعط 5-10 mg الآن\n2. ثم "));
    assert_eq!(window.closed.len(), 2, "{:?}", window.closed);
    let (_, kind, ..) = window.node.clone().expect("the second item is open");
    assert_eq!(kind, OpenKind::ListItem(Some(2)));
    window.take(streaming.push("راجع\n\n| الدواء | الجرعة |\n|---|---|\n| A | 5-10 mg |\n"));
    window.take(streaming.push("| B |"));
    let rows = window
        .closed
        .iter()
        .filter(|block| matches!(block, Block::Table { .. }))
        .count();
    assert_eq!(rows, 2, "{:?}", window.closed);
    window.take(streaming.finish());
    let blocks = join(window.closed);
    assert!(
        matches!(blocks.as_slice(), [Block::Paragraph { .. }, Block::List { items, .. }, Block::Table { rows, .. }]
            if items.len() == 2 && rows.len() == 2),
        "{blocks:?}"
    );
}

/// Lines as models write them, and lines that nobody should.
fn markdown() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "الجرعة",
        "يوميًا",
        "ثم",
        "5-10 mg",
        ">= 5",
        "1-0-0",
        "Amoxicillin",
        "the",
        "of",
        "500",
        "**",
        "*",
        "`",
        "(",
        ")",
        "[1]",
        "~~",
        "~5",
        "2*3*4",
        "|",
        "---",
        "#",
        "١-٢",
        "http://x.org/a",
        "[x](y)",
        "می\u{200C}شود",
        "המינון",
        "\"",
        "<br>",
        "&lt;",
        "\\*",
        "،",
        ".",
        "🩺",
        "سعال",
        "means cough",
        "_",
        "٥٠٠ ملغ",
        "2 مرات",
        "السرير 5",
        "\t",
        "\r",
    ]);
    let words = prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "));
    let start = prop::sample::select(vec![
        "",
        "",
        "",
        "- ",
        "* ",
        "1. ",
        "2. ",
        "10) ",
        "# ",
        "### ",
        "> ",
        ">",
        "> 5 ",
        ">= 5 ",
        "| a | b |",
        "|---|---|",
        "```",
        "```rust",
        "~~~",
        "   ",
        "    ",
        "  - ",
        "---",
        "***",
        "===",
        "- - ",
        "[a]: ",
        "+ ",
        "1.",
        "-",
        "|",
        "\t",
    ]);
    let line = (start, words).prop_map(|(start, words)| format!("{start}{words}"));
    let end = prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n", ""]);
    prop::collection::vec((line, end), 0..12).prop_map(|lines| {
        lines
            .into_iter()
            .map(|(line, end)| line + end)
            .collect::<String>()
    })
}

/// How many cases each property is tried with; `SANAD_SOAK` sets another number.
fn cases() -> ProptestConfig {
    let cases = std::env::var("SANAD_SOAK")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(2000);
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_answer_in_pieces_becomes_the_blocks_of_the_whole_answer(
        text in markdown(),
        cuts in prop::collection::vec(any::<usize>(), 0..40),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let window = streamed(&pieces(&text, &cuts), language);
        prop_assert_eq!(join(window.closed), render(&text, language));
    }

    #[test]
    fn an_answer_without_markup_is_appended_character_by_character(
        words in prop::collection::vec(prop::sample::select(vec![
            "الجرعة", "يوميًا،", "5-10 mg", "السرير 5", "Amoxicillin", "(500", "mg)", "of the", "١-٢", "2 مرات", ">= 5", "\"x\"",
            "«ب»", "می\u{200C}شود", "120 / 80", ".", "כן", "https://x.org/سعال", "..............................", "a b c d e f g h",
            "\n",
        ]), 1..60),
        cuts in prop::collection::vec(any::<usize>(), 0..40),
        language in prop::sample::select(vec![Language::Arabic, Language::English]),
    ) {
        let text = format!("ابدأ {}", words.join(" "));
        let stored: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut whole = streamed(&pieces(&text, &cuts), language);
        whole.keep_node();
        let shown: Vec<String> = whole.nodes.iter().map(|(_, node)| characters(node)).collect();
        let shown = shown.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        // What is held back at the end of a block is shown by the closed block.
        prop_assert!(is_subsequence(&shown, &stored), "{:?} is not in {:?}", shown, stored);
        let isolates = whole.nodes.iter().map(|(_, node)| node);
        for node in isolates {
            let mut depth = 0_i32;
            for c in node.chars() {
                match c {
                    '\u{2066}' | '\u{2067}' => depth += 1,
                    '\u{2069}' => depth -= 1,
                    _ => {}
                }
                prop_assert!((0..=1).contains(&depth), "isolates nest in {:?}", node);
            }
        }
    }

    #[test]
    fn one_character_at_a_time_shows_the_same_as_any_other_pieces(
        text in markdown(),
        cuts in prop::collection::vec(any::<usize>(), 0..10),
    ) {
        let mut letters = Streaming::new(Language::Arabic);
        let mut window = Window::default();
        for (at, c) in text.char_indices() {
            window.take(letters.push(&text[at..at + c.len_utf8()]));
        }
        window.take(letters.finish());
        let other = streamed(&pieces(&text, &cuts), Language::Arabic);
        prop_assert_eq!(join(window.closed), join(other.closed));
    }
}

/// Whether `part` is `whole` with some pieces left out.
fn is_subsequence(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|c| rest.any(|other| other == c))
}
