//! An engine that dies, hangs, or never was one costs the request in progress and nothing more.

mod common;

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use common::{
    HEART, LONG_ARABIC, LONG_ENGLISH, SOON, engine, hear, hear_until, question, supervisor,
    trained_answer,
};
use sanad_engine_client::{
    EngineFault, EngineHello, EngineState, EngineSupervisor, FailureCode, LoadedModel, Patience,
    about_engine, watch_over,
};
use sanad_protocol::EngineEvent;
use sanad_testing::{GgufBuilder, fixture_model};

fn signal(name: &str, pid: u32) {
    let status = Command::new("kill")
        .arg(format!("-{name}"))
        .arg(pid.to_string())
        .status();
    assert!(status.expect("every Linux has kill").success());
}

fn is_gone(pid: u32) -> bool {
    !Path::new(&format!("/proc/{pid}")).exists()
}

#[tokio::test]
async fn a_killed_engine_fails_the_answer_keeps_what_was_told_and_is_replaced() {
    let supervisor = supervisor();
    for (name, expected) in [
        ("KILL", "killed"),
        ("SEGV", "signal: 11"),
        ("ABRT", "signal: 6"),
    ] {
        let engine = supervisor
            .ensure_ready(&fixture_model())
            .await
            .expect("the fixture loads");
        let mut generation = engine
            .generate(question(LONG_ENGLISH, 1024))
            .expect("it lives");
        let mut queued = engine.generate(question(HEART, 200)).expect("it lives");
        let begun = hear_until(&mut generation, |heard| heard.answer_tokens >= 10).await;
        signal(name, engine.pid());
        let rest = hear(&mut generation).await;
        let fault = rest.fault.expect("the answer did not end by itself");
        match &fault {
            EngineFault::Killed => assert_eq!(expected, "killed"),
            EngineFault::Crashed { status, .. } => {
                assert!(status.contains(expected), "{name}: {status}")
            }
            other => panic!("{name}: {other:?}"),
        }
        assert!(trained_answer(LONG_ENGLISH).starts_with(&(begun.text + &rest.text)));
        assert_eq!(
            hear(&mut queued).await.fault.as_ref(),
            Some(&fault),
            "who waits is told too"
        );
        assert_eq!(
            engine.generate(question(HEART, 5)).err().as_ref(),
            Some(&fault)
        );
        assert_eq!(*supervisor.watch().borrow(), EngineState::Failed(fault));
        assert!(is_gone(engine.pid()));

        let engine = supervisor
            .ensure_ready(&fixture_model())
            .await
            .expect("a new one starts");
        let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
        assert_eq!(next.text, trained_answer(HEART), "after {name}");
    }
}

#[tokio::test]
async fn an_engine_that_hangs_is_ended_and_replaced() {
    let patience = Patience {
        answering: Duration::from_secs(2),
        ..Patience::default()
    };
    let supervisor = EngineSupervisor::with_patience(engine(), patience);
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut generation = engine
        .generate(question(LONG_ENGLISH, 1024))
        .expect("it lives");
    hear_until(&mut generation, |heard| heard.answer_tokens >= 10).await;
    signal("STOP", engine.pid());
    let rest = hear(&mut generation).await;
    assert_eq!(rest.fault, Some(EngineFault::Unresponsive { seconds: 2 }));
    assert!(is_gone(engine.pid()));
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("a new one starts");
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn an_engine_that_hangs_or_dies_is_brought_back_before_anybody_asks() {
    let patience = Patience {
        answering: Duration::from_secs(2),
        ..Patience::default()
    };
    let supervisor = EngineSupervisor::with_patience(engine(), patience);
    let watchdog = tokio::spawn(watch_over(supervisor.clone()));
    let mut board = supervisor.watch();
    for name in ["STOP", "KILL"] {
        let engine = supervisor
            .ensure_ready(&fixture_model())
            .await
            .expect("the fixture loads");
        let mut generation = engine
            .generate(question(LONG_ENGLISH, 1024))
            .expect("it lives");
        hear_until(&mut generation, |heard| heard.answer_tokens >= 10).await;
        signal(name, engine.pid());
        let told = hear(&mut generation).await.fault;
        assert!(told.is_some(), "who waits is told");
        // Nobody asks, and it is ready all the same.
        let another = board.wait_for(|state| matches!(state, EngineState::Ready(_)));
        let another = tokio::time::timeout(SOON, another).await;
        drop(
            another
                .expect("it is brought back")
                .expect("the board stays"),
        );
        assert_ne!(supervisor.pid().await, Some(engine.pid()), "after {name}");
    }
    supervisor.unload().await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(supervisor.pid().await, None, "an unloaded one stays away");
    watchdog.abort();
}

#[tokio::test]
async fn an_idle_engine_is_not_taken_for_a_hanging_one() {
    let patience = Patience {
        answering: Duration::from_millis(500),
        ..Patience::default()
    };
    let supervisor = EngineSupervisor::with_patience(engine(), patience);
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    tokio::time::sleep(Duration::from_secs(2)).await;
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn the_process_ends_with_its_supervisor_even_in_mid_answer() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut generation = engine
        .generate(question(LONG_ARABIC, 1024))
        .expect("it lives");
    hear_until(&mut generation, |heard| heard.answer_tokens >= 5).await;
    drop(supervisor);
    assert_eq!(hear(&mut generation).await.fault, Some(EngineFault::Killed));
    assert!(is_gone(engine.pid()));
}

#[tokio::test]
async fn a_broken_model_file_is_refused_with_a_reason_and_a_good_one_loads_after_it() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("the folder is ours");
        path
    };
    let whole = std::fs::read(fixture_model()).expect("committed");
    let part = |share: usize| whole.get(..whole.len() / share).expect("a part");
    let no_tokens = folder.path().join("no-tokens.gguf");
    GgufBuilder::default()
        .write(&no_tokens)
        .expect("the folder is ours");
    let broken = [
        folder.path().join("missing.gguf"),
        folder.path().to_owned(),
        file("empty.gguf", b""),
        file("text.gguf", "This is no model. هذا ليس نموذجا.".as_bytes()),
        file("magic-only.gguf", b"GGUF"),
        file("header-cut.gguf", part(1000)),
        file("tensors-cut.gguf", part(2)),
        no_tokens,
    ];
    let supervisor = supervisor();
    for path in &broken {
        let fault = supervisor.ensure_ready(path).await.err();
        match &fault {
            Some(EngineFault::LoadFailed {
                code: FailureCode::ModelUnreadable,
                detail,
            }) => {
                assert!(!detail.is_empty(), "{}", path.display());
            }
            other => panic!("{}: {other:?}", path.display()),
        }
        assert_eq!(
            Some(supervisor.watch().borrow().clone()),
            fault.map(EngineState::Failed)
        );
    }
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

