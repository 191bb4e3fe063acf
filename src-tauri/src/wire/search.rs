//! What is looked for, and what was found.

use std::ops::Range;

use sanad_domain::{FolderId, Sha256Hex, Timestamp};
use sanad_history::{SearchHit, SearchPage, SearchPlace, SearchRequest, TextPlace, TextRange};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::SpanView;
use super::conversations::{conversation_code, shown_line};
use crate::error::ShellError;

/// What to look for, and where.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct SearchRequestView {
    /// As typed.
    pub text: String,
    /// Only what was said at or after this, milliseconds since 1970; null for any time.
    pub from: Option<f64>,
    /// Only what was said before this.
    pub before: Option<f64>,
    /// Only in this folder; empty for all.
    pub folder: String,
    /// Only answers of the model with this hash; empty for all texts.
    pub model: String,
    /// Inside the archive, outside it, or both.
    pub archive: SearchArchiveView,
    /// Goes on behind this place, the `next` of the page before; null begins.
    pub after: Option<f64>,
}

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SearchArchiveView {
    /// Everywhere.
    Both,
    /// Only what was put away.
    Inside,
    /// Only the daily list.
    Outside,
}

/// A page of hits, the newest text first.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct SearchPageView {
    /// The hits.
    pub hits: Vec<SearchHitView>,
    /// Where to go on; null if this is all.
    pub next: Option<f64>,
    /// Whether older texts are still being put into the index.
    pub is_index_incomplete: bool,
}

/// A text that holds all words asked for.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct SearchHitView {
    /// The conversation's id.
    pub conversation: String,
    /// Its title as directed spans.
    pub title: Vec<SpanView>,
    /// Direction of the title.
    pub direction: String,
    /// The title's characters as stored.
    pub plain_title: String,
    /// The turn's id; empty if the title itself is the hit.
    pub turn: String,
    /// The answer's id; empty if it is the question or the title.
    pub answer: String,
    /// When it was said, milliseconds since 1970.
    pub said_at: f64,
    /// Whether the conversation was put away.
    pub archived: bool,
    /// A piece of the stored text around the first match, as directed spans.
    pub excerpt: Vec<SpanView>,
    /// Direction of the excerpt.
    pub excerpt_direction: String,
    /// The matches in the excerpt: UTF-16 units of its spans' texts, one after the other.
    pub excerpt_ranges: Vec<HitRangeView>,
    /// The matches in the whole stored text, in UTF-16 units.
    pub ranges: Vec<HitRangeView>,
}

/// A match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct HitRangeView {
    /// Where it begins.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

impl SearchRequestView {
    /// As the store takes it.
    pub(crate) fn into_request(self) -> Result<SearchRequest, ShellError> {
        let folder = match self.folder.as_str() {
            "" => None,
            id => Some(
                id.parse::<FolderId>()
                    .map_err(|_| ShellError::BadId(id.to_owned()))?,
            ),
        };
        Ok(SearchRequest {
            text: self.text,
            from: self.from.map(|at| Timestamp(at as i64)),
            before: self.before.map(|at| Timestamp(at as i64)),
            folder,
            model: Some(self.model)
                .filter(|sha256| !sha256.is_empty())
                .map(Sha256Hex),
            archived: match self.archive {
                SearchArchiveView::Both => None,
                SearchArchiveView::Inside => Some(true),
                SearchArchiveView::Outside => Some(false),
            },
            after: self
                .after
                .map(|place| SearchPlace::from_number(place as i64)),
            limit: 0,
        })
    }
}

impl From<SearchPage> for SearchPageView {
    fn from(page: SearchPage) -> Self {
        Self {
            hits: page.hits.into_iter().map(SearchHitView::from).collect(),
            next: page.next.map(|place| place.number() as f64),
            is_index_incomplete: page.index_incomplete,
        }
    }
}

