//! A check over the real engine and the fixture model, its file, and its end at any moment.

use std::collections::HashSet;
use std::path::PathBuf;

use sanad_engine_client::{EngineFault, EngineSupervisor, ModelFile};
use sanad_examination::{Answered, Flow, Journal, JournalError, JournalHead, RunEnd, measure, run};
use sanad_selfcheck::check::{CheckPlan, Depth, Offer, Outcome, Step, StepResult, Wording, report};
use sanad_selfcheck::items::bundled;
use sanad_testing::fixture_model;

fn engines() -> EngineSupervisor {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test.ancestors().nth(2).expect("tests lie in `deps`");
    EngineSupervisor::new(folder.join(format!("sanad-engine{}", std::env::consts::EXE_SUFFIX)))
}

fn plan(items: usize) -> (CheckPlan, Vec<Step>) {
    let bundled = bundled().expect("the files have the form of items");
    let plan = CheckPlan::of(&bundled, Depth::Quick(items), Wording::Template);
    let steps = plan.steps(&bundled);
    (plan, steps)
}

fn model() -> ModelFile {
    ModelFile::new(fixture_model())
}

async fn results(engines: &EngineSupervisor, steps: &[Step]) -> Vec<StepResult> {
    let mut results = Vec::new();
    let end = run(
        engines,
        &model(),
        steps,
        &HashSet::new(),
        |answered: &Answered| {
            results.push(answered.result.clone());
            Ok::<_, EngineFault>(Flow::GoOn)
        },
    )
    .await;
    assert_eq!(end.expect("the fixture answers"), RunEnd::Complete);
    results
}

#[tokio::test]
async fn two_runs_give_the_same_bytes_and_a_run_that_was_stopped_goes_on_to_them() {
    let (_, steps) = plan(6);
    let engines = engines();
    let whole = results(&engines, &steps).await;
    assert_eq!(whole.len(), 12);
    let again = results(&engines, &steps).await;
    let bytes = |results: &[StepResult]| serde_json::to_string(results).expect("plain data");
    assert_eq!(bytes(&whole), bytes(&again));

    let mut kept = Vec::new();
    for _ in 0..3 {
        let keys = |results: &[StepResult]| -> HashSet<String> {
            let keys = results.iter();
            keys.map(|one| sanad_examination::key(&one.item, one.language))
                .collect()
        };
        let done = keys(&kept);
        let mut here = 0;
        let keep = |answered: &Answered| {
            kept.push(answered.result.clone());
            here += 1;
            Ok::<_, EngineFault>(if here == 5 { Flow::Stop } else { Flow::GoOn })
        };
        run(&engines, &model(), &steps, &done, keep)
            .await
            .expect("the fixture answers");
    }
    assert_eq!(bytes(&whole), bytes(&kept));
}

#[tokio::test]
async fn an_engine_that_is_killed_costs_no_result() {
    let (_, steps) = plan(6);
    let engines = engines();
    let whole = results(&engines, &steps).await;
    let mut kept = Vec::new();
    let killer = engines.clone();
    let end = run(
        &engines,
        &model(),
        &steps,
        &HashSet::new(),
        |answered: &Answered| {
            kept.push(answered.result.clone());
            if kept.len() % 3 == 1 {
                let killer = killer.clone();
                tokio::spawn(async move { killer.unload().await });
            }
            Ok::<_, EngineFault>(Flow::GoOn)
        },
    )
    .await;
    assert_eq!(end.expect("it is started again"), RunEnd::Complete);
    assert_eq!(whole, kept);
}

#[tokio::test]
async fn a_question_that_does_not_fit_is_said_and_the_rest_is_asked() {
    let (_, steps) = plan(6);
    let small = ModelFile {
        context_tokens: Some(256),
        ..model()
    };
    let mut outcomes = Vec::new();
    run(
        &engines(),
        &small,
        &steps,
        &HashSet::new(),
        |answered: &Answered| {
            outcomes.push(answered.result.outcome == Outcome::TooLong);
            Ok::<_, EngineFault>(Flow::GoOn)
        },
    )
    .await
    .expect("the fixture answers");
    assert_eq!(outcomes.len(), 12);
    assert!(
        outcomes.contains(&true) && outcomes.contains(&false),
        "{outcomes:?}"
    );
}

#[tokio::test]
async fn what_a_check_takes_is_measured_before_it_begins() {
    let (_, steps) = plan(24);
    let engines = engines();
    let engine = engines
        .ensure_ready(model())
        .await
        .expect("the fixture loads");
    let speed = measure(&engine, None, &steps).await.expect("it answers");
    assert!(
        speed.tokens_per_second > 1.0 && speed.tokens_per_item > 50.0,
        "{speed:?}"
    );
    assert!(Offer::quick(240, speed).items >= 30);
}

fn head(plan: CheckPlan) -> JournalHead {
    JournalHead {
        model: "fixture".to_owned(),
        sha256: "00".repeat(32),
        plan,
    }
}

#[tokio::test]
async fn a_file_of_results_goes_on_after_a_cut_line_and_refuses_another_check() {
    let (plan, steps) = plan(3);
    let head = head(plan);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path: PathBuf = folder.path().join("check.jsonl");
    let whole = results(&engines(), &steps).await;
    let mut journal = Journal::go_on(&path, &head).expect("it is new");
    for result in &whole[..4] {
        journal.keep(result).expect("there is room");
    }
    drop(journal);
    let mut bytes = std::fs::read(&path).expect("it was written");
    bytes.truncate(bytes.len() - 20);
    std::fs::write(&path, bytes).expect("there is room");

    let mut journal = Journal::go_on(&path, &head).expect("the same check");
    assert_eq!(journal.results(), &whole[..3]);
    assert_eq!(journal.done().len(), 3);
    for result in &whole[3..] {
        journal.keep(result).expect("there is room");
    }
    let read = Journal::open(&path).expect("it is whole");
    assert_eq!(read.results(), whole);
    assert!(report(read.results()).is_some());

    let other = JournalHead {
        sha256: "11".repeat(32),
        ..head.clone()
    };
    let refused = Journal::go_on(&path, &other);
    assert!(matches!(refused, Err(JournalError::OtherCheck { .. })));
    std::fs::write(&path, "{}\n").expect("there is room");
    let refused = Journal::open(&path);
    assert!(matches!(
        refused,
        Err(JournalError::Foreign { line: 1, .. })
    ));
}
