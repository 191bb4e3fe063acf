//! An answer that arrives in pieces: finished blocks once each, the open block as text to append to one node.
//!
//! Owns the order and the holding back. What it has appended never changes its place or its direction, and at no step
//! is a dose seen backwards: a word is held until it ends, a number or an operator until its island is settled.
//! It must never read again what it has settled, so that the work for a piece does not grow with the answer.

mod view;

use crate::blocks::Block;
use crate::chars;
use crate::direction::Direction;
use crate::language::Language;
use crate::markdown::assemble::Assembler;
use crate::markdown::segments::{self, Decision, Segment, SegmentKind, Segmenter};
use view::View;

/// What one piece of an answer changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// Blocks finished since the last step, in order; each is given once.
    ///
    /// The items of a list and the rows of a table come one by one, all but the first with `continued` set;
    /// [`crate::join`] makes whole ones of them.
    /// Where this is not empty, what the open block showed so far is part of it: empty the open node first.
    pub closed: Vec<Block>,
    /// The block that is still growing, if there is one.
    pub open: Option<OpenStep>,
}

/// How the open block grew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenStep {
    /// Counts the open blocks of the answer; another number means another, empty node.
    pub index: usize,
    /// What it will be.
    pub kind: OpenKind,
    /// Which way it runs; it may change as long as nothing has been appended, and never afterwards.
    pub direction: Direction,
    /// What to append to the one text node of the block.
    ///
    /// Beside the stored characters it holds U+2066 or U+2067 and U+2069 around islands, for display only;
    /// the markup of bold text and of the block's own beginning is left out.
    pub append: String,
}

/// What the open block will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenKind {
    /// Running text.
    Paragraph,
    /// A title of this level, 1 to 6.
    Heading(u8),
    /// An item of a list, with its number, or `None` for a bullet.
    ListItem(Option<u64>),
    /// Code.
    Code,
    /// A quotation.
    Quote,
    /// A table, of which only whole rows are shown.
    Table,
}

/// Takes an answer piece by piece.
///
/// Pieces are whole characters, already sanitised (see [`crate::Sanitiser`]).
#[derive(Clone, Debug)]
pub struct Streaming {
    segmenter: Segmenter,
    assembler: Assembler,
    /// The answer from byte `offset` on: the open segment and the line that has not ended.
    source: String,
    offset: usize,
    /// Where the line begins that has not ended, in bytes of the answer.
    line_at: usize,
    /// Up to where `source` is known to hold no further line end, in bytes of the answer.
    searched: usize,
    /// Up to where the unfinished line is shown, once it is known what the line does.
    shown: Option<usize>,
    /// How long the line has to be before what it does is asked again.
    look_again: usize,
    view: Option<View>,
    views: usize,
}

