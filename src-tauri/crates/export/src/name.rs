//! Names of files, fit for every system and for any script.

use sanad_domain::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use crate::date;
use crate::isolates::is_control;

/// Encrypted home folders of Linux allow 143 bytes for a whole name.
const LONGEST_TITLE: usize = 110;

/// A name such as `2026-11-21 جرعة الأموكسيسيلين.pdf`.
///
/// The date stands first: no name can then be one that Windows reserves, or hide behind a dot.
#[must_use]
pub fn suggested_name(title: &str, exported_at: Timestamp, extension: &str) -> String {
    let date = date::day(exported_at);
    let title = fit(title);
    if title.is_empty() {
        format!("{date} Sanad.{extension}")
    } else {
        format!("{date} {title}.{extension}")
    }
}

fn fit(title: &str) -> String {
    let safe: String = title
        .chars()
        .filter(|&c| !is_control(c) && !is_unseen(c))
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            c if c.is_control() || c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    let words = safe.split(' ').filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    let mut room = LONGEST_TITLE;
    let cut: String = line
        .graphemes(true)
        .take_while(|character| {
            let fits = character.len() <= room;
            room = room.saturating_sub(character.len());
            fits
        })
        .collect();
    cut.trim_matches(['.', ' ', '-']).to_owned()
}

/// Tags, byte order marks and the like; joiners stay, which Persian words need.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Timestamp = Timestamp(1_795_219_200_000);

    #[test]
    fn a_title_of_any_script_makes_a_name_that_every_system_takes() {
        for (title, name) in [
            ("جرعة الأموكسيسيلين", "2026-11-21 جرعة الأموكسيسيلين.pdf"),
            ("120/80 at 08:00?", "2026-11-21 120-80 at 08-00.pdf"),
            ("CON", "2026-11-21 CON.pdf"),
            ("..\\..\\evil\u{202E}fdp", "2026-11-21 evilfdp.pdf"),
            ("می\u{200C}خواهد", "2026-11-21 می\u{200C}خواهد.pdf"),
            ("one\ntwo\tthree ", "2026-11-21 one two three.pdf"),
            (" . ", "2026-11-21 Sanad.pdf"),
            ("", "2026-11-21 Sanad.pdf"),
        ] {
            assert_eq!(suggested_name(title, DAY, "pdf"), name);
        }
    }

    #[test]
    fn a_long_title_is_cut_between_characters() {
        for title in ["ش".repeat(500), "👩🏽‍⚕️".repeat(90), "a".repeat(500)] {
            let name = suggested_name(&title, DAY, "docx");
            assert!(name.len() <= 143, "{}", name.len());
            assert!(name.ends_with(".docx"));
        }
        let family = suggested_name(&"👩🏽‍⚕️".repeat(90), DAY, "md");
        assert!(!family.contains("\u{200D}."), "no character is cut in half");
    }
}
