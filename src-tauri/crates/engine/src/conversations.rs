//! Which conversations the engine keeps: one in the context, others parked beside it in ordinary memory.
//!
//! A conversation is known by its tokens alone: a prompt goes on where the longest kept beginning of it ends.
//! The context holds one, since a token looks at every cell in use, whosever it is: a model of 1.2 B wrote 5 to 11 % slower
//! with a context that others had filled. A long conversation may take all of the context, and drops no other.
//! Nothing here computes; [`Memory`] is what the context does for it.

use crate::native::{Context, Sequence, Token};

/// The sequence of the context that conversations are read into.
pub(crate) const WRITING: Sequence = 0;

/// What keeps the tokens of the conversation that is being written.
pub(crate) trait Memory {
    /// Drops everything but the first tokens. False if this kind of memory cannot be shortened.
    fn keep_first(&mut self, tokens: usize) -> bool;
    /// Bytes of a copy of what is there.
    fn size(&mut self) -> usize;
    /// A copy of what is there; empty where there is no memory for it.
    fn copy_out(&mut self) -> Vec<u8>;
    /// Fills the empty memory with so many tokens from [`Self::copy_out`]; false, and empty, where that is impossible.
    fn copy_in(&mut self, state: &[u8], tokens: usize) -> bool;
}

impl Memory for Context {
    fn keep_first(&mut self, tokens: usize) -> bool {
        Self::keep_first(self, WRITING, tokens)
    }

    fn size(&mut self) -> usize {
        self.state_bytes(WRITING)
    }

    fn copy_out(&mut self) -> Vec<u8> {
        self.state(WRITING)
    }

    fn copy_in(&mut self, state: &[u8], tokens: usize) -> bool {
        self.set_state(WRITING, state, tokens)
    }
}

/// The adapter that changes the model, by its number; none for the model as it is.
pub(crate) type Adapter = Option<u32>;

/// Token for token, what is in the context and what is parked.
pub(crate) struct Conversations {
    current: Kept,
    /// The one parked longest ago first.
    parked: Vec<Parked>,
    limits: Limits,
}

/// What parking may cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes that all parked conversations may take together.
    pub(crate) bytes: usize,
    /// So many tokens are sooner read again than copied.
    pub(crate) tokens_not_worth_it: usize,
}

#[derive(Clone, Default)]
struct Kept {
    tokens: Vec<Token>,
    /// The adapter that they were read with: with another each of them would have other keys and values.
    adapter: Adapter,
    /// The conversation it was last used for, where that has a name.
    name: Option<String>,
}

struct Parked {
    kept: Kept,
    state: Vec<u8>,
}

/// Where a conversation lies.
pub(crate) enum Place<'kept> {
    Context,
    Parked(&'kept [u8]),
}

