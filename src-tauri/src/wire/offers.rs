//! Values that a person wrote, as a bedside tool's fields offer them.

use sanad_bedside::Mention;
use serde::Serialize;
use specta::Type;

use super::bedside::TextView;
use crate::bedside::Words;

/// A value that a person wrote and that a field can take at the press of a key.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideOfferView {
    /// The field's key.
    pub field: String,
    /// The number as it was written.
    pub text: String,
    /// The unit; empty where it was not written and has to be chosen.
    pub unit: String,
    /// Both as they are read.
    pub value: TextView,
    /// The words in which it was written.
    pub context: TextView,
}

impl BedsideOfferView {
    pub(crate) fn of(mention: &Mention, words: &Words) -> Self {
        Self {
            field: mention.field.to_owned(),
            text: mention.text.clone(),
            unit: mention.unit.to_owned(),
            value: TextView::latin(&words.value(&mention.text, mention.unit)),
            context: TextView::of(&mention.context, words.spoken),
        }
    }
}
