//! Models as the models window shows them: those that are here, those that are offered, and one that is imported.

use sanad_models::{Fit, Identity, MeasuredLayout, MemoryFit, ModelFacts, OfferedFile, Subject};
use serde::Serialize;
use specta::Type;

use super::ErrorView;
use crate::installing::{ListedModel, Origin};
use crate::preparing::Prepared;

/// Everything that is installed, and which of it is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ModelsView {
    /// Models in the order in which they are preferred, each adapter behind the models.
    pub installed: Vec<InstalledModelView>,
    /// The folder that models are copied into.
    pub folder: String,
    /// The folder whose models are offered; empty for none.
    pub watched: String,
    /// Bytes of memory that are free; null where the system does not say.
    pub memory_bytes: Option<f64>,
}

/// A model or an adapter that is installed.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct InstalledModelView {
    /// Its first file, which also names it.
    pub path: String,
    /// That file's name.
    pub file: String,
    /// Its own name.
    pub name: String,
    /// Whether it changes other models and cannot be asked by itself.
    pub is_adapter: bool,
    /// The installed models that an adapter goes with.
    pub goes_with: Vec<String>,
    /// How it came here.
    pub origin: OriginView,
    /// What its header says; one, or none where the header cannot be read.
    pub facts: Vec<ModelFactsView>,
    /// Whether it fits; one, or none where that is not known.
    pub fit: Vec<FitView>,
    /// Its hash; empty as long as nobody has taken it.
    pub sha256: String,
    /// What the catalogue says of it.
    pub identity: IdentityView,
    /// Whether questions go to it where nothing else is said.
    pub is_default: bool,
    /// Languages whose questions go to it.
    pub default_for: Vec<String>,
    /// What is to be said of it; names of messages.
    pub notices: Vec<String>,
    /// Why it cannot be loaded: one error or none. `model-changed` asks to be confirmed.
    pub failure: Vec<ErrorView>,
    /// Bytes that removing it frees; null where it is not the app's to remove.
    pub freed_bytes: Option<f64>,
    /// Bytes that preparing it takes on the disk; null where that would not make it faster, or was done.
    pub prepared_bytes: Option<f64>,
    /// How fast it is here; one, or none where nobody has measured it.
    pub speed: Vec<SpeedView>,
}

/// How fast a model is on this computer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
pub(crate) struct SpeedView {
    /// Tokens of a prompt read in a second.
    pub read: f64,
    /// Tokens written in a second.
    pub written: f64,
}

/// What came of measuring a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MeasuringView {
    /// The next start uses its fastest layout.
    Measured,
    /// Other programs had the processor, so nothing can be said.
    Busy,
    /// Somebody stopped it.
    Stopped,
}

/// A model that was written anew.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
pub(crate) struct PreparedView {
    /// Bytes of the new file.
    pub bytes: f64,
    /// Share of places where the likeliest next word stayed the same, 0 to 1.
    pub same_likeliest: f64,
}

/// How a model came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OriginView {
    /// It lies in the app's own folder.
    Copied,
    /// It is used where it lies.
    InPlace,
    /// It came with the app.
    Package,
}

/// What a model file says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ModelFactsView {
    /// Number of weights.
    pub parameters: f64,
    /// How they are written, for instance `Q4_K`.
    pub quantisation: String,
    /// Tokens it was trained to see at once; 0 where it does not say.
    pub context_tokens: f64,
    /// The family, for instance `llama`.
    pub architecture: String,
    /// As its publisher wrote them; mostly empty.
    pub languages: Vec<String>,
    /// As its publisher wrote it; mostly empty.
    pub licence: String,
    /// Whether it brings the form that a conversation is put in.
    pub has_template: bool,
    /// Bytes of all its files.
    pub bytes: f64,
    /// How many files it is in.
    pub files: u32,
}

/// Whether a model fits into memory.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct FitView {
    /// The judgement.
    pub verdict: VerdictView,
    /// Bytes that it needs.
    pub needed_bytes: f64,
    /// Bytes that are free.
    pub available_bytes: f64,
    /// The format in which it would fit; empty where none does, or none is needed.
    pub smaller: String,
}

/// Whether there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum VerdictView {
    /// With room to spare.
    Fits,
    /// Hardly.
    Tight,
    /// No.
    WillNotFit,
}

/// What the catalogue says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum IdentityView {
    /// The very file.
    Same,
    /// A file of that name with another content.
    Different,
    /// Nothing.
    Unknown,
}

/// A file that is about to be imported, looked at and not yet touched.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ImportOfferView {
    /// The file.
    pub path: String,
    /// Its own name.
    pub name: String,
    /// The installed model that an adapter goes with; empty for a model.
    pub base: String,
    /// What its header says; one, or none for an adapter.
    pub facts: Vec<ModelFactsView>,
    /// Whether it fits; one, or none for an adapter.
    pub fit: Vec<FitView>,
    /// Bytes of all its files.
    pub bytes: f64,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
pub(crate) struct ImportEvent {
    /// Bytes that are done.
    pub done: f64,
    /// All of them.
    pub total: f64,
}

