/** The key of the bedside tools, on every screen. */

/** As it is named to people. */
export const BEDSIDE_KEY = 'Ctrl+B';

/** Control and B; an Arabic keyboard sends `لا` for that key, so letters that are not Latin are read by their place. */
export function isBedsideKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) {
    return false;
  }
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() === 'b' : event.code === 'KeyB';
}
