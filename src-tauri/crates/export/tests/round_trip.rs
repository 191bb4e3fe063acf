//! JSON and archives: what comes out is what went in, and what is none of ours is refused with its own name.

use std::fs;
use std::io::Read;

use sanad_domain::archive::{
    AnswerRecord, ConversationRecord, TitleOrigin, TurnRecord, shown_path,
};
use sanad_domain::{
    AnswerId, AnswerState, ConversationId, CutReason, DeclineReason, Folder, FolderId,
    GenerationStats, Language, ModelStamp, Sha256Hex, Timestamp, TurnId,
};
use sanad_export::{
    About, ExportError, Receiver, Source, SourceError, excerpt, read_archive, read_json,
    write_archive, write_excerpt, write_file, write_json,
};
use sanad_l10n::Messages;

const NOW: Timestamp = Timestamp(1_795_270_000_000);
const PASSPHRASE: &str = "عيادة القلب 7";

type Whole = (ConversationRecord, Vec<TurnRecord>);

/// Conversations in memory, handed out two turns at a time.
struct Shelf(Vec<Whole>);

impl Source for Shelf {
    fn conversation(&mut self, id: ConversationId) -> Result<ConversationRecord, SourceError> {
        let found = self.0.iter().find(|(record, _)| record.id == id);
        Ok(found.ok_or("no such conversation")?.0.clone())
    }

    fn turns(
        &mut self,
        id: ConversationId,
        after: Option<TurnId>,
    ) -> Result<Vec<TurnRecord>, SourceError> {
        let found = self.0.iter().find(|(record, _)| record.id == id);
        let turns = &found.ok_or("no such conversation")?.1;
        let from = after.map_or(0, |after| {
            1 + turns
                .iter()
                .position(|turn| turn.id == after)
                .expect("it was handed out")
        });
        Ok(turns.iter().skip(from).take(2).cloned().collect())
    }
}

/// Everything that was taken in.
#[derive(Default)]
struct Taken {
    folders: Vec<Folder>,
    conversations: Vec<Whole>,
}

impl Receiver for Taken {
    fn folders(&mut self, folders: Vec<Folder>) -> Result<(), SourceError> {
        self.folders = folders;
        Ok(())
    }

    fn conversation(
        &mut self,
        conversation: ConversationRecord,
        turns: Vec<TurnRecord>,
    ) -> Result<(), SourceError> {
        self.conversations.push((conversation, turns));
        Ok(())
    }
}

#[test]
fn json_gives_back_every_branch_and_every_figure_to_the_last_bit() {
    let (folders, mut shelf) = shelf();
    let file = json(&folders, &mut shelf);
    let taken = read(&file).expect("it was just written");
    assert_eq!(taken.folders, folders);
    assert_eq!(taken.conversations, shelf.0);
    let value: serde_json::Value = serde_json::from_slice(&file).expect("it is JSON");
    assert_eq!(value["format"], "sanad-conversations");
    assert_eq!(value["version"], 1);
    assert_eq!(
        value["conversations"][0]["turns"][0]["answers"][0]["model"]["name"],
        "SmolLM2"
    );
}

#[test]
fn json_of_nothing_is_a_file_too() {
    let file = json(&[], &mut Shelf(Vec::new()));
    let taken = read(&file).expect("it was just written");
    assert!(taken.folders.is_empty() && taken.conversations.is_empty());
}

#[test]
fn json_that_is_not_ours_newer_or_damaged_says_which() {
    let (folders, mut shelf) = shelf();
    let file = String::from_utf8(json(&folders, &mut shelf)).expect("JSON is text");
    let name = |text: &str| match read(text.as_bytes()) {
        Ok(_) => "read",
        Err(ExportError::Foreign) => "foreign",
        Err(ExportError::NewerVersion {
            found: 2,
            supported: 1,
        }) => "newer",
        Err(ExportError::Damaged) => "damaged",
        Err(_) => "other",
    };
    for (text, expected) in [
        (String::new(), "foreign"),
        ("السلام عليكم".to_owned(), "foreign"),
        ("[1,2]".to_owned(), "foreign"),
        ("{\"format\":\"other\",\"version\":1}".to_owned(), "foreign"),
        (file.replacen("\"version\":1", "\"version\":2", 1), "newer"),
        // A newer version is refused before anything of it is understood.
        (
            "{\"format\":\"sanad-conversations\",\"version\":2,\"conversations\":7}".to_owned(),
            "newer",
        ),
        (
            file.replacen("\"version\":1", "\"version\":0", 1),
            "damaged",
        ),
        (format!("{file}x"), "damaged"),
        (
            file.replacen("\"position\":0", "\"position\":-1", 1),
            "damaged",
        ),
        (file.replacen("\"parent\"", "\"father\"", 1), "damaged"),
        (
            file.replacen("\"asked_at\"", "\"x\":1,\"asked_at\"", 1),
            "damaged",
        ),
        (file.clone(), "read"),
    ] {
        assert_eq!(name(&text), expected, "{:.60}", text);
    }
    let cut_in_half: String = file.chars().take(file.chars().count() / 2).collect();
    assert_eq!(name(&cut_in_half), "damaged");
}

