//! Templates in a real window: a form is filled in by keys, its text is seen before anything is sent, and a persona
//! stays with its conversation.

use sanad_tests::{PASSPHRASE, Refusal, Window, folder};
use serde_json::{Value, json};

const DOSE: &str = "5-10 mg/kg";

async fn value_of(window: &Window, id: &str) -> String {
    let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.value ?? ''";
    let value = window.script(script, json!(id)).await;
    value.as_str().unwrap_or_default().to_owned()
}

async fn count(window: &Window, id: &str) -> u64 {
    let script = "return document.querySelectorAll(`[data-testid=\"${arguments[0]}\"]`).length";
    window
        .script(script, json!(id))
        .await
        .as_u64()
        .unwrap_or_default()
}

/// The left edges of the characters of a run in the preview, in stored order; nothing where it is not there.
const LEFT_EDGES: &str = r"
    const preview = document.querySelector('[data-testid=template-preview]');
    const walker = document.createTreeWalker(preview, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let text = '';
    const lefts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.data.length; at++) {
            if (/[\u2066-\u2069]/.test(node.data[at])) continue;
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            text += node.data[at];
            lefts.push(range.getBoundingClientRect().left);
        }
    const from = text.indexOf(arguments[0]);
    return from < 0 ? [] : lefts.slice(from, from + arguments[0].length);
";

async fn is_seen_in_stored_order(window: &Window, run: &str) -> bool {
    let edges = window.script(LEFT_EDGES, json!(run)).await;
    let edges: Vec<f64> = edges
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    !edges.is_empty() && edges.is_sorted()
}

struct Words {
    language: &'static str,
    search: &'static str,
    facts: &'static str,
    age: &'static str,
    weight: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    search: "soap",
    facts: "Cough for 3 days. Paracetamol 5-10 mg/kg was given.",
    age: "Age: 7\u{a0}years",
    weight: "Weight: 22.5\u{a0}kg",
};

const ARABIC: Words = Words {
    language: "ar",
    search: "سريرية",
    facts: "سعال منذ 3 أيام. أُعطي باراسيتامول 5-10 mg/kg.",
    age: "العمر: 7\u{a0}سنوات",
    weight: "الوزن: 22.5\u{a0}kg",
};

/// By keys alone, as a form is filled in beside a patient.
async fn fill_in_soap(window: &Window, words: &Words) {
    window.press_with_control('t').await;
    window.find("template-search").await;
    window
        .wait_for(
            "the search has the focus",
            "return document.activeElement.dataset.testid === 'template-search'",
        )
        .await;
    window
        .picture(&format!("templates-{}", words.language))
        .await;
    window.type_keys(words.search).await;
    window.find("template-sanad.soap-note").await;
    window.type_keys("\n").await;
    window.find("template-entry-age").await;
    window
        .wait_for(
            "the first field has the focus",
            "return document.activeElement.dataset.testid === 'template-entry-age'",
        )
        .await;
    window.type_keys("7").await;
    window.type_into("template-entry-weight", "٢٢٫٥").await;
    window.click("template-choice-sex-female").await;
    window.type_into("template-entry-facts", words.facts).await;
    window
        .wait_for(
            "the preview has the facts",
            "return document.querySelector('[data-testid=template-preview]').textContent.includes('22.5')
                 && document.querySelector('[data-testid=template-preview]').textContent.includes('mg/kg')",
        )
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_soap_note_is_filled_in_seen_in_the_composer_and_sent_only_then() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    for (before, words) in [(0, ENGLISH), (1, ARABIC)] {
        window.choose_language(words.language).await;
        fill_in_soap(&window, &words).await;
        window
            .picture(&format!("template-form-{}", words.language))
            .await;
        assert!(is_seen_in_stored_order(&window, DOSE).await);
        window.click("template-use").await;
        window.gone("[data-testid=templates]").await;

        let typed = value_of(&window, "composer").await;
        for part in [words.facts, words.age, words.weight] {
            assert!(typed.contains(part), "{part}: {typed}");
        }
        assert!(!typed.contains("{"), "{typed}");
        assert_eq!(count(&window, "question").await, before, "nothing was sent");
        window.settled().await;
        window
            .picture(&format!("template-inserted-{}", words.language))
            .await;
        window
            .wait_for(
                "the composer has the focus",
                "return document.activeElement.dataset.testid === 'composer'",
            )
            .await;
        window.type_keys("\n").await;
        let asked = usize::try_from(before + 1).expect("two questions");
        window.answered(asked).await;
        assert_eq!(count(&window, "question").await, before + 1);
        assert_eq!(value_of(&window, "composer").await, "");
    }
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persona_is_seen_with_its_conversation_after_a_restart_and_can_be_taken_off() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    window.press_with_control('t').await;
    window.click("template-sanad.history-taking").await;
    window.find("template-entry-questions").await;
    assert_eq!(value_of(&window, "template-entry-questions").await, "8");
    window.picture("persona-form-en").await;
    window.click("template-use").await;
    window.find("persona-chip").await;
    window.quit().await;

    // What was chosen for the conversation that has no question yet is kept like its draft.
    let window = Window::with_fixture(data.path()).await;
    window.unlock(PASSPHRASE).await;
    window.find("persona-chip").await;
    window.ask("How many chambers does the heart have?").await;
    window.answered(1).await;
    window.find("persona-chip").await;
    window.click("new-conversation").await;
    window.gone("[data-testid=persona-chip]").await;
    window.choose_language("ar").await;
    window.click("conversation-item").await;
    window.find("persona-chip").await;
    window.click("persona-chip").await;
    window.find("persona-remove").await;
    window.picture("persona-chip-ar").await;
    window.click("persona-remove").await;
    window.gone("[data-testid=persona-chip]").await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundled_one_is_edited_exported_restored_and_imported_beside_the_first() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    window.choose_language("ar").await;
    window.click("templates-open").await;
    window.click("template-change-sanad.translation").await;
    window.type_into("template-about-en", "Ours").await;
    window.find("template-edit").await;
    window.picture("template-editor-ar").await;
    window.click("template-save").await;
    window.find("template-remove-sanad.translation").await;

    let path = data.path().join("translation.toml");
    let path = path.to_str().expect("UTF-8");
    let export = json!({"id": "sanad.translation", "path": path});
    window
        .invoke("export_template", export)
        .await
        .expect("room");
    window.click("template-remove-sanad.translation").await;
    window
        .gone("[data-testid='template-remove-sanad.translation']")
        .await;

    window.click("template-import").await;
    window.type_into("template-import-path", path).await;
    window.click("template-import-act").await;
    window.find("template-clash").await;
    window.picture("template-clash-ar").await;
    window.click("template-import-act").await;
    window.find("transfer-done").await;
    window.click("template-import-close").await;
    window
        .find_css("[data-testid='template-sanad.translation-2']")
        .await;

    std::fs::write(path, "format = 1\nid = \"a\"\nversion = nine\n").expect("room");
    let broken = json!({"path": path, "clash": "ask"});
    let refused = window.invoke("import_template", broken).await;
    assert_eq!(refused, Err(Refusal::with("template-syntax")));
    window.click("template-import").await;
    window.type_into("template-import-path", path).await;
    window.click("template-import-act").await;
    window.find("error").await;
    window.picture("template-broken-ar").await;
    window.quit().await;
}
