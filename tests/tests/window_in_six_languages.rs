//! Every screen in every language, theme and size: nothing clipped, nothing overlapping, nothing that axe calls serious.

use std::fs;

use sanad_history::{StoreFolder, StoreLock};
use sanad_tests::{
    ESCAPE, PASSPHRASE, Walk, fixture_model, folder, run, seed_all, with_passphrase,
};
use serde_json::{Value, json};

const QUESTION: &str =
    "بطني بيوجعني من امبارح، آخذ ٥-١٠ حبات ولا 2,5 mg؟ Give \u{202E}50\u{202C} mg or 5 мg";
const ANSWER: &str = "## الجرعة المعتادة\n\nيُعطى **Amoxicillin 500 mg** كل 8 ساعات لمدة 5-10 أيام، وتُعدَّل عند قصور الكلى (eGFR < 30 mL/min).\n\n- الحد الأقصى `3 g/day`\n- صباحًا ثم ١-٠-٠\n\n| الدواء | Dose | المدة |\n|---|---|---|\n| باراسيتامول | 500 mg × 3 | 5 days |\n| Insulin glargine | 10 U | daily |\n\n> راجع الطبيب إذا ظهر طفح جلدي.\n\n```\nalert if SBP > 140\n```\n";

const EARLIER: &[(&str, &str)] = &[
    (
        "ما جرعة الباراسيتامول للطفل؟",
        "الجرعة **15 mg/kg** كل 6 ساعات، 5-10 mg/kg للرضيع.",
    ),
    ("And the largest dose in a day?", "At most 60 mg/kg/day."),
];
const DELETED: &[(&str, &str)] = &[(
    "How is a wound of the hand cleaned?",
    "With water, then covered.",
)];

