//! Measures the backup of a large store: `cargo run --release -p sanad-history --example back_up [MEGABYTES]`.
//!
//! The store is filled with long answers; its index for the search grows with it. The backup is opened
//! and checked before it counts as one, and the store can be written to meanwhile.

use std::error::Error;
use std::io::{self, Write};
use std::sync::mpsc::{self, TryRecvError};
use std::time::{Duration, Instant};

use sanad_domain::{AnswerState, ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};

const MEGABYTE: u64 = 1_000_000;
const PARAGRAPH: &str =
    "الجرعة **15 mg/kg** كل 6 ساعات، ولا تتجاوز 60 mg/kg/day. Check the weight before each dose. ";

fn main() -> Result<(), Box<dyn Error>> {
    let megabytes: u64 = match std::env::args().nth(1) {
        Some(figure) => figure.parse()?,
        None => 1000,
    };
    let temporary = tempfile::tempdir()?;
    let folder = StoreFolder::at(&temporary.path().join("store"));
    let passphrase = Passphrase::new("measured".to_owned())?;
    let mut out = io::stdout().lock();
    let mut store = Store::create(&folder, &passphrase, KeyDerivation::for_this_machine()?)?;
    let mut turns = 0_u64;
    while std::fs::metadata(folder.database())?.len() < megabytes * MEGABYTE {
        for _ in 0..50 {
            write_turn(&mut store, turns)?;
            turns += 1;
        }
    }
    let size = std::fs::metadata(folder.database())?.len();
    writeln!(out, "store          {} MB, {turns} turns", size / MEGABYTE)?;

    let backups = temporary.path().join("backups");
    std::fs::create_dir(&backups)?;
    let started = Instant::now();
    let job = store.begin_backup(&backups, Timestamp(0))?;
    let (sender, ended) = mpsc::channel();
    let backup = std::thread::spawn(move || sender.send(job.run()));
    let mut written: Vec<Duration> = Vec::new();
    let info = loop {
        match ended.try_recv() {
            Ok(info) => break info?,
            Err(TryRecvError::Disconnected) => return Err("the backup panicked".into()),
            Err(TryRecvError::Empty) => {}
        }
        let began = Instant::now();
        store.begin_turn(None, "Is the window usable meanwhile?", Timestamp(1))?;
        written.push(began.elapsed());
        std::thread::sleep(Duration::from_millis(200));
    };
    let took = started.elapsed();
    backup.join().expect("it has sent its end")?;
    writeln!(out, "backup, check  {:.1} s, {info:?}", took.as_secs_f64())?;
    written.sort();
    if let (Some(median), Some(longest)) = (written.get(written.len() / 2), written.last()) {
        writeln!(
            out,
            "a question meanwhile: median {median:.1?}, longest {longest:.1?} of {}",
            written.len()
        )?;
    }
    Ok(())
}

fn write_turn(store: &mut Store, number: u64) -> Result<(), Box<dyn Error>> {
    let now = Timestamp(1_790_000_000_000);
    let model = ModelStamp {
        name: "measured".to_owned(),
        sha256: Sha256Hex("0".repeat(64)),
    };
    let (_, turn) = store.begin_turn(None, &format!("{number} ما جرعة الباراسيتامول؟"), now)?;
    let answer = store.begin_answer(turn.id, &model, now)?;
    let text = format!("{number} {}", PARAGRAPH.repeat(400));
    store.extend_answer(answer.id, &text)?;
    store.finish_answer(answer.id, AnswerState::Complete, None)?;
    Ok(())
}
