//! What the values of fields are called where people write them down.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use sanad_text::search_tokens;

const NAMES: &str = include_str!("../../data/names.txt");

/// Systolic over diastolic, as in 120/80: only a pair of numbers stands behind it.
pub(super) const BLOOD_PRESSURE: &str = "blood-pressure";

/// The forms of one word that count as that word.
pub(super) type Forms = BTreeSet<String>;

struct Name {
    words: Vec<Forms>,
    /// None where it names something that no field asks for.
    fields: Vec<&'static str>,
}

/// The longest first.
static ALL: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut all: Vec<Name> = NAMES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .flat_map(|(fields, names)| {
            names.split(',').map(|name| Name {
                words: words(name),
                fields: fields.split_whitespace().collect(),
            })
        })
        .collect();
    all.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    all
});

/// The fields whose name a text ends with, none of them where it names something else that is measured.
pub(super) fn named_at_end(before: &[Forms]) -> Option<&'static [&'static str]> {
    let ends = |name: &&Name| {
        before
            .len()
            .checked_sub(name.words.len())
            .and_then(|from| before.get(from..))
            .is_some_and(|end| {
                end.iter()
                    .zip(&name.words)
                    .all(|(written, named)| !written.is_disjoint(named))
            })
    };
    ALL.iter().find(ends).map(|name| name.fields.as_slice())
}

/// The words of a text, each in the forms that count: as written, its stem, and without a particle joined to it.
pub(super) fn words(text: &str) -> Vec<Forms> {
    search_tokens(text)
        .into_iter()
        .map(|token| {
            let mut forms: Forms = token.keys.into_iter().collect();
            let joined: Vec<String> = forms
                .iter()
                .filter_map(|form| form.strip_prefix(['ب', 'و', 'ل']))
                .filter(|rest| rest.chars().count() >= 3)
                .map(str::to_owned)
                .collect();
            forms.extend(joined);
            forms
        })
        .collect()
}
