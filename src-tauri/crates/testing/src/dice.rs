//! Randomness that a failure can be repeated with.

/// The same numbers in each run (SplitMix64).
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as this number says.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but without, `limit`; 0 for a limit of 0.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = limit as u64;
        usize::try_from(self.any().checked_rem(limit).unwrap_or(0)).unwrap_or(0)
    }
}

/// How many rounds a long test makes: `usually` in `make test`, as many as `SANAD_SOAK` says in `make soak`.
#[must_use]
pub fn rounds(usually: u32) -> u32 {
    std::env::var("SANAD_SOAK")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(usually)
}
