//! What can be wrong with what the self-check is given.

/// A request that has no answer; it never holds an item's or a model's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SelfCheckError {
    /// Two lists that belong together item by item have different lengths.
    #[error("{what}: {first} and {second} entries do not belong together")]
    LengthsDiffer {
        /// What was asked for.
        what: &'static str,
        /// Entries of the first list.
        first: usize,
        /// Entries of the second list.
        second: usize,
    },
    /// There is nothing to compute a figure from.
    #[error("{what}: there are no items")]
    NoItems {
        /// What was asked for.
        what: &'static str,
    },
    /// A share lies outside 0 to 1, or the shares contradict each other.
    #[error("{what}: the figures given cannot be together")]
    ImpossibleShares {
        /// What was asked for.
        what: &'static str,
    },
}

/// The common length of two lists that belong together, which is at least 1.
pub(crate) fn same_length(
    what: &'static str,
    first: usize,
    second: usize,
) -> Result<usize, SelfCheckError> {
    if first != second {
        return Err(SelfCheckError::LengthsDiffer {
            what,
            first,
            second,
        });
    }
    if first == 0 {
        return Err(SelfCheckError::NoItems { what });
    }
    Ok(first)
}
