//! What a person wrote is offered to the fields that ask for it, and nothing else is.

use sanad_bedside::{Mention, catalogue, mentions, tool};

fn found(key: &str, text: &str) -> Vec<Mention> {
    mentions(tool(key).expect("the tool is there"), text)
}

/// `field=number unit` of everything that is offered.
fn said(key: &str, text: &str) -> Vec<String> {
    found(key, text)
        .iter()
        .map(|one| {
            format!("{}={} {}", one.field, one.text, one.unit)
                .trim_end()
                .to_owned()
        })
        .collect()
}

#[test]
fn a_value_is_offered_to_the_field_that_its_name_or_unit_says() {
    for (key, text, offered) in [
        (
            "cockcroft-gault",
            "A 65-year-old man, 82 kg, creatinine 1.4 mg/dL.",
            &["age=65 year", "weight=82 kg", "creatinine=1.4 mg/dL"][..],
        ),
        (
            "cockcroft-gault",
            "مريض عمره ٦٥ سنة ووزنه ٨٢ كغ والكرياتينين ١٫٤ ملغ/دل",
            &["age=٦٥ year", "weight=٨٢ kg", "creatinine=١٫٤ mg/dL"],
        ),
        (
            "cockcroft-gault",
            "رجل 65 سنة، الوزن: 82 كجم، كرياتينين المصل 124 µmol/L",
            &["age=65 year", "weight=82 kg", "creatinine=124 µmol/L"],
        ),
        (
            "cockcroft-gault",
            "age 70, weight is 60 kg, Cr 110 umol/l",
            &["age=70 year", "weight=60 kg", "creatinine=110 µmol/L"],
        ),
        (
            "cockcroft-gault",
            "مريضة بعمر 40 سنة بوزن 55 كيلو",
            &["age=40 year", "weight=55 kg"],
        ),
        ("bmi", "175 cm and 82kg", &["weight=82 kg", "height=175 cm"]),
        (
            "bmi",
            "الطول 1.75 م والوزن 82 كيلوغرام",
            &["weight=82 kg", "height=1.75 m"],
        ),
        ("bmi", "۸۲ kg", &["weight=۸۲ kg"]),
        (
            "map",
            "BP 120/80, pulse 90",
            &["systolic=120 mmHg", "diastolic=80 mmHg"],
        ),
        (
            "map",
            "الضغط ١٢٠/٨٠",
            &["systolic=١٢٠ mmHg", "diastolic=٨٠ mmHg"],
        ),
        (
            "map",
            "she has 95/60 mmHg",
            &["systolic=95 mmHg", "diastolic=60 mmHg"],
        ),
        (
            "map",
            "ضغط الدم 130 على 85",
            &["systolic=130 mmHg", "diastolic=85 mmHg"],
        ),
        (
            "shock-index",
            "HR 120 bpm, SBP 90",
            &["pulse=120 /min", "systolic=90 mmHg"],
        ),
        (
            "anion-gap",
            "Na 140, Cl 100, HCO3 12, albumin 2.5 g/dL",
            &[
                "sodium=140",
                "chloride=100",
                "bicarbonate=12",
                "albumin=2.5 g/dL",
            ],
        ),
        (
            "convert-glucose",
            "سكر الدم 250 ملغ/دل",
            &["glucose=250 mg/dL"],
        ),
        ("convert-hba1c", "HbA1c 7.5%", &["hba1c=7.5 %"]),
        (
            "infusion-rate",
            "noradrenaline 0.1 mcg/kg/min for 70 kg",
            &["dose-rate-by-weight=0.1 mcg/kg/min", "weight=70 kg"],
        ),
        ("child-weight", "A 4-year-old girl", &["child-age=4 year"]),
        ("child-weight", "رضيع عمره 8 أشهر", &["child-age=8 month"]),
        (
            "oxygen-ratio",
            "PaO2 80 mmHg on FiO2 40%",
            &["pao2=80 mmHg", "fio2=40 %"],
        ),
    ] {
        assert_eq!(said(key, text), offered, "{text}");
    }
}

