//! A real window of the app, driven over WebDriver.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use sanad_testing::fixture_model;
use serde_json::{Value, json};

use crate::{children_of, descendants_of, has_ended, sanad_webdriver, wait_until};

/// The tests' passphrase.
pub const PASSPHRASE: &str = "بسم correct horse 7";

/// Loading a model and painting on two busy cores.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why the app did not do what it was asked: a code of `errors.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(String);

impl Refusal {
    /// The one with this code.
    #[must_use]
    pub fn with(code: &str) -> Self {
        Self(code.to_owned())
    }
}

/// A window, with the driver that drives it.
pub struct Window {
    client: Client,
    driver: Child,
}

impl Window {
    /// Opens the app on a data folder with further arguments.
    pub async fn open(data: &Path, arguments: &[&str]) -> Self {
        Self::open_in(data, arguments, &[]).await
    }

    /// Opens the app with further variables in its environment.
    pub async fn open_in(data: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let data = data.to_str().expect("temporary folders have plain names");
        let arguments = [&["--data-dir", data], arguments].concat();
        Self::start(&sanad_webdriver(), &arguments, environment).await
    }

    /// Opens the window of any Tauri program.
    pub async fn of(program: &Path, arguments: &[&str]) -> Self {
        Self::start(program, arguments, &[]).await
    }

