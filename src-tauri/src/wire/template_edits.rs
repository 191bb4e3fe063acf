//! A template between its editor and its file.

use sanad_domain::Bilingual;
use sanad_templates::{
    Field, FieldKind, InterviewRule, Kind, Named, QuestionCount, Rules, Template,
};

use super::templates::{
    BilingualView, TemplateEditView, TemplateFieldEditView, TemplateFieldKind, TemplateKindView,
    TemplateOptionEditView,
};

impl From<Template> for TemplateEditView {
    fn from(template: Template) -> Self {
        let interview = template.rules.interview;
        let text = template.body.or(template.system).unwrap_or_default();
        Self {
            id: template.id,
            version: template.version,
            kind: template.kind.into(),
            name: template.name.into(),
            about: template.about.into(),
            fields: template
                .fields
                .into_iter()
                .map(TemplateFieldEditView::from)
                .collect(),
            text: text.into(),
            follows_language: template.rules.follows_language,
            interviews: interview.is_some(),
            questions: interview
                .as_ref()
                .map(|rule| match &rule.questions {
                    QuestionCount::Always(count) => count.to_string(),
                    QuestionCount::Field(key) => key.clone(),
                })
                .unwrap_or_default(),
            heading: interview
                .as_ref()
                .map(|rule| rule.heading.clone().into())
                .unwrap_or_default(),
            conclusion: interview
                .map(|rule| rule.conclusion.into())
                .unwrap_or_default(),
        }
    }
}

impl From<TemplateEditView> for Template {
    /// As it was typed: whether it is a template is told by the reader of files.
    fn from(edit: TemplateEditView) -> Self {
        let text: Bilingual = edit.text.into();
        let interview = edit.interviews.then(|| InterviewRule {
            questions: questions(&edit.questions),
            heading: edit.heading.into(),
            conclusion: edit.conclusion.into(),
        });
        let (kind, system, body, rules) = match edit.kind {
            TemplateKindView::Persona => (
                Kind::Persona,
                Some(text),
                None,
                Rules {
                    follows_language: edit.follows_language,
                    interview,
                },
            ),
            TemplateKindView::Template => (Kind::Template, None, Some(text), Rules::default()),
        };
        Self {
            id: edit.id,
            version: edit.version,
            kind,
            name: edit.name.into(),
            about: edit.about.into(),
            fields: edit.fields.into_iter().map(Field::from).collect(),
            system,
            rules,
            body,
        }
    }
}

/// What is no number is the key of a field.
fn questions(typed: &str) -> QuestionCount {
    match typed.trim().parse() {
        Ok(count) => QuestionCount::Always(count),
        Err(_) => QuestionCount::Field(typed.trim().to_owned()),
    }
}

impl From<Field> for TemplateFieldEditView {
    fn from(field: Field) -> Self {
        let kind = TemplateFieldKind::from(&field.kind);
        let typed = |number: Option<f64>| number.map(|number| number.to_string());
        let mut edit = Self {
            key: field.key,
            label: field.label.into(),
            kind,
            required: field.required,
            offered: field.offered,
            options: Vec::new(),
            least: String::new(),
            most: String::new(),
            longest: 0,
        };
        match field.kind {
            FieldKind::Text { longest } | FieldKind::LongText { longest } => edit.longest = longest,
            FieldKind::Number { units, least, most } => {
                edit.options = units.into_iter().map(Into::into).collect();
                edit.least = typed(least).unwrap_or_default();
                edit.most = typed(most).unwrap_or_default();
            }
            FieldKind::Choice { choices } => {
                edit.options = choices.into_iter().map(Into::into).collect();
            }
            FieldKind::Date | FieldKind::Age => {}
        }
        edit
    }
}

impl From<TemplateFieldEditView> for Field {
    fn from(edit: TemplateFieldEditView) -> Self {
        let options = || edit.options.iter().cloned().map(Named::from).collect();
        let longest = |usual: u32| {
            if edit.longest == 0 {
                usual
            } else {
                edit.longest
            }
        };
        let kind = match edit.kind {
            TemplateFieldKind::Text => FieldKind::Text {
                longest: longest(Self::USUAL_LINE),
            },
            TemplateFieldKind::LongText => FieldKind::LongText {
                longest: longest(Self::USUAL_TEXT),
            },
            TemplateFieldKind::Number => FieldKind::Number {
                units: options(),
                least: limit(&edit.least),
                most: limit(&edit.most),
            },
            TemplateFieldKind::Choice => FieldKind::Choice { choices: options() },
            TemplateFieldKind::Date => FieldKind::Date,
            TemplateFieldKind::Age => FieldKind::Age,
        };
        Self {
            kind,
            key: edit.key.trim().to_owned(),
            label: edit.label.into(),
            required: edit.required,
            offered: edit.offered.trim().to_owned(),
        }
    }
}

/// Empty is no limit; what is no number becomes one that no file can hold, so that its reader refuses it.
fn limit(typed: &str) -> Option<f64> {
    match typed.trim() {
        "" => None,
        typed => Some(typed.parse().unwrap_or(f64::NAN)),
    }
}

impl From<Named> for TemplateOptionEditView {
    fn from(named: Named) -> Self {
        Self {
            key: named.key,
            name: named.name.into(),
        }
    }
}

impl From<TemplateOptionEditView> for Named {
    fn from(edit: TemplateOptionEditView) -> Self {
        Self {
            key: edit.key.trim().to_owned(),
            name: edit.name.into(),
        }
    }
}

impl From<Bilingual> for BilingualView {
    fn from(Bilingual { en, ar }: Bilingual) -> Self {
        Self { en, ar }
    }
}

impl From<BilingualView> for Bilingual {
    fn from(BilingualView { en, ar }: BilingualView) -> Self {
        Self {
            en: en.trim().to_owned(),
            ar: ar.trim().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use sanad_templates::{bundled, read, write};

    use super::*;

    #[test]
    fn an_edit_that_changes_nothing_is_the_same_template() {
        for template in bundled() {
            let edited = Template::from(TemplateEditView::from(template.clone()));
            assert_eq!(&edited, template);
        }
    }

    #[test]
    fn a_limit_that_is_no_number_is_refused_where_it_stands() {
        let template = bundled().iter().find(|one| one.id == "sanad.soap-note");
        let mut edit = TemplateEditView::from(template.expect("it is bundled").clone());
        edit.fields[2].most = "heavy".to_owned();
        let fault = read(&write(&edit.into())).expect_err("it is no number");
        assert_eq!(fault.place, "fields.weight.most");
    }
}
