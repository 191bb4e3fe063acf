//! Scripts that look at a page: the window's own checks (`ui/src/checks`), and axe.

use std::fs;

use sanad_testing::workspace_root;
use serde_json::{Value, json};

use crate::Window;

/// What axe is asked for beside what it looks at by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// WCAG 2.2 A and AA.
    Usual,
    /// The same with text at 7 : 1 instead of 4.5 : 1, for who has asked the system for more contrast.
    More,
}

/// The scripts, as `make check` builds them.
pub struct Checks {
    own: String,
    axe: String,
}

impl Checks {
    /// Reads them; nothing where they are not built, which is said.
    #[must_use]
    #[allow(clippy::print_stdout, reason = "what a run did not check is said")]
    pub fn read() -> Option<Self> {
        let ui = workspace_root().join("ui");
        let own = fs::read_to_string(ui.join("dist-checks/checks.js"));
        let axe = fs::read_to_string(ui.join("node_modules/axe-core/axe.min.js"));
        let (Ok(own), Ok(axe)) = (own, axe) else {
            println!("skipped: the checks are not built; `make test` builds them");
            return None;
        };
        Some(Self { own, axe })
    }

    /// What an expression over `sanadChecks` gives; `arguments[0]` is `argument`.
    pub async fn ask(&self, window: &Window, expression: &str, argument: Value) -> Value {
        let script = format!("{}; return {expression}", self.own);
        window.script(&script, argument).await
    }

    /// The faults that an expression over `sanadChecks` lists.
    pub async fn list(&self, window: &Window, expression: &str) -> Vec<String> {
        said(&self.ask(window, expression, Value::Null).await)
    }

    /// What axe calls serious or critical, and whatever it holds against WCAG 2.2 A or AA.
    pub async fn axe(&self, window: &Window, contrast: Contrast) -> Vec<String> {
        let load = format!("if (!window.axe) {{ {} }}", self.axe);
        window.script(&load, Value::Null).await;
        let rules = json!({
            "target-size": {"enabled": true},
            // It takes a label that is scrolled away for none; that each field has a name is for its other rules.
            "label-title-only": {"enabled": false},
            "color-contrast-enhanced": {"enabled": contrast == Contrast::More},
        });
        said(&window.script_async(AXE, rules).await)
    }
}

/// A list of faults as text.
pub(crate) fn said(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list of faults");
    list.iter()
        .map(|fault| fault.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// The page's own colours are checked where they can be computed.
const AXE: &str = r"
    const [rules, done] = arguments;
    const matters = ({ impact, tags }) =>
        impact === 'serious' || impact === 'critical' || tags.some(tag => /^wcag(2|21|22)a{1,2}$/.test(tag));
    window.axe.run(document, { resultTypes: ['violations'], rules }).then(({ violations }) => done(violations
        .filter(matters)
        .flatMap(({ id, impact, help, nodes }) => nodes.map(({ target, failureSummary }) =>
            `axe ${id} (${impact}, ${help}): ${target.join(' ')} ${failureSummary}`))
    ), fault => done([`axe failed: ${fault}`]));
";
