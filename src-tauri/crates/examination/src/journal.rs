//! Results in a file, one JSON object a line: what the command line keeps them in.
//!
//! The first line says what was asked of which model. A line that was cut off by a kill is dropped when the file is
//! opened again.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sanad_selfcheck::check::{CheckPlan, StepResult};
use serde::{Deserialize, Serialize};

use crate::key;

/// What stands in the first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalHead {
    /// The model's name.
    pub model: String,
    /// The hash of its file.
    pub sha256: String,
    /// What is asked and how.
    pub plan: CheckPlan,
}

/// Why a file cannot be gone on with.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// It cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A line of it is not what a check writes.
    #[error("{path}, line {line}: not a result of a check")]
    Foreign {
        /// Which.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
    },
    /// It holds results of another model, or of another plan.
    #[error("{path} holds another check")]
    OtherCheck {
        /// Which.
        path: PathBuf,
    },
}

/// A file of results.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
    head: JournalHead,
    results: Vec<StepResult>,
}

impl Journal {
    /// Reads a file of results.
    ///
    /// # Errors
    /// [`JournalError::File`], [`JournalError::Foreign`].
    pub fn open(path: &Path) -> Result<Self, JournalError> {
        let file = OpenOptions::new().read(true).write(true).open(path);
        Self::read(path, file.map_err(|source| failed(path, source))?)
    }

    /// Goes on with the file of this check, or begins it.
    ///
    /// # Errors
    /// As [`Self::open`], and [`JournalError::OtherCheck`] if the file is there with another check in it.
    pub fn go_on(path: &Path, head: &JournalHead) -> Result<Self, JournalError> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(path);
        match file {
            Ok(mut file) => {
                write_line(&mut file, head).map_err(|source| failed(path, source))?;
                Ok(Self {
                    path: path.to_owned(),
                    file,
                    head: head.clone(),
                    results: Vec::new(),
                })
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let journal = Self::open(path)?;
                if journal.head == *head {
                    Ok(journal)
                } else {
                    Err(JournalError::OtherCheck {
                        path: path.to_owned(),
                    })
                }
            }
            Err(error) => Err(failed(path, error)),
        }
    }

    /// What was asked of which model.
    #[must_use]
    pub fn head(&self) -> &JournalHead {
        &self.head
    }

    /// What is kept so far, in its order.
    #[must_use]
    pub fn results(&self) -> &[StepResult] {
        &self.results
    }

    /// The keys of the steps that have a result.
    #[must_use]
    pub fn done(&self) -> HashSet<String> {
        let keys = self.results.iter();
        keys.map(|result| key(&result.item, result.language))
            .collect()
    }

    /// Keeps a result; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`JournalError::File`].
    pub fn keep(&mut self, result: &StepResult) -> Result<(), JournalError> {
        write_line(&mut self.file, result).map_err(|source| failed(&self.path, source))?;
        self.results.push(result.clone());
        Ok(())
    }

    fn read(path: &Path, mut file: File) -> Result<Self, JournalError> {
        let mut text = String::new();
        file.read_to_string(&mut text)
            .map_err(|source| failed(path, source))?;
        // Without its line feed a last line is half written.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let (text, _) = text.split_at(whole);
        let foreign = |line| JournalError::Foreign {
            path: path.to_owned(),
            line,
        };
        let mut lines = text.lines();
        let head = lines
            .next()
            .and_then(|line| serde_json::from_str(line).ok());
        let head = head.ok_or_else(|| foreign(1))?;
        let mut results = Vec::new();
        for (place, line) in lines.enumerate() {
            results.push(serde_json::from_str(line).map_err(|_| foreign(place + 2))?);
        }
        let end = u64::try_from(whole).unwrap_or(0);
        file.set_len(end)
            .and_then(|()| file.seek(SeekFrom::End(0)))
            .map_err(|source| failed(path, source))?;
        Ok(Self {
            path: path.to_owned(),
            file,
            head,
            results,
        })
    }
}

fn write_line(file: &mut File, value: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    file.write_all(&line)?;
    file.sync_data()
}

fn failed(path: &Path, source: io::Error) -> JournalError {
    JournalError::File {
        path: path.to_owned(),
        source,
    }
}
