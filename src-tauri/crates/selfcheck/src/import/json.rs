//! Files that are one JSON document: entries are cut apart before they are read, so that each has its line and a broken
//! one spoils no other, unless a bracket or a quotation mark is missing in it.

use serde_json::{Map, Value};

use super::{Reason, Row};

/// A piece of a document with the line on which it begins.
#[derive(Clone, Copy)]
pub(super) struct Piece<'a> {
    pub(super) line: usize,
    text: &'a str,
}

impl<'a> Piece<'a> {
    /// The piece as an object.
    pub(super) fn object(&self) -> Result<Map<String, Value>, Reason> {
        serde_json::from_str(self.text).map_err(|_| Reason::NotJson)
    }

    /// The names and values of an object, or the elements of a list with an empty name.
    ///
    /// An end that is missing is an error after the entries that are whole.
    pub(super) fn entries(&self) -> Vec<Result<(String, Piece<'a>), Rejection>> {
        let mut scanner = Scanner {
            left: self.text,
            line: self.line,
        };
        let mut entries = Vec::new();
        scanner.skip_space();
        let close = match scanner.left.chars().next() {
            Some('{') => '}',
            Some('[') => ']',
            _ => return vec![Err(Rejection { line: self.line })],
        };
        scanner.advance(1);
        loop {
            scanner.skip_separators();
            if scanner.left.is_empty() {
                entries.push(Err(Rejection { line: scanner.line }));
                return entries;
            }
            if scanner.left.starts_with(close) {
                return entries;
            }
            let mut name = String::new();
            if close == '}' {
                let quoted = scanner.value();
                let Ok(read) = serde_json::from_str(quoted.text) else {
                    entries.push(Err(Rejection { line: quoted.line }));
                    return entries;
                };
                name = read;
                scanner.skip_separators();
            }
            let value = scanner.value();
            if value.text.is_empty() {
                entries.push(Err(Rejection { line: value.line }));
                return entries;
            }
            entries.push(Ok((name, value)));
        }
    }
}

/// Where a document stopped having its form.
#[derive(Clone, Copy)]
pub(super) struct Rejection {
    line: usize,
}

impl Rejection {
    /// The row that says so.
    pub(super) fn row<T>(self) -> Row<T> {
        (self.line, Err(Reason::OtherForm))
    }
}

/// Reads a whole document.
pub(super) fn whole<T>(file: &[u8], read: impl Fn(Piece<'_>) -> Vec<Row<T>>) -> Vec<Row<T>> {
    match str::from_utf8(file) {
        Ok(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let mut rows = read(Piece { line: 1, text });
            // A document that breaks off does so at every depth at once.
            let broken = |row: &Row<T>| matches!(row, (_, Err(Reason::OtherForm)));
            rows.dedup_by(|next, row| broken(next) && broken(row) && next.0 == row.0);
            rows
        }
        Err(error) => {
            let (good, _) = file.split_at(error.valid_up_to());
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            vec![(line, Err(Reason::NotUtf8))]
        }
    }
}

struct Scanner<'a> {
    left: &'a str,
    line: usize,
}

impl<'a> Scanner<'a> {
    fn advance(&mut self, bytes: usize) -> &'a str {
        let (passed, left) = self.left.split_at(bytes);
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.left = left;
        passed
    }

    fn skip_space(&mut self) {
        let space = self.left.len() - self.left.trim_start().len();
        self.advance(space);
    }

    fn skip_separators(&mut self) {
        let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ':');
        let between = self.left.len() - self.left.trim_start_matches(is_between).len();
        self.advance(between);
    }

    /// Passes one value: a string, a bracketed value or a bare word; what is inside is not looked at.
    fn value(&mut self) -> Piece<'a> {
        let line = self.line;
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        let mut end = self.left.len();
        for (at, byte) in self.left.bytes().enumerate() {
            if in_string {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = true,
                    b'"' => in_string = false,
                    _ => {}
                }
                if !in_string && depth == 0 {
                    end = at + 1;
                    break;
                }
                continue;
            }
            match byte {
                b'"' => in_string = true,
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    if depth == 0 {
                        end = at + 1;
                        break;
                    }
                }
                b'}' | b']' | b',' if depth == 0 => {
                    end = at;
                    break;
                }
                _ => {}
            }
        }
        Piece {
            line,
            text: self.advance(end),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_cut_apart_with_their_lines() {
        let text = "{\n\"a\": {\"x\": \"}]\\\"\"},\n\n\"b\": 5, \"ج\": [1,\n2]\n}";
        let entries = Piece { line: 1, text }.entries();
        let found: Vec<(String, usize, &str)> = entries
            .into_iter()
            .filter_map(Result::ok)
            .map(|(name, piece)| (name, piece.line, piece.text))
            .collect();
        assert_eq!(
            found,
            [
                ("a".to_owned(), 2, "{\"x\": \"}]\\\"\"}"),
                ("b".to_owned(), 4, "5"),
                ("ج".to_owned(), 4, "[1,\n2]"),
            ]
        );
    }

    #[test]
    fn a_document_that_breaks_off_ends_in_one_error() {
        for text in [
            "",
            "7",
            "{",
            "{\"a\": {\"b\": 1}",
            "[1, 2",
            "{\"a\"",
            "{a: 1}",
            "[}",
        ] {
            let entries = Piece { line: 1, text }.entries();
            assert!(
                entries.iter().filter(|entry| entry.is_err()).count() == 1,
                "{text}"
            );
        }
    }
}
