//! Exports and imports from the outside: through the real binary, into real files, and back into another store.

use std::fs;
use std::path::{Path, PathBuf};

use sanad_tests::{run, run_in, seed, with_passphrase};
use serde_json::Value;

const QUESTION: &str = "جرعة الأموكسيسيلين 250 mg كل 8 ساعات؟";
const ANSWER: &str = "الجرعة 5-10 mg، **1-0-0**.";
/// What stands below an answer with such figures, in a document.
const UNSUPPORTED: &str = "neither the question, a calculation nor a source";
const SECRET: &str = "archive passphrase 9";

/// A data folder, the file with its passphrase, and a place for exports.
struct Clinic {
    folder: tempfile::TempDir,
}

impl Clinic {
    fn empty() -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let _ = with_passphrase(folder.path());
        fs::write(folder.path().join("archive"), SECRET).expect("the folder is ours");
        Self { folder }
    }

    fn with_conversation() -> Self {
        let clinic = Self::empty();
        seed(
            &clinic.data(),
            &[(QUESTION, ANSWER), ("وبعد؟", "Then 120/80.")],
        );
        clinic
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn file(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        path.to_str().expect("our names are UTF-8").to_owned()
    }

    fn run(&self, arguments: &[&str]) -> sanad_tests::Run {
        let (passphrase, secret) = (self.file("passphrase"), self.file("archive"));
        let mut all = vec!["history"];
        all.extend(arguments);
        all.extend(["--archive-passphrase-file", &secret, "--json"]);
        all.extend(["--passphrase-file", &passphrase]);
        run(&self.data(), &all, "")
    }

    /// The only conversation's id, out of an export of all.
    fn conversation(&self) -> String {
        let path = self.file("all.json");
        let _ = self
            .run(&["export", &path, "--format", "json", "--force"])
            .ok();
        let file = json(Path::new(&path));
        let id = &file["conversations"][0]["conversation"]["id"];
        id.as_str().expect("an id").to_owned()
    }
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("it was written");
    serde_json::from_str(&text).expect("it is JSON")
}

fn code(run: &sanad_tests::Run) -> String {
    assert_eq!(run.status, 1, "{run:?}");
    let code = &run.json()["error"]["code"];
    code.as_str().expect("an error has a code").to_owned()
}

#[test]
fn everything_goes_through_an_archive_into_another_store_and_nothing_is_doubled() {
    let from = Clinic::with_conversation();
    let archive = from.file("كل شيء.age");
    let exported = from.run(&["export", &archive]).ok().json();
    assert_eq!(
        exported["bytes"].as_u64(),
        fs::metadata(&archive).map(|file| file.len()).ok()
    );
    let sealed = fs::read(&archive).expect("it was written");
    for clear in ["conversation", "120/80"] {
        let found = sealed
            .windows(clear.len())
            .any(|window| window == clear.as_bytes());
        assert!(!found, "the archive holds {clear:?} in the clear");
    }

    let into = Clinic::empty();
    let imported = into.run(&["import", &archive]).ok().json();
    assert_eq!(
        (
            &imported["conversations"],
            &imported["turns"],
            &imported["already_there"]
        ),
        (&1.into(), &2.into(), &0.into())
    );
    let (before, after) = (from.file("all.json"), into.file("all.json"));
    let _ = from.run(&["export", &before, "--format", "json"]).ok();
    let _ = into.run(&["export", &after, "--format", "json"]).ok();
    assert_eq!(
        json(Path::new(&before))["conversations"],
        json(Path::new(&after))["conversations"]
    );
    let again = into.run(&["import", &archive]).ok().json();
    assert_eq!(
        (&again["conversations"], &again["already_there"]),
        (&0.into(), &1.into())
    );
}

#[test]
fn a_conversation_is_written_in_every_format_and_says_who_wrote_it() {
    let clinic = Clinic::with_conversation();
    let id = clinic.conversation();
    for (format, beginning) in [
        ("markdown", &b"# "[..]),
        ("html", b"<!DOCTYPE html>"),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("json", b"{\"format\""),
    ] {
        let path = clinic.file(&format!("مريض 患者.{format}"));
        let _ = clinic
            .run(&["export", &path, "--format", format, "--conversation", &id])
            .ok();
        let file = fs::read(&path).expect("it was written");
        assert!(file.starts_with(beginning), "{format}");
        if !matches!(format, "docx" | "pdf") {
            let text = String::from_utf8(file).expect("it is text");
            assert!(text.contains("seeded"), "{format} names the model");
            assert_eq!(
                text.matches(UNSUPPORTED).count(),
                if format == "json" { 0 } else { 2 },
                "{format} says of both answers that figures in them have no source"
            );
        }
    }
    let path = clinic.file("مريض 患者.pdf");
    let refused = clinic.run(&["export", &path, "--format", "pdf", "--conversation", &id]);
    assert_eq!(code(&refused), "export-exists");
}

