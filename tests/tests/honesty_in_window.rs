//! Intended use once, the label and the reminder of answers, signed copies, diagnostics and help, in a real window.

use std::fs;
use std::path::Path;

use sanad_tests::{PASSPHRASE, Window, fixture_model, folder, seed};
use serde_json::{Value, json};

const CANARY: &str = "Zaatarpatient";
const QUESTION: &str = "Zaatarpatient takes amoxicillin 500 mg q8h. Is that usual?";
const ANSWER: &str = "Amoxicillin 500 mg three times a day is usual.";
const ESCAPE: char = '\u{e00c}';
const F1: char = '\u{e031}';

async fn open(data: &Path) -> Window {
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    Window::open(data, &["--model", model]).await
}

async fn text_of(window: &Window, id: &str) -> String {
    window.find(id).await;
    let script = format!("return document.querySelector('[data-testid={id}]').textContent");
    let text = window.script(&script, Value::Null).await;
    text.as_str().unwrap_or_default().to_owned()
}

/// The first run in a language, up to the text about intended use.
async fn up_to_intended_use(window: &Window, language: &str) {
    window.choose_language(language).await;
    window.type_into("first-run-passphrase", PASSPHRASE).await;
    window.type_into("first-run-repeat", PASSPHRASE).await;
    window.click("first-run-create").await;
    window.click("recovery-later").await;
    window.find("intended-use-acknowledge").await;
}

#[tokio::test]
async fn intended_use_is_read_before_the_first_question_and_once_in_a_store() {
    for language in ["en", "ar"] {
        let home = folder();
        let window = open(home.path()).await;
        up_to_intended_use(&window, language).await;
        assert!(!window.has("[data-testid=composer]").await);
        window.picture(&format!("intended-use-{language}")).await;
        window.click("intended-use-acknowledge").await;
        window.find("composer").await;
        let audit = window
            .invoke("audit", json!({"before": 0}))
            .await
            .expect("it is open");
        let kinds: Vec<&str> = audit["entries"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|entry| entry["kind"].as_str())
            .collect();
        assert!(kinds.contains(&"intended_use"), "{kinds:?}");
        window.quit().await;

        let window = open(home.path()).await;
        window.type_into("unlock-passphrase", PASSPHRASE).await;
        window.click("unlock-submit").await;
        window.find("composer").await;
        assert!(!window.has("[data-testid=intended-use]").await);
        window.quit().await;
    }
}

#[tokio::test]
async fn an_answer_names_its_model_and_reminds_once_and_a_signed_copy_is_shown_first() {
    let home = folder();
    seed(home.path(), &[(QUESTION, ANSWER), ("And twice?", ANSWER)]);
    let window = open(home.path()).await;
    window.unlock(PASSPHRASE).await;
    window.click("conversation-item").await;
    window.answered(2).await;
    assert!(text_of(&window, "generated").await.contains("seeded"));
    let reminders = "return document.querySelectorAll('[data-testid=verify]').length";
    assert_eq!(window.script(reminders, Value::Null).await, json!(1));
    window.picture("verify-en").await;

    sign(&window).await;
    window.quit().await;
}

/// Turns signing on as a person does and signs a copy.
async fn sign(window: &Window) {
    window.press_with_control(',').await;
    window.click("set-sign").await;
    window
        .wait_for(
            "copies are signed",
            "return document.querySelector('[data-testid=set-sign]').getAttribute('aria-checked') === 'true'",
        )
        .await;
    window.type_keys(&ESCAPE.to_string()).await;
    window.gone("[data-testid=settings]").await;
    window.click("copy-record").await;
    let shown = text_of(window, "sign-preview").await;
    assert!(shown.contains("500 mg"), "{shown}");
    window.type_into("sign-name", "Dr S").await;
    window.picture("sign-en").await;
    window.click("sign-copy").await;
    window.gone("[data-testid=sign-record]").await;
    let audit = window
        .invoke("audit", json!({"before": 0}))
        .await
        .expect("it is open");
    let newest = &audit["entries"][0];
    assert_eq!(newest["kind"], "record_signed", "{audit}");
    assert!(!audit.to_string().contains("Dr S"));
}

#[tokio::test]
async fn help_shows_its_pictures_and_diagnostics_hold_nothing_of_what_was_said() {
    for language in ["en", "ar"] {
        let home = folder();
        seed(home.path(), &[(QUESTION, ANSWER)]);
        let window = open(home.path()).await;
        window.unlock(PASSPHRASE).await;
        window.find("composer").await;
        window.choose_language(language).await;
        window.type_keys(&F1.to_string()).await;
        window.find("help-page").await;
        window
            .wait_for(
                "the picture is there",
                "return document.querySelector('[data-testid=help-picture]')?.naturalWidth > 100",
            )
            .await;
        window.picture(&format!("help-{language}")).await;
        window.click("help-keys").await;
        window
            .wait_for(
                "the other page is shown",
                "return document.querySelector('[data-page=keys] table') !== null",
            )
            .await;
        window.picture(&format!("help-keys-{language}")).await;

        window.click("help-about").await;
        assert!(!text_of(&window, "about-version").await.is_empty());
        window.find("intended-use").await;
        window.picture(&format!("about-{language}")).await;

        window.click("help-diagnostics").await;
        window.click("diagnostics-show").await;
        let shown = text_of(&window, "diagnostics-text").await;
        assert!(shown.contains("\"state\": \"open\""), "{shown}");
        assert!(!shown.contains(CANARY), "{shown}");
        let out = home.path().join("diagnostics.json");
        let name = out.to_str().expect("a plain name");
        window.type_into("diagnostics-path", name).await;
        window.click("diagnostics-save").await;
        window.find("diagnostics-saved").await;
        window.picture(&format!("diagnostics-{language}")).await;
        assert_eq!(fs::read_to_string(&out).expect("it was written"), shown);
        window.type_keys(&ESCAPE.to_string()).await;
        window.gone("[data-testid=help]").await;
        window.quit().await;
    }
}
