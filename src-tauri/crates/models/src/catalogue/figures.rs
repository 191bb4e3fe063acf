//! Published figures of models, as papers print them; `models/published_scores.json` says of each where it stands.

use std::sync::LazyLock;

use serde::Deserialize;

use super::CatalogueModel;

/// A figure that was published of a model; nothing that was measured here.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Figure {
    model: Option<String>,
    /// What was asked, for instance `MedQA`.
    pub benchmark: String,
    /// The languages it was asked in, as the paper names them, for instance `ar`.
    pub language: Option<String>,
    /// The figure.
    pub score: f64,
    /// Its unit, for instance `accuracy %`.
    pub unit: String,
    /// The paper: its arXiv number, or its name and date.
    pub source: String,
    /// The table in it, if the figure stands in one.
    pub table: Option<String>,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Published {
    rows: Vec<Figure>,
}

impl CatalogueModel {
    /// What was published of it, in the order of the papers' tables.
    pub fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        published().iter().filter(move |figure| {
            let names = self.published_as.iter();
            names.map(Some).any(|name| name == figure.model.as_ref())
        })
    }
}

/// Every figure; the rows that say how large a data set is are left out.
fn published() -> &'static [Figure] {
    static PUBLISHED: LazyLock<Vec<Figure>> = LazyLock::new(|| {
        let text = include_str!("../../../../../models/published_scores.json");
        let published: Published = serde_json::from_str(text)
            .expect("models/published_scores.json is part of the build and read by a test");
        let rows = published.rows.into_iter();
        rows.filter(|figure| figure.kind.is_none()).collect()
    });
    &PUBLISHED
}
