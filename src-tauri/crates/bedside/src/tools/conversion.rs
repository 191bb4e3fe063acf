//! One unit into another.

use crate::kit::*;
use crate::tool::Kind;

pub(super) mod analyte;
pub(super) mod glucose_average;
pub(super) mod steroid;
pub(super) mod units;

/// The value of the tool's one field in every other unit of its quantity.
pub(super) fn every_unit(inputs: &Inputs) -> Answered {
    let field = inputs
        .tool
        .fields
        .first()
        .expect("a conversion has one field");
    let Kind::Number(measure) = field.kind else {
        unreachable!("the field of a conversion is a number");
    };
    let entered = inputs.entered_unit(field.key);
    let others = measure
        .quantity
        .units
        .iter()
        .filter(|unit| unit.symbol != entered.symbol);
    Ok(others.fold(Answer::new(), |answer, unit| {
        let name = format!("{{{}:{}}}", field.key, entered.symbol);
        answer.derive(
            Figure::result("converted", unit.symbol, Significant(4)),
            entered.formula_into(unit, &name),
            inputs.number_in(field.key, unit.symbol),
        )
    }))
}
