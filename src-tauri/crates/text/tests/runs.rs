//! Clinical runs in right-to-left sentences, laid out by unicode-bidi: every one is seen as it is stored.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use common::{every_occurrence_reads, isolated, own, shared, strings, with_islands};
use sanad_text::{Block, Direction, Language, plain, to_html, with_marks};

/// Every run of a file in every carrier.
fn embedded() -> Vec<(String, String)> {
    let own = own("runs.json");
    let mut carriers = strings(&own, "carriers");
    let mut runs = strings(&own, "runs");
    if let Some(shared) = shared("clinical_bidi_runs.json") {
        carriers.extend(strings(&shared, "carriers_ar"));
        carriers.extend(strings(&shared, "carriers_he"));
        runs.extend(strings(&shared, "runs"));
    }
    carriers.sort();
    carriers.dedup();
    runs.iter()
        .flat_map(|run| {
            carriers
                .iter()
                .map(move |carrier| (run.clone(), carrier.replace("{run}", run)))
        })
        .collect()
}

fn check(what: &str, lay_out: impl Fn(&str) -> String) {
    let cases = embedded();
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(run, line)| {
            match every_occurrence_reads(&lay_out(line), Direction::Rtl, run) {
                Ok(0) => Some(format!("{run:?} is not in {line:?}")),
                Ok(_) => None,
                Err(turned) => Some(turned.to_string()),
            }
        })
        .collect();
    println!(
        "{what}: {} of {} read as stored",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_crate_carries_at_least_150_runs_of_its_own() {
    assert!(strings(&own("runs.json"), "runs").len() >= 150);
}

#[test]
fn every_run_is_seen_as_stored_between_its_islands() {
    check("islands", |line| with_islands(line, Direction::Rtl));
}

#[test]
fn every_run_is_seen_as_stored_in_rendered_blocks() {
    check("plain blocks", |line| {
        let blocks = sanad_text::plain(line, Language::Arabic);
        let [
            Block::Paragraph {
                direction: Direction::Rtl,
                spans,
            },
        ] = blocks.as_slice()
        else {
            panic!("{line:?} is not one right-to-left paragraph: {blocks:?}");
        };
        isolated(spans)
    });
}

#[test]
fn every_run_is_seen_as_stored_in_text_with_marks() {
    check("marks", |line| with_marks(line, Language::Arabic));
}

#[test]
fn every_run_is_seen_as_stored_in_html_and_the_html_holds_the_stored_characters() {
    check("html", |line| {
        let html = to_html(&plain(line, Language::Arabic));
        assert!(html.starts_with("<p dir=\"rtl\">"), "{html}");
        let laid_out = from_html(&html);
        let bare: String = laid_out
            .chars()
            .filter(|&c| !common::is_control(c))
            .collect();
        assert_eq!(bare, line);
        laid_out
    });
}

/// What a browser lays out: the text with an isolate for each element inside the paragraph.
fn from_html(html: &str) -> String {
    let paragraph = html
        .strip_prefix("<p dir=\"rtl\">")
        .and_then(|rest| rest.strip_suffix("</p>"))
        .expect("one paragraph");
    paragraph
        .replace("<span dir=\"ltr\">", "\u{2066}")
        .replace("</span>", "\u{2069}")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[test]
fn without_islands_most_runs_are_seen_wrong() {
    let cases = embedded();
    let right = cases
        .iter()
        .filter(|(run, line)| every_occurrence_reads(line, Direction::Rtl, run).is_ok())
        .count();
    println!("without islands: {right} of {} read as stored", cases.len());
    assert!(
        right < cases.len() / 2,
        "the oracle finds nothing wrong with {right} of {}",
        cases.len()
    );
}
