//! The recovery code: what opens the store when the passphrase is forgotten.
//!
//! 128 random bits and 12 to tell a slip of the pen, as 28 letters and digits in groups of four.
//! It must never be kept: the key file holds the key wrapped by it, and nothing holds the code.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::HistoryError;

/// Digits and capital letters without I, L, O and U, which are misread (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const RANDOM_BYTES: usize = 16;
const CHARACTERS: usize = 28;
const GROUP: usize = 4;

/// A recovery code, wiped from memory when dropped and never shown by `Debug`.
pub struct RecoveryCode(Zeroizing<[u8; RANDOM_BYTES]>);

impl RecoveryCode {
    /// A new code, to be shown once.
    ///
    /// # Errors
    /// [`HistoryError::NoRandomness`].
    pub fn new() -> Result<Self, HistoryError> {
        let mut bytes = Zeroizing::new([0; RANDOM_BYTES]);
        getrandom::fill(bytes.as_mut()).map_err(|source| HistoryError::NoRandomness { source })?;
        Ok(Self(bytes))
    }

    /// The code that somebody typed from paper: in either case, with any signs between the groups, with
    /// digits of any kind, and with O, I and L for the digits they look like.
    ///
    /// # Errors
    /// [`HistoryError::RecoveryCodeMistyped`].
    pub fn typed(text: &str) -> Result<Self, HistoryError> {
        let mut bits = Bits::default();
        let mut count = 0;
        for c in sanad_text::ascii_digits(text).chars() {
            let value = match c.to_ascii_uppercase() {
                'O' => 0,
                'I' | 'L' => 1,
                c if c.is_alphanumeric() => ALPHABET
                    .iter()
                    .position(|&letter| char::from(letter) == c)
                    .ok_or(HistoryError::RecoveryCodeMistyped)?,
                // Blanks, dashes, direction marks: whatever came along.
                _ => continue,
            };
            bits.push(u8::try_from(value).expect("32 letters"));
            count += 1;
        }
        if count != CHARACTERS {
            return Err(HistoryError::RecoveryCodeMistyped);
        }
        let code = Self(bits.first_bytes());
        if bits.check() == code.check() {
            Ok(code)
        } else {
            Err(HistoryError::RecoveryCodeMistyped)
        }
    }

    /// The code as it is written on paper: seven groups of four, joined by dashes.
    #[must_use]
    pub fn shown(&self) -> Zeroizing<String> {
        let mut shown = Zeroizing::new(String::with_capacity(CHARACTERS + CHARACTERS / GROUP));
        let check = self.check();
        let bit = |at: usize| -> u8 {
            if at < RANDOM_BYTES * 8 {
                self.0[at / 8] >> (7 - at % 8) & 1
            } else {
                u8::try_from(check >> (11 - (at - RANDOM_BYTES * 8)) & 1).expect("one bit")
            }
        };
        for character in 0..CHARACTERS {
            if character > 0 && character % GROUP == 0 {
                shown.push('-');
            }
            let value = (0..5).fold(0, |value, at| value << 1 | bit(character * 5 + at));
            shown.push(char::from(ALPHABET[usize::from(value)]));
        }
        shown
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_ref()
    }

    /// Twelve bits that a slip changes: 4,095 of 4,096 are seen.
    fn check(&self) -> u16 {
        let sum = Sha256::digest(self.0.as_ref());
        u16::from_be_bytes([sum[0], sum[1]]) >> 4
    }
}

impl PartialEq for RecoveryCode {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RecoveryCode(…)")
    }
}

/// 140 bits, five at a time.
#[derive(Default)]
struct Bits {
    bytes: Zeroizing<[u8; 18]>,
    count: usize,
}

impl Bits {
    /// Bits behind the 140th are dropped: the count of characters tells.
    fn push(&mut self, five: u8) {
        for bit in (0..5).rev() {
            if let Some(byte) = self.bytes.get_mut(self.count / 8) {
                *byte |= (five >> bit & 1) << (7 - self.count % 8);
            }
            self.count += 1;
        }
    }

    fn first_bytes(&self) -> Zeroizing<[u8; RANDOM_BYTES]> {
        let mut first = Zeroizing::new([0; RANDOM_BYTES]);
        first.copy_from_slice(&self.bytes[..RANDOM_BYTES]);
        first
    }

    fn check(&self) -> u16 {
        u16::from_be_bytes([self.bytes[16], self.bytes[17]]) >> 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_comes_back_from_paper_however_it_was_written_down() {
        for _ in 0..200 {
            let code = RecoveryCode::new().expect("the system gives random numbers");
            let shown = code.shown();
            assert_eq!(shown.len(), 34);
            let arabic: String = shown
                .chars()
                .map(|c| match c.to_digit(10) {
                    Some(digit) => char::from_u32('٠' as u32 + digit).expect("a digit"),
                    None => c,
                })
                .collect();
            for typed in [
                shown.to_string(),
                shown.to_lowercase().replace('-', " "),
                shown.replace('-', ""),
                format!("\u{200E} {}\n", shown.replace('0', "o").replace('1', "l")),
                arabic,
            ] {
                assert!(
                    RecoveryCode::typed(&typed).expect("it is the code") == code,
                    "{typed}"
                );
            }
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_code() {
        let code = RecoveryCode::new().expect("the system gives random numbers");
        let shown: Vec<char> = code.shown().chars().collect();
        let mut unseen = 0;
        let mut slips = 0;
        for at in (0..shown.len()).filter(|at| shown[*at] != '-') {
            for letter in ALPHABET.iter().map(|&letter| char::from(letter)) {
                let mut slip = shown.clone();
                slip[at] = letter;
                if slip != shown {
                    let slip: String = slip.into_iter().collect();
                    unseen += usize::from(RecoveryCode::typed(&slip).is_ok());
                    slips += 1;
                }
            }
        }
        assert!(unseen <= 3, "{unseen} of {slips} slips went unseen");
        for wrong in ["", "1234", "U", &"0".repeat(27), &"0".repeat(29), "كلمة"] {
            assert!(RecoveryCode::typed(wrong).is_err(), "{wrong}");
        }
    }
}
