//! Tokens that are guessed and checked several at a time are those that would have come one at a time.

use std::path::{Path, PathBuf};

use sanad_engine::{EngineSettings, Generator, Speculation};
use sanad_protocol::{
    ChatMessage, ChatRole, EngineEvent, GenerateRequest, SamplingParameters, StopReason,
    WeightLayout,
};
use sanad_testing::{fixture_model, starter_model};

const WARM: SamplingParameters = SamplingParameters {
    temperature: 0.8,
    top_k: 40,
    top_p: 0.95,
    min_p: 0.05,
    repetition: 1.0,
    seed: 7,
};
const NOTE: &str = "Copy this list word for word:\n- bisoprolol 2.5 mg, one tablet in the morning\n\
    - ramipril 5 mg, one tablet in the morning and one in the evening\n\
    - furosemide 40 mg, one tablet in the morning, half a tablet at noon";

fn load(model: impl AsRef<Path>, context: u32, speculation: Speculation) -> Generator {
    let settings = EngineSettings {
        model: PathBuf::from(model.as_ref()),
        further_parts: Vec::new(),
        adapters: Vec::new(),
        context_tokens: Some(context),
        threads: Some(1),
        layout: WeightLayout::default(),
        speculation,
    };
    Generator::load(&settings, |_| {}).expect("the model loads")
}

fn request(question: &str, sampling: SamplingParameters, max_tokens: u32) -> GenerateRequest {
    GenerateRequest {
        id: 1,
        messages: vec![ChatMessage {
            role: ChatRole::User,
            content: question.to_owned(),
        }],
        sampling,
        max_tokens,
        conversation: None,
        adapter: None,
    }
}

/// A question whose answer stands in the prompt already.
fn repeated(sampling: SamplingParameters) -> GenerateRequest {
    let mut request = request("What does HbA1c 7.5% describe?", sampling, 100);
    let asked = request.messages.clone();
    request.messages.push(ChatMessage {
        role: ChatRole::Assistant,
        content:
            "HbA1c reflects the average blood glucose of the past two to three months. The result \
            HbA1c 7.5% is compared with the target agreed for that patient."
                .to_owned(),
    });
    request.messages.extend(asked);
    request
}

#[derive(Debug, PartialEq)]
struct Answered {
    tokens: Vec<i32>,
    text: String,
    stop: Option<StopReason>,
    reused: u32,
}

fn answer(generator: &mut Generator, request: &GenerateRequest) -> Answered {
    let mut answered = Answered {
        tokens: Vec::new(),
        text: String::new(),
        stop: None,
        reused: 0,
    };
    let tokens = generator.answer(
        request,
        || false,
        |event| match event {
            EngineEvent::Text { text, .. } => answered.text += &text,
            EngineEvent::Done {
                stop,
                reused_tokens,
                ..
            } => {
                answered.stop = Some(stop);
                answered.reused = reused_tokens;
            }
            _ => {}
        },
    );
    answered.tokens = tokens;
    answered
}

/// One model twice, without guesses and checking each.
struct Pair {
    plain: Generator,
    guessing: Generator,
}

impl Pair {
    fn of(model: impl AsRef<Path>, context: u32) -> Self {
        Self {
            plain: load(&model, context, Speculation::Never),
            guessing: load(&model, context, Speculation::Always),
        }
    }

    fn agree_on(&mut self, request: &GenerateRequest) -> Answered {
        let plain = answer(&mut self.plain, request);
        let guessed = answer(&mut self.guessing, request);
        assert_eq!(plain, guessed, "{:?}", request.sampling);
        plain
    }
}

#[test]
fn the_fixture_writes_the_same_greedy_and_seeded_text_with_guesses_and_without() {
    let mut pair = Pair::of(fixture_model(), 2048);
    for question in [
        "Describe in fifty steps how to read a note aloud.",
        "اشرح في خمسين خطوة كيف تقرأ المذكرة بصوت مسموع.",
        "How many chambers does the heart have?",
    ] {
        for sampling in [
            SamplingParameters::GREEDY,
            WARM,
            SamplingParameters { seed: 8, ..WARM },
            SamplingParameters {
                repetition: 1.2,
                ..WARM
            },
        ] {
            pair.agree_on(&request(question, sampling, 300));
        }
    }
    for sampling in [SamplingParameters::GREEDY, WARM] {
        pair.agree_on(&repeated(sampling));
    }
    let record = pair.guessing.speculated();
    assert!(
        record.kept_tokens > 30,
        "nothing was put to the test: {record:?}"
    );
    assert!(
        record.kept_tokens < record.drafted_tokens,
        "wrong guesses were to be taken back too: {record:?}"
    );
    assert_eq!(pair.plain.speculated().drafts, 0);
}

#[test]
fn the_starter_writes_the_same_greedy_and_seeded_text_with_guesses_and_without() {
    let Some(model) = starter_model() else { return };
    let mut pair = Pair::of(model, 1024);
    for sampling in [SamplingParameters::GREEDY, WARM] {
        pair.agree_on(&request(NOTE, sampling, 80));
    }
    let record = pair.guessing.speculated();
    assert!(
        record.kept_tokens > 30,
        "nothing was put to the test: {record:?}"
    );
}

#[test]
fn guesses_end_where_the_answer_must() {
    let mut pair = Pair::of(fixture_model(), 256);
    let long = "Describe in fifty steps how to read a note aloud.";
    for limit in [1, 2, 3, 50, 51, 52, 53, 54, 55, 56, 57, 58] {
        let answered = pair.agree_on(&request(long, SamplingParameters::GREEDY, limit));
        assert_eq!(answered.tokens.len(), limit as usize);
        assert_eq!(answered.stop, Some(StopReason::MaxTokens));
    }
    let answered = pair.agree_on(&request(long, SamplingParameters::GREEDY, 4096));
    assert_eq!(answered.stop, Some(StopReason::ContextFull));
}

#[test]
fn a_cancel_between_guesses_leaves_a_conversation_that_goes_on() {
    let mut pair = Pair::of(fixture_model(), 2048);
    let asked = request(
        "Describe in fifty steps how to read a note aloud.",
        SamplingParameters::GREEDY,
        300,
    );
    let written = std::cell::Cell::new(0);
    pair.guessing.answer(
        &asked,
        || written.get() >= 40,
        |event| {
            if let EngineEvent::Text { answer_tokens, .. } = event {
                written.set(answer_tokens);
            }
        },
    );
    assert!(written.get() >= 40 && written.get() < 300);
    let whole = answer(&mut pair.guessing, &asked);
    assert_eq!(whole.tokens, answer(&mut pair.plain, &asked).tokens);
}
