//! Spans as characters with a font and a style each, between the controls that keep runs in order.

use sanad_text::{Span, SpanKind};
use unicode_bidi::BidiClass;

use super::fonts::{FontNumber, Fonts};
use crate::isolates::{Wrapping, is_control, runs, shown_text};

/// An island of at most so many characters is never broken: half a dose is another dose.
const UNBROKEN: usize = 40;

/// Stands where no font has the character: nothing may vanish unseen.
const UNKNOWN: char = '\u{25A1}';

/// One character of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Character {
    pub(super) c: char,
    pub(super) style: Style,
    /// Whether a line may not end behind it.
    pub(super) is_glued: bool,
}

/// How a character is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) font: FontNumber,
    pub(super) underlined: bool,
    pub(super) struck: bool,
}

/// The lines of a paragraph as they were stored: a line break within it begins another.
pub(super) fn lines_of(spans: &[Span], strong: bool, fonts: &Fonts) -> Vec<Vec<Character>> {
    let mut styled = Styled {
        fonts,
        lines: vec![Vec::new()],
        last_font: 0,
    };
    for (isolate, run) in runs(spans) {
        let text = shown_text(run);
        let wrapping = isolate.map(|isolate| Wrapping::of(&text, isolate.direction));
        let is_glued = isolate.is_some() && text.chars().count() <= UNBROKEN;
        if let Some(wrapping) = wrapping {
            styled.controls(wrapping.open);
        }
        for span in run {
            styled.span(span, strong, is_glued);
        }
        if let Some(wrapping) = wrapping {
            styled.controls(wrapping.close);
        }
    }
    styled.lines
}

/// The characters of one line of code.
pub(super) fn code(line: &str, fonts: &Fonts) -> Vec<Character> {
    let mut styled = Styled {
        fonts,
        lines: vec![Vec::new()],
        last_font: 0,
    };
    let wrapping = Wrapping::of(line, sanad_text::Direction::Ltr);
    styled.controls(wrapping.open);
    let (underlined, struck) = (false, false);
    for c in line.chars() {
        if c == '\t' {
            (0..4).for_each(|_| styled.character(' ', false, true, underlined, struck, false));
        } else {
            styled.character(c, false, true, underlined, struck, false);
        }
    }
    styled.controls(wrapping.close);
    styled.lines.pop().unwrap_or_default()
}

struct Styled<'fonts> {
    fonts: &'fonts Fonts,
    lines: Vec<Vec<Character>>,
    last_font: FontNumber,
}

impl Styled<'_> {
    fn span(&mut self, span: &Span, strong: bool, is_glued: bool) {
        match span.kind {
            SpanKind::Hidden => return,
            SpanKind::LineBreak => {
                self.lines.push(Vec::new());
                return;
            }
            _ => {}
        }
        let is_code = span.kind == SpanKind::Code;
        for c in span.text.chars() {
            let (strong, emphasis) = (strong || span.strong, span.emphasis);
            self.character(c, strong, is_code, emphasis, span.strikethrough, is_glued);
        }
    }

    fn character(
        &mut self,
        c: char,
        strong: bool,
        code: bool,
        underlined: bool,
        struck: bool,
        is_glued: bool,
    ) {
        // Only our own controls may turn anything, and a paragraph end would part the line.
        let mut c = match c {
            c if is_control(c) => return,
            c if c.is_control() || unicode_bidi::bidi_class(c) == BidiClass::B => ' ',
            c => c,
        };
        if !takes_font_before(c) {
            if self.fonts.for_character(c, strong, code).is_none() {
                // A narrow or a thin blank is still a blank.
                c = if c.is_whitespace() { '\u{A0}' } else { UNKNOWN };
            }
            let font = self.fonts.for_character(c, strong, code);
            self.last_font = font.unwrap_or(self.last_font);
        }
        let style = Style {
            font: self.last_font,
            underlined,
            struck,
        };
        self.push(Character { c, style, is_glued });
    }

    fn controls(&mut self, controls: &str) {
        for c in controls.chars() {
            let style = Style {
                font: self.last_font,
                underlined: false,
                struck: false,
            };
            let is_glued = true;
            self.push(Character { c, style, is_glued });
        }
    }

    fn push(&mut self, character: Character) {
        if let Some(line) = self.lines.last_mut() {
            line.push(character);
        }
    }
}

/// Marks and joiners are shaped with the letter before.
fn takes_font_before(c: char) -> bool {
    unicode_bidi::bidi_class(c) == BidiClass::NSM || matches!(c, '\u{200C}' | '\u{200D}')
}
