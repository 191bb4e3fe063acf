//! The rule that reads a stance against a blind reader, over answers that the rule was not written on.

use sanad_selfcheck::claims::{Stance, stance};
use sanad_selfcheck::metrics::{Agreement, agreement};
use serde::Deserialize;

/// An answer and the stance that a reader gave it without knowing the rule.
#[derive(Deserialize)]
struct Labelled {
    n: usize,
    language: String,
    claim: String,
    answer: String,
    stance: Stance,
}

/// The rule was written on the answers of even number and on those only.
fn is_held_out(labelled: &Labelled) -> bool {
    labelled.n % 2 == 1
}

fn agree(labelled: &[Labelled], chosen: impl Fn(&Labelled) -> bool) -> (usize, Agreement) {
    let chosen: Vec<&Labelled> = labelled
        .iter()
        .filter(|labelled| chosen(labelled))
        .collect();
    let read: Vec<Stance> = chosen.iter().map(|l| stance(&l.answer, &l.claim)).collect();
    let given: Vec<Stance> = chosen.iter().map(|l| l.stance).collect();
    let found = agreement(&given, &read).expect("there are labelled answers");
    (chosen.len(), found)
}

#[test]
fn the_stated_agreement_with_a_blind_reader_is_what_the_rule_has() {
    let labelled: Vec<Labelled> = serde_json::from_str(include_str!("stance.json"))
        .expect("the file has the form of labelled answers");
    let stated = include_str!("../../../../../docs/selfcheck.md");
    type Chosen = fn(&Labelled) -> bool;
    let rows: [(&str, Chosen); 6] = [
        ("held out, both languages", is_held_out),
        ("held out, English", |l| {
            is_held_out(l) && l.language == "en"
        }),
        ("held out, Arabic", |l| is_held_out(l) && l.language == "ar"),
        ("all, English", |l| l.language == "en"),
        ("all, Arabic", |l| l.language == "ar"),
        ("written on", |l| !is_held_out(l)),
    ];
    let mut missing = Vec::new();
    for (name, chosen) in rows {
        let (answers, found) = agree(&labelled, chosen);
        let row = format!(
            "| {name} | {answers} | {:.0} % | {:.2} | {:.2} to {:.2} |",
            found.observed * 100.0,
            found.kappa,
            found.low,
            found.high
        );
        if !stated.contains(&row) {
            missing.push(row);
        }
    }
    assert_eq!(missing, [""; 0], "docs/selfcheck.md does not state these");
}

#[test]
fn languages_and_halves_are_equally_many() {
    let labelled: Vec<Labelled> = serde_json::from_str(include_str!("stance.json"))
        .expect("the file has the form of labelled answers");
    for language in ["en", "ar"] {
        for held_out in [true, false] {
            let here = |l: &&Labelled| l.language == language && is_held_out(l) == held_out;
            assert_eq!(labelled.iter().filter(here).count(), 50);
        }
    }
}
