//! How answers are drawn: kept as usual and for one conversation, and never out of range.

use sanad_domain::{ConversationId, Sampling, SamplingFigure};
use sanad_history::HistoryError;

use crate::support::{NOW, TestFolder};

const OWN: Sampling = Sampling {
    temperature: 0.7,
    top_k: 20,
    top_p: 0.9,
    min_p: 0.1,
    repetition: 1.1,
    seed: 42,
};

#[test]
fn figures_are_as_usual_until_somebody_sets_them_and_then_stay() {
    let (folder, mut store) = TestFolder::with_store();
    let usual = store.sampling().expect("readable");
    assert_eq!(usual.sampling, Sampling::default());
    assert!(usual.replaced.is_empty(), "nothing was kept");
    store.set_sampling(OWN).expect("room");
    drop(store);
    let kept = folder.open().sampling().expect("readable");
    assert_eq!((kept.sampling, kept.replaced), (OWN, Vec::new()));
}

#[test]
fn a_conversation_has_figures_of_its_own_until_it_is_told_to_be_as_usual() {
    let (folder, mut store) = TestFolder::with_store();
    let (row, turn) = store.begin_turn(None, "q", NOW).expect("room");
    assert_eq!(store.conversation_sampling(row.id).expect("there"), None);
    store
        .set_conversation_sampling(row.id, Some(OWN))
        .expect("there");
    let fork = store.fork_conversation(turn.id, NOW).expect("there");
    drop(store);

    let mut store = folder.open();
    for id in [row.id, fork.id] {
        let own = store.conversation_sampling(id).expect("there");
        assert_eq!(own.map(|own| own.sampling), Some(OWN));
    }
    let usual = store.sampling().expect("readable");
    assert_eq!(usual.sampling, Sampling::default());
    store
        .set_conversation_sampling(row.id, None)
        .expect("there");
    assert_eq!(store.conversation_sampling(row.id).expect("there"), None);
    let nobody = store.conversation_sampling(ConversationId::new());
    assert!(matches!(nobody, Err(HistoryError::NoSuchConversation(_))));
}

#[test]
fn what_was_kept_out_of_range_falls_back_figure_by_figure_and_is_told() {
    let (_folder, mut store) = TestFolder::with_store();
    let key = "answers.sampling";
    let kept = r#"{"temperature":9,"top_k":20,"top_p":"much","min_p":0.1,"repetition":1.1}"#;
    store.put_setting(key, kept).expect("room");
    let read = store.sampling().expect("readable");
    let expected = Sampling {
        temperature: Sampling::default().temperature,
        top_p: Sampling::default().top_p,
        seed: Sampling::default().seed,
        ..OWN
    };
    assert_eq!(read.sampling, expected);
    let (temperature, top_p) = (SamplingFigure::Temperature, SamplingFigure::TopP);
    assert_eq!(read.replaced, [temperature, top_p, SamplingFigure::Seed]);

    store.put_setting(key, "not JSON").expect("room");
    let read = store.sampling().expect("readable");
    assert_eq!(read.sampling, Sampling::default());
    assert_eq!(read.replaced, SamplingFigure::ALL);
}
