//! `key.json`: the store's random key, wrapped by what may open it.
//!
//! A list of slots, each the same key under another wrapping: a passphrase now, a recovery code and
//! the system's keychain later. The checksum tells a damaged file from a wrong passphrase.
//! A key that is not wrapped must never be written anywhere.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::derivation::{Key, Salt};
use crate::{HistoryError, KeyDerivation, Operation, Passphrase, StoreFolder};

const VERSION: u32 = 1;

/// A key file of ours has a few hundred bytes for each slot.
const LARGEST_FILE_BYTES: u64 = 64 * 1024;

/// Each slot costs a derivation, so a hostile file may not have thousands.
const MOST_SLOTS: usize = 8;

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    version: u32,
    slots: Vec<Slot>,
    /// SHA-256 over the slots, in hexadecimal.
    checksum: String,
}

/// Only the version, to be read before anything that a newer version may have changed.
#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    opens_with: SlotKind,
    derivation: DerivationRecord,
    /// 16 bytes in hexadecimal.
    salt: String,
    /// 24 bytes in hexadecimal.
    nonce: String,
    /// 32 bytes of key and 16 of tag in hexadecimal.
    wrapped_key: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum SlotKind {
    /// UTF-8 of the passphrase in normal form C.
    Passphrase,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DerivationRecord {
    algorithm: DerivationAlgorithm,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum DerivationAlgorithm {
    /// Argon2id of version 1.3.
    #[serde(rename = "argon2id-1.3")]
    Argon2id,
}

impl KeyFile {
    /// A new random key, and the file that gives it back to whoever has the passphrase.
    pub(crate) fn generate(
        passphrase: &Passphrase,
        derivation: KeyDerivation,
    ) -> Result<(Self, Key), HistoryError> {
        let mut key = Key::default();
        fill_randomly(key.as_mut())?;
        let slots = vec![Slot::wrap(&key, passphrase, derivation)?];
        let checksum = checksum(&slots);
        Ok((
            Self {
                version: VERSION,
                slots,
                checksum,
            },
            key,
        ))
    }

    /// Puts the file in its place, whole or not at all.
    pub(crate) fn write(&self, folder: &StoreFolder) -> Result<(), HistoryError> {
        let path = folder.key();
        let mut text = serde_json::to_vec_pretty(self).expect("the file is plain text and numbers");
        text.push(b'\n');
        folder
            .replace(&path, &text)
            .map_err(|error| HistoryError::writing(Operation::WriteKey, &path, error))
    }

    /// Reads the file; a file that is not there is `None`.
    pub(crate) fn read(folder: &StoreFolder) -> Result<Option<Self>, HistoryError> {
        let path = folder.key();
        let text = match read_bounded(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(HistoryError::reading(Operation::ReadKey, &path, error)),
        };
        let damaged = || HistoryError::Damaged { path: path.clone() };
        let VersionOnly { version } = serde_json::from_slice(&text).map_err(|_| damaged())?;
        if version > VERSION {
            return Err(HistoryError::NewerVersion {
                path,
                found: version,
                supported: VERSION,
            });
        }
        let file: Self = serde_json::from_slice(&text).map_err(|_| damaged())?;
        let whole = file.version == VERSION
            && (1..=MOST_SLOTS).contains(&file.slots.len())
            && file.checksum == checksum(&file.slots);
        if whole {
            Ok(Some(file))
        } else {
            Err(damaged())
        }
    }

    /// The store's key.
    pub(crate) fn unwrap(&self, passphrase: &Passphrase, path: &Path) -> Result<Key, HistoryError> {
        for slot in self
            .slots
            .iter()
            .filter(|slot| slot.opens_with == SlotKind::Passphrase)
        {
            let sealed = slot.sealed().ok_or_else(|| HistoryError::Damaged {
                path: path.to_owned(),
            })?;
            if let Some(key) = sealed.open(passphrase, &slot.header())? {
                return Ok(key);
            }
        }
        Err(HistoryError::WrongPassphrase)
    }
}

impl Slot {
    fn wrap(
        key: &Key,
        passphrase: &Passphrase,
        derivation: KeyDerivation,
    ) -> Result<Self, HistoryError> {
        let (mut salt, mut nonce) = (Salt::default(), [0; 24]);
        fill_randomly(&mut salt)?;
        fill_randomly(&mut nonce)?;
        let (memory_kib, passes, lanes) = derivation.figures();
        let algorithm = DerivationAlgorithm::Argon2id;
        let mut slot = Self {
            opens_with: SlotKind::Passphrase,
            derivation: DerivationRecord {
                algorithm,
                memory_kib,
                passes,
                lanes,
            },
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped_key: String::new(),
        };
        let wrapping = derivation.derive(passphrase.as_bytes(), &salt)?;
        let header = slot.header();
        let wrapped = cipher(&wrapping)
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: key.as_ref(),
                    aad: header.as_bytes(),
                },
            )
            .expect("32 bytes are within what the cipher takes");
        slot.wrapped_key = hex(&wrapped);
        Ok(slot)
    }

    /// All of the slot but the nonce and the key: the key opens only beside exactly this.
    fn header(&self) -> String {
        let SlotKind::Passphrase = self.opens_with;
        let DerivationAlgorithm::Argon2id = self.derivation.algorithm;
        let DerivationRecord {
            memory_kib,
            passes,
            lanes,
            ..
        } = self.derivation;
        let salt = &self.salt;
        format!("sanad key 1; passphrase; argon2id-1.3 {memory_kib} {passes} {lanes}; {salt}")
    }

    /// The slot's figures and bytes, if they are ones that this app may have written.
    fn sealed(&self) -> Option<SealedKey> {
        let DerivationRecord {
            memory_kib,
            passes,
            lanes,
            ..
        } = self.derivation;
        Some(SealedKey {
            derivation: KeyDerivation::from_figures(memory_kib, passes, lanes)?,
            salt: from_hex(&self.salt)?,
            nonce: from_hex(&self.nonce)?,
            wrapped_key: from_hex(&self.wrapped_key)?,
        })
    }
}

