//! Reads a GGUF header without trusting a byte of it.
//!
//! Format: <https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>.
//! Memory is taken only for what has been read, counts are bounded, and products are checked.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::element::block_of;
use crate::{HeaderFault, LooksLike, ModelError};

/// No published model has more than a few thousand of either.
const MOST_TENSORS: u64 = 1 << 16;
const MOST_KEYS: u64 = 1 << 16;
/// The largest published vocabularies have some 260,000 entries.
const MOST_ARRAY_ELEMENTS: u64 = 1 << 24;
const LONGEST_STRING: u64 = 16 << 20;
const LARGEST_ALIGNMENT: u64 = 1 << 20;
const MOST_DIMENSIONS: u32 = 4;
/// Numbers of types of values.
const TEXT: u32 = 8;
const ARRAY: u32 = 9;
const VOCABULARY: &str = "tokenizer.ggml.tokens";

/// A value of the metadata; of arrays only what the app asks for is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Bool(bool),
    Text(String),
    /// Arrays of up to 64 texts are kept (languages, tags); of longer ones only the count.
    Texts(Vec<String>),
    Array {
        count: u64,
    },
}

/// What a header says.
#[derive(Debug, Default)]
pub(crate) struct Header {
    pub(crate) values: HashMap<String, Value>,
    /// Sizes of each tensor, the row first, by its name.
    pub(crate) tensors: HashMap<String, Vec<u64>>,
    /// Weights, over all tensors.
    pub(crate) parameters: u64,
    /// Bytes of all tensors.
    pub(crate) tensor_bytes: u64,
    /// Those bytes by ggml's number of the tensor's type.
    pub(crate) bytes_by_type: HashMap<u32, u64>,
}

impl Header {
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        match self.values.get(key)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The commonest tensor type by bytes, as its ggml number.
    pub(crate) fn main_type(&self) -> u32 {
        let types = self.bytes_by_type.iter();
        types
            .max_by_key(|(number, bytes)| (**bytes, **number))
            .map_or(0, |(number, _)| *number)
    }

    pub(crate) fn unsigned(&self, key: &str) -> Option<u64> {
        match self.values.get(key)? {
            Value::Unsigned(number) => Some(*number),
            Value::Signed(number) => u64::try_from(*number).ok(),
            _ => None,
        }
    }
}

/// Reads and checks the header of the file at `path`.
pub(crate) fn read_header(path: &Path) -> Result<Header, ModelError> {
    let io_error = |source| ModelError::Io {
        operation: "read",
        path: path.to_owned(),
        source,
    };
    let file = File::open(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => ModelError::NotFound {
            path: path.to_owned(),
        },
        _ => io_error(source),
    })?;
    let metadata = file.metadata().map_err(io_error)?;
    if !metadata.is_file() {
        return Err(ModelError::NotFound {
            path: path.to_owned(),
        });
    }
    if metadata.len() == 0 {
        return Err(ModelError::Empty {
            path: path.to_owned(),
        });
    }
    read_header_from(BufReader::new(file), metadata.len(), path)
}

/// Reads and checks a header from wherever it comes; `length` is that of the whole file, in bytes.
pub(crate) fn read_header_from(
    source: impl Read,
    length: u64,
    path: &Path,
) -> Result<Header, ModelError> {
    let mut reader = HeaderReader {
        source,
        read: 0,
        length,
    };
    reader.header().map_err(|stop| match stop {
        Stop::Io(source) => ModelError::Io {
            operation: "read",
            path: path.to_owned(),
            source,
        },
        Stop::Fault(fault) => ModelError::Malformed {
            path: path.to_owned(),
            fault,
        },
        Stop::NotGguf(looks_like) => ModelError::NotGguf {
            path: path.to_owned(),
            looks_like,
        },
        Stop::Ends { expected } => ModelError::Truncated {
            path: path.to_owned(),
            expected,
            found: length,
        },
    })
}

enum Stop {
    Io(io::Error),
    Fault(HeaderFault),
    NotGguf(LooksLike),
    Ends { expected: u64 },
}

impl From<HeaderFault> for Stop {
    fn from(fault: HeaderFault) -> Self {
        Self::Fault(fault)
    }
}

struct HeaderReader<R> {
    source: R,
    read: u64,
    length: u64,
}

impl<R: Read> HeaderReader<R> {
    fn header(&mut self) -> Result<Header, Stop> {
        self.magic()?;
        let version = self.u32()?;
        if !(2..=3).contains(&version) {
            return Err(HeaderFault::Version(version).into());
        }
        let tensors = self.count("the number of tensors", MOST_TENSORS)?;
        let keys = self.count("the number of metadata keys", MOST_KEYS)?;
        let mut header = Header::default();
        for _ in 0..keys {
            let key = self.string()?;
            let type_number = self.u32()?;
            let value = if key == VOCABULARY {
                self.vocabulary(type_number)?
            } else {
                self.value(type_number)?
            };
            if header.values.insert(key, value).is_some() {
                return Err(HeaderFault::Duplicate.into());
            }
        }
        self.tensors(tensors, &mut header)?;
        Ok(header)
    }

