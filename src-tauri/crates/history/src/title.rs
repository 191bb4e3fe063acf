//! A conversation's title, made from its first question.

use unicode_segmentation::UnicodeSegmentation;

const LONGEST_CHARACTERS: usize = 60;

/// One "character" can be a letter under a thousand combining marks.
const LONGEST_BYTES: usize = 600;

/// The first line that has words, without controls, cut at the end of a word.
pub(crate) fn from_question(question: &str) -> String {
    question
        .lines()
        .map(shown_on_one_line)
        .find(|line| !line.is_empty())
        .unwrap_or_default()
}

/// A title that the user gave, made fit for one line of a list.
pub(crate) fn from_user(title: &str) -> String {
    shown_on_one_line(title)
}

fn shown_on_one_line(text: &str) -> String {
    let mut title = String::new();
    let mut count = 0;
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let word: String = word.chars().filter(|&c| !is_invisible_control(c)).collect();
        if word.is_empty() {
            continue;
        }
        let length = word.graphemes(true).take(LONGEST_CHARACTERS + 1).count();
        let gap = usize::from(!title.is_empty());
        if count + gap + length > LONGEST_CHARACTERS || title.len() + word.len() > LONGEST_BYTES {
            if title.is_empty() {
                title = beginning_of(&word);
            }
            title.push('…');
            break;
        }
        if gap == 1 {
            title.push(' ');
        }
        title.push_str(&word);
        count += gap + length;
    }
    title
}

/// As much of a word without end as a title may hold.
fn beginning_of(word: &str) -> String {
    let mut beginning = String::new();
    for grapheme in word.graphemes(true).take(LONGEST_CHARACTERS) {
        if beginning.len() + grapheme.len() > LONGEST_BYTES {
            break;
        }
        beginning.push_str(grapheme);
    }
    beginning
}

/// Characters that turn, hide or tag text and show nothing: bidi controls, tags, the byte order mark.
///
/// ZWNJ and ZWJ are none of them: Persian words and emoji need them.
fn is_invisible_control(c: char) -> bool {
    matches!(
        c,
        '\u{061C}'
            | '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E007F}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_line_with_words_cut_at_a_word() {
        for (question, title) in [
            ("", ""),
            (" \n\u{200F}\n ", ""),
            ("ما جرعة الباراسيتامول؟", "ما جرعة الباراسيتامول؟"),
            (
                "\n\n  Dose of   amoxicillin?\tNow\nand more",
                "Dose of amoxicillin? Now",
            ),
            ("می\u{200C}خواهم 5-10 mg", "می\u{200C}خواهم 5-10 mg"),
            ("\u{202E}gm 01-5\u{202C} dose", "gm 01-5 dose"),
            ("one\u{2028}two\rthree\u{0}four", "one two three four"),
            (
                "👨\u{200D}👩\u{200D}👧 family",
                "👨\u{200D}👩\u{200D}👧 family",
            ),
            (
                "A patient of seventy years on warfarin with an INR of 4.8 and no bleeding asks",
                "A patient of seventy years on warfarin with an INR of 4.8…",
            ),
        ] {
            assert_eq!(from_question(question), title, "{question:?}");
        }
    }

    #[test]
    fn a_question_of_one_endless_word_has_a_short_title() {
        let title = from_question(&"ش".repeat(1_000_000));
        assert_eq!(title, format!("{}…", "ش".repeat(60)));
    }

    #[test]
    fn a_letter_under_a_thousand_marks_has_a_short_title() {
        let title = from_question(&format!("ب{}", "\u{064E}".repeat(500_000)));
        assert!(
            title.len() <= LONGEST_BYTES + '…'.len_utf8(),
            "{} bytes",
            title.len()
        );
    }
}
