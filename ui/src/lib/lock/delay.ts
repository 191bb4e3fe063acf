/** How long the app hears no further attempt. */

import type { ErrorView } from '$lib/backend/backend';

/** In whole seconds; 0 for an error of another kind. */
export function delayOf({ code, arguments: given }: ErrorView): number {
  if (code !== 'unlock-delayed') return 0;
  const seconds = Number(given.find(({ name }) => name === 'seconds')?.value);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 0;
}
