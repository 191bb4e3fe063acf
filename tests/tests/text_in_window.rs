//! Text in a real window, measured glyph by glyph: what is stored is what is seen, joined and copied.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::path::Path;

use sanad_tests::{
    ClinicalRuns, PASSPHRASE, Paper, Window, fixture_model, folder, openings, pause, resume, seed,
};
use serde_json::{Value, json};

/// So many sentences make one text that is still a natural size for a window.
const SENTENCES_PER_TEXT: usize = 700;

async fn open_seeded(data: &Path, turns: &[(&str, &str)]) -> Window {
    seed(data, turns);
    let model = fixture_model();
    let window = Window::open(
        data,
        &["--model", model.to_str().expect("the path is UTF-8")],
    )
    .await;
    window.unlock(PASSPHRASE).await;
    window.click("conversation-item").await;
    window.answered(turns.len()).await;
    window
}

/// The sentences of each answer as Markdown paragraphs, with the signs that Markdown would take escaped by no one:
/// a run must survive what a model writes as it writes it.
fn paragraphs(sentences: &[&str]) -> String {
    sentences.join("\n\n")
}

#[tokio::test]
async fn every_clinical_run_is_seen_in_stored_order_glyph_by_glyph() {
    let data = ClinicalRuns::read();
    let cases: Vec<(&str, String)> = data.embedded().collect();
    let mut measured = 0;
    let mut wrong: Vec<String> = Vec::new();
    for part in cases.chunks(SENTENCES_PER_TEXT * 4) {
        let texts: Vec<String> = part
            .chunks(SENTENCES_PER_TEXT)
            .map(|chunk| {
                let sentences: Vec<&str> = chunk.iter().map(|(_, line)| line.as_str()).collect();
                paragraphs(&sentences)
            })
            .collect();
        let turns: Vec<(String, String)> = texts
            .iter()
            .map(|text| (text.replace("\n\n", "\n"), text.clone()))
            .collect();
        let turns: Vec<(&str, &str)> = turns
            .iter()
            .map(|(question, answer)| (question.as_str(), answer.as_str()))
            .collect();
        let folder = folder();
        let window = open_seeded(folder.path(), &turns).await;
        for place in ["question", "answer"] {
            let runs: Vec<&str> = part.iter().map(|(run, _)| *run).collect();
            let lines: Vec<&str> = part.iter().map(|(_, line)| line.as_str()).collect();
            let seen = window
                .script(ORDER, json!({"place": place, "runs": runs, "lines": lines}))
                .await;
            measured += seen["measured"].as_u64().expect("a count");
            for fault in seen["wrong"].as_array().expect("a list") {
                wrong.push(format!("{place}: {}", fault.as_str().unwrap_or_default()));
            }
        }
        window.quit().await;
    }
    let expected = 2 * cases.len() as u64;
    println!(
        "{} of {expected} runs seen in stored order",
        expected - wrong.len() as u64
    );
    assert_eq!(measured, expected, "each sentence was found: {wrong:#?}");
    assert!(
        wrong.is_empty(),
        "{} of {expected} wrong: {wrong:#?}",
        wrong.len()
    );
}

#[tokio::test]
async fn sentences_that_open_with_a_drug_name_run_right_to_left_and_code_never_does() {
    let sentences = openings();
    let lines: Vec<&str> = sentences.iter().map(String::as_str).collect();
    let code = "```\nalert اذا الضغط > 140\nأعط 5 mg\n```\n\nواكتب `eGFR < 30` في الملف";
    let folder = folder();
    let window = open_seeded(
        folder.path(),
        &[
            (&lines.join("\n"), &paragraphs(&lines)),
            ("اكتب أمرا", code),
        ],
    )
    .await;
    let seen = window
        .script(
            "const direction = element => getComputedStyle(element).direction;
             const [first, second] = document.querySelectorAll('[data-testid=answer]');
             return {
                questions: [...document.querySelectorAll('[data-testid=question]')][0].querySelectorAll('p').length,
                rtl: [...document.querySelectorAll('[data-testid=question]')].slice(0, 1).concat(first)
                    .flatMap(one => [...one.querySelectorAll('.prose p')]).filter(p => direction(p) === 'rtl').length,
                code: [...second.querySelectorAll('pre, code')].map(direction),
             }",
            Value::Null,
        )
        .await;
    println!(
        "{} of {} run right to left",
        seen["rtl"],
        2 * sentences.len()
    );
    assert!(sentences.len() >= 100);
    assert_eq!(seen["questions"], sentences.len());
    assert_eq!(seen["rtl"], 2 * sentences.len());
    let code = seen["code"].as_array().expect("a list");
    assert!(
        code.len() >= 2 && code.iter().all(|direction| direction == "ltr"),
        "{code:?}"
    );
    window.quit().await;
}

