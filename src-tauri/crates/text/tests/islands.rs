//! What belongs to an island and what to the words around it.
#![allow(clippy::string_slice, clippy::print_stdout, missing_docs)]

mod common;

use common::{own, strings};
use sanad_text::{Base, Block, Direction, Language, islands, plain, spans};

/// The text with ⟦ and ⟧ around its islands.
fn shown(text: &str, base: Direction) -> String {
    let mut shown = String::new();
    let mut at = 0;
    for island in islands(text, base) {
        shown.push_str(&text[at..island.range.start]);
        shown.push('⟦');
        shown.push_str(&text[island.range.clone()]);
        shown.push('⟧');
        at = island.range.end;
    }
    shown + &text[at..]
}

fn check(base: Direction, table: &[&str]) {
    for expected in table {
        let text = expected.replace(['⟦', '⟧'], "");
        assert_eq!(shown(&text, base), **expected);
    }
}

#[test]
fn a_number_at_the_edge_goes_with_the_word_that_it_belongs_to() {
    check(
        Direction::Rtl,
        &[
            "السرير 5 ⟦Amoxicillin 500 mg⟧ اليوم",
            "سرير 12 ⟦amoxicillin 500 mg⟧",
            "السرير 5: ⟦Amoxicillin 500 mg⟧",
            "السرير 5 - ⟦Amoxicillin 500 mg⟧",
            "غرفة 3 ⟦(ICU)⟧",
            "⟦500 mg⟧ 2 مرات يوميًا",
            "⟦500 mg⟧ 3 أيام",
            "⟦Augmentin⟧ 625 مجم كل 12 ساعة",
            "⟦Augmentin⟧ 625مجم",
            "⟦Panadol⟧ ٥٠٠ ملغ",
            "⟦Ventolin⟧ 2 بخة عند اللزوم",
            "⟦Ventolin⟧ 4 استنشاقات",
            "⟦Insulin⟧ 10 وحدات",
            "⟦Amoxicillin⟧ 15 قرصًا",
            "⟦Metformin⟧ 500 מ״ג ליום",
            "⟦Metformin⟧ 3 פעמים ביום",
            "⟦Metformin⟧ ۵۰۰ میلی\u{200C}گرم",
            "מיטה 5 ⟦Amoxicillin 500 mg⟧",
            "⟦CD4 350⟧ اليوم",
            "⟦K+ 3.5⟧ منخفض",
            "⟦5-10⟧ مجم",
            "⟦5 to 10⟧ أيام",
            "الوزن 70. ⟦5 mg⟧ يوميًا",
            "كوفيد-19 و⟦COVID-19⟧",
            "الأنواع: 5، 6 و7",
            "العمر 25 سنة والوزن 70 كجم",
            "ب⟦5 mg⟧ وك⟦10-20 mg⟧",
            "1. ⟦Amoxicillin⟧ ثم",
            "1- ⟦Amoxicillin⟧ ثم",
            "⟦5-10 mg⟧ ثم",
            "(الجرعة ⟦500 mg⟧) ⟦Amoxicillin⟧ (يوميًا)",
            "«⟦Amoxicillin⟧ 625 مجم»",
            "انظر ⟦https://ar.wikipedia.org/wiki/سعال_ديكي⟧ للمزيد",
            "اكتب إلى ⟦a@b.org⟧، أو ⟦https://b.org/x(1)⟧.",
            "الجرعة ⟦2،5⟧ مجم",
            "الجرعة ⟦2،5 mg⟧",
            "الأول ⟦A⟧، والثاني ⟦B⟧",
            "سطر ⟦500 mg⟧\n⟦10 mg⟧ سطر",
            "قال: ⟦Take 5 mg; then wait! Why⟧? ثم",
            "⟦A⟧ ........................................ ⟦B⟧ نعم",
        ],
    );
}

#[test]
fn in_left_to_right_text_arabic_phrases_are_islands_and_doses_never_lie_inside_one() {
    check(
        Direction::Ltr,
        &[
            "The word ⟦سعال⟧ means cough",
            "He said ⟦الجرعة المعتادة، ثم الراحة⟧, twice",
            "Bed ⟦السرير رقم 5 في الغرفة⟧ today",
            "⟦الجرعة⟧ 5-10 mg ⟦يوميًا⟧",
            "⟦من⟧ 5-10 ⟦إلى⟧ 20",
            "⟦الحرارة⟧ -2 ⟦درجة⟧",
            "⟦الجرعة⟧ 120/80 ⟦اليوم⟧",
            "⟦(سعال)⟧ or ⟦(حمى)⟧",
            "⟦هل هذا صحيح؟⟧ yes",
            "Cough (⟦سعال⟧, dry)",
        ],
    );
}

#[test]
fn arabic_and_hebrew_sentences_that_open_with_a_drug_name_run_right_to_left() {
    let data = own("openings.json");
    let mut sentences = 0;
    for (language, name) in [(Language::Arabic, "arabic"), (Language::Hebrew, "hebrew")] {
        let tails = strings(&data, name);
        for (at, drug) in strings(&data, "drugs").iter().enumerate() {
            let sentence = format!("{drug} {}", tails[at % tails.len()]);
            sentences += 1;
            for conversation in [language, Language::English] {
                let directed = spans(&sentence, Base::Auto, conversation);
                assert_eq!(directed.base, Direction::Rtl, "{sentence}");
                for blocks in [
                    plain(&sentence, conversation),
                    sanad_text::render(&sentence, conversation),
                ] {
                    assert!(
                        matches!(
                            blocks.as_slice(),
                            [Block::Paragraph {
                                direction: Direction::Rtl,
                                ..
                            }]
                        ),
                        "{sentence}"
                    );
                }
            }
        }
    }
    println!("{sentences} sentences that open with a drug name run right to left");
    assert!(sentences >= 200);
}

#[test]
fn code_never_runs_right_to_left_and_never_holds_an_island() {
    let blocks = sanad_text::render(
        "```\nالجرعة 5-10 mg\n```\n\nنص `5 -> 10` هنا",
        Language::Arabic,
    );
    let [Block::Code { text, .. }, Block::Paragraph { spans, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    assert_eq!(text, "الجرعة 5-10 mg");
    assert_eq!(blocks[0].direction(), Direction::Ltr);
    assert!(spans.iter().all(|span| span.isolate.is_none()), "{spans:?}");
}
