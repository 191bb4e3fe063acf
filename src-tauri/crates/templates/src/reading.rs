//! A template out of its file.

use std::collections::HashSet;

use toml::de::DeTable;

use crate::body;
use crate::fault::{FaultReason, TemplateFault};
use crate::table::{Table, Text, line_of};
use crate::template::{
    Field, FieldKind, InterviewRule, Kind, Named, QuestionCount, Rules, Template,
};

/// The newest format of files that is understood.
pub const FORMAT: u32 = 1;

/// More than any template has; a file that was chosen by mistake is not read to its end.
pub const LONGEST_FILE_BYTES: usize = 128 << 10;

/// The most questions that an interview can be set to.
const MOST_QUESTIONS: u32 = 50;

const LONGEST_ID: usize = 80;

/// Reads a template.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(source: &str) -> Result<Template, TemplateFault> {
    if source.len() > LONGEST_FILE_BYTES {
        return Err(whole_file(1, FaultReason::TooLong));
    }
    let table = DeTable::parse(source).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        whole_file(line_of(source, start), FaultReason::Syntax)
    })?;
    let mut root = Table::root(source, &table);
    require_known_format(&mut root)?;
    let kind = kind(&mut root)?;
    let fields = fields(&mut root)?;
    let template = Template {
        id: id(&mut root)?,
        version: version(&mut root)?,
        kind,
        name: root.bilingual("name")?,
        about: root.bilingual("about")?,
        system: words(&mut root, "system", kind == Kind::Persona, &fields)?,
        rules: rules(&mut root, kind, &fields)?,
        body: words(&mut root, "body", kind == Kind::Template, &fields)?,
        fields,
    };
    root.end()?;
    Ok(template)
}

fn whole_file(line: usize, reason: FaultReason) -> TemplateFault {
    TemplateFault {
        line,
        place: String::new(),
        reason,
    }
}

fn require_known_format(root: &mut Table<'_>) -> Result<(), TemplateFault> {
    match root.integer("format", 1, u32::MAX)? {
        None => Err(root.fault("format", FaultReason::Missing)),
        Some(format) if format > FORMAT => Err(root.fault("format", FaultReason::Newer)),
        Some(_) => Ok(()),
    }
}

fn kind(root: &mut Table<'_>) -> Result<Kind, TemplateFault> {
    match root.text("kind")?.value.as_str() {
        "persona" => Ok(Kind::Persona),
        "template" => Ok(Kind::Template),
        _ => Err(root.fault("kind", FaultReason::Value)),
    }
}

fn id(root: &mut Table<'_>) -> Result<String, TemplateFault> {
    let id = root.text("id")?.value;
    let is_of_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    if id.len() <= LONGEST_ID && id.chars().all(is_of_id) {
        Ok(id)
    } else {
        Err(root.fault("id", FaultReason::Value))
    }
}

fn version(root: &mut Table<'_>) -> Result<u32, TemplateFault> {
    let version = root.integer("version", 1, 1_000_000)?;
    version.ok_or_else(|| root.fault("version", FaultReason::Missing))
}

/// A text with fields in it, where the kind has one; elsewhere its key is unknown.
fn words(
    root: &mut Table<'_>,
    key: &'static str,
    is_needed: bool,
    fields: &[Field],
) -> Result<Option<sanad_domain::Bilingual>, TemplateFault> {
    if !is_needed {
        return Ok(None);
    }
    let mut table = root.table(key)?;
    let mut said = |language: &'static str| -> Result<String, TemplateFault> {
        let text = table.text(language)?;
        check_words(&table, language, &text, fields)?;
        Ok(text.value)
    };
    let both = sanad_domain::Bilingual {
        en: said("en")?,
        ar: said("ar")?,
    };
    table.end()?;
    Ok(Some(both))
}

fn check_words(
    table: &Table<'_>,
    language: &str,
    text: &Text,
    fields: &[Field],
) -> Result<(), TemplateFault> {
    body::check(&text.value, fields)
        .map_err(|fault| table.fault_in(language, text, fault.line_breaks, fault.reason))
}

