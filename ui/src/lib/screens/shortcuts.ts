/** The keys of the main screen. */

export type Shortcut =
  'new' | 'temporary' | 'composer' | 'search' | 'undo' | 'templates' | 'escape';

/**
 * An Arabic keyboard sends `ى` for the key that carries N, so letters that are not Latin are read by their place.
 */
const BY_PLACE: Record<string, string> = {
  KeyF: 'f',
  KeyK: 'k',
  KeyL: 'l',
  KeyN: 'n',
  KeyT: 't',
  KeyZ: 'z',
};

/** Everybody knows where Ctrl+F leads; those who come from other chat programs press Ctrl+K. */
const WITH_CONTROL: Record<string, Shortcut> = {
  n: 'new',
  l: 'composer',
  f: 'search',
  k: 'search',
  z: 'undo',
  t: 'templates',
};

const WITH_CONTROL_AND_SHIFT: Record<string, Shortcut> = { n: 'temporary' };

export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.isComposing) return undefined;
  if (event.key === 'Escape') return 'escape';
  // Control on Linux and Windows, Command on a Mac.
  if (event.ctrlKey === event.metaKey || event.altKey) return undefined;
  const isLatin = /^[a-z]$/i.test(event.key);
  const letter = isLatin ? event.key.toLowerCase() : (BY_PLACE[event.code] ?? '');
  return (event.shiftKey ? WITH_CONTROL_AND_SHIFT : WITH_CONTROL)[letter];
}

/** The keys that hold on every screen of an open store, above whatever lies on it. */
export type OpenShortcut = 'lock' | 'settings' | 'checks' | 'models' | 'help' | 'about';

export function openShortcutOf(event: KeyboardEvent): OpenShortcut | undefined {
  if (event.key === 'F1' && !event.ctrlKey && !event.metaKey && !event.altKey)
    return event.shiftKey ? 'about' : 'help';
  if (event.isComposing || event.ctrlKey === event.metaKey || event.altKey) return undefined;
  // As above: a letter or sign that is not of ASCII is read by its place.
  const isAscii = /^[\u0020-\u007e]$/u.test(event.key);
  const means = (key: string, code: string): boolean =>
    isAscii ? event.key.toLowerCase() === key : event.code === code;
  if (event.shiftKey) return means('l', 'KeyL') ? 'lock' : undefined;
  if (means('e', 'KeyE')) return 'checks';
  if (means('m', 'KeyM')) return 'models';
  return means(',', 'Comma') ? 'settings' : undefined;
}
