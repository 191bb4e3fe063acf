//! The working memory of some conversations over a model.

use std::ffi::c_void;
use std::ptr::NonNull;
use std::sync::Arc;

use llama_cpp_sys_2 as sys;

use super::{Adapters, Model, ModelError, Token, take_recent_errors};

/// How a context is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContextSettings {
    /// Tokens it holds, over all sequences.
    pub(crate) tokens: u32,
    /// Conversations it keeps apart, at most; fewer where the model's memory cannot be shared.
    pub(crate) sequences: u32,
    /// Tokens read in one step, at most.
    pub(crate) batch: u32,
    /// Compute threads.
    pub(crate) threads: u32,
}

/// Why tokens could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DecodeError {
    /// The caller asked to stop; the batch has left no trace.
    #[error("stopped")]
    Stopped,
    /// No room is left.
    #[error("the context is full")]
    Full,
    /// Nothing, or more than a batch holds, or a number that is no token.
    #[error("{0} tokens are no batch")]
    NoBatch(usize),
    /// llama.cpp gave up with this number.
    #[error("llama_decode returned {0}")]
    Failed(i32),
}

/// Which tokens of a batch get logits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rows {
    /// The last alone.
    Last,
    /// Each.
    All,
}

/// A token of a batch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'batch> {
    /// Which.
    pub(crate) token: Token,
    /// The sequences that it is read into; they hold the same so far.
    pub(crate) sequences: &'batch [Sequence],
    /// Whether it gets logits.
    pub(crate) with_logits: bool,
}

/// A sequence's number: each keeps one conversation, and none sees a token of another.
pub(crate) type Sequence = sys::llama_seq_id;

/// Keys and values of the tokens read so far, in sequences that share one memory.
pub(crate) struct Context {
    context: NonNull<sys::llama_context>,
    model: Arc<Model>,
    adapters: Adapters,
    batch: usize,
    sequences: Sequence,
    /// Tokens of the last batch that have logits.
    rows: usize,
}

// SAFETY: a context is not bound to a thread; it has one owner, and everything that changes it takes `&mut self`.
#[expect(unsafe_code, reason = "llama.cpp's contexts may move between threads")]
unsafe impl Send for Context {}

#[expect(
    unsafe_code,
    reason = "calls llama.cpp with a pointer that lives as long as `self`"
)]
impl Context {
    /// Takes the memory.
    pub(crate) fn new(
        model: Arc<Model>,
        adapters: Adapters,
        settings: ContextSettings,
    ) -> Result<Self, ModelError> {
        let threads = i32::try_from(settings.threads).unwrap_or(1).max(1);
        // SAFETY: plain data.
        let mut params = unsafe { sys::llama_context_default_params() };
        params.n_ctx = settings.tokens;
        params.n_batch = settings.batch;
        params.n_ubatch = settings.batch;
        let sequences = if model.shares_memory() {
            settings.sequences.max(1)
        } else {
            1
        };
        params.n_seq_max = sequences;
        // One pool of cells for all: a long conversation may take all of it, and a copied prefix costs no memory.
        params.kv_unified = true;
        params.n_threads = threads;
        params.n_threads_batch = threads;
        params.flash_attn_type = sys::LLAMA_FLASH_ATTN_TYPE_AUTO;
        params.type_k = sys::GGML_TYPE_F16;
        params.type_v = sys::GGML_TYPE_F16;
        // A sliding window that has moved on cannot be shortened, and every next turn would be read again.
        params.swa_full = true;
        take_recent_errors();
        // SAFETY: the model outlives the context, which holds it; no other thread makes one meanwhile.
        let context = unsafe { sys::llama_init_from_model(model.pointer(), params) };
        let context =
            NonNull::new(context).ok_or_else(|| ModelError::Refused(take_recent_errors()))?;
        // SAFETY: just made; a model that only embeds has no memory, and every later call would fail on it.
        if unsafe { sys::llama_get_memory(context.as_ptr()) }.is_null() {
            // SAFETY: nothing else knows it.
            unsafe { sys::llama_free(context.as_ptr()) };
            return Err(ModelError::NotAWriter);
        }
        // SAFETY: reads a number. llama.cpp may have chosen a smaller batch than it was asked for.
        let batch = unsafe {
            sys::llama_n_batch(context.as_ptr()).min(sys::llama_n_ubatch(context.as_ptr()))
        };
        let batch = usize::try_from(batch).unwrap_or(1).max(1);
        Ok(Self {
            context,
            model,
            adapters,
            batch,
            sequences: Sequence::try_from(sequences).unwrap_or(1),
            rows: 0,
        })
    }