    fn magic(&mut self) -> Result<(), Stop> {
        if self.length < 24 {
            let mut start = vec![0; usize::try_from(self.length).unwrap_or(0)];
            self.fill(&mut start)?;
            return Err(if start.starts_with(b"GGUF") {
                Stop::Ends { expected: 24 }
            } else {
                Stop::NotGguf(looks_like(&start))
            });
        }
        let mut magic = [0; 4];
        self.fill(&mut magic)?;
        if &magic == b"GGUF" {
            return Ok(());
        }
        let mut start = magic.to_vec();
        start.extend(self.bytes::<16>()?);
        Err(Stop::NotGguf(looks_like(&start)))
    }

    fn tensors(&mut self, tensors: u64, header: &mut Header) -> Result<(), Stop> {
        let alignment = match header.values.get("general.alignment") {
            None => 32,
            Some(Value::Unsigned(alignment)) => *alignment,
            Some(_) => return Err(HeaderFault::WrongType("general.alignment").into()),
        };
        if !alignment.is_power_of_two() || alignment > LARGEST_ALIGNMENT {
            return Err(HeaderFault::Alignment(alignment).into());
        }
        // llama.cpp lays tensors one behind the other, each padded to the alignment.
        let mut expected_offset = 0u64;
        // The padding behind the last tensor may be missing, as in files of older converters.
        let mut data_end = 0u64;
        for _ in 0..tensors {
            let name = self.string()?;
            let tensor = self.tensor()?;
            if tensor.offset != expected_offset {
                return Err(HeaderFault::Offset(tensor.offset).into());
            }
            let padded = tensor
                .bytes
                .checked_next_multiple_of(alignment)
                .and_then(|padded| padded.checked_add(expected_offset));
            data_end = tensor.offset.saturating_add(tensor.bytes);
            expected_offset = padded.ok_or(HeaderFault::Count {
                what: "a tensor's size",
                value: tensor.bytes,
            })?;
            header.parameters = header.parameters.saturating_add(tensor.elements);
            header.tensor_bytes = header.tensor_bytes.saturating_add(tensor.bytes);
            let of_type = header.bytes_by_type.entry(tensor.type_number).or_default();
            *of_type = of_type.saturating_add(tensor.bytes);
            if header.tensors.insert(name, tensor.sizes).is_some() {
                return Err(HeaderFault::Duplicate.into());
            }
        }
        let data_start = self.read.next_multiple_of(alignment);
        let expected = data_start.saturating_add(data_end);
        if expected > self.length && tensors > 0 {
            return Err(Stop::Ends { expected });
        }
        Ok(())
    }

    fn tensor(&mut self) -> Result<Tensor, Stop> {
        let dimensions = self.u32()?;
        if !(1..=MOST_DIMENSIONS).contains(&dimensions) {
            let value = u64::from(dimensions);
            return Err(HeaderFault::Count {
                what: "a tensor's number of dimensions",
                value,
            }
            .into());
        }
        let row = self.u64()?;
        let mut elements = row;
        let mut sizes = vec![row];
        for _ in 1..dimensions {
            let size = self.u64()?;
            sizes.push(size);
            elements = elements.checked_mul(size).ok_or(HeaderFault::Count {
                what: "a tensor's dimension",
                value: size,
            })?;
        }
        if elements == 0 || elements > i64::MAX as u64 {
            return Err(HeaderFault::Count {
                what: "a tensor's size",
                value: elements,
            }
            .into());
        }
        let type_number = self.u32()?;
        let (block, block_bytes) = block_of(type_number).ok_or(HeaderFault::Type {
            what: "tensor",
            value: type_number,
        })?;
        if row % block != 0 {
            return Err(HeaderFault::Row(row).into());
        }
        let bytes = (elements / block)
            .checked_mul(block_bytes)
            .ok_or(HeaderFault::Count {
                what: "a tensor's size",
                value: elements,
            })?;
        let offset = self.u64()?;
        Ok(Tensor {
            sizes,
            elements,
            bytes,
            offset,
            type_number,
        })
    }

