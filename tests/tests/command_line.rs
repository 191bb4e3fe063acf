//! The command line from the outside: what it prints, what it keeps, how it refuses.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use sanad_testing::{GgufBuilder, adapters_of, split_model};
use sanad_tests::{
    Run, assert_nowhere_in, fixture_model, folder, run, run_in, starter_model, with_passphrase,
};

const CANARY: &str = "canary sentence 7b1f in a question";

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// Asks the fixture model without keeping anything.
fn ask_fixture(question: &str, more: &[&str]) -> Run {
    let data = folder();
    let model = fixture_model();
    let mut arguments = vec!["ask", question, "--no-history", "--model", text(&model)];
    arguments.extend(more);
    run(data.path(), &arguments, "")
}

#[test]
fn an_answer_as_json_says_who_wrote_it_and_how_fast() {
    let answer = ask_fixture(
        "ما معنى 1-0-0 على العلبة؟",
        &["--json", "--temperature", "0"],
    )
    .ok()
    .json();
    assert!(
        answer["answer"].as_str().expect("a text").contains("1-0-0"),
        "{answer}"
    );
    assert_eq!(
        answer["model"]["sha256"].as_str().expect("a hash").len(),
        64
    );
    assert!(answer["prompt_tokens"].as_u64().expect("a count") > 0);
    assert!(answer["answer_tokens"].as_u64().expect("a count") > 5);
    assert!(answer["first_token_seconds"].as_f64().expect("a time") > 0.0);
    assert!(answer["tokens_per_second"].as_f64().expect("a rate") > 0.0);
    assert_eq!(answer["stop_reason"], "end_of_turn");
}

#[test]
fn an_answer_at_its_longest_says_that_it_was_cut() {
    let answer = ask_fixture(
        "Hello",
        &["--json", "--temperature", "0", "--max-tokens", "3"],
    )
    .ok()
    .json();
    assert_eq!(answer["stop_reason"], "length_limit");
    assert_eq!(answer["answer_tokens"], 3);
    let printed = ask_fixture("Hello", &["--temperature", "0", "--max-tokens", "3"])
        .ok()
        .stdout;
    assert!(printed.contains("[incomplete]"), "{printed}");
}

#[test]
fn the_starter_model_is_labelled_and_not_left_to_babble_in_arabic() {
    let Some(starter) = starter_model() else {
        return;
    };
    let data = folder();
    let english = run(
        data.path(),
        &[
            "ask",
            "What is triage?",
            "--no-history",
            "--max-tokens",
            "8",
            "--model",
            text(&starter),
        ],
        "",
    );
    let english = english.ok().stdout;
    assert!(
        english.contains("English only") && english.contains("Not for clinical use"),
        "{english}"
    );
    let arabic = [
        "ask",
        "ما هو الفرز الطبي في قسم الطوارئ؟",
        "--no-history",
        "--json",
        "--model",
        text(&starter),
    ];
    let arabic = run(data.path(), &arabic, "").ok().json();
    assert_eq!(arabic["stop_reason"], "language_unsupported");
    assert_eq!(arabic["answer"], "");
}

#[test]
fn a_question_with_a_passphrase_is_kept_and_nothing_of_it_is_readable() {
    let home = folder();
    let data = home.path().join("data");
    let passphrase = with_passphrase(home.path());
    let model = fixture_model();
    let arguments = [
        "ask",
        CANARY,
        "--max-tokens",
        "8",
        "--passphrase-file",
        text(&passphrase),
        "--model",
        text(&model),
    ];
    // `run` puts --data-dir before the subcommand; these come after it.
    assert_eq!(run(&data, &arguments, "").status, 0);
    assert!(data.join("sanad.db").is_file() && data.join("key.json").is_file());
    assert_nowhere_in(&data, CANARY);
    assert_nowhere_in(&data, "canary sentence");

    std::fs::write(&passphrase, "another passphrase").expect("the folder is ours");
    let refused = run(&data, &arguments, "");
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("passphrase is not right"),
        "{refused:?}"
    );
}

