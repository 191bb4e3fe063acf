//! The models window: what is installed, the catalogue, and bringing a model in from a stick or a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use qrcode::{EcLevel, QrCode};
use sanad_chat::ChatError;
use sanad_domain::Language;
use sanad_models::{
    Catalogue, Import, InstalledModel, MemoryFit, ModelError, ModelIndex, Subject, SystemVolumes,
    available_memory, confirm, offered, remove,
};
use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use crate::error::ShellError;
use crate::installing;
use crate::preparing;
use crate::state::{AppState, locked};
use crate::wire::{
    AddressCodeView, DropEvent, ErrorView, ImportEvent, ImportOfferView, MeasuringView,
    ModelCatalogueView, ModelsView, OfferedModelView, PreparedView, bytes,
};

/// Sticks are looked for as often as nobody finds slow.
const LOOK_FOR_STICKS: Duration = Duration::from_secs(3);
/// A window cannot show more.
const BETWEEN_EVENTS: Duration = Duration::from_millis(100);

/// What is installed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn models(state: State<'_, Arc<AppState>>) -> Result<ModelsView, ErrorView> {
    let places = state.folders.model_places();
    blocking(move || {
        let own = Catalogue::with_own(&places.models_folder());
        let bundled = Catalogue::bundled();
        let listed = installing::list(&places, own.as_ref().unwrap_or(bundled));
        let watched = ModelIndex::load(&places.data).watched;
        Ok(ModelsView {
            installed: listed.iter().map(Into::into).collect(),
            folder: places.models_folder().display().to_string(),
            watched: watched
                .map(|folder| folder.display().to_string())
                .unwrap_or_default(),
            memory_bytes: available_memory().map(bytes),
        })
    })
    .await
}

/// Models that can be obtained on another computer.
#[tauri::command]
#[specta::specta]
pub(crate) async fn model_catalogue(
    state: State<'_, Arc<AppState>>,
) -> Result<ModelCatalogueView, ErrorView> {
    let folder = state.folders.model_places().models_folder();
    blocking(move || {
        let available = available_memory();
        Ok(match Catalogue::with_own(&folder) {
            Ok(catalogue) => ModelCatalogueView::of(&catalogue, available, None),
            Err(error) => {
                let failure = ErrorView::from(&error);
                ModelCatalogueView::of(Catalogue::bundled(), available, Some(failure))
            }
        })
    })
    .await
}

/// An address as a QR code, for a phone or another computer.
#[tauri::command]
#[specta::specta]
pub(crate) fn address_code(address: String) -> Result<AddressCodeView, ErrorView> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M)
        .map_err(|_| ShellError::Internal("the address is too long for a code"))?;
    let modules = code.to_colors();
    Ok(AddressCodeView {
        width: u32::try_from(code.width()).unwrap_or(0),
        modules: modules
            .into_iter()
            .map(|colour| colour == qrcode::Color::Dark)
            .collect(),
    })
}

/// Looks at a file that somebody wants to import. Nothing is copied yet.
#[tauri::command]
#[specta::specta]
pub(crate) async fn examine_import(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<ImportOfferView, ErrorView> {
    let places = state.folders.model_places();
    blocking(move || {
        let import = Import::of(Path::new(&path), &places)?;
        let fit = match &import.subject {
            Subject::Model(facts) => {
                available_memory().map(|available| MemoryFit::of(facts, available))
            }
            Subject::Adapter(..) => None,
        };
        Ok(ImportOfferView::of(&import, fit.as_ref()))
    })
    .await
}

/// Imports a file: copied into the app's folder, or used where it lies. Empty when it was stopped.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_model(
    state: State<'_, Arc<AppState>>,
    path: String,
    in_place: bool,
    channel: Channel<ImportEvent>,
) -> Result<String, ErrorView> {
    let held = Arc::clone(&state);
    let imported = blocking(move || {
        let places = held.folders.model_places();
        let turn = held.imports.begin()?;
        let import = Import::of(Path::new(&path), &places)?;
        let mut tell = teller(channel, import.bytes);
        let mut watch = |done| {
            tell(done);
            turn.flow()
        };
        let imported = if in_place {
            import.use_in_place(&mut watch)
        } else {
            import.copy(&mut watch)
        };
        unless_stopped(imported)
    })
    .await?;
    look_again(&state).await;
    Ok(imported
        .map(|path| path.display().to_string())
        .unwrap_or_default())
}

/// Takes a model that has changed on the disk for the one that is meant. False when it was stopped.
#[tauri::command]
#[specta::specta]
pub(crate) async fn confirm_model(
    state: State<'_, Arc<AppState>>,
    path: String,
    channel: Channel<ImportEvent>,
) -> Result<bool, ErrorView> {
    let held = Arc::clone(&state);
    let confirmed = blocking(move || {
        let turn = held.imports.begin()?;
        let path = Path::new(&path);
        let total = sanad_models::inspect(path)?.file_bytes;
        let mut tell = teller(channel, total);
        let confirmed = confirm(path, &held.folders.model_places(), &mut |done| {
            tell(done);
            turn.flow()
        });
        unless_stopped(confirmed)
    })
    .await?;
    look_again(&state).await;
    Ok(confirmed.is_some())
}

