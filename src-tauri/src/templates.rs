//! The templates that can be used: those that come with the app, and over them those of the user.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sanad_chat::Chat;
use sanad_domain::{Bilingual, Timestamp};
use sanad_export::ExportError;
use sanad_history::Store;
use sanad_templates::{
    FaultReason, LONGEST_FILE_BYTES, Template, TemplateFault, bundled, read, write,
};

use crate::error::ShellError;
use crate::exports;

/// Where a template comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// With the app.
    Bundled,
    /// With the app, and the user has changed it.
    Changed,
    /// From the user.
    Own,
}

/// A template that can be used.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) template: Template,
    pub(crate) origin: Origin,
}

/// What to do with a file that has the id of a template that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clash {
    /// Nothing: the user is asked first.
    Ask,
    /// The file takes its place.
    Replace,
    /// The file gets another id and another name.
    KeepBoth,
}

/// What came of a file.
#[derive(Clone, Debug)]
pub(crate) enum Imported {
    /// It is there now.
    Added(Template),
    /// One that says the same is there already.
    AlreadyThere(Template),
    /// Another one has its id; nothing was changed.
    Clashes(Template),
}

/// All templates: the bundled ones in their order, then the user's own by id.
pub(crate) fn all(chat: &Chat) -> Result<Vec<Listed>, ShellError> {
    let kept = chat.read(Store::templates)?;
    // What was kept has been read before; a file that this version cannot read is left where it is.
    let mut own: Vec<Template> = kept
        .iter()
        .filter_map(|kept| read(&kept.source).ok())
        .collect();
    let mut listed = Vec::new();
    for template in bundled() {
        let changed = own.iter().position(|own| own.id == template.id);
        listed.push(match changed {
            Some(place) => Listed {
                template: own.remove(place),
                origin: Origin::Changed,
            },
            None => Listed {
                template: template.clone(),
                origin: Origin::Bundled,
            },
        });
    }
    listed.extend(own.into_iter().map(|template| Listed {
        template,
        origin: Origin::Own,
    }));
    Ok(listed)
}

/// The template that is called so.
pub(crate) fn find(chat: &Chat, id: &str) -> Result<Template, ShellError> {
    let found = all(chat)?.into_iter().find(|one| one.template.id == id);
    found
        .map(|one| one.template)
        .ok_or(ShellError::TemplateMissing)
}

/// Keeps a template under the next version, or as a new one where its id is empty.
///
/// The inner outcome is what is wrong with it; then nothing was kept.
pub(crate) fn save(
    chat: &Chat,
    mut template: Template,
    now: Timestamp,
) -> Result<Result<Template, TemplateFault>, ShellError> {
    let listed = all(chat)?;
    if template.id.is_empty() {
        template.id = free_id(&listed, &format!("own.{}", now.0));
    }
    let before = listed.iter().find(|one| one.template.id == template.id);
    template.version = before.map_or(1, |before| before.template.version.saturating_add(1));
    // The same reader that a file goes through says what is wrong.
    if let Err(fault) = read(&write(&template)) {
        return Ok(Err(fault));
    }
    let unchanged = before.filter(|before| says_the_same(&before.template, &template));
    if let Some(before) = unchanged {
        return Ok(Ok(before.template.clone()));
    }
    keep(chat, &template)?;
    Ok(Ok(template))
}

/// Removes a template of the user's own; a bundled one is as it came with the app again.
pub(crate) fn remove(chat: &Chat, id: &str) -> Result<(), ShellError> {
    Ok(chat.write(|store, _| store.remove_template(id))?)
}

/// Writes a template into a file that is not there yet.
pub(crate) fn export(chat: &Chat, id: &str, path: &Path) -> Result<(), ShellError> {
    exports::refuse_to_replace(path)?;
    let file = write(&find(chat, id)?);
    exports::write(path, |out| Ok(out.write_all(file.as_bytes())?)).map(drop)
}

/// Takes a template from a file.
pub(crate) fn import(chat: &Chat, path: &Path, clash: Clash) -> Result<Imported, ShellError> {
    let mut template = read_file(path)?;
    let listed = all(chat)?;
    let Some(before) = listed.iter().find(|one| one.template.id == template.id) else {
        keep(chat, &template)?;
        return Ok(Imported::Added(template));
    };
    if says_the_same(&before.template, &template) {
        return Ok(Imported::AlreadyThere(template));
    }
    match clash {
        Clash::Ask => return Ok(Imported::Clashes(template)),
        Clash::Replace => {
            let next = before.template.version.saturating_add(1);
            template.version = template.version.max(next);
        }
        Clash::KeepBoth => {
            template.id = free_id(&listed, &template.id);
            template.name = another_name(&template.name);
        }
    }
    keep(chat, &template)?;
    Ok(Imported::Added(template))
}

