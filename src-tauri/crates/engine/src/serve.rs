//! The life of the process: shut in, say hello, load, answer until the app hangs up.

use std::io::{self, BufReader, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;

use sanad_protocol::{
    EngineEvent, EngineHello, EngineRequest, FrameError, PROTOCOL_VERSION, StopReason, read_frame,
};

use crate::answer::as_count;
use crate::contain::contain;
use crate::generate::{EngineSettings, Generator};
use crate::native;
use crate::os::{die_of_memory_errors, leave, reserve_stdout};
use crate::outlet::Outlet;
use crate::queue::{Cancelled, Job, RequestQueue};
use crate::threads::default_threads;

/// Status after [`EngineEvent::LoadFailed`].
pub(crate) const EXIT_LOAD_FAILED: i32 = 1;
/// Status when stdin brought something that cannot be read on.
const EXIT_BROKEN_PIPE: i32 = 2;
/// Status after a panic; the same as Rust's own.
pub(crate) const EXIT_PANICKED: i32 = 101;

/// llama.cpp splits text with recursive regular expressions for some vocabularies, and a question may have 1 MB.
/// The pages are only taken when they are touched.
pub(crate) const STACK_BYTES: usize = 256 << 20;

/// Serves one model over stdin and stdout until stdin closes.
///
/// Ends the process itself: status 0 after the app hung up or asked for it, 1 after a failed load.
pub fn serve(settings: &EngineSettings) -> ExitCode {
    let Some(outlet) = begin() else {
        return ExitCode::FAILURE;
    };
    // Both are asked before the walls go up, behind which /proc and /sys may not be readable.
    let settings = EngineSettings {
        threads: settings.threads.or_else(|| Some(default_threads())),
        ..settings.clone()
    };
    let containment = contain(&settings.files());
    outlet.send(&EngineEvent::Hello(hello(containment)));

    let queue = Arc::new(RequestQueue::default());
    let reader = (Arc::clone(&queue), Arc::clone(&outlet));
    thread::spawn(move || listen(&reader.0, &reader.1));
    let compute = thread::Builder::new()
        .name("compute".to_owned())
        .stack_size(STACK_BYTES);
    let computing = compute.spawn(move || answer_requests(&settings, &queue, &outlet));
    match computing.map(thread::JoinHandle::join) {
        Ok(Ok(never)) => never,
        Ok(Err(_)) | Err(_) => leave(EXIT_PANICKED),
    }
}

/// Writes one hello frame: what this build is and what it can be kept from here.
pub fn about() -> ExitCode {
    let Some(outlet) = begin() else {
        return ExitCode::FAILURE;
    };
    let containment = contain(&[]);
    outlet.send(&EngineEvent::Hello(hello(containment)));
    ExitCode::SUCCESS
}

pub(crate) fn begin() -> Option<Arc<Outlet>> {
    std::panic::set_hook(Box::new(|panic| {
        // Rust's own hook prints the message, and that may quote the text that was being handled.
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        note(&format!("panicked at {place}"));
    }));
    let pipe = reserve_stdout()
        .map_err(|error| note(&format!("no stdout: {error}")))
        .ok()?;
    die_of_memory_errors();
    native::send_logs_to_stderr();
    Some(Arc::new(Outlet::new(pipe)))
}

pub(crate) fn hello(containment: Vec<String>) -> EngineHello {
    let devices = llama_cpp_2::list_llama_ggml_backend_devices();
    EngineHello {
        protocol: PROTOCOL_VERSION,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system_info: native::system_info(),
        devices: devices
            .into_iter()
            .map(|device| format!("{}: {}", device.name, device.description))
            .collect(),
        containment,
    }
}

/// Reads requests while the other thread computes, and ends the process when the app hangs up.
fn listen(queue: &RequestQueue, outlet: &Outlet) {
    let mut stdin = BufReader::new(io::stdin());
    loop {
        match read_frame::<EngineRequest>(&mut stdin) {
            Ok(Some(frame)) => take(frame.message, frame.raw, queue, outlet),
            // No waiting for the answer in progress: nobody is left to read it.
            Ok(None) => leave(0),
            Err(error @ FrameError::Malformed { .. }) => note(&error.to_string()),
            Err(error) => {
                note(&error.to_string());
                leave(EXIT_BROKEN_PIPE);
            }
        }
    }
}

fn take(request: EngineRequest, raw: Vec<u8>, queue: &RequestQueue, outlet: &Outlet) {
    match request {
        EngineRequest::Generate(request) => queue.push(Job::Generate(request)),
        EngineRequest::SaveState {
            id,
            conversation,
            adapter,
        } => queue.push(Job::Save {
            id,
            conversation,
            adapter,
        }),
        EngineRequest::RestoreState {
            id,
            conversation,
            adapter,
        } => queue.push(Job::Restore {
            id,
            conversation,
            adapter,
            state: raw,
        }),
        EngineRequest::Score(request) => queue.push(Job::Score(request)),
        EngineRequest::Tokenize { id, texts } => queue.push(Job::Tokenize { id, texts }),
        EngineRequest::Cancel { id } => {
            if queue.cancel(id) == Cancelled::Waiting {
                outlet.send(&EngineEvent::Done {
                    id,
                    stop: StopReason::Cancelled,
                    prompt_tokens: 0,
                    reused_tokens: 0,
                    left_out_messages: 0,
                    answer_tokens: 0,
                    first_token_seconds: 0.0,
                    tokens_per_second: 0.0,
                });
            }
        }
        EngineRequest::Shutdown => leave(0),
    }
}

fn answer_requests(settings: &EngineSettings, queue: &RequestQueue, outlet: &Outlet) -> ! {
    let mut percent_sent = None;
    let loaded = Generator::load(settings, |percent| {
        if percent_sent.replace(percent) != Some(percent) {
            outlet.send(&EngineEvent::Loading { percent });
        }
    });
    let mut generator = match loaded {
        Ok(generator) => generator,
        Err(error) => {
            outlet.send(&EngineEvent::LoadFailed {
                code: error.code(),
                detail: error.to_string(),
            });
            leave(EXIT_LOAD_FAILED);
        }
    };
    outlet.send(&EngineEvent::Ready(generator.loaded()));
    loop {
        match queue.next() {
            Job::Generate(request) => {
                generator.answer(
                    &request,
                    || queue.stop_wanted(),
                    |event| outlet.send(&event),
                );
            }
            Job::Save {
                id,
                conversation,
                adapter,
            } => {
                let state = generator.save(&conversation, adapter).unwrap_or_default();
                outlet.send_with(&EngineEvent::State { id }, &state);
            }
            Job::Restore {
                id,
                conversation,
                adapter,
                state,
            } => {
                let tokens = as_count(generator.restore(conversation, adapter, &state));
                outlet.send(&EngineEvent::Restored { id, tokens });
            }
            Job::Score(request) => {
                let stop = || queue.stop_wanted();
                let last = generator.score(&request, stop, |event| outlet.send(&event));
                outlet.send(&last);
            }
            Job::Tokenize { id, texts } => {
                let tokens = texts.iter().map(|text| generator.split(text)).collect();
                outlet.send(&EngineEvent::Tokens { id, tokens });
            }
        }
    }
}

/// For the diagnostics; never conversation text.
pub(crate) fn note(words: &str) {
    // Nothing can be done about a closed stderr.
    let _ = writeln!(io::stderr(), "sanad-engine: {words}");
}
