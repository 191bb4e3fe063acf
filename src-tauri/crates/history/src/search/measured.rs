//! How long a search takes among many messages, half of them Arabic and half English.
//!
//!     SANAD_MESSAGES=100000 cargo test --release -p sanad-history --lib measured -- --ignored --nocapture
//!
//! Words are made of syllables and drawn as in real text: the n-th commonest about 1/n as often as the first.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use rusqlite::params;
use sanad_domain::{AnswerId, FolderId, Timestamp};
use tempfile::TempDir;

use super::*;
use crate::{KeyDerivation, Passphrase, StoreFolder};

const WORDS: u64 = 60_000;
const TURNS_OF_A_CONVERSATION: u32 = 10;
const QUERIES: usize = 400;

/// xorshift64*
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % bound
    }

    /// Small ranks far more often than large ones.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a rank below 60,000"
    )]
    fn rank(&mut self) -> u64 {
        let share = self.below(1 << 40) as f64 / (1_u64 << 40) as f64;
        ((WORDS as f64).powf(share)) as u64
    }
}

/// The word of a rank: even ranks English, odd ones Arabic. A pair of syllables stands in some twenty words,
/// about as many as hold four given letters of a real vocabulary.
fn word(rank: u64) -> String {
    const LATIN: [&str; 20] = [
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "x", "z", "ph", "st",
        "tr", "th",
    ];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    const ARABIC: [&str; 10] = ["ب", "ت", "ج", "ح", "د", "ر", "س", "ع", "م", "ل"];
    const BEHIND: [&str; 10] = ["ا", "ي", "و", "ق", "ن", "ك", "ف", "ه", "ط", "ص"];
    let mut word = String::new();
    let mut rest = rank.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 8;
    let mut pick = |letters: &[&'static str]| {
        let count = letters.len() as u64;
        let picked = letters[usize::try_from(rest % count).expect("small")];
        rest /= count;
        picked
    };
    for _ in 0..2 + rank % 3 {
        let (first, second): (&[_], &[_]) = if rank.is_multiple_of(2) {
            (&LATIN, &VOWELS)
        } else {
            (&ARABIC, &BEHIND)
        };
        word.push_str(pick(first));
        word.push_str(pick(second));
    }
    word
}

fn message(dice: &mut Dice, language: u64) -> String {
    let mut text = String::new();
    for _ in 0..10 + dice.below(50) {
        let rank = dice.rank();
        // Mostly one language, with words of the other in between.
        let rank = if dice.below(8) == 0 {
            rank
        } else {
            rank / 2 * 2 + language
        };
        text.push_str(&word(rank));
        text.push(' ');
        if dice.below(12) == 0 {
            write!(text, "{}-{} mg ", dice.below(20), 20 + dice.below(500)).expect("memory");
        }
    }
    text
}

fn fill(store: &mut Store, messages: u32, dice: &mut Dice) -> FolderId {
    let folder = store
        .make_folder("measured", Timestamp(0))
        .expect("room")
        .id;
    let mut turns = messages / 2;
    let mut made = 0;
    while turns > 0 {
        let batch = turns.min(2000);
        turns -= batch;
        store
            .write(|transaction| {
                let mut conversation = None;
                let mut parent: Option<[u8; 16]> = None;
                let mut texts = Vec::new();
                for number in 0..batch {
                    let now = Timestamp(1_600_000_000_000 + made * 1000);
                    made += 1;
                    let language = dice.below(2);
                    let question = message(dice, language);
                    if number % TURNS_OF_A_CONVERSATION == 0 {
                        let begun = crate::conversations::begin(transaction, &question, now)?.id;
                        if dice.below(20) == 0 {
                            transaction.execute(
                                "UPDATE conversation SET folder = ?1, archived = 1 WHERE id = ?2",
                                params![folder.to_bytes(), begun.to_bytes()],
                            )?;
                        }
                        (conversation, parent) = (Some(begun), None);
                    }
                    let conversation = conversation.expect("the first turn begins one");
                    let (turn, answer) = (TurnId::new(), AnswerId::new());
                    transaction
                        .prepare_cached(
                            "INSERT INTO turn (id, conversation, position, question, asked_at, parent)
                             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                        )?
                        .execute(params![
                            turn.to_bytes(),
                            conversation.to_bytes(),
                            number % TURNS_OF_A_CONVERSATION,
                            question,
                            now.0,
                            parent
                        ])?;
                    transaction
                        .prepare_cached(
                            "INSERT INTO answer (id, turn, position, text, state, model_name,
                                 model_sha256, created_at, chosen)
                             VALUES (?1, ?2, 0, ?3, 'complete', 'm', ?4, ?5, 1)",
                        )?
                        .execute(params![
                            answer.to_bytes(),
                            turn.to_bytes(),
                            message(dice, language),
                            if made % 50 == 0 { "ab" } else { "0f" }.repeat(32),
                            now.0
                        ])?;
                    texts.push((Kind::Question, turn.to_bytes()));
                    texts.push((Kind::Answer, answer.to_bytes()));
                    parent = Some(turn.to_bytes());
                }
                index::add_all(transaction, &texts)
            })
            .expect("room");
    }
    folder
}

