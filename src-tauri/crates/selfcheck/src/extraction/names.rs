//! The words of the extraction prompt in three languages.

use sanad_text::fold;

use crate::items::transcripts::{Symptom, TranscriptLanguage};

/// What stands around a transcript.
pub(super) struct Words {
    pub(super) instruction: &'static str,
    pub(super) form: &'static str,
    pub(super) clinician: &'static str,
    pub(super) patient: &'static str,
}

/// The words of a language.
pub(super) fn words(language: TranscriptLanguage) -> &'static Words {
    match language {
        TranscriptLanguage::En => &ENGLISH,
        TranscriptLanguage::Ar => &ARABIC,
        TranscriptLanguage::Fa => &PERSIAN,
    }
}

const ENGLISH: Words = Words {
    instruction: "Read this consultation. For each symptom below, say whether the patient has or had it in this illness. \
Symptoms of other people, of earlier illnesses, and symptoms that are denied or not mentioned are \"no\".",
    form: "Complete each line with yes or no, and write nothing else:",
    clinician: "Clinician",
    patient: "Patient",
};

const ARABIC: Words = Words {
    instruction: "اقرأ هذه الاستشارة الطبية، ثم بيّن لكل عرض أدناه هل هو موجود لدى المريض أو كان موجوداً في مرضه الحالي. \
أما أعراض الآخرين وأعراض الأمراض السابقة وما نفاه المريض وما لم يُذكر فجوابها «لا».",
    form: "أكمل كل سطر بكلمة «نعم» أو «لا»، ولا تكتب شيئاً آخر:",
    clinician: "الطبيب",
    patient: "المريض",
};

const PERSIAN: Words = Words {
    instruction: "این گفت‌وگوی پزشک و بیمار را بخوانید و برای هر علامت زیر بنویسید که آیا بیمار در این بیماری آن را دارد یا \
داشته است. علائم دیگران، علائم بیماری‌های گذشته، و آنچه بیمار رد کرده یا از آن سخنی به میان نیامده «خیر» است.",
    form: "هر سطر را با «بله» یا «خیر» کامل کنید و چیز دیگری ننویسید:",
    clinician: "پزشک",
    patient: "بیمار",
};

/// What a symptom is called in the form.
pub(super) fn name(symptom: Symptom, language: TranscriptLanguage) -> &'static str {
    let [english, arabic, persian] = match symptom {
        Symptom::Fever => ["fever", "الحمى", "تب"],
        Symptom::Cough => ["cough", "السعال", "سرفه"],
        Symptom::ShortnessOfBreath => ["shortness of breath", "ضيق النفس", "تنگی نفس"],
        Symptom::ChestPain => ["chest pain", "ألم الصدر", "درد قفسه سینه"],
        Symptom::AbdominalPain => ["abdominal pain", "ألم البطن", "درد شکم"],
        Symptom::Vomiting => ["vomiting", "القيء", "استفراغ"],
        Symptom::Diarrhoea => ["diarrhoea", "الإسهال", "اسهال"],
        Symptom::Headache => ["headache", "الصداع", "سردرد"],
        Symptom::Dizziness => ["dizziness", "الدوخة", "سرگیجه"],
        Symptom::Fatigue => ["fatigue", "التعب", "خستگی"],
        Symptom::WeightLoss => ["weight loss", "نقص الوزن", "کاهش وزن"],
        Symptom::Rash => ["rash", "الطفح الجلدي", "بثورات پوستی"],
        Symptom::UrinaryBurning => ["burning on urination", "حرقة البول", "سوزش ادرار"],
    };
    match language {
        TranscriptLanguage::En => english,
        TranscriptLanguage::Ar => arabic,
        TranscriptLanguage::Fa => persian,
    }
}

/// Where a symptom's name ends among folded words, if it stands there; an Arabic article makes no difference.
pub(super) fn ends_after(
    symptom: Symptom,
    language: TranscriptLanguage,
    words: &[&str],
) -> Option<usize> {
    let name = fold(name(symptom, language)).text;
    let name: Vec<&str> = name.split_whitespace().map(without_article).collect();
    let mut windows = words.windows(name.len());
    let at = windows.position(|window| {
        window
            .iter()
            .zip(&name)
            .all(|(word, name)| without_article(word) == *name)
    })?;
    Some(at + name.len())
}

fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}
