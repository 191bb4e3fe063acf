//! Better titles, made while nobody waits for an answer.

use std::sync::{Arc, Mutex, PoisonError};

use sanad_domain::ConversationId;
use tauri::ipc::Channel;
use tokio::sync::watch;

use crate::state::AppState;
use crate::wire::TurnEvent;

/// The title that is being made, if one is.
#[derive(Default)]
pub(crate) struct TitleWork(Mutex<Option<watch::Sender<bool>>>);

impl TitleWork {
    /// Breaks it off: a question must not wait for a title.
    pub(crate) fn stop(&self) {
        if let Some(stop) = self.take() {
            stop.send_replace(true);
        }
    }

    fn begin(&self) -> watch::Receiver<bool> {
        let (stop, stopped) = watch::channel(false);
        let earlier = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .replace(stop);
        if let Some(earlier) = earlier {
            earlier.send_replace(true);
        }
        stopped
    }

    fn take(&self) -> Option<watch::Sender<bool>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Asks the model for a title in the background, and tells the window if there is one.
pub(crate) fn improve(
    state: &Arc<AppState>,
    conversation: ConversationId,
    channel: Channel<TurnEvent>,
) {
    let Ok(chat) = state.chat() else { return };
    let stopped = state.titles.begin();
    tauri::async_runtime::spawn(async move {
        // The title of before is a good one as well: no failure is worth a message.
        if let Ok(true) = chat.improve_title(conversation, stopped).await
            && let Ok(row) = chat.read(|store| store.conversation(conversation))
        {
            let _ = channel.send(TurnEvent::Titled {
                conversation: row.into(),
            });
        }
    });
}
