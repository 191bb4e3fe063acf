/** Where a share stands in a chart that grows along the line of reading. */

import type { CheckShareView } from '$lib/backend/backend';
import type { Direction } from '$lib/l10n/l10n.svelte';

export interface ChartRow {
  key: string;
  name: string;
  right: CheckShareView;
}

/** From the left edge, as SVG takes it: it knows no beginning of a line. */
export function placeOf(share: number | null, direction: Direction): string {
  const percent = Math.round(1000 * (share ?? 0)) / 10;
  return `${direction === 'rtl' ? Math.round(1000 - 10 * percent) / 10 : percent}%`;
}
