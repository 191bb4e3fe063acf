//! The bedside tools in a real window: before anything is unlocked, beside the chat, every card in both languages.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::collections::BTreeMap;
use std::fs;

use sanad_tests::{PASSPHRASE, Window, assert_nowhere_in, folder, seed, workspace_root};
use serde_json::{Value, json};

/// The body mass index of somebody of 70 kg and 175 cm, typed with Arabic digits from field to field.
async fn body_mass_index(window: &Window) {
    window.find("bedside-search").await;
    window.type_keys("كتلة الجسم").await;
    window.find("bedside-tool-bmi").await;
    window.type_keys("\n").await;
    window.find("bedside-entry-weight").await;
    window
        .wait_for(
            "the first field has the focus",
            "return document.activeElement.dataset.testid === 'bedside-entry-weight'",
        )
        .await;
    window.type_keys("٧٠\n١٧٥").await;
    card_is_there(window).await;
}

async fn card_is_there(window: &Window) {
    window
        .find_css("[data-testid=bedside-answer][data-stale=false] [data-testid=bedside-card]")
        .await;
}

/// The characters of an element and whether they are seen from left to right in stored order.
const ORDER: &str = r"
    const inOrder = element => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        let text = '', before = null, isInOrder = true;
        const range = document.createRange();
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (let at = 0; at < node.data.length; at++) {
                text += node.data[at];
                if (node.data[at].trim() === '') continue;
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const rect = range.getBoundingClientRect();
                const sameLine = before && Math.abs(rect.top - before.top) < rect.height / 2;
                if (sameLine && rect.left < before.left - 0.5) isInOrder = false;
                before = rect;
            }
        return { text, isInOrder };
    };
";

/// What is seen of the values and of the working, where they hold no word of Arabic.
async fn seen(window: &Window, id: &str) -> Vec<(String, bool)> {
    let script = format!(
        "{ORDER} return [...document.querySelectorAll(`[data-testid=${{arguments[0]}}]`)].map(inOrder)"
    );
    let found = window.script(&script, json!(id)).await;
    let list = found.as_array().expect("a list");
    list.iter()
        .map(|one| {
            let text = one["text"].as_str().unwrap_or_default().to_owned();
            (text, one["isInOrder"] == Value::Bool(true))
        })
        .collect()
}

#[tokio::test]
async fn a_result_is_there_before_anything_is_unlocked_and_nothing_entered_is_kept() {
    let folder = folder();
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("room");
    seed(
        &data,
        &[("What is the usual dose?", "5-10 mg, twice a day.")],
    );
    let window = Window::with_fixture(&data).await;
    window.find("unlock-passphrase").await;
    window.choose_language("ar").await;
    let opened = window.script_async(OPENING, Value::Null).await;
    window.press_with_control('b').await;
    assert_eq!(opened, Value::Null);
    body_mass_index(&window).await;
    assert_eq!(
        seen(&window, "bedside-value").await,
        [("22.9 kg/m²".to_owned(), true)]
    );
    let working = seen(&window, "bedside-working").await;
    assert!(
        working
            .iter()
            .any(|(line, is_in_order)| line == "70 kg / (1.75 m)² ≈ 22.8571 kg/m²" && *is_in_order),
        "{working:?}"
    );
    assert!(
        !window.has("[data-testid=bedside-insert]").await,
        "there is no chat yet"
    );
    window.picture("bedside-locked-ar").await;
    let opened = window.script("return window.opened", Value::Null).await;
    println!("opened and took input after {opened} ms, the first time");
    // What is searched for below has to be rarer than 70.
    window.click("bedside-clear").await;
    window.type_into("bedside-entry-weight", "73.48219").await;
    window.type_into("bedside-entry-height", "168.93751").await;
    card_is_there(&window).await;

    window.click("bedside-close").await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    let opened = window.script_async(OPENING, Value::Null).await;
    assert_eq!(opened, Value::Null);
    let mut openings = Vec::new();
    for _ in 0..5 {
        window.press_with_control('b').await;
        window.find("bedside-card").await;
        window
            .wait_for(
                "the pane has taken the focus",
                "return window.opened !== null",
            )
            .await;
        let opened = window.script("return window.opened", Value::Null).await;
        openings.push(opened.as_u64().expect("milliseconds"));
        window.press_with_control('b').await;
        window.gone("[data-testid=bedside-pane]").await;
    }
    openings.sort_unstable();
    println!("opened and took input beside the chat after {openings:?} ms");
    window.quit().await;
    for entered in ["73.48219", "168.93751", "22.8571", "kg/m²"] {
        assert_nowhere_in(folder.path(), entered);
    }
}

