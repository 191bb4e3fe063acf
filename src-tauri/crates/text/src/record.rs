//! Plain text for other programs: direction marks that keep every run in its stored order.
//!
//! Marks (U+200E, U+200F) rather than isolates, since word processors and record systems that know no isolates know
//! the marks; only brackets around Arabic-Indic digits need isolates. It must add marks only: without them the text is the stored one.

use crate::chars;
use crate::direction::{self, Direction};
use crate::islands;
use crate::language::Language;

const LEFT_TO_RIGHT_MARK: char = '\u{200E}';
const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const POP_ISOLATE: char = '\u{2069}';

/// The text with direction marks around its islands and at the start of lines that would else be laid out the
/// wrong way; lines inside code fences stay as they are.
#[must_use]
pub fn with_marks(text: &str, language: Language) -> String {
    let mut marked = String::with_capacity(text.len() + text.len() / 8);
    let mut fallback = language.direction();
    let mut in_code = false;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_start().starts_with("```");
        if in_code || fence {
            in_code ^= fence;
            marked.push_str(line);
            continue;
        }
        fallback = direction::majority(line, fallback);
        mark_line(line, fallback, &mut marked);
    }
    marked
}

fn mark_line(line: &str, base: Direction, marked: &mut String) {
    if direction::first_strong(line).is_some_and(|first| first != base) {
        marked.push(mark(base));
    }
    let mut at = 0;
    for island in islands::find(line, base) {
        marked.push_str(chars::cut(line, at, island.range.start));
        let inside = mark(island.direction);
        let run = chars::cut(line, island.range.start, island.range.end);
        at = island.range.end;
        if island.direction == Direction::Ltr
            && run.contains(['(', '[', '{'])
            && run.chars().any(chars::is_arabic_number)
        {
            // Rule N0 turns brackets around Arabic-Indic digits whatever marks stand beside them.
            marked.push(LEFT_TO_RIGHT_ISOLATE);
            marked.push_str(run);
            marked.push(POP_ISOLATE);
            continue;
        }
        marked.push(inside);
        if island.direction == Direction::Ltr {
            separate_arabic_numbers(run, marked);
        } else {
            marked.push_str(run);
        }
        marked.push(inside);
        // Else a number behind the island would be drawn into it.
        marked.push(mark(base));
    }
    marked.push_str(chars::cut(line, at, line.len()));
}

/// Neutrals beside Arabic-Indic digits take the paragraph's direction unless a mark stands on their other side.
fn separate_arabic_numbers(run: &str, marked: &mut String) {
    let mut inside_number = false;
    for c in run.chars() {
        let number =
            chars::is_arabic_number(c) || (inside_number && matches!(c, '.' | ',' | '/' | ':'));
        if number != inside_number {
            marked.push(LEFT_TO_RIGHT_MARK);
        }
        inside_number = number;
        marked.push(c);
    }
}

fn mark(direction: Direction) -> char {
    match direction {
        Direction::Ltr => LEFT_TO_RIGHT_MARK,
        Direction::Rtl => RIGHT_TO_LEFT_MARK,
    }
}
