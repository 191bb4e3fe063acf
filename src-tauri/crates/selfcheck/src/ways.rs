//! In which way an Arabic question is put to the model.
//!
//! Directly, unless the evidence for another way is there in full: choosing wrongly costs a clinician time and may cost
//! a negation or a dose on the way through English.

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::statistics::{Interval, Paired, holm, mcnemar_exact, wilson};

/// The level of the whole family of comparisons.
pub const SIGNIFICANCE: f64 = 0.05;
/// The gain below which another way is not worth its time, as a share of the items.
pub const MINIMUM_GAIN: f64 = 0.05;

/// A way of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The question as it was written.
    Direct,
    /// Translated into English by the model itself, answered, answered back in Arabic.
    Pivot,
    /// The same, with a second installed model as translator.
    PivotWithTranslator,
}

/// Another way than asking directly, with what it did.
#[derive(Clone, Copy, Debug)]
pub struct Challenger<'a> {
    /// Which way.
    pub way: Way,
    /// Whether each item was right, over the same items in the same order as the direct answers.
    pub right: &'a [bool],
    /// Whether every number, unit, negation and drug name came back from the round-trip sentences.
    pub round_trip_kept: bool,
}

/// Why a challenger does not replace asking directly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortcoming {
    /// McNemar's exact test after Holm is not below 5 %.
    NoDifferenceShown,
    /// It gained less than five points.
    GainTooSmall,
    /// Its own lower 95 % limit is not above chance.
    NotAboveChance,
    /// A number, a unit, a negation or a drug name was lost in translation.
    RoundTripLost,
}

/// What was found about one challenger.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Which way.
    pub way: Way,
    /// Discordant items; the first is direct, the second the challenger.
    pub paired: Paired,
    /// The challenger's accuracy.
    pub accuracy: Interval,
    /// McNemar's exact p, two-sided.
    pub p: f64,
    /// The same after Holm over all challengers.
    pub p_adjusted: f64,
    /// Why it is not chosen; empty if it could be.
    pub shortcomings: Vec<Shortcoming>,
}

/// The way to ask, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The way that is chosen.
    pub way: Way,
    /// One for each challenger, in their order.
    pub verdicts: Vec<Verdict>,
}

/// Chooses the way of asking; direct unless a challenger has no shortcoming.
///
/// `chance` is the share that guessing gives on these items.
/// Of several challengers without shortcoming the one with the largest gain is chosen, the earlier one at a tie.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn choose_way(
    direct: &[bool],
    challengers: &[Challenger<'_>],
    chance: f64,
) -> Result<Decision, SelfCheckError> {
    let paired: Vec<Paired> = challengers
        .iter()
        .map(|challenger| Paired::count(direct, challenger.right))
        .collect::<Result<_, _>>()?;
    let p_values: Vec<f64> = paired.iter().copied().map(mcnemar_exact).collect();
    let adjusted = holm(&p_values);
    let mut verdicts = Vec::with_capacity(challengers.len());
    for (at, challenger) in challengers.iter().enumerate() {
        let right = challenger.right.iter().filter(|right| **right).count();
        let accuracy = wilson(right, challenger.right.len())?;
        let shortcomings = shortcomings(challenger, paired[at], adjusted[at], accuracy, chance);
        verdicts.push(Verdict {
            way: challenger.way,
            paired: paired[at],
            accuracy,
            p: p_values[at],
            p_adjusted: adjusted[at],
            shortcomings,
        });
    }
    let way = best(&verdicts).map_or(Way::Direct, |verdict| verdict.way);
    Ok(Decision { way, verdicts })
}

fn shortcomings(
    challenger: &Challenger<'_>,
    paired: Paired,
    p_adjusted: f64,
    accuracy: Interval,
    chance: f64,
) -> Vec<Shortcoming> {
    let tests = [
        (p_adjusted < SIGNIFICANCE, Shortcoming::NoDifferenceShown),
        (gains_enough(paired), Shortcoming::GainTooSmall),
        (accuracy.low > chance, Shortcoming::NotAboveChance),
        (challenger.round_trip_kept, Shortcoming::RoundTripLost),
    ];
    let failed = tests.into_iter().filter(|(holds, _)| !holds);
    failed.map(|(_, shortcoming)| shortcoming).collect()
}

/// Counted in whole items, so that a gain of exactly five points is not lost to rounding.
fn gains_enough(paired: Paired) -> bool {
    let gained = paired.only_second.saturating_sub(paired.only_first) as f64;
    gained >= (MINIMUM_GAIN * paired.items as f64 - 1e-9)
}

