//! The only modules that call C: llama.cpp behind types that check what it would die of.
//!
//! The safe crate `llama-cpp-2` serves where it can (backend, devices, samplers).
//! Model and context go through its `-sys` twin, since the safe context hides the pointer
//! that the abort callback needs, and without that callback a prompt cannot be cancelled.

mod adapters;
mod context;
mod logs;
mod model;
mod quantise;

use std::ffi::CStr;
use std::sync::{Mutex, PoisonError};

pub(crate) use adapters::Adapters;
pub(crate) use context::{Context, ContextSettings, DecodeError, Entry, Rows, Sequence};
pub(crate) use logs::{send_logs_to_stderr, take_recent_errors};
pub(crate) use model::{Model, ModelError, Token};
pub(crate) use quantise::quantise;

/// llama.cpp's line of compiled-in features and CPU extensions.
#[must_use]
#[expect(unsafe_code, reason = "a C string in static memory")]
pub fn system_info() -> String {
    // llama.cpp writes the line anew into the same static memory each time.
    static ASKING: Mutex<()> = Mutex::new(());
    let _asking = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    // SAFETY: the string is static and zero-terminated, and is copied before anybody else can ask.
    let text = unsafe { CStr::from_ptr(llama_cpp_sys_2::llama_print_system_info()) };
    text.to_string_lossy().trim().to_owned()
}
