//! The self-check in a real window, with the real engine, the fixture model and the real store.

use sanad_tests::{PASSPHRASE, Window, folder};
use serde_json::{Value, json};

/// Measures the model and begins the full check; some questions are answered when this returns.
async fn begin(window: &Window) {
    window.click("checks-open").await;
    window.click("check-measure").await;
    window.click("check-begin-full").await;
    window.find("check-pause").await;
    wait_until_some_are_done(window, 5).await;
}

async fn checks(window: &Window) -> Vec<Value> {
    let listed = window.invoke("checks", json!({})).await;
    let listed = listed.expect("the store is open");
    listed.as_array().expect("a list").clone()
}

async fn wait_until_some_are_done(window: &Window, least: u64) {
    for _ in 0..600 {
        let done = checks(window).await[0]["done"].as_u64();
        if done.is_some_and(|done| done >= least) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("no question is being asked");
}

async fn wait_for_state(window: &Window, state: &str) {
    for _ in 0..1800 {
        if checks(window).await[0]["state"] == state {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the check is not {state}: {:?}", checks(window).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_is_paused_gone_on_with_after_a_restart_and_read_in_both_languages() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    begin(&window).await;
    window.click("check-pause").await;
    wait_for_state(&window, "paused").await;
    let before = checks(&window).await[0]["done"].as_u64();
    window.quit().await;

    let window = Window::with_fixture(data.path()).await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    assert_eq!(
        checks(&window).await[0]["done"].as_u64(),
        before,
        "nothing was lost"
    );
    window.click("checks-open").await;
    window.click("check-continue").await;
    wait_for_state(&window, "complete").await;
    let check = checks(&window).await[0].clone();
    assert_eq!(
        (&check["items"], &check["done"]),
        (&json!(240), &json!(480))
    );

    // What is looked at becomes the result by itself.
    for language in ["en", "ar"] {
        window.find(&format!("check-card-{language}")).await;
    }
    let report = window
        .invoke("check_report", json!({"id": check["id"]}))
        .await;
    let report = report.expect("it was kept");
    let english = &report["languages"][0]["right"];
    let said = format!(
        "{} of {} English exam questions right",
        english["count"], english["of"]
    );
    let page = window.page_text().await;
    let page: String = page
        .chars()
        .filter(|c| !"\u{2066}\u{2067}\u{2068}\u{2069}".contains(*c))
        .collect();
    assert!(page.contains(&said), "{said}\n{page}");
    assert!(page.contains("does not measure dosing or safety"), "{page}");
    window.picture("self-check-en").await;

    let standings = window.invoke("check_standings", json!({})).await;
    let standings = standings.expect("the store is open");
    let languages: Vec<&Value> = standings
        .as_array()
        .expect("a list")
        .iter()
        .map(|standing| &standing["language"])
        .collect();
    assert_eq!(languages, ["en", "ar"]);
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_pauses_the_check_and_is_answered() {
    let data = folder();
    let window = Window::with_fixture(data.path()).await;
    window.first_run().await;
    begin(&window).await;
    window.click("checks-close").await;
    window.ask("How many chambers does the heart have?").await;
    assert_eq!(window.answered(1).await, "complete");
    assert_eq!(checks(&window).await[0]["state"], "paused");
    window.choose_language("ar").await;
    window.click("checks-open").await;
    window.find("check-continue").await;
    window.picture("self-check-ar").await;
    window.quit().await;
}
