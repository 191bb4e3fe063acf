//! The end of an answer that was cut: a number or unit that may be half is not shown.
//!
//! `5-1` may have been going to be `5-10`, and `500 m` neither `500 mg` nor `500 mcg`.
//! It must hide too much rather than too little, and never anything but the very end.

use crate::chars::{self, Kind};
use crate::units;

/// The text up to where a number or unit may be cut in half.
#[must_use]
pub fn hide_cut_tail(text: &str) -> &str {
    let tokens = last_tokens(text);
    let finished = text.ends_with(char::is_whitespace);
    let hidden = hidden_tokens(&tokens, finished);
    let Some(first) = hidden.checked_sub(1).and_then(|last| tokens.get(last)) else {
        return text;
    };
    let kept = chars::cut(text, 0, first.at);
    kept.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | '`' | '~' | '(' | '[' | '<' | '$')
    })
}

/// No quantity is longer than this many words.
const LONGEST_QUANTITY: usize = 12;

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    at: usize,
    word: &'a str,
}

/// The last words of the text, the last one first.
fn last_tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut end = text.trim_end().len();
    let line = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    while end > line && tokens.len() < LONGEST_QUANTITY {
        let part = chars::cut(text, line, end);
        let at = part.rfind(char::is_whitespace).map_or(line, |at| {
            line + at
                + part
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .map_or(1, char::len_utf8)
        });
        tokens.push(Token {
            at,
            word: bare(chars::cut(text, at, end)),
        });
        end = chars::cut(text, line, at).trim_end().len() + line;
    }
    tokens
}

/// A word without the markup around it.
fn bare(word: &str) -> &str {
    word.trim_matches(['*', '_', '`'])
        .trim_start_matches(['(', '[', '"', '«', '“'])
}

/// How many of the last words to hide.
fn hidden_tokens(tokens: &[Token], finished: bool) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word);
    let last = word(0);
    if last.is_empty() {
        return 0;
    }
    let mut hidden = if is_operator(last)
        || (is_joining(last) && is_quantity_end(word(1), word(2)))
        || is_open_number(last, finished)
    {
        1
    } else if !finished && is_number(word(1)) && may_become_unit(last) {
        2
    } else {
        return 0;
    };
    // What an operator joins to the hidden value goes with it.
    loop {
        let next = word(hidden);
        let last_hidden = word(hidden - 1);
        let operator_hidden = is_operator(last_hidden) || is_joining(last_hidden);
        if next.is_empty() {
            break;
        }
        if is_operator(next)
            || (is_joining(next) && is_quantity_end(word(hidden + 1), word(hidden + 2)))
        {
            hidden += 1;
        } else if operator_hidden && units::is_unit(next) && is_number(word(hidden + 1)) {
            hidden += 2;
        } else if (operator_hidden && is_number(next))
            || (is_number(next) && is_number(last_hidden))
        {
            hidden += 1;
        } else {
            break;
        }
    }
    hidden
}

fn is_quantity_end(word: &str, before: &str) -> bool {
    is_number(word) || (units::is_unit(word) && is_number(before))
}

/// Signs that ask for another value.
fn is_operator(word: &str) -> bool {
    !word.is_empty()
        && word.chars().all(|c| {
            matches!(
                c,
                '-' | '–'
                    | '−'
                    | '+'
                    | '±'
                    | '/'
                    | '×'
                    | ':'
                    | '<'
                    | '>'
                    | '≤'
                    | '≥'
                    | '='
                    | '~'
                    | '≈'
                    | '→'
                    | '^'
                    | '$'
                    | '#'
            )
        })
}

fn is_joining(word: &str) -> bool {
    units::is_joining_word(word)
        || matches!(
            word,
            "إلى" | "الى" | "أو" | "او" | "حتى" | "עד" | "או" | "تا" | "یا" | "سے"
        )
}

/// A word that begins as a number does.
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| is_sign(c));
    digits.chars().next().is_some_and(chars::is_digit)
}

fn is_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '−'
            | '+'
            | '±'
            | '<'
            | '>'
            | '≤'
            | '≥'
            | '='
            | '~'
            | '≈'
            | '$'
            | '€'
            | '£'
            | '#'
            | '.'
            | '٫'
            | '('
    )
}

/// A word whose number may go on, or whose unit is still to come.
fn is_open_number(word: &str, finished: bool) -> bool {
    if !word.chars().any(chars::is_digit) {
        return false;
    }
    let Some(last) = word.chars().next_back() else {
        return false;
    };
    let kind = chars::kind(last);
    if finished {
        // A bare number whose unit has not come.
        return is_number(word) && (chars::is_digit(last) || is_operator(&last.to_string()));
    }
    matches!(kind, Kind::Digit | Kind::Ltr | Kind::Mark)
        || (kind == Kind::Rtl && is_number(word))
        || (matches!(last, '.' | ',' | '٫' | '٬' | '،')
            && word.chars().rev().nth(1).is_some_and(chars::is_digit))
        || is_operator(&last.to_string())
        || last == '°'
}

/// Whether a word behind a number is a unit, or may be the beginning of one.
fn may_become_unit(word: &str) -> bool {
    let latin = word.split('/').next().is_some_and(units::begins_unit);
    let ended = word.ends_with([
        '.', ',', ';', ':', '!', '?', ')', ']', '،', '؛', '؟', '"', '%', '٪',
    ]);
    latin && !ended
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_may_be_half_is_hidden() {
        for (text, shown) in [
            ("الجرعة 5", "الجرعة"),
            ("الجرعة 5-1", "الجرعة"),
            ("الجرعة 5 - 1", "الجرعة"),
            ("Give 500 m", "Give"),
            ("Give 500 mg", "Give"),
            ("Give 500mg", "Give"),
            ("Give 500 mg/k", "Give"),
            ("Give 2.", "Give"),
            ("Give 5 mg to 1", "Give"),
            ("Give 5 to", "Give"),
            ("Give >= 5", "Give"),
            ("Give **500", "Give"),
            ("Take (5", "Take"),
            ("أعط 10 00", "أعط"),
            ("الجرعة ٥٠٠ مل", "الجرعة"),
            ("الجرعة ٥٠٠ ملغ", "الجرعة"),
            ("فيتامين B1", "فيتامين"),
            ("Give 5 mg/kg q", "Give 5 mg/kg q"),
            ("Give 500 ", "Give"),
            ("120/8", ""),
        ] {
            assert_eq!(hide_cut_tail(text), shown, "{text}");
        }
    }

    #[test]
    fn what_is_whole_stays() {
        for text in [
            "Give 500 mg.",
            "Give 500 mg every",
            "Give 500 mg ",
            "الجرعة 5-10 mg اليوم",
            "HbA1c 7.5%",
            "(500 mg)",
            "Amoxicill",
            "خذ قرصًا",
            "",
            "Give vitamin B12 ",
        ] {
            assert_eq!(hide_cut_tail(text), text);
        }
    }
}
