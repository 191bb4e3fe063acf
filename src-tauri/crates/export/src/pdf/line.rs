//! Characters to lines: broken in stored order, ordered for the eye, shaped.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;
use sanad_text::Direction;
use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::Fonts;
use super::styled::{Character, Style};
use crate::isolates::is_control;

/// A stretch of one font, level and style, shaped; lengths are in ems.
pub(super) struct Run {
    pub(super) style: Style,
    /// The stored characters, to be found and copied.
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// From the line's left edge.
    pub(super) x: f32,
    pub(super) width: f32,
    /// Where it begins in the paragraph: readers of the file meet runs in this order.
    pub(super) stored_at: usize,
}

/// One line, its runs in stored order.
pub(super) struct Line {
    pub(super) runs: Vec<Run>,
    /// In ems.
    pub(super) width: f32,
}

/// Breaks characters into lines of at most `width` ems; an empty paragraph is one empty line.
pub(super) fn lines(
    characters: &[Character],
    base: Direction,
    width: f32,
    fonts: &Fonts,
) -> Vec<Line> {
    let paragraph = Paragraph::new(characters, base, fonts);
    let Some(bidi) = paragraph.bidi() else {
        return vec![Line {
            runs: Vec::new(),
            width: 0.0,
        }];
    };
    paragraph
        .broken(&bidi, width)
        .into_iter()
        .map(|range| paragraph.line(&bidi, range))
        .collect()
}

struct Paragraph<'characters> {
    characters: &'characters [Character],
    fonts: &'characters Fonts,
    base: Level,
    text: String,
    /// Where each character begins in `text`, and its end.
    starts: Vec<usize>,
}

impl<'characters> Paragraph<'characters> {
    fn new(
        characters: &'characters [Character],
        base: Direction,
        fonts: &'characters Fonts,
    ) -> Self {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(characters.len() + 1);
        for character in characters {
            starts.push(text.len());
            text.push(character.c);
        }
        starts.push(text.len());
        let base = match base {
            Direction::Ltr => Level::ltr(),
            Direction::Rtl => Level::rtl(),
        };
        Self {
            characters,
            fonts,
            base,
            text,
            starts,
        }
    }

