//! Conversations as they are handed out of a store and into another: the whole tree, nothing left out.
//!
//! Owns the shape of the records and what makes a list of them a tree.
//! The fields are those of JSON version 1: a change needs another version there.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::{
    AnswerId, AnswerState, ConversationId, DeclineReason, FolderId, GenerationStats, Language,
    ModelStamp, Sha256Hex, Timestamp, TurnId,
};

/// A conversation without its turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConversationRecord {
    /// Its id.
    pub id: ConversationId,
    /// One line.
    pub title: String,
    /// Who gave the title.
    pub title_origin: TitleOrigin,
    /// When it was made.
    pub created_at: Timestamp,
    /// When a turn was last added.
    pub updated_at: Timestamp,
    /// The folder it lies in.
    pub folder: Option<FolderId>,
    /// Whether it stands before all others in its list.
    pub pinned: bool,
    /// Whether it was put out of the daily list.
    pub archived: bool,
    /// What it is mostly held in.
    pub language: Option<Language>,
    /// The hash of the model file that its questions go to.
    pub model: Option<Sha256Hex>,
    /// What the model is told to be, in the words of the user.
    pub persona: Option<String>,
}

/// Who gave a conversation its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleOrigin {
    /// The first words of the first question.
    Question,
    /// A model.
    Model,
    /// The user.
    User,
}

/// A turn with its place in the tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnRecord {
    /// Its id.
    pub id: TurnId,
    /// The turn before it; `None` for a first one.
    pub parent: Option<TurnId>,
    /// The answer of its parent that was shown when it was asked; `None` if there was none.
    pub after_answer: Option<AnswerId>,
    /// How many turns stand before it on its branch.
    pub position: u32,
    /// Whether it is the one to walk down to among turns of the same place.
    pub chosen: bool,
    /// Whether it is on the path that is shown. Follows from what is chosen; here for other programs.
    pub shown: bool,
    /// Byte for byte as it was asked.
    pub question: String,
    /// What it is treated as.
    pub language: Option<Language>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Why no model was asked.
    pub declined: Option<DeclineReason>,
    /// Oldest first.
    pub answers: Vec<AnswerRecord>,
}

/// An answer of a turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerRecord {
    /// Its id.
    pub id: AnswerId,
    /// Whether it is the one that is shown of its turn.
    pub chosen: bool,
    /// Markdown, as far as it was written.
    pub text: String,
    /// Whether it is whole; never [`AnswerState::Writing`].
    pub state: AnswerState,
    /// Who wrote it.
    pub model: ModelStamp,
    /// What it took.
    #[serde(with = "exact_stats")]
    pub stats: Option<GenerationStats>,
    /// When the engine was asked.
    pub created_at: Timestamp,
}

impl TurnRecord {
    /// The answer that is shown of it.
    #[must_use]
    pub fn shown_answer(&self) -> Option<&AnswerRecord> {
        self.answers.iter().find(|answer| answer.chosen)
    }
}

/// Why a list of turns is no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TreeFault {
    /// A turn or an answer stands there twice.
    #[error("an id stands there twice")]
    Twice,
    /// A turn stands behind one that is not before it in the list, or behind another's answer.
    #[error("turn {0} has no place")]
    NoPlace(TurnId),
    /// Two turns of one place are chosen, or two answers of one turn, or none of them.
    #[error("turn {0} is chosen wrongly")]
    WronglyChosen(TurnId),
    /// An answer is said to be still being written, or its figures are none.
    #[error("an answer of turn {0} is impossible")]
    Impossible(TurnId),
}

/// Checks that turns, in the order in which they were made, are a tree, and says which of them are shown.
///
/// # Errors
/// The first [`TreeFault`] that is met.
pub fn shown_path(turns: &[TurnRecord]) -> Result<HashSet<TurnId>, TreeFault> {
    let mut positions: HashMap<TurnId, u32> = HashMap::new();
    let mut authors: HashMap<AnswerId, TurnId> = HashMap::new();
    let mut chosen: HashMap<(Option<TurnId>, Option<AnswerId>), TurnId> = HashMap::new();
    for turn in turns {
        require_place(turn, &positions, &authors)?;
        let answers_chosen = turn.answers.iter().filter(|answer| answer.chosen).count();
        if answers_chosen != usize::from(!turn.answers.is_empty()) {
            return Err(TreeFault::WronglyChosen(turn.id));
        }
        if positions.insert(turn.id, turn.position).is_some() {
            return Err(TreeFault::Twice);
        }
        for answer in &turn.answers {
            require_possible(turn.id, answer)?;
            if authors.insert(answer.id, turn.id).is_some() {
                return Err(TreeFault::Twice);
            }
        }
        let place = (turn.parent, turn.after_answer);
        if turn.chosen && chosen.insert(place, turn.id).is_some() {
            return Err(TreeFault::WronglyChosen(turn.id));
        }
    }
    Ok(walk_down(turns, &chosen))
}

