/** What Rust would say of a draft and of a paste, roughly enough to be looked at. */

import type { BlockView, DraftView, HintView, PasteView, WarningView } from '$lib/backend/backend';

import { paragraph } from './compose';

const RTL = /[\u0590-\u08ff]/u;
const LTR_RUN = /[A-Za-z0-9][A-Za-z0-9 .,/%<>=+:°µ×-]*[A-Za-z0-9%]/gu;
const HIDDEN = /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu;

const LEXICON: Record<string, [standard: string, english: string]> = {
  زغللة: ['تشوّش الرؤية', 'blurred vision'],
  نهجان: ['ضيق التنفّس', 'dyspnoea'],
};

export function examined(text: string): Partial<DraftView> {
  const isRtl = RTL.test(text);
  return {
    detected: isRtl ? 'ar' : 'en',
    dialect: hintsOf(text).length > 0 ? 'egy' : '',
    warnings: warningsOf(text),
    hints: hintsOf(text),
    preview: isRtl ? text.split('\n').map(lineOf) : [],
    needs_preview: isRtl && text.search(LTR_RUN) >= 0,
  };
}

export function received(text: string): PasteView {
  const count = text.match(HIDDEN)?.length ?? 0;
  const removed = count > 0 ? [{ code: 'direction-control', count }] : [];
  return { text: text.replace(HIDDEN, ''), removed };
}

function lineOf(line: string): BlockView {
  if (!RTL.test(line)) return paragraph(line);
  return paragraph(line.replace(HIDDEN, '').replace(LTR_RUN, '⟦$&⟧'), 'rtl');
}

function hintsOf(text: string): HintView[] {
  return Object.entries(LEXICON).flatMap(([phrase, [standard, english]]) => {
    const start = text.indexOf(phrase);
    return start < 0 ? [] : [{ phrase, start, end: start + phrase.length, standard, english }];
  });
}

function warningsOf(text: string): WarningView[] {
  const start = text.search(/[\u202A-\u202E]/u);
  if (start < 0) return [];
  const excerpt = text.slice(start, start + 4).replace(HIDDEN, '⟨U+202E⟩');
  return [{ code: 'override', arguments: [], start, end: start + 1, excerpt }];
}
