//! A file of questions that somebody brings.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use sanad_models::sha256_of;
use sanad_selfcheck::Question;
use sanad_selfcheck::check::CheckSet;
use sanad_selfcheck::import::{ColumnMapping, Format, Imported, questions};
use sanad_selfcheck::protocols::{Protocol, Subject};

use super::{SetLanguage, ends_with};
use crate::error::ShellError;

#[derive(Debug, Args)]
pub(super) struct OwnSetArguments {
    /// Ask the questions of this file and not the bundled ones
    #[arg(long, value_name = "PATH", requires = "format")]
    set: Option<PathBuf>,
    /// What kind of file it is
    #[arg(long, value_enum, requires = "set")]
    format: Option<FileKind>,
    /// For --format jsonl or csv: which column holds what, as a JSON file
    #[arg(long, value_name = "PATH", requires = "set")]
    columns: Option<PathBuf>,
    /// Part of a MIRAGE file: medqa, medmcqa, mmlu, pubmedqa or bioasq
    #[arg(long, value_name = "NAME", requires = "set")]
    part: Option<String>,
    /// The field's wording of its questions
    #[arg(long, value_enum, requires = "set", default_value_t = Wordings::Medqa)]
    protocol: Wordings,
    /// For --protocol mmlu or arabic-mmlu: the subject
    #[arg(long, value_enum, requires = "set", default_value_t = SubjectName::ClinicalKnowledge)]
    subject: SubjectName,
    /// The language of its questions
    #[arg(long, value_enum, requires = "set", default_value_t = SetLanguage::En)]
    language: SetLanguage,
    /// So many of its first questions stand before each as examples, and are not asked
    #[arg(long, value_name = "COUNT", requires = "set", default_value_t = 0)]
    shots: usize,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FileKind {
    Medqa,
    Medmcqa,
    Pubmedqa,
    MmluCsv,
    Mirage,
    Headqa,
    Medarabiq,
    Jsonl,
    Csv,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Wordings {
    Medqa,
    Medmcqa,
    Pubmedqa,
    Headqa,
    Mmlu,
    ArabicMmlu,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SubjectName {
    ClinicalKnowledge,
    Anatomy,
    CollegeBiology,
    CollegeMedicine,
    MedicalGenetics,
    ProfessionalMedicine,
}

/// A file that was read.
pub(super) struct OwnSet {
    path: PathBuf,
    protocol: Protocol,
    language: SetLanguage,
    shots: usize,
    /// Its good rows and its bad ones.
    pub(super) questions: Imported<Question>,
}

impl OwnSetArguments {
    /// The file; `None` if none was named.
    pub(super) fn read(&self) -> Result<Option<OwnSet>, ShellError> {
        let (Some(path), Some(kind)) = (&self.set, self.format) else {
            return Ok(None);
        };
        let format = self.format_of(kind)?;
        let mut questions = questions(&bytes(path)?, &format);
        if let Some(part) = &self.part {
            let is_of = |question: &Question| question.subject.as_ref() == Some(part);
            questions.rows.retain(is_of);
        }
        Ok(Some(OwnSet {
            path: path.clone(),
            protocol: self.protocol(),
            language: self.language,
            shots: self.shots,
            questions,
        }))
    }

    fn format_of(&self, kind: FileKind) -> Result<Format, ShellError> {
        Ok(match kind {
            FileKind::Medqa => Format::MedQa,
            FileKind::Medmcqa => Format::MedMcQa,
            FileKind::Pubmedqa => Format::PubMedQa,
            FileKind::MmluCsv => Format::MmluCsv,
            FileKind::Mirage => Format::Mirage,
            FileKind::Headqa => Format::HeadQa,
            FileKind::Medarabiq => Format::MedArabiQ,
            FileKind::Jsonl => Format::Jsonl(self.mapping()?),
            FileKind::Csv => Format::Csv(self.mapping()?),
        })
    }

    fn mapping(&self) -> Result<ColumnMapping, ShellError> {
        let path = self.columns.as_ref().ok_or(ShellError::CheckColumns)?;
        serde_json::from_slice(&bytes(path)?).map_err(|_| ShellError::CheckColumns)
    }

    fn protocol(&self) -> Protocol {
        let subject = match self.subject {
            SubjectName::ClinicalKnowledge => Subject::ClinicalKnowledge,
            SubjectName::Anatomy => Subject::Anatomy,
            SubjectName::CollegeBiology => Subject::CollegeBiology,
            SubjectName::CollegeMedicine => Subject::CollegeMedicine,
            SubjectName::MedicalGenetics => Subject::MedicalGenetics,
            SubjectName::ProfessionalMedicine => Subject::ProfessionalMedicine,
        };
        match self.protocol {
            Wordings::Medqa => Protocol::MedQa,
            Wordings::Medmcqa => Protocol::MedMcQa,
            Wordings::Pubmedqa => Protocol::PubMedQa,
            Wordings::Headqa => Protocol::HeadQa,
            Wordings::Mmlu => Protocol::Mmlu(subject),
            Wordings::ArabicMmlu => Protocol::ArabicMmlu(subject),
        }
    }
}

impl OwnSet {
    /// What a plan says of it.
    pub(super) fn set(&self) -> Result<CheckSet, ShellError> {
        let name = self.path.file_name().unwrap_or_default();
        Ok(CheckSet::Own {
            name: name.to_string_lossy().into_owned(),
            sha256: sha256_of(&self.path)?.0,
            protocol: self.protocol,
            language: self.language.into(),
            shots: self.shots,
        })
    }
}

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, ShellError> {
    std::fs::read(path).map_err(|source| ShellError::CheckFile {
        path: path.to_owned(),
        source,
    })
}

/// By the name's ending.
pub(super) fn is_csv(path: &Path) -> bool {
    ends_with(path, "csv")
}
