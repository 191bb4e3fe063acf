//! Which language a block is written in, and whether its Arabic is dialect.
//!
//! Detection only steers prompts and defaults and is shown as a chip that can be changed.
//! It must never decide alone what a text means, and it answers nothing rather than guess.

use crate::chars::{self, Kind};
use crate::fold::fold;
use crate::language::Language;

/// What a block seems to be written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detection {
    /// The language, or `None` where too little tells.
    pub language: Option<Language>,
    /// The dialect, for Arabic with at least one word that standard Arabic does not have.
    pub dialect: Option<Dialect>,
    /// From 0 (nothing tells) to 1 (everything tells the same).
    pub confidence: f32,
}

/// A group of Arabic dialects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Egypt
    Egyptian,
    /// Syria, Lebanon, Jordan, Palestine
    Levantine,
    /// The Arabian peninsula and southern Iraq
    Gulf,
    /// Morocco, Algeria, Tunisia, Libya
    Maghrebi,
}

impl Dialect {
    /// Every dialect.
    pub const ALL: [Self; 4] = [Self::Egyptian, Self::Levantine, Self::Gulf, Self::Maghrebi];

    /// The code that the lexicon uses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Egyptian => "egy",
            Self::Levantine => "lev",
            Self::Gulf => "glf",
            Self::Maghrebi => "mag",
        }
    }
}

/// A block longer than this tells no more than its beginning, in characters.
const ENOUGH: usize = 4000;

/// The language and dialect of a block.
#[must_use]
pub fn detect(text: &str) -> Detection {
    let end = text
        .char_indices()
        .nth(ENOUGH)
        .map_or(text.len(), |(at, _)| at);
    let text = chars::cut(text, 0, end);
    let letters = Letters::count(text);
    let words: Vec<String> = words(text);
    let (language, confidence) =
        if letters.hebrew > letters.arabic && letters.hebrew * 2 >= letters.latin {
            (Some(Language::Hebrew), letters.share(letters.hebrew))
        } else if letters.arabic > 0 && letters.arabic * 2 >= letters.latin {
            let (language, certainty) = arabic_script(&letters, &words);
            (
                Some(language),
                certainty * letters.share(letters.arabic).max(0.5),
            )
        } else if letters.latin > 0 && letters.latin > letters.other {
            latin_script(text, &words)
        } else {
            (None, 0.0)
        };
    let dialect = if language == Some(Language::Arabic) {
        dialect(&words)
    } else {
        None
    };
    Detection {
        language,
        dialect,
        confidence,
    }
}

/// Letters by script.
#[derive(Default)]
struct Letters {
    arabic: usize,
    hebrew: usize,
    latin: usize,
    other: usize,
    /// Letters that Persian and Urdu have and Arabic has not (پ چ ژ گ ک ی).
    persian: usize,
    /// Letters that only Urdu has (ٹ ڈ ڑ ں ے ہ ھ).
    urdu: usize,
    /// Letters that Arabic has and Persian and Urdu hardly (ة ى ي ك إ).
    arabic_only: usize,
}

impl Letters {
    fn count(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars() {
            match c {
                'a'..='z' | 'A'..='Z' | '\u{00C0}'..='\u{024F}' => letters.latin += 1,
                '\u{05D0}'..='\u{05EA}' => letters.hebrew += 1,
                '\u{0621}'..='\u{06D3}'
                | '\u{06FA}'..='\u{06FC}'
                | '\u{FB50}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFC}'
                    if chars::kind(c) == Kind::Rtl =>
                {
                    letters.arabic += 1;
                    match c {
                        'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => letters.urdu += 1,
                        'پ' | 'چ' | 'ژ' | 'گ' | 'ک' | 'ی' => letters.persian += 1,
                        'ة' | 'ى' | 'ي' | 'ك' | 'إ' => letters.arabic_only += 1,
                        _ => {}
                    }
                }
                _ if c.is_alphabetic() => letters.other += 1,
                _ => {}
            }
        }
        letters
    }

    #[allow(clippy::cast_precision_loss)]
    fn share(&self, part: usize) -> f32 {
        let all = self.arabic + self.hebrew + self.latin + self.other;
        if all == 0 {
            0.0
        } else {
            part as f32 / all as f32
        }
    }
}

const PERSIAN_WORDS: &[&str] = &[
    "است",
    "را",
    "که",
    "از",
    "به",
    "با",
    "این",
    "می",
    "در",
    "برای",
    "هست",
    "شود",
    "دارد",
    "دارم",
    "ندارد",
    "آن",
    "یا",
    "تا",
    "کنید",
    "کرد",
    "شده",
    "بود",
    "چه",
    "هم",
    "خود",
    "باید",
    "نیست",
];
const URDU_WORDS: &[&str] = &[
    "ہے", "ہیں", "کے", "کی", "کا", "کو", "میں", "سے", "اور", "پر", "نہیں", "یہ", "وہ", "تھا", "ہو",
    "کیا", "بھی", "نے", "لیے",
];
const ARABIC_WORDS: &[&str] = &[
    "في", "من", "على", "إلى", "الى", "عن", "هذا", "هذه", "التي", "الذي", "أن", "ان", "لا", "ما",
    "هو", "هي", "كان", "قد", "مع", "أو", "او", "ثم", "بعد", "قبل", "عند", "كل", "لم", "لن",
];

