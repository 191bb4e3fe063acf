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
        let run = chars::cut(line, island.range.start, island.range.end);
        at = island.range.end;
        let mut edge = Edge::of(run, island.direction);
        marked.push(edge.open);
        edge.separate(run, marked);
        marked.push(edge.close);
        // Else a number behind the island would be drawn into it.
        marked.push(mark(base));
    }
    marked.push_str(chars::cut(line, at, line.len()));
}

/// What keeps a run in its order where nothing else does.
///
/// Behind the whole run goes [`Self::close`], and then the block's own [`direction_mark`](mark).
pub struct Edge {
    /// Goes in front of the run.
    pub open: char,
    /// Goes behind it.
    pub close: char,
    separates: bool,
    inside_number: bool,
}

impl Edge {
    /// For a run of this text.
    #[must_use]
    pub fn of(run: &str, direction: Direction) -> Self {
        // Rule N0 turns brackets around Arabic-Indic digits whatever marks stand beside them.
        let isolate = direction == Direction::Ltr
            && run.contains(['(', '[', '{'])
            && run.chars().any(chars::is_arabic_number);
        let (open, close) = if isolate {
            (LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE)
        } else {
            (mark(direction), mark(direction))
        };
        Self {
            open,
            close,
            separates: direction == Direction::Ltr && !isolate,
            inside_number: false,
        }
    }

    /// Writes the next part of the run. Neutrals beside Arabic-Indic digits take the paragraph's direction unless a
    /// mark stands on their other side.
    pub fn separate(&mut self, part: &str, marked: &mut String) {
        if !self.separates {
            marked.push_str(part);
            return;
        }
        for c in part.chars() {
            let number = chars::is_arabic_number(c)
                || (self.inside_number && matches!(c, '.' | ',' | '/' | ':'));
            if number != self.inside_number {
                marked.push(LEFT_TO_RIGHT_MARK);
            }
            self.inside_number = number;
            marked.push(c);
        }
    }
}

/// U+200E or U+200F.
#[must_use]
pub fn mark(direction: Direction) -> char {
    match direction {
        Direction::Ltr => LEFT_TO_RIGHT_MARK,
        Direction::Rtl => RIGHT_TO_LEFT_MARK,
    }
}
