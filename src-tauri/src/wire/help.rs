//! The pages of the help, as the window draws them.

use serde::Serialize;
use specta::Type;

use super::{BlockView, SpanView};
use crate::help::{self, Page};

/// The whole help.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct HelpView {
    /// The language that it is written in, which is English where there is none in the language asked for.
    pub language: String,
    /// The pages, in their order.
    pub pages: Vec<HelpPageView>,
}

/// One page.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct HelpPageView {
    /// Names it.
    pub id: String,
    /// What it is about.
    pub title: Vec<SpanView>,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The name of its picture; empty for none.
    pub picture: String,
    /// What the picture shows; empty for none.
    pub caption: String,
    /// Its text.
    pub blocks: Vec<BlockView>,
}

impl HelpView {
    /// The help in a language, or in English.
    pub(crate) fn of(language: &str) -> Self {
        let language = help::language_of(language);
        Self {
            language: language.code().to_owned(),
            pages: help::pages(language)
                .iter()
                .map(HelpPageView::from)
                .collect(),
        }
    }
}

impl From<&Page> for HelpPageView {
    fn from(page: &Page) -> Self {
        let language = page.language;
        let direction = language.direction();
        Self {
            id: page.id.to_owned(),
            title: SpanView::all(sanad_text::line(page.title, direction, language)),
            direction: super::blocks::code_of(direction),
            picture: page.picture.to_owned(),
            caption: page.caption.to_owned(),
            blocks: BlockView::all(sanad_text::render(page.text, language)),
        }
    }
}
