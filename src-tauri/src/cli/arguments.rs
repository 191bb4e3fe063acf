//! What may be typed after `sanad`. Help texts are English, as terminals' are; answers and errors are not.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::history::HistoryCommand;
use super::selfcheck::SelfcheckCommand;
use crate::idle::LockReason;
use crate::place::WindowPlace;

/// An offline clinician assistant. Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "sanad", version, about, propagate_version = true)]
pub(super) struct Arguments {
    /// Use this folder for conversations, keys and installed models
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) data_dir: Option<PathBuf>,
    /// Read the passphrase from the first line of this file
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) passphrase_file: Option<PathBuf>,
    /// Ask this GGUF model
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) model: Option<PathBuf>,
    /// Change the model by this GGUF LoRA adapter
    #[arg(long, global = true, value_name = "PATH")]
    pub(super) adapter: Option<PathBuf>,
    /// Why the app starts afresh at its unlock screen; the app says it to itself
    #[arg(long, hide = true, value_enum, value_name = "REASON")]
    pub(super) locked_because: Option<LockReason>,
    /// Where its window stood
    #[arg(long, hide = true, value_name = "PLACE", allow_hyphen_values = true)]
    pub(super) window_place: Option<WindowPlace>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Ask one question and print the answer
    Ask(AskArguments),
    /// Hold a conversation in the terminal
    Chat(ChatArguments),
    /// Calculate a dose, a score, a rate or a conversion; needs no model and no passphrase
    Calc(CalcArguments),
    /// Model files on this machine
    Models {
        #[command(subcommand)]
        command: ModelsCommand,
    },
    /// The conversations that are kept, and what keeps them safe
    History {
        #[command(subcommand)]
        command: HistoryCommand,
    },
    /// How far a model can be trusted on this laptop, in English and in Arabic
    Selfcheck {
        #[command(subcommand)]
        command: SelfcheckCommand,
    },
    /// Say what this machine has and how Sanad is set up on it
    Doctor {
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write what helps to find a fault into a file that holds no clinical text
    Diagnostics {
        /// The file, which must not be there yet
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// How Sanad reads a text; for scripts and tests
    Text {
        #[command(subcommand)]
        command: TextCommand,
    },
}

#[derive(Debug, Args)]
pub(super) struct AskArguments {
    /// The question; `-` reads it from standard input
    pub(super) question: String,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
    /// Keep nothing; needs no passphrase
    #[arg(long)]
    pub(super) no_history: bool,
    #[command(flatten)]
    pub(super) limits: LimitArguments,
}

#[derive(Debug, Args)]
pub(super) struct ChatArguments {
    #[command(flatten)]
    pub(super) limits: LimitArguments,
}

/// What `sanad calc --help` ends with.
const CALC_HELP: &str = "\
Values are written KEY=VALUE, in any digits, with the unit right behind the number or behind a colon:
  sanad calc bmi weight=70kg height=1.75m
  sanad calc bmi weight=٧٠:kg height=١٫٧٥:m
  sanad calc curb-65 confusion-new=no urea=20:mg/dL_BUN respiratory-rate=22 systolic=110 diastolic=70 age=70
  sanad calc qtc sex=female qt=420:ms heart-rate=80
A blank in a unit is written as an underscore. Days are written year first: 2026-11-20.
Without values it says what the tool asks for. A value that is hardly ever seen is asked about: say --confirm KEY.
Exit status: 0 with an answer, 1 where something is missing or cannot be, 2 where the command is not understood.";

#[derive(Debug, Args)]
#[command(after_help = CALC_HELP)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["name", "find", "list"]))]
pub(super) struct CalcArguments {
    /// The tool, by its key or by a name of its own in English or Arabic
    pub(super) name: Option<String>,
    /// KEY=VALUE for each thing that it asks for
    #[arg(requires = "name", value_name = "KEY=VALUE", value_parser = key_and_value)]
    pub(super) values: Vec<(String, String)>,
    /// Take the unusual value of this field as meant
    #[arg(long, requires = "name", value_name = "KEY")]
    pub(super) confirm: Vec<String>,
    /// List the tools that these words find
    #[arg(long, num_args = 1.., value_name = "WORDS")]
    pub(super) find: Vec<String>,
    /// List every tool
    #[arg(long)]
    pub(super) list: bool,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, Debug, Args)]
pub(super) struct LimitArguments {
    /// Write at most so many tokens
    #[arg(long, default_value_t = 1024, value_name = "COUNT", value_parser = in_any_digits::<u32>)]
    pub(super) max_tokens: u32,
    /// 0 gives the same answer each time
    #[arg(long, value_name = "NUMBER", value_parser = in_any_digits::<f32>)]
    pub(super) temperature: Option<f32>,
    /// Start of the random generator
    #[arg(long, value_name = "NUMBER", value_parser = in_any_digits::<u32>)]
    pub(super) seed: Option<u32>,
}

#[derive(Debug, Subcommand)]
pub(super) enum ModelsCommand {
    /// List the model files that are found
    List {
        /// Print one JSON array
        #[arg(long)]
        json: bool,
    },
    /// Measure the model's speed in each layout of its weights, and use the fastest from now on
    Measure {
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Write the model anew in a format that is fast on this computer; the original stays
    Prepare {
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum TextCommand {
    /// Read a text from standard input and show its direction and islands
    Spans(SpansArguments),
    /// Read a text from standard input and show what searching makes of it
    Fold(FoldArguments),
    /// Read a text from standard input and show what a reader should be told of it
    Check(CheckArguments),
}

#[derive(Debug, Args)]
pub(super) struct FoldArguments {
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// The language that it is read in: en, ar, fa, ur, he, fr; detected without it
    #[arg(long)]
    pub(super) lang: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct SpansArguments {
    /// The language that breaks ties: en, ar, fa, ur, he, fr
    #[arg(long)]
    pub(super) lang: Option<String>,
    /// The base direction
    #[arg(long, value_enum, default_value_t = BaseArgument::Auto)]
    pub(super) base: BaseArgument,
    /// Print one JSON object
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum BaseArgument {
    Auto,
    Ltr,
    Rtl,
}

fn key_and_value(typed: &str) -> Result<(String, String), &'static str> {
    match typed.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => {
            Ok((key.trim().to_owned(), value.to_owned()))
        }
        _ => Err("a value is written KEY=VALUE"),
    }
}

/// A number as an Arabic or Persian keyboard types it, or as any other does.
pub(super) fn in_any_digits<T: FromStr>(typed: &str) -> Result<T, T::Err> {
    sanad_text::ascii_digits(typed).parse()
}

impl Arguments {
    /// Whether errors are wanted as JSON too.
    pub(super) fn wants_json(&self) -> bool {
        match &self.command {
            Some(Command::Ask(ask)) => ask.json,
            Some(Command::Calc(calc)) => calc.json,
            Some(Command::Doctor { json }) => *json,
            Some(Command::Models {
                command:
                    ModelsCommand::List { json }
                    | ModelsCommand::Measure { json }
                    | ModelsCommand::Prepare { json },
            }) => *json,
            Some(Command::History { command }) => command.wants_json(),
            Some(Command::Selfcheck { command }) => command.wants_json(),
            Some(Command::Text { command }) => match command {
                TextCommand::Spans(spans) => spans.json,
                TextCommand::Fold(fold) => fold.json,
                TextCommand::Check(check) => check.json,
            },
            Some(Command::Chat(_) | Command::Diagnostics { .. }) | None => false,
        }
    }
}
