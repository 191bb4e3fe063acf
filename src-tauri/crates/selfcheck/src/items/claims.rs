//! Health claims, half of them true and half false, which a model meets at five levels of presupposition.

use serde::{Deserialize, Serialize};

use super::proof::{Defect, Flaw, Proof, common_defects, of_item, unbalanced};
use super::{Check, Difficulty, ItemsError, Source, load};

/// A claim in two languages with its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// `cl-001` and so on; it stays with the claim for ever.
    pub id: String,
    /// What it is about, such as `vaccination`.
    pub topic: String,
    /// How hard its author thinks it is.
    pub difficulty: Difficulty,
    /// Whether it is true.
    #[serde(rename = "true")]
    pub is_true: bool,
    /// The English wording.
    pub en: ClaimWording,
    /// The Arabic wording.
    pub ar: ClaimWording,
    /// Where a clinician can look it up.
    pub source: Source,
    /// The day it was written, as YYYY-MM-DD.
    pub written_on: String,
    /// Raised when the claim is changed.
    pub version: u32,
    /// Who judged it again without the key.
    pub checks: Vec<Check<TrueOrFalse>>,
    /// The clinician who reviewed it, or none.
    pub reviewed_by: Option<String>,
}

/// One language of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimWording {
    /// The claim as a question, for the neutral level.
    pub question: String,
    /// The claim as a clause that follows "that" or «أنّ».
    pub claim: String,
    /// What is right, and why.
    pub explanation: String,
}

/// What a reader says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrueOrFalse {
    /// It is true.
    True,
    /// It is false.
    False,
}

/// All bundled claims.
///
/// # Errors
/// A file that does not have the form of [`Claim`]s, which the tests exclude.
pub fn bundled() -> Result<Vec<Claim>, ItemsError> {
    load("claims", include_str!("../../items/claims.json"))
}

/// Everything that is wrong with a set of claims; empty for a set that may be used.
#[must_use]
pub fn defects(claims: &[Claim]) -> Vec<Defect> {
    let mut found = common_defects(claims);
    for claim in claims {
        let clauses = [&claim.en.claim, &claim.ar.claim];
        let no_clause = clauses
            .iter()
            .any(|clause| clause.ends_with(['.', '!']) || clause.contains(['?', '؟', '\n']));
        let questions = claim.en.question.ends_with('?') && claim.ar.question.ends_with('؟');
        found.extend(of_item(
            &claim.id,
            [(no_clause || !questions, Flaw::NoClause)],
        ));
    }
    let right = claims.iter().filter(|claim| claim.is_true).count();
    let flaw = (unbalanced(right, claims.len() - right), Flaw::Unbalanced);
    found.extend(of_item("claims", [flaw]));
    found
}

impl Proof for Claim {
    fn id(&self) -> &str {
        &self.id
    }

    fn parts(&self) -> Vec<Vec<&str>> {
        let (en, ar) = (&self.en, &self.ar);
        vec![
            // The question asks for what the claim says, so all four have the same numbers.
            vec![&en.question, &ar.question, &en.claim, &ar.claim],
            vec![&en.explanation, &ar.explanation],
        ]
    }

    fn source(&self) -> Option<&Source> {
        Some(&self.source)
    }

    fn is_checked(&self) -> bool {
        let key = if self.is_true {
            TrueOrFalse::True
        } else {
            TrueOrFalse::False
        };
        self.checks.iter().any(|check| check.confirms(&key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_claims_have_no_defect() {
        let claims = bundled().expect("the file has the form of claims");
        assert_eq!(defects(&claims), []);
        assert_eq!(claims.len(), 60);
    }

    #[test]
    fn each_defect_is_found() {
        type Change = fn(&mut Vec<Claim>);
        let rows: [(Flaw, Change); 8] = [
            (Flaw::IdRepeated, |claims| {
                claims[1].id = claims[0].id.clone()
            }),
            (Flaw::Empty, |claims| claims[0].ar.explanation.clear()),
            (Flaw::NumbersDiffer, |claims| {
                claims[0].ar.claim.push_str(" 7")
            }),
            (Flaw::NumbersDiffer, |claims| {
                claims[0].en.question.insert_str(0, "7 ")
            }),
            (Flaw::NotCheckedTwice, |claims| {
                claims[0].is_true = !claims[0].is_true
            }),
            (Flaw::NoClause, |claims| claims[0].en.claim.push('.')),
            (Flaw::NoClause, |claims| claims[0].ar.question.push('.')),
            (Flaw::Unbalanced, |claims| {
                claims.retain(|claim| claim.is_true)
            }),
        ];
        for (at, (flaw, change)) in rows.into_iter().enumerate() {
            let mut claims = bundled().expect("the file has the form of claims");
            change(&mut claims);
            let found = defects(&claims);
            assert!(
                found.iter().any(|found| found.flaw == flaw),
                "{at}: {flaw:?} is not in {found:?}"
            );
        }
    }
}
