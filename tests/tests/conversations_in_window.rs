//! Many conversations in the real window: found, branched, put away, had back, and long.

use std::time::Duration;

use sanad_tests::{
    PASSPHRASE, Window, assert_nowhere_in, fixture_model, folder, has_ended, kill, seed_all,
    wait_until,
};
use serde_json::{Value, json};

const LAST_MONTH: &[(&str, &str)] = &[
    (
        "ما جرعة الباراسيتامول للطفل؟",
        "الجرعة **15 mg/kg** كل 6 ساعات، 5-10 mg/kg للرضيع.",
    ),
    ("And the largest dose in a day?", "At most 60 mg/kg/day."),
];
const YESTERDAY: &[(&str, &str)] = &[("How is a wound cleaned?", "With water, then covered.")];
const SHORT_QUESTION: &str = "مرحبا";
const DOSE_QUESTION: &str = "كيف نقرأ مدى الجرعة المكتوب؟";

const TWO_QUESTIONS: &str =
    "return document.querySelectorAll('[data-testid=question]').length === 2";
const PATIENCE: Duration = Duration::from_secs(60);

const DOWN: char = '\u{e015}';
const ESCAPE: char = '\u{e00c}';

async fn open(data: &tempfile::TempDir) -> Window {
    let model = fixture_model();
    Window::open(
        data.path(),
        &["--model", model.to_str().expect("the path is UTF-8")],
    )
    .await
}

async fn unlocked(data: &tempfile::TempDir) -> Window {
    let window = open(data).await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    window
}

async fn text_of(window: &Window, selector: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let text = window.script(script, json!(selector)).await;
    text.as_str().expect("a text").trim().to_owned()
}

/// The words that are marked under a name of the Custom Highlight API, as they are drawn.
async fn marked(window: &Window, name: &str) -> Vec<String> {
    let script =
        "return [...(CSS.highlights.get(arguments[0]) ?? [])].map(range => range.toString())";
    let marked = window.script(script, json!(name)).await;
    let marked = marked.as_array().expect("an array").iter();
    marked
        .map(|word| word.as_str().expect("a text").to_owned())
        .collect()
}

#[tokio::test]
async fn a_word_in_another_spelling_is_found_by_keys_alone_and_marked_where_it_was_said() {
    let data = folder();
    seed_all(data.path(), &[LAST_MONTH, YESTERDAY]);
    let window = unlocked(&data).await;
    window.choose_language("ar").await;
    window.press_with_control('f').await;
    window.find("search-field").await;
    window.type_keys("جرعه").await;
    window.find("search-hit").await;
    window.settled().await;
    window.picture("search-ar").await;
    assert!(
        marked(&window, "found-in-excerpt")
            .await
            .iter()
            .any(|word| word.ends_with("جرعة")),
    );
    // The second hit is the question or the answer, behind the title or before it.
    window.type_keys(&format!("{DOWN}\n")).await;
    window
        .wait_for(
            "the words are marked in the transcript",
            "return (CSS.highlights.get('found-in-transcript')?.size ?? 0) > 0",
        )
        .await;
    window.picture("found-ar").await;
    for word in marked(&window, "found-in-transcript").await {
        assert!(word.ends_with("جرعة"), "{word:?} is marked as well");
    }
    window.quit().await;
}

#[tokio::test]
async fn another_wording_is_a_branch_and_arrows_lead_back_also_after_a_restart() {
    let data = folder();
    let window = open(&data).await;
    window.first_run().await;
    window.ask(SHORT_QUESTION).await;
    assert_eq!(window.answered(1).await, "complete");
    let first = text_of(&window, "[data-testid=answer]").await;

    window.click("edit-question").await;
    window.find_css("[data-testid=composer]").await;
    let cleared = "const field = document.querySelector('[data-testid=composer]'); field.select(); return true";
    window.script(cleared, Value::Null).await;
    window.type_keys(&format!("{DOSE_QUESTION}\n")).await;
    window.find("wording-switcher").await;
    assert_eq!(window.answered(1).await, "complete");
    window.picture("branch-ar").await;
    assert!(
        text_of(&window, "[data-testid=question]")
            .await
            .contains(DOSE_QUESTION)
    );

    window.click("previous-wording").await;
    let shown = format!(
        "return document.querySelector('[data-testid=question]')?.textContent.includes('{SHORT_QUESTION}')"
    );
    window.wait_for("the first wording", &shown).await;
    assert_eq!(text_of(&window, "[data-testid=answer]").await, first);
    window.quit().await;

    let window = unlocked(&data).await;
    window.click("conversation-item").await;
    window.wait_for("the first wording", &shown).await;
    window.click("next-wording").await;
    let other = format!(
        "return document.querySelector('[data-testid=question]')?.textContent.includes('{DOSE_QUESTION}')"
    );
    window.wait_for("the second wording", &other).await;
    window.quit().await;
}

