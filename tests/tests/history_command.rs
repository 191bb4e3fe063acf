//! `sanad history` from the outside.

use std::path::Path;

use sanad_tests::{Run, run, run_in, seed, with_passphrase};

const ARABIC: &str = "كم جرعة الباراسيتامول 5-10 مغ/كغ للطفل؟";
const ANSWER: &str = "الجرعة 5-10 mg/kg كل 6 ساعات.";

struct Seeded {
    home: tempfile::TempDir,
}

impl Seeded {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("the system has a folder for temporary files");
        seed(
            &home.path().join("data"),
            &[
                (ARABIC, ANSWER),
                ("And for adults?", "500-1000 mg every 6 hours."),
            ],
        );
        Self { home }
    }

    fn history(&self, arguments: &[&str]) -> Run {
        let passphrase = with_passphrase(self.home.path());
        let file = passphrase
            .to_str()
            .expect("temporary folders have plain names");
        let mut all = vec!["history"];
        all.extend(arguments);
        all.extend(["--passphrase-file", file]);
        run(&self.data(), &all, "")
    }

    fn data(&self) -> std::path::PathBuf {
        self.home.path().join("data")
    }
}

#[test]
fn a_word_in_another_spelling_finds_the_turn_and_show_prints_it_as_stored() {
    let seeded = Seeded::new();
    let hits = seeded.history(&["search", "جرعه", "باراسيتامول", "--json"]);
    let hits = hits.ok().json();
    let hits = hits.as_array().expect("an array");
    assert!(!hits.is_empty());
    let hit = &hits[0];
    let excerpt: Vec<u16> = ARABIC.encode_utf16().collect();
    let range = &hit["ranges"][0];
    let (start, end) = (range["start"].as_u64(), range["end"].as_u64());
    let (start, end) = (start.expect("a place"), end.expect("a place"));
    let marked =
        &excerpt[usize::try_from(start).expect("small")..usize::try_from(end).expect("small")];
    assert_eq!(String::from_utf16_lossy(marked), "جرعة");

    let id = hit["conversation"].as_str().expect("an id");
    let shown = seeded.history(&["show", id, "--json"]).ok().json();
    assert_eq!(shown["turns"].as_array().expect("an array").len(), 2);
    assert_eq!(shown["turns"][0]["question"], ARABIC);
    assert_eq!(shown["turns"][0]["answers"][0]["text"], ANSWER);
    assert_eq!(shown["turns"][0]["answers"][0]["shown"], true);
    assert_eq!(shown["turns"][0]["answers"][0]["model"]["name"], "seeded");

    let printed = seeded.history(&["show", id]).ok().stdout;
    assert!(printed.contains("\u{200e}5-10"), "{printed}");
    assert!(printed.contains("seeded"), "who wrote it is said");
}

#[test]
fn the_list_names_each_conversation_once() {
    let seeded = Seeded::new();
    let rows = seeded.history(&["list", "--json"]).ok().json();
    let rows = rows.as_array().expect("an array");
    assert_eq!(rows.len(), 1);
    assert!(rows[0]["title"].as_str().expect("a title").contains("5-10"));
    let archive = seeded.history(&["list", "--shelf", "archive", "--json"]);
    assert_eq!(archive.ok().json(), serde_json::json!([]));
}

#[test]
fn what_is_not_there_is_said_in_a_sentence_and_makes_no_store() {
    let seeded = Seeded::new();
    for wrong in ["nonsense", "0190a8e6-5b3c-7000-8000-000000000000"] {
        let refused = seeded.history(&["show", wrong, "--json"]);
        assert_eq!(refused.status, 1);
        assert_eq!(refused.json()["error"]["code"], "conversation-missing");
    }
    let empty = tempfile::tempdir().expect("the system has a folder for temporary files");
    let passphrase = with_passphrase(seeded.home.path());
    let file = passphrase
        .to_str()
        .expect("temporary folders have plain names");
    let arguments = ["history", "list", "--passphrase-file", file];
    let refused = run_in("ar_EG.UTF-8", empty.path(), &arguments, "");
    assert_eq!(refused.status, 1);
    assert!(refused.stderr.contains("لا توجد محادثات"), "{refused:?}");
    assert!(!holds_a_store(empty.path()));
}

fn holds_a_store(folder: &Path) -> bool {
    folder.join("key.json").exists() || folder.join("sanad.db").exists()
}
