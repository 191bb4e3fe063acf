//! What a catalogue must hold to be shown: whoever reads it on another computer types names and compares hashes.

use std::collections::HashSet;

use super::{Catalogue, CatalogueError, CatalogueFile, CatalogueModel, bytes_said};

/// The version of the form that this app reads.
const VERSION: u32 = 1;
/// No published model has more weights.
const MOST_PARAMETERS: u64 = 10_000_000_000_000;

/// Checks a catalogue that has the right form; `licences` are those that its models may name.
pub(super) fn check(catalogue: &Catalogue, licences: &HashSet<&str>) -> Result<(), CatalogueError> {
    if catalogue.version != VERSION {
        return unsound("version", "this version of the form is not known");
    }
    for licence in &catalogue.licences {
        source(&licence.id, &licence.source)?;
    }
    let mut ids = HashSet::new();
    for model in &catalogue.models {
        if !ids.insert(&model.id) {
            return unsound(&model.id, "two models have this id");
        }
        of_model(model, licences)?;
        for file in &model.files {
            of_file(file)?;
        }
    }
    Ok(())
}

fn of_model(model: &CatalogueModel, licences: &HashSet<&str>) -> Result<(), CatalogueError> {
    let id = &model.id;
    if [id, &model.name, &model.publisher]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        return unsound(id, "id, name or publisher is empty");
    }
    source(id, &model.source)?;
    for count in [&model.parameters, &model.active_parameters]
        .into_iter()
        .flatten()
    {
        if !(1..=MOST_PARAMETERS).contains(&count.count) {
            return unsound(id, "the number of parameters cannot be right");
        }
        source(id, &count.source)?;
    }
    if let Some(licence) = &model.licence {
        if !licences.contains(licence.id.as_str()) {
            return unsound(id, "its licence is not among the licences");
        }
        source(id, &licence.source)?;
    }
    if let Some(languages) = &model.languages {
        source(id, &languages.source)?;
    }
    Ok(())
}

fn of_file(file: &CatalogueFile) -> Result<(), CatalogueError> {
    let name = &file.name;
    let is_hex = |text: &str, length: usize| {
        text.len() == length
            && text
                .chars()
                .all(|sign| matches!(sign, '0'..='9' | 'a'..='f'))
    };
    if name.contains(['/', '\\']) || !name.ends_with(".gguf") {
        return unsound(name, "this is no name of a GGUF file");
    }
    if file
        .repository
        .split('/')
        .filter(|part| !part.is_empty())
        .count()
        != 2
    {
        return unsound(name, "its repository is not of the form owner/name");
    }
    if file
        .size
        .as_deref()
        .is_some_and(|size| bytes_said(size).is_none())
    {
        return unsound(name, "its size is not of the form 4.92 GB");
    }
    if file.bytes == Some(0) {
        return unsound(name, "its size is nothing");
    }
    if file
        .sha256
        .as_ref()
        .is_some_and(|hash| !is_hex(&hash.0, 64))
    {
        return unsound(name, "its hash is not 64 hexadecimal digits");
    }
    if file
        .revision
        .as_deref()
        .is_some_and(|commit| !is_hex(commit, 40))
    {
        return unsound(name, "its revision is not 40 hexadecimal digits");
    }
    source(name, &file.source)
}

fn source(entry: &str, source: &str) -> Result<(), CatalogueError> {
    if source.starts_with("https://") {
        Ok(())
    } else {
        unsound(entry, "a fact has no address as its source")
    }
}

fn unsound(entry: &str, detail: &'static str) -> Result<(), CatalogueError> {
    Err(CatalogueError::Unsound {
        entry: entry.to_owned(),
        detail,
    })
}
