//! Branches, answers that go on, and a conversation that is never written, with a real engine and a real store.

use std::path::Path;
use std::sync::Arc;

use sanad_chat::{AnswerLimits, Chat, ChatError, model_file};
use sanad_domain::{AnswerState, ConversationId, CutReason, Sampling, SystemClock, Turn};
use sanad_engine_client::EngineSupervisor;
use sanad_history::{
    HistoryError, KeyDerivation, ListRequest, Passphrase, SearchRequest, Shelf, Store, StoreFolder,
};
use sanad_models::{EngineWish, ModelPlaces};
use sanad_tests::{PASSPHRASE, bytes_of_all_files, engine, fixture_model};

/// 846 tokens long, learnt by heart: see the fixture model's README.
const LONG: &str = "اشرح في خمسين خطوة كيف تقرأ المذكرة بصوت مسموع.";
const SHORT: &str = "Hello";
const OTHER: &str = "ما معنى 1-0-0 على العلبة؟";

fn chat(data: &Path) -> Chat {
    let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
    let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
    let store = Store::create(&StoreFolder::at(data), &passphrase, derivation).expect("it is new");
    Chat::new(
        store,
        EngineSupervisor::new(engine()),
        ModelPlaces {
            data: data.to_owned(),
            cache: data.to_owned(),
            share: None,
        },
        Some(fixture_model()),
        Arc::new(SystemClock),
    )
}

fn up_to(max_tokens: u32) -> AnswerLimits {
    AnswerLimits {
        sampling: Sampling::GREEDY,
        max_tokens,
    }
}

async fn ask(chat: &Chat, place: Option<ConversationId>, question: &str, max_tokens: u32) -> Turn {
    chat.ask(place, question, up_to(max_tokens), &|_| true)
        .await
        .expect("the fixture model answers")
}

fn shown(turn: &Turn) -> &str {
    &turn.shown_answer().expect("it was answered").text
}

