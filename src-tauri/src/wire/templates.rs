//! Templates as the window lists them, asks for their fields, shows their text and edits them.

use sanad_domain::{ChosenPersona, Language};
use sanad_templates::{
    AGE_UNITS, Entry, EntryProblem, Field, FieldKind, Filled, Kind, Named, Template,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::BlockView;
use super::bedside::TextView;
use crate::templates::{Clash, Imported, Listed, Origin};

/// A template in the list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateRowView {
    /// Names it in calls.
    pub id: String,
    /// What it is for.
    pub kind: TemplateKindView,
    /// Where it comes from.
    pub origin: TemplateOriginView,
    /// Of its content.
    pub version: u32,
    /// Its name.
    pub name: TextView,
    /// What it is good for.
    pub about: TextView,
    /// Name and purpose as plain characters in both languages, for the search.
    pub words: String,
}

/// What a template is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TemplateKindView {
    /// Holds for a whole conversation.
    Persona,
    /// Makes one question.
    Template,
}

/// Where a template comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TemplateOriginView {
    /// With the app.
    Bundled,
    /// With the app, and the user has changed it.
    Changed,
    /// From the user.
    Own,
}

/// What a template asks for.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateFormView {
    /// Names it in calls.
    pub id: String,
    /// What it is for.
    pub kind: TemplateKindView,
    /// Its name.
    pub name: TextView,
    /// What it is good for.
    pub about: TextView,
    /// In the order in which they are asked for.
    pub fields: Vec<TemplateFieldView>,
}

/// One thing that a template asks for.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateFieldView {
    /// Names it in calls.
    pub key: String,
    /// The question.
    pub label: TextView,
    /// What may be entered.
    pub kind: TemplateFieldKind,
    /// Whether it has to be filled in.
    pub required: bool,
    /// What stands in it to begin with; empty for nothing.
    pub offered: String,
    /// The units of a number or an age, the usual one first.
    pub units: Vec<TemplateOptionView>,
    /// The answers of a choice.
    pub choices: Vec<TemplateOptionView>,
}

/// What may be entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TemplateFieldKind {
    /// One line.
    Text,
    /// Several lines.
    LongText,
    /// A number, with a unit where there are any.
    Number,
    /// One of several.
    Choice,
    /// A day.
    Date,
    /// Time since birth.
    Age,
}

/// A unit or an answer.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateOptionView {
    /// Names it in calls.
    pub key: String,
    /// As it is shown.
    pub name: TextView,
}

/// What was typed or chosen for one field.
#[derive(Clone, Debug, Deserialize, Type)]
pub(crate) struct TemplateEntryRequest {
    /// The field's key.
    pub field: String,
    /// As it stands in the field; blank counts as left out.
    pub text: String,
    /// The key of the unit; empty for none.
    pub unit: String,
}

/// What a form says.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct FilledTemplateView {
    /// The text, character by character.
    pub text: String,
    /// The same as it will be shown.
    pub preview: Vec<BlockView>,
    /// What has to be put right before it can be used.
    pub problems: Vec<TemplateProblemView>,
}

/// Why an entry cannot be taken.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateProblemView {
    /// The field's key.
    pub field: String,
    /// Names the message `template-entry-<code>`.
    pub code: String,
    /// Its variable, in Latin digits; empty where it has none.
    pub limit: String,
}

/// The persona of a conversation; an empty id is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub(crate) struct ChosenPersonaView {
    /// The id of its template.
    pub template: String,
    /// The version of the template that it was made from.
    pub version: u32,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Arabic.
    pub name_ar: String,
}

