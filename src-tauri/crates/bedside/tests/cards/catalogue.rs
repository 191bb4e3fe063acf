//! What holds for every tool alike.

use std::collections::BTreeSet;

use sanad_bedside::{Edge, Group, Kind, Tool, catalogue, find, tool};

#[test]
fn there_are_at_least_45_tools_beside_the_conversions_of_analytes() {
    let analytes = catalogue()
        .iter()
        .filter(|tool| tool.group == Group::Conversion && tool.key.starts_with("convert-"))
        .count();
    assert!(analytes >= 30, "{analytes}");
    assert!(catalogue().len() - analytes >= 45);
}

#[test]
fn keys_are_unique_and_every_tool_has_a_source() {
    let keys: BTreeSet<_> = catalogue().iter().map(|tool| tool.key).collect();
    assert_eq!(keys.len(), catalogue().len());
    for tool in catalogue() {
        assert!(!tool.sources.is_empty(), "{}", tool.key);
        for source in tool.sources {
            assert!((1900..=2026).contains(&source.year), "{}", source.citation);
            assert!(source.citation.len() > 20, "{}", source.citation);
            assert!(
                source.at.is_empty()
                    || source.at.starts_with("doi:10.")
                    || source.at.starts_with("https://"),
                "{}",
                source.at
            );
        }
        let fields: BTreeSet<_> = tool.fields().iter().map(|field| field.key).collect();
        assert_eq!(fields.len(), tool.fields().len(), "{}", tool.key);
    }
}

#[test]
fn what_is_plausible_is_possible() {
    for (tool, field) in fields() {
        if let Kind::Number(measure) = field.kind {
            let (possible, plausible) = (measure.possible, measure.plausible);
            assert!(possible.least <= possible.most, "{tool} {}", field.key);
            assert!(
                possible.least <= plausible.least
                    && plausible.least <= plausible.most
                    && plausible.most <= possible.most,
                "{tool} {}",
                field.key
            );
            assert!(
                measure.offered.is_none_or(|value| plausible.holds(value)),
                "{tool} {}",
                field.key
            );
        }
    }
}

#[test]
fn a_value_goes_through_every_unit_and_comes_back() {
    for (tool, field) in fields() {
        let Kind::Number(measure) = field.kind else {
            continue;
        };
        let mut symbols = BTreeSet::new();
        for unit in measure.quantity.units {
            let words = ["year", "month", "week", "day", "fraction"];
            assert_eq!(unit.word, words.contains(&unit.symbol), "{}", unit.symbol);
            assert!(
                symbols.insert(unit.symbol),
                "{tool} {}: {} twice",
                field.key,
                unit.symbol
            );
            let found = measure.quantity.unit(&unit.symbol.to_ascii_uppercase());
            assert_eq!(
                found.map(|found| found.symbol),
                Some(unit.symbol),
                "{tool} {}",
                field.key
            );
            for base in [measure.plausible.least, measure.plausible.most, 1.0, 37.25] {
                let back = unit.to_base(unit.from_base(base));
                let zero_has_no_inverse = base == 0.0 && back.is_nan();
                assert!(
                    zero_has_no_inverse || (back - base).abs() <= 1e-9 * base.abs().max(1e-9),
                    "{tool} {} {}: {base} comes back as {back}",
                    field.key,
                    unit.symbol
                );
            }
        }
        let base = measure.quantity.base();
        assert_eq!(base.to_base(37.25), 37.25, "{tool} {}", field.key);
    }
}

#[test]
fn bands_rise_and_begin_below_everything() {
    for tool in catalogue() {
        for figure in tool.figures {
            let mut before = f64::NEG_INFINITY;
            for (at, band) in figure.bands.iter().enumerate() {
                let edge = match band.from {
                    Edge::Lowest => f64::NEG_INFINITY,
                    Edge::AtLeast(edge) | Edge::Above(edge) => edge,
                };
                assert_eq!(
                    at == 0,
                    band.from == Edge::Lowest,
                    "{} {}",
                    tool.key,
                    band.key
                );
                assert!(at == 0 || edge > before, "{} {}", tool.key, band.key);
                before = edge;
            }
        }
    }
}