#[tokio::test]
async fn a_copy_has_the_stored_characters_byte_for_byte() {
    let question = "أعط 5-10 mg ثم \u{202E}50\u{202C} mg\nمی\u{200C}توانند ١-٠-٠ 👩\u{200D}⚕️";
    let answer = "## الجرعة\n\n- أعط **5-10** mg يوميًا\n- ثم `1-0-0`\n\n| الدواء | Dose |\n|---|---|\n| باراسيتامول | 500 mg |\n\nلا تتجاوز 4 g/day؛ راجع ٥-١٠.";
    let folder = folder();
    let window = open_seeded(folder.path(), &[(question, answer)]).await;
    for (place, stored) in [("question", question), ("answer", answer)] {
        let copied = window.script(COPY, json!(place)).await;
        assert_eq!(copied["plain"], stored, "{place}");
        let html = copied["html"].as_str().expect("HTML is offered too");
        assert!(
            !html.contains('\u{202E}'),
            "no override leaves in HTML: {html}"
        );
    }
    let html = window.script(COPY, json!("answer")).await;
    let html = html["html"].as_str().unwrap_or_default().to_owned();
    assert!(
        html.contains("dir=\"rtl\"") && html.contains("dir=\"ltr\""),
        "{html}"
    );
    window.quit().await;
}

#[tokio::test]
async fn a_copy_for_the_record_names_the_model_and_a_paste_says_what_it_left_out() {
    let folder = folder();
    let window = open_seeded(folder.path(), &[("جرعة", "أعط 5-10 mg يوميًا")]).await;
    window.click("copy-record").await;
    window
        .find_css("[data-testid=copy-record][data-outcome=done]")
        .await;
    window.click("composer").await;
    window.press_with_control('v').await;
    window.find("pasted").await;
    let typed = window
        .script(
            "return document.querySelector('[data-testid=composer]').value",
            Value::Null,
        )
        .await;
    let typed = typed.as_str().expect("the field has a text");
    assert!(typed.starts_with("أعط 5-10 mg يوميًا\n"), "{typed:?}");
    assert!(typed.contains("seeded"), "{typed:?}");
    // What was taken out are the marks that keep the dose in order elsewhere; they can be had back.
    window.click("insert-as-it-was").await;
    let whole = window
        .script(
            "return document.querySelector('[data-testid=composer]').value",
            Value::Null,
        )
        .await;
    let whole = whole.as_str().expect("the field has a text");
    assert!(whole.contains("\u{200E}5-10 mg\u{200E}"), "{whole:?}");
    window.quit().await;
}

#[tokio::test]
async fn html_that_is_copied_keeps_every_run_in_a_word_processor() {
    let Some(paper) = Paper::find() else { return };
    let data = ClinicalRuns::read();
    // A sample of the sentences: copying goes through each of the window's ways to draw a run.
    let cases: Vec<(&str, String)> = data.embedded().step_by(7).collect();
    let lines: Vec<&str> = cases.iter().map(|(_, line)| line.as_str()).collect();
    let folder = folder();
    let window = open_seeded(folder.path(), &[("جرعات", &paragraphs(&lines))]).await;
    let copied = window.script(COPY, json!("answer")).await;
    let html = copied["html"].as_str().expect("HTML is offered");
    window.quit().await;
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{html}</body></html>"
    );
    let seen = paper.lines_of("copied.html", &page);
    assert_eq!(seen.len(), cases.len(), "one line for each paragraph");
    let without_blanks = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .collect::<String>()
    };
    let wrong: Vec<String> = cases
        .iter()
        .zip(&seen)
        .filter(|((run, _), seen)| !seen.contains(&without_blanks(run)))
        .map(|((run, line), seen)| format!("{run} in {line} is seen as {seen}"))
        .collect();
    println!(
        "copied HTML: {} of {} runs seen in stored order",
        cases.len() - wrong.len(),
        cases.len()
    );
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[tokio::test]
async fn arabic_letters_join_beside_islands_and_marks_as_in_unbroken_text() {
    let answer = "أعط الأموكسيسيلين 500 mg للمريض ثم راجعه\n\nيُعطى المريض ٥-١٠ حبات كل مساء\n\nوبالعربية **الجرعة** مهمة";
    let folder = folder();
    let window = open_seeded(folder.path(), &[("جرعة", answer)]).await;
    for state in ["plain", "hits"] {
        assert_joined(&window.script(WIDTHS, json!(state)).await, 12);
    }
    window.quit().await;
}

