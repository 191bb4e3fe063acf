//! The walk over a block: from stretch to stretch, whole or as far as it has arrived.

use std::ops::Range;

use super::brackets::{self, Role};
use super::trim::{self, After, Before, Piece};
use crate::chars::{self, Kind};
use crate::direction::Direction;

/// One character with its place in the text and its kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ch {
    pub(crate) at: usize,
    pub(crate) c: char,
    pub(crate) kind: Kind,
}

/// A stretch that is still growing is held back up to this many characters before its island is opened early.
const HELD: usize = 48;

/// So many characters without a letter or digit end an island: a row of dots or dashes is no part of it.
const LONGEST_GAP: usize = 24;

/// A longer word is taken in pieces of this many letters, so that what is held back stays bounded.
const LONGEST_WORD: usize = 64;

/// Gives each character its kind, in the order in which they arrive.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    base: Direction,
    in_address: bool,
}

impl Reader {
    pub(crate) fn new(base: Direction) -> Self {
        Self {
            base,
            in_address: false,
        }
    }

    /// Appends one character to `chars`.
    pub(crate) fn read(&mut self, chars: &mut Vec<Ch>, at: usize, c: char) {
        let last = chars.last().copied();
        let mut kind = chars::kind(c);
        if kind == Kind::Mark {
            kind = match last.map(|last| last.kind) {
                Some(kind @ (Kind::Ltr | Kind::Rtl | Kind::Mark)) => kind,
                Some(Kind::Digit) => Kind::Mark,
                _ => Kind::Other,
            };
        }
        if self.base == Direction::Ltr {
            // In left-to-right text Arabic punctuation belongs to the Arabic words beside it.
            kind = match c {
                '\u{061B}' | '\u{061F}' | '\u{06D4}' | '\u{066D}' => Kind::Rtl,
                '\u{060C}' => Kind::Other,
                _ => kind,
            };
        }
        if self.in_address {
            let joins = last.is_some_and(|last| {
                matches!(
                    last.c,
                    '/' | '_' | '-' | '=' | '.' | '&' | '%' | '#' | '?' | '+'
                ) || chars::kind(last.c) == Kind::Rtl
            });
            match kind {
                Kind::Space | Kind::Break => self.in_address = false,
                Kind::Rtl if !joins => self.in_address = false,
                _ if matches!(c, '"' | '<' | '>' | '«' | '»' | '“' | '”') => {
                    self.in_address = false
                }
                _ if brackets::is_bracket(c) => {}
                _ => kind = Kind::Address,
            }
        } else if c == '/' {
            self.in_address = mark_scheme(chars);
            if self.in_address {
                kind = Kind::Address;
            }
        }
        chars.push(Ch { at, c, kind });
    }
}

/// Whether the characters end in a scheme with `:/`; marks them as part of an address then.
fn mark_scheme(chars: &mut [Ch]) -> bool {
    let [head @ .., colon, slash] = chars else {
        return false;
    };
    if colon.c != ':' || slash.c != '/' {
        return false;
    }
    let letters = head
        .iter()
        .rev()
        .take_while(|ch| ch.c.is_ascii_alphanumeric())
        .count();
    if letters == 0 {
        return false;
    }
    colon.kind = Kind::Address;
    slash.kind = Kind::Address;
    head.iter_mut()
        .rev()
        .take(letters)
        .for_each(|ch| ch.kind = Kind::Address);
    true
}

/// All characters of a whole block.
pub(super) fn characters(text: &str, base: Direction) -> Vec<Ch> {
    let mut reader = Reader::new(base);
    let mut chars = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        reader.read(&mut chars, at, c);
    }
    chars
}

/// What a scan could settle; all places are indexes into the characters it was given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settled {
    /// Where the island ends that an earlier scan left open, if it ends here.
    pub(crate) closes: Option<usize>,
    /// Whole islands.
    pub(crate) islands: Vec<Range<usize>>,
    /// Where an island begins that is still open at `upto`.
    pub(crate) opens: Option<usize>,
    /// How many characters are settled.
    pub(crate) upto: usize,
}

/// Finds islands in a block; keeps what the next characters need to know of the ones before.
#[derive(Clone, Debug)]
pub(crate) struct Scanner {
    base: Direction,
    /// Opening brackets and quotes met in earlier stretches and not yet closed.
    foreign: Vec<char>,
    /// The last word in the block's own direction, while nothing but blanks followed it.
    word: Option<String>,
    /// The memory of the word before that, to be used again.
    spare: String,
    /// Whether the character just before is a letter of the block's own direction.
    attached: bool,
    line_start: bool,
    /// Whether an island is open.
    open: bool,
}

impl Scanner {
    pub(crate) fn new(base: Direction) -> Self {
        Self {
            base,
            foreign: Vec::new(),
            word: None,
            spare: String::new(),
            attached: false,
            line_start: true,
            open: false,
        }
    }

