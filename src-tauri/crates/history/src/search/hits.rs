//! Where in a text the words stand that were asked for.

use sanad_text::search_tokens;

use super::query::Query;
use super::{TextPlace, TextRange};

/// As many marks as a person looks at in one text.
const MOST_RANGES: usize = 200;

/// Characters before the first match and behind it.
const BEFORE: usize = 40;
const BEHIND: usize = 120;

/// A text with its matches.
pub(crate) struct Marked {
    pub(crate) excerpt: String,
    pub(crate) excerpt_start: TextPlace,
    pub(crate) ranges: Vec<TextRange>,
}

pub(crate) fn mark(text: &str, query: &Query) -> Marked {
    let mut ruler = Ruler::over(text);
    let ranges: Vec<TextRange> = search_tokens(text)
        .iter()
        .filter(|token| query.wants(token))
        .take(MOST_RANGES)
        .map(|token| TextRange {
            start: ruler.at(token.source.start),
            end: ruler.at(token.source.end),
        })
        .collect();
    let first = ranges.first().map_or(0, |range| range.start.utf8);
    let (start, end) = around(text, first);
    Marked {
        excerpt: text.get(start..end).unwrap_or_default().to_owned(),
        excerpt_start: Ruler::over(text).at(start),
        ranges,
    }
}

/// A piece of a text around a place, from the beginning of a word to the end of one.
///
/// Where the text goes on, no end is a number or unit cut in half: that would read as another one.
fn around(text: &str, at: usize) -> (usize, usize) {
    let (before, behind) = (
        text.get(..at).unwrap_or_default(),
        text.get(at..).unwrap_or_default(),
    );
    let start = match before.char_indices().rev().nth(BEFORE) {
        None => 0,
        Some((far, _)) => {
            let blank = before
                .char_indices()
                .find(|(index, c)| *index >= far && c.is_whitespace());
            let word = blank.map_or(far, |(index, c)| index + c.len_utf8());
            first_spoken_word(before, word)
        }
    };
    let end = match behind.char_indices().nth(BEHIND) {
        None => text.len(),
        Some((far, _)) => {
            let blank = behind
                .char_indices()
                .rfind(|(index, c)| *index <= far && c.is_whitespace());
            let word = at + blank.map_or(far, |(index, _)| index);
            start + sanad_text::hide_cut_tail(text.get(start..word).unwrap_or_default()).len()
        }
    };
    (start, end.max(at))
}

/// The first word behind a place that begins with a letter; the end of the text if there is none.
fn first_spoken_word(text: &str, from: usize) -> usize {
    let mut at = from;
    for word in text
        .get(from..)
        .unwrap_or_default()
        .split_inclusive(char::is_whitespace)
    {
        if word.starts_with(char::is_alphabetic) {
            break;
        }
        at += word.len();
    }
    at
}

/// Counts UTF-16 units up to places that are asked for in ascending order.
struct Ruler<'text> {
    text: &'text str,
    place: TextPlace,
}

impl<'text> Ruler<'text> {
    fn over(text: &'text str) -> Self {
        Self {
            text,
            place: TextPlace::default(),
        }
    }

    fn at(&mut self, utf8: usize) -> TextPlace {
        if utf8 < self.place.utf8 {
            self.place = TextPlace::default();
        }
        let between = self.text.get(self.place.utf8..utf8).unwrap_or_default();
        self.place.utf16 += between.encode_utf16().count();
        self.place.utf8 = utf8;
        self.place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_begins_with_a_word_and_cuts_no_dose() {
        let filler = "word ".repeat(30);
        for (text, needle, has, has_not) in [
            // 40 characters before the match lie inside `1 500 mg`.
            (
                format!("{filler}take 1 500 mg of it, {}needle end", "x ".repeat(17)),
                "needle",
                "needle end",
                "500 mg",
            ),
            // 120 characters behind it end between `5` and `mg`.
            (
                format!("needle {}5 mg/kg {filler}", "x".repeat(111)),
                "needle",
                "needle",
                "5",
            ),
        ] {
            let at = text.find(needle).expect("it is there");
            let (start, end) = around(&text, at);
            let excerpt = &text.get(start..end).expect("whole characters");
            assert!(excerpt.contains(has), "{excerpt:?}");
            assert!(!excerpt.contains(has_not), "{excerpt:?}");
        }
        assert_eq!(around("5 mg now", 5), (0, 8), "a whole text is not cut");
    }
}
