//! A model measured and written anew by the real engine.

mod common;

use common::{HEART, engine, hear, question, supervisor};
use sanad_engine_client::{EngineFault, ModelFile, WeightLayout, measure_layouts, prepare_model};
use sanad_testing::fixture_model;

const ORIGINAL: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[tokio::test]
async fn a_prepared_model_names_its_original_and_answers_as_it_does() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let target = folder.path().join("prepared.gguf.part");
    std::fs::write(&target, "").expect("the folder is ours");
    let fidelity = prepare_model(&engine(), &fixture_model(), &target, ORIGINAL)
        .await
        .expect("the fixture can be written anew");
    assert!(fidelity.tokens > 100, "{fidelity:?}");
    assert!(
        (0.0..0.05).contains(&fidelity.mean_divergence) && fidelity.same_likeliest > 0.9,
        "{fidelity:?}"
    );
    let bytes = std::fs::read(&target).expect("it is there");
    let named = |words: &str| {
        bytes
            .windows(words.len())
            .any(|part| part == words.as_bytes())
    };
    assert!(named("sanad.prepared_from") && named(ORIGINAL));

    let supervisor = supervisor();
    for layout in WeightLayout::ALL {
        let model = ModelFile {
            layout,
            ..ModelFile::from(&target)
        };
        let ready = supervisor.ensure_ready(model).await;
        let engine = ready.expect("what was written can be loaded");
        let heard = hear(&mut engine.generate(question(HEART, 60)).expect("it lives")).await;
        assert_eq!(heard.fault, None);
        assert!(!heard.text.is_empty());
    }
}

#[tokio::test]
async fn an_engine_that_prepares_writes_into_the_one_file_and_makes_none() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let target = folder.path().join("nobody-made-it.gguf");
    let outcome = prepare_model(&engine(), &fixture_model(), &target, ORIGINAL).await;
    assert!(
        matches!(outcome, Err(EngineFault::LoadFailed { .. })),
        "{outcome:?}"
    );
    assert!(!target.exists());
}

#[tokio::test]
async fn a_measurement_that_is_given_up_ends_its_process() {
    let measuring = measure_layouts(&engine(), &fixture_model());
    let soon = std::time::Duration::from_millis(1);
    // Dropped at once, or done by then: either way nothing may be left.
    let _ = tokio::time::timeout(soon, measuring).await;
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let missing = folder.path().join("missing.gguf");
    let outcome = measure_layouts(&engine(), &missing).await;
    assert!(
        matches!(outcome, Err(EngineFault::LoadFailed { .. })),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn what_is_measured_are_speeds() {
    let speeds = measure_layouts(&engine(), &fixture_model())
        .await
        .expect("the fixture can be measured");
    // A busy machine leaves some of them out.
    for speed in speeds {
        let rates = [
            speed.prompt_tokens_per_second,
            speed.decode_tokens_per_second,
        ];
        assert!(
            rates.iter().all(|rate| rate.is_finite() && *rate > 0.0),
            "{speed:?}"
        );
    }
}