/// A template as it is edited: texts in both languages, numbers as they are typed.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub(crate) struct TemplateEditView {
    /// Names it; empty for a new one.
    pub id: String,
    /// Of what is being edited.
    pub version: u32,
    /// What it is for.
    pub kind: TemplateKindView,
    /// Its name.
    pub name: BilingualView,
    /// What it is good for.
    pub about: BilingualView,
    /// In the order in which they are asked for.
    pub fields: Vec<TemplateFieldEditView>,
    /// The text for the composer, or what the model is told to be.
    pub text: BilingualView,
    /// Whether each answer is asked for in the language of the question before it.
    pub follows_language: bool,
    /// Whether there is one question in each answer, and a conclusion after some.
    pub interviews: bool,
    /// After how many: a number, or the key of a field.
    pub questions: String,
    /// The line that the conclusion begins with.
    pub heading: BilingualView,
    /// What the model is told then.
    pub conclusion: BilingualView,
}

/// A text in the two languages of templates.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Type)]
pub(crate) struct BilingualView {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
}

/// A field as it is edited.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub(crate) struct TemplateFieldEditView {
    /// As the text names it.
    pub key: String,
    /// What stands beside it.
    pub label: BilingualView,
    /// What may be entered.
    pub kind: TemplateFieldKind,
    /// Whether it has to be filled in.
    pub required: bool,
    /// What stands in it to begin with.
    pub offered: String,
    /// The units of a number, or the answers of a choice.
    pub options: Vec<TemplateOptionEditView>,
    /// The smallest number; empty for none.
    pub least: String,
    /// The largest number; empty for none.
    pub most: String,
    /// The most characters of a text; 0 for the usual.
    pub longest: u32,
}

/// A unit or an answer as it is edited.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub(crate) struct TemplateOptionEditView {
    /// Names it in entries.
    pub key: String,
    /// As it is shown and written.
    pub name: BilingualView,
}

/// What came of an edit.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateSavedView {
    /// Names it in calls.
    pub id: String,
    /// Where something is wrong, as `name.ar` or `fields.weight.label.en`; empty where it was kept.
    pub place: String,
    /// Names the message `template-fault-<code>`; empty where it was kept.
    pub code: String,
}

/// What is done with a file whose id is taken.
#[derive(Clone, Copy, Debug, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TemplateClashRequest {
    /// The user is asked.
    Ask,
    /// The file takes the place of what is there.
    Replace,
    /// Both are kept.
    KeepBoth,
}

/// What came of a file.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct TemplateImportedView {
    /// What happened.
    pub outcome: TemplateOutcomeView,
    /// Its name in English.
    pub name_en: String,
    /// Its name in Arabic.
    pub name_ar: String,
}

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TemplateOutcomeView {
    /// It is there now.
    Added,
    /// The same is there already.
    AlreadyThere,
    /// Another one has its id; nothing was changed.
    Clashes,
}

impl TemplateRowView {
    /// In the language of the window, or in English.
    pub(crate) fn of(listed: &Listed, language: Language) -> Self {
        let Listed { template, origin } = listed;
        let Template { name, about, .. } = template;
        Self {
            id: template.id.clone(),
            kind: template.kind.into(),
            origin: (*origin).into(),
            version: template.version,
            name: shown(name.of(language), language),
            about: shown(about.of(language), language),
            words: [&name.en, &name.ar, &about.en, &about.ar]
                .map(String::as_str)
                .join(" "),
        }
    }
}

impl TemplateFormView {
    /// In the language of the window, or in English.
    pub(crate) fn of(template: &Template, language: Language) -> Self {
        Self {
            id: template.id.clone(),
            kind: template.kind.into(),
            name: shown(template.name.of(language), language),
            about: shown(template.about.of(language), language),
            fields: template
                .fields
                .iter()
                .map(|field| TemplateFieldView::of(field, language))
                .collect(),
        }
    }
}

