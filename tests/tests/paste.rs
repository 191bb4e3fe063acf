//! Text for a patient's record, in a real word processor: a right-to-left paragraph there keeps every run in order.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use sanad_tests::{ClinicalRuns, Paper};
use sanad_text::{Language, plain, to_html, with_marks};

#[test]
fn plain_text_with_marks_keeps_every_run_in_writer() {
    check("plain text with marks", |lines| {
        let paragraphs: String = lines
            .iter()
            .map(|line| {
                let marked = escaped(&with_marks(line, Language::Arabic));
                format!("<text:p text:style-name=\"P\">{marked}</text:p>\n")
            })
            .collect();
        ("record.fodt", DOCUMENT.replace("PARAGRAPHS", &paragraphs))
    });
}

#[test]
fn html_keeps_every_run_in_writer() {
    check("HTML", |lines| {
        let paragraphs: String = lines
            .iter()
            .map(|line| to_html(&plain(line, Language::Arabic)))
            .collect();
        let page = format!(
            "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{paragraphs}</body></html>"
        );
        ("record.html", page)
    });
}

#[test]
fn without_marks_the_word_processor_turns_runs_round() {
    let Some(paper) = Paper::find() else { return };
    let line = "خذ 1-0-0 يوميا";
    let paragraph = format!("<text:p text:style-name=\"P\">{line}</text:p>");
    let seen = paper.lines_of("bare.fodt", DOCUMENT.replace("PARAGRAPHS", &paragraph));
    assert!(seen.len() == 1 && !seen[0].contains("1-0-0"), "{seen:?}");
}

fn check(what: &str, document: impl Fn(&[String]) -> (&'static str, String)) {
    let Some(paper) = Paper::find() else { return };
    let cases = cases();
    let lines: Vec<String> = cases.iter().map(|(_, line)| line.clone()).collect();
    let (name, content) = document(&lines);
    let seen = paper.lines_of(name, &content);
    assert_eq!(seen.len(), cases.len(), "one line for each paragraph");
    let wrong: Vec<String> = cases
        .iter()
        .zip(&seen)
        .filter(|((run, _), seen)| !seen.contains(&without_blanks(run)))
        .map(|((run, line), seen)| format!("{run} in {line} is seen as {seen}"))
        .collect();
    println!(
        "{what}: {} of {} runs seen in stored order",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

/// Every run in every sentence.
fn cases() -> Vec<(String, String)> {
    let runs = ClinicalRuns::read();
    runs.embedded()
        .map(|(run, line)| (run.to_owned(), line))
        .collect()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A document whose page is wide enough for each sentence to stay on one line.
const DOCUMENT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph">
<style:paragraph-properties style:writing-mode="rl-tb"/></style:style>
</office:automatic-styles>
<office:body><office:text>
PARAGRAPHS</office:text></office:body></office:document>
"#;
