//! Self-checks, as the window shows them. Shares lie between 0 and 1; the window writes them as per cent.

use sanad_domain::Sha256Hex;
use sanad_history::{SelfCheck, SelfCheckId};
use sanad_selfcheck::check::{
    CheckPlan, CheckReport, CheckSet, Depth, GapReport, LanguageReport, Offer, Share, StepResult,
};
use sanad_selfcheck::items::{Item, ItemLanguage};
use sanad_selfcheck::statistics::Standing;
use sanad_text::Language;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::backups::milliseconds;
use super::bedside::TextView;
use crate::check_files::CheckFile;
use crate::checking::{Kept, Offers, Progress};
use crate::error::ShellError;

/// What can be begun with a model on this laptop.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckOffersView {
    /// The model's name.
    pub model: String,
    /// The hash of its file; names it in calls.
    pub model_sha256: String,
    /// Tokens of a prompt that it reads in a second here.
    pub tokens_per_second: f64,
    /// As many items as fit three minutes, each asked once.
    pub quick: CheckOfferView,
    /// All items, each asked with its options in four orders.
    pub full: CheckOfferView,
}

/// One of them.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckOfferView {
    /// Items, each asked in English and in Arabic.
    pub items: u32,
    /// How long it will take here.
    pub seconds: f64,
    /// The smallest difference between the languages that it shows four times in five; 0 if it shows none.
    pub smallest_difference: f64,
}

/// A check in the list.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckView {
    /// Its number; names it in calls.
    pub id: u32,
    /// The model's name.
    pub model: String,
    /// The hash of its file.
    pub model_sha256: String,
    /// When it was begun: milliseconds since 1970.
    pub started_at: f64,
    /// Whether it is whole.
    pub state: CheckStateView,
    /// Whether every item is asked with its options in four orders.
    pub is_full: bool,
    /// Items of its plan, each in two languages.
    pub items: u32,
    /// Questions that have a result; twice the items when it is whole.
    pub done: u32,
}

/// How far a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckStateView {
    /// Questions are being asked now.
    Running,
    /// Questions are missing, and none is being asked.
    Paused,
    /// Every question has its result.
    Complete,
}

/// What happens to a check that runs, through a channel.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckEvent {
    /// Questions that have a result.
    pub done: u32,
    /// All questions.
    pub total: u32,
    /// Until the end, as measured so far.
    pub seconds_left: f64,
}

/// What a check says of a model.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckReportView {
    /// The check.
    pub check: CheckView,
    /// The version of the bundled items.
    pub items_version: u32,
    /// English, then Arabic; none before anything was asked.
    pub languages: Vec<CheckLanguageView>,
    /// Arabic against English: one, or none before an item was asked in both.
    pub gap: Vec<CheckGapView>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct CheckShareView {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub of: u32,
    /// As a share.
    pub share: f64,
    /// Its lower 95 % limit.
    pub low: f64,
    /// Its upper 95 % limit.
    pub high: f64,
}

/// What was found in one language.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckLanguageView {
    /// `en` or `ar`.
    pub language: String,
    /// Questions right.
    pub right: CheckShareView,
    /// What blind guessing gives.
    pub chance: f64,
    /// What always giving the commonest right answer gives.
    pub majority: f64,
    /// How often it took the first letter; a quarter where it has no love of it.
    pub first_letter: CheckShareView,
    /// What stands beside its answers in this language.
    pub standing: CheckStandingView,
    /// By subject, in the order of their names.
    pub subjects: Vec<CheckSubjectView>,
    /// Questions that did not fit the model's context and were not asked.
    pub too_long: u32,
}

/// What a result allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckStandingView {
    /// Not shown to be better than guessing.
    NoBetterThanGuessing,
    /// Better than guessing, and not shown to be right in more than half.
    NotShownAboveHalf,
    /// Right in more than half.
    AboveHalf,
}

