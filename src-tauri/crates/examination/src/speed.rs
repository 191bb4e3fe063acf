//! How fast this model reads questions here.

use std::path::Path;

use sanad_engine_client::{EngineFault, ReadyEngine};
use sanad_selfcheck::check::{Speed, Step};

use crate::ask;

/// Items whose tokens are counted: enough for a mean.
const COUNTED: usize = 24;

/// Steps that are asked for their time; the first of them only brings the weights into memory.
const TIMED: usize = 3;

/// Measures with the first steps of a plan, which are asked again when the check begins.
///
/// # Errors
/// What ended the engine, or why it refused.
pub async fn measure(
    engine: &ReadyEngine,
    adapter: Option<&Path>,
    steps: &[Step],
) -> Result<Speed, EngineFault> {
    // Both languages of an item stand side by side.
    let counted: Vec<String> = steps
        .iter()
        .take(2 * COUNTED)
        .filter_map(|step| Some(step.forms.first()?.asked.text()))
        .collect();
    let items = (counted.len() / 2).max(1);
    let tokens: usize = engine.tokenize(counted).await?.iter().map(Vec::len).sum();
    let (mut read, mut seconds) = (0, 0.0);
    for (place, step) in steps.iter().take(TIMED).enumerate() {
        let first_form = Step {
            forms: step.forms.iter().take(1).cloned().collect(),
            ..step.clone()
        };
        let answered = ask(engine, adapter, &first_form).await?;
        if place > 0 {
            read += answered.read_tokens;
            seconds += answered.seconds;
        }
    }
    Ok(Speed {
        tokens_per_second: f64::from(read) / f64::max(seconds, 1e-6),
        tokens_per_item: to_f64(tokens) / to_f64(items),
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
fn to_f64(count: usize) -> f64 {
    count as f64
}
