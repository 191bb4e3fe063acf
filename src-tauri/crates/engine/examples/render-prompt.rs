//! Prints the prompts that the engine makes of questions, for tools that are to be given the same text.
//!
//! `render-prompt MODEL < QUESTIONS > PROMPTS`: one question a line in, one JSON array out.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use sanad_engine::{EngineSettings, Generator, Speculation};
use sanad_protocol::{ChatMessage, ChatRole, WeightLayout};
use serde_json::{Value, json};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // The exit status says it even where nobody reads this.
            let _ = writeln!(io::stderr(), "render-prompt: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let model = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .ok_or("which model?")?;
    let settings = EngineSettings {
        model,
        further_parts: Vec::new(),
        adapters: Vec::new(),
        context_tokens: Some(512),
        threads: None,
        layout: WeightLayout::default(),
        speculation: Speculation::Never,
    };
    let generator = Generator::load(&settings, |_| {})?;
    let mut prompts: Vec<Value> = Vec::new();
    for question in io::stdin().lock().lines() {
        let question = question?;
        let message = ChatMessage {
            role: ChatRole::User,
            content: question.clone(),
        };
        let prompt = generator.render(&[message])?;
        let tokens = generator.tokenize(&prompt);
        prompts.push(
            json!({"question": question, "rendered_prompt": prompt, "prompt_tokens": tokens}),
        );
    }
    writeln!(io::stdout(), "{}", Value::from(prompts))?;
    Ok(())
}
