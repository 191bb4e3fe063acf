//! What is read together.

use super::Wanted;
use crate::native::{Entry, Sequence, Token};

/// A prompt with its continuations, in tokens; neither is empty.
pub(super) struct Encoded {
    pub(super) context: Vec<Token>,
    pub(super) continuations: Vec<Vec<Token>>,
}

/// A prompt with as many of its continuations as are read with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unit {
    prompt: usize,
    /// Their places among the prompt's.
    continuations: Vec<usize>,
    /// Continuations of more than one token: each needs a sequence.
    long: Vec<usize>,
    tokens: usize,
}

/// What all prompts begin with, though each keeps a last token of its own; nothing for one prompt alone.
pub(super) fn common_beginning(prompts: &[Encoded]) -> Vec<Token> {
    let Some((first, others)) = prompts.split_first() else {
        return Vec::new();
    };
    if others.is_empty() {
        return Vec::new();
    }
    let alike = |other: &Encoded| {
        let pairs = first.context.iter().zip(&other.context);
        pairs.take_while(|(one, another)| one == another).count()
    };
    let shortest = prompts.iter().map(|prompt| prompt.context.len() - 1).min();
    let length = others.iter().map(alike).chain(shortest).min().unwrap_or(0);
    first.context.iter().take(length).copied().collect()
}

/// All prompts behind their first `base` tokens, each as often as its continuations need it with so many sequences.
pub(super) fn units(prompts: &[Encoded], base: usize, sequences: usize) -> Vec<Unit> {
    let mut units = Vec::new();
    for (place, prompt) in prompts.iter().enumerate() {
        let own = prompt.context.len() - base;
        let is_long = |at: &usize| prompt.continuations.get(*at).is_some_and(|c| c.len() > 1);
        let (long, short): (Vec<usize>, Vec<usize>) =
            (0..prompt.continuations.len()).partition(is_long);
        let mut parts: Vec<&[usize]> = long.chunks(sequences.max(1)).collect();
        if parts.is_empty() {
            parts.push(&[]);
        }
        let mut short = Some(short);
        for part in parts {
            let tails = part.iter().filter_map(|at| prompt.continuations.get(*at));
            let tails: usize = tails.map(|tokens| tokens.len() - 1).sum();
            let mut continuations = short.take().unwrap_or_default();
            continuations.extend(part);
            units.push(Unit {
                prompt: place,
                continuations,
                long: part.to_vec(),
                tokens: own + tails,
            });
        }
    }
    units
}

/// The units in their order, as many at a time as have `room` tokens and `sequences` sequences; at least one.
pub(super) fn groups(
    units: &[Unit],
    room: usize,
    sequences: usize,
) -> impl Iterator<Item = &[Unit]> {
    let mut rest = units;
    std::iter::from_fn(move || {
        let mut taken = 0;
        let (mut tokens, mut held) = (0, 0);
        for unit in rest {
            tokens += unit.tokens;
            held += unit.sequences();
            if taken > 0 && (tokens > room || held > sequences) {
                break;
            }
            taken += 1;
        }
        let (group, behind) = rest.split_at(taken);
        rest = behind;
        (!group.is_empty()).then_some(group)
    })
}

impl Unit {
    /// Tokens that are read for it.
    pub(super) fn tokens(&self) -> usize {
        self.tokens
    }

    /// Sequences that it fills.
    pub(super) fn sequences(&self) -> usize {
        self.long.len().max(1)
    }

