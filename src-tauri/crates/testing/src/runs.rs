//! Clinical runs and sentences, shared ones and our own.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::{shared_data, workspace_root};

/// Runs of characters that must be read as stored, and right-to-left sentences to carry them.
pub struct ClinicalRuns {
    /// Each to be seen left to right in stored order.
    pub runs: Vec<String>,
    /// Sentences with `{run}` in them.
    pub carriers: Vec<String>,
}

impl ClinicalRuns {
    /// Our own, and the shared ones where they lie beside the checkout.
    #[must_use]
    pub fn read() -> Self {
        let own = own("runs.json");
        let mut all = Self {
            runs: strings(&own, "runs"),
            carriers: strings(&own, "carriers"),
        };
        if let Some(path) = shared_data("clinical_bidi_runs.json") {
            let shared = json(&path);
            all.runs.extend(strings(&shared, "runs"));
            all.carriers.extend(strings(&shared, "carriers_ar"));
            all.carriers.extend(strings(&shared, "carriers_he"));
        }
        all.carriers.sort();
        all.carriers.dedup();
        all
    }

    /// Every run in every sentence: the run, and the sentence with it.
    pub fn embedded(&self) -> impl Iterator<Item = (&str, String)> {
        self.runs.iter().flat_map(|run| {
            self.carriers
                .iter()
                .map(move |carrier| (run.as_str(), carrier.replace("{run}", run)))
        })
    }
}

/// Arabic and Hebrew sentences that open with a Latin drug name.
#[must_use]
pub fn openings() -> Vec<String> {
    let data = own("openings.json");
    let drugs = strings(&data, "drugs");
    ["arabic", "hebrew"]
        .iter()
        .flat_map(|name| {
            let tails = strings(&data, name);
            drugs
                .iter()
                .enumerate()
                .map(|(at, drug)| format!("{drug} {}", tails[at % tails.len()]))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn own(name: &str) -> Value {
    json(
        &workspace_root()
            .join("src-tauri/crates/text/tests/data")
            .join(name),
    )
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("test data can be read");
    serde_json::from_str(&text).expect("test data is JSON")
}

fn strings(data: &Value, name: &str) -> Vec<String> {
    let list = data[name].as_array().expect("the list is there");
    list.iter()
        .map(|item| item.as_str().expect("a string").to_owned())
        .collect()
}