impl From<SearchHit> for SearchHitView {
    fn from(hit: SearchHit) -> Self {
        let (title, direction) = shown_line(&hit.title);
        let shown = Excerpt::of(&hit);
        let (excerpt, excerpt_direction) = shown_line(&shown.text);
        let length = hit.excerpt.encode_utf16().count();
        let begin = hit.excerpt_start.utf16;
        let in_excerpt = |range: &TextRange| {
            HitRangeView::new(range, begin, length).map(|range| shown.moved(range))
        };
        let whole = |range: &TextRange| HitRangeView::new(range, 0, usize::MAX);
        Self {
            conversation: conversation_code(hit.conversation),
            title,
            direction,
            plain_title: hit.title,
            turn: hit.turn.map(|id| id.to_string()).unwrap_or_default(),
            answer: hit.answer.map(|id| id.to_string()).unwrap_or_default(),
            said_at: hit.said_at.0 as f64,
            archived: hit.archived,
            excerpt,
            excerpt_direction,
            excerpt_ranges: hit.ranges.iter().filter_map(in_excerpt).collect(),
            ranges: hit.ranges.iter().filter_map(whole).collect(),
        }
    }
}

/// A hit's excerpt as a reader needs it: an answer's without the signs of Markdown.
pub(crate) struct Excerpt {
    /// What is shown.
    pub text: String,
    /// What was left out: UTF-16 units of the stored excerpt.
    left_out: Vec<Range<u32>>,
}

impl Excerpt {
    pub(crate) fn of(hit: &SearchHit) -> Self {
        // A question is shown as it was typed, and a title has no signs.
        let signs = match hit.answer {
            Some(_) => sanad_text::markup_signs(&hit.excerpt),
            None => Vec::new(),
        };
        let (mut text, mut left_out) = (String::new(), Vec::new());
        let (mut bytes, mut units) = (0, 0);
        for sign in signs {
            let kept = hit.excerpt.get(bytes..sign.start).unwrap_or_default();
            text.push_str(kept);
            let begin = units + units_of(kept);
            units = begin + units_of(hit.excerpt.get(sign.clone()).unwrap_or_default());
            left_out.push(begin..units);
            bytes = sign.end;
        }
        text.push_str(hit.excerpt.get(bytes..).unwrap_or_default());
        Self { text, left_out }
    }

    /// Where a match of the stored excerpt stands in what is shown.
    fn moved(&self, range: HitRangeView) -> HitRangeView {
        let moved = |place: u32| {
            let before = |gone: &Range<u32>| gone.end.min(place).saturating_sub(gone.start);
            place - self.left_out.iter().map(before).sum::<u32>()
        };
        HitRangeView {
            start: moved(range.start),
            end: moved(range.end),
        }
    }
}

fn units_of(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

impl HitRangeView {
    /// A range counted from `begin`; `None` where it does not lie within `length` of it.
    fn new(range: &TextRange, begin: usize, length: usize) -> Option<Self> {
        let from_begin = |place: TextPlace| place.utf16.checked_sub(begin);
        let (start, end) = (from_begin(range.start)?, from_begin(range.end)?);
        (end <= length).then_some(Self {
            start: u32::try_from(start).ok()?,
            end: u32::try_from(end).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use sanad_domain::{AnswerId, ConversationId};

    use super::*;

    fn hit(answer: Option<AnswerId>, excerpt: &str) -> SearchHit {
        SearchHit {
            conversation: ConversationId::new(),
            title: String::new(),
            turn: None,
            answer,
            said_at: Timestamp(0),
            archived: false,
            excerpt: excerpt.to_owned(),
            excerpt_start: TextPlace::default(),
            ranges: Vec::new(),
        }
    }

    #[test]
    fn an_answer_is_found_without_its_signs_and_marked_where_its_words_are_now() {
        let stored = "الجرعة **15 mg/kg** ثم `5 mg`";
        let shown = Excerpt::of(&hit(Some(AnswerId::new()), stored));
        assert_eq!(shown.text, "الجرعة 15 mg/kg ثم 5 mg");
        let place = |text: &str, word: &str| {
            let at = text.find(word).expect("it is in the text");
            units_of(text.get(..at).expect("a whole character"))
        };
        for word in ["15", "mg/kg", "ثم", "5 mg"] {
            let start = place(stored, word);
            let end = start + units_of(word);
            let moved = shown.moved(HitRangeView { start, end });
            let start = place(&shown.text, word);
            let end = start + units_of(word);
            assert_eq!(moved, HitRangeView { start, end }, "{word}");
        }
    }

    #[test]
    fn a_question_keeps_what_was_typed() {
        let shown = Excerpt::of(&hit(None, "**5** mg"));
        assert_eq!(shown.text, "**5** mg");
    }
}