/// What stands beside a model's answers in a language, after its newest whole check.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct ModelStandingView {
    /// The hash of the model's file.
    pub model_sha256: String,
    /// `en` or `ar`.
    pub language: String,
    /// What its result allows to be said.
    pub standing: CheckStandingView,
    /// Questions right.
    pub right: CheckShareView,
}

/// What was found in one subject.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckSubjectView {
    /// `anatomy` and so on; names the message `check-subject-…`.
    pub subject: String,
    /// Questions right.
    pub right: CheckShareView,
}

/// Arabic against English on the same items.
#[derive(Clone, Copy, Debug, Serialize, Type)]
pub(crate) struct CheckGapView {
    /// Items asked in both.
    pub items: u32,
    /// Of them, right in English alone.
    pub only_english: u32,
    /// Of them, right in Arabic alone.
    pub only_arabic: u32,
    /// Arabic less English, from -1 to 1.
    pub difference: f64,
    /// Its lower 95 % limit.
    pub low: f64,
    /// Its upper 95 % limit.
    pub high: f64,
    /// McNemar's exact p.
    pub p: f64,
    /// The smallest difference that so many items show four times in five; 0 if they show none.
    pub smallest_visible: f64,
}

/// One question with what the model took.
#[derive(Clone, Debug, Serialize, Type)]
pub(crate) struct CheckItemView {
    /// The item, for instance `ck-001`.
    pub item: String,
    /// `en` or `ar`.
    pub language: String,
    /// `anatomy` and so on.
    pub subject: String,
    /// The question.
    pub question: TextView,
    /// Its options in their order.
    pub options: Vec<TextView>,
    /// The place of the right one.
    pub correct: u32,
    /// The place of the one that the model took, or -1 if it was not asked.
    pub chosen: i32,
    /// Why the right one is right.
    pub explanation: TextView,
    /// Where it can be looked up.
    pub source: TextView,
    /// Who solved it a second time.
    pub checked_by: String,
    /// The clinician who reviewed it; empty for none.
    pub reviewed_by: String,
}

impl From<&Offers> for CheckOffersView {
    fn from(offers: &Offers) -> Self {
        Self {
            model: offers.model.stamp.name.clone(),
            model_sha256: offers.model.stamp.sha256.0.clone(),
            tokens_per_second: offers.speed.tokens_per_second,
            quick: offers.quick.into(),
            full: offers.full.into(),
        }
    }
}

impl From<Offer> for CheckOfferView {
    fn from(offer: Offer) -> Self {
        Self {
            items: count(offer.items),
            seconds: offer.seconds,
            smallest_difference: offer.smallest_difference.unwrap_or(0.0),
        }
    }
}

impl From<Progress> for CheckEvent {
    fn from(progress: Progress) -> Self {
        Self {
            done: count(progress.done),
            total: count(progress.total),
            seconds_left: progress.seconds_left,
        }
    }
}

impl CheckView {
    /// `running` is the check that runs now.
    pub(crate) fn of(check: &SelfCheck, running: Option<SelfCheckId>) -> Result<Self, ShellError> {
        let plan: CheckPlan =
            serde_json::from_str(&check.plan).map_err(|_| ShellError::CheckUnreadable)?;
        let state = if running == Some(check.id) {
            CheckStateView::Running
        } else if check.ended_at.is_some() {
            CheckStateView::Complete
        } else {
            CheckStateView::Paused
        };
        Ok(Self {
            id: u32::try_from(check.id.0).map_err(|_| ShellError::CheckUnreadable)?,
            model: check.model.name.clone(),
            model_sha256: check.model.sha256.0.clone(),
            started_at: milliseconds(check.started_at),
            state,
            is_full: plan.depth == Depth::Full,
            items: count(plan.items.len()),
            done: check.results,
        })
    }
}