/// A slot that has been read and found sane.
struct SealedKey {
    derivation: KeyDerivation,
    salt: Salt,
    nonce: [u8; 24],
    wrapped_key: [u8; 48],
}

impl SealedKey {
    /// The key, unless the passphrase is another.
    fn open(&self, passphrase: &Passphrase, header: &str) -> Result<Option<Key>, HistoryError> {
        let wrapping = self.derivation.derive(passphrase.as_bytes(), &self.salt)?;
        let payload = Payload {
            msg: &self.wrapped_key[..],
            aad: header.as_bytes(),
        };
        let Ok(opened) = cipher(&wrapping).decrypt(&XNonce::from(self.nonce), payload) else {
            return Ok(None);
        };
        let opened = Zeroizing::new(opened);
        let mut key = Key::default();
        key.copy_from_slice(&opened);
        Ok(Some(key))
    }
}

fn cipher(wrapping: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new_from_slice(wrapping.as_ref()).expect("a key has 32 bytes")
}

fn checksum(slots: &[Slot]) -> String {
    let mut sum = Sha256::new();
    for slot in slots {
        sum.update(format!(
            "{}; {}; {}\n",
            slot.header(),
            slot.nonce,
            slot.wrapped_key
        ));
    }
    hex(&sum.finalize())
}

