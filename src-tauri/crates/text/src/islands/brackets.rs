//! Which brackets and quotes of a stretch belong together, and which have their partner elsewhere.

use std::ops::Range;

use super::scan::Ch;
use crate::chars::Kind;

/// The part that a character of a stretch plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// No bracket, or a stray closing one, as in `1) Amoxicillin`.
    Plain,
    /// Opens a pair within the stretch, which ends at this index.
    Open(usize),
    /// Closes a pair within the stretch, which begins at this index.
    Close(usize),
    /// Its partner lies outside the stretch: no island reaches across.
    Break,
    /// Its partner may still arrive.
    Unresolved,
}

/// Two brackets further apart are no pair, so that the end of a growing stretch need not be awaited.
const FARTHEST_PARTNER: usize = 120;

/// So many unclosed brackets are remembered.
const DEEPEST: usize = 32;

pub(super) fn is_bracket(c: char) -> bool {
    closing(c).is_some() || matches!(c, ')' | ']' | '}' | '”' | '»' | '›')
}

fn closing(c: char) -> Option<char> {
    match c {
        '(' => Some(')'),
        '[' => Some(']'),
        '{' => Some('}'),
        '“' => Some('”'),
        '«' => Some('»'),
        '‹' => Some('›'),
        '"' => Some('"'),
        _ => None,
    }
}

/// The roles of all characters of a stretch, `stretch.start` first; none at all where no bracket is in it.
///
/// `foreign` holds what earlier stretches left open, as the characters that would close it; with `whole` it takes up
/// what this stretch leaves open.
pub(super) fn roles(
    chars: &[Ch],
    stretch: Range<usize>,
    foreign: &mut Vec<char>,
    whole: bool,
) -> Vec<Role> {
    let part = chars.get(stretch.clone()).unwrap_or_default();
    if !part.iter().any(|ch| is_bracket(ch.c)) {
        return Vec::new();
    }
    let mut roles = vec![Role::Plain; stretch.len()];
    let mut local: Vec<(usize, char)> = Vec::new();
    let offset = stretch.start;
    let mut set = |at: usize, role: Role| {
        if let Some(place) = roles.get_mut(at - offset) {
            *place = role;
        }
    };
    for at in stretch.clone() {
        let Some(ch) = chars.get(at) else { break };
        if !is_bracket(ch.c) {
            continue;
        }
        let within_reach = local
            .iter()
            .rev()
            .take_while(|entry| at - entry.0 <= FARTHEST_PARTNER);
        let partner = within_reach
            .enumerate()
            .find(|(_, entry)| entry.1 == ch.c)
            .map(|(depth, _)| local.len() - 1 - depth);
        if let Some(partner) = partner {
            let opened = local.get(partner).map_or(at, |entry| entry.0);
            for (lost, close) in local.drain(partner + 1..) {
                set(lost, Role::Break);
                remember(foreign, close);
            }
            local.pop();
            set(opened, Role::Open(at));
            set(at, Role::Close(opened));
        } else if let Some(partner) = foreign.iter().rposition(|&close| close == ch.c) {
            foreign.truncate(partner);
            set(at, Role::Break);
        } else if ch.c == '"' && after_digit(chars, at, offset) {
            // Inches, as in 6'2".
        } else if let Some(close) = closing(ch.c) {
            local.push((at, close));
        }
    }
    for (opened, close) in local {
        let out_of_reach = stretch.end - opened > FARTHEST_PARTNER;
        set(
            opened,
            if whole || out_of_reach {
                Role::Break
            } else {
                Role::Unresolved
            },
        );
        if whole || out_of_reach {
            remember(foreign, close);
        }
    }
    roles
}

fn after_digit(chars: &[Ch], at: usize, start: usize) -> bool {
    at > start && chars.get(at - 1).is_some_and(|ch| ch.kind == Kind::Digit)
}

fn remember(foreign: &mut Vec<char>, close: char) {
    if foreign.len() == DEEPEST {
        foreign.remove(0);
    }
    foreign.push(close);
}
