/** The keys of the main screen. */

export type Shortcut = 'new' | 'composer' | 'escape';

/**
 * An Arabic keyboard sends `ى` for the key that carries N, so letters that are not Latin are read by their place.
 */
const BY_PLACE: Record<string, string> = { KeyN: 'n', KeyL: 'l' };

const WITH_CONTROL: Record<string, Shortcut> = { n: 'new', l: 'composer' };

export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.isComposing) return undefined;
  if (event.key === 'Escape') return 'escape';
  // Control on Linux and Windows, Command on a Mac.
  if (event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return undefined;
  const isLatin = /^[a-z]$/i.test(event.key);
  return WITH_CONTROL[isLatin ? event.key.toLowerCase() : (BY_PLACE[event.code] ?? '')];
}
