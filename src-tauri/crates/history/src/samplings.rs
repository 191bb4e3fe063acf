//! How answers are drawn: as is usual, and in a conversation that has figures of its own.

use rusqlite::{OptionalExtension, params};
use sanad_domain::{ConversationId, Sampling, SamplingFigure};
use serde_json::Value;

use crate::conversations::change;
use crate::{HistoryError, Store};

const USUAL: &str = "answers.sampling";

/// Figures as they were kept, but for those that may not be so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptSampling {
    /// Each in its range.
    pub sampling: Sampling,
    /// What was kept out of its range or damaged, and is as [`Sampling::default`] has it.
    pub replaced: Vec<SamplingFigure>,
}

impl KeptSampling {
    fn decoded(json: &str) -> Self {
        let kept: Value = serde_json::from_str(json).unwrap_or_default();
        let mut read = Self::default();
        for figure in SamplingFigure::ALL {
            let value = kept.get(figure.name()).and_then(Value::as_f64);
            match value.and_then(|value| read.sampling.with(figure, value)) {
                Some(sampling) => read.sampling = sampling,
                None => read.replaced.push(figure),
            }
        }
        read
    }
}

impl Store {
    /// How answers are drawn where a conversation says nothing else.
    ///
    /// # Errors
    /// [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn sampling(&self) -> Result<KeptSampling, HistoryError> {
        let kept = self.setting(USUAL)?;
        Ok(kept
            .as_deref()
            .map(KeptSampling::decoded)
            .unwrap_or_default())
    }

    /// Sets [`Self::sampling`].
    ///
    /// # Errors
    /// Those of [`Self::put_setting`].
    pub fn set_sampling(&mut self, sampling: Sampling) -> Result<(), HistoryError> {
        self.put_setting(USUAL, &encoded(sampling))
    }

    /// How answers are drawn in a conversation, if that is said for it alone.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn conversation_sampling(
        &self,
        id: ConversationId,
    ) -> Result<Option<KeptSampling>, HistoryError> {
        self.read(|connection| {
            let found: Option<Option<String>> = connection
                .prepare_cached("SELECT sampling FROM conversation WHERE id = ?1")?
                .query_row([id.to_bytes()], |row| row.get(0))
                .optional()?;
            let kept = found.ok_or(HistoryError::NoSuchConversation(id))?;
            Ok(kept.as_deref().map(KeptSampling::decoded))
        })
    }

    /// Says how answers are drawn in a conversation; `None` for as is usual.
    ///
    /// # Errors
    /// [`HistoryError::NoSuchConversation`], and those of every write: [`HistoryError::DiskFull`],
    /// [`HistoryError::ReadOnly`], [`HistoryError::Damaged`], [`HistoryError::Io`].
    pub fn set_conversation_sampling(
        &mut self,
        id: ConversationId,
        sampling: Option<Sampling>,
    ) -> Result<(), HistoryError> {
        self.write(|transaction| {
            change(
                transaction,
                id,
                "UPDATE conversation SET sampling = ?2 WHERE id = ?1",
                params![id.to_bytes(), sampling.map(encoded)],
            )
        })
    }
}

fn encoded(sampling: Sampling) -> String {
    serde_json::to_string(&sampling).expect("figures are plain data")
}