#[test]
fn some_turns_are_a_conversation_of_their_own_that_can_be_taken_in_beside_the_whole() {
    let (_, shelf) = shelf();
    let (record, turns) = &shelf.0[0];
    let chosen: Vec<TurnRecord> = vec![turns[0].clone(), turns[2].clone()];
    let (own, parts) = excerpt(record, chosen);
    assert_ne!(own.id, record.id);
    assert_eq!(shown_path(&parts).expect("a tree").len(), 2);
    assert!(
        parts
            .iter()
            .all(|part| turns.iter().all(|turn| turn.id != part.id))
    );
    assert_eq!(parts[1].question, turns[2].question);

    let mut file = Vec::new();
    let messages = Messages::of(Language::English);
    write_excerpt(&mut file, &about(&messages), &own, &parts).expect("memory takes it");
    let taken = read(&file).expect("it was just written");
    assert_eq!(taken.conversations, [(own, parts)]);
}

#[test]
fn an_archive_gives_everything_back_to_whoever_has_the_passphrase_and_hides_it_from_others() {
    let (folders, mut shelf) = shelf();
    // More than one piece of the format.
    shelf.0[1].1[0].question = "جرعة 5-10 mg\n".repeat(8000);
    let file = archive(&folders, &mut shelf);
    let mut taken = Taken::default();
    read_archive(&mut file.as_slice(), PASSPHRASE, &mut taken).expect("it was just written");
    assert_eq!(taken.folders, folders);
    assert_eq!(taken.conversations, shelf.0);
    for word in ["جرعة", "SmolLM2", "conversation"] {
        assert!(
            !file
                .windows(word.len())
                .any(|bytes| bytes == word.as_bytes()),
            "nothing can be read without the passphrase"
        );
    }
    let wrong = read_archive(&mut file.as_slice(), "عيادة القلب 8", &mut Taken::default());
    assert!(
        matches!(wrong, Err(ExportError::WrongPassphrase)),
        "{wrong:?}"
    );
}

#[test]
fn an_archive_that_was_cut_or_changed_anywhere_is_refused() {
    let (folders, mut shelf) = shelf();
    let file = archive(&folders, &mut shelf);
    let header = file
        .windows(3)
        .position(|bytes| bytes == b"---")
        .expect("the header ends so");
    let body = header + 48 + 16;
    let mut changed = file.clone();
    for (at, expected) in [
        (0, "foreign"),
        (header + 8, "damaged"),
        (body + 3, "damaged"),
        (file.len() - 1, "damaged"),
    ] {
        changed[at] ^= 1;
        assert_eq!(name_of(&changed), expected, "byte {at}");
        changed[at] ^= 1;
    }
    for length in [0, 5, header, body + 1, file.len() - 1] {
        let expected = if length < 22 { "foreign" } else { "damaged" };
        assert_eq!(name_of(&file[..length]), expected, "{length} bytes");
    }
    assert_eq!(
        name_of(b"age-encryption.org/v1\n-> X25519 abc\n"),
        "foreign"
    );
    assert_eq!(name_of(&file), "read");
}

#[test]
fn what_the_reference_implementation_wrote_is_read() {
    // echo -n '…' | age -p (rage 0.11), passphrase "correct horse"; no archive of ours, so it ends at the format.
    let file = include_bytes!("data/reference.age");
    let mut taken = Taken::default();
    let outcome = read_archive(&mut file.as_slice(), "correct horse", &mut taken);
    assert!(
        matches!(outcome, Err(ExportError::NewerVersion { found: 7, .. })),
        "{outcome:?}"
    );
    let outcome = read_archive(&mut file.as_slice(), "correct house", &mut taken);
    assert!(
        matches!(outcome, Err(ExportError::WrongPassphrase)),
        "{outcome:?}"
    );
}

#[test]
fn a_file_is_whole_or_the_old_one_stays() {
    let folder = tempfile::tempdir().expect("room");
    let path = folder.path().join("مرضى: no — 患者.json");
    let length = write_file(&path, |out| Ok(out.write_all(b"first")?)).expect("room");
    assert_eq!(length, 5);
    let outcome = write_file(&path, |out| {
        out.write_all(b"second, and then")?;
        Err(ExportError::Pages)
    });
    assert!(outcome.is_err());
    let mut kept = String::new();
    fs::File::open(&path)
        .and_then(|mut file| file.read_to_string(&mut kept))
        .expect("it is still there");
    assert_eq!(kept, "first");
    let names = fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(names, 1, "nothing is left beside it");
    let nowhere = folder.path().join("absent").join("x.json");
    let outcome = write_file(&nowhere, |_| Ok(()));
    assert!(matches!(outcome, Err(ExportError::File(_))), "{outcome:?}");
}

