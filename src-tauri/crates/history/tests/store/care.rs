//! Folders, pins, archive, bin, retention: what a user does with conversations as a whole.

use sanad_domain::{Conversation, ConversationId, FolderId, Sha256Hex, Timestamp};
use sanad_history::{HistoryError, ListRequest, Retention, Shelf, Store, UNDO_MILLISECONDS};

use crate::support::{NOW, TestFolder};

const DAY: i64 = 24 * 60 * 60 * 1000;

fn later(milliseconds: i64) -> Timestamp {
    Timestamp(NOW.0 + milliseconds)
}

fn ask(store: &mut Store, question: &str) -> ConversationId {
    store.begin_turn(None, question, NOW).expect("room").0.id
}

fn on(shelf: Shelf) -> ListRequest {
    ListRequest {
        shelf,
        folder: None,
        after: None,
        limit: 100,
    }
}

fn titles(listed: &[Conversation]) -> Vec<&str> {
    listed.iter().map(|one| one.title.as_str()).collect()
}

#[test]
fn what_is_said_of_a_conversation_comes_back_after_a_restart() {
    let (folder, mut store) = TestFolder::with_store();
    let id = ask(&mut store, "q");
    let place = store.make_folder("  قسم\nالأطفال ", NOW).expect("room");
    assert_eq!(place.name, "قسم الأطفال");
    let model = Sha256Hex("0f".repeat(32));
    store
        .move_to_folder(id, Some(place.id))
        .expect("both exist");
    store
        .set_conversation_model(id, Some(&model), NOW)
        .expect("it exists");
    store
        .set_conversation_persona(id, Some("أجب بجملة واحدة"))
        .expect("it exists");
    store.set_pinned(id, true).expect("it exists");
    store.set_archived(id, true).expect("it exists");
    drop(store);

    let mut store = folder.open();
    let read = store.conversation(id).expect("it exists");
    assert_eq!(read.folder, Some(place.id));
    assert_eq!(read.model, Some(model));
    assert_eq!(read.persona.as_deref(), Some("أجب بجملة واحدة"));
    assert!(read.pinned && read.archived);
    store.move_to_folder(id, None).expect("it exists");
    store
        .set_conversation_model(id, None, NOW)
        .expect("it exists");
    store.set_conversation_persona(id, None).expect("it exists");
    let read = store.conversation(id).expect("it exists");
    assert_eq!((read.folder, read.model, read.persona), (None, None, None));
    // The same once more is no change.
    store
        .set_conversation_model(id, None, NOW)
        .expect("it exists");
    let entries = store.audit(0, 100).expect("readable");
    let changes = entries.iter().filter(|entry| entry.kind == "model_change");
    let subjects: Vec<&str> = changes.map(|entry| entry.subject.as_str()).collect();
    assert_eq!(subjects, ["0f".repeat(32).as_str(), ""]);
}

#[test]
fn a_list_comes_in_pieces_pinned_ones_first_and_each_conversation_once() {
    let (_folder, mut store) = TestFolder::with_store();
    let ids: Vec<_> = (0..9).map(|n| ask(&mut store, &n.to_string())).collect();
    for pinned in [1, 4] {
        store.set_pinned(ids[pinned], true).expect("it exists");
    }
    store.set_archived(ids[6], true).expect("it exists");
    store.bin_conversation(ids[7], NOW).expect("it exists");
    let mut listed = Vec::new();
    let mut after = None;
    loop {
        let request = ListRequest {
            after,
            limit: 2,
            ..on(Shelf::Daily)
        };
        let piece = store.list(&request).expect("readable");
        let Some(last) = piece.last() else { break };
        after = Some(last.id);
        listed.extend(piece);
    }
    assert_eq!(titles(&listed), ["4", "1", "8", "5", "3", "2", "0"]);
    assert_eq!(
        titles(&store.list(&on(Shelf::Archive)).expect("readable")),
        ["6"]
    );
    assert_eq!(
        titles(&store.list(&on(Shelf::Bin)).expect("readable")),
        ["7"]
    );
}

