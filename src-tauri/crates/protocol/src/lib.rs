//! What app and engine say to each other over a pipe, and how it is framed.
//!
//! Each message is one line of JSON.
//! If the object has `"bytes": N`, N raw bytes follow the line feed.
//! This crate knows no process and no model; it must never depend on another crate of ours.

mod frame;
mod layout;
mod messages;
mod scoring;

pub use frame::{
    Frame, FrameError, FrameHead, MAX_LINE_BYTES, MAX_RAW_BYTES, parse_line, read_frame,
    write_frame,
};
pub use layout::{Fidelity, LayoutSpeed, WeightLayout};
pub use messages::{
    ChatMessage, ChatRole, EngineEvent, EngineHello, EngineRequest, FailureCode, GenerateRequest,
    LoadedModel, RequestId, SamplingParameters, StopReason,
};
pub use scoring::{ContinuationScore, PromptScore, PromptText, ScorePrompt, ScoreRequest};

/// Both sides must have exactly this version; there is no negotiation, since they ship together.
pub const PROTOCOL_VERSION: u32 = 5;
