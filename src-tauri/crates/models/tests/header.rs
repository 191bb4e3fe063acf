//! A bad model file is refused with its reason, and a good one is described.

use std::path::PathBuf;

use sanad_models::{Fit, HeaderFault, LooksLike, MemoryFit, ModelError, inspect};
use sanad_testing::{GgufBuilder, fixture_model, starter_model};

fn file_with(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    let path = folder.path().join("model.gguf");
    std::fs::write(&path, bytes).expect("the folder is ours");
    (folder, path)
}

fn refusal_of(builder: &GgufBuilder) -> ModelError {
    let (_folder, path) = file_with(b"");
    builder.write(&path).expect("the folder is ours");
    inspect(&path).expect_err("this header must be refused")
}

fn fault_of(builder: &GgufBuilder) -> HeaderFault {
    match refusal_of(builder) {
        ModelError::Malformed { fault, .. } => fault,
        other => panic!("expected a damaged header, got {other:?}"),
    }
}

#[test]
fn a_file_that_is_no_gguf_says_what_it_looks_like() {
    for (bytes, expected) in [
        (
            &b"PK\x03\x04 and the rest of an archive"[..],
            LooksLike::Zip,
        ),
        (
            b"\x10\0\0\0\0\0\0\0{\"a\": 1, and so on}",
            LooksLike::Safetensors,
        ),
        (
            b"FUGG\0\0\0\x03 and more than 24 bytes",
            LooksLike::BigEndianGguf,
        ),
        (b"a text that somebody has renamed", LooksLike::Unknown),
        (b"short", LooksLike::Unknown),
    ] {
        let (_folder, path) = file_with(bytes);
        match inspect(&path) {
            Err(ModelError::NotGguf { looks_like, .. }) => assert_eq!(looks_like, expected),
            other => panic!("{bytes:?}: {other:?}"),
        }
    }
}

#[test]
fn missing_empty_and_folder_are_told_apart() {
    let (folder, path) = file_with(b"");
    assert!(matches!(inspect(&path), Err(ModelError::Empty { .. })));
    assert!(matches!(
        inspect(folder.path()),
        Err(ModelError::NotFound { .. })
    ));
    assert!(matches!(
        inspect(&folder.path().join("no")),
        Err(ModelError::NotFound { .. })
    ));
}

#[test]
fn a_file_cut_anywhere_is_truncated() {
    let builder = GgufBuilder::default();
    let whole = {
        let (_folder, path) = file_with(b"");
        builder.write(&path).expect("the folder is ours");
        inspect(&path).expect("the whole file is good");
        std::fs::read(&path).expect("it is there")
    };
    for length in 4..whole.len() {
        let (_folder, path) = file_with(&whole[..length]);
        let outcome = inspect(&path);
        assert!(
            matches!(outcome, Err(ModelError::Truncated { .. })),
            "cut at {length}: {outcome:?}"
        );
    }
}

#[test]
fn a_token_that_stands_twice_is_refused_and_empty_ones_may() {
    let vocabulary = |tokens: &[&[u8]]| {
        let mut bytes = 8u32.to_le_bytes().to_vec();
        bytes.extend((tokens.len() as u64).to_le_bytes());
        for token in tokens {
            bytes.extend((token.len() as u64).to_le_bytes());
            bytes.extend(*token);
        }
        GgufBuilder::default().raw("tokenizer.ggml.tokens", 9, bytes)
    };
    assert_eq!(
        fault_of(&vocabulary(&[b"a", b"b", b"a"])),
        HeaderFault::Duplicate
    );
    let (_folder, path) = file_with(b"");
    // Pieces of characters are no text, and are told apart all the same.
    let good = vocabulary(&[b"", b"", b"\xd8", b"\xd9"]);
    good.write(&path).expect("the folder is ours");
    assert_eq!(inspect(&path).map(|facts| facts.vocabulary).ok(), Some(4));
    let number = GgufBuilder::default().number("tokenizer.ggml.tokens", 3);
    assert_eq!(
        fault_of(&number),
        HeaderFault::WrongType("tokenizer.ggml.tokens")
    );
}