fn require_place(
    turn: &TurnRecord,
    positions: &HashMap<TurnId, u32>,
    authors: &HashMap<AnswerId, TurnId>,
) -> Result<(), TreeFault> {
    let position = match turn.parent {
        None => Some(0),
        Some(parent) => positions.get(&parent).map(|position| position + 1),
    };
    let answer_fits = turn.after_answer.is_none_or(|answer| {
        let author = authors.get(&answer);
        author.is_some() && author == turn.parent.as_ref()
    });
    if position == Some(turn.position) && answer_fits {
        Ok(())
    } else {
        Err(TreeFault::NoPlace(turn.id))
    }
}

fn require_possible(turn: TurnId, answer: &AnswerRecord) -> Result<(), TreeFault> {
    let finite = answer.stats.is_none_or(|stats| {
        stats.first_token_seconds.is_finite() && stats.tokens_per_second.is_finite()
    });
    if finite && answer.state != AnswerState::Writing {
        Ok(())
    } else {
        Err(TreeFault::Impossible(turn))
    }
}

fn walk_down(
    turns: &[TurnRecord],
    chosen: &HashMap<(Option<TurnId>, Option<AnswerId>), TurnId>,
) -> HashSet<TurnId> {
    let shown_answers: HashMap<TurnId, AnswerId> = turns
        .iter()
        .filter_map(|turn| Some((turn.id, turn.shown_answer()?.id)))
        .collect();
    let mut shown = HashSet::new();
    let mut next = chosen.get(&(None, None));
    while let Some(&turn) = next {
        shown.insert(turn);
        next = chosen.get(&(Some(turn), shown_answers.get(&turn).copied()));
    }
    shown
}

/// Figures as decimal text: not every reader of JSON gives a number back to its last bit.
mod exact_stats {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::GenerationStats;

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Figures {
        prompt_tokens: u32,
        answer_tokens: u32,
        first_token_seconds: String,
        tokens_per_second: String,
    }

    pub(super) fn serialize<S: Serializer>(
        stats: &Option<GenerationStats>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let figures = stats.map(|stats| Figures {
            prompt_tokens: stats.prompt_tokens,
            answer_tokens: stats.answer_tokens,
            first_token_seconds: stats.first_token_seconds.to_string(),
            tokens_per_second: stats.tokens_per_second.to_string(),
        });
        figures.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<GenerationStats>, D::Error> {
        let Some(figures) = Option::<Figures>::deserialize(deserializer)? else {
            return Ok(None);
        };
        let number = |text: String| text.parse().map_err(D::Error::custom);
        Ok(Some(GenerationStats {
            prompt_tokens: figures.prompt_tokens,
            answer_tokens: figures.answer_tokens,
            first_token_seconds: number(figures.first_token_seconds)?,
            tokens_per_second: number(figures.tokens_per_second)?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(id: TurnId, parent: Option<TurnId>, position: u32) -> TurnRecord {
        TurnRecord {
            id,
            parent,
            after_answer: None,
            position,
            chosen: true,
            shown: true,
            question: "س".to_owned(),
            language: None,
            asked_at: Timestamp(0),
            declined: None,
            answers: Vec::new(),
        }
    }

    fn answer() -> AnswerRecord {
        AnswerRecord {
            id: AnswerId::new(),
            chosen: true,
            text: "5 mg".to_owned(),
            state: AnswerState::Complete,
            model: ModelStamp {
                name: "m".to_owned(),
                sha256: Sha256Hex("0".repeat(64)),
            },
            stats: None,
            created_at: Timestamp(0),
        }
    }

    #[test]
    fn what_is_shown_follows_what_is_chosen() {
        let (a, b, c) = (TurnId::new(), TurnId::new(), TurnId::new());
        let mut first = turn(a, None, 0);
        first.answers = vec![answer(), answer()];
        first.answers[0].chosen = false;
        let mut beside = turn(b, Some(a), 1);
        beside.after_answer = Some(first.answers[0].id);
        let mut last = turn(c, Some(a), 1);
        last.after_answer = Some(first.answers[1].id);
        let shown = shown_path(&[first, beside, last]).expect("a tree");
        assert_eq!(shown, HashSet::from([a, c]));
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let (a, b) = (TurnId::new(), TurnId::new());
        let with_answers = |number: usize| TurnRecord {
            answers: std::iter::repeat_with(answer).take(number).collect(),
            ..turn(a, None, 0)
        };
        let mut writing = with_answers(1);
        writing.answers[0].state = AnswerState::Writing;
        let behind_nothing = TurnRecord {
            after_answer: Some(AnswerId::new()),
            ..turn(b, Some(a), 1)
        };
        for (turns, fault) in [
            (
                vec![turn(a, None, 0), turn(a, Some(a), 1)],
                TreeFault::Twice,
            ),
            (vec![turn(b, Some(a), 1)], TreeFault::NoPlace(b)),
            (
                vec![turn(a, None, 0), turn(b, Some(a), 2)],
                TreeFault::NoPlace(b),
            ),
            (
                vec![turn(a, None, 0), behind_nothing],
                TreeFault::NoPlace(b),
            ),
            (
                vec![turn(a, None, 0), turn(b, None, 0)],
                TreeFault::WronglyChosen(b),
            ),
            (vec![with_answers(2)], TreeFault::WronglyChosen(a)),
            (vec![writing], TreeFault::Impossible(a)),
        ] {
            assert_eq!(shown_path(&turns), Err(fault));
        }
    }
}
