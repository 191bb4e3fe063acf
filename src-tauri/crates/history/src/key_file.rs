//! `key.json`: the store's random key, wrapped by what may open it.
//!
//! A list of slots, each the same key under another wrapping: a passphrase, and a recovery code. While a
//! store changes from one key to another, the file holds slots of both.
//! The checksum tells a damaged file from a wrong passphrase.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::derivation::Key;
use crate::key_slot::{Opened, Opener, Slot, SlotKind, fill_randomly};
use crate::{HistoryError, KeyDerivation, Operation, Passphrase, StoreFolder};

/// Version 2 knows recovery codes and changes of keys; a file without them is still written as version 1.
const VERSION: u32 = 2;

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

/// A key with the number by which its slots are told from those of another.
pub(crate) struct NumberedKey {
    pub(crate) number: u32,
    pub(crate) key: Key,
}

impl KeyFile {
    /// A new random key, and the file that gives it back to whoever has the passphrase.
    pub(crate) fn generate(
        passphrase: &Passphrase,
        derivation: KeyDerivation,
    ) -> Result<(Self, Key), HistoryError> {
        let key = random_key()?;
        let slot = Slot::wrap(&key, 0, Opener::Passphrase(passphrase), derivation)?;
        Ok((Self::of(vec![slot]), key))
    }

    /// The file of these slots, in the oldest version that has words for them.
    fn of(slots: Vec<Slot>) -> Self {
        Self {
            version: if slots.iter().all(Slot::is_of_version_1) {
                1
            } else {
                VERSION
            },
            checksum: checksum(&slots),
            slots,
        }
    }

    /// The file with another slot in the place of all of its kind and key.
    pub(crate) fn with_slot(
        self,
        key: &NumberedKey,
        opener: Opener<'_>,
        derivation: KeyDerivation,
    ) -> Result<Self, HistoryError> {
        let slot = Slot::wrap(&key.key, key.number, opener, derivation)?;
        let mut slots = self.slots;
        slots.retain(|old| old.kind() != slot.kind() || old.key_number() != key.number);
        // A key that is being changed to comes first, and is tried first.
        slots.insert(0, slot);
        Ok(Self::of(slots))
    }

    /// The file without the slots of all keys but one.
    pub(crate) fn with_key_only(self, number: u32) -> Self {
        let mut slots = self.slots;
        slots.retain(|slot| slot.key_number() == number);
        Self::of(slots)
    }

    /// Whether the file holds slots of more than one key: a change of keys was broken off.
    pub(crate) fn has_several_keys(&self) -> bool {
        let mut numbers = self.slots.iter().map(Slot::key_number);
        let first = numbers.next();
        numbers.any(|number| Some(number) != first)
    }

    /// Whether a recovery code opens it.
    pub(crate) fn has_recovery_code(&self) -> bool {
        let mut kinds = self.slots.iter().map(Slot::kind);
        kinds.any(|kind| kind == SlotKind::RecoveryCode)
    }

    /// A number that no slot has.
    pub(crate) fn next_key_number(&self) -> u32 {
        let highest = self.slots.iter().map(Slot::key_number).max();
        highest.map_or(0, |number| number.saturating_add(1))
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
        let whole = (1..=VERSION).contains(&file.version)
            && (1..=MOST_SLOTS).contains(&file.slots.len())
            && file.checksum == checksum(&file.slots);
        if whole {
            Ok(Some(file))
        } else {
            Err(damaged())
        }
    }

    /// The key that the database has, or the first of those that it may have.
    pub(crate) fn unwrap(
        &self,
        opener: Opener<'_>,
        path: &Path,
    ) -> Result<NumberedKey, HistoryError> {
        let keys = self.unwrap_all(opener, path)?;
        Ok(keys.into_iter().next().expect("there is one or an error"))
    }

    /// Every key that this opens, each once; more than one while a change of keys was broken off.
    pub(crate) fn unwrap_all(
        &self,
        opener: Opener<'_>,
        path: &Path,
    ) -> Result<Vec<NumberedKey>, HistoryError> {
        let mut keys: Vec<NumberedKey> = Vec::new();
        for slot in self
            .slots
            .iter()
            .filter(|slot| slot.kind() == opener.kind())
        {
            let number = slot.key_number();
            if keys.iter().any(|known| known.number == number) {
                continue;
            }
            match slot.open(opener)? {
                Opened::Key(key) => keys.push(NumberedKey { number, key }),
                Opened::Not => {}
                Opened::NoSlotOfOurs => {
                    return Err(HistoryError::Damaged {
                        path: path.to_owned(),
                    });
                }
            }
        }
        if keys.is_empty() {
            Err(opener.wrong())
        } else {
            Ok(keys)
        }
    }
}

