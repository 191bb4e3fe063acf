/** What kinds of entries the store writes, as the names of messages. */

export const KINDS = [
  'unlock',
  'failed-unlock',
  'export',
  'backup',
  'restore',
  'deletion',
  'model-change',
  'self-check',
  'privacy-weakened',
  'passphrase-change',
  'recovery-code',
  'recovery',
  'key-change',
  'intended-use',
  'record-signed',
] as const;

/** A newer version may have written a kind that nobody here knows. */
export function messageOf(kind: string): string {
  const name = kind.replaceAll('_', '-');
  return KINDS.some((known) => known === name) ? `audit-${name}` : 'audit-unknown';
}
