//! What a check says, as lines.

use std::io::{self, Write};
use std::process::ExitCode;

use sanad_examination::JournalHead;
use sanad_l10n::Argument;
use sanad_selfcheck::check::{CheckReport, CheckSet, GapReport, LanguageReport, Share};
use sanad_selfcheck::import::Rejected;
use sanad_selfcheck::statistics::Standing;
use serde_json::{Value, json};

use super::super::speech::Speech;
use crate::error::ShellError;

/// The report in the words that a clinician needs.
pub(super) fn report(head: &JournalHead, report: &CheckReport, speech: &Speech) -> Vec<String> {
    let mut lines = vec![match &head.plan.set {
        CheckSet::Sanad { version } => speech.text(
            "cli-check-sanad",
            &[
                ("model", Argument::Text(head.model.as_str().into())),
                ("version", Argument::Text(version.to_string().into())),
            ],
        ),
        CheckSet::Own { name, .. } => speech.text(
            "cli-check-own",
            &[
                ("model", Argument::Text(head.model.as_str().into())),
                ("set", Argument::Text(name.as_str().into())),
            ],
        ),
    }];
    for language in &report.languages {
        lines.extend(of_language(language, speech));
    }
    lines.extend(report.gap.as_ref().map(|gap| of_gap(gap, speech)));
    lines.push(speech.text("cli-check-limits", &[]));
    lines
}

fn of_language(report: &LanguageReport, speech: &Speech) -> Vec<String> {
    let code = report.language.code();
    let name = speech.text(&format!("language-name-{code}"), &[]);
    let mut arguments = share(&report.right);
    arguments.push(("language", Argument::Text(name.into())));
    arguments.push(("chance", per_cent(report.chance)));
    let mut lines = vec![speech.text("cli-check-right", &arguments)];
    let notice = match report.standing {
        Standing::NoBetterThanGuessing => Some("cli-check-guessing"),
        Standing::NotShownAboveHalf => Some("cli-check-below-half"),
        Standing::AboveHalf => None,
    };
    lines.extend(notice.map(|notice| speech.text(notice, &[])));
    if report.first_letter.interval.low > report.chance {
        let share = per_cent(report.first_letter.interval.share);
        lines.push(speech.text("cli-check-first-letter", &[("share", share)]));
    }
    if report.too_long > 0 {
        let count = Argument::Text(report.too_long.to_string().into());
        lines.push(speech.text("cli-check-too-long", &[("count", count)]));
    }
    lines
}

fn of_gap(gap: &GapReport, speech: &Speech) -> String {
    let arguments = [
        ("items", Argument::Text(gap.paired.items.to_string().into())),
        ("difference", points(gap.difference.difference)),
        ("low", points(gap.difference.low)),
        ("high", points(gap.difference.high)),
    ];
    speech.text("cli-check-gap", &arguments)
}

fn share(share: &Share) -> Vec<(&'static str, Argument<'static>)> {
    vec![
        ("right", Argument::Text(share.count.to_string().into())),
        ("of", Argument::Text(share.of.to_string().into())),
        ("share", per_cent(share.interval.share)),
        ("low", per_cent(share.interval.low)),
        ("high", per_cent(share.interval.high)),
    ]
}

fn per_cent(share: f64) -> Argument<'static> {
    Argument::Text(format!("{} %", in_points(share)).into())
}

fn points(share: f64) -> Argument<'static> {
    Argument::Text(in_points(share).into())
}

/// Whole points, with a true minus: a hyphen would be read as a range.
fn in_points(share: f64) -> String {
    let points = (share * 100.0).round() + 0.0;
    format!("{points}").replace('-', "\u{2212}")
}

/// Bad rows with their lines, on standard error.
pub(super) fn rejected(rejected: &[Rejected]) -> io::Result<()> {
    let mut out = io::stderr().lock();
    for bad in rejected {
        writeln!(out, "{}: {}", bad.line, bad.reason)?;
    }
    Ok(())
}

/// An object as JSON, or one figure a line.
pub(super) fn object(
    object: &Value,
    rejected: &[Rejected],
    as_json: bool,
) -> Result<ExitCode, ShellError> {
    let mut out = io::stdout().lock();
    if as_json {
        let mut object = object.clone();
        if let Some(fields) = object.as_object_mut() {
            fields.insert("rejected".to_owned(), json!(rejected));
        }
        writeln!(out, "{object}")?;
    } else if let Some(fields) = object.as_object() {
        for (name, value) in fields {
            writeln!(out, "{name}: {value}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
