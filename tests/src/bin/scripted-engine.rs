//! An engine that says what a script tells it to, so that a test can hold the app to what models really write.
//!
//! `script.json` beside this executable is the list of its answers; what it was asked goes to `heard.jsonl` there.

use std::collections::VecDeque;
use std::fs::OpenOptions;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use sanad_protocol::PROTOCOL_VERSION;
use serde_json::{Value, json};

/// Long enough for a cancellation to arrive between two words.
const BETWEEN_WORDS: Duration = Duration::from_millis(20);

fn main() -> io::Result<()> {
    let folder = std::env::current_exe()?
        .parent()
        .map(PathBuf::from)
        .unwrap_or_default();
    let script = std::fs::read_to_string(folder.join("script.json"))?;
    let script: Vec<String> = serde_json::from_str(&script)?;
    tell(&json!({
        "event": "hello", "protocol": PROTOCOL_VERSION, "version": "scripted", "system_info": "",
        "devices": [], "containment": [],
    }))?;
    tell(&json!({
        "event": "ready", "description": "a script", "parameters": 1, "context_tokens": 4096,
        "threads": 1, "state_format": "none", "load_seconds": 0.0,
    }))?;
    let requests = requests();
    let mut answers = script.into_iter();
    let mut waiting = VecDeque::new();
    while let Some(request) = waiting.pop_front().or_else(|| requests.recv().ok()) {
        let id = &request["id"];
        match request["op"].as_str() {
            Some("generate") => {
                note(&folder, &request["messages"])?;
                let text = answers.next().unwrap_or_default();
                answer(id, &text, &requests, &mut waiting)?;
            }
            Some("save_state") => tell(&json!({"event": "state", "id": id}))?,
            Some("restore_state") => tell(&json!({"event": "restored", "id": id, "tokens": 0}))?,
            Some("shutdown") => break,
            _ => {}
        }
    }
    Ok(())
}

/// Requests as they come, so that one to stop is heard while an answer is written.
fn requests() -> Receiver<Value> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in io::stdin().lock().lines().map_while(Result::ok) {
            let Ok(request) = serde_json::from_str(&line) else {
                continue;
            };
            if sender.send(request).is_err() {
                break;
            }
        }
    });
    receiver
}

fn answer(
    id: &Value,
    text: &str,
    requests: &Receiver<Value>,
    waiting: &mut VecDeque<Value>,
) -> io::Result<()> {
    let mut written = 0;
    let mut stop = "end_of_turn";
    for word in text.split_inclusive(' ') {
        written += 1;
        tell(&json!({"event": "text", "id": id, "text": word, "answer_tokens": written}))?;
        thread::sleep(BETWEEN_WORDS);
        // Who stops an answer may say so more than once.
        let is_stop = |request: &Value| request["op"] == "cancel" && request["id"] == *id;
        let (stops, others): (Vec<Value>, Vec<Value>) = requests.try_iter().partition(is_stop);
        waiting.extend(others);
        if !stops.is_empty() {
            stop = "cancelled";
            break;
        }
    }
    tell(&json!({
        "event": "done", "id": id, "stop": stop, "prompt_tokens": 1, "reused_tokens": 0,
        "left_out_messages": 0, "answer_tokens": written, "first_token_seconds": 0.0,
        "tokens_per_second": 0.0,
    }))
}

fn note(folder: &Path, messages: &Value) -> io::Result<()> {
    let mut heard = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.join("heard.jsonl"))?;
    writeln!(heard, "{messages}")
}

fn tell(event: &Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{event}")?;
    out.flush()
}
