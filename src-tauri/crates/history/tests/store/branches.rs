//! Branches: every word ever written can be walked back to.

use std::collections::BTreeMap;

use sanad_domain::{
    AnswerId, AnswerState, CutReason, GenerationStats, ModelStamp, Sha256Hex, Turn, TurnId,
};
use sanad_history::{HistoryError, Store};

use crate::support::{Dice, NOW, TestFolder, model, rounds};

fn answer(store: &mut Store, turn: TurnId, text: &str) -> AnswerId {
    let answer = store
        .begin_answer(turn, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(answer.id, text).expect("open");
    store
        .finish_answer(answer.id, AnswerState::Complete, None)
        .expect("open");
    answer.id
}

fn questions(turns: &[Turn]) -> Vec<&str> {
    turns.iter().map(|turn| turn.question.as_str()).collect()
}

#[test]
fn an_edited_question_stands_beside_the_first_and_both_keep_what_followed() {
    let (folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "5 mg؟", NOW).expect("room");
    answer(&mut store, first.id, "جواب");
    let id = conversation.id;
    let (_, second) = store.begin_turn(Some(id), "وبعد؟", NOW).expect("room");
    answer(&mut store, second.id, "later");
    store.begin_turn(Some(id), "third", NOW).expect("room");

    let (_, edited) = store
        .begin_edited_turn(second.id, "وقبل؟", None, NOW)
        .expect("it exists");
    assert_eq!(edited.siblings, [second.id, edited.id]);
    assert_eq!(edited.position, second.position);
    answer(&mut store, edited.id, "earlier");
    drop(store);

    let mut store = folder.open();
    let shown = store.turns(id).expect("it exists");
    assert_eq!(questions(&shown), ["5 mg؟", "وقبل؟"]);
    store.choose_turn(second.id).expect("it exists");
    let shown = store.turns(id).expect("it exists");
    assert_eq!(questions(&shown), ["5 mg؟", "وبعد؟", "third"]);
    assert_eq!(shown[1].siblings, [second.id, edited.id]);
    store.choose_turn(edited.id).expect("it exists");
    assert_eq!(
        questions(&store.turns(id).expect("it exists")),
        ["5 mg؟", "وقبل؟"]
    );
}

#[test]
fn the_way_to_a_turn_is_known_also_where_it_is_not_shown_and_holds_no_answer() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "5 mg؟", NOW).expect("room");
    answer(&mut store, first.id, "جواب");
    let id = conversation.id;
    let (_, second) = store.begin_turn(Some(id), "وبعد؟", NOW).expect("room");
    answer(&mut store, second.id, "later");
    let (_, edited) = store
        .begin_edited_turn(second.id, "وقبل؟", None, NOW)
        .expect("it exists");
    for (turn, expected) in [
        (first.id, vec!["5 mg؟"]),
        (second.id, vec!["5 mg؟", "وبعد؟"]),
        (edited.id, vec!["5 mg؟", "وقبل؟"]),
    ] {
        let way = store.asked_on_the_way_to(turn).expect("it exists");
        assert_eq!(questions(&way), expected);
        assert!(way.iter().all(|turn| turn.answers.is_empty()));
    }
    let nobody = TurnId::new();
    assert!(matches!(
        store.asked_on_the_way_to(nobody),
        Err(HistoryError::NoSuchTurn(id)) if id == nobody
    ));
}

#[test]
fn the_first_question_can_be_edited_too() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "one", NOW).expect("room");
    answer(&mut store, first.id, "a");
    store
        .begin_turn(Some(conversation.id), "two", NOW)
        .expect("room");
    let (_, edited) = store
        .begin_edited_turn(first.id, "uno", None, NOW)
        .expect("it exists");
    assert_eq!(
        questions(&store.turns(conversation.id).expect("it exists")),
        ["uno"]
    );
    // An edit of what is not shown at present shows it first.
    let (_, again) = store
        .begin_edited_turn(first.id, "eins", None, NOW)
        .expect("it exists");
    assert_eq!(again.siblings, [first.id, edited.id, again.id]);
}