#[test]
fn no_history_leaves_no_file_behind() {
    let data = folder();
    let model = fixture_model();
    let _ = run(
        data.path(),
        &[
            "ask",
            CANARY,
            "--no-history",
            "--max-tokens",
            "4",
            "--model",
            text(&model),
        ],
        "",
    )
    .ok();
    assert_eq!(
        std::fs::read_dir(data.path()).expect("it is there").count(),
        0
    );
}

#[test]
fn a_conversation_in_the_terminal_remembers_its_turns() {
    let home = folder();
    let passphrase = with_passphrase(home.path());
    let model = fixture_model();
    let arguments = [
        "chat",
        "--temperature",
        "0",
        "--passphrase-file",
        text(&passphrase),
        "--model",
        text(&model),
    ];
    let run = run(
        &home.path().join("data"),
        &arguments,
        "Hello\n\nThank you\n",
    )
    .ok();
    assert!(
        run.stdout.contains("fixture model") && run.stdout.contains("You are welcome"),
        "{run:?}"
    );
}

#[test]
fn doctor_and_models_list_say_what_is_here() {
    let data = folder();
    let doctor = run(data.path(), &["doctor", "--json"], "").ok().json();
    assert_eq!(doctor["folders"]["data"], text(data.path()));
    assert!(
        doctor["engine"]["build"]
            .as_str()
            .expect("a text")
            .contains("CPU"),
        "{doctor}"
    );
    assert!(
        doctor["memory"]["available_bytes"]
            .as_u64()
            .expect("a size")
            > 0
    );
    assert!(
        doctor["containment"]["engine"]
            .as_array()
            .is_some_and(|walls| !walls.is_empty()),
        "{doctor}"
    );
    assert!(!run(data.path(), &["doctor"], "").ok().stdout.is_empty());

    let models = run(data.path(), &["models", "list", "--json"], "")
        .ok()
        .json();
    if starter_model().is_some() {
        assert_eq!(
            models[0]["notices"],
            serde_json::json!(["notice-english-only", "notice-not-clinical"])
        );
    }
}

#[test]
fn spans_are_printed_as_the_design_says() {
    let data = folder();
    let spans = run(
        data.path(),
        &["text", "spans", "--json"],
        "الجرعة 5-10 mg اليوم",
    )
    .ok()
    .json();
    assert_eq!(spans["base"], "rtl");
    let island = spans["spans"]
        .as_array()
        .expect("spans")
        .iter()
        .find(|span| span["kind"] == "island");
    let island = island.expect("the dose is an island");
    assert_eq!(
        (&island["text"], &island["dir"]),
        (&"5-10 mg".into(), &"ltr".into())
    );
    assert_eq!(
        (island["start"].as_u64(), island["end"].as_u64()),
        (Some(13), Some(20))
    );
}

#[test]
fn folding_shows_the_keys_that_a_word_is_found_by() {
    let data = folder();
    let folded = run(data.path(), &["text", "fold", "--json"], "الأمُوكسيسيلين ٧٫٥")
        .ok()
        .json();
    assert_eq!(folded["text"], "الاموكسيسيلين 7.5");
    let tokens = folded["tokens"].as_array().expect("a list of words");
    assert_eq!(tokens.len(), 2);
    assert_eq!(tokens[1]["keys"][0], "7.5");
    assert_eq!(
        (tokens[1]["start"].as_u64(), tokens[1]["end"].as_u64()),
        (Some(29), Some(35))
    );
    assert!(folded["version"].is_u64());
}

