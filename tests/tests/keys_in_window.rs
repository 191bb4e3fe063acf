//! The window by keys and by ear alone: what the Tab key meets and in which order, where the focus is after something
//! went away, and what a screen reader is told.

use std::path::Path;

use sanad_tests::{ESCAPE, Walk, Window, folder};
use serde_json::{Value, json};

const SEEDED: &[&[(&str, &str)]] = &[
    &[("How is a wound cleaned?", "With water.")],
    &[("ما جرعة الباراسيتامول؟", "15 mg/kg كل 6 ساعات.")],
    &[
        ("What is the usual dose?", "5-10 mg, twice a day."),
        ("And in a child?", "The same by weight."),
    ],
];

const QUESTION: &str = "How many chambers does the heart have?";

async fn opened(data: &Path) -> Option<Walk> {
    Some(Walk::unlocked(data, SEEDED).await?.in_both_directions())
}

#[tokio::test]
async fn the_tab_key_meets_everything_in_the_order_of_reading() {
    let folder = folder();
    let data = folder.path().join("new");
    let Some(mut walk) = Walk::open(&data, "first-run-passphrase").await else {
        return;
    };
    walk = walk.in_both_directions();
    walk.tab_through("first-run").await;
    let mut faults = walk.end().await;

    let data = folder.path().join("seeded");
    std::fs::create_dir(&data).expect("room");
    let mut walk = opened(&data).await.expect("the checks are built");
    walk.tab_through("empty").await;
    walk.click("conversation-item").await;
    walk.window.answered(2).await;
    walk.tab_through("conversation").await;
    walk.window.press_with_control('f').await;
    walk.find("search-field").await;
    walk.type_keys("dose").await;
    walk.find("search-hit").await;
    walk.tab_through("search").await;
    walk.leave("search-dialog").await;
    walk.window.press_with_control('t').await;
    walk.find("template-search").await;
    walk.tab_through("templates").await;
    walk.click("template-change-sanad.soap-note").await;
    walk.find("template-edit").await;
    walk.tab_through("template-edit").await;
    walk.click("templates-close").await;
    walk.click("template-sanad.soap-note").await;
    walk.find("template-entry-age").await;
    walk.tab_through("template-form").await;
    walk.click("template-back").await;
    walk.find("template-search").await;
    walk.leave("templates").await;

    walk.click("settings-open").await;
    for section in ["general", "access", "keeping", "backups", "files", "audit"] {
        walk.click(&format!("settings-{section}")).await;
        walk.tab_through(&format!("settings-{section}")).await;
    }
    walk.click("settings-access").await;
    walk.click("change-passphrase").await;
    walk.find("change-passphrase-dialog").await;
    walk.tab_through("change-passphrase").await;
    walk.leave("change-passphrase-dialog").await;
    walk.click("settings-close").await;

    walk.click("models-open").await;
    walk.find("catalogue-entry").await;
    walk.tab_through("models").await;
    walk.click("models-close").await;
    walk.click("checks-open").await;
    walk.find("check-measure").await;
    walk.tab_through("checks").await;
    walk.click("checks-close").await;
    walk.click("bedside-toggle").await;
    walk.type_into("bedside-search", "BMI").await;
    walk.type_keys("\n").await;
    walk.find("bedside-entry-weight").await;
    walk.type_into("bedside-entry-weight", "70\n175").await;
    walk.find("bedside-card").await;
    walk.tab_through("bedside").await;
    faults.extend(walk.end().await);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Gives the focus to an element with this test id, the first that is there, and presses Enter.
async fn press(window: &Window, id: &str) {
    window.find(id).await;
    let focus = format!("document.querySelector('[data-testid=\"{id}\"]').focus()");
    window.script(&focus, Value::Null).await;
    window.type_keys("\n").await;
}

/// Something that can be used has the focus.
async fn the_focus_is_kept(window: &Window, after: &str) {
    window
        .wait_for(
            &format!("the focus is on something after {after}"),
            "const at = document.activeElement;
             return at !== document.body && at.isConnected && !at.closest('[inert]')
                 && at.getClientRects().length > 0",
        )
        .await;
}

async fn has_focus(window: &Window, id: &str) {
    window
        .wait_for(
            &format!("{id} has the focus"),
            &format!("return document.activeElement.dataset.testid === '{id}'"),
        )
        .await;
}

async fn rows(window: &Window, count: usize) {
    window
        .wait_for(
            "the list has changed",
            &format!(
                "return document.querySelectorAll('[data-testid=conversation-item]').length === {count}"
            ),
        )
        .await;
}

#[tokio::test]
async fn the_focus_stays_on_the_page_whatever_goes_away() {
    let folder = folder();
    let Some(walk) = opened(folder.path()).await else {
        return;
    };
    let window = &walk.window;
    press(window, "row-actions").await;
    press(window, "delete").await;
    rows(window, 2).await;
    the_focus_is_kept(window, "a deletion").await;
    has_focus(window, "conversation-item").await;

    press(window, "undo").await;
    rows(window, 3).await;
    window.gone("[data-testid=undo]").await;
    the_focus_is_kept(window, "taking it back").await;

    press(window, "row-actions").await;
    press(window, "delete").await;
    rows(window, 2).await;
    press(window, "show-bin").await;
    window.find("shelf").await;
    rows(window, 1).await;
    press(window, "row-actions").await;
    press(window, "erase").await;
    press(window, "erase-confirm").await;
    window.gone("[data-testid=erase-dialog]").await;
    rows(window, 0).await;
    the_focus_is_kept(window, "erasing the last one").await;
    press(window, "show-bin").await;

    press(window, "settings-open").await;
    window.find("settings-access").await;
    press(window, "settings-access").await;
    press(window, "change-passphrase").await;
    window.find("change-passphrase-dialog").await;
    window.type_keys(&ESCAPE.to_string()).await;
    window.gone("[data-testid=change-passphrase-dialog]").await;
    has_focus(window, "change-passphrase").await;
    window.type_keys(&ESCAPE.to_string()).await;
    window.gone("[data-testid=settings]").await;
    has_focus(window, "settings-open").await;

    window.type_into("composer", QUESTION).await;
    press(window, "send").await;
    window.answered(1).await;
    window.find("send").await;
    the_focus_is_kept(window, "sending by the button").await;

    press(window, "templates-open").await;
    press(window, "template-change-sanad.translation").await;
    window.type_into("template-about-en", "Ours").await;
    press(window, "template-save").await;
    press(window, "template-remove-sanad.translation").await;
    window
        .gone("[data-testid='template-remove-sanad.translation']")
        .await;
    the_focus_is_kept(window, "removing a template").await;
    walk.end().await;
}

/// Writes down each change of what a screen reader reads out by itself.
const LISTEN: &str = "
    window.heard = [];
    window.listener?.disconnect();
    window.listener = new MutationObserver(changes => {
        const regions = new Set(changes.map(({ target }) =>
            (target.nodeType === 1 ? target : target.parentElement)
                ?.closest('[aria-live], [role=status], [role=alert], [role=log]')).filter(Boolean));
        for (const region of regions) {
            const says = region.textContent.replace(/[\\u2066-\\u2069]/g, '').trim();
            if (says !== '') window.heard.push(says);
        }
    });
    window.listener.observe(document.body, { childList: true, characterData: true, subtree: true });
";

#[tokio::test]
async fn a_finished_answer_is_announced_once_and_its_tokens_never() {
    let folder = folder();
    let Some(walk) = opened(folder.path()).await else {
        return;
    };
    for (language, announced) in [("en", "Answer finished."), ("ar", "اكتملت الإجابة.")]
    {
        walk.window.choose_language(language).await;
        walk.click("new-conversation").await;
        walk.window.gone("[data-testid=answer]").await;
        walk.script(LISTEN, Value::Null).await;
        walk.ask(QUESTION).await;
        assert_eq!(walk.window.answered(1).await, "complete");
        walk.window
            .wait_for("it is announced", "return window.heard.length > 0")
            .await;
        walk.settled().await;
        let outcome = walk
            .script(
                "const answer = document.querySelector('[data-testid=answer] .prose').innerText;
                 const words = answer.split(/\\s+/).filter(word => word.length > 3);
                 const heard = window.heard.filter(says => words.some(word => says.includes(word)));
                 return {
                     all: window.heard.length,
                     times: heard.length,
                     isWhole: heard.length > 0 && words.every(word => heard[0].includes(word)),
                     begins: heard[0]?.startsWith(arguments[0]) ?? false,
                 }",
                Value::String(announced.to_owned()),
            )
            .await;
        assert_eq!(
            outcome,
            json!({"all": 1, "times": 1, "isWhole": true, "begins": true}),
            "{language}"
        );
    }
    walk.end().await;
}
