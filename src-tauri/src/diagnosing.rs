//! Diagnostics: one file that whoever helps may read, and that holds nothing of what was said.
//!
//! It is made of numbers, codes and names that the app itself has given. No title, question, answer, draft, persona or
//! template is read for it, no path leaves the usual folders, and what an engine printed is left out.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use directories::BaseDirs;
use sanad_domain::Timestamp;
use sanad_engine_client::{EngineFault, EngineHello, EngineState, EngineSupervisor};
use sanad_history::{HistoryError, Store, StoreSummary, backups};
use sanad_models::InstalledModel;
use serde::Serialize;

use crate::backing_up::backup_folder;
use crate::cli::times::utc;
use crate::error::ShellError;
use crate::exports;
use crate::folders::Folders;
use crate::machine::Machine;
use crate::preferences::Preferences;
use crate::safeguards;
use crate::settings;
use crate::wire::ErrorView;

/// Ends of engines that are remembered.
const ENDS: usize = 20;

/// How engines ended since the app was started.
#[derive(Default)]
pub(crate) struct EngineEnds(Mutex<VecDeque<EngineEnd>>);

/// When an engine ended by itself or could not start, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct EngineEnd {
    at: String,
    code: String,
    /// Signal or exit status; empty where there is none.
    status: String,
}

impl EngineEnds {
    /// Remembers a fault, without the engine's own words.
    pub(crate) fn note(&self, fault: &EngineFault, now: Timestamp) {
        let status = match fault {
            EngineFault::Crashed { status, .. } => status.clone(),
            _ => String::new(),
        };
        let mut ends = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if ends.len() == ENDS {
            ends.pop_front();
        }
        ends.push_back(EngineEnd {
            at: utc(now),
            code: ErrorView::from(fault).code,
            status,
        });
    }

    /// Oldest first.
    pub(crate) fn all(&self) -> Vec<EngineEnd> {
        let ends = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ends.iter().cloned().collect()
    }
}

/// Remembers how engines end, until it is dropped.
pub(crate) async fn note_ends(
    engine: EngineSupervisor,
    note: impl Fn(&EngineFault) + Send + 'static,
) {
    let mut states = engine.watch();
    loop {
        let fault = match &*states.borrow_and_update() {
            EngineState::Failed(fault) => Some(fault.clone()),
            _ => None,
        };
        if let Some(fault) = fault {
            note(&fault);
        }
        // The supervisor that is held here keeps the board open.
        if states.changed().await.is_err() {
            return;
        }
    }
}

/// Everything, in the order in which it is read.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Diagnostics {
    format: u32,
    made_at: String,
    app_version: &'static str,
    machine: Machine,
    engine: EnginePart,
    engine_ends: Vec<EngineEnd>,
    model: ModelPart,
    folders: FolderPart,
    preferences: PreferencesPart,
    store: StorePart,
}

/// What is collected from.
pub(crate) struct Sources<'sources> {
    pub(crate) engine: &'sources EngineSupervisor,
    /// What the engine said of itself.
    pub(crate) hello: Result<EngineHello, EngineFault>,
    pub(crate) ends: Vec<EngineEnd>,
    /// The usual model, or the error that stands in its place, of which only the code is told.
    pub(crate) model: Result<&'sources InstalledModel, ErrorView>,
    pub(crate) folders: &'sources Folders,
    pub(crate) preferences: &'sources Preferences,
    pub(crate) store: StorePart,
    pub(crate) now: Timestamp,
}

