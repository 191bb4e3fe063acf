//! Models and adapters brought in from elsewhere, with the files that people really bring.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sanad_domain::Language;
use sanad_models::{
    Flow, Import, InstalledModel, LooksLike, ModelError, ModelIndex, ModelPlaces, Subject, Volumes,
    confirm, installed_adapters, installed_models, offered, remove, sha256_of,
};
use sanad_testing::{GgufBuilder, adapters_of, fixture_model, split_model};

/// A folder for the app, and one beside it that stands for a stick.
struct Desk {
    _folder: tempfile::TempDir,
    places: ModelPlaces,
    stick: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let stick = folder.path().join("stick");
        fs::create_dir(&stick).expect("the folder is ours");
        let places = ModelPlaces {
            data: folder.path().join("data"),
            cache: folder.path().join("cache"),
            share: None,
        };
        Self {
            _folder: folder,
            places,
            stick,
        }
    }

    /// The fixture model under a name on the stick.
    fn model(&self, name: &str) -> PathBuf {
        let path = self.stick.join(name);
        fs::copy(fixture_model(), &path).expect("the folder is ours");
        path
    }

    /// The fixture in several files; nothing where they cannot be made.
    fn split(&self) -> Option<Vec<PathBuf>> {
        let parts = split_model(&fixture_model(), &self.stick, 9);
        (parts.len() > 1).then_some(parts)
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.stick.join(name);
        fs::write(&path, content).expect("the folder is ours");
        path
    }

    fn refusal(&self, path: &Path) -> ModelError {
        Import::of(path, &self.places).expect_err("it is refused")
    }

    fn import(&self, path: &Path) -> PathBuf {
        let import = Import::of(path, &self.places).expect("it is a model");
        import.copy(&mut |_| Flow::GoOn).expect("there is room")
    }

    /// Names of all files in the models folder, but for the index.
    fn kept(&self) -> Vec<String> {
        let entries = fs::read_dir(self.places.models_folder());
        let entries = entries.into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| name != "index.json").collect();
        names.sort();
        names
    }
}

#[test]
fn a_model_is_copied_with_its_hash_and_can_be_asked_at_once() {
    let desk = Desk::new();
    let chosen = desk.model("clinic.gguf");
    let import = Import::of(&chosen, &desk.places).expect("it is a model");
    assert!(matches!(&import.subject, Subject::Model(facts) if facts.path == chosen));
    let mut heard = Vec::new();
    let path = import.copy(&mut |bytes| {
        heard.push(bytes);
        Flow::GoOn
    });
    let path = path.expect("there is room");
    assert_eq!(heard.last(), Some(&import.bytes));
    assert_eq!(desk.kept(), ["clinic.gguf"]);
    assert!(chosen.exists(), "a copy leaves the stick as it was");
    let index = ModelIndex::load(&desk.places.data);
    let expected = sha256_of(&chosen).expect("it is there");
    assert_eq!(index.known_sha256(&path), Some(expected));
    assert_eq!(desk.places.choose(None).expect("there is one"), path);
}

#[test]
fn a_model_in_several_files_comes_whole_and_goes_whole() {
    let desk = Desk::new();
    let Some(parts) = desk.split() else { return };
    // Whichever of them somebody chose.
    let path = desk.import(parts.last().expect("there are several"));
    assert_eq!(desk.kept().len(), parts.len());
    let mut index = ModelIndex::load(&desk.places.data);
    InstalledModel::read(&path, &mut index).expect("it is whole");
    let size: u64 = parts
        .iter()
        .map(|part| fs::metadata(part).map_or(0, |part| part.len()))
        .sum();
    assert_eq!(remove(&path, &desk.places).expect("it is ours"), size);
    assert!(desk.kept().is_empty());
}

#[test]
fn half_a_split_model_names_the_file_that_is_missing() {
    let desk = Desk::new();
    let Some(parts) = desk.split() else { return };
    let gone = parts.last().expect("there are several");
    fs::remove_file(gone).expect("the folder is ours");
    match desk.refusal(&parts[0]) {
        ModelError::PartMissing { path, .. } => assert_eq!(&path, gone),
        other => panic!("{other}"),
    }
}

