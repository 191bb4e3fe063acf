//! `sanad text`: how Sanad reads a text, for scripts and tests.

use std::io::{self, Read, Write};
use std::process::ExitCode;

use sanad_text::{Base, DirectedKind, Direction, Language};

use super::arguments::{BaseArgument, SpansArguments};
use crate::error::ShellError;

/// Reads standard input and prints its base direction and spans; offsets are UTF-8 bytes.
pub(super) fn spans(arguments: &SpansArguments) -> Result<ExitCode, ShellError> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let language = arguments
        .lang
        .as_deref()
        .and_then(Language::from_code)
        .or_else(|| sanad_text::detect(&text).language)
        .unwrap_or(Language::English);
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

fn code(direction: Direction) -> &'static str {
    match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}