    /// From now on computes with this adapter alone, or with none. False, and as before, if there is no such adapter.
    pub(crate) fn apply(&mut self, adapter: Option<u32>) -> bool {
        let pointer = match adapter.map(|number| self.adapters.pointer(number)) {
            None => None,
            Some(None) => return false,
            Some(pointer) => pointer,
        };
        let mut applied: Vec<_> = pointer.into_iter().collect();
        let mut scales = vec![1.0_f32; applied.len()];
        self.rows = 0;
        // SAFETY: the adapters are of this context's model and live as long as it; both lists are as long as said,
        // and are copied.
        let outcome = unsafe {
            sys::llama_set_adapters_lora(
                self.context.as_ptr(),
                applied.as_mut_ptr(),
                applied.len(),
                scales.as_mut_ptr(),
            )
        };
        outcome == 0
    }

    /// Whether [`Self::apply`] would find it.
    pub(crate) fn has_adapter(&self, adapter: Option<u32>) -> bool {
        adapter.is_none_or(|number| self.adapters.has(number))
    }

    /// The sequences there are: 0 and up to, but without, this number.
    pub(crate) fn sequences(&self) -> Sequence {
        self.sequences
    }

    /// Tokens it holds; llama.cpp rounds up what it was asked for.
    pub(crate) fn capacity(&self) -> usize {
        // SAFETY: reads a number.
        let tokens = unsafe { sys::llama_n_ctx(self.context.as_ptr()) };
        usize::try_from(tokens).unwrap_or(0)
    }

    /// What it was made over.
    pub(crate) fn model(&self) -> &Model {
        &self.model
    }

    /// From now on computes with so many threads.
    pub(crate) fn set_threads(&mut self, threads: u32) {
        let threads = i32::try_from(threads).unwrap_or(1).max(1);
        // SAFETY: sets two numbers.
        unsafe { sys::llama_set_n_threads(self.context.as_ptr(), threads, threads) }
    }

    /// The most tokens one call of [`Self::decode`] takes.
    pub(crate) fn batch(&self) -> usize {
        self.batch
    }

    /// Reads tokens behind those of a sequence, and asks after each node of the graph whether to go on.
    ///
    /// After an error the tokens of this call are not in the context.
    pub(crate) fn decode(
        &mut self,
        sequence: Sequence,
        tokens: &[Token],
        rows: Rows,
        go_on: impl FnMut() -> bool,
    ) -> Result<(), DecodeError> {
        let own = [sequence];
        let last = tokens.len().saturating_sub(1);
        let entry = |(place, token): (usize, &Token)| Entry {
            token: *token,
            sequences: &own,
            with_logits: rows == Rows::All || place == last,
        };
        let entries: Vec<Entry<'_>> = tokens.iter().enumerate().map(entry).collect();
        self.decode_entries(&entries, go_on)
    }