#[test]
fn only_the_padding_behind_the_last_tensor_may_be_missing() {
    // An alignment of 1 MiB would hide as much of the weights.
    let builder = GgufBuilder::default().number("general.alignment", 1 << 20);
    let (_folder, path) = file_with(b"");
    let mut whole = builder.header();
    whole.resize(1 << 20, 0);
    std::fs::write(&path, &whole).expect("the folder is ours");
    let missing = inspect(&path);
    assert!(
        matches!(missing, Err(ModelError::Truncated { expected, .. }) if expected == (1 << 20) + 512),
        "{missing:?}"
    );
    whole.resize((1 << 20) + 512, 0);
    std::fs::write(&path, &whole).expect("the folder is ours");
    inspect(&path).expect("every weight is there");
}

#[test]
fn counts_types_and_places_that_cannot_be_are_refused() {
    let good = GgufBuilder::default();
    assert_eq!(fault_of(&good.clone().version(9)), HeaderFault::Version(9));
    assert_eq!(
        fault_of(&good.clone().number("llama.block_count", 513)),
        HeaderFault::Count {
            what: "the number of layers",
            value: 513
        }
    );
    let experts = |used: u32, groups: u32, groups_used: u32| {
        GgufBuilder::default()
            .number("llama.expert_count", 4)
            .number("llama.expert_used_count", used)
            .number("llama.expert_group_count", groups)
            .number("llama.expert_group_used_count", groups_used)
    };
    for (used, groups, groups_used) in [
        (0, 0, 0),
        (5, 0, 0),
        (2, 4, 1),
        (2, 3, 1),
        (2, 2, 0),
        (2, 2, 2),
    ] {
        let fault = fault_of(&experts(used, groups, groups_used));
        assert!(matches!(fault, HeaderFault::Count { .. }), "{fault:?}");
    }
    for (used, groups, groups_used) in [(2, 0, 0), (4, 1, 1), (2, 2, 1)] {
        let (_folder, path) = file_with(b"");
        experts(used, groups, groups_used)
            .write(&path)
            .expect("the folder is ours");
        inspect(&path).expect("experts as llama.cpp has them");
    }
    assert_eq!(
        fault_of(&good.clone().without("general.architecture")),
        HeaderFault::Missing("general.architecture")
    );
    assert_eq!(
        fault_of(&good.clone().without("tokenizer.ggml.model")),
        HeaderFault::Missing("tokenizer.ggml.model")
    );
    assert_eq!(
        fault_of(&good.clone().raw("x", 99, vec![])),
        HeaderFault::Type {
            what: "value",
            value: 99
        }
    );
    assert_eq!(
        fault_of(&good.clone().number("general.alignment", 3 << 20)),
        HeaderFault::Alignment(3 << 20)
    );
    assert_eq!(
        fault_of(&good.clone().tensor("t", &[33, 1], 2, 0)),
        HeaderFault::Row(33)
    );
    assert_eq!(
        fault_of(&good.clone().tensor("token_embd.weight", &[32], 0, 128)),
        HeaderFault::Duplicate
    );
    assert!(matches!(
        fault_of(&good.clone().tensor("t", &[1 << 40, 1 << 40], 0, 0)),
        HeaderFault::Count { .. }
    ));
    let mut endless_array = 4u32.to_le_bytes().to_vec();
    endless_array.extend((1u64 << 60).to_le_bytes());
    assert!(matches!(
        fault_of(&good.raw("x", 9, endless_array)),
        HeaderFault::Count { .. }
    ));
}

