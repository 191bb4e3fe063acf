//! `sanad calc` from the outside: no store, no model, no passphrase.

use std::path::Path;

use sanad_tests::{Run, folder, run, run_in};
use serde_json::Value;

fn calc(data: &Path, arguments: &[&str]) -> Run {
    run(data, &[&["calc"], arguments].concat(), "")
}

/// One line of the table.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
    &'static str,
    &'static str,
    &'static str,
);

/// Tool, values, the same in Arabic digits, the first result's key, its value as it is shown, its unit.
const TABLE: [Case; 10] = [
    (
        "bmi",
        &["weight=70kg", "height=1.75:m"],
        &["weight=٧٠kg", "height=١٫٧٥:m"],
        "bmi",
        "22.9",
        "kg/m²",
    ),
    (
        "adrenaline-anaphylaxis",
        &["weight=20kg", "strength=1:1000"],
        &["weight=٢٠kg", "strength=١:١٠٠٠"],
        "dose",
        "0.2",
        "mg",
    ),
    (
        "gcs",
        &["gcs-eye=3", "gcs-verbal=4", "gcs-motor=5"],
        &["gcs-eye=٣", "gcs-verbal=٤", "gcs-motor=٥"],
        "gcs-total",
        "12",
        "",
    ),
    (
        "map",
        &["systolic=120", "diastolic=80"],
        &["systolic=١٢٠", "diastolic=٨٠"],
        "map",
        "93",
        "mmHg",
    ),
    (
        "convert-temperature",
        &["temperature=98.6:°F"],
        &["temperature=٩٨٫٦:°F"],
        "converted",
        "37",
        "°C",
    ),
    (
        "convert-glucose",
        &["glucose=90:mg/dL"],
        &["glucose=۹۰:mg/dL"],
        "converted",
        "4.996",
        "mmol/L",
    ),
    (
        "shock-index",
        &["pulse=120", "systolic=100"],
        &["pulse=١٢٠", "systolic=١٠٠"],
        "shock-index",
        "1.2",
        "",
    ),
    (
        "anion-gap",
        &[
            "sodium=140mmol/L",
            "chloride=104mmol/L",
            "bicarbonate=24mmol/L",
        ],
        &[
            "sodium=١٤٠mmol/L",
            "chloride=١٠٤mmol/L",
            "bicarbonate=٢٤mmol/L",
        ],
        "anion-gap",
        "12",
        "mmol/L",
    ),
    (
        "drip-rate",
        &["volume=500mL", "infusion-time=4h", "drop-factor=20"],
        &["volume=٥٠٠mL", "infusion-time=٤h", "drop-factor=٢٠"],
        "flow",
        "125",
        "mL/h",
    ),
    (
        "maintenance-fluid",
        &["weight=25kg"],
        &["weight=٢٥kg"],
        "maintenance-day",
        "1600",
        "mL/day",
    ),
];

#[test]
fn the_same_figures_come_in_any_digits_and_any_language() {
    let folder = folder();
    for (tool, latin, arabic, key, shown, unit) in TABLE {
        let mut outcomes = Vec::new();
        for values in [latin, arabic] {
            for locale in ["en_US.UTF-8", "ar_EG.UTF-8", "fr_FR.UTF-8"] {
                let arguments = [&["calc", tool, "--json"], values].concat();
                let json = run_in(locale, folder.path(), &arguments, "").ok().json();
                let result = json["results"]
                    .as_array()
                    .and_then(|results| results.iter().find(|one| one["key"] == key))
                    .unwrap_or_else(|| panic!("{tool} gives no {key}: {json}"));
                assert_eq!(result["shown"], shown, "{tool} in {locale}");
                assert_eq!(result["unit"], unit, "{tool} in {locale}");
                outcomes.push(json["results"].clone());

                let arguments = [&["calc", tool], values].concat();
                let said = run_in(locale, folder.path(), &arguments, "").ok().stdout;
                let plain: String = said.chars().filter(|c| !is_mark(*c)).collect();
                let written = match unit {
                    "" => format!(": {shown}"),
                    unit => format!(": {shown} {unit}"),
                };
                assert!(plain.contains(&written), "{tool} in {locale}: {plain}");
                assert!(!plain.contains("bedside-"), "{plain}");
            }
        }
        assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]), "{tool}");
    }
    let left = std::fs::read_dir(folder.path())
        .expect("it is there")
        .count();
    assert_eq!(left, 0, "nothing is written anywhere");
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn an_arabic_card_keeps_its_figures_between_direction_marks() {
    let folder = folder();
    let arguments = ["calc", "كتلة الجسم", "weight=70kg", "height=175cm"];
    let said = run_in("ar_EG.UTF-8", folder.path(), &arguments, "")
        .ok()
        .stdout;
    assert!(
        said.contains("مؤشر كتلة الجسم: \u{200E}22.9 kg/m²\u{200E}"),
        "{said}"
    );
    assert!(said.contains("70 kg / (1.75 m)² ≈ 22.8571 kg/m²"), "{said}");
    assert!(said.contains("لم يراجعه طبيب بعد"), "{said}");
}

