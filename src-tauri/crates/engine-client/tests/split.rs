//! A model in several files answers as the whole does.

mod common;

use common::{DOSE_RANGE, hear, question, supervisor, trained_answer};
use sanad_engine_client::{EngineFault, FailureCode, ModelFile};
use sanad_testing::{fixture_model, split_model};

#[tokio::test]
async fn the_parts_answer_as_the_whole_and_the_engine_reads_no_other_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let parts = split_model(&fixture_model(), folder.path(), 9);
    let Some((first, further)) = parts.split_first() else {
        return;
    };
    let supervisor = supervisor();
    let model = ModelFile {
        further_parts: further.to_vec(),
        ..ModelFile::new(first)
    };
    let engine = supervisor.ensure_ready(model.clone()).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    let heard = hear(
        &mut engine
            .generate(question(DOSE_RANGE, 200))
            .expect("it lives"),
    )
    .await;
    assert_eq!(heard.text, trained_answer(DOSE_RANGE));

    // A part that is not named is behind the wall, though it lies beside the first.
    let (_, named) = further.split_last().expect("there are several");
    for further_parts in [named.to_vec(), Vec::new()] {
        let too_few = ModelFile {
            further_parts,
            ..model.clone()
        };
        let refused = supervisor.ensure_ready(too_few).await.err();
        assert!(
            matches!(
                refused,
                Some(EngineFault::LoadFailed {
                    code: FailureCode::ModelUnreadable,
                    ..
                })
            ),
            "{refused:?}"
        );
    }
}
