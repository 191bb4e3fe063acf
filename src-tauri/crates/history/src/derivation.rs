//! Turning a passphrase into a key slowly: Argon2id, and how much work it is told to do.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize, Zeroizing};

use crate::{HistoryError, Operation};

/// A key of 256 bits, wiped when dropped.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// Salt of a derivation.
pub(crate) type Salt = [u8; 16];

/// How much work it takes to try one passphrase (Argon2id, version 1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyDerivation {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// What a derivation must cost whoever tries passphrases, in seconds of one core.
const LEAST_CPU_SECONDS: f64 = 0.4;

/// A derivation is slower while other programs use the caches: the fastest of so many tells what the machine can do.
const MEASUREMENTS: u32 = 3;

/// So much more is asked for than was measured, since a calm machine is faster than any that measures.
const MARGIN: f64 = 1.25;

/// Bounds for figures read from a file, so that a hostile one cannot ask for a terabyte or a year.
const MEMORY_KIB: std::ops::RangeInclusive<u32> = 1024..=1024 * 1024;
const PASSES: std::ops::RangeInclusive<u32> = 1..=128;
const LANES: std::ops::RangeInclusive<u32> = 1..=4;
const MOST_WORK_KIB: u64 = 64 * 1024 * 128;

impl KeyDerivation {
    /// 64 MiB, 3 passes, 1 lane: the second recommended choice of RFC 9106 with fewer lanes,
    /// since a small laptop has two cores and somebody who guesses has many.
    pub const STANDARD: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };

    /// 1 MiB and one pass, some milliseconds: for tests that open a store many times, never for a clinic.
    pub const WEAK_FOR_TESTS: Self = Self {
        memory_kib: 1024,
        passes: 1,
        lanes: 1,
    };

    /// [`Self::STANDARD`], with as many more passes as this machine needs to work for 0.4 s of CPU.
    ///
    /// Takes [`MEASUREMENTS`] derivations to measure.
    ///
    /// # Errors
    /// [`HistoryError::OutOfMemory`] where 64 MiB are not to be had.
    pub fn for_this_machine() -> Result<Self, HistoryError> {
        let mut fastest = f64::INFINITY;
        for _ in 0..MEASUREMENTS {
            let started = cpu_seconds();
            Self::STANDARD.derive(b"measured, then forgotten", &Salt::default())?;
            fastest = fastest.min(cpu_seconds() - started);
        }
        Ok(Self::STANDARD.made_to_last(fastest))
    }

    fn made_to_last(self, measured_seconds: f64) -> Self {
        let wanted_seconds = LEAST_CPU_SECONDS * MARGIN;
        if measured_seconds >= wanted_seconds {
            return self;
        }
        let needed = f64::from(self.passes) * wanted_seconds / measured_seconds.max(0.001);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "1 to 128"
        )]
        let passes = needed.ceil().clamp(1.0, f64::from(*PASSES.end())) as u32;
        Self { passes, ..self }
    }

    /// The derivation with these figures, if it is one that this app may have written.
    pub(crate) fn from_figures(memory_kib: u32, passes: u32, lanes: u32) -> Option<Self> {
        let sane = MEMORY_KIB.contains(&memory_kib)
            && PASSES.contains(&passes)
            && LANES.contains(&lanes)
            && u64::from(memory_kib) * u64::from(passes) <= MOST_WORK_KIB;
        sane.then_some(Self {
            memory_kib,
            passes,
            lanes,
        })
    }

    /// Memory in KiB, passes, lanes.
    pub(crate) fn figures(self) -> (u32, u32, u32) {
        (self.memory_kib, self.passes, self.lanes)
    }

    /// The key that a passphrase gives with this salt.
    pub(crate) fn derive(self, passphrase: &[u8], salt: &Salt) -> Result<Key, HistoryError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .expect("our bounds lie within those of Argon2");
        let mut memory = Memory::of(params.block_count())?;
        let mut key = Key::default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(passphrase, salt, key.as_mut(), &mut memory.0[..])
            .expect("salt and key have the lengths that Argon2 asks for");
        Ok(key)
    }
}

/// Argon2's blocks: what was in them gives the key away, so they are wiped.
struct Memory(Vec<Block>);

impl Memory {
    fn of(blocks: usize) -> Result<Self, HistoryError> {
        let mut memory = Vec::new();
        memory
            .try_reserve_exact(blocks)
            .map_err(|_| HistoryError::OutOfMemory {
                operation: Operation::DeriveKey,
            })?;
        memory.resize(blocks, Block::default());
        Ok(Self(memory))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}

/// Seconds that this thread has worked.
#[cfg(unix)]
fn cpu_seconds() -> f64 {
    use rustix::time::{ClockId, clock_gettime};
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a process lives less than 2^52 seconds"
    )]
    let seconds = spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9;
    seconds
}

/// Seconds on the wall, which a busy machine makes longer than the work was.
#[cfg(not(unix))]
fn cpu_seconds() -> f64 {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_machine_is_given_more_passes_and_a_slow_one_no_fewer() {
        for (measured, passes) in [
            (0.6, 3),
            (0.5, 3),
            (0.4, 4),
            (0.2, 8),
            (0.1, 15),
            (0.0, 128),
        ] {
            assert_eq!(
                KeyDerivation::STANDARD.made_to_last(measured).passes,
                passes,
                "{measured}"
            );
        }
    }

    #[test]
    fn every_derivation_that_we_write_can_be_read_back() {
        for written in [
            KeyDerivation::STANDARD,
            KeyDerivation::STANDARD.made_to_last(0.0),
            KeyDerivation::WEAK_FOR_TESTS,
        ] {
            let (memory_kib, passes, lanes) = written.figures();
            assert_eq!(
                KeyDerivation::from_figures(memory_kib, passes, lanes),
                Some(written)
            );
        }
    }

    #[test]
    fn a_hostile_file_cannot_ask_for_a_terabyte_or_a_year() {
        for (memory_kib, passes, lanes) in [
            (1024 * 1024 * 1024, 1, 1),
            (65536, 1_000_000, 1),
            (1024 * 1024, 128, 1),
            (65536, 3, 1000),
            (65536, 0, 1),
            (8, 1, 1),
        ] {
            let read = KeyDerivation::from_figures(memory_kib, passes, lanes);
            assert_eq!(
                read, None,
                "{memory_kib} KiB, {passes} passes, {lanes} lanes"
            );
        }
    }

    #[test]
    fn the_key_is_the_one_that_the_reference_program_derives() {
        // printf password | argon2 somesaltsomesalt -id -k 1024 -t 1 -p 1 -l 32 -r
        let key = KeyDerivation::WEAK_FOR_TESTS
            .derive(b"password", b"somesaltsomesalt")
            .expect("a megabyte is to be had");
        assert_eq!(
            crate::key_file::hex(key.as_ref()),
            "16253e23a29b20d7c7a0c05f9150e74baaa6cf1832edc838d484fc250a02bef9"
        );
    }
}
