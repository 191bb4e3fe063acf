//! `sanad selfcheck` from the outside, with the real engine and the fixture model.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use sanad_tests::{Run, fixture_model, folder, kill, run, run_in, sanad, wait_until};
use serde_json::Value;

fn selfcheck(data: &Path, arguments: &[&str]) -> Run {
    run(data, &with_model(arguments), "")
}

fn with_model<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let model: &'static str = Box::leak(fixture_model().display().to_string().into_boxed_str());
    [&["--model", model, "selfcheck"], arguments].concat()
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary folder has a plain name")
}

fn written(folder: &Path, name: &str, content: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, content).expect("there is room");
    path
}

#[test]
fn a_check_that_is_killed_goes_on_and_says_the_same_to_the_byte() {
    let data = folder();
    let (whole, cut) = (
        data.path().join("whole.jsonl"),
        data.path().join("cut.jsonl"),
    );
    let asked = ["run", "--items", "60", "--json", "--results"];
    let first = selfcheck(data.path(), &[&asked[..], &[text(&whole)]].concat()).ok();
    for results in [3, 17, 40] {
        let mut child = Command::new(sanad())
            .arg("--data-dir")
            .arg(data.path())
            .args(with_model(&[&asked[..], &[text(&cut)]].concat()))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it was built");
        let lines = || std::fs::read_to_string(&cut).map_or(0, |text| text.lines().count());
        wait_until("some results are kept", Duration::from_secs(60), || {
            lines() > results
        });
        kill(child.id());
        child.wait().expect("it was started here");
        // The engine ends when its pipe closes.
        sleep(Duration::from_millis(50));
    }
    let last = selfcheck(data.path(), &[&asked[..], &[text(&cut)]].concat()).ok();
    assert_eq!(first.json(), last.json());
    let bytes = |path: &Path| std::fs::read(path).expect("it was written");
    assert!(
        bytes(&whole) == bytes(&cut),
        "every line is as if nothing had happened"
    );
}

#[test]
fn a_report_says_the_count_the_interval_guessing_and_the_limits_in_both_languages() {
    let data = folder();
    let results = data.path().join("results.jsonl");
    let asked = ["run", "--items", "12", "--results", text(&results)];
    drop(selfcheck(data.path(), &asked).ok());
    let english = selfcheck(data.path(), &["report", text(&results)]).ok();
    let plain: String = english
        .stdout
        .chars()
        .filter(|c| !"\u{2068}\u{2069}".contains(*c))
        .collect();
    assert!(
        plain.contains("of 12 exam questions right on this computer"),
        "{plain}"
    );
    assert!(plain.contains("Guessing gives 25 %"), "{plain}");
    assert!(
        plain.contains("does not measure dosing or safety"),
        "{plain}"
    );
    let arabic = run_in(
        "ar",
        data.path(),
        &with_model(&["report", text(&results)]),
        "",
    )
    .ok();
    assert!(arabic.stdout.contains("التخمين يعطي"), "{}", arabic.stdout);
    let json = selfcheck(data.path(), &["report", text(&results), "--json"])
        .ok()
        .json();
    let languages = json["report"]["languages"]
        .as_array()
        .expect("a list")
        .len();
    assert_eq!(languages, 2);
    assert_eq!(json["report"]["gap"]["paired"]["items"], 12);
}

#[test]
fn two_checks_are_compared_question_by_question() {
    let data = folder();
    let (chat, plain) = (
        data.path().join("chat.jsonl"),
        data.path().join("plain.jsonl"),
    );
    let run = |path: &Path, more: &[&str]| {
        let arguments = [&["run", "--items", "12", "--results", text(path)], more].concat();
        drop(selfcheck(data.path(), &arguments).ok());
    };
    run(&chat, &[]);
    run(&plain, &["--plain"]);
    let compared = selfcheck(
        data.path(),
        &["compare", text(&chat), text(&plain), "--json"],
    );
    let compared = compared.ok().json();
    let paired = &compared["languages"][0]["paired"];
    assert_eq!(paired["items"], 12);
    let same = selfcheck(
        data.path(),
        &["compare", text(&chat), text(&chat), "--json"],
    );
    assert_eq!(same.ok().json()["languages"][0]["p"], 1.0);
}

