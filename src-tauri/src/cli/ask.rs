//! `sanad ask`: one question, one answer, kept or not.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sanad_chat::{
    AnswerLimits, Chat, Heard, NamedModel, TurnStep, check_question, generate, language_to_decline,
    messages,
};
use sanad_domain::{
    AnswerState, CutReason, GenerationStats, Language, ModelStamp, Sampling, SystemClock,
};
use sanad_models::{InstalledModel, ModelFiles, ModelIndex};
use sanad_text::Sanitiser;
use serde_json::json;
use tokio::sync::watch;

use super::arguments::{AskArguments, LimitArguments};
use super::passphrase;
use super::speech::Speech;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::guarding::{unsupported_after, unsupported_figures};
use crate::wire::ModelView;

pub(super) fn run(
    arguments: AskArguments,
    folders: &Folders,
    named: NamedModel,
    passphrase_file: Option<PathBuf>,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let question = question(arguments.question)?;
    check_question(&question)?;
    let limits = AnswerLimits::from(arguments.limits);
    let printer = Printer::new(!arguments.json);
    let outcome = if arguments.no_history {
        runtime()?.block_on(ask_once(&question, folders, named, limits, &printer))?
    } else {
        let store = passphrase::store(folders, passphrase_file, speech)?;
        let chat = Chat::new(
            store,
            engine::supervisor()?,
            folders.model_places(),
            named,
            Arc::new(SystemClock),
        );
        let outcome = runtime()?.block_on(ask_kept(&chat, &question, limits, &printer));
        chat.close()?;
        outcome?
    };
    outcome.report(&question, arguments.json, &printer, speech)
}

/// The question itself, or standard input for `-`.
fn question(typed: String) -> io::Result<String> {
    if typed == "-" {
        io::read_to_string(io::stdin())
    } else {
        Ok(typed)
    }
}

/// How one question was answered.
struct Outcome {
    answer: String,
    notices: Vec<String>,
    stamp: ModelStamp,
    stats: GenerationStats,
    state: AnswerState,
    declined: Option<Language>,
}

impl Outcome {
    fn of_model(model: &InstalledModel) -> Self {
        Self {
            answer: String::new(),
            notices: ModelView::from(model).notices,
            stamp: model.stamp.clone(),
            stats: GenerationStats::default(),
            state: AnswerState::Complete,
            declined: None,
        }
    }

