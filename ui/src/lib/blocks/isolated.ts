/** Which spans are drawn inside one isolate. */

import type { SpanView } from '$lib/backend/backend';

export interface Run {
  /** Empty for spans that run with their block. */
  direction: string;
  spans: SpanView[];
  /** In UTF-16 units. */
  length: number;
}

/**
 * Neighbours of one number share one isolate:
 * `5-**10** mg` is three spans, and in three isolates it would be laid out in the paragraph's order.
 */
export function isolated(spans: readonly SpanView[]): Run[] {
  const runs: Run[] = [];
  let number: number | undefined;
  for (const span of spans) {
    const last = runs.at(-1);
    if (last && span.isolate === number) {
      last.spans.push(span);
      last.length += span.text.length;
    } else {
      runs.push({ direction: directionOf(span), spans: [span], length: span.text.length });
    }
    number = span.isolate;
  }
  return runs;
}

function directionOf({ isolate, direction }: SpanView): string {
  return isolate < 0 ? '' : direction;
}

const OPENING: Record<string, string> = { ltr: '\u2066', rtl: '\u2067' };
const CLOSING = '\u2069';

/**
 * The characters of spans for a place that holds plain text only, such as a tooltip:
 * invisible isolates keep them in the order in which the spans are drawn. Not for copying.
 */
export function isolatedText(spans: readonly SpanView[], direction: string): string {
  const inner = isolated(spans).map((run) => {
    const text = run.spans.map(({ kind, text }) => (kind === 'hidden' ? '' : text)).join('');
    return within(text, run.direction);
  });
  return within(inner.join(''), direction);
}

function within(text: string, direction: string): string {
  const opening = OPENING[direction];
  return opening === undefined ? text : opening + text + CLOSING;
}
