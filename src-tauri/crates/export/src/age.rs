//! The age format, version 1, with a passphrase: <https://age-encryption.org/v1>.
//!
//! Written here because the crate `age` also brings post-quantum and elliptic-curve recipients, a localisation of its
//! own and some eighty further crates, none of which a passphrase needs. The primitives are those of RustCrypto.
//! What is written opens with `age -d`, and what `age -p` writes is read.
//!
//! It must never hand out a byte that was not authenticated.

use std::io::{self, BufRead, BufReader, Read, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::ExportError;

const VERSION_LINE: &str = "age-encryption.org/v1";
const STANZA: &str = "-> scrypt ";
const MAC: &str = "---";

/// Binary logarithm of scrypt's cost: 128 MiB and some half a second, which a laptop beside a model can spare.
const WORK: u8 = 17;

/// What a file may ask for: 1 GiB; `age` writes 18.
const LARGEST_WORK: u8 = 20;

const SALT: usize = 16;
const FILE_KEY: usize = 16;
const TAG: usize = 16;
const CHUNK: usize = 64 * 1024;

/// No line of a header is longer.
const LONGEST_LINE: u64 = 128;

type Key = Zeroizing<[u8; 32]>;

/// Encrypts what is written to it.
pub(crate) struct Encryptor<'out> {
    out: &'out mut dyn Write,
    stream: Stream,
    waiting: Zeroizing<Vec<u8>>,
}

impl<'out> Encryptor<'out> {
    /// Writes the header.
    pub(crate) fn begin(out: &'out mut dyn Write, passphrase: &str) -> Result<Self, ExportError> {
        let salt: [u8; SALT] = random()?;
        let file_key: Zeroizing<[u8; FILE_KEY]> = Zeroizing::new(random()?);
        let nonce: [u8; 16] = random()?;
        let body = cipher(&wrapping_key(passphrase, &salt, WORK)?)
            .encrypt(&Nonce::default(), file_key.as_slice())
            .expect("16 bytes are never too long");
        let header = format!(
            "{VERSION_LINE}\n{STANZA}{} {WORK}\n{}\n{MAC}",
            BASE64.encode(salt),
            BASE64.encode(body)
        );
        let code = header_code(&file_key, header.as_bytes()).finalize();
        writeln!(out, "{header} {}", BASE64.encode(code.into_bytes()))?;
        out.write_all(&nonce)?;
        Ok(Self {
            out,
            stream: Stream::new(&file_key, &nonce),
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK)),
        })
    }

    /// Writes the last piece, without which a reader takes the file for cut.
    pub(crate) fn finish(mut self) -> Result<(), ExportError> {
        let sealed = self.stream.seal(&self.waiting, true);
        self.out.write_all(&sealed)?;
        Ok(())
    }
}

impl Write for Encryptor<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until it is known not to be the last.
        if self.waiting.len() == CHUNK {
            let sealed = self.stream.seal(&self.waiting, false);
            self.out.write_all(&sealed)?;
            self.waiting.clear();
        }
        let taken = bytes.len().min(CHUNK - self.waiting.len());
        self.waiting.extend(bytes.iter().take(taken));
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Decrypts what is read from it; damage comes as an [`ExportError`] inside the `io::Error`.
pub(crate) struct Decryptor<'input> {
    input: BufReader<&'input mut dyn Read>,
    stream: Stream,
    opened: Zeroizing<Vec<u8>>,
    at: usize,
    is_over: bool,
}

impl<'input> Decryptor<'input> {
    /// Reads the header and tries the passphrase.
    pub(crate) fn begin(
        input: &'input mut dyn Read,
        passphrase: &str,
    ) -> Result<Self, ExportError> {
        let mut input = BufReader::with_capacity(CHUNK + TAG, input);
        let mut header = String::new();
        if line(&mut input, &mut header)? != VERSION_LINE {
            return Err(ExportError::Foreign);
        }
        let stanza = line(&mut input, &mut header)?;
        let (salt, work) = stanza_of(&stanza).ok_or(ExportError::Foreign)?;
        let body = decoded::<{ FILE_KEY + TAG }>(&line(&mut input, &mut header)?)?;
        let last = line(&mut input, &mut header)?;
        let code = last
            .strip_prefix(MAC)
            .and_then(|rest| rest.strip_prefix(' '))
            .ok_or(ExportError::Damaged)?;
        let opened = cipher(&wrapping_key(passphrase, &salt, work)?)
            .decrypt(&Nonce::default(), body.as_slice())
            .map_err(|_| ExportError::WrongPassphrase)?;
        let opened = Zeroizing::new(opened);
        let file_key: [u8; FILE_KEY] = opened
            .as_slice()
            .try_into()
            .map_err(|_| ExportError::Damaged)?;
        let file_key = Zeroizing::new(file_key);
        let signed = header.len() - code.len() - " \n".len();
        header_code(&file_key, header.as_bytes().split_at(signed).0)
            .verify_slice(&decoded::<32>(code)?)
            .map_err(|_| ExportError::Damaged)?;
        let mut nonce = [0; 16];
        input.read_exact(&mut nonce).map_err(ended)?;
        Ok(Self {
            input,
            stream: Stream::new(&file_key, &nonce),
            opened: Zeroizing::new(Vec::new()),
            at: 0,
            is_over: false,
        })
    }

