//! Which medicine a figure belongs to: the nearest name in its sentence, else what the text around says.

use std::ops::Range;

use crate::drugs::{Drugs, Mention};
use crate::figures::Figure;
use crate::tokens::Token;

/// Small words between an amount and its medicine: `500 mg of amoxicillin`, 500 ملغ من الأموكسيسيلين.
const OF: &[&str] = &["of", "de", "من", "for", "oral", "iv", "im", "the", "a"];

/// So many of them at most stand there.
const MOST_BETWEEN: usize = 4;

const SENTENCE_ENDS: &[char] = &['.', ';', '!', '?', '؟', '؛', '\n', '۔'];

/// What is no dose, such as a time, belongs to a medicine only within its clause.
const CLAUSE_ENDS: &[char] = &[
    '.', ';', '!', '?', '؟', '؛', '\n', '۔', ',', '،', ':', '(', ')',
];

/// Gives each figure of a line its medicines; `around` is what the heading, the row or the item speaks of.
pub(crate) fn assign(
    tokens: &[Token],
    mentions: &[Mention],
    figures: &mut [Figure],
    around: &Drugs,
) {
    let sentences = Borders::of(tokens, SENTENCE_ENDS);
    let clauses = Borders::of(tokens, CLAUSE_ENDS);
    for figure in figures {
        let neighbours = Neighbours::of(mentions, &figure.tokens);
        let found = if figure.unit.is_of_treatment() {
            let in_sentence = neighbours.nearest(tokens, &figure.tokens, &sentences);
            let drugs = in_sentence
                .or(neighbours.before)
                .map(|mention| &mention.drugs);
            Some(drugs.unwrap_or(around))
        } else {
            let in_clause = neighbours.nearest(tokens, &figure.tokens, &clauses);
            in_clause.map(|mention| &mention.drugs)
        };
        figure.drugs = found.cloned().unwrap_or_default();
    }
}

/// How many sentences or clauses have ended before each part of a line.
struct Borders(Vec<usize>);

impl Borders {
    fn of(tokens: &[Token], ends: &[char]) -> Self {
        let mut counts = vec![0];
        let mut count = 0;
        for token in tokens {
            count += usize::from(ends.iter().any(|end| token.is(*end)));
            counts.push(count);
        }
        Self(counts)
    }

    fn none_between(&self, between: Range<usize>) -> bool {
        self.0.get(between.start) == self.0.get(between.end)
    }
}

/// The names next to a figure.
struct Neighbours<'m> {
    before: Option<&'m Mention>,
    behind: Option<&'m Mention>,
}

impl<'m> Neighbours<'m> {
    fn of(mentions: &'m [Mention], figure: &Range<usize>) -> Self {
        let first_behind = mentions.partition_point(|mention| mention.tokens.end <= figure.start);
        let before = first_behind.checked_sub(1);
        Self {
            before: before.and_then(|before| mentions.get(before)),
            behind: mentions
                .get(first_behind..)
                .unwrap_or_default()
                .iter()
                .find(|mention| mention.tokens.start >= figure.end),
        }
    }

    /// The name that touches the figure, that follows it directly, that stands before it, or behind it, up to a border.
    fn nearest(
        &self,
        tokens: &[Token],
        figure: &Range<usize>,
        borders: &Borders,
    ) -> Option<&'m Mention> {
        let touches = self
            .before
            .filter(|mention| mention.tokens.end == figure.start);
        let follows = self.behind.filter(|mention| {
            let between = tokens
                .get(figure.end..mention.tokens.start)
                .unwrap_or_default();
            let is_small = |token: &Token| token.word().is_some_and(|word| OF.contains(&word));
            between.len() <= MOST_BETWEEN && between.iter().all(is_small)
        });
        let before = || {
            self.before
                .filter(|mention| borders.none_between(mention.tokens.end..figure.start))
        };
        let behind = || {
            self.behind
                .filter(|mention| borders.none_between(figure.end..mention.tokens.start))
        };
        touches.or(follows).or_else(before).or_else(behind)
    }
}
