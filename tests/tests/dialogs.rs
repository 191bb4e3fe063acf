//! The desktop's own dialogs for files, driven by real key presses.

use std::fs;
use std::process::Command;
use std::time::Duration;

use sanad_tests::{PASSPHRASE, Window, seed, wait_until};
use serde_json::json;

fn xdotool(arguments: &[&str]) -> String {
    let output = Command::new("xdotool").args(arguments).output();
    let output = output.expect("xdotool is installed by `make test-packages`");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The windows of the app that can be seen, but its own.
fn dialogs(app: u32) -> Vec<String> {
    let ours = xdotool(&["search", "--onlyvisible", "--name", "^Sanad$"]);
    xdotool(&["search", "--onlyvisible", "--pid", &app.to_string()])
        .lines()
        .filter(|window| !ours.lines().any(|own| own == *window))
        .map(str::to_owned)
        .collect()
}

#[tokio::test]
async fn a_file_is_exported_to_where_the_dialog_says_and_a_dialog_that_is_left_changes_nothing() {
    let home = tempfile::tempdir().expect("the system has a folder for temporary files");
    let data = home.path().join("data");
    fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("ما الجرعة؟", "5-10 mg")]);
    let window = Window::open(&data, &[]).await;
    window.unlock(PASSPHRASE).await;
    window.click("conversation-item").await;
    window.answered(1).await;
    window.click("row-actions").await;
    window.click("export").await;
    let field = "return document.querySelector('[data-testid=export-path]').value";
    let app = window.app_pid();

    for keys in ["Escape", "Return"] {
        window.click("export-path-choose").await;
        wait_until("the dialog is shown", Duration::from_secs(60), || {
            !dialogs(app).is_empty()
        });
        let dialog = dialogs(app).swap_remove(0);
        xdotool(&["windowfocus", &dialog]);
        std::thread::sleep(Duration::from_secs(1));
        if keys == "Return" {
            let target = home.path().join("out.docx");
            xdotool(&["key", "ctrl+a"]);
            xdotool(&["type", "--delay", "30", target.to_str().expect("plain")]);
            std::thread::sleep(Duration::from_secs(1));
        }
        window.picture(&format!("dialog-{keys}")).await;
        xdotool(&["key", keys]);
        wait_until("the dialog is gone", Duration::from_secs(60), || {
            dialogs(app).is_empty()
        });
        if keys == "Escape" {
            assert_eq!(window.script(field, json!(null)).await, json!(""));
        }
    }
    window
        .wait_for(
            "the path is in the field",
            &format!("{field}.endsWith('/out.docx')"),
        )
        .await;
    window.click("export-act").await;
    window.find("transfer-done").await;
    let written = fs::read(home.path().join("out.docx")).expect("it was written");
    assert!(written.starts_with(b"PK"), "a DOCX is a zip file");
    window.quit().await;
}
