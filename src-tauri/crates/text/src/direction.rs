//! Which way a block runs.
//!
//! Owns the decision and the words that it rests on.
//! It must never look at the first strong letter alone, since the commonest clinical sentence in Arabic opens
//! with a drug name; and it must come to the same result for a whole block as for the same block arriving in pieces.

use serde::Serialize;
use unic_bidi::BidiInfo;

use crate::chars::{self, Kind};
use crate::units;

/// Which way a line of text runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }

    /// The value of HTML's `dir` attribute.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A paragraph in the sense of the bidirectional algorithm, with its level by rules P2 and P3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphLevel {
    /// UTF-8 bytes, with the separator that ends it.
    pub range: std::ops::Range<usize>,
    /// The direction of its first strong letter outside isolates, left to right where it has none.
    pub first_strong: Direction,
}

/// Splits a text into paragraphs by rule P1, each with its level by P2 and P3, as unic-bidi finds them.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<ParagraphLevel> {
    BidiInfo::new(text, None)
        .paragraphs
        .into_iter()
        .map(|paragraph| ParagraphLevel {
            range: paragraph.range,
            first_strong: if paragraph.level.is_rtl() {
                Direction::Rtl
            } else {
                Direction::Ltr
            },
        })
        .collect()
}

/// The direction of a whole text: the majority of its words, where words that islands are made of count little.
///
/// Units, abbreviations, names and words in brackets tell nothing about the sentence around them.
/// Where nothing tells, the answer is `fallback`: the direction of what stands before, or of the conversation.
#[must_use]
pub fn majority(text: &str, fallback: Direction) -> Direction {
    let mut evidence = Evidence::default();
    evidence.read(text);
    evidence.end_of_token();
    evidence.verdict(fallback)
}

/// The direction of the first letter that has one.
pub(crate) fn first_strong(text: &str) -> Option<Direction> {
    text.chars().find_map(|c| match chars::kind(c) {
        Kind::Ltr => Some(Direction::Ltr),
        Kind::Rtl => Some(Direction::Rtl),
        // The only controls and punctuation with a direction of their own that stored text may begin with.
        Kind::Break => match c {
            '\u{200E}' => Some(Direction::Ltr),
            '\u{061B}' | '\u{061C}' | '\u{061F}' | '\u{066D}' | '\u{06D4}' | '\u{200F}' => {
                Some(Direction::Rtl)
            }
            _ => None,
        },
        _ => None,
    })
}

/// Decides the direction of a block that arrives in pieces, as early as the words read so far allow.
#[derive(Clone, Debug)]
pub(crate) struct Settler {
    evidence: Evidence,
    fallback: Direction,
    settled: Option<Direction>,
}

impl Settler {
    pub(crate) fn new(fallback: Direction) -> Self {
        Self {
            evidence: Evidence::default(),
            fallback,
            settled: None,
        }
    }

    /// Reads on; returns the direction as soon as it is settled, and the same one ever after.
    pub(crate) fn read(&mut self, piece: &str) -> Option<Direction> {
        for c in piece.chars() {
            if self.settled.is_some() {
                break;
            }
            if self.evidence.read_char(c) {
                self.settled = self.evidence.conclusion(self.fallback);
            }
        }
        self.settled
    }

    /// The direction of the block, which has ended.
    pub(crate) fn finish(&mut self) -> Direction {
        if self.settled.is_none() && self.evidence.end_of_token() {
            self.settled = self.evidence.conclusion(self.fallback);
        }
        self.settled
            .unwrap_or_else(|| self.evidence.verdict(self.fallback))
    }

    /// Whether the text itself decided, rather than what stands around it.
    pub(crate) fn told(&self) -> bool {
        self.settled.is_some() || self.evidence.tells()
    }
}

/// The direction of a complete block, found the way [`Settler`] finds it.
pub(crate) fn settle(text: &str, fallback: Direction) -> (Direction, bool) {
    let mut settler = Settler::new(fallback);
    settler.read(text);
    let direction = settler.finish();
    (direction, settler.told())
}

/// What the words of a block say about its direction.
#[derive(Clone, Debug, Default)]
struct Evidence {
    /// What has been read since the last blank or bracket.
    token: String,
    last: Option<char>,
    depth: u32,
    in_code: bool,
    in_address: bool,
    rtl_weight: u32,
    rtl_words: u32,
    function_words: u32,
    plain_words: u32,
    capitalised_words: u32,
}

