//! LoRA adapters: small files that change a model, and compute nothing without it.
//!
//! What llama.cpp would assert on while it computes is compared with the model's own header here.

use std::path::{Path, PathBuf};

use crate::facts::file_stem;
use crate::header::{Header, Value, read_header};
use crate::{ModelError, ModelFacts, split};

/// What an adapter's file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdapterFacts {
    /// The file.
    pub path: PathBuf,
    /// `general.name`, or the file's name where it has none.
    pub name: String,
    /// Bytes of its weights.
    pub weight_bytes: u64,
    /// The model that its maker says it changes; empty where the file does not say.
    pub base: String,
}

impl AdapterFacts {
    /// Reads and checks an adapter's header, and compares it with that of the model that it is to change.
    ///
    /// # Errors
    /// [`ModelError::NoAdapter`], [`ModelError::AdapterForeign`], and those of a header that is damaged.
    pub fn read(path: &Path, model: &ModelFacts) -> Result<Self, ModelError> {
        let header = read_header(path)?;
        if !is_applicable(&header) {
            return Err(ModelError::NoAdapter {
                path: path.to_owned(),
            });
        }
        // Its tensors are the cheaper to compare the fewer models come so far.
        let of_its_kind = header.text("general.architecture") == Some(model.architecture.as_str());
        if !of_its_kind || !goes_with(&header, &split::read(&model.path)?.header) {
            return Err(ModelError::AdapterForeign {
                path: path.to_owned(),
                model: model.name.clone(),
            });
        }
        Ok(Self {
            path: path.to_owned(),
            name: header
                .text("general.name")
                .map_or_else(|| file_stem(path), str::to_owned),
            weight_bytes: header.tensor_bytes,
            base: base_of(&header),
        })
    }
}

/// The name of the model that an adapter was made for, as its maker wrote it.
pub(crate) fn base_of(header: &Header) -> String {
    let named = header.text("general.base_model.0.name");
    named.unwrap_or_default().to_owned()
}

/// Whether a file calls itself an adapter.
pub(crate) fn is_adapter(header: &Header) -> bool {
    header.text("general.type") == Some("adapter")
}

/// Whether it is of the one kind that is applied to every token.
///
/// An activated adapter (aLoRA) is meant for what stands behind certain tokens, and would spoil the rest.
fn is_applicable(header: &Header) -> bool {
    let is_number = |value: &Value| matches!(value, Value::Float(alpha) if alpha.is_finite());
    is_adapter(header)
        && header.text("adapter.type") == Some("lora")
        && header
            .values
            .get("adapter.lora.alpha")
            .is_none_or(is_number)
        && !header
            .values
            .contains_key("adapter.alora.invocation_tokens")
        // ggml multiplies no matrix of whole numbers or of doubles.
        && !(24..=28).any(|number| header.bytes_by_type.contains_key(&number))
}

/// Whether each pair of matrices stands beside a tensor of the model that it can be multiplied with.
fn goes_with(adapter: &Header, model: &Header) -> bool {
    let mut pairs = 0;
    // Without an output of its own a model multiplies with its embeddings, and so would the adapter, the wrong way round.
    let turns_round = adapter.tensors.contains_key("token_embd.weight.lora_a");
    if turns_round && !model.tensors.contains_key("output.weight") {
        return false;
    }
    for (name, a) in &adapter.tensors {
        if let Some(tensor) = name.strip_suffix(".lora_a") {
            let b = adapter.tensors.get(&format!("{tensor}.lora_b"));
            let both = model.tensors.get(tensor).zip(b);
            if !both.is_some_and(|(whole, b)| multiplies(tensor, whole, a, b)) {
                return false;
            }
            pairs += 1;
        } else if let Some(tensor) = name.strip_suffix(".lora_b") {
            if !adapter.tensors.contains_key(&format!("{tensor}.lora_a")) {
                return false;
            }
        } else if !name.ends_with("_norm.weight") {
            return false;
        }
    }
    pairs > 0
}

/// As llama.cpp compares them (`llama-adapter.cpp`), and for the stacked matrices of experts their number too.
fn multiplies(tensor: &str, whole: &[u64], a: &[u64], b: &[u64]) -> bool {
    let [Some(columns), Some(rows)] = [0, 1].map(|at| whole.get(at)) else {
        return false;
    };
    let [Some(a_row), Some(rank), Some(b_row), Some(b_rows)] =
        [a.first(), a.get(1), b.first(), b.get(1)]
    else {
        return false;
    };
    let fits = if tensor.ends_with("token_embd.weight") {
        // Both are turned round, since embeddings are looked up and not multiplied.
        b_rows == columns && rank == rows && a_row == b_row
    } else {
        a_row == columns && b_rows == rows && rank == b_row
    };
    let behind = |sizes: &[u64]| sizes.iter().skip(2).copied().collect::<Vec<_>>();
    fits && behind(a) == behind(whole) && behind(b) == behind(whole)
}