    /// Reads tokens of several sequences at once, each behind what its sequences hold, in their order.
    ///
    /// After an error the tokens of this call are not in the context.
    pub(crate) fn decode_entries(
        &mut self,
        entries: &[Entry<'_>],
        mut go_on: impl FnMut() -> bool,
    ) -> Result<(), DecodeError> {
        let known = 0..i32::try_from(self.model.vocabulary_size()).unwrap_or(0);
        let existing = 0..self.sequences;
        let is_sound = |entry: &Entry<'_>| {
            known.contains(&entry.token)
                && !entry.sequences.is_empty()
                && entry
                    .sequences
                    .iter()
                    .all(|sequence| existing.contains(sequence))
        };
        if entries.is_empty() || entries.len() > self.batch || !entries.iter().all(is_sound) {
            return Err(DecodeError::NoBatch(entries.len()));
        }
        self.rows = 0;
        let mut go_on: &mut dyn FnMut() -> bool = &mut go_on;
        let count = i32::try_from(entries.len()).unwrap_or(0);
        let mut tokens: Vec<Token> = entries.iter().map(|entry| entry.token).collect();
        let mut memberships: Vec<*mut Sequence> = entries
            .iter()
            .map(|entry| entry.sequences.as_ptr().cast_mut())
            .collect();
        let mut membership_counts: Vec<i32> = entries
            .iter()
            .map(|entry| i32::try_from(entry.sequences.len()).unwrap_or(1))
            .collect();
        let mut positions = self.positions(entries);
        let mut with_logits: Vec<i8> = entries
            .iter()
            .map(|entry| i8::from(entry.with_logits))
            .collect();
        // SAFETY: the batch borrows the lists, which have one element for each token, for the call, and llama.cpp only
        // reads them;
        // `go_on` outlives the call, is asked from this thread alone (compute thread 0 is the caller),
        // and is forgotten before it goes.
        let outcome = unsafe {
            let data = (&raw mut go_on).cast::<c_void>();
            sys::llama_set_abort_callback(self.context.as_ptr(), Some(wants_to_stop), data);
            let mut batch = sys::llama_batch_get_one(tokens.as_mut_ptr(), count);
            batch.pos = positions.as_mut_ptr();
            batch.n_seq_id = membership_counts.as_mut_ptr();
            batch.seq_id = memberships.as_mut_ptr();
            batch.logits = with_logits.as_mut_ptr();
            let outcome = sys::llama_decode(self.context.as_ptr(), batch);
            sys::llama_set_abort_callback(self.context.as_ptr(), None, std::ptr::null_mut());
            outcome
        };
        match outcome {
            0 => {
                self.rows = entries.iter().filter(|entry| entry.with_logits).count();
                Ok(())
            }
            1 => Err(DecodeError::Full),
            2 => Err(DecodeError::Stopped),
            other => Err(DecodeError::Failed(other)),
        }
    }

    /// Where each token stands: behind what its sequences hold, and behind those before it. Left to itself, llama.cpp
    /// counts in the first sequence of a token alone.
    fn positions(&self, entries: &[Entry<'_>]) -> Vec<sys::llama_pos> {
        // SAFETY: as in `keep_first`; an empty sequence ends at -1.
        let end = |sequence: Sequence| unsafe {
            let memory = sys::llama_get_memory(self.context.as_ptr());
            sys::llama_memory_seq_pos_max(memory, sequence) + 1
        };
        let mut next: Vec<sys::llama_pos> = (0..self.sequences).map(end).collect();
        let place = |sequence: &Sequence| usize::try_from(*sequence).unwrap_or(0);
        let position = |entry: &Entry<'_>| {
            let held = entry.sequences.iter().filter_map(|s| next.get(place(s)));
            let position = held.copied().max().unwrap_or(0);
            for sequence in entry.sequences {
                if let Some(next) = next.get_mut(place(sequence)) {
                    *next = position + 1;
                }
            }
            position
        };
        entries.iter().map(position).collect()
    }

    /// One number for each token of the vocabulary, from one of the tokens that the last batch gave logits, in their order.
    ///
    /// `None` where there is no such row, and after the sequence was changed.
    pub(crate) fn logits(&self, row: usize) -> Option<&[f32]> {
        if row >= self.rows {
            return None;
        }
        // Counted from the end, a row is the same whether all tokens have one or the last alone.
        let from_end = i32::try_from(self.rows - row).ok()?;
        // SAFETY: the last decode succeeded and had logits for `rows` tokens, so the row exists, is one vocabulary wide, and stays until the next `&mut` call.
        unsafe {
            let row = sys::llama_get_logits_ith(self.context.as_ptr(), -from_end);
            (!row.is_null()).then(|| std::slice::from_raw_parts(row, self.model.vocabulary_size()))
        }
    }

    /// Drops everything of a sequence but its first tokens. False if this kind of memory cannot be shortened.
    pub(crate) fn keep_first(&mut self, sequence: Sequence, tokens: usize) -> bool {
        let Ok(from) = i32::try_from(tokens) else {
            return false;
        };
        if !(0..self.sequences).contains(&sequence) {
            return false;
        }
        self.rows = 0;
        // SAFETY: the memory belongs to the context and was checked not to be null, and the sequence exists.
        unsafe {
            let memory = sys::llama_get_memory(self.context.as_ptr());
            sys::llama_memory_seq_rm(memory, sequence, from, -1)
        }
    }

