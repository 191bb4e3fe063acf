//! A check: what is asked in which order, what came of each item, and what it says of the model.
//!
//! Nothing here asks a model or keeps a file. Each item in each language is one [`Step`], asked at once with all its
//! rotations, so that its result follows from it alone and can be kept as soon as it is there.

mod estimate;
mod plan;
mod report;
mod result;

pub use estimate::{Offer, QUICK_SECONDS, Speed, offer};
pub use plan::{Asked, CheckPlan, CheckSet, Depth, Form, PromptForm, Step, Wording};
pub use report::{CheckReport, GapReport, LanguageReport, Share, SubjectReport, compare, report};
pub use result::{FormResult, Outcome, StepResult};