#[test]
fn a_number_without_its_unit_is_offered_without_one_where_there_is_a_choice() {
    assert_eq!(
        said("cockcroft-gault", "creatinine 110"),
        ["creatinine=110"]
    );
    assert_eq!(said("bmi", "weight 82"), ["weight=82"]);
    // Urea, or the nitrogen in it: nothing in mg/dL tells.
    assert_eq!(said("curb-65", "urea 40 mg/dL"), ["urea=40"]);
    assert_eq!(said("curb-65", "urea 7 mmol/L"), ["urea=7 mmol/L"]);
}

#[test]
fn what_is_no_exact_value_of_the_field_is_not_offered() {
    for (key, text) in [
        ("bmi", "weight 80-85 kg"),
        ("bmi", "weight 80 to 85 kg"),
        ("bmi", "الوزن بين 80 إلى 85 كغ"),
        ("bmi", "weight > 80 kg"),
        ("bmi", "weight above 80 kg"),
        ("bmi", "وزنه أكثر من 80 كغ"),
        ("bmi", "lost 40 kg"),
        ("bmi", "ideal body weight 70 kg"),
        ("bmi", "الوزن المثالي 70 كغ"),
        ("bmi", "5 mg/kg and 30 kg/m2"),
        ("bmi", "weight 9999 kg"),
        ("bmi", "weight 82 mmol/L"),
        ("bmi", "on 12/05/2026 at 10:30"),
        ("bmi", "> Weight: 82 kg\n> Height: 175 cm"),
        ("map", "on 120/80/60"),
        ("map", "1/2 tablet"),
        ("cockcroft-gault", "creatinine clearance 60 mL/min"),
        ("cockcroft-gault", "urine creatinine 50 mg/dL"),
        ("cockcroft-gault", "كرياتينين البول 50 mg/dL"),
        (
            "cockcroft-gault",
            "smoked for 30 years, diabetes for 10 years",
        ),
        ("cockcroft-gault", "يدخن منذ 30 سنة"),
        ("cockcroft-gault", "B12 300 pg/mL, bed 12"),
        ("fena", "serum sodium"),
        ("convert-calcium", "ionised calcium 1.1 mmol/L"),
    ] {
        assert_eq!(said(key, text), [""; 0], "{text}");
    }
}

#[test]
fn each_value_is_offered_once_and_two_of_one_field_both() {
    assert_eq!(
        said("bmi", "weight 82 kg. Weight 82 kg. وزنه ٧٩ كغ"),
        ["weight=82 kg", "weight=٧٩ kg"]
    );
    // In urine and in blood.
    assert_eq!(
        said("fena", "Na 140 mmol/L, urine sodium 20 mmol/L"),
        ["sodium=140 mmol/L", "urine-sodium=20 mmol/L"]
    );
}

#[test]
fn the_words_around_a_value_come_with_it() {
    let context = |text: &str| found("bmi", text).remove(0).context;
    assert_eq!(context("weighs 82 kg"), "weighs 82 kg");
    assert_eq!(
        context(
            "A first line.\nThis patient who came in yesterday weighs 82 kg at the moment and is doing well"
        ),
        "… in yesterday weighs 82 kg at the moment and …"
    );
}

#[test]
fn no_text_makes_the_search_panic() {
    for text in [
        "",
        "٣",
        "1/",
        "/1",
        "1/2/3/4",
        "5-",
        "-5",
        "kg",
        "82 kg\u{202E}",
        "1,000 kg",
        "٫٥",
        "½ kg",
        "10^9",
    ] {
        for tool in catalogue() {
            let _ = mentions(tool, text);
        }
    }
}

#[test]
fn a_line_of_fifty_thousand_numbers_is_read_in_a_moment_and_its_last_value_found() {
    let text = format!("{}weight 82 kg", "5 ".repeat(25_000));
    assert_eq!(said("bmi", &text), ["weight=82 kg"]);
    // It took minutes while the whole line was read for each number.
    let far = format!("weight{} 82", " ".repeat(200));
    assert!(said("bmi", &far).is_empty(), "that far away it is no name");
}
