//! Takes out of a model's output what a reader cannot see and what moves or hides other characters.
//!
//! Everything that is taken out is reported with its place, and nothing else changes.
//! Joiners stay where they shape letters: between letters of a joining script, and within an emoji.

use serde::Serialize;

use crate::chars;

/// A text without what sanitising takes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sanitised {
    /// What is left, in its order.
    pub text: String,
    /// What was taken out, in its order.
    pub removed: Vec<Removed>,
}

/// One character that was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// Where it stood, in UTF-8 bytes of the text before.
    pub offset: usize,
    /// Which it was.
    pub character: char,
}

/// Sanitises a whole text.
#[must_use]
pub fn sanitise(text: &str) -> Sanitised {
    let mut sanitiser = Sanitiser::default();
    let mut clean = sanitiser.push(text);
    sanitiser.finish();
    clean.shrink_to_fit();
    Sanitised {
        text: clean,
        removed: sanitiser.removed,
    }
}

/// Sanitises a text that arrives in pieces; for any pieces the result is that of [`sanitise`].
#[derive(Clone, Debug, Default)]
pub struct Sanitiser {
    removed: Vec<Removed>,
    offset: usize,
    before: Option<char>,
    /// Joiners whose next character has not arrived.
    held: Vec<(usize, char)>,
}

impl Sanitiser {
    /// Takes the next piece and returns what of the text so far is new and clean.
    pub fn push(&mut self, piece: &str) -> String {
        let mut clean = String::with_capacity(piece.len());
        for c in piece.chars() {
            let at = self.offset;
            self.offset += c.len_utf8();
            if is_joiner(c) {
                self.held.push((at, c));
            } else if is_removed(c) {
                self.drop_held();
                self.removed.push(Removed {
                    offset: at,
                    character: c,
                });
            } else {
                self.settle_held(c, &mut clean);
                clean.push(c);
                self.before = Some(c);
            }
        }
        clean
    }

    /// Ends the text: a joiner at its end joins nothing.
    pub fn finish(&mut self) {
        self.drop_held();
    }

    /// What was taken out so far, in order.
    #[must_use]
    pub fn removed(&self) -> &[Removed] {
        &self.removed
    }

    /// A joiner stays when it is the only one and stands between characters that it shapes.
    fn settle_held(&mut self, after: char, clean: &mut String) {
        if let ([(_, joiner)], Some(before)) = (self.held.as_slice(), self.before)
            && ((is_joining(before) && is_joining(after))
                || (*joiner == '\u{200D}' && is_pictograph(before) && is_pictograph(after)))
        {
            clean.push(*joiner);
            self.held.clear();
        }
        self.drop_held();
    }

    fn drop_held(&mut self) {
        self.removed.extend(
            self.held
                .drain(..)
                .map(|(offset, character)| Removed { offset, character }),
        );
    }
}

/// The zero-width joiner and non-joiner.
pub(crate) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// Characters that no generated text needs: they are invisible, and they move, hide or smuggle others.
pub(crate) fn is_removed(c: char) -> bool {
    chars::is_bidi_control(c)
        || is_tag(c)
        || matches!(c,
            '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Tag characters, which spell hidden ASCII.
pub(crate) fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Letters and marks of scripts whose letters change shape beside each other.
fn is_joining(c: char) -> bool {
    let script = matches!(c,
        '\u{0600}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{0900}'..='\u{0DFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{18AF}');
    script && (c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c))
}

/// Emoji and what modifies them, roughly.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{00A9}' | '\u{00AE}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joiners_stay_only_where_they_shape_letters() {
        for (text, clean) in [
            ("می\u{200C}توانند", "می\u{200C}توانند"),
            ("5\u{200D}0 mg", "50 mg"),
            ("می\u{200C} ", "می "),
            ("می\u{200C}\u{200C}توانند", "میتوانند"),
            ("a\u{200C}b", "ab"),
            ("👩\u{200D}⚕\u{FE0F}", "👩\u{200D}⚕\u{FE0F}"),
            ("\u{200C}م", "م"),
        ] {
            assert_eq!(sanitise(text).text, clean, "{text:?}");
        }
    }

    #[test]
    fn an_override_goes_and_is_reported_where_it_stood() {
        let clean = sanitise("Give \u{202E}50\u{202C} mg");
        assert_eq!(clean.text, "Give 50 mg");
        let places: Vec<_> = clean.removed.iter().map(|removed| removed.offset).collect();
        assert_eq!(places, [5, 10]);
    }
}
