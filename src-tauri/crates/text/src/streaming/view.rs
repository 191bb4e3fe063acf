//! The text node of the block that is still growing.

use super::{OpenKind, OpenStep};
use crate::chars;
use crate::direction::{Direction, Settler};
use crate::islands::{Ch, Reader, Scanner, Settled};

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const POP_ISOLATE: char = '\u{2069}';

/// What is shown of the open block, and what is held back.
#[derive(Clone, Debug)]
pub(super) struct View {
    index: usize,
    kind: OpenKind,
    direction: Direction,
    append: String,
    /// Whether a line has begun, so that the next one needs a line end before it.
    begun: bool,
    state: State,
}

#[derive(Clone, Debug)]
enum State {
    /// Code is shown as it comes.
    Code,
    /// Nothing is shown until the direction is settled.
    Unsettled { settler: Settler, text: String },
    /// Islands are found as the text comes.
    Settled {
        reader: Reader,
        scanner: Scanner,
        pending: Vec<Ch>,
        stars: Stars,
    },
}

/// Asterisks that may turn out to be markup.
#[derive(Clone, Copy, Debug, Default)]
struct Stars {
    before: Option<char>,
    count: usize,
}

impl View {
    pub(super) fn new(index: usize, kind: OpenKind, fallback: Direction) -> Self {
        let state = match kind {
            OpenKind::Code | OpenKind::Table => State::Code,
            _ => State::Unsettled {
                settler: Settler::new(fallback),
                text: String::new(),
            },
        };
        Self {
            index,
            kind,
            direction: fallback,
            append: String::new(),
            begun: false,
            state,
        }
    }

    /// What came since the last step.
    pub(super) fn step(&mut self) -> OpenStep {
        OpenStep {
            index: self.index,
            kind: self.kind.clone(),
            direction: self.direction,
            append: std::mem::take(&mut self.append),
        }
    }

    /// Goes on to the next line of the block.
    pub(super) fn next_line(&mut self) {
        if self.begun {
            self.feed("\n");
        }
        self.begun = true;
    }

    /// Takes more of the block's text.
    pub(super) fn feed(&mut self, text: &str) {
        self.begun |= !text.is_empty();
        match &mut self.state {
            State::Code => self.append.push_str(text),
            State::Unsettled {
                settler,
                text: held,
            } => {
                held.push_str(text);
                let Some(direction) = settler.read(text) else {
                    return;
                };
                let held = std::mem::take(held);
                self.direction = direction;
                self.state = State::Settled {
                    reader: Reader::new(direction),
                    scanner: Scanner::new(direction),
                    pending: Vec::new(),
                    stars: Stars::default(),
                };
                self.show(&held);
            }
            State::Settled { .. } => self.show(text),
        }
    }

    fn show(&mut self, text: &str) {
        let State::Settled {
            reader,
            scanner,
            pending,
            stars,
        } = &mut self.state
        else {
            return;
        };
        for c in text.chars().filter(|&c| !chars::is_bidi_control(c)) {
            if c == '*' {
                stars.count += 1;
                continue;
            }
            for _ in 0..stars.shown(c) {
                reader.read(pending, 0, '*');
            }
            *stars = Stars {
                before: Some(c),
                count: 0,
            };
            reader.read(pending, 0, c);
        }
        let settled = scanner.scan(pending, false);
        write(&mut self.append, pending, &settled, self.direction);
        pending.drain(..settled.upto);
    }
}

impl Stars {
    /// How many of the asterisks to show before `next`: none of two or three, unless they stand between digits.
    fn shown(self, next: char) -> usize {
        let between = self.before.is_some_and(chars::is_digit) && chars::is_digit(next);
        if matches!(self.count, 2 | 3) && !between {
            0
        } else {
            self.count
        }
    }
}

/// Writes the settled characters with isolates around their islands.
fn write(append: &mut String, pending: &[Ch], settled: &Settled, base: Direction) {
    let isolate = match base {
        Direction::Rtl => LEFT_TO_RIGHT_ISOLATE,
        Direction::Ltr => RIGHT_TO_LEFT_ISOLATE,
    };
    let mut islands = settled.islands.iter().peekable();
    let mut inside: Option<usize> = None;
    for at in 0..=settled.upto {
        if settled.closes == Some(at) || inside == Some(at) {
            append.push(POP_ISOLATE);
            inside = None;
        }
        if let Some(island) = islands.next_if(|island| island.start == at) {
            append.push(isolate);
            inside = Some(island.end);
        }
        if settled.opens == Some(at) {
            append.push(isolate);
        }
        if at < settled.upto
            && let Some(ch) = pending.get(at)
        {
            append.push(ch.c);
        }
    }
}