/// A longer token is cut: it is data, not language.
const LONGEST_TOKEN: usize = 256;

impl Evidence {
    fn read(&mut self, text: &str) {
        for c in text.chars() {
            self.read_char(c);
        }
    }

    /// Reads one character; true when it ended a token that counts.
    fn read_char(&mut self, c: char) -> bool {
        let last = self.last.replace(c);
        if self.in_address {
            self.in_address = !(c.is_whitespace() || c == ')');
            return false;
        }
        if self.in_code {
            self.in_code = !matches!(c, '`' | '\n');
            return false;
        }
        let ends = c.is_whitespace()
            || matches!(
                c,
                '(' | ')' | '[' | ']' | '`' | '|' | '*' | ',' | ';' | '،' | '؛' | '؟'
            );
        if !ends {
            if self.token.len() < LONGEST_TOKEN {
                self.token.push(c);
            }
            return false;
        }
        let counted = self.end_of_token();
        match c {
            '`' => self.in_code = true,
            '(' if last == Some(']') => self.in_address = true,
            '(' | '[' => self.depth += 1,
            ')' | ']' => self.depth = self.depth.saturating_sub(1),
            '\n' => self.depth = 0,
            _ => {}
        }
        counted
    }

    /// Weighs the token read so far; true when it held a word.
    fn end_of_token(&mut self) -> bool {
        if self.token.is_empty() {
            return false;
        }
        let token = std::mem::take(&mut self.token);
        if token.contains(['.', '@', '/', '\\']) && is_address(&token) {
            return false;
        }
        let mut counted = false;
        let mut word = String::new();
        let mut script = None;
        for c in token.chars() {
            let kind = chars::kind(c);
            if matches!(kind, Kind::Ltr | Kind::Rtl) && script != Some(kind) {
                if script.is_some() {
                    counted |= self.weigh(&std::mem::take(&mut word));
                }
                script = Some(kind);
            }
            if matches!(kind, Kind::Ltr | Kind::Rtl | Kind::Digit | Kind::Mark) {
                word.push(c);
            } else if !word.is_empty() {
                counted |= self.weigh(&std::mem::take(&mut word));
                script = None;
            }
        }
        counted | self.weigh(&word)
    }

    /// Weighs one word; true when it has letters.
    fn weigh(&mut self, word: &str) -> bool {
        let bracketed = self.depth > 0;
        let rtl_letters = word
            .chars()
            .filter(|&c| chars::kind(c) == Kind::Rtl)
            .count();
        if rtl_letters > 0 {
            self.rtl_words += 1;
            self.rtl_weight += match (bracketed, rtl_letters) {
                (true, _) => 0,
                (false, 1) => 1,
                (false, _) => 3,
            };
            return true;
        }
        let letters = word
            .chars()
            .filter(|&c| chars::kind(c) == Kind::Ltr)
            .count();
        if letters == 0 {
            return false;
        }
        let is_function_word = letters <= LONGEST_FUNCTION_WORD && {
            let lower = word.to_lowercase();
            FUNCTION_WORDS.contains(&lower.as_str()) && (letters > 1 || lower == word)
        };
        if is_function_word {
            if !bracketed {
                self.function_words += 1;
            }
        } else if letters < 2 || letters < word.chars().count() || units::is_unit(word) || bracketed
        {
            // Single letters, anything with digits, units and glosses say nothing.
        } else if !word.is_ascii() && !word.chars().any(|c| c.is_ascii_alphabetic()) {
            self.function_words += 1;
        } else if word.chars().all(|c| !c.is_uppercase()) {
            self.plain_words += 1;
        } else if word.chars().any(char::is_lowercase) {
            self.capitalised_words += 1;
        }
        true
    }

    /// Positive for right to left.
    ///
    /// Plain Latin words count only so far without a function word among them: a row of drug names is no sentence.
    fn score(&self) -> i64 {
        let plain = if self.function_words > 0 {
            self.plain_words
        } else {
            self.plain_words.min(3)
        };
        i64::from(self.rtl_weight) - 2 * i64::from(self.function_words) - i64::from(plain)
    }

