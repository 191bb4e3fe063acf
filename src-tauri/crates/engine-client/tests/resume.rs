//! A conversation that was left goes on in another process without being read again.

mod common;

use common::{HEART, Heard, LONG_ENGLISH, conversation, hear, message, read_again, supervisor};
use sanad_engine_client::{
    ChatMessage, ChatRole, EngineSupervisor, GenerateOptions, ModelFile, ReadyEngine,
};
use sanad_testing::{fixture_model, starter_model};

const NAME: &str = "a conversation";

async fn ready(supervisor: &EngineSupervisor) -> ReadyEngine {
    let model = ModelFile {
        context_tokens: Some(2048),
        ..ModelFile::new(fixture_model())
    };
    supervisor
        .ensure_ready(model)
        .await
        .expect("the fixture loads")
}

async fn answer(engine: &ReadyEngine, messages: Vec<ChatMessage>) -> Heard {
    let options = GenerateOptions {
        conversation: Some(NAME.to_owned()),
        ..conversation(messages, 200)
    };
    let heard = hear(&mut engine.generate(options).expect("it lives")).await;
    assert_eq!(heard.fault, None);
    heard
}

#[tokio::test]
async fn a_conversation_goes_on_in_the_next_process_with_the_same_words() {
    let (first, second, third) = (supervisor(), supervisor(), supervisor());
    let engine = ready(&first).await;
    assert!(
        engine.save_state(NAME, None).await.is_none(),
        "nothing was said"
    );
    let mut messages = vec![message(ChatRole::User, LONG_ENGLISH)];
    let heard = answer(&engine, messages.clone()).await;
    assert!(engine.knows(NAME));
    let state = engine
        .save_state(NAME, None)
        .await
        .expect("it is in memory");
    let format = engine.state_format().expect("it lives");
    first.unload().await;
    assert!(
        engine.save_state(NAME, None).await.is_none(),
        "the process is gone"
    );

    messages.push(message(ChatRole::Assistant, &heard.text));
    messages.push(message(ChatRole::User, HEART));
    let engine = ready(&second).await;
    assert!(!engine.knows(NAME));
    assert_eq!(engine.state_format(), Some(format));
    let tokens = engine.restore_state(NAME, None, state.clone()).await;
    assert!(tokens >= heard.prompt_tokens + heard.answer_tokens - 1);
    let resumed = answer(&engine, messages.clone()).await;
    assert!(read_again(&resumed) < 60, "{}", read_again(&resumed));
    let again = engine
        .save_state(NAME, None)
        .await
        .expect("it is in memory");
    assert!(again.len() > state.len(), "the last turn is in it");

    let afresh = answer(&ready(&third).await, messages).await;
    assert_eq!(read_again(&afresh), afresh.prompt_tokens);
    assert_eq!(resumed.text, afresh.text);
}

#[tokio::test]
async fn a_state_that_is_none_is_refused_and_the_engine_goes_on() {
    let supervisor = supervisor();
    let engine = ready(&supervisor).await;
    let messages = vec![message(ChatRole::User, HEART)];
    let heard = answer(&engine, messages.clone()).await;
    let state = engine
        .save_state(NAME, None)
        .await
        .expect("it is in memory");
    let other = ready(&common::supervisor()).await;
    for useless in [
        Vec::new(),
        vec![0; 3],
        vec![1; 64],
        state[..state.len() / 2].to_vec(),
    ] {
        assert_eq!(other.restore_state(NAME, None, useless).await, 0);
    }
    let again = answer(&engine, messages).await;
    assert_eq!(again.text, heard.text);
}

#[tokio::test]
async fn a_state_finds_room_where_other_conversations_have_taken_it() {
    let (first, second) = (supervisor(), supervisor());
    let engine = ready(&first).await;
    let messages = vec![message(ChatRole::User, LONG_ENGLISH)];
    answer(&engine, messages.clone()).await;
    let state = engine
        .save_state(NAME, None)
        .await
        .expect("it is in memory");
    let engine = ready(&second).await;
    for number in 0..12 {
        let asked = format!("{number} {LONG_ENGLISH}");
        let other = conversation(vec![message(ChatRole::User, &asked)], 200);
        hear(&mut engine.generate(other).expect("it lives")).await;
    }
    assert!(engine.restore_state(NAME, None, state).await > 0);
    let resumed = answer(&engine, messages).await;
    assert_eq!(read_again(&resumed), 1);
}

#[tokio::test]
async fn the_starter_resumes_a_long_conversation() {
    let Some(model) = starter_model() else { return };
    let (first, second) = (supervisor(), supervisor());
    let engine = first.ensure_ready(&model).await.expect("it loads");
    let note = "The patient walks without pain and sleeps well. ".repeat(20);
    let asked = vec![message(ChatRole::User, &note)];
    let options = |messages| GenerateOptions {
        conversation: Some(NAME.to_owned()),
        ..conversation(messages, 8)
    };
    let heard = hear(&mut engine.generate(options(asked.clone())).expect("it lives")).await;
    let state = engine
        .save_state(NAME, None)
        .await
        .expect("it is in memory");
    first.unload().await;
    let engine = second.ensure_ready(&model).await.expect("it loads");
    assert!(engine.restore_state(NAME, None, state).await >= heard.prompt_tokens);
    let resumed = hear(&mut engine.generate(options(asked)).expect("it lives")).await;
    assert_eq!(read_again(&resumed), 1);
    assert_eq!(resumed.text, heard.text);
}
