//! Values that invite error, and what ambiguous runs read as.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use common::{shared, strings};
use sanad_text::{Language, Mark, Reading, marks};

fn found(text: &str) -> Vec<(String, Mark)> {
    marks(text, Language::Arabic)
        .into_iter()
        .map(|marked| (text[marked.range].to_owned(), marked.mark))
        .collect()
}

fn reading(text: &str) -> Option<Reading> {
    match found(text).as_slice() {
        [(marked, Mark::AmbiguousRun { reading })] if text.contains(marked) => {
            Some(reading.clone())
        }
        [] => None,
        other => panic!("{text}: {other:?}"),
    }
}

fn list(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|&part| part.to_owned()).collect()
}

#[test]
fn every_ambiguous_run_of_the_shared_file_is_marked_and_read_in_stored_order() {
    let Some(data) = shared("clinical_bidi_runs.json") else {
        return;
    };
    let range = |from: &str, to: &str| Reading::Range {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    let expected = [
        ("٥-١٠", range("٥", "١٠")),
        ("٥–١٠", range("٥", "١٠")),
        (
            "-٢",
            Reading::Negative {
                value: "٢".to_owned(),
            },
        ),
        ("۵-۱۰", range("۵", "۱۰")),
        ("1-٢", range("1", "٢")),
    ];
    let runs = strings(&data, "ambiguous_runs");
    assert_eq!(
        runs.len(),
        expected.len(),
        "the shared file has other runs now"
    );
    for run in runs {
        let wanted = expected
            .iter()
            .find(|(text, _)| *text == run)
            .map(|(_, reading)| reading.clone());
        for carrier in strings(&data, "carriers_ar")
            .iter()
            .chain(&strings(&data, "carriers_he"))
        {
            let text = carrier.replace("{run}", &run);
            let found = found(&text);
            assert_eq!(
                found
                    .iter()
                    .map(|(text, _)| text.as_str())
                    .collect::<Vec<_>>(),
                [run.as_str()],
                "{text}"
            );
            assert_eq!(reading(&text), wanted, "{text}");
        }
    }
    // What keeps its order is not marked.
    for run in strings(&data, "runs") {
        assert_eq!(reading_only(&run), None, "{run}");
    }
}

fn reading_only(text: &str) -> Option<Reading> {
    found(text).into_iter().find_map(|(_, mark)| match mark {
        Mark::AmbiguousRun { reading } => Some(reading),
        _ => None,
    })
}

#[test]
fn a_reading_says_what_the_run_is() {
    for (text, expected) in [
        (
            "١-٠-١",
            Reading::Schedule {
                parts: list(&["١", "٠", "١"]),
            },
        ),
        (
            "١+٠+١",
            Reading::Schedule {
                parts: list(&["١", "٠", "١"]),
            },
        ),
        (
            "١-٠-٠-١",
            Reading::Schedule {
                parts: list(&["١", "٠", "٠", "١"]),
            },
        ),
        (
            "٢٠٢٦-١١-٢٠",
            Reading::Date {
                year: 2026,
                month: 11,
                day: 20,
            },
        ),
        (
            "٢٠-١١-٢٠٢٦",
            Reading::Date {
                year: 2026,
                month: 11,
                day: 20,
            },
        ),
        (
            "١٢٠ / ٨٠",
            Reading::Ratio {
                parts: list(&["١٢٠", "٨٠"]),
            },
        ),
        (
            "١ : ١٠٠٠",
            Reading::Ratio {
                parts: list(&["١", "١٠٠٠"]),
            },
        ),
        (
            "٢ × ٥٠٠",
            Reading::Product {
                parts: list(&["٢", "٥٠٠"]),
            },
        ),
        (
            "٥ → ١٠",
            Reading::Change {
                from: "٥".to_owned(),
                to: "١٠".to_owned(),
            },
        ),
        (
            "٥ ± ٢",
            Reading::Spread {
                value: "٥".to_owned(),
                by: "٢".to_owned(),
            },
        ),
        (
            "١٠ ٠٠٠",
            Reading::Grouped {
                value: "10000".to_owned(),
            },
        ),
        (
            "٥٪-١٠٪",
            Reading::Range {
                from: "٥".to_owned(),
                to: "١٠".to_owned(),
            },
        ),
        (
            "٠٥-١١-٢٦",
            Reading::Sequence {
                parts: list(&["٠٥", "١١", "٢٦"]),
            },
        ),
    ] {
        assert_eq!(reading_only(text), Some(expected), "{text}");
    }
    for text in [
        "١٢٠/٨٠",
        "٨:٣٠",
        "٧٫٥",
        "كوفيد-١٩",
        "٥",
        "5-10",
        "٢٠/١١/٢٠٢٦",
        "- ٥ ملغ",
        "١، ٢، ٣",
    ] {
        assert_eq!(reading_only(text), None, "{text}");
    }
}

#[test]
fn values_that_invite_error_are_marked() {
    let value = |value: &str| value.to_owned();
    for (text, expected) in [
        (
            "2,5 mg",
            vec![(
                "2,5",
                Mark::DecimalComma {
                    value: value("2.5"),
                },
            )],
        ),
        (
            "٢,٥ ملغ",
            vec![(
                "٢,٥",
                Mark::DecimalComma {
                    value: value("2.5"),
                },
            )],
        ),
        (
            "2،5 mg",
            vec![(
                "2،5",
                Mark::DecimalComma {
                    value: value("2.5"),
                },
            )],
        ),
        (
            "0,125 mg",
            vec![(
                "0,125",
                Mark::DecimalComma {
                    value: value("0.125"),
                },
            )],
        ),
        (
            ".5 mg",
            vec![(
                ".5",
                Mark::NakedDecimal {
                    value: value("0.5"),
                },
            )],
        ),
        (
            "(.25 mg)",
            vec![(
                ".25",
                Mark::NakedDecimal {
                    value: value("0.25"),
                },
            )],
        ),
        (
            "5.0 mg",
            vec![("5.0", Mark::TrailingZero { value: value("5") })],
        ),
        (
            "5.0",
            vec![("5.0", Mark::TrailingZero { value: value("5") })],
        ),
        ("10 U", vec![("U", Mark::UnitU)]),
        ("10U insulin", vec![("U", Mark::UnitU)]),
        ("5 u/kg", vec![("u", Mark::UnitU)]),
        ("5 µg", vec![("µg", Mark::MicroSign)]),
        ("5 μg/kg", vec![("μg", Mark::MicroSign)]),
    ] {
        let found = found(text);
        let found: Vec<(&str, Mark)> = found
            .iter()
            .map(|(text, mark)| (text.as_str(), mark.clone()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn ordinary_values_are_not_marked() {
    for text in [
        "1,000 mg",
        "10,000 IU",
        "1,25-(OH)2D3",
        "2,4-DNP",
        "5, 10 mg",
        "pH 7.0",
        "INR 2.0",
        "K+ 4.0 mmol/L",
        "v1.0.2",
        "0.5 mg",
        "5.05 mg",
        "50 mg",
        "Fig.5",
        "ALT 40 U/L",
        "10 units",
        "10 IU",
        "5 mcg",
        "5-10 mg",
        "3.0 cm",
        "B12",
        "e.g. 5 mg",
        "2.5 ملغ",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(marks("2,5 mg", Language::French), []);
}