#[tokio::test]
async fn arabic_letters_join_while_an_answer_streams() {
    let folder = folder();
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let window = Window::open(folder.path(), &["--model", model]).await;
    window.first_run().await;
    window
        .ask("اشرح في خمسين خطوة كيف تقرأ المذكرة بصوت مسموع.")
        .await;
    window
        .wait_for(
            "some words of the answer",
            "return (document.querySelector('[data-testid=answer][data-state=writing]')?.innerText ?? '').length > 40",
        )
        .await;
    let engine = window.engine_pid().expect("it is writing");
    pause(engine);
    assert_joined(&window.script(WIDTHS, json!("plain")).await, 3);
    resume(engine);
    window.quit().await;
}

/// Each word is as wide as it is alone.
fn assert_joined(widths: &Value, least: usize) {
    let widths = widths.as_array().expect("a list");
    assert!(widths.len() >= least, "{widths:?}");
    for word in widths {
        let (seen, alone) = (word["seen"].as_f64(), word["alone"].as_f64());
        let difference = seen.expect("a width") - alone.expect("a width");
        // Letters that do not join are much wider or narrower at this size; edges are whole pixels.
        assert!(difference.abs() <= 2.0, "{word}");
    }
}

/// Finds each sentence in its paragraph and measures each character of the run in it. Elements that the window adds
/// (readings spelled out, explanations) are not text. A run may go on in the next line.
const ORDER: &str = r"
    const { place, runs, lines } = arguments[0];
    const paragraphs = [...document.querySelectorAll(`[data-testid=${place}] .prose p`)];
    const charactersOf = paragraph => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        const places = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement.closest('[data-copy=none]')) continue;
            for (let at = 0; at < node.data.length; at++) places.push([node, at]);
        }
        return places;
    };
    const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const range = document.createRange();
    const wrong = [];
    let measured = 0;
    for (const [index, line] of lines.entries()) {
        const paragraph = paragraphs[index];
        const places = paragraph ? charactersOf(paragraph) : [];
        const text = places.map(([node, at]) => node.data[at]).join('');
        const run = runs[index];
        const start = text.indexOf(run);
        if (text !== line || start < 0) { wrong.push(`${line} is shown as ${text}`); continue; }
        measured += 1;
        let before = null;
        for (const { segment, index: offset } of segments.segment(run)) {
            if (segment.trim() === '') continue;
            const [first, at] = places[start + offset];
            const [last, until] = places[start + offset + segment.length - 1];
            range.setStart(first, at);
            range.setEnd(last, until + 1);
            const rect = range.getBoundingClientRect();
            const sameLine = before && Math.abs(rect.top - before.top) < rect.height / 2;
            if (before && (sameLine ? rect.left < before.left - 0.5 : rect.top < before.top)) {
                wrong.push(`${run} in ${line} at ${segment}`);
                break;
            }
            before = rect;
        }
    }
    return { measured, wrong };
";

/// Copies one whole question or answer as the keys do, and returns what the clipboard is offered.
const COPY: &str = r"
    const prose = document.querySelector(`[data-testid=${arguments[0]}] .prose`);
    document.activeElement?.blur();
    getSelection().selectAllChildren(prose);
    const data = new DataTransfer();
    prose.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return { plain: data.getData('text/plain'), html: data.getData('text/html') };
";

/// The width of each Arabic word as it stands in the answer, and alone in an element of the same look.
const WIDTHS: &str = r"
    const answer = document.querySelector('[data-testid=answer] .prose, [data-testid=answer]');
    answer.style.fontSize = '96px';
    if (arguments[0] === 'hits') {
        // As search marks its hits: a range over the inner letters of each word.
        const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
        const hits = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const found of node.data.matchAll(/[\u0620-\u064A]{4,}/g)) {
                const range = document.createRange();
                range.setStart(node, found.index + 1);
                range.setEnd(node, found.index + 3);
                hits.push(range);
            }
        CSS.highlights.set('hit', new Highlight(...hits));
        const style = document.createElement('style');
        style.textContent = '::highlight(hit) { background: yellow; color: black }';
        document.head.append(style);
    }
    const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
    const words = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest('[data-copy=none]')) continue;
        for (const found of node.data.matchAll(/[\u0620-\u064A\u064B-\u0652]+/g)) {
            const range = document.createRange();
            range.setStart(node, found.index);
            range.setEnd(node, found.index + found[0].length);
            const alone = document.createElement('span');
            alone.style.cssText = 'position:absolute;white-space:nowrap';
            alone.textContent = found[0];
            node.parentElement.append(alone);
            words.push({ word: found[0], seen: range.getBoundingClientRect().width, alone: alone.getBoundingClientRect().width });
            alone.remove();
        }
    }
    return words;
";
