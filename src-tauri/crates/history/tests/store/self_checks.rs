//! Self-checks: each result is there once it was told, and one item has one.

use sanad_domain::{ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{HistoryError, SelfCheckId, Store};

use crate::support::TestFolder;

fn model(name: &str) -> ModelStamp {
    ModelStamp {
        name: name.to_owned(),
        sha256: Sha256Hex("ab".repeat(32)),
    }
}

fn kept(store: &Store, id: SelfCheckId) -> Vec<String> {
    store.self_check_results(id).expect("readable")
}

#[test]
fn a_check_goes_on_where_it_was_after_the_store_was_closed() {
    let (folder, mut store) = TestFolder::with_store();
    let id = store
        .begin_self_check(&model("small"), "{\"items\":[]}", Timestamp(5))
        .expect("writable");
    for (item, result) in [("ck-001.en", "1"), ("ck-001.ar", "2"), ("ck-001.en", "3")] {
        store
            .keep_self_check_result(id, item, result)
            .expect("writable");
    }
    drop(store);

    let mut store = folder.open();
    assert_eq!(
        kept(&store, id),
        ["3", "2"],
        "an item that is asked again has one result"
    );
    let check = store.self_check(id).expect("it exists");
    assert_eq!((check.results, check.ended_at), (2, None));
    assert_eq!(
        (check.model, check.started_at),
        (model("small"), Timestamp(5))
    );
    store.end_self_check(id, Timestamp(9)).expect("writable");
    let ended = store.self_check(id).expect("it exists").ended_at;
    assert_eq!(ended, Some(Timestamp(9)));
}

#[test]
fn checks_are_listed_newest_first_and_deleted_with_their_results() {
    let (_folder, mut store) = TestFolder::with_store();
    let mut begin = |name: &str| {
        let id = store.begin_self_check(&model(name), "{}", Timestamp(1));
        let id = id.expect("writable");
        store
            .keep_self_check_result(id, "ck-001.en", name)
            .expect("writable");
        id
    };
    let (first, second) = (begin("first"), begin("second"));
    let listed: Vec<SelfCheckId> = store
        .self_checks()
        .expect("readable")
        .iter()
        .map(|check| check.id)
        .collect();
    assert_eq!(listed, [second, first]);
    store.delete_self_check(first).expect("writable");
    assert!(kept(&store, first).is_empty());
    assert_eq!(kept(&store, second), ["second"]);
    let gone = store.keep_self_check_result(first, "ck-002.en", "x");
    assert!(matches!(gone, Err(HistoryError::NoSuchSelfCheck(id)) if id == first));
    let gone = store.end_self_check(first, Timestamp(2));
    assert!(matches!(gone, Err(HistoryError::NoSuchSelfCheck(_))));
}