#[test]
fn checking_a_text_names_what_may_mislead_a_reader() {
    let data = folder();
    let check = |text: &str| {
        run(data.path(), &["text", "check", "--json"], text)
            .ok()
            .json()
    };
    let report = check("بطني بيوجعني، Give \u{202E}50\u{202C} mg ثم ٥-١٠ حبات أو 5 мg");
    assert_eq!(
        (&report["language"], &report["dialect"]),
        (&"ar".into(), &"egy".into())
    );
    let kinds: Vec<&str> = report["warnings"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|warning| warning["kind"]["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["override", "look-alike"]);
    assert_eq!(report["marks"][0]["mark"]["reading"]["as"], "range");
    assert!(!report["hints"].as_array().expect("a list").is_empty());
    let report = check("Give 5 mg twice a day.");
    for nothing in ["warnings", "marks", "hints"] {
        assert_eq!(
            report[nothing].as_array().map(Vec::len),
            Some(0),
            "{nothing}"
        );
    }
}

#[test]
fn numbers_may_be_typed_in_arabic_and_persian_digits() {
    let answer = ask_fixture(
        "مرحبا",
        &["--json", "--temperature", "٠٫٠", "--max-tokens", "۳"],
    );
    assert_eq!(answer.ok().json()["answer_tokens"], 3);
    let refused = ask_fixture("مرحبا", &["--max-tokens", "خمسة"]);
    assert_ne!(refused.status, 0);
}

/// Each file is refused with a sentence that says what is wrong and another that says what to do.
#[test]
fn a_bad_model_file_gets_a_clear_sentence_in_both_languages() {
    let files = folder();
    let write = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = files.path().join(name);
        std::fs::write(&path, bytes).expect("the folder is ours");
        path
    };
    let truncated = files.path().join("truncated.gguf");
    let whole = std::fs::read(fixture_model()).expect("the fixture is committed");
    std::fs::write(&truncated, &whole[..whole.len() / 2]).expect("the folder is ours");
    let huge = files.path().join("huge.gguf");
    let huge_builder = GgufBuilder::default().tensor("big", &[1 << 20, 1 << 21], 0, 1 << 43);
    huge_builder.write(&huge).expect("a hole takes no room");
    let hollow = files.path().join("hollow.gguf");
    GgufBuilder::default()
        .write(&hollow)
        .expect("the folder is ours");

    for (path, english, arabic) in [
        (
            files.path().join("none.gguf"),
            "There is no model file",
            "لا يوجد ملف نموذج",
        ),
        (write("empty.gguf", b""), "is empty", "فارغ"),
        (truncated, "is incomplete", "غير مكتمل"),
        (
            write("text.gguf", b"this is a text and no model at all"),
            "is not a GGUF",
            "ليس ملف نموذج",
        ),
        (
            write("zip.gguf", b"PK\x03\x04 and the rest of some archive"),
            "zip archive",
            "أرشيف مضغوط",
        ),
        (huge, "of memory", "من الذاكرة"),
        // The header is right, and what is behind it is no model: only the engine can tell.
        (hollow, "could not load this model", "لم يتمكن المحرّك"),
    ] {
        for (locale, expected) in [("en_US.UTF-8", english), ("ar_EG.UTF-8", arabic)] {
            let data = folder();
            let arguments = ["ask", "Hello", "--no-history", "--model", text(&path)];
            let refused = run_in(locale, data.path(), &arguments, "");
            assert_eq!(refused.status, 1, "{path:?}: {refused:?}");
            assert!(refused.stderr.contains(expected), "{path:?}: {refused:?}");
            assert!(!refused.stderr.contains("panicked"), "{refused:?}");
            assert!(
                refused.stderr.trim().lines().count() == 1,
                "one line: {refused:?}"
            );
        }
    }
}

#[test]
fn a_model_in_several_files_answers_and_a_missing_one_is_named() {
    let data = folder();
    let parts = split_model(&fixture_model(), &data.path().join("models"), 9);
    let Some((_, [second, .., last])) = parts.split_first() else {
        return;
    };
    let ask = |locale, chosen: &Path| {
        let asked = [
            "ask",
            "How many chambers does the heart have?",
            "--no-history",
        ];
        let arguments = [&asked[..], &["--model", text(chosen), "--json"]].concat();
        run_in(locale, data.path(), &arguments, "")
    };
    // Whichever of them is chosen, the model is all of them.
    let answer = ask("en_US.UTF-8", last).ok().json();
    let whole = ask_fixture("How many chambers does the heart have?", &["--json"]);
    assert_eq!(answer["answer"], whole.ok().json()["answer"]);
    let listed = run(data.path(), &["models", "list", "--json"], "")
        .ok()
        .json();
    let files = |row: &serde_json::Value| row["files"].as_array().map(Vec::len);
    assert_eq!(files(&listed[0]), Some(parts.len()), "{listed}");

    std::fs::remove_file(second).expect("the folder is ours");
    for (locale, words) in [("en_US.UTF-8", "is missing"), ("ar_EG.UTF-8", "غير موجود")] {
        let arguments = ["ask", "Hello", "--no-history", "--model", text(last)];
        let refused = run_in(locale, data.path(), &arguments, "");
        assert_eq!(refused.status, 1, "{refused:?}");
        let names_it = refused.stderr.contains(words) && refused.stderr.contains(text(second));
        assert!(names_it, "{refused:?}");
    }
}

#[test]
fn an_adapter_changes_the_answer_and_says_so_or_is_refused_with_a_sentence() {
    let data = folder();
    let adapters = data.path().join("models/adapters");
    if adapters_of(&fixture_model(), &adapters).is_empty() {
        return;
    }
    let question = "How many chambers does the heart have?";
    let fitting = adapters.join("fitting.gguf");
    let plain = ask_fixture(question, &["--json"]).ok().json();
    let adapted = ask_fixture(
        question,
        &["--json", "--max-tokens", "30", "--adapter", text(&fitting)],
    );
    let adapted = adapted.ok().json();
    assert_ne!(adapted["answer"], plain["answer"]);
    assert_ne!(adapted["model"]["sha256"], plain["model"]["sha256"]);
    let name = adapted["model"]["name"].as_str().expect("a text");
    assert!(name.ends_with(" + Random fitting"), "{name}");

    let model = fixture_model();
    let refused = |locale, arguments: &[&str], words: &str| {
        let arguments = [&["ask", "Hello", "--no-history"], arguments].concat();
        let refused = run_in(locale, data.path(), &arguments, "");
        assert_eq!(refused.status, 1, "{refused:?}");
        assert!(refused.stderr.contains(words), "{refused:?}");
    };
    let beside = |name: &str| text(&adapters.join(name)).to_owned();
    let other = beside("other-size.gguf");
    let kind = beside("other-kind.gguf");
    for (locale, foreign, none, alone) in [
        (
            "en_US.UTF-8",
            "was not made for the model",
            "is not an adapter",
            "answers nothing by itself",
        ),
        ("ar_EG.UTF-8", "لم يُعدّ للنموذج", "ليس محوِّلًا", "ولا يجيب وحده"),
    ] {
        refused(
            locale,
            &["--model", text(&model), "--adapter", &other],
            foreign,
        );
        refused(locale, &["--model", text(&model), "--adapter", &kind], none);
        refused(locale, &["--model", text(&fitting)], alone);
    }

    std::fs::copy(&model, data.path().join("models/fixture.gguf")).expect("the folder is ours");
    let listed = run(data.path(), &["models", "list", "--json"], "")
        .ok()
        .json();
    let listed = listed.as_array().expect("a list");
    let with_adapter = listed.iter().filter(|row| row["adapter"].is_string());
    assert_eq!(with_adapter.count(), 2, "{listed:?}");
    let unfit = listed.iter().filter(|row| row["error"].is_string());
    assert_eq!(unfit.count(), 7, "{listed:?}");
}

#[test]
fn an_empty_question_and_one_of_a_megabyte_are_refused_with_a_sentence() {
    let empty = ask_fixture("  \n ", &[]);
    assert_eq!(empty.status, 1);
    assert!(empty.stderr.contains("no question yet"), "{empty:?}");

    let data = folder();
    let model = fixture_model();
    let long = "ضغط الدم 120/80. ".repeat(50_000);
    assert!(long.len() > 1 << 20);
    let refused = run(
        data.path(),
        &["ask", "-", "--no-history", "--model", text(&model)],
        &long,
    );
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("too long"), "{refused:?}");

    // Below the limit of a question but beyond the model's context.
    let beyond = "ضغط الدم 120/80. ".repeat(2_000);
    let refused = run(
        data.path(),
        &["ask", "-", "--no-history", "--model", text(&model)],
        &beyond,
    );
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("longer than the model can read"),
        "{refused:?}"
    );
}