#[tokio::test]
async fn a_question_that_is_edited_is_edited_on_after_the_app_was_killed() {
    let data = folder();
    seed_all(data.path(), &[LAST_MONTH]);
    let window = unlocked(&data).await;
    window.type_into("composer", "a thought of its own").await;
    window.click("conversation-item").await;
    window.wait_for("a transcript", TWO_QUESTIONS).await;
    window.type_into("composer", "half a draft").await;
    // The first question, so that nothing but the note says what is edited at the end of the transcript.
    window.click("edit-question").await;
    window.find("editing").await;
    let chosen = "document.querySelector('[data-testid=composer]').select(); return true";
    window.script(chosen, Value::Null).await;
    window.type_keys(DOSE_QUESTION).await;
    until_kept(&window, DOSE_QUESTION).await;
    let app = window.app_pid();
    kill(app);
    drop(window);
    wait_until("the app has ended", PATIENCE, || has_ended(app));
    assert_nowhere_in(data.path(), DOSE_QUESTION);

    let window = unlocked(&data).await;
    window.click("conversation-item").await;
    window.find("editing").await;
    assert_eq!(value_of_composer(&window).await, DOSE_QUESTION);
    let edited = text_of(&window, ".edited [data-testid=question]").await;
    assert!(edited.contains("للطفل"), "its question is marked");
    window.picture("edit-after-kill-en").await;
    // Nobody clicks into the composer: it has the keys.
    window.type_keys("\n").await;
    window.find("wording-switcher").await;
    assert_eq!(window.answered(1).await, "complete");
    assert_eq!(value_of_composer(&window).await, "half a draft");
    window.quit().await;

    let window = unlocked(&data).await;
    window.click("conversation-item").await;
    window.find("wording-switcher").await;
    assert_eq!(value_of_composer(&window).await, "half a draft");
    assert!(!window.has("[data-testid=editing]").await);
    window.quit().await;
}

async fn value_of_composer(window: &Window) -> Value {
    let value = "return document.querySelector('[data-testid=composer]').value";
    window.script(value, Value::Null).await
}

/// Waits until the only conversation has this edit in the store.
async fn until_kept(window: &Window, text: &str) {
    let list = json!({"shelf": "daily", "folder": "", "after": ""});
    let list = window.invoke("list_conversations", list).await;
    let id = list.expect("the store is open")["rows"][0]["id"].clone();
    for _ in 0..600 {
        let opened = window.invoke("open_conversation", json!({"id": id})).await;
        if opened.expect("it exists")["edit"]["text"] == text {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the edit was not kept");
}

#[tokio::test]
async fn what_was_deleted_can_be_had_back_and_what_was_temporary_is_gone() {
    let data = folder();
    seed_all(data.path(), &[LAST_MONTH, YESTERDAY]);
    let window = unlocked(&data).await;
    let rows = "return document.querySelectorAll('[data-testid=conversation-item]').length === ";
    window.wait_for("two rows", &format!("{rows}2")).await;
    window.click("row-actions").await;
    window.picture("row-menu-en").await;
    window.click("delete").await;
    window.wait_for("one row", &format!("{rows}1")).await;
    window.picture("undo-en").await;
    window.click("undo").await;
    window
        .wait_for("both rows again", &format!("{rows}2"))
        .await;

    window.click("new-temporary").await;
    window.find("temporary-mark").await;
    window.ask(SHORT_QUESTION).await;
    assert_eq!(window.answered(1).await, "complete");
    window.picture("temporary-en").await;
    window.wait_for("no third row", &format!("{rows}2")).await;
    window.quit().await;
    let window = unlocked(&data).await;
    window.wait_for("two rows", &format!("{rows}2")).await;
    window.quit().await;
}

#[tokio::test]
async fn five_thousand_messages_open_at_their_end_and_are_there_up_to_the_first() {
    let data = folder();
    let texts: Vec<(String, String)> = (0..2500)
        .map(|number| {
            (
                format!("السؤال رقم {number}: ما الجرعة؟"),
                format!("Answer {number}: 5-10 mg every 6 hours.\n\n- first\n- second"),
            )
        })
        .collect();
    let turns: Vec<(&str, &str)> = texts
        .iter()
        .map(|(question, answer)| (question.as_str(), answer.as_str()))
        .collect();
    seed_all(data.path(), &[&turns]);
    let window = unlocked(&data).await;
    window.find("conversation-item").await;
    let timed = "const done = arguments[arguments.length - 1]; const began = performance.now();
        document.querySelector('[data-testid=conversation-item]').click();
        const look = () => document.body.textContent.includes('Answer 2499') ?
            done(performance.now() - began) : requestAnimationFrame(look); look()";
    let opened = window.script_async(timed, Value::Null).await;
    println_figure("5,000 messages opened", &opened);
    let drawn = "return document.querySelectorAll('[data-testid=turn]').length";
    let drawn = window.script(drawn, Value::Null).await;
    assert!(
        drawn.as_u64().expect("a count") < 200,
        "only what is near is drawn, not {drawn}"
    );
    for _ in 0..400 {
        let top = "const area = document.querySelector('[data-testid=transcript]');
            area.scrollTop = 0; return document.body.textContent.includes('رقم 0:')";
        if window.script(top, Value::Null).await == Value::Bool(true) {
            window.picture("first-of-5000").await;
            window.quit().await;
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the first question was not reached");
}

/// Figures are for reading, and no test fails on a time.
fn println_figure(what: &str, milliseconds: &Value) {
    use std::io::Write as _;
    let line = format!("{what} in {milliseconds} ms\n");
    std::io::stderr()
        .write_all(line.as_bytes())
        .expect("stderr is open");
}

#[tokio::test]
async fn escape_leaves_the_search_and_gives_the_composer_back() {
    let data = folder();
    seed_all(data.path(), &[YESTERDAY]);
    let window = unlocked(&data).await;
    window.press_with_control('k').await;
    window.find("search-field").await;
    window.type_keys("wound").await;
    window.find("search-hit").await;
    window.picture("search-en").await;
    window.type_keys(&ESCAPE.to_string()).await;
    window.gone("[data-testid=search-field]").await;
    window.type_keys("typed").await;
    let value = "return document.querySelector('[data-testid=composer]').value";
    let value = window.script(value, Value::Null).await;
    assert_eq!(value, json!("typed"));
    window.quit().await;
}
