//! What is known of a GGUF file before anything loads it: its header, its hash, whether it fits, where it lies.
//!
//! llama.cpp calls `abort()` on some malformed files, so the header is checked here, in safe Rust, first.
//! This crate must never hand a path to an engine, and never write into a model file.

mod adapter;
mod catalogue;
mod element;
mod error;
mod facts;
mod fit;
mod hash;
mod header;
mod import;
mod index;
mod installed;
mod known;
mod layout;
mod offers;
mod pass;
mod places;
mod preparing;
mod split;

pub use adapter::AdapterFacts;
pub use catalogue::{
    Catalogue, CatalogueError, CatalogueFile, CatalogueModel, Count, Figure, Identity,
    LanguageStatement, Licence, LicenceStatement, Permits, Purpose,
};
pub use error::{HeaderFault, LooksLike, ModelError};
pub use facts::{ModelFacts, inspect, inspect_from};
pub use fit::{Fit, MemoryFit, MemoryNeed, SmallerVersion, available_memory, memory_need};
pub use hash::sha256_of;
pub use import::{Import, Subject, confirm, remove};
pub use index::ModelIndex;
pub use installed::{EngineWish, InstalledModel, ModelNotice};
pub use known::{KnownModel, known_model};
pub use layout::{Layout, MeasuredLayout, this_machine};
pub use offers::{OfferedFile, SystemVolumes, Volumes, offered};
pub use pass::Flow;
pub use places::{
    ModelFiles, ModelPlaces, installed_adapters, installed_models, installed_with_hash,
    with_adapters,
};
pub use preparing::{Preparation, sweep_parts};
