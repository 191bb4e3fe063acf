//! Whole characters out of tokens that may end inside one.
//!
//! An Arabic letter is two bytes and an emoji four; byte-level vocabularies cut them where they like.

/// Holds back the beginning of a character until the rest has come.
#[derive(Default)]
pub(crate) struct CharacterAssembler {
    held: Vec<u8>,
}

impl CharacterAssembler {
    /// Takes the bytes of one token and gives the characters that are whole by now.
    ///
    /// Bytes that can belong to no character become U+FFFD.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> String {
        self.held.extend_from_slice(bytes);
        let mut text = String::new();
        let mut rest = self.held.as_slice();
        loop {
            match std::str::from_utf8(rest) {
                Ok(whole) => {
                    text.push_str(whole);
                    rest = &[];
                    break;
                }
                Err(error) => {
                    let (whole, after) = rest.split_at(error.valid_up_to());
                    text.push_str(&String::from_utf8_lossy(whole));
                    rest = after;
                    // No length means that the text may go on with the next token.
                    let Some(broken) = error.error_len() else {
                        break;
                    };
                    text.push(char::REPLACEMENT_CHARACTER);
                    rest = rest.split_at(broken).1;
                }
            }
        }
        self.held = rest.to_vec();
        text
    }

    /// What is left at the end of an answer: U+FFFD for a character that was never finished.
    pub(crate) fn finish(self) -> String {
        String::from_utf8_lossy(&self.held).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIXED: &str = "الجرعة ٥\u{200c}-10 mg 🙂\u{200d} ≥ é";

    #[test]
    fn text_cut_anywhere_comes_out_whole() {
        for size in 1..=5 {
            let mut assembler = CharacterAssembler::default();
            let mut text = String::new();
            for piece in MIXED.as_bytes().chunks(size) {
                text.push_str(&assembler.push(piece));
                assert!(
                    MIXED.starts_with(&text),
                    "pieces of {size} bytes gave {text:?}"
                );
            }
            assert_eq!(text + &assembler.finish(), MIXED);
        }
    }

    #[test]
    fn an_unfinished_character_waits_and_is_marked_only_at_the_end() {
        let mut assembler = CharacterAssembler::default();
        let (first, second) = "ج".as_bytes().split_at(1);
        assert_eq!(assembler.push(first), "");
        assert_eq!(assembler.push(second), "ج");
        assert_eq!(assembler.push(first), "");
        assert_eq!(assembler.finish(), "\u{fffd}");
    }

    #[test]
    fn bytes_of_no_character_do_not_swallow_their_neighbours() {
        let mut assembler = CharacterAssembler::default();
        assert_eq!(assembler.push(b"5\xff mg\xd8 "), "5\u{fffd} mg\u{fffd} ");
    }
}
