//! A clinician's way through the real window, with a real engine and a real store.

use std::time::Duration;

use sanad_tests::{
    PASSPHRASE, Window, assert_nowhere_in, fixture_model, folder, has_ended, kill, pause, resume,
    wait_until,
};
use serde_json::Value;

const DOSE_QUESTION: &str = "كيف نقرأ مدى الجرعة المكتوب؟";
const LONG_QUESTION: &str = "اكتب معجما من أربعين كلمة طبية مع مقابلها الإنجليزي.";
const SHORT_QUESTION: &str = "مرحبا";

async fn open(data: &tempfile::TempDir) -> Window {
    let model = fixture_model();
    Window::open(
        data.path(),
        &["--model", model.to_str().expect("the path is UTF-8")],
    )
    .await
}

/// Characters of the run stand left to right in stored order.
fn assert_left_to_right(run: &str, edges: &[f64]) {
    let visible = run.chars().filter(|character| *character != ' ').count();
    assert_eq!(edges.len(), visible, "each character of {run} was measured");
    assert!(
        edges.windows(2).all(|pair| pair[0] < pair[1]),
        "{run} is seen in another order: {edges:?}"
    );
}

#[tokio::test]
async fn an_arabic_question_is_answered_right_to_left_and_all_is_there_after_a_restart() {
    let data = folder();
    let window = open(&data).await;
    window.find("first-run-passphrase").await;
    window.picture("first-run-en").await;
    window.first_run().await;
    window.choose_language("ar").await;
    window
        .wait_for(
            "the layout is mirrored",
            "return document.documentElement.dir === 'rtl'",
        )
        .await;
    window.picture("empty-ar").await;

    window.ask(DOSE_QUESTION).await;
    assert_eq!(window.answered(1).await, "complete");
    window.picture("answer-ar").await;
    assert_left_to_right(
        "5-10 mg",
        &window.left_edges_in_last_answer("5-10 mg").await,
    );
    let direction = window
        .script(
            "return getComputedStyle([...document.querySelectorAll('[data-testid=answer] p')].at(-1)).direction",
            Value::Null,
        )
        .await;
    assert_eq!(direction, "rtl");

    // A long answer, stopped on its way: the engine is held so that there is no race.
    window.ask(LONG_QUESTION).await;
    window
        .find_css("[data-testid=answer][data-state=writing]")
        .await;
    let engine = window.engine_pid().expect("it is writing");
    pause(engine);
    window.click("stop").await;
    resume(engine);
    assert_eq!(window.answered(2).await, "stopped");
    window.picture("stopped-ar").await;

    // Another answer can be had anywhere; here it is the last one's.
    let again =
        "[...document.querySelectorAll('[data-testid=regenerate]')].at(-1).click(); return 1";
    window.script(again, Value::Null).await;
    window
        .wait_for(
            "the other answer is whole",
            "const answers = [...document.querySelectorAll('[data-testid=answer]')];
         return answers.length === 2 && answers.at(-1).dataset.state === 'complete'",
        )
        .await;

    window.choose_language("en").await;
    window
        .wait_for(
            "the layout is back",
            "return document.documentElement.dir === 'ltr'",
        )
        .await;
    window.picture("answers-en").await;
    let before = window.script(TRANSCRIPT, Value::Null).await;
    window.quit().await;

    let window = open(&data).await;
    window.unlock("not the passphrase").await;
    window.find("error").await;
    assert!(
        !window.has("[data-testid=composer]").await,
        "a wrong passphrase opens nothing"
    );
    window.picture("wrong-passphrase-en").await;
    window
        .script(
            "document.querySelector('[data-testid=unlock-passphrase]').select()",
            Value::Null,
        )
        .await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    window.click("conversation-item").await;
    window.answered(2).await;
    assert_eq!(window.script(TRANSCRIPT, Value::Null).await, before);
    window.quit().await;

    assert_nowhere_in(data.path(), DOSE_QUESTION);
    assert_nowhere_in(data.path(), "معجما");
}

#[tokio::test]
async fn a_killed_engine_costs_neither_the_window_nor_the_words() {
    let data = folder();
    let window = open(&data).await;
    window.first_run().await;
    window.ask(LONG_QUESTION).await;
    window
        .find_css("[data-testid=answer][data-state=writing]")
        .await;
    let engine = window.engine_pid().expect("it is writing");
    pause(engine);
    window.type_into("composer", "مسودة draft 5-10 mg").await;
    kill(engine);
    assert_eq!(window.answered(1).await, "engine_failed");
    let partial = window.script(LAST_ANSWER, Value::Null).await;
    assert!(
        !partial.as_str().unwrap_or_default().is_empty(),
        "what was written is shown"
    );
    let draft = window
        .script(
            "return document.querySelector('[data-testid=composer]').value",
            Value::Null,
        )
        .await;
    assert_eq!(draft, "مسودة draft 5-10 mg", "the draft is kept");
    window.picture("engine-killed-en").await;
    wait_until(
        "another engine runs before anybody asks",
        Duration::from_secs(30),
        || window.engine_pid().is_some_and(|pid| pid != engine),
    );

    window
        .script(
            "document.querySelector('[data-testid=composer]').select()",
            Value::Null,
        )
        .await;
    window.type_keys(SHORT_QUESTION).await;
    window.type_keys("\n").await;
    assert_eq!(
        window.answered(2).await,
        "complete",
        "the next question is answered"
    );
    window.quit().await;
}

#[tokio::test]
async fn an_app_that_is_killed_keeps_what_was_written_and_marks_it() {
    let data = folder();
    let window = open(&data).await;
    window.first_run().await;
    window.ask(LONG_QUESTION).await;
    window
        .find_css("[data-testid=answer][data-state=writing]")
        .await;
    pause(window.engine_pid().expect("it is writing"));
    // Longer than the interval at which the answer is committed.
    tokio::time::sleep(Duration::from_millis(600)).await;
    let app = window.app_pid();
    let engine = window.engine_pid().expect("it is held");
    kill(app);
    drop(window);
    wait_until(
        "the engine has gone with the app",
        Duration::from_secs(10),
        || {
            resume(engine);
            has_ended(engine)
        },
    );

    let window = open(&data).await;
    window.unlock(PASSPHRASE).await;
    window.click("conversation-item").await;
    assert_eq!(window.answered(1).await, "app_ended");
    window.quit().await;
}

/// What is said in the transcript, without buttons and labels.
const TRANSCRIPT: &str = "
    return [...document.querySelectorAll('[data-testid=question], [data-testid=answer]')]
        .map(element => [element.dataset.testid, element.dataset.state ?? '',
            [...element.querySelectorAll('p, li, h1, h2, h3, h4, td, pre')].map(block => block.textContent).join('|')])";
const LAST_ANSWER: &str = "return [...document.querySelectorAll('[data-testid=answer]')].at(-1).querySelector('p, li, pre')?.textContent ?? ''";
