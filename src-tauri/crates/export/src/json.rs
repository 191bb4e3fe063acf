//! Conversations as JSON, version 1: every branch, every answer, to be taken in again without loss.
//!
//! One object: `format`, `version`, `app`, `exported_at` (ms since 1970), `notice`, `folders`, and `conversations`,
//! each with its `turns` in the order in which they were made (`sanad_domain::archive`).
//! It is written and read turn by turn and conversation by conversation.

use std::fmt;
use std::io::{self, BufReader, Read, Write};

use sanad_domain::archive::{ConversationRecord, TitleOrigin, TurnRecord};
use sanad_domain::{AnswerId, ConversationId, Folder, TurnId};
use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{ExportError, SourceError};
use crate::labels::About;

/// What `format` says in a file of conversations.
const FORMAT: &str = "sanad-conversations";

/// The newest version of [`FORMAT`] and of the archive that this app reads, and the one it writes.
pub(crate) const VERSION: u32 = 1;

/// Where conversations come from.
pub trait Source {
    /// A conversation without its turns.
    ///
    /// # Errors
    /// Whatever the source has to say.
    fn conversation(&mut self, id: ConversationId) -> Result<ConversationRecord, SourceError>;

    /// The next turns behind `after` in the order in which they were made; none at the end.
    ///
    /// # Errors
    /// Whatever the source has to say.
    fn turns(
        &mut self,
        conversation: ConversationId,
        after: Option<TurnId>,
    ) -> Result<Vec<TurnRecord>, SourceError>;
}

/// Where conversations go to.
pub trait Receiver {
    /// All folders of the file; called before any conversation.
    ///
    /// # Errors
    /// Whatever the receiver has to say; nothing more is read then.
    fn folders(&mut self, folders: Vec<Folder>) -> Result<(), SourceError>;

    /// One conversation, whole.
    ///
    /// # Errors
    /// Whatever the receiver has to say; nothing more is read then.
    fn conversation(
        &mut self,
        conversation: ConversationRecord,
        turns: Vec<TurnRecord>,
    ) -> Result<(), SourceError>;
}

/// What a file says of itself before its conversations.
#[derive(Serialize)]
pub(crate) struct Head<'about> {
    pub(crate) format: &'static str,
    pub(crate) version: u32,
    pub(crate) app: String,
    pub(crate) exported_at: i64,
    pub(crate) notice: String,
    pub(crate) folders: &'about [Folder],
}

impl<'about> Head<'about> {
    pub(crate) fn new(format: &'static str, about: &About<'_>, folders: &'about [Folder]) -> Self {
        Self {
            format,
            version: VERSION,
            app: format!("Sanad {}", about.version),
            exported_at: about.exported_at.0,
            notice: about.reminder(),
            folders,
        }
    }
}

/// A conversation with all its turns.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Whole {
    pub(crate) conversation: ConversationRecord,
    pub(crate) turns: Vec<TurnRecord>,
}

/// Writes conversations with everything that is known of them.
///
/// # Errors
/// [`ExportError::File`], [`ExportError::Source`].
pub fn write_json(
    out: &mut dyn Write,
    about: &About<'_>,
    folders: &[Folder],
    conversations: &[ConversationId],
    source: &mut dyn Source,
) -> Result<(), ExportError> {
    begin(out, about, folders)?;
    for (number, id) in conversations.iter().enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        write_whole(out, *id, source)?;
    }
    out.write_all(b"\n]}\n")?;
    Ok(())
}

/// Writes one conversation that [`excerpt`] made.
///
/// # Errors
/// [`ExportError::File`].
pub fn write_excerpt(
    out: &mut dyn Write,
    about: &About<'_>,
    conversation: &ConversationRecord,
    turns: &[TurnRecord],
) -> Result<(), ExportError> {
    begin(out, about, &[])?;
    out.write_all(b"\n")?;
    write_opening(out, conversation)?;
    for (number, turn) in turns.iter().enumerate() {
        write_turn(out, turn, number == 0)?;
    }
    out.write_all(b"\n]}\n]}\n")?;
    Ok(())
}

/// Some turns of a conversation as one of its own, one behind the other with the answer that is shown of each.
///
/// Turns and answers get ids of their own, so that it can be taken in beside the whole.
#[must_use]
pub fn excerpt(
    conversation: &ConversationRecord,
    turns: Vec<TurnRecord>,
) -> (ConversationRecord, Vec<TurnRecord>) {
    let record = ConversationRecord {
        id: ConversationId::new(),
        title_origin: TitleOrigin::User,
        folder: None,
        ..conversation.clone()
    };
    let mut before = (None, None);
    let turns = (0..).zip(turns).map(|(position, mut turn)| {
        turn.id = TurnId::new();
        (turn.parent, turn.after_answer) = before;
        (turn.position, turn.chosen, turn.shown) = (position, true, true);
        for answer in &mut turn.answers {
            answer.id = AnswerId::new();
        }
        before = (Some(turn.id), turn.shown_answer().map(|answer| answer.id));
        turn
    });
    (record, turns.collect())
}

