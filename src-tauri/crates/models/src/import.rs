//! Brings a model or an adapter in from elsewhere: looked at first, then copied with its hash taken in the same pass,
//! or used where it lies.
//!
//! What is not whole is never seen as a model, and what was stopped or failed leaves nothing behind.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sanad_domain::Sha256Hex;

use crate::adapter::base_of;
use crate::header::read_header;
use crate::pass::{Broken, Flow, Passed, pass};
use crate::preparing::PART_ENDING;
use crate::split::first_part;
use crate::{
    AdapterFacts, ModelError, ModelFacts, ModelIndex, ModelPlaces, inspect, installed_models,
    sweep_parts,
};

/// Beside the files' own bytes: the disk's book-keeping.
const SPARE_BYTES: u64 = 16 << 20;

/// What is about to be imported, looked at and not yet touched.
#[derive(Clone, Debug)]
pub struct Import {
    /// What it is.
    pub subject: Subject,
    /// Bytes of all its files.
    pub bytes: u64,
    files: Vec<PathBuf>,
    folder: PathBuf,
    data: PathBuf,
}

/// What is imported.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A model, in one file or in several.
    Model(ModelFacts),
    /// An adapter, with the name of an installed model that it goes with.
    Adapter(AdapterFacts, String),
}

impl Import {
    /// Looks at a file that somebody chose: its header, its other parts, and for an adapter whether its model is here.
    ///
    /// # Errors
    /// Those of [`inspect`], [`ModelError::AdapterWithoutBase`], and [`ModelError::AlreadyInstalled`].
    pub fn of(path: &Path, places: &ModelPlaces) -> Result<Self, ModelError> {
        let path = first_part(path);
        let models = places.models_folder();
        let (subject, folder) = match inspect(&path) {
            Ok(facts) => (Subject::Model(facts), models),
            Err(ModelError::AdapterAlone { .. }) => {
                (adapter(&path, places)?, models.join("adapters"))
            }
            Err(error) => return Err(error),
        };
        let files: Vec<PathBuf> = match &subject {
            Subject::Model(facts) => facts.files().map(Path::to_owned).collect(),
            Subject::Adapter(adapter, _) => vec![adapter.path.clone()],
        };
        let is_here = path.parent() == Some(folder.as_path())
            || installed_models(places).iter().any(|known| known == &path);
        if is_here {
            return Err(ModelError::AlreadyInstalled { path });
        }
        Ok(Self {
            bytes: bytes_of(&files)?,
            subject,
            files,
            folder,
            data: places.data.clone(),
        })
    }

    /// Copies it in and remembers its hash; `watch` hears of the bytes that are done, of [`Self::bytes`].
    ///
    /// Returns the path that it has now: a model's first file, or the adapter's.
    ///
    /// # Errors
    /// [`ModelError::NameTaken`] and [`ModelError::NoRoom`] before anything is written; [`ModelError::SourceGone`],
    /// [`ModelError::Io`] and [`ModelError::Stopped`], of which nothing is left.
    pub fn copy(&self, watch: &mut dyn FnMut(u64) -> Flow) -> Result<PathBuf, ModelError> {
        let targets: Vec<PathBuf> = self.targets();
        if let Some(taken) = targets.iter().find(|target| target.exists()) {
            return Err(ModelError::NameTaken {
                path: taken.clone(),
            });
        }
        fs::create_dir_all(&self.folder).map_err(|source| unwritten(&self.folder, source))?;
        sweep_parts(&self.folder);
        self.look_for_room()?;
        let mut parts = Vec::new();
        let mut before = 0;
        for (from, to) in self.files.iter().zip(&targets) {
            let mut part = PartFile::make(to)?;
            let passed = part.fill(from, &mut |bytes| watch(before + bytes))?;
            before += passed.bytes;
            parts.push((part, passed.sha256));
        }
        // A file may have been cut since it was looked at.
        if before != self.bytes {
            return Err(gone(&self.files[0], io::ErrorKind::UnexpectedEof.into()));
        }
        let mut kept = Vec::new();
        for (part, sha256) in parts {
            kept.push((part.finish()?, sha256));
        }
        self.remember(&kept, false)?;
        Ok(targets
            .into_iter()
            .next()
            .expect("there is at least one file"))
    }

    /// Takes its hash and uses it where it lies. An adapter is copied, since it is looked for beside the models.
    ///
    /// # Errors
    /// As [`Self::copy`].
    pub fn use_in_place(&self, watch: &mut dyn FnMut(u64) -> Flow) -> Result<PathBuf, ModelError> {
        let Subject::Model(facts) = &self.subject else {
            return self.copy(watch);
        };
        let hashes = hashes_of(facts, watch)?;
        self.remember(&hashes, true)?;
        Ok(facts.path.clone())
    }

    fn targets(&self) -> Vec<PathBuf> {
        let names = self.files.iter().filter_map(|file| file.file_name());
        names.map(|name| self.folder.join(name)).collect()
    }

    fn look_for_room(&self) -> Result<(), ModelError> {
        let available = fs4::available_space(&self.folder);
        let available = available.map_err(|source| unwritten(&self.folder, source))?;
        let needed = self.bytes.saturating_add(SPARE_BYTES);
        if needed > available {
            return Err(ModelError::NoRoom {
                path: self.folder.clone(),
                needed,
                available,
            });
        }
        Ok(())
    }

    fn remember(&self, kept: &[(PathBuf, Sha256Hex)], in_place: bool) -> Result<(), ModelError> {
        ModelIndex::update(&self.data, |index| {
            for (path, sha256) in kept {
                index.note_import(path, sha256)?;
            }
            if in_place && let Some((first, _)) = kept.first() {
                index.use_in_place(first);
            }
            Ok(())
        })
    }
}

