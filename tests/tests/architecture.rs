//! The invariants of ARCHITECTURE.md that a machine can check.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What each crate may use of ours. `tests` and `testing` are not shipped.
const MAY_USE: &[(&str, &[&str])] = &[
    ("sanad-domain", &[]),
    ("sanad-text", &[]),
    ("sanad-protocol", &[]),
    ("sanad-l10n", &["sanad-domain"]),
    ("sanad-engine", &["sanad-protocol"]),
    ("sanad-engine-client", &["sanad-protocol", "sanad-domain"]),
    ("sanad-models", &["sanad-domain"]),
    ("sanad-history", &["sanad-domain", "sanad-text"]),
    (
        "sanad-export",
        &["sanad-domain", "sanad-text", "sanad-l10n"],
    ),
    ("sanad-bedside", &["sanad-domain", "sanad-text"]),
    ("sanad-templates", &["sanad-domain"]),
    ("sanad-selfcheck", &["sanad-domain", "sanad-text"]),
    ("sanad-guard", &["sanad-domain", "sanad-text"]),
    (
        "sanad-examination",
        &["sanad-engine-client", "sanad-selfcheck"],
    ),
    (
        "sanad-chat",
        &[
            "sanad-history",
            "sanad-models",
            "sanad-engine-client",
            "sanad-text",
            "sanad-templates",
            "sanad-domain",
        ],
    ),
];

/// Each of these is seen by one crate only.
const ONLY_USER: &[(&str, &str)] = &[
    ("tauri", "sanad"),
    ("llama-cpp-2", "sanad-engine"),
    ("llama-cpp-sys-2", "sanad-engine"),
    ("rusqlite", "sanad-history"),
];

#[test]
fn crates_use_only_what_lies_below_them() {
    let used = dependencies_of_our_crates();
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    for (name, dependencies) in &used {
        let Some(allowed) = allowed.get(name.as_str()) else {
            assert!(
                ["sanad", "sanad-tests", "sanad-testing"].contains(&name.as_str()),
                "{name} is new: say in this test what it may use"
            );
            continue;
        };
        for dependency in dependencies
            .iter()
            .filter(|name| name.starts_with("sanad-"))
        {
            assert!(
                allowed.contains(&dependency.as_str()),
                "{name} must not use {dependency}"
            );
        }
    }
}

#[test]
fn tauri_llama_and_sqlite_have_one_user_each() {
    for (name, dependencies) in dependencies_of_our_crates() {
        for (library, user) in ONLY_USER {
            assert!(
                name == *user || !dependencies.contains(*library),
                "{name} must not use {library}: only {user} may"
            );
        }
    }
}

#[test]
fn no_http_or_tls_client_is_linked_into_what_is_shipped() {
    for package in ["sanad", "sanad-engine"] {
        for target in [
            "x86_64-unknown-linux-gnu",
            "x86_64-pc-windows-msvc",
            "aarch64-apple-darwin",
        ] {
            let tree = cargo(&[
                "tree", "-p", package, "-e", "normal", "--prefix", "none", "--target", target,
            ]);
            for client in ["reqwest", "hyper", "rustls", "native-tls", "ureq", "curl"] {
                let linked = tree
                    .lines()
                    .any(|line| line.split(' ').next() == Some(client));
                assert!(!linked, "{package} links {client} on {target}");
            }
        }
    }
}

#[test]
fn only_the_backend_folder_of_the_window_sees_tauri() {
    let mut sources = Vec::new();
    collect(&sanad_tests::workspace_root().join("ui/src"), &mut sources);
    assert!(sources.len() > 10, "the window's sources were found");
    for path in sources {
        if path.contains("/lib/backend/") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
        assert!(
            !text.contains("@tauri-apps/"),
            "{path} must not import @tauri-apps"
        );
    }
}

fn dependencies_of_our_crates() -> BTreeMap<String, BTreeSet<String>> {
    let metadata: Value =
        serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"]))
            .expect("cargo prints JSON");
    let packages = metadata["packages"]
        .as_array()
        .expect("a workspace has packages");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    packages
        .iter()
        .map(|package| {
            let dependencies = package["dependencies"].as_array().into_iter().flatten();
            // A kind of null is a normal dependency; tests may use what they like.
            let normal = dependencies.filter(|dependency| dependency["kind"].is_null());
            (
                text(&package["name"]),
                normal.map(|dependency| text(&dependency["name"])).collect(),
            )
        })
        .collect()
}

fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--locked")
        .current_dir(sanad_tests::workspace_root())
        .output()
        .expect("cargo runs this test, so it is there");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("cargo prints UTF-8")
}

fn collect(folder: &Path, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "ts" || extension == "svelte")
        {
            into.push(path.to_string_lossy().into_owned());
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn neither_the_app_nor_the_engine_needs_the_loader_of_a_gpu() {
    for program in [sanad_tests::sanad(), sanad_tests::engine()] {
        let linked = Command::new("readelf").arg("-d").arg(&program).output();
        let linked = linked.expect("binutils come with the compiler");
        let linked = String::from_utf8_lossy(&linked.stdout).to_lowercase();
        let needed: Vec<&str> = linked
            .lines()
            .filter(|line| line.contains("needed"))
            .collect();
        assert!(
            needed.iter().any(|line| line.contains("libc.so")),
            "{needed:?}"
        );
        for loader in ["vulkan", "cuda", "cublas", "libhip", "opencl", "level_zero"] {
            let found = needed.iter().any(|line| line.contains(loader));
            assert!(!found, "{} needs {loader}", program.display());
        }
    }
}
