//! What a disk may hold when the power goes, worked out from every call that a process made.
//!
//! What was written to a file since its last fsync is there block by block or not, in any order. Names that
//! were made, moved or removed since the last fsync of their folder are there up to some point, in order, as
//! file systems with a journal have it; an fsync of a file keeps no name.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use crate::support::Dice;

/// Blocks that a disk writes whole.
const BLOCK: usize = 4096;

/// Which of the unsynced calls have reached the disk.
pub(crate) enum Remains<'dice> {
    OnlyWhatWasSynced,
    All,
    Some(&'dice mut Dice),
}

impl Remains<'_> {
    fn has(&mut self) -> bool {
        match self {
            Self::OnlyWhatWasSynced => false,
            Self::All => true,
            Self::Some(dice) => dice.below(2) == 0,
        }
    }

    fn count(&mut self, most: usize) -> usize {
        match self {
            Self::OnlyWhatWasSynced => 0,
            Self::All => most,
            Self::Some(dice) => usize::try_from(dice.below(most as u64 + 1)).expect("small"),
        }
    }
}

/// Every call that one process made to the files of a folder, in order.
pub(crate) struct Recording {
    root: String,
    calls: Vec<Call>,
}

enum Call {
    Open {
        handle: u32,
        creates: bool,
        empties: bool,
        path: String,
    },
    Close {
        handle: u32,
    },
    Write {
        handle: u32,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        handle: u32,
        length: usize,
    },
    Sync {
        handle: u32,
    },
    Rename {
        from: String,
        to: String,
    },
    Remove {
        path: String,
    },
    MakeFolder {
        path: String,
    },
    Told {
        text: String,
    },
}

impl Recording {
    pub(crate) fn read(log: &Path, root: &Path) -> Self {
        let bytes = fs::read(log).expect("the shim wrote it");
        let mut rest = bytes.as_slice();
        let mut calls = Vec::new();
        while !rest.is_empty() {
            let letter = take(&mut rest, 1)[0];
            let handle = u32::from_le_bytes(take(&mut rest, 4).try_into().expect("4 bytes"));
            let at = u64::from_le_bytes(take(&mut rest, 8).try_into().expect("8 bytes"));
            let lengths = [(); 2].map(|()| {
                let length = u32::from_le_bytes(take(&mut rest, 4).try_into().expect("4 bytes"));
                usize::try_from(length).expect("small")
            });
            let [one, two] = lengths.map(|length| take(&mut rest, length).to_vec());
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let flags = i32::try_from(at & 0xffff_ffff).unwrap_or(0);
            let at = usize::try_from(at).expect("small");
            calls.push(match letter {
                b'O' => Call::Open {
                    handle,
                    creates: flags & 0o100 != 0,
                    empties: flags & 0o1000 != 0,
                    path: text(&one),
                },
                b'C' => Call::Close { handle },
                b'W' => Call::Write {
                    handle,
                    at,
                    bytes: one,
                },
                b'T' => Call::Cut { handle, length: at },
                b'S' => Call::Sync { handle },
                b'R' => Call::Rename {
                    from: text(&one),
                    to: text(&two),
                },
                b'U' => Call::Remove { path: text(&one) },
                b'M' => Call::MakeFolder { path: text(&one) },
                b'A' => Call::Told { text: text(&one) },
                other => panic!("the shim wrote {other}"),
            });
        }
        let root = root.canonicalize().expect("it is there");
        Self {
            root: root.to_str().expect("our own name").to_owned(),
            calls,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.calls.len()
    }

    /// What the process had told before a call.
    pub(crate) fn told_before(&self, cut: usize) -> String {
        self.calls[..cut]
            .iter()
            .filter_map(|call| match call {
                Call::Told { text } => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Makes the folder as the disk may hold it when the power goes before a call.
    pub(crate) fn disk_after(&self, cut: usize, mut remains: Remains<'_>, target: &Path) {
        let mut disk = Disk::default();
        for call in &self.calls[..cut] {
            disk.take(call);
        }
        let mut names = disk.synced_names.clone();
        let kept = remains.count(disk.unsynced_names.len());
        for change in &disk.unsynced_names[..kept] {
            change.apply(&mut names);
        }
        fs::create_dir_all(target).expect("room");
        // Sorted, so that a folder comes before what is in it.
        for (path, thing) in &names {
            let inside = path
                .strip_prefix(&self.root)
                .expect("the shim looks nowhere else");
            let path = target.join(inside.trim_start_matches('/'));
            match thing {
                Thing::Folder => fs::create_dir_all(&path).expect("room"),
                Thing::File(number) => {
                    let parent = path.parent().expect("it is below the target");
                    fs::create_dir_all(parent).expect("room");
                    fs::write(&path, disk.files[*number].after(&mut remains)).expect("room");
                }
            }
        }
    }
}

fn take<'bytes>(rest: &mut &'bytes [u8], length: usize) -> &'bytes [u8] {
    let (taken, left) = rest.split_at(length);
    *rest = left;
    taken
}

#[derive(Clone, Copy)]
enum Thing {
    Folder,
    File(usize),
}

#[derive(Default)]
struct Disk {
    files: Vec<File>,
    /// As the process sees them.
    names: BTreeMap<String, Thing>,
    synced_names: BTreeMap<String, Thing>,
    unsynced_names: Vec<NameChange>,
    handles: HashMap<u32, (String, Thing)>,
}

#[derive(Default)]
struct File {
    synced: Vec<u8>,
    unsynced: Vec<Change>,
}

enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
}

enum NameChange {
    Add { path: String, thing: Thing },
    Rename { from: String, to: String },
    Remove { path: String },
}

impl Disk {
    fn take(&mut self, call: &Call) {
        match call {
            Call::Open {
                handle,
                creates,
                empties,
                path,
            } => {
                let thing = match self.names.get(path) {
                    Some(thing) => *thing,
                    None if *creates => {
                        self.files.push(File::default());
                        let thing = Thing::File(self.files.len() - 1);
                        self.rename(NameChange::Add {
                            path: path.clone(),
                            thing,
                        });
                        thing
                    }
                    // The folder itself, which was there before.
                    None => Thing::Folder,
                };
                self.handles.insert(*handle, (path.clone(), thing));
                if *empties {
                    self.change(*handle, Change::Cut { length: 0 });
                }
            }
            Call::Close { handle } => {
                self.handles.remove(handle);
            }
            Call::Write { handle, at, bytes } => {
                // Cut where the disk's blocks are: each piece is there or not.
                let mut done = 0;
                while done < bytes.len() {
                    let place = at + done;
                    let length = (BLOCK - place % BLOCK).min(bytes.len() - done);
                    let bytes = bytes[done..done + length].to_vec();
                    self.change(*handle, Change::Write { at: place, bytes });
                    done += length;
                }
            }
            Call::Cut { handle, length } => self.change(*handle, Change::Cut { length: *length }),
            Call::Sync { handle } => match &self.handles[handle] {
                (_, Thing::File(number)) => self.files[*number].sync(),
                (path, Thing::Folder) => {
                    let path = path.clone();
                    self.sync_folder(&path);
                }
            },
            Call::Rename { from, to } => self.rename(NameChange::Rename {
                from: from.clone(),
                to: to.clone(),
            }),
            Call::Remove { path } => self.rename(NameChange::Remove { path: path.clone() }),
            Call::MakeFolder { path } => self.rename(NameChange::Add {
                path: path.clone(),
                thing: Thing::Folder,
            }),
            Call::Told { .. } => {}
        }
    }

