//! The tools give the doses that the record of the second check says, and nothing beside it.

use std::collections::BTreeSet;

use sanad_bedside::{Group, Problem, catalogue, dose_checks, evaluate, tool};

use crate::support::{answer, confirmed, entries, result};

/// The rest of the entries, which the dose must not depend on.
const OTHERS: [&str; 2] = ["strength=1 mg/mL", "strength=5 mg/mL"];

#[test]
fn every_emergency_dose_has_a_record_with_two_sources() {
    let recorded: BTreeSet<_> = dose_checks()
        .iter()
        .map(|check| check.tool.as_str())
        .collect();
    let tools: BTreeSet<_> = catalogue()
        .iter()
        .filter(|tool| tool.group == Group::Emergency)
        .map(|tool| tool.key)
        .collect();
    assert_eq!(recorded, tools);
    for check in dose_checks() {
        assert!(
            tool(&check.tool).is_some_and(|tool| tool.sources.len() == 2),
            "{}",
            check.tool
        );
        assert!(
            check.first_source.len() > 40 && check.second_source.len() > 40,
            "{}",
            check.tool
        );
        assert_ne!(check.first_source, check.second_source);
        assert_ne!(
            check.checked_by.as_ref(),
            Some(&check.written_by),
            "somebody else has to check {}",
            check.tool
        );
        assert_eq!(
            check.checked_by.is_some(),
            check.checked_on.is_some(),
            "{}",
            check.tool
        );
    }
}

#[test]
fn the_tools_give_the_recorded_dose_at_every_weight() {
    for check in dose_checks() {
        let asked = tool(&check.tool).expect("the other test found it");
        let mut given = 0;
        for tenths in 4..=3000 {
            let weight = f64::from(tenths) / 10.0;
            for other in OTHERS {
                let line = if asked.field("strength").is_some() {
                    format!("weight={weight} kg; {other}")
                } else if asked.field("adult-energy").is_some() {
                    format!("weight={weight} kg; adult-energy=360")
                } else {
                    format!("weight={weight} kg")
                };
                let Ok(outcome) = evaluate(asked, &confirmed(&line)) else {
                    continue;
                };
                let by_weight = check.per_kg * weight;
                let at_most = check.at_most.unwrap_or(match check.unit.as_str() {
                    "J" => 360.0,
                    _ => f64::INFINITY,
                });
                let dose = result(&outcome, &check.figure);
                let value = dose.value.expect("a dose is a number");
                assert!(
                    (value - by_weight.min(at_most)).abs() < 1e-9,
                    "{} {line}: {value}",
                    check.tool
                );
                assert_eq!(dose.unit, check.unit, "{}", check.tool);
                given += 1;
            }
        }
        assert!(given > 400, "{} hardly gives a dose", check.tool);
    }
}

#[test]
fn every_dose_was_compared_by_somebody_else_who_says_how_the_sources_were_reached() {
    for check in dose_checks() {
        assert!(check.is_by_a_reader(), "{}", check.tool);
        assert_eq!(check.checked_on.as_deref(), Some("2026-11-21"));
        assert!(check.reached.len() > 100, "{}", check.tool);
    }
    let outcome = answer("adrenaline-arrest", "weight=20 kg; strength=0.1 mg/mL");
    assert_eq!(outcome.checks.len(), 1);
    assert!(
        answer("bmi", "weight=70 kg; height=175 cm")
            .checks
            .is_empty()
    );
}

#[test]
fn where_the_sources_part_no_dose_is_given() {
    let asked = tool("adrenaline-anaphylaxis").expect("it is there");
    let ask = |weight: &str| {
        let line = format!("weight={weight} kg; strength=1 mg/mL");
        evaluate(asked, &confirmed(&line)).is_ok()
    };
    assert!(!ask("7.49") && ask("7.5"));
}

#[test]
fn doses_that_were_not_established_are_not_offered() {
    for key in [
        "atropine",
        "seizure-diazepam",
        "naloxone",
        "glucose-low",
        "fluid-bolus",
    ] {
        assert!(tool(key).is_none(), "{key}");
    }
}

