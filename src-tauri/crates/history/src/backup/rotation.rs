//! Which backups stay: the newest seven, and the newest of each month.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::stamp::Day;

use super::BackupInfo;

const NEWEST: usize = 7;

/// Removes what rotation lets go; what cannot be removed stays until the next time.
pub(super) fn remove_old(newest_first: &[BackupInfo]) {
    for backup in let_go(newest_first) {
        let _ = remove(&backup.path);
    }
}

/// Takes the description away first: a backup that is half removed is none.
fn remove(path: &Path) -> std::io::Result<()> {
    fs::remove_file(path.join(super::ABOUT))?;
    fs::remove_dir_all(path)
}

fn let_go(newest_first: &[BackupInfo]) -> Vec<&BackupInfo> {
    let mut months = BTreeSet::new();
    newest_first
        .iter()
        .enumerate()
        .filter(|(place, backup)| {
            let Day { year, month, .. } = Day::of(backup.made_at);
            let first_of_month = months.insert((year, month));
            *place >= NEWEST && !first_of_month
        })
        .map(|(_, backup)| backup)
        .collect()
}

#[cfg(test)]
mod tests {
    use sanad_domain::Timestamp;

    use super::*;

    #[test]
    fn seven_stay_and_one_of_each_month() {
        let day = 86_400_000;
        // 1 January to 30 June 2026, one each day.
        let made: Vec<BackupInfo> = (0..181)
            .rev()
            .map(|number| BackupInfo {
                path: "x".into(),
                number: 1 + u32::try_from(number).expect("small"),
                made_at: Timestamp(1_767_225_600_000 + number * day),
                conversations: 0,
                turns: 0,
                newest_turn_at: None,
                bytes: 0,
            })
            .collect();
        let gone: BTreeSet<u32> = let_go(&made).iter().map(|one| one.number).collect();
        let kept: Vec<u32> = made
            .iter()
            .map(|one| one.number)
            .filter(|n| !gone.contains(n))
            .collect();
        assert_eq!(
            kept,
            [181, 180, 179, 178, 177, 176, 175, 151, 120, 90, 59, 31]
        );
        assert!(let_go(&made[..7]).is_empty());
    }
}
