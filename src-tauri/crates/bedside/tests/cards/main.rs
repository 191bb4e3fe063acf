//! The tools from outside: published examples, a second implementation, what may be entered, what is said.

mod catalogue;
mod doses;
mod entries;
mod mentions;
mod messages;
mod monotone;
mod published;
mod reference;
mod support;
mod vectors;