#[tokio::test]
async fn a_card_goes_into_the_question_as_a_quotation_that_says_it_was_calculated() {
    let folder = folder();
    let window = Window::with_fixture(folder.path()).await;
    window.first_run().await;
    window.type_into("composer", "ما رأيك؟").await;
    window.choose_language("ar").await;
    window.press_with_control('b').await;
    body_mass_index(&window).await;
    window.picture("bedside-beside-ar").await;
    window.click("bedside-insert").await;
    let typed = window
        .script(
            "return document.querySelector('[data-testid=composer]').value",
            Value::Null,
        )
        .await;
    let typed = typed.as_str().expect("the field has a text");
    let lines: Vec<&str> = typed.lines().collect();
    assert_eq!(lines.first(), Some(&"ما رأيك؟"));
    assert!(
        lines[2].starts_with("> [حسبه سند ولم يولّده نموذج: مؤشر كتلة الجسم"),
        "{typed}"
    );
    assert!(
        lines.contains(&"> مؤشر كتلة الجسم: 22.9 kg/m² — وزن طبيعي"),
        "{typed}"
    );
    assert!(
        typed
            .chars()
            .all(|c| !('\u{2066}'..='\u{2069}').contains(&c))
    );
    window.picture("bedside-inserted-ar").await;
    window.quit().await;
}

#[tokio::test]
async fn an_impossible_value_is_refused_and_an_implausible_one_asked_about() {
    let folder = folder();
    let window = Window::with_fixture(folder.path()).await;
    window.find("first-run-passphrase").await;
    window.press_with_control('b').await;
    window.find("bedside-search").await;
    window.type_keys("bmi\n").await;
    window.find("bedside-entry-weight").await;
    window.type_into("bedside-entry-weight", "9999").await;
    window
        .find_css("[data-testid=bedside-problem-weight][data-code=impossible]")
        .await;
    window.click("bedside-clear").await;
    window.type_into("bedside-entry-weight", "300,5").await;
    window
        .find_css("[data-testid=bedside-problem-weight][data-code=implausible]")
        .await;
    window.type_into("bedside-entry-height", "175").await;
    assert!(!window.has("[data-testid=bedside-card]").await);
    window.click("bedside-confirm-weight").await;
    card_is_there(&window).await;
    let remark = window.find("bedside-remark-weight").await;
    let said = remark.text().await.expect("it has a text");
    assert!(said.contains("300.5"), "{said}");
    // Another value is another thing to be confirmed, and its answer is not that of the one before.
    window.type_into("bedside-entry-weight", "1").await;
    window.gone("[data-testid=bedside-card]").await;
    window.quit().await;
}

