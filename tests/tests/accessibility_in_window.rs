//! Views that the walk through six languages does not reach, held to axe in one language of each direction, and what
//! the window hears from the system.

use std::fs;

use sanad_tests::{Walk, Window, folder, pause, resume};
use serde_json::{Value, json};

const SEEDED: &[(&str, &str)] = &[
    (
        "ما جرعة الباراسيتامول للطفل؟",
        "الجرعة **15 mg/kg** كل 6 ساعات.",
    ),
    ("And the largest dose in a day?", "At most 60 mg/kg/day."),
];
const LONG_QUESTION: &str = "اكتب معجما من أربعين كلمة طبية مع مقابلها الإنجليزي.";

async fn opened(data: &std::path::Path) -> Option<Walk> {
    let walk = Walk::unlocked(data, &[SEEDED]).await?;
    Some(walk.in_both_directions())
}

#[tokio::test]
async fn templates_and_personas_hold_in_both_directions() {
    let folder = folder();
    let Some(mut walk) = opened(folder.path()).await else {
        return;
    };
    walk.press_with_control('t').await;
    walk.find("template-search").await;
    walk.look_at("templates").await;
    walk.type_into("template-search", "zzz").await;
    walk.wait_for(
        "nothing is found",
        "return !document.querySelector('[data-template]')",
    )
    .await;
    walk.look_at("templates-nothing").await;
    let empty = "const field = document.querySelector('[data-testid=template-search]');
         field.value = ''; field.dispatchEvent(new Event('input', { bubbles: true }))";
    walk.script(empty, Value::Null).await;
    walk.click("template-import").await;
    walk.find("template-import-path").await;
    walk.look_at("template-import").await;
    walk.click("template-import-close").await;

    walk.click("template-change-sanad.soap-note").await;
    walk.find("template-edit").await;
    walk.look_at("template-edit").await;
    walk.click("templates-close").await;
    walk.click("template-sanad.soap-note").await;
    walk.type_into("template-entry-age", "seven").await;
    walk.find("template-problem-age").await;
    walk.look_at("template-form").await;
    walk.click("template-back").await;
    walk.click("template-sanad.history-taking").await;
    walk.find("template-entry-questions").await;
    walk.click("template-use").await;
    walk.find("persona-chip").await;
    walk.look_at("persona").await;
    walk.look_at_menu("persona", "persona-chip", "persona-remove")
        .await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_self_check_holds_in_both_directions() {
    let folder = folder();
    let Some(mut walk) = opened(folder.path()).await else {
        return;
    };
    walk.click("checks-open").await;
    walk.find("check-measure").await;
    walk.look_at("check-start").await;
    walk.click("check-measure").await;
    walk.find("check-begin-full").await;
    walk.look_at("check-offers").await;
    walk.click("check-begin-full").await;
    walk.find("check-pause").await;
    let engine = walk.window.engine_pid().expect("it is asked");
    pause(engine);
    walk.look_at("check-running").await;
    resume(engine);
    walk.click("check-pause").await;
    walk.find("check-show").await;
    walk.look_at("check-paused").await;
    walk.click("check-show").await;
    walk.find("check-report").await;
    walk.look_at("check-card").await;
    walk.click("check-back").await;
    walk.click("check-export").await;
    walk.find("check-path").await;
    walk.look_at("check-export").await;
    walk.click("check-export-close").await;
    walk.click("check-delete").await;
    walk.find("check-delete-dialog").await;
    walk.look_at("check-delete").await;
    walk.leave("check-delete-dialog").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn an_answer_holds_while_it_is_written_and_once_it_was_stopped() {
    let folder = folder();
    let Some(mut walk) = opened(folder.path()).await else {
        return;
    };
    walk.ask(LONG_QUESTION).await;
    walk.find_css("[data-testid=answer][data-state=writing]")
        .await;
    let engine = walk.window.engine_pid().expect("it is writing");
    pause(engine);
    walk.look_at("writing").await;
    walk.click("stop").await;
    resume(engine);
    walk.window.answered(1).await;
    walk.look_at("stopped").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What a page hears of the system, and what moves on it.
const HEARD: &str = "return {
    motion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    contrast: matchMedia('(prefers-contrast: more)').matches,
    drawn: document.documentElement.dataset.contrast === 'more',
}";

#[tokio::test]
async fn less_motion_and_more_contrast_are_heard_from_the_system() {
    let (first, second, desktop) = (folder(), folder(), folder());
    let Some(walk) = Walk::open(first.path(), "first-run-passphrase").await else {
        return;
    };
    let moving = "sanadChecks.moving(document.documentElement)";
    let usual = walk.checks.list(&walk.window, moving).await;
    assert!(!usual.is_empty(), "something fades where nobody minds");
    let heard = walk.window.script(HEARD, Value::Null).await;
    assert_eq!(
        heard,
        json!({"motion": false, "contrast": false, "drawn": false})
    );
    let checks = walk.checks;
    walk.window.quit().await;

    let settings = desktop.path().join("gtk-3.0");
    fs::create_dir(&settings).expect("room");
    fs::write(
        settings.join("settings.ini"),
        "[Settings]\ngtk-enable-animations=0\ngtk-theme-name=HighContrast\n",
    )
    .expect("room");
    let desktop = desktop.path().to_str().expect("a plain name");
    let window = Window::open_in(second.path(), &[], &[("XDG_CONFIG_HOME", desktop)]).await;
    window.first_run().await;
    let heard = window.script(HEARD, Value::Null).await;
    assert_eq!(
        heard,
        json!({"motion": true, "contrast": true, "drawn": true})
    );
    for opener in ["settings-open", "checks-open", "models-open"] {
        window.click(opener).await;
        let still = checks.list(&window, moving).await;
        assert!(still.is_empty(), "{opener}: {}", still.join("\n"));
        window.type_keys("\u{e00c}").await;
    }
    window.quit().await;
}
