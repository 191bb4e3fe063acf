//! What a model had in memory of a conversation, sealed in a file beside the store, so that it need not read again.
//!
//! Nothing here is needed: a state that is missing, damaged or of another engine costs a wait and no word.
//! Each file is encrypted under a key of its own, from the store's key and a random salt that stands in the file:
//! to erase a state its salt is overwritten, and then nobody can read the rest, whatever the disk still holds.
//! The store's key never leaves this crate.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use sanad_domain::{ConversationId, Timestamp};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::derivation::Key;
use crate::folder::{private, remove_if_present};
use crate::key_file::hex;
use crate::key_slot::fill_randomly;
use crate::{HistoryError, Operation, Store, StoreFolder};

/// The first bytes of each file: what it is, and of which version.
const MAGIC: &[u8; 8] = b"SANADST1";
const SALT: usize = 32;
const HEADER: usize = MAGIC.len() + SALT;

/// Bytes that all states together may take: a dozen long conversations of a small model.
const MOST_BYTES: u64 = 1 << 30;

const SETTING: &str = "states.kept";

/// The saved states beside one store. Holds a key: let go of it when done.
pub struct SavedStates {
    folder: PathBuf,
    key: Key,
    most_bytes: u64,
}

impl Store {
    /// The states that lie beside this store.
    #[must_use]
    pub fn saved_states(&self) -> SavedStates {
        SavedStates {
            folder: self.folder().states(),
            key: derived(&self.key, b"", b"sanad saved states"),
            most_bytes: MOST_BYTES,
        }
    }

    /// Whether states are kept. They are until somebody says otherwise.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn keeps_states(&self) -> Result<bool, HistoryError> {
        Ok(self.setting(SETTING)?.as_deref() != Some("no"))
    }

    /// Sets [`Self::keeps_states`]; those that lie there go with the permission.
    ///
    /// # Errors
    /// Those of every write.
    pub fn set_keeps_states(&mut self, on: bool) -> Result<(), HistoryError> {
        self.put_setting(SETTING, if on { "yes" } else { "no" })?;
        if on {
            Ok(())
        } else {
            forget_all(self.folder())
        }
    }
}

impl SavedStates {
    /// Seals a state in the place of the conversation's last one, and lets those go that were used longest ago.
    ///
    /// `made_for` says everything that a state depends on: it opens for exactly that. False if it is too large.
    ///
    /// # Errors
    /// [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`], [`HistoryError::Io`],
    /// [`HistoryError::NoRandomness`]: then there is none.
    pub fn keep(
        &self,
        conversation: ConversationId,
        made_for: &str,
        mut state: Vec<u8>,
        now: Timestamp,
    ) -> Result<bool, HistoryError> {
        self.forget(conversation)?;
        let bytes = state.len() as u64;
        if bytes > self.most_bytes {
            return Ok(false);
        }
        let mut salt = [0; SALT];
        fill_randomly(&mut salt)?;
        // The key is used once, so the nonce may be the same each time.
        self.cipher(&salt)
            .encrypt_in_place(
                &Nonce::default(),
                &sealed_for(conversation, made_for),
                &mut state,
            )
            .expect("a state is far below 256 GB");
        self.write(conversation, &salt, &state, now)
            .and_then(|()| self.evict())
            .map_err(|error| HistoryError::writing(Operation::WriteStore, &self.folder, error))?;
        Ok(true)
    }

    /// The state of a conversation, if there is one that was made for exactly this. Any other goes.
    pub fn load(
        &self,
        conversation: ConversationId,
        made_for: &str,
        now: Timestamp,
    ) -> Option<Vec<u8>> {
        let path = self.path(conversation);
        let opened = self.open(&path, &sealed_for(conversation, made_for));
        match opened {
            Some(state) => {
                if let Ok(file) = File::options().write(true).open(&path) {
                    // Without the date it only goes earlier than it might.
                    let _ = file.set_modified(time_of(now));
                }
                Some(state)
            }
            None => {
                // What cannot be removed now is in nobody's way.
                let _ = erase(&path);
                None
            }
        }
    }

    /// Erases the state of a conversation, if there is one.
    ///
    /// # Errors
    /// [`HistoryError::ReadOnly`], [`HistoryError::Io`].
    pub fn forget(&self, conversation: ConversationId) -> Result<(), HistoryError> {
        let path = self.path(conversation);
        erase(&path)
            .and_then(|()| erase(&unfinished(&path)))
            .map_err(|error| HistoryError::writing(Operation::WriteStore, &path, error))
    }