#[derive(Clone, Debug, Default, Serialize)]
struct EnginePart {
    variant: String,
    skipped: Vec<String>,
    error: String,
    version: String,
    protocol: u32,
    build: String,
    devices: Vec<String>,
    containment: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
struct ModelPart {
    error: String,
    name: String,
    sha256: String,
    architecture: String,
    quantisation: String,
    parameters: u64,
    file_bytes: u64,
    training_context: u64,
    has_adapter: bool,
    notices: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct FolderPart {
    data: String,
    model_cache: String,
    backups: String,
}

#[derive(Clone, Debug, Serialize)]
struct PreferencesPart {
    language: &'static str,
    theme: &'static str,
    digits: &'static str,
    unlocks_with_keychain: bool,
}

/// The store, as far as it can be looked into.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub(crate) enum StorePart {
    /// There is none yet.
    None,
    /// Its passphrase was not given.
    Locked,
    /// It could not be opened or read.
    Failed {
        /// The error's code.
        error: String,
    },
    /// It is open.
    Open(Box<OpenPart>),
}

/// Numbers and results of checks.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenPart {
    #[serde(flatten)]
    counts: StoreSummary,
    /// `whole`, or the code of what was found.
    database: String,
    audit_chain: String,
    has_recovery_code: bool,
    backups: usize,
    newest_backup_at: String,
    lock_after_minutes: u32,
    retention_days: u32,
    improves_titles: bool,
    keeps_states: bool,
    signs_records: bool,
    intended_use_acknowledged: bool,
}

impl StorePart {
    /// Reads and checks the open store; takes some seconds for each gigabyte.
    pub(crate) fn of(store: &Store, folders: &Folders, preferences: &Preferences) -> Self {
        match open_part(store, folders, preferences) {
            Ok(open) => Self::Open(Box::new(open)),
            Err(error) => Self::failed(error.into()),
        }
    }

    /// For a store that could not be opened.
    pub(crate) fn failed(error: ShellError) -> Self {
        Self::Failed {
            error: ErrorView::from(error).code,
        }
    }
}

fn open_part(
    store: &Store,
    folders: &Folders,
    preferences: &Preferences,
) -> Result<OpenPart, HistoryError> {
    // A folder that is not there holds no backups.
    let kept = backups(&backup_folder(folders, preferences)).unwrap_or_default();
    Ok(OpenPart {
        counts: store.summary()?,
        database: result_of(store.verify()),
        audit_chain: result_of(store.verify_audit(None).map(drop)),
        has_recovery_code: Store::has_recovery_code(store.folder())?,
        backups: kept.len(),
        newest_backup_at: kept
            .first()
            .map(|newest| utc(newest.made_at))
            .unwrap_or_default(),
        lock_after_minutes: settings::lock_after(store)?,
        retention_days: settings::retention(store)?,
        improves_titles: settings::improves_titles(store)?,
        keeps_states: store.keeps_states()?,
        signs_records: safeguards::signs_records(store)?,
        intended_use_acknowledged: safeguards::is_acknowledged(store)?,
    })
}

fn result_of(check: Result<(), HistoryError>) -> String {
    match check {
        Ok(()) => "whole".to_owned(),
        Err(error) => ErrorView::from(ShellError::from(error)).code,
    }
}

impl Diagnostics {
    /// Puts them together.
    pub(crate) fn of(sources: Sources<'_>) -> Self {
        let Sources {
            engine,
            hello,
            ends,
            model,
            folders,
            preferences,
            store,
            now,
        } = sources;
        let usual = Folders::find(None).ok();
        Self {
            format: 1,
            made_at: utc(now),
            app_version: env!("CARGO_PKG_VERSION"),
            machine: Machine::look(),
            engine: engine_part(engine, hello),
            engine_ends: ends,
            model: model.map_or_else(
                |error| ModelPart {
                    error: error.code,
                    ..ModelPart::default()
                },
                ModelPart::of,
            ),
            folders: FolderPart {
                data: place(&folders.data, usual.as_ref().map(|usual| &usual.data)),
                model_cache: place(
                    &folders.model_cache,
                    usual.as_ref().map(|usual| &usual.model_cache),
                ),
                backups: if preferences.backup_folder.is_empty() {
                    BESIDE
                } else {
                    CHOSEN
                }
                .to_owned(),
            },
            preferences: PreferencesPart {
                language: preferences.language.code(),
                theme: preferences.theme.code(),
                digits: preferences.digits.code(),
                unlocks_with_keychain: preferences.unlocks_with_keychain,
            },
            store,
        }
    }