    /// Scans the characters that no earlier scan has settled; `end` says that no more will come.
    pub(crate) fn scan(&mut self, chars: &[Ch], end: bool) -> Settled {
        let mut settled = Settled::default();
        while settled.upto < chars.len() || (end && self.open) {
            let start = settled.upto;
            let Some((stretch_end, next)) = self.stretch(chars, start, end) else {
                self.open_early(chars, start, &mut settled);
                return settled;
            };
            let word = match next {
                Next::Word(word_end) => {
                    let mut word = std::mem::take(&mut self.spare);
                    word.clear();
                    let letters = chars.get(stretch_end..word_end).unwrap_or_default();
                    word.extend(letters.iter().map(|ch| ch.c));
                    Some(word)
                }
                Next::Break | Next::End => None,
            };
            let after = After {
                word: word.as_deref(),
                attached: matches!(next, Next::Word(_)),
            };
            self.settle_stretch(chars, start..stretch_end, &after, &mut settled);
            self.attached = matches!(next, Next::Word(_));
            self.line_start = matches!(next, Next::Break);
            if let Some(spare) = std::mem::replace(&mut self.word, word) {
                self.spare = spare;
            }
            settled.upto = match next {
                Next::Word(word_end) => word_end,
                Next::Break => stretch_end + 1,
                Next::End => stretch_end,
            };
            if matches!(next, Next::End) {
                break;
            }
        }
        settled
    }

    /// Where the stretch from `start` ends and what follows it, if that is already certain.
    fn stretch(&self, chars: &[Ch], start: usize, end: bool) -> Option<(usize, Next)> {
        let own = own_kind(self.base);
        let mut at = start;
        while let Some(ch) = chars.get(at) {
            if ch.kind == own {
                let word_end = (at + 1..chars.len().min(at + LONGEST_WORD))
                    .find(|&i| chars.get(i).is_some_and(|ch| ch.kind != own))
                    .unwrap_or(chars.len().min(at + LONGEST_WORD));
                let certain = end || word_end < chars.len() || word_end == at + LONGEST_WORD;
                return certain.then_some((at, Next::Word(word_end)));
            }
            if ch.kind == Kind::Break {
                // An Arabic comma between two digits is a decimal comma or a list: it does not split them.
                let after_digit =
                    at > start && chars.get(at - 1).is_some_and(|ch| ch.kind == Kind::Digit);
                if ch.c == '\u{060C}' && after_digit {
                    match chars.get(at + 1) {
                        None if !end => return None,
                        Some(next) if next.kind == Kind::Digit => {
                            at += 1;
                            continue;
                        }
                        _ => {}
                    }
                }
                return Some((at, Next::Break));
            }
            at += 1;
        }
        end.then_some((at, Next::End))
    }

    /// Settles one whole stretch.
    fn settle_stretch(
        &mut self,
        chars: &[Ch],
        stretch: Range<usize>,
        after: &After,
        settled: &mut Settled,
    ) {
        let was_open = std::mem::take(&mut self.open);
        let substance = chars
            .get(stretch.clone())
            .is_some_and(|part| part.iter().any(|ch| ch.kind != Kind::Space));
        if !substance {
            if was_open {
                settled.closes = Some(stretch.start);
            }
            return;
        }
        let roles = brackets::roles(chars, stretch.clone(), &mut self.foreign, true);
        let pieces = self.pieces(chars, &roles, stretch.clone());
        for piece in &pieces {
            let inside = was_open && piece.start == stretch.start;
            let island = self.trim(chars, &roles, &stretch, piece, after, inside);
            match (inside, island) {
                (true, island) => {
                    settled.closes = Some(island.map_or(stretch.start, |range| range.end))
                }
                (false, Some(island)) => settled.islands.push(island),
                (false, None) => {}
            }
        }
        if was_open && settled.closes.is_none() {
            settled.closes = Some(stretch.start);
        }
    }

    /// Opens the island of a long stretch before its end is known, up to where nothing can change any more.
    fn open_early(&mut self, chars: &[Ch], start: usize, settled: &mut Settled) {
        if chars.len() - start <= HELD {
            return;
        }
        let mut foreign = self.foreign.clone();
        let stretch = start..chars.len();
        let roles = brackets::roles(chars, stretch.clone(), &mut foreign, false);
        let certain = roles
            .iter()
            .position(|role| matches!(role, Role::Unresolved))
            .map_or(chars.len(), |place| start + place);
        let pieces = self.pieces(chars, &roles, start..certain);
        let Some((last, whole)) = pieces.split_last() else {
            // Nothing but punctuation so far: all but its last few characters are plain text.
            let upto = certain.saturating_sub(8).max(start);
            if upto > start {
                self.leave(chars, start, upto, settled);
            }
            return;
        };
        let nothing = After {
            word: None,
            attached: false,
        };
        let inside = self.open && last.start == start;
        let Some(island) = self.trim(chars, &roles, &stretch, last, &nothing, inside) else {
            return;
        };
        let Some(flush) = flush_place(chars, &roles, start, &island, self.base) else {
            return;
        };
        let was_open = self.open;
        for piece in whole {
            let inside = was_open && piece.start == start;
            match (
                inside,
                self.trim(chars, &roles, &stretch, piece, &nothing, inside),
            ) {
                (true, island) => settled.closes = Some(island.map_or(start, |range| range.end)),
                (false, Some(island)) => settled.islands.push(island),
                (false, None) => {}
            }
        }
        if was_open && !inside && settled.closes.is_none() {
            settled.closes = Some(start);
        }
        if !inside {
            settled.opens = Some(island.start);
        }
        brackets::roles(chars, start..flush, &mut self.foreign, true);
        self.open = true;
        self.word = None;
        self.attached = false;
        self.line_start = false;
        settled.upto = flush;
    }