fn begin(out: &mut dyn Write, about: &About<'_>, folders: &[Folder]) -> Result<(), ExportError> {
    let head =
        serde_json::to_string(&Head::new(FORMAT, about, folders)).map_err(io::Error::from)?;
    // The object goes on with the conversations.
    out.write_all(head.trim_end_matches('}').as_bytes())?;
    out.write_all(b",\n\"conversations\":[")?;
    Ok(())
}

/// `{"conversation":…,"turns":[…]}`, a turn on each line.
pub(crate) fn write_whole(
    out: &mut dyn Write,
    id: ConversationId,
    source: &mut dyn Source,
) -> Result<(), ExportError> {
    let conversation = source.conversation(id).map_err(ExportError::Source)?;
    write_opening(out, &conversation)?;
    let mut last = None;
    loop {
        let turns = source.turns(id, last).map_err(ExportError::Source)?;
        if turns.is_empty() {
            break;
        }
        for turn in &turns {
            write_turn(out, turn, last.is_none())?;
            last = Some(turn.id);
        }
    }
    out.write_all(b"\n]}")?;
    Ok(())
}

fn write_opening(out: &mut dyn Write, record: &ConversationRecord) -> Result<(), ExportError> {
    out.write_all(b"{\"conversation\":")?;
    serde_json::to_writer(&mut *out, record).map_err(io::Error::from)?;
    out.write_all(b",\"turns\":[")?;
    Ok(())
}

fn write_turn(out: &mut dyn Write, turn: &TurnRecord, is_first: bool) -> Result<(), ExportError> {
    out.write_all(if is_first { b"\n" } else { b",\n" })?;
    serde_json::to_writer(&mut *out, turn).map_err(io::Error::from)?;
    Ok(())
}

/// Reads what [`write_json`] wrote and hands it on conversation by conversation.
///
/// # Errors
/// [`ExportError::Foreign`], [`ExportError::NewerVersion`], [`ExportError::Damaged`], [`ExportError::Source`],
/// [`ExportError::File`]. What was handed on before stays with the receiver: whoever must have all or nothing reads
/// the file twice, first with a receiver that only looks.
pub fn read_json(input: &mut dyn Read, receiver: &mut dyn Receiver) -> Result<(), ExportError> {
    let mut reading = Reading {
        receiver,
        is_ours: false,
        is_known: false,
        refusal: None,
    };
    let mut json = serde_json::Deserializer::from_reader(BufReader::new(input));
    let outcome = json
        .deserialize_map(Document(&mut reading))
        .and_then(|()| json.end());
    match outcome {
        Ok(()) => Ok(()),
        Err(error) => Err(reading.why(error)),
    }
}

struct Reading<'receiver> {
    receiver: &'receiver mut dyn Receiver,
    is_ours: bool,
    is_known: bool,
    refusal: Option<ExportError>,
}

impl Reading<'_> {
    fn refuse<E: serde::de::Error>(&mut self, refusal: ExportError) -> E {
        self.refusal = Some(refusal);
        E::custom("refused")
    }

    fn why(&mut self, error: serde_json::Error) -> ExportError {
        if let Some(refusal) = self.refusal.take() {
            refusal
        } else if error.is_io() {
            io::Error::from(error).into()
        } else if self.is_ours {
            ExportError::Damaged
        } else {
            ExportError::Foreign
        }
    }
}

struct Document<'reading, 'receiver>(&'reading mut Reading<'receiver>);

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(FORMAT)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let reading = self.0;
        let mut has_conversations = false;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => {
                    if map.next_value::<String>()? != FORMAT {
                        return Err(reading.refuse(ExportError::Foreign));
                    }
                    reading.is_ours = true;
                }
                "version" if reading.is_ours => {
                    let found: u32 = map.next_value()?;
                    if found > VERSION {
                        let supported = VERSION;
                        return Err(reading.refuse(ExportError::NewerVersion { found, supported }));
                    }
                    reading.is_known = found == VERSION;
                }
                "folders" if reading.is_known => {
                    let folders = map.next_value()?;
                    if let Err(error) = reading.receiver.folders(folders) {
                        return Err(reading.refuse(ExportError::Source(error)));
                    }
                }
                "conversations" if reading.is_known => {
                    map.next_value_seed(Conversations(reading))?;
                    has_conversations = true;
                }
                "folders" | "conversations" | "version" => {
                    return Err(A::Error::custom("out of place"));
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if has_conversations {
            Ok(())
        } else {
            Err(A::Error::custom("no conversations"))
        }
    }
}

struct Conversations<'reading, 'receiver>(&'reading mut Reading<'receiver>);

impl<'de> DeserializeSeed<'de> for Conversations<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Conversations<'_, '_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("conversations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<(), A::Error> {
        while let Some(Whole {
            conversation,
            turns,
        }) = sequence.next_element()?
        {
            if let Err(error) = self.0.receiver.conversation(conversation, turns) {
                return Err(self.0.refuse(ExportError::Source(error)));
            }
        }
        Ok(())
    }
}
