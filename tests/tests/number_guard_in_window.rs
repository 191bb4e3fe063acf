//! The number guard in a real window: what a person said stays unmarked, what a model made up is marked, also where an
//! earlier answer said it, and no mark moves a character.

use std::path::Path;

use sanad_tests::{PASSPHRASE, Window, fixture_model, seed_all};
use serde_json::{Value, json};

const ENGLISH: &[(&str, &str)] = &[
    (
        "Amoxicillin 500 mg q8h for a man of 70 kg. How long?",
        "Amoxicillin 500 mg three times a day for 7 days. Metformin 500 mg is another matter.\n\n\
         | Medicine | Dose |\n|---|---|\n| Amoxicillin | 500 mg |\n| Metformin | **850** mg |",
    ),
    (
        "And if he weighs less?",
        "At 70 kg the dose stays 500 mg of amoxicillin, for 7 days.",
    ),
];

const ARABIC: &[(&str, &str)] = &[
    (
        "أموكسيسيلين ٥٠٠ ملغ كل ٨ ساعات لرجل وزنه 70 كغ. كم المدة؟",
        "أموكسيسيلين 500 mg ثلاث مرات يوميًا لمدة سبعة أيام، والحد 5-10 mg/kg أو ٥-١٠ ملغ.",
    ),
    (
        "وإذا كان وزنه أقل؟",
        "لوزن 70 كغ تبقى الجرعة 500 ملغ من الأموكسيسيلين لمدة سبعة أيام.",
    ),
];

async fn open(data: &Path) -> Window {
    seed_all(data, &[ENGLISH, ARABIC]);
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let window = Window::open(data, &["--model", model]).await;
    window.unlock(PASSPHRASE).await;
    window.find("conversation-item").await;
    window
}

/// The marked figures of each answer, those of several pieces joined, and what is said under it.
async fn guarded(window: &Window) -> Vec<(Vec<String>, bool)> {
    let script = "return [...document.querySelectorAll('[data-testid=answer]')].map(answer => [
        [...answer.querySelectorAll('.prose .sign')].map(sign => {
            let text = '', mark = sign.previousElementSibling;
            for (; mark?.matches('mark'); mark = mark.previousElementSibling)
                text = mark.textContent.trim() + (text && ' ') + text;
            return text || sign.closest('td')?.textContent || '';
        }),
        answer.querySelector('[data-testid=unsupported]') !== null,
    ])";
    let answers = window.script(script, Value::Null).await;
    serde_json::from_value(answers).expect("a list for each answer")
}

/// Whether the characters of every isolate of the answers are seen from left to right in stored order.
async fn isolates_are_in_order(window: &Window) -> bool {
    let script = r"
        const inOrder = isolate => {
            const walker = document.createTreeWalker(isolate, NodeFilter.SHOW_TEXT);
            let before = null;
            const range = document.createRange();
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (node.parentElement.closest('[data-copy=none]')) continue;
                for (let at = 0; at < node.data.length; at++) {
                    if (node.data[at].trim() === '') continue;
                    range.setStart(node, at);
                    range.setEnd(node, at + 1);
                    const rect = range.getBoundingClientRect();
                    if (before && Math.abs(rect.top - before.top) < rect.height / 2
                        && rect.left < before.left - 0.5) return false;
                    before = rect;
                }
            }
            return true;
        };
        const isolates = [...document.querySelectorAll('[data-testid=answer] .prose bdi[dir=ltr]:not(.sign)')];
        // Arabic-Indic digits with a dash are laid out from the right in any isolate, and spelled out beside.
        const plain = isolates.filter(isolate => !/[\u0660-\u0669]/u.test(isolate.textContent));
        return plain.length > 0 && plain.every(inOrder);";
    window.script(script, Value::Null).await == Value::Bool(true)
}

async fn read(window: &Window, place: usize, medicine: &str) {
    let script =
        "document.querySelectorAll('[data-testid=conversation-item]')[arguments[0]].click()";
    window.script(script, json!(place)).await;
    let opened = format!(
        "return document.querySelector('[data-testid=question]')?.textContent.includes('{medicine}')"
    );
    window.wait_for("the conversation is open", &opened).await;
    window.answered(2).await;
}

#[tokio::test]
async fn a_figure_of_the_question_stays_unmarked_and_one_of_the_model_is_marked_in_both_languages()
{
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let window = open(folder.path()).await;

    // The newest conversation stands first.
    window.choose_language("ar").await;
    read(&window, 0, "أموكسيسيلين").await;
    let answers = guarded(&window).await;
    assert_eq!(answers[0].0.len(), 3, "{answers:?}");
    assert_eq!(answers[0].0[0], "سبعة أيام");
    assert_eq!(answers[0].0[1], "5-10 mg/kg");
    assert_eq!(answers[1], (vec!["سبعة أيام".to_owned()], true));
    assert!(isolates_are_in_order(&window).await);
    window.click("unsupported-toggle").await;
    window.picture("number-guard-ar").await;

    window.choose_language("en").await;
    read(&window, 1, "Amoxicillin").await;
    let expected = ["7 days", "500 mg", "850 mg"].map(str::to_owned).to_vec();
    let answers = guarded(&window).await;
    assert_eq!(
        answers[0],
        (expected, true),
        "an answer's own words are no source for it"
    );
    assert_eq!(
        answers[1],
        (vec!["7 days".to_owned()], true),
        "nor for a later one"
    );
    window.click("unsupported-toggle").await;
    window.picture("number-guard-en").await;
    window.quit().await;
}
