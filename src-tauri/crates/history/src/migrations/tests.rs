//! Upgrades from frozen old stores, and to a version that exists only here.

use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use sanad_domain::{AnswerState, CutReason, DeclineReason, Language};
use tempfile::TempDir;

use super::*;
use crate::key_file::KeyFile;
use crate::key_slot::Opener;
use crate::{BackupInfo, KeyDerivation, Passphrase, SearchRequest, Store, backups};

/// A store as each version of the app left it, oldest first.
const FROZEN: &[&str] = &[
    include_str!("frozen_version_1.sql"),
    include_str!("frozen_version_2.sql"),
    include_str!("frozen_version_3.sql"),
    include_str!("frozen_version_4.sql"),
    include_str!("frozen_version_5.sql"),
    include_str!("frozen_version_6.sql"),
    include_str!("frozen_version_7.sql"),
    include_str!("frozen_version_8.sql"),
    include_str!("frozen_version_9.sql"),
];

/// What some later version might do, made long enough to be killed in.
const MARKS_AND_COPIES: &str = "
    ALTER TABLE conversation ADD COLUMN marked INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE copy (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    INSERT INTO copy (text)
        WITH RECURSIVE count (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 40000)
        SELECT question || n FROM turn, count;
    UPDATE conversation SET marked = 1;";

/// The versions of this app and the one that comes after.
fn with_next() -> Vec<&'static str> {
    MIGRATIONS
        .iter()
        .copied()
        .chain([MARKS_AND_COPIES])
        .collect()
}

/// The version that only this app knows.
fn next_version() -> u32 {
    newest_version() + 1
}

fn newest_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).expect("there are a few migrations")
}

#[test]
fn a_store_of_every_version_opens_with_everything_in_it() {
    assert_eq!(FROZEN.len(), MIGRATIONS.len(), "each version is frozen");
    for (index, sql) in FROZEN.iter().enumerate() {
        let frozen = FrozenStore::from_sql(sql);
        let store = Store::open(&frozen.folder, &passphrase()).expect("the version is known");
        assert_holds_everything(&store, index + 1);
        store.verify().expect("whole");
    }
}

#[test]
fn every_version_is_still_what_it_was_when_it_was_released() {
    for (index, sql) in FROZEN.iter().enumerate() {
        let released = schema_of(&FrozenStore::from_sql(sql));
        let steps = MIGRATIONS.iter().take(index + 1).copied();
        let fresh = FrozenStore::from_sql(&steps.collect::<String>());
        assert_eq!(schema_of(&fresh), released, "version {}", index + 1);
    }
}

#[test]
fn an_upgrade_keeps_everything_and_happens_once() {
    let frozen = FrozenStore::new();
    for _ in 0..2 {
        let store = frozen
            .open(&with_next())
            .expect("the next migration applies");
        assert_holds_everything(&store, 1);
        assert_eq!(state_of(&store), (next_version(), 2, 120_000));
    }
}

#[test]
fn before_an_upgrade_a_backup_is_made_that_the_older_app_can_open() {
    for (index, sql) in FROZEN.iter().enumerate() {
        let frozen = FrozenStore::from_sql(sql);
        for _ in 0..2 {
            drop(frozen.open(&with_next()).expect("the migrations apply"));
        }
        let made = frozen.backups();
        assert_eq!(made.len(), 1, "one, of version {}", index + 1);
        assert!(made[0].conversations > 0 && made[0].turns > 0);
        let backup = StoreFolder::at(&made[0].path);
        assert_eq!(version_in(&backup) as usize, index + 1, "as it was");
        let opened = Store::open(&backup, &passphrase()).expect("the version is known");
        assert_holds_everything(&opened, index + 1);
    }
}

#[test]
fn without_an_upgrade_no_backup_is_made() {
    let frozen = FrozenStore::from_sql(FROZEN[FROZEN.len() - 1]);
    drop(frozen.open(MIGRATIONS).expect("it is of this version"));
    assert!(!frozen.folder.backups().exists());
}

#[test]
fn where_no_backup_can_be_made_nothing_is_upgraded() {
    let frozen = FrozenStore::new();
    std::fs::write(frozen.folder.backups(), "a file is in the way").expect("the folder is ours");
    let outcome = frozen.open(&with_next());
    assert!(
        matches!(
            outcome,
            Err(HistoryError::Io { .. } | HistoryError::BackupFolderMissing { .. })
        ),
        "{outcome:?}"
    );
    assert_eq!(version_in(&frozen.folder), 1, "as it was");
}

#[test]
fn a_store_of_a_newer_app_is_refused_and_not_changed() {
    let frozen = FrozenStore::new();
    drop(
        frozen
            .open(&with_next())
            .expect("the next migration applies"),
    );
    let before = std::fs::read(frozen.folder.database()).expect("it is there");
    let outcome = Store::open(&frozen.folder, &passphrase());
    assert!(
        matches!(
            outcome,
            Err(HistoryError::NewerVersion { found, supported, .. })
                if (found, supported) == (next_version(), newest_version())
        ),
        "{outcome:?}"
    );
    assert_eq!(
        std::fs::read(frozen.folder.database()).expect("it is there"),
        before
    );
}