#[test]
fn what_is_no_model_says_what_it_is() {
    let desk = Desk::new();
    let zip = desk.file(
        "model.gguf",
        b"PK\x03\x04 and a checkpoint behind it, as PyTorch writes",
    );
    let header = br#"{"model.embed_tokens.weight":{"dtype":"BF16"}}"#;
    let mut safetensors = (header.len() as u64).to_le_bytes().to_vec();
    safetensors.extend(header);
    let safetensors = desk.file("model.safetensors", &safetensors);
    for (path, expected) in [(zip, LooksLike::Zip), (safetensors, LooksLike::Safetensors)] {
        match desk.refusal(&path) {
            ModelError::NotGguf { looks_like, .. } => assert_eq!(looks_like, expected),
            other => panic!("{other}"),
        }
    }
    let missing = desk.refusal(&desk.stick.join("gone.gguf"));
    assert!(matches!(missing, ModelError::NotFound { .. }));
}

#[test]
fn an_adapter_needs_its_model_and_comes_once_that_is_here() {
    let desk = Desk::new();
    let adapters = adapters_of(&fixture_model(), &desk.stick);
    let Some(adapter) = adapters.iter().find(|path| path.ends_with("fitting.gguf")) else {
        return;
    };
    let other = desk.stick.join("other.gguf");
    GgufBuilder::default()
        .write(&other)
        .expect("the folder is ours");
    desk.import(&other);
    let alone = desk.refusal(adapter);
    assert!(
        matches!(alone, ModelError::AdapterWithoutBase { .. }),
        "{alone}"
    );
    desk.import(&desk.model("base.gguf"));
    let import = Import::of(adapter, &desk.places).expect("its model is here");
    assert!(matches!(import.subject, Subject::Adapter(..)));
    let path = import.copy(&mut |_| Flow::GoOn).expect("there is room");
    assert_eq!(
        installed_adapters(&desk.places),
        std::slice::from_ref(&path)
    );
    remove(&path, &desk.places).expect("it is ours");
    assert!(installed_adapters(&desk.places).is_empty());
}

#[test]
fn stopping_leaves_nothing_behind() {
    let desk = Desk::new();
    let import = Import::of(&desk.model("clinic.gguf"), &desk.places).expect("it is a model");
    let stopped = import.copy(&mut |_| Flow::Stop);
    assert!(matches!(stopped, Err(ModelError::Stopped)));
    assert!(desk.kept().is_empty(), "{:?}", desk.kept());
    let stopped = import.use_in_place(&mut |_| Flow::Stop);
    assert!(matches!(stopped, Err(ModelError::Stopped)));
    assert!(installed_models(&desk.places).is_empty());
}

#[test]
fn a_stick_that_is_pulled_out_midway_leaves_nothing_behind() {
    let desk = Desk::new();
    let Some(parts) = desk.split() else { return };
    let import = Import::of(&parts[0], &desk.places).expect("it is a model");
    let mut is_out = false;
    let gone = import.copy(&mut |_| {
        if !std::mem::replace(&mut is_out, true) {
            for part in &parts[1..] {
                fs::remove_file(part).expect("the folder is ours");
            }
        }
        Flow::GoOn
    });
    assert!(matches!(gone, Err(ModelError::SourceGone { .. })));
    assert!(desk.kept().is_empty(), "{:?}", desk.kept());
    // A file that ends early, as one does that is read from a broken stick.
    let short = desk.model("short.gguf");
    let import = Import::of(&short, &desk.places).expect("it is a model");
    fs::write(&short, b"GGUF").expect("the folder is ours");
    let cut = import.copy(&mut |_| Flow::GoOn);
    // It is as long as it says of itself now, so only what was announced tells.
    assert!(cut.is_err(), "half a model is none");
    assert!(desk.kept().is_empty(), "{:?}", desk.kept());
}

#[test]
fn two_models_with_one_name_are_not_written_over_each_other() {
    let desk = Desk::new();
    let first = desk.import(&desk.model("clinic.gguf"));
    let before = fs::read(&first).expect("it is there");
    let other = desk.stick.join("other");
    fs::create_dir(&other).expect("the folder is ours");
    let other = other.join("clinic.gguf");
    GgufBuilder::default()
        .write(&other)
        .expect("the folder is ours");
    let import = Import::of(&other, &desk.places).expect("it is a model");
    let taken = import.copy(&mut |_| Flow::GoOn);
    assert!(matches!(taken, Err(ModelError::NameTaken { path }) if path == first));
    assert_eq!(fs::read(&first).expect("it is there"), before);
    let again = desk.refusal(&first);
    assert!(matches!(again, ModelError::AlreadyInstalled { .. }));
}

