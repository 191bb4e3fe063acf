//! What llama.cpp and ggml say goes to stderr, and their last errors are kept as the reason of a failed load.
//!
//! Neither logs prompts or answers above its debug level, which is dropped here.

use std::collections::VecDeque;
use std::ffi::{CStr, c_char, c_void};
use std::io::Write;
use std::sync::Mutex;

/// Enough for the chain of causes that llama.cpp prints for one failed load.
const KEPT_ERRORS: usize = 4;

static RECENT_ERRORS: Mutex<VecDeque<String>> = Mutex::new(VecDeque::new());

/// Takes both log callbacks; before this, llama.cpp prints what it likes.
#[expect(unsafe_code, reason = "registers C callbacks")]
pub(crate) fn send_logs_to_stderr() {
    // SAFETY: the callback lives as long as the process and needs no data.
    // ggml's is set after llama's, because setting llama's also replaces ggml's.
    unsafe {
        llama_cpp_sys_2::llama_log_set(Some(write_line), std::ptr::null_mut());
        llama_cpp_sys_2::ggml_log_set(Some(write_line), std::ptr::null_mut());
    }
}

/// The last error lines since this was last called, oldest first.
pub(crate) fn take_recent_errors() -> String {
    let mut errors = RECENT_ERRORS
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    errors.drain(..).collect::<Vec<_>>().join("; ")
}

#[expect(unsafe_code, reason = "reads the C string that the callback is given")]
unsafe extern "C" fn write_line(
    level: llama_cpp_sys_2::ggml_log_level,
    text: *const c_char,
    _: *mut c_void,
) {
    if text.is_null() || level == llama_cpp_sys_2::GGML_LOG_LEVEL_DEBUG {
        return;
    }
    // SAFETY: llama.cpp hands over a zero-terminated string that lives for the call.
    let text = unsafe { CStr::from_ptr(text) };
    // Nothing can be done about a closed stderr, and an answer must not fail for it.
    let _ = std::io::stderr().write_all(text.to_bytes());
    if level == llama_cpp_sys_2::GGML_LOG_LEVEL_ERROR {
        remember(text.to_string_lossy().trim());
    }
}

fn remember(line: &str) {
    if line.is_empty() {
        return;
    }
    let mut errors = RECENT_ERRORS
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if errors.len() == KEPT_ERRORS {
        errors.pop_front();
    }
    errors.push_back(line.to_owned());
}