    fn write(
        &self,
        conversation: ConversationId,
        salt: &[u8],
        sealed: &[u8],
        now: Timestamp,
    ) -> io::Result<()> {
        make_private(&self.folder)?;
        let path = self.path(conversation);
        let unfinished = unfinished(&path);
        erase(&unfinished)?;
        let mut file = private().write(true).create_new(true).open(&unfinished)?;
        // No sync: after a power cut a state that is not whole is one that is not there.
        let written = file
            .write_all(MAGIC)
            .and_then(|()| file.write_all(salt))
            .and_then(|()| file.write_all(sealed))
            .and_then(|()| file.set_modified(time_of(now)))
            .and_then(|()| fs::rename(&unfinished, &path));
        if written.is_err() {
            erase(&unfinished)?;
        }
        written
    }

    fn open(&self, path: &Path, made_for: &[u8]) -> Option<Vec<u8>> {
        let mut file = File::open(path).ok()?;
        let mut header = [0; HEADER];
        file.read_exact(&mut header).ok()?;
        let salt = header.strip_prefix(MAGIC)?;
        let mut state = Vec::new();
        file.take(self.most_bytes.saturating_add(1024))
            .read_to_end(&mut state)
            .ok()?;
        let cipher = self.cipher(salt);
        let opened = cipher.decrypt_in_place(&Nonce::default(), made_for, &mut state);
        opened.is_ok().then_some(state)
    }

    /// Lets files go, those first that were used longest ago, until the rest is within the limit.
    fn evict(&self) -> io::Result<()> {
        let mut files = files_in(&self.folder)?;
        files.sort_by_key(|(_, used, _)| std::cmp::Reverse(*used));
        let mut held = 0;
        for (path, _, bytes) in files {
            held += bytes;
            if held > self.most_bytes {
                erase(&path)?;
            }
        }
        Ok(())
    }

    fn cipher(&self, salt: &[u8]) -> ChaCha20Poly1305 {
        let key = derived(&self.key, salt, b"sanad saved state");
        ChaCha20Poly1305::new((&*key).into())
    }

    /// A name that says nothing without the key.
    fn path(&self, conversation: ConversationId) -> PathBuf {
        let name = derived(
            &self.key,
            &conversation.to_bytes(),
            b"sanad saved state's name",
        );
        let (name, _) = name.split_at(16);
        self.folder.join(hex(name)).with_extension("state")
    }
}

/// What a process that ended while it wrote a state leaves.
fn unfinished(state: &Path) -> PathBuf {
    state.with_extension("new")
}

/// Erases every state beside a store; needs no key.
///
/// # Errors
/// [`HistoryError::ReadOnly`], [`HistoryError::Io`].
pub(crate) fn forget_all(folder: &StoreFolder) -> Result<(), HistoryError> {
    let states = folder.states();
    let erased =
        files_in(&states).and_then(|files| files.iter().try_for_each(|(path, ..)| erase(path)));
    erased.map_err(|error| HistoryError::writing(Operation::WriteStore, &states, error))
}

/// Takes the salt from a file, without which its key cannot be had, and then the file.
fn erase(path: &Path) -> io::Result<()> {
    match File::options().write(true).open(path) {
        Ok(mut file) => {
            let length = file.metadata()?.len();
            let overwritten = [0; HEADER];
            let part = length.min(HEADER as u64);
            file.write_all(&overwritten[..usize::try_from(part).unwrap_or(HEADER)])?;
            file.sync_data()?;
            remove_if_present(path)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Path, date and length of each file; none if there is no folder.
fn files_in(folder: &Path) -> io::Result<Vec<(PathBuf, SystemTime, u64)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let facts = entry.metadata()?;
        if facts.is_file() {
            files.push((entry.path(), facts.modified()?, facts.len()));
        }
    }
    Ok(files)
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn derived(key: &Key, salt: &[u8], purpose: &[u8]) -> Key {
    let mut derived = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), key.as_ref())
        .expand(purpose, derived.as_mut())
        .expect("32 bytes are within what HKDF gives");
    derived
}

fn sealed_for(conversation: ConversationId, made_for: &str) -> Vec<u8> {
    let mut sealed_for = MAGIC.to_vec();
    sealed_for.extend(conversation.to_bytes());
    sealed_for.extend(made_for.as_bytes());
    sealed_for
}

