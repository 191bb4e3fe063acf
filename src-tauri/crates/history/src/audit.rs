//! The audit chain: what was done with the store as a whole, never what was said in it.
//!
//! Each entry carries a code over itself and the entry before, so that none can be changed, left out or
//! put in between by somebody who can write to the database and does not know the chain's key. Whoever
//! can unlock the store can know it: against them helps the head of the chain, kept somewhere else.

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, params};
use sanad_domain::Timestamp;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::Failure;
use crate::key_file::hex;
use crate::{HistoryError, Store};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditKind {
    /// The store was unlocked.
    Unlock,
    /// A wrong passphrase was typed.
    FailedUnlock,
    /// Something was exported.
    Export,
    /// A backup was made and found whole.
    Backup,
    /// The store was restored from a backup.
    Restore,
    /// A conversation was erased.
    Deletion,
    /// Another model was chosen.
    ModelChange,
    /// A self-check was run.
    SelfCheck,
    /// A setting was changed so that privacy is weaker.
    PrivacyWeakened,
    /// The passphrase was changed.
    PassphraseChange,
    /// A recovery code was made.
    RecoveryCode,
    /// The recovery code was used to set a new passphrase.
    Recovery,
    /// The store was given another key.
    KeyChange,
    /// A conversation was taken in from a file.
    Import,
    /// Somebody read what the app is for, and where its limits are.
    IntendedUse,
    /// Somebody put their name under an answer before it was copied into a record.
    RecordSigned,
}

/// Codes that are in stores: add, never change.
const CODES: [(AuditKind, &str); 16] = [
    (AuditKind::Unlock, "unlock"),
    (AuditKind::FailedUnlock, "failed_unlock"),
    (AuditKind::Export, "export"),
    (AuditKind::Backup, "backup"),
    (AuditKind::Restore, "restore"),
    (AuditKind::Deletion, "deletion"),
    (AuditKind::ModelChange, "model_change"),
    (AuditKind::SelfCheck, "self_check"),
    (AuditKind::PrivacyWeakened, "privacy_weakened"),
    (AuditKind::PassphraseChange, "passphrase_change"),
    (AuditKind::RecoveryCode, "recovery_code"),
    (AuditKind::Recovery, "recovery"),
    (AuditKind::KeyChange, "key_change"),
    (AuditKind::Import, "import"),
    (AuditKind::IntendedUse, "intended_use"),
    (AuditKind::RecordSigned, "record_signed"),
];

impl AuditKind {
    /// The code that the store and `sanad history audit --json` write.
    #[must_use]
    pub fn code(self) -> &'static str {
        CODES
            .iter()
            .find(|(kind, _)| *kind == self)
            .map(|(_, code)| *code)
            .expect("every kind has a code")
    }
}

/// One entry of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// 1 for the first.
    pub number: u32,
    /// When it happened, as the clock said.
    pub at: Timestamp,
    /// What happened, see [`AuditKind::code`]; a newer version may have written another.
    pub kind: String,
    /// To what: an id, a hash, a format; empty for nothing.
    pub subject: String,
}

/// The end of the chain: whoever keeps it elsewhere can tell later whether the chain before it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditHead {
    /// How many entries there are.
    pub entries: u32,
    /// The last entry's code, in hexadecimal; empty without entries.
    pub code: String,
}

const LONGEST_SUBJECT: usize = 80;

