//! Word-processor documents (OOXML, transitional), written here since no writer of crates.io knows run direction.
//!
//! Runs against their paragraph carry isolates and overrides in the text beside `w:rtl`, which LibreOffice needs.

mod paragraphs;
mod parts;
mod xml;

use std::io::Write;

use sanad_text::{Block, Language};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use crate::document::Paper;
use crate::error::ExportError;
use crate::labels::About;
use crate::sections::{Role, Section};
use paragraphs::Body;

/// Writes sections as they come; the parts that depend on all of them come last.
pub(crate) struct Writer<'out> {
    zip: ZipWriter<StreamWriter<&'out mut dyn Write>>,
    body: Body,
    language: Language,
    footer: String,
}

impl<'out> Writer<'out> {
    pub(crate) fn begin(
        out: &'out mut dyn Write,
        title: &str,
        about: &About<'_>,
    ) -> Result<Self, ExportError> {
        let language = about.language();
        let mut writer = Self {
            zip: ZipWriter::new_stream(out),
            body: Body::default(),
            language,
            footer: parts::footer(about),
        };
        writer.part("[Content_Types].xml", parts::CONTENT_TYPES)?;
        writer.part("_rels/.rels", parts::RELATIONSHIPS)?;
        writer.part("docProps/core.xml", &parts::core(title, about))?;
        writer.part(
            "word/_rels/document.xml.rels",
            parts::DOCUMENT_RELATIONSHIPS,
        )?;
        writer.part("word/styles.xml", &parts::styles(language))?;
        writer.part("word/settings.xml", parts::SETTINGS)?;
        let footer = std::mem::take(&mut writer.footer);
        writer.part("word/footer1.xml", &footer)?;
        writer.start("word/document.xml")?;
        writer.zip.write_all(parts::DOCUMENT_BEGIN.as_bytes())?;
        Ok(writer)
    }

    fn start(&mut self, name: &str) -> Result<(), ExportError> {
        // A fixed time: the file says when it was made inside.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.zip
            .start_file(name, options)
            .map_err(|error| ExportError::File(error.into()))
    }

    fn part(&mut self, name: &str, content: &str) -> Result<(), ExportError> {
        self.start(name)?;
        self.zip.write_all(content.as_bytes())?;
        Ok(())
    }
}

impl Paper for Writer<'_> {
    fn section(&mut self, section: &Section) -> Result<(), ExportError> {
        let style = match section.role {
            Role::Title => "Title",
            Role::Notice | Role::Remark => "Remark",
            Role::Label => "Label",
            Role::Question => "Question",
            Role::Answer => "Answer",
        };
        let xml = self.body.section(&section.blocks, style, section.language);
        self.zip.write_all(xml.as_bytes())?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), ExportError> {
        self.zip
            .write_all(parts::document_end(self.language).as_bytes())?;
        let numbering = self.body.numbering();
        self.part("word/numbering.xml", &numbering)?;
        let mut zip = self.zip;
        zip.flush()?;
        zip.finish()
            .map_err(|error| ExportError::File(error.into()))?;
        Ok(())
    }
}

/// Whether a paragraph has to stand between two blocks for the file to be valid.
fn ends_with_table(blocks: &[Block]) -> bool {
    matches!(blocks.last(), Some(Block::Table { .. }))
}
