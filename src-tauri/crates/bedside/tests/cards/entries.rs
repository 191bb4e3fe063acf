//! What may be entered, and what is said about what may not.

use sanad_bedside::{EnteredValue, Entry, Problem, Remark};

use crate::support::{answer, confirmed, entries, problems, result};

fn one(key: &str, line: &str) -> (String, Problem) {
    let mut found = problems(key, &entries(line));
    assert_eq!(found.len(), 1, "{key} {line}: {found:?}");
    let problem = found.remove(0);
    (problem.field, problem.problem)
}

#[test]
fn a_missing_field_is_named_and_nothing_stands_in_for_it() {
    let (field, problem) = one("bmi", "weight=70 kg");
    assert_eq!((field.as_str(), problem), ("height", Problem::Missing));
    let blank = [
        entries("weight=70 kg"),
        vec![Entry {
            field: "height".to_owned(),
            text: " ".to_owned(),
            ..Entry::default()
        }],
    ]
    .concat();
    assert_eq!(
        problems("bmi", &blank).first().map(|p| p.problem.clone()),
        Some(Problem::Missing)
    );
    assert_eq!(problems("bmi", &[]).len(), 2, "each missing field is named");
}

#[test]
fn an_impossible_value_is_refused_with_its_range_even_when_confirmed() {
    let found = problems("bmi", &confirmed("weight=7000 kg; height=175 cm"));
    let Some(Problem::Impossible { least, most, unit }) = found.first().map(|p| p.problem.clone())
    else {
        panic!("{found:?}")
    };
    assert_eq!((least.as_str(), most.as_str(), unit), ("0.2", "700", "kg"));
}

#[test]
fn the_range_of_a_refusal_is_in_the_unit_that_was_entered() {
    let (_, problem) = one("map", "systolic=900; diastolic=60");
    assert!(matches!(problem, Problem::Impossible { ref most, .. } if most == "370"));
    let (_, problem) = one("bmi", "weight=70 kg; height=9 m");
    assert!(
        matches!(problem, Problem::Impossible { ref least, ref most, unit: "m" } if least == "0.2" && most == "2.8")
    );
    // In 1:N the strongest solution has the least number.
    let (_, problem) = one("strength", "strength=0.5 1:N");
    assert!(
        matches!(problem, Problem::Impossible { ref least, ref most, unit: "1:N" } if least == "1" && most == "100000000")
    );
}

#[test]
fn an_implausible_value_is_asked_about_and_taken_once_confirmed() {
    let (field, problem) = one("bmi", "weight=690 kg; height=175 cm");
    assert_eq!(field, "weight");
    assert!(
        matches!(problem, Problem::Implausible { ref value, ref most, unit: "kg", .. } if value == "690" && most == "200")
    );
    let outcome = answer("bmi", "weight=690 kg; height=175 cm");
    let marks: Vec<_> = outcome
        .entered
        .iter()
        .map(|entered| entered.confirmed)
        .collect();
    assert_eq!(
        marks,
        [true, false],
        "only what is unusual is marked as confirmed"
    );
}

#[test]
fn only_one_adrenaline_goes_into_the_muscle() {
    for strength in ["10000 1:N", "0.1 mg/mL", "0.99 mg/mL", "1.01 mg/mL", "1 %"] {
        let line = format!("weight=20 kg; strength={strength}");
        let found = problems("adrenaline-anaphylaxis", &confirmed(&line));
        assert!(
            matches!(found[..], [ref only] if only.field == "strength"
                && matches!(only.problem, Problem::Impossible { .. })),
            "{strength}: {found:?}"
        );
    }
    for strength in ["1000 1:N", "1 mg/mL", "0.1 %", "1000 mcg/mL"] {
        let line = format!("weight=20 kg; strength={strength}");
        assert_eq!(
            result(&answer("adrenaline-anaphylaxis", &line), "dose").shown,
            "0.2"
        );
    }
}

#[test]
fn a_slow_drip_is_not_shown_as_none() {
    let outcome = answer(
        "drip-rate",
        "volume=10 mL; infusion-time=24 h; drop-factor=10",
    );
    assert_eq!(result(&outcome, "drop-rate").shown, "0.069");
    assert_eq!(result(&outcome, "flow").shown, "0.417");
}