fn questions(chat: &Chat, id: ConversationId) -> Vec<String> {
    let turns = chat.read(|store| store.turns(id)).expect("it is open");
    turns.into_iter().map(|turn| turn.question).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_answer_goes_on_where_it_was_cut() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    let whole = ask(&chat, None, LONG, 2000).await;
    let cut = ask(&chat, None, LONG, 60).await;
    let begun = cut.shown_answer().expect("some words came");
    assert_eq!(
        begun.state,
        AnswerState::Incomplete {
            reason: CutReason::LengthLimit
        }
    );
    assert!(shown(&whole).starts_with(&begun.text) && begun.text != shown(&whole));

    let gone_on = chat
        .go_on(cut.id, up_to(2000), &|_| true)
        .await
        .expect("it was cut");
    assert_eq!(gone_on.answers.len(), 1, "no second answer was made");
    assert_eq!(shown(&gone_on), shown(&whole));
    let ended = gone_on.shown_answer().expect("it is there");
    assert_eq!(ended.state, AnswerState::Complete);

    let again = chat.go_on(cut.id, up_to(10), &|_| true).await;
    assert!(
        matches!(
            again,
            Err(ChatError::History(HistoryError::AnswerNotCut(_)))
        ),
        "a whole answer has no end to go on from: {again:?}"
    );
    chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edited_question_leaves_the_first_one_and_what_followed_it() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    let first = ask(&chat, None, SHORT, 40).await;
    let place = Some(first.conversation);
    ask(&chat, place, LONG, 10).await;
    let edited = chat
        .edit(first.id, OTHER, up_to(200), &|_| true)
        .await
        .expect("the fixture model answers");
    assert_eq!(edited.siblings, [first.id, edited.id]);
    assert!(shown(&edited).contains("1-0-0"));
    assert_eq!(questions(&chat, first.conversation), [OTHER]);

    chat.choose_turn(first.id)
        .expect("nothing is being written");
    assert_eq!(questions(&chat, first.conversation), [SHORT, LONG]);

    let again = chat
        .regenerate(first.id, up_to(5), &|_| true)
        .await
        .expect("the fixture model answers");
    assert_eq!(again.answers.len(), 2);
    assert_eq!(questions(&chat, first.conversation), [SHORT]);
    chat.choose_answer(first.answers[0].id)
        .expect("nothing is being written");
    assert_eq!(questions(&chat, first.conversation), [SHORT, LONG]);
    chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversations_own_figures_come_before_those_of_the_settings() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    let likeliest = ask(&chat, None, LONG, 200).await;
    let wild = Sampling {
        temperature: 1.5,
        top_k: 0,
        top_p: 1.0,
        min_p: 0.0,
        // The fixture model is so sure of what it has learnt that heat alone does not move it.
        repetition: 1.5,
        seed: 7,
    };
    let own = |sampling| {
        chat.write(|store, _| store.set_conversation_sampling(likeliest.conversation, sampling))
            .expect("it is there");
    };
    let again = || async {
        let turn = chat.regenerate(likeliest.id, up_to(200), &|_| true).await;
        shown(&turn.expect("the fixture model answers")).to_owned()
    };
    own(Some(wild));
    let (first, second) = (again().await, again().await);
    assert_ne!(first, shown(&likeliest), "drawn freely here");
    assert_ne!(first, second, "another answer begins its dice elsewhere");
    own(None);
    assert_eq!(again().await, shown(&likeliest), "as the settings say");
    chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restarted_engine_runs_as_is_wished_and_goes_on_with_a_conversation() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    let first = ask(&chat, None, SHORT, 20).await;
    let wish = EngineWish {
        threads: Some(1),
        context_tokens: Some(2048),
    };
    chat.restart_engine(wish).await.expect("nothing is asked");
    assert_eq!(chat.engine_wish(), wish);
    ask(&chat, Some(first.conversation), OTHER, 20).await;
    let model = chat.model().await.expect("it is sound");
    let file = model_file(&model);
    assert_eq!(file.threads, Some(1));
    let trained = model.facts.training_context;
    let least = u32::try_from(trained.min(2048)).expect("it is small");
    assert_eq!(file.context_tokens, Some(least));
    chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_temporary_conversation_reaches_no_file() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    // The model's hash is remembered in a file at its first use.
    chat.model().await.expect("the fixture model is sound");
    let before = bytes_of_all_files(data.path());
    let turn = chat
        .ask_temporarily(OTHER, up_to(200), &|_| true)
        .await
        .expect("the fixture model answers");
    assert!(shown(&turn).contains("1-0-0"));
    let next = chat
        .ask_temporarily(SHORT, up_to(20), &|_| true)
        .await
        .expect("the fixture model answers");
    assert_eq!(next.position, 1);
    assert_eq!(chat.temporary_turns().len(), 2);
    assert!(
        before == bytes_of_all_files(data.path()),
        "a file was written for a temporary conversation"
    );
    let daily = ListRequest {
        shelf: Shelf::Daily,
        folder: None,
        after: None,
        limit: 10,
    };
    let found = SearchRequest {
        text: "العلبة".to_owned(),
        ..SearchRequest::default()
    };
    assert_eq!(chat.read(|store| store.list(&daily)).expect("open"), []);
    let hits = chat.read(|store| store.search(&found)).expect("open").hits;
    assert_eq!(hits, []);

    chat.end_temporary();
    assert_eq!(chat.temporary_turns(), []);
    chat.close().expect("it is open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_is_gone_is_said_and_the_question_is_kept() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let chat = chat(data.path());
    let first = ask(&chat, None, SHORT, 5).await;
    let gone = sanad_domain::Sha256Hex("ab".repeat(32));
    chat.write(|store, now| store.set_conversation_model(first.conversation, Some(&gone), now))
        .expect("it is there");
    let refused = chat
        .ask(Some(first.conversation), OTHER, up_to(5), &|_| true)
        .await;
    assert!(
        matches!(refused, Err(ChatError::ModelGone(_))),
        "{refused:?}"
    );
    assert_eq!(questions(&chat, first.conversation), [SHORT, OTHER]);
    chat.close().expect("it is open");
}
