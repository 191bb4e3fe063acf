//! Each architecture that people bring is loaded, read and written by the real engine.

mod common;

use common::{hear, question, supervisor};
use sanad_engine_client::{EngineFault, FailureCode, StopReason};
use sanad_testing::models_of_each_architecture;

#[tokio::test]
async fn every_architecture_loads_and_answers_and_an_embedder_is_refused_for_what_it_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut answered = 0;
    for model in models_of_each_architecture(folder.path()) {
        let name = model.file_stem().unwrap_or_default().to_string_lossy();
        let supervisor = supervisor();
        let ready = supervisor.ensure_ready(&model).await;
        if name == "bert" {
            let refused = matches!(
                ready.err(),
                Some(EngineFault::LoadFailed {
                    code: FailureCode::NotForChat,
                    ..
                })
            );
            assert!(refused, "an embedder answers nothing");
            continue;
        }
        let engine = ready.unwrap_or_else(|fault| panic!("{name}: {fault}"));
        let asked = || engine.generate(question("الجرعة 5-10 mg", 8));
        let first = hear(&mut asked().expect("it lives")).await;
        let again = hear(&mut asked().expect("it lives")).await;
        assert_eq!(first.fault, None, "{name}");
        assert!(
            first.stop == Some(StopReason::MaxTokens) || first.stop == Some(StopReason::EndOfTurn),
            "{name}: {first:?}"
        );
        assert_eq!(first.first_read, Some(0), "{name}");
        assert_eq!(again.first_read, Some(first.prompt_tokens - 1), "{name}");
        answered += 1;
    }
    assert!(answered == 0 || answered == 8, "{answered} of 8");
}