fn read_file(path: &Path) -> Result<Template, ShellError> {
    let faulty = |fault| ShellError::TemplateFile {
        path: path.to_owned(),
        fault,
    };
    let unreadable = |error: std::io::Error| ShellError::Import {
        path: path.to_owned(),
        source: ExportError::File(error),
    };
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that there is more.
    let most = LONGEST_FILE_BYTES as u64 + 1;
    let file = File::open(path).map_err(unreadable)?;
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let source = String::from_utf8(bytes).map_err(|error| {
        let readable = error.utf8_error().valid_up_to();
        let before = error.as_bytes().iter().take(readable);
        faulty(TemplateFault {
            line: 1 + before.filter(|byte| **byte == b'\n').count(),
            place: String::new(),
            reason: FaultReason::Syntax,
        })
    })?;
    // Windows editors begin a file with a mark.
    read(source.trim_start_matches('\u{FEFF}')).map_err(faulty)
}

fn keep(chat: &Chat, template: &Template) -> Result<(), ShellError> {
    let source = write(template);
    Ok(chat.write(|store, now| store.keep_template(&template.id, template.version, &source, now))?)
}

fn says_the_same(one: &Template, other: &Template) -> bool {
    let other = Template {
        version: one.version,
        ..other.clone()
    };
    *one == other
}

/// The id, or with the first number behind it that nobody has.
fn free_id(listed: &[Listed], id: &str) -> String {
    let is_free = |id: &str| listed.iter().all(|one| one.template.id != id);
    if is_free(id) {
        return id.to_owned();
    }
    // A file's id has 80 characters at most, and so has what is made of it.
    let short: String = id.chars().take(70).collect();
    let mut numbered = (2_u32..).map(|number| format!("{short}-{number}"));
    let free = numbered.find(|id| is_free(id));
    free.expect("fewer templates are kept than there are numbers")
}

