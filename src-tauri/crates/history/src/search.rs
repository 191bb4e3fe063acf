//! Search over everything that was said: what is asked for, and what comes back.
//!
//! Index and query see a text through `sanad_text::search_tokens` alone, so that two spellings of one
//! word are one word to both.
//! A search must never read a text that it does not hand out.

mod hits;
pub(crate) mod index;
mod query;
mod rebuild;
mod words;

#[cfg(test)]
mod measured;
#[cfg(test)]
mod tests;

use std::ops::Range;

use rusqlite::{Connection, Row, params_from_iter, types::Value};
use sanad_domain::{AnswerId, ConversationId, FolderId, Sha256Hex, Timestamp, TurnId};

use crate::error::Failure;
use crate::{HistoryError, Store};
use index::Kind;
use query::Query;

/// What to look for, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchRequest {
    /// As typed; its last word may be the beginning of one.
    pub text: String,
    /// Only what was said at or after this.
    pub from: Option<Timestamp>,
    /// Only what was said before this.
    pub before: Option<Timestamp>,
    /// Only in conversations of this folder.
    pub folder: Option<FolderId>,
    /// Only answers that this model wrote.
    pub model: Option<Sha256Hex>,
    /// Only in the archive (`true`) or outside it (`false`); `None` looks in both.
    pub archived: Option<bool>,
    /// Goes on behind the last hit of the page before.
    pub after: Option<SearchPlace>,
    /// At most so many hits; 0 means 20.
    pub limit: u32,
}

/// Where a page of hits ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchPlace(pub(crate) i64);

impl SearchPlace {
    /// As a number, for whoever has to write it down; smaller than 2^53 for ever.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }

    /// The place that [`Self::number`] wrote down; any other number is a place too.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        Self(number)
    }
}

/// A page of hits, the text that was kept last first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchPage {
    /// The hits; never from the bin.
    pub hits: Vec<SearchHit>,
    /// Where to go on; `None` if this is all.
    pub next: Option<SearchPlace>,
    /// Whether some texts are not in the index yet, see [`Store::index_more`].
    pub index_incomplete: bool,
}

/// A text that holds all words asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchHit {
    /// The conversation.
    pub conversation: ConversationId,
    /// Its title.
    pub title: String,
    /// The turn, on whichever branch; `None` if the title itself is the hit.
    pub turn: Option<TurnId>,
    /// The answer, if it is one and not a question.
    pub answer: Option<AnswerId>,
    /// When it was said.
    pub said_at: Timestamp,
    /// Whether the conversation stands in the archive.
    pub archived: bool,
    /// A piece of the stored text around the first match.
    pub excerpt: String,
    /// Where the excerpt begins in the stored text.
    pub excerpt_start: TextPlace,
    /// The words that match, in the stored text, at most 200.
    pub ranges: Vec<TextRange>,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextPlace {
    /// UTF-8 bytes before it.
    pub utf8: usize,
    /// UTF-16 units before it.
    pub utf16: usize,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRange {
    /// Where it begins.
    pub start: TextPlace,
    /// Where it ends, exclusive.
    pub end: TextPlace,
}

impl TextRange {
    /// In UTF-8 bytes.
    #[must_use]
    pub fn utf8(&self) -> Range<usize> {
        self.start.utf8..self.end.utf8
    }

    /// In UTF-16 units, as the window counts.
    #[must_use]
    pub fn utf16(&self) -> Range<usize> {
        self.start.utf16..self.end.utf16
    }
}

/// A screenful. Marking the words of a hit takes longer than finding it.
const USUAL_LIMIT: u32 = 20;

impl Store {
    /// Looks through titles, questions and answers, archived ones too, for texts that hold every word asked for.
    ///
    /// A word is found in any spelling that folds to the same, by its stem, and from four letters on inside
    /// longer words. The last word counts as the beginning of one unless a blank follows it.
    /// Without a single word there is no hit.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn search(&self, request: &SearchRequest) -> Result<SearchPage, HistoryError> {
        self.read(|connection| {
            let mut page = SearchPage {
                index_incomplete: rebuild::turns_left(connection)? > 0,
                ..SearchPage::default()
            };
            let Some(query) = Query::of(connection, &request.text)? else {
                return Ok(page);
            };
            let limit = match request.limit {
                0 => USUAL_LIMIT,
                limit => limit,
            };
            let found = find(connection, request, &query, limit)?;
            if found.len() == limit as usize {
                page.next = found.last().map(|last| SearchPlace(last.number));
            }
            for document in found {
                page.hits.push(document.into_hit(connection, &query)?);
            }
            Ok(page)
        })
    }
}

