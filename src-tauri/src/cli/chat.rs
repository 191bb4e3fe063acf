//! `sanad chat`: a conversation in the terminal, one line a question, until the input ends.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use sanad_chat::{AnswerLimits, Chat, NamedModel, TurnStep};
use sanad_domain::{ConversationId, DeclineReason, SystemClock};

use super::arguments::ChatArguments;
use super::ask::{Printer, runtime};
use super::passphrase;
use super::speech::Speech;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::guarding::{said_before, unsupported_figures, unsupported_in};
use crate::wire::ModelView;

pub(super) fn run(
    arguments: ChatArguments,
    folders: &Folders,
    named: NamedModel,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let store = passphrase::store(folders, passphrase_file, speech)?;
    let chat = Chat::new(
        store,
        engine::supervisor()?,
        folders.model_places(),
        named,
        Arc::new(SystemClock),
    );
    let outcome = converse(&chat, AnswerLimits::from(arguments.limits), speech);
    chat.close()?;
    outcome
}

fn converse(chat: &Chat, limits: AnswerLimits, speech: &Speech) -> Result<ExitCode, ShellError> {
    let runtime = runtime()?;
    let model = runtime.block_on(chat.model())?;
    writeln!(
        io::stderr(),
        "{}",
        speech.label(&model.stamp.name, &ModelView::from(&*model).notices)
    )?;
    let mut conversation: Option<ConversationId> = None;
    for line in io::stdin().lock().lines() {
        let question = line?;
        if question.trim().is_empty() {
            continue;
        }
        let printer = Printer::new(true);
        let sink = {
            let printer = printer.clone();
            move |step| match step {
                TurnStep::Wrote { piece, .. } => printer.print(&piece),
                TurnStep::Asked { .. } | TurnStep::LeftOut { .. } | TurnStep::Finished { .. } => {
                    true
                }
            }
        };
        let outcome = runtime.block_on(chat.ask(conversation, question.as_str(), limits, &sink));
        printer.end_line()?;
        match outcome {
            Ok(turn) => {
                conversation = Some(turn.conversation);
                let mut said = chat.read(|store| said_before(store, turn.id))?;
                said.take_in(&turn);
                let unsupported = unsupported_in(&turn, &said);
                if let Some(figures) = unsupported_figures(speech.messages(), unsupported) {
                    writeln!(io::stdout(), "{figures}")?;
                }
                if let Some(DeclineReason::LanguageUnsupported { language }) = turn.declined {
                    writeln!(
                        io::stdout(),
                        "{}",
                        speech.declined(language, &model.stamp.name)
                    )?;
                }
                writeln!(io::stdout())?;
            }
            // The next question may go well: a dead engine starts anew.
            Err(error) => speech.complain(error.into(), false),
        }
    }
    Ok(ExitCode::SUCCESS)
}
