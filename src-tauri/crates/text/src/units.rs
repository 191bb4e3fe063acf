//! The words that number is measured or counted in, and the words that join two numbers.
//!
//! A number before a unit belongs to it; a number before any other word may belong to what stands before it.

/// Latin units and counted nouns, in lower case.
const UNITS: &[&str] = &[
    // Mass, volume, amount.
    "kg", "g", "gm", "gr", "mg", "mcg", "ug", "µg", "μg", "ng", "pg", "fg", "l", "dl", "cl", "ml", "µl", "μl", "ul",
    "fl", "cc", "mol", "mmol", "µmol", "μmol", "umol", "nmol", "pmol", "meq", "eq", "osm", "mosm", "iu", "miu", "u",
    "mu", "µu", "μu", "unit", "units", "lb", "lbs", "oz", "cal", "kcal", "j", "kj", "gram", "grams", "milligram",
    "milligrams", "microgram", "micrograms", "kilogram", "kilograms", "litre", "litres", "liter", "liters",
    "millilitre", "millilitres", "milliliter", "milliliters",
    // Time.
    "s", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours",
    "hourly", "d", "day", "days", "daily", "w", "wk", "wks", "week", "weeks", "weekly", "mo", "month", "months",
    "monthly", "y", "yo", "yr", "yrs", "year", "years", "am", "pm",
    // Length, pressure, temperature, radiation, electricity.
    "mm", "cm", "m", "km", "nm", "µm", "μm", "um", "in", "inch", "inches", "ft", "m2", "m²", "m3", "mmhg", "cmh2o",
    "kpa", "pa", "bar", "psi", "c", "f", "°c", "°f", "k", "gy", "cgy", "mgy", "sv", "msv", "mci", "mbq", "bq", "hz",
    "khz", "mhz", "w", "kw", "v", "mv", "kv", "a", "ma", "db", "bpm", "rpm", "fr", "ch", "ga", "gauge", "d50",
    "diopter", "diopters", "degree", "degrees", "percent", "ppm", "ppb",
    // Counted things.
    "tab", "tabs", "tablet", "tablets", "cap", "caps", "capsule", "capsules", "pill", "pills", "drop", "drops",
    "gtt", "gtts", "puff", "puffs", "spray", "sprays", "patch", "patches", "amp", "amps", "ampoule", "ampoules",
    "ampule", "ampules", "vial", "vials", "sachet", "sachets", "supp", "suppository", "suppositories", "bottle",
    "bottles", "tsp", "tbsp", "teaspoon", "teaspoons", "tablespoon", "tablespoons", "dose", "doses", "time", "times",
    "cell", "cells", "copies", "copy", "fold", "point", "points", "pack", "packs", "cycle", "cycles", "comprimé",
    "comprimés", "gélule", "gélules", "goutte", "gouttes", "jour", "jours", "heure", "heures", "semaine", "semaines",
    "mois", "an", "ans", "fois",
];

/// Units and counted nouns of Arabic, Persian, Urdu and Hebrew, folded by [`plain_letters`].
const RTL_UNITS: &[&str] = &[
    // Arabic: units.
    "مجم", "ملجم", "ملغ", "ملغم", "مغ", "مغم", "ملي", "مل", "ملل", "مليلتر", "ملليلتر", "ملليتر", "ميليلتر", "ملم",
    "غ", "غم", "غرام", "جم", "ج", "جرام", "كجم", "كغ", "كغم", "كيلو", "كيلوغرام", "كيلوجرام", "لتر", "ليتر", "دل",
    "مليغرام", "ملليغرام", "ملليجرام", "مليجرام", "ميليغرام", "ميلليغرام", "ملغرام", "ميكروغرام", "ميكروجرام",
    "مكغ", "مكغم", "مكجم", "ميكرو", "نانوغرام", "مول", "مليمول", "ملليمول", "وحده", "وحدات", "سم", "مم", "متر",
    "امتار", "درجه", "درجات", "سعره", "زئبق", "مئويه",
    // Arabic: time and counted nouns.
    "مره", "مرات", "مرتين", "يوم", "يوما", "ايام", "ساعه", "ساعات", "دقيقه", "دقائق", "دقايق", "ثانيه", "ثواني",
    "ثوان", "اسبوع", "اسبوعا", "اسابيع", "شهر", "شهرا", "اشهر", "شهور", "سنه", "سنوات", "سنين", "عام", "عاما",
    "اعوام", "ليله", "ليال", "ليالي", "قرص", "قرصا", "اقراص", "حبه", "حبات", "حبوب", "كبسوله", "كبسولات", "قطره",
    "قطرات", "نقطه", "نقط", "نقاط", "بخه", "بخات", "بخاخ", "بخاخات", "حقنه", "حقن", "ابره", "ابر", "امبول",
    "امبوله", "امبولات", "فيال", "فياله", "زجاجه", "عبوه", "عبوات", "علبه", "علب", "شريط", "ملعقه", "ملاعق",
    "جرعه", "جرعات", "كيس", "اكياس", "ظرف", "ظروف", "تحميله", "تحاميل", "لبوسه", "لبوس", "كوب", "اكواب", "خليه",
    "خلايا", "نبضه", "مريض", "مريضا", "مرضي", "حاله", "حالات", "شخص", "شخصا", "اشخاص", "طفل", "اطفال", "دوره",
    "دورات", "جلسه", "جلسات", "مضاعفات", "اضعاف", "بالمئه", "بالمائه", "كوبايه", "لصقه", "لصقات",
    // Persian.
    "ميليگرم", "ميلي", "گرم", "كيلوگرم", "ميكروگرم", "ليتر", "ميليليتر", "سيسي", "واحد", "بار", "روز", "ساعت",
    "هفته", "ماه", "سال", "ساله", "كپسول", "عدد", "درصد", "نوبت", "قاشق", "دوز", "سانتيمتر", "ميليمتر",
    // Urdu.
    "گرام", "گولي", "گولياں", "دن", "گهنٹے", "گهنٹہ", "گھنٹے", "گھنٹہ", "ہفتے", "ہفتہ", "مہينے", "مہينہ", "منٹ",
    "قطرے", "چمچ", "خوراك", "خوراكيں", "يونٹ",
    // Hebrew.
    "מג", "מ״ג", "מ\"ג", "גרם", "ג", "ק״ג", "ק\"ג", "קג", "מ״ל", "מ\"ל", "מל", "מיליגרם", "מיקרוגרם", "מיליליטר",
    "ליטר", "יח", "יחידה", "יחידות", "פעם", "פעמים", "יום", "ימים", "שעה", "שעות", "דקה", "דקות", "שבוע", "שבועות",
    "חודש", "חודשים", "שנה", "שנים", "טבליה", "טבליות", "כדור", "כדורים", "כמוסה", "כמוסות", "טיפות", "טיפה", "מנה",
    "מנות", "כפית", "כפיות", "כף", "כפות", "ס״מ", "סמ", "מעלות", "אחוז", "אחוזים", "תאים", "מטופלים", "זריקות",
    "אמפולות", "שאיפות", "לחיצות",
];