#[test]
fn an_upgrade_that_fails_halfway_changes_nothing() {
    let frozen = FrozenStore::new();
    let broken = "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO absent VALUES (1);";
    let steps = MIGRATIONS.iter().copied();
    let outcome = frozen.open(
        &steps
            .chain(["DELETE FROM turn;", broken])
            .collect::<Vec<_>>(),
    );
    assert!(
        matches!(outcome, Err(HistoryError::Unexpected { .. })),
        "{outcome:?}"
    );
    let store = Store::open(&frozen.folder, &passphrase()).expect("still as it was");
    assert_holds_everything(&store, 1);
}

#[test]
fn a_killed_upgrade_leaves_the_old_version_or_the_new_one() {
    let (mut old, mut new) = (0, 0);
    for round in 0..30_u64 {
        let frozen = FrozenStore::new();
        let mut child = Command::new(std::env::current_exe().expect("we run from a file"))
            .args([
                "migrations::tests::upgrader",
                "--exact",
                "--ignored",
                "--nocapture",
            ])
            .env(FOLDER_VARIABLE, frozen.folder.root())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("we can start ourselves");
        thread::sleep(Duration::from_millis(5 + round * 11));
        child.kill().expect("it is our child");
        child.wait().expect("it is our child");

        match Store::open(&frozen.folder, &passphrase()) {
            Ok(store) => {
                assert_holds_everything(&store, 1);
                old += 1;
            }
            Err(HistoryError::NewerVersion { found, .. }) if found == next_version() => new += 1,
            Err(error) => panic!("round {round}: {error:?}"),
        }
        let store = frozen
            .open(&with_next())
            .expect("the upgrade can be made or was made");
        assert_holds_everything(&store, 1);
        assert_eq!(state_of(&store), (next_version(), 2, 120_000));
    }
    writeln!(std::io::stderr(), "killed upgrades: {old} old, {new} new").expect("stderr is open");
    assert!(old > 0, "no upgrade was killed before its end");
}

const FOLDER_VARIABLE: &str = "SANAD_TEST_FOLDER";

#[test]
#[ignore = "run by a_killed_upgrade_leaves_the_old_version_or_the_new_one"]
fn upgrader() {
    let Some(root) = std::env::var_os(FOLDER_VARIABLE) else {
        return;
    };
    let folder = StoreFolder::at(std::path::Path::new(&root));
    let _store = Store::open_with(&folder, &passphrase(), &with_next()).expect("it applies");
    thread::park();
}

struct FrozenStore {
    folder: StoreFolder,
    _owner: TempDir,
}

impl FrozenStore {
    /// A store as version 1 of the app left it.
    fn new() -> Self {
        Self::from_sql(FROZEN[0])
    }

    fn from_sql(sql: &str) -> Self {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let folder = StoreFolder::at(owner.path());
        let (key_file, key) =
            KeyFile::generate(&passphrase(), KeyDerivation::WEAK_FOR_TESTS).expect("memory");
        key_file.write(&folder).expect("room");
        let mut database = Database::create(&folder, &folder.database(), &key).expect("room");
        database
            .write(Operation::WriteStore, |transaction| {
                Ok(transaction.execute_batch(sql)?)
            })
            .expect("the frozen file is SQL");
        database.close().expect("room");
        Self {
            folder,
            _owner: owner,
        }
    }

    fn backups(&self) -> Vec<BackupInfo> {
        backups(&self.folder.backups()).expect("readable")
    }

    fn open(&self, migrations: &[&str]) -> Result<Store, HistoryError> {
        Store::open_with(&self.folder, &passphrase(), migrations)
    }
}

fn passphrase() -> Passphrase {
    Passphrase::new("frozen".to_owned()).expect("not empty")
}

/// Version, marked conversations, copies.
fn state_of(store: &Store) -> (u32, u32, u32) {
    let count = |connection: &Connection, sql| connection.query_row(sql, [], |row| row.get(0));
    store
        .read(|connection| {
            Ok((
                version(connection)?,
                count(
                    connection,
                    "SELECT count(*) FROM conversation WHERE marked = 1",
                )?,
                count(connection, "SELECT count(*) FROM copy")?,
            ))
        })
        .expect("the next version has these")
}

fn version_in(folder: &StoreFolder) -> u32 {
    version_of(&database_in(folder)).expect("readable")
}

/// The database, opened without an upgrade.
fn database_in(folder: &StoreFolder) -> Database {
    let key_file = KeyFile::read(folder)
        .expect("readable")
        .expect("it is there");
    let key = key_file
        .unwrap(Opener::Passphrase(&passphrase()), &folder.key())
        .expect("it is the passphrase")
        .key;
    Database::open(folder, &folder.database(), &key).expect("whole")
}

