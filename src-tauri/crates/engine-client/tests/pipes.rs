//! The executable at its pipes, without the client in between.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use common::{HEART, LONG_ENGLISH, engine};
use sanad_protocol::{
    ChatMessage, ChatRole, EngineEvent, EngineRequest, GenerateRequest, SamplingParameters,
    StopReason, write_frame,
};
use sanad_testing::fixture_model;

fn start(model: &Path) -> Child {
    let mut command = Command::new(engine());
    command.arg("serve").arg("--model").arg(model);
    // As the client starts it; without this it crawls beside other tests.
    command.env("GOMP_SPINCOUNT", "1000");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().expect("the engine was built")
}

fn ask(stdin: &mut ChildStdin, id: u64, content: &str, max_tokens: u32) {
    let messages = vec![ChatMessage {
        role: ChatRole::User,
        content: content.to_owned(),
    }];
    let request = EngineRequest::Generate(GenerateRequest {
        id,
        messages,
        sampling: SamplingParameters::GREEDY,
        max_tokens,
        conversation: None,
        adapter: None,
    });
    write_frame(stdin, &request, &[]).expect("the engine reads");
}

fn exit_within(child: &mut Child, limit: Duration) -> Option<std::process::ExitStatus> {
    let started = Instant::now();
    while started.elapsed() < limit {
        if let Some(status) = child.try_wait().expect("it is our child") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    None
}

#[test]
fn nothing_but_frames_comes_out_and_hello_comes_first() {
    let mut child = start(&fixture_model());
    let mut stdin = child.stdin.take().expect("piped");
    let mut stderr = child.stderr.take().expect("piped");
    let printed = std::thread::spawn(move || {
        let mut text = String::new();
        stderr.read_to_string(&mut text).map(|_| text)
    });
    stdin
        .write_all(b"this is no frame\n{\"op\":\"dance\"}\n")
        .expect("the engine reads");
    ask(&mut stdin, 7, HEART, 100);
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let mut events = Vec::new();
    for line in lines {
        let line = line.expect("UTF-8");
        let event: EngineEvent =
            serde_json::from_str(&line).unwrap_or_else(|_| panic!("no frame: {line}"));
        if matches!(event, EngineEvent::Done { .. }) {
            write_frame(&mut stdin, &EngineRequest::Shutdown, &[]).expect("the engine reads");
        }
        events.push(event);
    }
    assert!(matches!(events.first(), Some(EngineEvent::Hello(_))));
    let ready = events
        .iter()
        .position(|event| matches!(event, EngineEvent::Ready(_)))
        .expect("it loads");
    let loading = |event: &EngineEvent| match event {
        EngineEvent::Loading { percent } => Some(*percent),
        _ => None,
    };
    let percents: Vec<u8> = events.iter().filter_map(loading).collect();
    assert!(
        percents.is_sorted() && percents.last() == Some(&100),
        "{percents:?}"
    );
    assert!(
        events
            .iter()
            .position(|event| loading(event).is_some())
            .is_some_and(|first| first < ready)
    );
    assert!(matches!(
        events.last(),
        Some(EngineEvent::Done {
            id: 7,
            stop: StopReason::EndOfTurn,
            reused_tokens: 0,
            ..
        })
    ));
    let status = exit_within(&mut child, common::SOON).expect("it was told to leave");
    assert_eq!(status.code(), Some(0));
    let printed = printed.join().expect("no panic").expect("UTF-8");
    assert!(
        printed.contains("llama"),
        "llama.cpp's prints go to stderr: {printed}"
    );
    assert!(!printed.contains("chambers"), "the conversation does not");
}

#[test]
fn the_engine_leaves_with_status_0_when_its_stdin_closes_whatever_it_is_doing() {
    // While it loads.
    let mut child = start(&fixture_model());
    drop(child.stdin.take());
    let status = exit_within(&mut child, common::SOON).expect("nobody is left to answer");
    assert_eq!(status.code(), Some(0));

    // In the middle of an answer.
    let mut child = start(&fixture_model());
    let mut stdin = child.stdin.take().expect("piped");
    ask(&mut stdin, 1, LONG_ENGLISH, 1024);
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let begun = lines
        .by_ref()
        .map(|line| line.expect("UTF-8"))
        .any(|line| line.contains("\"answer_tokens\":10"));
    assert!(begun);
    drop(stdin);
    let status = exit_within(&mut child, common::SOON).expect("nobody is left to answer");
    assert_eq!(status.code(), Some(0));
    let rest: Vec<_> = lines.map_while(Result::ok).collect();
    assert!(
        !rest.iter().any(|line| line.contains("\"done\"")),
        "it did not finish the answer first"
    );
}

#[test]
fn a_refused_model_is_reported_in_a_frame_and_by_the_status() {
    let mut child = start(Path::new("/no/such/model.gguf"));
    // Held open: an engine whose stdin closes leaves with status 0, whatever it is doing.
    let _stdin = child.stdin.take().expect("piped");
    let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    let last = lines.map_while(Result::ok).last().expect("events");
    assert_eq!(child.wait().expect("it is our child").code(), Some(1));
    let last: EngineEvent = serde_json::from_str(&last).expect("a frame");
    assert!(matches!(last, EngineEvent::LoadFailed { .. }), "{last:?}");
}