/// What a person might type, of each kind in turn.
fn request(dice: &mut Dice, kind: usize, folder: FolderId) -> SearchRequest {
    let mut request = SearchRequest {
        text: word(dice.rank()),
        ..SearchRequest::default()
    };
    match kind {
        // A whole word, common or rare.
        0 => request.text.push(' '),
        // As it is typed: its first two to four letters.
        1 | 2 => {
            let count = 2 + usize::try_from(dice.below(3)).expect("small");
            request.text = request.text.chars().take(count).collect();
        }
        // Two words, the second being typed.
        3 => request.text = format!("{} {}", request.text, word(dice.rank())),
        // The inside of a word.
        4 => request.text = request.text.chars().skip(1).collect(),
        // A number.
        5 => request.text = dice.below(520).to_string(),
        6 => request.folder = Some(folder),
        7 => request.archived = Some(true),
        8 => request.from = Some(Timestamp(1_600_000_000_000 + 1000 * 1000)),
        _ => request.model = Some(Sha256Hex("ab".repeat(32))),
    }
    request
}

#[test]
#[ignore = "takes minutes; prints figures"]
fn searching_many_messages() {
    let messages =
        std::env::var("SANAD_MESSAGES").map_or(100_000, |n| n.parse().expect("a number"));
    let owner = TempDir::new().expect("the system's temporary folder is writable");
    let passphrase = Passphrase::new("x".to_owned()).expect("not empty");
    let folder = StoreFolder::at(owner.path());
    let mut store =
        Store::create(&folder, &passphrase, KeyDerivation::WEAK_FOR_TESTS).expect("room");
    let mut dice = Dice(0x5eed_0005);
    let mut out = std::io::stderr();
    let started = Instant::now();
    let place = fill(&mut store, messages, &mut dice);
    store.close().expect("room");
    let size = folder.database().metadata().expect("it is there").len();
    writeln!(
        out,
        "{messages} messages written in {:.0} s, {} MB",
        started.elapsed().as_secs_f64(),
        size / 1_000_000
    )
    .expect("stderr is open");

    let store = Store::open(&folder, &passphrase).expect("whole");
    let (mut wall, mut busy) = (Vec::new(), Vec::new());
    for kind in 0..10 {
        let mut took = Vec::new();
        let mut hits = 0;
        for _ in 0..QUERIES / 10 {
            let request = request(&mut dice, kind, place);
            let (started, cpu_before) = (Instant::now(), cpu());
            hits += store.search(&request).expect("readable").hits.len();
            took.push((cpu() - cpu_before, started.elapsed(), request.text));
        }
        took.sort();
        let (slowest, _, text) = took.last().expect("some were asked").clone();
        busy.extend(took.iter().map(|one| one.0));
        wall.extend(took.iter().map(|one| one.1));
        let at = |share: usize| milliseconds(took[took.len() * share / 100].0);
        writeln!(
            out,
            "kind {kind}: CPU p50 {:.1} ms, p95 {:.1} ms, most {:.1} ms for {text:?}; {hits} hits",
            at(50),
            at(95),
            milliseconds(slowest)
        )
        .expect("stderr is open");
    }
    for (what, mut times) in [("CPU", busy), ("wall", wall)] {
        times.sort();
        let p95 = milliseconds(times[times.len() * 95 / 100]);
        writeln!(
            out,
            "all, {what}: p50 {:.1} ms, p95 {p95:.1} ms",
            milliseconds(times[times.len() / 2])
        )
        .expect("stderr is open");
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What this thread has worked: on a busy machine the wall tells of others.
fn cpu() -> Duration {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(spent.tv_sec).expect("time was spent, not won");
    Duration::new(
        seconds,
        u32::try_from(spent.tv_nsec).expect("less than a second"),
    )
}
