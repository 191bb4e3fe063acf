//! The help, which is compiled in: `ui/help/LANGUAGE/PAGE.md`, whose first line is its title.
//!
//! A line `![what it shows](name)` behind the title names its picture, which the window has.

use sanad_text::{Language, fold, matches, search_terms, search_tokens};

/// A page.
pub(crate) struct Page {
    /// Names it in both languages.
    pub(crate) id: &'static str,
    /// The language that it is written in.
    pub(crate) language: Language,
    pub(crate) title: &'static str,
    /// The name of its picture; empty for none.
    pub(crate) picture: &'static str,
    /// What its picture shows.
    pub(crate) caption: &'static str,
    /// Markdown.
    pub(crate) text: &'static str,
}

macro_rules! sources {
    ($code:literal, $($id:literal),*) => {
        [$(($id, include_str!(concat!("../../ui/help/", $code, "/", $id, ".md")))),*]
    };
}

macro_rules! in_order {
    ($code:literal) => {
        sources!(
            $code,
            "first-question",
            "models",
            "languages",
            "calculators",
            "number-guard",
            "self-check",
            "history",
            "backups",
            "keys"
        )
    };
}

static ENGLISH: [(&str, &str); 9] = in_order!("en");
static ARABIC: [(&str, &str); 9] = in_order!("ar");

/// The language that the help speaks to a reader of this one.
pub(crate) fn language_of(code: &str) -> Language {
    match Language::from_code(code) {
        Some(Language::Arabic) => Language::Arabic,
        _ => Language::English,
    }
}

/// Every page of a language that has pages; the English ones for any other.
pub(crate) fn pages(language: Language) -> Vec<Page> {
    let (sources, language) = match language {
        Language::Arabic => (&ARABIC, Language::Arabic),
        _ => (&ENGLISH, Language::English),
    };
    sources
        .iter()
        .map(|(id, source)| page(id, source, language))
        .collect()
}

/// The names of the pages that have every word; all of them for no words.
pub(crate) fn find(code: &str, words: &str) -> Vec<String> {
    let terms = search_terms(words);
    pages(language_of(code))
        .iter()
        .filter(|page| {
            let text = format!("{}\n{}", page.title, page.text);
            terms.is_empty() || matches(&fold(&text), &search_tokens(&text), &terms)
        })
        .map(|page| page.id.to_owned())
        .collect()
}

fn page(id: &'static str, source: &'static str, language: Language) -> Page {
    let (head, rest) = source.split_once('\n').unwrap_or((source, ""));
    let text = rest.trim_start();
    let first = text.lines().next().unwrap_or_default();
    let shown = first
        .strip_prefix("![")
        .and_then(|line| line.strip_suffix(')'))
        .and_then(|line| line.split_once("]("));
    let (caption, picture) = shown.unwrap_or_default();
    let text = match shown {
        Some(_) => text.strip_prefix(first).unwrap_or(text).trim_start(),
        None => text,
    };
    Page {
        id,
        language,
        title: head.trim_start_matches('#').trim(),
        picture,
        caption,
        text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_there_in_both_languages_with_the_same_picture() {
        let (english, arabic) = (pages(Language::English), pages(Language::Arabic));
        for (english, arabic) in english.iter().zip(&arabic) {
            assert_eq!(english.id, arabic.id);
            assert_eq!(english.picture, arabic.picture, "{}", english.id);
            for page in [english, arabic] {
                assert!(
                    !page.title.is_empty() && page.text.len() > 200,
                    "{}",
                    page.id
                );
                assert_eq!(
                    page.picture.is_empty(),
                    page.caption.is_empty(),
                    "{}",
                    page.id
                );
                assert!(!page.text.contains("!["), "{} has one picture", page.id);
            }
        }
    }

    #[test]
    fn every_picture_of_a_page_is_in_the_checkout_in_its_language() {
        let folder = sanad_testing::workspace_root().join("ui/help/pictures");
        for language in [Language::English, Language::Arabic] {
            for page in pages(language) {
                if page.picture.is_empty() {
                    continue;
                }
                let path = folder
                    .join(language.code())
                    .join(format!("{}.png", page.picture));
                assert!(path.is_file(), "{}: make help-pictures", path.display());
            }
        }
    }

    #[test]
    fn a_word_finds_the_pages_that_have_it_in_either_script() {
        assert!(find("en", "passphrase").contains(&"history".to_owned()));
        assert!(find("ar", "الآلات الحاسبة").contains(&"calculators".to_owned()));
        assert_eq!(find("en", "xyzzy"), Vec::<String>::new());
        assert_eq!(find("fr", "").len(), ENGLISH.len());
    }
}
