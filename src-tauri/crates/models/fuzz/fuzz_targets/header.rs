//! No bytes make the header check panic, hang or take memory that they do not fill.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use sanad_models::{MemoryFit, inspect_from};

fuzz_target!(|bytes: &[u8]| {
    let length = bytes.len() as u64;
    match inspect_from(bytes, length, Path::new("fuzzed.gguf")) {
        Ok(facts) => {
            assert!(facts.layers > 0 && facts.weight_bytes <= length);
            let fit = MemoryFit::of(&facts, 8 << 30);
            assert!(fit.need.total() >= facts.weight_bytes);
        }
        Err(refusal) => assert!(!refusal.to_string().is_empty()),
    }
});
