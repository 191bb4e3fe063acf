//! One step, asked.

use std::path::Path;

use sanad_engine_client::{
    ChatMessage, ChatRole, EngineFault, FailureCode, PromptScore, PromptText, ReadyEngine,
    ScorePrompt,
};
use sanad_selfcheck::check::{Asked, Form, FormResult, Outcome, PromptForm, Step, StepResult};
use sanad_selfcheck::protocols::{Message, Role};

/// What came of a step, and what it cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// What came of it; the same each time.
    pub result: StepResult,
    /// Tokens that the engine read for it.
    pub read_tokens: u32,
    /// How long the engine took.
    pub seconds: f64,
}

/// Asks all forms of a step at once, of the model as it is or with an adapter.
///
/// # Errors
/// What ended the engine, or why it refused; a question that is too long for the context is a result.
pub async fn ask(
    engine: &ReadyEngine,
    adapter: Option<&Path>,
    step: &Step,
) -> Result<Answered, EngineFault> {
    let prompts = step.forms.iter().map(|form| prompt(&form.asked)).collect();
    // All forms of a step stand behind the same.
    let shared = step.forms.first().map(|form| form.asked.shared.clone());
    match engine
        .score(adapter, shared.unwrap_or_default(), prompts)
        .await
    {
        Ok(scored) => {
            let forms = step.forms.iter().zip(scored.scores);
            let forms = forms.map(|(form, score)| form_result(form, score));
            Ok(Answered {
                result: StepResult::of(step, Outcome::Scored(forms.collect())),
                read_tokens: scored.read_tokens,
                seconds: scored.seconds,
            })
        }
        Err(EngineFault::RequestFailed {
            code: FailureCode::PromptTooLong,
            ..
        }) => Ok(Answered {
            result: StepResult::of(step, Outcome::TooLong),
            read_tokens: 0,
            seconds: 0.0,
        }),
        Err(fault) => Err(fault),
    }
}

fn prompt(asked: &Asked) -> ScorePrompt {
    let text = match &asked.prompt {
        PromptForm::Plain(text) => PromptText::Plain(text.clone()),
        PromptForm::Chat(messages) => PromptText::Chat(messages.iter().map(message).collect()),
    };
    ScorePrompt {
        text,
        continuations: asked.continuations.clone(),
    }
}

fn message(message: &Message) -> ChatMessage {
    ChatMessage {
        role: match message.role {
            Role::System => ChatRole::System,
            Role::User => ChatRole::User,
            Role::Assistant => ChatRole::Assistant,
        },
        content: message.content.clone(),
    }
}

fn form_result(form: &Form, score: PromptScore) -> FormResult {
    let (log_likelihoods, tokens) = score
        .continuations
        .into_iter()
        .map(|found| (found.log_likelihood, found.tokens.len()))
        .unzip();
    FormResult {
        rotation: form.rotation,
        log_likelihoods,
        tokens,
    }
}
