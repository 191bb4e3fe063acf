//! A throw-away store, and text that mixes what clinicians mix.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sanad_domain::{ModelStamp, Sha256Hex, Timestamp};
use sanad_history::{HistoryError, KeyDerivation, Passphrase, Store, StoreFolder};
use tempfile::TempDir;

pub(crate) const NOW: Timestamp = Timestamp(1_790_000_000_000);

/// Each of these has been the end of somebody's text handling.
pub(crate) const DIFFICULT_TEXTS: &[&str] = &[
    "ما جرعة amoxicillin لطفل وزنه 12 kg؟ 5-10 mg/kg q8h",
    "می\u{200C}خواهم دوز را بدانم",
    "👨\u{200D}👩\u{200D}👧‍👦 🏥 e\u{301} \u{1F1EA}\u{1F1EC}",
    "\u{202E}gm 01-5\u{202C} \u{2066}120 / 80\u{2069} \u{200F}\u{061C}\u{FEFF}",
    "before\0after\0\0",
    "\r\n\t \u{2028}\u{85}tail ",
    "'; DROP TABLE turn; -- \" ` $1 ?1 :a %s",
    "\u{10FFFF}\u{FFFD}\u{FFFE}",
];

pub(crate) struct TestFolder {
    _owner: TempDir,
    pub(crate) folder: StoreFolder,
}

impl TestFolder {
    pub(crate) fn new() -> Self {
        let owner = TempDir::new().expect("the system's temporary folder is writable");
        let folder = StoreFolder::at(&owner.path().join("sanad"));
        Self {
            _owner: owner,
            folder,
        }
    }

    /// A folder in memory where the system has one: for tests in which the disk is played by somebody else.
    pub(crate) fn in_memory() -> Self {
        let owner = memory();
        let folder = StoreFolder::at(&owner.path().join("sanad"));
        Self {
            _owner: owner,
            folder,
        }
    }

    pub(crate) fn with_store() -> (Self, Store) {
        let folder = Self::new();
        let store = create(&folder.folder).expect("a new folder takes a store");
        (folder, store)
    }

    pub(crate) fn open(&self) -> Store {
        open(&self.folder).expect("the store is whole and nobody holds it")
    }
}

/// A throw-away folder that costs no fsync.
pub(crate) fn memory() -> TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| TempDir::new())
        .expect("the system's temporary folder is writable")
}

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::new("قلب سليم 42".to_owned()).expect("not empty")
}

pub(crate) fn create(folder: &StoreFolder) -> Result<Store, HistoryError> {
    Store::create(folder, &passphrase(), KeyDerivation::WEAK_FOR_TESTS)
}

pub(crate) fn open(folder: &StoreFolder) -> Result<Store, HistoryError> {
    Store::open(folder, &passphrase())
}

pub(crate) fn model() -> ModelStamp {
    ModelStamp {
        name: "Fixture 1".to_owned(),
        sha256: Sha256Hex("0f".repeat(32)),
    }
}

/// Every file under a folder with its bytes.
pub(crate) fn files_under(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files_under(&path));
        } else {
            let bytes = fs::read(&path).expect("the file is ours");
            found.push((path, bytes));
        }
    }
    found
}

/// A small generator of our own, so that a failing run can be run again from its seed.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16) % bound
    }
}

/// This test binary again, as another process that runs one `#[ignore]`d test and nothing else.
///
/// Its standard output is a pipe; what libtest prints there is to be passed over.
pub(crate) fn another_process(test: &str, folder: &StoreFolder) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("we run from a file"));
    command
        .args([
            test,
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER_VARIABLE, folder.root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

const FOLDER_VARIABLE: &str = "SANAD_TEST_FOLDER";

/// The folder that [`another_process`] was started with; `None` if somebody runs ignored tests by hand.
pub(crate) fn folder_of_this_process() -> Option<StoreFolder> {
    Some(StoreFolder::at(Path::new(&std::env::var_os(
        FOLDER_VARIABLE,
    )?)))
}

/// Tells the parent something; it has heard when this returns, even if we are killed next.
pub(crate) fn tell(words: &str) {
    let mut out = std::io::stdout().lock();
    // A line of its own behind what libtest printed, and one write, so that a kill cannot leave half
    // a line that looks whole.
    out.write_all(format!("\n@{words}\n").as_bytes())
        .expect("the parent listens");
    out.flush().expect("the parent listens");
}

/// What a child told, without what libtest printed and without a line that was cut.
pub(crate) fn told(output: &str) -> Vec<&str> {
    output
        .split_inclusive('\n')
        .filter_map(|line| line.strip_suffix('\n')?.strip_prefix('@'))
        .collect()
}

pub(crate) use sanad_testing::rounds;

/// Says on stderr why a test had nothing to do here.
pub(crate) fn skip(reason: &str) {
    writeln!(std::io::stderr(), "skipped: {reason}").expect("stderr is open");
}