    fn change(&mut self, handle: u32, change: Change) {
        if let (_, Thing::File(number)) = self.handles[&handle] {
            self.files[number].unsynced.push(change);
        }
    }

    fn rename(&mut self, change: NameChange) {
        change.apply(&mut self.names);
        self.unsynced_names.push(change);
    }

    /// The journal is written in order: what came before the last change in this folder comes along.
    fn sync_folder(&mut self, folder: &str) {
        let last = self
            .unsynced_names
            .iter()
            .rposition(|change| change.is_in(folder));
        if let Some(last) = last {
            for change in self.unsynced_names.drain(..=last) {
                change.apply(&mut self.synced_names);
            }
        }
    }
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<String, Thing>) {
        match self {
            Self::Add { path, thing } => {
                names.insert(path.clone(), *thing);
            }
            Self::Remove { path } => {
                names.remove(path);
            }
            Self::Rename { from, to } => {
                let below = format!("{from}/");
                let moved: Vec<String> = names
                    .keys()
                    .filter(|path| *path == from || path.starts_with(&below))
                    .cloned()
                    .collect();
                for path in moved {
                    if let (Some(thing), Some(rest)) =
                        (names.remove(&path), path.strip_prefix(from))
                    {
                        names.insert(format!("{to}{rest}"), thing);
                    }
                }
            }
        }
    }

    fn is_in(&self, folder: &str) -> bool {
        let lies_in = |path: &str| Path::new(path).parent() == Some(Path::new(folder));
        match self {
            Self::Add { path, .. } | Self::Remove { path } => lies_in(path),
            Self::Rename { from, to } => lies_in(from) || lies_in(to),
        }
    }
}

impl File {
    fn sync(&mut self) {
        for change in self.unsynced.drain(..) {
            change.apply(&mut self.synced);
        }
    }

    fn after(&self, remains: &mut Remains<'_>) -> Vec<u8> {
        let mut bytes = self.synced.clone();
        for change in &self.unsynced {
            if remains.has() {
                change.apply(&mut bytes);
            }
        }
        bytes
    }
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Self::Cut { length } => bytes.resize(*length, 0),
            Self::Write { at, bytes: written } => {
                let end = at + written.len();
                if bytes.len() < end {
                    bytes.resize(end, 0);
                }
                bytes[*at..end].copy_from_slice(written);
            }
        }
    }
}
