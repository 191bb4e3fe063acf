//! The self-check's bundled items, which were written for another purpose and stand in both languages: each text as a
//! source for its translation. What says the same is not marked, and one changed number is.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::collections::HashSet;
use std::ops::Range;

use sanad_guard::{Around, Sources};
use sanad_text::{Language, Mark, each_span, render};
use serde_json::Value;

const TRANSLATIONS: &[&str] = &[
    include_str!("../../selfcheck/items/round_trip.json"),
    include_str!("../../selfcheck/items/translations.json"),
];
const NOTES: &str = include_str!("../../selfcheck/items/notes.json");
const QUESTIONS: &[&str] = &[
    include_str!("../../selfcheck/items/clinical_knowledge.json"),
    include_str!("../../selfcheck/items/professional_medicine.json"),
    include_str!("../../selfcheck/items/college_medicine.json"),
];

/// A text in both languages.
struct Pair {
    en: String,
    ar: String,
}

impl Pair {
    /// The text as a source for its translation, and the other way round.
    fn both_ways(&self) -> [(&str, &str, Language); 2] {
        [
            (&self.en, &self.ar, Language::Arabic),
            (&self.ar, &self.en, Language::English),
        ]
    }
}

fn items(json: &str) -> Vec<Value> {
    let value: Value = serde_json::from_str(json).expect("the items are JSON");
    let list = value
        .as_array()
        .or_else(|| value.as_object()?.values().find_map(Value::as_array));
    list.expect("a list of items").clone()
}

fn pairs() -> Vec<Pair> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut pairs = Vec::new();
    for item in TRANSLATIONS.iter().flat_map(|json| items(json)) {
        pairs.push(Pair {
            en: text(&item["en"]),
            ar: text(&item["ar"]),
        });
    }
    for item in items(NOTES) {
        let note = |side: &Value| {
            let sentences = side["sentences"].as_array().expect("sentences");
            let sentences: Vec<String> = sentences.iter().map(text).collect();
            format!("{} {}", sentences.join(" "), text(&side["explanation"]))
        };
        pairs.push(Pair {
            en: note(&item["en"]),
            ar: note(&item["ar"]),
        });
    }
    for item in QUESTIONS.iter().flat_map(|json| items(json)) {
        let question = |side: &Value| {
            format!(
                "{}\n\n{}",
                text(&side["question"]),
                text(&side["explanation"])
            )
        };
        pairs.push(Pair {
            en: question(&item["en"]),
            ar: question(&item["ar"]),
        });
    }
    pairs
}

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(text);
    sources
}

/// The places of a text that are marked.
fn marked(sources: &Sources, text: &str, language: Language) -> Vec<Range<usize>> {
    let mut blocks = render(text, language);
    sources.mark(&mut blocks, &mut Around::default());
    let mut places = Vec::new();
    each_span(&mut blocks, &mut |span| {
        let is_unsupported = |mark: &Mark| matches!(mark, Mark::Unsupported { .. });
        if span.marks.iter().any(is_unsupported) {
            places.push(span.source.clone());
        }
    });
    places
}

#[test]
fn a_translation_says_the_figures_of_its_original() {
    let (mut figures, mut falsely) = (0, 0);
    for pair in pairs() {
        for (source, answer, language) in pair.both_ways() {
            figures += marked(&Sources::default(), answer, language).len();
            falsely += marked(&sources(source), answer, language).len();
        }
    }
    println!("translated: {falsely} of {figures} figures marked falsely");
    assert!(figures > 1000, "{figures}");
    assert!(falsely * 20 < figures, "{falsely} of {figures}");
}

#[test]
fn a_text_says_all_of_its_own_figures() {
    for pair in pairs() {
        for (text, language) in [(&pair.en, Language::English), (&pair.ar, Language::Arabic)] {
            assert_eq!(
                marked(&sources(text), text, language),
                Vec::<Range<usize>>::new()
            );
        }
    }
}

#[test]
fn a_number_that_was_changed_in_a_translation_is_caught() {
    let (mut changed, mut caught) = (0, 0);
    for pair in pairs() {
        for (source, answer, language) in pair.both_ways() {
            let known: HashSet<String> = numbers(source)
                .into_iter()
                .map(|(_, number)| number)
                .collect();
            let said = sources(source);
            for figure in marked(&Sources::default(), answer, language) {
                let inside = answer.get(figure.clone()).unwrap_or_default();
                let Some((place, number)) = numbers(inside).into_iter().next() else {
                    continue;
                };
                let other = number
                    .parse::<f64>()
                    .map_or(0.0, |value| (value * 3.0).floor() + 7.0);
                // A number from 1900 on without a unit reads as a year.
                if known.contains(&other.to_string()) || (1900.0..2100.0).contains(&other) {
                    continue;
                }
                let mut text = answer.to_owned();
                let place = figure.start + place.start..figure.start + place.end;
                text.replace_range(place.clone(), &other.to_string());
                changed += 1;
                let is_caught = marked(&said, &text, language)
                    .iter()
                    .any(|mark| mark.start <= place.start && place.start < mark.end);
                caught += usize::from(is_caught);
            }
        }
    }
    println!("changed numbers: {caught} of {changed} caught");
    assert!(changed > 500, "{changed}");
    assert!(caught * 100 >= changed * 99, "{caught} of {changed}");
}

/// The runs of ASCII digits, with a point inside, and their places.
fn numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let in_number = c.is_ascii_digit() || (c == '.' && start.is_some());
        match (in_number, start) {
            (true, None) => start = Some(at),
            (false, Some(begin)) => {
                let number = text
                    .get(begin..at)
                    .unwrap_or_default()
                    .trim_end_matches('.');
                found.push((begin..begin + number.len(), number.to_owned()));
                start = None;
            }
            _ => {}
        }
    }
    found
}
