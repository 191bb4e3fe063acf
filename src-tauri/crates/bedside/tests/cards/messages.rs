//! Everything that a card shows has its words in English and in Arabic, and no message is left over.

use std::collections::BTreeSet;
use std::path::Path;

use fluent::{FluentArgs, FluentBundle, FluentResource};
use sanad_bedside::{Group, Kind, Problem, catalogue, reference_ranges};

#[test]
fn every_key_is_said_in_both_languages_and_nothing_else_is() {
    let needed = needed();
    assert!(needed.len() > 600, "{}", needed.len());
    for language in ["en", "ar"] {
        let source = messages(language);
        let said: BTreeSet<String> = source
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .filter(|(id, _)| id.starts_with("bedside-"))
            .map(|(id, _)| id.to_owned())
            .collect();
        let missing: Vec<_> = needed.difference(&said).collect();
        assert!(missing.is_empty(), "{language} does not say {missing:?}");
        let left_over: Vec<_> = said
            .difference(&needed)
            .filter(|id| !id.starts_with("bedside-card-"))
            .collect();
        assert!(
            left_over.is_empty(),
            "{language} says {left_over:?} for nothing"
        );
    }
}

#[test]
fn every_message_can_be_formatted_and_every_tool_says_what_it_is_for() {
    for language in ["en", "ar"] {
        let locale = language.parse().expect("a language tag");
        let mut bundle = FluentBundle::new(vec![locale]);
        let resource = FluentResource::try_new(messages(language))
            .unwrap_or_else(|(_, faults)| panic!("{language}: {faults:?}"));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|faults| panic!("{language}: {faults:?}"));
        let mut arguments = FluentArgs::new();
        for name in [
            "least", "most", "unit", "value", "grouped", "decimal", "version", "name", "date",
            "tool", "source",
        ] {
            arguments.set(name, "1");
        }
        arguments.set("count", 3);
        for id in needed() {
            let message = bundle.get_message(&id).expect("the other test found it");
            let mut faults = Vec::new();
            let text = bundle.format_pattern(
                message.value().expect("a message has a text"),
                Some(&arguments),
                &mut faults,
            );
            assert!(
                faults.is_empty() && !text.trim().is_empty(),
                "{language} {id}: {faults:?}"
            );
            let about = message.get_attribute("about").is_some();
            assert_eq!(about, id.starts_with("bedside-tool-"), "{language} {id}");
        }
    }
}

fn needed() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut need = |kind: &str, key: &str| {
        ids.insert(format!("bedside-{kind}-{key}"));
    };
    for tool in catalogue() {
        need("tool", tool.key);
        need("group", &group(tool.group));
        for field in tool.fields() {
            need("value", field.key);
            match field.kind {
                Kind::Number(measure) => {
                    for unit in measure.quantity.units.iter().filter(|unit| unit.word) {
                        need("unit", unit.symbol);
                    }
                }
                Kind::Choice(choices) => {
                    for choice in choices {
                        need("option", choice.key);
                        if tool.key == "steroid-equivalence" {
                            need("value", choice.key);
                        }
                    }
                }
                Kind::Day => {}
            }
        }
        for figure in tool.figures {
            need("value", figure.key);
            for band in figure.bands {
                need("band", band.key);
            }
        }
    }
    need("value", "converted");
    for range in reference_ranges(&[]).expect("without own ranges nothing can be wrong") {
        need("value", range.analyte);
        let who = serde_json::to_value(range.who).expect("it can be written");
        need("who", who.as_str().expect("it is written as a word"));
    }
    for code in Problem::CODES {
        need("problem", code);
    }
    // Said in the place of `impossible` where one value alone is taken.
    need("problem", "only");
    for remark in ["decimal-comma", "grouping"] {
        need("remark", remark);
    }
    let tools = sanad_testing::workspace_root().join("src-tauri/crates/bedside/src/tools");
    let mut sources = String::new();
    collect(&tools, &mut sources);
    for note in literals_after(&sources, &[".note(", ".note_if("]) {
        need("note", &note);
    }
    for band in literals_after(
        &sources,
        &["Band::lowest(", "Band::at_least(", "Band::above("],
    ) {
        need("band", &band);
    }
    for conflict in sources.split("Conflict {").skip(1) {
        if let Some((_, rest)) = conflict.split_once("key: \"") {
            need("conflict", rest.split('"').next().unwrap_or_default());
        }
    }
    ids
}

/// The last text inside the brackets of each call.
fn literals_after(source: &str, calls: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for call in calls {
        for rest in source.split(call).skip(1) {
            let mut depth = 1;
            let inside: String = rest
                .chars()
                .take_while(|c| {
                    depth += i32::from(*c == '(') - i32::from(*c == ')');
                    depth > 0
                })
                .collect();
            found.extend(inside.split('"').rev().nth(1).map(str::to_owned));
        }
    }
    found
}

fn collect(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else {
            *into += &std::fs::read_to_string(&path).expect("sources are UTF-8");
        }
    }
}

fn group(group: Group) -> String {
    let name = serde_json::to_value(group).expect("it can be written");
    name.as_str().expect("it is written as a word").to_owned()
}

fn messages(language: &str) -> String {
    let path = sanad_testing::workspace_root().join(format!("ui/locales/{language}/bedside.ftl"));
    std::fs::read_to_string(path).expect("the messages are there")
}