fn fill_randomly(bytes: &mut [u8]) -> Result<(), HistoryError> {
    getrandom::fill(bytes).map_err(|source| HistoryError::NoRandomness { source })
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    File::open(path)?
        .take(LARGEST_FILE_BYTES)
        .read_to_end(&mut text)?;
    Ok(text)
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// The bytes that [`hex`] wrote, if there are exactly as many.
fn from_hex<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
    let digits = text.as_bytes();
    if digits.len() != LENGTH * 2 {
        return None;
    }
    let value = |digit: u8| char::from(digit).to_digit(16);
    let mut bytes = [0; LENGTH];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::try_from(value(pair[0])? * 16 + value(pair[1])?).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_hostile_file_is_refused_before_any_memory_is_asked_for() {
        let (_owner, folder, file) = written_file();
        let terabyte = |file: &mut KeyFile| file.slots[0].derivation.memory_kib = 1 << 30;
        let forever = |file: &mut KeyFile| file.slots[0].derivation.passes = u32::MAX;
        let many_slots = |file: &mut KeyFile| {
            for _ in 0..10_000 {
                file.slots.push(copy(&file.slots[0]));
            }
        };
        let hostile: [fn(&mut KeyFile); 3] = [terabyte, forever, many_slots];
        for change in hostile {
            let mut file = KeyFile {
                slots: vec![copy(&file.slots[0])],
                ..sealed(Vec::new())
            };
            change(&mut file);
            sealed(file.slots).write(&folder).expect("room");
            let started = Instant::now();
            let outcome = KeyFile::read(&folder).and_then(|file| {
                file.expect("it is there")
                    .unwrap(&passphrase(), &folder.key())
            });
            assert!(
                matches!(outcome, Err(HistoryError::Damaged { .. })),
                "{outcome:?}"
            );
            assert!(started.elapsed() < Duration::from_secs(1));
        }
    }

    #[test]
    fn a_wrapped_key_opens_only_beside_the_figures_and_salt_it_was_wrapped_with() {
        let (_owner, folder, file) = written_file();
        let unwrap = |file: &KeyFile| file.unwrap(&passphrase(), &folder.key());
        unwrap(&file).expect("nothing was changed");
        let passes = |slot: &mut Slot| slot.derivation.passes = 2;
        let salt = |slot: &mut Slot| slot.salt = "00".repeat(16);
        let nonce = |slot: &mut Slot| slot.nonce = "00".repeat(24);
        let key = |slot: &mut Slot| slot.wrapped_key = "00".repeat(48);
        let changes: [fn(&mut Slot); 4] = [passes, salt, nonce, key];
        for change in changes {
            let mut slot = copy(&file.slots[0]);
            change(&mut slot);
            let outcome = unwrap(&sealed(vec![slot]));
            assert!(
                matches!(outcome, Err(HistoryError::WrongPassphrase)),
                "{outcome:?}"
            );
        }
    }

    #[test]
    fn a_later_slot_opens_where_an_earlier_one_does_not() {
        let (_owner, folder, file) = written_file();
        let key = file
            .unwrap(&passphrase(), &folder.key())
            .expect("it is the passphrase");
        let other = Passphrase::new("another".to_owned()).expect("not empty");
        let first = Slot::wrap(&key, &other, KeyDerivation::WEAK_FOR_TESTS).expect("memory");
        let both = sealed(vec![first, copy(&file.slots[0])]);
        for passphrase in [passphrase(), other] {
            assert_eq!(
                *both
                    .unwrap(&passphrase, &folder.key())
                    .expect("it has a slot"),
                *key
            );
        }
    }

    #[test]
    fn two_stores_have_two_keys_and_two_salts() {
        let (_one, _, one) = written_file();
        let (_other, _, other) = written_file();
        assert_ne!(one.slots[0].salt, other.slots[0].salt);
        assert_ne!(one.slots[0].nonce, other.slots[0].nonce);
    }

    fn written_file() -> (TempDir, StoreFolder, KeyFile) {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let folder = StoreFolder::at(owner.path());
        let (file, _) =
            KeyFile::generate(&passphrase(), KeyDerivation::WEAK_FOR_TESTS).expect("memory");
        file.write(&folder).expect("room");
        (owner, folder, file)
    }

    /// A file with these slots and the checksum that belongs to them.
    fn sealed(slots: Vec<Slot>) -> KeyFile {
        KeyFile {
            version: VERSION,
            checksum: checksum(&slots),
            slots,
        }
    }

    fn copy(slot: &Slot) -> Slot {
        let text = serde_json::to_string(slot).expect("a slot is plain text");
        serde_json::from_str(&text).expect("it was just written")
    }

    fn passphrase() -> Passphrase {
        Passphrase::new("يا سلام".to_owned()).expect("not empty")
    }
}
