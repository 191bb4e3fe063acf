//! Whether a written answer is the wanted one.

use sanad_text::fold;

use crate::python_text::{strip, words};

/// Whether both are the same but for white space at the ends.
#[must_use]
pub fn exact_match(wanted: &str, answer: &str) -> bool {
    strip(wanted) == strip(answer)
}

/// Whether both are the same after folding: letter case, alef, ya, ta marbuta, vowel signs, digits, white space.
///
/// Punctuation at the end is left out; inside it counts, since `1.5` is not `15` and `-2` is not `2`.
#[must_use]
pub fn folded_match(wanted: &str, answer: &str) -> bool {
    bare(wanted) == bare(answer)
}

/// The folded text that is compared: single spaces, no punctuation at the end, no quotes at the beginning.
pub(crate) fn bare(text: &str) -> String {
    let folded = fold(text).text;
    let joined = words(&folded).collect::<Vec<_>>().join(" ");
    let ends = |c: char| {
        matches!(
            c,
            '.' | ',' | '،' | ';' | '؛' | ':' | '!' | '؟' | '?' | '"' | '»'
        )
    };
    joined
        .trim_end_matches(|c| ends(c) || c == ' ')
        .trim_start_matches(['"', '«'])
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgives_spelling_and_nothing_that_changes_a_value() {
        for (wanted, answer, same) in [
            ("الأنسولين", "الانسولين.", true),
            ("جرعة  5 mg", "جُرعه 5 MG", true),
            ("٥ mg", "5 mg", true),
            ("1.5 mg", "15 mg", false),
            ("-2", "2", false),
            ("ارتفاع", "انخفاض", false),
        ] {
            assert_eq!(folded_match(wanted, answer), same, "{wanted} | {answer}");
        }
        assert!(exact_match(" ب ", "ب"));
        assert!(!exact_match("أ", "ا"));
    }
}
