//! A conversation as the sections of a document, the same for every format.

use sanad_domain::{Answer, AnswerState, Conversation, Language, ModelStamp};
use sanad_text::{Block, hide_cut_tail, plain, render};

use crate::document::Told;
use crate::labels::{About, text_language};
use crate::reading::spell_out;

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The conversation's title.
    Title,
    /// Where the document comes from, and what to mind.
    Notice,
    /// Who says what follows, and when.
    Label,
    /// What was asked.
    Question,
    /// What a model wrote.
    Answer,
    /// What has to be known of the answer above.
    Remark,
}

/// A piece of the document.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) role: Role,
    pub(crate) language: sanad_text::Language,
    pub(crate) blocks: Vec<Block>,
}

/// Makes sections of turns, and remembers which models wrote.
pub(crate) struct Sections<'about> {
    about: &'about About<'about>,
    language: Option<Language>,
    models: Vec<ModelStamp>,
}

impl<'about> Sections<'about> {
    pub(crate) fn new(about: &'about About<'about>, conversation: &Conversation) -> Self {
        Self {
            about,
            language: conversation.language,
            models: Vec::new(),
        }
    }

    /// What stands before the first turn.
    pub(crate) fn head(&self, conversation: &Conversation) -> Vec<Section> {
        let title = if conversation.title.is_empty() {
            self.about.untitled()
        } else {
            conversation.title.clone()
        };
        vec![
            self.said(Role::Title, &title),
            self.said(Role::Notice, &self.about.made()),
            self.said(Role::Notice, &self.about.reminder()),
        ]
    }

    /// A question with the answer that is shown of it.
    pub(crate) fn turn(&mut self, Told { turn, unsupported }: &Told) -> Vec<Section> {
        let language = turn.language.or(self.language);
        let language = language.map_or(self.about.language(), text_language);
        let mut sections = vec![
            self.said(Role::Label, &self.about.question(turn.asked_at)),
            Section {
                role: Role::Question,
                language,
                blocks: spell_out(plain(&turn.question, language), self.about),
            },
        ];
        if turn.declined.is_some() {
            sections.push(self.said(Role::Remark, &self.about.declined()));
        }
        if let Some(answer) = turn.shown_answer() {
            self.answer(answer, language, &mut sections);
            if *unsupported > 0 {
                sections.push(self.said(Role::Remark, &self.about.unsupported(*unsupported)));
            }
        }
        sections
    }

    fn answer(
        &mut self,
        answer: &Answer,
        language: sanad_text::Language,
        sections: &mut Vec<Section>,
    ) {
        if !self.models.contains(&answer.model) {
            self.models.push(answer.model.clone());
        }
        let label = self.about.answer(&answer.model, answer.created_at);
        sections.push(self.said(Role::Label, &label));
        let text = match answer.state {
            AnswerState::Complete => &answer.text,
            _ => hide_cut_tail(&answer.text),
        };
        sections.push(Section {
            role: Role::Answer,
            language,
            blocks: spell_out(render(text, language), self.about),
        });
        if let AnswerState::Incomplete { reason } = answer.state {
            sections.push(self.said(Role::Remark, &self.about.cut(reason)));
        }
    }

    /// What stands behind the last turn: the models by the hashes of their files.
    pub(crate) fn foot(&self) -> Vec<Section> {
        if self.models.is_empty() {
            return Vec::new();
        }
        let mut sections = vec![self.said(Role::Label, &self.about.models())];
        for model in &self.models {
            sections.push(self.said(Role::Remark, &self.about.model(model)));
        }
        sections
    }

    fn said(&self, role: Role, text: &str) -> Section {
        let language = self.about.language();
        Section {
            role,
            language,
            blocks: plain(text, language),
        }
    }
}
