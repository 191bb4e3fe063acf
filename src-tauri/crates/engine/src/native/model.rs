//! A loaded model and its vocabulary.

use std::collections::HashSet;
use std::ffi::{CStr, CString, c_char, c_void};
use std::path::Path;
use std::ptr::NonNull;

use llama_cpp_2::llama_backend::LlamaBackend;
use llama_cpp_sys_2 as sys;
use sanad_protocol::WeightLayout;

use super::take_recent_errors;

/// A token's number in the vocabulary.
pub(crate) type Token = sys::llama_token;

/// Why a file is no model that can write.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ModelError {
    /// The path cannot be handed to C.
    #[error("the path cannot be passed on")]
    Path,
    /// llama.cpp refused; in its own words.
    #[error("{0}")]
    Refused(String),
    /// It embeds or translates, but does not continue a text.
    #[error("the model does not write text")]
    NotAWriter,
}

/// Weights and vocabulary. Immutable once loaded.
pub(crate) struct Model {
    model: NonNull<sys::llama_model>,
    vocab: NonNull<sys::llama_vocab>,
    vocabulary_size: usize,
    longest_piece: usize,
}

// SAFETY: nothing is bound to the thread that loaded it, and there is no shared mutable state behind `&self`.
#[expect(unsafe_code, reason = "llama.cpp's models may move between threads")]
unsafe impl Send for Model {}
// SAFETY: the calls behind `&self` read what loading has fixed;
// contexts, which write to the model while they are made, are made by one thread of this process.
#[expect(unsafe_code, reason = "llama.cpp's models are read-only once loaded")]
unsafe impl Sync for Model {}

#[expect(
    unsafe_code,
    reason = "calls llama.cpp with pointers that live as long as `self`"
)]
impl Model {
    /// Reads the files of a model, mostly one, reporting per cent on the way.
    pub(crate) fn load(
        _: &LlamaBackend,
        files: &[&Path],
        layout: WeightLayout,
        mut progress: impl FnMut(u8),
    ) -> Result<Self, ModelError> {
        let paths = files.iter().map(|file| c_path(file));
        let paths = paths.collect::<Option<Vec<CString>>>();
        let paths = paths.ok_or(ModelError::Path)?;
        let mut progress: &mut dyn FnMut(u8) = &mut progress;
        // SAFETY: plain data.
        let mut params = unsafe { sys::llama_model_default_params() };
        params.n_gpu_layers = 0;
        params.use_extra_bufts = layout == WeightLayout::Repacked;
        if layout == WeightLayout::AsStored {
            // Read rather than mapped: memory of its own can lie in huge pages, which writes 5 to 8 % faster,
            // and takes no more room than the repacked copy does.
            params.load_mode = sys::LLAMA_LOAD_MODE_NONE;
        }
        params.progress_callback = Some(report_progress);
        params.progress_callback_user_data = (&raw mut progress).cast::<c_void>();
        take_recent_errors();
        let model = load_from(&paths, params);
        let Some(model) = NonNull::new(model) else {
            return Err(ModelError::Refused(take_recent_errors()));
        };
        // SAFETY: a loaded model always has a vocabulary object, even if it is of the kind `none`.
        let vocab = unsafe { sys::llama_model_get_vocab(model.as_ptr()) };
        let vocab = NonNull::new(vocab.cast_mut());
        let vocab = vocab.expect("llama.cpp keeps the vocabulary inside the model");
        let mut model = Self {
            model,
            vocab,
            vocabulary_size: 0,
            longest_piece: 0,
        };
        if !model.writes_text() {
            return Err(ModelError::NotAWriter);
        }
        // SAFETY: the vocabulary lives as long as the model.
        let tokens = unsafe { sys::llama_vocab_n_tokens(vocab.as_ptr()) };
        model.vocabulary_size = usize::try_from(tokens).unwrap_or(0);
        if let Some(byte) = model.byte_without_token() {
            let words = format!("the vocabulary has no token for the byte {byte:#04x}");
            return Err(ModelError::Refused(words));
        }
        model.longest_piece = if model.keeps_text_as_it_is() {
            (0..tokens)
                .map(|token| model.piece(token, true).len())
                .max()
                .unwrap_or(0)
        } else {
            0
        };
        Ok(model)
    }

