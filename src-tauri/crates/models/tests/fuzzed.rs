//! What the fuzz target `header` claims, over damaged copies of real files: no bytes make the check panic or hang, and
//! what it accepts adds up. Runs without cargo-fuzz; `SANAD_SOAK` says how many times.

use std::path::Path;

use sanad_models::{MemoryFit, inspect_from};
use sanad_testing::{
    Dice, GgufBuilder, adapters_of, fixture_model, models_of_each_architecture, mutated, rounds,
    split_model,
};

/// The fixture's header, vocabulary included; those of the others are shorter.
const HEADER_BYTES: usize = 60_000;

#[test]
fn no_damage_makes_the_header_check_panic_and_what_it_accepts_adds_up() {
    let originals = originals();
    let mut dice = Dice::new(0x5eed_0007);
    let mut accepted = 0;
    let runs = rounds(3_000);
    for _ in 0..runs {
        let whole = &originals[dice.below(originals.len())];
        let bytes = mutated(whole, HEADER_BYTES.min(whole.len()), &mut dice);
        let length = bytes.len() as u64;
        match inspect_from(bytes.as_slice(), length, Path::new("fuzzed.gguf")) {
            Ok(facts) => {
                accepted += 1;
                assert!(facts.layers > 0 && facts.weight_bytes <= length);
                let fit = MemoryFit::of(&facts, 8 << 30);
                assert!(fit.need.total() >= facts.weight_bytes);
            }
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
    assert!(accepted > 0 && accepted < runs, "{accepted} of {runs}");
}

/// Whole models, parts and adapters, with all of the header and some of the weights.
fn originals() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let plain = folder.path().join("plain.gguf");
    GgufBuilder::default()
        .write(&plain)
        .expect("the folder is ours");
    let mut paths = vec![plain, fixture_model()];
    paths.extend(models_of_each_architecture(
        &folder.path().join("architectures"),
    ));
    paths.extend(split_model(
        &fixture_model(),
        &folder.path().join("parts"),
        9,
    ));
    paths.extend(adapters_of(
        &fixture_model(),
        &folder.path().join("adapters"),
    ));
    let files = paths.iter().map(std::fs::read);
    let files = files.collect::<Result<Vec<_>, _>>();
    files.expect("they were just made")
}
