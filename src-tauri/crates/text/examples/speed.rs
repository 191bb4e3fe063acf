//! Prints how long an answer of 4,000 words takes from Markdown to directed blocks, and how long a streamed piece takes.
//!
//! `cargo run --release -p sanad-text --example speed`
#![allow(clippy::print_stdout, clippy::string_slice)]

use std::time::{Duration, Instant};

use sanad_text::{Language, Streaming, render};

const PARAGRAPH: &str = "يُعطى **Amoxicillin 500 mg** كل 8 ساعات لمدة 5-10 أيام، وتُعدَّل الجرعة عند قصور الكلى \
(eGFR < 30 mL/min) إلى 250-500 mg كل 12 ساعة. إذا ظهر طفح جلدي فأوقف الدواء فورًا، وراجع الطبيب.\n\n\
- الجرعة القصوى: `3 g/day`\n- السرير 5 Amoxicillin 500 mg\n- >= 5 mg/kg ثم 1-0-0\n\n\
| الدواء | الجرعة |\n|---|---|\n| Panadol | 500 mg × 3 |\n\n";

fn answer(words: usize) -> String {
    let each = PARAGRAPH.split_whitespace().count();
    PARAGRAPH.repeat(words.div_ceil(each))
}

fn best(times: usize, mut work: impl FnMut()) -> Duration {
    (0..times)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn main() {
    let text = answer(4000);
    let words = text.split_whitespace().count();
    let time = best(50, || {
        drop(std::hint::black_box(render(&text, Language::Arabic)))
    });
    println!(
        "{words} words, {} bytes: direction, islands and Markdown in {:.2} ms",
        text.len(),
        time.as_secs_f64() * 1e3
    );

    let characters: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = characters
        .chunks(4)
        .map(|piece| piece.iter().collect())
        .collect();
    let mut streaming = Streaming::new(Language::Arabic);
    let mut times: Vec<Duration> = pieces
        .iter()
        .map(|piece| {
            let start = Instant::now();
            std::hint::black_box(streaming.push(piece));
            start.elapsed()
        })
        .collect();
    let mean = |times: &[Duration]| {
        times.iter().sum::<Duration>().as_secs_f64() * 1e6 / times.len() as f64
    };
    let quarter = times.len() / 4;
    println!(
        "{} streamed pieces: {:.1} µs each in the first quarter, {:.1} µs in the last",
        pieces.len(),
        mean(&times[..quarter]),
        mean(&times[times.len() - quarter..])
    );
    times.sort_unstable();
    println!(
        "99 of 100 pieces within {:.0} µs",
        times[times.len() * 99 / 100].as_secs_f64() * 1e6
    );
}