    /// A byte that this vocabulary cannot write. llama.cpp throws where a text has one, which would end the process.
    ///
    /// Only vocabularies of the kind of SentencePiece spell what they do not know in bytes.
    fn byte_without_token(&self) -> Option<u8> {
        // SAFETY: reads a field.
        let kind = unsafe { sys::llama_vocab_type(self.vocab.as_ptr()) };
        if kind != sys::LLAMA_VOCAB_TYPE_SPM {
            return None;
        }
        let tokens = Token::try_from(self.vocabulary_size).unwrap_or(0);
        let texts: HashSet<&[u8]> = (0..tokens).map(|token| self.text(token)).collect();
        (0..=u8::MAX).find(|byte| {
            let named = format!("<0x{byte:02X}>");
            !texts.contains(named.as_bytes()) && !texts.contains([*byte].as_slice())
        })
    }

    /// A token as the file has it; empty if there is none with this number.
    fn text(&self, token: Token) -> &[u8] {
        if !usize::try_from(token).is_ok_and(|token| token < self.vocabulary_size) {
            return &[];
        }
        // SAFETY: the token exists; the string belongs to the vocabulary, which lives as long as `self`.
        unsafe {
            let text = sys::llama_vocab_get_text(self.vocab.as_ptr(), token);
            if text.is_null() {
                &[]
            } else {
                CStr::from_ptr(text).to_bytes()
            }
        }
    }

    pub(super) fn pointer(&self) -> *mut sys::llama_model {
        self.model.as_ptr()
    }

    /// For instance `llama 135M Q4_1`.
    pub(crate) fn description(&self) -> String {
        let mut buffer = [0_u8; 256];
        // SAFETY: llama.cpp writes at most `len` bytes, the terminating zero included.
        unsafe {
            sys::llama_model_desc(
                self.pointer(),
                buffer.as_mut_ptr().cast::<c_char>(),
                buffer.len(),
            );
        }
        let text = CStr::from_bytes_until_nul(&buffer).unwrap_or_default();
        text.to_string_lossy().into_owned()
    }

    /// How many there are.
    pub(crate) fn parameters(&self) -> u64 {
        // SAFETY: reads a number.
        unsafe { sys::llama_model_n_params(self.pointer()) }
    }

    /// Tokens of the context it was trained with; `None` where the file says nothing usable.
    pub(crate) fn training_context(&self) -> Option<u32> {
        // SAFETY: reads a number.
        let tokens = unsafe { sys::llama_model_n_ctx_train(self.pointer()) };
        u32::try_from(tokens).ok().filter(|tokens| *tokens > 0)
    }

    /// The Jinja source under `tokenizer.chat_template`.
    pub(crate) fn chat_template(&self) -> Option<String> {
        // SAFETY: a null name asks for the default; the string belongs to the model.
        let text = unsafe { sys::llama_model_chat_template(self.pointer(), std::ptr::null()) };
        if text.is_null() {
            return None;
        }
        // SAFETY: not null, zero-terminated, and copied before the model can go.
        let text = unsafe { CStr::from_ptr(text) };
        text.to_str().ok().map(str::to_owned)
    }

    /// How many tokens the vocabulary has.
    pub(crate) fn vocabulary_size(&self) -> usize {
        self.vocabulary_size
    }

    /// The fewest tokens that a text of this many bytes can become.
    ///
    /// Lets a question that is hopelessly long be refused before the tokeniser spends minutes on it.
    pub(crate) fn fewest_tokens(&self, bytes: usize) -> usize {
        bytes.checked_div(self.longest_piece).unwrap_or(0)
    }

    /// Splits a rendered prompt as llama.cpp's own tools do:
    /// special tokens are recognised, and one is put in front or behind where the vocabulary asks for it.
    ///
    /// `None` if the text has more bytes or tokens than C can count.
    pub(crate) fn tokenize(&self, text: &str) -> Option<Vec<Token>> {
        self.tokens_of(text, true)
    }

