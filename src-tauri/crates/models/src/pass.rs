//! One pass over a file: read, hashed and written at the same time, so that the slowest of the three sets the pace.
//!
//! Nothing here knows of models or of places.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use sanad_domain::Sha256Hex;
use sha2::{Digest, Sha256};

use crate::hash::hex;

/// Large enough that neither calls nor hand-overs cost anything that can be measured.
const CHUNK_BYTES: usize = 4 << 20;
/// As many as keep a reader and a writer busy that stutter, as disks and sticks do.
const CHUNKS: usize = 6;

/// What whoever watches a pass wants of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    GoOn,
    /// End it and leave nothing behind.
    Stop,
}

/// Why a pass did not come to its end.
pub(crate) enum Broken {
    /// It was stopped.
    Stopped,
    /// Reading failed.
    Read(io::Error),
    /// Writing failed.
    Write(io::Error),
}

/// What went through.
pub(crate) struct Passed {
    pub(crate) bytes: u64,
    pub(crate) sha256: Sha256Hex,
}

struct Chunk {
    bytes: Vec<u8>,
    used: usize,
}

/// Reads `source` to its end, hashes it and writes it to `sink`; `watch` hears of the bytes that came through.
pub(crate) fn pass(
    source: impl Read + Send,
    sink: impl Write + Send,
    watch: &mut dyn FnMut(u64) -> Flow,
) -> Result<Passed, Broken> {
    let (give_back, free) = sync_channel(CHUNKS);
    let (give_read, read) = sync_channel(CHUNKS);
    let (give_hashed, hashed) = sync_channel(CHUNKS);
    for _ in 0..CHUNKS {
        let bytes = vec![0; CHUNK_BYTES];
        let room = give_back.send(Chunk { bytes, used: 0 });
        room.expect("there is room for every chunk, and `free` is still here");
    }
    thread::scope(|scope| {
        let reader = scope.spawn(move || read_all(source, &free, &give_read));
        let writer = scope.spawn(move || write_all(sink, &hashed, &give_back));
        let hashed = hash_all(read, give_hashed, watch);
        // Both end by themselves once nobody takes from them or gives to them.
        let read = reader.join().expect("reading never panics");
        let written = writer.join().expect("writing never panics");
        let passed = hashed.ok_or(Broken::Stopped)?;
        written.map_err(Broken::Write)?;
        read.map_err(Broken::Read)?;
        Ok(passed)
    })
}

fn read_all(
    mut source: impl Read,
    free: &Receiver<Chunk>,
    give: &SyncSender<Chunk>,
) -> io::Result<()> {
    while let Ok(mut chunk) = free.recv() {
        chunk.used = fill(&mut source, &mut chunk.bytes)?;
        // Where nobody takes it, the pass was ended elsewhere.
        if chunk.used == 0 || give.send(chunk).is_err() {
            break;
        }
    }
    Ok(())
}

/// Fills as much as there is, since a stick may hand out less at a time than it is asked for.
fn fill(source: &mut impl Read, bytes: &mut [u8]) -> io::Result<usize> {
    let mut used = 0;
    while used < bytes.len() {
        match source.read(&mut bytes[used..]) {
            Ok(0) => break,
            Ok(read) => used += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(used)
}

/// `None` if it was stopped.
fn hash_all(
    read: Receiver<Chunk>,
    give: SyncSender<Chunk>,
    watch: &mut dyn FnMut(u64) -> Flow,
) -> Option<Passed> {
    let mut hasher = Sha256::new();
    let mut bytes = 0;
    for chunk in read {
        hasher.update(&chunk.bytes[..chunk.used]);
        bytes += chunk.used as u64;
        if watch(bytes) == Flow::Stop {
            return None;
        }
        // Where nobody takes it, writing has failed, and says why.
        if give.send(chunk).is_err() {
            break;
        }
    }
    let sha256 = hex(hasher);
    Some(Passed { bytes, sha256 })
}

fn write_all(
    mut sink: impl Write,
    hashed: &Receiver<Chunk>,
    give_back: &SyncSender<Chunk>,
) -> io::Result<()> {
    while let Ok(chunk) = hashed.recv() {
        sink.write_all(&chunk.bytes[..chunk.used])?;
        // A reader that has come to the end wants no more.
        let _ = give_back.send(chunk);
    }
    sink.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing;

    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("pulled out"))
        }
    }

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from(io::ErrorKind::StorageFull))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Three chunks and a bit, so that buffers come round.
    fn content() -> Vec<u8> {
        let size = 3 * CHUNK_BYTES + 12_345;
        (0..size).map(|at| (at * 31 % 251) as u8).collect()
    }

    #[test]
    fn what_comes_out_is_what_went_in_and_has_its_hash() {
        let content = content();
        let (mut written, mut heard) = (Vec::new(), Vec::new());
        let mut watch = |bytes| {
            heard.push(bytes);
            Flow::GoOn
        };
        let Ok(passed) = pass(content.as_slice(), &mut written, &mut watch) else {
            panic!("memory does not fail");
        };
        assert!(written == content);
        assert_eq!(passed.bytes, content.len() as u64);
        assert_eq!(passed.sha256, hex(Sha256::new_with_prefix(&content)));
        assert_eq!(heard.last(), Some(&passed.bytes));
        assert_eq!(heard.len(), 4);
    }

    #[test]
    fn it_ends_where_it_is_stopped_and_where_either_side_fails() {
        let content = content();
        let mut written = Vec::new();
        let mut stop = |_| Flow::Stop;
        let stopped = pass(content.as_slice(), &mut written, &mut stop);
        assert!(matches!(stopped, Err(Broken::Stopped)));
        assert!(written.len() < content.len());
        let mut go_on = |_| Flow::GoOn;
        let unread = pass(content.as_slice().chain(Failing), io::sink(), &mut go_on);
        assert!(matches!(unread, Err(Broken::Read(_))));
        let unwritten = pass(content.as_slice(), Failing, &mut go_on);
        assert!(matches!(unwritten, Err(Broken::Write(_))));
    }
}
