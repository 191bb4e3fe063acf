//! Several conversations share one engine, and each answer is the one that an engine of its own would give.

mod common;

use common::{
    DOSE_RANGE, HEART, Heard, LONG_ARABIC, LONG_ENGLISH, conversation, hear, message, question,
    supervisor,
};
use sanad_engine_client::{ChatMessage, ChatRole, EngineSupervisor, ModelFile, StopReason};
use sanad_testing::fixture_model;

const MOST_TOKENS: u32 = 200;

/// A conversation in progress.
#[derive(Clone, Default)]
struct Talk {
    messages: Vec<ChatMessage>,
}

impl Talk {
    /// Asks behind what was said so far, and keeps question and answer.
    async fn ask(&mut self, supervisor: &EngineSupervisor, context: u32, question: &str) -> Heard {
        self.messages.push(message(ChatRole::User, question));
        let heard = answer(supervisor, context, self.messages.clone()).await;
        self.messages
            .push(message(ChatRole::Assistant, &heard.text));
        heard
    }
}

async fn answer(supervisor: &EngineSupervisor, context: u32, messages: Vec<ChatMessage>) -> Heard {
    let model = ModelFile {
        context_tokens: Some(context),
        ..ModelFile::new(fixture_model())
    };
    let engine = supervisor.ensure_ready(model).await;
    let engine = engine.expect("the fixture loads");
    let asked = engine.generate(conversation(messages, MOST_TOKENS));
    let heard = hear(&mut asked.expect("it lives")).await;
    assert_eq!(heard.fault, None);
    heard
}

fn reused(heard: &Heard) -> u32 {
    heard.first_read.expect("reading is reported")
}

/// The same question with the same history, in an engine that has heard nothing else.
async fn alone(context: u32, talk: &Talk) -> String {
    let (_, asked) = talk
        .messages
        .split_last()
        .expect("a question and its answer");
    answer(&supervisor(), context, asked.to_vec()).await.text
}

#[tokio::test]
async fn interleaved_conversations_are_answered_as_if_each_were_alone() {
    let supervisor = supervisor();
    let (mut first, mut second) = (Talk::default(), Talk::default());
    let turns = [
        (DOSE_RANGE, HEART),
        (HEART, DOSE_RANGE),
        (LONG_ENGLISH, LONG_ARABIC),
        (HEART, HEART),
    ];
    for (to_first, to_second) in turns {
        for (talk, asked) in [(&mut first, to_first), (&mut second, to_second)] {
            let before = talk.messages.len();
            let heard = talk.ask(&supervisor, 2048, asked).await;
            assert_eq!(heard.text, alone(2048, talk).await, "{asked}");
            if before > 0 {
                let unread = heard.prompt_tokens - reused(&heard);
                assert!(
                    unread < 60,
                    "only the question is read, not {unread} tokens"
                );
            }
        }
    }
}

#[tokio::test]
async fn an_edited_question_reuses_what_stands_before_it_and_the_old_branch_goes_on() {
    let supervisor = supervisor();
    let mut talk = Talk::default();
    let first = talk.ask(&supervisor, 2048, DOSE_RANGE).await;
    let mut edited = talk.clone();
    let second = talk.ask(&supervisor, 2048, LONG_ARABIC).await;
    let other = edited.ask(&supervisor, 2048, HEART).await;
    assert!(
        reused(&other) >= first.prompt_tokens + first.answer_tokens,
        "{} of {}",
        reused(&other),
        other.prompt_tokens
    );
    assert_eq!(other.text, alone(2048, &edited).await);
    let third = talk.ask(&supervisor, 2048, HEART).await;
    assert!(
        reused(&third) >= second.prompt_tokens,
        "the old branch was kept"
    );
    assert_eq!(third.text, alone(2048, &talk).await);
}

#[tokio::test]
async fn the_same_question_once_more_reads_one_token() {
    let supervisor = supervisor();
    let mut talk = Talk::default();
    let first = talk.ask(&supervisor, 2048, DOSE_RANGE).await;
    let again = answer(&supervisor, 2048, vec![message(ChatRole::User, DOSE_RANGE)]).await;
    assert_eq!(reused(&again), again.prompt_tokens - 1);
    assert_eq!(again.text, first.text);
}

#[tokio::test]
async fn conversations_that_do_not_all_fit_give_way_to_the_one_that_is_asked() {
    let supervisor = supervisor();
    let mut talks = [Talk::default(), Talk::default(), Talk::default()];
    for asked in [LONG_ENGLISH, HEART] {
        for talk in &mut talks {
            let heard = talk.ask(&supervisor, 512, asked).await;
            assert_ne!(heard.stop, Some(StopReason::ContextFull));
            assert_eq!(heard.text, alone(512, talk).await, "{asked}");
        }
    }
}

#[tokio::test]
async fn a_cancelled_answer_leaves_the_other_conversation_as_it_was() {
    let supervisor = supervisor();
    let mut talk = Talk::default();
    talk.ask(&supervisor, 2048, DOSE_RANGE).await;
    let engine = supervisor
        .ensure_ready(ModelFile {
            context_tokens: Some(2048),
            ..ModelFile::new(fixture_model())
        })
        .await
        .expect("it is loaded");
    let mut other = engine
        .generate(question(LONG_ENGLISH, 1024))
        .expect("it lives");
    common::hear_until(&mut other, |heard| heard.answer_tokens >= 20).await;
    other.cancel();
    assert_eq!(hear(&mut other).await.stop, Some(StopReason::Cancelled));
    let heard = talk.ask(&supervisor, 2048, HEART).await;
    assert!(heard.prompt_tokens - reused(&heard) < 60);
    assert_eq!(heard.text, alone(2048, &talk).await);
}
