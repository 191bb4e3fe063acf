//! Search: what was said is found, marked where it stands, and gone when it is erased.

use std::collections::BTreeSet;
use std::fs;

use sanad_domain::{
    AnswerState, ConversationId, CutReason, ModelStamp, Sha256Hex, Timestamp, TurnId,
};
use sanad_history::{SearchHit, SearchPage, SearchRequest, Store};
use sanad_testing::shared_data;
use sanad_text::{fold, matches, search_terms, search_tokens};
use serde_json::Value;

use crate::support::{DIFFICULT_TEXTS, NOW, TestFolder, model};

fn asked_for(text: &str) -> SearchRequest {
    SearchRequest {
        text: text.to_owned(),
        ..SearchRequest::default()
    }
}

fn search(store: &Store, text: &str) -> SearchPage {
    store.search(&asked_for(text)).expect("readable")
}

fn ask(store: &mut Store, question: &str, now: Timestamp) -> (ConversationId, TurnId) {
    let (conversation, turn) = store.begin_turn(None, question, now).expect("room");
    (conversation.id, turn.id)
}

fn answer(store: &mut Store, turn: TurnId, model: &ModelStamp, text: &str, state: AnswerState) {
    let answer = store.begin_answer(turn, model, NOW).expect("it exists");
    store.extend_answer(answer.id, text).expect("open");
    store.finish_answer(answer.id, state, None).expect("open");
}

/// What the hits mark, in the text that was stored.
fn marked<'text>(hit: &SearchHit, text: &'text str) -> Vec<&'text str> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    hit.ranges
        .iter()
        .map(|range| {
            let narrow = text
                .get(range.utf8())
                .expect("ranges lie between characters");
            let same = String::from_utf16(&wide[range.utf16()]).expect("between characters");
            assert_eq!(narrow, same);
            narrow
        })
        .collect()
}

#[test]
fn the_store_finds_exactly_what_the_plain_rule_finds() {
    let Some(path) = shared_data("arabic_search.json") else {
        return;
    };
    let data = fs::read_to_string(path).expect("it is there");
    let data: Value = serde_json::from_str(&data).expect("it is JSON");
    let texts = |key: &str| -> Vec<String> {
        let list = data[key].as_array().expect("a list");
        let text = |one: &Value| one.as_str().or(one["query"].as_str()).map(str::to_owned);
        list.iter().map(|one| text(one).expect("a text")).collect()
    };
    let (documents, queries) = (texts("documents"), texts("queries"));
    let (_folder, mut store) = TestFolder::with_store();
    let turns: Vec<TurnId> = documents
        .iter()
        .map(|text| ask(&mut store, text, NOW).1)
        .collect();
    let mut found = 0;
    for query in &queries {
        let terms = search_terms(query);
        let expected: BTreeSet<TurnId> = documents
            .iter()
            .zip(&turns)
            .filter(|(text, _)| matches(&fold(text), &search_tokens(text), &terms))
            .map(|(_, turn)| *turn)
            .collect();
        // A blank says that the last word is whole.
        let page = search(&store, &format!("{query} "));
        let hits: BTreeSet<TurnId> = page.hits.iter().filter_map(|hit| hit.turn).collect();
        assert_eq!(hits, expected, "{query}");
        for hit in &page.hits {
            assert!(!hit.ranges.is_empty(), "{query} is marked in {}", hit.title);
        }
        found += hits.len();
    }
    assert!(found >= 36, "{found} found");
}

#[test]
fn a_hit_is_marked_where_it_stands_in_the_stored_text() {
    let (_folder, mut store) = TestFolder::with_store();
    let text =
        "👨\u{200D}👩\u{200D}👧 يُعْطَى الأموكسيسيلين بجرعة ٥٠٠ ملغ، أو Amoxicillin 7.5% كل ٨ ساعات";
    ask(&mut store, text, NOW);
    for (query, expected) in [
        ("اموكسيسيلين ", "الأموكسيسيلين"),
        ("500", "٥٠٠"),
        ("amoxi", "Amoxicillin"),
        ("cillin", "Amoxicillin"),
        ("7.5", "7.5"),
        ("٧٫٥", "7.5"),
    ] {
        let page = search(&store, query);
        let hit = page
            .hits
            .iter()
            .find(|hit| hit.turn.is_some())
            .unwrap_or_else(|| panic!("{query} is found"));
        assert_eq!(marked(hit, text), [expected], "{query}");
    }
}

