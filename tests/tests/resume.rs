//! What the model has in memory of a conversation outlives the app, sealed, and goes when the conversation goes.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sanad_chat::{AnswerLimits, Chat};
use sanad_domain::{ConversationId, Sampling, SystemClock, Turn};
use sanad_engine_client::EngineSupervisor;
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_models::ModelPlaces;
use sanad_tests::{PASSPHRASE, assert_nowhere_in, engine, fixture_model, folder};

const FIRST: &str = "كيف نقرأ مدى الجرعة المكتوب؟";
const SECOND: &str = "How many chambers does the heart have?";

/// An app that is started, asked, and quit.
struct App {
    chat: Chat,
    engine: EngineSupervisor,
}

impl App {
    fn start(data: &Path) -> Self {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
        let folder = StoreFolder::at(data);
        let store = if Store::exists(&folder).expect("the folder can be read") {
            Store::open(&folder, &passphrase)
        } else {
            Store::create(&folder, &passphrase, KeyDerivation::WEAK_FOR_TESTS)
        };
        let engine_of_its_own = EngineSupervisor::new(engine());
        let places = ModelPlaces {
            data: data.to_owned(),
            cache: data.to_owned(),
            share: None,
        };
        let chat = Chat::new(
            store.expect("the folder takes a store"),
            engine_of_its_own.clone(),
            places,
            Some(fixture_model()),
            Arc::new(SystemClock),
        );
        Self {
            chat,
            engine: engine_of_its_own,
        }
    }

    async fn ask(&self, place: Option<ConversationId>, question: &str) -> Turn {
        let limits = AnswerLimits {
            sampling: Sampling::GREEDY,
            max_tokens: 200,
        };
        let asked = self.chat.ask(place, question, limits, &|_| true).await;
        asked.expect("the fixture model answers")
    }

    async fn quit(self) {
        self.chat.keep_states(Duration::ZERO).await;
        self.chat.close().expect("it is open");
        self.engine.unload().await;
    }
}

fn shown(turn: &Turn) -> String {
    turn.shown_answer().expect("it was answered").text.clone()
}

fn states(data: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(data.join("states")) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.expect("it can be read").path())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_goes_on_after_quitting_with_the_words_it_would_have_had() {
    let (stayed, left) = (folder(), folder());
    let app = App::start(stayed.path());
    let begun = app.ask(None, FIRST).await;
    let expected = shown(&app.ask(Some(begun.conversation), SECOND).await);
    app.quit().await;

    let app = App::start(left.path());
    let begun = app.ask(None, FIRST).await;
    assert!(states(left.path()).is_empty(), "nobody has left it yet");
    app.quit().await;
    let kept = states(left.path());
    assert_eq!(kept.len(), 1);
    assert_nowhere_in(left.path(), FIRST);

    let app = App::start(left.path());
    let resumed = app.ask(Some(begun.conversation), SECOND).await;
    assert_eq!(shown(&resumed), expected);
    assert_eq!(states(left.path()), kept, "a state that opened stays");
    app.quit().await;

    let mut damaged = fs::read(&kept[0]).expect("it is there");
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    fs::write(&kept[0], damaged).expect("there is room");
    let app = App::start(left.path());
    app.ask(Some(begun.conversation), FIRST).await;
    assert!(
        states(left.path()).is_empty(),
        "a damaged one goes, and costs no answer"
    );
    app.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_goes_with_its_conversation_and_with_the_permission() {
    let data = folder();
    let app = App::start(data.path());
    let (one, other) = (app.ask(None, FIRST).await, app.ask(None, SECOND).await);
    app.chat.keep_states(Duration::from_secs(3600)).await;
    assert!(states(data.path()).is_empty(), "both were just asked");
    app.chat.keep_states(Duration::ZERO).await;
    assert_eq!(states(data.path()).len(), 2);
    let delete = app
        .chat
        .write(|store, now| store.delete_conversation(one.conversation, now));
    delete.expect("it is there");
    assert_eq!(states(data.path()).len(), 1);
    let forbid = app.chat.write(|store, _| store.set_keeps_states(false));
    forbid.expect("there is room");
    assert!(states(data.path()).is_empty());
    app.ask(Some(other.conversation), FIRST).await;
    app.chat.keep_states(Duration::ZERO).await;
    assert!(states(data.path()).is_empty(), "it is not permitted");
    app.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_of_a_temporary_conversation() {
    let data = folder();
    let app = App::start(data.path());
    let limits = AnswerLimits {
        sampling: Sampling::GREEDY,
        max_tokens: 200,
    };
    let asked = app.chat.ask_temporarily(SECOND, limits, &|_| true).await;
    asked.expect("the fixture model answers");
    app.quit().await;
    assert!(states(data.path()).is_empty());
}
