//! What is asked about the likelihood of texts, and what is answered.

use serde::{Deserialize, Serialize};

use crate::{ChatMessage, RequestId};

/// How likely the model takes some continuations of some prompts to be.
///
/// The answer follows from this request alone, to the last bit, whatever was asked before: what is computed together
/// is fixed by it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreRequest {
    /// Chosen by the app.
    pub id: RequestId,
    /// Stands before every [`PromptText::Plain`]: instruction and examples. It stays in memory for the next request
    /// with the same.
    #[serde(default)]
    pub shared: String,
    /// At least one.
    pub prompts: Vec<ScorePrompt>,
    /// The adapter to compare with, by its place among those that the engine was started with; none for the model as
    /// it is.
    #[serde(default)]
    pub adapter: Option<u32>,
}

/// One prompt with what may follow it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScorePrompt {
    /// What stands before the continuations.
    pub text: PromptText,
    /// At least one, none of them empty; with their leading space, if they have one.
    pub continuations: Vec<String>,
}

/// How a prompt comes to its tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromptText {
    /// As it is, behind the shared text.
    Plain(String),
    /// Through the model's chat template, up to where its answer begins.
    Chat(Vec<ChatMessage>),
}

/// What was found for one prompt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromptScore {
    /// Tokens of the prompt, the shared text included.
    pub prompt_tokens: u32,
    /// One for each continuation, in their order.
    pub continuations: Vec<ContinuationScore>,
}

/// What was found for one continuation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContinuationScore {
    /// Its tokens, as they follow the prompt's.
    pub tokens: Vec<i32>,
    /// The sum of the natural logarithms of their probabilities.
    pub log_likelihood: f64,
    /// Whether each of them was the likeliest.
    pub greedy: bool,
}
