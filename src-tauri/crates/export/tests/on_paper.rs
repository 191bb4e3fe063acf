//! Exported documents on paper: in a right-to-left document every clinical run is seen in its stored order.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use sanad_domain::{
    Answer, AnswerId, AnswerState, Conversation, ConversationId, Language, ModelStamp, Sha256Hex,
    Timestamp, Turn, TurnId,
};
use sanad_export::{About, Format, Told, write_document};
use sanad_l10n::Messages;
use sanad_testing::{ClinicalRuns, Paper};

const NOW: Timestamp = Timestamp(1_795_270_000_000);

/// Stands before and between the sentences, so that they are found among everything else on the pages.
const BEGIN: &str = "BEGINHERE";

#[test]
fn every_run_is_seen_in_stored_order_in_a_pdf() {
    check("PDF", "runs.pdf", Format::Pdf, |file| file);
}

#[test]
fn every_run_is_seen_in_stored_order_in_a_docx_in_writer() {
    check("DOCX", "runs.docx", Format::Docx, |file| file);
}

#[test]
fn every_run_is_seen_in_stored_order_in_html_in_writer() {
    check("HTML", "runs.html", Format::Html, |file| file);
}

#[test]
fn every_run_is_seen_in_stored_order_in_markdown_made_into_a_page() {
    check("Markdown", "runs.html", Format::Markdown, |file| {
        let markdown = String::from_utf8(file).expect("Markdown is text");
        page_of(&markdown).into_bytes()
    });
}

/// The paragraphs of a Markdown text as a right-to-left page.
fn page_of(markdown: &str) -> String {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};
    let mut page = String::from("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Paragraph) => page.push_str("<p dir=\"rtl\">"),
            Event::End(TagEnd::Paragraph) => page.push_str("</p>"),
            Event::Text(text) | Event::Code(text) => {
                page.push_str(&text.replace('&', "&amp;").replace('<', "&lt;"));
            }
            Event::SoftBreak | Event::HardBreak => page.push_str("<br>"),
            _ => {}
        }
    }
    page
}

/// As a question, line by line, and as an answer, paragraph by paragraph.
fn check(what: &str, name: &str, format: Format, finish: impl Fn(Vec<u8>) -> Vec<u8>) {
    let Some(paper) = Paper::find() else { return };
    let runs = ClinicalRuns::read();
    let cases: Vec<(&str, String)> = runs.embedded().collect();
    let lines: Vec<&str> = cases.iter().map(|(_, line)| line.as_str()).collect();
    let question = format!("{BEGIN}\n{}", lines.join("\n"));
    let answer = format!("{BEGIN}\n\n{}", lines.join("\n\n"));
    for (part, turn) in [
        ("question", turn(&question, None)),
        ("answer", turn("؟", Some(&answer))),
    ] {
        let file = finish(written(format, turn));
        let seen: Vec<String> = paper
            .lines_of(name, file)
            .iter()
            .map(|line| without_controls(line))
            .collect();
        let wrong = wrong_runs(&cases, &seen);
        println!(
            "{what}, {part}: {} of {} runs seen in stored order",
            cases.len() - wrong.len(),
            cases.len()
        );
        assert!(
            wrong.is_empty(),
            "{} wrong: {:#?}",
            wrong.len(),
            wrong.get(..20.min(wrong.len()))
        );
    }
}

/// Follows the sentences down the pages by how many characters each has.
fn wrong_runs(cases: &[(&str, String)], seen: &[String]) -> Vec<String> {
    let mut lines = seen.iter().filter(|line| !is_page_number(line));
    assert!(
        lines.any(|line| line == BEGIN),
        "the sentences are there: {:?}",
        seen.get(..10)
    );
    let mut wrong = Vec::new();
    for (run, sentence) in cases {
        let length = without_blanks(sentence).chars().count();
        let (mut count, mut is_right, mut met) = (0, false, String::new());
        while count < length {
            let Some(line) = lines.next() else { break };
            count += line.chars().count();
            is_right |= line.contains(&without_blanks(run));
            met.push_str(line);
        }
        if !is_right {
            wrong.push(format!("{run} in {sentence} is seen as {met}"));
        }
    }
    wrong
}

fn is_page_number(line: &str) -> bool {
    line.starts_with("الصفحة")
        || (line.contains("ةحفصلا") && line.chars().any(|c| c.is_ascii_digit()))
}

fn written(format: Format, turn: Turn) -> Vec<u8> {
    let messages = Messages::of(Language::Arabic);
    let about = About {
        version: "0.1.0",
        exported_at: NOW,
        messages: &messages,
    };
    let conversation = Conversation {
        id: turn.conversation,
        title: "عنوان".to_owned(),
        created_at: NOW,
        updated_at: NOW,
        folder: None,
        pinned: false,
        archived: false,
        language: Some(Language::Arabic),
        model: None,
        persona: None,
        chosen_persona: None,
        deleted_at: None,
    };
    let told = Told {
        turn,
        unsupported: 0,
    };
    let mut pages = vec![vec![told]];
    let mut file = Vec::new();
    write_document(format, &mut file, &about, &conversation, &mut || {
        Ok(pages.pop().unwrap_or_default())
    })
    .expect("memory takes it");
    file
}

fn turn(question: &str, answer: Option<&str>) -> Turn {
    let id = TurnId::new();
    let answers: Vec<Answer> = answer
        .map(|text| Answer {
            id: AnswerId::new(),
            turn: id,
            text: text.to_owned(),
            state: AnswerState::Complete,
            model: ModelStamp {
                name: "SmolLM2-135M-Instruct".to_owned(),
                sha256: Sha256Hex("a".repeat(64)),
            },
            stats: None,
            created_at: NOW,
        })
        .into_iter()
        .collect();
    Turn {
        id,
        conversation: ConversationId::new(),
        position: 0,
        question: question.to_owned(),
        language: Some(Language::Arabic),
        asked_at: NOW,
        chosen_answer: answers.first().map(|answer| answer.id),
        answers,
        siblings: vec![id],
        declined: None,
    }
}

/// LibreOffice writes isolates and overrides into its PDF as characters without width.
fn without_controls(line: &str) -> String {
    line.replace(
        |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'),
        "",
    )
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