#[test]
fn a_failing_source_ends_the_export_with_its_own_words() {
    let mut out = Vec::new();
    let messages = Messages::of(Language::English);
    let outcome = write_json(
        &mut out,
        &about(&messages),
        &[],
        &[ConversationId::new()],
        &mut Shelf(Vec::new()),
    );
    assert!(
        matches!(outcome, Err(ExportError::Source(_))),
        "{outcome:?}"
    );
}

fn name_of(file: &[u8]) -> &'static str {
    let mut file = file;
    match read_archive(&mut file, PASSPHRASE, &mut Taken::default()) {
        Ok(()) => "read",
        Err(ExportError::Foreign) => "foreign",
        Err(ExportError::Damaged) => "damaged",
        Err(ExportError::WrongPassphrase) => "passphrase",
        Err(_) => "other",
    }
}

fn read(mut file: &[u8]) -> Result<Taken, ExportError> {
    let mut taken = Taken::default();
    read_json(&mut file, &mut taken)?;
    Ok(taken)
}

fn json(folders: &[Folder], shelf: &mut Shelf) -> Vec<u8> {
    let ids: Vec<ConversationId> = shelf.0.iter().map(|(record, _)| record.id).collect();
    let mut file = Vec::new();
    let messages = Messages::of(Language::Arabic);
    write_json(&mut file, &about(&messages), folders, &ids, shelf).expect("memory takes it");
    file
}

fn archive(folders: &[Folder], shelf: &mut Shelf) -> Vec<u8> {
    let ids: Vec<ConversationId> = shelf.0.iter().map(|(record, _)| record.id).collect();
    let mut file = Vec::new();
    let messages = Messages::of(Language::Arabic);
    write_archive(
        &mut file,
        PASSPHRASE,
        &about(&messages),
        folders,
        &ids,
        shelf,
    )
    .expect("memory takes it");
    file
}

fn about(messages: &Messages) -> About<'_> {
    About {
        version: "0.1.0",
        exported_at: NOW,
        messages,
    }
}

fn shelf() -> (Vec<Folder>, Shelf) {
    let folder = Folder {
        id: FolderId::new(),
        name: "العيادة".to_owned(),
    };
    let mut first = turn(None, 0, "الجرعة 5-10 mg؟\u{202E} as typed \u{0}");
    first.answers = vec![answer(false), answer(true)];
    let mut left = turn(Some(&first), 1, "وبعد؟");
    let mut right = turn(Some(&first), 1, "می\u{200C}خواهد 👩🏽‍⚕️");
    left.chosen = false;
    left.shown = false;
    right.declined = Some(DeclineReason::LanguageUnsupported {
        language: Language::Persian,
    });
    let last = turn(Some(&right), 2, "");
    let branched = (record(Some(folder.id)), vec![first, left, right, last]);
    let plain = (record(None), vec![turn(None, 0, "one")]);
    let empty = (record(None), Vec::new());
    (vec![folder], Shelf(vec![branched, plain, empty]))
}

fn record(folder: Option<FolderId>) -> ConversationRecord {
    ConversationRecord {
        id: ConversationId::new(),
        title: "جرعة \"الأموكسيسيلين\" 250 mg/5 mL".to_owned(),
        title_origin: TitleOrigin::Model,
        created_at: NOW,
        updated_at: Timestamp(-5),
        folder,
        pinned: folder.is_some(),
        archived: false,
        language: Some(Language::Arabic),
        model: Some(Sha256Hex("b".repeat(64))),
        persona: Some("أنت صيدلي".to_owned()),
    }
}

fn turn(parent: Option<&TurnRecord>, position: u32, question: &str) -> TurnRecord {
    TurnRecord {
        id: TurnId::new(),
        parent: parent.map(|parent| parent.id),
        after_answer: parent.and_then(|parent| Some(parent.shown_answer()?.id)),
        position,
        chosen: true,
        shown: true,
        question: question.to_owned(),
        language: Some(Language::Urdu),
        asked_at: NOW,
        declined: None,
        answers: Vec::new(),
    }
}

fn answer(chosen: bool) -> AnswerRecord {
    AnswerRecord {
        id: AnswerId::new(),
        chosen,
        text: "| a | b |\n|---|---|\n| ٥-١٠ | `x` |".to_owned(),
        state: AnswerState::Incomplete {
            reason: CutReason::LengthLimit,
        },
        model: ModelStamp {
            name: "SmolLM2".to_owned(),
            sha256: Sha256Hex("a".repeat(64)),
        },
        stats: Some(GenerationStats {
            prompt_tokens: 7,
            answer_tokens: 3,
            first_token_seconds: 0.1 + 0.2,
            tokens_per_second: 100.0 / 7.0,
        }),
        created_at: NOW,
    }
}
