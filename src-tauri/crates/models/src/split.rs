//! A model in several files, `NAME-00001-of-00003.gguf` and so on, as llama.cpp's `llama-gguf-split` cuts it.
//!
//! The first part's header describes the model; each of the others has only its own tensors.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::ModelError;
use crate::header::{Header, read_header};

/// The parts of a model, read as one.
pub(crate) struct Parts {
    /// The first part's, with the tensors of all.
    pub(crate) header: Header,
    /// Bytes of all files.
    pub(crate) file_bytes: u64,
    /// Those behind the first.
    pub(crate) further: Vec<PathBuf>,
}

/// Reads the header of the file at `path`, and those of all parts if it is the first of several.
pub(crate) fn read(path: &Path) -> Result<Parts, ModelError> {
    let header = read_header(path)?;
    let mut parts = Parts {
        file_bytes: length(path)?,
        header,
        further: Vec::new(),
    };
    if !is_part(&parts.header) {
        return Ok(parts);
    }
    let misnamed = || ModelError::PartMisnamed {
        path: path.to_owned(),
    };
    let name = PartName::of(path).ok_or_else(misnamed)?;
    let set = Set::of(&parts.header);
    if set.number != Some(0) || name.number != 1 || set.count != Some(name.count) {
        return Err(misnamed());
    }
    for number in 2..=name.count {
        parts.take(name.path(path, number), number, &set)?;
    }
    if set.tensors.is_some() && set.tensors != Some(parts.header.tensors.len() as u64) {
        return Err(foreign(path));
    }
    Ok(parts)
}

/// Whether the file is one of several, as its header says.
pub(crate) fn is_part(header: &Header) -> bool {
    header
        .unsigned("split.count")
        .is_some_and(|count| count > 1)
        || header.unsigned("split.no").is_some_and(|number| number > 0)
}

/// The file to open for a file that somebody chose: of a model in several, the first part.
///
/// Goes by the name alone; the first part need not be there.
pub(crate) fn first_part(path: &Path) -> PathBuf {
    PartName::of(path).map_or_else(|| path.to_owned(), |name| name.path(path, 1))
}

impl Parts {
    /// Reads the next part.
    fn take(&mut self, path: PathBuf, number: u64, set: &Set) -> Result<(), ModelError> {
        let header = read_header(&path).map_err(|error| match error {
            ModelError::NotFound { path } => ModelError::PartMissing {
                path,
                number,
                count: set.count.unwrap_or(number),
            },
            other => other,
        })?;
        let expected = Set {
            number: Some(number - 1),
            ..*set
        };
        if Set::of(&header) != expected {
            return Err(foreign(&path));
        }
        let whole = &mut self.header;
        let known: HashSet<&String> = whole.tensors.keys().collect();
        if header.tensors.keys().any(|name| known.contains(name)) {
            return Err(foreign(&path));
        }
        whole.tensors.extend(header.tensors);
        whole.parameters = whole.parameters.saturating_add(header.parameters);
        whole.tensor_bytes = whole.tensor_bytes.saturating_add(header.tensor_bytes);
        for (number, bytes) in header.bytes_by_type {
            let of_type = whole.bytes_by_type.entry(number).or_default();
            *of_type = of_type.saturating_add(bytes);
        }
        self.file_bytes = self.file_bytes.saturating_add(length(&path)?);
        self.further.push(path);
        Ok(())
    }
}

/// What a part says of the set it belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set {
    /// Counted from 0.
    number: Option<u64>,
    count: Option<u64>,
    /// Over all parts.
    tensors: Option<u64>,
}

impl Set {
    fn of(header: &Header) -> Self {
        Self {
            number: header.unsigned("split.no"),
            count: header.unsigned("split.count"),
            tensors: header.unsigned("split.tensors.count"),
        }
    }
}

/// What a part's name says, which is how llama.cpp finds the others.
struct PartName {
    prefix: String,
    /// Counted from 1.
    number: u64,
    count: u64,
}

impl PartName {
    fn of(path: &Path) -> Option<Self> {
        let stem = path.file_name()?.to_str()?.strip_suffix(".gguf")?;
        let (rest, count) = stem.rsplit_once("-of-")?;
        let (prefix, number) = rest.rsplit_once('-')?;
        let five_digits = |text: &str| {
            let digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse().ok()).flatten()
        };
        let (number, count) = (five_digits(number)?, five_digits(count)?);
        (1..=count).contains(&number).then(|| Self {
            prefix: prefix.to_owned(),
            number,
            count,
        })
    }

    /// Part `number`, beside the part at `path`.
    fn path(&self, path: &Path, number: u64) -> PathBuf {
        let Self { prefix, count, .. } = self;
        path.with_file_name(format!("{prefix}-{number:05}-of-{count:05}.gguf"))
    }
}

fn foreign(path: &Path) -> ModelError {
    ModelError::PartForeign {
        path: path.to_owned(),
    }
}

fn length(path: &Path) -> Result<u64, ModelError> {
    let metadata = std::fs::metadata(path).map_err(|source| ModelError::Io {
        operation: "read",
        path: path.to_owned(),
        source,
    })?;
    Ok(metadata.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_known_by_its_name_and_leads_to_the_first() {
        for (chosen, first) in [
            ("m-00001-of-00003.gguf", "m-00001-of-00003.gguf"),
            ("m-00003-of-00003.gguf", "m-00001-of-00003.gguf"),
            ("نموذج-00002-of-00002.gguf", "نموذج-00001-of-00002.gguf"),
            (
                "a-b-of-c-00002-of-00009.gguf",
                "a-b-of-c-00001-of-00009.gguf",
            ),
            ("m-00004-of-00003.gguf", "m-00004-of-00003.gguf"),
            ("m-2-of-3.gguf", "m-2-of-3.gguf"),
            ("m-00000-of-00003.gguf", "m-00000-of-00003.gguf"),
            ("m.gguf", "m.gguf"),
            ("m-٠٠٠٠٢-of-00003.gguf", "m-٠٠٠٠٢-of-00003.gguf"),
        ] {
            let folder = Path::new("/models");
            assert_eq!(first_part(&folder.join(chosen)), folder.join(first));
        }
    }
}
