//! The bedside tools as the window draws them: every text as spans, so that no figure is ever drawn as a raw string.

mod ranges;

use sanad_bedside::{
    Entry, Field, FieldProblem, Group, Kind, Measure, Outcome, Problem, Rounding, Tool, catalogue,
};
use sanad_text::Language;
use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use ranges::{OwnRangeView, RangeView};

use super::SpanView;
use super::blocks::code_of;
use crate::bedside::{Card, Labelled, ResultText, Words, remarks};

/// A text of one line.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub(crate) struct TextView {
    /// `ltr` or `rtl`.
    pub direction: String,
    /// Its characters.
    pub spans: Vec<SpanView>,
}

/// Every tool, by group, in the order of the catalogue.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideCatalogueView {
    /// The groups, what is needed fastest first.
    pub groups: Vec<BedsideGroupView>,
}

/// A part of the catalogue.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideGroupView {
    /// Its name.
    pub name: TextView,
    /// Its tools.
    pub tools: Vec<BedsideToolView>,
}

/// A tool as a list shows it.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideToolView {
    /// Names it in calls.
    pub key: String,
    /// Its name.
    pub name: TextView,
}

/// What a tool asks for.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideFormView {
    /// Names it in calls.
    pub key: String,
    /// Its name.
    pub name: TextView,
    /// What it is for and where it ends.
    pub about: TextView,
    /// In the order in which they are asked for.
    pub fields: Vec<BedsideFieldView>,
}

/// One thing that a tool asks for.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideFieldView {
    /// Names it in calls.
    pub key: String,
    /// What is asked.
    pub label: TextView,
    /// What may be entered.
    pub kind: BedsideKindView,
    /// Whether it may be left out.
    pub optional: bool,
    /// The units of a number, the usual one first; one empty symbol for a pure number.
    pub units: Vec<BedsideOptionView>,
    /// The unit to begin with; empty where laboratories differ and somebody has to say it.
    pub first_unit: String,
    /// A number that can be taken at the press of a key, in `units[0]`; empty for none.
    pub offered: String,
    /// The answers to choose from.
    pub choices: Vec<BedsideOptionView>,
}

/// What a field accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum BedsideKindView {
    /// A number with a unit.
    Number,
    /// One of several answers.
    Choice,
    /// A day, year first.
    Day,
}

/// A unit or an answer.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideOptionView {
    /// Names it in calls.
    pub key: String,
    /// What is read.
    pub name: TextView,
}

/// What was typed or chosen for one field.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct EntryRequest {
    /// The field's key.
    pub field: String,
    /// As it stands in the field; blank counts as left out.
    pub text: String,
    /// The unit chosen; empty for none.
    pub unit: String,
    /// Whether somebody has seen that it is unusual and means it.
    pub confirmed: bool,
}

/// What comes of a set of entries.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideAnswerView {
    /// One card, or none while something is missing or cannot be.
    pub cards: Vec<BedsideCardView>,
    /// What needs another look.
    pub problems: Vec<BedsideProblemView>,
    /// How numbers were read that are not plainly written.
    pub remarks: Vec<BedsideRemarkView>,
}

/// A field that needs another look.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideProblemView {
    /// The field's key.
    pub field: String,
    /// `missing`, `implausible` and so on.
    pub code: String,
    /// What is wrong.
    pub said: TextView,
    /// The numbers that an ambiguous text may be, for one of them to be chosen.
    pub readings: Vec<String>,
}

/// How a number was read.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideRemarkView {
    /// The field's key.
    pub field: String,
    /// The reading.
    pub said: TextView,
}

