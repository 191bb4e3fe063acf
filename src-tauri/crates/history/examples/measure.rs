//! Prints what the store costs on this machine and this disk.
//!
//!     cargo run --release -p sanad-history --example measure [FOLDER]
//!
//! FOLDER lies on the disk to be measured and must not exist; without it, a temporary one is used.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use sanad_domain::{AnswerState, ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{HistoryError, KeyDerivation, Passphrase, Store, StoreFolder};

const TURNS: usize = 400;
const PIECES_OF_EACH_ANSWER: usize = 12;
const PIECE: &str = "يؤخذ 5-10 mg/kg كل ٨ ساعات مع الطعام، ولا يزاد عن 4 g في اليوم. ";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let temporary = tempfile::tempdir()?;
    let root = std::env::args_os()
        .nth(1)
        .map_or(temporary.path().join("sanad"), PathBuf::from);
    let folder = StoreFolder::at(&root);
    let passphrase = Passphrase::new("measured".to_owned())?;
    let mut out = io::stdout().lock();

    let started = Spent::now();
    let derivation = KeyDerivation::for_this_machine()?;
    writeln!(out, "choosing a derivation      {}", started.since())?;
    writeln!(out, "                           {derivation:?}")?;

    let started = Spent::now();
    Store::create(&folder, &passphrase, derivation)?.close()?;
    writeln!(out, "creating a store           {}", started.since())?;

    let mut opened = Vec::new();
    for _ in 0..20 {
        let started = Spent::now();
        Store::open(&folder, &passphrase)?.close()?;
        opened.push(started.since());
    }
    writeln!(out, "opening, derivation within {}", Summary::of(opened))?;
    let mut store = Store::open(&folder, &passphrase)?;

    let samples = write_conversations(&mut store)?;
    for (what, samples) in samples {
        writeln!(out, "{what:26} {}", Summary::of(samples))?;
    }
    store.close()?;

    let weak_root = root.join("weak");
    let weak = StoreFolder::at(&weak_root);
    let mut store = Store::create(&weak, &passphrase, KeyDerivation::WEAK_FOR_TESTS)?;
    write_conversations(&mut store)?;
    store.close()?;
    let store = Store::open(&weak, &passphrase)?;
    let mut read = Vec::new();
    for conversation in store.conversations()? {
        let started = Spent::now();
        store.turns(conversation.id)?;
        read.push(started.since());
    }
    drop(store);
    writeln!(out, "reading 20 turns           {}", Summary::of(read))?;
    let kilobytes = std::fs::metadata(weak.database())?.len() / 1000;
    let mut opened = Vec::new();
    for _ in 0..50 {
        let started = Spent::now();
        let store = Store::open(&weak, &passphrase)?;
        opened.push(started.since());
        drop(store);
    }
    writeln!(
        out,
        "opening {kilobytes} kB, weak key   {}",
        Summary::of(opened)
    )?;

    writeln!(
        out,
        "one bare fsync of 8 KiB    {}",
        Summary::of(bare_fsyncs(&root)?)
    )?;
    Ok(())
}

fn write_conversations(store: &mut Store) -> Result<[(&'static str, Vec<Spent>); 4], HistoryError> {
    let now = Timestamp(1_790_000_000_000);
    let model = ModelStamp {
        name: "measured".to_owned(),
        sha256: Sha256Hex("0".repeat(64)),
    };
    let [mut begun, mut answered, mut extended, mut finished] = [const { Vec::new() }; 4];
    let mut conversation = None;
    for number in 0..TURNS {
        let question = format!("{number} ما جرعة الباراسيتامول لطفل وزنه 12 kg؟");
        let started = Spent::now();
        let (of_turn, turn) = store.begin_turn(conversation, &question, now)?;
        begun.push(started.since());
        conversation = (number % 20 != 19).then_some(of_turn.id);
        let started = Spent::now();
        let answer = store.begin_answer(turn.id, &model, now)?;
        answered.push(started.since());
        for _ in 0..PIECES_OF_EACH_ANSWER {
            let started = Spent::now();
            store.extend_answer(answer.id, PIECE)?;
            extended.push(started.since());
        }
        let started = Spent::now();
        store.finish_answer(answer.id, AnswerState::Complete, None)?;
        finished.push(started.since());
    }
    Ok([
        ("begin_turn", begun),
        ("begin_answer", answered),
        ("extend_answer", extended),
        ("finish_answer", finished),
    ])
}

fn bare_fsyncs(root: &std::path::Path) -> io::Result<Vec<Spent>> {
    let mut file = std::fs::File::create(root.join("fsync"))?;
    let mut samples = Vec::new();
    for _ in 0..500 {
        let started = Spent::now();
        file.write_all(&[7; 8192])?;
        file.sync_data()?;
        samples.push(started.since());
    }
    Ok(samples)
}

/// Wall and CPU time of this thread.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    cpu: Duration,
}

struct Started {
    wall: Instant,
    cpu: Duration,
}

impl Spent {
    fn now() -> Started {
        Started {
            wall: Instant::now(),
            cpu: cpu(),
        }
    }
}

impl Started {
    fn since(&self) -> Spent {
        Spent {
            wall: self.wall.elapsed(),
            cpu: cpu() - self.cpu,
        }
    }
}

impl std::fmt::Display for Spent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (wall, cpu) = (self.wall.as_secs_f64() * 1e3, self.cpu.as_secs_f64() * 1e3);
        write!(formatter, "{wall:.2} ms wall, {cpu:.2} ms CPU")
    }
}

/// Percentiles of wall time, mean CPU time, and the share of the wall time off the CPU: on an idle
/// machine that is the disk.
struct Summary {
    median: f64,
    p95: f64,
    cpu: f64,
    waited: f64,
}

impl Summary {
    fn of(mut samples: Vec<Spent>) -> Self {
        samples.sort_by_key(|sample| sample.wall);
        let at = |share: usize| samples[samples.len() * share / 100].wall.as_secs_f64() * 1e3;
        let sum = |of: fn(&Spent) -> Duration| samples.iter().map(of).sum::<Duration>();
        let (wall, cpu) = (sum(|sample| sample.wall), sum(|sample| sample.cpu));
        #[expect(clippy::cast_precision_loss, reason = "some thousand samples")]
        let count = samples.len() as f64;
        Self {
            median: at(50),
            p95: at(95),
            cpu: cpu.as_secs_f64() * 1e3 / count,
            waited: 100.0 * (1.0 - cpu.as_secs_f64() / wall.as_secs_f64()),
        }
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            median,
            p95,
            cpu,
            waited,
        } = self;
        write!(
            formatter,
            "p50 {median:.2} ms, p95 {p95:.2} ms, CPU {cpu:.2} ms, waiting {waited:.0} %"
        )
    }
}

fn cpu() -> Duration {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(spent.tv_sec).expect("time was spent, not won");
    let nanoseconds = u32::try_from(spent.tv_nsec).expect("less than a second");
    Duration::new(seconds, nanoseconds)
}