    fn open_next(&mut self) -> Result<(), ExportError> {
        let mut sealed = Vec::with_capacity(CHUNK + TAG);
        let room = u64::try_from(CHUNK + TAG).expect("a small number");
        (&mut self.input).take(room).read_to_end(&mut sealed)?;
        self.is_over = self.input.fill_buf()?.is_empty();
        self.opened = Zeroizing::new(self.stream.open(&sealed, self.is_over)?);
        self.at = 0;
        Ok(())
    }
}

impl Read for Decryptor<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.opened.len() {
            if self.is_over {
                return Ok(0);
            }
            self.open_next()?;
        }
        let rest = self.opened.split_at(self.at).1;
        let count = rest.len().min(into.len());
        into.split_at_mut(count)
            .0
            .copy_from_slice(rest.split_at(count).0);
        self.at += count;
        Ok(count)
    }
}

/// The payload: pieces of 64 KiB, each sealed with its number and whether it is the last.
struct Stream {
    cipher: ChaCha20Poly1305,
    number: u64,
}

impl Stream {
    fn new(file_key: &[u8; FILE_KEY], nonce: &[u8; 16]) -> Self {
        Self {
            cipher: cipher(&derived(file_key, Some(nonce), b"payload")),
            number: 0,
        }
    }

    fn nonce(&mut self, is_last: bool) -> Nonce {
        let mut nonce = [0; 12];
        let (counter, last) = nonce.split_at_mut(11);
        let number = self.number.to_be_bytes();
        counter.split_at_mut(3).1.copy_from_slice(&number);
        last.fill(u8::from(is_last));
        self.number += 1;
        Nonce::from(nonce)
    }

    fn seal(&mut self, piece: &[u8], is_last: bool) -> Vec<u8> {
        let nonce = self.nonce(is_last);
        self.cipher
            .encrypt(&nonce, piece)
            .expect("64 KiB are never too long")
    }

    fn open(&mut self, sealed: &[u8], is_last: bool) -> Result<Vec<u8>, ExportError> {
        let is_first = self.number == 0;
        let nonce = self.nonce(is_last);
        let opened = self
            .cipher
            .decrypt(&nonce, sealed)
            .map_err(|_| ExportError::Damaged)?;
        // Only the empty file has an empty piece.
        if opened.is_empty() && !is_first {
            return Err(ExportError::Damaged);
        }
        Ok(opened)
    }
}

fn cipher(key: &Key) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new_from_slice(key.as_slice()).expect("a key has 32 bytes")
}

fn wrapping_key(passphrase: &str, salt: &[u8; SALT], work: u8) -> Result<Key, ExportError> {
    let mut full_salt = b"age-encryption.org/v1/scrypt".to_vec();
    full_salt.extend(salt);
    let parameters = scrypt::Params::new(work, 8, 1).map_err(|_| ExportError::Foreign)?;
    let mut key = Key::default();
    scrypt::scrypt(
        passphrase.as_bytes(),
        &full_salt,
        &parameters,
        key.as_mut_slice(),
    )
    .expect("scrypt gives 32 bytes");
    Ok(key)
}

fn derived(file_key: &[u8; FILE_KEY], salt: Option<&[u8]>, purpose: &[u8]) -> Key {
    let mut key = Key::default();
    Hkdf::<Sha256>::new(salt, file_key)
        .expand(purpose, key.as_mut_slice())
        .expect("HKDF gives 32 bytes");
    key
}

fn header_code(file_key: &[u8; FILE_KEY], header: &[u8]) -> Hmac<Sha256> {
    let key = derived(file_key, None, b"header");
    let mut code = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice())
        .expect("any length will do");
    code.update(header);
    code
}

/// The next line without its end, which is added to what was read of the header.
fn line(input: &mut impl BufRead, header: &mut String) -> Result<String, ExportError> {
    let mut bytes = Vec::new();
    input.take(LONGEST_LINE).read_until(b'\n', &mut bytes)?;
    let text = String::from_utf8(bytes).map_err(|_| ExportError::Foreign)?;
    let Some(bare) = text.strip_suffix('\n') else {
        return Err(if header.is_empty() {
            ExportError::Foreign
        } else {
            ExportError::Damaged
        });
    };
    header.push_str(&text);
    Ok(bare.to_owned())
}

/// Salt and work factor of a stanza for a passphrase.
fn stanza_of(stanza: &str) -> Option<([u8; SALT], u8)> {
    let (salt, work) = stanza.strip_prefix(STANZA)?.split_once(' ')?;
    let is_canonical = work.bytes().all(|byte| byte.is_ascii_digit()) && !work.starts_with('0');
    let work = work.parse().ok().filter(|work| *work <= LARGEST_WORK)?;
    is_canonical.then_some((decoded(salt).ok()?, work))
}

fn decoded<const LENGTH: usize>(text: &str) -> Result<[u8; LENGTH], ExportError> {
    let bytes = BASE64.decode(text).map_err(|_| ExportError::Damaged)?;
    bytes.try_into().map_err(|_| ExportError::Damaged)
}

fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], ExportError> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(ExportError::NoRandomness)?;
    Ok(bytes)
}

fn ended(error: io::Error) -> ExportError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => ExportError::Damaged,
        _ => error.into(),
    }
}