impl Store {
    /// Adds an entry to the chain.
    ///
    /// # Errors
    /// [`HistoryError::AuditSubject`] for anything but up to 80 letters, digits and `.:_-` of ASCII, and
    /// those of every write: [`HistoryError::DiskFull`], [`HistoryError::ReadOnly`],
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn record(
        &mut self,
        kind: AuditKind,
        subject: &str,
        now: Timestamp,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| append(transaction, kind, subject, now))
    }

    /// The entries behind a number, oldest first, at most so many.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn audit(&self, after: u32, limit: u32) -> Result<Vec<AuditEntry>, HistoryError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT number, at, kind, subject FROM audit WHERE number > ?1
                 ORDER BY number LIMIT ?2",
            )?;
            let entries = statement.query_map([after, limit], |row| {
                Ok(AuditEntry {
                    number: row.get(0)?,
                    at: Timestamp(row.get(1)?),
                    kind: row.get(2)?,
                    subject: row.get(3)?,
                })
            })?;
            Ok(entries.collect::<Result<_, _>>()?)
        })
    }

    /// Checks the whole chain, and that it goes on from a head that was kept earlier; says its present head.
    ///
    /// # Errors
    /// [`HistoryError::AuditBroken`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn verify_audit(&self, earlier: Option<&AuditHead>) -> Result<AuditHead, HistoryError> {
        self.read(|connection| {
            let key = key(connection)?;
            let mut statement = connection
                .prepare("SELECT number, at, kind, subject, code FROM audit ORDER BY number")?;
            let mut rows = statement.query([])?;
            let mut head = Head::default();
            let mut met = earlier.is_none_or(|earlier| earlier.entries == 0);
            while let Some(row) = rows.next()? {
                let next = head.number + 1;
                let (kind, subject): (String, String) = (row.get(2)?, row.get(3)?);
                let code: [u8; 32] = row.get(4)?;
                let expected = code_of(&key, &head, row.get(1)?, &kind, &subject);
                if row.get::<_, u32>(0)? != next || code != expected {
                    return Err(HistoryError::AuditBroken { number: next }.into());
                }
                head = Head { number: next, code };
                if let Some(earlier) = earlier.filter(|earlier| earlier.entries == next) {
                    if earlier.code != hex(&code) {
                        return Err(HistoryError::AuditBroken { number: next }.into());
                    }
                    met = true;
                }
            }
            if !met {
                let number = head.number + 1;
                return Err(HistoryError::AuditBroken { number }.into());
            }
            Ok(AuditHead {
                entries: head.number,
                code: if head.number == 0 {
                    String::new()
                } else {
                    hex(&head.code)
                },
            })
        })
    }
}

/// The last entry, all zeros before the first.
#[derive(Default)]
struct Head {
    number: u32,
    code: [u8; 32],
}

/// Adds an entry within a transaction.
pub(crate) fn append(
    connection: &Connection,
    kind: AuditKind,
    subject: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '_' | '-');
    if subject.len() > LONGEST_SUBJECT || !subject.chars().all(plain) {
        return Err(HistoryError::AuditSubject.into());
    }
    let head = connection
        .prepare_cached("SELECT number, code FROM audit ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| {
            Ok(Head {
                number: row.get(0)?,
                code: row.get(1)?,
            })
        })
        .optional()?
        .unwrap_or_default();
    let code = code_of(&*key(connection)?, &head, now.0, kind.code(), subject);
    connection
        .prepare_cached(
            "INSERT INTO audit (number, at, kind, subject, code) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![head.number + 1, now.0, kind.code(), subject, code])?;
    Ok(())
}

fn key(connection: &Connection) -> Result<Zeroizing<[u8; 32]>, Failure> {
    Ok(connection
        .prepare_cached("SELECT key FROM audit_key")?
        .query_row([], |row| Ok(Zeroizing::new(row.get(0)?)))?)
}

