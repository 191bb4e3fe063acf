/**
 * From places of a stored text to places on the screen.
 *
 * What is found stands in the stored Markdown, and what is drawn are the texts of its spans, without the signs of
 * the markup and with words that the window adds. Spans say where they begin in the stored text; where one does not,
 * its text is looked for behind the span before it.
 */

import type { BlockView, HitRangeView, SpanView } from '$lib/backend/backend';

/** A span whose text is not as it is stored must not be found somewhere much further on. */
const NOT_FURTHER = 400;

export interface Segment {
  /** In the stored text; -1 while not known. */
  start: number;
  text: string;
}

interface Drawn {
  /** Null for characters that are stored and never drawn. */
  node: Text | null;
  at: number;
  text: string;
}

/** A segment with its place among all characters of the element. */
interface Placed extends Segment {
  at: number;
}

/** One range for each text node that holds a part of what was found. */
export function rangesOf(
  root: Element,
  segments: readonly Segment[],
  stored: string,
  found: readonly HitRangeView[],
): Range[] {
  const drawn = drawnIn(root);
  const all = drawn.map(({ text }) => text).join('');
  const placed = placedIn(all, withStarts(segments, stored));
  return found.flatMap((range) => {
    const place = placeOf(range, placed, all, stored);
    return place ? domRanges(drawn, place) : [];
  });
}

/** The spans of blocks in the order in which they are drawn. */
export function segmentsOf(blocks: readonly BlockView[]): Segment[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.spans;
      case 'list':
        return block.items.flatMap((item) => segmentsOf(item.blocks));
      case 'quote':
        return segmentsOf(block.blocks);
      case 'code':
        return [{ start: -1, text: block.text }];
      case 'table':
        return [block.head, ...block.rows].flat().flatMap(({ spans }) => spans);
      case 'rule':
        return [];
    }
  });
}

/** Spans that are a whole text by themselves. */
export function segmentsOfText(spans: readonly SpanView[]): Segment[] {
  let start = 0;
  return spans.map(({ text }) => {
    const segment = { start, text };
    start += text.length;
    return segment;
  });
}

function withStarts(segments: readonly Segment[], stored: string): Segment[] {
  let behind = 0;
  return segments.map(({ start, text }) => {
    const known = start >= 0 ? start : stored.indexOf(text, behind);
    if (known < 0 || (start < 0 && known - behind > NOT_FURTHER)) return { start: -1, text };
    behind = known + text.length;
    return { start: known, text };
  });
}

function placedIn(all: string, segments: readonly Segment[]): Placed[] {
  let behind = 0;
  return segments.flatMap((segment) => {
    const at = all.indexOf(segment.text, behind);
    if (at < 0) return [];
    behind = at + segment.text.length;
    return [{ ...segment, at }];
  });
}

/** Where something found is drawn; undefined where it is not drawn at all. */
function placeOf(
  { start, end }: HitRangeView,
  placed: readonly Placed[],
  all: string,
  stored: string,
): HitRangeView | undefined {
  const words = stored.slice(start, end);
  const first = holding(start, placed);
  const from = first ? first.at + start - first.start : undefined;
  if (from !== undefined && all.startsWith(words, from))
    return { start: from, end: from + words.length };

  // Markup inside the words: `amoxi**cillin**` is drawn without its stars.
  const last = holding(end - 1, placed);
  const to = last ? last.at + end - last.start : undefined;
  if (first && last && first !== last && from !== undefined && to !== undefined && to > from) {
    return { start: from, end: to };
  }
  const guess = from ?? Math.round((start / Math.max(stored.length, 1)) * all.length);
  const at = nearest(words, all, guess);
  return at === undefined ? undefined : { start: at, end: at + words.length };
}

function holding(offset: number, placed: readonly Placed[]): Placed | undefined {
  return placed.find(
    ({ start, text }) => start >= 0 && start <= offset && offset < start + text.length,
  );
}

function nearest(words: string, all: string, guess: number): number | undefined {
  const before = all.lastIndexOf(words, guess);
  const after = all.indexOf(words, guess);
  if (before < 0) return after < 0 ? undefined : after;
  return after < 0 || guess - before <= after - guess ? before : after;
}

function domRanges(drawn: readonly Drawn[], { start, end }: HitRangeView): Range[] {
  return drawn.flatMap(({ node, at, text }) => {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, text.length)];
    if (!node || from >= to) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [range];
  });
}

/** What stands in an element, without what the window has added. */
function drawnIn(root: Element): Drawn[] {
  const found: Drawn[] = [];
  let at = 0;
  const add = (node: Text | null, text: string): void => {
    found.push({ node, at, text });
    at += text.length;
  };
  const walk = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) add(child, child.data);
      else if (child instanceof HTMLElement) enter(child);
    }
  };
  const enter = (element: HTMLElement): void => {
    if (element.dataset.copy === 'none') return;
    if (element.dataset.stored !== undefined) add(null, element.dataset.stored);
    else if (element.matches('br')) add(null, '\n');
    else walk(element);
  };
  walk(root);
  return found;
}
