//! What is put in comes out, in order, byte for byte.

use sanad_domain::{
    AnswerId, AnswerState, ConversationId, CutReason, DeclineReason, GenerationStats, Language,
    Timestamp, TurnId,
};
use sanad_history::HistoryError;

use crate::support::{DIFFICULT_TEXTS, NOW, TestFolder, model};

const STATS: GenerationStats = GenerationStats {
    prompt_tokens: 31,
    answer_tokens: 17,
    first_token_seconds: 0.25,
    tokens_per_second: 41.5,
};

#[test]
fn difficult_text_comes_back_byte_for_byte() {
    let (folder, mut store) = TestFolder::with_store();
    let mut kept = Vec::new();
    for text in DIFFICULT_TEXTS {
        let (conversation, turn) = store.begin_turn(None, text, NOW).expect("there is room");
        let answer = store
            .begin_answer(turn.id, &model(), NOW)
            .expect("the turn exists");
        for piece in [*text, text, "\0", text] {
            store
                .extend_answer(answer.id, piece)
                .expect("the answer is being written");
        }
        store
            .finish_answer(answer.id, AnswerState::Complete, Some(STATS))
            .expect("it is open");
        store
            .save_draft(Some(conversation.id), text, NOW)
            .expect("there is room");
        store.put_setting(text, text).expect("there is room");
        kept.push(conversation.id);
    }
    store.close().expect("the disk has room");

    let store = folder.open();
    for (text, id) in DIFFICULT_TEXTS.iter().zip(kept) {
        let turns = store.turns(id).expect("the conversation exists");
        assert_eq!(turns[0].question, *text);
        assert_eq!(turns[0].answers[0].text, format!("{text}{text}\0{text}"));
        assert_eq!(
            store.draft(Some(id)).expect("readable"),
            Some((*text).to_owned())
        );
        assert_eq!(
            store.setting(text).expect("readable"),
            Some((*text).to_owned())
        );
    }
}

