//! Real answers from the real engine, which must have been built.

mod common;

use std::time::Instant;

use common::{
    DOSE_RANGE, HEART, LONG_ARABIC, LONG_ENGLISH, SOON, conversation, hear, hear_until, message,
    question, supervisor, trained_answer,
};
use sanad_engine_client::{
    ChatRole, EngineFault, EngineState, FailureCode, GenerationEvent, ModelFile, StopReason,
};
use sanad_testing::{fixture_model, starter_model};

#[tokio::test]
async fn an_arabic_answer_streams_whole_character_by_whole_character() {
    let supervisor = supervisor();
    let mut states = supervisor.watch();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let heard = hear(
        &mut engine
            .generate(question(DOSE_RANGE, 200))
            .expect("it lives"),
    )
    .await;
    assert_eq!(heard.text, trained_answer(DOSE_RANGE));
    assert!(!heard.text.contains(char::REPLACEMENT_CHARACTER));
    assert!(heard.pieces > 5, "it came in {} pieces", heard.pieces);
    assert_eq!(heard.stop, Some(StopReason::EndOfTurn));
    assert!(
        heard.tokens_per_second > 0.0 && heard.prompt_tokens > 0,
        "{heard:?}"
    );
    assert!(matches!(*states.borrow_and_update(), EngineState::Ready(_)));
    supervisor.unload().await;
    assert_eq!(*states.borrow(), EngineState::Off);
    assert_eq!(supervisor.pid().await, None);
}

#[tokio::test]
async fn two_requests_are_answered_in_order_each_with_its_own_text() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut first = engine
        .generate(question(DOSE_RANGE, 200))
        .expect("it lives");
    let mut second = engine.generate(question(HEART, 200)).expect("it lives");
    let (first, second) = (hear(&mut first).await, hear(&mut second).await);
    assert_eq!(first.text, trained_answer(DOSE_RANGE));
    assert_eq!(second.text, trained_answer(HEART));
}

#[tokio::test]
async fn a_cancelled_answer_ends_at_once_and_the_next_is_whole() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut long = engine
        .generate(question(LONG_ENGLISH, 1024))
        .expect("it lives");
    let begun = hear_until(&mut long, |heard| heard.answer_tokens >= 20).await;
    assert_eq!(
        begun.fault, None,
        "the long answer is long enough to be stopped"
    );
    long.cancel();
    let rest = hear(&mut long).await;
    assert_eq!(rest.stop, Some(StopReason::Cancelled));
    assert!(
        rest.answer_tokens < 300,
        "{} tokens after a cancel at 20",
        rest.answer_tokens
    );
    let told = begun.text + &rest.text;
    assert!(trained_answer(LONG_ENGLISH).starts_with(&told), "{told}");
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn an_answer_nobody_listens_to_any_more_is_cancelled() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut whole = engine
        .generate(question(LONG_ARABIC, 1024))
        .expect("it lives");
    let started = Instant::now();
    assert_eq!(hear(&mut whole).await.stop, Some(StopReason::EndOfTurn));
    let whole_answer = started.elapsed();

    let mut dropped = engine
        .generate(question(LONG_ENGLISH, 1024))
        .expect("it lives");
    hear_until(&mut dropped, |heard| heard.answer_tokens >= 5).await;
    drop(dropped);
    let started = Instant::now();
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
    assert!(
        started.elapsed() < whole_answer / 2,
        "{:?} against {whole_answer:?}",
        started.elapsed()
    );
}

#[tokio::test]
async fn a_waiting_request_can_be_cancelled_before_its_turn() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut running = engine
        .generate(question(LONG_ENGLISH, 1024))
        .expect("it lives");
    let mut waiting = engine.generate(question(HEART, 200)).expect("it lives");
    waiting.cancel();
    let ended = hear(&mut waiting).await;
    assert_eq!(
        (ended.stop, ended.answer_tokens),
        (Some(StopReason::Cancelled), 0)
    );
    running.cancel();
    assert_eq!(hear(&mut running).await.stop, Some(StopReason::Cancelled));
}