#[test]
fn a_folder_lists_its_own_and_its_conversations_outlive_it() {
    let (_folder, mut store) = TestFolder::with_store();
    let (inside, _outside) = (ask(&mut store, "in"), ask(&mut store, "out"));
    let folder = store.make_folder("A", NOW).expect("room");
    store.make_folder("B", NOW).expect("room");
    store
        .move_to_folder(inside, Some(folder.id))
        .expect("both exist");
    let request = ListRequest {
        folder: Some(folder.id),
        ..on(Shelf::Daily)
    };
    assert_eq!(titles(&store.list(&request).expect("readable")), ["in"]);
    store.rename_folder(folder.id, "C").expect("it exists");
    let names = |store: &Store| {
        let folders = store.folders().expect("readable");
        folders.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(names(&store), ["C", "B"]);
    store.remove_folder(folder.id).expect("it exists");
    assert_eq!(names(&store), ["B"]);
    assert_eq!(store.conversation(inside).expect("it exists").folder, None);
    for outcome in [
        store.move_to_folder(inside, Some(folder.id)),
        store.rename_folder(folder.id, "D"),
        store.remove_folder(FolderId::new()),
    ] {
        assert!(
            matches!(outcome, Err(HistoryError::NoSuchFolder(_))),
            "{outcome:?}"
        );
    }
    let nameless = store.make_folder(" \u{200F}\n", NOW);
    assert!(
        matches!(nameless, Err(HistoryError::EmptyName)),
        "{nameless:?}"
    );
}

#[test]
fn a_title_of_the_model_never_replaces_one_of_the_user() {
    let (_folder, mut store) = TestFolder::with_store();
    let id = ask(&mut store, "ما جرعة الباراسيتامول؟");
    assert!(
        store
            .improve_title(id, "جرعة الباراسيتامول")
            .expect("it exists")
    );
    assert!(!store.improve_title(id, " \n").expect("it exists"));
    assert_eq!(
        store.conversation(id).expect("it exists").title,
        "جرعة الباراسيتامول"
    );
    store.rename(id, "مريض ٥").expect("it exists");
    assert!(
        !store
            .improve_title(id, "something else")
            .expect("it exists")
    );
    assert_eq!(store.conversation(id).expect("it exists").title, "مريض ٥");
}

#[test]
fn a_deleted_conversation_comes_back_within_minutes_and_never_after() {
    let (folder, mut store) = TestFolder::with_store();
    let (deleted, kept) = (ask(&mut store, "deleted"), ask(&mut store, "kept"));
    store.bin_conversation(deleted, NOW).expect("it exists");
    assert_eq!(titles(&store.conversations().expect("readable")), ["kept"]);
    assert!(matches!(
        store.begin_turn(Some(deleted), "q", NOW),
        Err(HistoryError::NoSuchConversation(_))
    ));
    assert_eq!(
        store
            .erase_binned(later(UNDO_MILLISECONDS - 1))
            .expect("room"),
        0
    );
    store.unbin_conversation(deleted).expect("it is not erased");
    assert_eq!(
        titles(&store.conversations().expect("readable")),
        ["kept", "deleted"]
    );

    store.bin_conversation(deleted, NOW).expect("it exists");
    // Pressed twice, it does not live longer.
    store
        .bin_conversation(deleted, later(60_000))
        .expect("it exists");
    drop(store);
    let mut store = folder.open();
    assert_eq!(
        store.erase_binned(later(UNDO_MILLISECONDS)).expect("room"),
        1
    );
    assert!(matches!(
        store.unbin_conversation(deleted),
        Err(HistoryError::NoSuchConversation(_))
    ));
    assert_eq!(store.conversations().expect("readable")[0].id, kept);
}

#[test]
fn a_clock_that_goes_back_ten_years_does_not_keep_what_was_deleted() {
    let (_folder, mut store) = TestFolder::with_store();
    let id = ask(&mut store, "deleted");
    store.bin_conversation(id, NOW).expect("it exists");
    assert_eq!(store.erase_binned(later(-3650 * DAY)).expect("room"), 1);
}

#[test]
fn retention_is_off_until_set_and_then_takes_what_is_old() {
    let (_folder, mut store) = TestFolder::with_store();
    let old = ask(&mut store, "old");
    assert_eq!(
        store.apply_retention(later(29 * DAY)).expect("room"),
        Retention::Off
    );
    let (new, _) = store
        .begin_turn(None, "new", later(29 * DAY))
        .expect("room");
    store.set_retention_days(Some(30)).expect("room");
    assert_eq!(store.retention_days().expect("readable"), Some(30));
    assert_eq!(
        store.apply_retention(later(30 * DAY)).expect("room"),
        Retention::Applied(0)
    );
    let due = later(30 * DAY + 1);
    assert_eq!(
        store.apply_retention(due).expect("room"),
        Retention::Applied(1)
    );
    assert_eq!(store.conversations().expect("readable")[0].id, new.id);
    store
        .unbin_conversation(old)
        .expect("some minutes are left");
    store.set_retention_days(None).expect("room");
    assert_eq!(store.apply_retention(due).expect("room"), Retention::Off);
    assert_eq!(store.conversations().expect("readable").len(), 2);
}

#[test]
fn a_clock_that_leaps_ten_years_ahead_deletes_nothing_for_a_day() {
    let (_folder, mut store) = TestFolder::with_store();
    ask(&mut store, "q");
    store.set_retention_days(Some(30)).expect("room");
    assert_eq!(
        store.apply_retention(later(0)).expect("room"),
        Retention::Applied(0)
    );
    let wrong = 3650 * DAY;
    for hours in [0, 5, 23] {
        let now = later(wrong + hours * 3_600_000);
        assert_eq!(
            store.apply_retention(now).expect("room"),
            Retention::ClockLeapt
        );
    }
    // Somebody sets it right.
    assert_eq!(
        store.apply_retention(later(DAY)).expect("room"),
        Retention::Applied(0)
    );
    // Or it was a long holiday.
    assert_eq!(
        store.apply_retention(later(40 * DAY)).expect("room"),
        Retention::ClockLeapt
    );
    assert_eq!(
        store.apply_retention(later(41 * DAY)).expect("room"),
        Retention::Applied(1)
    );
}