impl CheckReportView {
    /// What the results so far say.
    pub(crate) fn of(
        kept: &Kept,
        report: Option<CheckReport>,
        running: Option<SelfCheckId>,
    ) -> Result<Self, ShellError> {
        let (languages, gap) = report.map_or_else(Default::default, |report| {
            (
                report
                    .languages
                    .iter()
                    .map(CheckLanguageView::from)
                    .collect(),
                report.gap.map(CheckGapView::from).into_iter().collect(),
            )
        });
        Ok(Self {
            check: CheckView::of(&kept.check, running)?,
            items_version: match kept.plan.set {
                CheckSet::Sanad { version } => version,
                CheckSet::Own { .. } => 0,
            },
            languages,
            gap,
        })
    }
}

impl From<&LanguageReport> for CheckLanguageView {
    fn from(report: &LanguageReport) -> Self {
        Self {
            language: report.language.code().to_owned(),
            right: report.right.into(),
            chance: report.chance,
            majority: report.majority,
            first_letter: report.first_letter.into(),
            standing: report.standing.into(),
            subjects: report
                .subjects
                .iter()
                .map(|subject| CheckSubjectView {
                    subject: subject.subject.clone(),
                    right: subject.right.into(),
                })
                .collect(),
            too_long: count(report.too_long),
        }
    }
}

impl ModelStandingView {
    /// Of every language of a report.
    pub(crate) fn all(model: &Sha256Hex, report: &CheckReport) -> Vec<Self> {
        let of = |report: &LanguageReport| Self {
            model_sha256: model.0.clone(),
            language: report.language.code().to_owned(),
            standing: report.standing.into(),
            right: report.right.into(),
        };
        report.languages.iter().map(of).collect()
    }
}

impl From<GapReport> for CheckGapView {
    fn from(gap: GapReport) -> Self {
        Self {
            items: count(gap.paired.items),
            only_english: count(gap.paired.only_first),
            only_arabic: count(gap.paired.only_second),
            difference: gap.difference.difference,
            low: gap.difference.low,
            high: gap.difference.high,
            p: gap.p,
            smallest_visible: gap.smallest_visible.unwrap_or(0.0),
        }
    }
}

impl From<Share> for CheckShareView {
    fn from(share: Share) -> Self {
        Self {
            count: count(share.count),
            of: count(share.of),
            share: share.interval.share,
            low: share.interval.low,
            high: share.interval.high,
        }
    }
}

impl From<Standing> for CheckStandingView {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::NoBetterThanGuessing => Self::NoBetterThanGuessing,
            Standing::NotShownAboveHalf => Self::NotShownAboveHalf,
            Standing::AboveHalf => Self::AboveHalf,
        }
    }
}

impl CheckItemView {
    /// A question with its result.
    pub(crate) fn of(item: &Item, result: &StepResult) -> Self {
        let (wording, language) = match result.language {
            ItemLanguage::En => (&item.en, Language::English),
            ItemLanguage::Ar => (&item.ar, Language::Arabic),
        };
        let text = |text: &str| TextView::of(text, language);
        let source = &item.source;
        let chosen = result.chosen().and_then(|place| i32::try_from(place).ok());
        Self {
            item: item.id.clone(),
            language: result.language.code().to_owned(),
            subject: result.subject.clone(),
            question: text(&wording.question),
            options: wording.options.iter().map(|option| text(option)).collect(),
            correct: count(item.correct),
            chosen: chosen.unwrap_or(-1),
            explanation: text(&wording.explanation),
            source: TextView::latin(&format!(
                "{}, {}, {}: {}",
                source.title, source.edition, source.year, source.place
            )),
            checked_by: item
                .checks
                .first()
                .map(|check| check.by.clone())
                .unwrap_or_default(),
            reviewed_by: item.reviewed_by.clone().unwrap_or_default(),
        }
    }
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What a check is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CheckFileView {
    /// Everything: model, plan, results, report.
    Json,
    /// A row for each question.
    Csv,
}

impl From<CheckFileView> for CheckFile {
    fn from(format: CheckFileView) -> Self {
        match format {
            CheckFileView::Json => Self::Json,
            CheckFileView::Csv => Self::Csv,
        }
    }
}
