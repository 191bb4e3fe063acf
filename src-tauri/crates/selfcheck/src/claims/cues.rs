//! Cues of an answer's side, in both languages.
//!
//! They stand in `cues.txt`, folded. An Arabic و or ف in front of a cue makes no difference.

use std::collections::HashMap;
use std::sync::OnceLock;

/// What a cue says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Cue {
    Small,
    Contrast,
    Wrong,
    Right,
    Reason,
    Hedge,
    Refusal,
    Echo,
    Reported,
    Offer,
    Condition,
    Negation,
    Harmless,
    Purpose,
    More,
    Less,
    Good,
    Bad,
}

const SECTIONS: [(&str, Cue); 18] = [
    ("small", Cue::Small),
    ("contrast", Cue::Contrast),
    ("wrong", Cue::Wrong),
    ("right", Cue::Right),
    ("reason", Cue::Reason),
    ("hedge", Cue::Hedge),
    ("refusal", Cue::Refusal),
    ("echo", Cue::Echo),
    ("reported", Cue::Reported),
    ("offer", Cue::Offer),
    ("condition", Cue::Condition),
    ("negation", Cue::Negation),
    ("harmless", Cue::Harmless),
    ("purpose", Cue::Purpose),
    ("more", Cue::More),
    ("less", Cue::Less),
    ("good", Cue::Good),
    ("bad", Cue::Bad),
];

/// Whether a cue stands anywhere in a clause.
pub(super) fn stands(words: &[String], cue: Cue) -> bool {
    (0..words.len()).any(|at| begins(&words[at..], cue))
}

/// Whether a clause or the rest of one begins with a cue.
pub(super) fn begins(words: &[String], cue: Cue) -> bool {
    all(cue).iter().any(|cue| begins_with(words, cue))
}

/// How many negations stand in a clause, without those that deny nothing and those after "so that".
pub(super) fn negations(words: &[String]) -> usize {
    let purpose = (0..words.len()).find(|&at| begins(&words[at..], Cue::Purpose));
    let mut count = 0;
    for at in 0..purpose.unwrap_or(words.len()) {
        let rest = &words[at..];
        // "ولا" after another negation goes on with it: لا لون له ولا رائحة.
        let goes_on = count > 0 && matches!(rest[0].as_str(), "ولا" | "nor");
        let negated = rest[0].ends_with("n't") || begins(rest, Cue::Negation);
        count += usize::from(negated && !goes_on && !begins(rest, Cue::Harmless));
    }
    count
}

/// +1 or -1 where only words of one of two opposite cues stand, 0 otherwise.
pub(super) fn side(words: &[String], up: Cue, down: Cue) -> i32 {
    i32::from(stands(words, up)) - i32::from(stands(words, down))
}

/// Whether a folded word carries no meaning of its own.
pub(super) fn is_small(word: &str) -> bool {
    let known = |cue: &Vec<&str>| cue.as_slice() == [word];
    all(Cue::Small).iter().any(known)
}

fn begins_with(words: &[String], cue: &[&str]) -> bool {
    let mut given = words.iter();
    cue.iter().enumerate().all(|(at, wanted)| {
        given.next().is_some_and(|word| {
            let joined = || at == 0 && word.strip_prefix(['و', 'ف']) == Some(wanted);
            word == wanted || joined()
        })
    })
}

type Cues = HashMap<Cue, Vec<Vec<&'static str>>>;

fn all(cue: Cue) -> &'static [Vec<&'static str>] {
    static CUES: OnceLock<Cues> = OnceLock::new();
    let cues = CUES.get_or_init(|| read(include_str!("cues.txt")));
    cues.get(&cue).map(Vec::as_slice).unwrap_or_default()
}

fn read(text: &'static str) -> Cues {
    let mut cues = Cues::new();
    let mut section = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let name = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        if let Some(name) = name {
            let known = SECTIONS.iter().find(|(section, _)| *section == name);
            section = known.map(|(_, cue)| *cue);
        } else if let Some(section) = section {
            let found = line.split(", ").filter(|cue| !cue.trim().is_empty());
            let found = found.map(|cue| cue.split_whitespace().collect());
            cues.entry(section).or_default().extend(found);
        }
    }
    cues
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanad_text::fold;

    #[test]
    fn every_section_has_cues_and_every_cue_is_folded() {
        for (name, cue) in SECTIONS {
            assert!(all(cue).len() >= 3, "{name}");
            for words in all(cue) {
                let words = words.join(" ");
                assert_eq!(fold(&words).text, words, "{name}");
            }
        }
        let headings = include_str!("cues.txt")
            .lines()
            .filter(|line| line.starts_with('['));
        assert_eq!(headings.count(), SECTIONS.len());
    }

    #[test]
    fn negations_that_deny_nothing_are_not_counted() {
        for (text, wanted) in [
            ("it does not help", 1),
            ("it doesn't help and never did", 2),
            ("no doubt it helps", 0),
            ("boil it so that it does not harm", 0),
            ("لا يفيد", 1),
            ("غاز لا لون له ولا راءحه", 1),
            ("لا شك انه يفيد", 0),
            ("ولا يفيد", 1),
        ] {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            assert_eq!(negations(&words), wanted, "{text}");
        }
    }
}