#[test]
fn a_regenerated_answer_starts_a_branch_and_the_earlier_one_leads_on_as_before() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "one", NOW).expect("room");
    let id = conversation.id;
    let old = answer(&mut store, first.id, "5 mg");
    store.begin_turn(Some(id), "after 5", NOW).expect("room");
    let new = answer(&mut store, first.id, "10 mg");
    let shown = store.turns(id).expect("it exists");
    assert_eq!(questions(&shown), ["one"]);
    assert_eq!(shown[0].chosen_answer, Some(new));
    assert_eq!(
        shown[0].shown_answer().map(|one| one.text.as_str()),
        Some("10 mg")
    );
    store.begin_turn(Some(id), "after 10", NOW).expect("room");

    store.choose_answer(old).expect("it exists");
    let shown = store.turns(id).expect("it exists");
    assert_eq!(questions(&shown), ["one", "after 5"]);
    assert_eq!(shown[0].chosen_answer, Some(old));
    assert_eq!(shown[0].answers.len(), 2);
    store.choose_answer(new).expect("it exists");
    assert_eq!(
        questions(&store.turns(id).expect("it exists")),
        ["one", "after 10"]
    );
}

#[test]
fn what_was_asked_before_any_answer_goes_on_behind_the_first() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, failed) = store.begin_turn(None, "failed", NOW).expect("room");
    store
        .begin_turn(Some(conversation.id), "and then", NOW)
        .expect("room");
    answer(&mut store, failed.id, "at last");
    let shown = store.turns(conversation.id).expect("it exists");
    assert_eq!(questions(&shown), ["failed", "and then"]);
}

#[test]
fn a_cut_answer_is_continued_by_the_model_that_began_it_and_a_whole_one_is_not() {
    let (folder, mut store) = TestFolder::with_store();
    let (_, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let begun = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(begun.id, "5-10 mg كل ").expect("open");
    let cut = AnswerState::Incomplete {
        reason: CutReason::LengthLimit,
    };
    let stats = |answer_tokens| GenerationStats {
        prompt_tokens: 31,
        answer_tokens,
        first_token_seconds: 0.5,
        tokens_per_second: 9.0,
    };
    store
        .finish_answer(begun.id, cut, Some(stats(7)))
        .expect("open");
    drop(store);

    let mut store = folder.open();
    let other = ModelStamp {
        sha256: Sha256Hex("aa".repeat(32)),
        ..model()
    };
    assert!(matches!(
        store.continue_answer(begun.id, &other),
        Err(HistoryError::AnotherModel(id)) if id == begun.id
    ));
    let open = store
        .continue_answer(begun.id, &model())
        .expect("it was cut");
    assert_eq!(
        (open.state, open.text.as_str()),
        (AnswerState::Writing, "5-10 mg كل ")
    );
    store.extend_answer(begun.id, "٨ ساعات").expect("open");
    store
        .finish_answer(begun.id, AnswerState::Complete, Some(stats(4)))
        .expect("open");
    let read = &store.turn(turn.id).expect("it exists").answers[0];
    assert_eq!(read.text, "5-10 mg كل ٨ ساعات");
    assert_eq!(read.stats.map(|stats| stats.answer_tokens), Some(11));
    assert!(matches!(
        store.continue_answer(begun.id, &model()),
        Err(HistoryError::AnswerNotCut(_))
    ));
}

#[test]
fn a_continuation_that_was_killed_keeps_all_words_and_the_figures_of_the_first_part() {
    let (folder, mut store) = TestFolder::with_store();
    let (_, turn) = store.begin_turn(None, "q", NOW).expect("room");
    let begun = store
        .begin_answer(turn.id, &model(), NOW)
        .expect("the turn exists");
    store.extend_answer(begun.id, "one ").expect("open");
    let cut = AnswerState::Incomplete {
        reason: CutReason::Stopped,
    };
    store
        .finish_answer(begun.id, cut, Some(GenerationStats::default()))
        .expect("open");
    store
        .continue_answer(begun.id, &model())
        .expect("it was cut");
    store.extend_answer(begun.id, "two").expect("open");
    drop(store);
    let read = &folder.open().turn(turn.id).expect("it exists").answers[0];
    assert_eq!(read.text, "one two");
    assert_eq!(read.stats, Some(GenerationStats::default()));
    let ended = AnswerState::Incomplete {
        reason: CutReason::AppEnded,
    };
    assert_eq!(read.state, ended);
}

#[test]
fn a_fork_holds_the_way_to_its_turn_and_changes_nothing_behind_it() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "one", NOW).expect("room");
    let id = conversation.id;
    let old = answer(&mut store, first.id, "first answer");
    let (_, second) = store.begin_turn(Some(id), "two", NOW).expect("room");
    answer(&mut store, second.id, "second answer");
    store.begin_turn(Some(id), "three", NOW).expect("room");
    answer(&mut store, first.id, "another first answer");
    let before = store.turns(id).expect("it exists");

    // Out of a branch that is not shown.
    let fork = store.fork_conversation(second.id, NOW).expect("it exists");
    assert_eq!(store.turns(id).expect("it exists"), before);
    assert_eq!(store.conversations().expect("readable")[0], fork);
    let copied = store.turns(fork.id).expect("it exists");
    assert_eq!(questions(&copied), ["one", "two"]);
    let texts: Vec<&str> = copied
        .iter()
        .filter_map(|turn| Some(turn.shown_answer()?.text.as_str()))
        .collect();
    assert_eq!(texts, ["first answer", "second answer"]);
    assert!(
        copied
            .iter()
            .all(|turn| turn.id != first.id && turn.id != second.id)
    );
    store.delete_conversation(id, NOW).expect("it exists");
    assert_eq!(store.turns(fork.id).expect("it exists"), copied);
    assert!(matches!(
        store.choose_answer(old),
        Err(HistoryError::NoSuchAnswer(_))
    ));
}

