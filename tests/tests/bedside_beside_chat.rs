//! The bedside tools beside a conversation: what was written is offered, an answer comes at once, a card is printed.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::path::Path;

use sanad_tests::{Window, fixture_model, folder};
use serde_json::{Value, json};

async fn open(data: &Path) -> Window {
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let window = Window::open(data, &["--model", model]).await;
    window.first_run().await;
    window
}

async fn open_tool(window: &Window, tool: &str) {
    window.press_with_control('b').await;
    window.find("bedside-search").await;
    window.click(&format!("bedside-tool-{tool}")).await;
    window
        .find_css(&format!("[data-testid=bedside-tool][data-key={tool}]"))
        .await;
}

async fn card_is_there(window: &Window) {
    window
        .find_css("[data-testid=bedside-answer][data-stale=false] [data-testid=bedside-card]")
        .await;
}

async fn text_of(window: &Window, id: &str) -> String {
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.innerText ?? ''";
    let text = window.script(script, json!(id)).await;
    let text = text.as_str().expect("a text").to_owned();
    // Isolates are for the eye.
    let text: String = text
        .chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .collect();
    text.trim().to_owned()
}

async fn value_of(window: &Window, id: &str) -> String {
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`).value";
    let value = window.script(script, json!(id)).await;
    value.as_str().expect("a field has a value").to_owned()
}

#[tokio::test]
async fn what_a_person_wrote_is_offered_and_taken_by_hand_alone() {
    let folder = folder();
    let window = open(folder.path()).await;
    window.choose_language("ar").await;
    window.ask("مريض عمره ٦٥ سنة ووزنه ٨٢ كغ").await;
    window.answered(1).await;
    window.type_into("composer", "الكرياتينين 1.4 mg/dL").await;
    open_tool(&window, "cockcroft-gault").await;
    window.find("bedside-offer-weight").await;
    for (field, offered) in [
        ("age", "٦٥ سنة"),
        ("weight", "٨٢ kg"),
        ("creatinine", "1.4 mg/dL"),
    ] {
        assert_eq!(
            value_of(&window, &format!("bedside-entry-{field}")).await,
            ""
        );
        assert_eq!(
            text_of(&window, &format!("bedside-offer-{field}")).await,
            offered
        );
    }
    assert!(!window.has("[data-testid=bedside-card]").await);
    window.picture("bedside-offers-ar").await;
    for field in ["age", "weight", "creatinine"] {
        window.click(&format!("bedside-offer-{field}")).await;
    }
    window.click("bedside-choice-male").await;
    card_is_there(&window).await;
    // (140 − 65) × 82 / (72 × 1.4)
    assert_eq!(text_of(&window, "bedside-value").await, "61 mL/min");
    assert!(!window.has("[data-testid=bedside-offer-weight]").await);
    window.quit().await;
}

#[tokio::test]
async fn an_answer_follows_each_key() {
    let folder = folder();
    let window = open(folder.path()).await;
    open_tool(&window, "bmi").await;
    window.type_into("bedside-entry-weight", "70").await;
    window.type_into("bedside-entry-height", "175").await;
    card_is_there(&window).await;
    let measured = window.script_async(UPDATES, Value::Null).await;
    let mut measured: Vec<f64> = measured
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_f64)
        .collect();
    assert_eq!(measured.len(), 50);
    measured.sort_by(f64::total_cmp);
    println!(
        "an answer was there {:.1} ms after the key, the median of 50; at most {:.1} ms",
        measured[25], measured[49]
    );
    window.quit().await;
}

/// Types fifty weights and measures from each to the moment when its answer stands in the page.
const UPDATES: &str = r"
    const done = arguments[arguments.length - 1];
    const find = id => document.querySelector(`[data-testid='${id}']`);
    const field = find('bedside-entry-weight');
    const measured = [];
    const turn = () => new Promise(resolve => requestAnimationFrame(resolve));
    (async () => {
        for (let weight = 60; weight < 110; weight++) {
            const before = find('bedside-value').textContent;
            const there = new Promise(resolve => {
                const look = () => {
                    const is = find('bedside-answer').dataset.stale === 'false'
                        && find('bedside-value').textContent !== before;
                    if (is) { watch.disconnect(); resolve(); }
                };
                const watch = new MutationObserver(look);
                watch.observe(find('bedside-tool'),
                    { subtree: true, childList: true, characterData: true, attributes: true });
            });
            const begun = performance.now();
            field.value = String(weight);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await there;
            measured.push(performance.now() - begun);
            await turn();
        }
        done(measured);
    })();
";

#[tokio::test]
async fn a_card_is_printed_alone_and_whole() {
    let folder = folder();
    let window = open(folder.path()).await;
    window.type_into("composer", "Nobody prints this.").await;
    open_tool(&window, "bmi").await;
    window.type_into("bedside-entry-weight", "70").await;
    window.type_into("bedside-entry-height", "175").await;
    card_is_there(&window).await;
    window
        .script("window.print = () => window.printed = true", Value::Null)
        .await;
    window.click("bedside-print").await;
    assert_eq!(
        window.script("return window.printed", Value::Null).await,
        json!(true)
    );
    window
        .script("dispatchEvent(new Event('beforeprint'))", Value::Null)
        .await;
    window.script(ON_PAPER, Value::Null).await;
    let paper = window.page_text().await;
    let paper: String = paper
        .chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .collect();
    for said in [
        "Body mass index",
        "22.9 kg/m²",
        "Normal weight",
        "70 kg",
        "175 cm",
        "70 kg / (1.75 m)² ≈ 22.8571 kg/m²",
        "World Health Organization",
        "Not yet reviewed by a clinician",
        "Calculated by Sanad, not generated",
        "Version of this tool",
        "Printed on",
    ] {
        assert!(paper.contains(said), "{said} is not printed: {paper}");
    }
    for left_out in [
        "Nobody prints this",
        "Copy the card",
        "Insert into the chat",
        "Clear",
        "Calculators and doses",
    ] {
        assert!(!paper.contains(left_out), "{left_out} is printed: {paper}");
    }
    window.picture("bedside-on-paper").await;
    window.quit().await;
}

/// Makes the rules for paper hold on the screen.
const ON_PAPER: &str = r"
    const turn = rules => {
        for (const rule of rules) {
            if (rule.media && rule.media.mediaText === 'print') rule.media.mediaText = 'all';
            if (rule.cssRules) turn(rule.cssRules);
        }
    };
    for (const sheet of document.styleSheets) turn(sheet.cssRules);
";