    /// The direction, once no likely continuation of the block would change it.
    fn conclusion(&self, fallback: Direction) -> Option<Direction> {
        let (needed, names) = match fallback {
            Direction::Ltr => (-4, 6),
            Direction::Rtl => (-8, 12),
        };
        if self.score() >= 5 {
            Some(Direction::Rtl)
        } else if (self.score() <= needed && self.function_words > 0)
            || (self.rtl_words == 0 && self.plain_words + self.capitalised_words >= names)
        {
            Some(Direction::Ltr)
        } else {
            None
        }
    }

    fn tells(&self) -> bool {
        if self.rtl_words == 0 {
            self.function_words > 0 || self.plain_words + self.capitalised_words >= 3
        } else {
            self.score() != 0
                || self.function_words + self.plain_words + self.capitalised_words == 0
        }
    }

    fn verdict(&self, fallback: Direction) -> Direction {
        if !self.tells() {
            fallback
        } else if self.rtl_words == 0 || (self.score() < 0 && self.function_words > 0) {
            Direction::Ltr
        } else {
            Direction::Rtl
        }
    }
}

/// Web and mail addresses, paths and file names: `www.who.int`, `a@b.org`, `C:\data`, `dose.pdf`.
fn is_address(token: &str) -> bool {
    let mut letters = token
        .chars()
        .map(|c| chars::kind(c) == Kind::Ltr)
        .peekable();
    let mut places = token.chars();
    let mut before = false;
    while let (Some(letter), Some(c)) = (letters.next(), places.next()) {
        if matches!(c, '.' | '@') && before && letters.peek() == Some(&true) {
            return true;
        }
        before = letter;
    }
    token.contains("://") || token.contains('\\')
}

const LONGEST_FUNCTION_WORD: usize = 7;

/// Short words that only an English or French sentence holds; clinical shorthand inside Arabic has none of them.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "the", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does",
    "did", "not", "no", "if", "when", "what", "which", "who", "that", "this", "these", "those",
    "it", "its", "he", "she", "they", "we", "you", "i", "my", "your", "his", "her", "their", "of",
    "in", "on", "at", "by", "with", "without", "for", "from", "into", "to", "and", "or", "but",
    "as", "than", "then", "because", "should", "can", "may", "must", "will", "would", "could",
    "also", "after", "before", "during", "until", "about", "there", "how", "why", "le", "la",
    "les", "un", "une", "des", "du", "de", "et", "ou", "est", "sont", "dans", "pour", "avec",
    "sans", "sur", "par", "pas", "ne", "que", "qui", "ce", "cette", "il", "elle", "au", "aux",
    "en", "si", "mais",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_runs_the_way_of_its_own_words() {
        for (text, expected) in [
            ("Amoxicillin يُعطى ثلاث مرات يوميًا", Direction::Rtl),
            (
                "Amoxicillin/clavulanate 875/125 mg PO q12h قبل الأكل",
                Direction::Rtl,
            ),
            (
                "amoxicillin clavulanate potassium قرص كل 12 ساعة",
                Direction::Rtl,
            ),
            ("Metformin הוא קו ראשון", Direction::Rtl),
            ("The Arabic word for cough is سعال.", Direction::Ltr),
            ("سعال means cough in the words of a patient", Direction::Ltr),
            ("Give 5 mg (٥ ملغ) to the patient", Direction::Ltr),
            ("Прием препарата", Direction::Ltr),
        ] {
            for fallback in [Direction::Ltr, Direction::Rtl] {
                assert_eq!(majority(text, fallback), expected, "{text}");
                assert_eq!(settle(text, fallback).0, expected, "{text}");
            }
        }
    }

    #[test]
    fn no_function_word_is_too_long_to_be_looked_up() {
        let longest = FUNCTION_WORDS.iter().map(|word| word.chars().count()).max();
        assert_eq!(longest, Some(LONGEST_FUNCTION_WORD));
    }

    #[test]
    fn what_tells_nothing_follows_its_surroundings() {
        for text in [
            "",
            "5-10 mg",
            "Amoxicillin 500 mg",
            "`let x = the`",
            "Cough (سعال)",
            "HbA1c",
        ] {
            for fallback in [Direction::Ltr, Direction::Rtl] {
                assert_eq!(settle(text, fallback), (fallback, false), "{text}");
            }
        }
    }
}