/// Takes a model or an adapter away, and says how many bytes that frees: none for one that was used where it lies.
///
/// # Errors
/// [`ModelError::NotOurs`] for one that a package or another program brought, [`ModelError::Io`].
pub fn remove(path: &Path, places: &ModelPlaces) -> Result<u64, ModelError> {
    let index = ModelIndex::load(&places.data);
    let models = places.models_folder();
    let is_copy = path.starts_with(&models);
    if !is_copy && !index.in_place.iter().any(|known| known == path) {
        return Err(ModelError::NotOurs {
            path: path.to_owned(),
        });
    }
    // One whose header cannot be read is one file, as far as anybody can tell.
    let files: Vec<PathBuf> = match inspect(path) {
        Ok(facts) => facts.files().map(Path::to_owned).collect(),
        Err(_) => vec![path.to_owned()],
    };
    let mut freed = 0;
    for file in &files {
        if is_copy {
            freed += bytes_of(std::slice::from_ref(file)).unwrap_or(0);
            match fs::remove_file(file) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(unwritten(file, source));
                }
                _ => {}
            }
        }
    }
    ModelIndex::update(&places.data, |index| {
        for file in &files {
            index.forget(file);
        }
        Ok(freed)
    })
}

/// Takes a model that has changed for the one that is meant from now on; its files are read for their hashes.
///
/// # Errors
/// Those of [`inspect`], [`ModelError::SourceGone`] and [`ModelError::Stopped`].
pub fn confirm(
    path: &Path,
    places: &ModelPlaces,
    watch: &mut dyn FnMut(u64) -> Flow,
) -> Result<(), ModelError> {
    let hashes = hashes_of(&inspect(path)?, watch)?;
    ModelIndex::update(&places.data, |index| {
        for (file, sha256) in &hashes {
            index.note_import(file, sha256)?;
        }
        Ok(())
    })
}

/// Reads a model's files for their hashes.
fn hashes_of(
    facts: &ModelFacts,
    watch: &mut dyn FnMut(u64) -> Flow,
) -> Result<Vec<(PathBuf, Sha256Hex)>, ModelError> {
    let mut before = 0;
    let mut hashes = Vec::new();
    for file in facts.files() {
        let source = File::open(file).map_err(|source| gone(file, source))?;
        let passed = pass(source, io::sink(), &mut |bytes| watch(before + bytes));
        let passed = passed.map_err(|broken| error_of(broken, file, file))?;
        before += passed.bytes;
        hashes.push((file.to_owned(), passed.sha256));
    }
    Ok(hashes)
}

/// An adapter, if a model that it goes with is installed.
fn adapter(path: &Path, places: &ModelPlaces) -> Result<Subject, ModelError> {
    for model in installed_models(places) {
        let Ok(model) = inspect(&model) else { continue };
        match AdapterFacts::read(path, &model) {
            Ok(adapter) => return Ok(Subject::Adapter(adapter, model.name)),
            Err(ModelError::AdapterForeign { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    Err(ModelError::AdapterWithoutBase {
        path: path.to_owned(),
        base: base_of(&read_header(path)?),
    })
}

/// A file in the making. What was written goes with it, unless it is finished.
struct PartFile {
    part: PathBuf,
    target: PathBuf,
    /// Locked, so that nobody takes the part for one that was left lying.
    file: File,
}

impl PartFile {
    fn make(target: &Path) -> Result<Self, ModelError> {
        let part = target.with_extension(format!("gguf.{PART_ENDING}"));
        let file = File::create_new(&part).map_err(|source| unwritten(&part, source))?;
        // Where a file system has no locks, a part is only swept while nobody writes it.
        let _ = file.try_lock();
        Ok(Self {
            part,
            target: target.to_owned(),
            file,
        })
    }

    fn fill(
        &mut self,
        from: &Path,
        watch: &mut dyn FnMut(u64) -> Flow,
    ) -> Result<Passed, ModelError> {
        let source = File::open(from).map_err(|source| gone(from, source))?;
        let expected = bytes_of(&[from.to_owned()])?;
        let passed = pass(source, &self.file, watch);
        let passed = passed.map_err(|broken| error_of(broken, from, &self.part))?;
        if passed.bytes != expected {
            return Err(gone(from, io::ErrorKind::UnexpectedEof.into()));
        }
        self.file
            .sync_all()
            .map_err(|source| unwritten(&self.part, source))?;
        Ok(passed)
    }

    fn finish(self) -> Result<PathBuf, ModelError> {
        fs::rename(&self.part, &self.target).map_err(|source| unwritten(&self.target, source))?;
        Ok(self.target.clone())
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        // Renamed already, or of no use; what cannot be removed is swept another time.
        let _ = fs::remove_file(&self.part);
    }
}

fn bytes_of(files: &[PathBuf]) -> Result<u64, ModelError> {
    let mut bytes = 0u64;
    for file in files {
        let metadata = fs::metadata(file).map_err(|source| gone(file, source))?;
        bytes = bytes.saturating_add(metadata.len());
    }
    Ok(bytes)
}

fn error_of(broken: Broken, from: &Path, to: &Path) -> ModelError {
    match broken {
        Broken::Stopped => ModelError::Stopped,
        Broken::Read(source) => gone(from, source),
        Broken::Write(source) => unwritten(to, source),
    }
}

fn gone(path: &Path, source: io::Error) -> ModelError {
    ModelError::SourceGone {
        path: path.to_owned(),
        source,
    }
}

fn unwritten(path: &Path, source: io::Error) -> ModelError {
    ModelError::Io {
        operation: "write",
        path: path.to_owned(),
        source,
    }
}
