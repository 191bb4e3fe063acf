//! Templates of the user's own, and the persona of a conversation: kept, encrypted, and there after a restart.

use sanad_domain::{Bilingual, ChosenPersona, Interview, PersonaRules};

use crate::support::{NOW, TestFolder};

fn both(en: &str, ar: &str) -> Bilingual {
    Bilingual {
        en: en.to_owned(),
        ar: ar.to_owned(),
    }
}

fn persona(version: u32) -> ChosenPersona {
    ChosenPersona {
        template: "sanad.history-taking".to_owned(),
        version,
        name: both("History taking", "أخذ القصة المرضية"),
        words: both("Ask one thing.", "اسأل سؤالًا واحدًا."),
        rules: PersonaRules {
            follows_language: true,
            interview: Some(Interview {
                questions: 5,
                conclusion: both("Sum up.", "لخّص."),
                heading: both("Summary", "الملخص"),
            }),
        },
    }
}

#[test]
fn a_template_is_kept_under_its_id_with_its_newest_version() {
    let (folder, mut store) = TestFolder::with_store();
    for (id, version, source) in [("b", 1, "one"), ("a", 1, "ملاحظة"), ("b", 2, "two")] {
        store.keep_template(id, version, source, NOW).expect("room");
    }
    drop(store);

    let mut store = folder.open();
    let kept = store.templates().expect("readable");
    let kept: Vec<(&str, u32, &str)> = kept
        .iter()
        .map(|one| (one.id.as_str(), one.version, one.source.as_str()))
        .collect();
    assert_eq!(kept, [("a", 1, "ملاحظة"), ("b", 2, "two")]);
    store.remove_template("b").expect("room");
    store.remove_template("b").expect("it is gone already");
    assert_eq!(store.templates().expect("readable").len(), 1);
}

#[test]
fn a_persona_stays_with_its_conversation_beside_the_users_own_words() {
    let (folder, mut store) = TestFolder::with_store();
    let id = store.begin_turn(None, "q", NOW).expect("room").0.id;
    store
        .set_conversation_persona(id, Some("Be kind."))
        .expect("it exists");
    store
        .choose_persona(Some(id), Some(&persona(1)))
        .expect("it exists");
    drop(store);

    let mut store = folder.open();
    let read = store.conversation(id).expect("it exists");
    assert_eq!(read.chosen_persona, Some(persona(1)));
    assert_eq!(read.persona.as_deref(), Some("Be kind."));
    assert_eq!(store.conversations().expect("readable")[0], read);

    let handed_out = store.hand_out_conversation(id).expect("it exists");
    assert_eq!(
        handed_out.persona.as_deref(),
        Some("Ask one thing.\n\nBe kind."),
        "an export of version 1 says all that the model was told"
    );
    let turn = store.turns(id).expect("it exists")[0].id;
    let fork = store.fork_conversation(turn, NOW).expect("it exists");
    assert_eq!(fork.chosen_persona, Some(persona(1)));

    store.choose_persona(Some(id), None).expect("it exists");
    let read = store.conversation(id).expect("it exists");
    assert_eq!(
        (read.chosen_persona, read.persona.as_deref()),
        (None, Some("Be kind."))
    );
}

#[test]
fn the_next_conversation_takes_the_persona_that_was_chosen_for_it() {
    let (folder, mut store) = TestFolder::with_store();
    store.choose_persona(None, Some(&persona(1))).expect("room");
    store.choose_persona(None, Some(&persona(2))).expect("room");
    drop(store);

    let mut store = folder.open();
    assert_eq!(store.next_persona().expect("readable"), Some(persona(2)));
    // Whoever asks without it, as the command line does, leaves it where it is.
    let (plain, _) = store.begin_turn(None, "q", NOW).expect("room");
    assert_eq!(plain.chosen_persona, None);
    assert!(store.next_persona().expect("readable").is_some());

    let chosen = store.next_persona().expect("readable");
    let (begun, _) = store
        .begin_turn_as(None, "q", None, chosen.as_ref(), NOW)
        .expect("room");
    assert_eq!(begun.chosen_persona, Some(persona(2)));
    assert_eq!(store.next_persona().expect("readable"), None);
    let (same, _) = store
        .begin_turn_as(Some(begun.id), "and", None, Some(&persona(3)), NOW)
        .expect("room");
    assert_eq!(
        same.chosen_persona,
        Some(persona(2)),
        "a conversation keeps the one it has"
    );
    store.choose_persona(None, Some(&persona(1))).expect("room");
    store.choose_persona(None, None).expect("room");
    assert_eq!(store.next_persona().expect("readable"), None);
}
