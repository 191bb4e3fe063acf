//! What several tests share: the oracle, and the way to data that lies outside the checkout.

#![allow(dead_code, unreachable_pub)]

use std::fmt;
use std::path::{Path, PathBuf};

use sanad_text::{Direction, SpanKind};
use unicode_bidi::{BidiInfo, Level};

/// The byte offsets of a line's characters as they are seen from left to right, by unicode-bidi.
pub fn seen(line: &str, base: Direction) -> Vec<usize> {
    let level = match base {
        Direction::Ltr => Level::ltr(),
        Direction::Rtl => Level::rtl(),
    };
    let info = BidiInfo::new(line, Some(level));
    let mut order = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let places = line[run.clone()]
                .char_indices()
                .map(|(at, _)| run.start + at);
            if levels[run.start].is_rtl() {
                order.extend(places.rev());
            } else {
                order.extend(places);
            }
        }
    }
    order
}

/// Whether the characters of a part are seen left to right in stored order, with nothing but isolates between them.
pub fn reads_as_stored(line: &str, base: Direction, part: std::ops::Range<usize>) -> bool {
    let order: Vec<usize> = seen(line, base)
        .into_iter()
        .filter(|&at| !is_control(char_at(line, at)))
        .collect();
    let expected: Vec<usize> = line[part.clone()]
        .char_indices()
        .filter(|&(_, c)| !is_control(c))
        .map(|(at, _)| part.start + at)
        .collect();
    let first = order.iter().position(|at| part.contains(at));
    first.is_some_and(|first| order.get(first..first + expected.len()) == Some(expected.as_slice()))
}

pub fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().expect("an offset of a character")
}

pub fn is_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A string that is not seen as it is stored.
#[derive(Debug)]
pub struct TurnedRound {
    run: String,
    line: String,
    seen: String,
}

impl fmt::Display for TurnedRound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { run, line, seen } = self;
        write!(formatter, "{run:?} in {line:?} is seen in {seen:?}")
    }
}

/// How often the string occurs, if it is seen as stored at each place, without regard to controls inside it.
pub fn every_occurrence_reads(
    line: &str,
    base: Direction,
    run: &str,
) -> Result<usize, TurnedRound> {
    let bare: Vec<(usize, char)> = line
        .char_indices()
        .filter(|&(_, c)| !is_control(c))
        .collect();
    let wanted: Vec<char> = run.chars().collect();
    let mut found = 0;
    for window in bare.windows(wanted.len()) {
        if window.iter().map(|&(_, c)| c).eq(wanted.iter().copied()) {
            found += 1;
            let (start, _) = window[0];
            let (last, c) = window[window.len() - 1];
            if !reads_as_stored(line, base, start..last + c.len_utf8()) {
                let seen: String = seen(line, base)
                    .into_iter()
                    .map(|at| char_at(line, at))
                    .filter(|&c| !is_control(c))
                    .collect();
                return Err(TurnedRound {
                    run: run.to_owned(),
                    line: line.to_owned(),
                    seen,
                });
            }
        }
    }
    Ok(found)
}

/// A line with the isolates that its spans ask for, as a web view lays it out.
pub fn isolated(spans: &[sanad_text::Span]) -> String {
    let mut line = String::new();
    let mut open = None;
    for span in spans {
        let isolate = span.isolate.filter(|_| span.kind != SpanKind::Code);
        if open != isolate {
            if open.is_some() {
                line.push('\u{2069}');
            }
            if let Some(isolate) = isolate {
                line.push(if isolate.direction == Direction::Ltr {
                    '\u{2066}'
                } else {
                    '\u{2067}'
                });
            }
            open = isolate;
        }
        if span.kind == SpanKind::Code {
            line.push('\u{2066}');
            line.push_str(&span.text);
            line.push('\u{2069}');
        } else if span.kind != SpanKind::Hidden {
            line.push_str(&span.text);
        }
    }
    if open.is_some() {
        line.push('\u{2069}');
    }
    line
}

/// A text with its islands in isolates.
pub fn with_islands(text: &str, base: Direction) -> String {
    let mut line = String::new();
    let mut at = 0;
    for island in sanad_text::islands(text, base) {
        line.push_str(&text[at..island.range.start]);
        line.push(if island.direction == Direction::Ltr {
            '\u{2066}'
        } else {
            '\u{2067}'
        });
        line.push_str(&text[island.range.clone()]);
        line.push('\u{2069}');
        at = island.range.end;
    }
    line.push_str(&text[at..]);
    line
}

/// A file of the data that is shared outside the checkout, or `None` with a message.
pub fn shared(name: &str) -> Option<serde_json::Value> {
    let path = crate_folder().join("../../../../shared/data").join(name);
    read(&path).or_else(|| {
        println!("skipped: shared/data/{name} is not beside this checkout");
        None
    })
}

/// A file of this crate's own test data.
pub fn own(name: &str) -> serde_json::Value {
    let path = crate_folder().join("tests/data").join(name);
    read(&path).expect("the crate carries its own test data")
}

/// Asked for when a test runs: several checkouts may share one target folder.
fn crate_folder() -> PathBuf {
    PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests"))
}

fn read(path: &Path) -> Option<serde_json::Value> {
    let text = std::fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).expect("test data is JSON"))
}

/// A list of strings in a JSON object.
pub fn strings(data: &serde_json::Value, name: &str) -> Vec<String> {
    data[name]
        .as_array()
        .expect("the list is there")
        .iter()
        .map(|item| item.as_str().expect("a string").to_owned())
        .collect()
}
