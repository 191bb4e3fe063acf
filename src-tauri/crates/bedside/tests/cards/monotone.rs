//! More of one thing gives more, or less, of another, without a break; and no entry makes a tool panic.

use proptest::prelude::*;
use sanad_bedside::{Entry, catalogue, evaluate, read_number};

use crate::support::value;

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Up,
    Down,
}

#[test]
fn formulas_that_rise_rise_everywhere() {
    use Way::{Down, Up};
    for (key, others, field, (from, to, unit), figure, way) in [
        (
            "bmi",
            "height=170 cm",
            "weight",
            (30.0, 200.0, "kg"),
            "bmi",
            Up,
        ),
        (
            "bmi",
            "weight=70 kg",
            "height",
            (120.0, 215.0, "cm"),
            "bmi",
            Down,
        ),
        (
            "bsa",
            "weight=70 kg",
            "height",
            (50.0, 215.0, "cm"),
            "bsa-du-bois",
            Up,
        ),
        (
            "bsa",
            "height=170 cm",
            "weight",
            (2.0, 200.0, "kg"),
            "bsa-mosteller",
            Up,
        ),
        (
            "ideal-weight",
            "sex=male; weight=150 kg",
            "height",
            (153.0, 215.0, "cm"),
            "ideal-weight",
            Up,
        ),
        (
            "maintenance-fluid",
            "",
            "weight",
            (2.5, 120.0, "kg"),
            "maintenance-day",
            Up,
        ),
        (
            "parkland",
            "weight=70 kg; hours-since-burn=1 h; fluid-given=0 mL",
            "burned-area",
            (5.0, 90.0, "%"),
            "parkland-first-rate",
            Up,
        ),
        (
            "ckd-epi",
            "sex=female; age=50",
            "creatinine",
            (0.2, 15.0, "mg/dL"),
            "egfr",
            Down,
        ),
        (
            "ckd-epi",
            "sex=male; creatinine=1.1 mg/dL",
            "age",
            (18.0, 105.0, "year"),
            "egfr",
            Down,
        ),
        (
            "cockcroft-gault",
            "sex=male; weight=70 kg; creatinine=1 mg/dL",
            "age",
            (18.0, 105.0, "year"),
            "creatinine-clearance",
            Down,
        ),
        (
            "schwartz",
            "child-age=5 year; creatinine=0.6 mg/dL",
            "height",
            (60.0, 190.0, "cm"),
            "egfr",
            Up,
        ),
        (
            "anion-gap",
            "sodium=140 mmol/L; chloride=100 mmol/L; bicarbonate=12 mmol/L",
            "albumin",
            (1.0, 6.0, "g/dL"),
            "anion-gap-corrected",
            Down,
        ),
        (
            "winter",
            "",
            "bicarbonate",
            (4.0, 21.9, "mmol/L"),
            "paco2-expected",
            Up,
        ),
        (
            "corrected-sodium",
            "sodium=130 mmol/L",
            "glucose",
            (101.0, 1200.0, "mg/dL"),
            "sodium-hillier",
            Up,
        ),
        (
            "corrected-calcium",
            "calcium=8 mg/dL",
            "albumin",
            (1.0, 6.0, "g/dL"),
            "calcium-corrected",
            Down,
        ),
        (
            "water-deficit",
            "body-water-group=man; weight=70 kg",
            "sodium",
            (141.0, 190.0, "mmol/L"),
            "water-deficit",
            Up,
        ),
        (
            "fena",
            "sodium=140 mmol/L; creatinine=2 mg/dL; urine-creatinine=50 mg/dL",
            "urine-sodium",
            (3.0, 300.0, "mmol/L"),
            "fena",
            Up,
        ),
        (
            "a-a-gradient",
            "pao2=80 mmHg; paco2=40 mmHg; barometric-pressure=760 mmHg",
            "fio2",
            (21.0, 100.0, "%"),
            "a-a-gradient",
            Up,
        ),
        (
            "qtc",
            "sex=male; heart-rate=75",
            "qt",
            (300.0, 600.0, "ms"),
            "qtc-fridericia",
            Up,
        ),
        (
            "qtc",
            "sex=male; qt=400 ms",
            "heart-rate",
            (30.0, 200.0, "/min"),
            "qtc-framingham",
            Up,
        ),
        (
            "qtc",
            "sex=male; qt=400 ms",
            "heart-rate",
            (30.0, 200.0, "/min"),
            "qtc-bazett",
            Up,
        ),
        (
            "map",
            "systolic=150",
            "diastolic",
            (30.0, 150.0, "mmHg"),
            "map",
            Up,
        ),
        (
            "shock-index",
            "systolic=100",
            "pulse",
            (30.0, 220.0, "/min"),
            "shock-index",
            Up,
        ),
        (
            "oxygen-ratio",
            "fio2=40 %",
            "pao2",
            (30.0, 600.0, "mmHg"),
            "oxygen-ratio",
            Up,
        ),
        (
            "maddrey",
            "prothrombin-control=12; bilirubin=5 mg/dL",
            "prothrombin-time",
            (10.0, 80.0, "s"),
            "maddrey",
            Up,
        ),
        (
            "fib-4",
            "age=50; ast=60; alt=40; liver-disease-cause=hepatitis-c",
            "platelets",
            (10.0, 1000.0, "10⁹/L"),
            "fib-4",
            Down,
        ),
        (
            "infusion-rate",
            "weight=70 kg; drug-in-bag=4 mg; bag-volume=50 mL",
            "dose-rate-by-weight",
            (0.01, 2.0, "mcg/kg/min"),
            "pump-rate",
            Up,
        ),
        (
            "infusion-rate",
            "dose-rate-by-weight=0.1 mcg/kg/min; weight=70 kg; bag-volume=50 mL",
            "drug-in-bag",
            (1.0, 50.0, "mg"),
            "pump-rate",
            Down,
        ),
        (
            "drip-rate",
            "volume=1000 mL; drop-factor=20",
            "infusion-time",
            (0.5, 24.0, "h"),
            "drop-rate",
            Down,
        ),
        (
            "average-glucose",
            "",
            "hba1c",
            (4.0, 14.0, "%"),
            "average-glucose",
            Up,
        ),
        (
            "seizure-lorazepam",
            "strength=2 mg/mL",
            "weight",
            (3.0, 40.0, "kg"),
            "dose",
            Up,
        ),
    ] {
        let mut before: Option<f64> = None;
        for step in 0..=200 {
            let x = from + (to - from) * f64::from(step) / 200.0;
            let now = value(key, &format!("{others}; {field}={x:.6} {unit}"), figure);
            if let Some(before) = before {
                let holds = if way == Up {
                    now > before
                } else {
                    now < before
                };
                assert!(
                    holds,
                    "{key} {field}={x}: {figure} goes from {before} to {now}"
                );
            }
            before = Some(now);
        }
    }
}