impl TemplateFieldView {
    fn of(field: &Field, language: Language) -> Self {
        let option = |key: &str, name: &str| TemplateOptionView {
            key: key.to_owned(),
            name: shown(name, language),
        };
        let all = |list: &[Named]| -> Vec<TemplateOptionView> {
            let options = list
                .iter()
                .map(|one| option(&one.key, one.name.of(language)));
            options.collect()
        };
        let (units, choices) = match &field.kind {
            FieldKind::Number { units, .. } => (all(units), Vec::new()),
            FieldKind::Choice { choices } => (Vec::new(), all(choices)),
            FieldKind::Age => {
                let units = AGE_UNITS
                    .iter()
                    .map(|unit| option(unit.key, (unit.name)().of(language)));
                (units.collect(), Vec::new())
            }
            FieldKind::Text { .. } | FieldKind::LongText { .. } | FieldKind::Date => {
                (Vec::new(), Vec::new())
            }
        };
        Self {
            key: field.key.clone(),
            label: shown(field.label.of(language), language),
            kind: (&field.kind).into(),
            required: field.required,
            offered: field.offered.clone(),
            units,
            choices,
        }
    }
}

impl FilledTemplateView {
    /// A text in the language that it was made in.
    pub(crate) fn of(filled: Filled, language: Language) -> Self {
        let known = sanad_text::Language::from_code(language.code());
        let known = known.unwrap_or(sanad_text::Language::English);
        Self {
            preview: BlockView::all(sanad_text::plain(&filled.text, known)),
            text: filled.text,
            problems: filled
                .problems
                .iter()
                .map(TemplateProblemView::from)
                .collect(),
        }
    }
}

impl From<&EntryProblem> for TemplateProblemView {
    fn from(problem: &EntryProblem) -> Self {
        Self {
            field: problem.field.clone(),
            code: problem.reason.code().to_owned(),
            limit: problem.reason.limit(),
        }
    }
}

impl From<TemplateEntryRequest> for Entry {
    fn from(entry: TemplateEntryRequest) -> Self {
        let TemplateEntryRequest { field, text, unit } = entry;
        Self { field, text, unit }
    }
}

impl From<Option<&ChosenPersona>> for ChosenPersonaView {
    fn from(persona: Option<&ChosenPersona>) -> Self {
        persona.map_or_else(Self::default, |persona| Self {
            template: persona.template.clone(),
            version: persona.version,
            name_en: persona.name.en.clone(),
            name_ar: persona.name.ar.clone(),
        })
    }
}

impl From<&Imported> for TemplateImportedView {
    fn from(imported: &Imported) -> Self {
        let (outcome, template) = match imported {
            Imported::Added(template) => (TemplateOutcomeView::Added, template),
            Imported::AlreadyThere(template) => (TemplateOutcomeView::AlreadyThere, template),
            Imported::Clashes(template) => (TemplateOutcomeView::Clashes, template),
        };
        Self {
            outcome,
            name_en: template.name.en.clone(),
            name_ar: template.name.ar.clone(),
        }
    }
}

impl From<TemplateClashRequest> for Clash {
    fn from(clash: TemplateClashRequest) -> Self {
        match clash {
            TemplateClashRequest::Ask => Self::Ask,
            TemplateClashRequest::Replace => Self::Replace,
            TemplateClashRequest::KeepBoth => Self::KeepBoth,
        }
    }
}

impl From<Kind> for TemplateKindView {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Persona => Self::Persona,
            Kind::Template => Self::Template,
        }
    }
}

impl From<Origin> for TemplateOriginView {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Bundled => Self::Bundled,
            Origin::Changed => Self::Changed,
            Origin::Own => Self::Own,
        }
    }
}

impl From<&FieldKind> for TemplateFieldKind {
    fn from(kind: &FieldKind) -> Self {
        match kind {
            FieldKind::Text { .. } => Self::Text,
            FieldKind::LongText { .. } => Self::LongText,
            FieldKind::Number { .. } => Self::Number,
            FieldKind::Choice { .. } => Self::Choice,
            FieldKind::Date => Self::Date,
            FieldKind::Age => Self::Age,
        }
    }
}

fn shown(text: &str, language: Language) -> TextView {
    // Other languages see the English words.
    let spoken = match language {
        Language::Arabic => sanad_text::Language::Arabic,
        _ => sanad_text::Language::English,
    };
    TextView::of(text, spoken)
}
