//! The only types that cross to the window, and the one place where errors become codes.
//!
//! Every type here ends in `View`, `Request` or `Event`, and has no optional fields:
//! what may be absent is an empty string or an empty list, which TypeScript cannot confuse with forgotten.

mod answering;
mod audit;
mod backups;
mod bedside;
mod blocks;
mod catalogue;
mod checks;
mod conversations;
mod drafts;
mod errors;
mod exports;
mod help;
mod models;
mod offers;
mod safeguards;
mod search;
mod settings;
mod template_edits;
mod templates;
mod transcript;

pub(crate) use answering::{
    AnsweringView, EngineWishView, OwnFiguresView, SamplingFigureName, SamplingFigureView,
};
pub(crate) use audit::{AuditPageView, head_from, head_of};
pub(crate) use backups::{BackupView, BackupsView, RestoreOfferView, RestoredView};
pub(crate) use bedside::{
    BedsideAnswerView, BedsideCatalogueView, BedsideFormView, EntryRequest, OwnRangeView, RangeView,
};
pub(crate) use blocks::{BlockView, OpenBlockView, SpanView};
pub(crate) use catalogue::{AddressCodeView, ModelCatalogueView};
pub(crate) use checks::{
    CheckEvent, CheckFileView, CheckItemView, CheckOffersView, CheckReportView, CheckView,
    ModelStandingView,
};
pub(crate) use conversations::{
    ConversationPageView, ConversationView, FolderView, ModelChoiceView, ShelfView, TEMPORARY,
};
pub(crate) use drafts::{DraftView, HintView, PasteView, RecordView, WarningView};
pub(crate) use errors::{ErrorArgument, ErrorView, size};
pub(crate) use exports::{ExportFormatView, ExportedView, ImportedView};
pub(crate) use help::HelpView;
pub(crate) use models::{
    DropEvent, ImportEvent, ImportOfferView, MeasuringView, ModelsView, OfferedModelView,
    PreparedView, bytes,
};
pub(crate) use offers::BedsideOfferView;
pub(crate) use safeguards::SafeguardsView;
pub(crate) use search::{Excerpt, SearchPageView, SearchRequestView};
pub(crate) use settings::SettingsView;
pub(crate) use templates::{
    ChosenPersonaView, FilledTemplateView, TemplateClashRequest, TemplateEditView,
    TemplateEntryRequest, TemplateFormView, TemplateImportedView, TemplateRowView,
    TemplateSavedView,
};
pub(crate) use transcript::{
    EditView, TranscriptView, TurnEvent, TurnView, language_of, question_language, shown_part,
    turn_language,
};

use sanad_domain::Language;
use sanad_engine_client::EngineState;
use sanad_models::{InstalledModel, KnownModel, ModelNotice};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::preferences::{Digits, Preferences, Theme};

/// What the window needs to know before anything is unlocked.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct StartView {
    /// Which screen comes first.
    pub screen: StartScreen,
    /// Said before unlocking too, so plain on the disk.
    pub preferences: PreferencesView,
    /// Version of the app.
    pub version: String,
    /// Whether a recovery code opens the store.
    pub has_recovery_code: bool,
    /// Whether the desktop's keychain may be asked for the passphrase.
    pub unlocks_with_keychain: bool,
    /// `locked-idle`, `locked-suspend` or `locked-by-user` after the app locked itself; else empty.
    pub notice: String,
}

/// The first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StartScreen {
    /// No store yet: choose a passphrase.
    FirstRun,
    /// A store waits for its passphrase.
    Locked,
    /// The store is open already (the page was loaded again).
    Open,
    /// The store cannot be opened as it is; a backup may be restored.
    Damaged,
}

/// Kept in `preferences.json`; holds no clinical text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub(crate) struct PreferencesView {
    /// `en`, `ar`, `fa`, `ur`, `he` or `fr`.
    pub language: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// `latn`, `arab` or `arabext`: the digits of the interface. Clinical values are always in Latin digits.
    pub digits: String,
    /// How large everything is, in percent: 100 to 200.
    pub text_size: u32,
}

/// The model that questions go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ModelView {
    /// Its name; empty when no model is installed.
    pub name: String,
    /// The file's name, without its folder.
    pub file: String,
    /// The file's SHA-256; empty until it has been read.
    pub sha256: String,
    /// What is to be said of it in the header and beside its answers; names of Fluent messages.
    pub notices: Vec<String>,
}

/// What the engine is doing, for the header.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum EngineView {
    /// No process.
    Off,
    /// The model is being read from the disk.
    Loading {
        /// 0 to 100.
        percent: u32,
    },
    /// Waiting for a question.
    Ready,
    /// Reading the prompt.
    Reading {
        /// 0 to 100.
        percent: u32,
    },
    /// Writing an answer.
    Writing,
    /// It ended or could not start.
    Failed {
        /// Why.
        error: ErrorView,
    },
}

impl ModelView {
    /// No model yet.
    pub(crate) fn none() -> Self {
        Self {
            name: String::new(),
            file: String::new(),
            sha256: String::new(),
            notices: Vec::new(),
        }
    }
}

impl From<&InstalledModel> for ModelView {
    fn from(model: &InstalledModel) -> Self {
        let file = model.facts.path.file_name().unwrap_or_default();
        Self {
            name: model.stamp.name.clone(),
            file: file.to_string_lossy().into_owned(),
            sha256: model.stamp.sha256.0.clone(),
            notices: model
                .notices
                .iter()
                .map(|notice| notice_code(*notice))
                .collect(),
        }
    }
}

impl From<&EngineState> for EngineView {
    fn from(state: &EngineState) -> Self {
        match state {
            EngineState::Off => Self::Off,
            EngineState::Loading { percent } => Self::Loading {
                percent: u32::from(*percent),
            },
            EngineState::Ready(_) => Self::Ready,
            EngineState::Reading { percent, .. } => Self::Reading {
                percent: u32::from(*percent),
            },
            EngineState::Writing => Self::Writing,
            EngineState::Failed(fault) => Self::Failed {
                error: fault.into(),
            },
        }
    }
}

impl From<Preferences> for PreferencesView {
    fn from(preferences: Preferences) -> Self {
        Self {
            language: preferences.language.code().to_owned(),
            theme: preferences.theme.code().to_owned(),
            digits: preferences.digits.code().to_owned(),
            text_size: preferences.text_size.percent(),
        }
    }
}

impl PreferencesView {
    /// Changes what the window may change; what is not known falls back to the default.
    pub(crate) fn apply_to(&self, preferences: &mut Preferences) {
        let default = Preferences::default();
        preferences.language = Language::from_tag(&self.language).unwrap_or(default.language);
        preferences.theme = Theme::from_code(&self.theme).unwrap_or(default.theme);
        preferences.digits = Digits::from_code(&self.digits).unwrap_or(default.digits);
        preferences.text_size = self.text_size.into();
    }
}

/// What has to be said of a known model; names of Fluent messages.
pub(crate) fn notices_of(model: &KnownModel) -> Vec<String> {
    ModelNotice::of(model)
        .into_iter()
        .map(notice_code)
        .collect()
}

fn notice_code(notice: ModelNotice) -> String {
    match notice {
        ModelNotice::EnglishOnly => "notice-english-only",
        ModelNotice::NotForClinicalUse => "notice-not-clinical",
    }
    .to_owned()
}
