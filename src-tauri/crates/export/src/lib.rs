//! Conversations for the world outside: Markdown, HTML, DOCX, PDF and JSON, and everything in one encrypted archive.
//!
//! Owns how a conversation looks on paper, the format of its JSON, the archive, and the names of such files.
//! Every document says which text was generated and by which model, and keeps each clinical run in stored order.
//! It must never need a display, hold a history in memory, or write a plain copy of an archive.

mod age;
mod archive;
mod date;
mod document;
mod docx;
mod error;
mod file;
mod html;
mod isolates;
mod json;
mod labels;
mod markdown;
mod name;
mod pdf;
mod reading;
mod sections;

pub use archive::{read_archive, write_archive};
pub use document::{Format, Pages, Told, write_document};
pub use error::{ExportError, SourceError};
pub use file::write_file;
pub use json::{Receiver, Source, excerpt, read_json, write_excerpt, write_json};
pub use labels::About;
pub use name::suggested_name;
