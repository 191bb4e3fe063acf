//! The templates that come with the app, and what happens to files with faults.

use std::collections::HashSet;
use std::path::Path;

use proptest::prelude::*;
use sanad_domain::{Bilingual, Language};
use sanad_templates::{
    Entry, FaultReason, Field, FieldKind, Kind, Named, Rules, Template, TemplateFault, asks,
    bundled, fill, persona, read, write,
};

const NAMES: [&str; 9] = [
    "bedside-answer",
    "history-taking",
    "differential",
    "soap-note",
    "discharge-summary",
    "referral-letter",
    "patient-explanation",
    "translation",
    "medication-list",
];

/// Something that each field takes.
fn entry_for(field: &Field) -> Entry {
    let (text, unit) = match &field.kind {
        FieldKind::Text { .. } | FieldKind::LongText { .. } => {
            ("سعال منذ 3 أيام".to_owned(), String::new())
        }
        FieldKind::Number { units, .. } => {
            let unit = units.first().map(|unit| unit.key.clone());
            ("7".to_owned(), unit.unwrap_or_default())
        }
        FieldKind::Choice { choices } => (choices[0].key.clone(), String::new()),
        FieldKind::Date => ("2026-03-01".to_owned(), String::new()),
        FieldKind::Age => ("40".to_owned(), "years".to_owned()),
    };
    Entry {
        field: field.key.clone(),
        text,
        unit,
    }
}

#[test]
fn the_nine_bundled_ones_are_read_and_are_what_their_files_are_called() {
    let ids: Vec<&str> = bundled().iter().map(|one| one.id.as_str()).collect();
    let expected: Vec<String> = NAMES.iter().map(|name| format!("sanad.{name}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn a_form_of_a_bundled_one_makes_a_whole_text_in_both_languages() {
    for template in bundled() {
        let required = template.fields.iter().filter(|field| field.required);
        let least: Vec<Entry> = required.map(entry_for).collect();
        let all: Vec<Entry> = template.fields.iter().map(entry_for).collect();
        for language in [Language::English, Language::Arabic] {
            for entries in [&least, &all] {
                let filled = fill(template, entries, language);
                assert_eq!(filled.problems, [], "{}", template.id);
                for left_over in ["{", "}", "[?", "?]", "\n\n\n", ": \n", ":\n\n\n"] {
                    assert!(
                        !filled.text.contains(left_over),
                        "{}: {left_over}",
                        template.id
                    );
                }
                let orphan = filled.text.lines().find(|line| {
                    line.trim_end().ends_with([':', '：']) && {
                        let mut behind = filled
                            .text
                            .lines()
                            .skip_while(|other| other != line)
                            .skip(1);
                        behind.next().is_none_or(|next| next.trim().is_empty())
                            && !is_head_of_list(line)
                    }
                });
                assert_eq!(orphan, None, "{}", template.id);
            }
        }
    }
}

/// A line that the file itself ends with a colon before a blank line.
fn is_head_of_list(line: &str) -> bool {
    line.ends_with("in this order:") || line.ends_with("بهذا الترتيب:")
}

#[test]
fn every_bundled_one_forbids_to_invent_in_both_languages() {
    for template in bundled() {
        let words = template.body.as_ref().or(template.system.as_ref());
        let words = words.expect("each has one of the two");
        let interview = template.rules.interview.as_ref();
        let conclusion = interview.map(|rule| &rule.conclusion);
        let said = |language: Language| {
            let end = conclusion.map_or("", |conclusion| conclusion.of(language));
            format!("{} {end}", words.of(language))
        };
        let marks = |said: &str, marks: &[&str]| marks.iter().any(|mark| said.contains(mark));
        assert!(
            marks(&said(Language::English), &["not stated", "[unclear]"]),
            "{}",
            template.id
        );
        assert!(
            marks(&said(Language::Arabic), &["غير مذكور", "[غير واضح]"]),
            "{}",
            template.id
        );
    }
}

#[test]
fn arabic_and_english_name_the_same_fields() {
    let fields = |text: &str| -> HashSet<String> {
        let names = text.split('{').skip(1);
        names
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect()
    };
    for template in bundled() {
        for words in [&template.system, &template.body].into_iter().flatten() {
            assert_eq!(fields(&words.en), fields(&words.ar), "{}", template.id);
        }
    }
}

#[test]
fn the_history_concludes_after_as_many_questions_as_its_form_says() {
    let template = bundled()
        .iter()
        .find(|one| one.id == "sanad.history-taking");
    let template = template.expect("it is bundled");
    let entry = |text: &str| Entry {
        field: "questions".to_owned(),
        text: text.to_owned(),
        unit: String::new(),
    };
    let made = persona(template, &[entry("٥")]).expect("nothing else is needed");
    let made = made.expect("it is a persona");
    let interview = made.rules.interview.expect("it asks");
    assert_eq!(interview.questions, 5);
    assert!(made.rules.follows_language);
    for language in [Language::English, Language::Arabic] {
        assert!(
            !asks(interview.heading.of(language)),
            "a heading asks nothing"
        );
        assert!(!made.words.of(language).contains('…'), "nothing is missing");
    }
    assert!(persona(template, &[entry("0")]).is_err());
    assert!(persona(template, &[]).is_err(), "the number is needed");
}

/// Sentences of at least four words, without marks and case.
fn sentences(text: &str) -> HashSet<String> {
    text.split(['.', '!', '?', '؟', '\n', ':', ';', '؛'])
        .map(|sentence| {
            let words: Vec<String> = sentence
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect();
            words
        })
        .filter(|words| words.len() >= 4)
        .map(|words| words.join(" "))
        .collect()
}

fn texts_of(value: &serde_json::Value, texts: &mut String) {
    match value {
        serde_json::Value::String(text) => {
            texts.push_str(text);
            texts.push('\n');
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| texts_of(one, texts)),
        serde_json::Value::Object(map) => map.values().for_each(|one| texts_of(one, texts)),
        _ => {}
    }
}

#[test]
fn no_sentence_of_a_template_stands_in_the_self_check() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../selfcheck/items");
    let mut items = String::new();
    for file in std::fs::read_dir(folder).expect("the items are beside us") {
        let path = file.expect("readable").path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let text = std::fs::read_to_string(path).expect("readable");
            texts_of(&serde_json::from_str(&text).expect("JSON"), &mut items);
        }
    }
    let items = sentences(&items);
    assert!(items.len() > 500, "the items were found: {}", items.len());
    for template in bundled() {
        let file = write(template);
        let shared: Vec<String> = sentences(&file).intersection(&items).cloned().collect();
        assert_eq!(shared, Vec::<String>::new(), "{}", template.id);
    }
}

