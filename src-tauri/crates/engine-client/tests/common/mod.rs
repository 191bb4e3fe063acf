//! What the tests of the real engine share.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::PathBuf;
use std::time::Duration;

use sanad_engine_client::{
    ChatMessage, ChatRole, EngineFault, EngineSupervisor, GenerateOptions, Generation,
    GenerationEvent, SamplingParameters, StopReason,
};

/// For anything that must happen at all; a loaded machine is no fault.
pub(crate) const SOON: Duration = Duration::from_secs(60);

/// A fixture question whose answer has 903 tokens.
pub(crate) const LONG_ENGLISH: &str = "Describe in fifty steps how to read a note aloud.";
/// A fixture question whose answer has 846 tokens.
pub(crate) const LONG_ARABIC: &str = "اشرح في خمسين خطوة كيف تقرأ المذكرة بصوت مسموع.";
/// A fixture question with a short Arabic answer that holds `5-10 mg`.
pub(crate) const DOSE_RANGE: &str = "كيف نقرأ مدى الجرعة المكتوب؟";
/// A fixture question with a short English answer.
pub(crate) const HEART: &str = "How many chambers does the heart have?";

/// The engine that cargo built beside the tests.
pub(crate) fn engine() -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder = test
        .ancestors()
        .nth(2)
        .expect("tests lie in `deps`, one folder below the programs");
    let program = folder.join(format!("sanad-engine{}", std::env::consts::EXE_SUFFIX));
    assert!(
        program.is_file(),
        "{} is missing: cargo build --release -p sanad-engine",
        program.display()
    );
    program
}

pub(crate) fn supervisor() -> EngineSupervisor {
    EngineSupervisor::new(engine())
}

pub(crate) fn message(role: ChatRole, content: &str) -> ChatMessage {
    ChatMessage {
        role,
        content: content.to_owned(),
    }
}

/// A greedy question.
pub(crate) fn question(content: &str, max_tokens: u32) -> GenerateOptions {
    conversation(vec![message(ChatRole::User, content)], max_tokens)
}

pub(crate) fn conversation(messages: Vec<ChatMessage>, max_tokens: u32) -> GenerateOptions {
    GenerateOptions {
        messages,
        sampling: SamplingParameters::GREEDY,
        max_tokens,
        conversation: None,
        adapter: None,
    }
}

/// The answer that the fixture model was trained to give.
pub(crate) fn trained_answer(question: &str) -> String {
    let path = sanad_testing::workspace_root().join("models/fixture/exchanges.json");
    let text = std::fs::read_to_string(path).expect("committed with the model");
    let exchanges: Vec<serde_json::Value> =
        serde_json::from_str(&text).expect("a list of exchanges");
    let exchange = exchanges
        .iter()
        .find(|exchange| exchange["question"] == question);
    let answer = exchange.and_then(|exchange| exchange["answer"].as_str());
    answer
        .expect("the question is one of the trained ones")
        .to_owned()
}

/// Everything one request gave.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    pub(crate) first_read: Option<u32>,
    pub(crate) left_out: u32,
    pub(crate) text: String,
    pub(crate) pieces: usize,
    pub(crate) stop: Option<StopReason>,
    pub(crate) prompt_tokens: u32,
    pub(crate) answer_tokens: u32,
    pub(crate) tokens_per_second: f64,
    pub(crate) fault: Option<EngineFault>,
}

/// Listens to the end.
pub(crate) async fn hear(generation: &mut Generation) -> Heard {
    hear_until(generation, |_| false).await
}

/// Listens to the end, or until a piece of the answer makes `enough` true.
pub(crate) async fn hear_until(
    generation: &mut Generation,
    mut enough: impl FnMut(&Heard) -> bool,
) -> Heard {
    let mut heard = Heard::default();
    loop {
        let next = tokio::time::timeout(SOON, generation.next()).await;
        match next.expect("an engine that computes says so") {
            Ok(GenerationEvent::Reading { read_tokens, .. }) => {
                heard.first_read.get_or_insert(read_tokens);
            }
            Ok(GenerationEvent::LeftOut { messages }) => {
                assert_eq!(heard.first_read, None, "it is said before the reading");
                heard.left_out = messages;
            }
            Ok(GenerationEvent::Text {
                text,
                answer_tokens,
            }) => {
                heard.text += &text;
                heard.pieces += 1;
                heard.answer_tokens = answer_tokens;
                if enough(&heard) {
                    return heard;
                }
            }
            Ok(GenerationEvent::Done {
                stop,
                prompt_tokens,
                left_out_messages,
                answer_tokens,
                tokens_per_second,
                ..
            }) => {
                assert_eq!(heard.left_out, left_out_messages);
                return Heard {
                    stop: Some(stop),
                    prompt_tokens,
                    answer_tokens,
                    tokens_per_second,
                    ..heard
                };
            }
            Err(fault) => {
                return Heard {
                    fault: Some(fault),
                    ..heard
                };
            }
        }
    }
}

/// Tokens of the prompt that were not in memory any more.
pub(crate) fn read_again(heard: &Heard) -> u32 {
    heard.prompt_tokens - heard.first_read.expect("reading is reported")
}
