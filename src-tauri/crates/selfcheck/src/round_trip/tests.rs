use super::*;
use crate::items::texts::round_trip;

fn no_drugs(original: &str, back: &str) -> Kept {
    kept(original, back, &[])
}

#[test]
fn numbers_are_compared_by_value_in_any_digits() {
    for (text, wanted) in [
        ("2.5 mg", ["2.5"].as_slice()),
        ("٢٫٥ ملغ", &["2.5"]),
        ("2,5 ملغ", &["2.5"]),
        ("۲٫۵", &["2.5"]),
        ("0,125 mg", &["0.125"]),
        ("1,000 mL", &["1000"]),
        ("١٬٠٠٠ مل", &["1000"]),
        ("1,234.50", &["1234.5"]),
        ("5.0", &["5"]),
        ("5mg", &["5"]),
        ("150/90", &["150", "90"]),
        ("5، 10 و15.", &["10", "15", "5"]),
        ("2-3 days", &["2", "3"]),
        ("at -20 °C", &["-20"]),
        ("−20 درجة", &["-20"]),
        ("COVID-19", &["19"]),
    ] {
        assert_eq!(read(text, &[]).numbers, wanted, "{text}");
    }
}

#[test]
fn units_are_read_in_both_languages() {
    use Unit::*;
    for (text, wanted) in [
        ("5 mg", [Milligram].as_slice()),
        ("5 ملغ", &[Milligram]),
        ("5 ملغم", &[Milligram]),
        ("5 مجم", &[Milligram]),
        ("٥ ميليغرامات", &[Milligram]),
        ("5 ملّيجراماً", &[Milligram]),
        ("100 µg", &[Microgram]),
        ("100 ميكروغرام", &[Microgram]),
        ("4 غرامات", &[Gram]),
        ("2 غ", &[Gram]),
        ("2 g", &[Gram]),
        ("71.5 كيلوغراماً", &[Kilogram]),
        ("15 ملغ/كغ", &[Milligram, Kilogram]),
        ("3.1 ميلي مول/لتر", &[MillimolePerLitre]),
        ("5 ميلي غرام", &[Milligram]),
        ("3.1 مليمول لكل لتر", &[MillimolePerLitre]),
        ("3.1 mmol/L", &[MillimolePerLitre]),
        ("0.9 ملغ/دل", &[MilligramPerDecilitre]),
        ("90 milligrams per decilitre", &[MilligramPerDecilitre]),
        ("150/90 ملم زئبق", &[MillimetreOfMercury]),
        ("150/90 millimetres of mercury", &[MillimetreOfMercury]),
        ("38.5 درجة مئوية", &[Celsius]),
        ("38.5°C", &[Celsius]),
        ("38.5 °م", &[Celsius]),
        ("38.5 degrees Celsius", &[Celsius]),
        ("101 degrees Fahrenheit", &[]),
        ("درجة الحرارة", &[]),
        ("98٪", &[Percent]),
        ("98 في المئة", &[Percent]),
        ("98 بالمائة", &[Percent]),
        ("20 وحدة", &[Activity]),
        ("20 units", &[Activity]),
        ("في وحدة العناية المركزة", &[]),
        ("مرتين يوميًا", &[Day]),
        ("once daily", &[Day]),
        ("في اليوم", &[Day]),
        ("88 نبضة في الدقيقة", &[Minute]),
        ("ساعتين", &[Hour]),
        ("8-year-old", &[Year]),
        ("3 سنوات", &[Year]),
        ("لمدة أسبوعين", &[Week]),
        ("18 شهراً", &[Month]),
        ("1000 مل", &[Millilitre]),
        ("vitamin C", &[]),
        ("hepatitis B, group A", &[]),
    ] {
        assert_eq!(read(text, &[]).units, wanted, "{text}");
    }
}

#[test]
fn negations_are_found_and_figures_of_speech_are_not() {
    for (text, wanted) in [
        ("لا يعاني المريض الحمى", true),
        ("لم تتناول الدواء", true),
        ("ليس لديه حساسية", true),
        ("ليست حاملاً", true),
        ("دون حمى", true),
        ("بدونِ ألم", true),
        ("يجب ألا يتجاوز", true),
        ("يجب ألّا يتجاوز", true),
        ("يجب الا يتجاوز", true),
        ("ممنوع إعطاء الأسبرين", true),
        ("ولا يشكو سعالاً", true),
        ("غير مسموح", true),
        ("He does not smoke", true),
        ("She doesn’t smoke", true),
        ("No fever", true),
        ("without pain", true),
        ("never", true),
        ("يعاني المريض الحمى", false),
        ("لا يزال يعاني الحمى", false),
        ("لا بد من قياس الضغط", false),
        ("إلا بعد الطعام", false),
        ("الألم شديد", false),
        ("He smokes", false),
        ("a note about nausea", false),
    ] {
        assert_eq!(read(text, &[]).negated, wanted, "{text}");
    }
}