/// A program of `sh` that takes the engine's place.
fn script(folder: &Path, name: &str, lines: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("the folder is ours");
    let permissions = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&path, permissions).expect("the file is ours");
    path
}

/// Seen in a run of 1,000 kills: who asked between the closing of the pipe and the end of the process was told that
/// the engine had been killed, whatever it was that ended it.
#[tokio::test]
async fn who_asks_an_engine_that_is_just_ending_hears_why_it_ended() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let hello = EngineEvent::Hello(EngineHello {
        protocol: sanad_protocol::PROTOCOL_VERSION,
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
    let lines =
        format!("echo '{hello}'; echo '{ready}'; read request; exec 1>&-; sleep 1; kill -SEGV $$");
    let supervisor = EngineSupervisor::new(script(folder.path(), "dying", &lines));
    let engine = supervisor.ensure_ready(&fixture_model()).await;
    let engine = engine.expect("it says that it is ready");
    let mut first = engine.generate(question(HEART, 1)).expect("it lives");
    // Its pipe has closed, and it has not ended.
    while supervisor.pid().await.is_some() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let mut second = engine
        .generate(question(HEART, 1))
        .expect("the end is not known yet");
    for asked in [&mut first, &mut second] {
        match asked.next().await {
            Err(EngineFault::Crashed { status, .. }) => {
                assert!(status.contains("signal: 11"), "{status}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn what_is_no_engine_is_found_out() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let script = |name: &str, lines: &str| script(folder.path(), name, lines);
    let missing = folder.path().join("missing");
    let not_executable = folder.path().join("plain");
    std::fs::write(&not_executable, "text").expect("the folder is ours");
    let silent = script("silent", "exit 0");
    let complaining = script(
        "complaining",
        "echo 'error while loading shared libraries' >&2; exit 127",
    );
    let chatty = script(
        "chatty",
        "echo '{\"event\":\"text\"}'; echo hello; sleep 60",
    );
    let foreign = script(
        "foreign",
        "echo '{\"event\":\"hello\",\"protocol\":999,\"new\":[]}'; sleep 60",
    );
    let patience = Patience {
        handshake: Duration::from_secs(2),
        ..Patience::default()
    };
    let start = async |program: &Path| {
        let supervisor = EngineSupervisor::with_patience(program, patience);
        let fault = supervisor
            .ensure_ready(&fixture_model())
            .await
            .err()
            .expect("it is no engine");
        assert_eq!(
            *supervisor.watch().borrow(),
            EngineState::Failed(fault.clone())
        );
        fault
    };
    for program in [&missing, &not_executable] {
        assert!(
            matches!(start(program).await, EngineFault::CannotStart { .. }),
            "{}",
            program.display()
        );
    }
    assert!(matches!(start(&silent).await, EngineFault::NoHello { .. }));
    match start(&complaining).await {
        EngineFault::NoHello { detail } => assert!(detail.contains("shared libraries"), "{detail}"),
        other => panic!("{other:?}"),
    }
    assert_eq!(
        start(&chatty).await,
        EngineFault::Unresponsive { seconds: 2 }
    );
    assert_eq!(
        start(&foreign).await,
        EngineFault::VersionMismatch {
            expected: sanad_protocol::PROTOCOL_VERSION,
            found: 999
        }
    );
}

#[tokio::test]
async fn an_engine_says_what_it_is_without_a_model() {
    let hello = about_engine(&engine()).await.expect("it answers");
    assert!(hello.system_info.contains("CPU"), "{hello:?}");
    assert!(!hello.devices.is_empty());
    for step in [
        "no_core_dump",
        "not_dumpable",
        "no_new_privileges",
        "seccomp",
    ] {
        assert!(
            hello.containment.iter().any(|name| name == step),
            "{step}: {:?}",
            hello.containment
        );
    }
    let fault = about_engine(Path::new("/no/such/engine")).await.err();
    assert!(
        matches!(fault, Some(EngineFault::CannotStart { .. })),
        "{fault:?}"
    );
}
