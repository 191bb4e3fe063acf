//! The catalogue that comes with the app, and what becomes of one with errors.

use std::fs;

use sanad_domain::{Language, Sha256Hex};
use sanad_models::{Catalogue, CatalogueError, Identity, Permits, Purpose};

/// A catalogue of one model, with `line` among its keys and `file_line` among its file's.
fn one(line: &str, file_line: &str) -> String {
    format!(
        "version = 1\n[[licence]]\nid = \"mit\"\npermits = \"any-use\"\nsource = \"https://a\"\n\
         [[model]]\nid = \"m\"\nname = \"M\"\npurpose = \"general\"\npublisher = \"P\"\n\
         source = \"https://a\"\n{line}\n[[model.file]]\nrepository = \"o/r\"\nname = \"m.gguf\"\n\
         quantisation = \"Q8_0\"\nsource = \"https://a\"\n{file_line}\n"
    )
}

#[test]
fn the_catalogue_has_twenty_one_models_that_can_be_fetched_and_one_that_cannot() {
    let catalogue = Catalogue::bundled();
    let fetched = catalogue
        .models
        .iter()
        .filter(|model| model.can_be_fetched());
    assert_eq!(fetched.count(), 21);
    assert_eq!(catalogue.models.len(), 22);
    let hashed = catalogue.models.iter().filter(|model| {
        let mut files = model.files.iter();
        files.any(|file| file.sha256.is_some())
    });
    assert_eq!(hashed.count(), 12);
}

#[test]
fn it_has_what_a_clinic_in_each_language_may_look_for() {
    let models = || Catalogue::bundled().models.iter();
    let speaks = |language: Language| {
        models().filter(move |model| {
            let languages = model.languages.as_ref();
            model.can_be_fetched() && languages.is_some_and(|said| said.codes.contains(&language))
        })
    };
    assert_eq!(speaks(Language::Arabic).count(), 8);
    assert_eq!(speaks(Language::Persian).count(), 2);
    assert_eq!(speaks(Language::Hebrew).count(), 3);
    // No publisher was found to name it.
    assert_eq!(speaks(Language::Urdu).count(), 0);
    assert!(
        models().any(|model| model.active_parameters.is_some()),
        "a mixture of experts"
    );
    let medical = models().filter(|model| model.purpose == Purpose::Medical);
    assert_eq!(medical.count(), 6);
}

#[test]
fn what_is_carried_fits_a_laptop() {
    for model in &Catalogue::bundled().models {
        for file in &model.files {
            let bytes = file.size_in_bytes().unwrap_or(0);
            assert!(bytes < 10_000_000_000, "{} is no laptop's", file.name);
            assert!(file.address().starts_with("https://huggingface.co/"));
        }
    }
}

#[test]
fn every_published_figure_that_is_named_is_found() {
    let catalogue = Catalogue::bundled();
    let mut with_figures = 0;
    for model in &catalogue.models {
        assert_eq!(
            model.figures().next().is_none(),
            model.published_as.is_empty(),
            "{}",
            model.id
        );
        with_figures += usize::from(!model.published_as.is_empty());
    }
    assert_eq!(with_figures, 8);
    let silma = catalogue
        .models
        .iter()
        .find(|model| model.id == "silma-9b-instruct");
    let silma = silma.expect("it is in the catalogue");
    let arabic = silma
        .figures()
        .find(|figure| figure.language.as_deref() == Some("ar"));
    assert_eq!(arabic.expect("it was asked in Arabic").source, "2501.09825");
}

#[test]
fn a_size_in_words_is_read_and_memory_needs_more_than_the_file() {
    let text = one(
        "parameters = { count = 8_000_000_000, source = \"https://a\" }",
        "size = \"4.92 GB\"",
    );
    let catalogue = Catalogue::parse(&text).expect("it is sound");
    let model = &catalogue.models[0];
    assert_eq!(model.files[0].size_in_bytes(), Some(4_920_000_000));
    assert!(model.files[0].memory() > Some(5_500_000_000));
    let needs = model.memory_by_quantisation();
    assert_eq!(needs[0].0, "Q8_0");
    assert!(needs.is_sorted_by(|one, next| one.1 > next.1), "{needs:?}");
    assert_eq!(
        catalogue.licence_of(model).map(|licence| licence.permits),
        None
    );
}

#[test]
fn only_a_hash_makes_an_identity_and_without_one_it_is_unknown() {
    let catalogue = Catalogue::bundled();
    let hash =
        Sha256Hex("d7efb072e7724d25048a4fda0a3e10b04bdef5d06b1403a1c93bd9f1240a63c8".to_owned());
    let other = Sha256Hex("0".repeat(64));
    assert_eq!(catalogue.identify("renamed.gguf", &hash), Identity::Same);
    let name = "qwen2.5-1.5b-instruct-q8_0.gguf";
    assert_eq!(catalogue.identify(name, &other), Identity::Different);
    assert_eq!(
        catalogue.identify("Apollo2-7B.Q4_K_M.gguf", &other),
        Identity::Unknown
    );
    assert_eq!(
        catalogue.identify("another.gguf", &other),
        Identity::Unknown
    );
}

#[test]
fn a_clinic_s_own_catalogue_comes_before_the_app_s() {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let plain = Catalogue::with_own(folder.path()).expect("there is none of its own");
    assert_eq!(plain.models.len(), 22);
    let own = one(
        "licence = { id = \"apache-2.0\", source = \"https://a\" }",
        "",
    );
    fs::write(folder.path().join("catalogue.toml"), own).expect("the folder is ours");
    let both = Catalogue::with_own(folder.path()).expect("it is sound");
    assert_eq!(both.models.len(), 23);
    assert_eq!(both.models[0].id, "m");
    let licence = both.licence_of(&both.models[0]).expect("the app knows it");
    assert_eq!(licence.permits, Permits::AnyUse);
}

#[test]
fn a_catalogue_with_an_error_is_refused_and_says_where() {
    for (line, file_line, said) in [
        ("colour = \"red\"", "", "line 12"),
        ("purpose = \"general\"", "", "line 12"),
        (
            "licence = { id = \"own\", source = \"https://a\" }",
            "",
            "`m`",
        ),
        (
            "parameters = { count = 0, source = \"https://a\" }",
            "",
            "`m`",
        ),
        ("parameters = { count = 8 }", "", "line 12"),
        ("parameters = { count = 8, source = \"a book\" }", "", "`m`"),
        (
            "languages = { codes = [\"xx\"], source = \"https://a\" }",
            "",
            "line 12",
        ),
        ("", "sha256 = \"ABC\"", "`m.gguf`"),
        ("", "size = \"much\"", "`m.gguf`"),
        ("", "bytes = 0", "`m.gguf`"),
        ("", "revision = \"main\"", "`m.gguf`"),
    ] {
        let error = Catalogue::parse(&one(line, file_line)).expect_err("it has an error");
        assert!(
            error.to_string().contains(said),
            "{line}{file_line}: {error}"
        );
    }
    let twice = one("", "").replace("version = 1\n", "");
    let twice = format!("version = 1\n{twice}{twice}");
    assert!(matches!(
        Catalogue::parse(&twice),
        Err(CatalogueError::Unsound { .. })
    ));
    let newer = one("", "").replace("version = 1", "version = 2");
    assert!(matches!(
        Catalogue::parse(&newer),
        Err(CatalogueError::Unsound { .. })
    ));
    let path = one("", "").replace("m.gguf", "../m.gguf");
    assert!(matches!(
        Catalogue::parse(&path),
        Err(CatalogueError::Unsound { .. })
    ));
}