#[test]
fn a_conversation_of_three_thousand_turns_can_be_walked_forked_and_erased() {
    let (_folder, mut store) = TestFolder::with_store();
    let (conversation, first) = store.begin_turn(None, "0", NOW).expect("room");
    let id = conversation.id;
    for number in 1..3000 {
        store
            .begin_turn(Some(id), &number.to_string(), NOW)
            .expect("room");
    }
    let (_, edited) = store
        .begin_edited_turn(first.id, "zero", None, NOW)
        .expect("it exists");
    assert_eq!(store.turn_count(id).expect("it exists"), 1);
    store.choose_turn(first.id).expect("it exists");
    assert_eq!(store.turn_count(id).expect("it exists"), 3000);
    let window = store.turns_in(id, 2990..3010).expect("it exists");
    let positions: Vec<u32> = window.iter().map(|turn| turn.position).collect();
    assert_eq!(positions, (2990..3000).collect::<Vec<_>>());
    assert_eq!(questions(&window)[0], "2990");
    let all = store.turns(id).expect("it exists");
    assert_eq!(all[2990..], window[..]);
    let fork = store
        .fork_conversation(window[9].id, NOW)
        .expect("it exists");
    assert_eq!(store.turn_count(fork.id).expect("it exists"), 3000);
    store
        .delete_conversation(id, NOW)
        .expect("deeper than SQLite cascades");
    assert!(matches!(
        store.turn(edited.id),
        Err(HistoryError::NoSuchTurn(_))
    ));
    store.verify().expect("whole");
}

/// Parent turn, answer before, answers, the one that is chosen.
type ExpectedTurn = (Option<usize>, Option<usize>, Vec<AnswerId>, Option<usize>);

/// What a conversation should hold and show, kept in the plainest way.
#[derive(Default)]
struct Expected {
    /// In order of making.
    turns: Vec<ExpectedTurn>,
    ids: Vec<TurnId>,
    /// Which turn was last chosen behind a turn and answer.
    chosen: BTreeMap<(Option<usize>, Option<usize>), usize>,
}

