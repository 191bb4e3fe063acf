//! Which messages of a conversation leave the prompt when not all of them fit.
//!
//! Whole turns leave, the oldest first; never the system text, never the question.
//! Once some must, the rest is cut to half of the room, so that the prompt begins alike for several turns to come and
//! only what is new is read: one turn dropped at a time would have everything behind it read again each time.
//! What leaves follows from the conversation alone, as if it were told from its beginning, so that a process that has
//! just started drops the same as one that was there all the time.

use sanad_protocol::{ChatMessage, ChatRole};

/// Tokens that a prompt and its answer may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    capacity: usize,
    answer: usize,
}

impl Room {
    /// A context of `capacity` tokens, and an answer of up to `answer`.
    pub(crate) fn new(capacity: usize, answer: usize) -> Self {
        Self { capacity, answer }
    }

    /// The longest prompt with earlier turns: a quarter of the context is kept for the answer, or what it may take.
    pub(crate) fn for_conversation(self) -> usize {
        self.capacity - self.answer.min(self.capacity / 4)
    }

    /// The longest prompt of a question alone, for which there is nothing left to drop: an eighth is kept.
    pub(crate) fn for_question(self) -> usize {
        self.capacity - self.answer.min(self.capacity / 8)
    }
}

/// A conversation in the parts that stay or leave together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Messages of the system text, which stand first.
    pub(crate) system: usize,
    /// Where each earlier turn begins.
    pub(crate) turns: Vec<usize>,
    /// Where the question stands, with the beginning of its answer behind it if there is one.
    pub(crate) question: usize,
}

impl Parts {
    pub(crate) fn of(messages: &[ChatMessage]) -> Self {
        let is = |wanted: ChatRole| move |message: &ChatMessage| message.role == wanted;
        let system = messages
            .iter()
            .position(|message| message.role != ChatRole::System)
            .unwrap_or(messages.len());
        let question = messages
            .iter()
            .rposition(is(ChatRole::User))
            .unwrap_or(messages.len())
            .max(system);
        let turns = (system..question)
            .filter(|place| {
                *place == system || messages.get(*place).is_some_and(is(ChatRole::User))
            })
            .collect();
        Self {
            system,
            turns,
            question,
        }
    }

    /// Messages that leave with the first `turns` turns.
    pub(crate) fn messages_of_first(&self, turns: usize) -> usize {
        self.turns.get(turns).copied().unwrap_or(self.question) - self.system
    }
}

/// Tokens of one turn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TurnCost {
    /// Of its question.
    pub(crate) question: usize,
    /// Of all of it.
    pub(crate) whole: usize,
}

/// How many turns have left by the time the last question is asked.
///
/// `always` is what every prompt holds, `question` the last question, `limit` the longest prompt; all in tokens.
pub(crate) fn turns_left_out(
    always: usize,
    turns: &[TurnCost],
    question: usize,
    limit: usize,
) -> usize {
    let mut left_out = 0;
    let mut held = always;
    let asked = turns.iter().map(|turn| turn.question).chain([question]);
    for (turn, asked) in asked.enumerate() {
        if held + asked > limit {
            for leaving in turns.iter().take(turn).skip(left_out) {
                if held + asked <= limit / 2 {
                    break;
                }
                held -= leaving.whole;
                left_out += 1;
            }
        }
        held += turns.get(turn).map_or(0, |turn| turn.whole);
    }
    left_out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(roles: &str) -> Vec<ChatMessage> {
        let role = |letter| match letter {
            's' => ChatRole::System,
            'u' => ChatRole::User,
            _ => ChatRole::Assistant,
        };
        let message = |letter| ChatMessage {
            role: role(letter),
            content: String::new(),
        };
        roles.chars().map(message).collect()
    }

    #[test]
    fn a_conversation_is_divided_at_its_questions() {
        for (messages, system, turns, question) in [
            ("u", 0, vec![], 0),
            ("su", 1, vec![], 1),
            ("suauau", 1, vec![1, 3], 5),
            ("uaua", 0, vec![0], 2),
            ("auau", 0, vec![0, 1], 3),
            ("uua", 0, vec![0], 1),
            ("s", 1, vec![], 1),
            ("", 0, vec![], 0),
        ] {
            let expected = Parts {
                system,
                turns,
                question,
            };
            assert_eq!(Parts::of(&roles(messages)), expected, "{messages}");
        }
        let parts = Parts::of(&roles("suauau"));
        let left_out: Vec<usize> = (0..3).map(|turns| parts.messages_of_first(turns)).collect();
        assert_eq!(left_out, [0, 2, 4]);
    }

    #[test]
    fn what_has_left_stays_out_for_several_turns() {
        let turn = TurnCost {
            question: 10,
            whole: 100,
        };
        let left_out: Vec<usize> = (0..24)
            .map(|turns| turns_left_out(50, &vec![turn; turns], 10, 1000))
            .collect();
        // After nine turns of 100 with 50 of system text the tenth question still fits; after ten none does.
        let expected = [[0; 10].as_slice(), &[6; 6], &[12; 6], &[18; 2]].concat();
        assert_eq!(left_out, expected);
    }

    #[test]
    fn the_question_is_never_counted_as_a_turn_that_could_leave() {
        let turn = TurnCost {
            question: 10,
            whole: 100,
        };
        assert_eq!(turns_left_out(0, &[turn; 3], 5000, 1000), 3);
        assert_eq!(turns_left_out(5000, &[], 10, 1000), 0);
    }

    #[test]
    fn the_answer_keeps_its_room_but_not_more_than_its_share() {
        let small = Room::new(4096, 100);
        assert_eq!(
            (small.for_conversation(), small.for_question()),
            (3996, 3996)
        );
        let large = Room::new(4096, 100_000);
        assert_eq!(
            (large.for_conversation(), large.for_question()),
            (3072, 3584)
        );
    }
}
