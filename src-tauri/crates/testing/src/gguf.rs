//! Writes small GGUF files, right ones and wrong ones.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// A GGUF file in the making. Starts as a header that the header check accepts, with one F32 tensor.
#[derive(Clone, Debug)]
pub struct GgufBuilder {
    version: u32,
    keys: Vec<(String, u32, Vec<u8>)>,
    tensors: Vec<(String, Vec<u64>, u32, u64)>,
    data_bytes: u64,
}

impl Default for GgufBuilder {
    fn default() -> Self {
        Self {
            version: 3,
            keys: Vec::new(),
            tensors: Vec::new(),
            data_bytes: 0,
        }
        .text("general.architecture", "llama")
        .text("tokenizer.ggml.model", "gpt2")
        .number("llama.block_count", 1)
        .tensor("token_embd.weight", &[32, 4], 0, 512)
    }
}

impl GgufBuilder {
    /// Sets the version.
    #[must_use]
    pub fn version(mut self, version: u32) -> Self {
        self.version = version;
        self
    }

    /// Adds a text, or replaces it.
    #[must_use]
    pub fn text(self, key: &str, value: &str) -> Self {
        let mut bytes = (value.len() as u64).to_le_bytes().to_vec();
        bytes.extend(value.as_bytes());
        self.raw(key, 8, bytes)
    }

    /// Adds a u32, or replaces it.
    #[must_use]
    pub fn number(self, key: &str, value: u32) -> Self {
        self.raw(key, 4, value.to_le_bytes().to_vec())
    }

    /// Adds a value of any type number, or replaces it.
    #[must_use]
    pub fn raw(mut self, key: &str, type_number: u32, bytes: Vec<u8>) -> Self {
        self.keys.retain(|(present, ..)| present != key);
        self.keys.push((key.to_owned(), type_number, bytes));
        self
    }

    /// Takes a value out.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.keys.retain(|(present, ..)| present != key);
        self
    }

    /// Adds a tensor behind those that are there; `bytes` is what it takes in the file.
    #[must_use]
    pub fn tensor(mut self, name: &str, dimensions: &[u64], type_number: u32, bytes: u64) -> Self {
        self.tensors.push((
            name.to_owned(),
            dimensions.to_vec(),
            type_number,
            self.data_bytes,
        ));
        self.data_bytes = (self.data_bytes + bytes).next_multiple_of(32);
        self
    }

    /// The header's bytes, padded to where the data begins.
    #[must_use]
    pub fn header(&self) -> Vec<u8> {
        let mut out = b"GGUF".to_vec();
        out.extend(self.version.to_le_bytes());
        out.extend((self.tensors.len() as u64).to_le_bytes());
        out.extend((self.keys.len() as u64).to_le_bytes());
        let put_name = |out: &mut Vec<u8>, name: &str| {
            out.extend((name.len() as u64).to_le_bytes());
            out.extend(name.as_bytes());
        };
        for (key, type_number, bytes) in &self.keys {
            put_name(&mut out, key);
            out.extend(type_number.to_le_bytes());
            out.extend(bytes);
        }
        for (name, dimensions, type_number, offset) in &self.tensors {
            put_name(&mut out, name);
            out.extend((dimensions.len() as u32).to_le_bytes());
            for size in dimensions {
                out.extend(size.to_le_bytes());
            }
            out.extend(type_number.to_le_bytes());
            out.extend(offset.to_le_bytes());
        }
        out.resize(out.len().next_multiple_of(32), 0);
        out
    }

    /// Writes the file; the tensors' data is a hole of zeros, so that even a huge one takes no room.
    ///
    /// # Errors
    /// What the file system says.
    pub fn write(&self, path: &Path) -> io::Result<()> {
        let header = self.header();
        let mut file = File::create(path)?;
        file.write_all(&header)?;
        file.set_len(header.len() as u64 + self.data_bytes)
    }
}