    fn value(&mut self, type_number: u32) -> Result<Value, Stop> {
        Ok(match type_number {
            0 => Value::Unsigned(u64::from(u8::from_le_bytes(self.bytes()?))),
            1 => Value::Signed(i64::from(i8::from_le_bytes(self.bytes()?))),
            2 => Value::Unsigned(u64::from(u16::from_le_bytes(self.bytes()?))),
            3 => Value::Signed(i64::from(i16::from_le_bytes(self.bytes()?))),
            4 => Value::Unsigned(u64::from(self.u32()?)),
            5 => Value::Signed(i64::from(i32::from_le_bytes(self.bytes()?))),
            6 => Value::Float(f64::from(f32::from_le_bytes(self.bytes()?))),
            7 => match self.bytes::<1>()? {
                [0] => Value::Bool(false),
                [1] => Value::Bool(true),
                [other] => {
                    return Err(HeaderFault::Type {
                        what: "truth",
                        value: u32::from(other),
                    }
                    .into());
                }
            },
            TEXT => Value::Text(self.string()?),
            ARRAY => self.array()?,
            10 => Value::Unsigned(self.u64()?),
            11 => Value::Signed(i64::from_le_bytes(self.bytes()?)),
            12 => Value::Float(f64::from_le_bytes(self.bytes()?)),
            other => {
                return Err(HeaderFault::Type {
                    what: "value",
                    value: other,
                }
                .into());
            }
        })
    }

    /// The list of tokens, of which llama.cpp aborts on any that stands twice; empty ones it names apart.
    fn vocabulary(&mut self, type_number: u32) -> Result<Value, Stop> {
        if type_number != ARRAY || self.u32()? != TEXT {
            return Err(HeaderFault::WrongType(VOCABULARY).into());
        }
        let count = self.count("an array's length", MOST_ARRAY_ELEMENTS)?;
        let mut tokens = HashSet::new();
        for _ in 0..count {
            let token = self.text_bytes()?;
            if !token.is_empty() && !tokens.insert(token) {
                return Err(HeaderFault::Duplicate.into());
            }
        }
        Ok(Value::Array { count })
    }

    fn array(&mut self) -> Result<Value, Stop> {
        let element_type = self.u32()?;
        let count = self.count("an array's length", MOST_ARRAY_ELEMENTS)?;
        let element_bytes = match element_type {
            0 | 1 | 7 => 1,
            2 | 3 => 2,
            4..=6 => 4,
            10..=12 => 8,
            8 => {
                let mut kept = Vec::new();
                for _ in 0..count {
                    let text = self.string()?;
                    if count <= 64 {
                        kept.push(text);
                    }
                }
                return Ok(if count <= 64 {
                    Value::Texts(kept)
                } else {
                    Value::Array { count }
                });
            }
            // An array of arrays is allowed by the format and used by nobody; llama.cpp asserts on it.
            other => {
                return Err(HeaderFault::Type {
                    what: "array",
                    value: other,
                }
                .into());
            }
        };
        self.skip(count * element_bytes)?;
        Ok(Value::Array { count })
    }

    fn string(&mut self) -> Result<String, Stop> {
        // Token pieces of some vocabularies are not UTF-8; they are never kept, so nothing is lost.
        Ok(String::from_utf8_lossy(&self.text_bytes()?).into_owned())
    }

    fn text_bytes(&mut self) -> Result<Vec<u8>, Stop> {
        let length = self.count("a text's length", LONGEST_STRING)?;
        self.must_hold(length)?;
        let mut bytes = vec![0; usize::try_from(length).unwrap_or(0)];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn count(&mut self, what: &'static str, most: u64) -> Result<u64, Stop> {
        let value = self.u64()?;
        if value > most {
            return Err(HeaderFault::Count { what, value }.into());
        }
        Ok(value)
    }

    fn u32(&mut self) -> Result<u32, Stop> {
        Ok(u32::from_le_bytes(self.bytes()?))
    }

    fn u64(&mut self) -> Result<u64, Stop> {
        Ok(u64::from_le_bytes(self.bytes()?))
    }

    fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Stop> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Stop> {
        self.must_hold(bytes.len() as u64)?;
        self.source.read_exact(bytes).map_err(Stop::Io)?;
        self.read += bytes.len() as u64;
        Ok(())
    }

    fn skip(&mut self, bytes: u64) -> Result<(), Stop> {
        self.must_hold(bytes)?;
        io::copy(&mut self.source.by_ref().take(bytes), &mut io::sink()).map_err(Stop::Io)?;
        self.read += bytes;
        Ok(())
    }

    fn must_hold(&self, bytes: u64) -> Result<(), Stop> {
        let expected = self.read.saturating_add(bytes);
        if expected > self.length {
            Err(Stop::Ends { expected })
        } else {
            Ok(())
        }
    }
}

struct Tensor {
    sizes: Vec<u64>,
    elements: u64,
    bytes: u64,
    offset: u64,
    type_number: u32,
}

fn looks_like(start: &[u8]) -> LooksLike {
    if start.starts_with(b"PK\x03\x04") {
        LooksLike::Zip
    } else if start.starts_with(b"FUGG") {
        LooksLike::BigEndianGguf
    } else if start.get(8) == Some(&b'{') {
        // Eight bytes of length, then a JSON object.
        LooksLike::Safetensors
    } else {
        LooksLike::Unknown
    }
}