#[test]
fn what_changed_on_the_way_is_named() {
    let (same, lost) = (true, false);
    for (original, back, numbers, units, negation) in [
        (
            "٢٫٥ ملغ كل ٨ ساعات",
            "2.5 ميليغرام كل 8 ساعات",
            same,
            same,
            same,
        ),
        ("خذ 3 أيام", "خذ ثلاثة أيام", same, same, same),
        ("بعد 2 يوم", "بعد يومين", same, same, same),
        ("بعد يومين", "بعد 2 يوم", same, same, same),
        ("0.5 ملغ", "5 ملغ", lost, lost, same),
        ("1.5 ملغ", "15 ملغ", lost, lost, same),
        ("5 ملغ", "5 مل", same, lost, same),
        ("5 ملغ", "5 مكغ", same, lost, same),
        ("5 ملغ", "5", same, lost, same),
        ("10 ملغ كل 6 ساعات", "6 ملغ كل 10 ساعات", same, lost, same),
        ("5 ملغ", "5 ملغ لمدة 3 أيام", lost, lost, same),
        ("5 ملغ ثم 5 ملغ", "5 ملغ", lost, lost, same),
        ("لا تأخذ 5 ملغ", "خذ 5 ملغ", same, same, lost),
        ("خذ 5 ملغ", "لا تأخذ 5 ملغ", same, same, lost),
        ("لا تأخذ الدواء", "تجنب أخذ الدواء", same, same, same),
        ("Take 5 mg", "Do not take 5 mg", same, same, lost),
        ("20 وحدة", "20 مل", same, lost, same),
    ] {
        let wanted = Kept {
            numbers,
            units,
            negation,
            drugs: true,
        };
        assert_eq!(no_drugs(original, back), wanted, "{original} | {back}");
    }
}

#[test]
fn a_drug_is_found_in_its_spellings_and_another_is_not() {
    let drugs = [
        DrugName {
            en: vec!["amoxicillin".to_owned()],
            ar: vec!["أموكسيسيلين".to_owned(), "أموكسيسلين".to_owned()],
        },
        DrugName {
            en: vec!["magnesium sulfate".to_owned()],
            ar: vec!["كبريتات المغنيزيوم".to_owned()],
        },
    ];
    for (text, wanted) in [
        ("خذ الأموكسيسيلين 500 ملغ", [0].as_slice()),
        ("اموكسيسلين", &[0]),
        ("وبالأموكسيسيلين", &[0]),
        ("للأموكسيسيلين", &[0]),
        ("أموكسيسيليناً", &[0]),
        ("Amoxicillin 500 mg", &[0]),
        ("amoxicillin، كبريتات مغنيزيوم", &[0, 1]),
        ("أمبيسيلين", &[]),
        ("المغنيزيوم", &[]),
        ("amoxicillinase", &[]),
    ] {
        assert_eq!(read(text, &drugs).drugs, wanted, "{text}");
    }
    let swapped = kept("خذ أموكسيسيلين", "خذ أمبيسيلين", &drugs);
    assert!(!swapped.drugs && swapped.numbers);
}

#[test]
fn every_bundled_sentence_comes_back_from_itself_and_loses_what_is_taken_away() {
    for sentence in round_trip().expect("the file has the form of sentences") {
        assert!(sentence.kept(&sentence.ar).all(), "{}", sentence.id);
        assert!(sentence.kept(&sentence.en).all(), "{}", sentence.id);
        let raised = sentence.ar.replace(['1', '2', '3', '5', '٣', '٥'], "7");
        if raised != sentence.ar {
            assert!(!sentence.kept(&raised).numbers, "{}", sentence.id);
        }
        let nothing = sentence.kept("");
        assert_eq!(nothing.negation, !sentence.negated, "{}", sentence.id);
        assert_eq!(nothing.drugs, sentence.drugs.is_empty(), "{}", sentence.id);
    }
}
