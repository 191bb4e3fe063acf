//! PDF: lines are ordered by unicode-bidi, shaped by rustybuzz, and written by krilla as tagged, selectable text.
//!
//! The glyphs of a whole conversation are held until the end, since each page says how many there are.

mod drawing;
mod flow;
mod fonts;
mod line;
mod styled;

use std::io::Write;

use sanad_text::{Block, Direction};

use crate::document::Paper;
use crate::error::ExportError;
use crate::labels::About;
use crate::sections::{Role, Section};
use flow::{Flow, Look};
use fonts::Fonts;

/// Lays sections out as they come.
pub(crate) struct Writer<'out> {
    out: &'out mut dyn Write,
    about: &'out About<'out>,
    title: String,
    flow: Flow,
}

impl<'out> Writer<'out> {
    pub(crate) fn new(out: &'out mut dyn Write, title: &str, about: &'out About<'out>) -> Self {
        Self {
            out,
            about,
            title: title.to_owned(),
            flow: Flow::new(Fonts::bundled()),
        }
    }
}

impl Paper for Writer<'_> {
    fn section(&mut self, section: &Section) -> Result<(), ExportError> {
        let look = match section.role {
            Role::Title => Look::TITLE,
            Role::Notice | Role::Remark => Look::REMARK,
            Role::Label => Look::LABEL,
            Role::Question => Look::QUESTION,
            Role::Answer => Look::TEXT,
        };
        self.flow.section(&section.blocks, look);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), ExportError> {
        let pdf = drawing::draw(self.flow, &self.title, self.about)?;
        self.out.write_all(&pdf)?;
        Ok(())
    }
}

/// The direction in which most of a document's own words run.
fn direction_of(blocks: &[Block]) -> Direction {
    blocks.first().map_or(Direction::Ltr, Block::direction)
}
