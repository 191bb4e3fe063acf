//! Values that a person has written in a conversation, for the fields of a tool to offer.
//!
//! Only what that person wrote comes here, never an answer; nothing is filled in, and each value is taken by hand.

use sanad_bedside::{Mention, Tool, mentions};

/// As many can be told apart at a glance.
const FOR_EACH_FIELD: usize = 3;

/// Characters that are looked through; what was written last comes first, so that the rest is the oldest.
const LOOKED_THROUGH: usize = 50_000;

/// The values in what a person wrote, given newest first; the newest of each field come first.
pub(crate) fn offers(tool: &'static Tool, told: &[String]) -> Vec<Mention> {
    let mut left = LOOKED_THROUGH;
    let mut offers: Vec<Mention> = Vec::new();
    for text in told {
        let text: String = text.chars().take(left).collect();
        left -= text.chars().count();
        for mention in mentions(tool, &text) {
            let of_field = || offers.iter().filter(|one| one.field == mention.field);
            let is_known =
                of_field().any(|one| one.text == mention.text && one.unit == mention.unit);
            if !is_known && of_field().count() < FOR_EACH_FIELD {
                offers.push(mention);
            }
        }
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(told: &[&str]) -> Vec<String> {
        let tool = sanad_bedside::tool("bmi").expect("the tool is there");
        let told: Vec<String> = told.iter().map(|&text| text.to_owned()).collect();
        offers(tool, &told)
            .into_iter()
            .map(|one| format!("{}={} {}", one.field, one.text, one.unit))
            .collect()
    }

    #[test]
    fn the_newest_values_come_first_each_once_and_no_more_than_three_of_a_field() {
        assert_eq!(
            said(&[
                "وزنه ٨٢ كغ",
                "weight 80 kg, height 175 cm",
                "weight 80 kg",
                "weight 81 kg",
                "weight 79 kg"
            ]),
            [
                "weight=٨٢ kg",
                "weight=80 kg",
                "height=175 cm",
                "weight=81 kg"
            ]
        );
    }

    #[test]
    fn only_so_much_text_is_looked_through() {
        let long = "-".repeat(LOOKED_THROUGH);
        assert_eq!(said(&[&long, "weight 80 kg"]), [""; 0]);
        assert_eq!(said(&["weight 80 kg", &long]), ["weight=80 kg"]);
    }
}