impl Conversations {
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            current: Kept::default(),
            parked: Vec::new(),
            limits,
        }
    }

    /// From now on parked conversations may take so many bytes together.
    pub(crate) fn limit_parking(&mut self, bytes: usize) {
        self.limits.bytes = bytes;
        self.make_room(0);
    }

    /// The tokens in the context.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.current.tokens
    }

    /// Tokens have been read behind those in the context.
    pub(crate) fn push(&mut self, tokens: &[Token]) {
        self.current.tokens.extend_from_slice(tokens);
    }

    /// The context was emptied, and nothing else is to be kept.
    pub(crate) fn forget(&mut self) {
        self.current = Kept::default();
        self.parked.clear();
    }

    /// What is in the context is of this conversation now, and nothing else is.
    pub(crate) fn name_current(&mut self, name: Option<String>) {
        if name.is_some() {
            let parked = self.parked.iter_mut().map(|parked| &mut parked.kept);
            for kept in parked.filter(|kept| kept.name == name) {
                kept.name = None;
            }
        }
        self.current.name = name;
    }

    /// The tokens of a conversation and where they lie; `None` if there are none, or were read with another adapter.
    pub(crate) fn named(&self, name: &str, adapter: Adapter) -> Option<(&[Token], Place<'_>)> {
        let is_meant = |kept: &Kept| {
            kept.name.as_deref() == Some(name) && kept.adapter == adapter && !kept.tokens.is_empty()
        };
        if is_meant(&self.current) {
            return Some((&self.current.tokens, Place::Context));
        }
        let parked = self.parked.iter().find(|parked| is_meant(&parked.kept))?;
        Some((&parked.kept.tokens, Place::Parked(&parked.state)))
    }

    /// How many tokens a prompt would find, without changing anything.
    pub(crate) fn finds(&self, prompt: &[Token], adapter: Adapter) -> usize {
        let parked = self
            .longest_parked(prompt, adapter)
            .map_or(0, |(_, alike)| alike);
        self.current.alike(prompt, adapter).max(parked)
    }

    /// Brings into the context a beginning of the prompt and nothing else, and gives its length.
    ///
    /// The prompt's last token is never among it, since drawing the next needs it read.
    pub(crate) fn go_on_with(
        &mut self,
        prompt: &[Token],
        adapter: Adapter,
        memory: &mut impl Memory,
    ) -> usize {
        let wanted = prompt.len().saturating_sub(1);
        let here = self.current.alike(prompt, adapter).min(wanted);
        let parked = self.longest_parked(prompt, adapter);
        match parked.map(|(place, alike)| (place, alike.min(wanted))) {
            Some((place, alike)) if alike > here + self.limits.tokens_not_worth_it => {
                self.bring_back(place, alike, memory);
            }
            _ => self.keep_beginning(here, memory),
        }
        self.current.adapter = adapter;
        self.tokens().len()
    }

    /// Parks what is in the context and empties it.
    pub(crate) fn leave(&mut self, memory: &mut impl Memory) {
        self.keep_beginning(0, memory);
        self.current.name = None;
    }

    /// What is in the context came from elsewhere; it was empty before.
    pub(crate) fn take_in(&mut self, tokens: Vec<Token>, adapter: Adapter) {
        self.current = Kept {
            tokens,
            adapter,
            name: None,
        };
    }

    /// Takes back what the context has behind its first tokens.
    pub(crate) fn shorten(&mut self, tokens: usize, memory: &mut impl Memory) {
        if tokens >= self.current.tokens.len() {
            return;
        }
        if tokens > 0 && memory.keep_first(tokens) {
            self.current.tokens.truncate(tokens);
        } else {
            // Not every kind of memory can be shortened; all of it can be dropped from each.
            memory.keep_first(0);
            self.current.tokens.clear();
        }
    }

    /// As [`Self::shorten`], but what would be lost is parked where that is worth it.
    fn keep_beginning(&mut self, tokens: usize, memory: &mut impl Memory) {
        if self.current.tokens.len() - tokens > self.limits.tokens_not_worth_it {
            self.park(memory);
        }
        self.shorten(tokens, memory);
    }

    fn park(&mut self, memory: &mut impl Memory) {
        let bytes = memory.size();
        if bytes > self.limits.bytes {
            return;
        }
        self.make_room(bytes);
        let state = memory.copy_out();
        if !state.is_empty() {
            let kept = self.current.clone();
            self.parked.push(Parked { kept, state });
        }
    }

    /// Drops parked conversations, the one parked longest ago first, until so many bytes more may be parked.
    fn make_room(&mut self, bytes: usize) {
        let mut taken: usize = self.parked.iter().map(|parked| parked.state.len()).sum();
        while taken + bytes > self.limits.bytes && !self.parked.is_empty() {
            taken -= self.parked.remove(0).state.len();
        }
    }

    /// Changes what is in the context for the first tokens of a parked conversation.
    fn bring_back(&mut self, place: usize, tokens: usize, memory: &mut impl Memory) {
        let Parked { kept, state } = self.parked.remove(place);
        self.leave(memory);
        if !memory.copy_in(&state, kept.tokens.len()) {
            return;
        }
        self.current = kept;
        if self.current.tokens.len() - tokens > self.limits.tokens_not_worth_it {
            let kept = self.current.clone();
            self.make_room(state.len());
            self.parked.push(Parked { kept, state });
        }
        self.shorten(tokens, memory);
    }

    /// The parked conversation that begins like the prompt for longest, the one parked last of several.
    fn longest_parked(&self, prompt: &[Token], adapter: Adapter) -> Option<(usize, usize)> {
        let alike = |parked: &Parked| parked.kept.alike(prompt, adapter);
        let all = self.parked.iter().map(alike).enumerate();
        all.max_by_key(|(_, alike)| *alike)
    }
}

