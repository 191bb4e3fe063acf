//! Engines that serve nobody: one measures how fast a model is, one writes it anew.
//!
//! Dropping the future ends the process; nothing of it goes on in the background.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use sanad_protocol::{EngineEvent, Fidelity, LayoutSpeed, parse_line};

use crate::EngineFault;
use crate::program::{cannot_start, command};

/// Measures a model, which lies in `files`, in each layout of its weights; gives nothing of one during which the machine was
/// busy. Takes the memory of one copy, and all cores for some seconds.
///
/// # Errors
/// The executable is missing, the model is refused, or the process ended before it was done.
pub async fn measure_layouts(
    executable: &Path,
    files: &[PathBuf],
) -> Result<Vec<LayoutSpeed>, EngineFault> {
    let mut command = command(executable);
    command.arg("measure");
    name_files(&mut command, files);
    let events = run(executable, command).await?;
    let speeds = events.into_iter().filter_map(|event| match event {
        EngineEvent::Measured(speed) => Some(speed),
        _ => None,
    });
    Ok(speeds.collect())
}

/// Writes a model, which lies in `files`, anew into `target`, an empty file that is there already, and says how near the new one is.
///
/// `original` is the model's SHA-256, which the new file names. What stands in `target` after an error is of no use.
///
/// # Errors
/// As [`measure_layouts`], and where the disk is full.
pub async fn prepare_model(
    executable: &Path,
    files: &[PathBuf],
    target: &Path,
    original: &str,
) -> Result<Fidelity, EngineFault> {
    let mut command = command(executable);
    command.arg("prepare");
    name_files(&mut command, files);
    command.arg("--target").arg(target);
    command.arg("--original").arg(original);
    let events = run(executable, command).await?;
    let fidelity = events.into_iter().find_map(|event| match event {
        EngineEvent::Prepared(fidelity) => Some(fidelity),
        _ => None,
    });
    fidelity.ok_or(EngineFault::Killed)
}

fn name_files(command: &mut tokio::process::Command, files: &[PathBuf]) {
    for (place, file) in files.iter().enumerate() {
        command
            .arg(if place == 0 { "--model" } else { "--part" })
            .arg(file);
    }
}

/// What it said until it ended by itself with status 0.
async fn run(
    executable: &Path,
    mut command: tokio::process::Command,
) -> Result<Vec<EngineEvent>, EngineFault> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    command.stderr(Stdio::null());
    let mut child = command
        .spawn()
        .map_err(|error| cannot_start(executable, &error))?;
    // Held to the end: the engine ends when it closes, and so with this process, however that ends.
    let _stdin = child.stdin.take();
    let output = child.wait_with_output().await;
    let output = output.map_err(|error| cannot_start(executable, &error))?;
    let lines = output.stdout.split_inclusive(|byte| *byte == b'\n');
    let events: Vec<EngineEvent> = lines
        .filter_map(|line| Some(parse_line(line).ok()?.message))
        .collect();
    if output.status.success() {
        return Ok(events);
    }
    let refused = events.into_iter().find_map(|event| match event {
        EngineEvent::LoadFailed { code, detail } => Some(EngineFault::LoadFailed { code, detail }),
        _ => None,
    });
    Err(refused.unwrap_or(EngineFault::Killed))
}