/// 256 bits from the system.
pub(crate) fn random_key() -> Result<Key, HistoryError> {
    let mut key = Key::default();
    fill_randomly(key.as_mut())?;
    Ok(key)
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
pub(crate) fn from_hex<const LENGTH: usize>(text: &str) -> Option<[u8; LENGTH]> {
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
    use tempfile::TempDir;

    use super::*;
    use crate::RecoveryCode;

    #[test]
    fn a_hostile_file_is_refused_before_any_memory_is_asked_for() {
        let (_owner, folder, file) = written_file();
        let terabyte = |file: &mut KeyFile| file.slots[0].derivation.memory_kib = 1 << 30;
        let forever = |file: &mut KeyFile| file.slots[0].derivation.passes = u32::MAX;
        let many_slots = |file: &mut KeyFile| {
            for _ in 0..10_000 {
                file.slots.push(file.slots[0].clone());
            }
        };
        let hostile: [fn(&mut KeyFile); 3] = [terabyte, forever, many_slots];
        for change in hostile {
            let mut file = KeyFile {
                slots: vec![file.slots[0].clone()],
                ..sealed(Vec::new())
            };
            change(&mut file);
            sealed(file.slots).write(&folder).expect("room");
            let outcome = KeyFile::read(&folder).and_then(|file| {
                let file = file.expect("it is there");
                file.unwrap(Opener::Passphrase(&passphrase()), &folder.key())
            });
            assert!(matches!(outcome, Err(HistoryError::Damaged { .. })));
        }
    }

    #[test]
    fn a_wrapped_key_opens_only_beside_the_figures_and_salt_it_was_wrapped_with() {
        let (_owner, folder, file) = written_file();
        let unwrap = |file: &KeyFile| file.unwrap(Opener::Passphrase(&passphrase()), &folder.key());
        unwrap(&file).expect("nothing was changed");
        let passes = |slot: &mut Slot| slot.derivation.passes = 2;
        let salt = |slot: &mut Slot| slot.salt = "00".repeat(16);
        let nonce = |slot: &mut Slot| slot.nonce = "00".repeat(24);
        let key = |slot: &mut Slot| slot.wrapped_key = "00".repeat(48);
        let changes: [fn(&mut Slot); 4] = [passes, salt, nonce, key];
        for change in changes {
            let mut slot = file.slots[0].clone();
            change(&mut slot);
            let outcome = unwrap(&sealed(vec![slot]));
            assert!(matches!(outcome, Err(HistoryError::WrongPassphrase)));
        }
    }

    #[test]
    fn a_later_slot_opens_where_an_earlier_one_does_not() {
        let (_owner, folder, file) = written_file();
        let opener = passphrase();
        let unwrap =
            |file: &KeyFile, opener| file.unwrap(Opener::Passphrase(opener), &folder.key());
        let key = unwrap(&file, &opener).expect("it is the passphrase").key;
        let other = Passphrase::new("another".to_owned()).expect("not empty");
        let wrap = |opener| Slot::wrap(&key, 0, opener, KeyDerivation::WEAK_FOR_TESTS);
        let first = wrap(Opener::Passphrase(&other)).expect("memory");
        let both = sealed(vec![first, file.slots[0].clone()]);
        for passphrase in [&opener, &other] {
            let opened = unwrap(&both, passphrase).expect("it has a slot");
            assert_eq!(*opened.key, *key);
        }
    }

    #[test]
    fn a_file_without_a_recovery_code_is_one_that_version_1_can_read() {
        let (_owner, folder, file) = written_file();
        assert_eq!(file.version, 1);
        let opener = passphrase();
        let key = file
            .unwrap(Opener::Passphrase(&opener), &folder.key())
            .expect("it is the passphrase");
        let code = RecoveryCode::new().expect("the system gives random numbers");
        let with_code = file
            .with_slot(
                &key,
                Opener::RecoveryCode(&code),
                KeyDerivation::WEAK_FOR_TESTS,
            )
            .expect("memory");
        assert_eq!((with_code.version, with_code.slots.len()), (2, 2));
        let by_code = with_code
            .unwrap(Opener::RecoveryCode(&code), &folder.key())
            .expect("it is the code");
        assert_eq!(*by_code.key, *key.key);
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

    fn passphrase() -> Passphrase {
        Passphrase::new("يا سلام".to_owned()).expect("not empty")
    }
}
