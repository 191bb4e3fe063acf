//! Conversations handed out of one store and into another: nothing is lost, nothing is doubled.

use sanad_domain::archive::{ConversationRecord, TreeFault, TurnRecord};
use sanad_domain::{
    AnswerState, ConversationId, CutReason, DeclineReason, GenerationStats, Language, Sha256Hex,
    Timestamp, TurnId,
};
use sanad_history::{HistoryError, SearchRequest, Store, Taken};

use crate::support::{DIFFICULT_TEXTS, Dice, NOW, TestFolder, model, rounds};

const PAGE: u32 = 3;

/// A conversation as it is handed out, page by page.
fn hand_out(store: &Store, id: ConversationId) -> (ConversationRecord, Vec<TurnRecord>) {
    let record = store.hand_out_conversation(id).expect("it exists");
    let mut turns: Vec<TurnRecord> = Vec::new();
    loop {
        let after = turns.last().map(|turn| turn.id);
        let page = store
            .hand_out_turns(id, after, PAGE)
            .expect("the conversation exists");
        assert!(
            page.len() <= PAGE as usize,
            "a page is no longer than asked"
        );
        if page.is_empty() {
            return (record, turns);
        }
        turns.extend(page);
    }
}

/// Asks, answers, edits, chooses and cuts as somebody may within an hour.
fn work(store: &mut Store, dice: &mut Dice) -> ConversationId {
    let text = |dice: &mut Dice| {
        let at = dice.below(DIFFICULT_TEXTS.len() as u64);
        DIFFICULT_TEXTS[usize::try_from(at).expect("small")]
    };
    let (conversation, first) = store.begin_turn(None, text(dice), NOW).expect("room");
    let mut turns: Vec<TurnId> = vec![first.id];
    for _ in 0..20 {
        let at = usize::try_from(dice.below(turns.len() as u64)).expect("small");
        let turn = turns[at];
        match dice.below(7) {
            0 | 1 => turns.push(
                store
                    .begin_turn_in(Some(conversation.id), text(dice), Some(Language::Urdu), NOW)
                    .expect("room")
                    .1
                    .id,
            ),
            2 => turns.push(
                store
                    .begin_edited_turn(turn, text(dice), None, NOW)
                    .expect("it exists")
                    .1
                    .id,
            ),
            3 => store.choose_turn(turn).expect("it exists"),
            4 => store
                .decline_turn(
                    turn,
                    DeclineReason::LanguageUnsupported {
                        language: Language::Persian,
                    },
                )
                .expect("it exists"),
            ending => {
                let answer = store.begin_answer(turn, &model(), NOW).expect("it exists");
                store.extend_answer(answer.id, text(dice)).expect("open");
                let state = match ending {
                    5 => AnswerState::Complete,
                    _ => AnswerState::Incomplete {
                        reason: CutReason::LengthLimit,
                    },
                };
                // No figure of these has a short decimal form.
                let stats = GenerationStats {
                    prompt_tokens: 7,
                    answer_tokens: 3,
                    first_token_seconds: 1.0 / 3.0,
                    tokens_per_second: 100.0 / 7.0,
                };
                let stats = (dice.below(2) == 0).then_some(stats);
                store.finish_answer(answer.id, state, stats).expect("open");
            }
        }
    }
    conversation.id
}

#[test]
fn a_conversation_comes_out_of_another_store_as_it_went_in_with_every_branch() {
    let mut dice = Dice(20_261_121);
    for _ in 0..rounds(6) {
        let (_one, mut from) = TestFolder::with_store();
        let (_other, mut into) = TestFolder::with_store();
        let id = work(&mut from, &mut dice);
        let folder = from.make_folder("العيادة ٣", NOW).expect("room");
        from.move_to_folder(id, Some(folder.id)).expect("it exists");
        from.set_pinned(id, true).expect("it exists");
        let (record, turns) = hand_out(&from, id);

        into.take_in_folders(&from.folders().expect("readable"), NOW)
            .expect("room");
        let later = Timestamp(NOW.0 + 5);
        assert_eq!(
            into.take_in(&record, &turns, later).expect("a tree"),
            Taken::New
        );
        assert_eq!(hand_out(&into, id), (record.clone(), turns.clone()));
        assert_eq!(
            into.turns(id).expect("it exists"),
            from.turns(id).expect("it exists"),
            "what is shown is what was shown"
        );
        assert_eq!(into.folders().expect("readable"), [folder]);
        assert_eq!(into.index_texts_missing().expect("readable"), 0);
        into.verify().expect("whole");

        assert_eq!(
            into.take_in(&record, &turns, later).expect("a tree"),
            Taken::AlreadyThere
        );
        assert_eq!(hand_out(&into, id), (record, turns));
    }
}

