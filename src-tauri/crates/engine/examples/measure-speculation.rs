//! Measures what guessing ahead is worth: tokens per second with and without, and whether the text stays the same.
//!
//! `measure-speculation MODEL TASKS [ROUNDS [THREADS]]`: prints one JSON object. The tasks are those of
//! `tests/bench/speculation.json`; rounds with and without alternate, so that both meet the same machine.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use sanad_engine::{EngineSettings, Generator, Speculation, SpeculationRecord};
use sanad_protocol::{
    ChatMessage, ChatRole, EngineEvent, GenerateRequest, SamplingParameters, WeightLayout,
};
use serde_json::{Value, json};

const MOST_TOKENS: u32 = 256;

type Fault = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // The exit status says it even where nobody reads this.
            let _ = writeln!(io::stderr(), "measure-speculation: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Fault> {
    let mut arguments = std::env::args_os().skip(1);
    let model = arguments.next().map(PathBuf::from).ok_or("which model?")?;
    let tasks = arguments.next().map(PathBuf::from).ok_or("which tasks?")?;
    let mut number = || -> Result<Option<u32>, Fault> {
        let number = arguments.next();
        let number = number.map(|number| number.to_str().unwrap_or_default().parse());
        Ok(number.transpose()?)
    };
    let (rounds, threads) = (number()?.unwrap_or(5), number()?);
    let tasks: Value = serde_json::from_slice(&std::fs::read(tasks)?)?;
    let settings = EngineSettings {
        model,
        further_parts: Vec::new(),
        adapters: Vec::new(),
        context_tokens: None,
        threads,
        layout: WeightLayout::default(),
        speculation: Speculation::WhileItPays,
    };
    let mut generator = Generator::load(&settings, |_| {})?;
    let mut report =
        json!({"model": generator.loaded().description, "threads": generator.loaded().threads});
    for kind in ["quoting", "free"] {
        let tasks = tasks[kind].as_array().ok_or("no such tasks")?;
        let tasks = tasks
            .iter()
            .map(|task| measure(&mut generator, task, rounds));
        let tasks = tasks.collect::<Result<Vec<Measured>, Fault>>()?;
        report[kind] = summary(&tasks);
    }
    writeln!(io::stdout(), "{report:#}")?;
    Ok(())
}

/// One task, all its rounds.
struct Measured {
    name: String,
    without: Vec<f64>,
    with: Vec<f64>,
    /// Of all answers that checked every guess, beside the answer without any: where they part.
    parts_at: Option<usize>,
    tokens: usize,
    record: SpeculationRecord,
}

fn measure(generator: &mut Generator, task: &Value, rounds: u32) -> Result<Measured, Fault> {
    let request = request(task)?;
    let plain = answer(generator, &request, Speculation::Never);
    let checked = answer(generator, &request, Speculation::Always);
    let pairs = plain.tokens.iter().zip(&checked.tokens);
    let alike = pairs.take_while(|(one, other)| one == other).count();
    let mut measured = Measured {
        name: task["name"].as_str().unwrap_or_default().to_owned(),
        without: Vec::new(),
        with: Vec::new(),
        parts_at: (plain.tokens != checked.tokens).then_some(alike),
        tokens: plain.tokens.len(),
        record: SpeculationRecord::default(),
    };
    for _ in 0..rounds {
        let before = generator.speculated();
        let with = answer(generator, &request, Speculation::WhileItPays);
        measured.record = since(before, generator.speculated());
        measured.with.push(with.tokens_per_second);
        let without = answer(generator, &request, Speculation::Never);
        measured.without.push(without.tokens_per_second);
    }
    Ok(measured)
}

fn since(before: SpeculationRecord, now: SpeculationRecord) -> SpeculationRecord {
    SpeculationRecord {
        drafts: now.drafts - before.drafts,
        drafted_tokens: now.drafted_tokens - before.drafted_tokens,
        kept_tokens: now.kept_tokens - before.kept_tokens,
    }
}

struct Answered {
    tokens: Vec<i32>,
    tokens_per_second: f64,
}

fn answer(generator: &mut Generator, asked: &GenerateRequest, how: Speculation) -> Answered {
    generator.forget();
    generator.set_speculation(how);
    let mut speed = 0.0;
    let hear = |event| {
        if let EngineEvent::Done {
            tokens_per_second, ..
        } = event
        {
            speed = tokens_per_second;
        }
    };
    let tokens = generator.answer(asked, || false, hear);
    Answered {
        tokens,
        tokens_per_second: speed,
    }
}

fn request(task: &Value) -> Result<GenerateRequest, Fault> {
    let messages = task["messages"].as_array().ok_or("a task has messages")?;
    let messages = messages.iter().map(|message| ChatMessage {
        role: if message[0] == "user" {
            ChatRole::User
        } else {
            ChatRole::Assistant
        },
        content: message[1].as_str().unwrap_or_default().to_owned(),
    });
    Ok(GenerateRequest {
        id: 1,
        messages: messages.collect(),
        sampling: SamplingParameters::GREEDY,
        max_tokens: MOST_TOKENS,
        conversation: None,
        adapter: None,
    })
}

fn summary(tasks: &[Measured]) -> Value {
    let ratios: Vec<f64> = tasks.iter().map(ratio).collect();
    let listed: Vec<Value> = tasks.iter().zip(&ratios).map(listed).collect();
    let parted = tasks.iter().filter(|task| task.parts_at.is_some()).count();
    let compared = tasks
        .iter()
        .map(|task| task.parts_at.unwrap_or(task.tokens));
    json!({
        "median_ratio": median(&ratios),
        "lowest_ratio": ratios.iter().copied().fold(f64::INFINITY, f64::min),
        "tokens_compared_when_every_guess_is_checked": compared.sum::<usize>(),
        "greedy_choices_that_changed": parted,
        "tasks": listed,
    })
}

fn listed((task, ratio): (&Measured, &f64)) -> Value {
    json!({
        "name": task.name,
        "answer_tokens": task.tokens,
        "tokens_per_second_without": median(&task.without),
        "tokens_per_second_with": median(&task.with),
        "ratio": ratio,
        "drafts": task.record.drafts,
        "drafted_tokens": task.record.drafted_tokens,
        "kept_tokens": task.record.kept_tokens,
        "parts_at_token": task.parts_at,
    })
}

fn ratio(task: &Measured) -> f64 {
    median(&task.with) / median(&task.without)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
