/**
 * Copying what was written for it, such as an answer for a patient's record, and not what is selected;
 * through the `copy` event as all copying here.
 */

import type { RecordView } from '$lib/backend/backend';

import { copyElement } from './copy';

/** The address of a link, which the window shows as text. */
export function copyAddress(link: Element, address: string): boolean {
  const holder = document.createElement('span');
  holder.dir = 'ltr';
  holder.textContent = address;
  return copyRecord(link, { plain: address, html: holder.outerHTML });
}

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
    return copyElement(body) && isWritten;
  } finally {
    document.removeEventListener('copy', write, { capture: true });
  }
}
