//! Hides from the Markdown parser what looks like markup and is a value.
//!
//! Each hidden character is replaced by a control of the same length, so that offsets stay, and put back in what the
//! parser returns. Sanitised text holds no such control; a text that does is left as it is.

use std::borrow::Cow;

use super::lines::is_compared;
use crate::chars;

/// What is hidden, and the control that stands for it.
const HIDDEN: [(u8, u8); 5] = [(b'>', 1), (b'*', 2), (b'~', 3), (b'[', 4), (b'=', 5)];

/// The source with its values hidden.
pub(super) fn mask(source: &str) -> Cow<'_, str> {
    if source.bytes().any(|byte| (1..=5).contains(&byte)) {
        return Cow::Borrowed(source);
    }
    let mut places = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        line_places(line, at, &mut places);
        at += line.len();
    }
    if source.contains(['*', '~']) {
        sign_places(source, &mut places);
    }
    if places.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut bytes = source.as_bytes().to_vec();
    for place in places {
        if let Some(byte) = bytes.get_mut(place)
            && let Some((_, hidden)) = HIDDEN.iter().find(|(shown, _)| shown == byte)
        {
            *byte = *hidden;
        }
    }
    Cow::Owned(String::from_utf8(bytes).expect("one ASCII byte was replaced by another"))
}

/// Whether anything is hidden in what [`mask`] made of `source`.
pub(super) fn is_masked(source: &str, masked: &str) -> bool {
    source != masked
}

/// The text as it was before it was masked.
pub(super) fn unmask(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| (1..=5).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|c| {
        HIDDEN
            .iter()
            .find(|(_, hidden)| u32::from(*hidden) == u32::from(c))
            .map_or(c, |(shown, _)| char::from(*shown))
    });
    Cow::Owned(shown.collect())
}

/// What must not be taken for a quotation, a link definition or a heading at the start of a line.
fn line_places(line: &str, at: usize, places: &mut Vec<usize>) {
    let mut rest = line;
    loop {
        let trimmed = rest.trim_start();
        let place = at + line.len() - trimmed.len();
        let marker = match trimmed.as_bytes() {
            [b'>', ..] if is_compared(trimmed.get(1..).unwrap_or_default()) => {
                places.push(place);
                return;
            }
            [b'>', ..] => 1,
            [b'-' | b'*' | b'+', b' ' | b'\t', ..] => 2,
            [b'0'..=b'9', ..] => {
                let digits = trimmed.len()
                    - trimmed
                        .trim_start_matches(|c: char| c.is_ascii_digit())
                        .len();
                match trimmed.as_bytes().get(digits..) {
                    Some([b'.' | b')', b' ' | b'\t', ..]) if digits <= 9 => digits + 2,
                    _ => return,
                }
            }
            [b'[', ..] if trimmed.find("]:").is_some() => {
                places.push(place);
                return;
            }
            [b'=', ..] if trimmed.trim_end().bytes().all(|byte| byte == b'=') => {
                places.push(place);
                return;
            }
            _ => return,
        };
        rest = trimmed.get(marker..).unwrap_or_default();
    }
}

/// Asterisks between two digits, and tildes that do not come in pairs or stand between two digits.
fn sign_places(source: &str, places: &mut Vec<usize>) {
    let mut before = None;
    let mut characters = source.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if !matches!(c, '*' | '~') {
            before = Some(c);
            continue;
        }
        let mut end = at + 1;
        while characters.next_if(|&(_, next)| next == c).is_some() {
            end += 1;
        }
        let behind = characters.peek().map(|&(_, next)| next);
        let between = before.is_some_and(chars::is_digit) && behind.is_some_and(chars::is_digit);
        if between || (c == '~' && end - at == 1) {
            places.extend(at..end);
        }
        before = Some(c);
    }
}
