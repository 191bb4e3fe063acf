/**
 * Marks words through the CSS Custom Highlight API, which leaves the text nodes alone:
 * WebKit breaks Arabic joining where an element begins inside a word.
 */

import type { Attachment } from 'svelte/attachments';

import type { HitRangeView } from '$lib/backend/backend';

import { rangesOf, type Segment } from './mapping';

/** Names of `::highlight()` in `highlights.css`. */
export type HighlightName = 'found-in-excerpt' | 'found-in-transcript';

export interface Marked {
  segments: readonly Segment[];
  stored: string;
  ranges: readonly HitRangeView[];
}

/** The first words that are marked in the transcript, in its order; to be brought in front of the reader. */
export function firstMarked(name: HighlightName): Range | undefined {
  let first: Range | undefined;
  for (const range of shown.get(name) ?? []) {
    if (!first || range.compareBoundaryPoints(Range.START_TO_START, first) < 0) first = range;
  }
  return first;
}

/** Marks words of an element for as long as it is there. */
export function highlighted(name: HighlightName, marked: Marked | null): Attachment {
  return (element) => {
    if (!marked || marked.ranges.length === 0) return;
    const ranges = rangesOf(element, marked.segments, marked.stored, marked.ranges);
    const all = shown.get(name) ?? new Set<Range>();
    shown.set(name, all);
    for (const range of ranges) all.add(range);
    draw(name);
    return () => {
      for (const range of ranges) all.delete(range);
      draw(name);
    };
  };
}

const shown = new Map<HighlightName, Set<Range>>();

function draw(name: HighlightName): void {
  // An older WebKitGTK has none; the turn that was found is outlined in any case.
  if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
  const ranges = shown.get(name) ?? [];
  CSS.highlights.set(name, new Highlight(...ranges));
}
