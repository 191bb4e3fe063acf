//! How a line begins: what its first characters make of it, as soon as enough of them have arrived.

use super::segments::Marker;
use crate::chars;

/// How a line begins, whatever stands before it.
pub(super) enum Start {
    Blank,
    Text {
        indent: usize,
    },
    Heading {
        level: u8,
        skip: usize,
    },
    Fence,
    Rule,
    Item {
        marker: Marker,
        skip: usize,
        empty: bool,
    },
    Quote {
        skip: usize,
    },
    /// `>= 5`, `> 5 mg`: text, unless a quotation is open.
    Comparison {
        indent: usize,
        quote_skip: usize,
    },
    Row {
        indent: usize,
    },
}

/// Reads how a line begins, or `None` while it has not arrived as far as that.
pub(super) fn start(line: &str, whole: bool) -> Option<Start> {
    let rest = line.trim_start();
    let indent = line.len() - rest.len();
    let Some(first) = rest.chars().next() else {
        return whole.then_some(Start::Blank);
    };
    let text = Some(Start::Text { indent });
    if indent >= 4 || line.starts_with('\t') {
        return text;
    }
    match first {
        '#' => {
            let level = rest.len() - rest.trim_start_matches('#').len();
            let behind = rest.get(level..).unwrap_or_default();
            match behind.chars().next() {
                None if !whole => None,
                Some(' ' | '\t') | None if level <= 6 => {
                    let content = behind.trim_start();
                    if content.is_empty() && !whole {
                        return None;
                    }
                    let level_number = u8::try_from(level).unwrap_or(6);
                    Some(Start::Heading {
                        level: level_number,
                        skip: line.len() - content.len(),
                    })
                }
                _ => text,
            }
        }
        '`' | '~' => {
            let run = rest.len() - rest.trim_start_matches(first).len();
            let info = rest.get(run..).unwrap_or_default();
            match (run, whole) {
                (0..=2, false) if info.is_empty() => None,
                (0..=2, _) => text,
                (_, false) => None,
                _ if first == '`' && info.contains('`') => text,
                _ => Some(Start::Fence),
            }
        }
        '>' => {
            let behind = rest.get(1..).unwrap_or_default();
            let content = behind.trim_start();
            let undecided =
                content.is_empty() || matches!(content, "." | "\u{66B}" | "-" | "−" | "+");
            if undecided && !whole {
                return None;
            }
            let quote_skip = indent + 1 + usize::from(behind.starts_with(' '));
            if is_compared(content) {
                return Some(Start::Comparison { indent, quote_skip });
            }
            Some(Start::Quote { skip: quote_skip })
        }
        '-' | '*' | '+' | '_' => {
            let only_signs = rest.chars().all(|c| c == first || c == ' ');
            if only_signs && !whole {
                return None;
            }
            if only_signs && first != '+' && rest.chars().filter(|&c| c == first).count() >= 3 {
                return Some(Start::Rule);
            }
            if first == '_' {
                return text;
            }
            item(
                line,
                indent,
                1,
                Marker {
                    number: None,
                    sign: first,
                },
                whole,
            )
            .unwrap_or(text)
        }
        '0'..='9' => {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let number = rest.get(..digits).unwrap_or_default();
            match rest.get(digits..).unwrap_or_default().chars().next() {
                None if !whole && digits <= 9 => None,
                Some(sign @ ('.' | ')')) if digits <= 9 => {
                    let marker = Marker {
                        number: number.parse().ok(),
                        sign,
                    };
                    item(line, indent, digits + 1, marker, whole).unwrap_or(text)
                }
                _ => text,
            }
        }
        '|' => Some(Start::Row { indent }),
        _ => text,
    }
}

/// Reads on behind a bullet or number of `width` bytes.
/// The outer `None` says that it is no item, the inner one that more has to arrive.
#[allow(clippy::option_option)]
fn item(
    line: &str,
    indent: usize,
    width: usize,
    marker: Marker,
    whole: bool,
) -> Option<Option<Start>> {
    let behind = line.get(indent + width..).unwrap_or_default();
    let content = behind.trim_start_matches(' ');
    if content.trim_start().is_empty() {
        return Some(whole.then_some(Start::Item {
            marker,
            skip: line.len(),
            empty: true,
        }));
    }
    behind.starts_with([' ', '\t']).then(|| {
        Some(Start::Item {
            marker,
            skip: line.len() - content.trim_start().len(),
            empty: false,
        })
    })
}

/// Whether what stands behind a `>` makes it a comparison.
pub(super) fn is_compared(behind: &str) -> bool {
    let mut rest = behind.trim_start().chars();
    match rest.next() {
        Some('=' | '<' | '±' | '~' | '≈' | '$' | '€' | '£') => true,
        Some('.' | '\u{66B}' | '-' | '−' | '+') => rest.next().is_some_and(chars::is_digit),
        Some(c) => chars::is_digit(c),
        None => false,
    }
}
