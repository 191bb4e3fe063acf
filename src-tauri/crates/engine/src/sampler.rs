//! Draws the next token.

use llama_cpp_2::sampling::LlamaSampler;
use llama_cpp_2::token::LlamaToken;
use llama_cpp_2::token::data::LlamaTokenData;
use llama_cpp_2::token::data_array::LlamaTokenDataArray;
use sanad_protocol::SamplingParameters;

use crate::native::Token;

/// The fewest candidates that top-p and min-p leave.
const MIN_KEEP: usize = 1;

/// The last tokens of the answer that a penalty holds back; those of the prompt never are, since an answer has to
/// repeat what was asked.
const PENALISED: i32 = 64;

/// Above it llama.cpp would take the odds of everything that was said to nothing.
const LARGEST_PENALTY: f32 = 2.0;

/// One answer's way of drawing.
pub(crate) struct Sampler {
    /// `None` takes the likeliest.
    chain: Option<LlamaSampler>,
    suppressed: Vec<Token>,
}

impl Sampler {
    /// `vocabulary` counts the model's tokens, and `suppressed` are those that are never drawn. `None` if the parameters
    /// are no numbers to draw by.
    pub(crate) fn new(
        parameters: &SamplingParameters,
        vocabulary: usize,
        suppressed: &[Token],
    ) -> Option<Self> {
        let SamplingParameters {
            temperature,
            top_k,
            top_p,
            min_p,
            repetition,
            seed,
        } = *parameters;
        let shares = 0.0..=1.0;
        if !temperature.is_finite()
            || temperature < 0.0
            || !shares.contains(&top_p)
            || !shares.contains(&min_p)
            || !(1.0..=LARGEST_PENALTY).contains(&repetition)
        {
            return None;
        }
        let mut steps = Vec::new();
        if repetition > 1.0 {
            let tokens = i32::try_from(vocabulary).unwrap_or(i32::MAX);
            steps.push(LlamaSampler::penalties(
                tokens, PENALISED, repetition, 0.0, 0.0,
            ));
        }
        if temperature > 0.0 {
            let kept = i32::try_from(top_k).unwrap_or(i32::MAX);
            steps.extend([
                LlamaSampler::top_k(kept),
                LlamaSampler::top_p(top_p, MIN_KEEP),
                LlamaSampler::min_p(min_p, MIN_KEEP),
                LlamaSampler::temp(temperature),
                LlamaSampler::dist(seed),
            ]);
        } else if !steps.is_empty() {
            steps.push(LlamaSampler::greedy());
        }
        let chain = (!steps.is_empty()).then(|| LlamaSampler::chain_simple(steps));
        Some(Self {
            chain,
            suppressed: suppressed.to_vec(),
        })
    }

    /// `None` if the numbers are broken, as weights that overflow make them.
    pub(crate) fn draw(&mut self, logits: &[f32]) -> Option<Token> {
        match &mut self.chain {
            None => likeliest(logits, &self.suppressed),
            Some(chain) => {
                if logits.iter().any(|logit| logit.is_nan()) {
                    return None;
                }
                let candidates = (0..)
                    .zip(logits)
                    .filter(|(token, _)| !self.suppressed.contains(token));
                let candidates = candidates
                    .map(|(token, logit)| LlamaTokenData::new(LlamaToken::new(token), *logit, 0.0));
                let mut candidates = LlamaTokenDataArray::from_iter(candidates, false);
                if candidates.data.is_empty() {
                    return None;
                }
                chain.apply(&mut candidates);
                let drawn = candidates.selected_token()?;
                chain.accept(drawn);
                Some(drawn.0)
            }
        }
    }
}

