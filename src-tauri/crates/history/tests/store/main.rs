//! The store from outside, with real files: one binary, so that SQLCipher is linked once.

mod conversations;
mod damage;
mod faults;
mod kills;
mod ownership;
mod secrecy;
mod support;
