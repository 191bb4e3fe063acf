//! Measures how soon the window is there and what it holds in memory, beside an empty Tauri window.
//!
//! Prints one JSON object. Each figure is the median of five alternating runs.

use std::path::Path;
use std::time::Duration;

use sanad_tests::{
    PASSPHRASE, Window, descendants_of, proportional_set_bytes, sanad_webdriver,
    seconds_since_start,
};
use serde_json::{Value, json};

const RUNS: usize = 5;
const NO_MODEL: &str = "/nonexistent.gguf";

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let data = tempfile::tempdir()?;
    let folder = data.path().to_str().unwrap_or_default();
    let app = sanad_webdriver();
    let empty = app.with_file_name("examples").join("empty_window");
    let window = Window::open(data.path(), &["--model", NO_MODEL]).await;
    window.first_run().await;
    window.quit().await;

    let mut figures: [Vec<f64>; 5] = Default::default();
    for _ in 0..RUNS {
        let (paint, bytes) = open_empty(&empty).await;
        figures[0].push(paint);
        figures[1].push(bytes);
        let window = Window::of(&app, &["--data-dir", folder, "--model", NO_MODEL]).await;
        window.find("unlock-passphrase").await;
        figures[2].push(first_paint(&window).await);
        window.unlock(PASSPHRASE).await;
        window.find("composer").await;
        figures[3].push(unlocked_to_composer(&window).await);
        figures[4].push(memory(&window).await);
        window.quit().await;
    }
    let [empty_paint, empty_bytes, unlock_screen, composer, app_bytes] = figures.map(median);
    let report = json!({
        "empty_window_first_paint_s": empty_paint,
        "start_to_unlock_screen_s": unlock_screen,
        "start_ratio": unlock_screen / empty_paint,
        "unlocked_to_composer_s": composer,
        "composer_ratio": composer / empty_paint,
        "empty_window_pss_mb": empty_bytes / 1e6,
        "app_pss_mb": app_bytes / 1e6,
        "app_pss_above_empty_mb": (app_bytes - empty_bytes) / 1e6,
        "runs": RUNS,
    });
    use std::io::Write;
    writeln!(std::io::stdout(), "{report:#}")
}

async fn open_empty(program: &Path) -> (f64, f64) {
    let window = Window::of(program, &[]).await;
    let figures = (first_paint(&window).await, memory(&window).await);
    window.quit().await;
    figures
}

/// Seconds from the start of the process to the first paint of content.
async fn first_paint(window: &Window) -> f64 {
    window
        .wait_for(
            "something is painted",
            "return performance.getEntriesByType('paint').length > 0",
        )
        .await;
    let script = "return performance.timeOrigin
        + performance.getEntriesByName('first-contentful-paint')[0].startTime";
    let painted = window
        .script(script, Value::Null)
        .await
        .as_f64()
        .unwrap_or(f64::NAN);
    let now = window
        .script("return Date.now()", Value::Null)
        .await
        .as_f64()
        .unwrap_or(f64::NAN);
    seconds_since_start(window.app_pid()) - (now - painted) / 1000.0
}

/// Seconds from the moment when the store was open to the moment when the composer had the focus.
async fn unlocked_to_composer(window: &Window) -> f64 {
    let ready = "return performance.getEntriesByName('composer-ready').length > 0";
    window.wait_for("the composer has the focus", ready).await;
    let script = "return performance.getEntriesByName('composer-ready').at(-1).startTime
        - performance.getEntriesByName('unlocked').at(-1).startTime";
    window
        .script(script, Value::Null)
        .await
        .as_f64()
        .unwrap_or(f64::NAN)
        / 1000.0
}

/// Proportional set size of the app and its web processes, without the engine, once it is calm.
async fn memory(window: &Window) -> f64 {
    tokio::time::sleep(Duration::from_secs(2)).await;
    let app = window.app_pid();
    let web = descendants_of(app)
        .into_iter()
        .filter(|process| process.name != "sanad-engine");
    let pids = web.map(|process| process.pid).chain([app]);
    pids.map(proportional_set_bytes).sum::<u64>() as f64
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
