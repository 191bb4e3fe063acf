//! Short texts between English and Arabic, and from a dialect into the standard: prompts and scores.

use sanad_text::sanitise;
use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::items::ItemLanguage;
use crate::items::texts::Translation;
use crate::metrics::{bleu, chrf};

/// From what into what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TranslationWay {
    /// From English into standard Arabic.
    EnglishToArabic,
    /// From standard Arabic into English.
    ArabicToEnglish,
    /// From a dialect into standard Arabic.
    DialectToStandard,
    /// From a dialect into English.
    DialectToEnglish,
}

/// What translations are worth, each figure from 0 to 100 and as sacrebleu gives it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct TranslationScores {
    /// chrF++ of the translations.
    pub chrf: f64,
    /// BLEU of the translations.
    pub bleu: f64,
    /// chrF++ of the untranslated texts: what is reached by doing nothing, which is much from a dialect.
    pub copy_chrf: f64,
    /// BLEU of the untranslated texts.
    pub copy_bleu: f64,
    /// Answers without any text; they are scored as such.
    pub empty: usize,
}

impl TranslationWay {
    /// All four.
    pub const ALL: [Self; 4] = [
        Self::EnglishToArabic,
        Self::ArabicToEnglish,
        Self::DialectToStandard,
        Self::DialectToEnglish,
    ];

    /// The text to translate and its reference; `None` for a text without the dialect that is wanted.
    #[must_use]
    pub fn pair(self, item: &Translation) -> Option<(&str, &str)> {
        match self {
            Self::EnglishToArabic => Some((&item.en, &item.ar)),
            Self::ArabicToEnglish => Some((&item.ar, &item.en)),
            Self::DialectToStandard => Some((item.spoken.as_deref()?, &item.ar)),
            Self::DialectToEnglish => Some((item.spoken.as_deref()?, &item.en)),
        }
    }

    /// What a model is told, in either language, before the text.
    fn instruction(self, language: ItemLanguage) -> &'static str {
        match (self, language) {
            (Self::EnglishToArabic, ItemLanguage::En) => {
                "Translate this text into Modern Standard Arabic. Keep all numbers and units. Write the translation only."
            }
            (Self::EnglishToArabic, ItemLanguage::Ar) => {
                "ترجم هذا النص إلى العربية الفصحى مع الحفاظ على جميع الأرقام والوحدات، واكتب الترجمة وحدها."
            }
            (Self::ArabicToEnglish, ItemLanguage::En) => {
                "Translate this text into English. Keep all numbers and units. Write the translation only."
            }
            (Self::ArabicToEnglish, ItemLanguage::Ar) => {
                "ترجم هذا النص إلى الإنجليزية مع الحفاظ على جميع الأرقام والوحدات، واكتب الترجمة وحدها."
            }
            (Self::DialectToStandard, ItemLanguage::En) => {
                "Rewrite this text, which is in spoken Arabic, in Modern Standard Arabic. Keep its meaning and all numbers. \
Write the result only."
            }
            (Self::DialectToStandard, ItemLanguage::Ar) => {
                "أعد كتابة هذا النص المكتوب بالعامية باللغة العربية الفصحى مع الحفاظ على معناه وعلى جميع الأرقام، واكتب النتيجة وحدها."
            }
            (Self::DialectToEnglish, ItemLanguage::En) => {
                "Translate this text, which is in spoken Arabic, into English. Keep all numbers. Write the translation only."
            }
            (Self::DialectToEnglish, ItemLanguage::Ar) => {
                "ترجم هذا النص المكتوب بالعامية إلى الإنجليزية مع الحفاظ على جميع الأرقام، واكتب الترجمة وحدها."
            }
        }
    }
}

/// What a model is asked, with the instruction in one language.
#[must_use]
pub fn ask(text: &str, way: TranslationWay, language: ItemLanguage) -> String {
    format!("{}\n\n{text}", way.instruction(language))
}

