//! The strength of a solution in every way that labels write it: per cent, 1:N, mg/mL.

use super::ARITHMETIC;
use crate::kit::*;
use crate::tools::conversion::every_unit;

pub(crate) const TOOL: Tool = Tool {
    key: "strength",
    group: Group::Infusion,
    version: 1,
    names: &[
        "1:1000",
        "1 in 1000",
        "percent to mg/mL",
        "% to mg/mL",
        "ratio strength",
        "strength",
        "adrenaline 1:10000",
        "تركيز المحلول",
        "نسبة مئوية",
        "واحد إلى ألف",
    ],
    fields: &[STRENGTH],
    figures: &[],
    sources: ARITHMETIC,
    reviewed_by: None,
    calculate: every_unit,
};
