//! Unlocking with a real keychain, in a real window.

use std::fs;

use sanad_tests::{Keychain, PASSPHRASE, Refusal, Window, assert_nowhere_in, seed};
use serde_json::json;

#[tokio::test]
async fn a_keychain_opens_the_store_until_it_is_told_to_forget() {
    let home = tempfile::tempdir().expect("the system has a folder for temporary files");
    let data = home.path().join("data");
    fs::create_dir(&data).expect("the folder is ours");
    seed(&data, &[("Hello", "5-10 mg")]);
    let keychain = Keychain::start(home.path());
    let environment = [("DBUS_SESSION_BUS_ADDRESS", keychain.address())];

    let window = Window::open_in(&data, &[], &environment).await;
    window.unlock(PASSPHRASE).await;
    window.find("composer").await;
    let keep = async |passphrase: &str| {
        let arguments = json!({"on": true, "passphrase": passphrase});
        window.invoke("set_keychain", arguments).await
    };
    assert_eq!(
        keep("a guess").await,
        Err(Refusal::with("passphrase-wrong"))
    );
    let settings = keep(PASSPHRASE).await.expect("there is a keychain");
    assert_eq!(settings["unlocks_with_keychain"], json!(true));
    window.quit().await;
    assert_nowhere_in(home.path(), PASSPHRASE);

    let window = Window::open_in(&data, &[], &environment).await;
    window.click("unlock-keychain").await;
    window.find("composer").await;
    window.click("settings-open").await;
    window.click("settings-access").await;
    window.click("keychain").await;
    window
        .wait_for(
            "the switch is off",
            "return document.querySelector('[data-testid=keychain]').getAttribute('aria-checked') === 'false'",
        )
        .await;
    window.quit().await;

    let window = Window::open_in(&data, &[], &environment).await;
    window.find("unlock-passphrase").await;
    assert!(!window.has("[data-testid=unlock-keychain]").await);
    assert_eq!(
        window.invoke("unlock_from_keychain", json!({})).await,
        Err(Refusal::with("keychain-empty"))
    );
    window.quit().await;
}