fn another_name(name: &Bilingual) -> Bilingual {
    Bilingual {
        en: format!("{} (2)", name.en),
        ar: format!("{} (2)", name.ar),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use sanad_domain::SystemClock;
    use sanad_engine_client::EngineSupervisor;
    use sanad_history::{KeyDerivation, Passphrase, StoreFolder};
    use sanad_models::ModelPlaces;

    use super::*;
    use crate::state::now;

    const SOAP: &str = "sanad.soap-note";

    struct Opened {
        folder: tempfile::TempDir,
        chat: Chat,
    }

    fn opened() -> Opened {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let passphrase = Passphrase::new("correct horse".to_owned()).expect("not empty");
        let store = Store::create(
            &StoreFolder::at(folder.path()),
            &passphrase,
            KeyDerivation::WEAK_FOR_TESTS,
        );
        let places = ModelPlaces {
            data: folder.path().to_owned(),
            cache: folder.path().to_owned(),
            share: None,
        };
        let engine = EngineSupervisor::new("/nowhere/sanad-engine");
        let none: Option<PathBuf> = None;
        let chat = Chat::new(
            store.expect("room"),
            engine,
            places,
            none,
            Arc::new(SystemClock),
        );
        Opened { folder, chat }
    }

    fn origin(chat: &Chat, id: &str) -> Option<(Origin, u32)> {
        let listed = all(chat).expect("readable");
        let found = listed.iter().find(|one| one.template.id == id);
        found.map(|one| (one.origin, one.template.version))
    }

    #[test]
    fn a_bundled_one_that_is_edited_is_a_copy_counted_up_and_comes_back() {
        let Opened { chat, .. } = opened();
        assert_eq!(origin(&chat, SOAP), Some((Origin::Bundled, 1)));
        let mut edited = find(&chat, SOAP).expect("it is bundled");
        // The same once more is no version of its own.
        for (about, version) in [("Ours", 2), ("Ours", 2), ("Ours again", 3)] {
            edited.about.en = about.to_owned();
            let kept = save(&chat, edited.clone(), now()).expect("writable");
            assert_eq!(kept.map(|kept| kept.version), Ok(version));
            assert_eq!(origin(&chat, SOAP), Some((Origin::Changed, version)));
        }
        assert_eq!(all(&chat).expect("readable").len(), bundled().len());
        remove(&chat, SOAP).expect("writable");
        assert_eq!(origin(&chat, SOAP), Some((Origin::Bundled, 1)));
    }

    #[test]
    fn what_is_wrong_with_an_edit_is_said_and_nothing_is_kept() {
        let Opened { chat, .. } = opened();
        let mut edited = find(&chat, SOAP).expect("it is bundled");
        edited.body = Some(Bilingual {
            en: "{facts} {weight}".to_owned(),
            ar: "{facts}".to_owned(),
        });
        let fault = save(&chat, edited, now()).expect("readable");
        let fault = fault.expect_err("the weight may stay blank");
        assert_eq!(
            (fault.place.as_str(), fault.reason),
            ("body.en", FaultReason::Alone)
        );
        assert_eq!(origin(&chat, SOAP), Some((Origin::Bundled, 1)));
    }

    #[test]
    fn a_new_one_gets_an_id_of_its_own() {
        let Opened { chat, .. } = opened();
        let mut fresh = find(&chat, SOAP).expect("it is bundled");
        fresh.id = String::new();
        let at = Timestamp(5);
        for id in ["own.5", "own.5-2"] {
            let kept = save(&chat, fresh.clone(), at).expect("writable");
            assert_eq!(
                kept.map(|kept| (kept.id, kept.version)),
                Ok((id.to_owned(), 1))
            );
        }
    }

    #[test]
    fn a_file_whose_id_is_taken_is_asked_about_replaces_or_stands_beside() {
        let Opened { folder, chat } = opened();
        let path = folder.path().join("soap.toml");
        export(&chat, SOAP, &path).expect("room");
        let same = import(&chat, &path, Clash::Ask).expect("it was exported");
        assert!(matches!(same, Imported::AlreadyThere(_)), "{same:?}");
        let again = export(&chat, SOAP, &path);
        assert!(
            matches!(again, Err(ShellError::ExportExists { .. })),
            "{again:?}"
        );

        let file = std::fs::read_to_string(&path).expect("readable");
        std::fs::write(&path, file.replace("SOAP note", "Their note")).expect("room");
        let asked = import(&chat, &path, Clash::Ask).expect("it is whole");
        assert!(matches!(asked, Imported::Clashes(_)), "{asked:?}");
        assert_eq!(origin(&chat, SOAP), Some((Origin::Bundled, 1)));

        import(&chat, &path, Clash::KeepBoth).expect("it is whole");
        let beside = find(&chat, "sanad.soap-note-2").expect("it is there");
        assert_eq!(beside.name.en, "Their note (2)");
        assert_eq!(origin(&chat, SOAP), Some((Origin::Bundled, 1)));

        import(&chat, &path, Clash::Replace).expect("it is whole");
        assert_eq!(origin(&chat, SOAP), Some((Origin::Changed, 2)));
        assert_eq!(
            find(&chat, SOAP).expect("it is there").name.en,
            "Their note"
        );
    }

    #[test]
    fn an_id_that_is_taken_gets_a_number() {
        let mut listed: Vec<Listed> = Vec::new();
        for expected in ["sanad.soap-note", "sanad.soap-note-2", "sanad.soap-note-3"] {
            let id = free_id(&listed, "sanad.soap-note");
            assert_eq!(id, expected);
            let mut template = bundled()[0].clone();
            template.id = id;
            listed.push(Listed {
                template,
                origin: Origin::Own,
            });
        }
    }

    #[test]
    fn a_file_that_is_no_text_is_said_with_its_line() {
        let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
        let path = folder.path().join("a.toml");
        std::fs::write(&path, b"format = 1\nid = \"\xFF\"").expect("room");
        let fault = read_file(&path).expect_err("it is no text");
        let ShellError::TemplateFile { fault, .. } = fault else {
            panic!("{fault:?}")
        };
        assert_eq!((fault.line, fault.reason), (2, FaultReason::Syntax));
        std::fs::write(&path, format!("\u{FEFF}{}", write(&bundled()[0]))).expect("room");
        let read = read_file(&path).expect("a mark at its head does no harm");
        assert_eq!(read, bundled()[0]);
        let absent = read_file(&folder.path().join("b.toml"));
        assert!(
            matches!(absent, Err(ShellError::Import { .. })),
            "{absent:?}"
        );
    }
}