#[tokio::test]
async fn a_prompt_is_cancelled_while_it_is_read() {
    let Some(starter) = starter_model() else {
        return;
    };
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&starter)
        .await
        .expect("the starter loads");
    let long = "The patient was seen again and has no new complaint today. ".repeat(230);
    let mut generation = engine.generate(question(&long, 10)).expect("it lives");
    let mut states = supervisor.watch();
    loop {
        match generation.next().await {
            Ok(GenerationEvent::Reading {
                read_tokens,
                total_tokens,
                seconds_left,
            }) => {
                assert!(
                    total_tokens > 2500 && read_tokens < total_tokens,
                    "{read_tokens}/{total_tokens}"
                );
                if read_tokens > 100 {
                    assert!(seconds_left.is_some_and(|seconds| seconds > 0.0));
                    break;
                }
            }
            other => panic!("while the prompt is read: {other:?}"),
        }
    }
    assert!(matches!(
        *states.borrow_and_update(),
        EngineState::Reading {
            percent: 1..=99,
            seconds_left: Some(1..)
        }
    ));
    let asked = Instant::now();
    generation.cancel();
    let ended = hear(&mut generation).await;
    let took = asked.elapsed();
    assert_eq!(
        (ended.stop, ended.answer_tokens),
        (Some(StopReason::Cancelled), 0)
    );
    assert!(
        took.as_secs() < 3,
        "{took:?}; the whole prompt takes many times longer"
    );
    let next = hear(&mut engine.generate(question("Hello", 5)).expect("it lives")).await;
    assert_eq!(next.stop, Some(StopReason::MaxTokens));
}

#[tokio::test]
async fn a_long_prompt_can_be_cancelled_at_any_moment_and_the_next_question_is_answered() {
    let Some(starter) = starter_model() else {
        return;
    };
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&starter)
        .await
        .expect("the starter loads");
    for reports in 0..6 {
        // Another beginning each time, so that nothing is in the context already.
        let long =
            format!("Visit {reports}. ") + &"The patient has no new complaint today. ".repeat(330);
        let mut generation = engine.generate(question(&long, 10)).expect("it lives");
        for _ in 0..reports {
            let event = generation.next().await;
            assert!(
                matches!(event, Ok(GenerationEvent::Reading { .. })),
                "{event:?}"
            );
        }
        generation.cancel();
        let ended = hear(&mut generation).await;
        assert_eq!(
            (ended.stop, ended.answer_tokens),
            (Some(StopReason::Cancelled), 0),
            "after {reports} reports"
        );
        let next = hear(&mut engine.generate(question("Hello", 2)).expect("it lives")).await;
        assert_eq!(next.fault, None, "after {reports} reports");
        assert!(next.answer_tokens > 0, "after {reports} reports");
    }
}

#[tokio::test]
async fn the_second_turn_reads_only_what_is_new() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let first = hear(
        &mut engine
            .generate(question(DOSE_RANGE, 200))
            .expect("it lives"),
    )
    .await;
    assert_eq!(first.first_read, Some(0), "nothing was in the context");
    let messages = vec![
        message(ChatRole::User, DOSE_RANGE),
        message(ChatRole::Assistant, &first.text),
        message(ChatRole::User, HEART),
    ];
    let second = hear(
        &mut engine
            .generate(conversation(messages.clone(), 200))
            .expect("it lives"),
    )
    .await;
    let kept = second.first_read.expect("reading is reported");
    assert!(
        kept >= first.prompt_tokens,
        "{kept} of {} were kept",
        first.prompt_tokens
    );

    let fresh = common::supervisor();
    let engine = fresh
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let reread = hear(
        &mut engine
            .generate(conversation(messages, 200))
            .expect("it lives"),
    )
    .await;
    assert_eq!(
        second.text, reread.text,
        "keeping the context changes no answer"
    );
}

