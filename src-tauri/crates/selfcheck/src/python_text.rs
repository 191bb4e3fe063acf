//! Text as Python sees it, where a reference program's figure depends on it.

/// Whether Python's `str.split` takes a character for white space: Unicode's, and four old separators besides.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// Words between white space, as `str.split()` gives them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// Without white space at both ends, as `str.strip()` leaves it.
pub(crate) fn strip(text: &str) -> &str {
    text.trim_matches(is_space)
}