    /// Splits a text as it is: no special token is recognised in it or put around it.
    ///
    /// `None` as with [`Self::tokenize`].
    pub(crate) fn split(&self, text: &str) -> Option<Vec<Token>> {
        self.tokens_of(text, false)
    }

    fn tokens_of(&self, text: &str, special: bool) -> Option<Vec<Token>> {
        // Nearly always at most one token a byte, and what the vocabulary adds around.
        let mut tokens: Vec<Token> = vec![0; text.len() + 8];
        let mut written = self.write_tokens(text, special, &mut tokens)?;
        if written < 0 && written != i32::MIN {
            // A space may become three bytes, and each of them a token.
            tokens.resize(usize::try_from(written.unsigned_abs()).ok()?, 0);
            written = self.write_tokens(text, special, &mut tokens)?;
        }
        tokens.truncate(usize::try_from(written).ok()?);
        Some(tokens)
    }

    fn write_tokens(&self, text: &str, special: bool, tokens: &mut [Token]) -> Option<i32> {
        let bytes = i32::try_from(text.len()).ok()?;
        let room = i32::try_from(tokens.len()).ok()?;
        // SAFETY: both buffers are as long as said; llama.cpp writes no more than `room` tokens,
        // and answers with the negative number if it needs more.
        let written = unsafe {
            sys::llama_tokenize(
                self.vocab.as_ptr(),
                text.as_ptr().cast::<c_char>(),
                bytes,
                tokens.as_mut_ptr(),
                room,
                special,
                special,
            )
        };
        Some(written)
    }

    /// The bytes a token stands for; empty for control tokens unless `special`.
    pub(crate) fn piece(&self, token: Token, special: bool) -> Vec<u8> {
        if usize::try_from(token).is_err() {
            return Vec::new();
        }
        let mut bytes = vec![0_u8; 64];
        let mut written = self.write_piece(token, special, &mut bytes);
        if written < 0 {
            bytes.resize(usize::try_from(written.unsigned_abs()).unwrap_or(0), 0);
            written = self.write_piece(token, special, &mut bytes);
        }
        bytes.truncate(usize::try_from(written).unwrap_or(0));
        bytes
    }

    fn write_piece(&self, token: Token, special: bool, bytes: &mut [u8]) -> i32 {
        let room = i32::try_from(bytes.len()).unwrap_or(i32::MAX);
        // SAFETY: llama.cpp writes at most `room` bytes and answers with the negative size if it needs more.
        unsafe {
            sys::llama_token_to_piece(
                self.vocab.as_ptr(),
                token,
                bytes.as_mut_ptr().cast::<c_char>(),
                room,
                0,
                special,
            )
        }
    }

    /// Whether this token ends an answer.
    pub(crate) fn ends_answer(&self, token: Token) -> bool {
        // SAFETY: looks the number up in a set.
        unsafe { sys::llama_vocab_is_eog(self.vocab.as_ptr(), token) }
    }

    /// The text of the token that opens a prompt, and whether the tokeniser puts it there itself.
    pub(crate) fn opening(&self) -> (String, bool) {
        // SAFETY: reads two fields.
        let (token, added) = unsafe {
            (
                sys::llama_vocab_bos(self.vocab.as_ptr()),
                sys::llama_vocab_get_add_bos(self.vocab.as_ptr()),
            )
        };
        (self.special_text(token), added)
    }

    /// The text of the token that closes a text, and whether the tokeniser puts it there itself.
    pub(crate) fn closing(&self) -> (String, bool) {
        // SAFETY: reads two fields.
        let (token, added) = unsafe {
            (
                sys::llama_vocab_eos(self.vocab.as_ptr()),
                sys::llama_vocab_get_add_eos(self.vocab.as_ptr()),
            )
        };
        (self.special_text(token), added)
    }

    fn special_text(&self, token: Token) -> String {
        String::from_utf8_lossy(&self.piece(token, true)).into_owned()
    }

