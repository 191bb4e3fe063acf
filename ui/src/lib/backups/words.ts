/** What a backup holds and what it lacks, in words. */

import type { BackupView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';

export function holds(backup: BackupView, l10n: L10n): string {
  return l10n.text('restore-holds', {
    date: l10n.dateAndTime(backup.made_at ?? 0),
    conversations: l10n.text('count-conversations', { count: backup.conversations }),
    turns: l10n.text('count-turns', { count: backup.turns }),
  });
}

/** `lastWritten` is null where the store is in use, and 0 where it has no file: then nobody knows until when. */
export function missing(backup: BackupView, lastWritten: number | null, l10n: L10n): string {
  const made = backup.made_at ?? 0;
  const newest = backup.newest_turn_at ?? 0;
  const from = l10n.dateAndTime(newest > 0 ? newest : made);
  if (!lastWritten) return l10n.text('restore-missing-after', { from });
  if (lastWritten <= made) return l10n.text('restore-missing-nothing');
  return l10n.text('restore-missing', { from, until: l10n.dateAndTime(lastWritten) });
}
