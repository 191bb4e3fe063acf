//! The field's metrics, each equal to its reference program.
//!
//! Every figure here is checked to 1e-9 against sacrebleu, scikit-learn or rouge_score in `tests/reference`.

mod agreement;
mod bleu;
mod chrf;
mod classification;
mod matching;
mod ngrams;
mod rouge;

pub use agreement::{Agreement, agreement};
pub use bleu::{BLEU_SIGNATURE, bleu, sentence_bleu};
pub use chrf::{CHRF_SIGNATURE, chrf, sentence_chrf};
pub use classification::{Detection, accuracy, detection, macro_f1, matthews, unparsed};
pub(crate) use matching::bare;
pub use matching::{exact_match, folded_match};
pub use rouge::{Rouge, RougeTokenizer, rouge_1, rouge_l};
