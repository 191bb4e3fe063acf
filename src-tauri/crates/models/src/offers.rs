//! Model files that lie on a stick that was plugged in, or in a folder that is watched.
//!
//! Names and sizes only: nothing on a stick is opened before somebody asks for it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::split::first_part;
use crate::{ModelIndex, ModelPlaces, installed_models};

/// A stick is searched as deep as people put things.
const DEPTH: usize = 3;
/// A disk full of photographs must not be searched for minutes.
const MOST_ENTRIES: usize = 5_000;

/// Where sticks and other disks appear, which each system has its own way to say.
pub trait Volumes: Send + Sync {
    /// The folder of each that is plugged in.
    fn roots(&self) -> Vec<PathBuf>;
}

/// Those of the system that the app runs on.
pub struct SystemVolumes;

/// A file that may be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedFile {
    /// The file; of a model in several, the first.
    pub path: PathBuf,
    /// Its size; of a model in several, the first file's.
    pub bytes: u64,
    /// The stick or folder that it was found on.
    pub root: PathBuf,
}

/// What is found on sticks and in the watched folder, and is not installed.
#[must_use]
pub fn offered(volumes: &dyn Volumes, places: &ModelPlaces) -> Vec<OfferedFile> {
    let index = ModelIndex::load(&places.data);
    let installed = installed_models(places);
    let is_installed = |path: &Path, bytes: u64| {
        installed.iter().any(|known| {
            known == path
                || (known.file_name() == path.file_name()
                    && fs::metadata(known).is_ok_and(|known| known.len() == bytes))
        })
    };
    let roots = index.watched.into_iter().chain(volumes.roots());
    let mut offers = Vec::new();
    for root in roots {
        let mut found = Vec::new();
        let mut left = MOST_ENTRIES;
        search(&root, DEPTH, &mut left, &mut found);
        found.sort();
        found.dedup();
        offers.extend(found.into_iter().filter_map(|path| {
            let bytes = fs::metadata(&path).ok()?.len();
            let root = root.clone();
            (!is_installed(&path, bytes)).then_some(OfferedFile { path, bytes, root })
        }));
    }
    offers
}

fn search(folder: &Path, depth: usize, left: &mut usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut folders = Vec::new();
    for entry in entries.flatten() {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() && !is_hidden {
            folders.push(path);
        } else if kind.is_file() && !is_hidden && is_gguf(&path) {
            found.push(first_part(&path));
        }
    }
    if depth > 1 {
        for folder in folders {
            search(&folder, depth - 1, left, found);
        }
    }
}

fn is_gguf(path: &Path) -> bool {
    let ending = path.extension();
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("gguf"))
}

#[cfg(unix)]
impl Volumes for SystemVolumes {
    /// Folders below the places where desktops mount sticks, that lie on another disk than those places.
    fn roots(&self) -> Vec<PathBuf> {
        use std::os::unix::fs::MetadataExt;
        let device = |path: &Path| Some(fs::metadata(path).ok()?.dev());
        let mut roots = Vec::new();
        for place in ["/media", "/run/media", "/Volumes"] {
            let place = Path::new(place);
            let own = device(place);
            // Desktops mount below a folder of the user's, others at once.
            for folder in folders_in(place) {
                if device(&folder) == own {
                    let below = folders_in(&folder).into_iter();
                    roots.extend(below.filter(|folder| device(folder) != own));
                } else {
                    roots.push(folder);
                }
            }
        }
        roots
    }
}

/// Untested.
#[cfg(windows)]
impl Volumes for SystemVolumes {
    /// Every drive letter behind that of the system.
    fn roots(&self) -> Vec<PathBuf> {
        let letters = ('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\")));
        letters.filter(|root| root.is_dir()).collect()
    }
}

#[cfg(unix)]
fn folders_in(place: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.path()).collect()
}
