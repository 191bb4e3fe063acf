//! The templates that come with the app.

use std::sync::LazyLock;

use crate::{Template, read};

const FILES: [&str; 9] = [
    include_str!("../bundled/bedside-answer.toml"),
    include_str!("../bundled/history-taking.toml"),
    include_str!("../bundled/differential.toml"),
    include_str!("../bundled/soap-note.toml"),
    include_str!("../bundled/discharge-summary.toml"),
    include_str!("../bundled/referral-letter.toml"),
    include_str!("../bundled/patient-explanation.toml"),
    include_str!("../bundled/translation.toml"),
    include_str!("../bundled/medication-list.toml"),
];

/// The templates that come with the app, in the order in which they are offered.
#[must_use]
pub fn bundled() -> &'static [Template] {
    static BUNDLED: LazyLock<Vec<Template>> = LazyLock::new(|| {
        let read = |source: &&str| read(source).expect("a test reads every bundled file");
        FILES.iter().map(read).collect()
    });
    &BUNDLED
}