#[test]
fn some_turns_are_a_conversation_of_their_own_beside_the_whole() {
    let clinic = Clinic::with_conversation();
    let id = clinic.conversation();
    let all = json(Path::new(&clinic.file("all.json")));
    let turn = all["conversations"][0]["turns"][1]["id"]
        .as_str()
        .expect("an id");
    let path = clinic.file("one.json");
    let arguments = [
        "export",
        &path,
        "--format",
        "json",
        "--conversation",
        &id,
        "--turn",
        turn,
    ];
    let _ = clinic.run(&arguments).ok();
    let imported = clinic.run(&["import", &path]).ok().json();
    assert_eq!(
        (&imported["conversations"], &imported["turns"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn what_cannot_be_taken_in_is_refused_by_its_own_name_and_changes_nothing() {
    let clinic = Clinic::with_conversation();
    clinic.conversation();
    let whole = fs::read_to_string(clinic.file("all.json")).expect("it was written");
    let archive = clinic.file("all.age");
    let _ = clinic.run(&["export", &archive]).ok();
    let sealed = fs::read(&archive).expect("it was written");
    let moved = whole.replacen(
        "\"conversation\":{\"id\":\"0",
        "\"conversation\":{\"id\":\"1",
        1,
    );
    assert_ne!(moved, whole);
    for (name, content, expected) in [
        ("قديم.txt", b"words".to_vec(), "import-foreign"),
        (
            "newer.json",
            whole
                .replacen("\"version\":1", "\"version\":9", 1)
                .into_bytes(),
            "import-newer",
        ),
        (
            "half.json",
            whole.as_bytes()[..whole.len() / 2].to_vec(),
            "import-damaged",
        ),
        (
            "half.age",
            sealed[..sealed.len() - 40].to_vec(),
            "import-damaged",
        ),
        // Another conversation claims the turns of one that is here.
        ("moved.json", moved.into_bytes(), "import-conflict"),
    ] {
        let path = clinic.file(name);
        fs::write(&path, content).expect("the folder is ours");
        assert_eq!(code(&clinic.run(&["import", &path])), expected, "{name}");
    }
    assert_eq!(
        code(&clinic.run(&["import", &clinic.file("absent.json")])),
        "import-unreadable"
    );
    fs::write(clinic.folder.path().join("archive"), "another passphrase").expect("ours");
    assert_eq!(
        code(&clinic.run(&["import", &archive])),
        "archive-passphrase-wrong"
    );
    let after = clinic.file("after.json");
    let _ = clinic.run(&["export", &after, "--format", "json"]).ok();
    let before: Value = serde_json::from_str(&whole).expect("it is JSON");
    assert_eq!(
        json(Path::new(&after))["conversations"],
        before["conversations"]
    );
}

#[test]
fn what_does_not_fit_the_format_or_cannot_be_written_says_so() {
    let clinic = Clinic::with_conversation();
    let path = clinic.file("x.pdf");
    assert_eq!(
        code(&clinic.run(&["export", &path, "--format", "pdf"])),
        "export-scope"
    );
    let nowhere = clinic.file("absent/x.age");
    assert_eq!(code(&clinic.run(&["export", &nowhere])), "export-failed");
    fs::write(clinic.folder.path().join("archive"), "short").expect("the folder is ours");
    assert_eq!(
        code(&clinic.run(&["export", &clinic.file("x.age")])),
        "passphrase-short"
    );
    assert!(!Path::new(&clinic.file("x.age")).exists());
}

#[test]
fn an_import_is_told_in_the_readers_language() {
    let clinic = Clinic::with_conversation();
    clinic.conversation();
    let (all, passphrase) = (clinic.file("all.json"), clinic.file("passphrase"));
    let arguments = ["history", "import", &all, "--passphrase-file", &passphrase];
    let said = run_in("ar_EG.UTF-8", &clinic.data(), &arguments, "")
        .ok()
        .stdout;
    assert!(said.contains("المحادثات المستوردة"), "{said}");
}
