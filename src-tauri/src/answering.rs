//! How answers are drawn and how the engine is run, as the user has set it. What is out of range falls back.
//!
//! What is said for one conversation comes before what is set for all. A persona says nothing about either.

use std::thread::available_parallelism;

use sanad_chat::{AnswerLimits, Chat};
use sanad_domain::SamplingFigure;
use sanad_history::{HistoryError, Store};
use sanad_models::EngineWish;

use crate::error::ShellError;
use crate::settings;

const THREADS_NAME: &str = "engine.threads";
const CONTEXT_NAME: &str = "engine.context_tokens";

/// Contexts to choose from, in tokens. A model that was trained with fewer, or has no memory for them, takes fewer.
pub(crate) const CONTEXTS: [u32; 5] = [2048, 4096, 8192, 16_384, 32_768];

/// The names of everything that was kept out of its range, and for which something else holds.
pub(crate) fn replaced(store: &Store) -> Result<Vec<&'static str>, HistoryError> {
    let sampling = store.sampling()?.replaced;
    let mut names: Vec<&'static str> = sampling.into_iter().map(SamplingFigure::name).collect();
    if number(store, THREADS_NAME, is_thread_count)?.is_err() {
        names.push("threads");
    }
    if number(store, CONTEXT_NAME, is_context)?.is_err() {
        names.push("context");
    }
    if settings::lock_after_is_damaged(store)? {
        names.push("lock_after");
    }
    Ok(names)
}

/// How the engine is to be run when it starts next.
pub(crate) fn engine_wish(store: &Store) -> Result<EngineWish, HistoryError> {
    Ok(EngineWish {
        threads: number(store, THREADS_NAME, is_thread_count)?.unwrap_or_default(),
        context_tokens: number(store, CONTEXT_NAME, is_context)?.unwrap_or_default(),
    })
}

/// Sets the compute threads, at most as many as there are; 0 leaves them to the app.
pub(crate) fn set_threads(store: &mut Store, threads: u32) -> Result<(), HistoryError> {
    store.put_setting(THREADS_NAME, &threads.min(most_threads()).to_string())
}

/// Sets the context to one of [`CONTEXTS`]; any other number leaves it to the app.
pub(crate) fn set_context(store: &mut Store, tokens: u32) -> Result<(), HistoryError> {
    let tokens = if is_context(tokens) { tokens } else { 0 };
    store.put_setting(CONTEXT_NAME, &tokens.to_string())
}

/// The most compute threads that may be set here.
pub(crate) fn most_threads() -> u32 {
    let threads = available_parallelism().map_or(1, usize::from);
    u32::try_from(threads).unwrap_or(1)
}

/// How an answer is drawn where its conversation says nothing else.
pub(crate) fn limits(chat: &Chat) -> Result<AnswerLimits, ShellError> {
    let kept = chat.read(Store::sampling)?;
    Ok(AnswerLimits {
        sampling: kept.sampling,
        ..AnswerLimits::default()
    })
}

fn is_thread_count(threads: u32) -> bool {
    threads <= most_threads()
}

fn is_context(tokens: u32) -> bool {
    CONTEXTS.contains(&tokens)
}

/// A number that was kept; `Ok(None)` where it is left to the app, and an error where it may not be what it is.
fn number(
    store: &Store,
    name: &str,
    may_be: fn(u32) -> bool,
) -> Result<Result<Option<u32>, OutOfRange>, HistoryError> {
    let Some(kept) = store.setting(name)? else {
        return Ok(Ok(None));
    };
    Ok(match kept.parse() {
        Ok(0) => Ok(None),
        Ok(number) if may_be(number) => Ok(Some(number)),
        _ => Err(OutOfRange),
    })
}

/// What was kept may not be so.
struct OutOfRange;

#[cfg(test)]
mod tests {
    use sanad_history::{KeyDerivation, Passphrase, StoreFolder};

    use super::*;

    fn store(folder: &tempfile::TempDir) -> Store {
        let passphrase = Passphrase::new("correct horse".to_owned()).expect("not empty");
        let derivation = KeyDerivation::for_this_machine().expect("memory");
        Store::create(&StoreFolder::at(folder.path()), &passphrase, derivation).expect("room")
    }

    #[test]
    fn the_engine_is_left_to_the_app_until_somebody_sets_it() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        assert_eq!(
            engine_wish(&store).expect("it reads"),
            EngineWish::default()
        );
        set_threads(&mut store, u32::MAX).expect("room");
        set_context(&mut store, 8192).expect("room");
        let wish = EngineWish {
            threads: Some(most_threads()),
            context_tokens: Some(8192),
        };
        assert_eq!(engine_wish(&store).expect("it reads"), wish);
        set_threads(&mut store, 0).expect("room");
        set_context(&mut store, 5000).expect("room");
        assert_eq!(
            engine_wish(&store).expect("it reads"),
            EngineWish::default()
        );
        assert_eq!(replaced(&store).expect("it reads"), Vec::<&str>::new());
    }

    #[test]
    fn what_was_kept_out_of_range_falls_back_and_is_named() {
        let folder = tempfile::tempdir().expect("room");
        let mut store = store(&folder);
        for (name, kept) in [
            (THREADS_NAME, "100000"),
            (CONTEXT_NAME, "many"),
            ("lock.after_minutes", "600"),
            (
                "answers.sampling",
                r#"{"temperature":-1,"top_k":40,"top_p":0.95,"min_p":0.05,"repetition":1,"seed":0}"#,
            ),
        ] {
            store.put_setting(name, kept).expect("room");
        }
        assert_eq!(
            engine_wish(&store).expect("it reads"),
            EngineWish::default()
        );
        assert_eq!(
            replaced(&store).expect("it reads"),
            ["temperature", "threads", "context", "lock_after"]
        );
    }
}
