//! Where in a stretch the island begins and ends.

use std::ops::Range;

use super::brackets::Role;
use super::scan::Ch;
use crate::chars::Kind;
use crate::units;

/// A part of a stretch that may hold one island.
pub(super) struct Piece<'a> {
    pub(super) chars: &'a [Ch],
    /// The roles of the stretch's characters, the one at `offset` first.
    pub(super) roles: &'a [Role],
    pub(super) offset: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What stands before a piece in its block.
pub(super) struct Before<'a> {
    /// The right-to-left word before it, if only blanks lie between.
    pub(super) word: Option<&'a str>,
    /// Whether a right-to-left letter touches it.
    pub(super) attached: bool,
    /// Whether it begins a line.
    pub(super) line_start: bool,
}

/// What stands behind a piece in its block.
pub(super) struct After<'a> {
    /// The right-to-left word behind it, if only blanks lie between.
    pub(super) word: Option<&'a str>,
    /// Whether a right-to-left letter touches the stretch's end.
    pub(super) attached: bool,
}

/// The left-to-right island of a piece in a right-to-left block.
///
/// With `inside` the island has begun before the piece, and only its end is looked for.
pub(super) fn ltr_island(
    piece: &Piece,
    before: &Before,
    after: &After,
    inside: bool,
) -> Option<Range<usize>> {
    let mut start = if inside {
        piece.start
    } else {
        piece.first(before)?
    };
    let mut end = piece.last(start, after)?;
    if !inside && let Some(later) = piece.leading_number_ends(start, end, before) {
        start = piece.first_from(later, before, end)?;
    }
    if let Some(earlier) = piece.trailing_number_begins(start, end, after) {
        end = piece.last_before(
            start,
            earlier,
            &After {
                word: None,
                attached: false,
            },
        )?;
    }
    (inside || !piece.is_lone_number(start, end)).then_some(start..end)
}

/// The right-to-left island of a piece in a left-to-right block.
pub(super) fn rtl_island(piece: &Piece, inside: bool) -> Option<Range<usize>> {
    let content = |at: &usize| piece.kind(*at) == Some(Kind::Rtl);
    let mut start = (piece.start..piece.end).find(content)?;
    let mut end = (start..piece.end).rev().find(content)? + 1;
    // A pair of brackets around right-to-left words belongs to them.
    loop {
        match (
            piece.role(end),
            start.checked_sub(1).map(|at| piece.role(at)),
        ) {
            (Role::Close(opened), _) if opened >= start && end < piece.end => end += 1,
            (Role::Close(opened), Some(Role::Open(_)))
                if opened + 1 == start && opened >= piece.start && end < piece.end =>
            {
                start = opened;
                end += 1;
            }
            _ => break,
        }
    }
    Some(if inside { piece.start } else { start }..end)
}

/// Whether what lies between two right-to-left words keeps its order inside a right-to-left isolate: punctuation and
/// at most one bare number with blanks around it.
pub(super) fn gap_is_harmless(chars: &[Ch], start: usize, end: usize) -> bool {
    let gap = chars.get(start..end).unwrap_or_default();
    let Some(first) = gap.iter().position(|ch| ch.kind == Kind::Digit) else {
        return true;
    };
    let last = gap
        .iter()
        .rposition(|ch| ch.kind == Kind::Digit)
        .unwrap_or(first);
    let number = gap.get(first..=last).unwrap_or_default();
    let blank_before = first
        .checked_sub(1)
        .and_then(|at| gap.get(at))
        .is_some_and(|ch| ch.kind == Kind::Space);
    let blank_behind = gap
        .get(last + 1)
        .is_some_and(|ch| ch.kind == Kind::Space || ch.c == '\u{060C}');
    blank_before && blank_behind && is_bare_number(number)
}