fn fields(root: &mut Table<'_>) -> Result<Vec<Field>, TemplateFault> {
    let mut keys = HashSet::new();
    let mut fields = Vec::new();
    for mut table in root.tables("fields")? {
        let key = key_of(&mut table)?;
        if !key.chars().all(body::is_of_key) {
            return Err(table.fault("key", FaultReason::Value));
        }
        if !keys.insert(key.clone()) {
            return Err(table.fault("key", FaultReason::Twice));
        }
        let mut table = table.named(format!("fields.{key}"));
        fields.push(Field {
            label: table.bilingual("label")?,
            kind: field_kind(&mut table)?,
            required: table.flag("required")?,
            offered: table.optional_text("offered")?,
            key,
        });
        table.end()?;
    }
    Ok(fields)
}

fn key_of(table: &mut Table<'_>) -> Result<String, TemplateFault> {
    Ok(table.text("key")?.value)
}

fn field_kind(table: &mut Table<'_>) -> Result<FieldKind, TemplateFault> {
    let longest = |table: &mut Table<'_>, usual: u32| -> Result<u32, TemplateFault> {
        Ok(table.integer("longest", 1, 100_000)?.unwrap_or(usual))
    };
    match table.text("kind")?.value.as_str() {
        "text" => Ok(FieldKind::Text {
            longest: longest(table, Field::USUAL_LINE)?,
        }),
        "long-text" => Ok(FieldKind::LongText {
            longest: longest(table, Field::USUAL_TEXT)?,
        }),
        "number" => {
            let (least, most) = (table.number("least")?, table.number("most")?);
            if least.zip(most).is_some_and(|(least, most)| least > most) {
                return Err(table.fault("most", FaultReason::Value));
            }
            Ok(FieldKind::Number {
                units: named(table, "units")?,
                least,
                most,
            })
        }
        "choice" => {
            let choices = named(table, "choices")?;
            if choices.is_empty() {
                return Err(table.fault("choices", FaultReason::Missing));
            }
            Ok(FieldKind::Choice { choices })
        }
        "date" => Ok(FieldKind::Date),
        "age" => Ok(FieldKind::Age),
        _ => Err(table.fault("kind", FaultReason::Value)),
    }
}

fn named(table: &mut Table<'_>, key: &'static str) -> Result<Vec<Named>, TemplateFault> {
    let mut keys = HashSet::new();
    let mut list = Vec::new();
    for mut one in table.tables(key)? {
        let named = Named {
            key: key_of(&mut one)?,
            name: sanad_domain::Bilingual {
                en: one.text("en")?.value,
                ar: one.text("ar")?.value,
            },
        };
        one.end()?;
        if !keys.insert(named.key.clone()) {
            return Err(one.fault("key", FaultReason::Twice));
        }
        list.push(named);
    }
    Ok(list)
}

fn rules(root: &mut Table<'_>, kind: Kind, fields: &[Field]) -> Result<Rules, TemplateFault> {
    if kind == Kind::Template || !root.has("rules") {
        return Ok(Rules::default());
    }
    let mut table = root.table("rules")?;
    let follows_language = table.flag("follows_language")?;
    let interview = match table.has("interview") {
        true => Some(interview(table.table("interview")?, fields)?),
        false => None,
    };
    table.end()?;
    Ok(Rules {
        follows_language,
        interview,
    })
}

fn interview(mut table: Table<'_>, fields: &[Field]) -> Result<InterviewRule, TemplateFault> {
    let rule = InterviewRule {
        questions: questions(&mut table, fields)?,
        conclusion: table.bilingual("conclusion")?,
        heading: table.bilingual("heading")?,
    };
    table.end()?;
    Ok(rule)
}

/// A number, or the key of a field that certainly holds one.
fn questions(table: &mut Table<'_>, fields: &[Field]) -> Result<QuestionCount, TemplateFault> {
    if !table.has("questions") {
        return Err(table.fault("questions", FaultReason::Missing));
    }
    if !table.is_text("questions") {
        let count = table.integer("questions", 1, MOST_QUESTIONS)?;
        return Ok(QuestionCount::Always(count.unwrap_or(1)));
    }
    let key = table.text("questions")?.value;
    let counts = fields.iter().any(|field| {
        let is_bounded = matches!(&field.kind, FieldKind::Number { units, least: Some(least), most: Some(most) }
            if units.is_empty() && *least >= 1.0 && *most <= f64::from(MOST_QUESTIONS));
        field.key == key && field.required && is_bounded
    });
    match counts {
        true => Ok(QuestionCount::Field(key)),
        false => Err(table.fault("questions", FaultReason::Value)),
    }
}