#[test]
fn an_excerpt_is_a_piece_of_the_text_around_the_first_match() {
    let (_folder, mut store) = TestFolder::with_store();
    let (_, turn) = ask(&mut store, "q", NOW);
    let text = format!(
        "{}الميتفورمين 500 mg {}",
        "كلمة 👍 ".repeat(300),
        "word ".repeat(300)
    );
    answer(&mut store, turn, &model(), &text, AnswerState::Complete);
    let page = search(&store, "ميتفورمين");
    let hit = &page.hits[0];
    assert!(
        hit.excerpt.contains("الميتفورمين 500 mg"),
        "{}",
        hit.excerpt
    );
    assert!(hit.excerpt.chars().count() <= 40 + 120, "{}", hit.excerpt);
    let start = hit.excerpt_start;
    assert!(
        text.get(start.utf8..)
            .expect("between characters")
            .starts_with(&hit.excerpt)
    );
    let before = text.get(..start.utf8).expect("between characters");
    assert_eq!(start.utf16, before.encode_utf16().count());
}

#[test]
fn words_are_found_while_they_are_typed() {
    let (_folder, mut store) = TestFolder::with_store();
    let text = "Amoxicillin كل ٨ ساعات للالتهاب 2026";
    let (_, turn) = ask(&mut store, text, NOW);
    for word in ["amoxicillin", "للالتهاب", "2026", "ساعات"] {
        let letters: Vec<char> = word.chars().collect();
        for count in 2..=letters.len() {
            let typed: String = letters[..count].iter().collect();
            let hits = search(&store, &format!("amoxicillin {typed}")).hits;
            assert!(hits.iter().any(|hit| hit.turn == Some(turn)), "{typed}");
            for hit in hits.iter().filter(|hit| hit.turn.is_some()) {
                assert!(!marked(hit, text).is_empty(), "{typed} is marked");
            }
        }
    }
    assert!(
        search(&store, "am ").hits.is_empty(),
        "a blank ends the word"
    );
    assert!(
        search(&store, "m").hits.is_empty(),
        "one letter is no beginning"
    );
    assert!(
        search(&store, "amoxicillin absent").hits.is_empty(),
        "all words count"
    );
}

#[test]
fn whatever_is_typed_is_a_query_and_never_an_error() {
    let (_folder, mut store) = TestFolder::with_store();
    for text in DIFFICULT_TEXTS {
        ask(&mut store, text, NOW);
    }
    let operators = [
        "",
        " ",
        "\"",
        "\"\"",
        "*",
        "a*",
        "NEAR(a b)",
        "a AND",
        "OR",
        "NOT x",
        "keys:a",
        "(",
        ")",
        "-a",
        "^a",
        "a\0b",
        "{a b} : c",
        "'",
        "a'b",
        "\"a\"b",
        "7,5",
        "٧٫٥",
        "5-10 mg",
        "%",
        "_",
    ];
    for query in operators.iter().chain(DIFFICULT_TEXTS) {
        search(&store, query);
        search(&store, &query.repeat(200));
    }
    for (text, beginning) in DIFFICULT_TEXTS.iter().zip(["ما جرعة", "می\u{200C}خواهم"])
    {
        assert!(!search(&store, beginning).hits.is_empty(), "{text}");
    }
}

#[test]
fn hits_come_by_date_folder_model_and_archive_and_never_from_the_bin() {
    let (_folder, mut store) = TestFolder::with_store();
    let day = |number: i64| Timestamp(NOW.0 + number * 86_400_000);
    let other = ModelStamp {
        name: "Other".to_owned(),
        sha256: Sha256Hex("ab".repeat(32)),
    };
    let mut conversations = Vec::new();
    for number in 0..4 {
        let (id, turn) = ask(&mut store, &format!("?? dose {number}"), day(number));
        let model = if number == 2 { other.clone() } else { model() };
        answer(
            &mut store,
            turn,
            &model,
            "5 mg/kg dose",
            AnswerState::Complete,
        );
        store.rename(id, "untitled").expect("it exists");
        conversations.push(id);
    }
    let folder = store.make_folder("A", NOW).expect("room");
    store
        .move_to_folder(conversations[1], Some(folder.id))
        .expect("both exist");
    store
        .set_archived(conversations[0], true)
        .expect("it exists");
    store
        .bin_conversation(conversations[3], NOW)
        .expect("it exists");
    let in_conversations = |request: SearchRequest| -> Vec<usize> {
        let page = store.search(&request).expect("readable");
        let place = |hit: &SearchHit| conversations.iter().position(|id| *id == hit.conversation);
        let places: BTreeSet<usize> = page.hits.iter().filter_map(place).collect();
        places.into_iter().collect()
    };
    let all = asked_for("dose");
    assert_eq!(in_conversations(all.clone()), [0, 1, 2]);
    let archived = |archived| SearchRequest {
        archived: Some(archived),
        ..all.clone()
    };
    assert_eq!(in_conversations(archived(true)), [0]);
    assert_eq!(in_conversations(archived(false)), [1, 2]);
    let foldered = SearchRequest {
        folder: Some(folder.id),
        ..all.clone()
    };
    assert_eq!(in_conversations(foldered), [1]);
    let of_model = SearchRequest {
        model: Some(other.sha256),
        ..all.clone()
    };
    assert_eq!(in_conversations(of_model), [2]);
    let questions = asked_for("dose 1");
    let dated = SearchRequest {
        from: Some(day(1)),
        before: Some(day(2)),
        ..questions
    };
    assert_eq!(in_conversations(dated), [1]);
    store
        .unbin_conversation(conversations[3])
        .expect("it is not erased");
    let page = store.search(&all).expect("readable");
    assert!(
        page.hits
            .iter()
            .any(|hit| hit.conversation == conversations[3])
    );
}