/// The translation in an answer: without emphasis, quotes around all of it, and a word such as "Translation:" before it.
#[must_use]
pub fn read(answer: &str) -> String {
    let clean = sanitise(answer).text.replace("**", "");
    let mut text = clean.trim();
    for label in ["Translation:", "translation:", "الترجمة:", "النتيجة:"] {
        text = text.strip_prefix(label).unwrap_or(text).trim_start();
    }
    for (open, close) in [('"', '"'), ('«', '»'), ('“', '”')] {
        let inner = text
            .strip_prefix(open)
            .and_then(|text| text.strip_suffix(close));
        text = inner
            .filter(|inner| !inner.contains([open, close]))
            .unwrap_or(text);
    }
    text.trim().to_owned()
}

/// Scores translations: for each text itself, its reference, and what the model wrote.
///
/// Nothing is normalised: hamzas, vowel signs and digits count as they are written, on both sides alike.
///
/// # Errors
/// No texts.
pub fn score(translated: &[(&str, &str, &str)]) -> Result<TranslationScores, SelfCheckError> {
    let sources: Vec<&str> = translated.iter().map(|(source, _, _)| *source).collect();
    let answers: Vec<&str> = translated.iter().map(|(_, _, answer)| *answer).collect();
    let references: Vec<Vec<&str>> = translated
        .iter()
        .map(|(_, reference, _)| vec![*reference])
        .collect();
    Ok(TranslationScores {
        chrf: chrf(&answers, &references)?,
        bleu: bleu(&answers, &references)?,
        copy_chrf: chrf(&sources, &references)?,
        copy_bleu: bleu(&sources, &references)?,
        empty: answers
            .iter()
            .filter(|answer| answer.trim().is_empty())
            .count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::items::texts::translations;

    fn scores(way: TranslationWay, answer: impl Fn(&str, &str) -> String) -> TranslationScores {
        let items = translations().expect("the file has the form of translations");
        let pairs: Vec<(&str, &str)> = items.iter().filter_map(|item| way.pair(item)).collect();
        let answers: Vec<String> = pairs
            .iter()
            .map(|(source, reference)| answer(source, reference))
            .collect();
        let all: Vec<_> = pairs
            .iter()
            .zip(&answers)
            .map(|((s, r), a)| (*s, *r, a.as_str()))
            .collect();
        score(&all).expect("there are texts")
    }

    #[test]
    fn the_reference_scores_all_and_a_copy_the_baseline() {
        for way in TranslationWay::ALL {
            let perfect = scores(way, |_, reference| reference.to_owned());
            assert!((perfect.chrf - 100.0).abs() < 1e-9 && (perfect.bleu - 100.0).abs() < 1e-9);
            let copied = scores(way, |source, _| source.to_owned());
            assert_eq!(
                (copied.chrf, copied.bleu),
                (copied.copy_chrf, copied.copy_bleu)
            );
            assert!(scores(way, |_, _| " ".to_owned()).empty > 0);
        }
    }

    #[test]
    fn copying_a_dialect_is_worth_more_than_copying_another_language() {
        let copy = |way| scores(way, |source, _| source.to_owned()).copy_chrf;
        assert!(
            copy(TranslationWay::DialectToStandard) > 2.0 * copy(TranslationWay::EnglishToArabic)
        );
    }

    #[test]
    fn what_stands_around_a_translation_is_taken_away() {
        for (answer, wanted) in [
            ("  Take 5 mg.\n", "Take 5 mg."),
            ("**Translation:** Take 5 mg.", "Take 5 mg."),
            ("الترجمة: خذ 5 mg.", "خذ 5 mg."),
            ("\"Take 5 mg.\"", "Take 5 mg."),
            ("«خذ 5 mg.»", "خذ 5 mg."),
            ("\"A\" and \"B\"", "\"A\" and \"B\""),
            ("", ""),
        ] {
            assert_eq!(read(answer), wanted, "{answer}");
        }
    }

    #[test]
    fn a_prompt_ends_with_the_text_and_says_the_same_way_in_both_languages() {
        let mut prompts = std::collections::BTreeSet::new();
        for way in TranslationWay::ALL {
            for language in [ItemLanguage::En, ItemLanguage::Ar] {
                let asked = ask("5 mg", way, language);
                assert!(asked.ends_with("\n\n5 mg"));
                prompts.insert(asked);
            }
        }
        assert_eq!(prompts.len(), 8);
    }
}
