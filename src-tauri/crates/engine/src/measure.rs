//! How fast a model is in each layout of its weights, with the numbers of threads that this machine may like.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use sanad_protocol::{EngineEvent, LayoutSpeed, WeightLayout};

use crate::contain::contain;
use crate::failure::EngineError;
use crate::generate::{BATCH, EngineSettings, open};
use crate::native::{Adapters, Context, ContextSettings, DecodeError, Rows, Token};
use crate::os::{leave, leave_with_stdin, processor_seconds};
use crate::outlet::Outlet;
use crate::serve::{EXIT_LOAD_FAILED, EXIT_PANICKED, STACK_BYTES, begin, hello};
use crate::speculation::Speculation;
use crate::threads::default_threads;

/// Tokens of the prompt that is read: half a micro-batch is read as fast as a whole one.
const PROMPT: i32 = 256;
/// Tokens that are written; the fastest counts.
const WRITTEN: usize = 32;
/// Prompts that are read; the fastest counts, since nothing but another program makes one slower.
const PROMPTS: usize = 3;
/// Of the processor's time that the threads must have had while prompts were read. On an idle machine it is nearly all.
const LEAST_SHARE: f64 = 0.85;
/// From so many cores on half of them are tried too: the others may be small ones, for which the large then wait.
const CORES_WORTH_HALVING: u32 = 4;

/// Writes one frame for each layout and number of threads, but none for one during which other programs had the
/// processor: its figures would be theirs. Holds one copy of the weights at a time.
///
/// `model` is the GGUF file, or the first of several, of which `further_parts` are the others in order.
pub fn measure(model: PathBuf, further_parts: Vec<PathBuf>) -> ExitCode {
    let Some(outlet) = begin() else {
        return ExitCode::FAILURE;
    };
    let threads = threads_to_try(default_threads());
    let settings = settings_of(model, further_parts);
    let containment = contain(&settings.files());
    outlet.send(&EngineEvent::Hello(hello(containment)));
    leave_with_stdin();
    let compute = thread::Builder::new().stack_size(STACK_BYTES);
    let measuring = compute.spawn(move || measure_all(&settings, &threads, &outlet));
    match measuring.map(thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) | Err(_) => leave(EXIT_PANICKED),
    }
}

fn threads_to_try(cores: u32) -> Vec<u32> {
    if cores < CORES_WORTH_HALVING {
        vec![cores]
    } else {
        vec![cores, cores / 2]
    }
}

fn measure_all(model: &EngineSettings, threads: &[u32], outlet: &Outlet) -> ExitCode {
    for layout in WeightLayout::ALL {
        if let Err(error) = measure_layout(model, layout, threads, outlet) {
            outlet.send(&EngineEvent::LoadFailed {
                code: error.code(),
                detail: error.to_string(),
            });
            leave(EXIT_LOAD_FAILED);
        }
    }
    ExitCode::SUCCESS
}

fn measure_layout(
    model: &EngineSettings,
    layout: WeightLayout,
    threads: &[u32],
    outlet: &Outlet,
) -> Result<(), EngineError> {
    let mut context = context_of(model, layout, 2 * BATCH)?;
    for threads in threads {
        context.set_threads(*threads);
        let speed = speed(&mut context, layout, *threads)
            .map_err(|error| EngineError::ModelUnreadable(error.to_string()))?;
        if let Some(speed) = speed {
            outlet.send(&EngineEvent::Measured(speed));
        }
    }
    Ok(())
}

/// Nothing but which model it is.
pub(crate) fn settings_of(model: PathBuf, further_parts: Vec<PathBuf>) -> EngineSettings {
    EngineSettings {
        model,
        further_parts,
        adapters: Vec::new(),
        context_tokens: None,
        threads: None,
        layout: WeightLayout::default(),
        speculation: Speculation::Never,
    }
}

/// A context over a model that nothing else is done with.
pub(crate) fn context_of(
    model: &EngineSettings,
    layout: WeightLayout,
    tokens: u32,
) -> Result<Context, EngineError> {
    let settings = EngineSettings {
        layout,
        ..model.clone()
    };
    let model = Arc::new(open(&settings, |_| {})?);
    let none: [&Path; 0] = [];
    let adapters = Adapters::load(&model, &none).map_err(EngineError::from_native)?;
    let settings = ContextSettings {
        tokens,
        sequences: 1,
        batch: BATCH,
        threads: default_threads(),
    };
    Context::new(model, adapters, settings).map_err(EngineError::from_native)
}

/// `None` if the machine was busy.
fn speed(
    context: &mut Context,
    layout: WeightLayout,
    threads: u32,
) -> Result<Option<LayoutSpeed>, DecodeError> {
    // Which tokens these are makes no difference to the time, and every vocabulary has some hundred.
    let prompt: Vec<Token> = (0..PROMPT).map(|place| place % 100).collect();
    // Brings the weights into memory.
    read(context, &[0])?;
    let mut fastest = f64::INFINITY;
    let (began, had) = (Instant::now(), processor_seconds());
    for _ in 0..PROMPTS {
        context.clear();
        fastest = fastest.min(read(context, &prompt)?);
    }
    let all = began.elapsed().as_secs_f64() * f64::from(threads);
    let had = processor_seconds().zip(had).map(|(now, then)| now - then);
    if had.is_some_and(|had| had < LEAST_SHARE * all) {
        return Ok(None);
    }
    let mut shortest = f64::INFINITY;
    for token in prompt.iter().take(WRITTEN) {
        shortest = shortest.min(read(context, &[*token])?);
    }
    context.clear();
    Ok(Some(LayoutSpeed {
        layout,
        threads,
        prompt_tokens_per_second: f64::from(PROMPT) / fastest,
        decode_tokens_per_second: 1.0 / shortest,
    }))
}

/// Seconds that it takes.
fn read(context: &mut Context, tokens: &[Token]) -> Result<f64, DecodeError> {
    let began = Instant::now();
    context.decode(0, tokens, Rows::Last, || true)?;
    Ok(began.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_cores_is_tried_where_some_of_them_may_be_small() {
        assert_eq!(threads_to_try(1), [1]);
        assert_eq!(threads_to_try(2), [2]);
        assert_eq!(threads_to_try(8), [8, 4]);
    }
}
