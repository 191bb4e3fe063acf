//! Which conversations the context keeps, and which of them goes when a new one needs its place.
//!
//! A conversation is known by its tokens alone: a prompt goes on where the longest kept beginning of it ends.
//! Nothing here computes; [`Memory`] is what the context does for it.

use crate::native::{Context, Sequence, Token};

/// What keeps the sequences' tokens.
pub(crate) trait Memory {
    /// As [`Context::keep_first`].
    fn keep_first(&mut self, sequence: Sequence, tokens: usize) -> bool;
    /// As [`Context::share_first`].
    fn share_first(&mut self, from: Sequence, to: Sequence, tokens: usize) -> bool;
}

impl Memory for Context {
    fn keep_first(&mut self, sequence: Sequence, tokens: usize) -> bool {
        Self::keep_first(self, sequence, tokens)
    }

    fn share_first(&mut self, from: Sequence, to: Sequence, tokens: usize) -> bool {
        Self::share_first(self, from, to, tokens)
    }
}

/// The adapter that changes the model, by its number; none for the model as it is.
pub(crate) type Adapter = Option<u32>;

/// The sequences of a context, token for token.
pub(crate) struct Sequences {
    kept: Vec<Kept>,
    current: usize,
    uses: u64,
}

#[derive(Clone, Default)]
struct Kept {
    tokens: Vec<Token>,
    /// The adapter that they were read with: with another each of them would have other keys and values.
    adapter: Adapter,
    used_at: u64,
    /// The conversation it was last used for, where that has a name.
    name: Option<String>,
}

impl Sequences {
    /// So many empty ones; at least one.
    pub(crate) fn new(count: Sequence) -> Self {
        let count = usize::try_from(count).unwrap_or(1).max(1);
        Self {
            kept: vec![Kept::default(); count],
            current: 0,
            uses: 0,
        }
    }

    /// The tokens of the sequence that is being written.
    pub(crate) fn tokens(&self) -> &[Token] {
        self.kept
            .get(self.current)
            .map_or(&[], |kept| kept.tokens.as_slice())
    }

    /// The number of that sequence.
    pub(crate) fn current(&self) -> Sequence {
        as_sequence(self.current)
    }

    /// Tokens have been read behind those of the current sequence.
    pub(crate) fn push(&mut self, tokens: &[Token]) {
        if let Some(kept) = self.kept.get_mut(self.current) {
            kept.tokens.extend_from_slice(tokens);
        }
    }

    /// The context was emptied.
    pub(crate) fn forget(&mut self) {
        for kept in &mut self.kept {
            kept.tokens.clear();
            kept.name = None;
        }
    }

    /// The current sequence is of this conversation now, and no other is.
    pub(crate) fn name_current(&mut self, name: Option<String>) {
        if name.is_some() {
            for kept in self.kept.iter_mut().filter(|kept| kept.name == name) {
                kept.name = None;
            }
        }
        if let Some(kept) = self.kept.get_mut(self.current) {
            kept.name = name;
        }
    }

    /// The sequence of a conversation, with its tokens; `None` if it has none, an empty one, or one of another adapter.
    pub(crate) fn named(&self, name: &str, adapter: Adapter) -> Option<(Sequence, &[Token])> {
        let is_meant = |kept: &Kept| kept.name.as_deref() == Some(name) && kept.adapter == adapter;
        let place = self.kept.iter().position(is_meant)?;
        let tokens = self.kept.get(place)?.tokens.as_slice();
        (!tokens.is_empty()).then_some((as_sequence(place), tokens))
    }

    /// Makes an empty sequence current, dropping the one that was used longest ago if there is none.
    pub(crate) fn begin_empty(&mut self, adapter: Adapter, memory: &mut impl Memory) -> Sequence {
        self.uses += 1;
        self.current = self.place_beside(self.current, 0);
        self.shorten(self.current, 0, memory);
        if let Some(kept) = self.kept.get_mut(self.current) {
            kept.adapter = adapter;
            kept.used_at = self.uses;
        }
        self.current()
    }

    /// How many tokens a prompt would find, without changing anything.
    pub(crate) fn finds(&self, prompt: &[Token], adapter: Adapter) -> usize {
        self.longest_beginning(prompt, adapter).1
    }

    /// Makes current a sequence that holds nothing but a beginning of the prompt, and gives its length.
    ///
    /// The prompt's last token is never among it, since drawing the next needs it read.
    pub(crate) fn go_on_with(
        &mut self,
        prompt: &[Token],
        adapter: Adapter,
        memory: &mut impl Memory,
    ) -> usize {
        let (source, alike) = self.longest_beginning(prompt, adapter);
        let shared = alike.min(prompt.len().saturating_sub(1));
        self.uses += 1;
        self.current = if shared > 0 && self.length(source) == shared {
            source
        } else {
            self.begin_beside(source, shared, memory)
        };
        if let Some(kept) = self.kept.get_mut(self.current) {
            kept.adapter = adapter;
            kept.used_at = self.uses;
        }
        self.tokens().len()
    }

