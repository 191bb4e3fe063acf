//! A conversation longer than the context loses its oldest turns, says so, and is read on from where it begins now.

mod common;

use common::{DOSE_RANGE, HEART, Heard, conversation, hear, message, supervisor};
use sanad_engine_client::{
    ChatMessage, ChatRole, EngineFault, EngineSupervisor, FailureCode, ModelFile, StopReason,
};
use sanad_testing::fixture_model;

const CONTEXT: u32 = 512;
const MOST_TOKENS: u32 = 100;
const SYSTEM: &str = "You answer questions about the heart in one sentence. أجب بجملة واحدة.";

async fn answer(supervisor: &EngineSupervisor, messages: Vec<ChatMessage>, most: u32) -> Heard {
    let model = ModelFile {
        context_tokens: Some(CONTEXT),
        ..ModelFile::new(fixture_model())
    };
    let engine = supervisor.ensure_ready(model).await;
    let engine = engine.expect("the fixture loads");
    let asked = engine.generate(conversation(messages, most));
    hear(&mut asked.expect("it lives")).await
}

/// A conversation of so many turns, each turn's answer the one that was heard.
async fn talk(supervisor: &EngineSupervisor, turns: usize) -> (Vec<ChatMessage>, Vec<Heard>) {
    let mut messages = vec![message(ChatRole::System, SYSTEM)];
    let mut heard = Vec::new();
    for turn in 0..turns {
        let asked = if turn % 2 == 0 { HEART } else { DOSE_RANGE };
        messages.push(message(ChatRole::User, asked));
        let told = answer(supervisor, messages.clone(), MOST_TOKENS).await;
        messages.push(message(ChatRole::Assistant, &told.text));
        heard.push(told);
    }
    (messages, heard)
}

#[tokio::test]
async fn a_conversation_longer_than_the_context_goes_on_and_says_what_the_model_did_not_see() {
    let (messages, heard) = talk(&supervisor(), 24).await;
    let left_out: Vec<u32> = heard.iter().map(|heard| heard.left_out).collect();
    assert_eq!(left_out.first(), Some(&0));
    assert!(left_out.last() > Some(&10), "{left_out:?}");
    assert!(left_out.is_sorted() && left_out.iter().all(|count| count % 2 == 0));
    for (turn, told) in heard.iter().enumerate() {
        assert_eq!(told.fault, None, "turn {turn}");
        assert_ne!(told.stop, Some(StopReason::ContextFull), "turn {turn}");
        assert!(told.prompt_tokens + MOST_TOKENS <= CONTEXT, "turn {turn}");
    }
    for (turn, told) in heard.iter().enumerate().filter(|(turn, _)| turn % 6 == 5) {
        let mut seen = messages.clone();
        seen.truncate(2 + 2 * turn);
        let dropped = usize::try_from(told.left_out).expect("a few");
        seen.drain(1..=dropped);
        let alone = answer(&supervisor(), seen, MOST_TOKENS).await;
        assert_eq!(alone.left_out, 0, "what was kept fits");
        assert_eq!(
            (alone.prompt_tokens, &alone.text),
            (told.prompt_tokens, &told.text),
            "turn {turn}: system text and question were there, and nothing else"
        );
    }
}

#[tokio::test]
async fn after_turns_have_left_the_next_ones_are_read_on_from_there() {
    let (_, heard) = talk(&supervisor(), 24).await;
    let mut stayed = 0;
    for turns in heard.windows(2) {
        let [before, after] = turns else { continue };
        let reused = after.first_read.expect("reading is reported");
        if before.left_out == after.left_out {
            stayed += 1;
            assert!(
                reused >= before.prompt_tokens,
                "all but the question was kept"
            );
        }
    }
    assert!(
        stayed >= 16,
        "turns leave in big steps, not one by one: {stayed} of 23"
    );
}

#[tokio::test]
async fn a_process_that_has_just_started_drops_the_same_turns() {
    let supervisor = supervisor();
    let (mut messages, heard) = talk(&supervisor, 14).await;
    messages.pop();
    let again = answer(&common::supervisor(), messages, MOST_TOKENS).await;
    let last = heard.last().expect("there were turns");
    assert_eq!((again.left_out, &again.text), (last.left_out, &last.text));
}

#[tokio::test]
async fn a_question_that_does_not_fit_alone_is_refused_and_the_conversation_goes_on() {
    let supervisor = supervisor();
    let (mut messages, _) = talk(&supervisor, 8).await;
    let mut too_long = messages.clone();
    too_long.push(message(ChatRole::User, &"heart ".repeat(2000)));
    let heard = answer(&supervisor, too_long, MOST_TOKENS).await;
    let refused = matches!(
        heard.fault,
        Some(EngineFault::RequestFailed {
            code: FailureCode::PromptTooLong,
            ..
        })
    );
    assert!(refused && heard.left_out == 0, "{heard:?}");
    messages.push(message(ChatRole::User, HEART));
    assert_eq!(answer(&supervisor, messages, MOST_TOKENS).await.fault, None);
}

#[tokio::test]
async fn a_long_question_drives_all_earlier_turns_out_and_is_read() {
    let supervisor = supervisor();
    let (mut messages, _) = talk(&supervisor, 4).await;
    let earlier = messages.len() - 1;
    let long = "heart ".repeat(100);
    messages.push(message(ChatRole::User, &long));
    let heard = answer(&supervisor, messages, 20).await;
    assert_eq!(heard.fault, None);
    assert!(heard.prompt_tokens > CONTEXT / 2, "{heard:?}");
    assert_eq!(usize::try_from(heard.left_out), Ok(earlier), "{heard:?}");
}