/// The first of the likeliest, as llama.cpp's greedy sampler takes it.
fn likeliest(logits: &[f32], suppressed: &[Token]) -> Option<Token> {
    let mut best: Option<(Token, f32)> = None;
    for (token, logit) in (0..).zip(logits.iter().copied()) {
        if logit.is_nan() {
            return None;
        }
        if best.is_none_or(|(_, highest)| logit > highest) && !suppressed.contains(&token) {
            best = Some((token, logit));
        }
    }
    best.map(|(token, _)| token)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOGITS: [f32; 5] = [0.5, 3.0, -2.0, 3.0, 2.9];

    fn drawn(parameters: SamplingParameters, suppressed: &[Token], times: usize) -> Vec<Token> {
        let mut sampler = Sampler::new(&parameters, LOGITS.len(), suppressed)
            .expect("the parameters are numbers");
        (0..times)
            .map(|_| sampler.draw(&LOGITS).expect("the logits are numbers"))
            .collect()
    }

    #[test]
    fn greedy_takes_the_first_of_the_likeliest() {
        assert_eq!(drawn(SamplingParameters::GREEDY, &[], 3), [1, 1, 1]);
        assert_eq!(drawn(SamplingParameters::GREEDY, &[1], 1), [3]);
        assert_eq!(drawn(SamplingParameters::GREEDY, &[1, 3], 1), [4]);
    }

    #[test]
    fn the_seed_decides_and_the_filters_bind() {
        let warm = SamplingParameters {
            temperature: 1.0,
            seed: 7,
            ..SamplingParameters::GREEDY
        };
        let first = drawn(warm, &[], 200);
        assert_eq!(first, drawn(warm, &[], 200), "the same seed draws the same");
        assert_ne!(
            first,
            drawn(SamplingParameters { seed: 8, ..warm }, &[], 200)
        );
        assert!(
            first.contains(&0),
            "without filters the unlikely come up too: {first:?}"
        );
        let filtered = [
            SamplingParameters { top_k: 3, ..warm },
            SamplingParameters { min_p: 0.5, ..warm },
            SamplingParameters { top_p: 0.9, ..warm },
            SamplingParameters {
                temperature: 0.01,
                ..warm
            },
        ];
        for parameters in filtered {
            let tokens = drawn(parameters, &[], 200);
            assert!(
                tokens.iter().all(|token| [1, 3, 4].contains(token)),
                "{parameters:?}: {tokens:?}"
            );
        }
        assert!(
            !drawn(warm, &[0, 1], 200)
                .iter()
                .any(|token| [0, 1].contains(token))
        );
    }

    #[test]
    fn a_penalty_holds_back_what_was_drawn_and_none_leaves_everything_as_it_was() {
        let penalised = SamplingParameters {
            repetition: 1.5,
            ..SamplingParameters::GREEDY
        };
        assert_eq!(drawn(penalised, &[], 4), [1, 3, 4, 1]);
        let warm = SamplingParameters {
            temperature: 0.01,
            ..penalised
        };
        let first: Vec<Token> = drawn(warm, &[], 2);
        assert_ne!(first[0], first[1], "the likeliest two take turns");
    }

    #[test]
    fn parameters_and_logits_that_are_no_numbers_are_refused() {
        for parameters in [
            SamplingParameters {
                temperature: f32::NAN,
                ..SamplingParameters::GREEDY
            },
            SamplingParameters {
                temperature: -1.0,
                ..SamplingParameters::GREEDY
            },
            SamplingParameters {
                top_p: 1.5,
                ..SamplingParameters::GREEDY
            },
            SamplingParameters {
                min_p: f32::INFINITY,
                ..SamplingParameters::GREEDY
            },
            SamplingParameters {
                repetition: 0.5,
                ..SamplingParameters::GREEDY
            },
        ] {
            assert!(
                Sampler::new(&parameters, LOGITS.len(), &[]).is_none(),
                "{parameters:?}"
            );
        }
        for temperature in [0.0, 1.0] {
            let parameters = SamplingParameters {
                temperature,
                ..SamplingParameters::GREEDY
            };
            let mut sampler = Sampler::new(&parameters, LOGITS.len(), &[]).expect("numbers");
            assert_eq!(sampler.draw(&[1.0, f32::NAN]), None);
            assert_eq!(sampler.draw(&[]), None);
        }
    }
}
