//! Pages to a file.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ContentTag, Identifier, SpanTag, Tag as PdfTag, TagGroup, TagTree,
};
use sanad_text::{Direction, plain};

use super::flow::{Flow, Mark, PAGE, Placed, Tag};
use super::fonts::Fonts;
use crate::date::day_of;
use crate::error::ExportError;
use crate::labels::About;

/// The whole file.
pub(super) fn draw(mut flow: Flow, title: &str, about: &About<'_>) -> Result<Vec<u8>, ExportError> {
    let count = flow.pages.len();
    for page in 0..count {
        let said = about.page(page + 1, count);
        flow.foot(page, &plain(&said, about.language()));
    }
    let mut document = Document::new();
    let mut found: Vec<Vec<Identifier>> = vec![Vec::new(); flow.paragraphs.len()];
    for marks in &flow.pages {
        let size = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or(ExportError::Pages)?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for group in marks.chunk_by(|one, next| one.paragraph == next.paragraph) {
            let identifier = draw_group(group, &mut surface, &flow.fonts);
            if let Some((paragraph, identifier)) = identifier
                && let Some(identifiers) = found.get_mut(paragraph)
            {
                identifiers.push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(&flow.paragraphs, found, about));
    document.set_metadata(metadata(title, about));
    document.finish().map_err(|_| ExportError::Pages)
}

fn draw_group(
    group: &[Placed],
    surface: &mut Surface<'_>,
    fonts: &Fonts,
) -> Option<(usize, Identifier)> {
    let paragraph = group.first()?.paragraph;
    let tag = match paragraph {
        Some(_) => ContentTag::Span(SpanTag::empty()),
        None => ContentTag::Artifact(Artifact::default()),
    };
    let identifier = surface.start_tagged(tag);
    for placed in group {
        draw_mark(&placed.mark, surface, fonts);
    }
    surface.end_tagged();
    Some((paragraph?, identifier))
}

fn draw_mark(mark: &Mark, surface: &mut Surface<'_>, fonts: &Fonts) {
    match mark {
        Mark::Text {
            run,
            x,
            baseline,
            size,
            grey,
        } => {
            surface.set_fill(Some(grey_fill(*grey)));
            let font = fonts.get(run.style.font).font.clone();
            let start = Point::from_xy(*x, *baseline);
            surface.draw_glyphs(start, &run.glyphs, font, &run.text, *size, false);
        }
        Mark::Box {
            x,
            y,
            width,
            height,
            grey,
        } => {
            surface.set_fill(Some(grey_fill(*grey)));
            let mut path = PathBuilder::new();
            if let Some(rectangle) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rectangle);
            }
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn grey_fill(grey: u8) -> Fill {
    Fill {
        paint: rgb::Color::new(grey, grey, grey).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }
}

/// Paragraphs, headings and code in reading order.
fn tree(tags: &[Tag], found: Vec<Vec<Identifier>>, about: &About<'_>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(about.language().code().to_owned()));
    for (tag, identifiers) in tags.iter().zip(found) {
        if identifiers.is_empty() {
            continue;
        }
        let mut group = match tag {
            Tag::Paragraph => TagGroup::new(PdfTag::P),
            Tag::Code => TagGroup::new(PdfTag::Code),
            Tag::Heading(level) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(PdfTag::Hn(level, None))
            }
        };
        for identifier in identifiers {
            group.push(identifier);
        }
        tree.push(group);
    }
    tree
}

fn metadata(title: &str, about: &About<'_>) -> Metadata {
    let day = day_of(about.exported_at);
    let date = DateTime::new(u16::try_from(day.year).unwrap_or(0))
        .month(u8::try_from(day.month).unwrap_or(1))
        .day(u8::try_from(day.day).unwrap_or(1));
    Metadata::new()
        .title(title.to_owned())
        .description(about.reminder())
        .creator(format!("Sanad {}", about.version))
        .language(about.language().code().to_owned())
        .creation_date(date)
        .text_direction(match about.language().direction() {
            Direction::Ltr => TextDirection::LeftToRight,
            Direction::Rtl => TextDirection::RightToLeft,
        })
}
