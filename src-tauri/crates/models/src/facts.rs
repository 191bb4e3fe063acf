//! The facts of a model file that its header states.

use std::io::Read;
use std::path::{Path, PathBuf};

use sanad_domain::Sha256Hex;

use crate::element::type_name;
use crate::header::{Header, Value, read_header_from};
use crate::{HeaderFault, ModelError, adapter, split};

/// More layers than any published model has; llama.cpp's own table ends at 512.
const MOST_LAYERS: u64 = 512;
/// `LLAMA_MAX_EXPERTS`.
const MOST_EXPERTS: u64 = 1024;

/// What a model file says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelFacts {
    /// The file; of a model in several, the first.
    pub path: PathBuf,
    /// The files behind the first that the model goes on in, in order; mostly none.
    pub further_parts: Vec<PathBuf>,
    /// `general.name`, or the file's name where it has none.
    pub name: String,
    /// `general.architecture`.
    pub architecture: String,
    /// Bytes of all its files.
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
    /// `general.license`, as the publisher wrote it; empty where the file does not say.
    pub licence: String,
}

impl ModelFacts {
    /// Every file of the model, the first one first.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        let further = self.further_parts.iter().map(PathBuf::as_path);
        std::iter::once(self.path.as_path()).chain(further)
    }
}

/// Reads and checks the header of a model file, and those of its other parts if it is the first of several.
///
/// # Errors
/// Every [`ModelError`] but `NoneInstalled` and `TooLargeForMemory`.
pub fn inspect(path: &Path) -> Result<ModelFacts, ModelError> {
    let parts = split::read(path)?;
    let mut facts = facts_of(&parts.header, parts.file_bytes, path)?;
    facts.further_parts = parts.further;
    Ok(facts)
}

/// As [`inspect`], of a file of `file_bytes` bytes that is read from elsewhere; `path` is only named in what is said.
///
/// # Errors
/// As [`inspect`], without those of the file system; one of several parts is refused.
pub fn inspect_from(
    source: impl Read,
    file_bytes: u64,
    path: &Path,
) -> Result<ModelFacts, ModelError> {
    let header = read_header_from(source, file_bytes, path)?;
    if split::is_part(&header) {
        return Err(ModelError::PartMisnamed {
            path: path.to_owned(),
        });
    }
    facts_of(&header, file_bytes, path)
}

fn facts_of(header: &Header, file_bytes: u64, path: &Path) -> Result<ModelFacts, ModelError> {
    let malformed = |fault| ModelError::Malformed {
        path: path.to_owned(),
        fault,
    };
    if adapter::is_adapter(header) {
        return Err(ModelError::AdapterAlone {
            path: path.to_owned(),
        });
    }
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
    if let Some(fault) = fault_of_experts(header, architecture) {
        return Err(malformed(fault));
    }
    if header.text("tokenizer.ggml.model").is_none() {
        return Err(malformed(HeaderFault::Missing("tokenizer.ggml.model")));
    }
    Ok(ModelFacts {
        path: path.to_owned(),
        further_parts: Vec::new(),
        name: header
            .text("general.name")
            .map_or_else(|| file_stem(path), str::to_owned),
        architecture: architecture.to_owned(),
        file_bytes,
        weight_bytes: header.tensor_bytes,
        parameters: header.parameters,
        quantisation: type_name(header.main_type()).to_owned(),
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
        licence: header
            .text("general.license")
            .unwrap_or_default()
            .to_owned(),
    })
}

/// What llama.cpp would assert on about a mixture of experts (`llama-model.cpp`, `load_hparams`).
fn fault_of_experts(header: &Header, architecture: &str) -> Option<HeaderFault> {
    let number = |key: &str| {
        header
            .unsigned(&format!("{architecture}.{key}"))
            .unwrap_or(0)
    };
    let count = |what, value| Some(HeaderFault::Count { what, value });
    let used_key = format!("{architecture}.expert_used_count");
    let experts = number("expert_count");
    if experts > MOST_EXPERTS {
        return count("the number of experts", experts);
    }
    // Some models say it layer by layer.
    let is_list = matches!(
        header.values.get(&used_key),
        Some(Value::Array { .. } | Value::Texts(_))
    );
    let used = number("expert_used_count");
    if !is_list && (used > experts || (experts > 0 && used == 0)) {
        return count("the number of experts in use", used);
    }
    let (groups, groups_used) = (
        number("expert_group_count"),
        number("expert_group_used_count"),
    );
    let groups_fit = groups < experts
        && (groups <= 1 || (experts % groups == 0 && (1..groups).contains(&groups_used)));
    if experts > 0 && !groups_fit {
        return count("the number of groups of experts", groups);
    }
    None
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

pub(crate) fn file_stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
