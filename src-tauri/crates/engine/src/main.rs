//! `sanad-engine`: one model, served over stdin and stdout.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use sanad_engine::{EngineSettings, PrepareSettings, Speculation};
use sanad_protocol::WeightLayout;

#[derive(Parser)]
#[command(version, about = "Runs one model for Sanad, over stdin and stdout.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Load a model and answer requests until stdin closes.
    Serve {
        /// The GGUF file; nothing but the files named here will be readable.
        #[arg(long)]
        model: PathBuf,
        /// The next file of a model that lies in several; may be said again.
        #[arg(long)]
        part: Vec<PathBuf>,
        /// A LoRA adapter for this model, which requests may name by its place; may be said again.
        #[arg(long)]
        adapter: Vec<PathBuf>,
        /// Tokens the context holds; by default what the model was trained with, at most 4096.
        #[arg(long)]
        context: Option<u32>,
        /// Compute threads; by default the physical cores.
        #[arg(long)]
        threads: Option<u32>,
        /// How the weights lie in memory: `repacked` or `as-stored`.
        #[arg(long, default_value = WeightLayout::default().name(), value_parser = layout)]
        layout: WeightLayout,
    },
    /// Measure how fast a model is in each layout, one frame for each, and exit.
    Measure {
        /// The GGUF file.
        #[arg(long)]
        model: PathBuf,
        /// The next file of a model that lies in several; may be said again.
        #[arg(long)]
        part: Vec<PathBuf>,
    },
    /// Write a model anew in a format that has fast kernels, say how near it is, and exit.
    Prepare {
        /// The GGUF file.
        #[arg(long)]
        model: PathBuf,
        /// The next file of a model that lies in several; may be said again.
        #[arg(long)]
        part: Vec<PathBuf>,
        /// An empty file that is there already; nothing else will be writable.
        #[arg(long)]
        target: PathBuf,
        /// The original's SHA-256, which the new file names.
        #[arg(long)]
        original: String,
    },
    /// Say what this build is, as one frame, and exit.
    About,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Serve {
            model,
            part,
            adapter,
            context,
            threads,
            layout,
        } => sanad_engine::serve(&EngineSettings {
            model,
            further_parts: part,
            adapters: adapter,
            context_tokens: context,
            threads,
            layout,
            speculation: Speculation::default(),
        }),
        Command::Measure { model, part } => sanad_engine::measure(model, part),
        Command::Prepare {
            model,
            part,
            target,
            original,
        } => sanad_engine::prepare(PrepareSettings {
            model,
            further_parts: part,
            target,
            original,
        }),
        Command::About => sanad_engine::about(),
    }
}

fn layout(name: &str) -> Result<WeightLayout, &'static str> {
    WeightLayout::named(name).ok_or("no such layout")
}
