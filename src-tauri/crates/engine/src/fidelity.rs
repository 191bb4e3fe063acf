//! How near one model's next tokens are to another's, over a text in English and one in Arabic.

use sanad_protocol::{Fidelity, WeightLayout};

use crate::failure::EngineError;
use crate::generate::{BATCH, EngineSettings};
use crate::measure::context_of;
use crate::native::{Context, Rows, Token};

/// Written for this, in the manner of letters; no person stands behind them.
const TEXTS: [&str; 2] = [
    include_str!("fidelity/english.txt"),
    include_str!("fidelity/arabic.txt"),
];

/// Tokens of each text that are compared, at most.
const MOST_TOKENS: usize = 256;
/// Numbers that are kept of the original, for each text: 128 MB, which large vocabularies reach.
const MOST_NUMBERS: usize = 32 << 20;

/// What one model makes of one text.
struct Passage {
    tokens: Vec<Token>,
    /// Logits of each token in turn, each as long as the vocabulary.
    rows: Vec<Vec<f32>>,
}

/// Compares `prepared` with `original`, of which one at a time is in memory.
pub(crate) fn compare(
    original: &EngineSettings,
    prepared: &EngineSettings,
) -> Result<Fidelity, EngineError> {
    let known = {
        let mut context = context_of(original, WeightLayout::default(), BATCH)?;
        let mut known = Vec::new();
        for text in TEXTS {
            let tokens = tokens_of(&context, text);
            known.push(read(&mut context, tokens)?);
        }
        known
    };
    let mut context = context_of(prepared, WeightLayout::default(), BATCH)?;
    let (mut divergence, mut same, mut compared) = (0.0, 0_u32, 0_u32);
    for passage in known {
        let other = read(&mut context, passage.tokens)?;
        for (one, other) in passage.rows.iter().zip(&other.rows) {
            divergence += divergence_of(one, other);
            same += u32::from(likeliest(one) == likeliest(other));
            compared += 1;
        }
    }
    let of = f64::from(compared.max(1));
    Ok(Fidelity {
        mean_divergence: divergence / of,
        same_likeliest: f64::from(same) / of,
        tokens: compared,
    })
}

fn tokens_of(context: &Context, text: &str) -> Vec<Token> {
    let model = context.model();
    let room = MOST_NUMBERS / model.vocabulary_size().max(1);
    let mut tokens = model.tokenize(text).unwrap_or_default();
    tokens.truncate(room.clamp(1, MOST_TOKENS));
    tokens
}

fn read(context: &mut Context, tokens: Vec<Token>) -> Result<Passage, EngineError> {
    context.clear();
    context
        .decode(0, &tokens, Rows::All, || true)
        .map_err(|error| EngineError::ModelUnreadable(error.to_string()))?;
    let rows = (0..tokens.len()).map(|row| context.logits(row).unwrap_or_default().to_vec());
    let rows = rows.collect();
    Ok(Passage { tokens, rows })
}

/// Kullback–Leibler divergence of the second from the first, in nats.
fn divergence_of(one: &[f32], other: &[f32]) -> f64 {
    let (of_one, of_other) = (log_of_sum(one), log_of_sum(other));
    let pairs = one.iter().zip(other);
    let terms = pairs.map(|(one, other)| {
        let (one, other) = (f64::from(*one) - of_one, f64::from(*other) - of_other);
        one.exp() * (one - other)
    });
    // Rounding may leave a little less than nothing.
    terms.sum::<f64>().max(0.0)
}

/// The logarithm of the sum of all exponentials.
fn log_of_sum(logits: &[f32]) -> f64 {
    let highest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let highest = f64::from(highest);
    let exponentials = logits
        .iter()
        .map(|logit| (f64::from(*logit) - highest).exp());
    highest + exponentials.sum::<f64>().ln()
}

fn likeliest(logits: &[f32]) -> Option<usize> {
    let numbered = logits.iter().enumerate();
    let best = numbered.max_by(|(_, one), (_, other)| one.total_cmp(other));
    best.map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_divergence_is_that_of_the_definition() {
        // Shares of 1/2, 1/2 against 1/4, 3/4: ln 2 - ln 3 / 2.
        let one = [0.0, 0.0];
        let other = [0.0, 3.0_f32.ln()];
        let expected = 2.0_f64.ln() - 3.0_f64.ln() / 2.0;
        assert!((divergence_of(&one, &other) - expected).abs() < 1e-6);
        assert!(divergence_of(&other, &other).abs() < 1e-9);
    }

    #[test]
    fn a_shift_of_all_logits_changes_nothing() {
        let one = [1.0, -2.0, 700.0, 3.5];
        let shifted = one.map(|logit| logit - 650.0);
        assert!(divergence_of(&one, &shifted).abs() < 1e-9);
        assert_eq!(likeliest(&one), Some(2));
    }
}
