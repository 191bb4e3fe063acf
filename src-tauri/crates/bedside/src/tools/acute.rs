//! Scores of the acutely ill.

pub(super) mod blatchford;
pub(super) mod child_pugh;
pub(super) mod fib4;
pub(super) mod gcs;
pub(super) mod gcs_child;
pub(super) mod maddrey;
pub(super) mod meld;
pub(super) mod news2;
pub(super) mod qsofa;
pub(super) mod sofa;