/// A document of the index that matched.
struct Found {
    number: i64,
    kind: Kind,
    target: i64,
    said_at: Timestamp,
    conversation: ConversationId,
    title: String,
    archived: bool,
}

fn find(
    connection: &Connection,
    request: &SearchRequest,
    query: &Query,
    limit: u32,
) -> Result<Vec<Found>, Failure> {
    // CROSS JOIN holds the order: the index hands out its documents newest first, which is by ascending
    // number, and stops early.
    let mut sql = String::from(
        "SELECT document.number, document.kind, document.target, document.said_at,
             conversation.id, conversation.title, conversation.archived
         FROM search_index CROSS JOIN search_document AS document
             ON document.number = search_index.rowid
         CROSS JOIN conversation ON conversation.row_number = document.conversation
         WHERE search_index MATCH ? AND conversation.deleted_at IS NULL",
    );
    let mut values: Vec<Value> = vec![query.expression.clone().into()];
    let mut filter = |condition: &str, value: Option<Value>| {
        if let Some(value) = value {
            sql.push_str(condition);
            values.push(value);
        }
    };
    filter(
        " AND search_index.rowid > ?",
        request.after.map(|place| place.0.into()),
    );
    filter(
        " AND document.said_at >= ?",
        request.from.map(|at| at.0.into()),
    );
    filter(
        " AND document.said_at < ?",
        request.before.map(|at| at.0.into()),
    );
    filter(
        " AND conversation.archived = ?",
        request.archived.map(Value::from),
    );
    let folder = request.folder.map(|folder| folder.to_bytes().to_vec());
    filter(" AND conversation.folder = ?", folder.map(Value::from));
    filter(
        " AND document.kind = 2 AND EXISTS (SELECT 1 FROM answer
             WHERE answer.row_number = document.target AND answer.model_sha256 = ?)",
        request.model.as_ref().map(|model| model.0.clone().into()),
    );
    sql.push_str(" ORDER BY search_index.rowid LIMIT ?");
    values.push(limit.into());
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), found_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn found_of(row: &Row<'_>) -> rusqlite::Result<Found> {
    Ok(Found {
        number: row.get(0)?,
        kind: Kind::of_code(row.get(1)?).ok_or_else(|| crate::conversations::unknown_value(1))?,
        target: row.get(2)?,
        said_at: Timestamp(row.get(3)?),
        conversation: ConversationId::from_bytes(row.get(4)?),
        title: row.get(5)?,
        archived: row.get(6)?,
    })
}

impl Found {
    fn into_hit(self, connection: &Connection, query: &Query) -> Result<SearchHit, Failure> {
        let (mut turn, mut answer) = (None, None);
        let text = match self.kind {
            Kind::Title => self.title.clone(),
            Kind::Question => connection
                .prepare_cached("SELECT id, question FROM turn WHERE row_number = ?1")?
                .query_row([self.target], |row| {
                    turn = Some(TurnId::from_bytes(row.get(0)?));
                    row.get(1)
                })?,
            Kind::Answer => connection
                .prepare_cached("SELECT turn, id, text FROM answer WHERE row_number = ?1")?
                .query_row([self.target], |row| {
                    turn = Some(TurnId::from_bytes(row.get(0)?));
                    answer = Some(AnswerId::from_bytes(row.get(1)?));
                    row.get(2)
                })?,
        };
        let marked = hits::mark(&text, query);
        Ok(SearchHit {
            conversation: self.conversation,
            title: self.title,
            turn,
            answer,
            said_at: self.said_at,
            archived: self.archived,
            excerpt: marked.excerpt,
            excerpt_start: marked.excerpt_start,
            ranges: marked.ranges,
        })
    }
}
