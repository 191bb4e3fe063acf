//! A window that is walked through, view by view, and looked at on the way.

#![allow(
    clippy::print_stdout,
    reason = "faults are said at once, since the walk itself may fail"
)]

use std::path::Path;

use sanad_testing::fixture_model;
use serde_json::{Value, json};

use crate::checks::said;
use crate::{Checks, Contrast, PASSPHRASE, Window, seed_all};

/// Those that the window speaks.
const SIX_LANGUAGES: &[&str] = &["en", "ar", "fa", "ur", "he", "fr"];
/// One of each direction, in which everything is held to more than the others.
const BOTH_DIRECTIONS: &[&str] = &["en", "ar"];

/// A theme and a size, and how much contrast the system asks for.
#[derive(Clone, Copy)]
struct Look {
    theme: &'static str,
    name: &'static str,
    width: u32,
    height: u32,
    contrast: Contrast,
}

impl Look {
    /// The window as it opens.
    const fn opened(theme: &'static str) -> Self {
        Self {
            theme,
            name: "100",
            width: 1180,
            height: 780,
            contrast: Contrast::Usual,
        }
    }

    /// The room that is left of it when everything is twice as large.
    const fn enlarged(theme: &'static str) -> Self {
        Self {
            name: "200",
            width: 590,
            height: 420,
            ..Self::opened(theme)
        }
    }

    /// A window of 1280 pixels with everything four times as large, which WCAG 2.2 wants to need no scrolling sideways.
    const fn narrowest(theme: &'static str) -> Self {
        Self {
            name: "400",
            width: 320,
            height: 480,
            ..Self::opened(theme)
        }
    }

    const fn with_contrast(self) -> Self {
        Self {
            contrast: Contrast::More,
            ..self
        }
    }
}

/// Colours do not change where words stand, so both themes and both sizes are seen in two looks.
const LOOKS: [Look; 2] = [Look::opened("light"), Look::enlarged("dark")];
/// The others, for who has the time: `SANAD_SOAK`.
const OTHER_LOOKS: [Look; 2] = [Look::opened("dark"), Look::enlarged("light")];
/// In one language of each direction.
const FURTHER_LOOKS: [Look; 2] = [
    Look::narrowest("dark").with_contrast(),
    Look::opened("light").with_contrast(),
];

fn looks() -> impl Iterator<Item = Look> {
    let others = std::env::var_os("SANAD_SOAK").map(|_| OTHER_LOOKS);
    LOOKS.into_iter().chain(others.into_iter().flatten())
}

/// The key, as WebDriver names it.
pub const ESCAPE: char = '\u{e00c}';

