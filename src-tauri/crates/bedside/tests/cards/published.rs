//! What the sources themselves print: `published.txt`, and tables that are walked through row by row.

use std::collections::BTreeMap;

use sanad_bedside::{Edge, catalogue};

use crate::support::{answer, result};

struct Row {
    tool: &'static str,
    entries: &'static str,
    figure: &'static str,
    shown: &'static str,
    /// `-` for none.
    band: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    include_str!("../published.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let parts: Vec<&str> = line.split(" | ").collect();
            let [tool, entries, figure, shown, band] = parts.as_slice() else {
                panic!("a row has five parts: {line}")
            };
            Row {
                tool,
                entries,
                figure,
                shown,
                band,
            }
        })
}

#[test]
fn each_published_row_and_both_sides_of_each_limit() {
    for row in rows() {
        let outcome = answer(row.tool, row.entries);
        let found = result(&outcome, row.figure);
        assert_eq!(
            (found.shown.as_str(), found.band.unwrap_or("-")),
            (row.shown, row.band),
            "{} {}",
            row.tool,
            row.entries
        );
    }
    assert!(rows().count() >= 225, "the file was read");
}

/// How near to a limit a row has to stand: a twentieth of it, or one point of a score.
fn stands_at(value: f64, limit: f64) -> bool {
    (value - limit).abs() <= (0.05 * limit.abs()).max(1.0)
}

