//! Light stemming: the forms of a folded word that its inflected relatives share with it.
//!
//! Light on purpose: it takes away articles, joined particles and endings, and never looks for a root, since a root
//! joins words that a clinician keeps apart (علاج and معالج). Broken plurals are listed, as they follow no ending.

/// What can be joined in front of an Arabic word, longest first.
const ARABIC_PREFIXES: &[&str] = &[
    "وبال", "فبال", "وال", "بال", "كال", "فال", "ولل", "فلل", "لل", "ال",
];

/// Pronouns and the Persian plural.
const PRONOUNS: &[&str] = &["هايي", "هاي", "هما", "ها", "هم", "هن", "كم", "نا"];

/// Endings of number and gender.
const ENDINGS: &[&str] = &["ان", "ات", "ون", "ين", "ه"];

/// The stem of a folded word: itself where nothing can be taken away.
pub(crate) fn stem(word: &str) -> String {
    match word.chars().next() {
        Some('\u{0600}'..='\u{06FF}') => arabic(word),
        Some('\u{0590}'..='\u{05FF}') => hebrew(word),
        Some('a'..='z') => latin(word),
        _ => word.to_owned(),
    }
}

/// Further forms of a folded word that an index should hold: a Hebrew word without the particles joined to it.
pub(crate) fn inner_forms(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if !matches!(word.chars().next(), Some('\u{0590}'..='\u{05FF}')) {
        return forms;
    }
    let mut rest = word;
    for _ in 0..3 {
        let Some(inner) = rest.strip_prefix(['ה', 'ו', 'ב', 'ל', 'מ', 'ש', 'כ']) else {
            break;
        };
        let needed = if rest.starts_with('ה') { 2 } else { 3 };
        if letters(inner) < needed {
            break;
        }
        forms.push(hebrew(inner));
        rest = inner;
    }
    forms
}

/// An Arabic word without what is joined in front of it.
pub(crate) fn without_prefix(word: &str) -> &str {
    let mut rest = word;
    // A waw in front is «and» only where a word of some length is left.
    if let Some(inner) = rest.strip_prefix('و').filter(|inner| letters(inner) >= 4) {
        rest = inner;
    }
    ARABIC_PREFIXES
        .iter()
        .find_map(|prefix| {
            rest.strip_prefix(prefix)
                .filter(|inner| letters(inner) >= 3)
        })
        .unwrap_or(rest)
}

fn arabic(word: &str) -> String {
    let mut stem = without_prefix(word);
    if stem == "مرضي" {
        // The sick: without its ending it would be the sickness.
        return stem.to_owned();
    }
    if let Some(rest) = without_any(stem, PRONOUNS) {
        stem = without_any(rest, &["ت"]).unwrap_or(rest);
    }
    stem = without_any(stem, ENDINGS).unwrap_or(stem);
    without_any(stem, &["ي"]).unwrap_or(stem).to_owned()
}

fn without_any<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| letters(rest) >= 3))
}

fn hebrew(word: &str) -> String {
    ["יות", "ות", "ימ", "ה", "ת"]
        .iter()
        .find_map(|suffix| word.strip_suffix(suffix).filter(|rest| letters(rest) >= 3))
        .unwrap_or(word)
        .to_owned()
}

fn latin(word: &str) -> String {
    let plural = word
        .strip_suffix('s')
        .filter(|rest| letters(rest) >= 3 && !rest.ends_with(['s', 'u', 'i']));
    match plural {
        Some(rest) if word.chars().all(|c| c.is_ascii_lowercase()) => rest.to_owned(),
        _ => word.to_owned(),
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

/// Broken plurals of the clinic: a folded singular without article, and its folded plurals.
///
/// A query for the singular finds the plural as well; a query for the plural asks for the plural.
/// دواء with أدوية is left out on purpose: either word stands in so many notes that joining them finds nothing.
const BROKEN_PLURALS: &[(&str, &[&str])] = &[
    ("طبيب", &["اطباء", "اطبا"]),
    ("طفل", &["اطفال"]),
    ("مريض", &["مرضي"]),
    ("مرض", &["امراض"]),
    ("عرض", &["اعراض"]),
    ("قرص", &["اقراص"]),
    ("حبه", &["حبوب"]),
    ("حقنه", &["حقن"]),
    ("يوم", &["ايام"]),
    ("شهر", &["اشهر", "شهور"]),
    ("اسبوع", &["اسابيع"]),
    ("عضو", &["اعضاء"]),
    ("ورم", &["اورام"]),
    ("جرح", &["جروح"]),
    ("حرق", &["حروق"]),
    ("كسر", &["كسور"]),
    ("عظم", &["عظام"]),
    ("سن", &["اسنان"]),
    ("عين", &["عيون"]),
    ("اذن", &["اذان"]),
    ("طرف", &["اطراف"]),
    ("قدم", &["اقدام"]),
    ("شريان", &["شرايين"]),
    ("وريد", &["اورده"]),
    ("عصب", &["اعصاب"]),
    ("مفصل", &["مفاصل"]),
    ("ضلع", &["ضلوع", "اضلاع"]),
    ("خليه", &["خلايا"]),
    ("جرثومه", &["جراثيم"]),
    ("دوده", &["ديدان"]),
    ("الم", &["الام"]),
    ("مرهم", &["مراهم"]),
    ("محلول", &["محاليل"]),
    ("امراه", &["نساء"]),
    ("حامل", &["حوامل"]),
    ("رضيع", &["رضع"]),
    ("شخص", &["اشخاص"]),
    ("وزن", &["اوزان"]),
    ("تحليل", &["تحاليل"]),
    ("فحص", &["فحوص", "فحوصات"]),
    ("سبب", &["اسباب"]),
    ("خطر", &["اخطار", "مخاطر"]),
    ("اثر", &["اثار"]),
    ("عقار", &["عقاقير"]),
    ("مصل", &["امصال"]),
    ("نزيف", &["انزفه"]),
    ("حصوه", &["حصوات", "حصي"]),
    ("غده", &["غدد"]),
    ("قرحه", &["قروح", "قرح"]),
    ("ندبه", &["ندوب"]),
    ("جلطه", &["جلطات"]),
    ("نوبه", &["نوبات"]),
];

/// The stems of the broken plurals of a folded word.
pub(crate) fn broken_plurals(word: &str) -> Vec<String> {
    let bare = without_prefix(word);
    BROKEN_PLURALS
        .iter()
        .find(|(singular, _)| *singular == bare || *singular == word)
        .map_or_else(Vec::new, |(_, plurals)| {
            plurals.iter().map(|plural| stem(plural)).collect()
        })
}
