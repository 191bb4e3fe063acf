//! Settings in a real window: found by a word, set, and there after the store was closed and opened again.

use sanad_tests::{PASSPHRASE, Window, folder};
use serde_json::{Value, json};

const QUESTION: &str = "How many chambers does the heart have?";

struct Words {
    language: &'static str,
    search: &'static str,
}

const LANGUAGES: [Words; 2] = [
    Words {
        language: "en",
        search: "likeliest word",
    },
    Words {
        language: "ar",
        search: "درجه الحريه",
    },
];

async fn value_of(window: &Window, id: &str) -> String {
    let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.value ?? ''";
    let value = window.script(script, json!(id)).await;
    value.as_str().unwrap_or_default().to_owned()
}

async fn set(window: &Window, id: &str, text: &str) {
    window.click(id).await;
    window.press_with_control('a').await;
    window.type_keys(&format!("{text}\n")).await;
}

async fn choose(window: &Window, id: &str, value: &str) {
    let script = "const list = document.querySelector(`[data-testid=\"${arguments[0][0]}\"]`);
        list.value = arguments[0][1];
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    window.script(script, json!([id, value])).await;
}

async fn last_answer(window: &Window) -> String {
    let script =
        "return [...document.querySelectorAll('[data-testid=answer] .prose')].at(-1).innerText";
    let said = window.script(script, Value::Null).await;
    said.as_str().unwrap_or_default().to_owned()
}

async fn width(window: &Window) -> f64 {
    let width = window.script("return window.innerWidth", Value::Null).await;
    width.as_f64().unwrap_or_default()
}

/// Temperature 0 and a seed, found by the key of the slash.
async fn draw_the_likeliest(window: &Window, words: &Words) {
    window.click("settings-open").await;
    window.find("set-size").await;
    window.type_keys("/").await;
    window.type_keys(words.search).await;
    window.find("found-figure-temperature").await;
    window
        .picture(&format!("settings-search-{}", words.language))
        .await;
    window.click("found-figure-temperature").await;
    set(window, "figure-temperature", "0").await;
    set(window, "figure-seed", "٤٢").await;
    window
        .wait_for(
            "the seed is in Latin digits",
            "return document.querySelector('[data-testid=figure-seed]').value === '42'",
        )
        .await;
    window
        .picture(&format!("settings-answering-{}", words.language))
        .await;
    set(window, "figure-temperature", "9").await;
    window.find_css("[role=alert]").await;
    window
        .picture(&format!("settings-refused-{}", words.language))
        .await;
    set(window, "figure-temperature", "0").await;
}

/// Fewer threads and a shorter context, which another engine then runs with.
async fn restart_the_engine(window: &Window) {
    let before = window.engine_pid();
    choose(window, "engine-threads", "1").await;
    choose(window, "engine-context", "2048").await;
    window.click("engine-restart").await;
    window.gone("[data-testid=engine-restart]").await;
    window
        .wait_for(
            "another engine is ready",
            "return document.querySelector('[data-testid=engine-state]').dataset.kind === 'ready'",
        )
        .await;
    assert_ne!(window.engine_pid(), before);
}

async fn draw_freely_here(window: &Window, words: &Words) {
    window.click("row-actions").await;
    window.click("own-figures-open").await;
    window.find("own-figures").await;
    set(window, "figure-temperature", "1.5").await;
    window
        .picture(&format!("own-figures-{}", words.language))
        .await;
    window.click("own-figures-done").await;
    window.find("own-figures-chip").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_drawn_as_was_set_and_a_conversation_keeps_its_own_way_after_a_restart() {
    for words in LANGUAGES {
        let data = folder();
        let window = Window::with_fixture(data.path()).await;
        window.first_run().await;
        window.choose_language(words.language).await;
        draw_the_likeliest(&window, &words).await;
        restart_the_engine(&window).await;
        window.click("settings-close").await;
        let mut said = Vec::new();
        for _ in 0..2 {
            window.click("new-conversation").await;
            window.ask(QUESTION).await;
            window.answered(1).await;
            said.push(last_answer(&window).await);
        }
        assert_eq!(said[0], said[1], "the likeliest is the same each time");
        assert!(!said[0].is_empty());
        draw_freely_here(&window, &words).await;
        window
            .picture(&format!("own-figures-chip-{}", words.language))
            .await;
        window.quit().await;

        let window = Window::with_fixture(data.path()).await;
        window.unlock(PASSPHRASE).await;
        window.click("conversation-item").await;
        window.click("own-figures-chip").await;
        window.click("own-figures-change").await;
        window.find("own-figures").await;
        assert_eq!(value_of(&window, "figure-temperature").await, "1.5");
        window.click("own-figures-done").await;
        window.click("settings-open").await;
        window.click("settings-answering").await;
        window.find("figure-seed").await;
        assert_eq!(value_of(&window, "figure-temperature").await, "0");
        assert_eq!(value_of(&window, "figure-seed").await, "42");
        assert_eq!(value_of(&window, "engine-context").await, "2048");
        window.click("settings-close").await;
        window.click("own-figures-chip").await;
        window.click("own-figures-back").await;
        window.gone("[data-testid=own-figures-chip]").await;
        window.quit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_of_twice_the_size_stays_so_before_anything_is_unlocked() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    window.choose_language("ar").await;
    let usual = width(&window).await;
    window.click("settings-open").await;
    window.find("set-size").await;
    choose(&window, "set-size", "200").await;
    window
        .wait_for(
            "the page has half of its room",
            &format!("return Math.abs(window.innerWidth * 2 - {usual}) <= 2"),
        )
        .await;
    window.picture("settings-twice-the-size-ar").await;
    window.quit().await;

    let window = Window::with_fixture(data.path()).await;
    window.find("unlock-passphrase").await;
    assert!((width(&window).await * 2.0 - usual).abs() <= 2.0);
    window.picture("unlock-twice-the-size-ar").await;
    window.quit().await;
}
