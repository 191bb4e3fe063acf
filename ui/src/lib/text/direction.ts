/**
 * The direction of text that is still being typed, and of nothing else:
 * all other text comes from Rust with its direction.
 */

import type { Direction } from '$lib/l10n/l10n.svelte';

const WORD = /[\p{L}\p{M}]+/gu;
const RTL_WORD = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A paste of a megabyte is judged by its beginning. */
const CHARACTERS_JUDGED = 2000;

/**
 * An Arabic sentence may open with a drug name and hold more Latin words than Arabic ones,
 * while Arabic words inside English are rare; hence a third of the words decides for right to left.
 */
export function typedDirection(text: string, otherwise: Direction): Direction {
  const words = text.slice(0, CHARACTERS_JUDGED).match(WORD) ?? [];
  if (words.length === 0) return otherwise;
  const rtlWords = words.filter((word) => RTL_WORD.test(word)).length;
  return rtlWords * 3 >= words.length ? 'rtl' : 'ltr';
}

export interface TypedLayout {
  direction: Direction;
  /** Some lines run one way and some the other. */
  isMixed: boolean;
}

/** How a draft is laid out while it is typed, from the directions of its lines. */
export function typedLayout(text: string, otherwise: Direction): TypedLayout {
  const judged = text.slice(0, CHARACTERS_JUDGED);
  const directions = judged
    .split('\n')
    .filter((line) => line.match(WORD) !== null)
    .map((line) => typedDirection(line, otherwise));
  return {
    direction: typedDirection(judged, otherwise),
    isMixed: new Set(directions).size > 1,
  };
}

/** A direction from the wire, where it is a plain string and empty for what has none of its own. */
export function asDirection(direction: string): Direction | undefined {
  return direction === 'ltr' || direction === 'rtl' ? direction : undefined;
}
