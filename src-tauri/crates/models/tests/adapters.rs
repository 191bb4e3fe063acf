//! An adapter goes beside the model that it was made for and beside no other.

use std::path::{Path, PathBuf};

use sanad_models::{
    AdapterFacts, InstalledModel, ModelError, ModelIndex, ModelPlaces, inspect, installed_models,
    installed_with_hash, with_adapters,
};
use sanad_testing::{adapters_of, fixture_model};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

fn named(adapters: &[PathBuf], name: &str) -> PathBuf {
    let found = adapters.iter().find(|path| path.ends_with(name));
    found.expect("the script makes it").clone()
}

#[test]
fn an_adapter_is_taken_or_refused_with_the_reason() {
    let folder = folder();
    let adapters = adapters_of(&fixture_model(), folder.path());
    if adapters.is_empty() {
        return;
    }
    let model = inspect(&fixture_model()).expect("the fixture is a good file");
    let read = |name: &str| AdapterFacts::read(&named(&adapters, name), &model);
    let fitting = read("fitting.gguf").expect("it was made for the fixture");
    assert_eq!(fitting.name, "Random fitting");
    assert!(fitting.weight_bytes > 10_000);
    for foreign in [
        "other-architecture.gguf",
        "other-size.gguf",
        "other-tensor.gguf",
        "half-a-pair.gguf",
        "empty.gguf",
    ] {
        let outcome = read(foreign);
        assert!(
            matches!(outcome, Err(ModelError::AdapterForeign { .. })),
            "{foreign}: {outcome:?}"
        );
    }
    for unusable in ["other-kind.gguf", "whole-numbers.gguf"] {
        let outcome = read(unusable);
        assert!(
            matches!(outcome, Err(ModelError::NoAdapter { .. })),
            "{unusable}: {outcome:?}"
        );
    }
    let no_adapter = AdapterFacts::read(&fixture_model(), &model);
    assert!(matches!(no_adapter, Err(ModelError::NoAdapter { .. })));
    let alone = inspect(&named(&adapters, "fitting.gguf"));
    assert!(matches!(alone, Err(ModelError::AdapterAlone { .. })));
}

#[test]
fn a_model_with_an_adapter_is_another_model_that_is_found_by_its_hash() {
    let data = folder();
    let models = data.path().join("models");
    let adapters = adapters_of(&fixture_model(), &models.join("adapters"));
    if adapters.is_empty() {
        return;
    }
    std::fs::copy(fixture_model(), models.join("fixture.gguf")).expect("the folder is ours");
    let places = ModelPlaces {
        data: data.path().to_owned(),
        cache: data.path().to_owned(),
        share: None,
    };
    let mut index = ModelIndex::default();
    let installed = installed_models(&places);
    let [base] = installed.as_slice() else {
        panic!("adapters are no models: {installed:?}");
    };
    let base = InstalledModel::read(base, &mut index).expect("it fits");
    let all = with_adapters(base.clone(), &places, &mut index);
    let names: Vec<&str> = all.iter().map(|model| model.stamp.name.as_str()).collect();
    let name = &base.stamp.name;
    let adapted = |which: &str| format!("{name} + Random {which}");
    assert_eq!(names, [name, &adapted("another"), &adapted("fitting")]);
    for model in &all {
        let found = installed_with_hash(&places, &mut index, &model.stamp.sha256);
        let found = found.expect("it is there");
        let adapter = model.adapter.as_ref().map(|adapter| adapter.path.as_path());
        assert_eq!(found.adapter.as_deref(), adapter);
        let again = InstalledModel::read_files(&found, &mut index).expect("it fits");
        assert_eq!(again.stamp, model.stamp);
    }
    let [base, another, fitting] = all.as_slice() else {
        panic!("{names:?}");
    };
    assert_ne!(another.stamp.sha256, fitting.stamp.sha256);
    assert!(
        fitting.fit.need.weights > base.fit.need.weights,
        "it takes memory too"
    );
    let gone = Path::new(&fitting.adapter.as_ref().expect("it has one").path);
    std::fs::remove_file(gone).expect("the folder is ours");
    let sha256 = &fitting.stamp.sha256;
    assert!(installed_with_hash(&places, &mut index, sha256).is_none());
}