impl Piece<'_> {
    fn ch(&self, at: usize) -> Option<Ch> {
        self.chars.get(at).copied()
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.ch(at).map(|ch| ch.kind)
    }

    fn c(&self, at: usize) -> char {
        self.ch(at).map_or('\0', |ch| ch.c)
    }

    fn role(&self, at: usize) -> Role {
        at.checked_sub(self.offset)
            .and_then(|place| self.roles.get(place))
            .copied()
            .unwrap_or(Role::Plain)
    }

    fn is_content(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Ltr | Kind::Digit | Kind::Address))
    }

    fn has_content(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| self.is_content(at))
    }

    fn first(&self, before: &Before) -> Option<usize> {
        self.first_from(self.start, before, self.end)
    }

    /// The first place from `from` on where an island may begin.
    fn first_from(&self, from: usize, before: &Before, end: usize) -> Option<usize> {
        (from..end).find(|&at| self.may_begin(at, before))
    }

    fn may_begin(&self, at: usize, before: &Before) -> bool {
        if self.is_content(at) {
            return true;
        }
        if let Role::Open(close) = self.role(at) {
            return close < self.end && self.has_content(at, close);
        }
        // What touches the word before joins it to the number (كوفيد-19) and is no sign.
        let joins = at == self.start && before.attached;
        if joins || self.kind(at) != Some(Kind::Other) {
            return false;
        }
        let touches = |kinds: &[Kind]| {
            at + 1 < self.end && self.kind(at + 1).is_some_and(|kind| kinds.contains(&kind))
        };
        match self.c(at) {
            // A naked decimal, a percent sign in front.
            '.' | '\u{066B}' | '%' | '٪' => return touches(&[Kind::Digit]),
            // A path, or «per».
            '/' | '\\' => return touches(&[Kind::Ltr, Kind::Digit]),
            '!' if self.c(at + 1) == '=' => {}
            '+' | '-' | '−' if self.text(at + 1, self.end).starts_with("ve") => return true,
            c if is_prefix(c) => {}
            _ => return false,
        }
        let mut next = at + 1;
        while next < self.end && (is_prefix(self.c(next)) || self.c(next) == '/') {
            next += 1;
        }
        let spaced = next < self.end
            && self.kind(next) == Some(Kind::Space)
            && allows_blank(self.c(next - 1));
        let value = if spaced { next + 1 } else { next };
        if value >= self.end {
            return false;
        }
        match self.kind(value) {
            Some(Kind::Digit) => true,
            Some(Kind::Ltr) => matches!(
                self.c(next - 1),
                '↑' | '↓' | '@' | '#' | '°' | '≥' | '≤' | '>' | '<' | '='
            ),
            _ => {
                (matches!(self.c(value), '.' | '\u{066B}')
                    && self.kind(value + 1) == Some(Kind::Digit))
                    || (matches!(self.role(value), Role::Open(_)) && !spaced)
            }
        }
    }

    fn last(&self, start: usize, after: &After) -> Option<usize> {
        self.last_before(start, self.end, after)
    }

    /// The end of an island that begins at `start` and ends at `limit` or before.
    fn last_before(&self, start: usize, limit: usize, after: &After) -> Option<usize> {
        (start..limit)
            .rev()
            .find(|&at| self.may_end(at, start, limit, after))
            .map(|at| at + 1)
    }

    fn may_end(&self, at: usize, start: usize, limit: usize, after: &After) -> bool {
        let c = self.c(at);
        match self.kind(at) {
            Some(Kind::Ltr | Kind::Digit) => return true,
            Some(Kind::Address) => return !matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\''),
            Some(Kind::Mark) => return at > start && self.may_end(at - 1, start, limit, after),
            Some(Kind::Other) => {}
            _ => return false,
        }
        if let Role::Close(opened) = self.role(at) {
            return opened >= start;
        }
        if at == start {
            return false;
        }
        let touches_word = at + 1 == limit && after.attached;
        let behind = at - 1;
        let kind_behind = self.kind(behind);
        match c {
            '%' | '‰' | '٪' | '€' | '$' | '£' | '¥' | '₪' => {
                let value = if kind_behind == Some(Kind::Space) && behind > start {
                    behind - 1
                } else {
                    behind
                };
                self.kind(value) == Some(Kind::Digit) || matches!(self.role(value), Role::Close(_))
            }
            '°' | '′' | '″' | '℃' | '℉' => {
                let value = if kind_behind == Some(Kind::Space) && behind > start {
                    behind - 1
                } else {
                    behind
                };
                matches!(self.kind(value), Some(Kind::Digit))
                    || matches!(self.c(value), '′' | '″' | '°')
            }
            '"' | '\'' => {
                kind_behind == Some(Kind::Digit) && (start..behind).any(|at| self.c(at) == '\'')
            }
            '.' => behind > start && kind_behind == Some(Kind::Ltr) && self.c(behind - 1) == '.',
            '+' => !touches_word && self.plus_ends(at, start),
            '-' | '−' | '⁻' => {
                !touches_word
                    && (self.token_has_letter(behind, start)
                        || (self.c(behind) == c && self.may_end(behind, start, limit, after)))
            }
            '×' => kind_behind == Some(Kind::Digit),
            '®' | '™' | '©' => kind_behind == Some(Kind::Ltr),
            '↑' | '↓' | '→' | '←' if matches!(c, '↑' | '↓') => {
                let value = if kind_behind == Some(Kind::Space) && behind > start {
                    behind - 1
                } else {
                    behind
                };
                self.may_end(value, start, limit, after)
            }
            _ => false,
        }
    }

    /// Whether plus signs up to `at` belong to what stands before them: `CD4+`, `2+`, `2 ++`.
    fn plus_ends(&self, at: usize, start: usize) -> bool {
        let Some(value) = (start..at).rev().find(|&at| self.c(at) != '+') else {
            return false;
        };
        match self.kind(value) {
            Some(Kind::Ltr | Kind::Digit | Kind::Mark) => true,
            Some(Kind::Space) => at - value >= 2 && value > start && self.is_content(value - 1),
            _ => matches!(self.role(value), Role::Close(_)),
        }
    }

    /// Whether the characters back to the last blank, `at` included, end in and hold a letter.
    fn token_has_letter(&self, at: usize, start: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Ltr | Kind::Digit | Kind::Mark))
            && (start..=at)
                .rev()
                .take_while(|&at| self.kind(at) != Some(Kind::Space))
                .any(|at| self.kind(at) == Some(Kind::Ltr))
            || (self.c(at) == '+' && self.token_has_letter_before(at, start))
    }

    fn token_has_letter_before(&self, at: usize, start: usize) -> bool {
        at > start && self.token_has_letter(at - 1, start)
    }

    /// Where a leading number ends that belongs to the words before: `السرير 5 ⟦Amoxicillin 500 mg⟧`.
    fn leading_number_ends(&self, start: usize, end: usize, before: &Before) -> Option<usize> {
        if before.word.is_none() && !before.line_start || before.attached && start == self.start {
            return None;
        }
        if self
            .chars
            .get(self.start..start)?
            .iter()
            .any(|ch| ch.kind != Kind::Space)
        {
            return None;
        }
        let number_end = (start..end)
            .find(|&at| self.kind(at) != Some(Kind::Digit))
            .filter(|&at| at > start)?;
        let mut next = number_end;
        let punctuated = matches!(self.c(next), '.' | ':' | ')' | '-');
        if punctuated {
            next += 1;
        }
        if self.kind(next) != Some(Kind::Space) {
            return None;
        }
        next += 1;
        let dashed =
            matches!(self.c(next), '-' | '–' | '—') && self.kind(next + 1) == Some(Kind::Space);
        if dashed {
            next += 2;
        }
        let bracketed = matches!(self.role(next), Role::Open(_));
        let numbered = before.word.is_some_and(units::is_numbered);
        if bracketed {
            return numbered.then_some(next);
        }
        if self.kind(next) != Some(Kind::Ltr) {
            // «الوزن 70. 5 mg»: a full stop after a number ends what stands before.
            let sentence = punctuated && self.c(number_end) == '.' && before.word.is_some();
            return (sentence && self.kind(next) == Some(Kind::Digit)).then_some(next);
        }
        let word_end = (next..end)
            .find(|&at| self.kind(at) == Some(Kind::Space))
            .unwrap_or(end);
        let word = self.text(next, word_end);
        let bare = word.trim_end_matches(|c: char| c.is_ascii_punctuation());
        if units::is_unit(&word) || units::is_joining_word(bare) {
            return None;
        }
        let named = before.word.is_some() && is_name(bare);
        (named || numbered || punctuated || (dashed && before.word.is_some())).then_some(next)
    }

    /// Where a trailing number begins that belongs to the words behind: `⟦500 mg⟧ 2 مرات`, `⟦Augmentin⟧ 625 مجم`.
    fn trailing_number_begins(&self, start: usize, end: usize, after: &After) -> Option<usize> {
        let word = after.word?;
        if !after.attached {
            return None;
        }
        if self
            .chars
            .get(end..self.end)?
            .iter()
            .any(|ch| ch.kind != Kind::Space)
        {
            return None;
        }
        let touches = end == self.end;
        let begin = (start..end)
            .rev()
            .find(|&at| self.kind(at) == Some(Kind::Space))?
            + 1;
        if begin <= start || !is_bare_number(self.chars.get(begin..end)?) {
            return None;
        }
        let previous_end = (start..begin)
            .rev()
            .find(|&at| self.kind(at) != Some(Kind::Space))?
            + 1;
        let previous_start = (start..previous_end)
            .rev()
            .find(|&at| self.kind(at) == Some(Kind::Space))
            .map_or(start, |at| at + 1);
        let previous = self.text(previous_start, previous_end);
        if touches {
            return Some(begin);
        }
        let joins = previous.ends_with(',')
            || !previous
                .chars()
                .any(|c| matches!(crate::chars::kind(c), Kind::Ltr | Kind::Digit))
            || units::is_joining_word(&previous);
        if joins {
            return None;
        }
        let number = self.text(begin, end);
        let complete = units::is_joined_quantity(&previous)
            || (units::is_unit(&previous) && self.number_ends_before(start, previous_start));
        (complete || units::counts(&number, word)).then_some(begin)
    }

    fn number_ends_before(&self, start: usize, at: usize) -> bool {
        (start..at)
            .rev()
            .find(|&at| self.kind(at) != Some(Kind::Space))
            .is_some_and(|at| self.kind(at) == Some(Kind::Digit))
    }

    fn is_lone_number(&self, start: usize, end: usize) -> bool {
        self.chars.get(start..end).is_none_or(is_bare_number)
    }

    fn text(&self, start: usize, end: usize) -> String {
        self.chars
            .get(start..end)
            .map(|part| part.iter().map(|ch| ch.c).collect())
            .unwrap_or_default()
    }
}