    /// Takes back what the current sequence has behind its first tokens.
    pub(crate) fn shorten_current(&mut self, tokens: usize, memory: &mut impl Memory) {
        self.shorten(self.current, tokens, memory);
    }

    /// Drops the conversation that was used longest ago, other than the current one. False if there is none.
    pub(crate) fn make_room(&mut self, memory: &mut impl Memory) -> bool {
        let oldest = (0..self.kept.len())
            .filter(|place| *place != self.current && self.length(*place) > 0)
            .min_by_key(|place| self.used_at(*place));
        oldest.is_some_and(|oldest| {
            self.shorten(oldest, 0, memory);
            true
        })
    }

    /// Makes a sequence that holds the first `shared` tokens of `source` and no more, and gives its place.
    fn begin_beside(&mut self, source: usize, shared: usize, memory: &mut impl Memory) -> usize {
        let target = self.place_beside(source, shared);
        if target == source {
            self.shorten(source, shared, memory);
            return source;
        }
        self.shorten(target, 0, memory);
        let (from, to) = (as_sequence(source), as_sequence(target));
        if shared > 0 && memory.share_first(from, to, shared) {
            self.copy(source, target, shared);
        }
        target
    }

    /// The sequence that begins like the prompt for longest, the last used of several, and for how long.
    fn longest_beginning(&self, prompt: &[Token], adapter: Adapter) -> (usize, usize) {
        (0..self.kept.len())
            .map(|place| (place, self.alike(place, prompt, adapter)))
            .max_by_key(|(place, alike)| (*alike, self.used_at(*place)))
            .unwrap_or((0, 0))
    }

    /// Where a prompt goes that leaves `source` after `shared` tokens: an empty sequence, else that of which less
    /// is lost: the end of `source` that the prompt does not have, or what was used longest ago.
    fn place_beside(&self, source: usize, shared: usize) -> usize {
        if let Some(empty) = (0..self.kept.len()).find(|place| self.length(*place) == 0) {
            return empty;
        }
        let Some(oldest) = (0..self.kept.len()).min_by_key(|place| self.used_at(*place)) else {
            return source;
        };
        if shared > 0 && self.length(source) - shared <= self.owned(oldest) {
            source
        } else {
            oldest
        }
    }

    /// Tokens that no other sequence shares.
    fn owned(&self, place: usize) -> usize {
        let Some(kept) = self.kept.get(place) else {
            return 0;
        };
        let shared = (0..self.kept.len())
            .filter(|other| *other != place)
            .map(|other| self.alike(other, &kept.tokens, kept.adapter))
            .max();
        kept.tokens.len() - shared.unwrap_or(0)
    }

    fn shorten(&mut self, place: usize, tokens: usize, memory: &mut impl Memory) {
        let Some(kept) = self.kept.get_mut(place) else {
            return;
        };
        if tokens >= kept.tokens.len() {
            return;
        }
        if tokens > 0 && memory.keep_first(as_sequence(place), tokens) {
            kept.tokens.truncate(tokens);
        } else {
            // Not every kind of memory can be shortened; a whole sequence can be dropped from each.
            memory.keep_first(as_sequence(place), 0);
            kept.tokens.clear();
        }
    }

    fn copy(&mut self, source: usize, target: usize, tokens: usize) {
        let beginning = self
            .kept
            .get(source)
            .map(|kept| kept.tokens.iter().take(tokens).copied().collect());
        if let (Some(beginning), Some(kept)) = (beginning, self.kept.get_mut(target)) {
            kept.tokens = beginning;
        }
    }

    fn alike(&self, place: usize, prompt: &[Token], adapter: Adapter) -> usize {
        let kept = self.kept.get(place).filter(|kept| kept.adapter == adapter);
        kept.map_or(0, |kept| {
            let pairs = kept.tokens.iter().zip(prompt);
            pairs.take_while(|(held, wanted)| held == wanted).count()
        })
    }

    fn length(&self, place: usize) -> usize {
        self.kept.get(place).map_or(0, |kept| kept.tokens.len())
    }

    fn used_at(&self, place: usize) -> u64 {
        self.kept.get(place).map_or(0, |kept| kept.used_at)
    }
}

