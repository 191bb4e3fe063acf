/** A paste that something was left out of. */

import type { RemovedView } from '$lib/backend/backend';

export interface Pasted {
  /** As the clipboard held it. */
  raw: string;
  /** As it was inserted. */
  text: string;
  /** Where it was inserted. */
  at: number;
  removed: readonly RemovedView[];
}

/** The draft with the paste as the clipboard held it; undefined once what was inserted has been changed. */
export function restored(draft: string, { raw, text, at }: Pasted): string | undefined {
  const place = placeOf(draft, text, at);
  if (place === undefined) return undefined;
  return draft.slice(0, place) + raw + draft.slice(place + text.length);
}

/** Words typed in front of the paste have moved it; what stands there twice is not known any more. */
function placeOf(draft: string, text: string, at: number): number | undefined {
  if (draft.startsWith(text, at)) return at;
  const first = draft.indexOf(text);
  return text !== '' && first >= 0 && first === draft.lastIndexOf(text) ? first : undefined;
}