#[allow(clippy::cast_precision_loss)]
fn arabic_script(letters: &Letters, words: &[String]) -> (Language, f32) {
    let hits = |list: &[&str]| {
        words
            .iter()
            .filter(|word| list.contains(&word.as_str()))
            .count()
            * 3
    };
    let urdu = letters.urdu * 2 + hits(URDU_WORDS);
    let persian = letters.persian + hits(PERSIAN_WORDS);
    let articles = words.iter().filter(|word| word.starts_with("ال")).count();
    let arabic = letters.arabic_only + hits(ARABIC_WORDS) + articles;
    let scores = [
        (Language::Arabic, arabic),
        // Urdu has the letters of Persian too.
        (
            Language::Urdu,
            if urdu > 0 { urdu + letters.persian } else { 0 },
        ),
        (
            Language::Persian,
            if urdu > letters.persian { 0 } else { persian },
        ),
    ];
    let all: usize = scores.iter().map(|(_, score)| score).sum();
    if all == 0 {
        return (Language::Arabic, 0.4);
    }
    let (language, best) = scores
        .into_iter()
        .fold((Language::Arabic, arabic), |best, next| {
            if next.1 > best.1 { next } else { best }
        });
    (language, best as f32 / all as f32)
}

const ENGLISH_WORDS: &[&str] = &[
    "the", "of", "and", "to", "in", "is", "for", "with", "was", "on", "that", "what", "how",
    "should", "be", "are", "this", "have", "has", "not", "or", "by", "at", "from", "an", "can",
    "which", "my", "i", "it", "does", "do", "when", "years", "old", "patient", "dose", "daily",
    "after", "before",
];
const FRENCH_WORDS: &[&str] = &[
    "le",
    "la",
    "les",
    "de",
    "des",
    "du",
    "un",
    "une",
    "et",
    "est",
    "dans",
    "pour",
    "avec",
    "sur",
    "par",
    "que",
    "qui",
    "au",
    "aux",
    "ne",
    "pas",
    "ce",
    "cette",
    "il",
    "elle",
    "je",
    "vous",
    "sont",
    "plus",
    "sans",
    "chez",
    "quelle",
    "quel",
    "mon",
    "jour",
    "en",
    "depuis",
    "traitement",
    "fièvre",
];

#[allow(clippy::cast_precision_loss)]
fn latin_script(text: &str, words: &[String]) -> (Option<Language>, f32) {
    let hits = |list: &[&str]| {
        words
            .iter()
            .filter(|word| list.contains(&word.as_str()))
            .count()
    };
    let accents = text
        .chars()
        .filter(|c| matches!(c, 'é' | 'è' | 'ê' | 'à' | 'ç' | 'ù' | 'î' | 'ô' | 'œ'))
        .count();
    let elisions = words
        .iter()
        .filter(|word| matches!(word.as_str(), "l" | "d" | "qu" | "j" | "n" | "s"))
        .count();
    let french = hits(FRENCH_WORDS) + accents + elisions;
    let english = hits(ENGLISH_WORDS);
    match (english, french) {
        (0, 0) => (Some(Language::English), 0.3),
        _ if french > english => (
            Some(Language::French),
            french as f32 / (french + english) as f32,
        ),
        _ => (
            Some(Language::English),
            english as f32 / (french + english) as f32,
        ),
    }
}

/// The words of a text: Arabic ones without their marks, Latin ones in lower case.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !matches!(chars::kind(c), Kind::Ltr | Kind::Rtl | Kind::Mark))
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .filter(|c| {
                    !matches!(
                        c,
                        '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}' | '\u{200C}'
                    )
                })
                .flat_map(char::to_lowercase)
                .collect()
        })
        .collect()
}

