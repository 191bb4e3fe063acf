//! A template as its file.

use std::fmt::Write;

use sanad_domain::Bilingual;

use crate::FORMAT;
use crate::template::{Field, FieldKind, InterviewRule, Kind, Named, QuestionCount, Template};

/// The file that [`read`](crate::read) makes the same template of.
#[must_use]
pub fn write(template: &Template) -> String {
    let mut file = String::new();
    let kind = match template.kind {
        Kind::Persona => "persona",
        Kind::Template => "template",
    };
    line(&mut file, "format", &FORMAT.to_string());
    line(&mut file, "id", &quoted(&template.id));
    line(&mut file, "version", &template.version.to_string());
    line(&mut file, "kind", &quoted(kind));
    line(&mut file, "name", &inline(&template.name));
    line(&mut file, "about", &inline(&template.about));
    if template.kind == Kind::Persona {
        let follows = template.rules.follows_language;
        section(&mut file, "rules");
        line(&mut file, "follows_language", &follows.to_string());
        if let Some(rule) = &template.rules.interview {
            interview(&mut file, rule);
        }
    }
    for one in &template.fields {
        field(&mut file, one);
    }
    let texts = [("system", &template.system), ("body", &template.body)];
    for (key, text) in texts {
        if let Some(text) = text {
            section(&mut file, key);
            line(&mut file, "en", &block(&text.en));
            line(&mut file, "ar", &block(&text.ar));
        }
    }
    file
}

fn interview(file: &mut String, rule: &InterviewRule) {
    let questions = match &rule.questions {
        QuestionCount::Always(count) => count.to_string(),
        QuestionCount::Field(key) => quoted(key),
    };
    section(file, "rules.interview");
    line(file, "questions", &questions);
    line(file, "heading", &inline(&rule.heading));
    line(file, "conclusion", &inline(&rule.conclusion));
}

fn field(file: &mut String, field: &Field) {
    file.push_str("\n[[fields]]\n");
    line(file, "key", &quoted(&field.key));
    line(file, "label", &inline(&field.label));
    if field.required {
        line(file, "required", "true");
    }
    if !field.offered.is_empty() {
        line(file, "offered", &quoted(&field.offered));
    }
    let kind = match &field.kind {
        FieldKind::Text { longest } => {
            line(file, "longest", &longest.to_string());
            "text"
        }
        FieldKind::LongText { longest } => {
            line(file, "longest", &longest.to_string());
            "long-text"
        }
        FieldKind::Number { units, least, most } => {
            number(file, "least", *least);
            number(file, "most", *most);
            list(file, "units", units);
            "number"
        }
        FieldKind::Choice { choices } => {
            list(file, "choices", choices);
            "choice"
        }
        FieldKind::Date => "date",
        FieldKind::Age => "age",
    };
    line(file, "kind", &quoted(kind));
}

fn section(file: &mut String, name: &str) {
    let _ = write!(file, "\n[{name}]\n");
}

fn line(file: &mut String, key: &str, value: &str) {
    let _ = writeln!(file, "{key} = {value}");
}

fn number(file: &mut String, key: &str, value: Option<f64>) {
    if let Some(value) = value {
        // Always with a point, which tells it from an integer of other programs.
        let written = match value.is_nan() {
            true => "nan".to_owned(),
            false => format!("{value:?}"),
        };
        line(file, key, &written);
    }
}

fn list(file: &mut String, key: &str, list: &[Named]) {
    if list.is_empty() {
        return;
    }
    let _ = writeln!(file, "{key} = [");
    for Named { key, name } in list {
        let (key, en, ar) = (quoted(key), quoted(&name.en), quoted(&name.ar));
        let _ = writeln!(file, "  {{ key = {key}, en = {en}, ar = {ar} }},");
    }
    file.push_str("]\n");
}

fn inline(text: &Bilingual) -> String {
    format!("{{ en = {}, ar = {} }}", quoted(&text.en), quoted(&text.ar))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, |c| c.is_control()))
}

/// A text of several lines, with its line breaks as they are.
fn block(text: &str) -> String {
    format!(
        "\"\"\"\n{}\"\"\"",
        escaped(text, |c| c.is_control() && c != '\n')
    )
}

/// Hidden characters are written by number, so that an editor shows them.
fn escaped(text: &str, is_written_by_number: fn(char) -> bool) -> String {
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            c if is_written_by_number(c) || is_hidden(c) => {
                let _ = write!(written, "\\u{:04X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written
}

/// Of the basic plane: marks and controls of direction, and what joins or parts nothing that is seen.
fn is_hidden(character: char) -> bool {
    matches!(character, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