#[tokio::test]
async fn screens_before_the_conversations_are_whole_in_six_languages() {
    let folder = folder();
    let data = folder.path().join("new");
    let Some(mut walk) = Walk::open(&data, "first-run-passphrase").await else {
        return;
    };
    walk.look_at("first-run").await;
    walk.look_at_menu("first-run", "language-switch", "language-en")
        .await;
    walk.click("bedside-toggle").await;
    walk.find("bedside-search").await;
    walk.look_at("bedside-before").await;
    let mut faults = walk.end().await;

    fs::create_dir(folder.path().join("seeded")).expect("room");
    let data = folder.path().join("seeded/data");
    fs::create_dir(&data).expect("room");
    seed_all(&data, &[EARLIER]);
    let holder = StoreLock::take(&StoreFolder::at(&data)).expect("nobody has it");
    let mut walk = Walk::open(&data, "error")
        .await
        .expect("the checks are built");
    walk.look_at("in-use").await;
    faults.extend(walk.end().await);
    drop(holder);

    let passphrase = with_passphrase(folder.path());
    let passphrase = passphrase.to_str().expect("a plain name");
    let backup = ["history", "backup", "--passphrase-file", passphrase];
    assert_eq!(run(&data, &backup, "").status, 0);
    let mut walk = Walk::open(&data, "unlock-passphrase")
        .await
        .expect("the checks are built");
    walk.look_at("unlock").await;
    walk.type_into("unlock-passphrase", "a guess\n").await;
    walk.find("error").await;
    walk.look_at("unlock-wrong").await;
    walk.click("unlock-forgotten").await;
    walk.find("recover-impossible").await;
    walk.look_at("recover-impossible").await;
    walk.click("recover-back").await;
    walk.find("unlock-passphrase").await;
    fs::write(data.join("sanad.db"), vec![7; 65_536]).expect("room");
    walk.type_into("unlock-passphrase", &format!("{PASSPHRASE}\n"))
        .await;
    walk.find("start-empty").await;
    walk.look_at("damaged").await;
    walk.click("restore-elsewhere").await;
    walk.click("start-empty").await;
    walk.find("start-empty-confirm").await;
    walk.look_at("damaged-elsewhere").await;
    faults.extend(walk.end().await);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn conversations_are_whole_in_six_languages() {
    let folder = folder();
    let seeded = [
        DELETED,
        EARLIER,
        &[
            ("What is the usual dose?", "5-10 mg, twice a day."),
            (QUESTION, ANSWER),
        ],
    ];
    let Some(mut walk) = Walk::unlocked(folder.path(), &seeded).await else {
        return;
    };
    walk.look_at("empty").await;
    walk.click("conversation-item").await;
    walk.window.answered(2).await;
    walk.type_into("composer", "أعط 5-10 mg ثم 1-0-0 للي بطنه بيوجعه")
        .await;
    walk.find("draft-preview").await;
    walk.look_at("conversation").await;
    walk.look_at_menu("conversation", "language-switch", "language-en")
        .await;
    walk.look_at_menu("row", "row-actions", "pin").await;
    walk.click("edit-question").await;
    walk.find("editing").await;
    walk.look_at("editing").await;
    walk.click("end-edit").await;
    walk.click("regenerate").await;
    walk.window.answered(1).await;
    walk.look_at("branched").await;

    walk.click("row-actions").await;
    walk.click("move").await;
    walk.type_into("new-folder-name", "حالات العيادة 5-10").await;
    walk.click("make-folder").await;
    walk.find("folder").await;
    walk.look_at_menu("folder", "folder-actions", "remove-folder")
        .await;
    walk.look_at_dialog("folder-actions", "remove-folder", "remove-folder-dialog")
        .await;
    for (action, dialog) in [
        ("about", "about-dialog"),
        ("export", "export-dialog"),
        ("move", "move-dialog"),
    ] {
        walk.look_at_dialog("row-actions", action, dialog).await;
    }
    walk.click("row-actions").await;
    walk.click("rename").await;
    walk.find("rename-field").await;
    walk.type_keys(&ESCAPE.to_string()).await;

    walk.window.press_with_control('f').await;
    walk.find("search-field").await;
    walk.type_keys("dose").await;
    walk.find("search-hit").await;
    walk.look_at("search").await;
    walk.type_keys("zzz").await;
    walk.window.gone("[data-testid=search-hit]").await;
    walk.look_at("search-nothing").await;
    walk.leave("search-dialog").await;

    walk.click("row-actions").await;
    walk.click("delete").await;
    walk.find("undo").await;
    walk.click("show-bin").await;
    walk.find("shelf").await;
    walk.look_at("bin").await;
    walk.look_at_dialog("row-actions", "erase", "erase-dialog")
        .await;
    walk.click("show-archive").await;
    walk.look_at("archive").await;
    walk.click("new-temporary").await;
    walk.find("temporary-mark").await;
    walk.look_at("temporary").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn settings_are_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("conversation-item").await;
    walk.window.answered(2).await;
    let backed_up = walk.window.invoke("back_up", json!({})).await;
    assert!(backed_up.is_ok(), "{backed_up:?}");
    walk.click("settings-open").await;
    for section in [
        "general",
        "answering",
        "access",
        "keeping",
        "backups",
        "files",
        "audit",
    ] {
        walk.click(&format!("settings-{section}")).await;
        walk.look_at(&format!("settings-{section}")).await;
    }
    walk.click("audit-verify").await;
    walk.find("audit-outcome").await;
    walk.look_at("audit-verified").await;

    for (section, opener, dialog) in [
        ("access", "change-passphrase", "change-passphrase-dialog"),
        ("access", "change-key", "change-key-dialog"),
        ("backups", "backup-restore", "restore-dialog"),
        ("backups", "restore-elsewhere", "restore-dialog"),
        ("files", "export-everything", "archive-dialog"),
        ("files", "import-open", "import-dialog"),
    ] {
        walk.click(&format!("settings-{section}")).await;
        walk.click(opener).await;
        walk.find(dialog).await;
        walk.look_at(opener).await;
        walk.leave(dialog).await;
    }
    walk.click("settings-keeping").await;
    walk.choose("retention", "30").await;
    walk.find("retention-dialog").await;
    walk.look_at("retention").await;
    walk.leave("retention-dialog").await;
    walk.click("settings-backups").await;
    walk.click("backup-folder-change").await;
    walk.look_at("backup-folder").await;

    walk.click("settings-access").await;
    walk.click("recovery-make").await;
    walk.find("recovery-code").await;
    walk.look_at("recovery-code").await;
    walk.click("recovery-written").await;
    walk.find("recovery-typed").await;
    walk.look_at("recovery-typed").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_bedside_pane_is_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("bedside-toggle").await;
    walk.find("bedside-search").await;
    walk.look_at("bedside").await;
    walk.type_into("bedside-search", "BMI").await;
    walk.find("bedside-tool-bmi").await;
    walk.type_keys("\n").await;
    walk.find("bedside-entry-weight").await;
    walk.look_at("bedside-fields").await;
    walk.type_into("bedside-entry-weight", "٧٠\n١٧٥").await;
    walk.find("bedside-card").await;
    walk.look_at("bedside-result").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn the_models_are_whole_in_six_languages() {
    let folder = folder();
    let Some(mut walk) = Walk::unlocked(folder.path(), &[EARLIER]).await else {
        return;
    };
    walk.click("models-open").await;
    walk.find("catalogue-entry").await;
    walk.look_at("models").await;
    let model = fixture_model();
    let model = model.to_str().expect("the path is UTF-8");
    walk.type_into("model-path", model).await;
    walk.click("model-look").await;
    walk.find("model-looked").await;
    walk.look_at("models-import").await;
    let obtain = "document.querySelector('[data-testid=catalogue-obtain]').click()";
    walk.script(obtain, Value::Null).await;
    walk.find("address-code").await;
    walk.look_at("models-obtain").await;
    let faults = walk.end().await;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