/// Right-to-left nouns that a number after them names or counts: bed 5, room 3, patient 12, day 2.
const NUMBERED: &[&str] = &[
    "سرير", "غرفه", "رقم", "مريض", "مريضه", "حاله", "يوم", "مرحله", "درجه", "صفحه", "جدول", "شكل", "بند", "فقره",
    "ملف", "عنبر", "قسم", "طابق", "دور", "عمر", "عمره", "عمرها", "وزن", "زياره", "جلسه", "اسبوع",
    "شهر", "سوال", "فصل", "نوع", "مستوي", "تخت", "اتاق", "بيمار", "شماره", "روز", "بستر", "كمره", "נבדק", "מיטה",
    "חדר", "מטופל", "מטופלת", "מספר", "יום", "שלב", "עמוד", "טבלה", "קומה", "מחלקה", "בן", "בת", "גיל", "משקל",
];

/// Whether a Latin word, alone or with slashes (`mg/kg/day`), is a unit or a counted noun.
pub(crate) fn is_unit(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')']);
    !word.is_empty()
        && !word.starts_with(|c: char| c.is_numeric())
        && word.split(['/', '·', '.']).all(|part| {
            if !part.is_empty() && part.chars().all(char::is_numeric) {
                return true;
            }
            let part = part.trim_end_matches(|c: char| c.is_numeric() || matches!(c, '^' | '-' | '−' | '⁻'));
            let lower = part.to_lowercase();
            !lower.is_empty() && UNITS.contains(&lower.as_str())
        })
}

/// Whether a word is a unit or the beginning of one, in any of our scripts.
pub(crate) fn begins_unit(word: &str) -> bool {
    let lower = word.to_lowercase();
    let folded = plain_letters(&lower);
    !lower.is_empty()
        && (UNITS.iter().any(|unit| unit.starts_with(&lower))
            || (!folded.is_empty() && RTL_UNITS.iter().any(|unit| unit.starts_with(&folded))))
}

/// Whether a token is a number with a unit written onto it: `500mg`, `8h`, `7.5%`.
pub(crate) fn is_joined_quantity(token: &str) -> bool {
    let rest = token.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '\u{066B}' | '-' | '–'));
    rest.len() < token.len() && (matches!(rest, "%" | "‰" | "٪") || is_unit(rest))
}

/// Whether a Latin word joins two values: `5 to 10 mg`, `3 x 500 mg`.
pub(crate) fn is_joining_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "to" | "vs" | "and" | "or" | "x" | "per" | "by" | "of" | "over" | "then" | "à" | "et" | "ou"
    )
}

/// Whether the number before a right-to-left word counts it (`500 mg 2 مرات`) or is measured in it (`625 مجم`).
///
/// Beside the list two rules of Arabic grammar help: three to ten take a plural, eleven to ninety-nine an
/// accusative that is often written with its tanwin.
pub(crate) fn counts(number: &str, word: &str) -> bool {
    let folded = plain_letters(word);
    if RTL_UNITS.contains(&folded.as_str()) {
        return true;
    }
    if folded.starts_with("ال") {
        return false;
    }
    let letters = folded.chars().count();
    match crate::chars::ascii_digits(number).parse::<u32>() {
        Ok(3..=10) => folded.ends_with("ات") && letters >= 5,
        Ok(11..=99) => word.contains('\u{064B}'),
        _ => false,
    }
}

/// Whether a right-to-left word takes the number after it: `السرير 5`.
pub(crate) fn is_numbered(word: &str) -> bool {
    let folded = plain_letters(word);
    let bare = ["وال", "بال", "ال", "لل", "ה", "ב", "ו"]
        .iter()
        .find_map(|prefix| folded.strip_prefix(prefix))
        .unwrap_or(&folded);
    NUMBERED.contains(&folded.as_str()) || NUMBERED.contains(&bare)
}

/// A word without its marks and joiners, with alef, ya, kaf and ta marbuta in their plain forms.
fn plain_letters(word: &str) -> String {
    word.chars()
        .filter_map(|c| match c {
            'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
            'ى' | 'ی' => Some('ي'),
            'ة' => Some('ه'),
            'ک' => Some('ك'),
            'ؤ' => Some('و'),
            '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}' | '\u{200C}' | '\u{200D}' => {
                None
            }
            '׳' | '\'' => None,
            _ => Some(c),
        })
        .collect()
}