#[test]
fn a_bundled_one_is_the_same_after_it_was_written() {
    for template in bundled() {
        assert_eq!(read(&write(template)).as_ref(), Ok(template));
    }
}

const WHOLE: &str = r#"format = 1
id = "clinic.note"
version = 3
kind = "template"
name = { en = "Note", ar = "ملاحظة" }
about = { en = "A note", ar = "ملاحظة" }

[[fields]]
key = "facts"
kind = "long-text"
required = true
label = { en = "Facts", ar = "الوقائع" }

[[fields]]
key = "weight"
kind = "number"
label = { en = "Weight", ar = "الوزن" }
units = [
  { key = "kg", en = "kg", ar = "كغ" },
]

[body]
en = """
Facts: {facts}
[?Weight: {weight}?]
"""
ar = "الوقائع: {facts}"
"#;

#[test]
fn a_fault_is_said_with_its_line_its_key_and_what_is_wrong() {
    read(WHOLE).expect("it is whole");
    for (from, to, line, place, reason) in [
        ("format = 1", "format = ", 1, "", FaultReason::Syntax),
        ("format = 1", "format = 2", 1, "format", FaultReason::Newer),
        ("format = 1\n", "", 1, "format", FaultReason::Missing),
        (
            "version = 3",
            "version = 0",
            3,
            "version",
            FaultReason::Value,
        ),
        (
            "version = 3",
            "version = 3\nversion = 3",
            4,
            "",
            FaultReason::Syntax,
        ),
        (
            "kind = \"template\"",
            "kind = \"form\"",
            4,
            "kind",
            FaultReason::Value,
        ),
        ("clinic.note", "Clinic Note", 2, "id", FaultReason::Value),
        (
            "ar = \"ملاحظة\" }\nabout",
            "ar = \" \" }\nabout",
            5,
            "name.ar",
            FaultReason::Missing,
        ),
        (
            ", ar = \"ملاحظة\" }\nabout",
            " }\nabout",
            5,
            "name.ar",
            FaultReason::Missing,
        ),
        (
            "\n[body]",
            "\n[rest]\nen = \"a\"\n[body]",
            22,
            "rest",
            FaultReason::Unknown,
        ),
        (
            "required = true",
            "needed = true",
            11,
            "fields.facts.needed",
            FaultReason::Unknown,
        ),
        (
            "required = true",
            "required = 1",
            11,
            "fields.facts.required",
            FaultReason::Value,
        ),
        (
            "key = \"weight\"",
            "key = \"facts\"",
            15,
            "fields.key",
            FaultReason::Twice,
        ),
        (
            "key = \"weight\"",
            "key = \"Weight\"",
            15,
            "fields.key",
            FaultReason::Value,
        ),
        (
            "ar = \"كغ\"",
            "ar = 1",
            19,
            "fields.weight.units.ar",
            FaultReason::Value,
        ),
        (
            "[?Weight: {weight}?]",
            "Weight: {weight}",
            25,
            "body.en",
            FaultReason::Alone,
        ),
        (
            "[?Weight: {weight}?]",
            "[?Height: {height}?]",
            25,
            "body.en",
            FaultReason::Placeholder,
        ),
        (
            "[?Weight: {weight}?]",
            "[?Weight: {weight}",
            25,
            "body.en",
            FaultReason::Part,
        ),
        (
            "[?Weight: {weight}?]",
            "[?Weight?]",
            25,
            "body.en",
            FaultReason::Part,
        ),
        (
            "الوقائع: {facts}",
            "الوقائع: {facts",
            27,
            "body.ar",
            FaultReason::Placeholder,
        ),
    ] {
        let broken = WHOLE.replacen(from, to, 1);
        assert_ne!(broken, WHOLE, "{from}");
        let fault = TemplateFault {
            line,
            place: place.to_owned(),
            reason,
        };
        assert_eq!(read(&broken), Err(fault), "{from} -> {to}");
    }
    let long = format!("{WHOLE}#{}", "a".repeat(200_000));
    let fault = read(&long).expect_err("it is too long");
    assert_eq!(fault.reason, FaultReason::TooLong);
}