/// A result with everything that belongs to it.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideCardView {
    /// The tool's name.
    pub name: TextView,
    /// That it was calculated, and not generated.
    pub calculated: TextView,
    /// What was entered, as it was understood.
    pub entered: Vec<BedsideLineView>,
    /// The results; `remark` is what each means.
    pub results: Vec<BedsideLineView>,
    /// What a line gives, and the line with the numbers put in.
    pub working: Vec<BedsideLineView>,
    /// What has to be known beside the results.
    pub notes: Vec<TextView>,
    /// Where the tool comes from.
    pub sources: Vec<TextView>,
    /// Version and date, who reviewed it, how its doses were checked.
    pub provenance: Vec<TextView>,
    /// The card for another program, as plain text with direction marks.
    pub plain: String,
    /// The same as HTML.
    pub html: String,
    /// A quotation for a question, whose first line says that it was calculated.
    pub quote: String,
}

/// A label, what stands behind it, and what is said of it.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct BedsideLineView {
    /// What it is.
    pub label: TextView,
    /// Its value.
    pub value: TextView,
    /// Without spans where there is nothing to say.
    pub remark: TextView,
}

impl TextView {
    /// Without the marks of what needs a second look: these are our own words, and a list of buttons holds them.
    pub(super) fn of(text: &str, language: Language) -> Self {
        let direction = sanad_text::majority(text, language.direction());
        let mut spans = if text.is_empty() {
            Vec::new()
        } else {
            SpanView::all(sanad_text::line(text, direction, language))
        };
        for span in &mut spans {
            span.marks.clear();
        }
        Self {
            direction: code_of(direction),
            spans,
        }
    }

    /// From left to right unless it holds a word of the other direction.
    pub(super) fn latin(text: &str) -> Self {
        Self::of(text, Language::English)
    }
}

impl BedsideCatalogueView {
    pub(crate) fn of(words: &Words) -> Self {
        let mut groups: Vec<(Group, BedsideGroupView)> = Vec::new();
        for tool in catalogue() {
            let view = BedsideToolView {
                key: tool.key.to_owned(),
                name: TextView::of(&words.say("tool", tool.key), words.spoken),
            };
            match groups.iter_mut().find(|(group, _)| *group == tool.group) {
                Some((_, group)) => group.tools.push(view),
                None => {
                    let name = words.say("group", &key_of(tool.group));
                    let group = BedsideGroupView {
                        name: TextView::of(&name, words.spoken),
                        tools: vec![view],
                    };
                    groups.push((tool.group, group));
                }
            }
        }
        Self {
            groups: groups.into_iter().map(|(_, group)| group).collect(),
        }
    }
}

impl BedsideFormView {
    pub(crate) fn of(tool: &'static Tool, words: &Words) -> Self {
        Self {
            key: tool.key.to_owned(),
            name: TextView::of(&words.say("tool", tool.key), words.spoken),
            about: TextView::of(&words.about(tool.key), words.spoken),
            fields: tool
                .fields()
                .iter()
                .map(|field| BedsideFieldView::of(field, words))
                .collect(),
        }
    }
}

impl BedsideFieldView {
    fn of(field: &Field, words: &Words) -> Self {
        let option = |key: &str, name: &str| BedsideOptionView {
            key: key.to_owned(),
            name: TextView::of(name, words.spoken),
        };
        let mut view = Self {
            key: field.key.to_owned(),
            label: TextView::of(&words.say("value", field.key), words.spoken),
            kind: BedsideKindView::Day,
            optional: field.optional,
            units: Vec::new(),
            first_unit: String::new(),
            offered: String::new(),
            choices: Vec::new(),
        };
        match field.kind {
            Kind::Number(measure) => {
                view.kind = BedsideKindView::Number;
                view.units = measure
                    .quantity
                    .units
                    .iter()
                    .map(|unit| option(unit.symbol, &words.unit(unit.symbol)))
                    .collect();
                view.first_unit = first_unit(&measure).to_owned();
                view.offered = measure
                    .offered
                    .map(|value| Rounding::Significant(9).shown(value))
                    .unwrap_or_default();
            }
            Kind::Choice(choices) => {
                view.kind = BedsideKindView::Choice;
                view.choices = choices
                    .iter()
                    .map(|choice| option(choice.key, &words.say("option", choice.key)))
                    .collect();
            }
            Kind::Day => {}
        }
        view
    }
}

