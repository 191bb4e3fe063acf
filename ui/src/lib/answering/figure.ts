/** A figure as it is typed and shown: whole numbers, or hundredths with a point. */

import type { SamplingFigureView } from '$lib/backend/backend';

const HUNDREDTHS = 100;
const ZEROS = ['٠', '۰'].map((zero) => zero.codePointAt(0) ?? 0);

/** In Latin digits with a point, as it is typed back. */
export function written({ places }: SamplingFigureView, value: number): string {
  return String(places === 0 ? value : value / HUNDREDTHS);
}

/** Null for what is no number, or not one that the figure may be. Digits of any kind are read. */
export function read({ places, least, most }: SamplingFigureView, typed: string): number | null {
  const text = inLatinDigits(typed.trim()).replace(/[٫,]/u, '.');
  if (!/^\d{1,10}(\.\d{1,2})?$/u.test(text)) return null;
  const number = Number(text) * (places === 0 ? 1 : HUNDREDTHS);
  const value = Math.round(number);
  const isWhole = places > 0 || value === number;
  return isWhole && value >= least && value <= most ? value : null;
}

function inLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.findLast((first) => first <= code) ?? code;
    return String(code - zero);
  });
}