    fn report(
        self,
        question: &str,
        json: bool,
        printer: &Printer,
        speech: &Speech,
    ) -> Result<ExitCode, ShellError> {
        let mut out = io::stdout().lock();
        let answer = match self.state {
            AnswerState::Complete => self.answer.as_str(),
            _ => sanad_text::hide_cut_tail(&self.answer),
        };
        let unsupported = unsupported_after(question, answer);
        if json {
            let object = json!({
                "answer": answer,
                "model": {"name": self.stamp.name, "sha256": self.stamp.sha256},
                "notices": self.notices,
                "unsupported_figures": unsupported,
                "prompt_tokens": self.stats.prompt_tokens,
                "answer_tokens": self.stats.answer_tokens,
                "first_token_seconds": self.stats.first_token_seconds,
                "tokens_per_second": self.stats.tokens_per_second,
                "stop_reason": self.stop_reason(),
            });
            writeln!(out, "{object}")?;
        } else if let Some(language) = self.declined {
            writeln!(out, "{}", speech.declined(language, &self.stamp.name))?;
        } else {
            printer.end_line()?;
            if self.state != AnswerState::Complete {
                writeln!(out, "{}", speech.text("answer-incomplete", &[]))?;
            }
            if let Some(figures) = unsupported_figures(speech.messages(), unsupported) {
                writeln!(out, "{figures}")?;
            }
            writeln!(out, "— {}", speech.label(&self.stamp.name, &self.notices))?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn stop_reason(&self) -> &'static str {
        match (self.declined, self.state) {
            (Some(_), _) => "language_unsupported",
            (None, AnswerState::Complete) => "end_of_turn",
            (
                None,
                AnswerState::Incomplete {
                    reason: CutReason::LengthLimit,
                },
            ) => "length_limit",
            (None, _) => "incomplete",
        }
    }
}

async fn ask_once(
    question: &str,
    folders: &Folders,
    named: NamedModel,
    limits: AnswerLimits,
    printer: &Printer,
) -> Result<Outcome, ShellError> {
    let files = ModelFiles {
        model: folders.model_places().choose(named.model.as_deref())?,
        adapter: named.adapter,
    };
    // Not saved: `--no-history` writes nothing at all.
    let model = InstalledModel::read_files(&files, &mut ModelIndex::load(&folders.data))?;
    let mut outcome = Outcome::of_model(&model);
    if let Some(language) = language_to_decline(&model, question.into()) {
        outcome.declined = Some(language);
        return Ok(outcome);
    }
    let supervisor = engine::supervisor()?;
    let (_stop, stopped) = watch::channel(false);
    let mut answer = String::new();
    let mut sanitiser = Sanitiser::default();
    let generated = generate(
        &supervisor,
        &model,
        messages(None, &[], question, None),
        limits,
        stopped,
        &mut |heard| {
            let Heard::Wrote { piece, .. } = heard else {
                return true;
            };
            let piece = sanitiser.push(piece);
            answer.push_str(&piece);
            printer.print(&piece)
        },
    )
    .await;
    supervisor.unload().await;
    if let Some(fault) = generated.fault {
        return Err(ShellError::Chat(fault.into()));
    }
    outcome.answer = answer;
    outcome.state = generated.state;
    outcome.stats = generated.stats.unwrap_or_default();
    Ok(outcome)
}

async fn ask_kept(
    chat: &Chat,
    question: &str,
    limits: AnswerLimits,
    printer: &Printer,
) -> Result<Outcome, ShellError> {
    let model = chat.model().await?;
    let mut outcome = Outcome::of_model(&model);
    let printer = printer.clone();
    let sink = move |step| match step {
        TurnStep::Wrote { piece, .. } => printer.print(&piece),
        TurnStep::Asked { .. } | TurnStep::LeftOut { .. } | TurnStep::Finished { .. } => true,
    };
    let turn = chat.ask(None, question, limits, &sink).await?;
    if turn.declined.is_some() {
        outcome.declined = language_to_decline(&model, question.into());
    }
    if let Some(answer) = turn.answers.into_iter().last() {
        outcome.answer = answer.text;
        outcome.state = answer.state;
        outcome.stats = answer.stats.unwrap_or_default();
    }
    Ok(outcome)
}

impl From<LimitArguments> for AnswerLimits {
    fn from(arguments: LimitArguments) -> Self {
        let default = Sampling::default();
        let sampling = match arguments.temperature {
            Some(temperature) if temperature <= 0.0 => Sampling::GREEDY,
            Some(temperature) => Sampling {
                temperature,
                ..default
            },
            None => default,
        };
        let seed = arguments.seed.unwrap_or(sampling.seed);
        Self {
            sampling: Sampling { seed, ..sampling },
            max_tokens: arguments.max_tokens,
        }
    }
}

/// Prints an answer as it streams, unless it is wanted as JSON.
#[derive(Clone)]
pub(super) struct Printer {
    streams: bool,
    inside_line: Arc<AtomicBool>,
}

impl Printer {
    pub(super) fn new(streams: bool) -> Self {
        Self {
            streams,
            inside_line: Arc::new(AtomicBool::new(false)),
        }
    }

    /// Prints a piece at once; false when nobody reads any more.
    pub(super) fn print(&self, piece: &str) -> bool {
        if !self.streams || piece.is_empty() {
            return true;
        }
        self.inside_line
            .store(!piece.ends_with('\n'), Ordering::Relaxed);
        let mut out = io::stdout().lock();
        write!(out, "{piece}").and_then(|()| out.flush()).is_ok()
    }

    /// Ends the line that the answer stopped in.
    pub(super) fn end_line(&self) -> io::Result<()> {
        if self.inside_line.swap(false, Ordering::Relaxed) {
            writeln!(io::stdout())?;
        }
        Ok(())
    }
}

/// The command line's own runtime; the window has Tauri's.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, ShellError> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?)
}