fn time_of(now: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(u64::try_from(now.0).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    const STATE: &[u8] = "ما الجرعة؟ 5-10 mg 🙂".as_bytes();
    const MODEL: &str = "model;engine;f16";

    fn states(folder: &TempDir, key: u8, most_bytes: u64) -> SavedStates {
        SavedStates {
            folder: folder.path().join("states"),
            key: Zeroizing::new([key; 32]),
            most_bytes,
        }
    }

    fn kept(states: &SavedStates, seconds: i64) -> ConversationId {
        let conversation = ConversationId::new();
        let now = Timestamp(seconds * 1000);
        let kept = states.keep(conversation, MODEL, STATE.to_vec(), now);
        assert!(kept.expect("there is room"));
        conversation
    }

    fn loaded(states: &SavedStates, conversation: ConversationId, seconds: i64) -> Option<Vec<u8>> {
        states.load(conversation, MODEL, Timestamp(seconds * 1000))
    }

    fn only_file(states: &SavedStates) -> PathBuf {
        let files = files_in(&states.folder).expect("it can be read");
        assert_eq!(files.len(), 1);
        files[0].0.clone()
    }

    #[test]
    fn a_state_comes_back_byte_for_byte_and_lies_on_the_disk_as_noise() {
        let folder = TempDir::new().expect("room");
        let states = states(&folder, 1, MOST_BYTES);
        let conversation = kept(&states, 1);
        assert_eq!(loaded(&states, conversation, 2).as_deref(), Some(STATE));
        let path = only_file(&states);
        let bytes = fs::read(&path).expect("it is there");
        assert!(!bytes.windows(4).any(|window| window == &STATE[..4]));
        assert!(!path.to_string_lossy().contains(&conversation.to_string()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode();
            assert_eq!(
                (mode(&path) & 0o777, mode(&states.folder) & 0o777),
                (0o600, 0o700)
            );
        }
    }

    #[test]
    fn a_state_with_one_other_bit_anywhere_is_ignored_and_goes() {
        let folder = TempDir::new().expect("room");
        let states = states(&folder, 1, MOST_BYTES);
        let conversation = kept(&states, 1);
        let path = only_file(&states);
        let whole = fs::read(&path).expect("it is there");
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&path, damaged).expect("room");
            assert_eq!(loaded(&states, conversation, 2), None, "byte {place}");
            assert!(!path.exists());
        }
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).expect("room");
            assert_eq!(loaded(&states, conversation, 2), None, "cut at {cut}");
        }
        fs::write(&path, &whole).expect("room");
        assert!(loaded(&states, conversation, 2).is_some());
    }

    #[test]
    fn a_state_opens_for_its_conversation_its_model_and_its_store_alone() {
        let folder = TempDir::new().expect("room");
        let states_of_one = states(&folder, 1, MOST_BYTES);
        let (one, other) = (kept(&states_of_one, 1), ConversationId::new());
        let whole = fs::read(only_file(&states_of_one)).expect("it is there");
        fs::write(states_of_one.path(other), &whole).expect("room");
        assert_eq!(loaded(&states_of_one, other, 2), None);
        assert_eq!(
            states_of_one.load(one, "another;engine;f16", Timestamp(2)),
            None
        );
        let foreign = states(&folder, 2, MOST_BYTES);
        fs::write(foreign.path(one), &whole).expect("room");
        assert_eq!(loaded(&foreign, one, 2), None);
    }

    #[test]
    fn the_states_used_longest_ago_go_when_there_are_too_many() {
        let folder = TempDir::new().expect("room");
        let one = HEADER as u64 + STATE.len() as u64 + 16;
        let states = states(&folder, 1, 3 * one);
        let conversations: Vec<ConversationId> = (1..=3).map(|at| kept(&states, at)).collect();
        assert!(loaded(&states, conversations[0], 10).is_some());
        let latest = kept(&states, 11);
        let left = [conversations[0], conversations[1], conversations[2], latest]
            .map(|conversation| loaded(&states, conversation, 12).is_some());
        assert_eq!(left, [true, false, true, true]);
        let too_large = vec![0; usize::try_from(3 * one).expect("small") + 1];
        let kept = states.keep(latest, MODEL, too_large, Timestamp(13));
        assert!(!kept.expect("nothing is written"));
        assert_eq!(
            loaded(&states, latest, 14),
            None,
            "the older one is not its state"
        );
    }

    #[test]
    fn an_erased_state_cannot_be_read_from_what_the_disk_still_holds() {
        let folder = TempDir::new().expect("room");
        let states = states(&folder, 1, MOST_BYTES);
        let conversation = kept(&states, 1);
        let path = only_file(&states);
        // A second name for the same bytes, as an undelete would find them.
        let found = folder.path().join("found");
        fs::hard_link(&path, &found).expect("one file system");
        states.forget(conversation).expect("it goes");
        assert!(!path.exists());
        fs::copy(&found, &path).expect("room");
        assert_eq!(loaded(&states, conversation, 2), None);
        states.forget(conversation).expect("twice is once");

        fs::write(unfinished(&path), b"what a killed app had written").expect("room");
        states.forget(conversation).expect("it goes");
        assert!(!unfinished(&path).exists());
    }
}
