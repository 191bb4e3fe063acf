//! Somebody who has just installed the app, with a model on a stick: how many presses a result and an answer take.
//!
//! The stick is a folder that is watched, since a test can plug nothing in; the same list offers both.

use std::cell::Cell;
use std::fs;
use std::path::Path;

use sanad_tests::{PASSPHRASE, Window, fixture_model, folder};
use serde_json::json;

const LANGUAGES: [(&str, &str); 2] = [("en", "en_US.UTF-8"), ("ar", "ar_EG.UTF-8")];

/// A window in which presses are counted.
struct NewUser {
    window: Window,
    presses: Cell<u32>,
}

impl NewUser {
    /// In a home folder that never had a model, with a stick whose only file is one.
    async fn sits_down(home: &Path, locale: &str) -> Self {
        let (data, stick) = (home.join("data"), home.join("stick"));
        fs::create_dir_all(data.join("models")).expect("the folder is ours");
        fs::create_dir(&stick).expect("the folder is ours");
        fs::copy(fixture_model(), stick.join("clinic.gguf")).expect("the folder is ours");
        let index = json!({ "watched": stick }).to_string();
        fs::write(data.join("models/index.json"), index).expect("the folder is ours");
        let home = home.to_str().expect("temporary folders have plain names");
        let environment = [("HOME", home), ("LC_ALL", locale)];
        Self {
            window: Window::open_in(&data, &[], &environment).await,
            presses: Cell::new(0),
        }
    }

    async fn press(&self, id: &str) {
        self.presses.set(self.presses.get() + 1);
        self.window.click(id).await;
    }
}

#[tokio::test]
async fn the_first_result_of_a_calculator_takes_at_most_three_presses() {
    for (language, locale) in LANGUAGES {
        let home = folder();
        let user = NewUser::sits_down(home.path(), locale).await;
        user.press("bedside-toggle").await;
        user.press("bedside-tool-bmi").await;
        let window = &user.window;
        window.type_into("bedside-entry-weight", "70").await;
        window.type_into("bedside-entry-height", "175").await;
        window
            .find_css("[data-testid=bedside-answer][data-stale=false] [data-testid=bedside-card]")
            .await;
        window.picture(&format!("new-user-result-{language}")).await;
        let card = "return document.querySelector('[data-testid=bedside-card]').textContent";
        let card = window.script(card, json!(null)).await;
        let said = card.as_str().unwrap_or_default();
        assert!(said.contains("22.9"), "{said}");
        assert!(user.presses.get() <= 3, "{}", user.presses.get());
        user.window.quit().await;
    }
}

#[tokio::test]
async fn the_first_answer_of_a_model_on_a_stick_takes_one_passphrase_and_at_most_six_presses() {
    for (language, locale) in LANGUAGES {
        let home = folder();
        let user = NewUser::sits_down(home.path(), locale).await;
        let window = &user.window;
        window.type_into("first-run-passphrase", PASSPHRASE).await;
        window.type_into("first-run-repeat", PASSPHRASE).await;
        user.press("first-run-create").await;
        user.press("recovery-later").await;
        user.press("intended-use-acknowledge").await;
        window.find("model-bring-in").await;
        window.picture(&format!("new-user-stick-{language}")).await;
        user.press("model-bring-in").await;
        window.gone("[data-testid=model-bring-in]").await;
        window.gone("[data-testid=model-importing]").await;
        window.ask("How many chambers does the heart have?").await;
        assert_eq!(window.answered(1).await, "complete");
        window.picture(&format!("new-user-answer-{language}")).await;
        assert!(user.presses.get() <= 6, "{}", user.presses.get());
        let spoken = window
            .script("return document.documentElement.lang", json!(null))
            .await;
        assert_eq!(spoken, language);
        user.window.quit().await;
    }
}
