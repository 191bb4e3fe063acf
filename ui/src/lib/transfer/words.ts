/** What was written or taken in, in words. */

import type { ExportedView, ImportedView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';

export function writtenInWords({ path, bytes }: ExportedView, l10n: L10n): string {
  return l10n.text('exported', { path, size: l10n.size(bytes ?? 0) });
}

export function importedInWords(imported: ImportedView, l10n: L10n): string {
  const { conversations, turns, already_there } = imported;
  const counted = {
    conversations: l10n.text('count-conversations', { count: conversations }),
    turns: l10n.text('count-turns', { count: turns }),
  };
  const came = l10n.text(conversations > 0 ? 'imported' : 'imported-nothing', counted);
  if (already_there === 0) return came;
  const there = l10n.text('count-conversations', { count: already_there });
  return `${came} ${l10n.text('imported-already', { conversations: there })}`;
}
