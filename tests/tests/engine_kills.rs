//! The engine is killed at any moment of loading, reading and answering; nobody but the engine dies of it.
#![cfg(target_os = "linux")]

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use sanad_chat::{AnswerLimits, Chat, ChatError, TurnStep};
use sanad_domain::{AnswerState, CutReason, Sampling, SystemClock, Turn};
use sanad_engine_client::{EngineFault, EngineState, EngineSupervisor};
use sanad_history::{KeyDerivation, Passphrase, Store, StoreFolder};
use sanad_models::ModelPlaces;
use sanad_testing::{Dice, rounds};
use sanad_tests::{PASSPHRASE, engine, fixture_model, say, send_signal};

/// 903 tokens long, learnt by heart: see the fixture model's README.
const LONG: &str = "Describe in fifty steps how to read a note aloud.";
const SHORT: &str = "Hello";
/// An engine is to be back within this beside its loading.
const BACK: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Moment {
    Loading,
    Reading,
    Answering,
}

/// One engine, one store, and what is heard of the turn in progress.
struct Ward {
    chat: Chat,
    supervisor: EngineSupervisor,
    dice: Dice,
    signal: libc::c_int,
    slowest_return: Duration,
    cut: u32,
}

#[tokio::test(flavor = "multi_thread")]
async fn an_engine_that_is_killed_at_any_moment_costs_the_rest_of_one_answer() {
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let mut ward = Ward::new(data.path());
    let moments = [Moment::Loading, Moment::Reading, Moment::Answering];
    let signals = [libc::SIGKILL, libc::SIGSEGV, libc::SIGABRT];
    for round in 0..rounds(21) {
        let round = round as usize;
        let moment = moments[round % 3];
        ward.signal = signals[round / 3 % 3];
        ward.kill_during(moment).await;
        ward.is_back().await;
    }
    ward.chat
        .read(|store| store.verify())
        .expect("the store is whole after every kill");
    say(&format!(
        "{} of {} kills cut an answer; the slowest return took {:?} beside loading",
        ward.cut,
        rounds(21),
        ward.slowest_return
    ));
    assert!(ward.cut > 0, "no kill came while the engine was busy");
    // Figures of a busy machine are no verdict; a soak has the machine to itself.
    if std::env::var_os("SANAD_SOAK").is_some() {
        assert!(ward.slowest_return <= BACK, "{:?}", ward.slowest_return);
    }
}

impl Ward {
    fn new(data: &Path) -> Self {
        let passphrase = Passphrase::new(PASSPHRASE.to_owned()).expect("it is long enough");
        let derivation = KeyDerivation::for_this_machine().expect("this machine has memory for it");
        let store =
            Store::create(&StoreFolder::at(data), &passphrase, derivation).expect("it is new");
        let places = ModelPlaces {
            data: data.to_owned(),
            cache: data.to_owned(),
            share: None,
        };
        let supervisor = EngineSupervisor::new(engine());
        let clock = Arc::new(SystemClock);
        Self {
            chat: Chat::new(
                store,
                supervisor.clone(),
                places,
                Some(fixture_model()),
                clock,
            ),
            supervisor,
            dice: Dice::new(0x5eed_0005),
            signal: libc::SIGKILL,
            slowest_return: Duration::ZERO,
            cut: 0,
        }
    }

    async fn kill_during(&mut self, moment: Moment) {
        if moment == Moment::Loading {
            self.supervisor.unload().await;
        } else {
            self.chat.warm_up().await;
        }
        let wanted = match moment {
            Moment::Answering => 1 + self.dice.below(200),
            Moment::Loading | Moment::Reading => usize::MAX,
        };
        let later = Duration::from_micros(self.dice.below(60_000) as u64);
        let heard = Arc::new(Mutex::new(String::new()));
        let target = Arc::new(AtomicU32::new(0));
        let listen = listener(&heard, &target, wanted, self.signal);
        if moment == Moment::Answering {
            let pid = self.supervisor.pid().await.expect("it was made ready");
            target.store(pid, Ordering::SeqCst);
        }
        let question = if moment == Moment::Reading {
            self.long_question()
        } else {
            LONG.to_owned()
        };
        let limits = AnswerLimits {
            sampling: Sampling::GREEDY,
            max_tokens: 400,
        };
        let asked = self.chat.ask(None, question.as_str(), limits, &listen);
        let killed = kill_when_busy(&self.supervisor, moment, self.signal, later);
        let (outcome, ()) = tokio::join!(asked, killed);
        let heard = heard.lock().expect("nobody panics").clone();
        self.check(&outcome, &question, &heard);
    }

