//! What kind of character each character is, as far as direction and islands care.
//!
//! The classes come from unic-bidi (Unicode 10); letters that Unicode added to right-to-left blocks since are
//! listed here, and a test compares the result with unicode-bidi's newer table.

use unic_bidi::BidiClass;

/// The kinds that island finding tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A letter of a left-to-right script.
    Ltr,
    /// A letter of a right-to-left script.
    Rtl,
    /// A digit of any kind, a vulgar fraction or a raised digit.
    Digit,
    /// A mark, joiner or selector that belongs to the character before it.
    Mark,
    /// Blank within a line.
    Space,
    /// What no island reaches across: line ends, Arabic punctuation, bidi controls, embedded objects.
    Break,
    /// All other punctuation and symbols.
    Other,
    /// Part of an address (`https://…`), whatever its script.
    Address,
}

/// A placeholder for code within a line, which is its own isolate.
pub(crate) const OBJECT: char = '\u{FFFC}';

/// The kind of one character.
pub(crate) fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | 'A'..='Z' => Kind::Ltr,
        '0'..='9' => Kind::Digit,
        ' ' => Kind::Space,
        '\n' | '\r' | '\t' | OBJECT => Kind::Break,
        '!'..='~' => Kind::Other,
        '\u{060C}' | '\u{061B}' | '\u{061F}' | '\u{06D4}' | '\u{066D}' => Kind::Break,
        '\u{0621}'..='\u{064A}' => Kind::Rtl,
        '\u{00BC}'..='\u{00BE}' | '\u{2150}'..='\u{215F}' => Kind::Digit,
        '\u{200C}' | '\u{200D}' => Kind::Mark,
        '\u{00A0}' | '\u{202F}' => Kind::Space,
        _ if is_bidi_control(c) => Kind::Break,
        _ if is_newer_rtl(c) => Kind::Rtl,
        // An Ahom sign that was a mark in Unicode 10.
        '\u{1171E}' => Kind::Ltr,
        _ => match BidiClass::of(c) {
            BidiClass::LeftToRight => Kind::Ltr,
            BidiClass::RightToLeft | BidiClass::ArabicLetter => Kind::Rtl,
            BidiClass::EuropeanNumber | BidiClass::ArabicNumber => Kind::Digit,
            BidiClass::NonspacingMark => Kind::Mark,
            BidiClass::ParagraphSeparator | BidiClass::SegmentSeparator => Kind::Break,
            BidiClass::WhiteSpace if matches!(c, '\u{2028}' | '\u{000C}') => Kind::Break,
            BidiClass::WhiteSpace => Kind::Space,
            BidiClass::BoundaryNeutral if c.is_control() => Kind::Break,
            BidiClass::BoundaryNeutral => Kind::Mark,
            _ => Kind::Other,
        },
    }
}

/// Whether the character is one that steers direction: marks, embeddings, overrides, isolates.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Arabic-Indic and Extended Arabic-Indic digits.
pub(crate) fn is_eastern_digit(c: char) -> bool {
    matches!(c, '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// Digits whose bidi class is AN: a neutral between two of them is laid out right to left.
pub(crate) fn is_arabic_number(c: char) -> bool {
    matches!(c, '\u{0660}'..='\u{0669}' | '\u{066B}' | '\u{066C}')
}

/// A decimal digit of the three kinds that our languages write.
pub(crate) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_eastern_digit(c)
}

/// The value of a digit that [`is_digit`] accepts.
pub(crate) fn digit_value(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '\u{0660}'..='\u{0669}' => Some(u32::from(c) - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(u32::from(c) - 0x06F0),
        _ => None,
    }
}

/// The ASCII form of a number written in any of the three kinds of digits, as Arabic and Persian keyboards type it.
///
/// The Arabic decimal sign becomes a point and the Arabic grouping sign a comma; everything else stays.
#[must_use]
pub fn ascii_digits(number: &str) -> String {
    number
        .chars()
        .map(|c| match digit_value(c) {
            Some(value) => char::from_digit(value, 10).expect("a digit's value is below ten"),
            None if c == '\u{066B}' => '.',
            None if c == '\u{066C}' => ',',
            None => c,
        })
        .collect()
}

/// Letters of right-to-left blocks that were assigned after Unicode 10.
fn is_newer_rtl(c: char) -> bool {
    matches!(c,
        '\u{05EF}' | '\u{07FE}'..='\u{07FF}' | '\u{0860}'..='\u{088E}'
        | '\u{08B5}' | '\u{08BE}'..='\u{08C9}'
        | '\u{10D00}'..='\u{10D23}' | '\u{10E80}'..='\u{10EA9}' | '\u{10EB0}'..='\u{10EB1}'
        | '\u{10EC2}'..='\u{10EC4}' | '\u{10F00}'..='\u{10F45}' | '\u{10F51}'..='\u{10F59}'
        | '\u{10F70}'..='\u{10F81}' | '\u{10F86}'..='\u{10F89}' | '\u{10FB0}'..='\u{10FCB}'
        | '\u{10FE0}'..='\u{10FF6}' | '\u{1E94B}' | '\u{1EC71}'..='\u{1ECB4}' | '\u{1ED01}'..='\u{1ED3D}')
}

/// The part of a text between two offsets that lie on character boundaries.
pub(crate) fn cut(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end)
        .expect("offsets come from char_indices of the same text")
}
