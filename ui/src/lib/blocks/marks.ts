/** What is said of a marked value. */

import type { MarkView } from '$lib/backend/backend';
import { asWritten, type L10n } from '$lib/l10n/l10n.svelte';

/** Signs that a message speaks about. A sign typed into a message would not be isolated inside Arabic. */
const SIGNS: Record<string, Record<string, string>> = {
  'unit-u': { sign: 'U' },
  'micro-sign': { sign: 'µg', misread: 'mg' },
};

/** A mark that repeats a warning of the text says what the warning says. */
const WARNING = 'warning-';

export function reasonOf(mark: MarkView, l10n: L10n): string {
  const given = { ...SIGNS[mark.code], ...asWritten(mark.arguments) };
  if (!mark.code.startsWith(WARNING)) {
    return l10n.textIfAny(`mark-${mark.code}`, given) || l10n.text('mark-unknown');
  }
  const what = l10n.textIfAny(mark.code, given) || l10n.text('mark-unknown');
  return [what, l10n.textIfAny(`${mark.code}.hint`, given)].join(' ').trim();
}

/** Whoever reads these languages need not know the Arabic digits. */
const READS_LATIN_DIGITS = new Set(['en', 'fr', 'he']);

/** The value spelled out; empty where there is nothing to spell. */
export function readingOf(mark: MarkView, l10n: L10n): string {
  const reading = l10n.textIfAny(`mark-${mark.code}.reading`, asWritten(mark.arguments));
  return READS_LATIN_DIGITS.has(l10n.code) ? withLatinDigits(reading) : reading;
}

/** Both Arabic systems lie in blocks of ten from a multiple of sixteen; their signs of decimals and thousands go too. */
function withLatinDigits(text: string): string {
  return text
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) =>
      String((digit.codePointAt(0) ?? 0) & 0xf),
    )
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',');
}
