//! Keeps the end of what the engine prints, in memory only.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt};

/// llama.cpp prints some 10 KB for a load; an assertion's line comes last.
const KEPT_BYTES: usize = 32 << 10;

/// What goes into a fault.
const LAST_WORDS_BYTES: usize = 2 << 10;

/// The last bytes of a stream.
#[derive(Clone, Default)]
pub(crate) struct Tail {
    bytes: Arc<Mutex<VecDeque<u8>>>,
}

impl Tail {
    /// Reads until the stream closes. Nobody else would empty the pipe, and a full one would stop the engine.
    pub(crate) async fn drain(self, mut stream: impl AsyncRead + Unpin) {
        let mut part = vec![0; 4096];
        while let Ok(count @ 1..) = stream.read(&mut part).await {
            self.keep(part.get(..count).unwrap_or_default());
        }
    }

    /// The end of it, from a line's beginning where there is one.
    pub(crate) fn last_words(&self) -> String {
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let skipped = bytes.len().saturating_sub(LAST_WORDS_BYTES);
        let end: Vec<u8> = bytes.iter().skip(skipped).copied().collect();
        let text = String::from_utf8_lossy(&end);
        match text.split_once('\n') {
            Some((_, whole_lines)) if skipped > 0 => whole_lines.trim_end().to_owned(),
            _ => text.trim_end().to_owned(),
        }
    }

    fn keep(&self, part: &[u8]) {
        let mut bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        bytes.extend(part);
        let excess = bytes.len().saturating_sub(KEPT_BYTES);
        bytes.drain(..excess);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_chatty_engine_costs_a_bounded_memory_and_its_last_line_is_kept() {
        let tail = Tail::default();
        let mut printed = "llama: some line\n".repeat(100_000).into_bytes();
        printed.extend(b"GGML_ASSERT failed\n");
        tail.clone().drain(printed.as_slice()).await;
        assert!(tail.bytes.lock().expect("no panic held it").len() <= KEPT_BYTES);
        let words = tail.last_words();
        assert!(
            words.ends_with("llama: some line\nGGML_ASSERT failed"),
            "{words}"
        );
        assert!(
            words.starts_with("llama: some line\n"),
            "begins with a whole line: {words}"
        );
    }
}
