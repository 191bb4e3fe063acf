//! Why a file is not used as a model.

use std::io;
use std::path::PathBuf;

use crate::SmallerVersion;

/// Why a file is not used as a model.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// No file is there.
    #[error("no model file at {path}")]
    NotFound {
        /// Where it was expected.
        path: PathBuf,
    },
    /// No model is installed at all.
    #[error("no model is installed in {folder}")]
    NoneInstalled {
        /// Where one may be put.
        folder: PathBuf,
    },
    /// The file or folder cannot be read or written.
    #[error("could not {operation} {path}: {source}")]
    Io {
        /// What was tried.
        operation: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file has no bytes.
    #[error("{path} is empty")]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{path} is not a GGUF file but looks like {looks_like:?}")]
    NotGguf {
        /// The file.
        path: PathBuf,
        /// What its first bytes say.
        looks_like: LooksLike,
    },
    /// The file ends before its data does, as after an interrupted copy.
    #[error("{path} has {found} bytes of {expected}")]
    Truncated {
        /// The file.
        path: PathBuf,
        /// Bytes that its header announces; at least this many.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// A file of a model in several is not there.
    #[error("{path} is missing, which is part {number} of {count}")]
    PartMissing {
        /// Where it was expected.
        path: PathBuf,
        /// Which it is, counted from 1.
        number: u64,
        /// How many there are.
        count: u64,
    },
    /// A file of a model in several belongs to another model, or to another place among the parts.
    #[error("{path} does not go with the other parts of its model")]
    PartForeign {
        /// The file.
        path: PathBuf,
    },
    /// A file of a model in several has lost the name by which the others are found.
    #[error("{path} is a part of a model and is not named as one")]
    PartMisnamed {
        /// The file.
        path: PathBuf,
    },
    /// The file is an adapter, which computes nothing without its model.
    #[error("{path} is an adapter and no model")]
    AdapterAlone {
        /// The file.
        path: PathBuf,
    },
    /// The file is no adapter, or one of a kind that the engine does not apply.
    #[error("{path} is no LoRA adapter")]
    NoAdapter {
        /// The file.
        path: PathBuf,
    },
    /// The adapter was made for a model of another architecture or of other sizes.
    #[error("the adapter {path} does not go with {model}")]
    AdapterForeign {
        /// The adapter.
        path: PathBuf,
        /// The model's name.
        model: String,
    },
    /// The file is an adapter, and no installed model is one that it could change.
    #[error("{path} is an adapter of a model that is not installed")]
    AdapterWithoutBase {
        /// The file.
        path: PathBuf,
        /// The model it was made for, as its maker wrote it; empty where the file does not say.
        base: String,
    },
    /// A file of this name is among the models already.
    #[error("there is a file at {path} already")]
    NameTaken {
        /// Where it would have gone.
        path: PathBuf,
    },
    /// The file is among the models already.
    #[error("{path} is installed already")]
    AlreadyInstalled {
        /// The file.
        path: PathBuf,
    },
    /// The file could not be read to its end while it was imported, as when a stick is pulled out.
    #[error("could not read {path} to its end: {source}")]
    SourceGone {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is another than the one that was imported.
    #[error("{path} has changed since it was imported")]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The file belongs to a package or to other programs, and is not removed by this one.
    #[error("{path} is not the app's to remove")]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// Whoever began it has stopped it; nothing was kept.
    #[error("it was stopped")]
    Stopped,
    /// The header cannot be right.
    #[error("{path} has a damaged header: {fault}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        fault: HeaderFault,
    },
    /// The memory that is free does not hold it.
    #[error("{path} needs {needed} bytes of memory and {available} are free")]
    TooLargeForMemory {
        /// The file.
        path: PathBuf,
        /// Bytes it needs, with the smallest context.
        needed: u64,
        /// Bytes that are free.
        available: u64,
        /// A version of the model that would fit.
        smaller: Option<SmallerVersion>,
    },
    /// The file's format has fast kernels already.
    #[error("{path} is {quantisation}, which is fast as it is")]
    NothingToPrepare {
        /// The file.
        path: PathBuf,
        /// Its format.
        quantisation: String,
    },
    /// The disk does not hold another file of this size.
    #[error("{path} has {available} bytes free and {needed} are needed")]
    NoRoom {
        /// The folder.
        path: PathBuf,
        /// Bytes that the new file takes, at most.
        needed: u64,
        /// Bytes that are free.
        available: u64,
    },
}

/// What the first bytes of a file that is no GGUF say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// A zip archive, which PyTorch checkpoints are too.
    Zip,
    /// A safetensors file.
    Safetensors,
    /// A GGUF file of a big-endian machine.
    BigEndianGguf,
    /// Something else.
    Unknown,
}

/// What is wrong with a header.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeaderFault {
    /// A version that llama.cpp does not read.
    #[error("version {0}")]
    Version(u32),
    /// A count beyond any real model.
    #[error("{what} is {value}")]
    Count {
        /// Of what.
        what: &'static str,
        /// How many it says.
        value: u64,
    },
    /// A type number that does not exist.
    #[error("unknown {what} type {value}")]
    Type {
        /// Of a value or of a tensor.
        what: &'static str,
        /// The number.
        value: u32,
    },
    /// A value of another type than the key has.
    #[error("the value of {0} has the wrong type")]
    WrongType(&'static str),
    /// A key without which nothing can be loaded.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A name that stands twice.
    #[error("a name stands twice")]
    Duplicate,
    /// An alignment that is no power of two or beyond 1 MiB.
    #[error("alignment {0}")]
    Alignment(u64),
    /// A tensor's place is not where its alignment puts it.
    #[error("a tensor's offset is {0}")]
    Offset(u64),
    /// A row of a quantised tensor is not a whole number of blocks.
    #[error("a row of {0} does not divide into blocks")]
    Row(u64),
}