    /// Lets the empty sequence `to` begin with the first tokens of `from`. They are then in both and take no more room.
    ///
    /// False if one of them does not exist.
    pub(crate) fn share_first(&mut self, from: Sequence, to: Sequence, tokens: usize) -> bool {
        let existing = 0..self.sequences;
        let Ok(end) = i32::try_from(tokens) else {
            return false;
        };
        if from == to || !existing.contains(&from) || !existing.contains(&to) {
            return false;
        }
        self.rows = 0;
        // SAFETY: as in `keep_first`; one pool of cells allows a part of a sequence to be shared.
        unsafe {
            let memory = sys::llama_get_memory(self.context.as_ptr());
            sys::llama_memory_seq_cp(memory, from, to, 0, end);
        }
        true
    }

    /// Bytes of [`Self::state`].
    pub(crate) fn state_bytes(&mut self, sequence: Sequence) -> usize {
        if !(0..self.sequences).contains(&sequence) {
            return 0;
        }
        // SAFETY: the sequence exists.
        unsafe { sys::llama_state_seq_get_size(self.context.as_ptr(), sequence) }
    }

    /// The keys and values of a sequence, for [`Self::set_state`]; empty if there is no such sequence, or no memory.
    pub(crate) fn state(&mut self, sequence: Sequence) -> Vec<u8> {
        let bytes = self.state_bytes(sequence);
        let mut state = Vec::new();
        if bytes == 0 || state.try_reserve_exact(bytes).is_err() {
            return Vec::new();
        }
        state.resize(bytes, 0);
        // SAFETY: the sequence exists; llama.cpp writes at most as many bytes as the buffer has.
        let written = unsafe {
            sys::llama_state_seq_get_data(
                self.context.as_ptr(),
                state.as_mut_ptr(),
                state.len(),
                sequence,
            )
        };
        state.truncate(written);
        state
    }

    /// Fills an empty sequence with `tokens` tokens from [`Self::state`]; false, and empty, where that is impossible.
    ///
    /// llama.cpp checks little of these bytes: they must be from an engine like this one, unchanged.
    pub(crate) fn set_state(&mut self, sequence: Sequence, state: &[u8], tokens: usize) -> bool {
        if !(0..self.sequences).contains(&sequence) {
            return false;
        }
        self.rows = 0;
        // SAFETY: the sequence exists; llama.cpp reads at most as many bytes as the slice has, and gives 0 if it
        // refuses them.
        let (read, last) = unsafe {
            let (data, length) = (state.as_ptr(), state.len());
            let read = sys::llama_state_seq_set_data(self.context.as_ptr(), data, length, sequence);
            let memory = sys::llama_get_memory(self.context.as_ptr());
            (read, sys::llama_memory_seq_pos_max(memory, sequence))
        };
        let whole = read > 0 && usize::try_from(last).is_ok_and(|last| last + 1 == tokens);
        if !whole {
            self.keep_first(sequence, 0);
        }
        whole
    }

    /// The types of keys and values, which two contexts must have in common for one to take the other's
    /// [`Self::state`], beside the model and this build.
    pub(crate) fn state_format() -> &'static str {
        "f16.f16"
    }

    /// Drops everything. What was there stays in memory until it is overwritten, and counts no more.
    pub(crate) fn clear(&mut self) {
        self.clear_memory(false);
    }

    /// Drops everything and overwrites it: a number that is none would spoil every sum that it takes part in,
    /// even with the weight 0 that dropped tokens have. Touches all of the context's memory.
    pub(crate) fn wipe(&mut self) {
        self.clear_memory(true);
    }

    fn clear_memory(&mut self, data: bool) {
        self.rows = 0;
        // SAFETY: as in `keep_first`.
        unsafe { sys::llama_memory_clear(sys::llama_get_memory(self.context.as_ptr()), data) }
    }
}

impl Drop for Context {
    #[expect(unsafe_code, reason = "frees what `new` has made")]
    fn drop(&mut self) {
        // SAFETY: `logits` borrows `self`, so nothing points into it any more.
        unsafe { sys::llama_free(self.context.as_ptr()) }
    }
}

#[expect(unsafe_code, reason = "gets back the closure that `decode` passed")]
unsafe extern "C" fn wants_to_stop(data: *mut c_void) -> bool {
    // SAFETY: `decode` passes the address of its `&mut dyn FnMut() -> bool`, which outlives the call.
    let go_on = unsafe { &mut *data.cast::<&mut dyn FnMut() -> bool>() };
    !go_on()
}