fn best(verdicts: &[Verdict]) -> Option<&Verdict> {
    let mut best: Option<&Verdict> = None;
    for verdict in verdicts.iter().filter(|v| v.shortcomings.is_empty()) {
        if best.is_none_or(|best| verdict.paired.gain() > best.paired.gain()) {
            best = Some(verdict);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Random;

    const RUNS: u64 = 2_000;
    /// How often a way that is truly no better may be chosen.
    const STATED_RATE: f64 = 0.05;

    /// A way that is right where direct is, but for a share of the items, of which it wins its own share.
    struct Truth {
        discordance: f64,
        gain: f64,
    }

    fn simulate(run: u64, items: usize, accuracy: f64, truths: &[Truth]) -> Decision {
        let mut random = Random::new(run.wrapping_mul(0x1000_0001));
        let direct: Vec<bool> = (0..items).map(|_| random.chance(accuracy)).collect();
        let ways = [Way::Pivot, Way::PivotWithTranslator];
        let answers: Vec<Vec<bool>> = truths
            .iter()
            .map(|truth| {
                // P(wrong becomes right) - P(right becomes wrong) = gain; their sum is the discordance.
                let won = (truth.discordance + truth.gain) / 2.0 / (1.0 - accuracy);
                let lost = (truth.discordance - truth.gain) / 2.0 / accuracy;
                assert!(won <= 1.0 && lost <= 1.0, "such an answerer cannot be");
                direct
                    .iter()
                    .map(|&right| {
                        if right {
                            !random.chance(lost)
                        } else {
                            random.chance(won)
                        }
                    })
                    .collect()
            })
            .collect();
        let challengers: Vec<Challenger<'_>> = ways
            .into_iter()
            .zip(&answers)
            .map(|(way, right)| Challenger {
                way,
                right,
                round_trip_kept: true,
            })
            .collect();
        choose_way(&direct, &challengers, 0.25).expect("lists belong together")
    }

    fn rate(items: usize, accuracy: f64, truths: &[Truth], wrong: impl Fn(Way) -> bool) -> f64 {
        let runs = (0..RUNS).filter(|&run| wrong(simulate(run, items, accuracy, truths).way));
        runs.count() as f64 / RUNS as f64
    }

    #[test]
    fn a_way_that_is_no_better_is_chosen_at_most_at_the_stated_rate() {
        for items in [60, 120, 240] {
            for accuracy in [0.25, 0.4, 0.6, 0.8] {
                for discordance in [0.1, 0.2, 0.38] {
                    for gain in [0.0, -0.05] {
                        let truths = [Truth { discordance, gain }, Truth { discordance, gain }];
                        let rate = rate(items, accuracy, &truths, |way| way != Way::Direct);
                        assert!(
                            rate <= STATED_RATE,
                            "{items} {accuracy} {discordance} {gain}: {rate}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn an_equal_way_beside_a_better_one_is_chosen_at_most_at_the_stated_rate() {
        let truths = [
            Truth {
                discordance: 0.3,
                gain: 0.0,
            },
            Truth {
                discordance: 0.3,
                gain: 0.15,
            },
        ];
        let rate = rate(240, 0.4, &truths, |way| way == Way::Pivot);
        assert!(rate <= STATED_RATE, "{rate}");
    }

    #[test]
    fn a_way_that_is_much_better_is_found() {
        let truths = [Truth {
            discordance: 0.3,
            gain: 0.15,
        }];
        let found = rate(240, 0.4, &truths, |way| way == Way::Pivot);
        assert!(found > 0.9, "{found}");
    }

    #[test]
    fn guessing_a_little_less_badly_is_not_enough() {
        // From 5 % to 25 % right: a difference beyond doubt, and still no better than a coin with four sides.
        let direct: Vec<bool> = (0..240).map(|item| item % 20 == 0).collect();
        let right: Vec<bool> = (0..240).map(|item| item % 4 == 0).collect();
        let decision = choose_way(&direct, &[pivot(&right, true)], 0.25).expect("same items");
        assert_eq!(decision.way, Way::Direct);
        assert_eq!(
            decision.verdicts[0].shortcomings,
            [Shortcoming::NotAboveChance]
        );
    }

    #[test]
    fn a_lost_negation_outweighs_every_gain() {
        let direct = [false; 100];
        let right = [true; 100];
        let decision = choose_way(&direct, &[pivot(&right, false)], 0.25).expect("same items");
        assert_eq!(decision.way, Way::Direct);
        assert_eq!(
            decision.verdicts[0].shortcomings,
            [Shortcoming::RoundTripLost]
        );
        let kept = choose_way(&direct, &[pivot(&right, true)], 0.25).expect("same items");
        assert_eq!(kept.way, Way::Pivot);
    }

    #[test]
    fn a_certain_gain_of_less_than_five_points_is_not_enough() {
        let direct: Vec<bool> = (0..1_000).map(|item| item < 500).collect();
        let gains_49: Vec<bool> = (0..1_000).map(|item| item < 549).collect();
        let gains_50: Vec<bool> = (0..1_000).map(|item| item < 550).collect();
        let little = choose_way(&direct, &[pivot(&gains_49, true)], 0.25).expect("same items");
        assert_eq!(little.verdicts[0].shortcomings, [Shortcoming::GainTooSmall]);
        let enough = choose_way(&direct, &[pivot(&gains_50, true)], 0.25).expect("same items");
        assert_eq!(enough.way, Way::Pivot);
    }

    fn pivot(right: &[bool], round_trip_kept: bool) -> Challenger<'_> {
        Challenger {
            way: Way::Pivot,
            right,
            round_trip_kept,
        }
    }
}
