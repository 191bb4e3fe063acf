//! A model file written anew with other numbers.

use std::ffi::c_char;
use std::path::Path;

use llama_cpp_2::llama_backend::LlamaBackend;
use llama_cpp_sys_2 as sys;

use super::model::{ModelError, c_path};
use super::take_recent_errors;

/// Where the new file names the one that it was made of.
const ORIGINAL_KEY: &[u8] = b"sanad.prepared_from";

/// Writes `model` to `target` with its weights as `Q8_0`, which every kind of CPU has fast kernels for and which
/// takes a format of fewer bits over nearly unchanged.
#[expect(unsafe_code, reason = "calls llama.cpp")]
pub(crate) fn quantise(
    _: &LlamaBackend,
    model: &Path,
    target: &Path,
    original: &str,
    threads: u32,
) -> Result<(), ModelError> {
    let model = c_path(model).ok_or(ModelError::Path)?;
    let target = c_path(target).ok_or(ModelError::Path)?;
    // llama.cpp reads the list up to an empty key.
    // SAFETY: plain data, for which zeros are an empty entry.
    let mut noted: [sys::llama_model_kv_override; 2] = unsafe { std::mem::zeroed() };
    let mut name: [c_char; 128] = [0; 128];
    copy(original.as_bytes(), &mut name);
    if let Some(entry) = noted.first_mut() {
        entry.tag = sys::LLAMA_KV_OVERRIDE_TYPE_STR;
        copy(ORIGINAL_KEY, &mut entry.key);
        entry.__bindgen_anon_1.val_str = name;
    }
    // SAFETY: plain data.
    let mut params = unsafe { sys::llama_model_quantize_default_params() };
    params.nthread = i32::try_from(threads).unwrap_or(1).max(1);
    params.ftype = sys::LLAMA_FTYPE_MOSTLY_Q8_0;
    params.allow_requantize = true;
    params.kv_overrides = noted.as_ptr();
    take_recent_errors();
    // SAFETY: both paths, the parameters and the list outlive the call.
    let failed = unsafe {
        sys::llama_model_quantize(model.as_ptr(), target.as_ptr(), &raw const params) != 0
    };
    if failed {
        return Err(ModelError::Refused(take_recent_errors()));
    }
    Ok(())
}

/// As much as fits with a zero behind it.
fn copy(bytes: &[u8], into: &mut [c_char; 128]) {
    for (place, byte) in into.iter_mut().zip(bytes.iter().take(127)) {
        *place = byte.cast_signed();
    }
}
