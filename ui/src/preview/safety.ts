/** Settings, backups and a record of events to look at. */

import type { FakeSafetyContent } from '$lib/backend/fake-safety';
import { NEW_CODE, SAFETY } from '$lib/backend/fake-safety';

const DAY = 86_400_000;
const KINDS = ['unlock', 'backup', 'export', 'failed_unlock', 'deletion', 'passphrase_change'];

/** `state=fresh` has neither a recovery code nor a backup; `state=away` a stick that is not plugged in. */
export function safety(state: string, now: number): Partial<FakeSafetyContent> {
  if (state === 'fresh') return {};
  const backups = [1, 2, 3].map((ago) => ({
    path: `/media/stick/sanad-backup-${9 - ago}`,
    number: 9 - ago,
    made_at: now - ago * DAY,
    conversations: 14 - ago,
    turns: 97 - 11 * ago,
    newest_turn_at: now - ago * DAY - DAY / 48,
    bytes: 12_400_000 - ago * 900_000,
  }));
  const isAway = state === 'away';
  return {
    recoveryCode: NEW_CODE,
    lastWritten: now - DAY / 24,
    settings: {
      ...SAFETY.settings,
      has_recovery_code: true,
      backup_folder: '/media/stick',
      unlocks_with_keychain: state === 'keychain',
    },
    backups: {
      ...SAFETY.backups,
      folder: '/media/stick',
      folder_is_missing: isAway,
      backups: isAway ? [] : backups,
      last_made_at: now - DAY,
    },
    audit: Array.from({ length: 24 }, (_, index) => ({
      number: index + 1,
      at: now - (24 - index) * (DAY / 3),
      kind: KINDS[index % KINDS.length] ?? '',
      subject: index % KINDS.length === 1 ? `backup-${index}` : '',
    })),
  };
}
