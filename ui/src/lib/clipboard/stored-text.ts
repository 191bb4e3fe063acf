/** What a piece of the transcript holds in the store, for copying. */

import type { Attachment } from 'svelte/attachments';

import type { AnswerStateView } from '$lib/backend/backend';
import type { L10n } from '$lib/l10n/l10n.svelte';

export interface StoredText {
  /** Its characters, byte for byte. */
  text: string;
  /** What a copy of it must end with; empty for what is whole. */
  incomplete: string;
}

/** Added around variables for the eye; what is copied has no invisible characters but its own. */
export const ISOLATES = /[\u2066-\u2069]/gu;

const known = new WeakMap<Element, StoredText>();

/** Remembers with an element the stored text that it shows. */
export function storedText(stored: StoredText): Attachment {
  return (element) => {
    known.set(element, stored);
  };
}

export function storedTextOf(element: Element): StoredText | undefined {
  return known.get(element);
}

/** The mark of an answer that was cut, in the language of the window; empty for one that is whole. */
export function incompleteMark(state: AnswerStateView, l10n: L10n): string {
  if (state === 'complete' || state === 'writing') return '';
  const reason = l10n.text(`incomplete-${state.replaceAll('_', '-')}`);
  return l10n.text('incomplete-copy-mark', { reason }).replace(ISOLATES, '');
}