#[tokio::test]
async fn every_card_can_be_read_in_both_languages() {
    let Ok(overflow) = fs::read_to_string(workspace_root().join("ui/dist-checks/checks.js")) else {
        println!("skipped: the checks are not built; `make test` builds them");
        return;
    };
    let samples = samples();
    let folder = folder();
    let window = Window::with_fixture(folder.path()).await;
    window.first_run().await;
    window.press_with_control('b').await;
    window.find("bedside-search").await;
    let mut faults = Vec::new();
    let mut looked_at = 0;
    // A picture shows the whole card; it needs a display of 2400 pixels.
    let wide = if std::env::var_os("SANAD_SCREENSHOTS").is_some() {
        2300
    } else {
        780
    };
    let mut values: BTreeMap<(&str, usize), String> = BTreeMap::new();
    for (language, width, height) in [("en", 1180, wide), ("ar", 1180, wide), ("ar", 590, 420)] {
        window.resize(width, height).await;
        if width > 1024 {
            window.choose_language(language).await;
        }
        let first = samples.keys().next().expect("there are tools");
        for (tool, entries) in &samples {
            window
                .script(
                    "document.querySelector('[data-testid=bedside-back]')?.click()",
                    Value::Null,
                )
                .await;
            window.find("bedside-search").await;
            window.click(&format!("bedside-tool-{tool}")).await;
            window
                .find_css(&format!("[data-testid=bedside-tool][data-key={tool}]"))
                .await;
            window.script(FILL, entries.clone()).await;
            card_is_there(&window).await;
            let look = format!("card-{tool}-{language}-{width}");
            window.picture(&look).await;
            let script = format!(
                "{overflow}; return sanadChecks.overflowing(document.querySelector('[data-testid=bedside-pane]'))"
            );
            for fault in window
                .script(&script, Value::Null)
                .await
                .as_array()
                .expect("a list")
            {
                faults.push(format!("{look}: {fault}"));
            }
            let text = window
                .script(
                    "return document.querySelector('[data-testid=bedside-pane]').innerText",
                    Value::Null,
                )
                .await;
            let text = text.as_str().expect("it has a text");
            if text.contains("bedside-") || text.contains("calc-") || text.contains("{$") {
                faults.push(format!("{look} shows the name of a message: {text}"));
            }
            for id in ["bedside-value", "bedside-working"] {
                for (at, (text, is_in_order)) in seen(&window, id).await.into_iter().enumerate() {
                    let figures: String = text.chars().take_while(|c| !c.is_alphabetic()).collect();
                    let first = values.entry((tool, at)).or_insert_with(|| figures.clone());
                    if id == "bedside-value" && *first != figures {
                        faults.push(format!("{look}: {figures} was {first} in English"));
                    }
                    if !is_in_order && !text.chars().any(is_arabic) {
                        faults.push(format!("{look}: {text} is seen in another order"));
                    }
                }
            }
            looked_at += 1;
            if tool == first {
                println!("{language} at {width}: begun");
            }
        }
    }
    println!("{looked_at} cards looked at");
    window.quit().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_arabic(character: char) -> bool {
    ('\u{0620}'..='\u{064A}').contains(&character)
}

/// For each tool the first entries of the crate's own vectors that have a result.
fn samples() -> BTreeMap<String, Value> {
    let path = workspace_root().join("src-tauri/crates/bedside/tests/vectors.jsonl");
    let text = fs::read_to_string(path).expect("the vectors are there");
    let mut samples = BTreeMap::new();
    for line in text.lines() {
        let vector: Value = serde_json::from_str(line).expect("each line is JSON");
        let has_result = vector["results"]
            .as_array()
            .is_some_and(|list| !list.is_empty());
        let tool = vector["tool"].as_str().expect("a tool").to_owned();
        if has_result {
            samples
                .entry(tool)
                .or_insert_with(|| vector["entries"].clone());
        }
    }
    assert_eq!(samples.len(), 98, "one for each tool");
    samples
}

/// Fills the fields in as a person would, and confirms what is asked about.
const FILL: &str = r"
    const pane = document.querySelector('[data-testid=bedside-tool]');
    const find = id => pane.querySelector(`[data-testid='${id}']`);
    for (const { field, text, unit } of arguments[0]) {
        const select = find(`bedside-unit-${field}`);
        if (select && unit) {
            select.value = unit;
            select.dispatchEvent(new Event('change', { bubbles: true }));
        }
        const input = find(`bedside-entry-${field}`);
        if (input) {
            input.value = text;
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        } else {
            pane.querySelector(`[data-field='${field}'] input[value='${text}']`).click();
        }
    }
    const watch = new MutationObserver(confirm);
    function confirm() {
        for (const button of pane.querySelectorAll(`[data-testid^='bedside-confirm-']`)) button.click();
    }
    watch.observe(pane, { childList: true, subtree: true });
    confirm();
";

/// Measures from the key press to the frame after the first field or the search has the focus.
const OPENING: &str = r"
    const done = arguments[arguments.length - 1];
    window.opened = null;
    addEventListener('keydown', event => {
        if (event.code !== 'KeyB' && event.key !== 'b') return;
        if (document.querySelector('[data-testid=bedside-pane]')) return;
        const pressed = performance.now();
        window.opened = null;
        const look = () => {
            const active = document.activeElement;
            if (active?.closest('[data-testid=bedside-pane]') && active.matches('input'))
                requestAnimationFrame(() => window.opened = Math.round(performance.now() - pressed));
            else requestAnimationFrame(look);
        };
        look();
    }, { capture: true, once: false });
    done(null);
";