#[test]
fn what_cannot_be_taken_is_named_with_the_reason_and_what_to_type() {
    let folder = folder();
    let data = folder.path();
    let missing = calc(data, &["bmi", "weight=70kg"]);
    assert_eq!(missing.status, 1, "{missing:?}");
    assert_eq!(missing.stdout, "");
    assert!(
        missing.stderr.contains("height=NUMBER:cm | m | in"),
        "{missing:?}"
    );
    assert!(missing.stderr.contains("This is missing."), "{missing:?}");

    let impossible = calc(data, &["bmi", "weight=9999kg", "height=175cm", "--json"]);
    assert_eq!(impossible.status, 1);
    let json = impossible.json();
    assert_eq!(json["problems"][0]["field"], "weight");
    assert_eq!(json["problems"][0]["problem"]["code"], "impossible");

    let one = calc(
        data,
        &["adrenaline-anaphylaxis", "weight=20kg", "strength=0.1mg/mL"],
    );
    assert!(
        one.stderr
            .contains("This tool takes 1 mg/mL and nothing else."),
        "{one:?}"
    );

    let without_unit = calc(data, &["convert-glucose", "glucose=90"]);
    assert!(
        without_unit.stderr.contains("Choose the unit."),
        "{without_unit:?}"
    );

    let answer = calc(data, &["gcs", "gcs-eye=9", "gcs-verbal=4", "gcs-motor=5"]);
    assert!(
        answer.stderr.contains("gcs-eye-4 | gcs-eye-3"),
        "{answer:?}"
    );

    let field = calc(data, &["map", "systolic=120", "diastolic=80", "mood=1"]);
    assert!(field.stderr.contains("systolic | diastolic"), "{field:?}");
}

#[test]
fn an_implausible_value_is_asked_about_and_taken_once_confirmed() {
    let folder = folder();
    let values = ["bmi", "weight=300,5kg", "height=175cm"];
    let asked = calc(folder.path(), &values);
    assert_eq!(asked.status, 1);
    assert!(asked.stderr.contains("--confirm weight"), "{asked:?}");
    let confirmed = [values.as_slice(), &["--confirm", "weight"]].concat();
    let said = calc(folder.path(), &confirmed).ok().stdout;
    assert!(said.contains("Read as 300.5"), "{said}");
    assert!(said.contains("(Unusual, and confirmed)"), "{said}");
}

#[test]
fn a_tool_is_found_by_what_people_call_it() {
    let folder = folder();
    let data = folder.path();
    let all = calc(data, &["--list", "--json"]).ok().json();
    assert_eq!(all.as_array().map(Vec::len), Some(98));
    for (words, key) in [
        (&["--find", "epinephrine"][..], "adrenaline-anaphylaxis"),
        (&["--find", "غلاسكو"], "gcs"),
        (&["--find", "جلاسجو"], "gcs"),
        (&["--find", "chads"], "cha2ds2-vasc"),
        (&["--find", "كيو", "تي"], "qtc"),
    ] {
        let found = calc(data, &[words, &["--json"]].concat()).ok().json();
        let keys: Vec<&Value> = found
            .as_array()
            .map(|tools| tools.iter().map(|tool| &tool["key"]).collect())
            .unwrap_or_default();
        assert!(
            keys.iter().any(|found| **found == key),
            "{words:?}: {keys:?}"
        );
    }
    let several = calc(data, &["adrenaline"]);
    assert_eq!(several.status, 1);
    assert!(several.stderr.contains("adrenaline-arrest"), "{several:?}");
    let unknown = calc(data, &["nothing of the kind"]);
    assert!(unknown.stderr.contains("sanad calc --list"), "{unknown:?}");
    assert_eq!(calc(data, &[]).status, 2, "a name is needed");
}