    fn bidi(&self) -> Option<BidiInfo<'_>> {
        (!self.text.is_empty()).then(|| BidiInfo::new(&self.text, Some(self.base)))
    }

    /// The lines as ranges of characters, without the blanks at their ends.
    fn broken(&self, bidi: &BidiInfo<'_>, width: f32) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut line: Option<(Range<usize>, f32)> = None;
        for word in self.words() {
            let whole = self.width(bidi, word.clone());
            let seen = self.width(bidi, self.without_blanks(word.clone()));
            line = match line {
                Some((range, used)) if used + seen <= width => {
                    Some((range.start..word.end, used + whole))
                }
                before => {
                    lines.extend(before.map(|(range, _)| range));
                    if seen <= width {
                        Some((word, whole))
                    } else {
                        let mut pieces = self.cut(bidi, word, width);
                        let last = pieces.pop();
                        lines.extend(pieces);
                        last.map(|range| (range.clone(), self.width(bidi, range)))
                    }
                }
            };
        }
        lines.extend(line.map(|(range, _)| range));
        lines
            .into_iter()
            .map(|range| self.without_blanks(range))
            .collect()
    }

    /// Ranges of characters behind which a line may end.
    fn words(&self) -> Vec<Range<usize>> {
        let mut words = Vec::new();
        let mut start = 0;
        for (at, character) in self.characters.iter().enumerate() {
            let next_is_blank = self
                .characters
                .get(at + 1)
                .is_some_and(|next| is_blank(next.c));
            // The controls that end an island belong to it, and so does its blank to the word before.
            let next_is_closing = self
                .characters
                .get(at + 1)
                .is_some_and(|next| matches!(next.c, '\u{202C}' | '\u{2069}'));
            let may_end = is_blank(character.c) && !character.is_glued;
            if may_end && !next_is_blank && !next_is_closing {
                words.push(start..at + 1);
                start = at + 1;
            }
        }
        if start < self.characters.len() {
            words.push(start..self.characters.len());
        }
        words
    }

    /// A word that is wider than a line, cut between characters as a reader sees them.
    fn cut(&self, bidi: &BidiInfo<'_>, word: Range<usize>, width: f32) -> Vec<Range<usize>> {
        let text: String = self
            .slice(&word)
            .iter()
            .map(|character| character.c)
            .collect();
        let mut pieces = Vec::new();
        let mut start = word.start;
        let mut end = word.start;
        for grapheme in text.graphemes(true) {
            let next = end + grapheme.chars().count();
            if end > start && self.width(bidi, start..next) > width {
                pieces.push(start..end);
                start = end;
            }
            end = next;
        }
        pieces.push(start..end);
        pieces
    }

    fn without_blanks(&self, range: Range<usize>) -> Range<usize> {
        let slice = self.slice(&range);
        let blanks = slice
            .iter()
            .rev()
            .take_while(|character| is_blank(character.c))
            .count();
        range.start..range.end - blanks
    }

    fn slice(&self, range: &Range<usize>) -> &[Character] {
        self.characters.get(range.clone()).unwrap_or_default()
    }

    fn width(&self, bidi: &BidiInfo<'_>, range: Range<usize>) -> f32 {
        let levels = |at: usize| self.level(&bidi.levels, at);
        self.uniform(range, levels)
            .into_iter()
            .map(|range| self.shaped(range.clone(), levels(range.start)).width)
            .sum()
    }

    fn line(&self, bidi: &BidiInfo<'_>, range: Range<usize>) -> Line {
        let mut runs = Vec::new();
        let mut x = 0.0;
        for (visual, level) in self.visual(bidi, &range) {
            let mut parts = self.uniform(visual, |_| level);
            if level.is_rtl() {
                parts.reverse();
            }
            for part in parts {
                let mut run = self.shaped(part, level);
                run.x = x;
                x += run.width;
                if !run.text.is_empty() {
                    runs.push(run);
                }
            }
        }
        runs.sort_by_key(|run| run.stored_at);
        Line { runs, width: x }
    }

    /// Runs of one level from left to right, as ranges of characters.
    fn visual(&self, bidi: &BidiInfo<'_>, range: &Range<usize>) -> Vec<(Range<usize>, Level)> {
        let (Some(paragraph), false) = (bidi.paragraphs.first(), range.is_empty()) else {
            return Vec::new();
        };
        let bytes = self.start(range.start)..self.start(range.end);
        let (levels, runs) = bidi.visual_runs(paragraph, bytes);
        runs.into_iter()
            .map(|run| {
                let characters = self.at_byte(run.start)..self.at_byte(run.end);
                let level = levels.get(run.start).copied().unwrap_or(self.base);
                (characters, level)
            })
            .collect()
    }

    /// Cuts a range where level or style change.
    fn uniform(&self, range: Range<usize>, level: impl Fn(usize) -> Level) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        for (at, character) in range.clone().zip(self.slice(&range)) {
            if is_control(character.c) {
                // It is not drawn, and must not part what is shaped together.
                continue;
            }
            match parts.last_mut() {
                Some(part) if self.is_alike(part, at, &level) => part.end = at + 1,
                _ => parts.push(at..at + 1),
            }
        }
        parts
    }

    fn is_alike(&self, part: &Range<usize>, at: usize, level: impl Fn(usize) -> Level) -> bool {
        let style = |at: usize| self.characters.get(at).map(|character| character.style);
        style(part.start) == style(at) && level(part.start) == level(at)
    }

    fn level(&self, levels: &[Level], at: usize) -> Level {
        levels.get(self.start(at)).copied().unwrap_or(self.base)
    }

    fn start(&self, at: usize) -> usize {
        self.starts.get(at).copied().unwrap_or(self.text.len())
    }

    fn at_byte(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }

    fn shaped(&self, range: Range<usize>, level: Level) -> Run {
        let slice = self.slice(&range);
        let style = slice.first().map_or(
            Style {
                font: 0,
                underlined: false,
                struck: false,
            },
            |character| character.style,
        );
        let text: String = slice
            .iter()
            .map(|character| character.c)
            .filter(|&c| !is_control(c))
            .collect();
        let face = &self.fonts.get(style.font).face;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(if level.is_rtl() {
            rustybuzz::Direction::RightToLeft
        } else {
            rustybuzz::Direction::LeftToRight
        });
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let glyphs = glyphs(&shaped, &text, face.units_per_em());
        Run {
            style,
            width: glyphs.iter().map(|glyph| glyph.x_advance).sum(),
            glyphs,
            text,
            x: 0.0,
            stored_at: range.start,
        }
    }
}

fn glyphs(shaped: &rustybuzz::GlyphBuffer, text: &str, units_per_em: i32) -> Vec<KrillaGlyph> {
    #[expect(clippy::cast_precision_loss, reason = "fonts count in thousands")]
    let ems = |units: i32| units as f32 / units_per_em as f32;
    let mut clusters: Vec<usize> = shaped
        .glyph_infos()
        .iter()
        .map(|info| usize::try_from(info.cluster).unwrap_or(0))
        .collect();
    clusters.sort_unstable();
    clusters.dedup();
    let end_of = |start: usize| {
        let next = clusters.partition_point(|cluster| *cluster <= start);
        clusters.get(next).copied().unwrap_or(text.len())
    };
    shaped
        .glyph_infos()
        .iter()
        .zip(shaped.glyph_positions())
        .map(|(info, position)| {
            let start = usize::try_from(info.cluster).unwrap_or(0);
            KrillaGlyph {
                glyph_id: GlyphId::new(info.glyph_id),
                text_range: start..end_of(start),
                x_advance: ems(position.x_advance),
                x_offset: ems(position.x_offset),
                y_offset: ems(position.y_offset),
                y_advance: ems(position.y_advance),
                location: None,
            }
        })
        .collect()
}

fn is_blank(c: char) -> bool {
    // A number and its unit are kept together by the blanks that do not break.
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')
}