    /// Tokens that the file says must never be drawn.
    pub(crate) fn suppressed(&self) -> &[Token] {
        let mut count = 0_i32;
        // SAFETY: the array belongs to the vocabulary and has `count` elements.
        unsafe {
            let first = sys::llama_vocab_get_suppress_tokens(self.vocab.as_ptr(), &raw mut count);
            match usize::try_from(count) {
                Ok(count) if count > 0 && !first.is_null() => {
                    std::slice::from_raw_parts(first, count)
                }
                _ => &[],
            }
        }
    }

    /// Tokenisers of the other kinds normalise first, which may shorten a text.
    fn keeps_text_as_it_is(&self) -> bool {
        // SAFETY: reads a field.
        let kind = unsafe { sys::llama_vocab_type(self.vocab.as_ptr()) };
        matches!(kind, sys::LLAMA_VOCAB_TYPE_SPM | sys::LLAMA_VOCAB_TYPE_BPE)
    }

    /// Whether several sequences can share one memory and each be shortened.
    ///
    /// With a sliding window llama.cpp puts new tokens in the place of any that the window has passed, those of other
    /// sequences too, which could then not be gone back to. A recurrent memory holds no tokens at all.
    pub(super) fn shares_memory(&self) -> bool {
        // SAFETY: reads a field.
        let slides = unsafe { sys::llama_model_n_swa(self.pointer()) } != 0;
        !slides && self.takes_back()
    }

    /// Whether the end of a sequence can be taken back. A recurrent memory holds no single tokens.
    pub(crate) fn takes_back(&self) -> bool {
        // SAFETY: reads fields.
        unsafe {
            !sys::llama_model_is_recurrent(self.pointer())
                && !sys::llama_model_is_hybrid(self.pointer())
        }
    }

    fn writes_text(&self) -> bool {
        // SAFETY: reads fields.
        unsafe {
            sys::llama_vocab_type(self.vocab.as_ptr()) != sys::LLAMA_VOCAB_TYPE_NONE
                && sys::llama_model_has_decoder(self.pointer())
                && !sys::llama_model_has_encoder(self.pointer())
                && !sys::llama_model_is_diffusion(self.pointer())
        }
    }
}

impl Drop for Model {
    #[expect(unsafe_code, reason = "frees what `load` has made")]
    fn drop(&mut self) {
        // SAFETY: contexts hold an `Arc` of the model, so none is left.
        unsafe { sys::llama_model_free(self.model.as_ptr()) }
    }
}

/// `params` must be good for the call. Null where llama.cpp refuses.
#[expect(unsafe_code, reason = "hands paths to llama.cpp")]
fn load_from(paths: &[CString], params: sys::llama_model_params) -> *mut sys::llama_model {
    let mut pointers: Vec<*const c_char> = paths.iter().map(|path| path.as_ptr()).collect();
    match pointers.as_mut_slice() {
        // Named by one file alone, llama.cpp looks for the parts that its header speaks of, and finds a wall.
        [only] => {
            // SAFETY: the path and what `params` points to outlive the call, and no callback is kept after it.
            unsafe { sys::llama_model_load_from_file(*only, params) }
        }
        several => {
            // SAFETY: as above; there are as many paths as said, and they are only read.
            unsafe {
                sys::llama_model_load_from_splits(several.as_mut_ptr(), several.len(), params)
            }
        }
    }
}

#[expect(unsafe_code, reason = "gets back the closure that `load` passed")]
unsafe extern "C" fn report_progress(done: f32, data: *mut c_void) -> bool {
    // SAFETY: `load` passes the address of its `&mut dyn FnMut(u8)`, which outlives loading.
    let progress = unsafe { &mut *data.cast::<&mut dyn FnMut(u8)>() };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=100"
    )]
    progress((done * 100.0).clamp(0.0, 100.0) as u8);
    true
}

#[cfg(unix)]
pub(super) fn c_path(path: &Path) -> Option<CString> {
    use std::os::unix::ffi::OsStrExt;
    CString::new(path.as_os_str().as_bytes()).ok()
}

/// ggml takes UTF-8 on Windows and widens it itself.
#[cfg(not(unix))]
pub(super) fn c_path(path: &Path) -> Option<CString> {
    CString::new(path.to_str()?).ok()
}