impl Expected {
    fn add(&mut self, id: TurnId, parent: Option<usize>, after: Option<usize>) {
        self.chosen.insert((parent, after), self.ids.len());
        self.turns.push((parent, after, Vec::new(), None));
        self.ids.push(id);
    }

    fn path(&self) -> Vec<usize> {
        let mut path = Vec::new();
        let mut place = (None, None);
        while let Some(&turn) = self.chosen.get(&place) {
            path.push(turn);
            place = (Some(turn), self.turns[turn].3);
        }
        path
    }

    fn show(&mut self, turn: usize) {
        let mut at = turn;
        loop {
            let (parent, after, ..) = self.turns[at];
            self.chosen.insert((parent, after), at);
            let Some(parent) = parent else { return };
            if after.is_some() {
                self.turns[parent].3 = after;
            }
            at = parent;
        }
    }

    fn answer(&mut self, turn: usize, id: AnswerId) {
        self.show(turn);
        let number = self.turns[turn].2.len();
        self.turns[turn].2.push(id);
        self.turns[turn].3 = Some(number);
        if number == 0 {
            let orphans = self.chosen.remove(&(Some(turn), None));
            for other in &mut self.turns {
                if other.0 == Some(turn) {
                    other.1 = Some(0);
                }
            }
            if let Some(orphan) = orphans {
                self.chosen.insert((Some(turn), Some(0)), orphan);
            }
        }
    }
}

#[test]
fn whatever_is_asked_edited_answered_and_chosen_the_path_is_the_one_expected() {
    let mut dice = Dice(0x5eed_0b4a);
    for round in 0..rounds(6) {
        let (folder, mut store) = TestFolder::with_store();
        let (conversation, first) = store.begin_turn(None, "0", NOW).expect("room");
        let id = conversation.id;
        let mut expected = Expected::default();
        expected.add(first.id, None, None);
        for step in 0..60 {
            let count = expected.ids.len() as u64;
            let any = usize::try_from(dice.below(count)).expect("small");
            match dice.below(6) {
                0 | 1 => {
                    let end = *expected.path().last().expect("the first is shown");
                    let after = expected.turns[end].3;
                    let (_, turn) = store
                        .begin_turn(Some(id), &step.to_string(), NOW)
                        .expect("room");
                    expected.add(turn.id, Some(end), after);
                }
                2 => {
                    let (_, turn) = store
                        .begin_edited_turn(expected.ids[any], &step.to_string(), None, NOW)
                        .expect("it exists");
                    expected.show(any);
                    let (parent, after, ..) = expected.turns[any];
                    expected.add(turn.id, parent, after);
                }
                3 => {
                    let answered = answer(&mut store, expected.ids[any], &step.to_string());
                    expected.answer(any, answered);
                }
                4 => {
                    store.choose_turn(expected.ids[any]).expect("it exists");
                    if !expected.path().contains(&any) {
                        expected.show(any);
                    }
                }
                _ => {
                    let answers = expected.turns[any].2.clone();
                    if answers.is_empty() {
                        continue;
                    }
                    let which = usize::try_from(dice.below(answers.len() as u64)).expect("small");
                    store.choose_answer(answers[which]).expect("it exists");
                    expected.show(any);
                    expected.turns[any].3 = Some(which);
                }
            }
            let shown = store.turns(id).expect("it exists");
            let wanted: Vec<TurnId> = expected.path().iter().map(|at| expected.ids[*at]).collect();
            let ids: Vec<TurnId> = shown.iter().map(|turn| turn.id).collect();
            assert_eq!(ids, wanted, "round {round}, step {step}");
            assert_eq!(store.turn_count(id).expect("it exists") as usize, ids.len());
        }
        drop(store);
        let store = folder.open();
        for (turn, (_, _, answers, chosen)) in expected.ids.iter().zip(&expected.turns) {
            let read = store.turn(*turn).expect("nothing is lost");
            let ids: Vec<AnswerId> = read.answers.iter().map(|one| one.id).collect();
            assert_eq!(ids, *answers);
            assert_eq!(read.chosen_answer, chosen.map(|at| answers[at]));
        }
        store.verify().expect("whole");
    }
}
