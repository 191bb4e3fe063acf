//! The catalogue as the window shows it: what can be obtained on another computer, and what to carry back.

use sanad_models::{Catalogue, CatalogueFile, CatalogueModel, Figure, Fit, Permits, Purpose};
use serde::Serialize;
use specta::Type;

use super::ErrorView;
use super::models::{VerdictView, bytes};

/// The catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ModelCatalogueView {
    /// Its models.
    pub models: Vec<CatalogueModelView>,
    /// Why the clinic's own catalogue is not shown: one error or none.
    pub failure: Vec<ErrorView>,
}

/// A model that can be obtained elsewhere. What is not known is empty or null.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct CatalogueModelView {
    /// Names it.
    pub id: String,
    /// Its publisher's name for it.
    pub name: String,
    /// Who published it.
    pub publisher: String,
    /// Whether it was made for medicine.
    pub is_medical: bool,
    /// Number of weights.
    pub parameters: Option<f64>,
    /// Weights that a token passes through, of a mixture of experts.
    pub active_parameters: Option<f64>,
    /// Its licence, as publishers name it.
    pub licence: String,
    /// `any-use`, `conditions`, `non-commercial` or `research`.
    pub permits: String,
    /// Where the licence's text stands.
    pub licence_address: String,
    /// Languages that its publisher names, of those that the app speaks.
    pub languages: Vec<String>,
    /// Files that it can be had in.
    pub files: Vec<CatalogueFileView>,
    /// Memory that it takes in each of the usual formats, the best first.
    pub needs: Vec<MemoryNeedView>,
    /// What was published of it.
    pub figures: Vec<FigureView>,
    /// The addresses that its facts come from.
    pub sources: Vec<String>,
}

/// A file to carry here.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct CatalogueFileView {
    /// Its name.
    pub name: String,
    /// How its weights are written.
    pub quantisation: String,
    /// Where it can be downloaded.
    pub address: String,
    /// Its size; null where it is not known.
    pub bytes: Option<f64>,
    /// Whether the size is exact, and not rounded as a page says it.
    pub is_exact: bool,
    /// Its hash; empty where it is not known.
    pub sha256: String,
    /// Bytes of memory that it takes, estimated; null where its size is not known.
    pub memory_bytes: Option<f64>,
    /// Whether it fits into the memory that is free here: one or none.
    pub verdict: Vec<VerdictView>,
}

/// Memory in one format.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct MemoryNeedView {
    /// The format.
    pub quantisation: String,
    /// Bytes, estimated.
    pub bytes: f64,
}

/// A published figure.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct FigureView {
    /// What was asked.
    pub benchmark: String,
    /// In which languages, as the paper names them; may be empty.
    pub language: String,
    /// The figure.
    pub score: f64,
    /// Its unit.
    pub unit: String,
    /// The paper and the table in it.
    pub source: String,
}

/// A QR code: rows of modules, each dark or light.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AddressCodeView {
    /// Modules of a row.
    pub width: u32,
    /// All of them, row by row; true is dark.
    pub modules: Vec<bool>,
}

impl ModelCatalogueView {
    /// A catalogue beside the memory that is free, in bytes.
    pub(crate) fn of(
        catalogue: &Catalogue,
        available: Option<u64>,
        failure: Option<ErrorView>,
    ) -> Self {
        let models = catalogue.models.iter();
        Self {
            models: models
                .map(|model| CatalogueModelView::of(catalogue, model, available))
                .collect(),
            failure: failure.into_iter().collect(),
        }
    }
}

impl CatalogueModelView {
    fn of(catalogue: &Catalogue, model: &CatalogueModel, available: Option<u64>) -> Self {
        let licence = catalogue.licence_of(model);
        let count =
            |count: &Option<sanad_models::Count>| count.as_ref().map(|count| bytes(count.count));
        let languages = model.languages.iter().flat_map(|said| &said.codes);
        let needs = model.memory_by_quantisation().into_iter();
        Self {
            id: model.id.clone(),
            name: model.name.clone(),
            publisher: model.publisher.clone(),
            is_medical: model.purpose == Purpose::Medical,
            parameters: count(&model.parameters),
            active_parameters: count(&model.active_parameters),
            licence: licence
                .map(|licence| licence.id.clone())
                .unwrap_or_default(),
            permits: licence
                .map(|licence| permits(licence.permits).to_owned())
                .unwrap_or_default(),
            licence_address: licence
                .map(|licence| licence.source.clone())
                .unwrap_or_default(),
            languages: languages
                .map(|language| language.code().to_owned())
                .collect(),
            files: model
                .files
                .iter()
                .map(|file| CatalogueFileView::of(file, available))
                .collect(),
            needs: needs
                .map(|(quantisation, needed)| MemoryNeedView {
                    quantisation: quantisation.to_owned(),
                    bytes: bytes(needed),
                })
                .collect(),
            figures: model.figures().map(FigureView::from).collect(),
            sources: sources_of(model),
        }
    }
}

impl CatalogueFileView {
    fn of(file: &CatalogueFile, available: Option<u64>) -> Self {
        let verdict = file.memory().zip(available);
        Self {
            name: file.name.clone(),
            quantisation: file.quantisation.clone(),
            address: file.address(),
            bytes: file.size_in_bytes().map(bytes),
            is_exact: file.bytes.is_some(),
            sha256: file
                .sha256
                .as_ref()
                .map(|sha256| sha256.0.clone())
                .unwrap_or_default(),
            memory_bytes: file.memory().map(bytes),
            verdict: verdict
                .map(|(needed, available)| Fit::judge(needed, available).into())
                .into_iter()
                .collect(),
        }
    }
}

impl From<&Figure> for FigureView {
    fn from(figure: &Figure) -> Self {
        let table = figure.table.as_deref().unwrap_or_default();
        Self {
            benchmark: figure.benchmark.clone(),
            language: figure.language.clone().unwrap_or_default(),
            score: figure.score,
            unit: figure.unit.clone(),
            source: [figure.source.as_str(), table]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
        }
    }
}

/// Each once, in the order in which the facts are shown.
fn sources_of(model: &CatalogueModel) -> Vec<String> {
    let counts = [&model.parameters, &model.active_parameters];
    let counts = counts.into_iter().flatten().map(|count| &count.source);
    let all = std::iter::once(&model.source)
        .chain(counts)
        .chain(model.licence.iter().map(|licence| &licence.source))
        .chain(model.languages.iter().map(|languages| &languages.source))
        .chain(model.files.iter().map(|file| &file.source));
    let mut sources: Vec<String> = Vec::new();
    for source in all {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    sources
}

fn permits(permits: Permits) -> &'static str {
    match permits {
        Permits::AnyUse => "any-use",
        Permits::Conditions => "conditions",
        Permits::NonCommercial => "non-commercial",
        Permits::Research => "research",
    }
}