/// The base unit, or none where results come by mass from one laboratory and by amount of substance from another:
/// a glucose of 5 and one of 90 are the same, and nobody but the reader of the report knows the unit.
fn first_unit(measure: &Measure) -> &'static str {
    let units = measure.quantity.units;
    let molar = units
        .iter()
        .filter(|unit| unit.symbol.contains("mol"))
        .count();
    if molar == 0 || molar == units.len() {
        measure.quantity.base().symbol
    } else {
        ""
    }
}

impl From<EntryRequest> for Entry {
    fn from(request: EntryRequest) -> Self {
        Self {
            field: request.field,
            text: request.text,
            unit: (!request.unit.is_empty()).then_some(request.unit),
            confirmed: request.confirmed,
        }
    }
}

impl BedsideAnswerView {
    /// `entries` are those that were evaluated.
    pub(crate) fn of(
        tool: &'static Tool,
        entries: &[Entry],
        outcome: Result<Outcome, Vec<FieldProblem>>,
        words: &'static Words,
    ) -> Self {
        let remarks = remarks(tool, entries)
            .into_iter()
            .map(|(field, remark, value)| BedsideRemarkView {
                field,
                said: TextView::of(&words.remark(remark, &value), words.spoken),
            })
            .collect();
        let (cards, problems) = match outcome {
            Ok(outcome) => (
                vec![BedsideCardView::of(&Card::of(&outcome, words), words)],
                Vec::new(),
            ),
            Err(problems) => (Vec::new(), problems),
        };
        Self {
            cards,
            problems: problems
                .iter()
                .map(|one| BedsideProblemView::of(one, words))
                .collect(),
            remarks,
        }
    }
}

impl BedsideProblemView {
    fn of(FieldProblem { field, problem }: &FieldProblem, words: &Words) -> Self {
        let readings = match problem {
            Problem::Ambiguous { grouped, decimal } => vec![grouped.clone(), decimal.clone()],
            _ => Vec::new(),
        };
        Self {
            field: field.clone(),
            code: problem.code().to_owned(),
            said: TextView::of(&words.problem(problem), words.spoken),
            readings,
        }
    }
}

impl BedsideCardView {
    fn of(card: &Card, words: &Words) -> Self {
        let text = |text: &String| TextView::of(text, words.spoken);
        Self {
            name: text(&card.name),
            calculated: text(&card.calculated),
            entered: card
                .entered
                .iter()
                .map(|line| BedsideLineView::of(line, words, words.spoken))
                .collect(),
            results: card
                .results
                .iter()
                .map(|result| BedsideLineView::of_result(result, words))
                .collect(),
            working: card
                .working
                .iter()
                .map(|line| BedsideLineView::of(line, words, Language::English))
                .collect(),
            notes: card.notes.iter().map(text).collect(),
            sources: card
                .sources
                .iter()
                .map(|text| TextView::latin(text))
                .collect(),
            provenance: card.provenance.iter().map(text).collect(),
            plain: card.plain(),
            html: card.html(),
            quote: card.quote(),
        }
    }
}

impl BedsideLineView {
    fn of(line: &Labelled, words: &Words, language: Language) -> Self {
        Self {
            label: TextView::of(&line.label, words.spoken),
            value: TextView::of(&line.value, language),
            remark: TextView::of(&line.remark, words.spoken),
        }
    }

    fn of_result(result: &ResultText, words: &Words) -> Self {
        Self {
            label: TextView::of(&result.label, words.spoken),
            value: TextView::latin(&result.value),
            remark: TextView::of(&result.band, words.spoken),
        }
    }
}

/// The name that serde gives an enumeration's value.
fn key_of(value: impl Serialize) -> String {
    let name = serde_json::to_value(value).expect("a value without fields can be written");
    name.as_str().unwrap_or_default().to_owned()
}
