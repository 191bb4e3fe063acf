//! How fast a file of 5 GB is imported with its hash, beside the disk's own pace: a plain copy without a hash.
//!
//! `cargo run --release --locked -p sanad-models --example import_speed -- FOLDER [GIGABYTES]`
//!
//! Each of the two is done three times in turn, from the disk and not from memory where the system lets that be
//! chosen, and ends when the copy is safe on the disk.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use sanad_models::{Flow, Import, ModelPlaces};
use sanad_testing::{Dice, GgufBuilder};

const BLOCK: usize = 4 << 20;
const ROUNDS: usize = 3;
/// Bytes of a row of 32 weights of four bytes.
const ROW: u64 = 128;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("which folder?")?);
    let gigabytes: u64 = match arguments.next() {
        Some(text) => text.to_string_lossy().parse()?,
        None => 5,
    };
    let source = folder.join("import-speed.gguf");
    write_model(&source, gigabytes * 1_000_000_000)?;
    let bytes = fs::metadata(&source)?.len();
    let (mut plain, mut imported) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        plain.push(timed(|| copy(&source, &folder.join("plain-copy")))?);
        fs::remove_file(folder.join("plain-copy"))?;
        imported.push(timed(|| import(&source, &folder))?);
        fs::remove_dir_all(folder.join("data"))?;
    }
    fs::remove_file(&source)?;
    let (plain, imported) = (middle(plain), middle(imported));
    let pace = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    let mut out = io::stdout();
    writeln!(out, "plain copy: {:.0} MB/s in {plain:.1?}", pace(plain))?;
    writeln!(
        out,
        "import with SHA-256: {:.0} MB/s in {imported:.1?}",
        pace(imported)
    )?;
    writeln!(out, "share: {:.0} %", 100.0 * pace(imported) / pace(plain))?;
    Ok(())
}

/// A model file without holes, of bytes that no disk can make smaller.
fn write_model(path: &Path, bytes: u64) -> io::Result<()> {
    let rows = bytes / ROW;
    let builder = GgufBuilder::default().tensor("blk.0.weight", &[32, rows], 0, rows * ROW);
    builder.write(path)?;
    let length = fs::metadata(path)?.len();
    let header = builder.header().len() as u64;
    let mut file = File::options().write(true).open(path)?;
    io::copy(&mut io::Cursor::new(builder.header()), &mut file)?;
    let mut dice = Dice::new(5);
    let block: Vec<u8> = (0..BLOCK / 8)
        .flat_map(|_| dice.any().to_le_bytes())
        .collect();
    let mut left = length - header;
    while left > 0 {
        let part = usize::try_from(left).unwrap_or(BLOCK).min(BLOCK);
        file.write_all(&block[..part])?;
        left -= part as u64;
    }
    file.sync_all()
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let (mut from, mut to) = (File::open(from)?, File::create(to)?);
    let mut block = vec![0; BLOCK];
    loop {
        let read = from.read(&mut block)?;
        if read == 0 {
            break;
        }
        to.write_all(&block[..read])?;
    }
    Ok(to.sync_all()?)
}

fn import(source: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let places = ModelPlaces {
        data: folder.join("data"),
        cache: folder.join("cache"),
        share: None,
    };
    Import::of(source, &places)?.copy(&mut |_| Flow::GoOn)?;
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    // Where that is not allowed, both are read from memory alike.
    let _ = fs::write("/proc/sys/vm/drop_caches", "1");
    let started = Instant::now();
    work()?;
    Ok(started.elapsed())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