#[test]
fn the_wrong_adrenaline_in_an_arrest_is_asked_about() {
    let (field, _) = one("adrenaline-arrest", "weight=20 kg; strength=1000 1:N");
    assert_eq!(field, "strength");
}

#[test]
fn a_decimal_comma_is_said_and_a_doubtful_one_asked() {
    let outcome = answer("bmi", "weight=72,5 kg; height=1,75 m");
    assert!(
        outcome
            .entered
            .iter()
            .all(|entered| entered.remark == Some(Remark::DecimalComma))
    );
    let Some(EnteredValue::Number {
        value, ref shown, ..
    }) = outcome.entered.first().map(|e| e.value.clone())
    else {
        panic!("the weight is a number")
    };
    assert_eq!((value, shown.as_str()), (72.5, "72.5"));
    let (_, problem) = one(
        "drip-rate",
        "volume=1,000 mL; infusion-time=8 h; drop-factor=20",
    );
    assert_eq!(
        problem,
        Problem::Ambiguous {
            grouped: "1000".to_owned(),
            decimal: "1".to_owned()
        }
    );
}

#[test]
fn every_kind_of_digits_gives_the_same_card() {
    let latin = answer("ckd-epi", "sex=female; age=47; creatinine=1.35 mg/dL");
    for line in [
        "sex=female; age=٤٧; creatinine=١٫٣٥ mg/dL",
        "sex=أنثى; age=۴۷; creatinine=۱٫۳۵ mg/dL",
        "sex=F; age=47; creatinine=1.350 MG/DL",
    ] {
        let other = answer("ckd-epi", line);
        let results =
            |outcome| serde_json::to_value(result(outcome, "egfr")).expect("it can be written");
        assert_eq!(results(&other), results(&latin), "{line}");
    }
}

#[test]
fn a_number_without_its_unit_is_half_a_number() {
    assert_eq!(
        one("corrected-sodium", "sodium=130 mmol/L; glucose=20").1,
        Problem::UnitMissing
    );
    assert_eq!(
        one("corrected-sodium", "sodium=130 mmol/L; glucose=20 g/L").1,
        Problem::UnknownUnit
    );
    assert_eq!(
        answer("map", "systolic=120; diastolic=80").results.len(),
        2,
        "one unit needs no choice"
    );
}

#[test]
fn other_faults_are_each_called_by_name() {
    for (key, line, field, problem) in [
        (
            "bmi",
            "weight=70kg kg; height=175 cm",
            "weight",
            Problem::NotANumber,
        ),
        (
            "bmi",
            "weight=120/80 kg; height=175 cm",
            "weight",
            Problem::NotANumber,
        ),
        (
            "bmi",
            "weight=70 kg; height=175 cm; hight=3",
            "hight",
            Problem::UnknownField,
        ),
        (
            "qsofa",
            "respiratory-rate=22.5; systolic=100; gcs-total=15",
            "respiratory-rate",
            Problem::NotWhole,
        ),
        (
            "ckd-epi",
            "sex=other; age=40; creatinine=1 mg/dL",
            "sex",
            Problem::UnknownOption,
        ),
        (
            "dates-lmp",
            "last-period=3/4/2026; day-of-interest=2026-11-20",
            "last-period",
            Problem::NotADay,
        ),
        (
            "dates-lmp",
            "last-period=2026-11-21; day-of-interest=2026-11-20",
            "last-period",
            Problem::Conflict {
                rule: "not-in-pregnancy",
            },
        ),
        (
            "map",
            "systolic=80; diastolic=90",
            "diastolic",
            Problem::Conflict {
                rule: "diastolic-above-systolic",
            },
        ),
        (
            "dilution",
            "strength=1 mg/mL; strength-wanted=2 mg/mL; volume-wanted=10 mL",
            "strength-wanted",
            Problem::Conflict {
                rule: "stronger-than-stock",
            },
        ),
    ] {
        assert_eq!(one(key, line), (field.to_owned(), problem), "{key} {line}");
    }
    let twice = problems("bmi", &entries("weight=70 kg; weight=71 kg; height=175 cm"));
    assert_eq!(
        twice.first().map(|p| p.problem.clone()),
        Some(Problem::Twice)
    );
}

