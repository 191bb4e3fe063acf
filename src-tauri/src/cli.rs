//! The command line: raw arguments become typed ones once, here.

mod arguments;
mod ask;
mod calc;
mod chat;
mod diagnostics;
mod doctor;
mod history;
mod models;
mod passphrase;
mod preparing;
mod selfcheck;
mod speech;
mod text;
pub(crate) mod times;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use sanad_chat::NamedModel;

use crate::app::{self, Afresh, Containment};
use crate::cli::arguments::{Arguments, Command, ModelsCommand, TextCommand};
use crate::cli::speech::Speech;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::preferences::Preferences;

/// Another process holds the store: EX_TEMPFAIL of sysexits.h, worth trying again later.
const STORE_IN_USE: u8 = 75;

pub(crate) fn run(
    arguments: impl IntoIterator<Item = OsString>,
    containment: Containment,
) -> ExitCode {
    #[cfg(target_os = "linux")]
    prefer_plain_rendering();
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(refusal) => {
            // clap knows where help and faults go; a closed terminal is nobody's loss.
            let _ = refusal.print();
            return ExitCode::from(u8::try_from(refusal.exit_code()).unwrap_or(2));
        }
    };
    let json = arguments.wants_json();
    let folders = Folders::find(arguments.data_dir.clone());
    let language = folders
        .as_ref()
        .map_or_else(
            |_| Preferences::default(),
            |folders| Preferences::load(&folders.data),
        )
        .language;
    let speech = Speech::new(language);
    match folders.and_then(|folders| dispatch(arguments, folders, &speech, containment)) {
        Ok(status) => status,
        Err(error) => {
            let in_use = matches!(
                error,
                ShellError::Chat(sanad_chat::ChatError::History(
                    sanad_history::HistoryError::InUse { .. }
                ))
            );
            speech.complain(error, json);
            ExitCode::from(if in_use { STORE_IN_USE } else { 1 })
        }
    }
}

fn dispatch(
    arguments: Arguments,
    folders: Folders,
    speech: &Speech,
    containment: Containment,
) -> Result<ExitCode, ShellError> {
    let Arguments {
        data_dir: _,
        passphrase_file,
        model,
        adapter,
        locked_because,
        window_place,
        command,
    } = arguments;
    let named = NamedModel { model, adapter };
    match command {
        None => app::open_window(
            folders,
            engine::supervisor()?,
            named,
            containment,
            locked_because.map(|because| Afresh {
                because,
                place: window_place,
            }),
        ),
        Some(Command::Ask(ask)) => ask::run(ask, &folders, named, passphrase_file, speech),
        Some(Command::Calc(calc)) => calc::run(&calc, speech),
        Some(Command::Chat(chat)) => chat::run(chat, &folders, named, passphrase_file, speech),
        Some(Command::Models { command }) => match command {
            ModelsCommand::List { json } => models::list(&folders, json, speech),
            ModelsCommand::Measure { json } => {
                preparing::measure(&folders, named.model.as_deref(), json, speech)
            }
            ModelsCommand::Prepare { json } => {
                preparing::prepare(&folders, named.model.as_deref(), json, speech)
            }
        },
        Some(Command::History { command }) => {
            history::run(command, &folders, passphrase_file, speech)
        }
        Some(Command::Selfcheck { command }) => {
            selfcheck::execute(command, &folders, named, speech)
        }
        Some(Command::Doctor { json }) => doctor::run(&folders, json, speech),
        Some(Command::Diagnostics { out }) => {
            diagnostics::run(&out, &folders, &named, passphrase_file, speech)
        }
        Some(Command::Text { command }) => match command {
            TextCommand::Spans(spans) => text::spans(&spans),
            TextCommand::Fold(fold) => text::fold(&fold),
            TextCommand::Check(check) => text::check(&check),
        },
    }
}

/// WebKitGTK shows a blank window on some NVIDIA drivers unless this is set (tauri#9304).
#[cfg(target_os = "linux")]
#[expect(
    unsafe_code,
    reason = "std marks this unsafe because of other threads, and there are none yet"
)]
fn prefer_plain_rendering() {
    const NAME: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(NAME).is_none() {
        // SAFETY: first thing in `main`'s thread, before any other thread is started.
        unsafe { std::env::set_var(NAME, "1") };
    }
}
