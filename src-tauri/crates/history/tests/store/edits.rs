//! Edits: what is typed as another wording is there after a crash, and goes with what it belongs to.

use sanad_domain::{ConversationId, Turn, TurnId};
use sanad_history::{KeptEdit, Store};

use crate::support::{NOW, TestFolder};

/// A conversation of two turns.
fn two_turns(store: &mut Store) -> (ConversationId, [Turn; 2]) {
    let (conversation, first) = store.begin_turn(None, "one", NOW).expect("room");
    let (_, second) = store
        .begin_turn(Some(conversation.id), "two", NOW)
        .expect("room");
    (conversation.id, [first, second])
}

fn kept(store: &Store, place: ConversationId) -> Option<(TurnId, String)> {
    let edit = store.kept_edit(place).expect("readable");
    edit.map(|KeptEdit { turn, text }| (turn, text))
}

#[test]
fn an_edit_is_kept_byte_for_byte_beside_the_draft_of_its_conversation() {
    let (folder, mut store) = TestFolder::with_store();
    let (place, [first, _]) = two_turns(&mut store);
    let (other, _) = store.begin_turn(None, "elsewhere", NOW).expect("room");
    let typed = "  ما\u{200c}جرعة 5-10 mg؟ 👍\n";
    store.save_draft(Some(place), "draft", NOW).expect("room");
    store
        .save_edit(first.id, "an earlier version", NOW)
        .expect("room");
    store.save_edit(first.id, typed, NOW).expect("room");
    drop(store);

    let store = folder.open();
    assert_eq!(kept(&store, place), Some((first.id, typed.to_owned())));
    assert_eq!(kept(&store, other.id), None);
    let draft = store.draft(Some(place)).expect("readable");
    assert_eq!(draft.as_deref(), Some("draft"));
    let shown = store.turns(place).expect("it exists");
    assert_eq!(shown[0].question, "one", "the question is untouched");
}

#[test]
fn a_conversation_keeps_one_edit_and_ending_another_leaves_it() {
    let (_folder, mut store) = TestFolder::with_store();
    let (place, [first, second]) = two_turns(&mut store);
    store.save_edit(first.id, "uno", NOW).expect("room");
    store.save_edit(second.id, "due", NOW).expect("room");
    assert_eq!(kept(&store, place), Some((second.id, "due".to_owned())));
    store.save_edit(first.id, "", NOW).expect("room");
    assert_eq!(kept(&store, place), Some((second.id, "due".to_owned())));
    store.save_edit(second.id, "", NOW).expect("room");
    assert_eq!(kept(&store, place), None);
}

#[test]
fn an_edit_that_was_asked_is_gone_and_that_of_another_question_stays() {
    let (_folder, mut store) = TestFolder::with_store();
    let (place, [first, second]) = two_turns(&mut store);
    store.save_edit(first.id, "uno", NOW).expect("room");
    store
        .begin_edited_turn(second.id, "due", None, NOW)
        .expect("it exists");
    assert_eq!(kept(&store, place), Some((first.id, "uno".to_owned())));
    store
        .begin_turn(Some(place), "uno", NOW)
        .expect("it exists");
    assert_eq!(kept(&store, place), Some((first.id, "uno".to_owned())));
    store
        .begin_edited_turn(first.id, "uno", None, NOW)
        .expect("it exists");
    assert_eq!(kept(&store, place), None);
}

#[test]
fn an_edit_outlives_the_branch_that_it_was_begun_on() {
    let (_folder, mut store) = TestFolder::with_store();
    let (place, [_, second]) = two_turns(&mut store);
    let (_, beside) = store
        .begin_edited_turn(second.id, "due", None, NOW)
        .expect("it exists");
    store.save_edit(beside.id, "tre", NOW).expect("room");
    store.choose_turn(second.id).expect("it exists");
    assert_eq!(kept(&store, place), Some((beside.id, "tre".to_owned())));
}

#[test]
fn a_deleted_conversation_takes_its_edit_with_it_and_leaves_that_of_another() {
    let (folder, mut store) = TestFolder::with_store();
    let (deleted, [first, _]) = two_turns(&mut store);
    let (other, [_, left]) = two_turns(&mut store);
    store.save_edit(first.id, "uno", NOW).expect("room");
    store.save_edit(left.id, "due", NOW).expect("room");
    store.delete_conversation(deleted, NOW).expect("it exists");
    drop(store);

    let store = folder.open();
    store.verify().expect("whole");
    assert_eq!(kept(&store, deleted), None);
    assert_eq!(kept(&store, other), Some((left.id, "due".to_owned())));
}
