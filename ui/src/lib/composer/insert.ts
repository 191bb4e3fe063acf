/** Puts text where the caret is, so that the keys for undoing take it out again. */

/** Web views insert so much text line by line, and are seen doing it. */
const TOO_LONG_TO_UNDO = 20_000;

/** Fires the field's `input` event; gives the place of the text's first character. */
export function insertAtCaret(field: HTMLTextAreaElement, text: string): number {
  const at = field.selectionStart;
  field.focus();
  const isUndoable = !field.readOnly && text !== '' && text.length <= TOO_LONG_TO_UNDO;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only insertion that can be undone by key
  if (isUndoable && document.execCommand('insertText', false, text)) return at;
  field.setRangeText(text, at, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return at;
}