/// A model on a stick or in the watched folder.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct OfferedModelView {
    /// The file.
    pub path: String,
    /// Its name.
    pub file: String,
    /// The stick or folder that it lies on.
    pub root: String,
    /// Its size.
    pub bytes: f64,
}

/// Files that are held over the window or were let go there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum DropEvent {
    /// They are held over it.
    Over,
    /// They were taken away again.
    Left,
    /// They were let go.
    Dropped {
        /// The files.
        paths: Vec<String>,
    },
}

impl From<&ListedModel> for InstalledModelView {
    fn from(model: &ListedModel) -> Self {
        let path = &model.path;
        Self {
            path: path.display().to_string(),
            file: path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned(),
            name: model.name.clone(),
            is_adapter: model.is_adapter,
            goes_with: model.goes_with.clone(),
            origin: match model.origin {
                Origin::Copied => OriginView::Copied,
                Origin::InPlace => OriginView::InPlace,
                Origin::Package => OriginView::Package,
            },
            facts: model.facts.iter().map(ModelFactsView::from).collect(),
            fit: model.fit.iter().map(FitView::from).collect(),
            sha256: model
                .sha256
                .as_ref()
                .map(|sha256| sha256.0.clone())
                .unwrap_or_default(),
            identity: model.identity.into(),
            is_default: model.is_default,
            default_for: model
                .default_for
                .iter()
                .map(|language| language.code().to_owned())
                .collect(),
            notices: model.notices.clone(),
            failure: model.failure.iter().map(ErrorView::from).collect(),
            freed_bytes: model.freed_bytes.map(bytes),
            prepared_bytes: model.prepared_bytes.map(bytes),
            speed: model.layout.iter().map(SpeedView::from).collect(),
        }
    }
}

impl From<&MeasuredLayout> for SpeedView {
    fn from(measured: &MeasuredLayout) -> Self {
        Self {
            read: measured.prompt_tokens_per_second,
            written: measured.decode_tokens_per_second,
        }
    }
}

impl From<&Prepared> for PreparedView {
    fn from(prepared: &Prepared) -> Self {
        Self {
            bytes: bytes(prepared.bytes),
            same_likeliest: prepared.fidelity.same_likeliest,
        }
    }
}

impl From<&ModelFacts> for ModelFactsView {
    fn from(facts: &ModelFacts) -> Self {
        Self {
            parameters: bytes(facts.parameters),
            quantisation: facts.quantisation.clone(),
            context_tokens: bytes(facts.training_context),
            architecture: facts.architecture.clone(),
            languages: facts.languages.clone(),
            licence: facts.licence.clone(),
            has_template: facts.has_chat_template,
            bytes: bytes(facts.file_bytes),
            files: u32::try_from(facts.files().count()).unwrap_or(u32::MAX),
        }
    }
}

impl From<&MemoryFit> for FitView {
    fn from(fit: &MemoryFit) -> Self {
        Self {
            verdict: fit.verdict.into(),
            needed_bytes: bytes(fit.need.total()),
            available_bytes: bytes(fit.available),
            smaller: fit
                .smaller
                .map(|smaller| smaller.quantisation.to_owned())
                .unwrap_or_default(),
        }
    }
}

impl From<Fit> for VerdictView {
    fn from(fit: Fit) -> Self {
        match fit {
            Fit::Fits => Self::Fits,
            Fit::Tight => Self::Tight,
            Fit::WillNotFit => Self::WillNotFit,
        }
    }
}

impl From<Identity> for IdentityView {
    fn from(identity: Identity) -> Self {
        match identity {
            Identity::Same => Self::Same,
            Identity::Different => Self::Different,
            Identity::Unknown => Self::Unknown,
        }
    }
}

impl ImportOfferView {
    /// What was looked at, beside the memory that is free.
    pub(crate) fn of(import: &sanad_models::Import, fit: Option<&MemoryFit>) -> Self {
        let (path, name, base, facts) = match &import.subject {
            Subject::Model(facts) => (&facts.path, &facts.name, String::new(), Some(facts)),
            Subject::Adapter(adapter, base) => (&adapter.path, &adapter.name, base.clone(), None),
        };
        Self {
            path: path.display().to_string(),
            name: name.clone(),
            base,
            facts: facts.into_iter().map(ModelFactsView::from).collect(),
            fit: fit.into_iter().map(FitView::from).collect(),
            bytes: bytes(import.bytes),
        }
    }
}

impl From<&OfferedFile> for OfferedModelView {
    fn from(offer: &OfferedFile) -> Self {
        let name = offer.path.file_name().unwrap_or_default();
        Self {
            path: offer.path.display().to_string(),
            file: name.to_string_lossy().into_owned(),
            root: offer.root.display().to_string(),
            bytes: bytes(offer.bytes),
        }
    }
}

/// JavaScript's numbers are exact up to nine petabytes.
#[expect(clippy::cast_precision_loss, reason = "no file or count is so large")]
pub(crate) fn bytes(bytes: u64) -> f64 {
    bytes as f64
}