fn code_of(key: &[u8; 32], before: &Head, at: i64, kind: &str, subject: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length will do");
    mac.update(&before.code);
    mac.update(&(before.number + 1).to_be_bytes());
    mac.update(&at.to_be_bytes());
    for text in [kind, subject] {
        // With its length, so that no letter can move from one to the other.
        mac.update(&(text.len() as u64).to_be_bytes());
        mac.update(text.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::{KeyDerivation, Passphrase, StoreFolder};

    const NOW: Timestamp = Timestamp(1_790_000_000_000);

    fn store_with_entries() -> (TempDir, Store) {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let passphrase = Passphrase::new("x".to_owned()).expect("not empty");
        let folder = StoreFolder::at(owner.path());
        let mut store =
            Store::create(&folder, &passphrase, KeyDerivation::WEAK_FOR_TESTS).expect("room");
        for (number, (kind, _)) in CODES.into_iter().take(6).enumerate() {
            store
                .record(kind, &format!("subject-{number}"), NOW)
                .expect("room");
        }
        (owner, store)
    }

    #[test]
    fn any_change_to_the_chain_is_found_where_it_is() {
        let changes = [
            ("UPDATE audit SET subject = 'subject-9' WHERE number = 3", 3),
            ("UPDATE audit SET at = at + 1 WHERE number = 1", 1),
            ("UPDATE audit SET kind = 'unlock' WHERE number = 4", 4),
            (
                "UPDATE audit SET kind = kind || 's', subject = substr(subject, 2) WHERE number = 2",
                2,
            ),
            ("UPDATE audit SET code = zeroblob(32) WHERE number = 6", 6),
            ("DELETE FROM audit WHERE number = 2", 2),
            ("UPDATE audit SET number = 7 WHERE number = 6", 6),
            (
                "DELETE FROM audit WHERE number = 5; UPDATE audit SET number = 5 WHERE number = 6",
                5,
            ),
            (
                "INSERT INTO audit SELECT 7, at, kind, subject, code FROM audit WHERE number = 6",
                7,
            ),
        ];
        for (sql, number) in changes {
            let (_owner, store) = store_with_entries();
            assert_eq!(store.verify_audit(None).expect("whole").entries, 6);
            let refused = store.read(|connection| Ok(connection.execute_batch(sql)?));
            let only_added = sql.starts_with("INSERT");
            assert_eq!(refused.is_ok(), only_added, "{sql} as it stands");
            store
                .read(|connection| {
                    Ok(connection.execute_batch(&format!(
                        "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_shortened;
                         {}",
                        if only_added { "" } else { sql }
                    ))?)
                })
                .expect("whoever has the database can");
            let outcome = store.verify_audit(None);
            assert!(
                matches!(outcome, Err(HistoryError::AuditBroken { number: n }) if n == number),
                "{sql}: {outcome:?}"
            );
        }
    }

    #[test]
    fn a_chain_that_was_cut_or_made_anew_does_not_fit_a_head_that_was_kept() {
        let (_owner, mut store) = store_with_entries();
        let head = store.verify_audit(None).expect("whole");
        store.record(AuditKind::Unlock, "", NOW).expect("room");
        store
            .verify_audit(Some(&head))
            .expect("it goes on from there");
        store
            .read(|connection| {
                Ok(connection.execute_batch(
                    "DROP TRIGGER audit_is_not_shortened; DELETE FROM audit WHERE number > 4",
                )?)
            })
            .expect("whoever has the database can");
        assert_eq!(
            store.verify_audit(None).expect("a shorter chain").entries,
            4
        );
        let outcome = store.verify_audit(Some(&head));
        assert!(
            matches!(outcome, Err(HistoryError::AuditBroken { number: 5 })),
            "{outcome:?}"
        );
        for _ in 0..4 {
            store.record(AuditKind::Unlock, "", NOW).expect("room");
        }
        let outcome = store.verify_audit(Some(&head));
        assert!(
            matches!(outcome, Err(HistoryError::AuditBroken { number: 6 })),
            "{outcome:?}"
        );
    }

    #[test]
    fn words_that_somebody_wrote_cannot_get_into_the_chain() {
        let (_owner, mut store) = store_with_entries();
        for subject in ["مريض", "John Smith", "a\nb", &"a".repeat(81), "5 mg"] {
            let outcome = store.record(AuditKind::Export, subject, NOW);
            assert!(
                matches!(outcome, Err(HistoryError::AuditSubject)),
                "{outcome:?}"
            );
        }
        assert_eq!(store.verify_audit(None).expect("whole").entries, 6);
        let entries = store.audit(4, 100).expect("readable");
        assert_eq!(entries.len(), 2);
        assert_eq!(
            (entries[0].number, entries[0].kind.as_str()),
            (5, "restore")
        );
    }
}
