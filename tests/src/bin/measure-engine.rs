//! Asks the engine, as the app does, what it is told to on stdin, and prints what could be timed at the far end of the pipe.
//!
//! Each line of stdin is a JSON object: `messages` (of `role` and `content`), `max_tokens`,
//! and `cancel_after`: seconds after which the request is cancelled.
//! `reopen` instead quits and starts again: what was said last lies sealed on the disk meanwhile, as the app keeps it,
//! and the time to take it back is added to that of the next first token.
//! The arguments are the model, the tokens of its context, and how its weights lie in memory.
//! The first line printed describes the engine, each other one request. All times are seconds by the clock on the wall.

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use sanad_domain::{Clock, ConversationId, SystemClock};
use sanad_engine_client::{
    ChatMessage, ChatRole, EngineFault, EngineSupervisor, GenerateOptions, Generation,
    GenerationEvent, ModelFile, ReadyEngine, SamplingParameters, WeightLayout,
};
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_tests::{PASSPHRASE, engine};
use serde_json::{Value, json};

const CONVERSATION: &str = "measured";

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let mut model = ModelFile::new(PathBuf::from(arguments.next().unwrap_or_default()));
    model.context_tokens = arguments
        .next()
        .and_then(|tokens| tokens.to_str()?.parse().ok());
    if let Some(layout) = arguments.next() {
        let layout = WeightLayout::named(&layout.to_string_lossy());
        model.layout = layout.ok_or_else(|| io::Error::other("no such layout"))?;
    }
    let supervisor = EngineSupervisor::new(engine());
    let mut engine = started(&supervisor, &model).await?;
    print(&description(&engine))?;
    let mut taken_back = 0.0;
    for line in io::stdin().lock().lines() {
        let wanted: Value = serde_json::from_str(&line?)?;
        if wanted["reopen"] == true {
            (engine, taken_back) = reopen(&supervisor, &model, &engine).await?;
            print(&json!({"taken_back_seconds": taken_back}))?;
            continue;
        }
        let mut measured = measure(&engine, &wanted).await.map_err(io::Error::other)?;
        let first = measured["first_token_seconds"].as_f64().unwrap_or_default();
        measured["first_token_seconds"] = json!(first + std::mem::take(&mut taken_back));
        print(&measured)?;
    }
    Ok(())
}

async fn started(supervisor: &EngineSupervisor, model: &ModelFile) -> io::Result<ReadyEngine> {
    let ready = supervisor.ensure_ready(model.clone()).await;
    ready.map_err(io::Error::other)
}

/// Seals the state of the conversation, ends the engine, starts another and gives it the state.
/// Gives the seconds of opening and taking back, which whoever reopens a conversation waits for.
async fn reopen(
    supervisor: &EngineSupervisor,
    model: &ModelFile,
    engine: &ReadyEngine,
) -> io::Result<(ReadyEngine, f64)> {
    let state = engine.save_state(CONVERSATION, None).await;
    let state = state.ok_or_else(|| io::Error::other("nothing was said"))?;
    let folder = tempfile::tempdir()?;
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).map_err(io::Error::other)?;
    let place = StoreFolder::at(folder.path());
    let store = Store::create(&place, &passphrase, KeyDerivation::WEAK_FOR_TESTS);
    let states = store.map_err(io::Error::other)?.saved_states();
    let (conversation, now) = (ConversationId::new(), SystemClock.now());
    states
        .keep(conversation, "", state, now)
        .map_err(io::Error::other)?;
    supervisor.unload().await;
    let engine = started(supervisor, model).await?;
    let began = Instant::now();
    let state = states.load(conversation, "", now);
    let state = state.ok_or_else(|| io::Error::other("the state was not kept"))?;
    engine.restore_state(CONVERSATION, None, state).await;
    Ok((engine, began.elapsed().as_secs_f64()))
}

fn description(engine: &ReadyEngine) -> Value {
    let loaded = engine.model();
    json!({
        "pid": engine.pid(),
        "features": engine.hello().map(|hello| hello.system_info),
        "context_tokens": loaded.as_ref().map(|model| model.context_tokens),
        "threads": loaded.as_ref().map(|model| model.threads),
        "load_seconds": loaded.as_ref().map(|model| model.load_seconds),
    })
}

async fn measure(engine: &ReadyEngine, wanted: &Value) -> Result<Value, EngineFault> {
    let asked = Instant::now();
    let mut generation = engine.generate(options(wanted))?;
    let cancelled = wanted["cancel_after"].as_f64().map(|seconds| {
        let canceller = generation.canceller();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
            canceller.cancel();
            Instant::now()
        })
    });
    let mut heard = hear(&mut generation, asked).await?;
    let ended = Instant::now();
    if let Some(cancelled) = cancelled
        && cancelled.is_finished()
        && let Ok(at) = cancelled.await
    {
        heard["cancel_seconds"] = json!(ended.duration_since(at).as_secs_f64());
    }
    Ok(heard)
}

async fn hear(generation: &mut Generation, asked: Instant) -> Result<Value, EngineFault> {
    let (mut reused, mut text) = (None, String::new());
    let (mut first, mut last) = (None, None);
    loop {
        match generation.next().await? {
            GenerationEvent::LeftOut { .. } => {}
            GenerationEvent::Reading { read_tokens, .. } => {
                reused.get_or_insert(read_tokens);
            }
            GenerationEvent::Text {
                text: piece,
                answer_tokens,
            } => {
                text += &piece;
                last = Some((Instant::now(), answer_tokens));
                first = first.or(last);
            }
            GenerationEvent::Done {
                stop,
                prompt_tokens,
                answer_tokens,
                first_token_seconds,
                ..
            } => {
                let since = |(at, _): (Instant, u32)| at.duration_since(asked).as_secs_f64();
                return Ok(json!({
                    "stop": stop,
                    "prompt_tokens": prompt_tokens,
                    "reused_tokens": reused,
                    "answer_tokens": answer_tokens,
                    // An answer of one token that is no whole character brings no text.
                    "first_token_seconds": first.map_or(first_token_seconds, since),
                    "tokens_per_second": first.zip(last).and_then(|(first, last)| rate(first, last)),
                    "text": text,
                }));
            }
        }
    }
}

/// Tokens per second between two pieces of text; `None` for one and the same.
fn rate(first: (Instant, u32), last: (Instant, u32)) -> Option<f64> {
    let tokens = f64::from(last.1.checked_sub(first.1).filter(|tokens| *tokens > 0)?);
    Some(tokens / last.0.duration_since(first.0).as_secs_f64())
}

fn options(wanted: &Value) -> GenerateOptions {
    let messages = wanted["messages"].as_array().into_iter().flatten();
    let tokens = wanted["max_tokens"].as_u64().unwrap_or(1);
    GenerateOptions {
        messages: messages.map(message).collect(),
        sampling: SamplingParameters::GREEDY,
        max_tokens: u32::try_from(tokens).unwrap_or(u32::MAX),
        conversation: Some(CONVERSATION.to_owned()),
        adapter: None,
    }
}

fn message(message: &Value) -> ChatMessage {
    let role = match message["role"].as_str() {
        Some("system") => ChatRole::System,
        Some("assistant") => ChatRole::Assistant,
        _ => ChatRole::User,
    };
    let content = message["content"].as_str().unwrap_or_default().to_owned();
    ChatMessage { role, content }
}

fn print(value: &Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{value}")?;
    out.flush()
}
