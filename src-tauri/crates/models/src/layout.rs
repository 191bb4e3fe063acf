//! How the weights of a model lie in memory, and which way is the fastest on this machine.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use sysinfo::{CpuRefreshKind, RefreshKind, System};

/// How the weights lie in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Rows woven into each other, which is the usual way.
    Repacked,
    /// As they stand in the file.
    AsStored,
}

/// A layout with its speed, as it was measured on one machine.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasuredLayout {
    /// The layout.
    pub layout: Layout,
    /// Compute threads.
    pub threads: u32,
    /// Tokens of a prompt read in a second.
    pub prompt_tokens_per_second: f64,
    /// Tokens written in a second.
    pub decode_tokens_per_second: f64,
}

/// Tokens of the question and of what else is new in a usual turn.
const USUAL_PROMPT: f64 = 512.0;
/// Tokens of a usual answer.
const USUAL_ANSWER: f64 = 256.0;
/// Of the usual layout's time, what another may take: less of a gain is lost in the noise of the clock.
const WORTH_CHANGING: f64 = 0.95;

impl MeasuredLayout {
    /// The one with which a usual turn takes the least time; the first, unless another is clearly faster.
    ///
    /// `None` if there are fewer than two: the machine was busy, and nothing was compared.
    #[must_use]
    pub fn fastest(measured: &[Self]) -> Option<Self> {
        let (usual, others) = measured.split_first()?;
        let fastest = others
            .iter()
            .min_by(|one, other| one.turn_seconds().total_cmp(&other.turn_seconds()))?;
        let change = fastest.turn_seconds() < WORTH_CHANGING * usual.turn_seconds();
        Some(if change { *fastest } else { *usual })
    }

    fn turn_seconds(&self) -> f64 {
        USUAL_PROMPT / self.prompt_tokens_per_second + USUAL_ANSWER / self.decode_tokens_per_second
    }
}

/// What a measurement holds for: the processor, how many of its cores there are, and this version.
#[must_use]
pub fn this_machine() -> &'static str {
    static MACHINE: OnceLock<String> = OnceLock::new();
    MACHINE.get_or_init(|| {
        let processors = RefreshKind::nothing().with_cpu(CpuRefreshKind::nothing());
        let system = System::new_with_specifics(processors).ok();
        let processors = system.as_ref().map(System::cpus).unwrap_or_default();
        let brand = processors.first().map(|processor| processor.brand().trim());
        format!(
            "{} × {}; {}; {}",
            processors.len(),
            brand.unwrap_or_default(),
            std::env::consts::ARCH,
            env!("CARGO_PKG_VERSION"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(layout: Layout, prompt: f64, decode: f64) -> MeasuredLayout {
        MeasuredLayout {
            layout,
            threads: 2,
            prompt_tokens_per_second: prompt,
            decode_tokens_per_second: decode,
        }
    }

    #[test]
    fn the_faster_turn_decides_and_not_the_faster_prompt() {
        let usual = measured(Layout::Repacked, 100.0, 20.0);
        let reads = measured(Layout::AsStored, 150.0, 19.8);
        assert_eq!(MeasuredLayout::fastest(&[usual, reads]), Some(reads));
        let writes_slowly = measured(Layout::AsStored, 150.0, 15.0);
        assert_eq!(
            MeasuredLayout::fastest(&[usual, writes_slowly]),
            Some(usual)
        );
    }

    #[test]
    fn a_gain_within_the_noise_changes_nothing() {
        let usual = measured(Layout::Repacked, 100.0, 20.0);
        let hardly = measured(Layout::AsStored, 103.0, 20.5);
        assert_eq!(MeasuredLayout::fastest(&[usual, hardly]), Some(usual));
    }

    #[test]
    fn one_figure_is_no_comparison() {
        assert_eq!(MeasuredLayout::fastest(&[]), None);
        let alone = measured(Layout::AsStored, 100.0, 20.0);
        assert_eq!(MeasuredLayout::fastest(&[alone]), None);
    }

    #[test]
    fn this_machine_has_a_name_that_stays() {
        assert_eq!(this_machine(), this_machine());
        assert!(this_machine().contains(std::env::consts::ARCH));
    }
}
