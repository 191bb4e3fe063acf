//! The text of a template: words, `{fields}`, and `[? parts that go when a field in them is blank ?]`.
//!
//! `{{` and `}}` are braces that stand for themselves.

use crate::fault::FaultReason;
use crate::template::Field;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it stands.
    Words(String),
    /// What was entered into the field of this key.
    Field(String),
    /// Stays only where every field in it is filled in.
    Part(Vec<Piece>),
}

/// What is wrong, and how many line breaks stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BodyFault {
    pub(crate) line_breaks: usize,
    pub(crate) reason: FaultReason,
}

/// Reads a text.
///
/// # Errors
/// [`FaultReason::Placeholder`] and [`FaultReason::Part`].
pub(crate) fn parse(text: &str) -> Result<Vec<Piece>, BodyFault> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        line_breaks: 0,
        outside: Vec::new(),
        part: None,
        words: String::new(),
    };
    reader.run()?;
    Ok(reader.outside)
}

/// Checks that a text names only fields of the form, and those that may stay blank only in optional parts.
///
/// # Errors
/// [`FaultReason::Placeholder`], [`FaultReason::Alone`], [`FaultReason::Part`].
pub(crate) fn check(text: &str, fields: &[Field]) -> Result<(), BodyFault> {
    let mut line_breaks = 0;
    for piece in parse(text)? {
        check_piece(&piece, fields, false, &mut line_breaks)?;
    }
    Ok(())
}

fn check_piece(
    piece: &Piece,
    fields: &[Field],
    in_part: bool,
    line_breaks: &mut usize,
) -> Result<(), BodyFault> {
    let fault = |line_breaks: usize, reason| {
        Err(BodyFault {
            line_breaks,
            reason,
        })
    };
    match piece {
        Piece::Words(words) => *line_breaks += words.matches('\n').count(),
        Piece::Field(key) => match fields.iter().find(|field| field.key == *key) {
            None => return fault(*line_breaks, FaultReason::Placeholder),
            Some(field) if !field.required && !in_part => {
                return fault(*line_breaks, FaultReason::Alone);
            }
            Some(_) => {}
        },
        Piece::Part(pieces) => {
            if !pieces.iter().any(|piece| matches!(piece, Piece::Field(_))) {
                return fault(*line_breaks, FaultReason::Part);
            }
            for piece in pieces {
                check_piece(piece, fields, true, line_breaks)?;
            }
        }
    }
    Ok(())
}

struct Reader<'text> {
    rest: std::iter::Peekable<std::str::Chars<'text>>,
    line_breaks: usize,
    outside: Vec<Piece>,
    /// The pieces of the part that is open.
    part: Option<Vec<Piece>>,
    words: String,
}

impl Reader<'_> {
    fn run(&mut self) -> Result<(), BodyFault> {
        while let Some(character) = self.rest.next() {
            let next = self.rest.peek().copied();
            match (character, next) {
                ('{' | '}', Some(same)) if same == character => {
                    self.rest.next();
                    self.words.push(character);
                }
                ('{', _) => self.field()?,
                ('}', _) => return Err(self.fault(FaultReason::Placeholder)),
                ('[', Some('?')) => self.open_part()?,
                ('?', Some(']')) => self.close_part()?,
                _ => {
                    self.line_breaks += usize::from(character == '\n');
                    self.words.push(character);
                }
            }
        }
        self.end_words();
        match self.part {
            Some(_) => Err(self.fault(FaultReason::Part)),
            None => Ok(()),
        }
    }

    fn field(&mut self) -> Result<(), BodyFault> {
        self.end_words();
        let mut key = String::new();
        loop {
            match self.rest.next() {
                Some('}') if !key.is_empty() => break,
                Some(character) if is_of_key(character) => key.push(character),
                _ => return Err(self.fault(FaultReason::Placeholder)),
            }
        }
        self.push(Piece::Field(key));
        Ok(())
    }

    fn open_part(&mut self) -> Result<(), BodyFault> {
        self.rest.next();
        self.end_words();
        if self.part.is_some() {
            return Err(self.fault(FaultReason::Part));
        }
        self.part = Some(Vec::new());
        Ok(())
    }

    fn close_part(&mut self) -> Result<(), BodyFault> {
        self.rest.next();
        self.end_words();
        let Some(pieces) = self.part.take() else {
            return Err(self.fault(FaultReason::Part));
        };
        self.outside.push(Piece::Part(pieces));
        Ok(())
    }

    fn end_words(&mut self) {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            self.push(Piece::Words(words));
        }
    }

    fn push(&mut self, piece: Piece) {
        self.part.as_mut().unwrap_or(&mut self.outside).push(piece);
    }

    fn fault(&self, reason: FaultReason) -> BodyFault {
        BodyFault {
            line_breaks: self.line_breaks,
            reason,
        }
    }
}

/// Whether a field's key may hold this.
pub(crate) fn is_of_key(character: char) -> bool {
    character.is_ascii_lowercase() || character.is_ascii_digit() || character == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_words_fields_and_parts() {
        let words = |words: &str| Piece::Words(words.to_owned());
        let field = |key: &str| Piece::Field(key.to_owned());
        assert_eq!(
            parse("العمر: {age}[?، الوزن {weight}?] {{x}}"),
            Ok(vec![
                words("العمر: "),
                field("age"),
                Piece::Part(vec![words("، الوزن "), field("weight")]),
                words(" {x}"),
            ])
        );
    }

    #[test]
    fn what_is_left_open_is_said_with_its_line() {
        for (text, line_breaks, reason) in [
            ("a\n{age", 1, FaultReason::Placeholder),
            ("{}", 0, FaultReason::Placeholder),
            ("{Age}", 0, FaultReason::Placeholder),
            ("a }", 0, FaultReason::Placeholder),
            ("a\nb [? {age}", 1, FaultReason::Part),
            ("[? [? {age} ?] ?]", 0, FaultReason::Part),
            ("{age} ?]", 0, FaultReason::Part),
        ] {
            let fault = BodyFault {
                line_breaks,
                reason,
            };
            assert_eq!(parse(text), Err(fault), "{text}");
        }
    }
}
