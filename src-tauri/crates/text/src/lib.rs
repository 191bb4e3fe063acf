//! Text that reads the same in both directions: base direction, islands, Markdown, folding.
//!
//! Owns everything that has to be known about a text before it is shown, searched, copied or checked.
//! It must never change what is stored, never write HTML into a block, and never reorder text: unic-bidi gives
//! paragraphs, levels and classes, and its `reorder_line` and `visual_runs` are banned by clippy.toml.

mod blocks;
mod chars;
mod detect;
mod direction;
mod fold;
mod html;
mod inline;
mod inspect;
mod islands;
mod language;
mod lexicon;
mod markdown;
mod marks;
mod record;
mod sanitise;
mod search;
mod spans;
mod stem;
mod streaming;
mod tail;
mod units;

pub use blocks::{Alignment, Block, Cell, Isolate, ListItem, Span, SpanKind, each_span, join};
pub use chars::ascii_digits;
pub use detect::{Detection, Dialect, detect};
pub use direction::{Direction, ParagraphLevel, majority, paragraphs};
pub use fold::{FOLD_VERSION, Folded, fold};
pub use html::to_html;
pub use inspect::{Warning, WarningKind, inspect, spelled_out};
pub use islands::{Island, find as islands};
pub use language::Language;
pub use lexicon::{Entry, Hint, dialect_hints, lexicon};
pub use markdown::{line, markup_signs, plain, render};
pub use marks::{Mark, Marked, Missing, Reading, marks};
pub use record::{Edge, mark as direction_mark, with_marks};
pub use sanitise::{Removed, Sanitised, Sanitiser, sanitise};
pub use search::{Term, Token, matches, search_terms, search_tokens};
pub use spans::{Base, DirectedKind, DirectedSpan, DirectedText, spans};
pub use streaming::{OpenKind, OpenStep, Step, Streaming};
pub use tail::hide_cut_tail;
