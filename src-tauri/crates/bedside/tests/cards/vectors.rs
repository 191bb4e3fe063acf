//! Worked examples, frozen: a change of any figure shows here.
//!
//! `vectors.jsonl` was calculated by `tests/bedside`, which is independent code of the same author; for each interpretation that
//! a result may have, it holds the least and the greatest value found among 4,000 random patients.

use std::collections::BTreeMap;

use sanad_bedside::{Entry, catalogue, evaluate, tool};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vector {
    tool: String,
    entries: Vec<Entry>,
    results: Vec<(String, serde_json::Value, String, Option<String>)>,
}

#[test]
fn every_tool_has_at_least_five_worked_examples_and_gives_them() {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for line in include_str!("../vectors.jsonl").lines() {
        let vector: Vector = serde_json::from_str(line).expect("a line is a vector");
        let asked = tool(&vector.tool).expect("the tool is there");
        let outcome = evaluate(asked, &vector.entries)
            .unwrap_or_else(|problems| panic!("{line}: {problems:?}"));
        assert_eq!(outcome.results.len(), vector.results.len(), "{line}");
        for (shown, (key, value, unit, band)) in outcome.results.iter().zip(&vector.results) {
            assert_eq!(
                (shown.key, shown.unit),
                (key.as_str(), unit.as_str()),
                "{line}"
            );
            assert_eq!(shown.band, band.as_deref(), "{line}");
            match value.as_f64() {
                Some(value) => {
                    let ours = shown.value.expect("a number");
                    assert!(
                        (ours - value).abs() <= 1e-9 * value.abs().max(1e-3),
                        "{line}: {ours}"
                    );
                }
                None => assert_eq!(Some(shown.shown.as_str()), value.as_str(), "{line}"),
            }
        }
        *count.entry(vector.tool).or_default() += 1;
    }
    for tool in catalogue() {
        assert!(
            count.get(tool.key).is_some_and(|&count| count >= 5),
            "{}",
            tool.key
        );
    }
}