#[test]
fn errors_as_json_carry_a_code() {
    let refused = ask_fixture("", &["--json"]);
    assert_eq!(refused.json()["error"]["code"], "question-empty");
}

#[test]
fn a_second_copy_on_the_same_data_is_told_so_with_status_75() {
    let home = folder();
    let data = home.path().join("data");
    let passphrase = with_passphrase(home.path());
    let model = fixture_model();
    let arguments = [
        "chat",
        "--passphrase-file",
        text(&passphrase),
        "--model",
        text(&model),
    ];
    let mut first = std::process::Command::new(sanad_tests::sanad())
        .arg("--data-dir")
        .arg(&data)
        .args(arguments)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program was built");
    // It names its model once it holds the store.
    let stderr = first.stderr.as_mut().expect("it is piped");
    let mut named = String::new();
    std::io::BufReader::new(stderr)
        .read_line(&mut named)
        .expect("it says something");
    assert!(named.contains("Generated by"), "{named}");
    let refused = run(&data, &arguments, "");
    assert_eq!(refused.status, 75, "{refused:?}");
    assert!(refused.stderr.contains("already open"), "{refused:?}");
    drop(first.stdin.take());
    assert!(first.wait().expect("it was started").success());
    assert_eq!(
        run(&data, &arguments, "").status,
        0,
        "the store is free again"
    );
}

