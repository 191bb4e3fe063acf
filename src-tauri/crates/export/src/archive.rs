//! Everything in one encrypted file: JSON values, one on each line, inside the age format.
//!
//! The first says what the file is, each further one is a conversation, the last says how many there were.

use std::io::{self, BufReader, Read, Write};

use sanad_domain::archive::{ConversationRecord, TurnRecord};
use sanad_domain::{ConversationId, Folder};
use serde::Deserialize;
use serde_json::Value;

use crate::age::{Decryptor, Encryptor};
use crate::error::ExportError;
use crate::json::{Head, Receiver, Source, VERSION, write_whole};
use crate::labels::About;

const FORMAT: &str = "sanad-archive";

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct Mark {
    format: String,
    version: u32,
}

#[derive(Deserialize)]
struct Folders {
    folders: Vec<Folder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    #[serde(default)]
    conversation: Option<ConversationRecord>,
    #[serde(default)]
    turns: Vec<TurnRecord>,
    /// How many conversations the archive holds; in its last line only.
    #[serde(default)]
    end: Option<usize>,
}

/// Writes all these conversations and folders, encrypted with a passphrase.
///
/// # Errors
/// [`ExportError::File`], [`ExportError::Source`], [`ExportError::NoRandomness`].
pub fn write_archive(
    out: &mut dyn Write,
    passphrase: &str,
    about: &About<'_>,
    folders: &[Folder],
    conversations: &[ConversationId],
    source: &mut dyn Source,
) -> Result<(), ExportError> {
    let mut sealed = Encryptor::begin(out, passphrase)?;
    let head = Head::new(FORMAT, about, folders);
    serde_json::to_writer(&mut sealed, &head).map_err(io::Error::from)?;
    for id in conversations {
        sealed.write_all(b"\n")?;
        write_whole(&mut sealed, *id, source)?;
    }
    writeln!(sealed, "\n{{\"end\":{}}}", conversations.len())?;
    sealed.finish()
}

/// Opens what [`write_archive`] wrote and hands it on conversation by conversation.
///
/// # Errors
/// [`ExportError::Foreign`], [`ExportError::WrongPassphrase`], [`ExportError::NewerVersion`],
/// [`ExportError::Damaged`], [`ExportError::Source`], [`ExportError::File`]. As with
/// [`read_json`](crate::read_json), what was handed on before stays with the receiver.
pub fn read_archive(
    input: &mut dyn Read,
    passphrase: &str,
    receiver: &mut dyn Receiver,
) -> Result<(), ExportError> {
    let opened = BufReader::new(Decryptor::begin(input, passphrase)?);
    let mut values = serde_json::Deserializer::from_reader(opened).into_iter::<Value>();
    let Some(head) = values.next() else {
        return Err(ExportError::Foreign);
    };
    let head = head.map_err(|error| why(error, ExportError::Foreign))?;
    let mark = Mark::deserialize(&head).map_err(|_| ExportError::Foreign)?;
    if mark.format != FORMAT {
        return Err(ExportError::Foreign);
    }
    if mark.version > VERSION {
        return Err(ExportError::NewerVersion {
            found: mark.version,
            supported: VERSION,
        });
    }
    let Folders { folders } = Folders::deserialize(head).map_err(|_| ExportError::Damaged)?;
    receiver.folders(folders).map_err(ExportError::Source)?;
    let mut count = 0;
    while let Some(line) = values.next() {
        let line = line.map_err(|error| why(error, ExportError::Damaged))?;
        let item = Item::deserialize(line).map_err(|_| ExportError::Damaged)?;
        match (item.conversation, item.end) {
            (Some(conversation), None) => {
                count += 1;
                receiver
                    .conversation(conversation, item.turns)
                    .map_err(ExportError::Source)?;
            }
            (None, Some(end)) if end == count && values.next().is_none() => return Ok(()),
            _ => return Err(ExportError::Damaged),
        }
    }
    Err(ExportError::Damaged)
}

/// Failing to read is told apart from reading nonsense.
fn why(error: serde_json::Error, nonsense: ExportError) -> ExportError {
    if error.is_io() {
        io::Error::from(error).into()
    } else {
        nonsense
    }
}
