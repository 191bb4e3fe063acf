//! One wrapping of the store's key: by a passphrase or by a recovery code.
//!
//! A key that is not wrapped must never be written anywhere.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::derivation::{Key, Salt};
use crate::key_file::{from_hex, hex};
use crate::{HistoryError, KeyDerivation, Passphrase, RecoveryCode};

/// What somebody has that may open a store.
#[derive(Clone, Copy)]
pub(crate) enum Opener<'secret> {
    Passphrase(&'secret Passphrase),
    RecoveryCode(&'secret RecoveryCode),
}

impl Opener<'_> {
    pub(crate) fn kind(self) -> SlotKind {
        match self {
            Self::Passphrase(_) => SlotKind::Passphrase,
            Self::RecoveryCode(_) => SlotKind::RecoveryCode,
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Passphrase(passphrase) => passphrase.as_bytes(),
            Self::RecoveryCode(code) => code.as_bytes(),
        }
    }

    pub(crate) fn wrong(self) -> HistoryError {
        match self {
            Self::Passphrase(_) => HistoryError::WrongPassphrase,
            Self::RecoveryCode(_) => HistoryError::WrongRecoveryCode,
        }
    }
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    opens_with: SlotKind,
    /// Tells the keys apart while a store changes from one to another; 0 for the first.
    #[serde(default, skip_serializing_if = "is_first")]
    key_number: u32,
    pub(crate) derivation: DerivationRecord,
    /// 16 bytes in hexadecimal.
    pub(crate) salt: String,
    /// 24 bytes in hexadecimal.
    pub(crate) nonce: String,
    /// 32 bytes of key and 16 of tag in hexadecimal.
    pub(crate) wrapped_key: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out a reference"
)]
fn is_first(key_number: &u32) -> bool {
    *key_number == 0
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotKind {
    /// UTF-8 of the passphrase in normal form C.
    Passphrase,
    /// The 16 bytes of the code.
    RecoveryCode,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DerivationRecord {
    algorithm: DerivationAlgorithm,
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum DerivationAlgorithm {
    /// Argon2id of version 1.3.
    #[serde(rename = "argon2id-1.3")]
    Argon2id,
}

impl Slot {
    pub(crate) fn wrap(
        key: &Key,
        key_number: u32,
        opener: Opener<'_>,
        derivation: KeyDerivation,
    ) -> Result<Self, HistoryError> {
        let (mut salt, mut nonce) = (Salt::default(), [0; 24]);
        fill_randomly(&mut salt)?;
        fill_randomly(&mut nonce)?;
        let (memory_kib, passes, lanes) = derivation.figures();
        let mut slot = Self {
            opens_with: opener.kind(),
            key_number,
            derivation: DerivationRecord {
                algorithm: DerivationAlgorithm::Argon2id,
                memory_kib,
                passes,
                lanes,
            },
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped_key: String::new(),
        };
        let wrapping = derivation.derive(opener.bytes(), &salt)?;
        let header = slot.header();
        let payload = Payload {
            msg: key.as_ref(),
            aad: header.as_bytes(),
        };
        let wrapped = cipher(&wrapping)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("32 bytes are within what the cipher takes");
        slot.wrapped_key = hex(&wrapped);
        Ok(slot)
    }

    pub(crate) fn kind(&self) -> SlotKind {
        self.opens_with
    }

    pub(crate) fn key_number(&self) -> u32 {
        self.key_number
    }

    /// Whether version 1 of the key file has a word for everything in this slot.
    pub(crate) fn is_of_version_1(&self) -> bool {
        self.opens_with == SlotKind::Passphrase && self.key_number == 0
    }

    /// All of the slot but the nonce and the key: the key opens only beside exactly this.
    pub(crate) fn header(&self) -> String {
        let DerivationAlgorithm::Argon2id = self.derivation.algorithm;
        let DerivationRecord {
            memory_kib,
            passes,
            lanes,
            ..
        } = self.derivation;
        let (salt, number) = (&self.salt, self.key_number);
        let opens_with = match self.opens_with {
            SlotKind::Passphrase => "passphrase",
            SlotKind::RecoveryCode => "recovery code",
        };
        // The first key with a passphrase was written so by version 1.
        let number = if number == 0 {
            String::new()
        } else {
            format!("{number} ")
        };
        format!(
            "sanad key 1; {number}{opens_with}; argon2id-1.3 {memory_kib} {passes} {lanes}; {salt}"
        )
    }

    /// The key, unless what opens it is something else. `None` inside if the slot is none of ours.
    pub(crate) fn open(&self, opener: Opener<'_>) -> Result<Opened, HistoryError> {
        let DerivationRecord {
            memory_kib,
            passes,
            lanes,
            ..
        } = self.derivation;
        let figures = KeyDerivation::from_figures(memory_kib, passes, lanes);
        let (Some(derivation), Some(salt), Some(nonce), Some(wrapped_key)) = (
            figures,
            from_hex::<16>(&self.salt),
            from_hex::<24>(&self.nonce),
            from_hex::<48>(&self.wrapped_key),
        ) else {
            return Ok(Opened::NoSlotOfOurs);
        };
        let wrapping = derivation.derive(opener.bytes(), &salt)?;
        let header = self.header();
        let payload = Payload {
            msg: &wrapped_key[..],
            aad: header.as_bytes(),
        };
        let Ok(opened) = cipher(&wrapping).decrypt(&XNonce::from(nonce), payload) else {
            return Ok(Opened::Not);
        };
        let opened = Zeroizing::new(opened);
        let mut key = Key::default();
        key.copy_from_slice(&opened);
        Ok(Opened::Key(key))
    }
}

/// What came of opening a slot.
pub(crate) enum Opened {
    Key(Key),
    /// Something else opens it.
    Not,
    /// Its figures are none that this app writes.
    NoSlotOfOurs,
}

fn cipher(wrapping: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new_from_slice(wrapping.as_ref()).expect("a key has 32 bytes")
}

pub(crate) fn fill_randomly(bytes: &mut [u8]) -> Result<(), HistoryError> {
    getrandom::fill(bytes).map_err(|source| HistoryError::NoRandomness { source })
}
