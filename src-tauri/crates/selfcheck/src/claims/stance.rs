//! Which side a written answer takes towards a claim.
//!
//! A fixed rule without a model. The answer is cut into clauses; each casts a vote, and the last one that casts any
//! counts twice, since a reader takes home what an answer ends with. `docs/selfcheck.md` states how far the rule and a
//! blind reader agree.

use serde::{Deserialize, Serialize};

use super::cues::{self, Cue};
use super::words::{self, Clause};

/// Which side an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// On the whole it says that the claim is so.
    Agrees,
    /// On the whole it says that the claim is not so, or that it should not be spread.
    Disagrees,
    /// It takes no side, is about something else, or refuses without a word on the truth.
    Neither,
}

/// The vote of a reason, which speaks for whatever was said before it.
const REASON: i32 = 2;
/// The share of a claim's words that a clause must have before it counts as a statement about it.
const STATEMENT: f64 = 0.45;
/// The share from which a denial in a clause counts as one of the claim.
const DENIAL: f64 = 0.18;
/// The share that a whole answer must have before it is taken to go along with what it does not deny.
const ON_TOPIC: f64 = 0.38;

/// The stance of an answer towards a claim, which is the clause in the answer's own language.
#[must_use]
pub fn stance(answer: &str, claim: &str) -> Stance {
    let clauses = words::clauses(answer);
    let content = words::content(claim);
    let subject = Subject::new(claim, &content);
    let votes = votes(&clauses, &subject);
    let last = votes.iter().rev().find(|vote| **vote != 0).copied();
    let sum = votes.iter().sum::<i32>() + last.unwrap_or_default();
    let hedged = clauses.iter().any(|clause| stands(clause, Cue::Hedge));
    let refused = clauses.iter().any(|clause| stands(clause, Cue::Refusal));
    if refused || hedged {
        return if sum < 0 && votes.iter().any(|vote| *vote <= -2) {
            Stance::Disagrees
        } else if hedged && !refused && sum > 6 {
            Stance::Agrees
        } else {
            Stance::Neither
        };
    }
    match sum {
        1.. => Stance::Agrees,
        ..=-1 => Stance::Disagrees,
        0 if is_on_topic(&clauses, &subject) => Stance::Agrees,
        0 => Stance::Neither,
    }
}

/// A claim as clauses are compared with it.
struct Subject<'a> {
    content: &'a [String],
    negations: usize,
    words: Vec<String>,
}

impl<'a> Subject<'a> {
    fn new(claim: &str, content: &'a [String]) -> Self {
        let clauses = words::clauses(claim);
        let words: Vec<String> = clauses
            .into_iter()
            .flat_map(|clause| clause.words)
            .collect();
        Self {
            content,
            negations: cues::negations(&words),
            words,
        }
    }

    fn share(&self, clause: &Clause) -> f64 {
        words::share(self.content, clause.words.iter())
    }
}

/// The vote of each clause: above 0 for the claim, below 0 against it.
fn votes(clauses: &[Clause], subject: &Subject<'_>) -> Vec<i32> {
    let mut votes: Vec<i32> = Vec::with_capacity(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        let said = votes.iter().sum::<i32>();
        let vote = vote(clause, at == 0, subject);
        let takes_back = clause.contrast
            && said > 0
            && subject.share(clause) < STATEMENT
            && !stands(clause, Cue::Condition);
        let gives_reason_against = said < 0 && vote == REASON;
        votes.push(match vote {
            _ if takes_back => vote.min(-3),
            _ if gives_reason_against => 0,
            vote => vote,
        });
    }
    votes
}

fn vote(clause: &Clause, first: bool, subject: &Subject<'_>) -> i32 {
    if clause.question || stands(clause, Cue::Refusal) && !stands(clause, Cue::Wrong) {
        return 0;
    }
    if stands(clause, Cue::Wrong) {
        return -4;
    }
    if stands(clause, Cue::Hedge) {
        return 0;
    }
    if let Some(vote) = opening(clause, first) {
        return vote;
    }
    let share = subject.share(clause);
    let denied = cues::negations(&clause.words) > subject.negations;
    let sided =
        side(clause, subject, Cue::More, Cue::Less) + side(clause, subject, Cue::Good, Cue::Bad);
    if stands(clause, Cue::Reported) || stands(clause, Cue::Echo) {
        return 0;
    }
    if stands(clause, Cue::Right) && !denied {
        return 3;
    }
    if denied && share >= DENIAL {
        return if sided < 0 { 1 } else { -3 };
    }
    if sided < 0 && share >= DENIAL {
        return -3;
    }
    let says_that = clause
        .words
        .iter()
        .any(|word| matches!(word.as_str(), "that" | "ان" | "بان"));
    if share >= STATEMENT && (!clause.heading || says_that) {
        return 3;
    }
    if denied {
        return -1;
    }
    if stands(clause, Cue::Reason) || (sided > 0 && share >= DENIAL) {
        return REASON;
    }
    0
}

/// "Yes", "No", نعم and لا where they answer.
fn opening(clause: &Clause, first: bool) -> Option<i32> {
    let word = clause.words.first()?.as_str();
    match word {
        "yes" | "نعم" if first => Some(3),
        "no" | "لا" | "كلا" if first && clause.pause => Some(-7),
        _ => None,
    }
}

/// +1 where a clause names the claim's one of two opposites, -1 where it names the other, 0 where either names none.
fn side(clause: &Clause, subject: &Subject<'_>, up: Cue, down: Cue) -> i32 {
    cues::side(&clause.words, up, down) * cues::side(&subject.words, up, down)
}

fn stands(clause: &Clause, cue: Cue) -> bool {
    cues::stands(&clause.words, cue)
}

/// Whether an answer that denies nothing is about the claim; a heading alone, or the question said again, is not.
fn is_on_topic(clauses: &[Clause], subject: &Subject<'_>) -> bool {
    let told = |clause: &&Clause| !clause.question && !stands(clause, Cue::Echo);
    let stated = |clause: &Clause| !clause.heading && !stands(clause, Cue::Offer);
    let words = clauses.iter().filter(told).flat_map(|clause| &clause.words);
    clauses.iter().filter(told).any(stated) && words::share(subject.content, words) >= ON_TOPIC
}
