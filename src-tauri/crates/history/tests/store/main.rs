//! The store from outside, with real files: one binary, so that SQLCipher is linked once.

mod backups;
mod branches;
mod care;
mod conversations;
mod damage;
mod disk;
mod edits;
mod every_call;
mod faults;
mod handover;
mod keys;
mod kills;
mod kills_of_keepers;
mod ownership;
mod power_cut;
mod replay;
mod sampling;
mod search;
mod secrecy;
mod self_checks;
mod support;
mod templates;