#[test]
fn a_model_larger_than_any_memory_will_not_fit() {
    let (_folder, path) = file_with(b"");
    // 8 TiB of weights, as a hole in the file; ext4 takes up to 16.
    let builder = GgufBuilder::default().tensor("big", &[1 << 20, 1 << 21], 0, 1 << 43);
    builder.write(&path).expect("a hole takes no room");
    let facts = inspect(&path).expect("the header is right");
    let available = sanad_models::available_memory().expect("Linux says how much is free");
    let fit = MemoryFit::of(&facts, available);
    assert_eq!(fit.verdict, Fit::WillNotFit);
    assert_eq!(fit.smaller, None, "no version of it fits either");
}

#[test]
fn a_model_gets_the_context_that_fits_or_the_name_of_a_version_that_does() {
    let (_folder, path) = file_with(b"");
    // 4 billion weights of four bytes, and 1 MiB of cache for each token.
    let builder = GgufBuilder::default()
        .number("llama.context_length", 8192)
        .number("llama.embedding_length", 1 << 18)
        .tensor("big", &[1 << 16, 1 << 16], 0, 1 << 34);
    builder.write(&path).expect("a hole takes no room");
    let facts = inspect(&path).expect("the header is right");
    assert_eq!(facts.cache_bytes_per_token, 1 << 20);
    let gib = |count: u64| MemoryFit::of(&facts, count << 30);
    let contexts = |fit: &MemoryFit| (fit.verdict, fit.context_tokens, fit.context_is_cut);

    assert_eq!(contexts(&gib(24)), (Fit::Fits, 4096, false));
    assert_eq!(contexts(&gib(21)), (Fit::Tight, 4096, false));
    assert_eq!(contexts(&gib(19)), (Fit::Tight, 2048, true));
    let wanting = |count: u64, tokens| MemoryFit::wanting(&facts, count << 30, tokens);
    assert_eq!(contexts(&wanting(64, 8192)), (Fit::Fits, 8192, false));
    let trained_with_less = wanting(64, 32_768);
    assert_eq!(contexts(&trained_with_less), (Fit::Fits, 8192, false));
    assert_eq!(contexts(&wanting(24, 2048)), (Fit::Fits, 2048, false));
    let no_room = wanting(24, 8192);
    assert_eq!(contexts(&no_room), (Fit::Fits, 4096, true));
    let too_large = gib(16);
    assert_eq!(contexts(&too_large), (Fit::WillNotFit, 2048, false));
    let smaller = too_large.smaller.expect("fewer bits fit");
    assert_eq!(smaller.quantisation, "Q8_0");
    assert!(smaller.needed < 16 << 30 && smaller.needed > 4 << 30);
    let named = |count| gib(count).smaller.map(|version| version.quantisation);
    assert_eq!((named(5), named(1)), (Some("Q3_K_M"), None));
}

#[test]
fn fits_tight_and_not_at_all_are_judged_at_their_edges() {
    for (need, available, expected) in [
        (90, 100, Fit::Fits),
        (91, 100, Fit::Tight),
        (100, 100, Fit::Tight),
        (101, 100, Fit::WillNotFit),
        (1, 0, Fit::WillNotFit),
    ] {
        assert_eq!(
            Fit::judge(need, available),
            expected,
            "{need} of {available}"
        );
    }
}

#[test]
fn the_fixture_model_is_described_from_its_header() {
    let facts = inspect(&fixture_model()).expect("the fixture is a good file");
    assert_eq!(facts.architecture, "llama");
    assert!(facts.has_chat_template);
    assert!(
        facts.file_bytes <= 3_000_000,
        "the fixture has {} bytes",
        facts.file_bytes
    );
}

#[test]
fn the_starter_model_is_described_from_its_header() {
    let Some(path) = starter_model() else { return };
    let facts = inspect(&path).expect("the starter is a good file");
    assert_eq!(
        (facts.layers, facts.training_context, facts.vocabulary),
        (30, 8192, 49152)
    );
    assert_eq!(facts.languages, ["en"]);
    // 30 layers × 3 heads × (64 + 64) × 2 bytes.
    assert_eq!(facts.cache_bytes_per_token, 23040);
    assert_eq!(facts.quantisation, "Q4_1");
    assert_eq!(facts.parameters, 134_515_008);
}