/// Words that one dialect or two have and standard Arabic has not, folded; written like nothing else.
const MARKERS: &[(&str, &[Dialect])] = &[
    // Egyptian
    ("عايز", &[Dialect::Egyptian]),
    ("عايزه", &[Dialect::Egyptian]),
    ("عاوز", &[Dialect::Egyptian]),
    ("عاوزه", &[Dialect::Egyptian]),
    ("ازاي", &[Dialect::Egyptian]),
    ("ازيك", &[Dialect::Egyptian]),
    ("كده", &[Dialect::Egyptian]),
    ("دلوقتي", &[Dialect::Egyptian]),
    ("النهارده", &[Dialect::Egyptian]),
    ("امبارح", &[Dialect::Egyptian, Dialect::Levantine]),
    ("مش", &[Dialect::Egyptian, Dialect::Levantine]),
    ("بتاع", &[Dialect::Egyptian]),
    ("بتاعي", &[Dialect::Egyptian]),
    ("بتاعتي", &[Dialect::Egyptian]),
    ("اوي", &[Dialect::Egyptian]),
    ("ليه", &[Dialect::Egyptian]),
    ("ايه", &[Dialect::Egyptian]),
    ("بقالي", &[Dialect::Egyptian]),
    ("حاسس", &[Dialect::Egyptian, Dialect::Levantine]),
    ("حاسه", &[Dialect::Egyptian, Dialect::Levantine]),
    ("معرفش", &[Dialect::Egyptian]),
    ("مفيش", &[Dialect::Egyptian]),
    ("بيوجعني", &[Dialect::Egyptian, Dialect::Levantine]),
    ("بتوجعني", &[Dialect::Egyptian, Dialect::Levantine]),
    ("دماغي", &[Dialect::Egyptian]),
    // Levantine
    ("شو", &[Dialect::Levantine]),
    ("هلا", &[Dialect::Levantine]),
    ("هلق", &[Dialect::Levantine]),
    ("بدي", &[Dialect::Levantine]),
    ("بدك", &[Dialect::Levantine]),
    ("بدو", &[Dialect::Levantine]),
    ("كتير", &[Dialect::Levantine]),
    ("ليش", &[Dialect::Levantine, Dialect::Gulf]),
    ("منيح", &[Dialect::Levantine]),
    ("منيحه", &[Dialect::Levantine]),
    ("هيك", &[Dialect::Levantine]),
    ("هاد", &[Dialect::Levantine, Dialect::Maghrebi]),
    ("هاي", &[Dialect::Levantine]),
    ("مبارح", &[Dialect::Levantine]),
    ("لسا", &[Dialect::Levantine]),
    ("لسه", &[Dialect::Egyptian, Dialect::Levantine]),
    ("كمان", &[Dialect::Egyptian, Dialect::Levantine]),
    ("عنا", &[Dialect::Levantine]),
    // Gulf
    ("وش", &[Dialect::Gulf]),
    ("ايش", &[Dialect::Gulf]),
    ("شنو", &[Dialect::Gulf, Dialect::Maghrebi]),
    ("ابغي", &[Dialect::Gulf]),
    ("شلون", &[Dialect::Gulf]),
    ("شلونك", &[Dialect::Gulf]),
    ("الحين", &[Dialect::Gulf]),
    ("وايد", &[Dialect::Gulf]),
    ("مب", &[Dialect::Gulf]),
    ("موب", &[Dialect::Gulf]),
    ("يعورني", &[Dialect::Gulf]),
    ("تعورني", &[Dialect::Gulf]),
    ("عيالي", &[Dialect::Gulf]),
    ("حيل", &[Dialect::Gulf]),
    // Maghrebi
    ("واش", &[Dialect::Maghrebi]),
    ("بزاف", &[Dialect::Maghrebi]),
    ("برشا", &[Dialect::Maghrebi]),
    ("كيفاش", &[Dialect::Maghrebi]),
    ("علاش", &[Dialect::Maghrebi]),
    ("دابا", &[Dialect::Maghrebi]),
    ("توا", &[Dialect::Maghrebi]),
    ("ديال", &[Dialect::Maghrebi]),
    ("ديالي", &[Dialect::Maghrebi]),
    ("متاعي", &[Dialect::Maghrebi]),
    ("نتاعي", &[Dialect::Maghrebi]),
    ("كانحس", &[Dialect::Maghrebi]),
    ("كيضرني", &[Dialect::Maghrebi]),
    ("كتضرني", &[Dialect::Maghrebi]),
    (
        "شويه",
        &[Dialect::Egyptian, Dialect::Levantine, Dialect::Gulf],
    ),
    ("شويا", &[Dialect::Maghrebi]),
    ("مزيان", &[Dialect::Maghrebi]),
    ("عندو", &[Dialect::Levantine, Dialect::Maghrebi]),
    ("غادي", &[Dialect::Maghrebi]),
    ("باش", &[Dialect::Maghrebi]),
    ("برك", &[Dialect::Maghrebi]),
];

/// The dialect that most marker words speak for.
fn dialect(words: &[String]) -> Option<Dialect> {
    let mut votes = [0_usize; Dialect::ALL.len()];
    for word in words {
        let folded = fold(word).text;
        let bare = folded
            .strip_prefix('و')
            .filter(|rest| rest.chars().count() >= 3)
            .unwrap_or(&folded);
        let Some((_, dialects)) = MARKERS
            .iter()
            .find(|(marker, _)| *marker == folded || *marker == bare)
        else {
            continue;
        };
        for dialect in *dialects {
            // A word of one dialect says more than a shared one.
            let weight = if dialects.len() == 1 { 3 } else { 1 };
            if let Some(place) = Dialect::ALL.iter().position(|other| other == dialect)
                && let Some(vote) = votes.get_mut(place)
            {
                *vote += weight;
            }
        }
    }
    let best = votes.iter().copied().max().filter(|&best| best > 0)?;
    Dialect::ALL
        .into_iter()
        .zip(votes)
        .find(|&(_, vote)| vote == best)
        .map(|(dialect, _)| dialect)
}
