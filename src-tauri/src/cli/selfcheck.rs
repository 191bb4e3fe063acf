//! `sanad selfcheck`: how far a model can be trusted here, in the terminal and in files.

mod own_set;
mod say;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use sanad_chat::{NamedModel, model_file};
use sanad_domain::ModelStamp;
use sanad_examination::{Answered, Flow, Journal, JournalHead, RunEnd, run};
use sanad_models::{InstalledModel, ModelFiles, ModelIndex};
use sanad_selfcheck::check::{self, CheckPlan, Depth, Step, StepResult, Wording, report};
use sanad_selfcheck::items::ItemLanguage;
use sanad_selfcheck::predictions;
use serde_json::json;

use self::own_set::OwnSetArguments;
use super::speech::Speech;
use crate::checking::items;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum SelfcheckCommand {
    /// Ask a model exam questions and say how many it gets right
    Run(RunArguments),
    /// Score answers that were given elsewhere; needs no model
    Score(ScoreArguments),
    /// Compare two files of results question by question
    Compare(CompareArguments),
    /// Read a file of questions and say which rows are good
    Import(ImportArguments),
    /// Say what a file of results says
    Report(ReportArguments),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct RunArguments {
    /// Ask so many items only, all subjects alike; without it all, each with its options in every order
    #[arg(long, value_name = "COUNT", value_parser = super::arguments::in_any_digits::<usize>)]
    items: Option<usize>,
    /// Put questions as plain text, as published figures were made, and not through the chat template
    #[arg(long)]
    plain: bool,
    /// Keep each result in this file as soon as it is there; a file of the same check is gone on with
    #[arg(long, value_name = "PATH")]
    results: Option<PathBuf>,
    #[command(flatten)]
    own_set: OwnSetArguments,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ScoreArguments {
    /// CSV or JSON lines with id, prediction and gold
    file: PathBuf,
    /// Score as texts (chrF++, BLEU, ROUGE) and not as labels
    #[arg(long)]
    text: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompareArguments {
    /// Results of `sanad selfcheck run --results`
    first: PathBuf,
    /// The same of another model, file or setting
    second: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportArguments {
    #[command(flatten)]
    own_set: OwnSetArguments,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ReportArguments {
    /// Results of `sanad selfcheck run --results`
    file: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// The language of a set's questions.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SetLanguage {
    En,
    Ar,
}

impl From<SetLanguage> for ItemLanguage {
    fn from(language: SetLanguage) -> Self {
        match language {
            SetLanguage::En => Self::En,
            SetLanguage::Ar => Self::Ar,
        }
    }
}

impl SelfcheckCommand {
    pub(in crate::cli) fn wants_json(&self) -> bool {
        match self {
            Self::Run(run) => run.json,
            Self::Score(score) => score.json,
            Self::Compare(compare) => compare.json,
            Self::Import(import) => import.json,
            Self::Report(report) => report.json,
        }
    }
}

pub(super) fn execute(
    command: SelfcheckCommand,
    folders: &Folders,
    named: NamedModel,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    match command {
        SelfcheckCommand::Run(arguments) => ask(&arguments, folders, named, speech),
        SelfcheckCommand::Score(arguments) => score(&arguments),
        SelfcheckCommand::Compare(arguments) => compare(&arguments),
        SelfcheckCommand::Import(arguments) => import(&arguments),
        SelfcheckCommand::Report(arguments) => {
            let journal = Journal::open(&arguments.file)?;
            tell(journal.head(), journal.results(), arguments.json, speech)
        }
    }
}

fn ask(
    arguments: &RunArguments,
    folders: &Folders,
    named: NamedModel,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let files = ModelFiles {
        model: folders.model_places().choose(named.model.as_deref())?,
        adapter: named.adapter,
    };
    let mut index = ModelIndex::load(&folders.data);
    let model = InstalledModel::read_files(&files, &mut index)?;
    index.keep_hashes(&folders.data);
    let (plan, steps) = planned(arguments)?;
    let head = head(&model.stamp, plan);
    let mut journal = match &arguments.results {
        Some(path) => Some(Journal::go_on(path, &head)?),
        None => None,
    };
    let mut results = journal
        .as_ref()
        .map_or_else(Vec::new, |journal| journal.results().to_vec());
    let done = journal.as_ref().map(Journal::done).unwrap_or_default();
    let engines = engine::supervisor()?;
    let keep = |answered: &Answered| {
        if let Some(journal) = &mut journal {
            journal.keep(&answered.result)?;
        }
        results.push(answered.result.clone());
        let mut stderr = io::stderr();
        // Whoever has closed the terminal's other stream still gets the report.
        let _ = write!(stderr, "\r{} / {}", results.len(), steps.len());
        Ok::<_, ShellError>(Flow::GoOn)
    };
    let runtime = super::ask::runtime()?;
    let file = model_file(&model);
    let end = runtime.block_on(run(&engines, &file, &steps, &done, keep))?;
    let _ = writeln!(io::stderr());
    debug_assert_eq!(end, RunEnd::Complete, "nothing stops a run in the terminal");
    tell(&head, &results, arguments.json, speech)
}

fn planned(arguments: &RunArguments) -> Result<(CheckPlan, Vec<Step>), ShellError> {
    let depth = arguments.items.map_or(Depth::Full, Depth::Quick);
    let wording = if arguments.plain {
        Wording::Plain
    } else {
        Wording::Template
    };
    if let Some(own) = arguments.own_set.read()? {
        let set = own.set()?;
        let plan = CheckPlan::of_own(set, &own.questions.rows, depth, wording);
        let steps = plan.own_steps(&own.questions.rows);
        return Ok((plan, steps));
    }
    let items = items()?;
    let plan = CheckPlan::of(&items, depth, wording);
    let steps = plan.steps(&items);
    Ok((plan, steps))
}

fn head(model: &ModelStamp, plan: CheckPlan) -> JournalHead {
    JournalHead {
        model: model.name.clone(),
        sha256: model.sha256.0.clone(),
        plan,
    }
}

fn tell(
    head: &JournalHead,
    results: &[StepResult],
    as_json: bool,
    speech: &Speech,
) -> Result<ExitCode, ShellError> {
    let report = report(results).ok_or(ShellError::CheckEmpty)?;
    let mut out = io::stdout().lock();
    if as_json {
        let object = json!({
            "model": {"name": head.model, "sha256": head.sha256},
            "plan": head.plan, "report": report,
        });
        writeln!(out, "{object}")?;
    } else {
        for line in say::report(head, &report, speech) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn score(arguments: &ScoreArguments) -> Result<ExitCode, ShellError> {
    let file = own_set::bytes(&arguments.file)?;
    let read = predictions::read(&file, own_set::is_csv(&arguments.file));
    say::rejected(&read.rejected)?;
    let empty = |_| ShellError::CheckEmpty;
    let scores = if arguments.text {
        serde_json::to_value(predictions::as_texts(&read.rows).map_err(empty)?)
    } else {
        serde_json::to_value(predictions::as_labels(&read.rows).map_err(empty)?)
    };
    let scores = scores.expect("scores are plain data");
    say::object(&scores, &read.rejected, arguments.json)
}

fn compare(arguments: &CompareArguments) -> Result<ExitCode, ShellError> {
    let (first, second) = (
        Journal::open(&arguments.first)?,
        Journal::open(&arguments.second)?,
    );
    let compared: Vec<serde_json::Value> = [ItemLanguage::En, ItemLanguage::Ar]
        .into_iter()
        .filter_map(|language| {
            let found = check::compare(first.results(), second.results(), language).ok()?;
            Some(json!({
                "language": language, "paired": found.paired, "difference": found.difference,
                "p": found.p, "smallest_visible": found.smallest_visible,
            }))
        })
        .collect();
    if compared.is_empty() {
        return Err(ShellError::CheckEmpty);
    }
    let object = json!({
        "first": first.head().model, "second": second.head().model, "languages": compared,
    });
    say::object(&object, &[], arguments.json)
}

fn import(arguments: &ImportArguments) -> Result<ExitCode, ShellError> {
    let own = arguments.own_set.read()?.ok_or(ShellError::CheckEmpty)?;
    let object = json!({
        "questions": own.questions.rows.len(),
        "rejected": own.questions.rejected.len(),
    });
    say::rejected(&own.questions.rejected)?;
    say::object(&object, &own.questions.rejected, arguments.json)
}

/// Whether a path ends like this, in any case.
fn ends_with(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}
