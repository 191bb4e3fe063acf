//! The number guard over conversations: from which texts a figure of an answer may come.
//!
//! People's own words on the way to an answer, with the calculations that were put into them, and nothing else: no
//! answer is a source, whether it is shown or not. What an answer cites is to be added here.

use sanad_domain::{Answer, ConversationId, Turn, TurnId};
use sanad_guard::{Around, Counted, Sources};
use sanad_history::{HistoryError, Store};
use sanad_l10n::{Argument, Messages};
use sanad_text::{Block, render};

use crate::wire::{language_of, shown_part, turn_language};

/// What was said before a turn was asked.
pub(crate) fn said_before(store: &Store, turn: TurnId) -> Result<Sources, HistoryError> {
    let mut asked = store.asked_on_the_way_to(turn)?;
    asked.pop();
    Ok(said_in(&asked))
}

/// What was said so far on the branch that is shown of a conversation.
pub(crate) fn said_so_far(
    store: &Store,
    conversation: ConversationId,
) -> Result<Sources, HistoryError> {
    let count = store.turn_count(conversation)?;
    let last = store.turns_in(conversation, count.saturating_sub(1)..count)?;
    match last.first() {
        Some(last) => Ok(said_in(&store.asked_on_the_way_to(last.id)?)),
        None => Ok(Sources::default()),
    }
}

/// What was said in these turns.
pub(crate) fn said_in(turns: &[Turn]) -> Sources {
    let mut sources = Sources::default();
    for turn in turns {
        sources.take_in(turn);
    }
    sources
}

/// The blocks of an answer with the figures marked that no source says, and how many there are.
pub(crate) fn guarded_blocks(
    answer: &Answer,
    language: sanad_text::Language,
    sources: &Sources,
) -> (Vec<Block>, Counted) {
    let mut blocks = render(shown_part(answer), language);
    let counted = sources.mark(&mut blocks, &mut Around::default());
    (blocks, counted)
}

/// How many figures of the answer that is shown no source says; `said` is what was said up to its question.
pub(crate) fn unsupported_in(turn: &Turn, said: &Sources) -> usize {
    turn.shown_answer().map_or(0, |answer| {
        guarded_blocks(answer, turn_language(turn), said)
            .1
            .unsupported
    })
}

/// How many figures of a text no source says, where one question is all that was said.
pub(crate) fn unsupported_after(question: &str, answer: &str) -> usize {
    let mut sources = Sources::default();
    sources.add(question);
    let mut blocks = render(answer, language_of(question));
    sources
        .mark(&mut blocks, &mut Around::default())
        .unsupported
}

/// The sentence that says how many; `None` where there are none.
pub(crate) fn unsupported_figures(messages: &Messages, count: usize) -> Option<String> {
    let shown = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let arguments = [("count", Argument::Number(shown))];
    (count > 0).then(|| messages.text("unsupported-figures", &arguments))
}
