/**
 * Copying from the transcript.
 *
 * Goes through the document's `copy` event, since WebKitGTK may have no `navigator.clipboard`.
 */

import { htmlOf } from './html';
import { piecesOf, plainTextOf } from './plain-text';
import { storedTextOf } from './stored-text';

/** Copies all words of an element; says whether the system took them. */
export function copyElement(body: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(body);

  const selection = document.getSelection();
  if (!selection) return false;
  const before = selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const focused = document.activeElement;

  // `execCommand` copies what is selected where the keys go, and only if something is.
  if (focused instanceof HTMLElement) focused.blur();
  selection.removeAllRanges();
  selection.addRange(range);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- WebKitGTK may offer nothing else
    return document.execCommand('copy');
  } finally {
    selection.removeAllRanges();
    if (before) selection.addRange(before);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Writes the stored characters wherever words of the transcript are copied; returns how to stop. */
export function watchCopies(page: Document = document): () => void {
  const onCopy = (event: ClipboardEvent): void => {
    const range = selectedRange(page);
    if (!range || !event.clipboardData) return;
    const text = plainTextOf(range);
    if (text === '') return;
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', htmlOf(range, markAtEnd(range, text)));
    event.preventDefault();
  };
  page.addEventListener('copy', onCopy);
  return () => page.removeEventListener('copy', onCopy);
}

/** What is selected, unless the keys are going to a field. */
function selectedRange(page: Document): Range | undefined {
  const selection = page.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  if (page.activeElement?.matches('input, textarea')) return undefined;
  return selection.getRangeAt(0);
}

/** The mark that the plain text already ends with. */
function markAtEnd(range: Range, text: string): string {
  const last = piecesOf(range).at(-1);
  const mark = last ? (storedTextOf(last)?.incomplete ?? '') : '';
  return text.endsWith(mark) ? mark : '';
}