    /// Settles punctuation that cannot belong to an island.
    fn leave(&mut self, chars: &[Ch], start: usize, upto: usize, settled: &mut Settled) {
        brackets::roles(chars, start..upto, &mut self.foreign, true);
        if std::mem::take(&mut self.open) {
            settled.closes = Some(start);
        }
        self.word = None;
        self.attached = false;
        self.line_start = false;
        settled.upto = upto;
    }

    fn trim(
        &self,
        chars: &[Ch],
        roles: &[Role],
        stretch: &Range<usize>,
        range: &Range<usize>,
        after: &After,
        inside: bool,
    ) -> Option<Range<usize>> {
        let at_start = range.start == stretch.start;
        let before = Before {
            word: self.word.as_deref().filter(|_| at_start),
            attached: self.attached && at_start,
            line_start: self.line_start && at_start,
        };
        let nothing = After {
            word: None,
            attached: false,
        };
        let after = if range.end == stretch.end {
            after
        } else {
            &nothing
        };
        let piece = Piece {
            chars,
            roles,
            offset: stretch.start,
            start: range.start,
            end: range.end,
        };
        match self.base {
            Direction::Rtl => trim::ltr_island(&piece, &before, after, inside),
            Direction::Ltr => trim::rtl_island(&piece, inside),
        }
    }

    /// Splits a stretch where no island may pass: brackets whose partner lies elsewhere, long gaps, and, between
    /// right-to-left words, numbers that would be laid out backwards there.
    fn pieces(&self, chars: &[Ch], roles: &[Role], stretch: Range<usize>) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = stretch.start;
        let mut last_content = None::<usize>;
        let mut at = stretch.start;
        while at < stretch.end {
            let Some(ch) = chars.get(at) else { break };
            let content = match self.base {
                Direction::Rtl => matches!(ch.kind, Kind::Ltr | Kind::Digit | Kind::Address),
                Direction::Ltr => ch.kind == Kind::Rtl,
            };
            if content {
                let gap_start = last_content.map_or(start, |last| last + 1);
                let too_long = at - gap_start > LONGEST_GAP;
                let numbers = self.base == Direction::Ltr
                    && last_content.is_some()
                    && !trim::gap_is_harmless(chars, gap_start, at);
                if too_long || numbers {
                    if last_content.is_some() {
                        pieces.push(start..gap_start);
                    }
                    start = at;
                }
                last_content = Some(at);
            }
            if matches!(roles.get(at - (stretch.start)), Some(Role::Break)) {
                if last_content.is_some() {
                    pieces.push(start..at);
                }
                start = at + 1;
                last_content = None;
            }
            at += 1;
        }
        if last_content.is_some() {
            pieces.push(start..stretch.end);
        }
        pieces
    }
}

/// What follows a stretch.
enum Next {
    /// A word in the block's own direction, up to this index.
    Word(usize),
    /// A character that nothing reaches across.
    Break,
    /// The end of the block.
    End,
}

fn own_kind(base: Direction) -> Kind {
    match base {
        Direction::Rtl => Kind::Rtl,
        Direction::Ltr => Kind::Ltr,
    }
}

/// The last word end inside a growing island that two further words already follow, and no bracket spans.
///
/// Trimming takes away at most punctuation and one number at the end, so what lies before is certain.
fn flush_place(
    chars: &[Ch],
    roles: &[Role],
    start: usize,
    island: &Range<usize>,
    base: Direction,
) -> Option<usize> {
    let content = |at: usize| {
        chars.get(at).is_some_and(|ch| match base {
            Direction::Rtl => matches!(ch.kind, Kind::Ltr | Kind::Digit | Kind::Address),
            Direction::Ltr => ch.kind == Kind::Rtl,
        })
    };
    let mut depth = 0_i32;
    let mut in_word = false;
    let mut length = 0_usize;
    let mut ends = Vec::new();
    for at in island.clone() {
        match roles.get(at - start) {
            Some(Role::Open(_)) => depth += 1,
            Some(Role::Close(_)) => depth -= 1,
            _ => {}
        }
        let space = chars.get(at).is_some_and(|ch| ch.kind == Kind::Space);
        if content(at) {
            in_word = true;
            length += 1;
        }
        if (space || length >= LONGEST_WORD) && in_word {
            ends.push((if space { at } else { at + 1 }, depth));
            in_word = false;
            length = 0;
        } else if space {
            length = 0;
        }
    }
    // The word that has not ended yet does not count as following.
    let certain = ends.len().checked_sub(2)?;
    ends.get(..certain)?
        .iter()
        .rev()
        .find(|(_, depth)| *depth == 0)
        .map(|&(at, _)| at)
}
