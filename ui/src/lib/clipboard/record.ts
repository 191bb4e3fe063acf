/**
 * Copying an answer into a patient's record: what Rust wrote for it, in both forms,
 * through the `copy` event as all copying here.
 */

import type { RecordView } from '$lib/backend/backend';

import { copyAnswer } from './copy';

/** `body` is what is selected meanwhile, since an empty selection is not copied. Says whether the system took it. */
export function copyRecord(body: Element, { plain, html }: RecordView): boolean {
  let isWritten = false;
  const write = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
    // The transcript's own listener would write the stored characters over it.
    event.stopImmediatePropagation();
    isWritten = true;
  };
  document.addEventListener('copy', write, { capture: true });
  try {
    return copyAnswer(body) && isWritten;
  } finally {
    document.removeEventListener('copy', write, { capture: true });
  }
}