#[test]
fn everything_about_a_turn_comes_back_after_a_restart() {
    let (folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "سؤال\nطويل", NOW).expect("room");
    let cut = store
        .begin_answer(first.id, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(cut.id, "نصف جواب").expect("open");
    let stopped = AnswerState::Incomplete {
        reason: CutReason::Stopped,
    };
    store.finish_answer(cut.id, stopped, None).expect("open");
    let whole = store
        .begin_answer(first.id, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(whole.id, "جواب").expect("open");
    store
        .finish_answer(whole.id, AnswerState::Complete, Some(STATS))
        .expect("open");
    let (_, second) = store
        .begin_turn(Some(conversation.id), "وماذا؟", NOW)
        .expect("room");
    let reason = DeclineReason::LanguageUnsupported {
        language: Language::Arabic,
    };
    store
        .decline_turn(second.id, reason)
        .expect("the turn exists");
    store
        .set_conversation_language(conversation.id, Language::Arabic)
        .expect("it exists");
    store.close().expect("room");

    let store = folder.open();
    assert_eq!(
        store
            .conversation(conversation.id)
            .expect("it exists")
            .title,
        "سؤال"
    );
    assert_eq!(
        store
            .conversation_language(conversation.id)
            .expect("it exists"),
        Some(Language::Arabic)
    );
    let turns = store.turns(conversation.id).expect("it exists");
    assert_eq!(
        turns.iter().map(|turn| turn.position).collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!((turns[0].id, turns[1].id), (first.id, second.id));
    assert_eq!(turns[1].declined, Some(reason));
    let answers = &turns[0].answers;
    assert_eq!((answers[0].id, answers[1].id), (cut.id, whole.id));
    assert_eq!((answers[0].state, answers[0].stats), (stopped, None));
    assert_eq!(
        (answers[1].state, answers[1].stats),
        (AnswerState::Complete, Some(STATS))
    );
    assert_eq!(answers[1].model, model());
    assert_eq!(store.turn(first.id).expect("it exists"), turns[0]);
}

#[test]
fn the_language_that_a_turn_is_treated_as_comes_back_with_it() {
    let (folder, mut store) = TestFolder::with_store();
    let languages = Language::ALL.into_iter().map(Some).chain([None]);
    let mut conversation = None;
    for language in languages.clone() {
        let (of_turn, turn) = store
            .begin_turn_in(conversation, "5-10 mg", language, NOW)
            .expect("room");
        assert_eq!(turn.language, language);
        assert_eq!(store.turn(turn.id).expect("it exists"), turn);
        conversation = Some(of_turn.id);
    }
    drop(store);
    let id = conversation.expect("it was made");
    let turns = folder.open().turns(id).expect("it exists");
    let read = turns.iter().map(|turn| turn.language);
    assert!(read.eq(languages));
}

#[test]
fn each_way_of_being_cut_is_remembered() {
    let (folder, mut store) = TestFolder::with_store();
    let (conversation, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let reasons = [
        CutReason::Stopped,
        CutReason::EngineFailed,
        CutReason::LengthLimit,
        CutReason::AppEnded,
    ];
    for reason in reasons {
        let answer = store
            .begin_answer(turn.id, &model(), NOW)
            .expect("the turn exists");
        store
            .finish_answer(answer.id, AnswerState::Incomplete { reason }, None)
            .expect("open");
    }
    drop(store);
    let turns = folder.open().turns(conversation.id).expect("it exists");
    let read = turns[0]
        .answers
        .iter()
        .map(|answer| answer.state)
        .collect::<Vec<_>>();
    assert_eq!(
        read,
        reasons.map(|reason| AnswerState::Incomplete { reason })
    );
}

#[test]
fn an_answer_that_the_app_left_behind_is_incomplete_when_it_opens_again() {
    let (folder, mut store) = TestFolder::with_store();
    let (conversation, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    store
        .extend_answer(answer.id, "the dose is 5")
        .expect("open");
    drop(store);

    let mut store = folder.open();
    let read = &store.turns(conversation.id).expect("it exists")[0].answers[0];
    assert_eq!(read.text, "the dose is 5");
    assert_eq!(
        read.state,
        AnswerState::Incomplete {
            reason: CutReason::AppEnded
        }
    );
    assert!(matches!(
        store.extend_answer(answer.id, "0 mg"),
        Err(HistoryError::AnswerFinished(id)) if id == answer.id
    ));
}

#[test]
fn a_finished_answer_takes_no_more_words_and_no_other_end() {
    let (_folder, mut store) = TestFolder::with_store();
    let (_, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    assert!(matches!(
        store.finish_answer(answer.id, AnswerState::Writing, None),
        Err(HistoryError::NotAnEnding(_))
    ));
    store
        .finish_answer(answer.id, AnswerState::Complete, None)
        .expect("open");
    assert!(matches!(
        store.extend_answer(answer.id, "x"),
        Err(HistoryError::AnswerFinished(_))
    ));
    let stopped = AnswerState::Incomplete {
        reason: CutReason::Stopped,
    };
    assert!(matches!(
        store.finish_answer(answer.id, stopped, None),
        Err(HistoryError::AnswerFinished(_))
    ));
    assert_eq!(
        store.turn(turn.id).expect("it exists").answers[0].state,
        AnswerState::Complete
    );
}

#[test]
fn figures_that_are_no_numbers_do_not_cost_the_end_of_an_answer() {
    let (_folder, mut store) = TestFolder::with_store();
    let (_, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let answer = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    let odd = GenerationStats {
        first_token_seconds: f64::NAN,
        tokens_per_second: f64::INFINITY,
        ..STATS
    };
    store
        .finish_answer(answer.id, AnswerState::Complete, Some(odd))
        .expect("open");
    let read = store.turn(turn.id).expect("it exists").answers[0]
        .stats
        .expect("it has figures");
    assert_eq!(
        (read.first_token_seconds, read.tokens_per_second),
        (0.0, 0.0)
    );
    assert_eq!(read.answer_tokens, STATS.answer_tokens);
}

#[test]
fn order_is_kept_when_the_clock_goes_back_ten_years() {
    let (_folder, mut store) = TestFolder::with_store();
    let (old, _) = store.begin_turn(None, "first", NOW).expect("room");
    let earlier = Timestamp(NOW.0 - 10 * 365 * 24 * 3_600_000);
    let (new, _) = store.begin_turn(None, "second", earlier).expect("room");
    store
        .begin_turn(Some(old.id), "third", earlier)
        .expect("room");
    store.begin_turn(Some(old.id), "fourth", NOW).expect("room");
    store
        .begin_turn(Some(old.id), "fifth", Timestamp(0))
        .expect("room");

    let listed = store.conversations().expect("readable");
    assert_eq!(
        listed.iter().map(|c| c.id).collect::<Vec<_>>(),
        [old.id, new.id]
    );
    let turns = store.turns(old.id).expect("it exists");
    let asked = turns
        .iter()
        .map(|turn| turn.question.as_str())
        .collect::<Vec<_>>();
    assert_eq!(asked, ["first", "third", "fourth", "fifth"]);
}

#[test]
fn each_place_has_a_draft_of_its_own() {
    let (folder, mut store) = TestFolder::with_store();
    let (one, _) = store.begin_turn(None, "one", NOW).expect("room");
    let (two, _) = store.begin_turn(None, "two", NOW).expect("room");
    for (place, text) in [
        (None, "new"),
        (Some(one.id), "أول"),
        (Some(two.id), "second"),
    ] {
        store
            .save_draft(place, "an earlier version", NOW)
            .expect("room");
        store.save_draft(place, text, NOW).expect("room");
    }
    store.save_draft(Some(two.id), "", NOW).expect("room");
    drop(store);

    let store = folder.open();
    assert_eq!(store.draft(None).expect("readable").as_deref(), Some("new"));
    assert_eq!(
        store.draft(Some(one.id)).expect("readable").as_deref(),
        Some("أول")
    );
    assert_eq!(store.draft(Some(two.id)).expect("readable"), None);
}

#[test]
fn a_draft_that_was_asked_is_gone_and_another_thought_stays() {
    let (_folder, mut store) = TestFolder::with_store();
    store
        .save_draft(None, "what is the dose of ", NOW)
        .expect("room");
    let (asked, _) = store
        .begin_turn(None, "what is the dose of X?", NOW)
        .expect("room");
    assert_eq!(store.draft(None).expect("readable"), None);

    store
        .save_draft(None, "a note from the window", NOW)
        .expect("room");
    store
        .save_draft(Some(asked.id), "half a follow-up", NOW)
        .expect("room");
    store
        .begin_turn(None, "asked from the command line", NOW)
        .expect("room");
    store
        .begin_turn(Some(asked.id), "regenerated", NOW)
        .expect("room");
    assert_eq!(
        store.draft(None).expect("readable").as_deref(),
        Some("a note from the window")
    );
    let follow_up = store.draft(Some(asked.id)).expect("readable");
    assert_eq!(follow_up.as_deref(), Some("half a follow-up"));
}

#[test]
fn what_does_not_exist_is_said_to_be_missing_and_nothing_changes() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, turn, answer) = (ConversationId::new(), TurnId::new(), AnswerId::new());
    let missing = |error: Option<HistoryError>| match error {
        Some(HistoryError::NoSuchConversation(id)) => assert_eq!(id, conversation),
        Some(HistoryError::NoSuchTurn(id)) => assert_eq!(id, turn),
        Some(HistoryError::NoSuchAnswer(id)) => assert_eq!(id, answer),
        other => panic!("expected a missing id, got {other:?}"),
    };
    let reason = DeclineReason::LanguageUnsupported {
        language: Language::Arabic,
    };
    missing(store.conversation(conversation).err());
    missing(store.turns(conversation).err());
    missing(store.turn(turn).err());
    missing(store.begin_turn(Some(conversation), "q", NOW).err());
    missing(store.decline_turn(turn, reason).err());
    missing(store.begin_answer(turn, &model(), NOW).err());
    missing(store.extend_answer(answer, "x").err());
    missing(
        store
            .finish_answer(answer, AnswerState::Complete, None)
            .err(),
    );
    missing(store.save_draft(Some(conversation), "x", NOW).err());
    missing(store.save_edit(turn, "x", NOW).err());
    missing(store.rename(conversation, "x").err());
    missing(store.delete_conversation(conversation, NOW).err());
    assert_eq!(store.conversations().expect("readable"), []);
}

#[test]
fn a_renamed_conversation_keeps_its_name_on_one_line() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, _) = store.begin_turn(None, "q", NOW).expect("room");
    store
        .rename(conversation.id, "مريض\n\u{202E}السكري  5-10")
        .expect("it exists");
    let title = store
        .conversation(conversation.id)
        .expect("it exists")
        .title;
    assert_eq!(title, "مريض السكري 5-10");
}

#[test]
fn a_megabyte_of_question_is_kept_whole_under_a_short_title() {
    let (folder, mut store) = TestFolder::with_store();
    let question = "جرعة 5-10 mg ".repeat(1_048_576 / 17);
    assert!(question.len() > 1_000_000);
    let (conversation, turn) = store.begin_turn(None, &question, NOW).expect("room");
    assert!(
        conversation.title.chars().count() <= 56,
        "{}",
        conversation.title
    );
    drop(store);
    assert_eq!(
        folder.open().turn(turn.id).expect("it exists").question,
        question
    );
}
