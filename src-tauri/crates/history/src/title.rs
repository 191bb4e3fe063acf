//! A conversation's title, made from its first question: one line that fits a list.

use unicode_segmentation::UnicodeSegmentation;

/// What fits into the list beside the transcript.
const LONGEST_CHARACTERS: usize = 55;

/// One "character" can be a letter under a thousand combining marks.
const LONGEST_BYTES: usize = 600;

/// As much of a text as is looked at: enough to see an island end that a title cannot hold.
const LOOK_AHEAD_BYTES: usize = 1200;

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
    let line = beginning_of_line(text);
    if line.graphemes(true).count() <= LONGEST_CHARACTERS && line.len() <= LONGEST_BYTES {
        return line;
    }
    let mut title = cut(&line);
    title.push('…');
    title
}

/// The words with one blank between them, and somewhat more of them than a title may hold.
fn beginning_of_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        let mut word = word
            .chars()
            .filter(|&c| !is_invisible_control(c))
            .peekable();
        if word.peek().is_none() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.take(LOOK_AHEAD_BYTES));
        if line.len() > LOOK_AHEAD_BYTES {
            break;
        }
    }
    line
}

/// The longest beginning that ends between two words, outside an island and not between a number and
/// what it counts: half a dose is another dose.
fn cut(line: &str) -> String {
    let room = end_of_room(line);
    let base = sanad_text::majority(line, sanad_text::Direction::Ltr);
    let islands = sanad_text::islands(line, base);
    let mut ends = line.match_indices(' ').map(|(at, _)| at);
    let at = ends
        .rfind(|&at| {
            let in_island = islands
                .iter()
                .any(|island| island.range.start < at && at < island.range.end);
            at <= room && !in_island && !ends_with_figure(line.get(..at).unwrap_or_default())
        })
        // One island or one word fills it all.
        .or_else(|| {
            line.match_indices(' ')
                .map(|(at, _)| at)
                .rfind(|&at| at <= room)
        })
        .unwrap_or(room);
    line.get(..at).unwrap_or_default().trim_end().to_owned()
}

/// Where the last character ends that a title has room for.
fn end_of_room(line: &str) -> usize {
    let ends = line
        .grapheme_indices(true)
        .map(|(at, character)| at + character.len());
    ends.take(LONGEST_CHARACTERS)
        .take_while(|&end| end <= LONGEST_BYTES)
        .last()
        .unwrap_or(0)
}

/// Whether the last word is a number, a range or a comparison, and means nothing alone.
fn ends_with_figure(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    !word.is_empty() && !word.chars().any(char::is_alphabetic)
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
                "A patient of seventy years on warfarin with an INR of…",
            ),
            // Without its guard the cut would fall behind the 5, within 5-10 mg/kg q8h.
            (
                "ما هي الجرعة القصوى المسموح بها للأطفال من amoxicillin 5 - 10 mg/kg q8h يوميا",
                "ما هي الجرعة القصوى المسموح بها للأطفال من…",
            ),
            (
                "Give the child with a fever of 39.5 and a cough of two 10 mg doses of it now",
                "Give the child with a fever of 39.5 and a cough of two…",
            ),
            (
                "One two three four five six seven eight nine ten six 10 mg of it every day",
                "One two three four five six seven eight nine ten six…",
            ),
        ] {
            assert_eq!(from_question(question), title, "{question:?}");
        }
    }

    #[test]
    fn a_question_of_one_endless_word_has_a_short_title() {
        let title = from_question(&"ش".repeat(1_000_000));
        assert_eq!(title, format!("{}…", "ش".repeat(55)));
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
