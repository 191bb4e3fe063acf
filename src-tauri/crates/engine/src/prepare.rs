//! Writes a model anew in a format that every CPU has fast kernels for, and says how near the new one is.
//!
//! The walls leave two files: the model, to be read, and the new one, which the app has made empty.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use sanad_protocol::{EngineEvent, Fidelity};

use crate::contain::contain_but_for;
use crate::failure::EngineError;
use crate::fidelity::compare;
use crate::generate::{EngineSettings, backend};
use crate::measure::settings_of;
use crate::native::quantise;
use crate::os::{leave, leave_with_stdin};
use crate::serve::{EXIT_LOAD_FAILED, EXIT_PANICKED, STACK_BYTES, begin, hello};
use crate::threads::default_threads;

/// What to prepare.
#[derive(Clone, Debug)]
pub struct PrepareSettings {
    /// The GGUF file; of a model in several, the first.
    pub model: PathBuf,
    /// The files behind the first, in order.
    pub further_parts: Vec<PathBuf>,
    /// An empty file, which becomes the new model.
    pub target: PathBuf,
    /// The original's SHA-256, which the new file names.
    pub original: String,
}

/// Writes `target`, compares it with `model`, and says so in one frame; status 1 if it could not be written.
pub fn prepare(settings: PrepareSettings) -> ExitCode {
    let Some(outlet) = begin() else {
        return ExitCode::FAILURE;
    };
    let threads = default_threads();
    let PrepareSettings {
        model,
        further_parts,
        target,
        original,
    } = settings;
    let model = settings_of(model, further_parts);
    let containment = contain_but_for(&model.files(), &[&target]);
    outlet.send(&EngineEvent::Hello(hello(containment)));
    leave_with_stdin();
    let compute = thread::Builder::new().stack_size(STACK_BYTES);
    let preparing =
        compute.spawn(
            move || match write_and_compare(&model, &target, &original, threads) {
                Ok(fidelity) => {
                    outlet.send(&EngineEvent::Prepared(fidelity));
                    ExitCode::SUCCESS
                }
                Err(error) => {
                    outlet.send(&EngineEvent::LoadFailed {
                        code: error.code(),
                        detail: error.to_string(),
                    });
                    leave(EXIT_LOAD_FAILED);
                }
            },
        );
    match preparing.map(thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) | Err(_) => leave(EXIT_PANICKED),
    }
}

fn write_and_compare(
    model: &EngineSettings,
    target: &Path,
    original: &str,
    threads: u32,
) -> Result<Fidelity, EngineError> {
    // llama.cpp finds the parts behind the first by their names, which the app has checked.
    quantise(backend(), &model.model, target, original, threads)
        .map_err(EngineError::from_native)?;
    compare(model, &settings_of(target.to_owned(), Vec::new()))
}
