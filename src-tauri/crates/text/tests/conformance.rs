//! Unicode's own test data: paragraphs and base levels by unic-bidi, and the kinds of characters.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

use std::path::Path;

use sanad_text::{Direction, paragraphs};
use unicode_bidi::{BidiInfo, HardcodedBidiData};

/// A file of Debian's package `unicode-data`, or `None` with a message.
fn unicode(name: &str) -> Option<String> {
    let path = Path::new("/usr/share/unicode").join(name);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        println!("skipped: {name} is not installed (Debian package unicode-data)");
    }
    text
}

fn rows(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether paragraphs and their levels agree with unicode-bidi.
fn agrees(text: &str) -> bool {
    let ours = paragraphs(text);
    let oracle = BidiInfo::new(text, None).paragraphs;
    ours.len() == oracle.len()
        && ours.iter().zip(&oracle).all(|(ours, oracle)| {
            ours.range == oracle.range
                && (ours.first_strong == Direction::Rtl) == oracle.level.is_rtl()
        })
}

#[test]
fn base_levels_agree_with_bidi_character_test() {
    let Some(data) = unicode("BidiCharacterTest.txt") else {
        return;
    };
    let mut cases = 0;
    let mut wrong = 0;
    for row in rows(&data) {
        let fields: Vec<&str> = row.split(';').collect();
        let text: String = fields[0]
            .split(' ')
            .filter_map(|code| {
                char::from_u32(u32::from_str_radix(code, 16).expect("a code point in hex"))
            })
            .collect();
        cases += 1;
        let right = agrees(&text) && agrees(&format!("{text}\u{2029}{text}"));
        // Only the cases without a given direction say what rules P2 and P3 have to find.
        let level = fields[1] != "2"
            || (paragraphs(&text)[0].first_strong == Direction::Rtl) == (fields[2] == "1");
        wrong += usize::from(!(right && level));
    }
    println!("BidiCharacterTest: {cases} cases, {wrong} wrong");
    assert!(cases > 90_000 && wrong == 0, "{wrong} of {cases} wrong");
}

#[test]
fn base_levels_agree_with_bidi_test() {
    let Some(data) = unicode("BidiTest.txt") else {
        return;
    };
    let mut cases = 0;
    let mut wrong = 0;
    for row in rows(&data).filter(|row| !row.starts_with('@')) {
        let (classes, _) = row.split_once(';').expect("classes and directions");
        let text: String = classes.split_whitespace().map(example).collect();
        cases += 1;
        wrong += usize::from(!agrees(&text));
    }
    println!("BidiTest: {cases} cases, {wrong} wrong");
    assert!(cases > 400_000 && wrong == 0, "{wrong} of {cases} wrong");
}

/// A character of a bidi class.
fn example(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'ع',
        "EN" => '1',
        "AN" => '١',
        "ES" => '+',
        "ET" => '$',
        "CS" => ',',
        "NSM" => '\u{0300}',
        "BN" => '\u{00AD}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202A}',
        "RLE" => '\u{202B}',
        "LRO" => '\u{202D}',
        "RLO" => '\u{202E}',
        "PDF" => '\u{202C}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        other => panic!("an unknown class: {other}"),
    }
}

#[test]
fn no_letter_that_a_newer_unicode_knows_is_taken_for_the_other_direction() {
    use unicode_bidi::{BidiClass, BidiDataSource};
    let mut wrong = Vec::new();
    for c in (0..=0x0010_FFFF_u32).filter_map(char::from_u32) {
        let strong = match HardcodedBidiData.bidi_class(c) {
            BidiClass::L => Direction::Ltr,
            BidiClass::R | BidiClass::AL => Direction::Rtl,
            _ => continue,
        };
        // An island is found around a letter exactly where the block runs the other way.
        let isolated = |base| !sanad_text::islands(&c.to_string(), base).is_empty();
        let separate = matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}');
        if !separate && (isolated(strong) || !isolated(strong.opposite())) && c.is_alphabetic() {
            wrong.push(format!("U+{:04X}", u32::from(c)));
        }
    }
    println!("{} letters differ: {wrong:?}", wrong.len());
    assert!(wrong.is_empty(), "{} letters: {wrong:?}", wrong.len());
}
