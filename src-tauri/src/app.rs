//! The window: one web view, closed to everything but Sanad's own commands.

use std::process::ExitCode;
use std::sync::Arc;

use sanad_chat::NamedModel;
use sanad_engine_client::{EngineSupervisor, watch_over};
use tauri::utils::config::Color;
use tauri::{
    DragDropEvent, Manager, RunEvent, Webview, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    WindowEvent,
};

use crate::containment;
use crate::diagnosing::note_ends;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::idle::LockReason;
use crate::place::WindowPlace;
use crate::preferences::Theme;
use crate::state::{AppState, locked, now};
use crate::wire::DropEvent;
use crate::{keeping, preparing, restart, suspend};

/// Whether the window can be driven from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Containment {
    /// No socket but local ones, nothing kept by the web view, no automation. What is shipped.
    Closed,
    /// For the end-to-end tests: WebDriver needs a socket, and automation a web view that is not incognito.
    OpenToWebDriver,
}

/// What an app is told that was started because it was locked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Afresh {
    /// Why it was locked.
    pub(crate) because: LockReason,
    /// Where its window stood.
    pub(crate) place: Option<WindowPlace>,
}

/// Opens the window and returns when it is closed.
pub(crate) fn open_window(
    folders: Folders,
    engine: EngineSupervisor,
    model: NamedModel,
    containment: Containment,
    afresh: Option<Afresh>,
) -> Result<ExitCode, ShellError> {
    restart::remember_executable();
    let locked_because = afresh.map(|afresh| afresh.because);
    if containment == Containment::Closed {
        containment::close_window_process()?;
    }
    let watched = engine.clone();
    let state = Arc::new(AppState::new(folders, engine, model, locked_because));
    let theme = state.preferences().theme;
    let size = state.preferences().text_size;
    let data = state.folders.data.clone();
    for folder in [data.join("models"), data.join("models").join("adapters")] {
        sanad_models::sweep_parts(&folder);
    }
    let commands = crate::commands::builder();
    let noted = Arc::clone(&state);
    let app = tauri::Builder::default()
        .manage(Arc::clone(&state))
        .invoke_handler(commands.invoke_handler())
        .setup(move |app| {
            keeping::start(app.handle().clone());
            suspend::watch(app.handle().clone());
            tauri::async_runtime::spawn(watch_over(watched.clone()));
            let noting = Arc::clone(&noted);
            tauri::async_runtime::spawn(note_ends(watched.clone(), move |fault| {
                noting.engine_ends.note(fault, now());
            }));
            tauri::async_runtime::spawn(preparing::measure_when_idle(watched, data));
            let window =
                WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
                    .title("Sanad")
                    .inner_size(1180.0, 780.0)
                    // Room for everything four times as large on a screen of 1280 pixels.
                    .min_inner_size(320.0, 400.0)
                    .background_color(background(theme))
                    // A copy that waits for its text is no longer part of the key press that asked for it.
                    .enable_clipboard_access()
                    // Nobody is there: another program may have the keyboard.
                    .focused(!matches!(
                        locked_because,
                        Some(LockReason::Idle | LockReason::Suspend)
                    ))
                    .incognito(containment == Containment::Closed)
                    // Nothing but the app's own pages is ever shown.
                    .on_navigation(|url| {
                        matches!(url.scheme(), "tauri") || url.host_str() == Some("tauri.localhost")
                    });
            let window = window.build()?;
            hear_drops(&window, Arc::clone(&state));
            // Without this a window that did not take the keyboard has to be clicked into before it hears a key.
            let page: &Webview = window.as_ref();
            page.set_focus()?;
            page.set_zoom(size.factor())?;
            if let Some(place) = afresh.and_then(|afresh| afresh.place) {
                place.apply_to(&window);
            }
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|_| ShellError::Internal("the window could not be made"))?;
    app.run(move |handle, event| {
        if let RunEvent::Exit = event {
            let state = handle.state::<Arc<AppState>>();
            state.stop_and_keep_states();
            state.close();
        }
    });
    Ok(ExitCode::SUCCESS)
}

/// Passes on which files are held over the window and let go there; the page cannot learn their paths by itself.
fn hear_drops(window: &WebviewWindow, state: Arc<AppState>) {
    window.on_window_event(move |event| {
        let WindowEvent::DragDrop(dragged) = event else {
            return;
        };
        let event = match dragged {
            DragDropEvent::Enter { paths, .. } if !paths.is_empty() => DropEvent::Over,
            DragDropEvent::Drop { paths, .. } if !paths.is_empty() => DropEvent::Dropped {
                paths: paths
                    .iter()
                    .map(|path| path.display().to_string())
                    .collect(),
            },
            DragDropEvent::Leave => DropEvent::Left,
            _ => return,
        };
        if let Some(channel) = &*locked(&state.drops) {
            // A page that has gone drops nothing any more.
            let _ = channel.send(event);
        }
    });
}

/// What is seen before the first paint: the page's own background, so that nothing flashes.
fn background(theme: Theme) -> Color {
    match theme {
        Theme::Dark => Color(0x13, 0x18, 0x17, 0xff),
        Theme::Light | Theme::System => Color(0xff, 0xff, 0xff, 0xff),
    }
}
