//! Every screen in every language, theme and size: nothing clipped, nothing overlapping, nothing that axe calls serious.

#![allow(
    clippy::print_stdout,
    reason = "the figures that the documentation states"
)]

use std::fs;
use std::path::Path;

use sanad_history::{StoreFolder, StoreLock};
use sanad_tests::{
    PASSPHRASE, Window, fixture_model, folder, run, seed_all, with_passphrase, workspace_root,
};
use serde_json::{Value, json};

const LANGUAGES: [&str; 6] = ["en", "ar", "fa", "ur", "he", "fr"];

/// A theme and a size.
#[derive(Clone, Copy)]
struct Look {
    theme: &'static str,
    percent: &'static str,
    width: u32,
    height: u32,
}

impl Look {
    /// The window as it opens.
    const fn opened(theme: &'static str) -> Self {
        Self {
            theme,
            percent: "100",
            width: 1180,
            height: 780,
        }
    }

    /// The room that is left of it when everything is twice as large.
    const fn enlarged(theme: &'static str) -> Self {
        Self {
            theme,
            percent: "200",
            width: 590,
            height: 420,
        }
    }
}

/// Colours do not change where words stand, so both themes and both sizes are seen in two looks.
const LOOKS: [Look; 2] = [Look::opened("light"), Look::enlarged("dark")];
/// The others, for who has the time: `SANAD_SOAK`.
const OTHER_LOOKS: [Look; 2] = [Look::opened("dark"), Look::enlarged("light")];

fn looks() -> impl Iterator<Item = Look> {
    let others = std::env::var_os("SANAD_SOAK").map(|_| OTHER_LOOKS);
    LOOKS.into_iter().chain(others.into_iter().flatten())
}

const ESCAPE: char = '\u{e00c}';

const QUESTION: &str =
    "بطني بيوجعني من امبارح، آخذ ٥-١٠ حبات ولا 2,5 mg؟ Give \u{202E}50\u{202C} mg or 5 мg";
const ANSWER: &str = "## الجرعة المعتادة\n\nيُعطى **Amoxicillin 500 mg** كل 8 ساعات لمدة 5-10 أيام، وتُعدَّل عند قصور الكلى (eGFR < 30 mL/min).\n\n- الحد الأقصى `3 g/day`\n- صباحًا ثم ١-٠-٠\n\n| الدواء | Dose | المدة |\n|---|---|---|\n| باراسيتامول | 500 mg × 3 | 5 days |\n| Insulin glargine | 10 U | daily |\n\n> راجع الطبيب إذا ظهر طفح جلدي.\n\n```\nalert if SBP > 140\n```\n";

const EARLIER: &[(&str, &str)] = &[
    (
        "ما جرعة الباراسيتامول للطفل؟",
        "الجرعة **15 mg/kg** كل 6 ساعات، 5-10 mg/kg للرضيع.",
    ),
    ("And the largest dose in a day?", "At most 60 mg/kg/day."),
];
const DELETED: &[(&str, &str)] = &[(
    "How is a wound of the hand cleaned?",
    "With water, then covered.",
)];