#[test]
fn a_persona_has_system_words_and_a_template_has_a_body() {
    let with_rules = WHOLE.replace("[body]", "[rules]\nfollows_language = true\n\n[body]");
    let fault = read(&with_rules).expect_err("rules are a persona's");
    assert_eq!(
        (fault.place.as_str(), fault.reason),
        ("rules", FaultReason::Unknown)
    );
    let persona = WHOLE.replace("\"template\"", "\"persona\"");
    let fault = read(&persona).expect_err("it has no system words");
    assert_eq!(
        (fault.place.as_str(), fault.reason),
        ("system", FaultReason::Missing)
    );
}

prop_compose! {
    fn said()(en in "[^\\p{Cc}]{0,20}[a-z]", ar in "[\\PC\n\"\\\\]{0,20}[ا-ي]") -> Bilingual {
        Bilingual { en, ar: ar.replace(['{', '}', '?'], "") }
    }
}

proptest! {
    #[test]
    fn whatever_is_written_in_a_template_is_read_as_it_was(
        name in said(), about in said(), label in said(), unit in said(), body in said(),
        least in proptest::option::of(-1e6..1e6_f64), required: bool,
    ) {
        let plain = |text: Bilingual| Bilingual { en: text.en.replace(['{', '}', '?'], ""), ..text };
        let template = Template {
            id: "a.b-c_1".to_owned(),
            version: 7,
            kind: Kind::Template,
            name,
            about,
            fields: vec![Field {
                key: "k_1".to_owned(),
                label,
                kind: FieldKind::Number {
                    units: vec![Named { key: "u".to_owned(), name: unit }],
                    least,
                    most: None,
                },
                required,
                offered: "1".to_owned(),
            }],
            system: None,
            rules: Rules::default(),
            body: Some(plain(body)),
        };
        let file = write(&template);
        prop_assert_eq!(read(&file), Ok(template), "{}", file);
    }

    #[test]
    fn no_file_makes_reading_panic(file in "\\PC{0,200}", line in 0_usize..30, rest in "[\\PC\n]{0,20}") {
        let _ = read(&file);
        let mut lines: Vec<&str> = WHOLE.lines().collect();
        let at = line.min(lines.len());
        lines.insert(at, &rest);
        let _ = read(&lines.join("\n"));
    }
}
