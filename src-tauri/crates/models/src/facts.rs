//! The facts of a model file that its header states.

use std::io::Read;
use std::path::{Path, PathBuf};

use sanad_domain::Sha256Hex;

use crate::element::type_name;
use crate::header::{Header, Value, read_header, read_header_from};
use crate::{HeaderFault, ModelError};

/// More layers than any published model has; llama.cpp's own table ends at 512.
const MOST_LAYERS: u64 = 512;

/// What a model file says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelFacts {
    /// The file.
    pub path: PathBuf,
    /// `general.name`, or the file's name where it has none.
    pub name: String,
    /// `general.architecture`.
    pub architecture: String,
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Bytes of the weights.
    pub weight_bytes: u64,
    /// Number of weights.
    pub parameters: u64,
    /// The commonest tensor type, for instance `Q4_K`.
    pub quantisation: String,
    /// Tokens it was trained to see at once; 0 when the file does not say.
    pub training_context: u64,
    /// Transformer layers.
    pub layers: u64,
    /// Bytes of key–value cache for each token of context, at F16.
    pub cache_bytes_per_token: u64,
    /// Entries of the vocabulary; 0 when the file does not say.
    pub vocabulary: u64,
    /// Whether the file brings the form that a conversation is put in.
    pub has_chat_template: bool,
    /// `general.languages`, as the publisher wrote it; mostly empty.
    pub languages: Vec<String>,
    /// `sanad.prepared_from`: the SHA-256 of the file that this one was made of on this computer.
    pub prepared_from: Option<Sha256Hex>,
}

/// Reads and checks the header of a model file.
///
/// # Errors
/// Every [`ModelError`] but `NoneInstalled` and `TooLargeForMemory`.
pub fn inspect(path: &Path) -> Result<ModelFacts, ModelError> {
    let header = read_header(path)?;
    let file_bytes = std::fs::metadata(path)
        .map_err(|source| ModelError::Io {
            operation: "read",
            path: path.to_owned(),
            source,
        })?
        .len();
    facts_of(&header, file_bytes, path)
}

/// As [`inspect`], of a file of `file_bytes` bytes that is read from elsewhere; `path` is only named in what is said.
///
/// # Errors
/// As [`inspect`], without those of the file system.
pub fn inspect_from(
    source: impl Read,
    file_bytes: u64,
    path: &Path,
) -> Result<ModelFacts, ModelError> {
    facts_of(
        &read_header_from(source, file_bytes, path)?,
        file_bytes,
        path,
    )
}

fn facts_of(header: &Header, file_bytes: u64, path: &Path) -> Result<ModelFacts, ModelError> {
    let malformed = |fault| ModelError::Malformed {
        path: path.to_owned(),
        fault,
    };
    let architecture = header
        .text("general.architecture")
        .ok_or(malformed(HeaderFault::Missing("general.architecture")))?;
    let of = |key: &str| format!("{architecture}.{key}");
    let layers = header
        .unsigned(&of("block_count"))
        .ok_or(malformed(HeaderFault::Missing("block_count")))?;
    if layers == 0 || layers > MOST_LAYERS {
        return Err(malformed(HeaderFault::Count {
            what: "the number of layers",
            value: layers,
        }));
    }
    if header.text("tokenizer.ggml.model").is_none() {
        return Err(malformed(HeaderFault::Missing("tokenizer.ggml.model")));
    }
    Ok(ModelFacts {
        path: path.to_owned(),
        name: header
            .text("general.name")
            .map_or_else(|| file_stem(path), str::to_owned),
        architecture: architecture.to_owned(),
        file_bytes,
        weight_bytes: header.tensor_bytes,
        parameters: header.parameters,
        quantisation: type_name(header.main_type).to_owned(),
        training_context: header.unsigned(&of("context_length")).unwrap_or(0),
        layers,
        cache_bytes_per_token: cache_bytes_per_token(header, architecture, layers),
        vocabulary: match header.values.get("tokenizer.ggml.tokens") {
            Some(Value::Array { count }) => *count,
            Some(Value::Texts(texts)) => texts.len() as u64,
            _ => 0,
        },
        has_chat_template: header.text("tokenizer.chat_template").is_some(),
        languages: match header.values.get("general.languages") {
            Some(Value::Texts(texts)) => texts.clone(),
            _ => Vec::new(),
        },
        prepared_from: header
            .text("sanad.prepared_from")
            .map(|sha256| Sha256Hex(sha256.to_owned())),
    })
}

/// Keys and values of one token over all layers, two bytes each.
fn cache_bytes_per_token(header: &Header, architecture: &str, layers: u64) -> u64 {
    let number = |key: &str| header.unsigned(&format!("{architecture}.{key}"));
    let heads = number("attention.head_count").unwrap_or(1).max(1);
    let cache_heads = number("attention.head_count_kv").unwrap_or(heads);
    let head_width = number("embedding_length").unwrap_or(0) / heads;
    let key_width = number("attention.key_length").unwrap_or(head_width);
    let value_width = number("attention.value_length").unwrap_or(head_width);
    layers
        .saturating_mul(cache_heads)
        .saturating_mul(key_width.saturating_add(value_width))
        .saturating_mul(2)
}

fn file_stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