impl Kept {
    /// The tokens that stand at the beginning of the prompt too.
    fn alike(&self, prompt: &[Token], adapter: Adapter) -> usize {
        if self.adapter != adapter {
            return 0;
        }
        let pairs = self.tokens.iter().zip(prompt);
        pairs.take_while(|(held, wanted)| held == wanted).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A memory that does as it is told and says what it holds.
    #[derive(Default)]
    struct Cells {
        held: Vec<Token>,
        /// As a recurrent memory is.
        whole_or_nothing: bool,
    }

    impl Memory for Cells {
        fn keep_first(&mut self, tokens: usize) -> bool {
            let possible = tokens == 0 || !self.whole_or_nothing;
            if possible {
                self.held.truncate(tokens);
            }
            possible
        }

        fn size(&mut self) -> usize {
            4 * self.held.len()
        }

        fn copy_out(&mut self) -> Vec<u8> {
            self.held
                .iter()
                .flat_map(|token| token.to_le_bytes())
                .collect()
        }

        fn copy_in(&mut self, state: &[u8], tokens: usize) -> bool {
            assert!(self.held.is_empty(), "it is emptied before it is filled");
            let token = |bytes: &[u8]| Token::from_le_bytes(bytes.try_into().expect("four bytes"));
            self.held = state.chunks_exact(4).map(token).collect();
            assert_eq!(self.held.len(), tokens);
            true
        }
    }

    struct Both {
        conversations: Conversations,
        cells: Cells,
    }

    impl Both {
        /// With room for so many parked tokens.
        fn with_room(tokens: usize) -> Self {
            let limits = Limits {
                bytes: 4 * tokens,
                tokens_not_worth_it: 0,
            };
            Self {
                conversations: Conversations::new(limits),
                cells: Cells::default(),
            }
        }

        /// Reads a prompt to its end and gives how much of it was there.
        fn read(&mut self, prompt: &[Token]) -> usize {
            self.read_with(None, prompt)
        }

        fn read_with(&mut self, adapter: Adapter, prompt: &[Token]) -> usize {
            let cells = &mut self.cells;
            let reused = self.conversations.go_on_with(prompt, adapter, cells);
            let (_, rest) = prompt.split_at(reused);
            self.conversations.push(rest);
            self.cells.held.extend(rest);
            assert_eq!(self.conversations.tokens(), prompt);
            assert_eq!(self.cells.held, prompt, "what is noted is what is there");
            reused
        }
    }

    #[test]
    fn two_conversations_in_turn_each_find_their_own_beginning() {
        let mut both = Both::with_room(100);
        assert_eq!(both.read(&[1, 2, 3]), 0);
        assert_eq!(both.read(&[1, 8, 9]), 1, "the first token is shared");
        assert_eq!(both.read(&[1, 2, 3, 4, 5]), 3);
        assert_eq!(both.read(&[1, 8, 9, 10]), 3);
    }

    #[test]
    fn what_was_read_with_an_adapter_is_not_taken_for_what_the_model_read_alone() {
        let mut both = Both::with_room(100);
        assert_eq!(both.read(&[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(0), &[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(1), &[1, 2, 3, 4]), 0);
        assert_eq!(both.read_with(Some(0), &[1, 2, 3, 4, 5]), 4);
        assert_eq!(both.read(&[1, 2, 3, 4, 5]), 4);
        both.conversations.name_current(Some("c".to_owned()));
        assert!(both.conversations.named("c", Some(0)).is_none());
        assert!(both.conversations.named("c", None).is_some());
    }

    #[test]
    fn a_prompt_that_was_read_already_is_read_again_from_its_last_token() {
        let mut both = Both::with_room(100);
        both.read(&[1, 2, 3]);
        assert_eq!(both.read(&[1, 2, 3]), 2);
    }

    #[test]
    fn an_edited_question_keeps_what_stands_before_it_and_the_other_branch() {
        let mut both = Both::with_room(100);
        both.read(&[1, 2, 3, 4, 5]);
        assert_eq!(both.read(&[1, 2, 7]), 2);
        assert_eq!(both.read(&[1, 2, 3, 4, 5, 6]), 5);
        assert_eq!(both.read(&[1, 2, 7, 8]), 3);
    }

    #[test]
    fn a_branch_of_a_parked_conversation_leaves_the_conversation_whole() {
        let mut both = Both::with_room(100);
        both.read(&[1, 2, 3, 4, 5]);
        both.read(&[9]);
        assert_eq!(both.read(&[1, 2, 3, 7]), 3);
        both.read(&[9]);
        assert_eq!(both.read(&[1, 2, 3, 4, 5, 6]), 5);
    }

    #[test]
    fn without_room_the_conversation_parked_longest_ago_goes() {
        let mut both = Both::with_room(6);
        both.read(&[1, 2, 3]);
        both.read(&[4, 5, 6]);
        both.read(&[7, 8, 9]);
        assert_eq!(both.read(&[20, 21, 22]), 0, "the first has made room");
        assert_eq!(both.read(&[4, 5, 6, 10]), 3);
        assert_eq!(both.read(&[1, 2, 3]), 0);
    }

    #[test]
    fn what_is_larger_than_all_the_room_is_not_parked_and_drops_nothing_else() {
        let mut both = Both::with_room(4);
        both.read(&[1, 2, 3]);
        both.read(&[4, 5, 6, 7, 8]);
        assert_eq!(both.read(&[1, 2, 3, 9]), 3);
        assert_eq!(both.read(&[4, 5, 6, 7, 8]), 0);
    }

    #[test]
    fn what_is_sooner_read_than_copied_is_read() {
        let mut both = Both::with_room(100);
        both.conversations.limits.tokens_not_worth_it = 2;
        both.read(&[1, 2, 3, 4]);
        both.read(&[1, 8, 9]);
        assert_eq!(both.conversations.parked.len(), 1);
        assert_eq!(both.read(&[1, 2, 3, 10]), 1, "two tokens more are parked");
        assert_eq!(both.conversations.parked.len(), 1);
        assert_eq!(both.read(&[1, 2, 3, 10]), 3);
    }

    #[test]
    fn a_memory_that_cannot_be_shortened_keeps_whole_conversations() {
        let mut both = Both::with_room(100);
        both.cells.whole_or_nothing = true;
        both.read(&[1, 2, 3]);
        both.read(&[4, 5, 6]);
        assert_eq!(both.read(&[1, 2, 3, 4]), 3);
        assert_eq!(both.read(&[4, 5, 7]), 0);
    }

    #[test]
    fn a_conversation_that_is_left_is_found_under_its_name_and_goes_on() {
        let mut both = Both::with_room(100);
        both.read(&[1, 2, 3]);
        both.conversations.name_current(Some("a".to_owned()));
        both.conversations.leave(&mut both.cells);
        assert!(both.cells.held.is_empty());
        let (tokens, place) = both.conversations.named("a", None).expect("it is parked");
        assert_eq!(tokens, [1, 2, 3]);
        assert!(matches!(place, Place::Parked(state) if state.len() == 12));
        assert_eq!(both.read(&[1, 2, 3, 4]), 3);
        both.conversations.name_current(Some("a".to_owned()));
        let (_, place) = both.conversations.named("a", None).expect("it is here");
        assert!(matches!(place, Place::Context));
    }
}