/// Digits with at most single decimal or grouping signs between them: it keeps its order in any paragraph.
fn is_bare_number(chars: &[Ch]) -> bool {
    let digit = |ch: &Ch| crate::chars::is_digit(ch.c);
    chars.first().is_some_and(digit)
        && chars.last().is_some_and(digit)
        && chars
            .iter()
            .all(|ch| digit(ch) || matches!(ch.c, '.' | ',' | '\u{066B}' | '\u{066C}'))
        && chars.windows(2).all(|pair| pair.iter().any(digit))
}

/// Signs that belong to the value behind them.
fn is_prefix(c: char) -> bool {
    matches!(
        c,
        '+' | '-'
            | '−'
            | '–'
            | '±'
            | '∓'
            | '~'
            | '≈'
            | '∼'
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '='
            | '≠'
            | '≡'
            | '#'
            | '$'
            | '€'
            | '£'
            | '¥'
            | '₪'
            | '×'
            | '√'
            | '↑'
            | '↓'
            | '№'
            | '@'
            | '°'
            | '∆'
    )
}

/// Signs between which and their value a blank is usual.
fn allows_blank(c: char) -> bool {
    matches!(
        c,
        '<' | '>'
            | '≤'
            | '≥'
            | '='
            | '≠'
            | '~'
            | '≈'
            | '±'
            | '↑'
            | '↓'
            | '@'
            | '$'
            | '€'
            | '£'
            | '¥'
            | '₪'
            | '№'
            | '#'
    )
}

/// A word that looks like a name: a capital and at least three small letters.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() >= 4
        && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '/' | '\''))
}
