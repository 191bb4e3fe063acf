//! The models window, with a real file on a real disk: looked at, imported, asked, found changed, and removed.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use sanad_tests::{Window, fixture_model, starter_model};
use serde_json::{Value, json};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("the system has a folder for temporary files")
}

/// The row of the model at a path.
fn row(path: &Path) -> String {
    format!("[data-testid='model-row'][data-path='{}']", path.display())
}

/// Clicks what has a test id inside an element, however far the page has to be scrolled for it.
async fn click_in(window: &Window, within: &str, id: &str) {
    let selector = format!("{within} [data-testid='{id}']");
    window.find_css(&selector).await;
    let body = "const found = document.querySelector(arguments[0]);
         found.scrollIntoView({ block: 'center' }); found.click()";
    window.script(body, Value::String(selector)).await;
}

/// Chooses from a list as a person does, with what follows from it.
async fn choose(window: &Window, list: &str, value: &str) {
    window.find(list).await;
    let body = "const [{ list, value }] = arguments;
         const found = document.querySelector(`[data-testid='${list}']`);
         found.value = value;
         found.dispatchEvent(new Event('change', { bubbles: true }))";
    window
        .script(body, json!({"list": list, "value": value}))
        .await;
}

async fn import(window: &Window, stick: &Path, installed: &Path) {
    let path = stick.to_str().expect("the path is UTF-8");
    window.type_into("model-path", path).await;
    window.click("model-look").await;
    window.find("model-looked").await;
    click_in(window, "[data-testid='model-looked']", "model-import-act").await;
    window.find_css(&row(installed)).await;
}

/// The fixture under a name of its own, as it might lie on a stick.
fn on_a_stick(folder: &Path, name: &str) -> PathBuf {
    let stick = folder.join(name);
    fs::copy(fixture_model(), &stick).expect("the folder is ours");
    stick
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_is_imported_asked_and_removed_in_english_and_arabic() {
    let (data, stick) = (folder(), folder());
    let window = Window::open(data.path(), &[]).await;
    window.first_run().await;
    for (language, name, question) in [
        (
            "en",
            "clinic-en.gguf",
            "How many chambers does the heart have?",
        ),
        ("ar", "clinic-ar.gguf", "كم عدد حجرات القلب؟"),
    ] {
        window.choose_language(language).await;
        let chosen = on_a_stick(stick.path(), name);
        let installed = data.path().join("models").join(name);
        window.click("models-open").await;
        window.find("catalogue-entry").await;
        import(&window, &chosen, &installed).await;
        assert_eq!(
            fs::read(&installed).expect("it was imported"),
            fs::read(&chosen).expect("the stick keeps its own"),
        );
        let path = installed.to_str().expect("the path is UTF-8");
        choose(&window, "model-usual", path).await;
        let badge = format!("{} [data-testid='model-is-default']", row(&installed));
        window.find_css(&badge).await;
        choose(&window, "model-for-ar", path).await;
        let badge = format!("{} [data-testid='model-is-default-for']", row(&installed));
        window.find_css(&badge).await;
        window.picture(&format!("models-{language}")).await;
        click_in(
            &window,
            "[data-testid='catalogue-entry']",
            "catalogue-obtain",
        )
        .await;
        window.find("address-code").await;
        window.picture(&format!("models-obtain-{language}")).await;
        window.click("obtain-close").await;
        window.click("models-close").await;

        window.click("new-conversation").await;
        window.ask(question).await;
        window.answered(1).await;

        window.click("models-open").await;
        click_in(&window, &row(&installed), "model-remove").await;
        window.click("model-remove-confirm").await;
        window.gone(&row(&installed)).await;
        assert!(!installed.exists());
        window.click("models-close").await;
    }
    let kept: Vec<String> = fs::read_dir(data.path().join("models"))
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with("index."))
        .collect();
    assert_eq!(kept, Vec::<String>::new());
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_on_the_disk_is_not_loaded_until_it_is_confirmed() {
    let (data, stick) = (folder(), folder());
    let window = Window::open(data.path(), &[]).await;
    window.first_run().await;
    let chosen = on_a_stick(stick.path(), "clinic.gguf");
    let installed = data.path().join("models").join("clinic.gguf");
    window.click("models-open").await;
    import(&window, &chosen, &installed).await;
    window.click("models-close").await;
    let file = OpenOptions::new().append(true).open(&installed);
    file.and_then(|mut file| file.write_all(&[0; 64]))
        .expect("the folder is ours");

    window.click("models-open").await;
    let changed = format!("{} [data-code='model-changed']", row(&installed));
    window.find_css(&changed).await;
    click_in(&window, &row(&installed), "model-confirm").await;
    window.gone(&changed).await;
    window.quit().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_model_is_refused_with_the_next_step_and_nothing_is_kept() {
    let (data, stick) = (folder(), folder());
    let window = Window::open(data.path(), &[]).await;
    window.first_run().await;
    let zip = stick.path().join("model.gguf");
    fs::write(&zip, b"PK\x03\x04 and a checkpoint behind it").expect("the folder is ours");
    window.click("models-open").await;
    let path = zip.to_str().expect("the path is UTF-8");
    window.type_into("model-path", path).await;
    window.click("model-look").await;
    window
        .find_css("[data-testid='models'] [data-code='model-zip']")
        .await;
    window.quit().await;
    assert!(!data.path().join("models").join("model.gguf").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_is_prepared_and_measured_in_the_window() {
    let Some(original) = starter_model() else {
        return;
    };
    let data = folder();
    let window = Window::open(data.path(), &[]).await;
    window.first_run().await;
    window.click("models-open").await;
    click_in(&window, &row(&original), "model-prepare").await;
    let models = data.path().join("models");
    let prepared = models.join("SmolLM2-135M-Instruct.Q8_0.gguf");
    window.find_css(&row(&prepared)).await;
    window.picture("models-prepared-en").await;
    let offer = format!("{} [data-testid='model-prepare']", row(&original));
    window.gone(&offer).await;
    let badge = format!("{} [data-testid='model-is-default']", row(&prepared));
    window.find_css(&badge).await;

    window.click("models-close").await;
    window.choose_language("ar").await;
    window.click("models-open").await;
    click_in(&window, &row(&prepared), "model-measure").await;
    window.find("model-importing").await;
    window.find("models-done").await;
    window.gone("[data-testid='model-importing']").await;
    let said = "return document.querySelector(\"[data-testid='models-done']\").textContent.trim()";
    let said = window.script(said, Value::Null).await;
    assert_ne!(said, "", "it says what came of it");
    window.picture("models-measured-ar").await;

    window.click("models-close").await;
    window.click("new-conversation").await;
    window.ask("How many chambers does the heart have?").await;
    window.answered(1).await;
}
