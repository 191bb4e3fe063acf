//! Whether a model fits into the memory that is free.

use sysinfo::{MemoryRefreshKind, RefreshKind, System};

use crate::ModelFacts;

/// The context that the engine takes by itself, in tokens.
const USUAL_CONTEXT: u64 = 4096;
/// The least context worth loading a model for, in tokens.
const SMALLEST_CONTEXT: u64 = 2048;
/// Logits and activations of one micro-batch of this many tokens.
const MICRO_BATCH: u64 = 512;
/// What the engine itself takes, measured with the fixture model: 30 MB, rounded up.
pub(crate) const ENGINE_BYTES: u64 = 48 << 20;

/// What the engine keeps of conversations that are not being written, at most; never more than the cache itself.
const PARKED_BYTES: u64 = 256 << 20;

/// Bytes of memory that a model takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MemoryNeed {
    /// The weights.
    pub weights: u64,
    /// The key–value cache of the context asked for.
    pub cache: u64,
    /// Logits, activations, conversations that are put aside, and the engine itself; an estimate.
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

/// A model beside the memory that is free, and what would help where it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryFit {
    /// What it takes with `context_tokens`.
    pub need: MemoryNeed,
    /// Tokens of context to load it with: as many as are usual, or fewer so that it fits.
    pub context_tokens: u64,
    /// Whether the context is shorter than is usual, for want of memory.
    pub context_is_cut: bool,
    /// Bytes that are free.
    pub available: u64,
    /// Whether there is room.
    pub verdict: Fit,
    /// For a model that will not fit: the best version of it that would.
    pub smaller: Option<SmallerVersion>,
}

/// The same model with its weights written in fewer bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallerVersion {
    /// As files are named after it, for instance `Q4_K_M`.
    pub quantisation: &'static str,
    /// Bytes of memory that it would take with the smallest context; an estimate.
    pub needed: u64,
}

/// Bits that a weight takes, in hundredths, the best first: sizes of an 8 B model in llama.cpp's `quantize.cpp`.
pub(crate) const VERSIONS: [(&str, u64); 6] = [
    ("Q8_0", 852),
    ("Q6_K", 657),
    ("Q5_K_M", 570),
    ("Q4_K_M", 490),
    ("Q3_K_M", 400),
    ("Q2_K", 317),
];

impl MemoryFit {
    /// Compares a model with `available` bytes, first with the usual context and then with the smallest.
    #[must_use]
    pub fn of(facts: &ModelFacts, available: u64) -> Self {
        let usual = match facts.training_context {
            0 => USUAL_CONTEXT,
            trained => trained.min(USUAL_CONTEXT),
        };
        let least = usual.min(SMALLEST_CONTEXT);
        let whole = memory_need(facts, usual);
        let cut = memory_need(facts, least);
        let verdict = Fit::judge(whole.total(), available);
        if verdict != Fit::WillNotFit {
            return Self::new(whole, usual, available, verdict);
        }
        let mut fit = Self::new(cut, least, available, Fit::judge(cut.total(), available));
        if fit.verdict == Fit::WillNotFit {
            fit.smaller = smaller_version(facts, cut, available);
        } else {
            fit.context_is_cut = true;
            fit.verdict = Fit::Tight;
        }
        fit
    }

    /// As [`Self::of`], with a context of so many tokens where that fits; never more than the model was trained with.
    ///
    /// What does not fit is as usual, and the context is cut then.
    #[must_use]
    pub fn wanting(facts: &ModelFacts, available: u64, context_tokens: u64) -> Self {
        let wanted = match facts.training_context {
            0 => context_tokens,
            trained => context_tokens.min(trained),
        };
        let need = memory_need(facts, wanted);
        match Fit::judge(need.total(), available) {
            Fit::WillNotFit => {
                let usual = Self::of(facts, available);
                Self {
                    context_is_cut: usual.context_is_cut || usual.context_tokens < wanted,
                    ..usual
                }
            }
            verdict => Self::new(need, wanted, available, verdict),
        }
    }

    fn new(need: MemoryNeed, context_tokens: u64, available: u64, verdict: Fit) -> Self {
        Self {
            need,
            context_tokens,
            context_is_cut: false,
            available,
            verdict,
            smaller: None,
        }
    }
}

/// The version with the most bits that fits with room to spare.
fn smaller_version(facts: &ModelFacts, need: MemoryNeed, available: u64) -> Option<SmallerVersion> {
    VERSIONS.iter().find_map(|(quantisation, bits)| {
        let weights = facts.parameters.saturating_mul(*bits) / 800;
        let needed = MemoryNeed { weights, ..need }.total();
        let fits = weights < facts.weight_bytes && Fit::judge(needed, available) == Fit::Fits;
        fits.then_some(SmallerVersion {
            quantisation,
            needed,
        })
    })
}

/// What a model takes with a context of so many tokens.
#[must_use]
pub fn memory_need(facts: &ModelFacts, context_tokens: u64) -> MemoryNeed {
    let cache = facts.cache_bytes_per_token.saturating_mul(context_tokens);
    MemoryNeed {
        weights: facts.weight_bytes,
        cache,
        buffers: facts
            .vocabulary
            .saturating_mul(4 * MICRO_BATCH)
            .saturating_add(cache.min(PARKED_BYTES))
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
