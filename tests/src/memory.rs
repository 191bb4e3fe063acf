//! Searches the memory of processes.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;

/// Whole pages. A text may lie across two pieces, so each is read with the end of the one before.
const PIECE: u64 = 4 << 20;

/// How often a text stands in the memory of a process, as UTF-8 or UTF-16. `None` if the process cannot be read.
#[must_use]
pub fn count_in_memory(pid: u32, text: &str) -> Option<usize> {
    let needles = [
        text.as_bytes().to_vec(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ];
    let overlap = needles.iter().map(Vec::len).max().unwrap_or(0) as u64;
    let memory = File::open(format!("/proc/{pid}/mem")).ok()?;
    let pages = File::open(format!("/proc/{pid}/pagemap")).ok()?;
    let mut found = 0;
    for (start, end) in touched_regions(pid)? {
        let mut at = start;
        while at < end {
            let piece_end = end.min(at + PIECE);
            // A web view reserves gigabytes and touches some of them. Only the piece's own pages are asked for: reading
            // maps the empty ones, so that the bytes taken over from the piece before would always be there.
            if holds_anything(&pages, at, piece_end) {
                let from = start.max(at.saturating_sub(overlap));
                let length = usize::try_from(piece_end - from).expect("a piece fits into memory");
                let mut piece = vec![0; length];
                // What cannot be read, as the kernel's own pages, holds nothing of ours.
                if memory.read_exact_at(&mut piece, from).is_ok() {
                    found += needles
                        .iter()
                        .map(|needle| occurrences(&piece, needle))
                        .sum::<usize>();
                }
            }
            at = piece_end;
        }
    }
    Some(found)
}

/// The parts of a process's memory that hold anything.
fn touched_regions(pid: u32) -> Option<Vec<(u64, u64)>> {
    let maps = fs::read_to_string(format!("/proc/{pid}/smaps")).ok()?;
    let mut regions = Vec::new();
    let mut region = None;
    for line in maps.lines() {
        let mut fields = line.split_whitespace();
        let first = fields.next().unwrap_or_default();
        if let Some((start, end)) = first.split_once('-') {
            let address = |text| u64::from_str_radix(text, 16).ok();
            region = address(start).zip(address(end));
            if !fields.next().is_some_and(|rights| rights.starts_with('r')) {
                region = None;
            }
        } else if matches!(first, "Rss:" | "Swap:")
            && fields.next() != Some("0")
            && let Some(region) = region.take()
        {
            regions.push(region);
        }
    }
    Some(regions)
}

/// Whether any page of a part is in memory or swapped out, as Linux's pagemap says with its two highest bits.
fn holds_anything(pages: &File, start: u64, end: u64) -> bool {
    const PAGE: u64 = 4096;
    let first = start / PAGE;
    let last = end.div_ceil(PAGE);
    let mut entries = vec![0; usize::try_from((last - first) * 8).unwrap_or(0)];
    // Where the kernel does not tell, everything is looked at.
    pages.read_exact_at(&mut entries, first * 8).is_err()
        || entries.chunks_exact(8).any(|entry| entry[7] >> 6 != 0)
}

fn occurrences(piece: &[u8], needle: &[u8]) -> usize {
    memchr::memmem::find_iter(piece, needle).count()
}
