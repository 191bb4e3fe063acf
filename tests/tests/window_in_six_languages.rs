//! Every screen in every language, theme and size: nothing clipped, nothing overlapping, nothing that axe calls serious.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::fs;

use sanad_tests::{PASSPHRASE, Window, fixture_model, seed, workspace_root};
use serde_json::Value;

const LANGUAGES: [&str; 6] = ["en", "ar", "fa", "ur", "he", "fr"];
const THEMES: [&str; 2] = ["light", "dark"];

/// The window as it opens, and the room that is left of it when everything is twice as large.
const SIZES: [(&str, u32, u32); 2] = [("100", 1180, 780), ("200", 590, 420)];

const QUESTION: &str =
    "بطني بيوجعني من امبارح، آخذ ٥-١٠ حبات ولا 2,5 mg؟ Give \u{202E}50\u{202C} mg or 5 мg";
const ANSWER: &str = "## الجرعة المعتادة\n\nيُعطى **Amoxicillin 500 mg** كل 8 ساعات لمدة 5-10 أيام، وتُعدَّل عند قصور الكلى (eGFR < 30 mL/min).\n\n- الحد الأقصى `3 g/day`\n- صباحًا ثم ١-٠-٠\n\n| الدواء | Dose | المدة |\n|---|---|---|\n| باراسيتامول | 500 mg × 3 | 5 days |\n| Insulin glargine | 10 U | daily |\n\n> راجع الطبيب إذا ظهر طفح جلدي.\n\n```\nalert if SBP > 140\n```\n";

#[tokio::test]
async fn no_screen_clips_its_text_or_hinders_a_screen_reader() {
    let Some(checks) = Checks::read() else {
        return;
    };
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let mut faults = Vec::new();
    let mut looked_at = 0;

    let window = Window::open(&folder.path().join("new"), &["--model", model]).await;
    window.find("first-run-passphrase").await;
    looked_at += checks.in_all_looks(&window, "first-run", &mut faults).await;
    window.quit().await;

    let data = folder.path().join("seeded");
    fs::create_dir(&data).expect("room");
    seed(
        &data,
        &[
            ("What is the usual dose?", "5-10 mg, twice a day."),
            (QUESTION, ANSWER),
        ],
    );
    let window = Window::open(&data, &["--model", model]).await;
    window.find("unlock-passphrase").await;
    looked_at += checks.in_all_looks(&window, "unlock", &mut faults).await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    looked_at += checks.in_all_looks(&window, "empty", &mut faults).await;
    window.click("conversation-item").await;
    window.answered(2).await;
    window
        .type_into("composer", "أعط 5-10 mg ثم 1-0-0 للي بطنه بيوجعه")
        .await;
    window.find("draft-preview").await;
    looked_at += checks
        .in_all_looks(&window, "conversation", &mut faults)
        .await;
    window.quit().await;

    println!("{looked_at} screens looked at");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Scripts that look at a page.
struct Checks {
    overflow: String,
    axe: String,
}

impl Checks {
    fn read() -> Option<Self> {
        let ui = workspace_root().join("ui");
        let overflow = fs::read_to_string(ui.join("dist-checks/overflow.js"));
        let axe = fs::read_to_string(ui.join("node_modules/axe-core/axe.min.js"));
        let (Ok(overflow), Ok(axe)) = (overflow, axe) else {
            println!("skipped: the checks are not built; `make test` builds them");
            return None;
        };
        Some(Self { overflow, axe })
    }

    /// Looks at the present screen in each language, theme and size, and with the settings menu open.
    async fn in_all_looks(&self, window: &Window, screen: &str, faults: &mut Vec<String>) -> usize {
        let mut looked_at = 0;
        for (size, width, height) in SIZES {
            window.resize(width, height).await;
            for theme in THEMES {
                window.choose_theme(theme).await;
                for language in LANGUAGES {
                    window.choose_language(language).await;
                    let look = format!("{screen}-{language}-{theme}-{size}");
                    self.look(window, &look, faults).await;
                    looked_at += 1;
                }
            }
        }
        for language in LANGUAGES {
            window.choose_language(language).await;
            window.click("language-switch").await;
            window.find("language-en").await;
            let look = format!("{screen}-menu-{language}");
            self.look(window, &look, faults).await;
            window.click("language-switch").await;
            looked_at += 1;
        }
        let (_, width, height) = SIZES[0];
        window.resize(width, height).await;
        window.choose_language("en").await;
        looked_at
    }

    async fn look(&self, window: &Window, look: &str, faults: &mut Vec<String>) {
        window.settled().await;
        window.picture(look).await;
        let overflow = format!(
            "{}; return sanadChecks.overflowing(document.documentElement)",
            self.overflow
        );
        let found = window.script(&overflow, Value::Null).await;
        faults.extend(said(look, &found));
        let axe = format!("if (!window.axe) {{ {} }}", self.axe);
        window.script(&axe, Value::Null).await;
        let found = window.script_async(AXE, Value::Null).await;
        faults.extend(said(look, &found));
    }
}

fn said(look: &str, found: &Value) -> Vec<String> {
    let list = found.as_array().expect("a list of faults");
    list.iter()
        .map(|fault| format!("{look}: {}", fault.as_str().unwrap_or_default()))
        .collect()
}

/// What axe calls serious or critical. The page's own colours are checked where they can be computed.
const AXE: &str = r"
    const done = arguments[arguments.length - 1];
    window.axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `axe ${id}: ${target.join(' ')} ${failureSummary}`))
    ), fault => done([`axe failed: ${fault}`]));
";
