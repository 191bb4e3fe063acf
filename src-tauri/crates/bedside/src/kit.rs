//! What the file of a tool needs, under one name.

pub(crate) use crate::answer::{Answer, sum_of_points};
pub(crate) use crate::fields::*;
pub(crate) use crate::inputs::{Cuts, Inputs};
pub(crate) use crate::quantities as q;
pub(crate) use crate::quantities::analytes as lab;
pub(crate) use crate::rounding::Rounding::{Decimals, Significant};
pub(crate) use crate::threshold::{Band, Bands, Edge, exceeds, reaches};
pub(crate) use crate::tool::{Choice, Conflict, Field, Figure, Group, Source, Tool};

/// What every tool's function gives.
pub(crate) type Answered = Result<Answer, Conflict>;
