//! An adapter changes the answers that are asked for with it, and no others.

mod common;

use std::path::{Path, PathBuf};

use common::{DOSE_RANGE, Heard, hear, question, read_again, supervisor, trained_answer};
use sanad_engine_client::{
    EngineFault, FailureCode, GenerateOptions, ModelFile, PromptText, ReadyEngine, ScorePrompt,
};
use sanad_testing::{adapters_of, fixture_model};

const NAME: &str = "a conversation";

fn adapter(folder: &Path, name: &str) -> Option<PathBuf> {
    let adapters = adapters_of(&fixture_model(), folder);
    adapters.into_iter().find(|path| path.ends_with(name))
}

fn with(adapters: &[&PathBuf]) -> ModelFile {
    ModelFile {
        adapters: adapters.iter().map(|path| (*path).clone()).collect(),
        context_tokens: Some(2048),
        ..ModelFile::new(fixture_model())
    }
}

async fn answer(engine: &ReadyEngine, adapter: Option<&PathBuf>) -> Heard {
    let options = GenerateOptions {
        adapter: adapter.cloned(),
        conversation: Some(NAME.to_owned()),
        ..question(DOSE_RANGE, 60)
    };
    let heard = hear(&mut engine.generate(options).expect("it lives")).await;
    assert_eq!(heard.fault, None);
    heard
}

#[tokio::test]
async fn an_adapter_changes_the_answer_and_without_it_the_answer_is_as_before() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(fitting) = adapter(folder.path(), "fitting.gguf") else {
        return;
    };
    let another = fitting.with_file_name("another.gguf");
    let supervisor = supervisor();
    let engine = supervisor.ensure_ready(with(&[&fitting, &another])).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    let plain = answer(&engine, None).await;
    assert_eq!(plain.text, trained_answer(DOSE_RANGE));
    let changed = answer(&engine, Some(&fitting)).await;
    assert_ne!(changed.text, plain.text);
    assert_eq!(
        read_again(&changed),
        changed.prompt_tokens,
        "nothing of the plain prompt is reused"
    );
    let otherwise = answer(&engine, Some(&another)).await;
    assert_ne!(otherwise.text, changed.text);
    assert_eq!(read_again(&otherwise), otherwise.prompt_tokens);

    // Each finds its own prompt again, and says the same.
    for (adapter, before) in [
        (None, &plain),
        (Some(&fitting), &changed),
        (Some(&another), &otherwise),
    ] {
        let again = answer(&engine, adapter).await;
        assert_eq!(again.text, before.text);
        assert_eq!(read_again(&again), 1);
    }

    // What it says beside the other is what it says alone in an engine of its own.
    let alone = common::supervisor();
    let engine = alone.ensure_ready(with(&[&another])).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(answer(&engine, Some(&another)).await.text, otherwise.text);
    let unknown = engine.generate(GenerateOptions {
        adapter: Some(fitting),
        ..question(DOSE_RANGE, 1)
    });
    let refused = matches!(
        unknown,
        Err(EngineFault::RequestFailed {
            code: FailureCode::BadRequest,
            ..
        })
    );
    assert!(refused, "it was not told of this one");
}

#[tokio::test]
async fn a_state_is_kept_and_taken_back_for_the_adapter_that_it_was_read_with() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(fitting) = adapter(folder.path(), "fitting.gguf") else {
        return;
    };
    let (first, second) = (supervisor(), supervisor());
    let engine = first.ensure_ready(with(&[&fitting])).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    let changed = answer(&engine, Some(&fitting)).await;
    assert!(engine.save_state(NAME, None).await.is_none());
    let state = engine.save_state(NAME, Some(&fitting)).await;
    let state = state.expect("it is in memory");

    let engine = second.ensure_ready(with(&[&fitting])).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    assert!(engine.restore_state(NAME, Some(&fitting), state).await > 0);
    let plain = answer(&engine, None).await;
    assert_eq!(plain.text, trained_answer(DOSE_RANGE));
    assert_eq!(read_again(&plain), plain.prompt_tokens);
    let resumed = answer(&engine, Some(&fitting)).await;
    assert_eq!(read_again(&resumed), 1);
    assert_eq!(resumed.text, changed.text);
}

#[tokio::test]
async fn one_engine_serves_every_adapter_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(fitting) = adapter(folder.path(), "fitting.gguf") else {
        return;
    };
    let another = fitting.with_file_name("another.gguf");
    let supervisor = supervisor();
    let mut pids = Vec::new();
    for wanted in [
        vec![],
        vec![&fitting],
        vec![],
        vec![&another],
        vec![&fitting],
        vec![],
    ] {
        let engine = supervisor.ensure_ready(with(&wanted)).await;
        let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
        assert!(supervisor.running(&with(&wanted)).await.is_some());
        answer(&engine, wanted.first().copied()).await;
        pids.push(engine.pid());
    }
    let mut processes = pids.clone();
    processes.dedup();
    assert_eq!(
        processes.len(),
        3,
        "one for each new adapter, and none to go back: {pids:?}"
    );
}

#[tokio::test]
async fn an_adapter_that_does_not_go_with_the_model_is_refused_by_the_engine_too() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(fitting) = adapter(folder.path(), "fitting.gguf") else {
        return;
    };
    let supervisor = supervisor();
    for name in [
        "other-architecture.gguf",
        "other-size.gguf",
        "other-tensor.gguf",
        "half-a-pair.gguf",
        "other-kind.gguf",
        "missing.gguf",
    ] {
        let unfit = fitting.with_file_name(name);
        let refused = supervisor.ensure_ready(with(&[&unfit])).await.err();
        let said = matches!(
            &refused,
            Some(EngineFault::LoadFailed {
                code: FailureCode::AdapterUnfit,
                detail,
            }) if !detail.is_empty()
        );
        assert!(said, "{name}: {refused:?}");
    }
    let engine = supervisor.ensure_ready(with(&[&fitting])).await;
    assert!(engine.is_ok(), "the refused ones are not asked for again");
}

#[tokio::test]
async fn continuations_are_compared_with_the_adapter_that_is_named_and_with_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Some(fitting) = adapter(folder.path(), "fitting.gguf") else {
        return;
    };
    let supervisor = supervisor();
    let engine = supervisor.ensure_ready(with(&[&fitting])).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    let score = async |adapter: Option<&Path>| {
        let prompt = ScorePrompt {
            text: PromptText::Plain("How many chambers does the heart have?".to_owned()),
            continuations: vec![" Four".to_owned(), " Two".to_owned()],
        };
        // The same text before each, which must not be kept from one adapter to the other.
        let shared = "Answer in one word. ".repeat(4);
        let scored = engine.score(adapter, shared, vec![prompt]).await;
        scored.expect("it fits").scores
    };
    let plain = score(None).await;
    let changed = score(Some(&fitting)).await;
    assert_ne!(changed, plain);
    answer(&engine, Some(&fitting)).await;
    assert_eq!(score(None).await, plain, "the last adapter is off again");
    assert_eq!(score(Some(&fitting)).await, changed);
    let unknown = engine
        .score(Some(folder.path()), String::new(), Vec::new())
        .await;
    assert!(matches!(unknown, Err(EngineFault::RequestFailed { .. })));
}
