//! Language and dialect of short clinical texts.
#![allow(clippy::print_stdout, missing_docs)]

use sanad_text::{Dialect, Language, detect};

#[test]
fn the_language_of_a_sentence_is_found() {
    for (text, language) in [
        ("يعاني المريض من ألم في الصدر منذ يومين", Language::Arabic),
        ("ما جرعة Amoxicillin للأطفال؟", Language::Arabic),
        ("Amoxicillin 500 mg كل 8 ساعات", Language::Arabic),
        ("عايز أعرف الجرعة", Language::Arabic),
        ("بیمار از درد قفسه سینه شکایت دارد", Language::Persian),
        (
            "دوز آموکسی\u{200C}سیلین برای کودکان چقدر است؟",
            Language::Persian,
        ),
        ("مریض کو سینے میں درد ہے", Language::Urdu),
        ("بچوں کے لیے دوا کی خوراک کیا ہے؟", Language::Urdu),
        ("החולה מתלונן על כאבים בחזה", Language::Hebrew),
        ("מה המינון של Amoxicillin לילדים?", Language::Hebrew),
        (
            "The patient has had chest pain for two days",
            Language::English,
        ),
        (
            "What is the dose of amoxicillin in children?",
            Language::English,
        ),
        (
            "Le patient se plaint d'une douleur thoracique",
            Language::French,
        ),
        (
            "Quelle est la dose d'amoxicilline chez l'enfant ?",
            Language::French,
        ),
    ] {
        assert_eq!(
            detect(text).language,
            Some(language),
            "{text}: {:?}",
            detect(text)
        );
    }
    for text in ["", "5-10", "!?", "Прием", "发烧"] {
        assert_eq!(detect(text).language, None, "{text}");
    }
}

#[test]
fn dialect_is_told_from_standard_arabic() {
    for (text, dialect) in [
        ("عندي صداع جامد ومش عارف أعمل ايه", Some(Dialect::Egyptian)),
        ("بقالي يومين تعبان وعايز دوا للكحة", Some(Dialect::Egyptian)),
        (
            "شو الدوا المنيح للسعلة؟ بدي شي للولد",
            Some(Dialect::Levantine),
        ),
        ("راسي عم يوجعني كتير من مبارح", Some(Dialect::Levantine)),
        (
            "وش الدواء الزين للكحة؟ راسي يعورني وايد",
            Some(Dialect::Gulf),
        ),
        ("أبغى أعرف شلون آخذ الدوا الحين", Some(Dialect::Gulf)),
        (
            "واش كاين شي دوا للكحة؟ راسي كيضرني بزاف",
            Some(Dialect::Maghrebi),
        ),
        (
            "كيفاش ندير باش تنقص السخانة ديال ولدي",
            Some(Dialect::Maghrebi),
        ),
        ("يعاني المريض من صداع شديد منذ يومين", None),
        ("ما الجرعة المناسبة من الأموكسيسيلين للأطفال؟", None),
        ("يؤخذ الدواء بعد الأكل ثلاث مرات يوميًا", None),
    ] {
        assert_eq!(detect(text).dialect, dialect, "{text}");
    }
}
