//! Of several builds of the engine the best that runs here serves, and the others are passed over for good.

mod common;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use common::{HEART, engine, hear, question, trained_answer};
use sanad_engine_client::{EngineFault, EngineHello, EngineSupervisor, EngineVariant, LoadedModel};
use sanad_protocol::{EngineEvent, PROTOCOL_VERSION};
use sanad_testing::{GgufBuilder, fixture_model};

/// A program of `sh` in the place of an engine.
fn build(folder: &Path, name: &'static str, lines: &str) -> EngineVariant {
    let program = folder.join(name);
    std::fs::write(&program, format!("#!/bin/sh\n{lines}\n")).expect("the folder is ours");
    let permissions = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, permissions).expect("the file is ours");
    EngineVariant { name, program }
}

fn real(name: &'static str) -> EngineVariant {
    EngineVariant {
        name,
        program: engine(),
    }
}

fn supervisor_of(variants: Vec<EngineVariant>) -> EngineSupervisor {
    EngineSupervisor::of_variants(variants).expect("there are some")
}

fn names(supervisor: &EngineSupervisor) -> (&str, Vec<&'static str>) {
    let (chosen, skipped) = supervisor.variant();
    let skipped = skipped.iter().map(|skipped| skipped.name).collect();
    (chosen.name, skipped)
}

async fn answers(supervisor: &EngineSupervisor) {
    let engine = supervisor.ensure_ready(&fixture_model()).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    let heard = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(heard.text, trained_answer(HEART));
}

#[tokio::test]
async fn builds_that_do_not_run_here_are_passed_over() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let missing = EngineVariant {
        name: "missing",
        program: PathBuf::from("/no/such/engine"),
    };
    let illegal = build(folder.path(), "illegal", "kill -ILL $$");
    let foreign = build(
        folder.path(),
        "foreign",
        "echo '{\"event\":\"hello\",\"protocol\":999}'; [ $1 = about ] || sleep 60",
    );
    let silent = build(folder.path(), "silent", "exit 127");
    let candidates = vec![
        missing,
        illegal,
        foreign,
        silent,
        real("good"),
        real("unneeded"),
    ];
    let supervisor = supervisor_of(candidates.clone());
    assert_eq!(
        names(&supervisor),
        ("missing", vec![]),
        "nothing was tried yet"
    );
    answers(&supervisor).await;
    let passed_over = vec!["missing", "illegal", "foreign", "silent"];
    assert_eq!(names(&supervisor), ("good", passed_over.clone()));
    assert_eq!(supervisor.executable(), engine());
    let illegal = &supervisor.variant().1[1].fault;
    assert!(
        matches!(illegal, EngineFault::Crashed { status, .. } if status.contains("SIGILL")),
        "{illegal:?}"
    );

    let asked = supervisor_of(candidates);
    assert!(asked.about().await.is_ok());
    assert_eq!(names(&asked), ("good", passed_over));
}

#[tokio::test]
async fn a_build_that_dies_of_an_instruction_in_mid_answer_is_not_started_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    // It is ready, and dies of the first question.
    let hello = EngineEvent::Hello(EngineHello {
        protocol: PROTOCOL_VERSION,
        version: String::new(),
        system_info: String::new(),
        devices: Vec::new(),
        containment: Vec::new(),
    });
    let ready = EngineEvent::Ready(LoadedModel {
        description: String::new(),
        parameters: 0,
        context_tokens: 0,
        threads: 1,
        state_format: String::new(),
        load_seconds: 0.0,
    });
    let line = |event: &EngineEvent| serde_json::to_string(event).expect("plain data");
    let (hello, ready) = (line(&hello), line(&ready));
    let lines = format!("echo '{hello}'; echo '{ready}'; read request; kill -ILL $$");
    let supervisor = supervisor_of(vec![build(folder.path(), "fragile", &lines), real("good")]);
    let engine = supervisor.ensure_ready(&fixture_model()).await;
    let engine = engine.unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(names(&supervisor), ("fragile", vec![]));
    let heard = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert!(heard.fault.is_some(), "{heard:?}");
    answers(&supervisor).await;
    assert_eq!(names(&supervisor), ("good", vec!["fragile"]));
}

#[tokio::test]
async fn neither_a_bad_model_nor_a_kill_nor_the_end_of_the_list_passes_a_build_over() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let hollow = folder.path().join("hollow.gguf");
    GgufBuilder::default()
        .write(&hollow)
        .expect("the folder is ours");
    let supervisor = supervisor_of(vec![real("good"), real("unneeded")]);
    assert!(supervisor.ensure_ready(&hollow).await.is_err());
    answers(&supervisor).await;
    supervisor.unload().await;
    answers(&supervisor).await;
    assert_eq!(names(&supervisor), ("good", vec![]));

    let last = supervisor_of(vec![build(folder.path(), "illegal", "kill -ILL $$")]);
    for _ in 0..2 {
        let fault = last.ensure_ready(&fixture_model()).await.err();
        assert!(
            matches!(fault, Some(EngineFault::Crashed { .. })),
            "{fault:?}"
        );
    }
    assert_eq!(names(&last), ("illegal", vec![]));
}