    /// As it is shown, and as it is written.
    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("numbers and texts are plain");
        text.push('\n');
        text
    }
}

/// A folder that somebody has chosen may be called after a patient or a user, and is not named.
const CHOSEN: &str = "chosen";
const BESIDE: &str = "beside the store";

/// A usual folder with `~` for the home folder; of any other one only that it was chosen.
fn place(path: &Path, usual: Option<&PathBuf>) -> String {
    if usual.is_none_or(|usual| usual != path) {
        return CHOSEN.to_owned();
    }
    let home = BaseDirs::new().map(|base| base.home_dir().to_owned());
    match home.and_then(|home| path.strip_prefix(home).map(Path::to_owned).ok()) {
        Some(within) => Path::new("~").join(within).display().to_string(),
        None => CHOSEN.to_owned(),
    }
}

fn engine_part(engine: &EngineSupervisor, hello: Result<EngineHello, EngineFault>) -> EnginePart {
    let (variant, skipped) = engine.variant();
    let known = EnginePart {
        variant: variant.name.to_owned(),
        skipped: skipped
            .iter()
            .map(|one| format!("{}: {}", one.name, ErrorView::from(&one.fault).code))
            .collect(),
        ..EnginePart::default()
    };
    match hello {
        Ok(hello) => EnginePart {
            version: hello.version,
            protocol: hello.protocol,
            build: hello.system_info.trim().to_owned(),
            devices: hello.devices,
            containment: hello.containment,
            ..known
        },
        Err(fault) => EnginePart {
            error: ErrorView::from(&fault).code,
            ..known
        },
    }
}

impl ModelPart {
    fn of(model: &InstalledModel) -> Self {
        let facts = &model.facts;
        // Where a header names nothing the file's name stands in for it, and that is a person's own.
        let is_named_by_file = facts
            .path
            .file_stem()
            .is_some_and(|stem| stem.to_string_lossy() == facts.name);
        let name = if is_named_by_file && model.stamp.name.starts_with(&facts.name) {
            String::new()
        } else {
            model.stamp.name.clone()
        };
        Self {
            error: String::new(),
            name,
            sha256: model.stamp.sha256.0.clone(),
            architecture: facts.architecture.clone(),
            quantisation: facts.quantisation.clone(),
            parameters: facts.parameters,
            file_bytes: facts.file_bytes,
            training_context: facts.training_context,
            has_adapter: model.adapter.is_some(),
            notices: crate::wire::ModelView::from(model).notices,
        }
    }
}

/// Writes diagnostics into a new file.
pub(crate) fn write(text: &str, path: &Path) -> Result<(), ShellError> {
    exports::refuse_to_replace(path)?;
    exports::write(path, |out| Ok(out.write_all(text.as_bytes())?)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_engine_printed_is_left_out_and_its_signal_is_not() {
        let ends = EngineEnds::default();
        let fault = EngineFault::Crashed {
            status: "signal: 6 (SIGABRT)".to_owned(),
            last_words: "a model at /home/somebody".to_owned(),
        };
        for _ in 0..30 {
            ends.note(&fault, Timestamp(0));
        }
        let all = ends.all();
        assert_eq!(all.len(), ENDS);
        assert_eq!(all[0].status, "signal: 6 (SIGABRT)");
        let said = serde_json::to_string(&all).expect("plain");
        assert!(!said.contains("somebody"), "{said}");
    }

    #[test]
    fn a_folder_that_somebody_has_chosen_is_not_named() {
        let usual = Folders::find(None).expect("the tests have a home").data;
        assert_eq!(
            place(Path::new("/media/somebody/patients"), Some(&usual)),
            CHOSEN
        );
        let shown = place(&usual, Some(&usual));
        let home = BaseDirs::new().expect("the tests have a home");
        assert!(
            !shown.contains(&*home.home_dir().to_string_lossy()),
            "{shown}"
        );
    }
}
