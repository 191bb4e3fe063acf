//! What a person types to open the store.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::HistoryError;

/// A passphrase, wiped from memory when dropped and never shown by `Debug`.
///
/// It is kept in normal form C, since keyboards differ on whether an alef with hamza is one
/// character or two (RFC 8265, OpaqueString).
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase that was typed; spaces count.
    ///
    /// # Errors
    /// [`HistoryError::EmptyPassphrase`] without a single character.
    pub fn new(typed: String) -> Result<Self, HistoryError> {
        let typed = Zeroizing::new(typed);
        if typed.is_empty() {
            return Err(HistoryError::EmptyPassphrase);
        }
        // Composing never makes UTF-8 more than three times as long (UAX #15),
        // so the buffer never moves and leaves no copy behind.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 3));
        composed.extend(typed.nfc());
        Ok(Self(composed))
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_of_typing_one_passphrase_are_one_passphrase() {
        let composed = Passphrase::new("\u{0623}مان ٥ é".to_owned()).expect("not empty");
        let decomposed =
            Passphrase::new("\u{0627}\u{0654}مان ٥ e\u{0301}".to_owned()).expect("not empty");
        assert_eq!(composed.as_bytes(), decomposed.as_bytes());
    }

    #[test]
    fn a_passphrase_is_never_printed() {
        let passphrase = Passphrase::new("سر secret".to_owned()).expect("not empty");
        assert_eq!(format!("{passphrase:?}"), "Passphrase(…)");
    }

    #[test]
    fn an_empty_passphrase_is_refused() {
        assert!(matches!(
            Passphrase::new(String::new()),
            Err(HistoryError::EmptyPassphrase)
        ));
    }
}
