//! The desktop's own dialogs for files and folders.
//!
//! They are the toolkit's that the window is drawn with, and know no addresses: nothing is opened by them.

use std::path::PathBuf;

use tauri::WebviewWindow;

use crate::error::ShellError;

/// What is to be chosen.
pub(crate) enum Dialog {
    /// A folder.
    Folder,
    /// A file that is there.
    File,
    /// A place and a name for a new file.
    FileToWrite {
        /// What its name may be.
        suggested_name: String,
    },
}

/// What the user chose; `None` for nothing.
///
/// # Errors
/// [`ShellError::Internal`] where the window is being closed.
pub(crate) async fn choose(
    window: WebviewWindow,
    dialog: Dialog,
) -> Result<Option<PathBuf>, ShellError> {
    let (answer, chosen) = tokio::sync::oneshot::channel();
    let parent = window.clone();
    window
        .run_on_main_thread(move || platform::show(&parent, dialog, answer))
        .map_err(|_| ShellError::Internal("no dialog can be shown"))?;
    // A dialog that could not be shown drops its end: nothing was chosen.
    Ok(chosen.await.unwrap_or_default())
}

#[cfg(target_os = "linux")]
mod platform {
    use std::cell::RefCell;
    use std::path::PathBuf;

    use gtk::prelude::*;
    use gtk::{FileChooserAction, FileChooserNative, ResponseType};
    use tauri::WebviewWindow;
    use tokio::sync::oneshot::Sender;

    use super::Dialog;

    /// Shows GTK's dialog and returns at once. It lives until it is answered.
    pub(super) fn show(window: &WebviewWindow, dialog: Dialog, answer: Sender<Option<PathBuf>>) {
        let action = match dialog {
            Dialog::Folder => FileChooserAction::SelectFolder,
            Dialog::File => FileChooserAction::Open,
            Dialog::FileToWrite { .. } => FileChooserAction::Save,
        };
        let parent = window.gtk_window().ok();
        let chooser = FileChooserNative::new(None, parent.as_ref(), action, None, None);
        chooser.set_modal(true);
        chooser.set_local_only(true);
        if let Dialog::FileToWrite { suggested_name } = dialog {
            chooser.set_current_name(&suggested_name);
            chooser.set_do_overwrite_confirmation(true);
        }
        // The handler holds the dialog, which nobody else does, and lets it go when it was answered.
        let held = RefCell::new(Some((chooser.clone(), answer)));
        chooser.connect_response(move |_, response| {
            let Some((chooser, answer)) = held.borrow_mut().take() else {
                return;
            };
            let chosen = chooser
                .filename()
                .filter(|_| response == ResponseType::Accept);
            chooser.destroy();
            // Who asked may have gone.
            let _ = answer.send(chosen);
        });
        chooser.show();
    }
}

/// Untested.
#[cfg(not(target_os = "linux"))]
mod platform {
    use std::path::PathBuf;

    use tauri::WebviewWindow;
    use tokio::sync::oneshot::Sender;

    use super::Dialog;

    /// Shows the system's dialog, and waits for it on this thread, as these systems want.
    pub(super) fn show(window: &WebviewWindow, dialog: Dialog, answer: Sender<Option<PathBuf>>) {
        let shown = rfd::FileDialog::new().set_parent(window);
        let chosen = match dialog {
            Dialog::Folder => shown.pick_folder(),
            Dialog::File => shown.pick_file(),
            Dialog::FileToWrite { suggested_name } => {
                shown.set_file_name(suggested_name).save_file()
            }
        };
        let _ = answer.send(chosen);
    }
}