    /// Its tokens behind the first `base`, and what each row of logits is asked for.
    pub(super) fn lay_out<'batch>(
        &self,
        prompts: &[Encoded],
        base: usize,
        sequences: &'batch [Sequence],
        entries: &mut Vec<Entry<'batch>>,
        wanted: &mut Vec<Wanted>,
    ) {
        let Some(prompt) = prompts.get(self.prompt) else {
            return;
        };
        let own = prompt.context.get(base..).unwrap_or_default();
        for (place, token) in own.iter().enumerate() {
            entries.push(Entry {
                token: *token,
                sequences,
                with_logits: place + 1 == own.len(),
            });
        }
        wanted.push(Wanted {
            prompt: self.prompt,
            next: self.continuations.iter().map(|at| (*at, 0)).collect(),
        });
        for (at, sequence) in self.long.iter().zip(sequences.chunks(1)) {
            let tokens = prompt.continuations.get(*at).map_or(&[][..], Vec::as_slice);
            for (place, token) in tokens
                .iter()
                .enumerate()
                .take(tokens.len().saturating_sub(1))
            {
                entries.push(Entry {
                    token: *token,
                    sequences: sequence,
                    with_logits: true,
                });
                wanted.push(Wanted {
                    prompt: self.prompt,
                    next: vec![(*at, place + 1)],
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(context: &[Token], continuations: &[&[Token]]) -> Encoded {
        Encoded {
            context: context.to_vec(),
            continuations: continuations.iter().map(|c| c.to_vec()).collect(),
        }
    }

    #[test]
    fn what_prompts_share_ends_before_the_last_token_of_the_shortest() {
        let rows: [(&[&[Token]], &[Token]); 4] = [
            (&[&[1, 2, 3], &[1, 2, 4]], &[1, 2]),
            (&[&[1, 2], &[1, 2, 4]], &[1]),
            (&[&[1, 2], &[5, 2]], &[]),
            (&[&[1, 2, 3]], &[]),
        ];
        for (contexts, shared) in rows {
            let prompts: Vec<_> = contexts.iter().map(|c| prompt(c, &[&[9]])).collect();
            assert_eq!(common_beginning(&prompts), shared, "{contexts:?}");
        }
    }

    #[test]
    fn letters_need_one_sequence_and_long_options_one_each() {
        let letters = [prompt(&[1, 2, 3], &[&[7], &[8], &[9]])];
        let found = units(&letters, 1, 7);
        assert_eq!(
            (found.len(), found[0].sequences(), found[0].tokens()),
            (1, 1, 2)
        );
        let long = [prompt(&[1, 2, 3], &[&[7, 7], &[8], &[9, 9, 9]])];
        let found = units(&long, 0, 7);
        assert_eq!(
            (found.len(), found[0].sequences(), found[0].tokens()),
            (1, 2, 6)
        );
        assert_eq!(found[0].continuations, [1, 0, 2]);
        let cramped = units(&long, 0, 1);
        assert_eq!(cramped.iter().map(Unit::tokens).collect::<Vec<_>>(), [4, 5]);
        assert_eq!(cramped[1].continuations, [2]);
    }

    #[test]
    fn groups_end_where_room_or_sequences_do_and_never_lose_a_unit() {
        let prompts: Vec<_> = (0..7).map(|_| prompt(&[1, 2, 3], &[&[7], &[8]])).collect();
        let all = units(&prompts, 0, 7);
        let lengths = |room, sequences| -> Vec<usize> {
            groups(&all, room, sequences).map(<[Unit]>::len).collect()
        };
        assert_eq!(lengths(100, 7), [7]);
        assert_eq!(lengths(7, 7), [2, 2, 2, 1]);
        assert_eq!(lengths(100, 3), [3, 3, 1]);
        assert_eq!(lengths(1, 1), [1; 7]);
    }

    #[test]
    fn each_row_of_logits_is_asked_for_the_token_behind_it() {
        let prompts = [prompt(&[1, 2, 3], &[&[7], &[8, 9, 10]])];
        let units = units(&prompts, 1, 7);
        let (mut entries, mut wanted) = (Vec::new(), Vec::new());
        units[0].lay_out(&prompts, 1, &[4], &mut entries, &mut wanted);
        let laid: Vec<_> = entries.iter().map(|e| (e.token, e.with_logits)).collect();
        assert_eq!(laid, [(2, false), (3, true), (8, true), (9, true)]);
        let asked: Vec<_> = wanted.into_iter().map(|asked| asked.next).collect();
        assert_eq!(asked, [vec![(0, 0), (1, 0)], vec![(1, 1)], vec![(1, 2)]]);
    }
}
