//! How far two readers agree beyond chance.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::SelfCheckError;
use crate::error::same_length;

/// Cohen's kappa with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// The share of items on which both say the same, from 0 to 1.
    pub observed: f64,
    /// Cohen's kappa: 0 is chance, 1 is full agreement.
    pub kappa: f64,
    /// The lower 95 % limit.
    pub low: f64,
    /// The upper 95 % limit, at most 1.
    pub high: f64,
}

/// The agreement of two readers over the same items (Cohen 1960), as statsmodels' `cohens_kappa`.
///
/// The limits are those of the large-sample variance of Fleiss, Cohen and Everitt (1969). Two readers that use one
/// and the same label throughout agree fully by definition here.
///
/// # Errors
/// Lists of different lengths, or empty ones.
pub fn agreement<L: Ord>(first: &[L], second: &[L]) -> Result<Agreement, SelfCheckError> {
    let items = same_length("kappa", first.len(), second.len())? as f64;
    let labels: Vec<&L> = first
        .iter()
        .chain(second)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let share = |list: &[L], label: &L| list.iter().filter(|l| *l == label).count() as f64 / items;
    let rows: Vec<f64> = labels.iter().map(|label| share(first, label)).collect();
    let columns: Vec<f64> = labels.iter().map(|label| share(second, label)).collect();
    let observed = first.iter().zip(second).filter(|(a, b)| a == b).count() as f64 / items;
    let expected: f64 = rows
        .iter()
        .zip(&columns)
        .map(|(row, column)| row * column)
        .sum();
    if expected >= 1.0 {
        return Ok(Agreement {
            observed,
            kappa: 1.0,
            low: 1.0,
            high: 1.0,
        });
    }
    let kappa = (observed - expected) / (1.0 - expected);
    let rest = 1.0 - kappa;
    let mut spread = -(kappa - expected * rest).powi(2);
    for (i, row) in labels.iter().enumerate() {
        for (j, column) in labels.iter().enumerate() {
            let both = first
                .iter()
                .zip(second)
                .filter(|(a, b)| a == row && b == column);
            let cell = both.count() as f64 / items;
            spread += if i == j {
                cell * (1.0 - (rows[i] + columns[i]) * rest).powi(2)
            } else {
                cell * rest.powi(2) * (columns[i] + rows[j]).powi(2)
            };
        }
    }
    let half = crate::statistics::Z_95 * (spread.max(0.0) / items).sqrt() / (1.0 - expected);
    Ok(Agreement {
        observed,
        kappa,
        low: kappa - half,
        high: (kappa + half).min(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The label of each reader, and how many items have both.
    type Table = [(u8, u8, usize)];

    /// As many pairs of each label as a table says.
    fn pairs(table: &Table) -> (Vec<u8>, Vec<u8>) {
        let each = table
            .iter()
            .flat_map(|&(a, b, count)| std::iter::repeat_n((a, b), count));
        each.unzip()
    }

    #[test]
    fn chance_is_zero_and_full_agreement_one() {
        let (first, second) = pairs(&[(0, 0, 25), (0, 1, 25), (1, 0, 25), (1, 1, 25)]);
        assert_eq!(agreement(&first, &second).expect("pairs").kappa, 0.0);
        let same = agreement(&first, &first).expect("pairs");
        assert_eq!((same.kappa, same.low, same.high), (1.0, 1.0, 1.0));
        assert_eq!(agreement(&[7], &[7]).expect("a pair").kappa, 1.0);
        assert!(agreement(&[7], &[]).is_err());
    }

    #[test]
    fn kappa_and_its_limits_are_those_of_statsmodels() {
        // statsmodels 0.15.0, cohens_kappa on the table; the limits are kappa_low and kappa_upp.
        let rows: [(&Table, [f64; 3]); 2] = [
            (
                &[(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)],
                [0.3999999999999999, 0.151092290476661, 0.6489077095233389],
            ),
            (
                &[
                    (0, 0, 30),
                    (0, 1, 4),
                    (0, 2, 3),
                    (1, 0, 6),
                    (1, 1, 33),
                    (1, 2, 2),
                    (2, 0, 5),
                    (2, 1, 1),
                    (2, 2, 16),
                ],
                [0.6750734952808294, 0.551970357928375, 0.7981766326332838],
            ),
        ];
        for (table, [kappa, low, high]) in rows {
            let (first, second) = pairs(table);
            let found = agreement(&first, &second).expect("pairs");
            for (is, wanted) in [(found.kappa, kappa), (found.low, low), (found.high, high)] {
                assert!((is - wanted).abs() < 1e-9, "{is} is not {wanted}");
            }
        }
    }
}