#[test]
fn pages_hold_every_hit_once_newest_first() {
    let (_folder, mut store) = TestFolder::with_store();
    let mut turns: Vec<TurnId> = (0..23)
        .map(|number| {
            let turn = ask(&mut store, &format!("dose {number}"), NOW);
            store.rename(turn.0, "untitled").expect("it exists");
            turn.1
        })
        .collect();
    turns.reverse();
    let mut request = SearchRequest {
        limit: 5,
        ..asked_for("dose")
    };
    let mut found = Vec::new();
    loop {
        let page = store.search(&request).expect("readable");
        assert!(page.hits.len() <= 5 && !page.index_incomplete);
        found.extend(page.hits.iter().filter_map(|hit| hit.turn));
        request.after = page.next;
        if page.next.is_none() {
            break;
        }
    }
    assert_eq!(found, turns);
}

#[test]
fn a_new_title_and_a_continued_answer_are_found_and_the_old_ones_are_not() {
    let (folder, mut store) = TestFolder::with_store();
    let (id, turn) = ask(&mut store, "the beginning", NOW);
    store.rename(id, "Patient Zaid").expect("it exists");
    assert_eq!(search(&store, "zaid").hits.len(), 1);
    store.rename(id, "Patient Omar").expect("it exists");
    assert!(search(&store, "zaid").hits.is_empty());
    assert_eq!(search(&store, "omar").hits[0].turn, None);

    let cut = AnswerState::Incomplete {
        reason: CutReason::LengthLimit,
    };
    let begun = store.begin_answer(turn, &model(), NOW).expect("it exists");
    store.extend_answer(begun.id, "metform").expect("open");
    assert!(
        search(&store, "metform").hits.is_empty(),
        "it is being written"
    );
    store.finish_answer(begun.id, cut, None).expect("open");
    assert_eq!(search(&store, "metform ").hits.len(), 1);
    store
        .continue_answer(begun.id, &model())
        .expect("it was cut");
    store
        .extend_answer(begun.id, "in twice daily")
        .expect("open");
    drop(store);
    let store = folder.open();
    let page = search(&store, "metformin daily ");
    assert_eq!(
        page.hits.len(),
        1,
        "what the app left behind is indexed when it opens"
    );
    assert_eq!(page.hits[0].answer, Some(begun.id));
    let text = "metformin twice daily";
    assert_eq!(marked(&page.hits[0], text), ["metformin", "daily"]);
}

#[test]
fn forks_and_branches_are_found_and_erased_conversations_are_not() {
    let (_folder, mut store) = TestFolder::with_store();
    let (id, turn) = ask(&mut store, "warfarin يوميا", NOW);
    answer(
        &mut store,
        turn,
        &model(),
        "INR warfarin",
        AnswerState::Complete,
    );
    store
        .begin_edited_turn(turn, "heparin", None, NOW)
        .expect("it exists");
    assert_eq!(
        search(&store, "INR warfarin").hits.len(),
        1,
        "a branch that is not shown"
    );
    let fork = store.fork_conversation(turn, NOW).expect("it exists");
    assert_eq!(search(&store, "INR warfarin").hits.len(), 2);
    store.delete_conversation(id, NOW).expect("it exists");
    let page = search(&store, "arfari");
    assert!(!page.hits.is_empty());
    assert!(page.hits.iter().all(|hit| hit.conversation == fork.id));
    assert!(search(&store, "heparin").hits.is_empty());
    store.delete_conversation(fork.id, NOW).expect("it exists");
    assert!(search(&store, "arfari").hits.is_empty());
    store.verify().expect("whole");
}
