//! Folding: the form in which two spellings of a word are the same.
//!
//! One function for the index and for the query. It must keep the way back to the original characters, since a hit is
//! shown in the stored text; and a change to it must raise [`FOLD_VERSION`], since every index is then stale.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::chars;

/// Raised whenever folding, stemming or the splitting into tokens changes, so that an index can be rebuilt.
pub const FOLD_VERSION: u32 = 1;

/// A folded text with the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded characters.
    pub text: String,
    /// For each folded piece: where it begins in `text`, and which bytes of the original it came from.
    pieces: Vec<Piece>,
    original_length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    folded: u32,
    start: u32,
    end: u32,
}

impl Folded {
    /// The bytes of the original that a range of the folded text came from, marks that folding took away included.
    ///
    /// An empty range has an empty origin.
    #[must_use]
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        if range.is_empty() {
            let at = self
                .piece_at(range.start)
                .map_or(self.original_length, |piece| piece.start as usize);
            return at..at;
        }
        let start = self
            .piece_at(range.start)
            .map_or(self.original_length, |piece| piece.start as usize);
        let end = self
            .piece_at(range.end - 1)
            .map_or(self.original_length, |piece| piece.end as usize);
        start..end.max(start)
    }

    fn piece_at(&self, folded: usize) -> Option<&Piece> {
        if folded >= self.text.len() {
            return None;
        }
        let next = self
            .pieces
            .partition_point(|piece| piece.folded as usize <= folded);
        self.pieces.get(next.checked_sub(1)?)
    }
}

/// Folds a text of up to 4 GiB; a longer one is cut there.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        original_length: text.len(),
        ..Folded::default()
    };
    folded.text.reserve(text.len());
    for (at, c) in text.char_indices() {
        let (Ok(start), Ok(end)) = (u32::try_from(at), u32::try_from(at + c.len_utf8())) else {
            break;
        };
        let before = folded.text.len();
        if c.is_ascii() {
            folded.text.push(c.to_ascii_lowercase());
        } else {
            fold_character(c, &mut folded.text);
        }
        if folded.text.len() == before {
            // A mark or joiner goes with the letter before it.
            if let Some(last) = folded.pieces.last_mut() {
                last.end = end;
            }
            continue;
        }
        let Ok(place) = u32::try_from(before) else {
            break;
        };
        folded.pieces.push(Piece {
            folded: place,
            start,
            end,
        });
    }
    folded
}

fn fold_character(c: char, folded: &mut String) {
    if let Some(plain) = plain_letter(c) {
        folded.push_str(plain);
        return;
    }
    for part in std::iter::once(c).nfkd() {
        if let Some(plain) = plain_letter(part) {
            folded.push_str(plain);
        } else if let Some(value) = chars::digit_value(part) {
            folded.extend(char::from_digit(value, 10));
        } else if !is_dropped(part) {
            folded.extend(part.to_lowercase());
        }
    }
}

/// Letters that are written in several ways, in the way that stands for all.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => "ا",
        'ى' | 'ی' | 'ې' | 'ے' | 'ۓ' => "ي",
        // One seat stands for all: مسئول and مسؤول, رئة and رءة.
        'ؤ' | 'ئ' | 'ء' | 'ٴ' | 'ۂ' => "ء",
        'ة' | 'ہ' | 'ۃ' | 'ھ' | 'ە' | 'ۀ' => "ه",
        'ک' | 'ڪ' => "ك",
        'ں' => "ن",
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        '\u{066B}' => ".",
        '\u{066C}' | '\u{060C}' => ",",
        '٪' => "%",
        '״' => "\"",
        '׳' | '’' | '‘' => "'",
        '–' | '—' | '−' | '‐' | '‑' => "-",
        'μ' | 'µ' => "u",
        'ß' => "ss",
        'ς' => "σ",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ı' => "i",
        '\u{00A0}' | '\u{202F}' | '\u{2009}' => " ",
        _ => return None,
    })
}

/// Marks that spelling may leave out, joiners, lengthening and everything invisible.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}'
        | '\u{05C5}' | '\u{05C7}' | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}'
        | '\u{FE00}'..='\u{FE0F}')
        || crate::sanitise::is_joiner(c)
        || crate::sanitise::is_removed(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for words in [
            ["مستشفى", "مستشفي", "مُسْتَشْفَى"],
            ["أدوية", "ادويه", "اَدْوِيَة"],
            ["مسئول", "مسؤول", "مسءول"],
            ["می‌توانند", "ميتوانند", "مي\u{200D}توانند"],
            ["٧٫٥", "۷٫۵", "7.5"],
            ["ﺍﻟﺴﻌﺎﻝ", "السعال", "الســعال"],
            ["הַמִּינוּן", "המינון", "המינונ"],
            ["Café", "CAFÉ", "cafe"],
            ["ｍｇ", "㎎", "mg"],
        ] {
            for word in words {
                assert_eq!(fold(word).text, fold(words[0]).text, "{word}");
            }
        }
    }

    #[test]
    fn a_hit_is_found_again_in_the_original() {
        let text = "قال: يُعْطَى ﷲ الأموكسيسيلين ٥٠٠ ملغ";
        let folded = fold(text);
        let at = folded
            .text
            .find("اموكسيسيلين")
            .expect("the folded word is there");
        let range = folded.original(at..at + "اموكسيسيلين".len());
        assert_eq!(chars::cut(text, range.start, range.end), "أموكسيسيلين");
        let at = folded.text.find("يعطي").expect("the folded word is there");
        let range = folded.original(at..at + "يعطي".len());
        assert_eq!(chars::cut(text, range.start, range.end), "يُعْطَى");
        assert_eq!(folded.original(0..folded.text.len()), 0..text.len());
    }
}
