//! Greedy answers are those of llama.cpp's own `llama-completion`, token for token.
//!
//! The goldens are made by `tests/goldens/make-goldens.sh`.

use std::io::{self, Write};
use std::path::Path;

use sanad_engine::{EngineSettings, Generator, Speculation, system_info};
use sanad_protocol::{
    ChatMessage, ChatRole, EngineEvent, GenerateRequest, SamplingParameters, WeightLayout,
};
use sanad_testing::{starter_model, workspace_root};
use serde_json::Value;
use sha2::{Digest, Sha256};

fn goldens() -> Value {
    let path = workspace_root().join("tests/goldens/starter-greedy.json");
    let text = std::fs::read_to_string(path).expect("committed");
    serde_json::from_str(&text).expect("written by make-goldens.sh")
}

fn numbers(tokens: &Value) -> Vec<i32> {
    let tokens = tokens.as_array().into_iter().flatten();
    tokens
        .map(|token| {
            token
                .as_i64()
                .and_then(|token| token.try_into().ok())
                .expect("a token")
        })
        .collect()
}

fn hash(path: &Path) -> String {
    let bytes = std::fs::read(path).expect("it is there");
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn request(question: &str, max_tokens: u32) -> GenerateRequest {
    let messages = vec![ChatMessage {
        role: ChatRole::User,
        content: question.to_owned(),
    }];
    GenerateRequest {
        id: 1,
        messages,
        sampling: SamplingParameters::GREEDY,
        max_tokens,
        conversation: None,
        adapter: None,
    }
}

fn say(line: &str) {
    writeln!(io::stderr(), "{line}").expect("the test harness reads");
}

#[test]
fn greedy_answers_are_llama_completions_token_for_token() {
    greedy_answers_are_the_goldens(WeightLayout::Repacked);
}

/// The starter's format has no woven form, so that both layouts are read by the same kernels.
#[test]
fn greedy_answers_stay_the_same_where_a_layout_changes_no_kernel() {
    greedy_answers_are_the_goldens(WeightLayout::AsStored);
}

fn greedy_answers_are_the_goldens(layout: WeightLayout) {
    let Some(model) = starter_model() else { return };
    let goldens = goldens();
    assert_eq!(
        goldens["model_sha256"],
        hash(&model),
        "the goldens are of another file"
    );
    if goldens["cpu"] != system_info() {
        // Other vector units add up in another order, and where two tokens are nearly as likely the other may win.
        say(
            "skipped: the goldens are of another kind of CPU; tests/goldens/make-goldens.sh makes them for this one",
        );
        return;
    }
    // One thread: the tokens are the same with any number, and beside other tests several would wait for each other.
    let settings = EngineSettings {
        model,
        further_parts: Vec::new(),
        adapters: Vec::new(),
        context_tokens: None,
        threads: Some(1),
        layout,
        speculation: Speculation::Never,
    };
    let mut generator = Generator::load(&settings, |_| {}).expect("the starter loads");
    let max_tokens = goldens["max_tokens"]
        .as_u64()
        .and_then(|most| most.try_into().ok())
        .expect("a number");
    let questions = goldens["questions"].as_array().expect("a list");
    assert!(questions.len() >= 10);
    for golden in questions {
        let question = golden["question"].as_str().expect("text");
        let asked = request(question, max_tokens);
        let prompt = generator
            .render(&asked.messages)
            .expect("the starter has a template");
        assert_eq!(golden["rendered_prompt"], prompt);
        assert_eq!(
            Some(numbers(&golden["prompt_tokens"])),
            generator.tokenize(&prompt),
            "{question}"
        );
        // As in a process of its own: a prefix that is kept is not read again in the same batch shape.
        generator.forget();
        let mut text = String::new();
        let tokens = generator.answer(
            &asked,
            || false,
            |event| {
                if let EngineEvent::Text { text: piece, .. } = event {
                    text += &piece;
                }
            },
        );
        assert_eq!(golden["answer"], text, "{question}");
        assert_eq!(numbers(&golden["answer_tokens"]), tokens, "{question}");
    }
}
