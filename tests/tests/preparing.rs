//! `sanad models prepare`: the starter model written anew in a format that has fast kernels.

use sanad_tests::{run, starter_model};

#[test]
fn a_prepared_model_is_the_usual_one_from_then_on_and_says_what_its_original_said() {
    let Some(original) = starter_model() else {
        return;
    };
    let before = std::fs::metadata(&original).expect("it is there").len();
    let data = tempfile::tempdir().expect("the system has a folder for temporary files");
    let prepared = run(data.path(), &["models", "prepare", "--json"], "");
    let prepared = prepared.ok().json();
    assert_eq!(prepared["original_bytes"], before, "the original stays");
    let divergence = prepared["mean_divergence_nats"].as_f64();
    assert!(divergence.is_some_and(|nats| nats < 0.02), "{prepared}");

    let listed = run(data.path(), &["models", "list", "--json"], "").ok();
    let listed = listed.json();
    let usual: Vec<_> = listed.as_array().into_iter().flatten().collect();
    let usual = usual.iter().find(|row| row["default"] == true);
    let usual = usual.expect("one is the usual one");
    assert_eq!(usual["path"], prepared["path"]);
    assert_eq!(usual["quantisation"], "Q8_0");
    let notices = usual["notices"].as_array().expect("a list");
    assert_eq!(
        notices.len(),
        2,
        "English only, and not for patients: {usual}"
    );

    let again = run(data.path(), &["models", "prepare", "--json"], "");
    assert_ne!(again.status, 0, "there is nothing more to gain");
    let left = std::fs::read_dir(data.path().join("models")).expect("it is there");
    let parts = left
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|end| end == "part"));
    assert_eq!(parts.count(), 0);
}
