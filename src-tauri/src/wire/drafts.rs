//! What is said of a text that a person types or pastes, before and after it is sent.

use std::collections::BTreeMap;
use std::ops::Range;

use sanad_text as text;
use serde::Serialize;
use specta::Type;

use super::blocks::warning_of;
use super::{BlockView, ErrorArgument};

/// A place of a text where a reader may see something else than what is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct WarningView {
    /// Names the message `warning-<code>`.
    pub code: String,
    /// Its variables.
    pub arguments: Vec<ErrorArgument>,
    /// Where it begins in the stored text, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The place and a little around it, invisible characters spelled as `⟨U+202E⟩`.
    pub excerpt: String,
}

/// A word of a dialect and what it may mean: a question to the reader, never a replacement.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct HintView {
    /// The word as it was written.
    pub phrase: String,
    /// Where it begins in the stored text, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The standard Arabic term.
    pub standard: String,
    /// The clinical English term.
    pub english: String,
}

/// What is known of a text that is being typed.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct DraftView {
    /// The language that it will be treated as; empty where nothing tells.
    pub language: String,
    /// The language that it seems to be in; empty where nothing tells.
    pub detected: String,
    /// `egy`, `lev`, `glf` or `mag`; empty for standard Arabic and other languages.
    pub dialect: String,
    /// What a reader should be told of.
    pub warnings: Vec<WarningView>,
    /// Words of a dialect.
    pub hints: Vec<HintView>,
    /// The text as it will be shown once sent.
    pub preview: Vec<BlockView>,
    /// Whether a plain text field may show it in another order, or something in it needs a second look.
    pub needs_preview: bool,
}

/// A pasted text, ready to be put in.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct PasteView {
    /// Without what cannot be seen and moves or hides other characters.
    pub text: String,
    /// What was taken out.
    pub removed: Vec<RemovedView>,
}

/// So many characters of one kind were taken out.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct RemovedView {
    /// `direction-control`, `invisible-tag`, `invisible` or `control`.
    pub code: String,
    /// How many.
    pub count: u32,
}

/// A text for another program, with what keeps its numbers in order there.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct RecordView {
    /// With direction marks, and a last line that says who wrote it.
    pub plain: String,
    /// The same as HTML with isolates.
    pub html: String,
}

impl WarningView {
    /// All warnings about a text.
    pub(crate) fn all(stored: &str) -> Vec<Self> {
        let mut units = Units::of(stored);
        text::inspect(stored)
            .into_iter()
            .map(|warning| {
                let (code, arguments) = warning_of(warning.kind);
                Self {
                    code: code.to_owned(),
                    arguments,
                    start: units.at(warning.range.start),
                    end: units.at(warning.range.end),
                    excerpt: excerpt(stored, &warning.range),
                }
            })
            .collect()
    }
}

impl HintView {
    /// All words of a dialect in a text.
    pub(crate) fn all(stored: &str) -> Vec<Self> {
        let mut units = Units::of(stored);
        text::dialect_hints(stored)
            .into_iter()
            .map(|hint| Self {
                phrase: stored
                    .get(hint.range.clone())
                    .unwrap_or_default()
                    .to_owned(),
                start: units.at(hint.range.start),
                end: units.at(hint.range.end),
                standard: hint.entry.standard.to_owned(),
                english: hint.entry.english.to_owned(),
            })
            .collect()
    }
}

impl DraftView {
    /// What is to be said of a draft. `chosen` is the language that a person chose for it, if one did.
    pub(crate) fn of(draft: &str, chosen: Option<text::Language>) -> Self {
        let detection = text::detect(draft);
        let language = chosen.or(detection.language);
        let blocks = text::plain(draft, language.unwrap_or(text::Language::English));
        let needs_preview = blocks.iter().any(reads_otherwise);
        let code = |language: Option<text::Language>| {
            language.map_or_else(String::new, |language| language.code().to_owned())
        };
        Self {
            language: code(language),
            detected: code(detection.language),
            dialect: detection
                .dialect
                .map_or_else(String::new, |dialect| dialect.code().to_owned()),
            warnings: WarningView::all(draft),
            hints: HintView::all(draft),
            preview: BlockView::all(blocks),
            needs_preview,
        }
    }
}