#[test]
fn a_data_folder_that_cannot_be_written_is_named() {
    let home = folder();
    let passphrase = with_passphrase(home.path());
    let model = fixture_model();
    let Some(read_only) = Tmpfs::mount(&home.path().join("read-only"), "size=8m,ro") else {
        return;
    };
    let arguments = [
        "ask",
        "Hello",
        "--passphrase-file",
        text(&passphrase),
        "--model",
        text(&model),
    ];
    let refused = run(&read_only.folder.join("data"), &arguments, "");
    assert_eq!(refused.status, 1);
    assert!(
        refused.stderr.contains("Nothing can be written"),
        "{refused:?}"
    );
}

#[test]
fn a_full_disk_is_named_and_what_was_kept_stays() {
    let home = folder();
    let passphrase = with_passphrase(home.path());
    let model = fixture_model();
    let Some(disk) = Tmpfs::mount(&home.path().join("small"), "size=1m") else {
        return;
    };
    let data = disk.folder.join("data");
    let arguments = [
        "ask",
        "Hello",
        "--max-tokens",
        "4",
        "--passphrase-file",
        text(&passphrase),
        "--model",
        text(&model),
    ];
    let _ = run(&data, &arguments, "").ok();
    std::fs::write(disk.folder.join("ballast"), vec![1; 1 << 20])
        .expect_err("the disk is full now");
    let refused = run(&data, &arguments, "");
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("is full"), "{refused:?}");
    std::fs::remove_file(disk.folder.join("ballast")).expect("the folder is ours");
    let _ = run(&data, &arguments, "").ok();
}

/// A small file system of the test's own; needs root.
struct Tmpfs {
    folder: PathBuf,
}

impl Tmpfs {
    #[expect(clippy::print_stderr, reason = "a skipped test must say so")]
    fn mount(folder: &Path, options: &str) -> Option<Self> {
        std::fs::create_dir_all(folder).expect("the folder is ours");
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(folder)
            .output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self {
                folder: folder.to_owned(),
            });
        }
        eprintln!("skipped: mounting a small disk needs root");
        None
    }
}

impl Drop for Tmpfs {
    fn drop(&mut self) {
        // The folder around it is removed next; a mount left behind would keep it.
        let _ = std::process::Command::new("umount")
            .arg("-l")
            .arg(&self.folder)
            .status();
    }
}
