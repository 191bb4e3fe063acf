//! A model in several files is one model, and a file that is missing or of another is named.

use std::path::{Path, PathBuf};

use sanad_models::{
    InstalledModel, ModelError, ModelIndex, ModelPlaces, inspect, installed_models,
};
use sanad_testing::{fixture_model, split_model};

/// The fixture in some files; nothing where they cannot be made.
fn split(folder: &Path) -> Option<Vec<PathBuf>> {
    let parts = split_model(&fixture_model(), folder, 9);
    assert!(parts.is_empty() || parts.len() > 2, "{parts:?}");
    (!parts.is_empty()).then_some(parts)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

#[test]
fn the_parts_are_described_as_the_whole_is() {
    let folder = folder();
    let Some(parts) = split(folder.path()) else {
        return;
    };
    let whole = inspect(&fixture_model()).expect("the fixture is a good file");
    let facts = inspect(&parts[0]).expect("the parts are good files");
    assert_eq!(facts.files().collect::<Vec<_>>(), parts);
    assert_eq!(facts.weight_bytes, whole.weight_bytes);
    assert_eq!(facts.parameters, whole.parameters);
    assert_eq!(facts.quantisation, whole.quantisation);
    assert_eq!(facts.vocabulary, whole.vocabulary);
    assert!(facts.file_bytes > whole.weight_bytes);
}

#[test]
fn a_part_that_is_missing_is_named_with_its_number() {
    let folder = folder();
    let Some(parts) = split(folder.path()) else {
        return;
    };
    std::fs::remove_file(&parts[1]).expect("the folder is ours");
    match inspect(&parts[0]) {
        Err(ModelError::PartMissing {
            path,
            number,
            count,
        }) => assert_eq!((&path, number, count), (&parts[1], 2, parts.len() as u64)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_part_of_another_model_or_in_another_place_is_named() {
    let folder = folder();
    let Some(parts) = split(folder.path()) else {
        return;
    };
    // The same part twice has the wrong number in it.
    std::fs::copy(&parts[1], &parts[2]).expect("the folder is ours");
    let foreign = |path: &Path| match inspect(&parts[0]) {
        Err(ModelError::PartForeign { path: named }) => assert_eq!(named, path),
        other => panic!("{other:?}"),
    };
    foreign(&parts[2]);
    // A whole model is no part.
    std::fs::copy(fixture_model(), &parts[1]).expect("the folder is ours");
    foreign(&parts[1]);
}

#[test]
fn a_damaged_part_is_named_and_not_the_first() {
    let folder = folder();
    let Some(parts) = split(folder.path()) else {
        return;
    };
    let last = &parts[parts.len() - 1];
    let bytes = std::fs::read(last).expect("it was just made");
    std::fs::write(last, &bytes[..bytes.len() - 64]).expect("the folder is ours");
    match inspect(&parts[0]) {
        Err(ModelError::Truncated { path, .. }) => assert_eq!(&path, last),
        other => panic!("{other:?}"),
    }
}

#[test]
fn parts_that_were_renamed_say_so() {
    let folder = folder();
    let Some(parts) = split(folder.path()) else {
        return;
    };
    for (part, name) in [(0, "model.gguf"), (1, "x-00001-of-00002.gguf")] {
        let renamed = folder.path().join(name);
        std::fs::copy(&parts[part], &renamed).expect("the folder is ours");
        let outcome = inspect(&renamed);
        assert!(
            matches!(&outcome, Err(ModelError::PartMisnamed { path }) if *path == renamed),
            "{outcome:?}"
        );
    }
}

#[test]
fn several_files_are_listed_once_and_known_by_all_their_bytes() {
    let data = folder();
    let models = data.path().join("models");
    let Some(parts) = split(&models) else { return };
    let places = ModelPlaces {
        data: data.path().to_owned(),
        cache: data.path().to_owned(),
        share: None,
    };
    assert_eq!(installed_models(&places), [parts[0].clone()]);
    for part in &parts {
        let chosen = places.choose(Some(part)).expect("it is there");
        assert_eq!(chosen, parts[0]);
    }
    let hash = || {
        let mut index = ModelIndex::default();
        let model = InstalledModel::read(&parts[0], &mut index).expect("it fits");
        let found = sanad_models::installed_with_hash(&places, &mut index, &model.stamp.sha256);
        assert_eq!(found.map(|files| files.model), Some(parts[0].clone()));
        model.stamp.sha256
    };
    let before = hash();
    let last = &parts[parts.len() - 1];
    let mut bytes = std::fs::read(last).expect("it was just made");
    let end = bytes.len() - 1;
    bytes[end] ^= 1;
    std::fs::write(last, bytes).expect("the folder is ours");
    assert_ne!(hash(), before, "a weight of the last part counts");
    std::fs::remove_file(&parts[0]).expect("the folder is ours");
    assert_eq!(installed_models(&places), [parts[0].clone()]);
}
