//! What a filled form says.

use std::collections::HashMap;

use sanad_domain::{Bilingual, ChosenPersona, Interview, Language, PersonaRules};

use crate::body::{self, Piece};
use crate::entry::{self, Entry, EntryProblem};
use crate::template::{Field, QuestionCount, Template};

/// Stands where something is missing, so that nobody takes the text for whole.
const MISSING: &str = "…";

/// What a form makes of its entries, and what stands in the way of using it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    /// The text, with an ellipsis for each entry that is missing or wrong.
    pub text: String,
    /// What has to be put right first, in the order of the fields.
    pub problems: Vec<EntryProblem>,
}

/// The text that a form makes in a language: of a template for the composer, of a persona for the model.
#[must_use]
pub fn fill(template: &Template, entries: &[Entry], language: Language) -> Filled {
    let mut values = HashMap::new();
    let mut problems = Vec::new();
    for field in &template.fields {
        match entry::said(field, entry_of(field, entries), language) {
            Ok(said) => {
                values.extend(said.map(|said| (field.key.as_str(), said.replace(GONE, ""))));
            }
            Err(reason) => {
                values.insert(field.key.as_str(), MISSING.to_owned());
                problems.push(EntryProblem {
                    field: field.key.clone(),
                    reason,
                });
            }
        }
    }
    let words = template.body.as_ref().or(template.system.as_ref());
    let words = words.map_or("", |words| words.of(language));
    let pieces = body::parse(words).expect("the text was read with its template");
    Filled {
        text: tidy(&render(&pieces, &values)),
        problems,
    }
}

/// The persona that a form makes; a template makes none.
///
/// # Errors
/// What has to be put right first.
pub fn persona(
    template: &Template,
    entries: &[Entry],
) -> Result<Option<ChosenPersona>, Vec<EntryProblem>> {
    if template.system.is_none() {
        return Ok(None);
    }
    let english = fill(template, entries, Language::English);
    if !english.problems.is_empty() {
        return Err(english.problems);
    }
    let rules = PersonaRules {
        follows_language: template.rules.follows_language,
        interview: template.rules.interview.as_ref().map(|rule| Interview {
            questions: questions(template, &rule.questions, entries),
            conclusion: rule.conclusion.clone(),
            heading: rule.heading.clone(),
        }),
    };
    Ok(Some(ChosenPersona {
        template: template.id.clone(),
        version: template.version,
        name: template.name.clone(),
        words: Bilingual {
            en: english.text,
            ar: fill(template, entries, Language::Arabic).text,
        },
        rules,
    }))
}

fn entry_of<'entries>(field: &Field, entries: &'entries [Entry]) -> Option<&'entries Entry> {
    entries.iter().find(|entry| entry.field == field.key)
}

fn questions(template: &Template, count: &QuestionCount, entries: &[Entry]) -> u32 {
    match count {
        QuestionCount::Always(count) => *count,
        QuestionCount::Field(key) => template
            .field(key)
            .and_then(|field| entry_of(field, entries))
            .and_then(|entry| entry::number(entry.text.trim(), None, None).ok())
            .and_then(|number| number.parse().ok())
            .map_or(1, whole),
    }
}

/// A number of questions, at least 1.
fn whole(number: f64) -> u32 {
    // A form takes 1 to 50.
    number.clamp(1.0, 50.0) as u32
}

fn render(pieces: &[Piece], values: &HashMap<&str, String>) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Field(key) => text.push_str(values.get(key.as_str()).map_or("", String::as_str)),
            Piece::Part(inner) => match is_filled_in(inner, values) {
                true => text.push_str(&render(inner, values)),
                false => text.push(GONE),
            },
        }
    }
    text
}

fn is_filled_in(pieces: &[Piece], values: &HashMap<&str, String>) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Field(key) => values.contains_key(key.as_str()),
        _ => true,
    })
}

/// Marks where a part has gone, until its line is looked at.
const GONE: char = '\u{FFFE}';

/// Lines of which nothing is left go, and no two lines in a row are blank.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let left = line.replace(GONE, "");
        let has_gone = line.contains(GONE) && left.trim().is_empty();
        let is_second_blank =
            left.trim().is_empty() && lines.last().is_none_or(|last| last.is_empty());
        if !has_gone && !is_second_blank {
            lines.push(left.trim_end().to_owned());
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const FORM: &str = r#"
format = 1
id = "a"
version = 1
kind = "template"
name = { en = "A", ar = "أ" }
about = { en = "A", ar = "أ" }

[[fields]]
key = "age"
kind = "age"
label = { en = "Age", ar = "العمر" }

[[fields]]
key = "weight"
kind = "number"
label = { en = "Weight", ar = "الوزن" }
units = [{ key = "kg", en = "kg", ar = "كغ" }]

[[fields]]
key = "facts"
kind = "long-text"
required = true
label = { en = "Facts", ar = "الوقائع" }

[body]
en = """
Patient:
[?- age {age}?][?, weight {weight}?]
[?- weight {weight}?]

[?Nothing of {age}?]

Facts:
{facts}
"""
ar = "الوقائع: {facts}[?، الوزن {weight}?]"
"#;

    fn entry(field: &str, text: &str, unit: &str) -> Entry {
        Entry {
            field: field.to_owned(),
            text: text.to_owned(),
            unit: unit.to_owned(),
        }
    }

    #[test]
    fn a_blank_field_takes_its_label_and_its_line_with_it() {
        let template = read(FORM).expect("it is whole");
        let facts = entry("facts", "Cough for 3 days.\n\n{age} stays as typed", "");
        let filled = fill(&template, std::slice::from_ref(&facts), Language::English);
        assert_eq!(
            filled.text,
            "Patient:\n\nFacts:\nCough for 3 days.\n\n{age} stays as typed"
        );
        assert_eq!(filled.problems, []);

        let entries = [
            facts,
            entry("age", "40", "years"),
            entry("weight", "70", "kg"),
        ];
        let filled = fill(&template, &entries, Language::English);
        assert!(
            filled.text.starts_with(
                "Patient:\n- age 40\u{a0}years, weight 70\u{a0}kg\n- weight 70\u{a0}kg\n\nNothing of 40"
            ),
            "{}",
            filled.text
        );
    }

    #[test]
    fn a_line_of_which_all_has_gone_leaves_no_gap() {
        assert_eq!(
            tidy(&format!("a\n{GONE}{GONE}\nb\n\n{GONE}\n\nc {GONE}\n")),
            "a\nb\n\nc"
        );
    }

    #[test]
    fn what_is_missing_is_seen_in_the_text_and_said_in_order() {
        let template = read(FORM).expect("it is whole");
        let filled = fill(
            &template,
            &[entry("weight", "70", "stone")],
            Language::Arabic,
        );
        assert_eq!(filled.text, "الوقائع: …، الوزن …");
        let fields: Vec<&str> = filled
            .problems
            .iter()
            .map(|one| one.field.as_str())
            .collect();
        assert_eq!(fields, ["weight", "facts"]);
    }
}
