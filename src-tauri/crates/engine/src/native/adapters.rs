//! LoRA adapters beside a model.

use std::path::Path;
use std::ptr::NonNull;
use std::sync::Arc;

use llama_cpp_sys_2 as sys;

use super::model::c_path;
use super::{Model, ModelError, take_recent_errors};

/// The adapters of a model. They belong to it, and go when it goes.
pub(crate) struct Adapters {
    loaded: Vec<NonNull<sys::llama_adapter_lora>>,
    /// What they point into.
    _model: Arc<Model>,
}

// SAFETY: adapters are not bound to a thread, and nothing changes them once they are loaded.
#[expect(unsafe_code, reason = "llama.cpp's adapters may move between threads")]
unsafe impl Send for Adapters {}

impl Adapters {
    /// Reads the files. To be called before a context of the model is made, which takes room for their computations.
    #[expect(unsafe_code, reason = "hands paths to llama.cpp")]
    pub(crate) fn load(model: &Arc<Model>, files: &[impl AsRef<Path>]) -> Result<Self, ModelError> {
        let load = |file: &Path| {
            let path = c_path(file).ok_or(ModelError::Path)?;
            take_recent_errors();
            // SAFETY: the path outlives the call; no other thread uses the model yet.
            let adapter = unsafe { sys::llama_adapter_lora_init(model.pointer(), path.as_ptr()) };
            NonNull::new(adapter).ok_or_else(|| ModelError::Refused(take_recent_errors()))
        };
        let loaded = files.iter().map(|file| load(file.as_ref()));
        Ok(Self {
            loaded: loaded.collect::<Result<_, _>>()?,
            _model: Arc::clone(model),
        })
    }

    /// The adapter with this number, for as long as these live.
    pub(super) fn pointer(&self, number: u32) -> Option<*mut sys::llama_adapter_lora> {
        let number = usize::try_from(number).ok()?;
        self.loaded.get(number).map(|adapter| adapter.as_ptr())
    }

    /// Whether there is one with this number.
    pub(crate) fn has(&self, number: u32) -> bool {
        self.pointer(number).is_some()
    }
}