#[tokio::test]
async fn screens_before_the_conversations_are_whole_in_six_languages() {
    let folder = folder();
    let data = folder.path().join("new");
    let Some(mut walk) = Walk::open(&data, "first-run-passphrase").await else {
        return;
    };
    walk.look_at("first-run").await;
    walk.look_at_menu("first-run", "language-switch", "language-en")
        .await;
    walk.click("bedside-toggle").await;
    walk.find("bedside-search").await;
    walk.look_at("bedside-before").await;
    let mut faults = walk.end().await;

    fs::create_dir(folder.path().join("seeded")).expect("room");
    let data = folder.path().join("seeded/data");
    fs::create_dir(&data).expect("room");
    seed_all(&data, &[EARLIER]);
    let holder = StoreLock::take(&StoreFolder::at(&data)).expect("nobody has it");
    let mut walk = Walk::open(&data, "error")
        .await
        .expect("the checks are built");
    walk.look_at("in-use").await;
    faults.extend(walk.end().await);
    drop(holder);

    let passphrase = with_passphrase(folder.path());
    let passphrase = passphrase.to_str().expect("a plain name");
    let backup = ["history", "backup", "--passphrase-file", passphrase];
    assert_eq!(run(&data, &backup, "").status, 0);
    let mut walk = Walk::open(&data, "unlock-passphrase")
        .await
        .expect("the checks are built");
    walk.look_at("unlock").await;
    walk.type_into("unlock-passphrase", "a guess\n").await;
    walk.find("error").await;
    walk.look_at("unlock-wrong").await;
    walk.click("unlock-forgotten").await;
    walk.find("recover-impossible").await;
    walk.look_at("recover-impossible").await;
    walk.click("recover-back").await;
    walk.find("unlock-passphrase").await;
    fs::write(data.join("sanad.db"), vec![7; 65_536]).expect("room");
    walk.type_into("unlock-passphrase", &format!("{PASSPHRASE}\n"))
        .await;
    walk.find("start-empty").await;
    walk.look_at("damaged").await;
    walk.click("restore-elsewhere").await;
    walk.click("start-empty").await;
    walk.find("start-empty-confirm").await;
    walk.look_at("damaged-elsewhere").await;
    faults.extend(walk.end().await);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn conversations_are_whole_in_six_languages() {
    let folder = folder();
    let seeded = [
        DELETED,
        EARLIER,
        &[
            ("What is the usual dose?", "5-10 mg, twice a day."),
            (QUESTION, ANSWER),
        ],
    ];
    let Some(mut walk) = Walk::unlocked(folder.path(), &seeded).await else {
        return;
    };
    walk.look_at("empty").await;
    walk.click("conversation-item").await;
    walk.window.answered(2).await;
    walk.type_into("composer", "أعط 5-10 mg ثم 1-0-0 للي بطنه بيوجعه")
        .await;
    walk.find("draft-preview").await;
    walk.look_at("conversation").await;
    walk.look_at_menu("conversation", "language-switch", "language-en")
        .await;
    walk.look_at_menu("row", "row-actions", "pin").await;
    walk.click("edit-question").await;
    walk.find("editing").await;
    walk.look_at("editing").await;
    walk.click("end-edit").await;
    walk.click("regenerate").await;
    walk.window.answered(1).await;
    walk.look_at("branched").await;

    walk.click("row-actions").await;
    walk.click("move").await;
    walk.type_into("new-folder-name", "حالات العيادة 5-10").await;
    walk.click("make-folder").await;
    walk.find("folder").await;
    walk.look_at_menu("folder", "folder-actions", "remove-folder")
        .await;
    walk.look_at_dialog("folder-actions", "remove-folder", "remove-folder-dialog")
        .await;
    for (action, dialog) in [
        ("about", "about-dialog"),
        ("export", "export-dialog"),
        ("move", "move-dialog"),
    ] {
        walk.look_at_dialog("row-actions", action, dialog).await;
    }
    walk.click("row-actions").await;
    walk.click("rename").await;
    walk.find("rename-field").await;
    walk.type_keys(&ESCAPE.to_string()).await;

    walk.window.press_with_control('f').await;
    walk.find("search-field").await;
    walk.type_keys("dose").await;
    walk.find("search-hit").await;
    walk.look_at("search").await;
    walk.type_keys("zzz").await;
    walk.window.gone("[data-testid=search-hit]").await;
    walk.look_at("search-nothing").await;
    walk.leave("search-dialog").await;

    walk.click("row-actions").await;
    walk.click("delete").await;
    walk.find("undo").await;
    walk.click("show-bin").await;
    walk.find("shelf").await;
    walk.look_at("bin").await;
    walk.look_at_dialog("row-actions", "erase", "erase-dialog")
        .await;
    walk.click("show-archive").await;
    walk.look_at("archive").await;
    walk.click("new-temporary").await;
    walk.find("temporary-mark").await;
    walk.look_at("temporary").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn settings_are_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("conversation-item").await;
    walk.window.answered(2).await;
    let backed_up = walk.window.invoke("back_up", json!({})).await;
    assert!(backed_up.is_ok(), "{backed_up:?}");
    walk.click("settings-open").await;
    for section in [
        "general",
        "answering",
        "access",
        "keeping",
        "backups",
        "files",
        "audit",
    ] {
        walk.click(&format!("settings-{section}")).await;
        walk.look_at(&format!("settings-{section}")).await;
    }
    walk.click("audit-verify").await;
    walk.find("audit-outcome").await;
    walk.look_at("audit-verified").await;

    for (section, opener, dialog) in [
        ("access", "change-passphrase", "change-passphrase-dialog"),
        ("access", "change-key", "change-key-dialog"),
        ("backups", "backup-restore", "restore-dialog"),
        ("backups", "restore-elsewhere", "restore-dialog"),
        ("files", "export-everything", "archive-dialog"),
        ("files", "import-open", "import-dialog"),
    ] {
        walk.click(&format!("settings-{section}")).await;
        walk.click(opener).await;
        walk.find(dialog).await;
        walk.look_at(opener).await;
        walk.leave(dialog).await;
    }
    walk.click("settings-keeping").await;
    walk.choose("retention", "30").await;
    walk.find("retention-dialog").await;
    walk.look_at("retention").await;
    walk.leave("retention-dialog").await;
    walk.click("settings-backups").await;
    walk.click("backup-folder-change").await;
    walk.look_at("backup-folder").await;

    walk.click("settings-access").await;
    walk.click("recovery-make").await;
    walk.find("recovery-code").await;
    walk.look_at("recovery-code").await;
    walk.click("recovery-written").await;
    walk.find("recovery-typed").await;
    walk.look_at("recovery-typed").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_bedside_pane_is_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("bedside-toggle").await;
    walk.find("bedside-search").await;
    walk.look_at("bedside").await;
    walk.type_into("bedside-search", "BMI").await;
    walk.find("bedside-tool-bmi").await;
    walk.type_keys("\n").await;
    walk.find("bedside-entry-weight").await;
    walk.look_at("bedside-fields").await;
    walk.type_into("bedside-entry-weight", "٧٠\n١٧٥").await;
    walk.find("bedside-card").await;
    walk.look_at("bedside-result").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_models_are_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("models-open").await;
    walk.find("catalogue-entry").await;
    walk.look_at("models").await;
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    walk.type_into("model-path", model).await;
    walk.click("model-look").await;
    walk.find("model-looked").await;
    walk.look_at("models-import").await;
    let obtain = "document.querySelector('[data-testid=catalogue-obtain]').click()";
    walk.script(obtain, Value::Null).await;
    walk.find("address-code").await;
    walk.look_at("models-obtain").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A window that is walked through, and what was found on the way.
struct Walk {
    window: Window,
    checks: Checks,
    faults: Vec<String>,
    looked_at: usize,
}

impl std::ops::Deref for Walk {
    type Target = Window;

    fn deref(&self) -> &Window {
        &self.window
    }
}

impl Walk {
    /// Opens the app and waits for an element; nothing where the checks are not built.
    async fn open(data: &Path, awaited: &str) -> Option<Self> {
        let checks = Checks::read()?;
        let model = fixture_model();
        let model = model.to_str().expect("the path is UTF-8");
        let window = Window::open(data, &["--model", model]).await;
        window.find(awaited).await;
        Some(Self {
            window,
            checks,
            faults: Vec::new(),
            looked_at: 0,
        })
    }

    /// Opens a store with these conversations.
    async fn unlocked(data: &Path, conversations: &[&[(&str, &str)]]) -> Option<Self> {
        seed_all(data, conversations);
        let walk = Self::open(data, "unlock-passphrase").await?;
        walk.unlock(PASSPHRASE).await;
        walk.find("composer").await;
        Some(walk)
    }

    /// Looks at a dialog that a menu beside the conversations opens, which goes when they make room.
    async fn look_at_dialog(&mut self, menu: &str, action: &str, dialog: &str) {
        for look in looks() {
            self.turn_to(look).await;
            if !self.has(&format!("[data-testid={menu}]")).await {
                self.click("side-toggle").await;
            }
            self.click(menu).await;
            self.click(action).await;
            self.find(dialog).await;
            self.look_in_all_languages(dialog, look).await;
            self.leave(dialog).await;
        }
        self.back_to_first_look().await;
    }

    /// Leaves a dialog by Escape.
    async fn leave(&self, dialog: &str) {
        let focus = format!("document.querySelector('[data-testid={dialog}]').focus()");
        self.script(&focus, Value::Null).await;
        self.type_keys(&ESCAPE.to_string()).await;
        self.gone(&format!("[data-testid={dialog}]")).await;
    }

    /// Chooses an option of a list as a person does, as far as the page can tell.
    async fn choose(&self, list: &str, value: &str) {
        let script = format!(
            "const list = document.querySelector('[data-testid={list}]');
             list.value = arguments[0]; list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        self.script(&script, json!(value)).await;
    }

    /// Looks at the present screen in each language, theme and size.
    async fn look_at(&mut self, screen: &str) {
        for look in looks() {
            self.turn_to(look).await;
            self.look_in_all_languages(screen, look).await;
        }
        self.back_to_first_look().await;
    }

    async fn look_in_all_languages(&mut self, screen: &str, look: Look) {
        for language in LANGUAGES {
            self.turn_to_language(language).await;
            let Look { theme, percent, .. } = look;
            self.look(&format!("{screen}-{language}-{theme}-{percent}"))
                .await;
        }
    }

    /// Looks at a menu in each language; it is opened anew each time, since another language closes it.
    async fn look_at_menu(&mut self, screen: &str, opener: &str, item: &str) {
        for language in LANGUAGES {
            self.turn_to_language(language).await;
            self.click(opener).await;
            self.find(item).await;
            self.look(&format!("{screen}-menu-{language}")).await;
            self.type_keys(&ESCAPE.to_string()).await;
            self.gone(&format!("[data-testid={item}]")).await;
        }
        self.back_to_first_look().await;
    }

    async fn turn_to(&self, look: Look) {
        self.resize(look.width, look.height).await;
        self.turn_to_theme(look.theme).await;
    }

    async fn back_to_first_look(&self) {
        self.turn_to(LOOKS[0]).await;
        self.turn_to_language("en").await;
    }

    /// Chooses a language behind whatever is open, which a pointer could not reach.
    async fn turn_to_language(&self, code: &str) {
        let speaks = format!("return document.documentElement.lang.startsWith('{code}')");
        if self.script(&speaks, Value::Null).await == Value::Bool(true) {
            return;
        }
        let open = "document.querySelector('[data-testid=language-switch]').click()";
        self.script(open, Value::Null).await;
        let choose = format!(
            "const item = document.querySelector('[data-testid=language-{code}]'); item?.click(); return item !== null"
        );
        self.wait_for("the language is chosen", &choose).await;
        self.wait_for("the window speaks the other language", &speaks)
            .await;
    }

    async fn turn_to_theme(&self, theme: &str) {
        let turn = format!(
            "const choice = document.querySelector('[data-testid=theme-switch]');
             if (choice.dataset.themeChoice === '{theme}') return true;
             choice.click(); return false"
        );
        self.wait_for("the theme is chosen", &turn).await;
    }

    async fn look(&mut self, look: &str) {
        self.settled().await;
        self.picture(look).await;
        self.looked_at += 1;
        let overflow = format!(
            "{}; return sanadChecks.overflowing(document.documentElement)",
            self.checks.overflow
        );
        let found = self.script(&overflow, Value::Null).await;
        self.keep(said(look, &found));
        let axe = format!("if (!window.axe) {{ {} }}", self.checks.axe);
        self.script(&axe, Value::Null).await;
        let found = self.script_async(AXE, Value::Null).await;
        self.keep(said(look, &found));
    }

    /// Says at once what was found, since the walk itself may fail.
    fn keep(&mut self, faults: Vec<String>) {
        for fault in &faults {
            println!("{fault}");
        }
        self.faults.extend(faults);
    }

    /// Closes the app and gives what was found.
    async fn end(self) -> Vec<String> {
        println!("{} screens looked at", self.looked_at);
        self.window.quit().await;
        self.faults
    }
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