#[test]
fn a_child_tool_asks_about_an_adult_weight_and_says_whom_it_is_for() {
    for (key, other) in [
        ("adrenaline-arrest", "strength=0.1 mg/mL"),
        ("amiodarone-arrest", "strength=50 mg/mL"),
        ("defibrillation", "adult-energy=200"),
        ("cardioversion", "adult-energy=200"),
    ] {
        let asked = tool(key).expect("it is there");
        let ask = |weight: &str| evaluate(asked, &entries(&format!("weight={weight} kg; {other}")));
        let heaviest = ask("50").unwrap_or_else(|problems| panic!("{key}: {problems:?}"));
        assert!(heaviest.notes.contains(&"children-only"), "{key}");
        let problems = ask("50.1").expect_err("more than a child usually weighs");
        assert!(
            matches!(problems[..], [ref only] if only.field == "weight"
                && matches!(only.problem, Problem::Implausible { .. })),
            "{key}: {problems:?}"
        );
    }
}

#[test]
fn a_volume_below_a_tenth_of_a_millilitre_says_what_to_do() {
    for (key, small, enough, note) in [
        (
            "adrenaline-anaphylaxis",
            "weight=9.9 kg; strength=1 mg/mL",
            "weight=10 kg; strength=1 mg/mL",
            "small-volume-undiluted",
        ),
        (
            "adrenaline-arrest",
            "weight=9.9 kg; strength=1 mg/mL",
            "weight=10 kg; strength=1 mg/mL",
            "dilute-first",
        ),
        (
            "amiodarone-arrest",
            "weight=0.9 kg; strength=50 mg/mL",
            "weight=1 kg; strength=50 mg/mL",
            "dilute-first",
        ),
        (
            "seizure-lorazepam",
            "weight=3.9 kg; strength=4 mg/mL",
            "weight=4 kg; strength=4 mg/mL",
            "dilute-first",
        ),
        (
            "dose-volume",
            "dose=9.9 mg; drug-in-vial=100 mg; vial-volume=1 mL",
            "dose=10 mg; drug-in-vial=100 mg; vial-volume=1 mL",
            "dilute-first",
        ),
    ] {
        assert!(answer(key, small).notes.contains(&note), "{key} {small}");
        assert!(!answer(key, enough).notes.contains(&note), "{key} {enough}");
    }
}

#[test]
fn a_volume_times_its_strength_is_the_dose() {
    for (key, line, dose, volume) in [
        (
            "adrenaline-anaphylaxis",
            "weight=20 kg; strength=1000 1:N",
            "0.2",
            "0.2",
        ),
        (
            "adrenaline-anaphylaxis",
            "weight=80 kg; strength=1 mg/mL",
            "0.5",
            "0.5",
        ),
        (
            "adrenaline-arrest",
            "weight=20 kg; strength=10000 1:N",
            "0.2",
            "2",
        ),
        (
            "adrenaline-arrest",
            "weight=3.5 kg; strength=0.01 %",
            "0.035",
            "0.35",
        ),
        (
            "amiodarone-arrest",
            "weight=14 kg; strength=50 mg/mL",
            "70",
            "1.4",
        ),
        (
            "seizure-lorazepam",
            "weight=12 kg; strength=2 mg/mL",
            "1.2",
            "0.6",
        ),
        (
            "seizure-lorazepam",
            "weight=60 kg; strength=4 mg/mL",
            "4",
            "1",
        ),
    ] {
        let outcome = answer(key, line);
        assert_eq!(result(&outcome, "dose").shown, dose, "{key} {line}");
        assert_eq!(
            result(&outcome, "draw-up-volume").shown,
            volume,
            "{key} {line}"
        );
    }
    let capped = answer("seizure-lorazepam", "weight=60 kg; strength=4 mg/mL");
    assert!(capped.notes.contains(&"dose-capped"));
    let at_the_cap = answer("seizure-lorazepam", "weight=40 kg; strength=4 mg/mL");
    assert!(!at_the_cap.notes.contains(&"dose-capped"));
}
