//! `sanad-engine`: one model, served over stdin and stdout.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use sanad_engine::{EngineSettings, Speculation};

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
        } => sanad_engine::serve(&EngineSettings {
            model,
            further_parts: part,
            adapters: adapter,
            context_tokens: context,
            threads,
            speculation: Speculation::default(),
        }),
        Command::About => sanad_engine::about(),
    }
}