#[test]
fn a_formula_names_fields_and_figures_that_the_tool_has() {
    for tool in catalogue() {
        for figure in tool.figures {
            for name in figure.formula.into_iter().flat_map(names) {
                let (key, unit) = name
                    .split_once(':')
                    .map_or((name, None), |(key, unit)| (key, Some(unit)));
                match (tool.field(key), unit) {
                    (Some(field), Some(unit)) => {
                        let Kind::Number(measure) = field.kind else {
                            panic!("{}: {key} is no number", tool.key)
                        };
                        assert!(
                            measure.quantity.unit(unit).is_some(),
                            "{}: {name}",
                            tool.key
                        );
                    }
                    (Some(_), None) => {}
                    (None, _) => assert!(tool.figure(key).is_some(), "{}: {name}", tool.key),
                }
            }
        }
    }
}

#[test]
fn tools_are_found_by_what_people_call_them() {
    for (query, key) in [
        ("GCS", "gcs"),
        ("غلاسكو", "gcs"),
        ("جلاسكو", "gcs"),
        ("الغيبوبة", "gcs"),
        ("غيبوبة", "gcs"),
        ("gcs paed", "gcs-child"),
        ("CHA2DS2-VASc", "cha2ds2-vasc"),
        ("cha2ds2vasc", "cha2ds2-vasc"),
        ("curb65", "curb-65"),
        ("curb 65", "curb-65"),
        ("news 2", "news2"),
        ("الانذار المبكر", "news2"),
        ("توقف قلب", "adrenaline-arrest"),
        ("صدمه تحسسيه", "adrenaline-anaphylaxis"),
        ("epinephrine ana", "adrenaline-anaphylaxis"),
        ("سكر الدم", "convert-glucose"),
        ("egfr", "ckd-epi"),
        ("holliday segar", "maintenance-fluid"),
        ("1:1000", "strength"),
        ("اختلاج", "seizure-lorazepam"),
        ("بيشوب", "bishop"),
        ("hemoglobin", "convert-haemoglobin"),
    ] {
        let first = find(query).first().map(|tool| tool.key);
        assert_eq!(first, Some(key), "{query}");
    }
}

#[test]
fn a_search_leaves_out_what_does_not_fit_and_a_blank_one_nothing() {
    assert!(find("xyzzy").is_empty());
    assert!(find("GCS xyzzy").is_empty());
    assert_eq!(find(" ").len(), catalogue().len());
    let keys: Vec<_> = find("seizure").iter().map(|tool| tool.key).collect();
    assert_eq!(keys, ["seizure-lorazepam"]);
}

#[test]
fn every_tool_is_found_by_each_of_its_names_in_both_languages() {
    for tool in catalogue() {
        for name in tool.names {
            assert!(
                find(name).iter().any(|found| found.key == tool.key),
                "{} by {name}",
                tool.key
            );
        }
        let arabic = tool
            .names
            .iter()
            .any(|name| name.contains(|c| ('\u{0600}'..'\u{06FF}').contains(&c)));
        let latin = tool
            .names
            .iter()
            .any(|name| name.contains(|c: char| c.is_ascii_alphabetic()));
        assert!(arabic && latin, "{}", tool.key);
    }
}

#[test]
fn a_question_offers_each_answer_once() {
    for (tool, field) in fields() {
        if let Kind::Choice(choices) = field.kind {
            let keys: BTreeSet<_> = choices.iter().map(|choice| choice.key).collect();
            assert!(
                keys.len() > 1 && keys.len() == choices.len(),
                "{tool} {}",
                field.key
            );
        }
    }
}

#[test]
fn the_catalogue_can_be_written_as_json() {
    let written =
        serde_json::to_value(tool("bmi").expect("it is there")).expect("it can be written");
    assert_eq!(
        written["fields"][0]["kind"]["number"]["quantity"]["units"][0]["symbol"],
        "kg"
    );
    assert_eq!(written["reviewed_by"], serde_json::Value::Null);
}

fn fields() -> impl Iterator<Item = (&'static str, &'static sanad_bedside::Field)> {
    let of = |tool: &'static Tool| tool.fields().iter().map(move |field| (tool.key, field));
    catalogue().iter().flat_map(of)
}

fn names(formula: &str) -> Vec<&str> {
    let opened = formula.split('{').skip(1);
    opened
        .map(|rest| rest.split_once('}').expect("a brace that opens closes").0)
        .collect()
}