#[test]
fn a_row_stands_on_either_side_of_every_limit() {
    let mut stood: BTreeMap<(&str, &str), Vec<(f64, &str)>> = BTreeMap::new();
    for row in rows() {
        for shown in answer(row.tool, row.entries).results {
            if let (Some(value), Some(band)) = (shown.value, shown.band) {
                let of_figure = stood.entry((row.tool, shown.key)).or_default();
                of_figure.push((value, band));
            }
        }
    }
    let mut missing = Vec::new();
    let mut limits = 0;
    for tool in catalogue() {
        for figure in tool.figures {
            let of_figure = stood
                .get(&(tool.key, figure.key))
                .map_or(&[][..], Vec::as_slice);
            for (below, above) in figure.bands.iter().zip(figure.bands.iter().skip(1)) {
                let (Edge::AtLeast(limit) | Edge::Above(limit)) = above.from else {
                    continue;
                };
                limits += 1;
                for side in [below.key, above.key] {
                    let is_there = of_figure
                        .iter()
                        .any(|&(value, band)| band == side && stands_at(value, limit));
                    if !is_there {
                        missing.push(format!("{} {} at {limit}: {side}", tool.key, figure.key));
                    }
                }
            }
        }
    }
    assert!(limits > 50, "{limits}");
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Every parameter of NEWS2 is normal but one, which goes through every row of the chart.
#[test]
fn each_row_of_the_news2_chart() {
    let chart: &[(&str, &[(&str, u8)])] = &[
        (
            "respiratory-rate",
            &[
                ("8", 3),
                ("9", 1),
                ("11", 1),
                ("12", 0),
                ("20", 0),
                ("21", 2),
                ("24", 2),
                ("25", 3),
            ],
        ),
        (
            "saturation",
            &[
                ("91", 3),
                ("92", 2),
                ("93", 2),
                ("94", 1),
                ("95", 1),
                ("96", 0),
                ("100", 0),
            ],
        ),
        (
            "systolic",
            &[
                ("90", 3),
                ("91", 2),
                ("100", 2),
                ("101", 1),
                ("110", 1),
                ("111", 0),
                ("219", 0),
                ("220", 3),
            ],
        ),
        (
            "pulse",
            &[
                ("40", 3),
                ("41", 1),
                ("50", 1),
                ("51", 0),
                ("90", 0),
                ("91", 1),
                ("110", 1),
                ("111", 2),
                ("130", 2),
                ("131", 3),
            ],
        ),
        (
            "consciousness",
            &[
                ("alert", 0),
                ("new-confusion", 3),
                ("responds-to-voice", 3),
                ("responds-to-pain", 3),
                ("unresponsive", 3),
            ],
        ),
        (
            "temperature",
            &[
                ("35.0", 3),
                ("35.1", 1),
                ("36.0", 1),
                ("36.1", 0),
                ("38.0", 0),
                ("38.1", 1),
                ("39.0", 1),
                ("39.1", 2),
            ],
        ),
        ("oxygen", &[("no", 0), ("yes", 2)]),
    ];
    for (parameter, rows) in chart {
        for (text, points) in *rows {
            assert_eq!(
                news2(&[(parameter, text)]),
                points.to_string(),
                "{parameter}={text}"
            );
        }
    }
    for (saturation, oxygen, points) in [
        ("83", "no", 3),
        ("84", "no", 2),
        ("85", "no", 2),
        ("86", "no", 1),
        ("87", "no", 1),
        ("88", "no", 0),
        ("92", "no", 0),
        ("93", "no", 0),
        ("97", "no", 0),
        ("92", "yes", 2),
        ("93", "yes", 3),
        ("94", "yes", 3),
        ("95", "yes", 4),
        ("96", "yes", 4),
        ("97", "yes", 5),
        ("83", "yes", 5),
    ] {
        let with = [
            ("saturation-scale", "2"),
            ("saturation", saturation),
            ("oxygen", oxygen),
        ];
        assert_eq!(news2(&with), points.to_string(), "{saturation} {oxygen}");
    }
}

fn news2(changes: &[(&str, &str)]) -> String {
    let mut line = String::new();
    for (field, normal) in [
        ("respiratory-rate", "16"),
        ("saturation-scale", "1"),
        ("saturation", "98"),
        ("oxygen", "no"),
        ("systolic", "120"),
        ("pulse", "70"),
        ("consciousness", "alert"),
        ("temperature", "37"),
    ] {
        let text = changes
            .iter()
            .find(|(changed, _)| *changed == field)
            .map_or(normal, |(_, text)| text);
        line += &format!(
            "{field}={text}{};",
            if field == "temperature" { " °C" } else { "" }
        );
    }
    result(&answer("news2", &line), "news2").shown.clone()
}

#[test]
fn both_columns_of_tables_that_were_printed_in_two_units() {
    for (bilirubin, points) in [
        ("1.1 mg/dL", 0),
        ("1.2 mg/dL", 1),
        ("1.9 mg/dL", 1),
        ("2 mg/dL", 2),
        ("5.9 mg/dL", 2),
        ("6 mg/dL", 3),
        ("11.9 mg/dL", 3),
        ("12 mg/dL", 4),
        ("19 µmol/L", 0),
        ("20 µmol/L", 1),
        ("32 µmol/L", 1),
        ("33 µmol/L", 2),
        ("101 µmol/L", 2),
        ("102 µmol/L", 3),
        ("204 µmol/L", 3),
        ("205 umol/L", 4),
    ] {
        assert_eq!(
            sofa("bilirubin", bilirubin),
            points.to_string(),
            "{bilirubin}"
        );
    }
    for (creatinine, points) in [
        ("1.1 mg/dL", 0),
        ("1.2 mg/dL", 1),
        ("2 mg/dL", 2),
        ("3.4 mg/dL", 2),
        ("3.5 mg/dL", 3),
        ("4.9 mg/dL", 3),
        ("5 mg/dL", 4),
        ("109 µmol/L", 0),
        ("110 µmol/L", 1),
        ("170 µmol/L", 1),
        ("171 µmol/L", 2),
        ("299 µmol/L", 2),
        ("300 µmol/L", 3),
        ("440 µmol/L", 3),
        ("441 µmol/L", 4),
    ] {
        assert_eq!(
            sofa("creatinine", creatinine),
            points.to_string(),
            "{creatinine}"
        );
    }
    for (field, text, points) in [
        ("platelets", "150", 0),
        ("platelets", "149", 1),
        ("platelets", "99", 2),
        ("platelets", "49", 3),
        ("platelets", "19", 4),
        ("gcs-total", "15", 0),
        ("gcs-total", "14", 1),
        ("gcs-total", "13", 1),
        ("gcs-total", "12", 2),
        ("gcs-total", "10", 2),
        ("gcs-total", "9", 3),
        ("gcs-total", "6", 3),
        ("gcs-total", "5", 4),
        ("mean-pressure", "70", 0),
        ("mean-pressure", "69", 1),
        ("vasopressor", "vasopressor-2", 2),
        ("vasopressor", "vasopressor-3", 3),
        ("vasopressor", "vasopressor-4", 4),
        ("urine-day", "500 mL", 0),
        ("urine-day", "499 mL", 3),
        ("urine-day", "199 mL", 4),
        ("pao2", "400 mmHg", 0),
        ("pao2", "399 mmHg", 1),
        ("pao2", "299 mmHg", 2),
        ("pao2", "99 mmHg", 2),
    ] {
        assert_eq!(sofa(field, text), points.to_string(), "{field}={text}");
    }
}

/// SOFA of a healthy patient but for one entry.
fn sofa(changed: &str, text: &str) -> String {
    let mut line = String::from("ventilated=no;");
    let healthy = [
        ("pao2", "450 mmHg"),
        ("fio2", "100 %"),
        ("platelets", "250"),
        ("bilirubin", "0.5 mg/dL"),
        ("mean-pressure", "90"),
        ("vasopressor", "vasopressor-0"),
        ("gcs-total", "15"),
        ("creatinine", "0.8 mg/dL"),
    ];
    for (field, normal) in healthy {
        if field != changed {
            line += &format!("{field}={normal};");
        }
    }
    line += &format!("{changed}={text}");
    result(&answer("sofa", &line), "sofa").shown.clone()
}

#[test]
fn liver_and_bleeding() {
    let child_pugh = |bilirubin, albumin, inr, points: &str, band| {
        let line = format!(
            "bilirubin={bilirubin}; albumin={albumin}; inr={inr}; ascites=ascites-1; encephalopathy=encephalopathy-1"
        );
        let outcome = answer("child-pugh", &line);
        let found = result(&outcome, "child-pugh");
        assert_eq!(
            (found.shown.as_str(), found.band),
            (points, Some(band)),
            "{line}"
        );
    };
    for (bilirubin, albumin, inr, points, band) in [
        ("1.9 mg/dL", "3.6 g/dL", "1.6", "5", "child-pugh-a"),
        ("2 mg/dL", "3.6 g/dL", "1.6", "6", "child-pugh-a"),
        ("3 mg/dL", "3.5 g/dL", "1.6", "7", "child-pugh-b"),
        ("3.1 mg/dL", "2.8 g/dL", "1.7", "9", "child-pugh-b"),
        ("3.1 mg/dL", "2.7 g/dL", "2.3", "10", "child-pugh-c"),
        ("51 µmol/L", "27 g/L", "2.4", "10", "child-pugh-c"),
        ("33 µmol/L", "36 g/L", "1.6", "5", "child-pugh-a"),
        ("34 µmol/L", "35 g/L", "1.6", "7", "child-pugh-b"),
        ("52 µmol/L", "28 g/L", "2.4", "10", "child-pugh-c"),
    ] {
        child_pugh(bilirubin, albumin, inr, points, band);
    }
    let blatchford = |sex, urea, haemoglobin, systolic, pulse, points: u8| {
        let line = format!(
            "sex={sex}; urea={urea}; haemoglobin={haemoglobin}; systolic={systolic}; pulse={pulse}; melaena=no; syncope=no; liver-disease-any=no; cardiac-failure=no"
        );
        let outcome = answer("glasgow-blatchford", &line);
        let found = result(&outcome, "glasgow-blatchford");
        let band = if points <= 1 {
            "blatchford-very-low"
        } else {
            "blatchford-hospital"
        };
        assert_eq!(
            (found.shown.as_str(), found.band),
            (points.to_string().as_str(), Some(band)),
            "{line}"
        );
    };
    for (urea, points) in [
        ("6.4 mmol/L", 0),
        ("6.5 mmol/L", 2),
        ("7.9 mmol/L", 2),
        ("8 mmol/L", 3),
        ("9.9 mmol/L", 3),
        ("10 mmol/L", 4),
        ("24.9 mmol/L", 4),
        ("25 mmol/L", 6),
        ("18.1 mg/dL_BUN", 0),
        ("18.2 mg/dL_BUN", 2),
        ("22.3 mg/dL_BUN", 2),
        ("22.4 mg/dL_BUN", 3),
        ("27.9 mg/dL_BUN", 3),
        ("28 mg/dL_BUN", 4),
        ("69.9 mg/dL_BUN", 4),
        ("70 mg/dL_BUN", 6),
    ] {
        blatchford("male", urea, "14 g/dL", "120", "70", points);
    }
    for (sex, haemoglobin, points) in [
        ("male", "13 g/dL", 0),
        ("male", "12.9 g/dL", 1),
        ("male", "120 g/L", 1),
        ("male", "11.9 g/dL", 3),
        ("male", "10 g/dL", 3),
        ("male", "9.9 g/dL", 6),
        ("female", "12 g/dL", 0),
        ("female", "11.9 g/dL", 1),
        ("female", "100 g/L", 1),
        ("female", "99 g/L", 6),
    ] {
        blatchford(sex, "5 mmol/L", haemoglobin, "120", "70", points);
    }
    for (systolic, pulse, points) in [
        ("110", "99", 0),
        ("109", "99", 1),
        ("100", "99", 1),
        ("99", "99", 2),
        ("90", "99", 2),
        ("89", "99", 3),
        ("110", "100", 1),
    ] {
        blatchford("male", "5 mmol/L", "14 g/dL", systolic, pulse, points);
    }
}

#[test]
fn what_conversion_charts_print() {
    for (key, line, unit, shown) in [
        ("strength", "strength=1000 1:N", "mg/mL", "1"),
        ("strength", "strength=10000 1:N", "%", "0.01"),
        ("strength", "strength=1 %", "mg/mL", "10"),
        ("strength", "strength=8.4 %", "mg/mL", "84"),
        ("strength", "strength=0.1 mg/mL", "1:N", "10000"),
        ("convert-temperature", "temperature=37 °C", "°F", "98.6"),
        ("convert-temperature", "temperature=-40 °C", "°F", "-40"),
        ("convert-temperature", "temperature=104 °F", "°C", "40"),
        ("convert-pressure", "pressure=1 kPa", "mmHg", "7.501"),
        ("convert-pressure", "pressure=760 mmHg", "atm", "1"),
        ("convert-pressure", "pressure=10 mmHg", "cmH₂O", "13.6"),
        ("convert-hba1c", "hba1c=48 mmol/mol", "%", "6.543"),
        ("convert-hba1c", "hba1c=7 %", "mmol/mol", "53"),
        ("convert-glucose", "glucose=180 mg/dL", "mmol/L", "9.991"),
        ("convert-glucose", "glucose=5.5 mmol/L", "mg/dL", "99.09"),
        ("convert-creatinine", "creatinine=1 mg/dL", "µmol/L", "88.4"),
        ("convert-bilirubin", "bilirubin=1 mg/dL", "µmol/L", "17.1"),
        ("convert-urea", "urea=10 mmol/L", "mg/dL_BUN", "28.01"),
        ("convert-urea", "urea=10 mmol/L", "mg/dL_urea", "60.06"),
        ("convert-calcium", "calcium=10 mg/dL", "mmol/L", "2.495"),
        ("convert-calcium", "calcium=10 mg/dL", "mEq/L", "4.99"),
        ("convert-magnesium", "magnesium=1 mmol/L", "mg/dL", "2.431"),
        ("convert-phosphate", "phosphate=1 mmol/L", "mg/dL", "3.097"),
        ("convert-haemoglobin", "haemoglobin=15 g/dL", "g/L", "150"),
        (
            "convert-haemoglobin",
            "haemoglobin=1 g/dL",
            "mmol/L",
            "0.6206",
        ),
        (
            "convert-cholesterol",
            "cholesterol=5 mmol/L",
            "mg/dL",
            "193.3",
        ),
        (
            "convert-triglycerides",
            "triglycerides=1 mmol/L",
            "mg/dL",
            "88.55",
        ),
        ("convert-urate", "urate=6 mg/dL", "µmol/L", "356.9"),
        ("convert-lactate", "lactate=18 mg/dL", "mmol/L", "1.998"),
        ("convert-b12", "b12=200 pg/mL", "pmol/L", "147.6"),
        ("convert-folate", "folate=4 ng/mL", "nmol/L", "9.062"),
        ("convert-vitamin-d", "vitamin-d=20 ng/mL", "nmol/L", "49.92"),
        ("convert-cortisol", "cortisol=10 mcg/dL", "nmol/L", "275.9"),
        ("convert-free-t4", "free-t4=1 ng/dL", "pmol/L", "12.87"),
        ("convert-digoxin", "digoxin=1 ng/mL", "nmol/L", "1.28"),
        ("convert-phenytoin", "phenytoin=10 mg/L", "µmol/L", "39.64"),
        (
            "convert-paracetamol",
            "paracetamol=150 mg/L",
            "µmol/L",
            "992.3",
        ),
        ("convert-iron", "iron=100 mcg/dL", "µmol/L", "17.91"),
        ("convert-lead", "lead=10 mcg/dL", "µmol/L", "0.4826"),
        ("convert-ethanol", "ethanol=100 mg/dL", "mmol/L", "21.71"),
    ] {
        let outcome = answer(key, line);
        let unit = unit.replace('_', " ");
        let found = outcome.results.iter().find(|shown| shown.unit == unit);
        assert_eq!(
            found.map(|shown| shown.shown.as_str()),
            Some(shown),
            "{key} {line} in {unit}"
        );
    }
}
