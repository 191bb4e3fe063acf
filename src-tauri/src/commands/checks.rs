//! Self-checks of models.

use std::path::Path;
use std::sync::Arc;

use sanad_domain::Sha256Hex;
use sanad_history::SelfCheckId;
use sanad_selfcheck::check::{Depth, StepResult, report};
use tauri::State;
use tauri::ipc::Channel;

use super::blocking;
use crate::check_files::{self, CheckFile};
use crate::checking;
use crate::exports;
use crate::state::AppState;
use crate::wire::{
    CheckEvent, CheckFileView, CheckItemView, CheckOffersView, CheckReportView, CheckView,
    ErrorView, ModelStandingView,
};

/// Loads a model and says what a check of it takes here; an empty hash is the usual model.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_offers(
    state: State<'_, Arc<AppState>>,
    model: String,
) -> Result<CheckOffersView, ErrorView> {
    let chat = state.chat()?;
    let sha256 = Some(model).filter(|model| !model.is_empty()).map(Sha256Hex);
    state.make_way();
    let offers = checking::offers(&chat, &state.engine, sha256).await?;
    Ok((&offers).into())
}

/// Keeps a check of a model over so many items, or over all of them in every order for 0. It is run by `run_check`.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_check(
    state: State<'_, Arc<AppState>>,
    model: String,
    items: u32,
) -> Result<u32, ErrorView> {
    let chat = state.chat()?;
    let depth = match usize::try_from(items) {
        Ok(0) | Err(_) => Depth::Full,
        Ok(items) => Depth::Quick(items),
    };
    let id = checking::begin(&chat, &Sha256Hex(model), depth).await?;
    Ok(u32::try_from(id.0).unwrap_or(u32::MAX))
}

/// Asks what has no result yet. Returns true when the check is whole, and false when it was stopped.
#[tauri::command]
#[specta::specta]
pub(crate) async fn run_check(
    state: State<'_, Arc<AppState>>,
    id: u32,
    channel: Channel<CheckEvent>,
) -> Result<bool, ErrorView> {
    let chat = state.chat()?;
    state.titles.stop();
    let tell = |progress: checking::Progress| {
        // A window that has gone does not stop a check.
        let _ = channel.send(progress.into());
    };
    let end = checking::go_on(&state.checks, &chat, &state.engine, number(id), tell).await?;
    Ok(end == sanad_examination::RunEnd::Complete)
}

/// Stops the check that runs, after the item in progress.
#[tauri::command]
#[specta::specta]
pub(crate) fn pause_check(state: State<'_, Arc<AppState>>) {
    state.checks.stop();
}

/// All checks, the newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn checks(state: State<'_, Arc<AppState>>) -> Result<Vec<CheckView>, ErrorView> {
    let (chat, running) = (state.chat()?, state.checks.current());
    blocking(move || {
        let checks = chat.read(sanad_history::Store::self_checks)?;
        checks
            .iter()
            .map(|check| CheckView::of(check, running))
            .collect()
    })
    .await
}

/// What a check says so far.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_report(
    state: State<'_, Arc<AppState>>,
    id: u32,
) -> Result<CheckReportView, ErrorView> {
    let (chat, running) = (state.chat()?, state.checks.current());
    blocking(move || {
        let kept = checking::kept(&chat, number(id))?;
        CheckReportView::of(&kept, report(&kept.results), running)
    })
    .await
}

/// What stands beside the answers of every model that was checked; a model that was not is not among them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_standings(
    state: State<'_, Arc<AppState>>,
) -> Result<Vec<ModelStandingView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let newest = checking::newest_of_each_model(&chat)?;
        let views = newest.iter().filter_map(|kept| {
            let report = report(&kept.results)?;
            Some(ModelStandingView::all(&kept.check.model.sha256, &report))
        });
        Ok(views.flatten().collect())
    })
    .await
}

/// Every question of a check that has a result.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_items(
    state: State<'_, Arc<AppState>>,
    id: u32,
) -> Result<Vec<CheckItemView>, ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let kept = checking::kept(&chat, number(id))?;
        let items = checking::items()?;
        let view = |result: &StepResult| {
            let item = items.iter().find(|item| item.id == result.item)?;
            Some(CheckItemView::of(item, result))
        };
        Ok(kept.results.iter().filter_map(view).collect())
    })
    .await
}

/// Removes a check with its results.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_check(
    state: State<'_, Arc<AppState>>,
    id: u32,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    if state.checks.current() == Some(number(id)) {
        state.checks.stop();
    }
    blocking(move || Ok(chat.write(|store, _| store.delete_self_check(number(id)))?)).await
}

/// Writes a check to a file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_check(
    state: State<'_, Arc<AppState>>,
    id: u32,
    format: CheckFileView,
    path: String,
) -> Result<(), ErrorView> {
    let chat = state.chat()?;
    blocking(move || {
        let path = Path::new(&path);
        exports::refuse_to_replace(path)?;
        let kept = checking::kept(&chat, number(id))?;
        check_files::write(&kept, CheckFile::from(format), path)
    })
    .await
}

fn number(id: u32) -> SelfCheckId {
    SelfCheckId(i64::from(id))
}