#[test]
fn an_answer_may_be_given_by_its_number_in_any_digits() {
    let outcome = answer("gcs", "gcs-eye=٣; gcs-verbal=4; gcs-motor=gcs-motor-5");
    assert_eq!(result(&outcome, "gcs-total").shown, "12");
    let outcome = answer("gcs", "gcs-eye=nt; gcs-verbal=4; gcs-motor=5");
    assert!(
        outcome.results.is_empty(),
        "an untested part leaves no total"
    );
    assert_eq!(outcome.notes, ["gcs-not-testable"]);
}

#[test]
fn a_number_is_no_answer_where_it_may_be_taken_for_the_points() {
    let unknown = |field: &str| (field.to_owned(), Problem::UnknownOption);
    for (tool, field, texts) in [
        ("bishop", "fetal-station", ["3", "2", "0"]),
        ("bishop", "cervix-dilation", ["3", "2", "1"]),
        ("child-pugh", "encephalopathy", ["1", "2", "3"]),
        ("child-pugh", "ascites", ["1", "2", "٣"]),
        ("heart-score", "heart-risk", ["0", "1", "2"]),
        ("heart-score", "heart-troponin", ["0", "1", "2"]),
        ("sofa", "vasopressor", ["0", "2", "3"]),
        ("apgar", "apgar-pulse", ["0", "1", "2"]),
    ] {
        for text in texts {
            let found = problems(tool, &entries(&format!("{field}={text}")));
            let of_field = found
                .iter()
                .find(|problem| problem.field == field)
                .map(|problem| (problem.field.clone(), problem.problem.clone()));
            assert_eq!(of_field, Some(unknown(field)), "{tool} {field}={text}");
        }
    }
}

#[test]
fn a_bicarbonate_that_is_not_low_has_no_expected_carbon_dioxide() {
    let rule = "no-metabolic-acidosis";
    for line in [
        "bicarbonate=22 mmol/L",
        "bicarbonate=40 mmol/L; paco2=48 mmHg",
    ] {
        let found = problems("winter", &entries(line));
        assert_eq!(
            found.first().map(|problem| problem.problem.clone()),
            Some(Problem::Conflict { rule }),
            "{line}"
        );
    }
    let outcome = answer("winter", "bicarbonate=21.9 mmol/L; paco2=40 mmHg");
    assert!(result(&outcome, "paco2-difference").band.is_some());
}

#[test]
fn a_note_stands_on_the_card_only_when_its_limit_acts() {
    let meld =
        "sodium=125 mmol/L; creatinine=3 mg/dL; albumin=1.5 g/dL; dialysis-week=no; sex=male;";
    let heavy = format!("{meld} bilirubin=40 mg/dL; inr=8");
    let light = format!("{meld} bilirubin=1 mg/dL; inr=1");
    for (tool, line, note, there) in [
        ("meld", heavy.as_str(), "meld-capped", true),
        ("meld", light.as_str(), "meld-capped", false),
        (
            "maintenance-fluid",
            "weight=70 kg",
            "maintenance-above-ceiling",
            false,
        ),
        (
            "maintenance-fluid",
            "weight=71 kg",
            "maintenance-above-ceiling",
            true,
        ),
    ] {
        let outcome = answer(tool, line);
        assert_eq!(outcome.notes.contains(&note), there, "{tool} {line}");
    }
    let perc = "age=40; pulse=70; haemoptysis=no; oestrogen=no; previous-vte=no; one-leg-swollen=no; recent-surgery-trauma=no; oxygen";
    let found = problems("perc", &entries(&format!("{perc}=no")));
    assert_eq!(
        found.first().map(|problem| problem.field.as_str()),
        Some("saturation-room-air")
    );
    let outcome = answer("perc", &format!("{perc}=yes"));
    assert!(outcome.notes.contains(&"perc-on-oxygen"));
}

#[test]
fn an_optional_field_left_out_takes_its_figure_away() {
    let with = answer(
        "anion-gap",
        "sodium=140 mmol/L; chloride=104 mmol/L; bicarbonate=12 mmol/L; albumin=20 g/L",
    );
    assert_eq!(result(&with, "anion-gap-corrected").shown, "29");
    let without = answer(
        "anion-gap",
        "sodium=140 mmol/L; chloride=104 mmol/L; bicarbonate=12 mmol/L",
    );
    assert_eq!(without.results.len(), 1);
    assert!(without.notes.contains(&"no-albumin"));
}