impl Streaming {
    /// Begins an answer in a conversation that is held in `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            segmenter: Segmenter::default(),
            assembler: Assembler::new(language),
            source: String::new(),
            offset: 0,
            line_at: 0,
            searched: 0,
            shown: None,
            look_again: 0,
            view: None,
            views: 0,
        }
    }

    /// Takes the next piece.
    pub fn push(&mut self, delta: &str) -> Step {
        self.source.push_str(delta);
        let mut closed = Vec::new();
        while let Some(end) = self.next_line_end() {
            let line = self
                .text(self.line_at, end)
                .trim_end_matches('\r')
                .to_owned();
            self.whole_line(&line, &mut closed);
            self.line_at = end + 1;
            self.searched = end + 1;
            self.shown = None;
            self.look_again = 0;
        }
        self.searched = self.offset + self.source.len();
        self.part_of_line(&mut closed);
        self.forget();
        self.step(closed)
    }

    /// Ends the answer; nothing is open afterwards.
    pub fn finish(&mut self) -> Step {
        let mut closed = Vec::new();
        let line = self
            .text(self.line_at, self.offset + self.source.len())
            .trim_end_matches('\r')
            .to_owned();
        if !line.is_empty() {
            self.whole_line(&line, &mut closed);
        }
        let mut segments = Vec::new();
        self.segmenter.finish(&mut segments);
        self.assemble(segments, &mut closed);
        self.line_at = self.offset + self.source.len();
        self.shown = None;
        self.view = None;
        self.forget();
        self.step(closed)
    }

    fn step(&mut self, closed: Vec<Block>) -> Step {
        Step {
            closed,
            open: self.view.as_mut().map(View::step),
        }
    }

    fn next_line_end(&self) -> Option<usize> {
        let rest = self.text(self.searched, self.offset + self.source.len());
        rest.find('\n').map(|at| self.searched + at)
    }

    /// A part of the answer by its bytes.
    fn text(&self, start: usize, end: usize) -> &str {
        chars::cut(&self.source, start - self.offset, end - self.offset)
    }

    fn whole_line(&mut self, line: &str, closed: &mut Vec<Block>) {
        let becomes_table = self
            .segmenter
            .held()
            .is_some_and(|(_, head)| segments::is_table(head, line));
        if self.segmenter.held().is_some() && !becomes_table {
            self.release(closed);
        }
        if !becomes_table {
            self.begin_line(line, true, closed);
            self.show_line(line);
        }
        let mut segments = Vec::new();
        self.segmenter.line(self.line_at, line, &mut segments);
        self.assemble(segments, closed);
        if becomes_table {
            self.open_view(OpenKind::Table, Direction::Ltr);
        } else if self.segmenter.open().is_none() {
            self.view = None;
        } else if self
            .segmenter
            .open()
            .is_some_and(|open| open.kind == SegmentKind::Code)
            && self.view.is_none()
        {
            self.open_view(OpenKind::Code, Direction::Ltr);
        }
    }

    /// Shows what has arrived of a line that has not ended.
    fn part_of_line(&mut self, closed: &mut Vec<Block>) {
        let end = self.offset + self.source.len();
        if let Some(shown) = self.shown {
            let new = self.text(shown, end).trim_end_matches('\r').to_owned();
            self.show(shown, &new);
            return;
        }
        // A line that tells nothing for long (a row of dashes) is looked at again only when it has grown by half.
        if end - self.line_at < self.look_again {
            return;
        }
        let line = self
            .text(self.line_at, end)
            .trim_end_matches('\r')
            .to_owned();
        if line.is_empty() {
            return;
        }
        self.look_again = line.len().saturating_sub(64) * 3 / 2;
        if self.segmenter.held().is_some() {
            if line
                .chars()
                .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
            {
                return;
            }
            self.release(closed);
        }
        self.begin_line(&line, false, closed);
        self.show_line(&line);
    }

    /// Finds out what the line does, if it has not been found out before, and begins its view.
    fn begin_line(&mut self, line: &str, whole: bool, closed: &mut Vec<Block>) {
        if self.shown.is_some() {
            return;
        }
        match self.segmenter.decide(line, whole) {
            Some(Decision::Continue { skip }) => {
                if let Some(view) = &mut self.view {
                    view.next_line();
                }
                self.shown = Some(self.line_at + skip);
            }
            Some(Decision::Begin { kind, skip }) => {
                let mut segments = Vec::new();
                self.segmenter.close(&mut segments);
                self.assemble(segments, closed);
                self.view = None;
                if let Some(open) = open_kind(kind) {
                    let fallback = self.assembler.fallback(kind);
                    self.open_view(open, fallback);
                    self.shown = Some(self.line_at + skip);
                }
            }
            Some(Decision::Blank | Decision::EndCode | Decision::MaybeTable | Decision::Row)
            | None => {}
        }
    }

    /// Shows what of the line has not been shown.
    fn show_line(&mut self, line: &str) {
        if let Some(shown) = self.shown {
            self.show(shown, line.get(shown - self.line_at..).unwrap_or_default());
        }
    }

    fn show(&mut self, at: usize, new: &str) {
        if let Some(view) = &mut self.view {
            view.feed(new);
        }
        self.shown = Some(at + new.len());
    }

    /// Shows the held line as text: it is no table.
    fn release(&mut self, closed: &mut Vec<Block>) {
        let Some((_, line)) = self.segmenter.held() else {
            return;
        };
        let line = line.trim_start().to_owned();
        let mut segments = Vec::new();
        self.segmenter.release(&mut segments);
        self.assemble(segments, closed);
        match &mut self.view {
            Some(view) => view.next_line(),
            None => {
                let fallback = self.assembler.fallback(SegmentKind::Paragraph);
                self.open_view(OpenKind::Paragraph, fallback);
            }
        }
        if let Some(view) = &mut self.view {
            view.feed(&line);
        }
    }

    fn assemble(&mut self, segments: Vec<Segment>, closed: &mut Vec<Block>) {
        for segment in segments {
            let is_row = matches!(segment.kind, SegmentKind::TableRow);
            closed.extend(self.assembler.close(&self.source, self.offset, &segment));
            if !is_row {
                self.view = None;
            }
        }
    }

    fn open_view(&mut self, kind: OpenKind, fallback: Direction) {
        self.view = Some(View::new(self.views, kind, fallback));
        self.views += 1;
    }

    /// Lets go of what belongs to closed blocks.
    fn forget(&mut self) {
        let open = self
            .segmenter
            .open()
            .filter(|open| open.kind != SegmentKind::TableRow)
            .map(|open| open.range.start);
        let held = self.segmenter.held().map(|(at, _)| at);
        let keep = [open, held]
            .into_iter()
            .flatten()
            .fold(self.line_at, usize::min);
        if keep > self.offset {
            self.source.drain(..keep - self.offset);
            self.offset = keep;
        }
    }
}

fn open_kind(kind: SegmentKind) -> Option<OpenKind> {
    match kind {
        SegmentKind::Paragraph => Some(OpenKind::Paragraph),
        SegmentKind::Heading(level) => Some(OpenKind::Heading(level)),
        SegmentKind::Item(marker) => Some(OpenKind::ListItem(marker.number)),
        SegmentKind::Quote => Some(OpenKind::Quote),
        // The view of code begins behind its fence.
        SegmentKind::Code | SegmentKind::Rule | SegmentKind::TableHead | SegmentKind::TableRow => {
            None
        }
    }
}