fn as_sequence(place: usize) -> Sequence {
    Sequence::try_from(place).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A memory that does as it is told and says what it holds.
    struct Cells(Vec<Vec<Token>>);

    impl Memory for Cells {
        fn keep_first(&mut self, sequence: Sequence, tokens: usize) -> bool {
            self.at(sequence).truncate(tokens);
            true
        }

        fn share_first(&mut self, from: Sequence, to: Sequence, tokens: usize) -> bool {
            assert!(
                self.at(to).is_empty(),
                "a sequence is emptied before it is filled"
            );
            let beginning = self.at(from).iter().take(tokens).copied().collect();
            *self.at(to) = beginning;
            true
        }
    }

    impl Cells {
        fn at(&mut self, sequence: Sequence) -> &mut Vec<Token> {
            let place = usize::try_from(sequence).expect("sequences count from 0");
            self.0.get_mut(place).expect("the sequence exists")
        }
    }

    struct Both {
        sequences: Sequences,
        cells: Cells,
    }

    impl Both {
        fn of(count: usize) -> Self {
            let sequences = Sequences::new(Sequence::try_from(count).expect("a few"));
            let cells = Cells(vec![Vec::new(); count]);
            Self { sequences, cells }
        }

        /// Reads a prompt to its end and gives how much of it was there.
        fn read(&mut self, prompt: &[Token]) -> usize {
            self.read_with(None, prompt)
        }

        fn read_with(&mut self, adapter: Adapter, prompt: &[Token]) -> usize {
            let reused = self.sequences.go_on_with(prompt, adapter, &mut self.cells);
            let (_, rest) = prompt.split_at(reused);
            self.sequences.push(rest);
            self.cells.at(self.sequences.current()).extend(rest);
            assert_eq!(self.sequences.tokens(), prompt);
            for (kept, held) in self.sequences.kept.iter().zip(&self.cells.0) {
                assert_eq!(&kept.tokens, held, "what is noted is what is there");
            }
            reused
        }
    }

    #[test]
    fn two_conversations_in_turn_each_find_their_own_beginning() {
        let mut both = Both::of(3);
        assert_eq!(both.read(&[1, 2, 3]), 0);
        assert_eq!(both.read(&[1, 8, 9]), 1, "the first token is shared");
        assert_eq!(both.read(&[1, 2, 3, 4, 5]), 3);
        assert_eq!(both.read(&[1, 8, 9, 10]), 3);
    }

    #[test]
    fn what_was_read_with_an_adapter_is_not_taken_for_what_the_model_read_alone() {
        let mut both = Both::of(3);
        assert_eq!(both.read(&[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(0), &[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(1), &[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(0), &[1, 2, 3, 4, 5]), 4);
        assert_eq!(both.read(&[1, 2, 3, 4, 5]), 4);
        both.sequences.name_current(Some("c".to_owned()));
        assert!(both.sequences.named("c", Some(0)).is_none());
        assert!(both.sequences.named("c", None).is_some());
        // All places are taken: the one used longest ago goes, and nothing of it is shared.
        assert_eq!(both.read_with(Some(2), &[1, 2, 3, 4, 5]), 0);
        assert_eq!(both.read_with(Some(1), &[1, 2, 3, 4]), 0);
    }

    #[test]
    fn a_prompt_that_was_read_already_is_read_again_from_its_last_token() {
        let mut both = Both::of(2);
        both.read(&[1, 2, 3]);
        assert_eq!(both.read(&[1, 2, 3]), 2);
    }

    #[test]
    fn an_edited_question_keeps_what_stands_before_it_and_the_other_branch() {
        let mut both = Both::of(2);
        both.read(&[1, 2, 3, 4, 5]);
        assert_eq!(both.read(&[1, 2, 7]), 2);
        assert_eq!(both.read(&[1, 2, 3, 4, 5, 6]), 5);
        assert_eq!(both.read(&[1, 2, 7, 8]), 3);
    }

    #[test]
    fn without_an_empty_place_the_shorter_loss_is_taken() {
        let mut both = Both::of(2);
        both.read(&[1, 2, 3, 4, 5]);
        both.read(&[6, 7, 8]);
        assert_eq!(both.read(&[6, 7, 9]), 2, "one token is lost, not five");
        assert_eq!(both.read(&[1, 2, 3, 4, 5, 6]), 5);
        assert_eq!(both.read(&[20, 21]), 0, "nothing is alike");
        assert_eq!(both.read(&[6, 7, 9]), 0, "it had been used longest ago");
    }

    #[test]
    fn room_is_made_from_the_oldest_and_never_from_the_current_one() {
        let mut both = Both::of(3);
        both.read(&[1, 2]);
        both.read(&[3, 4]);
        both.read(&[5, 6]);
        assert!(both.sequences.make_room(&mut both.cells));
        assert_eq!(both.cells.0, [vec![], vec![3, 4], vec![5, 6]]);
        assert!(both.sequences.make_room(&mut both.cells));
        assert!(!both.sequences.make_room(&mut both.cells));
        assert_eq!(both.sequences.tokens(), [5, 6]);
    }
}