    async fn start(program: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let (port, native_port) = (free_port(), free_port());
        let driver = Command::new("tauri-driver")
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native_port.to_string(),
            ])
            .env("LC_ALL", "en_US.UTF-8")
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("tauri-driver is installed by `make tools`");
        let capabilities = json!({
            "browserName": "wry",
            "tauri:options": {"application": program, "args": arguments},
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("it is an object")
        };
        let address = format!("http://127.0.0.1:{port}");
        let mut last = None;
        // The driver takes a moment to listen.
        for _ in 0..100 {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder
                .capabilities(capabilities.clone())
                .connect(&address)
                .await
            {
                Ok(client) => return Self { client, driver },
                Err(fault) => last = Some(fault),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no window could be driven: {last:?}");
    }

    /// [`Self::open`] with the fixture model.
    pub async fn with_fixture(data: &Path) -> Self {
        let model = fixture_model();
        let model = model.to_str().expect("the path is UTF-8");
        Self::open(data, &["--model", model]).await
    }

    /// The app's process.
    #[must_use]
    pub fn app_pid(&self) -> u32 {
        // tauri-driver starts WebKitWebDriver, which starts the app.
        let drivers = children_of(self.driver.id());
        let apps = drivers
            .iter()
            .flat_map(|driver| children_of(driver.pid))
            .next();
        apps.expect("the driver started the app").pid
    }

    /// The engine's process, once the app has started it.
    #[must_use]
    pub fn engine_pid(&self) -> Option<u32> {
        let children = children_of(self.app_pid());
        children
            .into_iter()
            .find(|process| process.name == "sanad-engine")
            .map(|process| process.pid)
    }

    /// Waits for an element with this `data-testid`.
    pub async fn find(&self, id: &str) -> Element {
        self.find_css(&format!("[data-testid='{id}']")).await
    }

    /// Waits for an element that a selector finds.
    pub async fn find_css(&self, selector: &str) -> Element {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(selector))
            .await;
        match found {
            Ok(element) => element,
            Err(fault) => panic!(
                "no {selector}: {fault}; the page says: {}",
                self.page_text().await
            ),
        }
    }

    /// Whether an element is there now.
    pub async fn has(&self, selector: &str) -> bool {
        self.client.find(Locator::Css(selector)).await.is_ok()
    }

    /// Waits until no element is found by the selector any more.
    pub async fn gone(&self, selector: &str) {
        for _ in 0..600 {
            if !self.has(selector).await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!(
            "{selector} is still there; the page says: {}",
            self.page_text().await
        );
    }

    /// Clicks the element with this `data-testid`.
    pub async fn click(&self, id: &str) {
        self.find(id)
            .await
            .click()
            .await
            .expect("it can be clicked");
    }

    /// Presses keys, one by one, wherever the focus is. `\n` is Enter.
    pub async fn type_keys(&self, text: &str) {
        let mut keys = KeyActions::new("keys".to_owned());
        for character in text.chars() {
            let value = if character == '\n' {
                '\u{e007}'
            } else {
                character
            };
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.client
            .perform_actions(keys)
            .await
            .expect("keys can be pressed");
    }

    /// Presses a key while Control is held.
    pub async fn press_with_control(&self, value: char) {
        let control = '\u{e009}';
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: control });
        self.client
            .perform_actions(keys)
            .await
            .expect("keys can be pressed");
    }

    /// Clicks into the field with this `data-testid` and types.
    pub async fn type_into(&self, id: &str, text: &str) {
        self.click(id).await;
        self.type_keys(text).await;
    }

    /// Runs a function body in the page; `arguments[0]` is `argument`.
    pub async fn script(&self, body: &str, argument: Value) -> Value {
        self.client
            .execute(body, vec![argument])
            .await
            .expect("the script runs")
    }

    /// Runs a function body whose last argument is called with the result.
    pub async fn script_async(&self, body: &str, argument: Value) -> Value {
        self.client
            .execute_async(body, vec![argument])
            .await
            .expect("the script runs")
    }

    /// Calls a command of the app as its page does.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Refusal> {
        let body = "const [{ command, args }, done] = arguments;
             window.__TAURI_INTERNALS__.invoke(command, args)
                 .then(answer => done({ answer }), error => done({ error }))";
        let call = json!({"command": command, "args": arguments});
        let outcome = self.script_async(body, call).await;
        match outcome.get("error") {
            Some(error) => match error["code"].as_str() {
                Some(code) => Err(Refusal::with(code)),
                None => panic!("{command} failed without a code: {error}"),
            },
            None => Ok(outcome["answer"].clone()),
        }
    }

    /// Gives the window another size, in CSS pixels of its page.
    pub async fn resize(&self, width: u32, height: u32) {
        // The driver's own way waits for a window manager, and a bare display has none.
        let status = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--name", "^Sanad$", "windowsize"])
            .args([width.to_string(), height.to_string()])
            .status()
            .expect("xdotool is installed by `make test-packages`");
        assert!(status.success(), "the window was not found");
        self.wait_for(
            "the page has its new size",
            &format!("return Math.abs(innerWidth - {width}) <= 2 && Math.abs(innerHeight - {height}) <= 40"),
        )
        .await;
    }

    /// Chooses the language of the window in its settings menu.
    pub async fn choose_language(&self, code: &str) {
        self.click("language-switch").await;
        self.click(&format!("language-{code}")).await;
        self.wait_for(
            "the window speaks the other language",
            &format!("return document.documentElement.lang.startsWith('{code}')"),
        )
        .await;
    }

    /// Presses the theme's button until this theme is chosen.
    pub async fn choose_theme(&self, theme: &str) {
        for _ in 0..3 {
            if self
                .has(&format!(
                    "[data-testid=theme-switch][data-theme-choice={theme}]"
                ))
                .await
            {
                return;
            }
            self.click("theme-switch").await;
        }
        panic!("no theme {theme}");
    }

    /// Waits until fonts are there and nothing moves any more.
    pub async fn settled(&self) {
        self.script_async(
            "const done = arguments[arguments.length - 1];
             document.fonts.ready.then(() => Promise.all(document.getAnimations()
                 .filter(animation => animation.effect.getTiming().iterations !== Infinity)
                 .map(animation => animation.finished.catch(() => {}))))
                 .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))",
            Value::Null,
        )
        .await;
    }

    /// What a reader sees.
    pub async fn page_text(&self) -> String {
        let text = self
            .script("return document.body.innerText", Value::Null)
            .await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script says true.
    pub async fn wait_for(&self, what: &str, condition: &str) {
        for _ in 0..1200 {
            if self.script(condition, Value::Null).await == Value::Bool(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!(
            "waited for this: {what}; the page says: {}",
            self.page_text().await
        );
    }

    /// Goes through the first run.
    pub async fn first_run(&self) {
        self.type_into("first-run-passphrase", PASSPHRASE).await;
        self.type_into("first-run-repeat", PASSPHRASE).await;
        self.click("first-run-create").await;
        self.click("recovery-later").await;
        self.click("intended-use-acknowledge").await;
        self.find("composer").await;
    }

    /// Opens the store that is there, and acknowledges its intended use where nobody has yet.
    pub async fn unlock(&self, passphrase: &str) {
        self.type_into("unlock-passphrase", passphrase).await;
        self.click("unlock-submit").await;
        const NEXT: &str = "[data-testid=intended-use-acknowledge], [data-testid=composer], \
             [data-testid=error]";
        // What comes next may also be another screen, of which the caller knows.
        for _ in 0..100 {
            if self.has(NEXT).await {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        if self.has("[data-testid=intended-use-acknowledge]").await {
            self.click("intended-use-acknowledge").await;
        }
    }

    /// Types a question and sends it with Enter.
    pub async fn ask(&self, question: &str) {
        self.type_into("composer", question).await;
        self.type_keys("\n").await;
    }

    /// Waits for so many answers of which none is being written, and gives the last one's state.
    pub async fn answered(&self, count: usize) -> String {
        let condition = format!(
            "const all = [...document.querySelectorAll('[data-testid=answer]')];
             return all.length >= {count} && all.every(answer => answer.dataset.state !== 'writing')"
        );
        self.wait_for("a finished answer", &condition).await;
        let state =
            "return [...document.querySelectorAll('[data-testid=answer]')].at(-1).dataset.state";
        self.script(state, Value::Null)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Where each character of `run` is seen in the last answer: left edges in stored order.
    /// Fails when the run is not there.
    pub async fn left_edges_in_last_answer(&self, run: &str) -> Vec<f64> {
        let edges = self.script(LEFT_EDGES, Value::String(run.to_owned())).await;
        let edges = edges
            .as_array()
            .unwrap_or_else(|| panic!("{run} is not in the last answer"));
        edges.iter().filter_map(Value::as_f64).collect()
    }

    /// Keeps a picture of the display in the folder that `SANAD_SCREENSHOTS` names, if it names one.
    ///
    /// ImageMagick takes it: the driver's own way can wait for ever on a bare display once a window was resized.
    pub async fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("SANAD_SCREENSHOTS") else {
            return;
        };
        self.settled().await;
        let path = Path::new(&folder).join(format!("{name}.png"));
        let status = Command::new("import")
            .args(["-window", "root"])
            .arg(path)
            .status()
            .expect("pictures need the package imagemagick");
        assert!(status.success(), "no picture of {name}");
    }

    /// Closes the window and waits until the app is gone.
    pub async fn quit(mut self) {
        let app = self.app_pid();
        // The driver may end before it answers.
        let _ = self.client.clone().close().await;
        wait_until("the app has ended", PATIENCE, || has_ended(app));
        self.end_driver();
    }

    fn end_driver(&mut self) {
        // tauri-driver leaves the WebKitWebDriver that it started, and after a failed test the app too.
        for process in descendants_of(self.driver.id()) {
            crate::processes::end(process.pid);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.end_driver();
    }
}

/// Finds the run in the last answer's text nodes and measures each character but spaces.
const LEFT_EDGES: &str = r"
    const answer = [...document.querySelectorAll('[data-testid=answer]')].at(-1);
    const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT);
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let at = 0; at < node.data.length; at++)
            if (!'\u2066\u2067\u2068\u2069'.includes(node.data[at])) places.push([node, at]);
    const text = places.map(([node, at]) => node.data[at]).join('');
    const start = text.indexOf(arguments[0]);
    if (start < 0) return null;
    const edges = [];
    for (const [node, at] of places.slice(start, start + arguments[0].length)) {
        if (node.data[at] === ' ') continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        edges.push(range.getBoundingClientRect().left);
    }
    return edges;
";

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    listener.local_addr().expect("it is bound").port()
}
