//! Frames in and out of the child, each pipe in its own task:
//! a question of 1 MB fills a pipe many times, and must not keep the answer before it from being read.

use sanad_protocol::{
    EngineEvent, EngineRequest, FrameError, FrameHead, MAX_LINE_BYTES, RequestId, parse_line,
    write_frame,
};
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};
use tokio::process::ChildStdout;
use tokio::sync::mpsc;

/// What arrives on the engine's stdout.
pub(super) enum Arrival {
    /// A message.
    Event(EngineEvent),
    /// What is in memory of a conversation.
    State { id: RequestId, bytes: Vec<u8> },
    /// The hello of another version, which need not look like ours.
    ForeignHello { protocol: u32 },
    /// The pipe cannot be read on.
    Broken(FrameError),
}

/// A request, and the raw bytes behind it.
pub(crate) struct Outgoing {
    pub(crate) request: EngineRequest,
    pub(crate) raw: Vec<u8>,
}

impl From<EngineRequest> for Outgoing {
    fn from(request: EngineRequest) -> Self {
        Self {
            request,
            raw: Vec::new(),
        }
    }
}

/// Reads until the pipe closes. A line that is no frame is passed over:
/// an engine that prints where it should not is no reason to lose the answer.
pub(super) async fn read_events(stdout: ChildStdout, arrivals: mpsc::Sender<Arrival>) {
    let mut reader = BufReader::new(stdout);
    loop {
        let arrival = match read_line(&mut reader).await {
            Ok(Some(line)) => match understood(&line, &mut reader).await {
                Ok(Some(arrival)) => arrival,
                Ok(None) => continue,
                Err(error) => Arrival::Broken(error),
            },
            Ok(None) => return,
            Err(error) => Arrival::Broken(error),
        };
        let is_last = matches!(arrival, Arrival::Broken(_));
        if arrivals.send(arrival).await.is_err() || is_last {
            return;
        }
    }
}

/// Writes until nobody can send any more, and closes the pipe.
pub(super) async fn write_requests(
    mut stdin: impl AsyncWrite + Unpin,
    mut requests: mpsc::UnboundedReceiver<Outgoing>,
) {
    while let Some(Outgoing { request, raw }) = requests.recv().await {
        let mut frame = Vec::new();
        write_frame(&mut frame, &request, &raw)
            .expect("a request is plain data, and a vector takes every byte");
        // A closed pipe means that the process ends, which is seen on the other pipe.
        if stdin.write_all(&frame).await.is_err() || stdin.flush().await.is_err() {
            return;
        }
    }
}

async fn read_line(
    reader: &mut (impl AsyncBufRead + Unpin),
) -> Result<Option<Vec<u8>>, FrameError> {
    let mut line = Vec::new();
    let limit = MAX_LINE_BYTES as u64 + 1;
    reader.take(limit).read_until(b'\n', &mut line).await?;
    match line.last() {
        None => Ok(None),
        Some(b'\n') => Ok(Some(line)),
        Some(_) if line.len() > MAX_LINE_BYTES => Err(FrameError::TooLong { bytes: line.len() }),
        Some(_) => Err(FrameError::Truncated),
    }
}

async fn understood(
    line: &[u8],
    reader: &mut (impl AsyncBufRead + Unpin),
) -> Result<Option<Arrival>, FrameError> {
    match parse_line::<EngineEvent>(line) {
        Ok(FrameHead {
            message: EngineEvent::State { id },
            raw_bytes,
        }) => {
            let mut bytes = Vec::new();
            let mut raw = reader.take(raw_bytes as u64);
            raw.read_to_end(&mut bytes).await?;
            if bytes.len() < raw_bytes {
                return Err(FrameError::Truncated);
            }
            Ok(Some(Arrival::State { id, bytes }))
        }
        Ok(FrameHead { message, raw_bytes }) => {
            // No other event carries raw bytes; what comes nevertheless is passed over.
            tokio::io::copy(&mut reader.take(raw_bytes as u64), &mut tokio::io::sink()).await?;
            Ok(Some(Arrival::Event(message)))
        }
        Err(FrameError::Malformed { .. }) => Ok(foreign_hello(line)),
        Err(error) => Err(error),
    }
}

fn foreign_hello(line: &[u8]) -> Option<Arrival> {
    #[derive(serde::Deserialize)]
    struct AnyHello {
        event: String,
        protocol: u32,
    }
    let hello = parse_line::<AnyHello>(line).ok()?.message;
    (hello.event == "hello").then_some(Arrival::ForeignHello {
        protocol: hello.protocol,
    })
}