    /// Some thousand tokens, different each time, so that none of it is in the context already.
    fn long_question(&mut self) -> String {
        let words = (0..300).map(|_| format!("{} mg ", self.dice.below(1000)));
        words.collect()
    }

    /// What was heard is what is kept, word for word, and the end says that it is none.
    fn check(&mut self, outcome: &Result<Turn, ChatError>, question: &str, heard: &str) {
        let newest = self.chat.read(|store| {
            let newest = store.conversations()?.swap_remove(0);
            Ok(store.turns(newest.id)?.swap_remove(0))
        });
        let turn = newest.expect("the store is open");
        assert_eq!(turn.question, question, "the question is kept");
        let kept = turn.shown_answer();
        let text = kept.map_or("", |answer| answer.text.as_str());
        assert_eq!(text, heard, "what was seen is kept");
        match outcome {
            Ok(_) => {}
            Err(ChatError::Engine(fault)) => {
                self.cut += 1;
                self.assert_told(fault);
                let state = kept.map(|answer| answer.state);
                let cut = AnswerState::Incomplete {
                    reason: CutReason::EngineFailed,
                };
                assert!(state.is_none_or(|state| state == cut), "{state:?}");
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    fn assert_told(&self, fault: &EngineFault) {
        match fault {
            EngineFault::Killed => assert_eq!(self.signal, libc::SIGKILL),
            EngineFault::Crashed { status, .. } => {
                let said = format!("signal: {}", self.signal);
                assert!(status.starts_with(&said), "{status}, not {said}");
            }
            // An engine killed before its hello has not said one, whatever killed it.
            EngineFault::NoHello { .. } => {}
            other => panic!("signal {}: {other:?}", self.signal),
        }
    }

    async fn is_back(&mut self) {
        let asked = Instant::now();
        let ready = self.supervisor.ensure_ready(&fixture_model()).await;
        let ready = ready.unwrap_or_else(|fault| panic!("{fault}"));
        let loading = ready.model().map_or(0.0, |model| model.load_seconds);
        let took = asked.elapsed();
        let beside = took.saturating_sub(Duration::from_secs_f64(loading));
        self.slowest_return = self.slowest_return.max(beside);
        let limits = AnswerLimits {
            sampling: Sampling::GREEDY,
            max_tokens: 3,
        };
        let turn = self.chat.ask(None, SHORT, limits, &|_| true).await;
        let turn = turn.expect("the engine is back");
        assert!(
            turn.shown_answer()
                .is_some_and(|answer| !answer.text.is_empty())
        );
    }
}

/// Keeps what is heard, and kills the engine in `target` at the wanted token.
fn listener(
    heard: &Arc<Mutex<String>>,
    target: &Arc<AtomicU32>,
    wanted: usize,
    signal: libc::c_int,
) -> impl Fn(TurnStep) -> bool + Send + Sync + 'static {
    let (heard, target) = (Arc::clone(heard), Arc::clone(target));
    move |step| {
        if let TurnStep::Wrote {
            piece,
            answer_tokens,
            ..
        } = step
        {
            heard.lock().expect("nobody panics").push_str(&piece);
            if answer_tokens as usize >= wanted {
                // One that has ended by itself takes no signal.
                send_signal(target.swap(0, Ordering::SeqCst), signal);
            }
        }
        true
    }
}

/// Waits until the engine does what it is to be killed in, and a little longer.
async fn kill_when_busy(
    supervisor: &EngineSupervisor,
    moment: Moment,
    signal: libc::c_int,
    later: Duration,
) {
    let busy = |state: &EngineState| match moment {
        Moment::Loading => matches!(state, EngineState::Loading { .. }),
        Moment::Reading => matches!(state, EngineState::Reading { .. }),
        Moment::Answering => false,
    };
    if moment == Moment::Answering {
        return;
    }
    let mut board = supervisor.watch();
    let seen = board.wait_for(|state| busy(state) || matches!(state, EngineState::Writing));
    // The board lives as long as the supervisor.
    drop(tokio::time::timeout(Duration::from_secs(60), seen).await);
    tokio::time::sleep(later).await;
    if let Some(pid) = supervisor.pid().await {
        send_signal(pid, signal);
    }
}
