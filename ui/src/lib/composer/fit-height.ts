/** Makes a textarea as high as its text; the stylesheet sets the limit from which on it scrolls. */

/** Measuring a pasted megabyte at each key would be felt; so much text is past the limit anyway. */
const SURELY_TOO_LONG = 5000;

export function fitHeight(field: HTMLTextAreaElement): void {
  if (field.value.length > SURELY_TOO_LONG) {
    field.style.blockSize = '100vh';
    return;
  }
  field.style.blockSize = 'auto';
  field.style.blockSize = `${field.scrollHeight}px`;
}

/** Returns how to stop. */
export function whenFontsCome(run: () => void): () => void {
  // jsdom, in which the unit tests run, has no fonts.
  if (!('fonts' in document)) return () => undefined;
  document.fonts.addEventListener('loadingdone', run);
  return () => document.fonts.removeEventListener('loadingdone', run);
}
