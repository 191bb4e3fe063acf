//! The signs of a piece of Markdown that only say how it looks.

use std::ops::Range;

use super::lines::is_compared;

/// The signs that mark up and say nothing themselves, in bytes, ascending: for a piece that is shown as one line.
///
/// A piece cannot be parsed, since it may begin inside a table or a list. What could carry a value stays: numbers of
/// lists, `>=`, single stars, the bars between the cells of a table.
#[must_use]
pub fn markup_signs(piece: &str) -> Vec<Range<usize>> {
    let mut signs = Vec::new();
    let mut at = 0;
    for line in piece.split_inclusive('\n') {
        let body = line.trim();
        if is_rule(body) || body.starts_with("```") || body.starts_with("~~~") {
            signs.push(at..at + line.trim_end().len());
        } else {
            let lead = lead(line);
            if lead > 0 {
                signs.push(at..at + lead);
            }
            signs.extend(emphasis(line, lead).map(|sign| at + sign.start..at + sign.end));
        }
        at += line.len();
    }
    signs
}

/// A line between two parts, or below the head of a table.
fn is_rule(line: &str) -> bool {
    line.contains("---") && line.chars().all(|c| matches!(c, '|' | ':' | '-' | ' '))
}

/// Bytes of the signs that a line begins with: quotations, headings, items of a list.
fn lead(line: &str) -> usize {
    let mut rest = line;
    let mut length = 0;
    loop {
        let words = rest.trim_start_matches([' ', '\t']);
        let sign = words.trim_start_matches('#');
        let behind = if sign.len() < words.len() && words.len() - sign.len() <= 6 {
            sign.strip_prefix(' ')
        } else {
            ["> ", "- ", "* ", "+ "]
                .iter()
                .find_map(|sign| words.strip_prefix(sign))
                .filter(|behind| !(words.starts_with('>') && is_compared(behind)))
        };
        let Some(behind) = behind else {
            return length;
        };
        length = line.len() - behind.len();
        rest = behind;
    }
}

/// Pairs of stars and all backquotes, in bytes of the line.
fn emphasis(line: &str, from: usize) -> impl Iterator<Item = Range<usize>> {
    let stars = line.match_indices("**");
    let quotes = line.match_indices('`');
    let mut signs: Vec<Range<usize>> = stars
        .chain(quotes)
        .map(|(at, sign)| at..at + sign.len())
        .filter(|sign| sign.start >= from)
        .collect();
    signs.sort_by_key(|sign| sign.start);
    signs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::markup_signs;

    fn without_signs(piece: &str) -> String {
        let mut left = String::new();
        let mut at = 0;
        for sign in markup_signs(piece) {
            left.push_str(piece.get(at..sign.start).expect("whole characters"));
            at = sign.end;
        }
        left.push_str(piece.get(at..).expect("whole characters"));
        left
    }

    #[test]
    fn signs_go_and_words_stay() {
        for (piece, left) in [
            (
                "## الجرعة\n\n- **5-10 mg** ثم `1-0-0`",
                "الجرعة\n\n5-10 mg ثم 1-0-0",
            ),
            ("> > quoted\n# head", "quoted\nhead"),
            ("| Dose |\n|:---|---:|\n| 5 mg |", "| Dose |\n\n| 5 mg |"),
            ("```text\nSBP > 140\n```", "\nSBP > 140\n"),
            ("dose**: 5 mg", "dose: 5 mg"),
        ] {
            assert_eq!(without_signs(piece), left);
        }
    }

    #[test]
    fn what_may_carry_a_value_stays() {
        for piece in [
            ">= 5", "> 5 mg", "> ٥ mg", "2*3*4", "3. third", "-5 °C", "#3 of 4", "5 > 4",
        ] {
            assert_eq!(without_signs(piece), piece);
        }
    }
}