#[test]
fn a_set_of_ones_own_is_read_with_its_bad_rows_and_asked_behind_examples() {
    let data = folder();
    let row = |n: usize, answer: &str| {
        format!(
            "{{\"id\":\"{n}\",\"q\":\"question {n}?\",\"o\":[\"a\",\"b\",\"c\"],\"a\":\"{answer}\"}}\n"
        )
    };
    let rows: String = (1..=6).map(|n| row(n, ["A", "B", "C"][n % 3])).collect();
    let set = written(
        data.path(),
        "set.jsonl",
        &format!("{rows}not json\n{}", row(7, "Z")),
    );
    let columns = "{\"question\":\"q\",\"options\":{\"list\":\"o\"},\"answer\":\"a\",\"answer_form\":\"letter\",\"id\":\"id\"}";
    let columns = written(data.path(), "columns.json", columns);
    let own = [
        "--set",
        text(&set),
        "--format",
        "jsonl",
        "--columns",
        text(&columns),
    ];
    let read = selfcheck(data.path(), &[&["import"], &own[..], &["--json"]].concat()).ok();
    let json = read.json();
    assert_eq!(
        (
            &json["questions"],
            json["rejected"].as_array().map(Vec::len)
        ),
        (&Value::from(6), Some(2))
    );
    assert!(
        read.stderr.contains("7: not a JSON object") && read.stderr.contains("8: "),
        "{}",
        read.stderr
    );
    let asked = [&["run", "--plain", "--shots", "2", "--json"], &own[..]].concat();
    let json = selfcheck(data.path(), &asked).ok().json();
    assert_eq!(json["report"]["languages"][0]["right"]["of"], 4);
    assert_eq!(
        json["plan"]["items"],
        serde_json::json!(["3", "4", "5", "6"])
    );
}

#[test]
fn stored_predictions_are_scored_without_a_model() {
    let data = folder();
    let file = written(
        data.path(),
        "p.csv",
        "id,prediction,gold\n1,ب,ب\n2,,أ\n3,أ,ب\n",
    );
    let scored = run(
        data.path(),
        &["selfcheck", "score", text(&file), "--json"],
        "",
    )
    .ok()
    .json();
    assert_eq!(
        (&scored["right"], &scored["unparsed"]),
        (&Value::from(1), &Value::from(1))
    );
    let file = written(
        data.path(),
        "t.jsonl",
        "{\"id\":\"1\",\"prediction\":\"5 mg twice daily\",\"gold\":\"5 mg twice daily\"}\n",
    );
    let scored = run(
        data.path(),
        &["selfcheck", "score", text(&file), "--text", "--json"],
        "",
    );
    let scored = scored.ok().json();
    assert_eq!(scored["exact"], 1.0);
}

#[test]
fn what_cannot_be_used_is_said_with_what_to_do() {
    let data = folder();
    let foreign = written(data.path(), "foreign.jsonl", "{}\n");
    let missing = data.path().join("missing.jsonl");
    let empty = written(data.path(), "empty.csv", "id,prediction,gold\n");
    for (arguments, code) in [
        (vec!["report", text(&foreign), "--json"], "check-foreign"),
        (vec!["report", text(&missing), "--json"], "check-file"),
        (vec!["score", text(&empty), "--json"], "check-empty"),
        (
            vec!["import", "--set", text(&empty), "--format", "csv", "--json"],
            "check-columns",
        ),
    ] {
        let refused = selfcheck(data.path(), &arguments);
        assert_eq!(refused.json()["error"]["code"], code, "{arguments:?}");
    }
    let results = data.path().join("r.jsonl");
    let run = |more: &[&str]| {
        let asked = [
            &["run", "--items", "6", "--results", text(&results), "--json"],
            more,
        ]
        .concat();
        selfcheck(data.path(), &asked)
    };
    drop(run(&[]).ok());
    assert_eq!(run(&["--plain"]).json()["error"]["code"], "check-other");
}
