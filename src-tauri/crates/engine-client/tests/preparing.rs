//! A model measured and written anew by the real engine.

mod common;

use common::{HEART, engine, hear, question, supervisor};
use sanad_engine_client::{EngineFault, ModelFile, WeightLayout, measure_layouts, prepare_model};
use sanad_testing::{fixture_model, split_model};

const ORIGINAL: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

#[tokio::test]
async fn a_prepared_model_names_its_original_and_answers_as_it_does() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let target = folder.path().join("prepared.gguf.part");
    std::fs::write(&target, "").expect("the folder is ours");
    let fidelity = prepare_model(&engine(), &[fixture_model()], &target, ORIGINAL)
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
async fn a_model_in_several_files_is_measured_and_written_anew_as_the_whole_is() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let parts = split_model(&fixture_model(), folder.path(), 9);
    if parts.is_empty() {
        return;
    }
    let target = folder.path().join("prepared.gguf.part");
    let mut written = Vec::new();
    for files in [parts.as_slice(), &[fixture_model()]] {
        std::fs::write(&target, "").expect("the folder is ours");
        let fidelity = prepare_model(&engine(), files, &target, ORIGINAL).await;
        let fidelity = fidelity.expect("it can be written anew");
        let bytes = std::fs::metadata(&target).expect("it is there").len();
        written.push((fidelity.tokens, bytes));
    }
    assert_eq!(written.first(), written.last());
    let speeds = measure_layouts(&engine(), &parts).await;
    assert!(speeds.is_ok(), "{speeds:?}");

    let (first, _) = parts.split_at(1);
    std::fs::write(&target, "").expect("the folder is ours");
    let outcome = prepare_model(&engine(), first, &target, ORIGINAL).await;
    assert!(
        matches!(outcome, Err(EngineFault::LoadFailed { .. })),
        "the other parts are behind the wall: {outcome:?}"
    );
    let speeds = measure_layouts(&engine(), first).await;
    assert!(speeds.is_err(), "{speeds:?}");
}

#[tokio::test]
async fn an_engine_that_prepares_writes_into_the_one_file_and_makes_none() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let target = folder.path().join("nobody-made-it.gguf");
    let outcome = prepare_model(&engine(), &[fixture_model()], &target, ORIGINAL).await;
    assert!(
        matches!(outcome, Err(EngineFault::LoadFailed { .. })),
        "{outcome:?}"
    );
    assert!(!target.exists());
}

/// Whether a process runs that was started with this path.
#[cfg(target_os = "linux")]
fn is_at_work_on(path: &std::path::Path) -> bool {
    let processes = std::fs::read_dir("/proc").expect("Linux has it").flatten();
    let path = path.to_str().expect("temporary folders have plain names");
    processes.into_iter().any(|process| {
        let arguments = std::fs::read(process.path().join("cmdline")).unwrap_or_default();
        arguments
            .split(|byte| *byte == 0)
            .any(|argument| argument == path.as_bytes())
    })
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_measurement_that_is_given_up_ends_its_process() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let (engine, model) = (engine(), folder.path().join("model-of-this-test.gguf"));
    std::fs::copy(fixture_model(), &model).expect("the folder is ours");
    {
        let measuring = measure_layouts(&engine, std::slice::from_ref(&model));
        let begun = async {
            while !is_at_work_on(&model) {
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            }
        };
        // The other is dropped with the block, whichever ends first.
        tokio::select! {
            _ = measuring => {}
            () = begun => {}
        }
    }
    let ended = async {
        while is_at_work_on(&model) {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    let soon = tokio::time::timeout(common::SOON, ended).await;
    assert!(soon.is_ok(), "nobody waits for what it measures");
}

#[tokio::test]
async fn what_is_measured_are_speeds() {
    let speeds = measure_layouts(&engine(), &[fixture_model()])
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
