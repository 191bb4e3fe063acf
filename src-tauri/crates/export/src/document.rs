//! Writing one conversation, or some turns of it, as a document.

use std::io::Write;

use sanad_domain::{Conversation, Turn};

use crate::error::{ExportError, SourceError};
use crate::labels::About;
use crate::sections::{Section, Sections};
use crate::{docx, html, markdown, pdf};

/// A format that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown with direction marks.
    Markdown,
    /// One page that needs nothing beside it.
    Html,
    /// For word processors.
    Docx,
    /// For paper.
    Pdf,
}

/// A turn with what has to be said of it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The turn.
    pub turn: Turn,
    /// How many figures of the answer that is shown come from no question, calculation or source.
    pub unsupported: usize,
}

/// Gives the turns of a conversation page by page, first to last; an empty page is the end.
pub type Pages<'pages> = &'pages mut dyn FnMut() -> Result<Vec<Told>, SourceError>;

/// Takes the sections of a document one after the other.
pub(crate) trait Paper {
    fn section(&mut self, section: &Section) -> Result<(), ExportError>;
    fn finish(self: Box<Self>) -> Result<(), ExportError>;
}

/// Writes a conversation with the turns that `pages` gives.
///
/// # Errors
/// [`ExportError::File`], [`ExportError::Source`], [`ExportError::Pages`]; what was written until then is of no use.
pub fn write_document(
    format: Format,
    out: &mut dyn Write,
    about: &About<'_>,
    conversation: &Conversation,
    pages: Pages<'_>,
) -> Result<(), ExportError> {
    let mut sections = Sections::new(about, conversation);
    let title = if conversation.title.is_empty() {
        about.untitled()
    } else {
        conversation.title.clone()
    };
    let mut paper: Box<dyn Paper + '_> = match format {
        Format::Markdown => Box::new(markdown::Writer::new(out)),
        Format::Html => Box::new(html::Writer::begin(out, &title, about)?),
        Format::Docx => Box::new(docx::Writer::begin(out, &title, about)?),
        Format::Pdf => Box::new(pdf::Writer::new(out, &title, about)),
    };
    for section in sections.head(conversation) {
        paper.section(&section)?;
    }
    loop {
        let page = pages().map_err(ExportError::Source)?;
        if page.is_empty() {
            break;
        }
        for told in &page {
            for section in sections.turn(told) {
                paper.section(&section)?;
            }
        }
    }
    for section in sections.foot() {
        paper.section(&section)?;
    }
    paper.finish()
}
