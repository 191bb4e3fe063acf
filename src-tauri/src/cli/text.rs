//! `sanad text`: how Sanad reads a text, for scripts and tests. All offsets are UTF-8 bytes of standard input.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use sanad_text::{Base, DirectedKind, Direction, Language};
use serde_json::{Value, json};

use super::arguments::{BaseArgument, CheckArguments, FoldArguments, SpansArguments};
use crate::error::ShellError;

/// Prints base direction and spans.
pub(super) fn spans(arguments: &SpansArguments) -> Result<ExitCode, ShellError> {
    let text = standard_input()?;
    let language = language(arguments.lang.as_deref(), &text);
    let base = match arguments.base {
        BaseArgument::Auto => Base::Auto,
        BaseArgument::Ltr => Base::Ltr,
        BaseArgument::Rtl => Base::Rtl,
    };
    let directed = sanad_text::spans(&text, base, language);
    let mut out = io::stdout().lock();
    if arguments.json {
        let json = serde_json::to_string(&directed).expect("spans are plain data");
        writeln!(out, "{json}")?;
    } else {
        writeln!(out, "{}", code(directed.base))?;
        for span in &directed.spans {
            let kind = match span.kind {
                DirectedKind::Island => "island",
                DirectedKind::Text => "text",
            };
            writeln!(out, "{kind:6} {} {:?}", code(span.dir), span.text)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the folded text and the keys that each word is found by.
pub(super) fn fold(arguments: &FoldArguments) -> Result<ExitCode, ShellError> {
    let text = standard_input()?;
    let folded = sanad_text::fold(&text).text;
    let tokens = sanad_text::search_tokens(&text);
    let mut out = io::stdout().lock();
    if arguments.json {
        let tokens: Vec<Value> = tokens
            .iter()
            .map(|token| {
                json!({
                    "keys": token.keys,
                    "start": token.source.start,
                    "end": token.source.end,
                })
            })
            .collect();
        let object = json!({
            "version": sanad_text::FOLD_VERSION,
            "text": folded,
            "tokens": tokens,
        });
        writeln!(out, "{object}")?;
    } else {
        writeln!(out, "{folded}")?;
        for token in &tokens {
            writeln!(
                out,
                "{}..{} {}",
                token.source.start,
                token.source.end,
                token.keys.join(" ")
            )?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the language, what may hide in the text, the values that invite error, and what dialect words may mean.
pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode, ShellError> {
    let text = standard_input()?;
    let detected = sanad_text::detect(&text);
    let language = language(arguments.lang.as_deref(), &text);
    let warnings = sanad_text::inspect(&text);
    let marks = sanad_text::marks(&text, language);
    let hints = sanad_text::dialect_hints(&text);
    let mut out = io::stdout().lock();
    if arguments.json {
        let hints: Vec<Value> = hints
            .iter()
            .map(|hint| {
                json!({
                    "range": hint.range,
                    "phrase": hint.entry.phrase,
                    "standard": hint.entry.standard,
                    "english": hint.entry.english,
                })
            })
            .collect();
        let object = json!({
            "language": detected.language.map_or("", Language::code),
            "dialect": detected.dialect.map_or("", sanad_text::Dialect::code),
            "confidence": detected.confidence,
            "warnings": warnings,
            "marks": marks,
            "hints": hints,
        });
        writeln!(out, "{object}")?;
    } else {
        writeln!(
            out,
            "language {} {}",
            detected.language.map_or("-", Language::code),
            detected.dialect.map_or("-", sanad_text::Dialect::code)
        )?;
        for warning in &warnings {
            let kind = serde_json::to_value(&warning.kind).expect("a kind is plain data");
            writeln!(out, "warning  {:?} {kind}", warning.range)?;
        }
        for marked in &marks {
            let mark = serde_json::to_value(&marked.mark).expect("a mark is plain data");
            writeln!(out, "mark     {:?} {mark}", marked.range)?;
        }
        for hint in &hints {
            let entry = hint.entry;
            writeln!(
                out,
                "hint     {:?} {} = {} = {}",
                hint.range, entry.phrase, entry.standard, entry.english
            )?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn standard_input() -> Result<String, ShellError> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    Ok(text)
}

/// The language asked for, else the one that the text seems to be in.
fn language(asked: Option<&str>, text: &str) -> Language {
    asked
        .and_then(Language::from_code)
        .or_else(|| sanad_text::detect(text).language)
        .unwrap_or(Language::English)
}

fn code(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}
