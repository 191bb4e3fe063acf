//! Finds words in what the window itself says, folded as the search through conversations folds them.

use sanad_text::fold;

/// The numbers of the texts in which each of the words stands, or the beginning or middle of one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn texts_with(words: String, texts: Vec<String>) -> Vec<u32> {
    let words = fold(&words).text;
    let words: Vec<&str> = words.split_whitespace().collect();
    let has_all = |text: &String| {
        let text = fold(text).text;
        words.iter().all(|word| text.contains(word))
    };
    (0..)
        .zip(&texts)
        .filter(|(_, text)| has_all(text))
        .map(|(number, _)| number)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_words_are_found_however_they_are_pointed_and_seated() {
        let texts = ["القفل بعد", "أرقام النافذة", "Temperature"].map(str::to_owned);
        let found = |words: &str| {
            tauri::async_runtime::block_on(texts_with(words.to_owned(), texts.to_vec()))
        };
        for (words, numbers) in [
            ("ارقام", vec![1]),
            ("أَرْقَام النافذه", vec![1]),
            ("temper", vec![2]),
            ("TEMPERATURE", vec![2]),
            ("القفل النافذة", vec![]),
            ("", vec![0, 1, 2]),
        ] {
            assert_eq!(found(words), numbers, "{words}");
        }
    }
}