#[test]
fn what_was_taken_in_is_found_by_search_and_stands_in_the_audit_chain() {
    let (_one, mut from) = TestFolder::with_store();
    let (_other, mut into) = TestFolder::with_store();
    let (conversation, _) = from
        .begin_turn(None, "جرعة الأموكسيسيلين 250 mg", NOW)
        .expect("room");
    let (record, turns) = hand_out(&from, conversation.id);
    into.take_in(&record, &turns, NOW).expect("a tree");
    let request = SearchRequest {
        text: "اموكسيسيلين".to_owned(),
        ..SearchRequest::default()
    };
    let page = into.search(&request).expect("readable");
    assert_eq!(page.hits.len(), 2, "the title and the question");
    let entries = into.audit(0, 10).expect("readable");
    let last = entries.last().expect("one was written");
    assert_eq!(
        (last.kind.as_str(), last.subject.as_str()),
        ("import", conversation.id.to_string().as_str())
    );
}

#[test]
fn one_that_lies_in_the_bin_comes_back_and_stays_as_it_was() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, _) = store.begin_turn(None, "q", NOW).expect("room");
    let (record, turns) = hand_out(&store, conversation.id);
    store
        .begin_turn(Some(conversation.id), "later", NOW)
        .expect("room");
    store
        .bin_conversation(conversation.id, NOW)
        .expect("it exists");
    assert_eq!(store.conversations_to_hand_out().expect("readable"), []);
    assert_eq!(
        store.take_in(&record, &turns, NOW).expect("a tree"),
        Taken::AlreadyThere
    );
    assert_eq!(store.turn_count(conversation.id).expect("it exists"), 2);
    assert_eq!(
        store.conversations_to_hand_out().expect("readable"),
        [conversation.id]
    );
}

#[test]
fn what_is_no_conversation_is_refused_and_leaves_nothing() {
    let (_one, mut from) = TestFolder::with_store();
    let (_other, mut into) = TestFolder::with_store();
    let (conversation, _) = from.begin_turn(None, "one", NOW).expect("room");
    from.begin_turn(Some(conversation.id), "two", NOW)
        .expect("room");
    let (record, turns) = hand_out(&from, conversation.id);

    let mut orphan = turns.clone();
    orphan.remove(0);
    for outcome in [
        into.could_take_in(&record, &orphan).err(),
        into.take_in(&record, &orphan, NOW).err(),
    ] {
        assert!(
            matches!(outcome, Some(HistoryError::NotATree(TreeFault::NoPlace(_)))),
            "{outcome:?}"
        );
    }
    into.take_in(&record, &turns, NOW).expect("a tree");
    let forged = ConversationRecord {
        id: ConversationId::new(),
        ..record.clone()
    };
    for outcome in [
        into.could_take_in(&forged, &turns).err(),
        into.take_in(&forged, &turns, NOW).err(),
    ] {
        assert!(
            matches!(outcome, Some(HistoryError::ForeignTurn(id)) if id == turns[0].id),
            "{outcome:?}"
        );
    }
    assert_eq!(
        into.conversations_to_hand_out().expect("readable"),
        [record.id]
    );
}

#[test]
fn a_folder_that_is_not_there_and_a_title_of_two_lines_do_no_harm() {
    let (_folder, mut store) = TestFolder::with_store();
    let record = ConversationRecord {
        id: ConversationId::new(),
        title: "two\nlines \u{202E}turned".to_owned(),
        title_origin: sanad_domain::archive::TitleOrigin::User,
        created_at: NOW,
        updated_at: NOW,
        folder: Some(sanad_domain::FolderId::new()),
        pinned: false,
        archived: true,
        language: None,
        model: Some(Sha256Hex("a".repeat(64))),
        persona: Some("أنت طبيب".to_owned()),
    };
    store.take_in(&record, &[], NOW).expect("room");
    let read = store.conversation(record.id).expect("it exists");
    assert_eq!(read.title, "two lines turned");
    assert_eq!((read.folder, read.archived), (None, true));
}
