//! What is shipped, and what is said about it: the file that `make licences` writes.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

struct Licences {
    components: Vec<Component>,
    texts: BTreeMap<String, String>,
}

struct Component {
    name: String,
    version: String,
    licence: String,
    texts: Vec<String>,
}

#[test]
fn every_crate_that_is_shipped_is_listed_with_its_licence() {
    let listed: BTreeSet<(String, String)> = written()
        .components
        .into_iter()
        .map(|component| (component.name, component.version))
        .collect();
    for target in [
        "x86_64-unknown-linux-gnu",
        "x86_64-pc-windows-msvc",
        "aarch64-apple-darwin",
    ] {
        let crates = shipped_crates(target);
        assert!(
            crates.len() > 200,
            "{target}: the tree was read, {}",
            crates.len()
        );
        for shipped in crates {
            assert!(
                listed.contains(&shipped),
                "{shipped:?} is shipped for {target} and not listed: run `make licences`"
            );
        }
    }
}

#[test]
fn libraries_and_fonts_that_are_no_crates_are_listed_too() {
    let listed = written().components;
    for name in [
        "llama.cpp",
        "OpenSSL",
        "SQLCipher",
        "svelte",
        "@fluent/bundle",
        "@fontsource/ibm-plex-sans",
        "@fontsource/noto-nastaliq-urdu",
        "Sanad fonts of the window",
        "Sanad fonts of PDF documents",
    ] {
        assert!(
            listed.iter().any(|component| component.name == name),
            "{name} is shipped and not listed"
        );
    }
}

#[test]
fn whatever_is_listed_has_a_licence_that_can_be_read() {
    let Licences { components, texts } = written();
    for component in components {
        assert!(!component.licence.is_empty(), "{}", component.name);
        let bytes = component.texts.iter().map(|name| texts[name].len());
        let longest = bytes.max().unwrap_or(0);
        assert!(
            longest > 100,
            "{}: {longest} bytes of licence",
            component.name
        );
    }
}

fn written() -> Licences {
    let path = sanad_tests::workspace_root().join("ui/licences/licences.json");
    let file = std::fs::read_to_string(path).expect("`make licences` wrote it");
    let file: Value = serde_json::from_str(&file).expect("it is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let components = file["components"].as_array().into_iter().flatten();
    let texts = file["texts"].as_object().into_iter().flatten();
    Licences {
        components: components
            .map(|component| Component {
                name: text(&component["name"]),
                version: text(&component["version"]),
                licence: text(&component["licence"]),
                texts: component["texts"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(text)
                    .collect(),
            })
            .collect(),
        texts: texts
            .map(|(name, value)| (name.clone(), text(value)))
            .collect(),
    }
}

/// Name and version of each crate of others that is linked for this target.
fn shipped_crates(target: &str) -> BTreeSet<(String, String)> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "-e", "normal,no-proc-macro"])
        .args(["--prefix", "none", "-f", "{p}", "--target", target])
        .args(["-p", "sanad", "-p", "sanad-engine"])
        .current_dir(sanad_tests::workspace_root())
        .output()
        .expect("cargo runs the tests");
    assert!(output.status.success(), "cargo tree: {}", output.status);
    let tree = String::from_utf8(output.stdout).expect("names of crates");
    tree.lines()
        // Ours have a path behind the version.
        .filter(|line| !line.contains('/'))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?.to_owned();
            let version = words.next()?.trim_start_matches('v').to_owned();
            Some((name, version))
        })
        .collect()
}
