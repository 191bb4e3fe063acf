//! `sanad doctor`: what this machine has and how Sanad is set up on it. Holds no clinical text.

use std::io::{self, Write};
use std::process::ExitCode;

use sanad_history::{Store, StoreFolder};
use sanad_models::available_memory;
use serde_json::{Value, json};

use super::ask::runtime;
use super::speech::Speech;
use crate::containment;
use crate::engine;
use crate::error::ShellError;
use crate::folders::Folders;
use crate::machine;
use crate::wire::{ErrorView, size};

pub(super) fn run(folders: &Folders, json: bool, speech: &Speech) -> Result<ExitCode, ShellError> {
    let supervisor = engine::supervisor()?;
    let about = runtime()?.block_on(supervisor.about());
    let (variant, skipped) = supervisor.variant();
    let skipped: Vec<Value> = skipped
        .iter()
        .map(|skipped| json!({"variant": skipped.name, "error": ErrorView::from(&skipped.fault).code}))
        .collect();
    let store_exists = Store::exists(&StoreFolder::at(&folders.data)).unwrap_or(false);
    let engine = match &about {
        Ok(hello) => json!({
            "variant": variant.name, "version": hello.version, "protocol": hello.protocol, "build": hello.system_info.trim(),
            "devices": hello.devices, "containment": hello.containment,
        }),
        Err(fault) => json!({"error": ErrorView::from(fault).code}),
    };
    let report = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "system": {"os": std::env::consts::OS, "arch": std::env::consts::ARCH},
        "cpu_features": machine::cpu_features(),
        "memory": {"available_bytes": available_memory()},
        "engine": engine,
        "engines_skipped": skipped,
        "folders": {
            "data": folders.data, "model_cache": folders.model_cache, "share": folders.share,
            "store": store_exists,
        },
        "containment": {
            "window": containment::planned(),
            "engine": about.as_ref().map(|hello| hello.containment.clone()).unwrap_or_default(),
        },
    });
    let mut out = io::stdout().lock();
    if json {
        writeln!(out, "{report}")?;
    } else {
        let memory = available_memory().map(size).unwrap_or_default();
        for (id, value) in [
            ("doctor-version", plain(&report["version"])),
            ("doctor-cpu", plain(&report["cpu_features"])),
            ("doctor-memory", memory),
            ("doctor-engine", plain(&report["engine"])),
            ("doctor-engines-skipped", plain(&report["engines_skipped"])),
            ("doctor-data", folders.data.display().to_string()),
            ("doctor-models", folders.model_cache.display().to_string()),
            (
                "doctor-window-containment",
                plain(&report["containment"]["window"]),
            ),
            (
                "doctor-engine-containment",
                plain(&report["containment"]["engine"]),
            ),
        ] {
            writeln!(out, "{}: {value}", speech.text(id, &[]))?;
        }
    }
    Ok(if about.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A value as a person reads it.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if values.is_empty() => "–".to_owned(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| format!("{name} {}", plain(value)))
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    }
}
