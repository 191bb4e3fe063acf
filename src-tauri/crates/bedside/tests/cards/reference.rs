//! The second implementation, in Python, written beside this crate and not from it: independent code, by the same author and the same knowledge.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use sanad_bedside::{Entry, catalogue, evaluate, tool};

#[derive(serde::Deserialize)]
struct Question {
    tool: String,
    entries: Vec<Entry>,
}

/// Inputs for each tool; `SANAD_BEDSIDE_INPUTS=10000` is the full comparison and takes minutes.
const INPUTS: &str = "100";

#[test]
fn a_second_implementation_agrees_on_random_entries() {
    let script = sanad_testing::workspace_root().join("tests/bedside/reference.py");
    let inputs = std::env::var("SANAD_BEDSIDE_INPUTS").unwrap_or_else(|_| INPUTS.to_owned());
    let mut peer = Command::new("python3")
        .arg(script)
        .args(["--inputs", &inputs])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is there, as it is for the starter model");
    let mut questions = BufReader::new(peer.stdout.take().expect("stdout is a pipe"));
    let mut answers = peer.stdin.take().expect("stdin is a pipe");
    let tools = serde_json::to_string(catalogue()).expect("the catalogue can be written");
    writeln!(answers, "{tools}").expect("the script reads the catalogue");
    let mut line = String::new();
    let mut answered = 0;
    while questions
        .read_line(&mut line)
        .expect("the script writes UTF-8")
        > 0
    {
        let question: Question = serde_json::from_str(&line).expect("the script writes JSON");
        let asked = tool(&question.tool).expect("the script asks for tools of the catalogue");
        let answer = match evaluate(asked, &question.entries) {
            Ok(outcome) => serde_json::json!({ "outcome": outcome }),
            Err(problems) => serde_json::json!({ "problems": problems }),
        };
        writeln!(answers, "{answer}").expect("the script reads every answer");
        line.clear();
        answered += 1;
    }
    drop(answers);
    let status = peer.wait().expect("the script ends");
    assert!(status.success(), "the script printed what differs");
    assert!(answered >= catalogue().len(), "every tool was asked");
}
