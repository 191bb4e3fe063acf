/** What the engine is doing, in words. */

import type { EngineView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';

export function engineText(state: EngineView, l10n: L10n): string {
  const variables = 'percent' in state ? { percent: l10n.percent(state.percent) } : {};
  return l10n.text(`engine-${state.kind}`, variables);
}
