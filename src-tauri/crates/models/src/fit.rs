//! Whether a model fits into the memory that is free.

use sysinfo::{MemoryRefreshKind, RefreshKind, System};

use crate::ModelFacts;

/// The least context worth loading a model for, in tokens.
const SMALLEST_CONTEXT: u64 = 2048;
/// Logits and activations of one micro-batch of this many tokens.
const MICRO_BATCH: u64 = 512;
/// What the engine itself takes, measured with the fixture model: 30 MB, rounded up.
const ENGINE_BYTES: u64 = 48 << 20;

/// Bytes of memory that a model takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryNeed {
    /// The weights.
    pub weights: u64,
    /// The key–value cache of the context asked for.
    pub cache: u64,
    /// Logits, activations and the engine itself; an estimate.
    pub buffers: u64,
}

impl MemoryNeed {
    /// All of it.
    #[must_use]
    pub fn total(self) -> u64 {
        self.weights
            .saturating_add(self.cache)
            .saturating_add(self.buffers)
    }
}

/// Whether there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// With room to spare.
    Fits,
    /// Less than a tenth of the free memory would be left.
    Tight,
    /// Not even with the smallest context.
    WillNotFit,
}

impl Fit {
    /// Judges a need against what is free, both in bytes.
    #[must_use]
    pub fn judge(need: u64, available: u64) -> Self {
        if need > available {
            Self::WillNotFit
        } else if need > available - available / 10 {
            Self::Tight
        } else {
            Self::Fits
        }
    }
}

/// What a model takes with a context of `context_tokens`; 0 means the smallest.
#[must_use]
pub fn memory_need(facts: &ModelFacts, context_tokens: u64) -> MemoryNeed {
    let context = if context_tokens == 0 {
        SMALLEST_CONTEXT
    } else {
        context_tokens
    };
    MemoryNeed {
        weights: facts.weight_bytes,
        cache: facts.cache_bytes_per_token.saturating_mul(context),
        buffers: facts
            .vocabulary
            .saturating_mul(4 * MICRO_BATCH)
            .saturating_add(ENGINE_BYTES),
    }
}

/// Bytes of memory that a new process could have without others being swapped out; `None` where the system does not say.
#[must_use]
pub fn available_memory() -> Option<u64> {
    let memory = RefreshKind::nothing().with_memory(MemoryRefreshKind::nothing().with_ram());
    System::new_with_specifics(memory)
        .ok()
        .map(|system| system.available_memory())
}