/// A window that is walked through, and what was found on the way.
pub struct Walk {
    /// The window itself.
    pub window: Window,
    /// What looks at it.
    pub checks: Checks,
    languages: &'static [&'static str],
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
    pub async fn open(data: &Path, awaited: &str) -> Option<Self> {
        let checks = Checks::read()?;
        let model = fixture_model();
        let model = model.to_str().expect("the path is UTF-8");
        let window = Window::open(data, &["--model", model]).await;
        window.find(awaited).await;
        Some(Self {
            window,
            checks,
            languages: SIX_LANGUAGES,
            faults: Vec::new(),
            looked_at: 0,
        })
    }

    /// Opens a store with these conversations.
    pub async fn unlocked(data: &Path, conversations: &[&[(&str, &str)]]) -> Option<Self> {
        seed_all(data, conversations);
        let walk = Self::open(data, "unlock-passphrase").await?;
        walk.unlock(PASSPHRASE).await;
        walk.find("composer").await;
        Some(walk)
    }

    /// Looks at everything in one language of each direction only.
    #[must_use]
    pub fn in_both_directions(self) -> Self {
        Self {
            languages: BOTH_DIRECTIONS,
            ..self
        }
    }

    /// Looks at a dialog that a menu beside the conversations opens, which goes when they make room.
    pub async fn look_at_dialog(&mut self, menu: &str, action: &str, dialog: &str) {
        for look in looks() {
            self.turn_to(look).await;
            if !self.has(&format!("[data-testid={menu}]")).await {
                self.click("side-toggle").await;
            }
            self.click(menu).await;
            self.click(action).await;
            self.find(dialog).await;
            for language in self.languages {
                self.look_in(language, dialog, look).await;
            }
            self.leave(dialog).await;
        }
        self.back_to_first_look().await;
    }

    /// Leaves a dialog by Escape.
    pub async fn leave(&self, dialog: &str) {
        let focus = format!("document.querySelector('[data-testid={dialog}]').focus()");
        self.script(&focus, Value::Null).await;
        self.type_keys(&ESCAPE.to_string()).await;
        self.gone(&format!("[data-testid={dialog}]")).await;
    }

    /// Chooses an option of a list as a person does, as far as the page can tell.
    pub async fn choose(&self, list: &str, value: &str) {
        let script = format!(
            "const list = document.querySelector('[data-testid={list}]');
             list.value = arguments[0]; list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        );
        self.script(&script, json!(value)).await;
    }

    /// Looks at the present screen in each language, theme and size.
    pub async fn look_at(&mut self, screen: &str) {
        for look in looks() {
            self.turn_to(look).await;
            for language in self.languages {
                self.look_in(language, screen, look).await;
            }
        }
        for look in FURTHER_LOOKS {
            self.turn_to(look).await;
            for language in BOTH_DIRECTIONS {
                self.look_in(language, screen, look).await;
            }
        }
        self.back_to_first_look().await;
    }

    async fn look_in(&mut self, language: &str, screen: &str, look: Look) {
        self.turn_to_language(language).await;
        let (theme, name) = (look.theme, look.name);
        let more = if look.contrast == Contrast::More {
            "-contrast"
        } else {
            ""
        };
        self.look(&format!("{screen}-{language}-{theme}-{name}{more}"), look)
            .await;
    }

    /// Looks at a menu in each language; it is opened anew each time, since another language closes it.
    pub async fn look_at_menu(&mut self, screen: &str, opener: &str, item: &str) {
        for language in self.languages {
            self.turn_to_language(language).await;
            self.click(opener).await;
            self.find(item).await;
            self.look(&format!("{screen}-menu-{language}"), LOOKS[0])
                .await;
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

    async fn look(&mut self, name: &str, look: Look) {
        // As the window does when the system says so, which no driver can make it say.
        let contrast = match look.contrast {
            Contrast::Usual => "delete document.documentElement.dataset.contrast",
            Contrast::More => "document.documentElement.dataset.contrast = 'more'",
        };
        self.script(contrast, Value::Null).await;
        self.settled().await;
        self.picture(name).await;
        self.looked_at += 1;
        let Self { window, checks, .. } = &*self;
        let mut faults = checks.list(window, LOOK).await;
        faults.extend(checks.axe(window, look.contrast).await);
        self.keep(name, faults);
    }

    /// Presses Tab until it comes round, in a language of each direction, and keeps what cannot be seen where it
    /// stops and what it meets too late.
    pub async fn tab_through(&mut self, view: &str) {
        for language in BOTH_DIRECTIONS {
            self.turn_to_language(language).await;
            self.settled().await;
            self.script(TO_THE_START, Value::Null).await;
            let stops = self.stops().await;
            let judged = "sanadChecks.unseenOrOutOfOrder(arguments[0], document.dir === 'rtl')";
            let faults = self.checks.ask(&self.window, judged, json!(stops)).await;
            let view = format!("{view}-{language} by Tab, {} stops", stops.len());
            println!("{view}");
            self.keep(&view, said(&faults));
        }
        self.turn_to_language("en").await;
    }

    async fn stops(&self) -> Vec<Value> {
        let mut stops: Vec<Value> = Vec::new();
        while stops.len() < MOST_STOPS {
            self.type_keys("\u{e004}").await;
            let stop = self
                .checks
                .ask(&self.window, "sanadChecks.focusStop()", Value::Null)
                .await;
            if stop.is_null() || stops.contains(&stop) {
                return stops;
            }
            stops.push(stop);
        }
        panic!("the Tab key does not come round");
    }

    /// Keeps what was found wrong with a view.
    pub fn keep(&mut self, view: &str, faults: Vec<String>) {
        for fault in faults {
            println!("{view}: {fault}");
            self.faults.push(format!("{view}: {fault}"));
        }
    }

    /// Closes the app and gives what was found.
    pub async fn end(self) -> Vec<String> {
        println!("{} screens looked at", self.looked_at);
        self.window.quit().await;
        self.faults
    }
}

/// More than any view has.
const MOST_STOPS: usize = 300;

/// Before the first thing that the Tab key meets, of whatever lies over the rest.
const TO_THE_START: &str = "
    const layers = [...document.querySelectorAll('[role=dialog], dialog[open]')];
    const start = layers.at(-1) ?? document.body;
    if (start === document.body) start.tabIndex = -1;
    start.focus();
    if (start === document.body) start.removeAttribute('tabindex');
";

/// What holds in every view, whatever its size and its language.
const LOOK: &str = "['overflowing', 'sideways', 'smallTargets']
    .flatMap(check => sanadChecks[check](document.documentElement))";
