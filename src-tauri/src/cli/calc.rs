//! `sanad calc`: a bedside tool in the terminal, with no store, no model and no passphrase.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::process::ExitCode;

use sanad_bedside::{Entry, Field, FieldProblem, Kind, Problem, Tool, catalogue, evaluate, find};
use serde_json::{Value, json};

use super::arguments::CalcArguments;
use super::speech::Speech;
use crate::bedside::{Card, Named, Words, named, remarks, with_units_split};
use crate::error::ShellError;

/// Answers, lists or finds.
pub(super) fn run(arguments: &CalcArguments, speech: &Speech) -> Result<ExitCode, ShellError> {
    let words = Words::of(speech.language());
    let Some(name) = &arguments.name else {
        let tools: Vec<&'static Tool> = if arguments.list {
            catalogue().iter().collect()
        } else {
            find(&arguments.find.join(" "))
        };
        return list(&tools, arguments.json, words);
    };
    let tool = match named(name) {
        Named::One(tool) => tool,
        Named::Several(tools) => {
            let keys: Vec<&str> = tools.iter().map(|tool| tool.key).collect();
            return Err(ShellError::ToolSeveral {
                name: name.clone(),
                keys: keys.join(", "),
            });
        }
        Named::Unknown => return Err(ShellError::ToolUnknown(name.clone())),
    };
    let entries = with_units_split(tool, entries(arguments));
    match evaluate(tool, &entries) {
        Ok(outcome) if arguments.json => {
            let json = serde_json::to_value(&outcome).expect("an outcome is plain data");
            writeln!(io::stdout(), "{json}")?;
            Ok(ExitCode::SUCCESS)
        }
        Ok(outcome) => {
            let card = Card::of(&outcome, words);
            let mut out = io::stdout().lock();
            for (field, remark, value) in remarks(tool, &entries) {
                let said = words.remark(remark, &value);
                let label = words.say("value", &field);
                writeln!(out, "{}", marked(&format!("{label}: {said}"), words))?;
            }
            writeln!(out, "{}", card.plain())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problems) => refuse(tool, &problems, arguments.json, words),
    }
}

fn entries(arguments: &CalcArguments) -> Vec<Entry> {
    let entry = |(field, text): &(String, String)| Entry {
        field: field.clone(),
        text: text.clone(),
        unit: None,
        confirmed: arguments.confirm.contains(field),
    };
    arguments.values.iter().map(entry).collect()
}

fn list(
    tools: &[&'static Tool],
    is_json: bool,
    words: &'static Words,
) -> Result<ExitCode, ShellError> {
    let mut out = io::stdout().lock();
    if is_json {
        let tools: Vec<Value> = tools
            .iter()
            .map(|tool| {
                json!({
                    "key": tool.key,
                    "group": tool.group,
                    "version": tool.version,
                    "name": words.say("tool", tool.key),
                    "about": words.about(tool.key),
                })
            })
            .collect();
        writeln!(out, "{}", Value::Array(tools))?;
        return Ok(ExitCode::SUCCESS);
    }
    for tool in tools {
        // The name on a line of its own: beside a Latin key an Arabic one would be laid out the wrong way round.
        let name = words.say("tool", tool.key);
        writeln!(out, "{}\n    {}", tool.key, marked(&name, words))?;
    }
    Ok(ExitCode::from(u8::from(tools.is_empty())))
}

/// Says what needs another look, field by field, with the key that it is typed by.
fn refuse(
    tool: &'static Tool,
    problems: &[FieldProblem],
    is_json: bool,
    words: &'static Words,
) -> Result<ExitCode, ShellError> {
    if is_json {
        let problems: Vec<Value> = problems
            .iter()
            .map(|one| {
                json!({
                    "field": one.field,
                    "problem": one.problem,
                    "message": words.problem(&one.problem),
                })
            })
            .collect();
        let object = json!({"tool": tool.key, "problems": problems});
        writeln!(io::stdout(), "{object}")?;
        return Ok(ExitCode::FAILURE);
    }
    let mut out = io::stderr().lock();
    for FieldProblem { field, problem } in problems {
        let Some(known) = tool.field(field) else {
            let keys: Vec<&str> = tool.fields().iter().map(|field| field.key).collect();
            writeln!(
                out,
                "{field}\n    {}",
                marked(&words.problem(problem), words)
            )?;
            writeln!(out, "    {}", keys.join(" | "))?;
            continue;
        };
        let said = format!("{}: {}", words.say("value", field), words.problem(problem));
        writeln!(out, "{}\n    {}", typed_as(known), marked(&said, words))?;
        if matches!(problem, Problem::Implausible { .. }) {
            writeln!(out, "    --confirm {field}")?;
        }
    }
    Ok(ExitCode::FAILURE)
}

/// How a field is written on the command line, with its units or answers.
fn typed_as(field: &Field) -> String {
    let mut written = format!("{}=", field.key);
    match field.kind {
        Kind::Number(measure) => {
            let units: Vec<String> = measure
                .quantity
                .units
                .iter()
                .map(|unit| unit.symbol.replace(' ', "_"))
                .collect();
            written.push_str("NUMBER");
            if units.len() > 1 {
                let _ = write!(written, ":{}", units.join(" | "));
            }
        }
        Kind::Choice(choices) => {
            let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
            written.push_str(&keys.join(" | "));
        }
        Kind::Day => written.push_str("YYYY-MM-DD"),
    }
    written
}

fn marked(text: &str, words: &Words) -> String {
    sanad_text::with_marks(text, words.spoken)
}
