/** Every row of the settings, so that one is found without opening each section. A test holds the list complete. */

import type { SettingsView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';
import type { Section } from '$lib/state/settings.svelte';

export interface SettingRow {
  section: Section;
  /** Message of its name. */
  name: string;
  /** Message of the sentence about it. */
  hint: string;
  /** Test id of its control, by which it is found on the page. */
  control: string;
  /** Whether it lies behind “advanced”. */
  isAdvanced?: boolean;
}

/** How words are chosen, in the order in which it is shown. */
export const FIGURES = ['temperature', 'top_p', 'top_k', 'min_p', 'repetition', 'seed'] as const;

const row = (
  section: Section,
  name: string,
  control = name,
  hint = `${name}.hint`,
): SettingRow => ({
  section,
  name,
  hint,
  control,
});

const ROWS: readonly SettingRow[] = [
  row('general', 'language-menu', 'set-language', 'set-language.hint'),
  row('general', 'digits-menu', 'set-digits'),
  row('general', 'set-theme'),
  row('general', 'set-size'),
  row('general', 'set-titles'),
  row('general', 'set-states'),
  row('general', 'set-sign'),
  row('general', 'about-sanad', 'about-open', 'about-sanad-open.hint'),
  row('answering', 'engine-threads'),
  row('answering', 'engine-context'),
  ...FIGURES.map((figure) => ({ ...row('answering', `figure-${figure}`), isAdvanced: true })),
  row('access', 'lock-after'),
  row('access', 'passphrase', 'change-passphrase', 'change-passphrase.hint'),
  row('access', 'recovery-code-field', 'recovery-renew', 'recovery-code-renew.hint'),
  row('access', 'keychain'),
  row('access', 'change-key'),
  row('keeping', 'retention'),
  row('backups', 'backup-now'),
  row('backups', 'backup-folder', 'backup-folder-change', 'backup-folder.beside'),
  row('backups', 'backup-list', 'backup-restore'),
  row('backups', 'restore-elsewhere'),
  row('files', 'export-one'),
  row('files', 'export-all', 'export-everything'),
  row('files', 'import-title', 'import-open'),
  row('audit', 'store-verify'),
  row('audit', 'audit-verify'),
  row('audit', 'audit-compare', 'audit-earlier'),
];

/** Those that are there now: a recovery code that was never made cannot be renewed. */
export function rowsOf(view: SettingsView | null): readonly SettingRow[] {
  const hasCode = view?.has_recovery_code ?? false;
  return ROWS.filter(({ control }) => control !== 'recovery-renew' || hasCode);
}

/** Everything that a row can be found by. */
export function wordsOf({ section, name, hint }: SettingRow, l10n: L10n): string {
  return [l10n.text(name), hintOf(hint, l10n), l10n.text(`settings-${section}`)].join('\n');
}

/** The sentence about a row, without the figure that stands in some of them. */
export function hintOf(hint: string, l10n: L10n): string {
  return l10n.textIfAny(hint, { usual: '…' });
}