/// Writes an installed model anew so that it is faster here. Empty when it was stopped.
#[tauri::command]
#[specta::specta]
pub(crate) async fn prepare_installed(
    state: State<'_, Arc<AppState>>,
    path: String,
    channel: Channel<ImportEvent>,
) -> Result<Vec<PreparedView>, ErrorView> {
    let turn = state.imports.begin()?;
    let model = installed(&state, path).await?;
    let mut tell = teller(channel, model.facts.prepared_bytes());
    let places = state.folders.model_places();
    let prepared = preparing::prepare(state.engine.executable(), &places, &model, |done| {
        tell(done);
        turn.flow()
    })
    .await;
    let prepared = unless_stopped(prepared)?;
    look_again(&state).await;
    Ok(prepared.iter().map(PreparedView::from).collect())
}

/// Measures which layout of an installed model is the fastest here, and has the next start use it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn measure_installed(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<MeasuringView, ErrorView> {
    let turn = state.imports.begin()?;
    let model = installed(&state, path).await?;
    let executable = state.engine.executable();
    let data = &state.folders.data;
    let measured = preparing::measure(executable, data, &model, || turn.flow()).await;
    let measured = unless_stopped(measured)?;
    Ok(match measured {
        Some(Some(_)) => {
            look_again(&state).await;
            MeasuringView::Measured
        }
        Some(None) => MeasuringView::Busy,
        None => MeasuringView::Stopped,
    })
}

/// Ends the import, the preparation or the measuring that runs, and removes what it has written.
#[tauri::command]
#[specta::specta]
pub(crate) fn stop_import(state: State<'_, Arc<AppState>>) {
    state.imports.stop();
}

/// Takes a model away and returns the bytes that this has freed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_model(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<f64, ErrorView> {
    let places = state.folders.model_places();
    let path = PathBuf::from(path);
    let is_loaded = state
        .engine
        .loaded()
        .await
        .is_some_and(|loaded| loaded.path == path);
    if is_loaded {
        // It holds the file open, which on some systems cannot be removed then.
        state.make_way();
        state.engine.unload().await;
    }
    let freed = blocking(move || Ok(remove(&path, &places)?)).await?;
    look_again(&state).await;
    Ok(bytes(freed))
}

/// Lets questions go to a model: those in a language, or all where the language is empty. No path takes that back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_default_model(
    state: State<'_, Arc<AppState>>,
    path: String,
    language: String,
) -> Result<(), ErrorView> {
    let data = state.folders.data.clone();
    blocking(move || {
        let path = Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty());
        ModelIndex::update(&data, |index| {
            match Language::from_tag(&language) {
                Some(language) => index.set_default_for(language, path.as_deref()),
                None => index.default = path,
            }
            Ok(())
        })?;
        Ok(())
    })
    .await?;
    look_again(&state).await;
    Ok(())
}

/// The folder whose models are offered; empty for none.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_watched_folder(
    state: State<'_, Arc<AppState>>,
    path: String,
) -> Result<(), ErrorView> {
    let data = state.folders.data.clone();
    blocking(move || {
        ModelIndex::update(&data, |index| {
            index.watched = Some(PathBuf::from(path)).filter(|path| !path.as_os_str().is_empty());
            Ok(())
        })?;
        Ok(())
    })
    .await
}

/// Tells of models on sticks and in the watched folder, now and whenever that changes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watch_offers(
    state: State<'_, Arc<AppState>>,
    channel: Channel<Vec<OfferedModelView>>,
) -> Result<(), ErrorView> {
    let places = state.folders.model_places();
    // The page may have been loaded again: its new watcher takes the place of the old one.
    let watch = state.offer_watches.next();
    let state = Arc::clone(&state);
    tauri::async_runtime::spawn(async move {
        let mut told = Vec::new();
        while state.offer_watches.is_newest(watch) {
            let places = places.clone();
            let look = move || offered(&SystemVolumes, &places);
            let offers = tokio::task::spawn_blocking(look).await.unwrap_or_default();
            let is_gone = offers != told
                && channel
                    .send(offers.iter().map(Into::into).collect())
                    .is_err();
            if is_gone {
                break;
            }
            told = offers;
            tokio::time::sleep(LOOK_FOR_STICKS).await;
        }
    });
    Ok(())
}

/// Tells of files that are held over the window and let go there.
#[tauri::command]
#[specta::specta]
pub(crate) fn watch_drops(state: State<'_, Arc<AppState>>, channel: Channel<DropEvent>) {
    *locked(&state.drops) = Some(channel);
}

/// Tells how far a pass is, at the pace that a window can show and at its end.
fn teller(channel: Channel<ImportEvent>, total: u64) -> impl FnMut(u64) {
    let mut last: Option<Instant> = None;
    move |done| {
        if done < total && last.is_some_and(|last| last.elapsed() < BETWEEN_EVENTS) {
            return;
        }
        last = Some(Instant::now());
        // A window that has gone does not stop an import.
        let _ = channel.send(ImportEvent {
            done: bytes(done),
            total: bytes(total),
        });
    }
}

async fn installed(state: &AppState, path: String) -> Result<InstalledModel, ErrorView> {
    let data = state.folders.data.clone();
    blocking(move || {
        let mut index = ModelIndex::load(&data);
        let model = InstalledModel::read(Path::new(&path), &mut index)?;
        index.keep_hashes(&data);
        Ok(model)
    })
    .await
}

/// Whoever stopped it knows.
fn unless_stopped<T>(outcome: Result<T, impl Into<ShellError>>) -> Result<Option<T>, ShellError> {
    match outcome.map_err(Into::into) {
        Err(ShellError::Chat(ChatError::Model(ModelError::Stopped))) => Ok(None),
        other => Ok(Some(other?)),
    }
}

/// The next question looks at the models as they are now.
async fn look_again(state: &AppState) {
    if let Ok(chat) = state.chat() {
        chat.forget_models().await;
    }
}
