//! One line of JSON, then as many raw bytes as its `bytes` field says.

use std::io::{self, BufRead, Read, Write};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest line that is read: a question of 1 MB with every character escaped fits.
pub const MAX_LINE_BYTES: usize = 64 << 20;

/// The most raw bytes one frame may carry: saved state of a long conversation fits.
pub const MAX_RAW_BYTES: usize = 4 << 30;

/// A message and what follows it.
#[derive(Debug, PartialEq)]
pub struct Frame<M> {
    /// The line.
    pub message: M,
    /// What followed; empty for most messages.
    pub raw: Vec<u8>,
}

/// Why no frame could be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FrameError {
    /// The pipe broke.
    #[error("the pipe failed: {0}")]
    Io(#[from] io::Error),
    /// A line that is not the expected message. The line itself is not kept: it may hold clinical text.
    #[error("a line of {bytes} bytes is no message: {source}")]
    Malformed {
        /// Its length.
        bytes: usize,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// A line or a raw part beyond the limits.
    #[error("a frame announces {bytes} bytes, which is more than the limit")]
    TooLong {
        /// What it announced, or had when reading was given up.
        bytes: usize,
    },
    /// The pipe closed inside a frame.
    #[error("the pipe closed inside a frame")]
    Truncated,
}

/// Reads one frame; `None` when the pipe is closed between frames.
///
/// # Errors
/// See [`FrameError`]; after `Malformed` the next line may be read, after the others nothing may.
pub fn read_frame<M: DeserializeOwned>(
    reader: &mut impl BufRead,
) -> Result<Option<Frame<M>>, FrameError> {
    let mut line = Vec::new();
    let limit = MAX_LINE_BYTES as u64 + 1;
    reader.by_ref().take(limit).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') {
        return Err(if line.len() > MAX_LINE_BYTES {
            FrameError::TooLong { bytes: line.len() }
        } else {
            FrameError::Truncated
        });
    }
    let FrameHead { message, raw_bytes } = parse_line(&line)?;
    let mut raw = Vec::new();
    // `take` rather than a buffer of the announced size: memory grows only with what arrives.
    reader
        .by_ref()
        .take(raw_bytes as u64)
        .read_to_end(&mut raw)?;
    if raw.len() < raw_bytes {
        return Err(FrameError::Truncated);
    }
    Ok(Some(Frame { message, raw }))
}

/// A frame's line, read; its raw part is still in the pipe.
#[derive(Debug, PartialEq)]
pub struct FrameHead<M> {
    /// The line.
    pub message: M,
    /// How many raw bytes follow it; at most [`MAX_RAW_BYTES`].
    pub raw_bytes: usize,
}

/// Parses a frame's line, for readers that wait for bytes in their own way.
///
/// # Errors
/// [`FrameError::Malformed`], or [`FrameError::TooLong`] when it announces too many raw bytes.
pub fn parse_line<M: DeserializeOwned>(line: &[u8]) -> Result<FrameHead<M>, FrameError> {
    let malformed = |source| FrameError::Malformed {
        bytes: line.len(),
        source,
    };
    let head: Head = serde_json::from_slice(line).map_err(malformed)?;
    if head.bytes > MAX_RAW_BYTES {
        return Err(FrameError::TooLong { bytes: head.bytes });
    }
    let message = serde_json::from_slice(line).map_err(malformed)?;
    Ok(FrameHead {
        message,
        raw_bytes: head.bytes,
    })
}

/// Writes one frame and flushes.
///
/// # Errors
/// [`FrameError::Io`] when the pipe breaks.
pub fn write_frame(
    writer: &mut impl Write,
    message: &impl Serialize,
    raw: &[u8],
) -> Result<(), FrameError> {
    let mut line = serde_json::to_vec(&Headed {
        message,
        bytes: (!raw.is_empty()).then_some(raw.len()),
    })
    .map_err(|source| FrameError::Malformed { bytes: 0, source })?;
    line.push(b'\n');
    writer.write_all(&line)?;
    writer.write_all(raw)?;
    writer.flush()?;
    Ok(())
}

#[derive(serde::Deserialize)]
struct Head {
    #[serde(default)]
    bytes: usize,
}

#[derive(Serialize)]
struct Headed<'message, M> {
    #[serde(flatten)]
    message: &'message M,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{EngineEvent, EngineRequest};

    fn written(message: &impl Serialize, raw: &[u8]) -> Vec<u8> {
        let mut pipe = Vec::new();
        write_frame(&mut pipe, message, raw).expect("a vector takes every byte");
        pipe
    }

    #[test]
    fn text_in_both_scripts_and_raw_bytes_arrive_as_sent() {
        let event = EngineEvent::Text {
            id: 7,
            text: "الجرعة 5-10 mg\n\u{200c}🙂".to_owned(),
            answer_tokens: 3,
        };
        let mut pipe = written(&event, b"\x00\nraw\xff");
        pipe.extend(written(&EngineRequest::Shutdown, b""));
        let mut reader = pipe.as_slice();
        let first = read_frame::<EngineEvent>(&mut reader)
            .expect("whole")
            .expect("there");
        assert_eq!(
            first,
            Frame {
                message: event,
                raw: b"\x00\nraw\xff".to_vec()
            }
        );
        let second = read_frame::<EngineRequest>(&mut reader)
            .expect("whole")
            .expect("there");
        assert_eq!(second.message, EngineRequest::Shutdown);
        assert!(
            read_frame::<EngineRequest>(&mut reader)
                .expect("closed cleanly")
                .is_none()
        );
    }

    #[test]
    fn a_line_that_is_no_message_does_not_spoil_the_next() {
        let mut pipe = b"ggml: a stray print\n".to_vec();
        pipe.extend(written(&EngineRequest::Cancel { id: 1 }, b""));
        let mut reader = pipe.as_slice();
        assert!(matches!(
            read_frame::<EngineRequest>(&mut reader),
            Err(FrameError::Malformed { .. })
        ));
        let next = read_frame::<EngineRequest>(&mut reader)
            .expect("whole")
            .expect("there");
        assert_eq!(next.message, EngineRequest::Cancel { id: 1 });
    }

    #[test]
    fn a_pipe_that_closes_inside_a_frame_is_told_apart_from_a_clean_end() {
        let whole = written(&EngineRequest::Shutdown, b"12345678");
        for cut in 1..whole.len() {
            let mut reader = &whole[..cut];
            let outcome = read_frame::<EngineRequest>(&mut reader);
            assert!(
                matches!(outcome, Err(FrameError::Truncated)),
                "cut at {cut}: {outcome:?}"
            );
        }
    }

    #[test]
    fn an_announced_size_beyond_the_limit_is_refused_before_memory_is_taken() {
        let line = format!("{{\"op\":\"shutdown\",\"bytes\":{}}}\n", MAX_RAW_BYTES + 1);
        let outcome = read_frame::<EngineRequest>(&mut line.as_bytes());
        assert!(matches!(outcome, Err(FrameError::TooLong { .. })));
    }
}
