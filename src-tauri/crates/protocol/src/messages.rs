//! Every message there is. App → engine: [`EngineRequest`]. Engine → app: [`EngineEvent`].

use serde::{Deserialize, Serialize};

use crate::layout::{Fidelity, LayoutSpeed};
use crate::{PromptScore, ScoreRequest};

/// Chosen by the app; each event about a request carries it back.
pub type RequestId = u64;

/// App → engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum EngineRequest {
    /// Answer a conversation. Several may be queued; they are served in order.
    Generate(GenerateRequest),
    /// Stop a queued or running request; it then ends with [`StopReason::Cancelled`].
    Cancel {
        /// The request to stop.
        id: RequestId,
    },
    /// Hand over what is in memory of a conversation. Served in order with the others; ends with
    /// [`EngineEvent::State`].
    SaveState {
        /// Chosen by the app.
        id: RequestId,
        /// As [`GenerateRequest::conversation`] named it.
        conversation: String,
        /// As [`GenerateRequest::adapter`]; what was read with another is not handed over.
        #[serde(default)]
        adapter: Option<u32>,
    },
    /// Take back what [`EngineEvent::State`] handed over; it follows as raw bytes. Served in order with the others;
    /// ends with [`EngineEvent::Restored`].
    ///
    /// llama.cpp trusts these bytes: the app sends none that it has not authenticated.
    RestoreState {
        /// Chosen by the app.
        id: RequestId,
        /// The name under which to save it again.
        conversation: String,
        /// The adapter that it was read with.
        #[serde(default)]
        adapter: Option<u32>,
    },
    /// Say how likely some continuations are. Served in order with the others; ends with [`EngineEvent::Scored`].
    /// Conversations leave the memory for it.
    Score(ScoreRequest),
    /// Split texts as they are, without the tokens that stand around a prompt. Served in order with the others; ends
    /// with [`EngineEvent::Tokens`].
    Tokenize {
        /// Chosen by the app.
        id: RequestId,
        /// The texts.
        texts: Vec<String>,
    },
    /// Finish nothing more and exit with status 0. Closing the pipe means the same.
    Shutdown,
}

/// One answer wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GenerateRequest {
    /// Chosen by the app.
    pub id: RequestId,
    /// The conversation so far, oldest first, the question last; behind it may stand the beginning of the answer,
    /// which is then gone on with.
    pub messages: Vec<ChatMessage>,
    /// How tokens are drawn.
    pub sampling: SamplingParameters,
    /// The most tokens to write.
    pub max_tokens: u32,
    /// A name under which [`EngineRequest::SaveState`] finds it again; none for what is never to be saved.
    #[serde(default)]
    pub conversation: Option<String>,
    /// The adapter that changes the model for this answer, counted from 0 in the order in which the engine was told of
    /// them; none for the model as it is.
    #[serde(default)]
    pub adapter: Option<u32>,
}

/// One message of the prompt, before the chat template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatMessage {
    /// Who speaks.
    pub role: ChatRole,
    /// What is said.
    pub content: String,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatRole {
    /// Instructions that frame the conversation.
    System,
    /// The clinician.
    User,
    /// The model.
    Assistant,
}

/// How the next token is drawn. Fields as in `sanad_domain::Sampling`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SamplingParameters {
    /// 0 takes the likeliest token each time.
    pub temperature: f32,
    /// 0 keeps all.
    pub top_k: u32,
    /// 1 keeps all.
    pub top_p: f32,
    /// 0 keeps all.
    pub min_p: f32,
    /// 1 leaves the odds of what was written already.
    pub repetition: f32,
    /// The random generator's start.
    pub seed: u32,
}

impl SamplingParameters {
    /// The likeliest token each time: the same prompt gives the same answer.
    pub const GREEDY: Self = Self {
        temperature: 0.0,
        top_k: 0,
        top_p: 1.0,
        min_p: 0.0,
        repetition: 1.0,
        seed: 0,
    };
}