fn schema_of(frozen: &FrozenStore) -> Vec<(String, String, Option<String>)> {
    database_in(&frozen.folder)
        .read(Operation::ReadStore, |connection| {
            let mut statement =
                connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY name")?;
            let rows =
                statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .expect("readable")
}

/// What every frozen store holds, and what it holds of its own version.
fn assert_holds_everything(store: &Store, version: usize) {
    let conversations = store.conversations().expect("readable");
    let titles: Vec<&str> = conversations.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["ما جرعة الباراسيتامول؟", "Dose of amoxicillin"]);
    let language = store
        .conversation_language(conversations[0].id)
        .expect("it exists");
    assert_eq!(language, Some(Language::Arabic));

    let turns = store.turns(conversations[0].id).expect("it exists");
    assert_eq!(turns[0].question, "ما جرعة الباراسيتامول؟ 5-10 mg/kg");
    let language_of_turn = (version >= 2).then_some(Language::Arabic);
    assert_eq!(turns[0].language, language_of_turn);
    assert_eq!(turns[1].language, None);
    let chosen = turns[0].shown_answer().map(|answer| answer.id);
    assert_eq!(chosen, Some(turns[0].answers[1].id));
    assert_eq!(turns[1].siblings.len(), if version >= 3 { 2 } else { 1 });
    let folders = store.folders().expect("readable");
    assert_eq!(conversations[0].folder, folders.first().map(|one| one.id));
    assert_eq!(folders.len(), usize::from(version >= 3));
    assert_eq!(conversations[0].pinned, version >= 3);
    assert_eq!(conversations[0].persona.is_some(), version >= 3);
    assert_eq!(turns[0].answers.len(), 2);
    assert_eq!(turns[0].answers[0].text, "نصف جو");
    assert_eq!(
        turns[0].answers[0].state,
        AnswerState::Incomplete {
            reason: CutReason::Stopped
        }
    );
    assert_eq!(turns[0].answers[1].text, "**5-10 mg/kg** كل ٨ ساعات 👍");
    let stats = turns[0].answers[1].stats.expect("it was finished");
    assert_eq!((stats.prompt_tokens, stats.tokens_per_second), (31, 41.5));
    assert_eq!(
        turns[1].declined,
        Some(DeclineReason::LanguageUnsupported {
            language: Language::Arabic
        })
    );

    let request = SearchRequest {
        text: "amoxicillin".to_owned(),
        ..SearchRequest::default()
    };
    let page = store.search(&request).expect("readable");
    let hit = page.hits.iter().find(|hit| hit.turn.is_some());
    assert_eq!(hit.map(|hit| hit.conversation), Some(conversations[1].id));
    assert!(!page.index_incomplete);

    let chain = store.verify_audit(None).expect("whole");
    assert_eq!(chain.entries, if version >= 5 { 3 } else { 0 });

    let checks = store.self_checks().expect("readable");
    let results: Vec<u32> = checks.iter().map(|check| check.results).collect();
    assert_eq!(results, vec![1; usize::from(version >= 7)]);

    let templates = store.templates().expect("readable");
    let versions: Vec<u32> = templates.iter().map(|one| one.version).collect();
    assert_eq!(versions, vec![3; usize::from(version >= 8)]);
    let chosen = conversations[0].chosen_persona.as_ref();
    let interview = chosen.and_then(|persona| persona.rules.interview.as_ref());
    let questions = interview.map(|interview| interview.questions);
    assert_eq!(questions, (version >= 8).then_some(5));
    let next = store.next_persona().expect("readable");
    assert_eq!(next.is_some(), version >= 8);

    let own = store.conversation_sampling(conversations[0].id);
    let seed = own.expect("readable").map(|own| own.sampling.seed);
    assert_eq!(seed, (version >= 9).then_some(42));

    let left_behind = &store.turns(conversations[1].id).expect("it exists")[0].answers[0];
    assert_eq!(left_behind.text, "500");
    assert_eq!(
        left_behind.state,
        AnswerState::Incomplete {
            reason: CutReason::AppEnded
        }
    );

    assert_eq!(
        store.draft(None).expect("readable").as_deref(),
        Some("a new thought")
    );
    let draft = store.draft(Some(conversations[0].id)).expect("readable");
    assert_eq!(draft.as_deref(), Some("وماذا عن"));
    let edit = store.kept_edit(conversations[0].id).expect("readable");
    assert_eq!(edit.is_some(), version >= 6);
    if let Some(edit) = edit {
        assert!(turns[1].siblings.contains(&edit.turn) && edit.turn != turns[1].id);
        assert_eq!(edit.text, "وللرضيع دون 5 kg؟");
    }
    let setting = store.setting("interface_language").expect("readable");
    assert_eq!(setting.as_deref(), Some("ar"));
}