impl From<text::Sanitised> for PasteView {
    fn from(sanitised: text::Sanitised) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for removed in &sanitised.removed {
            *counts.entry(kind_of(removed.character)).or_default() += 1;
        }
        Self {
            text: sanitised.text,
            removed: counts
                .into_iter()
                .map(|(code, count)| RemovedView {
                    code: code.to_owned(),
                    count,
                })
                .collect(),
        }
    }
}

/// Whether a plain text field, which knows no isolates, may show this block in another order than stored.
fn reads_otherwise(block: &text::Block) -> bool {
    let text::Block::Paragraph { spans, .. } = block else {
        return false;
    };
    spans.iter().any(|span| {
        span.isolate.is_some() || !span.marks.is_empty() || span.kind == text::SpanKind::Hidden
    })
}

fn kind_of(removed: char) -> &'static str {
    match removed {
        '\u{E0000}'..='\u{E007F}' => "invisible-tag",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "direction-control"
        }
        c if c.is_control() => "control",
        _ => "invisible",
    }
}

/// So many characters on each side of a place make it findable.
const AROUND: usize = 12;

fn excerpt(stored: &str, range: &Range<usize>) -> String {
    let before = stored.get(..range.start).unwrap_or_default();
    let behind = stored.get(range.end..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| *c != '\n')
        .take(AROUND)
        .last()
        .map_or(range.start, |(at, _)| at);
    let length: usize = behind
        .chars()
        .take_while(|c| *c != '\n')
        .take(AROUND)
        .map(char::len_utf8)
        .sum();
    text::spelled_out(stored.get(start..range.end + length).unwrap_or_default())
}

/// From UTF-8 bytes to UTF-16 units, for offsets that mostly rise.
struct Units<'text> {
    text: &'text str,
    bytes: usize,
    units: usize,
}

impl<'text> Units<'text> {
    fn of(text: &'text str) -> Self {
        Self {
            text,
            bytes: 0,
            units: 0,
        }
    }

    fn at(&mut self, byte: usize) -> u32 {
        if byte < self.bytes {
            (self.bytes, self.units) = (0, 0);
        }
        let passed = self.text.get(self.bytes..byte).unwrap_or_default();
        self.units += passed.encode_utf16().count();
        self.bytes = byte;
        u32::try_from(self.units).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_shows_its_place_with_what_cannot_be_seen() {
        let warnings = WarningView::all("السطر الأول\n😀 Give \u{202E}50\u{202C} mg");
        let [warning] = &warnings[..] else {
            panic!("one override, not {warnings:?}")
        };
        assert_eq!(warning.code, "override");
        assert_eq!((warning.start, warning.end), (20, 21));
        assert_eq!(warning.excerpt, "😀 Give ⟨U+202E⟩50⟨U+202C⟩ mg");
    }

    #[test]
    fn pasted_text_says_what_was_taken_out_of_it() {
        let paste = PasteView::from(text::sanitise("5\u{200F}-\u{200F}10\u{E0035}\u{7} mg"));
        assert_eq!(paste.text, "5-10 mg");
        let removed: Vec<_> = paste
            .removed
            .iter()
            .map(|removed| (removed.code.as_str(), removed.count))
            .collect();
        assert_eq!(
            removed,
            [
                ("control", 1),
                ("direction-control", 2),
                ("invisible-tag", 1)
            ]
        );
    }

    #[test]
    fn a_draft_is_previewed_only_where_a_plain_field_might_mislead() {
        for (draft, expected) in [
            ("ما أسباب السعال؟", false),
            ("Give 5-10 mg twice", false),
            ("أعط 5-10 mg مرتين", true),
            ("خذ ٥-١٠ حبات", true),
            ("Give 2,5 mg", true),
            ("Give \u{202E}50 mg", true),
        ] {
            assert_eq!(
                DraftView::of(draft, None).needs_preview,
                expected,
                "{draft}"
            );
        }
    }

    #[test]
    fn a_chosen_language_wins_over_the_detected_one() {
        let draft = DraftView::of("عندي دوخة شديدة", Some(text::Language::Persian));
        assert_eq!(
            (draft.language.as_str(), draft.detected.as_str()),
            ("fa", "ar")
        );
    }
}