#[tokio::test]
async fn a_prompt_beyond_the_context_is_refused_and_the_engine_goes_on() {
    let supervisor = supervisor();
    let model = ModelFile {
        context_tokens: Some(256),
        ..ModelFile::new(fixture_model())
    };
    let engine = supervisor
        .ensure_ready(model)
        .await
        .expect("the fixture loads");
    let heard = hear(
        &mut engine
            .generate(question(&"heart ".repeat(400), 10))
            .expect("it lives"),
    )
    .await;
    let refused = matches!(
        heard.fault,
        Some(EngineFault::RequestFailed {
            code: FailureCode::PromptTooLong,
            ..
        })
    );
    assert!(refused, "{heard:?}");
    let full = hear(
        &mut engine
            .generate(question(LONG_ENGLISH, 1024))
            .expect("it lives"),
    )
    .await;
    assert_eq!(full.stop, Some(StopReason::ContextFull), "{full:?}");
    assert!(
        full.answer_tokens > 100 && full.answer_tokens + full.prompt_tokens <= 257,
        "{full:?}"
    );
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn a_question_of_a_megabyte_neither_blocks_nor_kills() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut running = engine
        .generate(question(LONG_ARABIC, 1024))
        .expect("it lives");
    let huge = [
        "a".repeat(1 << 20),
        "جرعة ".repeat(1 << 17),
        "5 mg/kg\n".repeat(1 << 17),
        "\0".repeat(1 << 20),
    ];
    let mut waiting = Vec::new();
    for text in &huge {
        waiting.push(engine.generate(question(text, 10)).expect("it lives"));
    }
    let heard = hear(&mut running).await;
    assert_eq!(
        heard.text,
        trained_answer(LONG_ARABIC),
        "the questions behind it do not disturb it"
    );
    for generation in &mut waiting {
        let started = Instant::now();
        let heard = hear(generation).await;
        let refused = matches!(
            heard.fault,
            Some(EngineFault::RequestFailed {
                code: FailureCode::PromptTooLong,
                ..
            })
        );
        assert!(
            refused && started.elapsed() < SOON,
            "{:?} {:?}",
            started.elapsed(),
            heard.fault
        );
    }
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn a_request_that_makes_no_sense_is_refused_and_the_engine_goes_on() {
    let supervisor = supervisor();
    let engine = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let mut too_hot = question(HEART, 10);
    too_hot.sampling.temperature = f32::NAN;
    let mut no_share = question(HEART, 10);
    no_share.sampling.top_p = 2.0;
    for options in [conversation(Vec::new(), 10), question(HEART, 0), no_share] {
        let heard = hear(&mut engine.generate(options.clone()).expect("it lives")).await;
        let refused = matches!(
            heard.fault,
            Some(EngineFault::RequestFailed {
                code: FailureCode::BadRequest,
                ..
            })
        );
        assert!(refused, "{options:?}: {heard:?}");
    }
    let next = hear(&mut engine.generate(question(HEART, 200)).expect("it lives")).await;
    assert_eq!(next.text, trained_answer(HEART));
}

#[tokio::test]
async fn another_model_replaces_the_first() {
    let Some(starter) = starter_model() else {
        return;
    };
    let supervisor = supervisor();
    let fixture = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("the fixture loads");
    let again = supervisor
        .ensure_ready(&fixture_model())
        .await
        .expect("it is loaded");
    assert_eq!(
        fixture.pid(),
        again.pid(),
        "the same model keeps its process"
    );
    let other = supervisor
        .ensure_ready(&starter)
        .await
        .expect("the starter loads");
    assert_ne!(fixture.pid(), other.pid());
    assert_eq!(
        fixture.generate(question(HEART, 5)).err(),
        Some(EngineFault::Killed)
    );
    assert!(
        other
            .model()
            .is_some_and(|model| model.parameters > 100_000_000)
    );
}
