//! Answers one JSON line for each JSON line: `{"tool": KEY, "entries": [{"field", "text", "unit", "confirmed"}]}`.
//!
//! `tests/bedside/reference.py` drives it, and compares what comes out with an implementation of its own.

use std::io::{BufRead, Write};

use sanad_bedside::{Entry, evaluate, tool};
use serde::Deserialize;

#[derive(Deserialize)]
struct Question {
    tool: String,
    entries: Vec<Entry>,
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if std::env::args().any(|argument| argument == "--catalogue") {
        serde_json::to_writer(&mut out, sanad_bedside::catalogue())?;
        return out.flush();
    }
    for line in std::io::stdin().lock().lines() {
        let question: Question = serde_json::from_str(&line?)?;
        let answer = match tool(&question.tool).map(|tool| evaluate(tool, &question.entries)) {
            Some(Ok(outcome)) => serde_json::json!({ "outcome": outcome }),
            Some(Err(problems)) => serde_json::json!({ "problems": problems }),
            None => serde_json::json!({ "unknown": question.tool }),
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(())
}