/// Engine → app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum EngineEvent {
    /// The first event, before the model is opened.
    Hello(EngineHello),
    /// The model is being read.
    Loading {
        /// 0 to 100.
        percent: u8,
    },
    /// The model is loaded; requests are served from now on.
    Ready(LoadedModel),
    /// The model could not be loaded; the process exits after this.
    LoadFailed {
        /// What kind of fault.
        code: FailureCode,
        /// llama.cpp's own words, for the diagnostics; English, never shown as the message.
        detail: String,
    },
    /// The conversation is longer than the context: its oldest messages left the prompt. Comes before the reading.
    LeftOut {
        /// The request.
        id: RequestId,
        /// How many, counted from the first message behind the system text.
        messages: u32,
    },
    /// The prompt is being read.
    PromptProgress {
        /// The request.
        id: RequestId,
        /// Tokens read so far, reused ones included; an estimate inside a batch.
        read_tokens: u32,
        /// Tokens of the whole prompt.
        total_tokens: u32,
        /// Seconds until it is read, at the speed of this request so far; `None` before anything could be measured.
        #[serde(default)]
        seconds_left: Option<f64>,
    },
    /// More of the answer; whole UTF-8 characters only.
    Text {
        /// The request.
        id: RequestId,
        /// The next piece.
        text: String,
        /// Tokens written so far.
        answer_tokens: u32,
    },
    /// The answer has ended.
    Done {
        /// The request.
        id: RequestId,
        /// Why it ended.
        stop: StopReason,
        /// Tokens of the rendered prompt.
        prompt_tokens: u32,
        /// Those of them that were still in the context from an earlier request and were not read again.
        reused_tokens: u32,
        /// Messages that left the prompt, as [`EngineEvent::LeftOut`] said.
        left_out_messages: u32,
        /// Tokens written, the end-of-turn token excluded.
        answer_tokens: u32,
        /// From the request's turn in the queue to the first token, in seconds.
        first_token_seconds: f64,
        /// Tokens per second, wall clock, first token excluded; 0 with fewer than two.
        tokens_per_second: f64,
    },
    /// What is in memory of a conversation follows as raw bytes; none if nothing is.
    State {
        /// The request.
        id: RequestId,
    },
    /// A state was taken back.
    Restored {
        /// The request.
        id: RequestId,
        /// The tokens that need not be read again; 0 if the bytes were of no use.
        tokens: u32,
    },
    /// Continuations were compared.
    Scored {
        /// The request.
        id: RequestId,
        /// One for each prompt, in their order.
        scores: Vec<PromptScore>,
        /// Tokens that were read for it.
        read_tokens: u32,
        /// From the request's turn in the queue to here.
        seconds: f64,
    },
    /// Texts were split.
    Tokens {
        /// The request.
        id: RequestId,
        /// One list for each text, in their order.
        tokens: Vec<Vec<i32>>,
    },
    /// From an engine that was started to measure a model: one for each layout and number of threads.
    Measured(LayoutSpeed),
    /// From an engine that was started to prepare a model: the new file is whole.
    Prepared(Fidelity),
    /// The request failed; the engine goes on.
    RequestFailed {
        /// The request.
        id: RequestId,
        /// What kind of fault.
        code: FailureCode,
        /// For the diagnostics; holds no conversation text.
        detail: String,
    },
}

/// What the engine says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EngineHello {
    /// Must equal [`crate::PROTOCOL_VERSION`].
    pub protocol: u32,
    /// Version of this executable.
    pub version: String,
    /// llama.cpp's own line of compiled-in features and CPU extensions.
    pub system_info: String,
    /// Compute devices, the CPU included.
    pub devices: Vec<String>,
    /// What the process is kept from (`landlock`, `seccomp`), as far as it could be set up.
    pub containment: Vec<String>,
}

/// Facts of the loaded model.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LoadedModel {
    /// llama.cpp's description, for instance `llama 135M Q4_1`.
    pub description: String,
    /// Parameters.
    pub parameters: u64,
    /// Tokens the context holds in this process.
    pub context_tokens: u32,
    /// Threads used.
    pub threads: u32,
    /// The types of the numbers in a saved state: one with others is of no use.
    pub state_format: String,
    /// Seconds from opening the file to ready.
    pub load_seconds: f64,
}

/// Why an answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopReason {
    /// The model ended its turn.
    EndOfTurn,
    /// `max_tokens` was reached.
    MaxTokens,
    /// The context is full.
    ContextFull,
    /// The app asked for it.
    Cancelled,
}

/// Kinds of fault, each with its own message in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureCode {
    /// llama.cpp refused the model file.
    ModelUnreadable,
    /// The file is a model that embeds or translates and does not write text.
    NotForChat,
    /// llama.cpp refused an adapter beside this model.
    AdapterUnfit,
    /// Memory for the model or its context could not be had.
    OutOfMemory,
    /// The model has no chat template, or it cannot be rendered.
    ChatTemplate,
    /// The question alone, with the system text, does not fit the context and leave room for an answer.
    PromptTooLong,
    /// Decoding failed.
    Decode,
    /// The request itself is malformed.
    BadRequest,
}
