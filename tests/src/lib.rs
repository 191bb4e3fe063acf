//! What the system tests share: the built programs, a driven window, a look at processes and files,
//! and conversations to look at.

mod bus;
mod checks;
mod files;
mod memory;
mod processes;
mod programs;
mod seed;
mod shipped;
mod walk;
mod window;

pub use bus::{Bus, Keychain};
pub use checks::{Checks, Contrast};
pub use files::{assert_nowhere_in, bytes_of_all_files, folder};
pub use memory::count_in_memory;
pub use processes::{
    Process, children_of, descendants_of, has_ended, kill, listening_sockets, pause,
    proportional_set_bytes, resume, say, seconds_since_start, send_signal, wait_until,
};
pub use programs::{Run, engine, run, run_as, run_in, sanad, sanad_webdriver, with_passphrase};
pub use sanad_testing::{
    ClinicalRuns, Paper, fixture_model, openings, starter_model, workspace_root,
};
pub use seed::{acknowledge, seed, seed_all};
pub use shipped::ShippedApp;
pub use walk::{ESCAPE, Walk};
pub use window::{PASSPHRASE, Refusal, Window};