#[test]
fn a_full_disk_is_said_before_anything_is_written() {
    let desk = Desk::new();
    let mut import = Import::of(&desk.model("clinic.gguf"), &desk.places).expect("it is a model");
    // Ten exabytes.
    import.bytes = 10_000_000_000_000_000_000;
    let full = import.copy(&mut |_| panic!("nothing is read"));
    assert!(matches!(full, Err(ModelError::NoRoom { .. })));
    assert!(desk.kept().is_empty());
}

#[test]
fn a_model_used_in_place_stays_there_and_is_only_forgotten() {
    let desk = Desk::new();
    let path = desk.model("clinic.gguf");
    let import = Import::of(&path, &desk.places).expect("it is a model");
    assert_eq!(
        import
            .use_in_place(&mut |_| Flow::GoOn)
            .expect("it can be read"),
        path
    );
    assert!(desk.kept().is_empty());
    assert_eq!(installed_models(&desk.places), std::slice::from_ref(&path));
    // Without its stick it is not there, and with it it is again.
    let away = desk.stick.join("away");
    fs::rename(&path, &away).expect("the folder is ours");
    assert!(installed_models(&desk.places).is_empty());
    fs::rename(&away, &path).expect("the folder is ours");
    assert_eq!(remove(&path, &desk.places).expect("it can be forgotten"), 0);
    assert!(path.exists());
    assert!(installed_models(&desk.places).is_empty());
    assert!(matches!(
        remove(&path, &desk.places),
        Err(ModelError::NotOurs { .. })
    ));
}

#[test]
fn a_file_that_changed_after_import_is_not_read_until_it_is_confirmed() {
    let desk = Desk::new();
    let path = desk.import(&desk.model("clinic.gguf"));
    let read = || {
        let mut index = ModelIndex::load(&desk.places.data);
        InstalledModel::read(&path, &mut index)
    };
    read().expect("it is as it was");
    let mut file = fs::OpenOptions::new()
        .append(true)
        .open(&path)
        .expect("it is there");
    file.write_all(&[0; 64]).expect("the folder is ours");
    assert!(matches!(read(), Err(ModelError::Changed { .. })));
    let stopped = confirm(&path, &desk.places, &mut |_| Flow::Stop);
    assert!(matches!(stopped, Err(ModelError::Stopped)));
    assert!(matches!(read(), Err(ModelError::Changed { .. })));
    confirm(&path, &desk.places, &mut |_| Flow::GoOn).expect("it is a model still");
    read().expect("it is meant as it is now");
}

#[test]
fn a_language_s_model_is_asked_in_that_language_alone() {
    let desk = Desk::new();
    let usual = desk.import(&desk.model("a.gguf"));
    let arabic = desk.import(&desk.model("b.gguf"));
    let mut index = ModelIndex::load(&desk.places.data);
    index.default = Some(usual.clone());
    index.set_default_for(Language::Arabic, Some(&arabic));
    index.save(&desk.places.data).expect("the folder is ours");
    let chosen = |language| {
        desk.places
            .choose_for(None, language)
            .expect("there are two")
    };
    assert_eq!(chosen(Language::Arabic), arabic);
    assert_eq!(chosen(Language::French), usual);
    let named = desk.places.choose_for(Some(&usual), Language::Arabic);
    assert_eq!(named.expect("it is there"), usual);
    remove(&arabic, &desk.places).expect("it is ours");
    assert_eq!(chosen(Language::Arabic), usual);
}

struct Sticks(Vec<PathBuf>);

impl Volumes for Sticks {
    fn roots(&self) -> Vec<PathBuf> {
        self.0.clone()
    }
}

#[test]
fn models_on_a_stick_and_in_the_watched_folder_are_offered_until_they_are_here() {
    let desk = Desk::new();
    let below = desk.stick.join("نماذج");
    fs::create_dir(&below).expect("the folder is ours");
    let model = below.join("clinic.gguf");
    fs::copy(fixture_model(), &model).expect("the folder is ours");
    desk.file("notes.txt", b"not a model");
    desk.file(".hidden.gguf", b"a picture's shadow");
    let sticks = Sticks(vec![desk.stick.clone(), desk.stick.join("not-there")]);
    let offers = offered(&sticks, &desk.places);
    assert_eq!(offers.len(), 1, "{offers:?}");
    assert_eq!((&offers[0].path, &offers[0].root), (&model, &desk.stick));
    let mut index = ModelIndex::load(&desk.places.data);
    index.watched = Some(below);
    index.save(&desk.places.data).expect("the folder is ours");
    assert_eq!(offered(&Sticks(Vec::new()), &desk.places).len(), 1);
    desk.import(&model);
    assert!(offered(&sticks, &desk.places).is_empty());
}