#[test]
fn meld_never_falls_as_the_liver_gets_worse() {
    let mut before = 0.0;
    for step in 0..=100 {
        let bilirubin = 1.0 + 0.3 * f64::from(step);
        let line = format!(
            "sex=male; bilirubin={bilirubin:.1} mg/dL; sodium=130 mmol/L; inr=1.8; creatinine=1.4 mg/dL; albumin=2.8 g/dL; dialysis-week=no"
        );
        let now = value("meld", &line, "meld");
        assert!(now >= before, "{line}: {before} to {now}");
        before = now;
    }
    assert!(before > 20.0);
}

proptest! {
    #[test]
    fn a_number_is_read_alike_in_all_digits(thousandths in -9_999_999_i64..9_999_999) {
        let written = format!("{}", thousandths as f64 / 1000.0);
        let in_digits = |zero: char, point: char| -> String {
            written.chars().map(|c| match c {
                '.' => point,
                digit => digit.to_digit(10).map_or(digit, |value| char::from_u32(u32::from(zero) + value).expect("ten digits in a row")),
            }).collect()
        };
        let latin = read_number(&written).expect("a plain number");
        prop_assert_eq!(latin.value, thousandths as f64 / 1000.0);
        for (zero, point) in [('٠', '٫'), ('۰', '٫'), ('٠', '.')] {
            prop_assert_eq!(read_number(&in_digits(zero, point)).expect("a plain number").value, latin.value);
        }
    }

    #[test]
    fn no_text_makes_a_tool_panic(text in "\\PC{0,12}", at in 0..catalogue().len(), confirmed: bool) {
        let tool = catalogue().get(at).expect("there are as many");
        let entries: Vec<Entry> = tool.fields().iter().map(|field| Entry {
            field: field.key.to_owned(),
            text: text.clone(),
            unit: Some(text.clone()),
            confirmed,
        }).collect();
        let _ = evaluate(tool, &entries);
    }
}
